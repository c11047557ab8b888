#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The evening in the real windows: a console with its projector and two judges' panels, three processes,
on a virtual screen. An entry is called, talks, is marked by keyboard; the next one is called, talks, is
marked; the first is revealed, for the rules announce after the next has spoken; and so on. What the hall sees is read from the projector's own window, never from the program's insides."""

import re
import tempfile
import time
from decimal import ROUND_HALF_UP, Decimal

from hall import list_order, open_hall
from house import Tap
from serving import ctl, own_home
from windows import run

SHEETS = {
    1: [("36.5", "22", "13.1", "9", "8.8"), ("38", "23.5", "14", "9.5", "9.1")],
    2: [("35.2", "21.9", "12.5", "8.7", "8.6"), ("37.3", "22.2", "13", "9.2", "9")],
}


def add(marks):
    total = sum(Decimal(m) for m in marks)
    return str(total.normalize()) if total != total.to_integral() else str(int(total))


def mean(totals):
    """As the rules say: two decimals, rounded half up, after the mean."""
    return str((sum(Decimal(t) for t in totals) / len(totals)).quantize(Decimal("0.01"), ROUND_HALF_UP))


class Evening:
    def __init__(self, tap, folder):
        self.tap = tap
        self.path, self.console, self.panels = open_hall(folder)
        self.order = list_order(self.path)

    def play_opening(self):
        console = self.console
        console.go("Show: Title")
        console.wait_for_projector("焦作市2018年度微型党课比赛")
        console.go("Show: Rules")
        console.wait_for_projector("规则")
        console.go("Show: Running order")
        words = console.wait_for_projector(self.order[0]["name"])
        console.activate("微型党课")
        console.key("Next")  # the order has pages
        words += console.wait_for_projector(self.order[-1]["name"])
        missing = [n["name"] for n in self.order if n["name"] not in words]
        self.tap.case(missing, "/evening/opening/title-rules-and-order")

    def play_talk(self, entry):
        console, name = self.console, entry["name"]
        said = console.go(r"(Close marking\. )?Call No\. %d .*" % entry["lot"])
        words = console.wait_for_projector(name, entry["title"])
        self.tap.case([] if name in said and entry["unit"] in words else [said, words], "/evening/%d/called" % entry["lot"])
        for panel in self.panels:
            panel.find(re.escape(name), "label")
        earliest = time.monotonic()
        console.go("Start the clock")
        latest = time.monotonic()
        console.wait_for_projector(name)
        time.sleep(2)
        reading = time.monotonic()
        shown = console.read_clock()
        least, most = reading - latest - 1.1, time.monotonic() - earliest
        self.tap.case([] if least <= shown <= most else ["the clock shows %d s, between %.1f and %.1f have gone" % (shown, least, most)],
                      "/evening/%d/clock" % entry["lot"])

    def play_marking(self, entry):
        """Two sheets by keyboard; meanwhile the hall must not see a single total."""
        console, lot = self.console, entry["lot"]
        console.go("Stop the clock, open marking")
        totals = []
        for panel, marks in zip(self.panels, SHEETS[lot]):
            total = add(marks)
            panel.find("Marking is open for No. %d" % lot, "status bar")
            panel.mark(marks)
            panel.submit(total)
            totals.append(total)
        words = console.wait_for_projector(entry["name"], "2")
        leaked = [t for t in totals if t in words]
        self.tap.case(["the hall already sees %s: %s" % (t, words) for t in leaked], "/evening/%d/marks-stay-hidden" % lot)
        return totals

    def walk_to_the_place(self, entry, totals, final):
        """One press a step, as the button says; what the hall saw before its step, as sentences."""
        console, early = self.console, []
        for step, hidden in (("all marks", [*totals, final]), ("the mean", [final]), ("the final score", []), ("the place", [])):
            words = console.wait_for_projector(entry["name"])
            early += ["the hall already sees %s: %s" % (f, words) for f in hidden if f in words]
            time.sleep(0.5)  # a second press at once is taken for a slip
            console.go("Show " + step)
        return early

    def play_reveal(self, entry, totals, hidden):
        """Name and score of the one revealed; nothing of the one who has just been marked."""
        console = self.console
        console.go(r"(Close marking\. )?Reveal No\. %d .*" % entry["lot"])
        final = mean(totals)
        early = self.walk_to_the_place(entry, totals, final)
        self.tap.case(early, "/evening/%d/nothing-before-its-step" % entry["lot"])
        words = console.wait_for_projector(entry["name"], final)
        self.tap.case([] if "亮分" in words else [words], "/evening/%d/revealed-with-name-and-score" % entry["lot"])
        leaked = [t for t in [*hidden, mean(hidden)] if t in words]
        self.tap.case(leaked, "/evening/%d/reveals-nobody-else" % entry["lot"])
        ranked = [e for e in ctl("rank", self.path)[1]["entries"] if e["lot"] == entry["lot"]][0]
        self.tap.case([] if ranked["final"] == final else [ranked, final], "/evening/%d/same-as-the-ranking" % entry["lot"])

    def black_out(self):
        """One key, and the hall sees nothing; the same key, and it is back."""
        console = self.console
        before = console.read_projector()
        console.activate("微型党课")
        console.key("b")
        console.wait_for_projector("黑屏")
        console.key("b")
        after = console.wait_for_projector(before)
        self.tap.case([] if after == before else [before, after], "/evening/black-and-back")

    def close(self):
        for program in [*self.panels, self.console]:
            program.quit()
        status, answer = ctl("verify", self.path, check=False)
        self.tap.case([] if status == 0 else [answer], "/evening/verified-afterwards")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-evening-") as folder:
        own_home(folder)
        evening = Evening(tap, folder)
        evening.play_opening()
        first, second, third = evening.order[:3]
        evening.play_talk(first)
        totals = evening.play_marking(first)
        evening.play_talk(second)
        hidden = evening.play_marking(second)
        evening.play_reveal(first, totals, hidden)
        evening.play_talk(third)
        evening.black_out()
        evening.close()
    tap.done()


if __name__ == "__main__":
    run(main)
