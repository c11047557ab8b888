#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The list before the evening from the command line: what is red ends with 1, until it is put right or
passed over with a reason; and passing over is no more than what was found."""

import os

from desk import Desk, expect, refused, run
from serving import ctl

# what can be told where there is no window, in the order of the list
KINDS = ["courseware", "photos", "characters", "space", "speed", "power", "clock", "rehearsal"]


def check(file):
    """Exit status, and the list as {kind: line}."""
    status, answer = ctl("check", file, check=False)
    return status, {line["kind"]: line for line in answer["checks"]}


def break_courseware(desk, file):
    ctl("attach", file, "courseware", "--lot", "1", desk.write("课件.pdf", "no courseware at all"))


def the_list(desk):
    file = desk.contest("nominees", "judges", "drawn")
    status, lines = check(file)
    wrong = expect(list(lines), KINDS, "kinds")
    wrong += expect((status, lines["courseware"]["level"], lines["characters"]["level"], lines["rehearsal"]["level"]),
                    (0, "amber", "green", "green"), "the sample")
    wrong += expect(os.listdir(file.parent), [file.name], "nothing is left beside the contest")
    break_courseware(desk, file)
    status, lines = check(file)
    wrong += expect((status, lines["courseware"]["level"], lines["courseware"]["passed_over"]), (1, "red", None), "broken")
    said = run("check", file)
    wrong += expect((said.returncode, "Red\tCourseware opens\t1 does not open" in said.stdout), (1, True), "in words")
    return wrong


def passing_over(desk):
    file = desk.contest("nominees", "judges", "drawn")
    ctl("pass-over", file, "courseware", "--reason", "明天才交")
    status, lines = check(file)
    wrong = expect((status, lines["courseware"]["level"], lines["courseware"]["passed_over"]), (0, "amber", "明天才交"), "amber")
    break_courseware(desk, file)
    status, lines = check(file)
    wrong += expect((status, lines["courseware"]["passed_over"]), (1, None), "worse than what was passed over")
    ctl("pass-over", file, "courseware", "--reason", "他不用课件")
    status, lines = check(file)
    wrong += expect((status, lines["courseware"]["level"], lines["courseware"]["passed_over"]), (0, "red", "他不用课件"), "red")
    ctl("undo", file)
    wrong += expect(check(file)[0], 1, "taken back")
    wrong += expect(ctl("verify", file)[0], 0, "proved")
    return wrong


def refusals(desk):
    file = desk.contest("nominees", "judges", "drawn")
    wrong = refused(*ctl("pass-over", file, "courseware", check=False), 1, "reason-missing")
    wrong += refused(*ctl("pass-over", file, "rehearsal", "--reason", "x", check=False), 1, "bad-input")
    wrong += refused(*ctl("pass-over", file, "coffee", "--reason", "x", check=False), 1, "not-found")
    wrong += expect(ctl("pass-over", file, "projector", "--reason", "礼堂自带大屏")[0], 0, "what can't be told here")
    return wrong


if __name__ == "__main__":
    Desk("cli/check").run(the_list, passing_over, refusals)
