# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A judge's panel in Python's standard library alone: TLS with a pinned certificate, a WebSocket by
hand, and the messages of the judges' protocol. Nothing of the project's own code is used, so a
mistake made twice there cannot hide here."""

import base64
import hashlib
import http.client
import json
import os
import socket
import ssl
import struct
import uuid


class Gone(Exception):
    """The main laptop can't be reached, or went away."""


class Refused(Exception):
    """An HTTP answer that is not success."""

    def __init__(self, status, body):
        super().__init__("%d %s" % (status, body))
        self.status = status
        self.body = body


def make_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # the fingerprint is compared instead
    return context


def check_pin(stream, fingerprint):
    got = "sha256:" + hashlib.sha256(stream.getpeercert(binary_form=True)).hexdigest()
    if fingerprint and got != fingerprint.lower().replace(" ", ""):
        raise AssertionError("the certificate is another one: %s, not %s" % (got, fingerprint))


def request(host, port, fingerprint, method, path, body=None, timeout=10):
    """One HTTPS request; returns the JSON of the answer."""
    connection = http.client.HTTPSConnection(host, port, timeout=timeout, context=make_context())
    try:
        connection.connect()
        check_pin(connection.sock, fingerprint)
        data = json.dumps(body).encode() if body is not None else None
        connection.request(method, path, data, {"Content-Type": "application/json"} if data else {})
        answer = connection.getresponse()
        text = answer.read().decode()
        if answer.status != 200:
            raise Refused(answer.status, text)
        return json.loads(text)
    except (OSError, http.client.HTTPException) as error:
        raise Gone(str(error)) from error
    finally:
        connection.close()


def pair(host, port, fingerprint, code, device):
    """Takes a seat: the token for it."""
    return request(host, port, fingerprint, "POST", "/api/v1/pair", {"code": code, "device": device})["token"]


class Socket:
    """A WebSocket of JSON text messages, as a client."""

    def __init__(self, host, port, fingerprint, timeout=10):
        self.stream = None
        self.buffer = b""
        try:
            plain = socket.create_connection((host, port), timeout)
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.stream = make_context().wrap_socket(plain)
            check_pin(self.stream, fingerprint)
            self.shake_hands(host, port, "/api/v1/judge")
        except OSError as error:
            self.close()
            raise Gone(str(error)) from error

    def shake_hands(self, host, port, path):
        key = base64.b64encode(os.urandom(16)).decode()
        self.stream.sendall(("GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\n"
                             "Connection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n"
                             % (path, host, port, key)).encode())
        while b"\r\n\r\n" not in self.buffer:
            self._fill()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise Gone(head.decode("latin-1"))
        accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest())
        if accept not in head:
            raise AssertionError("the WebSocket's key was not answered")

    def _fill(self):
        try:
            piece = self.stream.recv(65536)
        except socket.timeout:
            raise
        except OSError as error:
            raise Gone(str(error)) from error
        if not piece:
            raise Gone("closed")
        self.buffer += piece

    def _take(self, count):
        while len(self.buffer) < count:
            self._fill()
        piece, self.buffer = self.buffer[:count], self.buffer[count:]
        return piece

    def _send_frame(self, opcode, payload):
        mask = os.urandom(4)
        length = len(payload)
        if length < 126:
            head = struct.pack("!BB", 0x80 | opcode, 0x80 | length)
        elif length < 65536:
            head = struct.pack("!BBH", 0x80 | opcode, 0xFE, length)
        else:
            head = struct.pack("!BBQ", 0x80 | opcode, 0xFF, length)
        repeated = (mask * (length // 4 + 1))[:length]
        masked = (int.from_bytes(payload, "big") ^ int.from_bytes(repeated, "big")).to_bytes(length, "big")
        try:
            self.stream.sendall(head + mask + masked)
        except (OSError, ValueError) as error:
            raise Gone(str(error)) from error

    def send(self, message):
        self._send_frame(1, json.dumps(message, ensure_ascii=False).encode())

    def _receive_frame(self):
        first, second = self._take(2)
        length = second & 0x7F
        if length == 126:
            length = struct.unpack("!H", self._take(2))[0]
        elif length == 127:
            length = struct.unpack("!Q", self._take(8))[0]
        return first & 0x80, first & 0x0F, self._take(length)

    def receive(self, timeout=10):
        """The next message; raises socket.timeout when none comes in time."""
        self.stream.settimeout(timeout)
        text = b""
        while True:
            final, opcode, payload = self._receive_frame()
            if opcode == 8:
                raise Gone("closed by the main laptop")
            if opcode == 9:
                self._send_frame(10, payload)
            elif opcode in (0, 1):
                text += payload
                if final:
                    return json.loads(text.decode())

    def expect(self, *types, timeout=10):
        """The next message of one of @types; others are passed over."""
        while True:
            message = self.receive(timeout)
            if message["type"] in types:
                return message

    def see_flag(self, lot, judge):
        """The head judge has looked at a flagged sheet; what is answered."""
        self.send({"type": "flag-seen", "id": str(uuid.uuid4()), "lot": lot, "judge": judge})
        return self.expect("ack", "error")

    def close(self):
        if self.stream is not None:
            try:
                self.stream.close()
            except OSError:
                pass
            self.stream = None
