#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Every kind of scene that src/contest names, painted by `lecternctl scene` at five sizes without a screen, and each
picture read back: its size, and that there is something on it."""

import ctypes
import ctypes.util
import os
import re

from desk import Desk, expect
from house import SOURCE
from serving import ctl

SIZES = ((800, 600), (1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
KINDS = re.findall(r'^  \[LECTERN_SCENE_[A-Z]+\] = "([a-z]+)",$', (SOURCE / "src/contest/lectern-scene.c").read_text("utf-8"), re.MULTILINE)
ONE_COLOUR = ("blank",)
BEFORE = ("deck",)  # shows who waits, and at the end nobody does


class Cairo:
    """The reader of PNG that is there wherever the program runs."""

    def __init__(self):
        self.library = ctypes.CDLL(ctypes.util.find_library("cairo") or "libcairo.so.2")
        self.library.cairo_image_surface_create_from_png.restype = ctypes.c_void_p
        self.library.cairo_image_surface_get_data.restype = ctypes.c_void_p

    def call(self, name, surface):
        return getattr(self.library, name)(ctypes.c_void_p(surface))

    def read(self, path):
        """(width, height), and how many colours were found before that was enough."""
        surface = self.library.cairo_image_surface_create_from_png(os.fsencode(path))
        if self.call("cairo_surface_status", surface) != 0:
            return None, 0
        width, height, stride = (self.call("cairo_image_surface_get_" + n, surface) for n in ("width", "height", "stride"))
        pixels = memoryview(ctypes.string_at(self.call("cairo_image_surface_get_data", surface), stride * height)).cast("I")
        colours = set()
        for y in range(0, height, 3):
            colours.update(pixels[y * stride // 4:y * stride // 4 + width])
            if len(colours) > 500:
                break
        self.call("cairo_surface_destroy", surface)
        return (width, height), len(colours)


def make_closed(desk):
    """Everybody marked and the round closed, with a picture and courseware: every scene has something to show."""
    file = desk.marked()
    paper = desk.path("paper.pdf")
    ctl("report", file, "running-order", "-o", paper)
    ctl("attach", file, "courseware", "--lot", "3", paper)
    ctl("attach", file, "picture", SOURCE / "docs" / "pictures" / "reveal.png")
    ctl("finalise", file)
    return file


def every_scene_at_every_size(desk):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(name, None)
    drawn, closed, cairo = desk.contest("nominees", "judges", "drawn"), make_closed(desk), Cairo()
    kinds = len(re.findall(r"^  LECTERN_SCENE_[A-Z]+,", (SOURCE / "src/contest/lectern-scene.h").read_text("utf-8"), re.MULTILINE))
    wrong = expect(len(KINDS), kinds, "kinds that have a name")
    for name in (*KINDS, "test"):
        for size in SIZES:
            out = desk.path("scene.png")
            ctl("scene", drawn if name in BEFORE else closed, name, "-o", out, "--size", "%dx%d" % size, "--lot", "3", "--at", "361")
            found, colours = cairo.read(out)
            wrong += expect((found, colours > 1), (size, name not in ONE_COLOUR), "%s at %dx%d" % (name, *size))
    return wrong


if __name__ == "__main__":
    Desk("cli/every-scene").run(every_scene_at_every_size)
