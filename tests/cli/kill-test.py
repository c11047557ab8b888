#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The main laptop's program is killed (SIGKILL) at a hundred random moments of an evening, while nine
judges hand in as fast as they can. After each restart, with nothing asked of anybody: the same entry
is on, the gate and the clock are where they were, every judge is back and finds every sheet that was
ever acknowledged to him. In between and at the end, the journal is verified.

LECTERN_KILLS and LECTERN_SEED change the number and the moments; the seed used is printed."""

import os
import random
import shutil
import tempfile
import threading
import time
from fractions import Fraction

from house import Tap
from ledger import Ledger, Truth, now_ms
from panel import Gone, pair
from serving import Server, ctl, find_port, make_contest, own_home
from virtual_judge import Judge

KILLS = int(os.environ.get("LECTERN_KILLS", "100"))
SEED = os.environ.get("LECTERN_SEED") or str(random.SystemRandom().randrange(10**6))
BACK_WITHIN = 5.0  # seconds until every judge has to be back


class Operator:
    """Plays the evening, command by command. After a crash asks `status`, and goes on."""

    def __init__(self, server, ledger, lots):
        self.server = server
        self.ledger = ledger
        self.truth = Truth()
        self.script = [command for lot in lots for command in (
            ("call %d" % lot, 0.1), ("clock start", 0.5), ("clock pause", 0.1), ("clock resume", 0.3),
            ("clock stop", 0.1), ("gate open", 1.9), ("gate close", 0.1), ("reveal %d" % lot, 0.1))]
        self.next_at = 0.0
        self.problems = []
        self.worst_miss = 0.0

    def work_until(self, moment):
        """Takes what is due until @moment; the program is killed right after, perhaps within a command."""
        while time.monotonic() < moment and self.truth.step < len(self.script):
            time.sleep(max(0.0, min(self.next_at, moment) - time.monotonic()))
            if time.monotonic() < moment:
                self.take_step()

    def take_step(self):
        command, pause = self.script[self.truth.step]
        if command == "gate close" and not self.ledger.has_sheets(self.truth.lot):
            # Nobody had the time between two kills; an entry without a sheet can't be revealed.
            self.next_at = time.monotonic() + 0.1
            return
        earliest = now_ms()
        answer = self.server.command(command)
        if not answer.get("ok"):
            raise AssertionError("%s: %s" % (command, answer))
        self.truth = self.truth.after(command, earliest, now_ms())
        self.next_at = time.monotonic() + pause

    def throw_and_kill(self, delay):
        """Sends the next command and kills the program a moment later, before reading the answer."""
        command, pause = self.script[self.truth.step]
        if command == "gate close" and not self.ledger.has_sheets(self.truth.lot):
            self.server.kill()
            return [self.truth]
        earliest = now_ms()
        killer = threading.Timer(delay, self.server.kill)
        killer.start()
        candidates = [self.truth]
        try:
            answered = self.server.command(command).get("ok")
            self.truth = self.truth.after(command, earliest, now_ms())
            candidates = [self.truth] if answered else candidates
        except Gone:
            killer.join()
            candidates.append(self.truth.after(command, earliest, now_ms()))
        killer.join()
        self.next_at = time.monotonic() + pause
        return candidates

    def look(self, candidates, where):
        """After a restart: the state must be one of the candidates (two, when a command was under way)."""
        earliest = now_ms()
        status = self.server.command("status")
        latest = now_ms()
        differences = [c.differ(status, earliest, latest) for c in candidates]
        fitting = [c for c, d in zip(candidates, differences) if not d]
        if not fitting:
            self.problems.append("%s: %s" % (where, " / ".join("; ".join(d) for d in differences)))
            fitting = candidates[-1:]
        # A reveal under way leaves both alike here; it may be done again.
        self.truth = fitting[0]
        self.worst_miss = max(self.worst_miss, self.truth.miss(status, earliest, latest))


class Evening:
    def __init__(self, folder):
        self.file = os.path.join(folder, "contest.lectern")
        self.folder = folder
        self.dice = random.Random(SEED)
        self.ledger = Ledger()
        make_contest(self.file)
        self.server = Server(self.file, find_port())
        self.slowest_start = self.slowest_return = 0.0
        self.moments = {}
        self.start_problems, self.return_problems, self.verify_problems = [], [], []
        self.verifications = 0

    def open_the_hall(self):
        self.server.start()
        lots = sorted(n["lot"] for n in ctl("show", self.file)[1]["nominees"] if n["lot"])
        self.operator = Operator(self.server, self.ledger, lots)
        codes = self.server.command("codes")["codes"]
        self.judges = [Judge(c["judge"], pair("127.0.0.1", self.server.port, self.server.fingerprint, c["code"], "test"),
                             self.server, self.ledger, SEED) for c in codes]
        for judge in self.judges:
            judge.start()
        self.wait_for_judges("at the beginning")

    def wait_for_judges(self, where):
        begun = time.monotonic()
        late = [j.number for j in self.judges if not j.connected.wait(max(0.01, begun + BACK_WITHIN - time.monotonic()))]
        if late:
            self.return_problems.append("%s: judges %s were not back within %d s" % (where, late, BACK_WITHIN))
        self.slowest_return = max(self.slowest_return, time.monotonic() - begun)

    def kill_once(self, number):
        candidates = self.choose_and_kill()
        for judge in self.judges:
            judge.connected.clear()
        if number % 10 == 0:
            self.verify_copy("kill %d" % number)
        if self.dice.random() < 0.15:
            # Once more while it starts, when the file is being recovered.
            self.server.spawn()
            time.sleep(self.dice.uniform(0.0, 0.08))
            self.server.kill()
        took = self.server.start()
        self.slowest_start = max(self.slowest_start, took)
        self.operator.look(candidates, "kill %d" % number)
        self.wait_for_judges("kill %d" % number)

    def choose_and_kill(self):
        """Kills at a random moment: between commands (sheets are always under way), or within one."""
        operator = self.operator
        if operator.truth.step < len(operator.script) - 1:
            operator.work_until(time.monotonic() + self.dice.uniform(0.0, 1.2))
        truth = operator.truth
        moment = "gate open" if truth.gate else "clock " + truth.phase
        if self.dice.random() < 0.3 and truth.step < len(operator.script) - 1:
            moment += ", within a command"
            candidates = operator.throw_and_kill(self.dice.uniform(0.0, 0.004))
        else:
            self.server.kill()
            candidates = [truth]
        self.moments[moment] = self.moments.get(moment, 0) + 1
        return candidates

    def verify_copy(self, where):
        """The file as the crash left it, write-ahead log included, somewhere else."""
        copy = os.path.join(self.folder, "crashed.lectern")
        for ending in ("", "-wal"):
            if os.path.exists(self.file + ending):
                shutil.copyfile(self.file + ending, copy + ending)
            elif os.path.exists(copy + ending):
                os.remove(copy + ending)
        status, answer = ctl("verify", copy, check=False)
        self.verifications += 1
        if status != 0:
            self.verify_problems.append("%s: %s" % (where, answer))

    def close_the_hall(self):
        """The entry on stage is finished; then what the file holds is compared with the ledger."""
        operator = self.operator
        while operator.truth.step < len(operator.script) and operator.truth.step % 8:
            operator.take_step()
            time.sleep(max(0.0, operator.next_at - time.monotonic()))
        time.sleep(0.5)
        for judge in self.judges:
            judge.ended.set()
        for judge in self.judges:
            judge.join(5)
        self.server.quit()
        ranking = ctl("rank", self.file)[1]
        seen = 0
        for entry in ranking["entries"]:
            for sheet in entry["sheets"]:
                known = self.ledger.acknowledged.get((sheet["judge"], entry["lot"]))
                if known and entry["lot"] in self.done_lots():
                    seen += 1
                    under_way = [t for t, _ in self.ledger.open.get((sheet["judge"], entry["lot"]), {}).values()]
                    if Fraction(sheet["total"]) not in [known[1]] + under_way:
                        self.ledger.complain("lot %d, judge %d: %s was acknowledged, %s counts"
                                             % (entry["lot"], sheet["judge"], known[1], sheet["total"]))
        return seen

    def done_lots(self):
        done = self.operator.script[:self.operator.truth.step]
        return {int(c.split()[1]) for c, _ in done if c.startswith("reveal")}


def main():
    tap = Tap()
    tap.note("seed %s, %d kills" % (SEED, KILLS))
    with tempfile.TemporaryDirectory(prefix="lectern-kill-") as folder:
        own_home(folder)
        evening = Evening(folder)
        evening.open_the_hall()
        begun = time.monotonic()
        for number in range(1, KILLS + 1):
            evening.kill_once(number)
        tap.note("%d kills in %.0f s: %s" % (KILLS, time.monotonic() - begun, evening.moments))
        compared = evening.close_the_hall()
        evening.verify_copy("the end")
        ledger, operator = evening.ledger, evening.operator
        tap.note("%d acknowledged sheets, %d steps of the programme, %d sheets compared in the ranking"
                 % (ledger.count, operator.truth.step, compared))
        tap.note("slowest start %.2f s, slowest return of all judges %.2f s, clock off by at most %.0f ms"
                 % (evening.slowest_start, evening.slowest_return, operator.worst_miss))
        tap.case(ledger.problems, "/kill/every-acknowledged-sheet-is-there")
        tap.case([] if ledger.count > 10 * KILLS and compared else ["only %d sheets" % ledger.count], "/kill/sheets-were-under-way")
        tap.case(operator.problems, "/kill/same-entry-gate-and-clock")
        tap.case(evening.return_problems, "/kill/judges-come-back-by-themselves")
        tap.case(evening.verify_problems, "/kill/verify-passes")
        kinds = {m.split(",")[0] for m in evening.moments}
        wanted = {"gate open", "clock running"} - kinds
        tap.case(["no kill hit: %s" % w for w in wanted], "/kill/moments-of-every-kind")
    tap.done()


if __name__ == "__main__":
    main()
