# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Firefox that nobody sees, with the face of browser.py's Chromium. It speaks WebDriver BiDi by itself, over a
WebSocket: no driver's program is needed, nor anything but Python's standard library."""

import base64
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from browser import Failed, Page, find, make_environment, start_patiently
from panel import Gone, Socket

# No word to anybody, no page of its own, and nothing slower for not being seen.
SETTINGS = {
    "app.update.disabledForTesting": True, "app.normandy.enabled": False, "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.enabled": False, "browser.safebrowsing.malware.enabled": False,
    "browser.shell.checkDefaultBrowser": False, "browser.startup.homepage": "about:blank", "browser.startup.page": 0,
    "browser.sessionstore.resume_from_crash": False,
    "datareporting.policy.dataSubmissionEnabled": False, "dom.min_background_timeout_value": 4,
    "dom.timeout.enable_budget_timer_throttling": False, "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False,
    "network.proxy.type": 0, "services.settings.server": "data:,#", "toolkit.startup.max_resumed_crashes": -1,
    "toolkit.telemetry.server": "data:,"}
# JSON in and out: the page's values are plain ones.
CALL = """async (words) => {
  const told = (value) => JSON.stringify(value === undefined ? null : value), values = JSON.parse(words);
  return told(await %s);
}"""
SYNC = "(function () { %s }).apply(null, values)"
ASYNC = "new Promise((done) => (function () { %s }).apply(null, [...values, done]))"
MIDDLE = """(css) => { const e = document.querySelector(css); if (!e) return null;
  e.scrollIntoView({ block: "nearest", inline: "nearest" });
  const box = e.getBoundingClientRect(), x = Math.round(box.x + box.width / 2), y = Math.round(box.y + box.height / 2);
  const there = document.elementFromPoint(x, y);
  return [x, y, Boolean(there) && (e.contains(there) || there.contains(e) && there.tagName === "LABEL")]; }"""


class Driver:
    """Nothing runs but the browsers themselves."""

    def __init__(self):
        self.binary = find("firefox-esr", "firefox")

    def open(self, **settings):
        return Firefox(self, **settings)

    def close(self):
        pass


class Bidi(Socket):
    """The browser's own WebSocket: commands are answered by number, and events come in between."""

    def __init__(self, port):
        self.stream = socket.create_connection(("127.0.0.1", port), 20)
        self.buffer = b""
        self.count = 0
        self.events = []
        self.shake_hands("127.0.0.1", port, "/session")

    def ask(self, method, timeout=60, **parameters):
        self.count += 1
        self.send({"id": self.count, "method": method, "params": parameters})
        while True:
            answer = self.receive(timeout)
            if answer.get("id") == self.count:
                break
            if answer["type"] == "event":
                self.events.append(answer)
        if answer["type"] == "error":
            raise Failed("%s: %s" % (answer["error"], answer["message"]))
        return answer["result"]


class Firefox(Page):
    """One window."""

    def __init__(self, driver, language="zh-CN", size=(1366, 768), profile=None):
        self.driver = driver
        self.own_profile = None if profile else tempfile.mkdtemp(prefix="lectern-firefox-")
        self.profile = profile or self.own_profile
        self.make_profile(language)
        self.process, self.bidi = start_patiently(lambda: self.start(size), self.kill)
        self.first = self.bidi.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.new_window()  # the one it starts with never gets the keyboard

    def make_profile(self, language):
        wishes = {**SETTINGS, "intl.accept_languages": language}
        written = [str(value).lower() if isinstance(value, (bool, int)) else '"%s"' % value for value in wishes.values()]
        path = Path(self.profile)
        path.mkdir(exist_ok=True)
        (path / "user.js").write_text("".join('user_pref("%s", %s);\n' % wish for wish in zip(wishes, written)), encoding="utf-8")

    def start(self, size):
        log = os.path.join(self.profile, "said")
        with open(log, "w", encoding="utf-8") as said:
            self.process = subprocess.Popen([self.driver.binary, "--headless", "--no-remote", "--profile", self.profile, "--remote-debugging-port=0",
                                             "--width=%d" % size[0], "--height=%d" % size[1], "about:blank"],
                                            stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True,
                                            env={**make_environment(), "MOZ_CRASHREPORTER_DISABLE": "1"})
        end = time.monotonic() + 40
        while True:
            found = re.search(r"WebDriver BiDi listening on ws://127\.0\.0\.1:(\d+)", Path(log).read_text(encoding="utf-8", errors="replace"))
            if found:
                break
            if self.process.poll() is not None or time.monotonic() > end:
                raise Failed("Firefox did not start: " + Path(log).read_text(encoding="utf-8", errors="replace"))
            time.sleep(0.05)
        bidi = Bidi(int(found.group(1)))
        bidi.ask("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
        bidi.ask("session.subscribe", events=["log.entryAdded"])
        return self.process, bidi

    def set_size(self, width, height, scale=1):
        self.bidi.ask("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height}, devicePixelRatio=scale)

    def open(self, address):
        self.bidi.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def reload(self):
        self.bidi.ask("browsingContext.reload", context=self.context, wait="complete")

    def evaluate(self, declaration, *arguments):
        """The value of a function of the page that gives something plain."""
        answer = self.bidi.ask("script.callFunction", functionDeclaration=declaration, awaitPromise=True, target={"context": self.context},
                               arguments=[{"type": "string", "value": argument} for argument in arguments])
        if answer["type"] != "success":
            raise Failed(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def run(self, script, *arguments):
        return self.load(self.evaluate(CALL % (SYNC % script), self.dump(arguments)))

    def run_async(self, script, *arguments):
        return self.load(self.evaluate(CALL % (ASYNC % script), self.dump(arguments)))

    def act(self, kind, actions):
        self.bidi.ask("input.performActions", context=self.context, actions=[{"type": kind, "id": kind, "actions": actions}])

    def click(self, css):
        place = self.evaluate("(css) => JSON.stringify((%s)(css))" % MIDDLE, css)
        x, y, seen = self.load(place) or (0, 0, False)
        if not seen:
            raise Failed("%s is not there, or something covers it" % css)
        self.act("pointer", [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def type(self, text):
        self.act("key", [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")])

    def begin_with(self, script):
        return self.bidi.ask("script.addPreloadScript", functionDeclaration="() => { %s }" % script, contexts=[self.context])["script"]

    def forget(self, script):
        self.bidi.ask("script.removePreloadScript", script=script)

    def picture(self, path):
        Path(path).write_bytes(base64.b64decode(self.bidi.ask("browsingContext.captureScreenshot", context=self.context)["data"]))

    def read_log(self):
        self.bidi.ask("session.status")  # whatever was on its way is here then
        told, self.bidi.events = self.bidi.events, []
        return [self.translate(event) for event in told]

    @staticmethod
    def translate(event):
        """An event in the words of Chromium's log."""
        entry = event["params"]
        return {"level": {"error": "SEVERE", "warn": "WARNING"}.get(entry["level"], "INFO"), "message": entry["text"]}

    def window(self):
        return self.context

    def new_window(self):
        self.turn_to(self.bidi.ask("browsingContext.create", type="tab")["context"])
        return self.context

    def close_windows(self):
        for tree in self.bidi.ask("browsingContext.getTree", maxDepth=0)["contexts"]:
            if tree["context"] != self.first:
                self.bidi.ask("browsingContext.close", context=tree["context"])
        self.turn_to(self.first)

    def turn_to(self, handle):
        self.context = handle
        self.bidi.ask("browsingContext.activate", context=handle)

    def kill(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def close(self):
        try:
            self.bidi.ask("browser.close", timeout=10)
            self.process.wait(timeout=10)
        except (Failed, Gone, OSError, subprocess.TimeoutExpired):
            pass
        self.kill()
        self.bidi.close()
        if self.own_profile:
            shutil.rmtree(self.own_profile, ignore_errors=True)
