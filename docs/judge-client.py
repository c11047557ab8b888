#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""One sheet, marked from a terminal: the judges' protocol (protocol.md) in Python's standard library.

    python3 judge-client.py https://192.168.1.5:8443 sha256:1a2b… 482913

takes a seat with the code, waits until marking is open for an entry this judge marks, asks for a mark a criterion,
submits, and ends when the main laptop has said that the sheet is on its disk. Whatever breaks in between is tried
again, under the same id, so that the sheet counts once.
"""

import base64
import hashlib
import http.client
import json
import os
import socket
import ssl
import struct
import sys
import time
import uuid
from urllib.parse import urlsplit


def connect(host, port, fingerprint):
    """A TLS connection to the laptop with that certificate, and to no other (protocol.md, §1)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # nobody vouches for it: it is pinned
    stream = context.wrap_socket(socket.create_connection((host, port), timeout=5))
    if "sha256:" + hashlib.sha256(stream.getpeercert(binary_form=True)).hexdigest() != fingerprint:
        raise SystemExit("Another computer answers at this address.")
    return stream


def take_seat(host, port, fingerprint, code):
    """POST /api/v1/pair: the token, which is the seat (§2)."""
    connection = http.client.HTTPSConnection(host, port)
    connection.sock = connect(host, port, fingerprint)
    body = json.dumps({"code": code, "device": "judge-client.py"})
    connection.request("POST", "/api/v1/pair", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    content = json.loads(answer.read())
    if answer.status != 200:
        raise SystemExit(content["error"]["message"])
    return content["token"]


class Wire:
    """GET /api/v1/judge: a WebSocket (RFC 6455) of JSON texts (§3)."""

    def __init__(self, host, port, fingerprint):
        self.stream = connect(host, port, fingerprint)
        key = base64.b64encode(os.urandom(16)).decode()
        self.stream.sendall(("GET /api/v1/judge HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n" % (host, port, key)).encode())
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            self.fill()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise OSError("no WebSocket")

    def fill(self):
        piece = self.stream.recv(65536)
        if not piece:
            raise OSError("closed")
        self.buffer += piece

    def take(self, count):
        while len(self.buffer) < count:
            self.fill()
        piece, self.buffer = self.buffer[:count], self.buffer[count:]
        return piece

    def send_frame(self, opcode, payload):
        """What a client sends is masked."""
        mask = os.urandom(4)
        length = struct.pack("!B", 0x80 | len(payload)) if len(payload) < 126 else struct.pack("!BH", 0xFE, len(payload))
        self.stream.sendall(bytes([0x80 | opcode]) + length + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(payload)))

    def send(self, message):
        self.send_frame(1, json.dumps(message).encode())

    def receive(self):
        """The next message. Pings of the WebSocket are answered on the way: who is silent for 5 s is dropped."""
        text = b""
        while True:
            first, length = self.take(2)
            if length >= 126:
                length = struct.unpack("!H" if length == 126 else "!Q", self.take(2 if length == 126 else 8))[0]
            payload = self.take(length)
            opcode = first & 15
            if opcode == 8:
                raise OSError("closed")
            if opcode == 9:
                self.send_frame(10, payload)
            elif opcode in (0, 1):
                text += payload
                if first & 0x80:
                    return json.loads(text)


def ask_marks(state):
    """A mark a criterion, as a decimal string: the main laptop says what is wrong with one."""
    print("No. %d %s" % (state["gate"]["lot"], (state["entry"] or {}).get("name", "")))
    marks = {}
    for criterion in state["rubric"]:
        marks[criterion["key"]] = input("%s, of %s: " % (criterion["name"], criterion["max"])).strip()
    return {"type": "sheet", "id": str(uuid.uuid4()), "round": state["round"]["key"], "lot": state["gate"]["lot"],
            "marks": marks, "submit": True}


def stay(wire, token, sheet):
    """One connection, until it breaks or the sheet is acknowledged. @sheet: the one that was sent before, or empty."""
    wire.send({"type": "hello", "token": token})
    sent = False
    while True:
        message = wire.receive()
        if message["type"] == "state" and message["gate"]["open"] and message["gate"]["lot"] not in message["recused"]:
            if not sheet:
                sheet.update(ask_marks(message))
            if not sent:
                wire.send(sheet)
                sent = True
        elif message["type"] == "ack" and message["id"] == sheet.get("id"):
            print("Received by the main laptop: %s" % message["total"])
            return
        elif message["type"] == "error":
            raise SystemExit(message["message"])
        elif message["type"] == "bye" and message["reason"] != "closing":
            raise SystemExit("The seat is another's now.")


def main():
    address, fingerprint, code = urlsplit(sys.argv[1]), sys.argv[2], sys.argv[3]
    place = (address.hostname, address.port or 8443, fingerprint)
    token = take_seat(*place, code)
    sheet = {}
    while True:
        try:
            return stay(Wire(*place), token, sheet)
        except OSError:
            time.sleep(1)


if __name__ == "__main__":
    main()
