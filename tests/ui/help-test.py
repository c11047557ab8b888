#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""F1 in the real windows: the help comes up at the page for what somebody has before his eyes, a link leads on,
Escape closes it, and the window below goes on where it was."""

import tempfile

from hall import Console, Panel, make_small_contest
from house import Tap
from serving import find_port, own_home
from windows import NotThere, run, wait_for

# The page of the console, how its help begins.
PAGES = (("Set-up", "A contest is one file.*"), ("Draw", "A contest is one file.*"), ("Evening", "The page .*Evening.* is where you stay.*"),
         ("Results", "Under .*Results.* has the order.*"), ("Papers", "Under .*Results.* has the order.*"),
         ("Journal", "Breathe.*"))


def open_help(program, begins):
    program.key("F1")
    program.find(begins, "label")


def close_help(program, begins):
    program.key("Escape")
    wait_for("the help to go", lambda: not program.list_all(begins, "label"))


def check(tap, name, program, begins):
    problems = []
    try:
        open_help(program, begins)
        close_help(program, begins)
    except NotThere as error:
        problems.append(error)
    tap.case(problems, name)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-help-") as folder:
        own_home(folder)
        console = Console(make_small_contest(folder), find_port())
        console.find("Journal", "page tab")
        for page, begins in PAGES:
            console.show_page(page)
            console.activate("微型党课")
            check(tap, "/help/console/" + page.lower(), console, begins)
        panel = Panel(console, folder, 1)
        panel.find("Take the Seat", "push button")
        panel.activate("Judge.s Panel")
        check(tap, "/help/panel", panel, "Take your seat.*")
        for program in (panel, console):
            program.quit()
    tap.done()


if __name__ == "__main__":
    run(main)
