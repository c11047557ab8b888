// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// A tablet must not fall asleep while its judge listens. Where the browser can be asked, it is.

export function stayAwake() {
  const ask = () => {
    if (document.visibilityState === "visible") {
      navigator.wakeLock?.request("screen").catch(() => {});
    }
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}
