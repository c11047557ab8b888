#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A whole entry, from its call to its reveal: three judges mark in browsers, the others with panels of another
make; and a whole contest, every sheet of it marked in a browser. The ranking is what the sheets come to."""

from fractions import Fraction

import reckoning
from browser import ENTER
from desk import expect
from panel import Socket, pair
from reckoning import add, write
from seats import run
from serving import ctl

IN_BROWSERS = {1: ("36.5", "22", "13.2", "9", "8.5"), 3: ("38.1", "23.9", "14", "9.3", "9.1"), 5: ("30", "20.5", "11.7", "8", "7.4")}
KEYS = ("content", "language", "courseware", "bearing", "effect")


def hand_in_elsewhere(hall, judge, lot):
    """A judge with a panel in Python's standard library; the total, or None for a recusal."""
    marks = ("35.%d" % judge, "21.%d" % judge, "12.5", "8.%d" % judge, "9")
    token = pair("127.0.0.1", hall.server.port, hall.server.fingerprint, hall.codes[judge], "Python")
    wire = Socket("127.0.0.1", hall.server.port, hall.server.fingerprint)
    wire.send({"type": "hello", "token": token})
    state = wire.expect("state")
    if lot not in state["recused"]:
        wire.send({"type": "sheet", "id": "%032x" % judge, "lot": lot, "marks": dict(zip(KEYS, marks)), "submit": True})
        answer = wire.expect("ack", "error")
        if answer.get("state") != "submitted":
            raise AssertionError("judge %d: %s" % (judge, answer))
    wire.close()
    return None if lot in state["recused"] else add(marks)


def an_entry_of_nine_judges(hall):
    lot = 3
    seats = [hall.seat(judge) for judge in IN_BROWSERS]
    hall.put_on_stage(lot)
    totals = {judge: hand_in_elsewhere(hall, judge, lot) for judge in (2, 4, 6, 7, 8, 9)}
    for seat in seats:
        seat.turn_to().wait_stage(lot)
        seat.focus(0)
        seat.mark(*IN_BROWSERS[seat.judge])
        seat.submit()
        seat.wait_text("#message", "主控电脑已收到")
        totals[seat.judge] = add(IN_BROWSERS[seat.judge])
    hall.server.command("gate close")
    wrong = []
    for seat in seats:
        seat.turn_to()
        wrong += expect(seat.wait_text("#message", "已收到并锁定"), "已收到并锁定：%s" % write(totals[seat.judge]), "locked")
        wrong += expect(len(hall.submissions(seat.judge)), 1, "handed in once by judge %d" % seat.judge)
        wrong += seat.complaints()
    hall.server.command("reveal %d" % lot)
    hall.server.quit()
    entry = next(entry for entry in ctl("rank", hall.file)[1]["entries"] if entry["lot"] == lot)
    totals = {judge: total for judge, total in totals.items() if total is not None}
    wrong += expect({sheet["judge"]: Fraction(sheet["total"]) for sheet in entry["sheets"]}, totals, "the sheets")
    counted = sorted(totals.values())[1:-1]
    mean = sum(counted) / len(counted)
    wrong += expect(abs(Fraction(entry["mean"]) - mean) <= Fraction(1, 2000000), True, "the mean %s of %s" % (entry["mean"], totals))
    return wrong + expect(ctl("verify", hall.file)[0], 0, "verify")


def speak(hall, lot):
    """An entry's talk of a length of its own, and the gate."""
    for line in ("call %d" % lot, "clock start", "clock stop", "clock set %d as timed by hand" % reckoning.choose_seconds(lot), "gate open"):
        answer = hall.server.command(line)
        if not answer.get("ok"):
            raise AssertionError("%s: %s" % (line, answer))


def hand_in(seat, lot):
    """The judge's total, with the keyboard alone; None for a recusal."""
    seat.turn_to().wait_stage(lot)
    if "回避" in (seat.text("#message") or ""):
        return None
    marks = reckoning.choose_marks(seat.judge, lot)
    seat.wait_text("#gate-status", "正在为 %d 号打分" % lot)
    seat.mark(*marks)
    seat.browser.type(ENTER + ENTER)  # the button, and the question
    total = add(marks)
    seat.wait_text("#message", "主控电脑已收到：%s$" % write(total).replace(".", r"\."))
    return total


def look_back(seat, totals):
    """What the judge's panel says at the end: of what is on stage, and of what was handed in before."""
    last = max(totals)
    seat.turn_to()
    wrong = expect(seat.wait_text("#message", "已收到并锁定|回避").split("，")[0],
                   "已收到并锁定：%s" % write(totals[last][seat.judge]) if seat.judge in totals[last] else "您对该选手回避", "judge %d" % seat.judge)
    shown = seat.browser.run("return [...document.querySelectorAll('.own-sheet')].map((row) => row.innerText)")
    mine = {lot: sheets[seat.judge] for lot, sheets in totals.items() if seat.judge in sheets and lot != last}
    wrong += expect(len(shown), len(mine), "sheets in judge %d's list" % seat.judge)
    wrong += ["judge %d has no %d with %s in the list" % (seat.judge, lot, write(total)) for lot, total in mine.items()
              if not any(row.startswith("%d 号" % lot) and write(total) in row.split() for row in shown)]
    return wrong + seat.complaints()


def all_28_entries_before_nine_browsers(hall):
    """Every judge of the sample in a tab of its own, every entry, to the end."""
    seats = [hall.seat(judge["number"]) for judge in ctl("show", hall.file)[1]["judges"]]
    lots = sorted(nominee["lot"] for nominee in ctl("show", hall.file)[1]["nominees"])
    totals = {lot: {} for lot in lots}
    for lot in lots:
        speak(hall, lot)
        totals[lot] = {seat.judge: total for seat in seats if (total := hand_in(seat, lot)) is not None}
        hall.server.command("gate close")
        hall.server.command("reveal %d" % lot)
    wrong = expect((len(lots), len(seats), sum(map(len, totals.values()))), (28, 9, 28 * 9 - 6), "entries, judges, sheets")
    for seat in seats:
        wrong += look_back(seat, totals)
        wrong += expect(len(hall.submissions(seat.judge)), sum(seat.judge in sheets for sheets in totals.values()), "handed in once by %d" % seat.judge)
    hall.server.quit()
    wrong += expect(ctl("finalise", hall.file, "--by", "test")[0], 0, "finalised")
    answer = ctl("rank", hall.file)[1]
    wrong += expect((answer["provisional"], answer["complete"]), (False, True), "the ranking")
    wrong += reckoning.compare(answer, reckoning.rank(totals, {lot: reckoning.choose_seconds(lot) for lot in lots}))
    return wrong + expect(ctl("verify", hall.file)[0], 0, "verify")


if __name__ == "__main__":
    run("contest", (an_entry_of_nine_judges, all_28_entries_before_nine_browsers))
