# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What must be true after a crash, kept by the ones who were told: each judge's acknowledged sheets,
and the operator's commands that were answered."""

import threading
import time
from fractions import Fraction

CLOCK_TOLERANCE_MS = 200


class Ledger:
    """Every judge's sheets: those acknowledged, and those sent whose fate isn't known."""

    def __init__(self):
        self.lock = threading.Lock()
        self.acknowledged = {}  # (judge, lot): (version, total, marks)
        self.open = {}  # (judge, lot): {id: (total, marks)}
        self.problems = []
        self.count = 0

    def complain(self, text):
        with self.lock:
            if len(self.problems) < 40:
                self.problems.append(text)

    def note_sent(self, judge, lot, identity, marks):
        total = sum(Fraction(m) for m in marks.values())
        with self.lock:
            self.open.setdefault((judge, lot), {})[identity] = (total, marks)

    def note_refused(self, judge, lot, identity):
        with self.lock:
            self.open.get((judge, lot), {}).pop(identity, None)

    def note_acknowledged(self, judge, lot, identity, version, total):
        with self.lock:
            sent = self.open.get((judge, lot), {}).pop(identity, None)
            self.count += 1
            before = self.acknowledged.get((judge, lot))
            if before and version < before[0]:
                self.problems.append("judge %d, lot %d: version %d acknowledged after %d" % (judge, lot, version, before[0]))
            if sent and Fraction(total) != sent[0]:
                self.problems.append("judge %d, lot %d: sent %s, acknowledged %s" % (judge, lot, sent[0], total))
            if sent:
                self.acknowledged[judge, lot] = (version, sent[0], sent[1])

    def has_sheets(self, lot):
        with self.lock:
            return any(known == lot for _, known in self.acknowledged)

    def check_sheet(self, judge, lot, version, total, marks=None):
        """A sheet as the main laptop has it: the acknowledged one, or a later one that was under way."""
        with self.lock:
            known = self.acknowledged.get((judge, lot))
            under_way = list(self.open.get((judge, lot), {}).values())
        where = "judge %d, lot %d" % (judge, lot)
        if known and version < known[0]:
            self.complain("%s: version %d was acknowledged, version %d is there" % (where, known[0], version))
        elif known and version == known[0]:
            if Fraction(total) != known[1] or (marks and not same_marks(marks, known[2])):
                self.complain("%s: version %d was %s, is %s" % (where, version, known[1], total))
        elif not any(Fraction(total) == t for t, _ in under_way):
            self.complain("%s: version %d with %s was sent by nobody" % (where, version, total))

    def check_all(self, judge, sheets):
        """All of one judge's sheets, as a state brings them: none that was acknowledged may lack."""
        seen = set()
        for sheet in sheets:
            if sheet["state"] in ("submitted", "locked"):
                seen.add(sheet["lot"])
                self.check_sheet(judge, sheet["lot"], sheet["version"], sheet["total"], sheet["marks"])
        with self.lock:
            lost = [lot for j, lot in self.acknowledged if j == judge and lot not in seen]
        if lost:
            self.complain("judge %d: acknowledged sheets of lots %s are gone" % (judge, lost))


def same_marks(one, other):
    return {k: Fraction(v) for k, v in one.items() if v is not None} == {k: Fraction(v) for k, v in other.items()}


class Truth:
    """The stage as the operator left it. Moments are known only between sending a command and its
    answer, so times are intervals of monotonic milliseconds."""

    def __init__(self):
        self.lot = 0
        self.gate = None
        self.phase = "idle"
        self.base = (0.0, 0.0)  # counted before the clock was last set going
        self.since = None
        self.step = 0  # of the operator's script, done

    def after(self, command, earliest, latest):
        """A copy, with a command taken at some moment between the two."""
        other = Truth()
        other.__dict__.update(self.__dict__)
        other.step += 1
        words = command.split()
        if words[0] == "call":
            other.lot, other.phase, other.base, other.since, other.gate = int(words[1]), "idle", (0.0, 0.0), None, None
        elif command == "gate open":
            other.gate = self.lot
        elif command == "gate close":
            other.gate = None
        elif command in ("clock start", "clock resume"):
            other.phase, other.since = "running", (earliest, latest)
        elif command in ("clock pause", "clock stop"):
            other.phase = "paused" if command == "clock pause" else "stopped"
            if self.since:
                other.base = (self.base[0] + earliest - self.since[1], self.base[1] + latest - self.since[0])
            other.since = None
        return other

    def elapsed_between(self, earliest, latest):
        if not self.since:
            return self.base
        return self.base[0] + earliest - self.since[1], self.base[1] + latest - self.since[0]

    def differ(self, status, earliest, latest):
        """What a status read between two moments says otherwise; empty when it is the truth."""
        got = read_status(status)
        found = []
        if got["lot"] != self.lot:
            found.append("on stage is %s, should be %s" % (got["lot"], self.lot))
        if got["gate"] != self.gate:
            found.append("the gate is open for %s, should be %s" % (got["gate"], self.gate))
        if got["phase"] != self.phase:
            found.append("the clock is %s, should be %s" % (got["phase"], self.phase))
        low, high = self.elapsed_between(earliest, latest)
        if not max(low, 0) - CLOCK_TOLERANCE_MS <= got["elapsed_ms"] <= high + CLOCK_TOLERANCE_MS:
            found.append("the clock says %d ms, the truth is %d to %d" % (got["elapsed_ms"], low, high))
        return found

    def miss(self, status, earliest, latest):
        """How far the clock is beyond what we can't know better, in milliseconds."""
        low, high = self.elapsed_between(earliest, latest)
        got = read_status(status)["elapsed_ms"]
        return max(0, low - got, got - high)


def read_status(status):
    """What `status` answers, in the few words used here."""
    gate = status["gate"]
    entry = status.get("entry") or {}
    return {
        "lot": entry.get("lot") or 0,
        "gate": gate["lot"] if gate["open"] else None,
        "phase": status["clock"]["phase"],
        "elapsed_ms": status["clock"]["elapsed_ms"],
    }


def now_ms():
    return time.monotonic() * 1000
