#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The walls of the house, by what the compiler really opened.

ninja remembers every header each object was made from. A layer may open its own headers and those
of the layers below it, and a library only where it has its place; a test program stands on its
layer's floor. Static libraries are also searched for variables that outlive a call, which below
the windows nobody may have."""

import re
import subprocess
from pathlib import Path

from house import BUILD, SOURCE, Tap, list_files, read

# layer: the layers whose headers it may open besides its own
BELOW = {
    "scoring": [],
    "contest": ["scoring"],
    "laptop": ["contest", "scoring"],
    "store": ["contest", "scoring"],
    "engine": ["store", "contest", "scoring"],
    "exchange": ["contest", "scoring"],
    "stage": ["contest", "scoring"],
    "paper": ["contest", "scoring"],
    "net": ["engine", "contest", "scoring"],
    "rehearsal": ["net", "engine", "contest", "scoring"],
    "ui": ["rehearsal", "net", "engine", "laptop", "exchange", "stage", "paper", "contest", "scoring"],
    "cli": ["rehearsal", "net", "engine", "laptop", "store", "exchange", "stage", "paper", "contest", "scoring"],
}

# Where a library may be opened; a part of the path names it.
AT_HOME = {
    "/sqlite3.h": ["store"],
    "/gtk-4.0/": ["ui"],
    "/libadwaita-1/": ["ui"],
    "/libsoup-3.0/": ["net"],
    "/hpdf": ["paper"],
    "/gnutls/": ["net"],
    "/sodium": ["net", "exchange"],
    "/xlsxwriter": ["exchange"],
    "/archive.h": ["exchange", "stage"],
    "/cairo/": ["stage", "paper", "ui"],
    "/pango-1.0/": ["stage", "paper", "ui"],
    "/gdk-pixbuf-2.0/": ["stage", "paper", "ui"],
    "/poppler/": ["stage"],
    "/gstreamer-1.0/": ["ui"],
    "/json-glib-1.0/": [layer for layer in BELOW if layer != "scoring"],
    "/gio/": [layer for layer in BELOW if layer != "scoring"],
    "/gobject/": [layer for layer in BELOW if layer != "scoring"],
}
# Whose headers a layer is given may open libraries of their own: stage speaks of a cairo_t. The layer
# itself still may not include them.
THROUGH_HEADERS = {
    "/cairo/": ["cli"],
}
# What only tests of a layer may open besides.
IN_TESTS = {
    "/poppler/": ["paper"],
    "/cairo/": ["paper"],
}

# Inside ui: the judge's panel runs where there is no contest file, so it knows no engine's window.
ROOMS = {
    "common": [],
    "projector": ["common"],
    "judge": ["common"],
    "console": ["common", "projector"],
}

# What GObject's own macros leave behind, and constant tables filled once in class_init.
LASTING = re.compile(r"^(\w+_parent_class|\w+_private_offset|(static_g_define_type_id|g_define_type_id"
                     r"|g_define_type__volatile|gtype_id|type_id|quark|q|_g_boolean_var_|signals"
                     r"|properties|obj_properties|props|static_resource|completed|__gcov\w*|__unused)(\.\d+)?)$")


def read_deps():
    """{object: [opened file, …]} for what is up to date, all paths resolved against the build."""
    out = subprocess.run(["ninja", "-C", str(BUILD), "-t", "deps"], capture_output=True, text=True, check=True).stdout
    deps, current = {}, None
    for line in out.splitlines():
        if line.startswith("    "):
            deps[current].append(str((BUILD / line.strip()).resolve()))
        elif line.strip() and ": #deps" in line:
            current = line.split(":")[0]
            deps[current] = []
    return {name: files for name, files in deps.items() if (BUILD / name).exists()}


def find_place(path):
    """('src' or 'tests', layer, room) of a path of the project, else None."""
    try:
        parts = Path(path).relative_to(SOURCE.resolve()).parts
    except ValueError:
        return None
    if parts[0] not in ("src", "tests") or len(parts) < 3:
        return None
    return parts[0], parts[1], parts[2] if len(parts) > 3 else None


def judge_project_header(place, opened, name):
    tree, layer, room = place
    if opened[0] == "tests":
        return None if tree == "tests" and opened[1] in [layer] + BELOW.get(layer, []) else "a test's header"
    if opened[1] == layer:
        if tree == "src" and layer == "ui" and opened[2] and room and opened[2] != room \
                and room in ROOMS and opened[2] not in ROOMS[room]:
            return "ui/%s may not know ui/%s" % (room, opened[2])
        return None
    if opened[1] not in BELOW.get(layer, []):
        return "%s may not know %s" % (layer, opened[1])
    if name.endswith("-private.h"):
        return "private to %s" % opened[1]
    return None


def judge_library(place, path):
    tree, layer, _ = place
    for part, homes in AT_HOME.items():
        if part in path and not path.startswith(str(BUILD.resolve())):
            allowed = homes + THROUGH_HEADERS.get(part, []) + (IN_TESTS.get(part, []) if tree == "tests" else [])
            if layer not in allowed:
                return "%s has no place in %s" % (part.strip("/"), layer)
    return None


def judge_object(files):
    """The place of an object's source, and what it opened that it may not."""
    place = next((p for p in map(find_place, files) if p), None)
    if place is None:
        return None, []
    problems = []
    for path in files:
        opened = find_place(path)
        if opened:
            why = judge_project_header(place, opened, path)
        else:
            why = judge_library(place, path)
        if why:
            problems.append("%s opens %s: %s" % (Path(files[0]).name, path.replace(str(SOURCE.resolve()) + "/", ""), why))
    return place, problems


def list_lasting(layer):
    """Writable variables of a layer's static library that GObject did not put there."""
    library = BUILD / "src" / layer / ("liblectern-%s.a" % layer)
    if not library.exists():
        return []
    out = subprocess.run(["objdump", "-t", str(library)], capture_output=True, text=True, check=True).stdout
    found = []
    for line in out.splitlines():
        match = re.match(r"[0-9a-f]+ .{7} (\S+)\t[0-9a-f]+ +(?:\.hidden )?(\S+)$", line)
        # constant tables with pointers stand in .data.rel.ro
        if match and re.match(r"\.(data|bss|tdata|tbss)(?!\.rel\.ro)|\*COM\*", match.group(1)) \
                and not match.group(2).startswith((".", "__gcov")) and not LASTING.match(match.group(2)):
            found.append("%s keeps %s between calls" % (library.name, match.group(2)))
    return found


def main():
    tap = Tap()
    deps = read_deps()
    problems = {}
    seen = set()
    for name, files in deps.items():
        if not files:
            continue
        seen.add(files[0])
        place, found = judge_object(files)
        if place is None:
            continue
        key = "%s/%s" % place[:2]
        problems.setdefault(key, []).extend(found)
        if place[1] not in BELOW:
            # house, common: places beside the layers
            problems[key] = [p for p in problems[key] if "gtk" in p]
    for key in sorted(problems):
        tap.case(sorted(set(problems[key]))[:40], "/layers/opens-only-what-it-may/" + key)
    tap.case([] if deps else ["ninja knows of no object: build first"], "/layers/something-was-read")

    unread = [n for n in list_files("src/*.c") if str((SOURCE / n).resolve()) not in seen]
    tap.case(["%s is in no target" % n for n in unread], "/layers/every-source-is-built")
    for layer in [l for l in BELOW if l not in ("ui", "cli")]:
        tap.case(list_lasting(layer), "/layers/nothing-lasting/" + layer)

    upward = [n for n in list_files("src/*.[ch]", "tests/*.[ch]") if re.search(r'#\s*include\s+"[^"]*/', read(n))]
    tap.case(["%s includes by a path" % n for n in upward], "/layers/includes-by-bare-name")
    painting = [n for n in list_files("src/cli/*.[ch]") if re.search(r"#\s*include\s*<(cairo|pango)", read(n))]
    tap.case(["%s paints by itself" % n for n in painting], "/layers/cli-does-not-paint")
    sql = re.compile(r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s)')
    speaking = [n for n in list_files("src/*.[ch]") if not n.startswith("src/store/") and sql.search(read(n))]
    tap.case(["%s speaks SQL" % n for n in speaking], "/layers/sql-only-in-store")
    tap.done()


if __name__ == "__main__":
    main()
