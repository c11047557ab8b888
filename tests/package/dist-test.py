#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The source archive that `meson dist` makes: everything that is committed and nothing else, nothing that one
commits by mistake, and it can be set up where there is no git. That it builds is held by clean-root-test.py, whose
package is built from it."""

import hashlib
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from house import SOURCE, Tap

NEEDED = ("COPYING", "NEWS", "README.md", "CONTRIBUTING.md", "dev", "meson.build", "meson_options.txt", "po/zh_CN.po",
          "debian/control", "flatpak/io.github.lectern.Lectern.json", "docs/install.md", "help/en/day.md", "help/zh_CN/marking.png", "data/sample/roster-2018.csv",
          "data/icons/hicolor/scalable/apps/io.github.lectern.Lectern.svg")
STRAY = re.compile(r"(^|/)(build[^/]*/|\.flatpak-builder/|\.git/|shots/|__pycache__/|core$|nohup\.out$)|\.(orig|rej|swp|pyc|o|log|deb|lectern-wal|gcda|gcno)$|~$")
LARGEST = 8 << 20


def git(*words):
    return subprocess.run(["git", "-c", "safe.directory=*", "-C", str(SOURCE), *words], capture_output=True, text=True)


def make_archive(folder):
    """From a build of its own, so that no other test's build is touched."""
    build = Path(folder) / "build"
    env = dict(os.environ, CC=os.environ.get("CC", "cc"))
    made = subprocess.run(["meson", "setup", str(build), str(SOURCE), "-Dtests=false"], capture_output=True, text=True, env=env)
    if made.returncode == 0:
        made = subprocess.run(["meson", "dist", "-C", str(build), "--no-tests", "--formats", "xztar", "--allow-dirty"],
                              capture_output=True, text=True, env=env)
    return made, next(iter((build / "meson-dist").glob("*.tar.xz")), None)


def check_contents(tap, archive, version):
    with tarfile.open(archive) as tar:
        members = tar.getmembers()
    top = "lectern-%s/" % version
    tap.case([m.name for m in members if not (m.name + "/").startswith(top)], "/dist/one-folder-by-version")
    files = {m.name[len(top):]: m for m in members if m.isfile() or m.issym()}
    tap.case(["%s is not in it" % n for n in NEEDED if n not in files], "/dist/has-what-it-must")
    committed = set(git("ls-tree", "-r", "--name-only", "-z", "HEAD").stdout.split("\0")) - {""}
    tap.case(sorted(committed ^ set(files)), "/dist/is-what-is-committed")
    stray = [n for n in files if STRAY.search(n)]
    stray += ["%s has %d bytes" % (n, m.size) for n, m in files.items() if m.size > LARGEST]
    stray += ["%s leads out" % n for n, m in files.items() if m.issym() and m.linkname.startswith(("/", ".."))]
    tap.case(stray, "/dist/nothing-stray")


def check_set_up(tap, archive, version):
    """Where no git is told of, as whoever unpacks it has it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.unpack_archive(archive, folder)
        source = Path(folder) / ("lectern-" + version)
        made = subprocess.run(["meson", "setup", str(Path(folder) / "build"), str(source), "-Dtests=false", "--prefix", "/usr"],
                              capture_output=True, text=True)
        tap.case([made.stdout[-2000:] + made.stderr] if made.returncode else [], "/dist/sets-up-without-git")


def main():
    tap = Tap()
    if git("rev-parse", "HEAD").returncode or not shutil.which("meson"):
        tap.skip("/dist", "no git, or no meson, to make an archive with")
        tap.done()
    version = re.search(r"version: '([^']+)'", (SOURCE / "meson.build").read_text(encoding="utf-8")).group(1)
    with tempfile.TemporaryDirectory(prefix="lectern-dist-") as folder:
        made, archive = make_archive(folder)
        if tap.case([made.stdout[-2000:] + made.stderr[-2000:]] if made.returncode or not archive else [], "/dist/made"):
            said = Path(str(archive) + ".sha256sum").read_text(encoding="ascii").split()[0]
            tap.case([] if hashlib.sha256(archive.read_bytes()).hexdigest() == said else [said], "/dist/checksum")
            check_contents(tap, archive, version)
            check_set_up(tap, archive, version)
    tap.done()


if __name__ == "__main__":
    main()
