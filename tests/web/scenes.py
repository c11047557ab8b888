# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The browser panel in the states a judge meets, one after the other, as an evening brings them; for pictures and
for tests of how they look."""

import json

from house import SOURCE
from panel import Socket, pair
from seats import Seat
from wire import Wire

KEYS = ("content", "language", "courseware", "bearing", "effect")
EARLIER = {1: ("38.2", "24.1", "14.2", "9.4", "9.2"), 2: ("36.9", "23.5", "13.6", "9", "8.7"), 4: ("35.8", "22.9", "13.4", "8.8", "8.5"),
           5: ("36.4", "23", "13.5", "8.9", "8.4"), 7: ("37.5", "23.6", "13.9", "9.1", "8.8"), 8: ("36.8", "23.4", "13.7", "9", "8.9")}
LOT = 12
JUDGE = 1  # the head judge, who sees most
JUDGES = (JUDGE, 2, 3, 5)


def mark_earlier(hall):
    """The judge's earlier sheets, handed in on another device; and other judges', one of them far from his."""
    wires = []
    for judge in JUDGES:
        token = pair("127.0.0.1", hall.server.port, hall.server.fingerprint, hall.server.command("code %d" % judge)["code"], "earlier")
        wires.append(Socket("127.0.0.1", hall.server.port, hall.server.fingerprint))
        wires[-1].send({"type": "hello", "token": token})
    for lot, marks in EARLIER.items():
        hall.put_on_stage(lot)
        for number, wire in enumerate(wires):
            far = lot == 8 and JUDGES[number] == 5
            sheet = dict(zip(KEYS, ("22",) + marks[1:] if far else marks))
            wire.send({"type": "sheet", "id": "%016x%016x" % (lot, number), "lot": lot, "marks": sheet, "submit": True})
            wire.expect("ack", "error")
        hall.server.command("gate close")
    for wire in wires:
        wire.close()
    hall.codes[JUDGE] = hall.server.command("code %d" % JUDGE)["code"]


def prepare(hall):
    """A contest in which sheets that lie far apart are flagged, with some entries marked."""
    rules = hall.home.name + "/flags.json"
    with open(rules, "w", encoding="utf-8") as file:
        json.dump({"panel": {"flag": {"mark": "8", "total": None}}}, file)
    hall.begin(rules, photo=SOURCE / "tests" / "ui" / "face.png", lot=LOT)


def play(hall, browser):
    """Yields (name, seat) once for each state; the browser is at the first one's size already."""
    wire = Wire(hall.server.port)
    hall.wires.append(wire)
    seat = Seat(hall, JUDGE, browser, wire)
    browser.open(seat.address)
    browser.wait_text("#take-seat", ".")
    yield "pairing", seat
    seat.take()
    seat.wait_text("#waiting h1", ".")
    yield "waiting", seat
    mark_earlier(hall)
    seat.wait_text("#ended-title", ".")
    yield "withdrawn", seat
    browser.click("#ended-code")
    browser.wait_text("#take-seat", ".")
    seat.take()
    hall.put_on_stage(LOT, gate=False)
    seat.wait_stage(LOT)
    seat.wait_photo()
    hall.server.command("clock set 318 for the picture")
    seat.mark("37.2", "22.8", "13.2")
    browser.click("#note")
    browser.type("案例感人，收尾稍急")
    seat.focus(3)
    seat.wait_text("#sheet-status", "主控电脑|main laptop$")
    yield "talking", seat
    hall.server.command("clock stop")
    hall.server.command("gate open")
    browser.type("11")
    yield "too-much", seat
    browser.type("\ue003\ue003")
    seat.mark("9.1", "8.8")
    seat.wait_text("#gate-status", "%d" % LOT)
    browser.click("#submit")
    browser.wait_text("#confirm-submit", ".")
    yield "question", seat
    browser.type("\ue007")
    seat.wait_text("#message", "91.1")
    yield "received", seat
    browser.click("#by-total")
    browser.click("#menu-button")
    yield "menu", seat
    browser.click("#menu-button")
    browser.click("#by-total")
    wire.cut()
    seat.wait_text("#connection-words", "重新连接|Reconnecting")
    seat.focus(0)
    seat.mark("38")
    yield "lost", seat
