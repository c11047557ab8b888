#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Two hundred broken and hostile tables, each given to `lecternctl import` in a process of its own: refused with a
sentence, or read right, within a bounded time and memory; and nothing is left of a table that was refused.
With LECTERN_MEASURE=1 it prints what each took."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desk import Desk, expect, meaning
from hostile_tables import GOOD, __file__ as GENERATOR
from serving import CTL, ctl

SECONDS_MAX = 15
MEGABYTES_MAX = 300
MEASURE = "LECTERN_MEASURE" in os.environ


def run_measured(*arguments):
    """Exit status, its JSON, seconds, the most memory it held in MB."""
    with tempfile.TemporaryFile() as out:
        begun = time.monotonic()
        process = subprocess.Popen([CTL, "--json", *map(str, arguments)], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begun
        out.seek(0)
        return process.returncode, out.read(), seconds, usage.ru_maxrss / 1024


def judge(path, verdict, file):
    status, text, seconds, megabytes = run_measured("import", file, "nominees", path, "--dry-run")
    wrong = []
    try:
        answer = json.loads(text)
    except ValueError:
        return ["no JSON, exit status %d: %.200r" % (status, text)], seconds, megabytes
    if status not in (0, 1) or (verdict == "read") > (status == 0) or (verdict == "refused") > (status == 1):
        wrong.append("exit status %d, should be %s: %.300r" % (status, verdict, answer))
    if status == 1 and len(answer["error"]["message"]) < 15:
        wrong.append("no sentence: %r" % answer)
    if seconds > SECONDS_MAX or megabytes > MEGABYTES_MAX:
        wrong.append("took %.1f s and %d MB" % (seconds, megabytes))
    return wrong, seconds, megabytes


def read_right(desk, file, path):
    """What was read is the nominee, and no more."""
    again = desk.path("again.lectern")
    again.write_bytes(file.read_bytes())
    ctl("import", again, "nominees", path)
    found = [[n["unit"], n["name"], n["title"]] for n in ctl("show", again)[1]["nominees"]]
    return expect(found, [GOOD[:3]], "who came in")


def every_table(desk):
    file = desk.contest()
    before = meaning(file)
    folder = desk.path("tables")
    folder.mkdir()
    # In a process of its own: what this one ever held would be counted as its children's.
    subprocess.run([sys.executable, GENERATOR, str(folder)], check=True)
    wrong, seconds_max, megabytes_max, count = [], (0, ""), (0, ""), 0
    for number, (name, verdict) in enumerate(json.loads((folder / "tables.json").read_text())):
        path = folder / str(number)
        found, seconds, megabytes = judge(path, verdict, file)
        if verdict == "read" and not found:
            found = read_right(desk, file, path)
        wrong += ["%s: %s" % (name, text) for text in found]
        seconds_max, megabytes_max, count = max(seconds_max, (seconds, name)), max(megabytes_max, (megabytes, name)), count + 1
        if MEASURE:
            print("# %6.2f s %5d MB %9d bytes  %s" % (seconds, megabytes, path.stat().st_size, name))
    print("# %d tables, at most %.1f s (%s) and %d MB (%s)" % (count, *seconds_max, *megabytes_max))
    slipped = [str(p) for p in (Path("/tmp/lectern-slipped.xml"), folder.parent.parent / "slipped.xml") if p.exists()]
    return wrong + expect(count >= 200, True, "%d tables" % count) + expect(slipped, [], "files outside") + expect(meaning(file), before, "the file")


if __name__ == "__main__":
    Desk("cli/hostile").run(every_table)
