#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Form: clang-format 14's output is the law, every source says whose it is and under which licence,
functions and files stay short enough to read, and nothing unfinished is left lying about."""

import re
import shutil
import subprocess

from house import SOURCE, Tap, list_files, read

LONGEST_FUNCTION = 60
LONGEST_FILE = 800
# Functions that may be longer, each with its reason.
LONG_WITH_REASON = {
}
LICENSED = ("*.c", "*.h", "*.py", "*.ui", "*.css", "*.sql", "*.xml", "*.xml.in", "dev", ".ci/run", "*.sh", "*.js")


def find_formatter():
    for name in ("clang-format-14", "clang-format"):
        if shutil.which(name):
            version = subprocess.run([name, "--version"], capture_output=True, text=True).stdout
            if re.search(r"version 14\.", version):
                return name
    return None


def check_format(tap):
    name = "/form/clang-format"
    formatter = find_formatter()
    if not formatter:
        tap.skip(name, "the law is clang-format 14's output, and it is not here")
        return
    sources = list_files("*.c", "*.h")
    run = subprocess.run([formatter, "--dry-run", "-Werror", *sources], cwd=SOURCE, capture_output=True, text=True)
    found = [line for line in run.stderr.splitlines() if "error:" in line]
    tap.case(found[:40] or ([run.stderr] if run.returncode else []), name)


def check_licences(tap):
    missing = []
    for name in list_files(*LICENSED):
        head = "\n".join(read(name).splitlines()[:6])
        if "SPDX-License-Identifier:" not in head or "SPDX-FileCopyrightText:" not in head:
            missing.append("%s lacks its two SPDX lines" % name)
    tap.case(missing, "/form/spdx")


def list_long_functions(name):
    """As the eye sees it: from a brace in the first column to the next one closing there."""
    start, title, found = None, "", []
    for number, line in enumerate(read(name).splitlines(), 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}"):
            if start and number - start > LONGEST_FUNCTION:
                found.append((title, "%s:%d: %s has %d lines" % (name, start, title, number - start)))
            start = None
        elif start is None:
            match = re.match(r"(\w+) \(", line)
            title = match.group(1) if match else title
    return found


def check_lengths(tap):
    long_functions, used = [], set()
    for name in list_files("src/*.c", "tests/*.c"):
        for title, sentence in list_long_functions(name):
            used.add(title)
            if title not in LONG_WITH_REASON:
                long_functions.append(sentence)
    tap.case(long_functions, "/form/functions-to-%d-lines" % LONGEST_FUNCTION)
    tap.case(["%s is not that long any more" % t for t in LONG_WITH_REASON if t not in used], "/form/reasons-are-needed")
    long_files = []
    for name in list_files("src/*", "tests/*.[ch]", "tests/*.py", "dev"):
        if name.endswith((".c", ".h", ".py", ".ui", ".css", "dev")) and read(name).count("\n") > LONGEST_FILE:
            long_files.append("%s has %d lines" % (name, read(name).count("\n")))
    tap.case(long_files, "/form/files-to-%d-lines" % LONGEST_FILE)


def check_names(tap):
    odd = [n for n in list_files("src/*.[ch]") if not re.search(r"/(lectern|lecternctl)(-[a-z0-9]+)*\.[ch]$", n)]
    tap.case(["%s is not called lectern-<noun>" % n for n in odd], "/form/file-names")
    # Put together here so that this file does not name them.
    marks = re.compile(r"\b(%s)\b" % "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")))
    found = []
    for name in list_files("src/*", "tests/*", "data/*", "dev"):
        if name.endswith((".c", ".h", ".py", ".ui", ".css", ".sql", ".build", "dev")):
            found += ["%s:%d" % (name, n) for n, line in enumerate(read(name).splitlines(), 1) if marks.search(line)]
    tap.case(found, "/form/nothing-unfinished")
    gtypes = re.compile(r"\bg(char|int|double|float)\b(?!\w)")
    found = []
    for name in list_files("src/*.[ch]"):
        found += ["%s:%d" % (name, n) for n, line in enumerate(read(name).splitlines(), 1)
                  if gtypes.search(re.sub(r'"[^"]*"|/\*.*', "", line))]
    tap.case(found, "/form/plain-c-types")


def main():
    tap = Tap()
    check_format(tap)
    check_licences(tap)
    check_lengths(tap)
    check_names(tap)
    tap.done()


if __name__ == "__main__":
    main()
