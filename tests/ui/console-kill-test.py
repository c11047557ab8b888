#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The console itself, killed (SIGKILL) in the middle of things and started again as from the menu: it opens
on the same entry, the same scene and the same next step, asks nothing, the clock is right, and the judges'
laptops, a real panel among them, come back by themselves with every sheet that was acknowledged."""

import os
import random
import tempfile
import time

from hall import Console, Panel, list_order, make_small_contest
from house import Tap
from ledger import CLOCK_TOLERANCE_MS, Ledger, now_ms
from panel import pair
from serving import ctl, find_port, own_home
from virtual_judge import Judge
from windows import NotThere, run, wait_for

SEED = os.environ.get("LECTERN_SEED") or str(random.SystemRandom().randrange(10**6))
PAUSE = (0.1, 0.5)  # seconds between sheets: as many as a hall full of judges hands in
NEXT = r"(Show:|Call|Start the clock|Stop the clock|Close marking|Reveal|Judge).*"


class Address:
    """Where the judges' server is, whichever process is behind it."""

    def __init__(self, port):
        self.port = port
        self.fingerprint = None


class Hall:
    def __init__(self, tap, folder):
        self.tap, self.folder = tap, folder
        self.dice = random.Random(SEED)
        self.ledger = Ledger()
        self.path = make_small_contest(folder)
        self.address = Address(find_port())
        self.console = Console(self.path, self.address.port)
        codes = self.console.read_codes(2)
        self.panel = Panel(self.console, folder, 1)
        self.panel.take_seat(codes[0])
        token = pair("127.0.0.1", self.address.port, None, codes[1], "virtual")
        self.judge = Judge(2, token, self.address, self.ledger, SEED, PAUSE)
        self.judge.start()
        self.judge.connected.wait(10)
        self.clock = None  # (earliest, latest) start in milliseconds; None while it does not run
        self.kills = 0

    def go(self, expected):
        return self.console.go(expected)

    def start_clock(self):
        """Only the judge's own state says when the clock was running, so the start lies between two moments."""
        self.console.find("Start the clock", "push button")
        earliest = now_ms()
        self.go("Start the clock")
        wait_for("the clock at the judge's", lambda: self.judge.state["clock"]["phase"] == "running")
        counted = self.judge.state["clock"]["elapsed_ms"]
        started = self.judge.received_ms - counted
        self.clock = (max(earliest, started - 30), started)

    def kill_and_look(self, where):
        """Kills, starts again, and compares what can be seen with what could be seen."""
        console = self.console
        time.sleep(self.dice.uniform(0.0, 0.4))
        before = console.find(NEXT, "push button").get_name(), console.read_projector()
        self.judge.connected.clear()
        console.kill()
        self.kills += 1
        self.console = console = Console(self.path, self.address.port)
        problems = []
        try:
            console.find(r"The last session ended unexpectedly after \d\d:\d\d\. Everything up to line \d+ of the journal is there\.")
            after = console.find(NEXT, "push button").get_name(), wait_for("a scene", console.read_projector)
            if after != before:
                problems.append("before %s, after %s" % (before, after))
            problems += self.list_questions()
        except NotThere as error:
            problems.append(str(error))
        if not self.judge.connected.wait(5):
            problems.append("the judge's connection is not back")
        problems += self.check_clock()
        self.panel.find("Connected", "push button", patience=10)
        self.tap.case(problems, "/console-kill/" + where)

    def list_questions(self):
        """Any window besides the console and the projector would be a question to the operator."""
        root = self.console.get_root()
        names = [root.get_child_at_index(i).get_name() for i in range(root.get_child_count())]
        odd = [n for n in names if n != "Lectern projector" and not n.startswith("焦作市")]
        return ["a window nobody asked for: %s" % n for n in odd]

    def check_clock(self):
        state = self.judge.state["clock"]
        if not self.clock:
            return [] if state["phase"] != "running" else ["the clock runs"]
        least, most = self.judge.received_ms - self.clock[1], self.judge.received_ms - self.clock[0]
        if state["phase"] == "running" and least - CLOCK_TOLERANCE_MS <= state["elapsed_ms"] <= most + CLOCK_TOLERANCE_MS:
            return []
        return ["the clock is %s at %d ms, the truth is %d to %d" % (state["phase"], state["elapsed_ms"], least, most)]

    def play(self, order):
        first, second = order[0], order[1]
        self.go("Show: Title")
        self.kill_and_look("title")
        self.go("Show: Rules")
        self.go("Show: Running order")
        self.go("Call No.*")
        self.kill_and_look("called")
        self.start_clock()
        self.kill_and_look("talking")
        self.kill_and_look("talking-again")
        self.go("Stop the clock, open marking")
        self.clock = None
        self.panel.find("Marking is open for No. %d" % first["lot"], "status bar")
        self.panel.mark(("36.5", "22", "13.1"))
        self.kill_and_look("a-sheet-half-marked")
        self.panel.activate("Judge 1")
        self.panel.mark(("9", "8.8"))
        self.kill_and_look("a-sheet-not-sent")
        self.panel.activate("Judge 1")
        self.panel.submit("89.4")
        self.kill_and_look("a-sheet-received")
        self.panel.find("Received by the main laptop: 89.4", "status bar")
        self.go(r"Close marking\. Call No.*")
        self.kill_and_look("marking-closed")
        self.start_clock()
        self.go("Stop the clock, open marking")
        self.clock = None
        wait_for("a sheet of the second", lambda: (2, second["lot"]) in self.ledger.acknowledged)
        self.panel.find("Marking is open for No. %d" % second["lot"], "status bar")
        self.panel.mark(("35", "21", "12", "8", "8"))
        self.panel.submit("84")
        self.go("Close marking. Reveal No.*")
        self.console.wait_for_projector(first["name"], "亮分")
        self.kill_and_look("revealed")

    def close(self, order):
        self.judge.ended.set()
        self.judge.join(5)
        self.panel.quit()
        self.console.quit()
        self.tap.case(self.ledger.problems, "/console-kill/every-acknowledged-sheet-is-there")
        entry = [e for e in ctl("rank", self.path)[1]["entries"] if e["lot"] == order[0]["lot"]][0]
        own = [s["total"] for s in entry["sheets"] if s["judge"] == 1]
        self.tap.case([] if own == ["89.4"] else [entry], "/console-kill/the-panel-s-sheet-counts")
        status, answer = ctl("verify", self.path, check=False)
        self.tap.case([] if status == 0 else [answer], "/console-kill/verify-passes")


def main():
    tap = Tap()
    tap.note("seed %s" % SEED)
    with tempfile.TemporaryDirectory(prefix="lectern-console-") as folder:
        own_home(folder)
        hall = Hall(tap, folder)
        order = list_order(hall.path)
        hall.play(order)
        hall.close(order)
        tap.note("%d kills, %d acknowledged sheets" % (hall.kills, hall.ledger.count))
    tap.done()


if __name__ == "__main__":
    run(main)
