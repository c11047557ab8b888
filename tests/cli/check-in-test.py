#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Check-in on the day with lecternctl: by id, by name, back again, and who is not expected."""

from desk import Desk, expect, refused
from serving import ctl


def here(file):
    return [nominee["id"] for nominee in ctl("show", file)[1]["nominees"] if nominee["here"]]


def people_come(desk):
    file = desk.contest("nominees")
    nominees = ctl("show", file)[1]["nominees"]
    first, second = nominees[0], nominees[5]
    wrong = expect(ctl("check-in", file, str(first["id"]))[1], {"nominee": first["id"], "here": True, "present": 1, "expected": 28}, "by id")
    wrong += expect(ctl("check-in", file, second["name"])[1], {"nominee": second["id"], "here": True, "present": 2, "expected": 28}, "by name")
    wrong += expect(ctl("check-in", file, second["name"])[1]["present"], 2, "twice")
    wrong += expect(sorted(here(file)), sorted([first["id"], second["id"]]), "show")
    wrong += expect(ctl("check-in", file, str(first["id"]), "--out")[1]["present"], 1, "back again")
    wrong += expect(here(file), [second["id"]], "show after that")
    wrong += expect(ctl("verify", file)[0], 0, "verify")
    ctl("undo", file)
    return wrong + expect(sorted(here(file)), sorted([first["id"], second["id"]]), "undone")


def strangers(desk):
    file = desk.contest("nominees", "drawn")
    wrong = refused(*ctl("check-in", file, "777", check=False), 1, "not-found")
    wrong += refused(*ctl("check-in", file, "没有此人", check=False), 1, "not-found")
    ctl("forfeit", file, "1", "--reason", "未到")
    gone = next(nominee for nominee in ctl("show", file)[1]["nominees"] if nominee["lot"] == 1)
    wrong += refused(*ctl("check-in", file, gone["name"], check=False), 1, "wrong-state")
    come = next(nominee for nominee in ctl("show", file)[1]["nominees"] if nominee["lot"] == 2)
    return wrong + expect(ctl("check-in", file, come["name"])[1]["expected"], 27, "without the forfeit")


if __name__ == "__main__":
    Desk("cli/check-in").run(people_come, strangers)
