# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A laptop with two monitors that nobody sees: Xorg with its dummy driver and a window manager. Xvfb will not do,
for GTK sees one monitor there whatever is said."""

import os
import re
import shutil
import subprocess
import threading
import time

from windows import wait_for, xdotool

CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5.0 - 1000.0
  VertRefresh 5.0 - 200.0
EndSection
Section "Screen"
  Identifier "screens"
  Device "none"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x720"
    Virtual 4096 2160
  EndSubSection
EndSection
"""
OWN = (0, 0, 1280, 720)
# X moves the windows of a screen that goes onto the one that stays, and the window manager hears of it before the
# program does: a blink, not something to be read.
COVERED_MS = 150


class NoScreens(Exception):
    """Xorg is not here or does not start; in words."""


class TwoScreens:
    """DUMMY0 is the laptop's own, of 1280 × 720; DUMMY1 is plugged and unplugged. DISPLAY is theirs from here on."""

    def __init__(self, folder):
        if not shutil.which("Xorg") or not shutil.which("xrandr"):
            raise NoScreens("there is no Xorg or no xrandr")
        configuration = os.path.join(folder, "xorg.conf")
        with open(configuration, "w", encoding="utf-8") as out:
            out.write(CONFIGURATION)
        reading, writing = os.pipe()
        log = os.path.join(folder, "xorg.log")
        self.server = subprocess.Popen(
            ["Xorg", "-config", configuration, "-logfile", log, "-noreset", "-nolisten", "tcp", "-novtswitch",
             "-sharevts", "-displayfd", str(writing)],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            display = number.readline().strip()
        if not display:
            self.server.wait()
            with open(log, encoding="utf-8", errors="replace") as text:
                raise NoScreens("Xorg does not start: %s" % " ".join(l.strip() for l in text if "(EE)" in l)[:400])
        os.environ["DISPLAY"] = ":" + display
        self.manager = subprocess.Popen(["metacity", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for size in ("1024x768", "1280x720", "1920x1080"):
            xrandr("--addmode", "DUMMY1", size)

    def plug(self, size="1024x768", where="--right-of"):
        xrandr("--output", "DUMMY1", "--mode", size, where, "DUMMY0")

    def unplug(self):
        xrandr("--output", "DUMMY1", "--off")

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(timeout=20)


def xrandr(*arguments):
    """What was asked for is there only after it was asked about again."""
    subprocess.run(["xrandr", *arguments], check=True, capture_output=True, timeout=20)
    subprocess.run(["xrandr", "-q"], check=True, capture_output=True, timeout=20)


def list_windows(pid, title="Lectern (projector|stage clock|second screen)"):
    """Where the mapped windows of that title are: (x, y, width, height) in the order of the screen."""
    places = []
    for window in xdotool("search", "--all", "--onlyvisible", "--pid", pid, "--name", title, check=False).split():
        said = dict(re.findall("(X|Y|WIDTH|HEIGHT)=(-?[0-9]+)", xdotool("getwindowgeometry", "--shell", window, check=False)))
        if len(said) == 4:
            places.append(tuple(int(said[k]) for k in ("X", "Y", "WIDTH", "HEIGHT")))
    return sorted(places)


def is_over(place, other=OWN):
    x, y, width, height = place
    return x < other[0] + other[2] and other[0] < x + width and y < other[1] + other[3] and other[1] < y + height


def wait_for_places(pid, expected):
    def look():
        return list_windows(pid) == sorted(expected) or None

    try:
        wait_for("windows at %s" % expected, look, 10)
        return []
    except AssertionError as error:
        return ["%s; they are at %s" % (error, list_windows(pid))]


class Watch:
    """Looks all the time whether a window of the hall's is over the operator's screen, and for how long at a stretch. A
    look is a process or two: the window was there from the first look that saw it to the last, that is known; and no
    longer than from the last look before to the first after."""

    def __init__(self, pid):
        self.pid = pid
        self.looks = 0
        self.places = []
        self.known_ms = self.most_ms = self.slowest_ms = 0.0
        self.ended = False
        self.thread = threading.Thread(target=self._look, daemon=True)

    def _look(self):
        free = last = time.monotonic()
        first = None
        while not self.ended:
            over = [p for p in list_windows(self.pid) if is_over(p)]
            now = time.monotonic()
            self.places += over
            self.looks += 1
            self.slowest_ms = max(self.slowest_ms, (now - last) * 1000)
            last = now
            if over or first:
                self.most_ms = max(self.most_ms, (now - free) * 1000)
            if over:
                first = first or now
                self.known_ms = max(self.known_ms, (now - first) * 1000)
            else:
                free, first = now, None
            time.sleep(0.005)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended = True
        self.thread.join()

    def __str__(self):
        return "over the console for %.0f to %.0f ms, in %d of %d looks; between two looks at most %.0f ms" % (
            self.known_ms, self.most_ms, len(self.places), self.looks, self.slowest_ms)

    def complain(self, most_ms=COVERED_MS):
        """What was over the console for longer than @most_ms at a stretch."""
        return ["%s: %s" % (self, self.places[:5])] if self.known_ms > most_ms else []
