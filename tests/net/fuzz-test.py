#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""libFuzzer for a minute on what comes in from a network, from the corpus on. `fuzz-test.py FUZZER`; what it finds new
stays in the temporary folder, and what breaks it is shown here as bytes for a file of the corpus."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from house import SOURCE, Tap

SECONDS = int(os.environ.get("LECTERN_FUZZ_SECONDS", "60"))


def main(fuzzer):
    tap = Tap()
    with tempfile.TemporaryDirectory() as found:
        run = subprocess.run([fuzzer, "-max_total_time=%d" % SECONDS, "-timeout=5", "-rss_limit_mb=1024", "-max_len=4096",
                              "-print_final_stats=1", "-artifact_prefix=" + found + "/broken-", found,
                              str(SOURCE / "tests" / "net" / "corpus")], capture_output=True, text=True, errors="replace")
        problems = run.stderr.splitlines()[-40:] if run.returncode else []
        problems += ["%s: %r" % (p.name, p.read_bytes()) for p in Path(found).glob("broken-*")]
        for line in run.stderr.splitlines():
            if line.startswith("stat::number_of_executed_units"):
                tap.note(line)
        tap.case(problems, "/fuzz/libfuzzer")
    tap.done()
    return 1 if tap.failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
