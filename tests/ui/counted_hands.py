# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Hands before real windows, and how often they moved: every press of a key and every click is counted, a key with Shift
or Ctrl as two. They find what they press by the words on it and press it where it is on the screen; nothing is done
through the program's accessible actions."""

import re
import subprocess
import time

from windows import Atspi, NotThere, get_title, is_in_state, wait_for, xdotool

PRESSED = ("push button", "toggle button")


def read_frame(window):
    """How wide the shadow is at the left and at the top of a window that draws its own frame."""
    told = subprocess.run(["xprop", "-id", window, "_GTK_FRAME_EXTENTS"], capture_output=True, text=True, timeout=20).stdout
    sides = [int(n) for n in re.findall(r"[0-9]+", told.partition("=")[2])]
    return (sides[0], sides[2]) if len(sides) == 4 else (0, 0)


def look_at_window(window):
    """A window of the screen: where it is, and its size."""
    told = dict(re.findall(r"(\w+)=(-?\d+)", xdotool("getwindowgeometry", "--shell", window, check=False)))
    return tuple(int(told.get(side, -1)) for side in ("X", "Y", "WIDTH", "HEIGHT"))


def climb(accessible):
    """The window it is in, or the menu that stands over one."""
    while accessible.get_parent().get_role_name() != "application" and not (accessible.get_name() or "").startswith("GtkPopoverMenu") \
            and accessible.get_name() != "GtkPopover":
        accessible = accessible.get_parent()
    return accessible


def box_of(accessible):
    return accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def middle_of(accessible):
    box = box_of(accessible)
    return box.x + box.width // 2, box.y + box.height // 2


def is_at(accessible, x, y):
    """Whether a click at this place of its window would meet it: a page that is not shown keeps its size."""
    met = climb(accessible).get_component_iface().get_accessible_at_point(x, y, Atspi.CoordType.WINDOW)
    while met is not None and met != accessible and met.get_role_name() != "application":
        met = met.get_parent()
    return met == accessible


class Hands:
    """What they did is in @deeds, a sentence each; @words are those that were looked for on the screen."""

    def __init__(self, program):
        self.program = program
        self.events = 0
        self.deeds = []
        self.words = []

    def count(self, number, deed):
        self.events += number
        self.deeds.append("%3d  %s" % (self.events, deed))

    def list_windows(self):
        return xdotool("search", "--all", "--onlyvisible", "--pid", self.program.process.pid, "--name", ".", check=False).split()

    def find_on_screen(self, accessible):
        """Where it is on the screen; None where its window is not in front."""
        top, front = climb(accessible), xdotool("getactivewindow", check=False).strip()
        windows = self.list_windows()
        if front not in windows:
            return None
        if top.get_parent().get_role_name() == "application":
            left, above = read_frame(front) if xdotool("getwindowname", front, check=False).strip() == get_title(top) else (None, None)
            place = look_at_window(front)
        else:  # a menu is a window without a title, known by its size
            size = (box_of(top).width, box_of(top).height)
            place = next((at for at in map(look_at_window, windows) if at[2:] == size), None)
            left, above = -box_of(top).x, -box_of(top).y
        x, y = middle_of(accessible)
        return None if place is None or left is None else (place[0] + left + x, place[1] + above + y)

    def look_for(self, name, role):
        """Where on the screen the middle is of what is called so, can be used and is in sight."""
        usable = [a for a in self.program.list_all(name, role) if is_in_state(a, Atspi.StateType.SENSITIVE)]
        in_sight = [a for a in usable if is_at(a, *middle_of(a))] or (usable if len(usable) == 1 else [])  # of a row, its inside is met
        return self.find_on_screen(in_sight[0]) if in_sight else None

    def find(self, name, role):
        try:
            return wait_for("%s “%s” in the window in front" % (role, name), lambda: self.look_for(name, role))
        except NotThere as error:
            raise NotThere("%s; after:\n%s\nthere is:\n%s" % (error, "\n".join(self.deeds), self.program.tell())) from None

    def click(self, name, role="push button", times=1):
        place = self.find(("(⚠ )?" if role == "page tab" else "") + name, role)  # a page that wants something bears a sign
        xdotool("mousemove", *place)
        xdotool("click", *(("--repeat", times, "--delay", 60) if times > 1 else ()), 1)
        self.words.append(name)
        self.count(times, "%s “%s”" % ("click" if times == 1 else "%d clicks" % times, name))

    def key(self, *names):
        for name in names:
            xdotool("key", "--delay", "12", name)
            self.count(name.count("+") + 1, "key %s" % name)
            time.sleep(0.05)

    def type(self, text):
        xdotool("type", "--delay", "12", text)
        self.count(sum(2 if c.isupper() or c in '~!@#$%^&*()_+{}|:"<>?' else 1 for c in text), "types “%s”" % text)
