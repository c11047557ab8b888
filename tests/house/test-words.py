#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Words for people: every source that has some is listed in po/POTFILES.in and nothing else is;
the Chinese is complete, not guessed, and its formats agree with the English."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from house import SOURCE, Tap, list_files, read

# What meson's i18n module passes with its glib preset.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format", "g_dngettext:2:pass-c-format",
         "g_strdup_printf:1:c-format", "g_string_printf:2:c-format", "g_string_append_printf:2:c-format",
         "g_error_new:3:c-format", "g_set_error:4:c-format", "g_printerr:1:c-format", "g_print:1:c-format"]
CALL = re.compile(r"(?<![\w.])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*\"")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def has_words(name):
    if name.endswith((".c", ".h")):
        return bool(CALL.search(COMMENT.sub("", read(name))))
    if name.endswith(".ui"):
        return re.search(r'translatable="(yes|true)"', read(name)) is not None
    return name.endswith((".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml"))


def extract(folder):
    """A fresh list of all messages, made as the build makes it."""
    pot = Path(folder) / "fresh.pot"
    run = subprocess.run(
        ["xgettext", "--files-from=po/POTFILES.in", "--from-code=UTF-8", "--add-comments=Translators", "-o", str(pot)]
        + ["--keyword=" + k for k in KEYWORDS] + ["--flag=" + f for f in FLAGS],
        cwd=SOURCE, capture_output=True, text=True)
    return pot, run


def print_list(speaking):
    print("# Files with words for people, one a line, in the order of the alphabet.")
    print("\n".join(sorted(speaking)))


def main():
    tap = Tap()
    listed = [l.strip() for l in read("po/POTFILES.in").splitlines() if l.strip() and not l.startswith("#")]
    speaking = [n for n in list_files("src/*", "data/*") if has_words(n)]
    if sys.argv[1:] == ["--list"]:
        print_list(speaking)
        return
    tap.case(["%s has words for people and is not listed" % n for n in speaking if n not in listed]
             + ["%s is listed and has none" % n for n in listed if n not in speaking], "/words/listed")
    tap.case([] if listed == sorted(set(listed)) else ["po/POTFILES.in is not in order"], "/words/in-order")

    with tempfile.TemporaryDirectory() as folder:
        pot, run = extract(folder)
        tap.case([run.stderr] if run.returncode or not pot.exists() else [], "/words/extracted")
        warnings = [l for l in run.stderr.splitlines() if "warning" in l]
        # xgettext ends a message at a macro; what follows would stay English.
        warnings += ["%s: a macro inside a message" % n for n in speaking if re.search(r'_ ?\([^;]*?"[^";]*"\s*(G_G|PRI)', read(n))]
        tap.case(warnings, "/words/no-trap-for-translators")
        for language in read("po/LINGUAS").split():
            po = SOURCE / "po" / (language + ".po")
            check = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", str(po)],
                                   capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
            figures = check.stderr.strip().splitlines()
            tap.case(figures if check.returncode else [], "/words/%s/well-formed" % language)
            tap.case([l for l in figures if re.search(r"fuzzy|untranslated", l)], "/words/%s/complete" % language)
            compare = subprocess.run(["msgcmp", str(po), str(pot)], capture_output=True, text=True)
            lines = [l for l in compare.stderr.splitlines() if "error" not in l or "found" not in l]
            tap.case(lines[:60] if compare.returncode else [], "/words/%s/up-to-date" % language)
    tap.done()


if __name__ == "__main__":
    main()
