#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The Debian package as somebody gets it: built by ./dev package from what is committed, installed by apt in
a Debian 12 that has nothing else, and the evening played from it. The windows of the installed program
appear on the screen of this test, which reads and presses them as evening-test.py does in every run.

Nothing outside a temporary folder is touched: the mounts that the installed program needs are those of
its own process alone. It needs root, mmdebstrap and Debian's archive; where one is missing it is skipped, and where nobody asked
for it: it takes a whole build and two hundred megabytes of Debian's archive. By hand: LECTERN_PACKAGE=1 ./dev test package. A second word on the command line is a package to use instead of a new one."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from house import SOURCE, Tap

# What is mounted is seen by this process and those it starts, and gone with them.
ENTER = """#!/bin/sh
exec unshare --mount --propagation private sh -c '
  root=$0
  mount --bind "%(shared)s" "$root%(shared)s" && mount -t proc proc "$root/proc" &&
  mount --rbind /dev "$root/dev" || exit 125
  exec chroot "$root" "$@"' %(root)s %(program)s "$@"
"""
CLEAN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}


def find_obstacle():
    """Why this can't be tried here; None: it can."""
    if os.geteuid() != 0:
        return "only root may set up a root"
    for tool in ("mmdebstrap", "dpkg-buildpackage", "unshare", "chroot"):
        if not shutil.which(tool):
            return tool + " is not here"
    return None


def run(*command, **more):
    return subprocess.run([str(c) for c in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, **more)


class Root:
    """A Debian 12 in a folder."""

    def __init__(self, folder):
        self.path = Path(folder) / "root"

    def set_up(self):
        """None, or why Debian's archive did not give it."""
        made = run("mmdebstrap", "--variant=minbase", "bookworm", self.path, env=dict(CLEAN, HOME="/root"))
        if made.returncode:
            return (made.stderr.strip().splitlines() or ["mmdebstrap failed"])[-1]
        shutil.copy("/etc/resolv.conf", self.path / "etc/resolv.conf")
        return None

    def run(self, *command, user="0:0", env=None):
        words = dict(CLEAN, HOME="/root" if user == "0:0" else "/home/operator", **(env or {}))
        return run("chroot", "--userspec=" + user, self.path, *command, env=words)

    def write_wrappers(self, build, shared):
        """The installed programs where the other tests look for built ones."""
        for place, program in (("ui", "lectern"), ("cli", "lecternctl")):
            path = Path(build) / "src" / place / program
            path.parent.mkdir(parents=True)
            path.write_text(ENTER % {"shared": shared, "root": self.path, "program": "/usr/bin/" + program}, encoding="utf-8")
            path.chmod(0o755)
        (self.path / shared.lstrip("/")).mkdir(parents=True, exist_ok=True)


def check_lintian(tap, package):
    name = "/package/lintian"
    if not shutil.which("lintian"):
        tap.skip(name, "lintian is not here")
        return
    said = run("lintian", "--allow-root", "--fail-on", "error,warning", package)
    tap.case([said.stdout + said.stderr] if said.returncode else [], name)


def check_install(tap, root, package):
    shutil.copy(package, root.path / "lectern.deb")
    # Without what is only recommended: the least that apt may do.
    got = root.run("sh", "-c", "apt-get update -q && apt-get install -q -y --no-install-recommends /lectern.deb")
    if not tap.case([(got.stdout + got.stderr)[-3000:]] if got.returncode else [], "/package/installs-on-a-bare-debian-12"):
        return False
    home = root.path / "home/operator"
    home.mkdir(parents=True, exist_ok=True)
    os.chown(home, 1000, 1000)
    size = root.run("du", "-sm", "--one-file-system", "/").stdout.split()
    tap.note("the root takes %s MB with the package" % (size[0] if size else "?"))
    version = re.search(r"version: '([^']+)'", (SOURCE / "meson.build").read_text(encoding="utf-8")).group(1)
    for program in ("lectern", "lecternctl"):
        said = root.run("/usr/bin/" + program, "--version", user="1000:1000")
        tap.case([] if said.returncode == 0 and version in said.stdout else [said.stdout + said.stderr], "/package/%s-says-its-version" % program)
    missing = [l for p in ("lectern", "lecternctl") for l in root.run("ldd", "/usr/bin/" + p).stdout.splitlines() if "not found" in l]
    tap.case(missing, "/package/libraries-there")
    return True


def check_desktop(tap, root):
    types = (root.path / "usr/share/mime/globs2").read_text(encoding="utf-8")
    tap.case([] if "application/x-lectern:*.lectern" in types else ["nobody knows *.lectern"], "/package/file-type")
    compiled = (root.path / "usr/share/glib-2.0/schemas/gschemas.compiled").read_bytes()
    tap.case([] if b"io.github.lectern.Lectern" in compiled else ["the settings are not compiled"], "/package/settings")
    pages = {p.relative_to(root.path / "usr/share/lectern/help").as_posix() for p in (root.path / "usr/share/lectern/help").rglob("*.*")}
    lost = [n for n in ("en/day.md", "zh_CN/day.md", "zh_CN/marking.png") if n not in pages]
    tap.case(["%s of the help is not installed" % n for n in lost], "/package/help")
    said = root.run("/usr/bin/lecternctl", "--help", user="1000:1000", env={"LANGUAGE": "zh_CN"})
    tap.case([] if "抽签" in said.stdout else [said.stdout[:500]], "/package/speaks-chinese")


def check_rehearsal(tap, root):
    """A whole contest by an ordinary user: virtual judges over real sockets, then the papers and the proof."""
    played = root.run("/usr/bin/lecternctl", "rehearse", "-o", "/home/operator/rehearsal", user="1000:1000")
    folder = root.path / "home/operator/rehearsal"
    papers = sorted(p.name for p in folder.glob("*.pdf")) if folder.is_dir() else []
    tap.case([] if played.returncode == 0 and papers else [played.stdout + played.stderr], "/package/rehearsal")
    verified = root.run("/usr/bin/lecternctl", "verify", "/home/operator/rehearsal/contest.lectern", user="1000:1000")
    tap.case([] if verified.returncode == 0 else [verified.stdout + verified.stderr], "/package/rehearsal-verified")
    ranked = root.run("/usr/bin/lecternctl", "--json", "rank", "/home/operator/rehearsal/contest.lectern", user="1000:1000")
    tap.case([] if ranked.returncode == 0 and json.loads(ranked.stdout)["complete"] else [ranked.stdout + ranked.stderr], "/package/ranking-complete")
    if shutil.which("pdffonts"):
        fonts = "".join(run("pdffonts", folder / p).stdout for p in papers)
        tap.case([] if re.search(r"WenKai", fonts) else [fonts], "/package/papers-in-their-font")


def check_evening(tap, root, folder):
    name = "/package/evening-in-its-windows"
    if not os.environ.get("DISPLAY") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        tap.skip(name, "there is no screen, or no session bus")
        return
    build = os.path.join(folder, "build")
    shared = tempfile.gettempdir()
    root.write_wrappers(build, shared)
    env = dict(os.environ, LECTERN_BUILD_ROOT=build)
    env.pop("XDG_DATA_DIRS", None)
    played = run(sys.executable, SOURCE / "tests/ui/evening-test.py", env=env)
    good = len(re.findall(r"^ok ", played.stdout, re.MULTILINE))
    tap.note("%d cases of evening-test.py passed from the installed package" % good)
    tap.case([] if played.returncode == 0 and good else [played.stdout[-3000:] + played.stderr[-1500:]], name)


def main():
    tap = Tap()
    asked = sys.argv[1:] or os.environ.get("LECTERN_PACKAGE")
    obstacle = find_obstacle() if asked else "nobody asked for it with LECTERN_PACKAGE=1"
    if obstacle:
        tap.skip("/package", obstacle)
        tap.done()
    with tempfile.TemporaryDirectory(prefix="lectern-root-") as folder:
        root = Root(folder)
        obstacle = root.set_up()
        if obstacle:
            tap.skip("/package", "no Debian 12 to be had: " + obstacle)
            tap.done()
        made = None if sys.argv[1:] else run(SOURCE / "dev", "package", cwd=SOURCE)
        package = sys.argv[1] if sys.argv[1:] else (made.stdout.strip().splitlines() or [""])[-1]
        if made and not tap.case([made.stderr[-3000:]] if made.returncode or not Path(package).exists() else [], "/package/made"):
            tap.done()
        check_lintian(tap, package)
        if check_install(tap, root, package):
            check_desktop(tap, root)
            check_rehearsal(tap, root)
            check_evening(tap, root, folder)
    tap.done()


if __name__ == "__main__":
    main()
