#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What is written for people stays true: every link between the documents leads somewhere, every
document is in the index, every command named is one that ./dev has, and README names each library that
the build asks for."""

import re
from pathlib import PurePosixPath

from house import SOURCE, Tap, list_files, read

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
# How the build calls a library, and how README does.
NAMES = {
    "glib-2.0": "GLib", "gobject-2.0": "GLib", "gio-2.0": "GLib", "gio-unix-2.0": "GLib", "json-glib-1.0": "json-glib",
    "sqlite3": "SQLite", "cairo": "cairo", "pangocairo": "Pango", "pangoft2": "Pango", "harfbuzz": "HarfBuzz",
    "harfbuzz-subset": "HarfBuzz", "freetype2": "FreeType", "gdk-pixbuf-2.0": "GdkPixbuf", "hpdf": "libharu",
    "libsoup-3.0": "libsoup", "gnutls": "GnuTLS", "libsodium": "libsodium", "xlsxwriter": "libxlsxwriter",
    "libarchive": "libarchive", "gtk4": "GTK 4", "libadwaita-1": "libadwaita", "libqrencode": "libqrencode",
    "poppler-glib": "Poppler", "gstreamer-1.0": "GStreamer",
}


def check_links(tap, documents):
    broken = []
    for name in documents:
        for target in LINK.findall(read(name)):
            if "://" in target or target.startswith("mailto:"):
                continue
            path = (SOURCE / name).parent / target
            if not path.exists():
                broken.append("%s: %s is not there" % (name, target))
    tap.case(broken, "/docs/links")


def main():
    tap = Tap()
    documents = list_files("*.md")
    check_links(tap, documents)
    index = read("docs/README.md")
    lost = [n for n in list_files("docs/*.md") if n != "docs/README.md" and str(PurePosixPath(n).relative_to("docs")) not in index]
    tap.case(["%s is not in docs/README.md" % n for n in lost], "/docs/index")
    commands = set(re.findall(r"^  ([a-z]+)\)", read("dev"), re.MULTILINE))
    named = {(n, c) for n in documents for c in re.findall(r"\./dev ([a-z]+)", read(n))}
    tap.case(["%s names ./dev %s, which is not there" % pair for pair in sorted(named) if pair[1] not in commands], "/docs/commands")
    asked = re.findall(r"(?:dependency|find_library)\('([^']+)'", "\n".join(read(n) for n in list_files("meson.build", "*/meson.build")))
    readme = read("README.md")
    tap.case(["README does not say why %s is needed" % n for n in sorted(set(asked)) if NAMES.get(n, n) not in readme], "/docs/libraries")
    layers = sorted({n.split("/")[1] for n in list_files("src/*/*")})
    tap.case(["README's tour leaves out src/%s" % l for l in layers if "src/%s`" % l not in readme], "/docs/tour")
    tap.done()


if __name__ == "__main__":
    main()
