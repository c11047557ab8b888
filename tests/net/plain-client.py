#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""One judge with nothing of the project's own code: pairs, says hello, drafts, submits, and sends the
same again. `plain-client.py PORT FINGERPRINT CODE`; the gate is open for lot 1."""

import os
import sys
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import panel  # noqa: E402: the way to it is made above

HOST = "127.0.0.1"


def expect(stream, kind):
    while True:
        message = stream.receive()
        if message["type"] == kind:
            return message


def send_sheet(stream, name, marks, submit):
    stream.send({"type": "sheet", "id": name, "lot": 1, "marks": marks, "submit": submit})


def main(port, fingerprint, code):
    info = panel.request(HOST, port, fingerprint, "GET", "/api/v1/info")
    assert info["name"] == "lectern" and info["protocol"] == 1, info
    token = panel.pair(HOST, port, fingerprint, code, "python")
    stream = panel.Socket(HOST, port, fingerprint)
    stream.send({"type": "hello", "token": token})
    state = expect(stream, "state")
    assert state["judge"]["number"] == 1 and state["gate"] == {"open": True, "lot": 1}, state
    assert [criterion["key"] for criterion in state["rubric"]] == ["content", "effect"], state

    send_sheet(stream, str(uuid.uuid4()), {"content": "30"}, False)
    draft = expect(stream, "ack")
    assert (draft["state"], draft["total"], draft["version"]) == ("draft", "30", 1), draft

    send_sheet(stream, str(uuid.uuid4()), {"content": "40.5", "effect": "8"}, True)
    refusal = expect(stream, "error")
    assert refusal["code"] == "mark-out-of-range", refusal

    name = str(uuid.uuid4())
    for _ in range(2):
        send_sheet(stream, name, {"content": "36.5", "effect": "8"}, True)
        ack = expect(stream, "ack")
        assert ack == {"type": "ack", "id": name, "lot": 1, "version": 1, "state": "submitted", "total": "44.5"}, ack

    stream.send({"type": "ping", "t": 7})
    assert expect(stream, "pong")["t"] == 7
    stream.close()

    stream = panel.Socket(HOST, port, fingerprint)
    stream.send({"type": "hello", "token": token})
    own = expect(stream, "state")["sheets"]
    assert len(own) == 1 and own[0]["state"] == "submitted" and own[0]["total"] == "44.5", own
    stream.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
