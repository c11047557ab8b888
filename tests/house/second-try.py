#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Windows on a virtual screen depend on what is not ours: a display server, a window manager, an
accessibility bus. A test of theirs that failed gets one more try, which is said aloud.

second-try.py names LOG: the tests of meson's LOG that failed. second-try.py merge LOG AGAIN: LOG
with those replaced by what AGAIN says of them; without AGAIN everything stays as it was."""

import json
import sys
from pathlib import Path

GOOD = ("OK", "SKIP", "EXPECTEDFAIL")


def read(name):
    path = Path(name)
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def main():
    rows = read(sys.argv[2])
    if sys.argv[1] == "names":
        print("\n".join(row["name"].split(" / ")[-1] for row in rows if row["result"] not in GOOD))
        return
    again = {row["name"]: row for row in read(sys.argv[3])}
    merged = [row if row["result"] in GOOD else again.get(row["name"], row) for row in rows]
    Path(sys.argv[2]).write_text("".join(json.dumps(row) + "\n" for row in merged))


main()
