#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The console and its projector on two monitors, as they are plugged, unplugged and changed: nothing comes by
surprise, nothing ever covers the console, and the projector comes back by itself on the scene it had."""

import os
import tempfile
import time

from hall import list_order, make_small_contest
from house import Tap
from serving import Server, ctl, find_port, own_home
from two_screens import OWN, NoScreens, TwoScreens, Watch, is_over, list_windows, wait_for_places
from windows import Program, run, wait_for

RIGHT = (1280, 0, 1024, 768)
WIDE = (1280, 0, 1920, 1080)


def make_revealed(folder):
    """A contest in the middle of the reveal of its first entry, whose sheets were on paper."""
    path = make_small_contest(folder)
    table = os.path.join(folder, "marks.csv")
    with open(table, "w", encoding="utf-8") as out:
        out.write("lot,judge,content,language,courseware,bearing,effect\n1,1,36,22,13,9,9\n1,2,37,22,13,9,9\n")
    server = Server(path, find_port())
    server.start()
    for line in ("call 1", "clock start", "clock stop"):
        server.command(line)
    server.quit()
    ctl("import", path, "marks", table)
    server.start()
    answer = server.command("reveal 1")
    server.quit()
    if "error" in answer:
        raise AssertionError(answer)
    return path


class Evening:
    def __init__(self, tap, screens, path):
        self.tap = tap
        self.screens = screens
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
        self.case("the-console-is-not-covered", watch.seen + self.check_console())

    def unplug_during_a_reveal(self):
        before = self.read_projector()
        self.case("the-reveal-is-shown", [] if before and "亮分" in before and self.first["name"] in before else [before])
        with Watch(self.pid) as watch:
            self.screens.unplug()
            problems = wait_for_places(self.pid, [])
            time.sleep(1.5)
            problems += wait_for_places(self.pid, [])
            self.console.find("The projector is unplugged: DUMMY1. .*")
        self.case("unplugged-nothing-is-on-the-console", problems + watch.seen + self.check_console())
        self.tap.note("%d looks" % watch.looks)
        with Watch(self.pid) as watch:
            self.screens.plug()
            problems = wait_for_places(self.pid, [RIGHT])
        after = wait_for("a scene", self.read_projector)
        self.case("plugged-again-on-the-same-scene", problems + watch.seen + ([] if after == before else [before, after]))

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
        self.case("mirrored-it-goes-and-says-why", problems + self.check_console())
        self.tap.note("%d of %d looks saw it meanwhile" % (len(watch.seen), watch.looks))
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
        path = make_revealed(folder)
        try:
            Evening(tap, screens, path).play()
        finally:
            screens.close()
    tap.done()


if __name__ == "__main__":
    run(main)
