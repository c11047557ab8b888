# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What a contest of the sample's rules must come to, from the marks as they were typed, in exact fractions: written anew from
the rules' text, with nothing of the program in it."""

import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

FULL_MARKS = (400, 250, 150, 100, 100)  # tenths of a point
LIMIT = 360
AWARDS = ("top-ten", "merit")


def choose_marks(judge, lot):
    """A sheet as a judge may type it, around what the entry is worth; the same in every run."""
    worth = random.Random(lot).randint(72, 96)
    chance = random.Random("%d of %d" % (judge, lot))
    return tuple(write(Fraction(min(full * (worth + chance.randint(-6, 6)) // 100, full), 10)) for full in FULL_MARKS)


def choose_seconds(lot):
    """How long a talk takes: some keep to six minutes."""
    return 335 + 11 * lot % 73


def write(points):
    """As the panels write points: no more decimals than there are."""
    tenths = int(10 * points)
    return "%d.%d" % divmod(tenths, 10) if tenths % 10 else str(tenths // 10)


def add(marks):
    return sum(Fraction(mark) for mark in marks)


def cut(totals):
    """From five sheets on the lowest and the highest are struck out."""
    totals = sorted(totals)
    return totals[1:-1] if len(totals) >= 5 else totals


def deduct(seconds):
    """A tenth of a point for every ten seconds begun beyond the limit."""
    return Fraction(-(-max(seconds - LIMIT, 0) // 10), 10)


def round_up(points, places):
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def rank(totals, seconds):
    """@totals: judge by judge, lot by lot; the ranking, as `lecternctl rank` tells it. No two may be equal: what then
    happens is another test's."""
    means = {lot: sum(cut(sheets.values())) / len(cut(sheets.values())) for lot, sheets in totals.items()}
    finals = {lot: mean - deduct(seconds[lot]) for lot, mean in means.items()}
    if len(set(finals.values())) != len(finals):
        raise AssertionError("two entries are equal: choose other marks")
    order = sorted(finals, key=finals.get, reverse=True)
    return [{"rank": number, "lot": lot, "mean": round_up(means[lot], 6), "deduction": round_up(deduct(seconds[lot]), 2),
             "final": round_up(finals[lot], 2), "award": AWARDS[0] if number <= 10 else AWARDS[1],
             "sheets": {judge: Decimal(write(total)) for judge, total in totals[lot].items()}}
            for number, lot in enumerate(order, 1)]


def compare(answer, wanted):
    """The differences between `lecternctl rank` and @wanted, in words."""
    told = [{**{key: entry[key] for key in ("rank", "lot", "mean", "deduction", "final", "award")},
             "sheets": {sheet["judge"]: Decimal(sheet["total"]) for sheet in entry["sheets"]}} for entry in answer["entries"]]
    wrong = ["%s instead of %s" % pair for pair in zip(told, wanted) if pair[0] != pair[1]]
    return wrong + ([] if len(told) == len(wanted) else ["%d entries, not %d" % (len(told), len(wanted))])
