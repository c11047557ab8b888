#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The console and its projector on two monitors, as they are plugged, unplugged and changed: nothing comes by
surprise, nothing ever covers the console, and the projector comes back by itself on the scene it had."""

import contextlib
import os
import sqlite3
import tempfile
import time

from hall import list_order, make_small_contest
from house import Tap
from serving import Server, ctl, find_port, own_home
from two_screens import OWN, NoScreens, TwoScreens, Watch, is_over, list_windows, wait_for_places
from windows import NotThere, Program, grab_window, run, wait_for

RIGHT = (1280, 0, 1024, 768)
WIDE = (1280, 0, 1920, 1080)
MIRROR_MS = 1000  # how long a window that was there when the screens were joined may still be over the console


def make_marked(folder):
    """A contest whose first two have spoken and were marked on paper: the next cue is the reveal of the first."""
    path = make_small_contest(folder)
    table = os.path.join(folder, "marks.csv")
    with open(table, "w", encoding="utf-8") as out:
        out.write("lot,judge,content,language,courseware,bearing,effect\n"
                  "1,1,36,22,13,9,9\n1,2,37,22,13,9,9\n2,1,35,21,12,8,8\n2,2,35,21,12,8,9\n")
    server = Server(path, find_port())
    server.start()
    for lot in (1, 2):
        for line in ("call %d" % lot, "clock start", "clock stop", "gate open", "gate close"):
            answer = server.command(line)
            if "error" in answer:
                raise AssertionError(answer)
    server.quit()
    ctl("import", path, "marks", table)
    return path


class Evening:
    def __init__(self, tap, screens, path):
        self.tap = tap
        self.screens = screens
        self.path = path
        self.first = list_order(path)[0]
        self.console = Program(path, "--port", find_port(), "--bind", "127.0.0.1")
        self.console.find("No projector", "push button")
        self.pid = self.console.process.pid

    def case(self, name, problems):
        self.tap.case(problems, "/two-screens/" + name)

    def read_projector(self):
        root = self.console.get_root()
        for index in range(root.get_child_count()):
            window = root.get_child_at_index(index)
            window.clear_cache()
            if window.get_name() == "Lectern projector":
                return self.console.list_below(window, ".*", "image")[0].get_name()
        return None

    def check_console(self):
        """Where the operator's own window is: on the operator's screen, and in sight."""
        places = list_windows(self.pid, "微型党课")
        return [] if places and is_over(places[0], OWN) else ["the console is at %s" % places]

    def plug_the_first_time(self):
        with Watch(self.pid) as watch:
            self.screens.plug()
            self.console.find("A new screen is connected: DUMMY1.")
            time.sleep(1)
            there = list_windows(self.pid)
            self.case("a-new-screen-is-asked-about", ["it was filled: %s" % there] if there else [])
            self.console.press("Use as Projector")
            self.case("filled-when-named", wait_for_places(self.pid, [RIGHT]))
            self.console.find("Projector: DUMMY1, 1024×768", "push button")
        self.tap.note("plugged: %s" % watch)
        self.case("the-console-is-not-covered", watch.complain() + self.check_console())

    def read_on_air(self):
        """The step and the scene the file has on air: what the hall would be given anew."""
        with contextlib.closing(sqlite3.connect("file:%s?mode=ro" % self.path, uri=True, timeout=10)) as file:
            return file.execute("SELECT step, scene FROM on_air").fetchone()

    def wait_for_step(self, step):
        return wait_for("step %d on air" % step, lambda: next((a for a in [self.read_on_air()] if a[0] == step), None))

    def wait_for_picture(self, wanted=None):
        """The projector's picture once it stands: two looks alike, and like @wanted where that is given."""
        def look():
            one = grab_window(self.pid, "Lectern projector")
            time.sleep(0.3)
            other = grab_window(self.pid, "Lectern projector")
            return other if one == other and other and wanted in (None, other) else None

        try:
            return wait_for("a picture that stands", look, 8)
        except NotThere:
            return grab_window(self.pid, "Lectern projector")

    def enter_the_reveal(self):
        """From the console's own keys: Space enters it, Right goes on, twice. Each step is another picture."""
        self.console.find(r".*Reveal No\. 1 .*", "push button")
        self.console.activate("微型党课")
        pictures = [self.wait_for_picture()]
        for step, key in enumerate(("space", "Right", "Right")):
            self.console.key(key)
            self.wait_for_step(step)
            wait_for("another picture", lambda: grab_window(self.pid, "Lectern projector") != pictures[-1])
            pictures.append(self.wait_for_picture())
        words = self.read_projector()
        self.case("the-reveal-is-shown", [] if words and "亮分" in words and self.first["name"] in words else [words])

    def case_same(self, name, problems, pairs):
        """@pairs: (what, before, after), which have to be alike."""
        self.case(name, problems + ["%s is another one" % what for what, before, after in pairs if before != after])

    def unplug_during_a_reveal(self):
        self.enter_the_reveal()
        air, picture, words = self.read_on_air(), self.wait_for_picture(), self.read_projector()
        with Watch(self.pid) as watch:
            self.screens.unplug()
            problems = wait_for_places(self.pid, [])
            time.sleep(1.5)
            problems += wait_for_places(self.pid, [])
            self.console.find("The projector is unplugged: DUMMY1. .*")
        self.case("unplugged-nothing-is-on-the-console", problems + watch.complain() + self.check_console())
        self.tap.note("unplugged: %s" % watch)
        with Watch(self.pid) as watch:
            self.screens.plug()
            problems = wait_for_places(self.pid, [RIGHT])
        self.tap.note("plugged again: %s" % watch)
        again = self.wait_for_picture(picture)
        self.case_same("plugged-again-on-the-same-step", problems + watch.complain(), [
            ("what is on air", air, self.read_on_air()), ("the picture", picture, again), ("the scene in words", words, self.read_projector())])
        self.console.activate("微型党课")
        self.console.key("Right")
        after = self.wait_for_step(air[0] + 1)
        self.case("and-goes-on-by-one-step", ["the scene is the same"] if after[1] == air[1] else [])
        self.case("which-the-hall-sees", [] if self.wait_for_picture() != picture else ["the picture is the same"])

    def change_the_size(self):
        self.screens.plug("1920x1080")
        self.case("a-larger-picture-is-filled", wait_for_places(self.pid, [WIDE]))
        self.console.find("Projector: DUMMY1, 1920×1080", "push button")
        self.screens.plug("1024x768")
        self.case("a-smaller-picture-is-filled", wait_for_places(self.pid, [RIGHT]) + self.check_console())

    def mirror(self):
        with Watch(self.pid) as watch:
            self.screens.plug("1280x720", "--same-as")
            problems = wait_for_places(self.pid, [])
            self.console.find("No projector: mirrored", "push button")
            self.console.find("DUMMY1 shows the same as your own screen.*")
        # A mirror shows what the console's screen shows; a window already there may take a moment to go.
        self.tap.note("mirrored: %s" % watch)
        self.case("mirrored-it-goes-and-says-why", problems + watch.complain(MIRROR_MS) + self.check_console())
        self.screens.plug()
        self.case("joined-again-it-is-back", wait_for_places(self.pid, [RIGHT]))

    def start_again(self):
        """Named once, it is filled at the next start without a question."""
        self.console.kill()
        self.console = Program(self.console.process.args[1], "--port", find_port(), "--bind", "127.0.0.1")
        self.pid = self.console.process.pid
        problems = wait_for_places(self.pid, [RIGHT])
        words = wait_for("a scene", self.read_projector)
        self.case("the-next-start-asks-nothing", problems + self.check_console() + ([] if "亮分" in words else [words]))

    def play(self):
        self.plug_the_first_time()
        self.unplug_during_a_reveal()
        self.change_the_size()
        self.mirror()
        self.start_again()
        self.console.quit()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-screens-") as folder:
        own_home(folder)
        try:
            screens = TwoScreens(folder)
        except NoScreens as error:
            tap.skip("/two-screens", str(error))
            tap.done()
        path = make_marked(folder)
        try:
            Evening(tap, screens, path).play()
        finally:
            screens.close()
    tap.done()


if __name__ == "__main__":
    run(main)
