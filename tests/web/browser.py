# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A browser that nobody sees: Chromium, driven through W3C WebDriver over plain HTTP, with Python's standard library and
the driver that comes with the browser, nothing else. Firefox, with the same face, is in firefox.py."""

import base64
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# As WebDriver calls the keys.
ENTER, ESCAPE, TAB, UP, DOWN, PAGE_UP, BACKSPACE = "\ue007", "\ue00c", "\ue004", "\ue013", "\ue015", "\ue00e", "\ue003"
CHROMIUM = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
            "--disable-backgrounding-occluded-windows", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-proxy-server", "--force-device-scale-factor=1", "--hide-scrollbars"]


class Missing(Exception):
    """There is no such browser here."""


class Failed(Exception):
    """What WebDriver refused."""


def find(*names):
    for name in names:
        if shutil.which(name):
            return shutil.which(name)
    raise Missing(names[0])


def make_environment():
    """The test's own, but that warnings of GLib are fatal: that holds for our programs, and would now and then kill a browser."""
    return {name: value for name, value in os.environ.items() if name != "G_DEBUG"}


def start_patiently(start, clear_up, tries=3):
    """What @start gives. A browser that does not come up, as happens on a machine with much else to do, is no word about
    the panel: what is left of it goes, and it is started anew."""
    for left in range(tries - 1, -1, -1):
        try:
            return start()
        except (Failed, OSError) as error:
            clear_up()
            if not left:
                raise
            print("# the browser did not start, and is started again: %s" % str(error).strip().replace("\n", "\n# "), flush=True)
            time.sleep(1)
    return None


class Driver:
    """The driver's process."""

    def __init__(self):
        self.binary = find("chromium", "google-chrome")
        program = find("chromedriver")
        self.process = subprocess.Popen([program, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                        start_new_session=True, env=make_environment())
        for line in self.process.stdout:
            found = re.search(r"(?:on port|127\.0\.0\.1:) ?(\d{2,5})", line)
            if found and "port 0" not in line:
                self.port = int(found.group(1))
                return
        raise Failed("the driver did not start")

    def call(self, method, path, body=None, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            data = json.dumps(body).encode() if method == "POST" else None
            connection.request(method, path, data, {"Content-Type": "application/json"} if data else {})
            value = json.loads(connection.getresponse().read().decode())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and value.get("error"):
            raise Failed("%s: %s" % (value["error"], value.get("message", "").splitlines()[0]))
        return value

    def open(self, **settings):
        return Browser(self, **settings)

    def close(self):
        # Whatever it started goes with it.
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()


class Page:
    """What every browser can by running a script in its page: see run() and run_async()."""

    dump, load = staticmethod(json.dumps), staticmethod(json.loads)

    def text(self, css):
        """What is to be read there; None when nothing shows."""
        return self.run("const e = document.querySelector(arguments[0]); return e && e.getClientRects().length ? e.innerText.trim() : null", css)

    def wait(self, what, script, *arguments, timeout=10):
        """Waits until @script gives something true; what it gave."""
        end = time.monotonic() + timeout
        while True:
            try:
                value = self.run(script, *arguments)
            except Failed:
                value = None  # between two pages
            if value:
                return value
            if time.monotonic() > end:
                raise AssertionError("waited in vain for " + what)
            time.sleep(0.05)

    def wait_text(self, css, pattern, timeout=10):
        script = ("const e = document.querySelector(arguments[0]);"
                  "return e && e.getClientRects().length && new RegExp(arguments[1]).test(e.innerText) ? e.innerText : ''")
        try:
            return self.wait("%s at %s" % (pattern, css), script, css, pattern, timeout=timeout)
        except AssertionError as error:
            raise AssertionError("%s; there is %r" % (error, self.text(css))) from None

    def settle(self, ms=150):
        """Waits for what is being painted."""
        self.run_async("requestAnimationFrame(() => setTimeout(arguments[1], arguments[0]))", ms)


class Browser(Page):
    """One window of Chromium. @profile: a folder that outlives it; @trusting: it asks nothing about the main laptop's certificate."""

    def __init__(self, driver, language="zh-CN", size=(1366, 768), profile=None, trusting=True):
        self.driver = driver
        self.own_profile = None if profile else tempfile.mkdtemp(prefix="lectern-browser-")
        self.profile = profile or self.own_profile
        capabilities = {
            "acceptInsecureCerts": trusting, "timeouts": {"script": 60000}, "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": {
                "binary": driver.binary,
                "args": CHROMIUM + ["--lang=" + language, "--accept-lang=" + language, "--window-size=%d,%d" % size,
                                    "--user-data-dir=" + self.profile],
                "prefs": {"intl.accept_languages": language}}}
        answer = start_patiently(lambda: driver.call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}}), self.kill)
        self.path = "/session/" + answer["sessionId"]
        self.first = self.window()

    def call(self, method, path, body=None):
        return self.driver.call(method, self.path + path, {} if body is None else body)

    def cdp(self, command, **parameters):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def set_size(self, width, height, scale=1):
        """The page's own size, whatever the window is."""
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    def reload(self):
        self.call("POST", "/refresh")

    def run(self, script, *arguments):
        """The value of @script, the body of a function."""
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script, *arguments):
        """@script calls its last argument with the value."""
        return self.call("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def find(self, css):
        return self.call("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]

    def click(self, css):
        self.call("POST", "/element/%s/click" % self.find(css))

    def type(self, text):
        """Keys, to whatever has the focus."""
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def begin_with(self, script):
        """Runs @script before anything else in every page of this window from now on, until it is forgotten."""
        return self.cdp("Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"]

    def forget(self, script):
        self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=script)

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("GET", "/screenshot")))

    def read_log(self):
        """What the browser's console said since it was read last."""
        return self.call("POST", "/se/log", {"type": "browser"})

    def window(self):
        return self.call("GET", "/window")

    def new_window(self):
        handle = self.call("POST", "/window/new", {"type": "tab"})["handle"]
        self.turn_to(handle)
        return handle

    def close_windows(self):
        """All but the first, which keeps the browser alive."""
        for handle in self.call("GET", "/window/handles"):
            if handle != self.first:
                self.turn_to(handle)
                self.call("DELETE", "/window")
        self.turn_to(self.first)

    def turn_to(self, handle):
        self.call("POST", "/window", {"handle": handle})

    def kill(self):
        """SIGKILL to the whole browser, which nothing can catch or tidy up after."""
        marker = ("--user-data-dir=" + self.profile).encode()
        for process in os.listdir("/proc"):
            try:
                with open("/proc/%s/cmdline" % process, "rb") as file:
                    if marker in file.read().split(b"\0"):
                        os.kill(int(process), signal.SIGKILL)
            except (OSError, ValueError):
                pass

    def close(self):
        try:
            self.call("DELETE", "")
        except (Failed, OSError):
            pass
        if self.own_profile:
            shutil.rmtree(self.own_profile, ignore_errors=True)
