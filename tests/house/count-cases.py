#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Counts single cases (TAP lines, not programs) in meson's test logs and ends with one line.

A program that crashed, timed out or left its plan unfinished without a failed case of its own
counts as one failed case (so does a case marked as not done yet), so that nothing lost on the way looks like success; so does a log that
is not there."""

import json
import re
import sys
from pathlib import Path

CASE = re.compile(r"^(not )?ok\b(.*)$")
GOOD = {"OK", "SKIP"}


def count_program(record):
    """Passed, failed, skipped of one program, and the names of what failed."""
    passed, failed, skipped, names = 0, 0, 0, []
    for line in (record.get("stdout") or "").splitlines():
        match = CASE.match(line)
        if not match:
            continue
        directive = match.group(2).partition("#")[2].strip().upper()
        if directive.startswith("SKIP"):
            skipped += 1
        elif match.group(1):
            failed += 1
            names.append(match.group(2).strip())
        else:
            passed += 1
    result = record["result"]
    if result not in GOOD and failed == 0:
        failed += 1
        names.append("the program itself: " + result.lower())
    elif passed + failed + skipped == 0:
        passed, skipped = (0, 1) if result == "SKIP" else (1, 0)
    return passed, failed, skipped, names


def read_log(path):
    if not path.exists():
        return [{"name": path.name, "result": "not written", "stdout": ""}]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(logs):
    totals = [0, 0, 0]
    for log in logs:
        for record in read_log(Path(log + ".json")):
            *counts, names = count_program(record)
            totals = [a + b for a, b in zip(totals, counts)]
            for name in names:
                print("failed: %s: %s" % (record["name"], name))
    print("%d passed, %d failed, %d skipped" % tuple(totals))
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
