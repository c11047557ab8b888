#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The jury's rulings from the command line, on a contest kept on paper: who does not mark, times and two
timers, paper sheets keyed twice, the re-check before the round is closed, reopening with a revision."""

import json
import sqlite3
from contextlib import closing

from desk import ROSTER, Desk, expect, make_csv, meaning, refused
from serving import ctl

KEYS = ["content", "language", "courseware", "bearing", "effect"]
GOOD = ["36", "20", "12", "9", "9"]


def marks_of(values):
    return ["%s=%s" % pair for pair in zip(KEYS, values)]


def who_may_mark(file):
    _, shown = ctl("show", file)
    units = {n["lot"]: n["unit"] for n in shown["nominees"]}
    return units, {j["number"]: j["unit"] for j in shown["judges"]}


def fill(desk, file, leave_out=()):
    """Sheets for every pair but those in @leave_out, a point apart by lot, and a time for everybody."""
    units, judges = who_may_mark(file)
    rows = [[lot, judge, "%d.%d" % (30 + lot // 4, lot % 4), *GOOD[1:]] for lot in units for judge, unit in judges.items()
            if unit != units[lot] and (lot, judge) not in leave_out]
    ctl("import", file, "marks", desk.write("marks.csv", make_csv([["lot", "judge", *KEYS]] + rows)))
    ctl("import", file, "times", desk.write("times.csv", make_csv([["lot", "seconds"]] + [[lot, 355] for lot in units])))
    return units, judges


def row_of(file, lot):
    return next(e for e in ctl("rank", file)[1]["entries"] if e["lot"] == lot)


def plain_lot(file):
    """A lot whose unit has no judge on the panel."""
    units, judges = who_may_mark(file)
    return next(lot for lot in sorted(units) if units[lot] not in judges.values())


def absence_and_recusal_change_the_denominator(desk):
    file = desk.contest("nominees", "judges", "drawn")
    lot = plain_lot(file)
    fill(desk, file, {(lot, 1)})
    wrong = expect(ctl("rank", file)[1]["complete"], False, "a sheet is missing")
    wrong += refused(*ctl("recuse", file, "2", lot, "--absent", check=False), 1, "wrong-state")  # has handed in
    ctl("recuse", file, "1", lot, "--absent", "--reason", "突发急病")
    _, rank = ctl("rank", file)
    wrong += expect(rank["complete"], True, "the absent judge is not expected")
    wrong += expect(len(row_of(file, lot)["sheets"]), 8, "sheets of nine judges")
    ctl("recuse", file, "2", lot, "--reason", "师生关系")
    wrong += expect(len(row_of(file, lot)["sheets"]), 7, "without the recused one")
    for judge in "3", "5", "6":
        ctl("recuse", file, judge, lot, "--reason", "x")
    row = row_of(file, lot)
    wrong += expect([s["counted"] for s in row["sheets"]], [True] * 4, "four sheets are not trimmed")
    wrong += refused(*ctl("lift-recusal", file, "2", lot, check=False), 1, "reason-missing")
    ctl("lift-recusal", file, "2", lot, "--reason", "误记")
    wrong += expect(sum(s["counted"] for s in row_of(file, lot)["sheets"]), 3, "five are")
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def nobody_left_to_mark_is_named(desk):
    file = desk.contest("nominees", "judges", "drawn")
    lot = plain_lot(file)
    fill(desk, file)
    for judge in range(1, 10):
        ctl("recuse", file, judge, lot, "--reason", "x")
    status, answer = ctl("finalise", file, check=False)
    return refused(status, answer, 1, "blocked") + expect("recused" in json.dumps(answer["error"]["details"]), True, "the cause")


def a_judge_leaves_and_is_replaced(desk):
    file = desk.contest("nominees", "judges", "drawn")
    lot = plain_lot(file)
    fill(desk, file, {(lot, 3)})
    wrong = refused(*ctl("remove-judge", file, "3", check=False), 1, "reason-missing")
    wrong += refused(*ctl("replace-judge", file, "3", "--number", "4", "--name", "新人", "--reason", "x", check=False), 1, "bad-input")
    ctl("replace-judge", file, "3", "--number", "12", "--name", "卫新", "--reason", "家中有事")
    _, shown = ctl("show", file)
    wrong += expect([j["number"] for j in shown["judges"]][-1], 12, "the newcomer")
    _, rank = ctl("rank", file)
    wrong += expect(rank["complete"], False, "the newcomer's sheet is missing for the entry that is not done")
    others = [e for e in rank["entries"] if e["lot"] != lot]
    wrong += expect(all(3 in [s["judge"] for s in e["sheets"]] for e in others), True, "what judge 3 handed in counts on")
    ctl("import", file, "marks", desk.write("m.csv", make_csv([["lot", "judge", *KEYS], [lot, 12, *GOOD]])))
    wrong += expect(ctl("rank", file)[1]["complete"], True, "complete")
    ctl("remove-judge", file, "12", "--reason", "离场")
    wrong += refused(*ctl("remove-judge", file, "12", "--reason", "离场", check=False), 1, "wrong-state")
    return wrong + expect(ctl("rank", file)[1]["complete"], True, "still") + expect(ctl("verify", file)[0], 0, "verify")


def times_and_two_timers(desk):
    file = desk.contest("nominees", "judges", "drawn")
    lot = plain_lot(file)
    fill(desk, file)
    wrong = refused(*ctl("time", file, lot, "365", check=False), 1, "reason-missing")
    ctl("time", file, lot, "365", "--reason", "表快了")
    wrong += expect((row_of(file, lot)["time_ms"], row_of(file, lot)["deduction"]), (365000, "0.10"), "corrected")
    ctl("time", file, lot, "6:30", "--reason", "又看了录像")
    wrong += expect((row_of(file, lot)["time_ms"], row_of(file, lot)["deduction"]), (390000, "0.30"), "in minutes and seconds")
    ctl("time", file, lot, "6:04.5", "--reason", "又看了录像")
    wrong += expect(row_of(file, lot)["time_ms"], 364500, "with tenths")
    for text in "6:60", "6:", ":30", "soon", "6.30.1":
        wrong += expect(ctl("time", file, lot, text, "--reason", "x", check=False)[0], 2, text)
    wrong += refused(*ctl("time", file, lot, "360", "--second-timer", check=False), 1, "bad-input")  # one timer in the rules
    two = desk.path("two.lectern")
    rules = ctl("show", file)[1]["rules"]
    rules["time"]["timers"] = 2
    ctl("new", two, "--template", desk.write("rules.json", json.dumps(rules)))
    for kind, table in ("nominees", "roster-2018.csv"), ("judges", "judges-2018.csv"):
        ctl("import", two, kind, ROSTER.parent / table)
    ctl("draw", two, "--seed", "desk")
    fill(desk, two)
    ctl("time", two, lot, "361.5", "--reason", "x")
    ctl("time", two, lot, "359.9", "--second-timer")
    wrong += expect((row_of(two, lot)["time_ms"], row_of(two, lot)["deduction"]), (359900, "0.00"), "the more favourable one")
    wrong += refused(*ctl("time", two, lot, "370", "--second-timer", check=False), 1, "reason-missing")
    ctl("time", two, lot, "370", "--second-timer", "--reason", "误读")
    wrong += expect((row_of(two, lot)["time_ms"], row_of(two, lot)["deduction"]), (361500, "0.10"), "the first timer's again")
    table = desk.write("t.csv", make_csv([["抽签号", "用时", "第二用时"], [lot, "6:02", "5:58.5"]]))
    ctl("import", two, "times", table)
    wrong += expect(row_of(two, lot)["time_ms"], 358500, "both from a table")
    wrong += refused(*ctl("import", file, "times", table, check=False), 1, "bad-rows")
    return wrong + expect(ctl("verify", two)[0], 0, "verify")


def paper_sheets_are_keyed_twice(desk):
    file = desk.contest("nominees", "judges", "drawn")
    lot = plain_lot(file)
    before = meaning(file)
    wrong = refused(*ctl("key", file, lot, "1", "1", *marks_of(GOOD), check=False), 1, "bad-input")  # by nobody
    wrong += refused(*ctl("key", file, lot, "1", "1", "--by", "甲", *marks_of(GOOD)[1:], check=False), 1, "mark-missing")
    wrong += refused(*ctl("key", file, lot, "1", "1", "--by", "甲", *marks_of(["41"] + GOOD[1:]), check=False), 1, "mark-out-of-range")
    wrong += expect(meaning(file), before, "the file")
    ctl("key", file, lot, "1", "1", "--by", "甲", *marks_of(GOOD))
    wrong += expect(row_of(file, lot)["sheets"], [], "keyed once is no sheet")
    wrong += refused(*ctl("key", file, lot, "1", "2", "--by", "甲", *marks_of(GOOD), check=False), 1, "bad-input")  # the same person
    _, answer = ctl("key", file, lot, "1", "2", "--by", "乙", *marks_of(["35"] + GOOD[1:]))
    wrong += expect("36" in answer["differences"] and "35" in answer["differences"], True, "both figures named")
    wrong += expect(row_of(file, lot)["sheets"], [], "read differently is no sheet")
    _, answer = ctl("key", file, lot, "1", "2", "--by", "乙", *marks_of(GOOD))
    wrong += expect((answer["total"], answer["version"]), ("86", 1), "alike")
    wrong += expect([s["total"] for s in row_of(file, lot)["sheets"]], ["86"], "the sheet")
    wrong += refused(*ctl("key", file, lot, "1", "1", "--by", "甲", *marks_of(GOOD), check=False), 1, "locked")  # there is one
    zeros = marks_of(["0"] * 5)
    ctl("key", file, lot, "1", "1", "--by", "甲", "--reason", "抄错", *zeros)
    status, answer = ctl("finalise", file, check=False)
    wrong += expect("keying" in [d["column"] for d in answer["error"]["details"]], True, "a keying that waits blocks")
    ctl("key", file, lot, "1", "2", "--by", "乙", "--reason", "抄错", *zeros)
    wrong += expect([s["total"] for s in row_of(file, lot)["sheets"]], ["0"], "0 is a mark")
    with closing(sqlite3.connect(file)) as db:
        sentence = db.execute("SELECT sentence FROM journal ORDER BY seq DESC LIMIT 1").fetchone()[0]
    wrong += expect("36 → 0" in sentence, True, "old and new in the journal")
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def the_re_check(desk):
    file = desk.contest("nominees", "judges", "drawn")
    fill(desk, file)
    winners = [e for e in ctl("rank", file)[1]["entries"] if e["award"] == "top-ten"]
    status, answer = ctl("finalise", file, "--require-recheck", check=False)
    wrong = refused(status, answer, 1, "blocked") + expect(len(answer["error"]["details"]), len(winners), "every winner named")
    wrong += refused(*ctl("recheck", file, winners[0]["lot"], check=False), 1, "bad-input")  # by nobody
    for winner in winners:
        for sheet in winner["sheets"]:
            ctl("recheck", file, winner["lot"], "--by", "复核员", "--judge", sheet["judge"])
    amended = [winners[0]["lot"], winners[0]["sheets"][0]["judge"], *GOOD]
    ctl("import", file, "marks", desk.write("m.csv", make_csv([["lot", "judge", *KEYS], amended])), "--amend", "抄错")
    status, answer = ctl("finalise", file, "--require-recheck", check=False)
    wrong += refused(status, answer, 1, "blocked") + expect(answer["error"]["details"][0]["row"], winners[0]["lot"], "amended afterwards")
    ctl("recheck", file, winners[0]["lot"], "--by", "复核员")
    wrong += refused(*ctl("finalise", file, "--require-recheck", "--by", "复核员", check=False), 1, "bad-input")  # the same person
    _, answer = ctl("finalise", file, "--require-recheck", "--by", "记分长")
    wrong += expect((answer["rechecked_by"], answer["revision"]), ("复核员", 1), "closed")
    wrong += refused(*ctl("reopen-round", file, check=False), 1, "reason-missing")
    wrong += refused(*ctl("reopen-round", desk.contest("nominees", "judges", "drawn"), "--reason", "x", check=False), 1, "wrong-state")
    ctl("reopen-round", file, "--reason", "申诉成立")
    _, answer = ctl("finalise", file)
    wrong += expect((answer["rechecked_by"], answer["revision"]), ("复核员", 2), "the checks still hold, the revision goes on")
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def a_decision_names_the_whole_tie(desk):
    file = desk.contest("nominees", "judges", "drawn")
    units, judges = who_may_mark(file)
    rows = [[lot, judge, *GOOD] for lot in units for judge, unit in judges.items() if unit != units[lot]]
    ctl("import", file, "marks", desk.write("marks.csv", make_csv([["lot", "judge", *KEYS]] + rows)))
    before = meaning(file)
    status, answer = ctl("decide", file, "--order", "1,2", "--reason", "抽签", check=False)
    return refused(status, answer, 1, "bad-input") + expect("28" in answer["error"]["message"], True, "who is missing") + expect(meaning(file), before, "the file")


def without_a_re_check_it_is_said(desk):
    file = desk.contest("nominees", "judges", "drawn")
    fill(desk, file)
    _, answer = ctl("finalise", file)
    return expect(answer["rechecked_by"], None, "nobody") + expect(ctl("verify", file)[0], 0, "verify")


if __name__ == "__main__":
    Desk("rulings").run(absence_and_recusal_change_the_denominator, nobody_left_to_mark_is_named, a_judge_leaves_and_is_replaced,
                        times_and_two_timers, paper_sheets_are_keyed_twice, the_re_check, a_decision_names_the_whole_tie, without_a_re_check_it_is_said)
