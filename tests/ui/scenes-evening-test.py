#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Every scene from the console's keys, in the real windows: pressed on a keyboard, looked at in the picture
beside, where the hall sees nothing of it, taken, and read from the projector's own window. What can't be shown
is refused in words. Black and the emergency card work in the middle of a word that is typed. First with an
evening under way, then with the round closed. Whatever the hall is shown is also looked at pixel by pixel in the
projector's window: it stands, it is another picture than the one before, and where the command line can paint the
same, it is that."""

import csv
import json
import os
import re
import subprocess
import tempfile
import time

import gi

from hall import Console, list_order, make_small_contest
from house import SOURCE, Tap
from serving import Server, ctl, find_port, own_home
from windows import NotThere, grab_window, run, wait_for, xdotool

NOTICE = "Lunch at 12"
CHOOSER = "LecternSceneChooser"
PROJECTOR = "Lectern projector"
VIDEO = "green.webm"
GREEN = (0, 255, 0)
FAR = 24  # of 255: two painters' anti-aliasing aside, a pixel of another colour
# A second press within 0.4 s of the last is taken for one of the same.
GUARD_S = 0.6
MOST_FAR = 0.002  # the share of such pixels in what is the same picture; a line of small text is more


def write_marks(path, folder, lots):
    """Sheets of both judges and times, kept on paper, for the entries of @lots."""
    keys = [c["key"] for c in ctl("show", path)[1]["rules"]["rubric"]]
    marks, times = os.path.join(folder, "marks.csv"), os.path.join(folder, "times.csv")
    with open(marks, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["lot", "judge", *keys])
        for lot in lots:
            for judge in (1, 2):
                table.writerow([lot, judge, "%.1f" % (30 + lot / 10), *["8"] * (len(keys) - 1)])
    with open(times, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["lot", "seconds"])
        table.writerows([lot, 350] for lot in lots)
    ctl("import", path, "marks", marks)
    ctl("import", path, "times", times)


def make_video(folder):
    """A second of plain green; None where nothing here can make one."""
    try:
        gi.require_version("Gst", "1.0")
        from gi.repository import Gst
    except (ImportError, ValueError):
        return None
    Gst.init(None)
    if not all(Gst.ElementFactory.find(e) for e in ("videotestsrc", "videoconvert", "vp8enc", "webmmux")):
        return None
    path = os.path.join(folder, VIDEO)
    line = Gst.parse_launch("videotestsrc pattern=green num-buffers=25 ! video/x-raw,width=320,height=180,framerate=25/1"
                            " ! videoconvert ! vp8enc deadline=1 ! webmmux ! filesink name=file")
    line.get_by_name("file").set_property("location", path)
    line.set_state(Gst.State.PLAYING)
    message = line.get_bus().timed_pop_filtered(20 * Gst.SECOND, Gst.MessageType.EOS | Gst.MessageType.ERROR)
    line.set_state(Gst.State.NULL)
    return path if message and message.type == Gst.MessageType.EOS else None


def enter(path, line):
    """Enters a sequence and leaves it on air in the file, as a laptop does that was closed in the middle."""
    server = Server(path, find_port())
    server.start()
    answer = server.command(line)
    server.quit()
    if "error" in answer:
        raise AssertionError(answer)


def make_evening(folder, lots, closed):
    os.makedirs(folder)
    rules = json.loads((SOURCE / "data" / "templates" / "jiaozuo-2018.json").read_text("utf-8"))
    rules["draw"] = {**rules.get("draw", {}), "show": "one-by-one"}
    rules["ceremony"] = {**rules.get("ceremony", {}), "every": None}  # no step comes by itself between two looks
    template = os.path.join(folder, "rules.json")
    with open(template, "w", encoding="utf-8") as out:
        json.dump(rules, out)
    path = make_small_contest(folder, "hall", "--template", template)
    write_marks(path, folder, lots)
    ctl("attach", path, "picture", SOURCE / "docs" / "pictures" / "reveal.png")
    paper = os.path.join(folder, "paper.pdf")
    ctl("report", path, "running-order", "-o", paper)
    ctl("attach", path, "courseware", "--lot", "1", paper)
    video = make_video(folder)
    if video:
        ctl("attach", path, "video", video)
    if closed:
        ctl("finalise", path)
    return path


def tell_apart(one, other):
    """The share of the pixels that are of another colour, of every fifth of them."""
    if len(one) != len(other):
        return 1.0
    far = sum(max(abs(a - b), abs(c - d), abs(e - f)) > FAR for a, b, c, d, e, f in zip(
        one[0::15], other[0::15], one[1::15], other[1::15], one[2::15], other[2::15]))
    return far * 15 / len(one)


class Hall:
    """One console with its projector; what is asserted goes by the name of its contest."""

    def __init__(self, tap, name, path):
        self.tap, self.name, self.path = tap, name, path
        self.order = list_order(path)
        self.picture = None
        self.console = Console(path, find_port())
        self.console.find("Evening", "page tab")
        self.set_out()
        self.console.activate("微型党课")
        self.console.key("ctrl+F3")
        self.console.find("All Scenes…", "push button")
        self.cards = self.console.list_all("LecternPictureCard")
        self.console.key("F6")
        self.chooser = self.console.find(CHOOSER)
        self.console.key("Escape")

    def look(self, parent, name):
        """What is called @name below @parent, which stays; the whole tree takes its time."""
        def find():
            parent.clear_cache()
            return next(iter(self.console.list_below(parent, name)), None)

        return wait_for("“%s”" % name, find)

    def case(self, wrong, what):
        self.tap.case(wrong, "/scenes/%s/%s" % (self.name, what))

    def read_preview(self):
        """The picture beside what is on air, in words."""
        self.cards[1].clear_cache()
        pictures = self.console.list_below(self.cards[1], ".*", "image")
        return pictures[0].get_name() if pictures else ""

    def wait_for_preview(self, *words):
        def find():
            preview = self.read_preview()
            return preview if all(w in preview for w in words) else None

        return wait_for("a preview of %s" % (words,), find)

    def find_window(self, title):
        return wait_for("the window “%s”" % title, lambda: xdotool(
            "search", "--all", "--onlyvisible", "--pid", self.console.process.pid, "--name", title, check=False).split())[-1]

    def set_out(self):
        """Side by side on the one screen, for what lies over a window is in its picture."""
        for title, place, size in (("微型党课", (0, 0), (1240, 1000)), (PROJECTOR, (1260, 0), (640, 360))):
            window = self.find_window(title)
            xdotool("windowsize", "--sync", window, *size)
            xdotool("windowmove", window, *place)

    def grab(self):
        return grab_window(self.console.process.pid, PROJECTOR)

    def get_size(self):
        said = dict(re.findall("(WIDTH|HEIGHT)=([0-9]+)", xdotool("getwindowgeometry", "--shell", self.find_window(PROJECTOR))))
        return "%sx%s" % (said["WIDTH"], said["HEIGHT"])

    def paint(self, *scene):
        """The same by the command line, at the window's size."""
        out = os.path.join(os.path.dirname(self.path), "painted.png")
        ctl("scene", self.path, *scene, "-o", out, "--size", self.get_size())
        return subprocess.run(["convert", out, "-depth", "8", "rgb:-"], capture_output=True, check=True, timeout=60).stdout

    def look_at_picture(self, painted=None, plain=False, moves=False):
        """What is wrong with the picture in the projector's window: the one before, nothing but one colour, or not what
        @painted (arguments of `lecternctl scene`) paints. @moves: a clock is in it, or a video."""
        wanted = self.paint(*painted) if painted else None

        def stands():
            one = self.grab()
            time.sleep(0.1)
            if not one or one == self.picture or (not moves and self.grab() != one):
                return None
            return one if wanted is None or tell_apart(one, wanted) <= MOST_FAR else None

        try:
            seen = wait_for("a new picture that stands", stands, 10)
        except NotThere:
            seen = self.grab()
            share = tell_apart(seen, wanted) if wanted else 0
            return ["%s; %s, %.4f of it is another colour than %s" % (
                "the picture before" if seen == self.picture else "another picture", len(seen), share, painted)]
        self.picture = seen
        colours = len({seen[i:i + 3] for i in range(0, len(seen), 3 * 7)})
        return [] if (colours == 1) == plain else ["%d colours" % colours]

    def press(self, key, *words, painted=None, plain=False, moves=False):
        """A key of its own: at once."""
        self.console.key(key)
        seen = self.console.wait_for_projector(*words)
        self.case(self.look_at_picture(painted, plain, moves), "key-%s-%s" % (key, words[0]))
        return seen

    def step_through(self, kind, steps, *arguments):
        """On from where the file has it, with Right, each step as the command line paints it; and back with Left."""
        for number in range(1, steps + 1):
            if number > 1:
                time.sleep(GUARD_S)
                self.console.key("Right")
            self.case(self.look_at_picture((kind, "--step", str(number), *arguments)), "%s-step-%d" % (kind, number))
        time.sleep(GUARD_S)
        self.console.key("Left")
        self.case(self.look_at_picture((kind, "--step", str(steps - 1), *arguments)), "%s-step-back" % kind)

    def choose(self, key, name, *words, typed=None, opener=("F6",), painted=None, plain=False, moves=False):
        """Looked at first: the hall has to stay with what it saw, until Enter."""
        console = self.console
        before = console.read_projector()
        console.key(*opener, key)
        self.look(self.chooser, "Show: %s" % name)
        if typed is not None:
            console.key("Tab")
            console.type(typed)
        preview = self.wait_for_preview(*words)
        still = console.read_projector()
        console.key("Return")
        console.wait_for_projector(*words)
        wrong = [] if preview and still == before else [preview, before, still]
        self.case(wrong + self.look_at_picture(painted, plain, moves), "chosen-%s-%s" % (key, words[0]))

    def refuse(self, key, sentence):
        console = self.console
        before = console.read_projector()
        console.key("F6", key)
        self.look(self.chooser, re.escape(sentence))
        console.key("Return")
        still = console.read_projector()
        console.key("Escape")
        self.case([] if still == before else [before, still], "refused-%s" % key)

    def close(self):
        self.console.quit()


def play_running(hall):
    """All that can be shown while the contest runs."""
    first, second = hall.order[0]["name"], hall.order[1]["name"]
    hall.press("1", "标题", "焦作市2018年度微型党课比赛", painted=("title",))
    hall.press("2", "出场顺序", first, painted=("order",))
    hall.press("d", "候场", second)
    hall.press("6", "名次")
    hall.press("g", "嘉宾评委", "孙启明", painted=("guests",))
    hall.press("9", "休息")
    hall.choose("7", "Notice", "通知", NOTICE, typed=NOTICE, opener=())
    hall.press("F9", "请稍候")
    hall.choose("3", "Introduction", "选手介绍", first, painted=("introduction", "--lot", "1"))
    hall.choose("4", "Talk with the clock", "宣讲", first, moves=True)
    hall.choose("5", "Reveal of the marks", "亮分", first, painted=("reveal", "--lot", "1"))
    hall.choose("8", "Courseware", "课件")
    hall.choose("9", "Break", "休息", "Tea", typed="Tea")
    hall.choose("0", "Clock", "计时")
    hall.choose("r", "Rules", "比赛规则", painted=("rules",))
    hall.choose("o", "Draw", "抽签", first, painted=("draw",))
    hall.choose("m", "Judges are marking", "打分", first, painted=("marking", "--lot", "1"))
    hall.choose("p", "Picture", "图片")
    play_video(hall)
    hall.choose("e", "Emergency", "请稍候", "Please wait", typed="Please wait")
    hall.choose("k", "Black", "黑屏", plain=True)
    hall.choose("n", "End", "比赛圆满结束", painted=("end",))
    hall.refuse("w", "Awards are shown only after the round is finalised.")
    hall.refuse("a", "Awards are shown only after the round is finalised.")


def play_video(hall):
    """Its own colour is what the hall sees: V plays it."""
    if not os.path.exists(os.path.join(os.path.dirname(hall.path), VIDEO)):
        hall.tap.skip("/scenes/%s/the-video-is-seen" % hall.name, "there is no GStreamer with VP8 to make one")
        return
    hall.choose("v", "Video", "图片", plain=True, moves=True)

    def green():
        seen = hall.grab()
        middle = len(seen) // 6 * 3 + int(hall.get_size().split("x")[0]) // 2 * 3
        return all(abs(a - b) < 60 for a, b in zip(seen[middle:middle + 3], GREEN))

    wait_for("the video's own green", green, 10)
    hall.case([], "the-video-is-seen")


def play_in_the_middle_of_a_word(hall):
    """B is a letter there; F8 and F9 are black and the card, wherever the focus is."""
    console = hall.console
    hall.press("1", "标题")
    console.key("F6", "7", "Tab")
    console.type("bbq")
    hall.wait_for_preview("bbq")
    seen = console.read_projector()
    hall.case([] if "标题" in seen else [seen], "letters-are-letters")
    hall.press("F8", "黑屏", plain=True)
    hall.press("F8", "标题")
    hall.press("F9", "请稍候")
    console.key("Escape")
    console.find("All Scenes…", "push button")


def play_name_over(hall):
    """Whoever is on stage, over a picture; gone with the next scene."""
    console, third = hall.console, hall.order[2]  # No. 1 was revealed, which comes after No. 2 has spoken
    hall.press("1", "标题")
    console.go(r"Call No\. 3 .*")
    console.wait_for_projector(third["name"])
    hall.choose("p", "Picture", "图片")
    plain = console.read_projector()
    hall.case([] if third["name"] not in plain else [plain], "no-name-before-its-key")
    hall.press("t", "图片", third["name"])
    console.key("t")
    wait_for("the picture alone", lambda: console.read_projector() == plain)
    hall.case([], "name-off-again")


def play_closed(hall):
    """Who has won is told by no single key."""
    console = hall.console
    hall.press("1", "标题")
    before = console.read_projector()
    console.key("a")
    hall.look(hall.chooser, "The ceremony is not over: this tells the hall who has won.")
    still = console.read_projector()
    hall.case([] if still == before else [still], "no-key-tells-a-result")
    console.key("Escape")
    hall.choose("a", "Awards so far", "获奖名单")
    hall.choose("w", "Award", "颁奖")
    hall.choose("6", "Ranking", "名次")


def play(name, closed, start, *plays):
    """A contest of its own, with what @start enters on air, and @plays with the console on it."""
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-scenes-") as folder:
        own_home(folder)
        path = make_evening(os.path.join(folder, name), range(1, 29) if closed else [1], closed)
        if start:
            enter(path, start)
        hall = Hall(tap, name, path)
        for step in plays:
            step(hall)
        hall.close()
    tap.done()


def play_evening():
    play("running", False, "enter draw", lambda hall: hall.step_through("draw", 3), play_running, play_in_the_middle_of_a_word, play_name_over)


def play_reveal():
    play("reveal", True, "enter reveal 1", lambda hall: hall.step_through("reveal", 4, "--lot", "1"))


def play_ceremony():
    play("ceremony", True, "enter ceremony ", lambda hall: hall.step_through("ceremony", 8))


def play_afterwards():
    play("closed", True, "enter ceremony ", play_closed)


if __name__ == "__main__":
    run(play_evening, play_reveal, play_ceremony, play_afterwards)
