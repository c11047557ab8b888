#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Every scene from the console's keys, in the real windows: pressed on a keyboard, looked at in the picture
beside, where the hall sees nothing of it, taken, and read from the projector's own window. What can't be shown
is refused in words. Black and the emergency card work in the middle of a word that is typed. First with an
evening under way, then with the round closed."""

import csv
import os
import re
import tempfile

from hall import Console, list_order, make_small_contest
from house import SOURCE, Tap
from serving import ctl, find_port, own_home
from windows import run, wait_for

NOTICE = "Lunch at 12"
CHOOSER = "LecternSceneChooser"


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


def make_evening(folder, lots, closed):
    os.makedirs(folder)
    path = make_small_contest(folder)
    write_marks(path, folder, lots)
    ctl("attach", path, "picture", SOURCE / "docs" / "pictures" / "reveal.png")
    paper = os.path.join(folder, "paper.pdf")
    ctl("report", path, "running-order", "-o", paper)
    ctl("attach", path, "courseware", "--lot", "1", paper)
    if closed:
        ctl("finalise", path)
    return path


class Hall:
    """One console with its projector; what is asserted goes by the name of its contest."""

    def __init__(self, tap, name, path):
        self.tap, self.name = tap, name
        self.order = list_order(path)
        self.console = Console(path, find_port())
        self.console.find("Evening", "page tab")
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

    def press(self, key, *words):
        """A key of its own: at once."""
        self.console.key(key)
        seen = self.console.wait_for_projector(*words)
        self.case([], "key-%s-%s" % (key, words[0]))
        return seen

    def choose(self, key, name, *words, typed=None):
        """Looked at first: the hall has to stay with what it saw, until Enter."""
        console = self.console
        before = console.read_projector()
        console.key("F6", key)
        self.look(self.chooser, "Show: %s" % name)
        if typed is not None:
            console.key("Tab")
            console.type(typed)
        preview = self.wait_for_preview(*words)
        still = console.read_projector()
        console.key("Return")
        console.wait_for_projector(*words)
        self.case([] if preview and still == before else [preview, before, still], "chosen-%s" % words[0])

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
    hall.press("1", "标题", "焦作市2018年度微型党课比赛")
    hall.press("2", "出场顺序", first)
    hall.press("d", "候场", second)
    hall.press("6", "名次")
    hall.press("g", "嘉宾评委", "孙启明")
    hall.press("9", "休息")
    hall.press("7", "通知")
    hall.press("F9", "请稍候")
    hall.choose("3", "Introduction", "选手介绍", first)
    hall.choose("4", "Talk with the clock", "宣讲", first)
    hall.choose("5", "Reveal of the marks", "亮分", first)
    hall.choose("8", "Courseware", "课件")
    hall.choose("9", "Break", "休息", "Tea", typed="Tea")
    hall.choose("7", "Notice", "通知", NOTICE, typed=NOTICE)
    hall.choose("0", "Clock", "计时")
    hall.choose("r", "Rules", "比赛规则")
    hall.choose("o", "Draw", "抽签", first)
    hall.choose("m", "Judges are marking", "打分", first)
    hall.choose("p", "Picture", "图片")
    hall.choose("e", "Emergency", "请稍候", "Please wait", typed="Please wait")
    hall.choose("k", "Black", "黑屏")
    hall.choose("n", "End", "比赛圆满结束")
    hall.refuse("w", "Awards are shown only after the round is finalised.")
    hall.refuse("a", "Awards are shown only after the round is finalised.")


def play_in_the_middle_of_a_word(hall):
    """B is a letter there; F8 and F9 are black and the card, wherever the focus is."""
    console = hall.console
    hall.press("1", "标题")
    console.key("F6", "7", "Tab")
    console.type("bbq")
    hall.wait_for_preview("bbq")
    seen = console.read_projector()
    hall.case([] if "标题" in seen else [seen], "letters-are-letters")
    hall.press("F8", "黑屏")
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


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-scenes-") as folder:
        own_home(folder)
        hall = Hall(tap, "running", make_evening(os.path.join(folder, "running"), [1], False))
        play_running(hall)
        play_in_the_middle_of_a_word(hall)
        play_name_over(hall)
        hall.close()
        hall = Hall(tap, "closed", make_evening(os.path.join(folder, "closed"), range(1, 29), True))
        play_closed(hall)
        hall.close()
    tap.done()


if __name__ == "__main__":
    run(main)
