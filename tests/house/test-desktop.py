#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What the desktop reads is valid: menu entry, store entry, settings, file type, as built (with the
translations merged in) and not only as written."""

import shutil
import subprocess
import tempfile
import xml.etree.ElementTree

from house import BUILD, SOURCE, Tap, list_files

APP = "io.github.lectern.Lectern"
MADE = BUILD / "data" / "desktop"


def check(tap, name, *command):
    if not shutil.which(command[0]):
        tap.skip(name, command[0] + " is not here")
        return
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    tap.case([run.stdout + run.stderr] if run.returncode else [], name)


def main():
    tap = Tap()
    check(tap, "/desktop/menu-entry", "desktop-file-validate", MADE / (APP + ".desktop"))
    check(tap, "/desktop/judge-entry", "desktop-file-validate", MADE / (APP + ".Judge.desktop"))
    check(tap, "/desktop/store-entry", "appstreamcli", "validate", "--no-net", MADE / (APP + ".metainfo.xml"))
    with tempfile.TemporaryDirectory() as folder:
        check(tap, "/desktop/settings", "glib-compile-schemas", "--strict", "--targetdir", folder, SOURCE / "data" / "desktop")
    entry = (MADE / (APP + ".desktop")).read_text(encoding="utf-8")
    tap.case([] if "Name[zh_CN]=讲台" in entry else ["the menu entry has no Chinese name"], "/desktop/speaks-chinese")
    problems = []
    for name in list_files("data/*.xml", "data/*.xml.in", "data/*.ui", "data/*.svg"):
        try:
            xml.etree.ElementTree.parse(SOURCE / name)
        except xml.etree.ElementTree.ParseError as error:
            problems.append("%s: %s" % (name, error))
    tap.case(problems, "/desktop/well-formed-xml")
    tap.done()


if __name__ == "__main__":
    main()
