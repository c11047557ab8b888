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
TAIL = 20  # lines of a failed program's standard error


def count_program(record):
    """Passed, failed, skipped of one program, and what it said about what failed."""
    passed, failed, skipped, words = 0, 0, 0, []
    telling = False
    for line in (record.get("stdout") or "").splitlines():
        match = CASE.match(line)
        if not match:
            if telling and line.startswith("#") or line.startswith("Bail out!"):
                words.append("    " + line.lstrip("# "))
            continue
        directive = match.group(2).partition("#")[2].strip().upper()
        telling = bool(match.group(1))
        if directive.startswith("SKIP"):
            skipped += 1
        elif match.group(1):
            failed += 1
            words.append("failed: %s: %s" % (record["name"], match.group(2).strip()))
        else:
            passed += 1
    result = record["result"]
    if result not in GOOD and failed == 0:
        failed += 1
        words.append("failed: %s: the program itself: %s" % (record["name"], result.lower()))
    elif passed + failed + skipped == 0:
        passed, skipped = (0, 1) if result == "SKIP" else (1, 0)
    if failed:
        words += ["    " + line for line in (record.get("stderr") or "").splitlines()[-TAIL:]]
    return passed, failed, skipped, words


def read_log(path):
    if not path.exists():
        return [{"name": path.name, "result": "not written", "stdout": ""}]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(logs):
    totals = [0, 0, 0]
    for log in logs:
        for record in read_log(Path(log + ".json")):
            *counts, words = count_program(record)
            totals = [a + b for a, b in zip(totals, counts)]
            if words:
                print("\n".join(words))
    print("%d passed, %d failed, %d skipped" % tuple(totals))
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
