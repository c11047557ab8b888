#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The counting of cases: what failed, crashed, timed out or was never run must show in the last line,
and what is missing on a machine must be said by name with exit status 3."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from house import SOURCE, Tap

# name, records of the log (None: no log), last line, exit status
LOGS = [
    ("all-well", [("OK", "1..2\nok 1 /a\nok 2 /b\n")], "2 passed, 0 failed, 0 skipped", 0),
    ("one-skipped", [("OK", "ok 1 /a\nok 2 /b # SKIP no screen\n")], "1 passed, 0 failed, 1 skipped", 0),
    ("one-failed", [("FAIL", "ok 1 /a\nnot ok 2 /b\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("crashed", [("ERROR", "ok 1 /a\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("timed-out", [("TIMEOUT", "")], "0 passed, 1 failed, 0 skipped", 1),
    ("plan-unfinished", [("ERROR", "1..3\nok 1 /a\nok 2 /b\n")], "2 passed, 1 failed, 0 skipped", 1),
    ("no-tap", [("OK", "")], "1 passed, 0 failed, 0 skipped", 0),
    ("skipped-whole", [("OK", "ok 1 /a\n"), ("SKIP", "1..0 # SKIP\n")], "1 passed, 0 failed, 1 skipped", 0),
    ("no-log", None, "0 passed, 1 failed, 0 skipped", 1),
    ("nothing-run", [], "0 passed, 0 failed, 0 skipped", 1),
    ("words-starting-with-ok", [("OK", "okay then\nok 1 /a\n")], "1 passed, 0 failed, 0 skipped", 0),
]


def check_counting(tap, folder):
    for name, records, last, status in LOGS:
        log = Path(folder) / name
        if records is not None:
            lines = [json.dumps({"name": "x", "result": r, "stdout": o}) for r, o in records]
            log.with_suffix(".json").write_text("\n".join(lines), encoding="utf-8")
        run = subprocess.run([sys.executable, str(SOURCE / "tests/house/count-cases.py"), str(log)],
                             capture_output=True, text=True)
        got = run.stdout.splitlines()[-1]
        tap.case([] if (got, run.returncode) == (last, status) else ["%s, exit %d" % (got, run.returncode)],
                 "/dev/counts/" + name)


def make_tool(folder, name, text):
    path = Path(folder) / name
    path.write_text("#!/bin/sh\n" + text + "\n", encoding="utf-8")
    path.chmod(0o755)


def run_dev(folder, *args):
    """./dev with only the plainest programs in sight, besides what the test puts there."""
    for name in ("bash", "env", "dirname", "sort", "comm", "sed", "tr", "cat", "rm"):
        if not (Path(folder) / name).exists():
            os.symlink(subprocess.run(["which", name], capture_output=True, text=True).stdout.strip(), Path(folder) / name)
    return subprocess.run([str(SOURCE / "dev"), *args], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          env={"PATH": str(folder), "LC_ALL": "C.UTF-8"})


def check_missing(tap, folder):
    bare = Path(folder) / "bare"
    bare.mkdir()
    run = run_dev(bare, "run")
    wrong = [] if run.returncode == 3 and "libsoup-3.0" in run.stderr and "meson" in run.stderr else [run.returncode, run.stderr]
    tap.case(wrong, "/dev/without-apt-names-the-libraries")

    apt = Path(folder) / "apt"
    apt.mkdir()
    make_tool(apt, "apt-get", "exit 1")
    make_tool(apt, "dpkg-query", "echo installed meson")
    make_tool(apt, "id", "echo 1000")
    run = run_dev(apt, "run")
    named = "libgtk-4-dev" in run.stderr and " meson " not in run.stderr
    tap.case([] if run.returncode == 3 and named else [run.returncode, run.stderr], "/dev/without-root-names-the-packages")
    make_tool(apt, "id", "echo 0")
    run = run_dev(apt, "test")
    named = "apt-get update failed" in run.stderr and "xdotool" in run.stderr
    tap.case([] if run.returncode == 3 and named else [run.returncode, run.stderr], "/dev/without-network-says-so")
    run = run_dev(bare, "dance")
    tap.case([] if run.returncode == 2 else [run.returncode], "/dev/unknown-command")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        check_counting(tap, folder)
        check_missing(tap, folder)
    tap.done()


if __name__ == "__main__":
    main()
