# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A jury that marks when it is told to, each judge over a connection of its own by the protocol alone."""

import socket
import threading
import uuid

from panel import Gone, Socket, pair
from windows import wait_for


class Seat(threading.Thread):
    """One judge. @state is the newest, @answers what became of what was sent, by id."""

    def __init__(self, port, judge, code):
        super().__init__(daemon=True)
        token = pair("127.0.0.1", port, None, code, "judge %d" % judge)
        self.judge, self.state, self.answers = judge, None, {}
        self.wire = Socket("127.0.0.1", port, None)
        self.wire.send({"type": "hello", "token": token})
        self.start()

    def run(self):
        while True:
            try:
                message = self.wire.receive(1)
            except socket.timeout:
                continue
            except (Gone, OSError, ValueError):
                return
            if message["type"] == "state":
                self.state = message
            elif message["type"] in ("ack", "error"):
                self.answers[message.get("id")] = message

    def is_open(self, lot):
        gate = self.state["gate"] if self.state else {"open": False}
        return gate["open"] and gate["lot"] == lot

    def submit(self, lot, marks):
        """Waits until marking is open, hands in @marks in the order of the rubric; what the main laptop says."""
        wait_for("marking of No. %d at judge %d" % (lot, self.judge), lambda: self.is_open(lot))
        if lot in self.state["recused"]:
            return None
        name = str(uuid.uuid4())
        rubric = [criterion["key"] for criterion in self.state["rubric"]]
        self.wire.send({"type": "sheet", "id": name, "lot": lot, "marks": dict(zip(rubric, marks)), "submit": True})
        return wait_for("an answer to judge %d" % self.judge, lambda: self.answers.get(name))


class Jury:
    def __init__(self, port, codes):
        self.seats = {judge: Seat(port, judge, code) for judge, code in codes.items()}
        wait_for("every judge's state", lambda: all(seat.state for seat in self.seats.values()))

    def mark(self, lot, choose):
        """Everybody hands in what @choose gives for judge and lot; those that were not acknowledged."""
        answers = {judge: seat.submit(lot, choose(judge, lot)) for judge, seat in self.seats.items()}
        return [answer for answer in answers.values() if answer and answer["type"] != "ack"]

    def leave(self):
        for seat in self.seats.values():
            seat.wire.close()
