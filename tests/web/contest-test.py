#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A whole entry, from its call to its reveal: three judges mark in browsers, the others with panels of another
make, and the ranking is what the sheets come to."""

from fractions import Fraction

from desk import expect
from panel import Socket, pair
from seats import run
from serving import ctl

IN_BROWSERS = {1: ("36.5", "22", "13.2", "9", "8.5"), 3: ("38.1", "23.9", "14", "9.3", "9.1"), 5: ("30", "20.5", "11.7", "8", "7.4")}
KEYS = ("content", "language", "courseware", "bearing", "effect")


def add(marks):
    return sum(Fraction(mark) for mark in marks)


def write(total):
    whole, tenths = divmod(int(10 * total), 10)
    return "%d.%d" % (whole, tenths) if tenths else str(whole)


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


if __name__ == "__main__":
    run("contest", (an_entry_of_nine_judges,))
