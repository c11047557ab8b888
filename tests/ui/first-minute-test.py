#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The first entry within a minute, in the program's own panel: from its first page, with the code on the card, to the main
laptop's word that the sheet has arrived; by a judge who knows nothing but what the screen says."""

import os
import re
import sqlite3
import tempfile
from contextlib import closing

import slow_hand
from hall import Panel, make_small_contest
from house import BUILD, Tap
from serving import Server, find_port, own_home
from windows import Atspi, is_in_state, run, wait_for, xdotool

LANGUAGES = {"zh": "zh_CN", "en": "en"}
ROLES = {"field": "text", "button": "push button"}


class Screen:
    """The panel's window over the whole screen, as whoever set up the laptop left it, and a pointer."""

    def __init__(self, panel):
        self.panel = panel
        panel.activate()
        panel.press("Maximize|最大化")
        self.corner = wait_for("a window over the whole screen", self.look_at_window)

    def look_at_window(self):
        window = xdotool("getactivewindow").strip()
        told = xdotool("getwindowgeometry", "--shell", window)
        place = {key: int(value) for key, value in re.findall(r"(\w+)=(\d+)", told)}
        screen = [int(size) for size in xdotool("getdisplaygeometry").split()]
        return (place["X"], place["Y"]) if place["WIDTH"] == screen[0] else None

    def list(self, name, kind):
        return [a.get_name() for a in self.panel.list_all(name, ROLES[kind])]

    def find(self, name, kind):
        found = [a for a in self.panel.list_all(name, ROLES[kind]) if is_in_state(a, Atspi.StateType.SENSITIVE)]
        if not found:
            return None
        box = found[0].get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return self.corner[0] + box.x + box.width // 2, self.corner[1] + box.y + box.height // 2

    def read(self, pattern):
        return next((re.fullmatch(pattern, a.get_name()) for a in self.panel.list_all(pattern, "status bar")), None)

    def roll(self, _place):
        return False  # the whole sheet is in the window

    def click(self, place):
        xdotool("mousemove", *place, "click", 1)

    def press(self, key):
        self.panel.type(key)


def sit_down(tap, folder, language):
    """The entry is on stage when she arrives, and marking is open."""
    os.environ["LANGUAGE"] = LANGUAGES[language]
    path = make_small_contest(folder)
    server = Server(path, find_port())
    server.start()
    codes = {row["judge"]: row["code"] for row in server.command("codes")["codes"]}
    for line in ("call 1", "clock start", "clock stop", "gate open"):
        server.command(line)
    panel = Panel(server, folder, 2)
    try:
        wrong, told, typed = slow_hand.play(Screen(panel), language, codes[2])
        tap.note(told)
        tap.case(wrong, "/first-minute/%s/within-a-minute" % language)
        with closing(sqlite3.connect("file:%s?mode=ro" % path, uri=True)) as file:
            taken = file.execute("SELECT total FROM receipt WHERE judge = 2 AND state = 2").fetchall()
        tap.case([] if taken == [(100 * typed,)] else [taken, typed], "/first-minute/%s/on-the-disk-of-the-main-laptop" % language)
    finally:
        panel.kill()
        server.kill()


def main():
    tap = Tap()
    os.environ["LECTERN_LOCALEDIR"] = str(BUILD / "po")
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory(prefix="lectern-first-") as folder:
            own_home(os.path.join(folder, "home"))
            sit_down(tap, folder, language)
    tap.done()


if __name__ == "__main__":
    run(main)
