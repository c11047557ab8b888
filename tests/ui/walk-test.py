#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A walk through every window, page and dialog: in Chinese, in English and in a language 40 % longer than
English, the first two also with text at 200 %. Whatever can have the focus has a name, no word is cut,
and no window needs more than a screen of 1366 × 768. The programs that take pictures do the walking, all languages at
once: most of a walk is waiting until something is laid out."""

import concurrent.futures
import os
import subprocess
import sys
import tempfile

from house import BUILD, Tap
from pseudo_words import write_catalogue

PSEUDO = "eo"  # any that has a locale's name and no catalogue


def walk(program, language, folder, words):
    """What the program found wrong, and at how many windows it looked. Each has a home of its own below @folder."""
    homes = {name: os.path.join(folder, language, name) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    for home in homes.values():
        os.makedirs(home)
    env = dict(os.environ, LANGUAGE=language, LECTERN_WALK="100" if language == PSEUDO else "200", LECTERN_LOCALEDIR=words, **homes)
    run = subprocess.run([str(program), folder], env=env, capture_output=True, text=True)
    lines = run.stdout.splitlines()
    faults = [line for line in lines if line.startswith("fault: ")]
    looked = [line for line in lines if line.startswith("looked: ")]
    if run.returncode:
        faults.append("ended with %d: %s" % (run.returncode, run.stderr[-2000:]))
    if not looked:
        faults.append("looked at nothing")
    return sorted(set(faults)), looked


def main():
    tap = Tap()
    name = sys.argv[1]
    program = BUILD / "tests" / "ui" / ("shots-" + name)
    with tempfile.TemporaryDirectory(prefix="lectern-walk-") as folder:
        words = os.path.join(folder, "words")
        write_catalogue(words, PSEUDO)
        os.makedirs(os.path.join(words, "zh_CN", "LC_MESSAGES"))
        os.symlink(BUILD / "po" / "zh_CN" / "LC_MESSAGES" / "lectern.mo", os.path.join(words, "zh_CN", "LC_MESSAGES", "lectern.mo"))
        languages = ("zh_CN", "en", PSEUDO)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            found = list(pool.map(lambda language: walk(program, language, folder, words), languages))
        for language, (faults, looked) in zip(languages, found):
            tap.case(faults, "/walk/%s/%s" % (name, "longer" if language == PSEUDO else language))
            tap.note("%d looks" % len(looked))
    tap.done()


if __name__ == "__main__":
    main()
