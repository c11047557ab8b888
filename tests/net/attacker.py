# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What somebody in the hall can do to the judges' server with Python and a loopback address of their own:
connections that stop half way, requests nobody should send, frames by hand. 127.0.0.0/8 is all this machine, so
each attacker comes from another address than the honest judge, who is at 127.0.0.1."""

import base64
import os
import socket
import ssl
import struct
import time


def make_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


CONTEXT = make_context()


def plain(port, source="127.0.0.2", timeout=10, buffer=0):
    """A TCP connection with nothing said; @buffer: how little its kernel takes in unread."""
    stream = socket.socket()
    if buffer:
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    stream.settimeout(timeout)
    stream.bind((source, 0))
    try:
        stream.connect(("127.0.0.1", port))
    except OSError:
        stream.close()
        raise
    return stream


def connect(port, source="127.0.0.2", timeout=10, buffer=0):
    """A TLS connection with nothing asked."""
    return CONTEXT.wrap_socket(plain(port, source, timeout, buffer))


def read_all(stream, seconds=10):
    """Everything until the end, or for so long."""
    text = b""
    stream.settimeout(seconds)
    try:
        while True:
            piece = stream.recv(65536)
            if not piece:
                return text
            text += piece
    except (OSError, ValueError):
        return text


def status_of(answer):
    """The status of an HTTP answer; 0 when there is none."""
    words = answer.split(b" ", 2)
    return int(words[1]) if len(words) > 2 and words[0] == b"HTTP/1.1" and words[1].isdigit() else 0


def ask(port, request, source="127.0.0.2", seconds=10):
    """Sends @request and returns all that comes back."""
    stream = connect(port, source)
    try:
        stream.sendall(request)
    except OSError:
        pass  # it may be refused before it is complete
    answer = read_all(stream, seconds)
    stream.close()
    return answer


def head(port, method="GET", path="/", *fields):
    return ("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n"
            % (method, path, port, "".join(field + "\r\n" for field in fields))).encode("latin-1")


class Frames:
    """A WebSocket whose every frame is made by hand."""

    def __init__(self, port, source="127.0.0.2", fields=(), buffer=0):
        self.stream = connect(port, source, buffer=buffer)
        key = base64.b64encode(os.urandom(16)).decode()
        self.stream.sendall(head(port, "GET", "/api/v1/judge", "Upgrade: websocket", "Connection: Upgrade",
                                 "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + key, *fields))
        self.answer = b""
        while b"\r\n\r\n" not in self.answer:
            piece = self.stream.recv(1)
            if not piece:
                break
            self.answer += piece
        self.buffer = b""

    def send(self, first, payload, mask=b"\0\0\0\0", length=None):
        length = len(payload) if length is None else length
        if length < 126:
            start = struct.pack("!BB", first, 0x80 | length)
        elif length < 65536:
            start = struct.pack("!BBH", first, 0xFE, length)
        else:
            start = struct.pack("!BBQ", first, 0xFF, length)
        self.stream.sendall(start + mask + payload)

    def text(self, message):
        self.send(0x81, message.encode())

    def drain(self):
        """Reads all that has come, and waits for nothing. One thread reads and writes: TLS of one connection is not for two."""
        waits = self.stream.gettimeout()
        self.stream.settimeout(0)
        try:
            while self.stream.recv(65536):
                pass
            raise EOFError
        except (ssl.SSLWantReadError, BlockingIOError):
            self.stream.settimeout(waits)

    def _take(self, count, until):
        while len(self.buffer) < count:
            self.stream.settimeout(max(0.01, until - time.monotonic()))
            piece = self.stream.recv(65536)
            if not piece:
                raise EOFError
            self.buffer += piece
        piece, self.buffer = self.buffer[:count], self.buffer[count:]
        return piece

    def receive(self, seconds=10):
        """The next frame: its first byte and its payload."""
        until = time.monotonic() + seconds
        first, length = self._take(2, until)
        if length == 126:
            length = struct.unpack("!H", self._take(2, until))[0]
        elif length == 127:
            length = struct.unpack("!Q", self._take(8, until))[0]
        return first, self._take(length, until)

    def close_code(self, seconds=10):
        """Reads on until the close frame: its code, and the texts before it. 0: it ended without one."""
        texts = []
        try:
            while True:
                first, payload = self.receive(seconds)
                if first == 0x88:
                    return struct.unpack("!H", payload[:2])[0] if len(payload) > 1 else 1005, texts
                if first == 0x81:
                    texts.append(payload.decode())
        except (OSError, EOFError):
            return 0, texts

    def close(self):
        self.stream.close()
