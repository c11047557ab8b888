#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""F1 in the real windows: the help comes up once, Escape closes it and nothing else. What is in it is
test-help-window's; here only windows are looked at, as the window manager knows them."""

import tempfile

from hall import Console, Panel, make_small_contest
from house import Tap
from serving import find_port, own_home
from windows import run, wait_for, xdotool


def list_windows(program, title):
    return xdotool("search", "--all", "--onlyvisible", "--pid", program.process.pid, "--name", title, check=False).split()


def check(tap, name, program, title):
    program.activate(title)
    program.key("F1")
    wait_for("the help", lambda: list_windows(program, "^Help$"))
    program.activate(title)
    program.key("F1")
    program.activate("^Help$")
    tap.case([] if len(list_windows(program, "^Help$")) == 1 else ["a second F1 opens it a second time"], name + "/once")
    program.key("Escape")
    wait_for("the help to go", lambda: not list_windows(program, "^Help$"))
    tap.case([] if program.process.poll() is None and list_windows(program, title) else ["more than the help has gone"], name + "/escape")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-help-") as folder:
        own_home(folder)
        console = Console(make_small_contest(folder), find_port())
        check(tap, "/help/console", console, "微型党课")
        panel = Panel(console, folder, 1)
        check(tap, "/help/panel", panel, "Panel|Lectern|Judge")
        for program in (panel, console):
            program.quit()
    tap.done()


if __name__ == "__main__":
    run(main)
