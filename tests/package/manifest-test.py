#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The Flatpak manifest: sources pinned, permissions the least, and whatever the build asks for is there, from
the runtime or from a module that is new enough. Nothing is built or downloaded here."""

import json
import re
import shutil
import subprocess
import tempfile

from house import SOURCE, Tap, list_files, read

MANIFEST = "flatpak/io.github.lectern.Lectern.json"
APP = "io.github.lectern.Lectern"
# Each with its reason in flatpak/README.md; another one is a decision, not a slip.
PERMISSIONS = {"--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--socket=pulseaudio",
               "--device=dri", "--filesystem=xdg-documents/Lectern:create", "--system-talk-name=org.freedesktop.Avahi"}
# What GNOME's runtime has, by what the build calls it, and the least version of the runtimes this may name.
RUNTIME = {"glib-2.0", "gobject-2.0", "gio-2.0", "gio-unix-2.0", "json-glib-1.0", "cairo", "pangocairo", "pangoft2", "harfbuzz",
           "harfbuzz-subset", "freetype2", "fontconfig", "gdk-pixbuf-2.0", "m", "libsoup-3.0", "gnutls", "libarchive",
           "gstreamer-1.0", "gtk4", "gtk4-unix-print", "libadwaita-1"}
OLDEST_RUNTIME = 48
# What comes from a module: library as the build calls it, module.
MODULES = {"sqlite3": "sqlite", "hpdf": "libharu", "libqrencode": "qrencode", "libsodium": "libsodium", "xlsxwriter": "libxlsxwriter",
           "poppler-glib": "poppler"}


def list_asked():
    """{library: least version or None} of all meson.build files that the program needs."""
    asked = {}
    for name in ["meson.build"] + [n for n in list_files("src/*meson.build")]:
        for library, more in re.findall(r"(?:dependency|find_library)\('([^']+)'([^\n]*)", read(name)):
            least = re.search(r"version: '>= ([\d.]+)'", more)
            asked[library] = least.group(1) if least else asked.get(library)
    return asked


def read_version(url):
    """As a tuple, from an archive's address; SQLite writes 3500400 for 3.50.4."""
    packed = re.search(r"autoconf-(\d)(\d\d)(\d\d)\d\d\.tar", url)
    if packed:
        return tuple(int(part) for part in packed.groups())
    found = re.search(r"(\d+(?:[._]\d+)+)", url.rsplit("/", 2)[-2] if "/v" in url and not re.search(r"\d[._]\d", url.rsplit("/", 1)[1]) else url.rsplit("/", 1)[1])
    return tuple(int(part) for part in re.split(r"[._]", found.group(1))) if found else None


def check_sources(tap, manifest):
    problems = []
    for module in manifest["modules"]:
        for source in module["sources"]:
            if module["name"] == "lectern":
                problems += [] if source == {**source, "type": "dir", "path": ".."} else ["the program is not built from this tree"]
                continue
            if source["type"] != "archive" or not source["url"].startswith("https://"):
                problems.append("%s: not an archive by HTTPS" % module["name"])
            if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
                problems.append("%s: no SHA-256" % module["name"])
            if not re.search(r"\d+[._]\d+|autoconf-\d{7}", source["url"]):
                problems.append("%s: no version in its address" % module["name"])
    sums = [s["sha256"] for m in manifest["modules"] for s in m["sources"] if "sha256" in s]
    problems += ["%s twice" % s for s in set(sums) if sums.count(s) > 1]
    tap.case(problems, "/manifest/sources-pinned")


def check_needs(tap, manifest):
    asked, modules = list_asked(), {m["name"]: m for m in manifest["modules"]}
    lacking = [l for l in asked if l not in RUNTIME and MODULES.get(l) not in modules]
    tap.case(["%s is neither in the runtime nor a module" % l for l in sorted(lacking)], "/manifest/has-what-the-build-asks-for")
    old = []
    for library, least in asked.items():
        if least and library in MODULES:
            has = read_version(modules[MODULES[library]]["sources"][0]["url"])
            if has is None or has < tuple(int(p) for p in least.split(".")):
                old.append("%s is %s, the build asks for %s" % (MODULES[library], has, least))
    tap.case(old, "/manifest/new-enough")
    unused = set(modules) - set(MODULES.values()) - {"lectern", "fonts", "poppler-data"}
    tap.case(["nobody asks for the module %s" % m for m in sorted(unused)], "/manifest/nothing-idle")
    told = read("flatpak/README.md")
    silent = [m for m in modules if m != "lectern" and not re.search(r"^\|[^|]*\b%s\b" % re.escape(m), told, re.MULTILINE)]
    tap.case(["flatpak/README.md does not say why there is %s" % m for m in silent], "/manifest/told")
    versions = [".".join(map(str, read_version(s["url"]) or ())) for m in manifest["modules"] for s in m["sources"] if "url" in s]
    tap.case(["flatpak/README.md does not tell version %s" % v for v in versions if v not in told], "/manifest/versions-told")


def main():
    tap = Tap()
    manifest = json.loads(read(MANIFEST))
    right = (manifest["id"] == APP and manifest["command"] == "lectern" and manifest["runtime"] == "org.gnome.Platform"
             and manifest["sdk"] == "org.gnome.Sdk" and int(manifest["runtime-version"]) >= OLDEST_RUNTIME)
    tap.case([] if right else ["not this program, or not on a current GNOME runtime"], "/manifest/names")
    tap.case(sorted(set(manifest["finish-args"]) ^ PERMISSIONS), "/manifest/least-permissions")
    check_sources(tap, manifest)
    check_needs(tap, manifest)
    installed = [n for n in list_files("data/desktop/*.in", "data/desktop/*.xml", "data/icons/hicolor/*") if n.rsplit("/", 1)[1] != "meson.build"]
    tap.case(["%s would not be exported" % n for n in installed if not n.rsplit("/", 1)[1].startswith(APP)], "/manifest/exported-by-name")
    name = "/manifest/flatpak-builder-reads-it"
    if shutil.which("flatpak-builder"):
        with tempfile.TemporaryDirectory() as folder:  # it leaves one of its own where it is started
            run = subprocess.run(["flatpak-builder", "--show-manifest", str(SOURCE / MANIFEST)], cwd=folder, capture_output=True, text=True)
        # It warns of what it does not know and goes on.
        tap.case([run.stderr] if run.returncode or run.stderr.strip() or len(json.loads(run.stdout)["modules"]) != len(manifest["modules"]) else [], name)
    else:
        tap.skip(name, "flatpak-builder is not here")
    tap.done()


if __name__ == "__main__":
    main()
