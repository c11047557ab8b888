#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Runs every benchmark of the build and sets its figures beside those of its bare counterpart.

A benchmark prints lines of JSON: name, unit, value, and where there is one the bare counterpart's
figure measured in the same run and the budget (how many times the bare figure the value may be; a
figure that should be large has "at_least" instead). Other lines are passed on."""

import json
import os
import subprocess
import sys
from pathlib import Path


def find_programs(build, wanted):
    found = [p for p in sorted(Path(build).glob("tests/*/bench-*")) if p.is_file() and os.access(p, os.X_OK)]
    return [p for p in found if not wanted or any(w in p.name for w in wanted)]


def run_program(program):
    rows = []
    process = subprocess.Popen([str(program)], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if isinstance(row, dict) and "name" in row and "value" in row:
            row["program"] = program.name
            rows.append(row)
        else:
            print(line, end="", file=sys.stderr)
    if process.wait() != 0:
        rows.append({"name": program.name, "program": program.name, "value": None, "error": process.returncode})
    return rows


def judge(row):
    """The ratio to the bare figure and a word on the budget."""
    value, bare = row.get("value"), row.get("bare")
    if value is None:
        return "", "failed"
    ratio = float(value) / float(bare) if bare else None
    shown = "%.2f" % ratio if ratio is not None else ""
    measure = ratio if ratio is not None else float(value)
    if row.get("budget") is not None:
        return shown, "within" if measure <= float(row["budget"]) else "MISSED"
    if row.get("at_least") is not None:
        return shown, "within" if measure >= float(row["at_least"]) else "MISSED"
    return shown, ""


def figure(value):
    return "" if value is None else "%.4g" % float(value) if abs(float(value)) < 10000 else "%.0f" % float(value)


def main():
    build, wanted = sys.argv[1], sys.argv[2:]
    rows = [row for program in find_programs(build, wanted) for row in run_program(program)]
    if not rows:
        print("No benchmark was found.", file=sys.stderr)
        return 1
    print("%-52s %10s %10s %8s %9s %s" % ("what", "ours", "bare", "ratio", "budget", ""))
    for row in rows:
        row["ratio"], row["verdict"] = judge(row)
        budget = row.get("budget")
        limit = "<= %s" % budget if budget is not None else ">= %s" % row["at_least"] if row.get("at_least") is not None else ""
        name = "%s [%s]" % (row["name"], row.get("unit", ""))
        print("%-52s %10s %10s %8s %9s %s" % (name, figure(row.get("value")), figure(row.get("bare")),
                                              row["ratio"], limit, row["verdict"]))
    out = Path(build) / "bench.json"
    out.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print("Kept in %s" % out, file=sys.stderr)
    return 1 if any(row["verdict"] == "failed" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
