#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A whole contest before a jury of every kind: two judges with the program's own panel in real windows, two in a browser, and
two with the example client of docs/, against `lecternctl serve`, which is killed in the middle of the second entry. Every sheet of
all 28 entries must be acknowledged once, and the ranking is what the sheets come to."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing

import reckoning
from browser import Browser, Driver, Missing
from hall import Panel
from house import SOURCE, Tap
from reckoning import write
from seats import Seat
from serving import Server, ctl, find_port, own_home
from windows import run
from wire import Wire

CLIENT = SOURCE / "docs" / "judge-client.py"
IN_WINDOWS, IN_BROWSERS, IN_TERMINALS = (1, 2), (3, 4), (5, 6)
JUDGES = IN_WINDOWS + IN_BROWSERS + IN_TERMINALS
LOTS = range(1, 29)
RECEIVED = "SELECT receipt.judge, receipt.total FROM receipt JOIN entry USING (round, nominee) WHERE receipt.state = 2 AND lot = ? ORDER BY judge"


def total_of(judge, lot):
    return reckoning.add(reckoning.choose_marks(judge, lot))


def make_jury(folder):
    path = os.path.join(folder, "contest.lectern")
    table = os.path.join(folder, "judges.csv")
    with open(table, "w", encoding="utf-8") as out:
        out.write("编号,姓名,组长\n" + "".join("%d,评委%d,%s\n" % (n, n, "是" if n == 1 else "否") for n in JUDGES))
    ctl("new", path)
    ctl("import", path, "nominees", SOURCE / "data" / "sample" / "roster-2018.csv")
    ctl("import", path, "judges", table)
    ctl("draw", path, "--seed", "mixed")
    return path


class Evening:
    """The main laptop and its jury. Browser seats look up their codes here."""

    def __init__(self, tap, folder, driver):
        self.tap = tap
        self.path = make_jury(folder)
        self.server = Server(self.path, find_port())
        self.server.start()
        self.codes = {row["judge"]: row["code"] for row in self.server.command("codes")["codes"]}
        self.panels = {n: Panel(self.server, folder, n) for n in IN_WINDOWS}
        for number, panel in self.panels.items():
            panel.take_seat(self.codes[number])
        self.browser = Browser(driver)
        self.wires = []
        self.seats = {n: self.open_seat(n) for n in IN_BROWSERS}
        self.clients = {}

    def open_seat(self, judge):
        self.browser.new_window()
        self.browser.set_size(1366, 768)
        self.wires.append(Wire(self.server.port))
        seat = Seat(self, judge, self.browser, self.wires[-1])
        self.browser.open(seat.address)
        seat.wait_text("#take-seat", ".")
        seat.take()
        return seat

    def call(self, lot):
        for line in ("call %d" % lot, "clock start", "clock stop", "clock set %d as timed by hand" % reckoning.choose_seconds(lot), "gate open"):
            answer = self.server.command(line)
            if not answer.get("ok"):
                raise AssertionError("%s: %s" % (line, answer))

    # --- the three kinds of judges -----------------------------------------------------------

    def submit_in_window(self, judge, lot):
        panel, total = self.panels[judge], write(total_of(judge, lot))
        panel.find("Marking is open for No. %d" % lot, "status bar")
        panel.mark(reckoning.choose_marks(judge, lot))
        panel.key("Return")
        panel.find("Submit %s" % total, "push button")
        panel.key("Return")

    def submit_in_browser(self, judge, lot):
        seat = self.seats[judge].turn_to()
        seat.wait_stage(lot)
        seat.focus(0)
        seat.mark(*reckoning.choose_marks(judge, lot))
        seat.submit()

    def start_client(self, judge, code):
        """One sheet a run; a run is a seat."""
        address = "https://127.0.0.1:%d" % self.server.port
        self.clients[judge] = subprocess.Popen([sys.executable, str(CLIENT), address, self.server.fingerprint, code], text=True,
                                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def expect_received(self, judge, lot):
        total = write(total_of(judge, lot))
        if judge in IN_WINDOWS:
            self.panels[judge].find("Received by the main laptop: %s" % total, "status bar")
        elif judge in IN_BROWSERS:
            self.seats[judge].turn_to().wait_text("#message", "主控电脑已收到：%s$" % total.replace(".", r"\."))
        else:
            output, _ = self.clients[judge].communicate("".join(mark + "\n" for mark in reckoning.choose_marks(judge, lot)), timeout=30)
            if "Received by the main laptop: %s\n" % total not in output:
                raise AssertionError("judge %d: %s" % (judge, output))

    # --- the evening -------------------------------------------------------------------------

    def play(self, lot, codes):
        """Everybody marks, one after the other."""
        for judge in IN_TERMINALS:
            self.start_client(judge, codes[judge])
        self.call(lot)
        for judge in JUDGES:
            if judge in IN_WINDOWS:
                self.submit_in_window(judge, lot)
            elif judge in IN_BROWSERS:
                self.submit_in_browser(judge, lot)
            self.expect_received(judge, lot)

    def play_first(self):
        self.play(1, self.codes)

    def play_second(self):
        """One sheet is there when the main laptop is killed, two are handed in while nobody is there, one waits in a terminal."""
        self.call(2)
        self.start_client(6, self.server.command("code 6")["code"])
        self.submit_in_window(1, 2)
        self.expect_received(1, 2)
        self.server.kill()
        self.seats[3].turn_to().wait_text("#connection-words", "正在重新连接")
        self.submit_in_browser(3, 2)
        self.seats[3].wait_text("#message", "尚未发出")
        self.submit_in_window(2, 2)
        self.panels[2].find("Not sent yet; it goes out by itself.*", "status bar")
        self.server.start()
        for judge in (2, 3, 6):
            self.expect_received(judge, 2)
        self.submit_in_browser(4, 2)
        self.expect_received(4, 2)
        self.start_client(5, self.server.command("code 5")["code"])
        self.expect_received(5, 2)

    def play_rest(self):
        for lot in LOTS[2:]:
            self.play(lot, {judge: self.server.command("code %d" % judge)["code"] for judge in IN_TERMINALS})
            self.close_entry(lot)

    def close_entry(self, lot):
        self.server.command("gate close")
        wrong = []
        for judge in IN_WINDOWS:
            self.panels[judge].find("Received and locked: %s" % write(total_of(judge, lot)), "status bar")
        for judge in IN_BROWSERS:
            said = self.seats[judge].turn_to().wait_text("#message", "已收到并锁定")
            wrong += [] if said.endswith(write(total_of(judge, lot))) else [said]
        with closing(sqlite3.connect("file:%s?mode=ro" % self.path, uri=True)) as file:
            taken = file.execute(RECEIVED, (lot,)).fetchall()
        expected = [(judge, int(1000 * total_of(judge, lot))) for judge in JUDGES]
        self.tap.case(wrong + ([] if taken == expected else [taken, expected]), "/mixed-evening/%d/every-sheet-once" % lot)
        self.server.command("reveal %d" % lot)

    def look_up(self):
        complaints = [line for judge in IN_BROWSERS for line in self.seats[judge].turn_to().complaints()]
        self.tap.case(complaints, "/mixed-evening/the-browsers-complain-of-nothing")
        self.server.quit()
        self.tap.case(ctl("finalise", self.path, "--by", "test")[0], "/mixed-evening/finalised")
        totals = {lot: {judge: total_of(judge, lot) for judge in JUDGES} for lot in LOTS}
        wanted = reckoning.rank(totals, {lot: reckoning.choose_seconds(lot) for lot in LOTS})
        answer = ctl("rank", self.path)[1]
        self.tap.case(reckoning.compare(answer, wanted), "/mixed-evening/ranking")
        status, answer = ctl("verify", self.path, check=False)
        self.tap.case([] if status == 0 else [answer], "/mixed-evening/verified-afterwards")

    def close(self):
        for panel in self.panels.values():
            panel.kill()
        for client in self.clients.values():
            client.kill()
        self.browser.close()
        for wire in self.wires:
            wire.close()
        if self.server.process.poll() is None:
            self.server.kill()


def main():
    tap = Tap()
    try:
        driver = Driver()
    except Missing as error:
        tap.skip("/mixed-evening", "there is no %s here" % error)
        tap.done()
    with tempfile.TemporaryDirectory(prefix="lectern-mixed-") as folder:
        own_home(os.path.join(folder, "home"))
        evening = Evening(tap, folder, driver)
        try:
            evening.play_first()
            evening.close_entry(1)
            evening.play_second()
            evening.close_entry(2)
            begun = time.monotonic()
            evening.play_rest()
            tap.note("%d entries before %d judges in %.0f s" % (len(LOTS) - 2, len(JUDGES), time.monotonic() - begun))
            evening.look_up()
        finally:
            evening.close()
            driver.close()
    tap.done()


if __name__ == "__main__":
    run(main)
