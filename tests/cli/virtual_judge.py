# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A judge who never tires: hands in version after version while the gate is open, and keeps in the ledger
what was acknowledged. Written from the protocol alone, like the panel it uses."""

import random
import socket
import threading
import time
import uuid
from fractions import Fraction

from ledger import now_ms
from panel import Gone, Socket


class Judge(threading.Thread):
    """Submits new versions as long as the gate is open; comes back by itself; repeats with the same
    id what was not answered."""

    def __init__(self, number, token, server, ledger, seed, pause=(0.005, 0.04)):
        """@server has the port and the fingerprint; it may come and go. @pause: how many seconds from an answer to the
        next sheet, at least and at most."""
        super().__init__(daemon=True)
        self.number, self.token, self.server, self.ledger = number, token, server, ledger
        self.pause = pause
        self.dice = random.Random("%s-%d" % (seed, number))
        self.connected = threading.Event()
        self.ended = threading.Event()
        self.state = None
        self.received_ms = 0.0
        self.pending = None  # (lot, message)

    def run(self):
        while not self.ended.is_set():
            try:
                wire = Socket("127.0.0.1", self.server.port, self.server.fingerprint, timeout=5)
            except Gone:
                time.sleep(0.05)
                continue
            except Exception as error:
                self.ledger.complain("judge %d: %r" % (self.number, error))
                return
            try:
                self.stay(wire)
            except (Gone, socket.timeout):
                pass
            except Exception as error:
                self.ledger.complain("judge %d: %r" % (self.number, error))
            finally:
                self.connected.clear()
                wire.close()

    def stay(self, wire):
        wire.send({"type": "hello", "token": self.token})
        fresh = True
        while not self.ended.is_set():
            try:
                message = wire.receive(self.dice.uniform(*self.pause))
            except socket.timeout:
                if self.state and not fresh and not self.pending:
                    self.hand_in(wire)
                continue
            kind = message["type"]
            if kind == "state":
                self.state, self.received_ms = message, now_ms()
                if fresh:
                    fresh = False
                    self.ledger.check_all(self.number, message["sheets"])
                    if self.pending:
                        wire.send(self.pending[1])
                    self.connected.set()
            elif kind == "ack":
                self.ledger.note_acknowledged(self.number, message["lot"], message["id"], message["version"], message["total"])
                if self.pending and message["id"] == self.pending[1]["id"]:
                    self.pending = None
            elif kind == "error":
                self.take_refusal(message)
            elif kind == "bye":
                raise Gone(message["reason"])

    def take_refusal(self, message):
        if not self.pending or message.get("id") != self.pending[1]["id"]:
            return
        if message["code"] not in ("gate-closed", "wrong-lot", "locked", "recused"):
            self.ledger.complain("judge %d was refused: %s" % (self.number, message))
        self.ledger.note_refused(self.number, self.pending[0], message["id"])
        self.pending = None

    def hand_in(self, wire):
        gate = self.state["gate"]
        if not gate["open"] or gate["lot"] in self.state["recused"]:
            return
        marks = {}
        for criterion in self.state["rubric"]:
            step = Fraction(criterion["step"])
            most = int(Fraction(criterion["max"]) / step)
            marks[criterion["key"]] = str(float(step * self.dice.randint(most // 2, most)))
        message = {"type": "sheet", "id": str(uuid.UUID(int=self.dice.getrandbits(128), version=4)),
                   "lot": gate["lot"], "marks": marks, "submit": True}
        self.pending = (gate["lot"], message)
        self.ledger.note_sent(self.number, gate["lot"], message["id"], marks)
        wire.send(message)
