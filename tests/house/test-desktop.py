#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What the desktop reads is valid and true: menu entries, store entry, settings, file type and icons, as
built (with the translations merged in) and not only as written."""

import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree
from pathlib import Path

from house import BUILD, SOURCE, Tap, list_files, read

APP = "io.github.lectern.Lectern"
MADE = BUILD / "data" / "desktop"
ICONS = "data/icons/hicolor/"
# The name this program has had from the start; its pedantic notice is answered by nothing but another name.
ACCEPTED = ("cid-contains-uppercase-letter",)


def check(tap, name, *command):
    if not shutil.which(command[0]):
        tap.skip(name, command[0] + " is not here")
        return
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    tap.case([run.stdout + run.stderr] if run.returncode else [], name)


def check_entries(tap):
    for entry in (APP + ".desktop", APP + ".Judge.desktop"):
        name = "/desktop/menu-entry/" + entry
        if not shutil.which("desktop-file-validate"):
            tap.skip(name, "desktop-file-validate is not here")
            continue
        run = subprocess.run(["desktop-file-validate", str(MADE / entry)], capture_output=True, text=True)
        # Hints, too, which leave the exit status alone.
        tap.case([run.stdout + run.stderr] if run.returncode or run.stdout else [], name)
        text = (MADE / entry).read_text(encoding="utf-8")
        lacking = [key for key in ("Name", "Comment", "Keywords") if "\n%s[zh_CN]=" % key not in text]
        tap.case(["%s has no Chinese %s" % (entry, key) for key in lacking], "/desktop/speaks-chinese/" + entry)


def check_store_entry(tap):
    name = "/desktop/store-entry/pedantic"
    path = MADE / (APP + ".metainfo.xml")
    if shutil.which("appstreamcli"):
        run = subprocess.run(["appstreamcli", "validate", "--pedantic", "--no-net", "--no-color", str(path)],
                             capture_output=True, text=True)
        found = [l for l in run.stdout.splitlines() if re.match(r"[EWIP]: ", l) and not any(a in l for a in ACCEPTED)]
        tap.case(found or ([run.stdout + run.stderr] if run.returncode else []), name)
    else:
        tap.skip(name, "appstreamcli is not here")
    root = xml.etree.ElementTree.parse(path).getroot()
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    version = re.search(r"version: '([^']+)'", read("meson.build")).group(1)
    release = root.find("releases/release")
    tap.case([] if release.get("version") == version else ["%s is built, %s is the newest release told" % (version, release.get("version"))],
             "/desktop/store-entry/newest-release")
    tap.case([] if read("NEWS").startswith("Lectern %s" % version) else ["NEWS starts with another version than " + version],
             "/desktop/store-entry/news")
    problems = []
    shots = root.findall("screenshots/screenshot")
    for shot in shots:
        problems += ["a caption is not said in Chinese"] * (not any(c.get(lang) == "zh_CN" for c in shot.findall("caption")))
        problems += check_pictures(shot, lang)
    tap.case(problems if shots else ["no pictures"], "/desktop/store-entry/pictures")


def check_pictures(shot, lang):
    """Each picture is one of docs/pictures, of the size told, and there is one for each language."""
    problems = []
    images = shot.findall("image")
    if sorted(i.get(lang) or "en" for i in images) != ["en", "zh_CN"]:
        problems.append("a screenshot has not one picture for each language")
    for image in images:
        match = re.search(r"/(docs/pictures/.*\.png)$", image.text)
        path = SOURCE / match.group(1) if match else None
        if not path or not path.exists():
            problems.append("%s is not in docs/pictures" % image.text)
            continue
        head = path.read_bytes()[:24]
        size = tuple(int.from_bytes(head[at:at + 4], "big") for at in (16, 20))
        if size != (int(image.get("width")), int(image.get("height"))):
            problems.append("%s is %d × %d" % (match.group(1), *size))
    return problems


def check_settings(tap):
    check(tap, "/desktop/settings/strict", "glib-compile-schemas", "--strict", "--dry-run", SOURCE / "data" / "desktop")
    keys = re.findall(r'<key name="([^"]+)"', read("data/desktop/" + APP + ".gschema.xml"))
    sources = "".join(read(n) for n in list_files("src/*.c"))
    tap.case(["nobody reads the setting " + k for k in keys if '"%s"' % k not in sources], "/desktop/settings/are-read")


def check_file_type(tap):
    """A contest is known by its ending, and without it by what is in it; another database is not one."""
    name = "/desktop/file-type"
    if not all(shutil.which(tool) for tool in ("update-mime-database", "gio", "sqlite3")):
        tap.skip(name, "update-mime-database, gio or sqlite3 is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder) / "data" / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(MADE / (APP + ".mime.xml"), packages)
        env = dict(os.environ, XDG_DATA_HOME=str(Path(folder) / "data"))
        subprocess.run(["update-mime-database", str(packages.parent)], env=env, check=True, capture_output=True)
        problems = []
        for file, mark, expected in (("evening.lectern", 0x4c454354, True), ("copy-without-ending", 0x4c454354, True),
                                     ("other", 7, False)):
            path = Path(folder) / file
            subprocess.run(["sqlite3", str(path), "PRAGMA application_id=%d; CREATE TABLE t (a);" % mark], check=True)
            run = subprocess.run(["gio", "info", "-a", "standard::content-type", str(path)], env=env, capture_output=True, text=True)
            if ("application/x-lectern" in run.stdout) != expected:
                problems.append("%s: %s" % (file, run.stdout + run.stderr))
        tap.case(problems, name)


def check_icons(tap):
    """Each icon that a desktop file, a store entry or a window names is there, full and symbolic."""
    texts = "".join(read(n) for n in list_files("data/desktop/*.in", "data/ui/*.ui", "src/*.c", "src/*.h"))
    named = set(re.findall(r'(?:Icon=|icon name="|icon-name">|")(%s[\w.-]*?|lectern-[\w-]+-symbolic)(?=["<\n])' % re.escape(APP), texts))
    there = {Path(n).stem for n in list_files("data/icons/*.svg")}
    wanted = {n for n in named if n.endswith("-symbolic") or "contest" in n} | {APP, APP + "-symbolic", APP + ".contest"}
    tap.case(["the icon %s is not there" % n for n in sorted(wanted - there)], "/desktop/icons/there")
    problems = []
    for name in list_files(ICONS + "*.svg"):
        root = xml.etree.ElementTree.parse(SOURCE / name).getroot()
        size = "16" if "/symbolic/" in name else "128"
        if (root.get("width"), root.get("height")) != (size, size):
            problems.append("%s is not %s × %s" % (name, size, size))
        # A store's or a file manager's sandbox shows what is called as the program is, and nothing else.
        if not Path(name).stem.startswith(APP):
            problems.append("%s is not called as the program is" % name)
    tap.case(problems, "/desktop/icons/sizes-and-names")
    if not shutil.which("rsvg-convert"):
        tap.skip("/desktop/icons/drawn", "rsvg-convert is not here")
        return
    problems = []
    for name in list_files(ICONS + "*.svg"):
        for size in ("16", "32", "64", "128"):
            run = subprocess.run(["rsvg-convert", "-w", size, "-h", size, str(SOURCE / name)], capture_output=True)
            # A picture of nothing packs to under a hundred bytes.
            if run.returncode or len(run.stdout) < 150:
                problems.append("%s at %s: %s" % (name, size, run.stderr.decode() or "nothing is drawn"))
    tap.case(problems, "/desktop/icons/drawn")


def main():
    tap = Tap()
    check_entries(tap)
    check_store_entry(tap)
    check_settings(tap)
    check_file_type(tap)
    check_icons(tap)
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
