// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The one script that is no module. A hall's network is a bad one: when a piece of the page did not come
// through, the page is loaded again, and a browser that knows no modules is told of in words.

(function () {
  "use strict";
  var RETRY_MS = 5000;

  function tell(id) {
    var element = document.getElementById(id);
    if (element) {
      element.hidden = false;
    }
  }

  function look() {
    if (window.lecternStarted) {
      return;
    }
    if (!("noModule" in document.createElement("script"))) {
      tell("too-old");
    } else {
      tell("not-loaded");
      setTimeout(function () {
        location.reload();
      }, RETRY_MS * (1 + Math.random()));
    }
  }

  window.addEventListener("load", function () {
    setTimeout(look, RETRY_MS);
  });
})();
