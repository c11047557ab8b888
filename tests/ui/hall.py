# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The evening's laptops on one virtual screen: the console with its projector, and judges' panels, each a
process of its own, set up as their people do it."""

import os
import re

from house import SOURCE
from serving import ctl, find_port
from windows import NotThere, Program, wait_for

CRITERIA = ("主题内容", "语言表达", "课件制作与运用", "仪表形象", "现场效果")


def show_projector_window():
    """What an operator says once on a laptop without a projector: what is on air, in a window."""
    path = os.path.join(os.environ["XDG_CONFIG_HOME"], "lectern", "screens.ini")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write("[operator]\nwindow=true\n")


class Console(Program):
    """The main laptop. The projector is a second window of the same process."""

    def __init__(self, path, port):
        show_projector_window()
        super().__init__(path, "--port", port, "--bind", "127.0.0.1")
        self.port = port

    def go(self, expected):
        """Presses the large button, which has to say beforehand what it will do; what it said."""
        button = self.find(expected, "push button")
        said = button.get_name()
        self.press(re.escape(said))
        return said

    def show_page(self, name):
        """A page of the window, or one within a page, which bears a sign while it wants something."""
        self.find("(⚠ )?" + name, "page tab").get_action_iface().do_action(0)

    def read_codes(self, judges):
        """The pairing codes, from the page the operator reads them from."""
        self.show_page("Set-up")
        self.show_page("Judges")
        self.press("Codes for All")
        codes = wait_for("a code for each judge", lambda: self.list_codes(judges))
        self.show_page("Evening")
        return codes

    def list_codes(self, judges):
        codes = [a.get_name().replace(" ", "") for a in self.list_all("[0-9]{3} [0-9]{3}", "label")]
        return codes if len(codes) == judges else None

    def read_projector(self):
        """What the hall sees, in words, from the projector's own window."""
        root = self.get_root()
        for index in range(root.get_child_count()):
            window = root.get_child_at_index(index)
            window.clear_cache()
            if window.get_name() == "Lectern projector":
                return self.list_below(window, ".*", "image")[0].get_name()
        raise NotThere("the projector has no window")

    def wait_for_projector(self, *parts):
        """Waits until the hall sees all of @parts; the whole in words."""
        def look():
            words = self.read_projector()
            return words if all(p in words for p in parts) else None

        try:
            return wait_for("on the projector: %s" % (parts,), look)
        except NotThere as error:
            raise NotThere("%s; it shows: %s" % (error, self.read_projector())) from None

    def read_clock(self):
        """What the console's clock shows, in seconds."""
        card = self.find("LecternClockCard")
        label = self.list_below(card, "[0-9]+:[0-9]{2}", "label")[0]
        minutes, seconds = label.get_name().split(":")
        return int(minutes) * 60 + int(seconds)


class Panel(Program):
    """One judge's laptop, with a seat of its own."""

    def __init__(self, console, folder, number):
        super().__init__("--judge", "127.0.0.1:%d" % console.port, "--seat", os.path.join(folder, "seat-%d.json" % number))
        self.number = number

    def take_seat(self, code):
        self.fill("Six-Digit Code", code)
        self.press("Take the Seat")
        self.find("Connected", "push button")

    def mark(self, marks):
        """Types the marks as a judge does: the number, Enter, the next."""
        self.activate("Judge %d" % self.number)
        for mark in marks:
            self.type(mark)
            self.key("Return")

    def submit(self, total):
        """Enter on the finished sheet asks; Enter again sends. Then it must say that it has arrived."""
        self.key("Return")
        self.find("Submit %s" % re.escape(total), "push button")
        self.key("Return")
        self.find("Received by the main laptop: %s" % re.escape(total), "status bar")


def make_small_contest(folder, seed="hall", *options):
    """The sample's nominees, drawn, before a jury of two; @options of “new”."""
    path = os.path.join(folder, "contest.lectern")
    table = os.path.join(folder, "judges.csv")
    with open(table, "w", encoding="utf-8") as out:
        out.write("编号,姓名,组长\n1,孙启明,是\n2,钱树人,否\n")
    ctl("new", path, *options)
    ctl("import", path, "nominees", SOURCE / "data" / "sample" / "roster-2018.csv")
    ctl("import", path, "judges", table)
    ctl("draw", path, "--seed", seed)
    return path


def list_order(path):
    """The nominees in the order of their lots, by the command line."""
    return sorted((n for n in ctl("show", path)[1]["nominees"] if n["lot"]), key=lambda n: n["lot"])


def open_hall(folder):
    """Console and two panels, paired and connected."""
    path = make_small_contest(folder)
    console = Console(path, find_port())
    codes = console.read_codes(2)
    panels = []
    for number, code in enumerate(codes, 1):
        panel = Panel(console, folder, number)
        panel.take_seat(code)
        panels.append(panel)
    return path, console, panels
