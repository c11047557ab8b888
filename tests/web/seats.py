# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What the tests of the browser panel share: a hall with the main laptop's program, one browser, and panels in
it, each in a tab of its own over a wire of its own."""

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing

from browser import ENTER, Driver, Missing
from house import Tap
from serving import Server, ctl, find_port, make_contest, own_home
from wire import Wire

# What a browser says of a main laptop that is away; everything else it says is wrong.
QUIET = ("WebSocket connection to", "net::ERR_", "Failed to load resource",
         "connection to the server at wss://", "The connection to wss://")


class Hall:
    """The sample contest, served; a fresh one for every case."""

    def __init__(self, driver=None):
        self.driver = driver or Driver()
        self.home = tempfile.TemporaryDirectory(prefix="lectern-web-")
        own_home(os.path.join(self.home.name, "home"))
        self.browser = None
        self.wires = []
        self.drawn = os.path.join(self.home.name, "drawn.lectern")
        make_contest(self.drawn)
        self.file = None
        self.server = None
        self.codes = {}
        self.count = 0
        self.more = []

    def begin(self, rules=None, photo=None, lot=1):
        """A fresh contest and server; the browser stays. @rules: a file with a part of the rules, set first; @photo:
        a picture that is attached to @lot."""
        if self.server:
            self.end()
        self.count += 1
        self.file = os.path.join(self.home.name, "contest-%d.lectern" % self.count)
        shutil.copy(self.drawn, self.file)
        if rules:
            ctl("rules", self.file, "--set", rules)
        if photo:
            ctl("attach", self.file, "photo", "--lot", lot, photo)
        self.server = Server(self.file, find_port())
        self.server.start()
        self.codes = {c["judge"]: c["code"] for c in self.server.command("codes")["codes"]}

    def end(self):
        for browser in self.more:
            browser.close()
        self.more = []
        if self.browser:
            self.browser.close_windows()
        for wire in self.wires:
            wire.close()
        self.wires = []
        if self.server.process.poll() is None:
            self.server.kill()

    def close(self):
        if self.server:
            self.end()
        if self.browser:
            self.browser.close()
        self.driver.close()
        self.home.cleanup()

    def open_browser(self, **settings):
        """A browser besides the usual one."""
        browser = self.driver.open(**settings)
        self.more.append(browser)
        return browser

    def seat(self, judge, browser=None, taken=True):
        """A panel for @judge in a tab, on a wire of its own."""
        if browser is None:
            self.browser = browser = self.browser or self.driver.open()
            browser.new_window()
            browser.set_size(1366, 768)
        wire = Wire(self.server.port)
        self.wires.append(wire)
        seat = Seat(self, judge, browser, wire)
        seat.browser.open(seat.address)
        seat.browser.wait_text("#take-seat", ".")
        if taken:
            seat.take()
        return seat

    def put_on_stage(self, lot, gate=True):
        """Calls @lot, lets it talk and opens the gate."""
        for line in ["call %d" % lot, "clock start"] + (["clock stop", "gate open"] if gate else []):
            answer = self.server.command(line)
            if not answer.get("ok"):
                raise AssertionError("%s: %s" % (line, answer))

    def query(self, sql, *values):
        with closing(sqlite3.connect("file:%s?mode=ro" % self.file, uri=True)) as file:
            return file.execute(sql, values).fetchall()

    def submissions(self, judge):
        """The totals this judge handed in, in thousandths, one a letter that was taken."""
        return [row[0] for row in self.query("SELECT total FROM receipt WHERE judge = ? AND state = 2 ORDER BY version", judge)]


class Seat:
    """One panel, as its judge sees it."""

    def __init__(self, hall, judge, browser, wire):
        self.hall = hall
        self.judge = judge
        self.browser = browser
        self.wire = wire
        self.window = browser.window()
        self.address = "https://127.0.0.1:%d/" % wire.port

    def turn_to(self):
        self.browser.turn_to(self.window)
        return self

    def take(self):
        self.browser.type(self.hall.codes[self.judge] + ENTER)
        self.browser.wait_text("#connection-words", "已连接|Connected")

    def text(self, css):
        return self.browser.text(css)

    def wait_text(self, css, pattern, timeout=10):
        return self.browser.wait_text(css, pattern, timeout)

    def wait_stage(self, lot):
        self.wait_text("#lot", r"^(No\. )?%d\b" % lot)

    def wait_photo(self, timeout=10):
        """Until the face of who is on stage is there; its width and height."""
        size = "const i = document.querySelector('#photo'); return i.hidden || !i.naturalWidth ? null : [i.naturalWidth, i.naturalHeight]"
        end = time.monotonic() + timeout
        while not (found := self.browser.run(size)):
            if time.monotonic() > end:
                raise AssertionError("there is no photo")
            time.sleep(0.05)
        return found

    def mark(self, *marks):
        """Types the marks as a judge does, from the row that has the focus on."""
        self.browser.type("".join(mark + ENTER for mark in marks))

    def focus(self, index):
        self.browser.run("const f = document.querySelectorAll('.criterion .mark')[arguments[0]]; f.focus(); f.select()", index)

    def fields(self):
        return self.browser.run("return [...document.querySelectorAll('.criterion .mark')].map((field) => field.value)")

    def submit(self):
        """From the button to the main laptop's word."""
        self.browser.click("#submit")
        self.browser.wait_text("#confirm-submit", ".")
        self.browser.type(ENTER)

    def has_focus(self, css):
        return self.browser.run("return document.activeElement === document.querySelector(arguments[0])", css)

    def complaints(self):
        """What the browser's console holds against the page."""
        return [entry["message"] for entry in self.browser.read_log()
                if entry["level"] in ("SEVERE", "WARNING") and not any(q in entry["message"] for q in QUIET)]


def run(prefix, cases, start=Driver):
    """Each case on a fresh contest; an exception is wrong too. Arguments of the program: only cases with these words.
    @start: what browsers come from."""
    tap = Tap()
    try:
        hall = Hall(start())
    except Missing as error:
        tap.skip("/web/" + prefix, "there is no %s here" % error)
        tap.done()
    try:
        for case in (c for c in cases if not sys.argv[1:] or any(word in c.__name__ for word in sys.argv[1:])):
            begun = time.monotonic()
            try:
                hall.begin()
                problems = case(hall)
            except Exception as error:  # pylint: disable=broad-except
                problems = ["%s: %s" % (type(error).__name__, error)]
            tap.note("%.1f s" % (time.monotonic() - begun))
            tap.case(problems, "/web/%s/%s" % (prefix, case.__name__.replace("_", "-")))
    finally:
        hall.close()
    tap.done()
