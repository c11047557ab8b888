#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The networks halls have: four judges' laptops, each a machine of its own on a cable of its own, mark without a
pause while one cable is cut for 20 s, one loses three packets of ten, one is 300 ms long, the main laptop's program
is killed, and its address changes. No acknowledged sheet may be lost, none counted twice, everybody is back within
5 s of the network, and who has a good cable notices nothing. Networks are namespaces of our own; where none may be
made, nothing is tested."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from house import BUILD, Tap
from serving import Server, make_contest
from wires import Place, Wire, run

HERE = Path(__file__).resolve()
ROBOT = str(BUILD / "tests" / "net" / "panel-robot")
PORT = 8443
BACK_WITHIN = 5.0
GREY_WITHIN = 3.0
# An undisturbed judge's sheet takes 6 to 22 ms here, and 92 at most beside builds on both cores: five times that is
# no longer this machine's business. Who is 300 ms away waits for the way there and back besides.
QUIET_MS = 500
AWAY_MS = 2 * 300
JUDGES = 4
CUT, LOSSY, MOVED, SLOW = 1, 2, 3, 4


class Everywhere(Server):
    def words(self):
        return []


class Panel:
    """A judge's laptop: the program's own client in a place of its own."""

    def __init__(self, number, wire, place, address, fingerprint, code):
        self.number, self.wire, self.place = number, wire, place
        self.sent, self.acknowledged, self.problems, self.waits = {}, {}, [], []
        self.connected, self.since, self.where = False, None, None
        self.gone = []  # moments
        self.process = subprocess.Popen(place.words(ROBOT, address, fingerprint, code), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            try:
                self.take(json.loads(line), time.monotonic())
            except ValueError:
                self.problems.append("judge %d's panel says: %s" % (self.number, line.strip()))

    def take(self, event, now):
        kind = event["event"]
        if kind == "connected":
            self.connected, self.since, self.where = True, now, event["at"]
        elif kind == "gone":
            self.connected = False
            self.gone.append(now)
        elif kind == "sent":
            self.sent[event["id"]] = (now, event["lot"], event["total"])
        elif kind == "ack":
            self.take_ack(event, now)
        elif kind == "refused":
            self.problems.append("judge %d: %s was refused: %s" % (self.number, event["id"], event["code"]))
            self.sent.pop(event["id"], None)

    def take_ack(self, event, now):
        known = self.acknowledged.get(event["id"])
        if known and known != (event["version"], event["total"]):
            self.problems.append("judge %d: %s is version %s, and then %s" % (self.number, event["id"], known, event["version"]))
        if event["id"] not in self.sent:
            self.problems.append("judge %d: %s was acknowledged and never sent" % (self.number, event["id"]))
            return
        if not known:
            handed_in = self.sent[event["id"]][0]
            self.waits.append((now, (now - handed_in) * 1000, handed_in))
        self.acknowledged[event["id"]] = (event["version"], event["total"])

    def count_since(self, moment):
        return sum(1 for at, _, _ in self.waits if at >= moment)

    def longest_since(self, moment):
        return max((wait for _, wait, handed_in in self.waits if handed_in >= moment), default=0.0)

    def close(self):
        try:
            self.process.stdin.close()
            self.process.wait(5)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()


class Hall:
    def __init__(self, folder):
        self.file = Path(folder) / "evening.lectern"
        make_contest(self.file)
        self.places = [Place() for _ in range(JUDGES)]
        self.wires = [Wire(n, self.places[n - 1], "10.78.%d.1/24" % n, "10.78.%d.2/24" % n, sys.executable) for n in range(1, JUDGES + 1)]
        self.server = Everywhere(self.file, PORT)
        self.server.start()
        codes = {c["judge"]: c["code"] for c in self.server.command("codes")["codes"]}
        self.panels = [Panel(n, self.wires[n - 1], self.places[n - 1], "10.78.%d.1:%d" % (n, PORT), self.server.fingerprint, codes[n])
                       for n in range(1, JUDGES + 1)]
        self.answers, self.notes = {}, []

    def panel(self, number):
        return self.panels[number - 1]

    def wire(self, number):
        return self.wires[number - 1]

    def wait_until(self, what, patience):
        """Seconds until @what is so; None when it never was."""
        begun = time.monotonic()
        while time.monotonic() < begun + patience:
            if what():
                return time.monotonic() - begun
            time.sleep(0.02)
        return None

    def find_connected(self):
        return self.server.command("status")["connected"]

    def check_back(self, wrong, number, where, begun):
        """Connected, and sheets acknowledged again, within the time there is since the network was there again."""
        panel = self.panel(number)
        back = self.wait_until(lambda: panel.connected and panel.count_since(max(begun, panel.since)) > 0, 12)
        took = None if back is None else next(at for at, _, _ in panel.waits if at >= max(begun, panel.since)) - begun
        if took is None or took > BACK_WITHIN:
            wrong.append("%s: judge %d was back after %s s" % (where, number, "%.1f" % took if took else "more than 12"))
        if took is not None:
            self.notes.append("%s: judge %d back after %.1f s" % (where, number, took))

    def check_others(self, wrong, but, since, where):
        """Everybody else stayed connected and was answered as ever."""
        for panel in self.panels:
            if panel.number == but:
                continue
            self.notes.append("%s: judge %d waited %.0f ms at most" % (where, panel.number, panel.longest_since(since)))
            patience = QUIET_MS + (AWAY_MS if panel.wire.delay else 0)
            if any(at >= since for at in panel.gone):
                wrong.append("%s: judge %d lost the connection" % (where, panel.number))
            if panel.count_since(since) < 3:
                wrong.append("%s: judge %d had %d sheets acknowledged" % (where, panel.number, panel.count_since(since)))
            if panel.longest_since(since) > patience:
                wrong.append("%s: judge %d waited %.0f ms" % (where, panel.number, panel.longest_since(since)))

    # --- what happens ---

    def begin(self):
        wrong = []
        self.wire(SLOW).delay = 0.3
        for line in ("call 1", "gate open"):
            if not self.server.command(line).get("ok"):
                wrong.append("%s was refused" % line)
        if self.wait_until(lambda: all(p.count_since(0) >= 3 for p in self.panels), 20) is None:
            wrong.append("sheets acknowledged: %s" % [p.count_since(0) for p in self.panels])
        return wrong

    def slow(self):
        """Three hundred milliseconds each way is slow, and nothing else."""
        wrong, panel = [], self.panel(SLOW)
        waits = sorted(wait for _, wait, _ in panel.waits)
        if not panel.connected or panel.gone or not waits or waits[len(waits) // 2] < 550:
            wrong.append("connected %s, gone %d times, waits %s" % (panel.connected, len(panel.gone), waits[:5]))
        return wrong

    def cut(self):
        wrong, since = [], time.monotonic()
        self.wire(CUT).cut = True
        shown = self.wait_until(lambda: CUT not in self.find_connected(), 10)
        if shown is None or shown > 5.0:
            wrong.append("the main laptop shows it after %s s" % shown)
        noticed = self.panel(CUT).gone[-1] - since if self.panel(CUT).gone else None
        if self.panel(CUT).connected or noticed is None or noticed > GREY_WITHIN:
            wrong.append("the panel itself notices after %s s" % noticed)
        seats = {s["judge"]: s for s in self.server.command("status")["seats"]}
        if seats[CUT]["connected"] or abs(seats[CUT]["seen_ms"] / 1000 - (time.time() - (time.monotonic() - since))) > 3:
            wrong.append("when it was seen last: %s" % seats[CUT])
        time.sleep(max(0.0, since + 20 - time.monotonic()))
        self.check_others(wrong, CUT, since, "cut")
        mended = time.monotonic()
        self.wire(CUT).cut = False
        self.check_back(wrong, CUT, "cut for 20 s", mended)
        self.notes.append("cut: shown after %.1f s, at the panel after %.1f s" % (shown or 0, noticed or 0))
        return wrong

    def loss(self):
        wrong, since = [], time.monotonic()
        self.wire(LOSSY).loss = 0.3
        time.sleep(12)
        self.check_others(wrong, LOSSY, since, "loss")
        self.notes.append("30 %% loss: %d frames lost, %d sheets acknowledged meanwhile, %d breaks"
                          % (self.wire(LOSSY).lost, self.panel(LOSSY).count_since(since), sum(1 for at in self.panel(LOSSY).gone if at >= since)))
        if not self.wire(LOSSY).lost:
            wrong.append("nothing was lost")
        mended = time.monotonic()
        self.wire(LOSSY).loss = 0.0
        self.check_back(wrong, LOSSY, "30 % loss", mended)
        return wrong

    def killed(self):
        wrong = []
        self.server.kill()
        time.sleep(0.5)
        self.server.start()
        begun = time.monotonic()  # of all of them: who is looked at last has no longer
        for panel in self.panels:
            self.check_back(wrong, panel.number, "killed", begun)
        status = self.server.command("status")
        if not status["gate"]["open"] or status["gate"]["lot"] != 1:
            wrong.append("the gate: %s" % status["gate"])
        return wrong

    def moved(self):
        """The address the panel knows is gone; it is found at another one, by itself."""
        wrong, since = [], time.monotonic()
        name = self.wire(MOVED).name_here
        run("ip", "addr", "add", "10.78.%d.9/24" % MOVED, "brd", "+", "dev", name)
        run("ip", "addr", "del", "10.78.%d.1/24" % MOVED, "dev", name)
        run("ip", "addr", "replace", "10.78.%d.9/24" % MOVED, "brd", "+", "dev", name)
        panel = self.panel(MOVED)
        there = "10.78.%d.9:%d" % (MOVED, PORT)
        took = self.wait_until(lambda: panel.connected and panel.where == there and panel.count_since(panel.since) > 0, 15)
        if took is None:
            wrong.append("judge %d is at %s, with %d sheets acknowledged there" % (MOVED, panel.where, panel.count_since(panel.since)))
        elif took > BACK_WITHIN:
            wrong.append("judge %d was back after %.1f s" % (MOVED, took))
        self.notes.append("address changed: back after %.1f s, most of them until it is noticed" % (took or 0))
        self.check_others(wrong, MOVED, since, "moved")
        return wrong

    def end(self):
        """Everything that was sent is answered; then what the file holds is compared."""
        wrong = []
        for panel in self.panels:
            panel.process.send_signal(19)  # no more sheets, though the wire goes on
        time.sleep(1.5)
        for panel in self.panels:
            panel.process.send_signal(18)
        if self.wait_until(lambda: all(set(p.sent) - set(p.acknowledged) == set() for p in self.panels) or
                           all(len(set(p.sent) - set(p.acknowledged)) <= 2 for p in self.panels), 10) is None:
            wrong.append("not acknowledged: %s" % [len(set(p.sent) - set(p.acknowledged)) for p in self.panels])
        for panel in self.panels:
            panel.close()
        time.sleep(0.5)
        self.server.command("gate close")
        self.server.quit()
        return wrong + self.compare()

    def compare(self):
        wrong = []
        with sqlite3.connect("file:%s?mode=ro" % self.file, uri=True) as file:
            receipts = {r[0]: r[1:] for r in file.execute("SELECT id, judge, version, total FROM receipt")}
            versions = file.execute("SELECT judge, version, total FROM sheet WHERE state != 1 ORDER BY judge, version").fetchall()
        for panel in self.panels:
            wrong += panel.problems
            for identity, (version, total) in panel.acknowledged.items():
                if receipts.get(identity) != (panel.number, version, total):
                    wrong.append("judge %d: %s was acknowledged as %s, the file has %s" % (panel.number, identity, (version, total), receipts.get(identity)))
            kept = [r for r in receipts.values() if r[0] == panel.number]
            if len({r[1] for r in kept}) != len(kept):
                wrong.append("judge %d: one version for two sheets" % panel.number)
            own = [v for v in versions if v[0] == panel.number]
            if len(own) != len(kept):
                wrong.append("judge %d: %d versions of %d receipts" % (panel.number, len(own), len(kept)))
        self.notes.append("sheets acknowledged: %s" % [len(p.acknowledged) for p in self.panels])
        if any(len(p.acknowledged) < 30 for p in self.panels):
            wrong.append("too few sheets to say anything")
        return wrong

    def close(self):
        for panel in self.panels:
            panel.close()
        for wire in self.wires:
            wire.close()
        for place in self.places:
            place.close()


def inside():
    """In a network of its own: what is wrong, case by case, and what was measured."""
    answers = {}
    with tempfile.TemporaryDirectory(prefix="lectern-namespaces-") as folder:
        os.environ["XDG_DATA_HOME"] = folder
        run("ip", "link", "set", "lo", "up")
        hall = Hall(folder)
        try:
            for name in ("begin", "slow", "cut", "loss", "killed", "moved", "end"):
                answers[name] = getattr(hall, name)()
        finally:
            hall.close()
    print(json.dumps({"answers": answers, "notes": hall.notes}))


def find_reason():
    """Why nothing can be tested here; None: it can."""
    if os.geteuid() != 0:
        return "only root may make networks"
    try:
        run("unshare", "-n", sys.executable, "-c", "import wires; place = wires.Place(); wire = wires.Wire(1, place, '10.78.1.1/24', '10.78.1.2/24', %r); wire.close(); place.close()" % sys.executable)
    except (OSError, subprocess.SubprocessError) as error:
        return "no network of its own may be made here: %s" % error
    return None


def main():
    tap = Tap()
    reason = find_reason()
    if reason:
        tap.skip("/namespaces", reason)
    else:
        begun = time.monotonic()
        result = subprocess.run(["unshare", "-n", sys.executable, str(HERE), "inside"], capture_output=True, text=True, timeout=170)
        if result.returncode != 0:
            tap.case([result.stdout, result.stderr], "/namespaces/inside")
        else:
            found = json.loads(result.stdout)
            for note in found["notes"]:
                tap.note(note)
            tap.note("%.0f s" % (time.monotonic() - begun))
            for name, wrong in found["answers"].items():
                tap.case(wrong, "/namespaces/" + name)
    tap.done()
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(inside() if sys.argv[1:] == ["inside"] else main())
