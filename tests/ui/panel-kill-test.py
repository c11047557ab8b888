#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""One judge's panel against `lecternctl serve`, both killed without warning: the practice before the
contest, a draft that survives, and a sheet that was submitted while nobody was there, which arrives once,
after both have been killed and started again. By keyboard and by what the accessible tree says alone."""

import os
import sqlite3
import tempfile
import time
from contextlib import closing

from hall import CRITERIA, Panel, list_order, make_small_contest
from house import Tap
from serving import Server, find_port, own_home
from windows import run, wait_for

MARKS = ("36.5", "22", "13.1", "9", "8.8")
TOTAL = "89.4"
BACK_WITHIN = 5.0


def open_panel(server, folder):
    panel = Panel(server, folder, 1)
    panel.find("Connected", "push button")
    return panel


def practise(tap, server, panel):
    panel.press("Try It on an Invented Entry")
    panel.find("Invented Speaker", "label")
    panel.mark(MARKS)
    panel.key("Return")
    panel.find("Submit %s" % TOTAL, "push button")
    panel.key("Return")
    panel.find("So it looks when a sheet was received: %s.*" % TOTAL, "status bar")
    panel.press("End the Practice")
    panel.find("Waiting for the Next Speaker", "label")
    told = wait_for("the main laptop hears of the practice", lambda: server.command("status")["practised"])
    tap.case([] if told == [1] else [told], "/panel-kill/practised")


def read_marks(panel):
    """What stands in the entries of the criteria, by their accessible names."""
    texts = []
    for criterion in CRITERIA[:2]:
        entry = panel.find("%s, of .*" % criterion, "text")
        text = entry.get_text_iface()
        texts.append(text.get_text(0, text.get_character_count()))
    return texts


def lose_the_panel(tap, server, panel, folder):
    """In the middle of a sheet; the new one asks nothing."""
    panel.mark(MARKS[:2])
    panel.find("Draft kept on this laptop.*", "status bar")
    panel.kill()
    panel = open_panel(server, folder)
    shown = wait_for("the marks are back", lambda: read_marks(panel) if read_marks(panel)[0] else None)
    tap.case([] if shown == list(MARKS[:2]) else [shown], "/panel-kill/draft")
    return panel


def lose_the_main_laptop(tap, server, panel):
    """Killed and started again while the panel goes on: it is back by itself, within five seconds of the network."""
    server.kill()
    panel.find("Reconnecting…", "push button")
    server.start()
    begun = time.monotonic()
    panel.find("Connected", "push button")
    took = time.monotonic() - begun
    tap.note("connected %.1f s after the main laptop was back" % took)
    tap.case([] if took <= BACK_WITHIN else ["connected after %.1f s" % took], "/panel-kill/back-in-time")


def lose_both(tap, server, panel, folder):
    """The main laptop is gone, the judge submits all the same, and his panel goes too."""
    server.kill()
    panel.find("Reconnecting…", "push button")
    panel.mark(MARKS[2:])
    panel.key("Return")
    panel.find("Submit %s" % TOTAL, "push button")
    panel.key("Return")
    panel.find("Not sent yet; it goes out by itself.*", "status bar")
    panel.kill()
    server.start()
    panel = open_panel(server, folder)
    panel.find("Received by the main laptop: %s" % TOTAL, "status bar")
    tap.case([] if server.command("status")["entry"]["sheets"] == 1 else [server.command("status")], "/panel-kill/submitted-sheet")
    return panel


def count_versions(path):
    with closing(sqlite3.connect("file:%s?mode=ro" % path, uri=True)) as file:
        return file.execute("SELECT judge, version, total FROM sheet ORDER BY judge, version").fetchall()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-panel-") as folder:
        own_home(folder)
        path = make_small_contest(folder)
        server = Server(path, find_port())
        server.start()
        code = server.command("code 1")["code"]
        panel = Panel(server, folder, 1)
        panel.take_seat(code)
        practise(tap, server, panel)
        lot = list_order(path)[0]["lot"]
        for line in ("call %d" % lot, "clock start", "clock stop", "gate open"):
            server.command(line)
        panel.find("Marking is open for No. %d" % lot, "status bar")
        panel = lose_the_panel(tap, server, panel, folder)
        lose_the_main_laptop(tap, server, panel)
        panel = lose_both(tap, server, panel, folder)
        panel.quit()
        server.quit()
        sheets = count_versions(path)
        tap.case([] if sheets == [(1, 1, 89400)] else sheets, "/panel-kill/arrived-once")
        leftovers = [n for n in os.listdir(folder) if "damaged" in n]
        tap.case(leftovers, "/panel-kill/nothing-set-aside")
    tap.done()


if __name__ == "__main__":
    run(main)
