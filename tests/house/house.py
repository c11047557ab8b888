# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What the tests written in Python share: where things are, which files are the project's, and TAP."""

import os
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

SOURCE = Path(os.environ.get("LECTERN_SOURCE_ROOT") or Path(__file__).resolve().parents[2])
BUILD = Path(os.environ.get("LECTERN_BUILD_ROOT") or SOURCE / "build")
NOT_OURS = ("build", ".git", "shots", "rehearsal", "__pycache__")


def list_files(*patterns):
    """The project's own files (git's list, or the folder's where there is no git), as relative paths."""
    git = ["git", "-c", "safe.directory=*", "-C", str(SOURCE), "ls-files", "-co", "--exclude-standard"]
    try:
        names = subprocess.run(git, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        names = [str(p.relative_to(SOURCE)) for p in SOURCE.rglob("*") if p.is_file()]
    ours = [n for n in names if not n.startswith(NOT_OURS) and (SOURCE / n).is_file()]
    return sorted(n for n in ours if not patterns or any(fnmatch(n, p) for p in patterns))


def read(name):
    return (SOURCE / name).read_text(encoding="utf-8")


class Tap:
    """Test Anything Protocol: one line a case, a plan at the end."""

    def __init__(self):
        self.number = 0
        self.failed = 0

    def case(self, problems, name):
        """A case passes when @problems (a list of sentences, or a condition negated) is empty."""
        self.number += 1
        if problems:
            self.failed += 1
        print("%sok %d %s" % ("not " if problems else "", self.number, name))
        if isinstance(problems, (list, tuple)):
            for problem in problems:
                for line in str(problem).splitlines():
                    print("# " + line)
        sys.stdout.flush()
        return not problems

    def skip(self, name, why):
        self.number += 1
        print("ok %d %s # SKIP %s" % (self.number, name, why), flush=True)

    def note(self, text):
        for line in str(text).splitlines():
            print("# " + line, flush=True)

    def done(self):
        print("1..%d" % self.number, flush=True)
        sys.exit(1 if self.failed or not self.number else 0)
