#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""docs/judge-client.py, the example for somebody who writes a panel: it hands in one sheet, over a main laptop that
is killed in between, and says plainly what it is refused."""

import subprocess
import sys
import time

from desk import Desk, expect
from house import SOURCE, read
from serving import Server, ctl, find_port

CLIENT = SOURCE / "docs" / "judge-client.py"


def start(desk):
    server = Server(desk.contest("nominees", "judges", "drawn"), find_port())
    server.start()
    return server


def run_client(server, code, fingerprint=None):
    address = "https://127.0.0.1:%d" % server.port
    return subprocess.Popen([sys.executable, str(CLIENT), address, fingerprint or server.fingerprint, code], text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_seat(server, judge):
    end = time.monotonic() + 10
    while judge not in server.command("status")["connected"]:
        if time.monotonic() > end:
            raise AssertionError("the client did not come")
        time.sleep(0.05)


def open_gate(server):
    for line in ("call 2", "clock start", "clock stop", "gate open"):
        server.command(line)


def one_sheet(desk):
    server = start(desk)
    client = run_client(server, {c["judge"]: c["code"] for c in server.command("codes")["codes"]}[3])
    wait_for_seat(server, 3)
    server.kill()
    server.start()
    wait_for_seat(server, 3)
    open_gate(server)
    output, errors = client.communicate("36.5\n22\n13.2\n9\n8.5\n", timeout=20)
    wrong = expect((client.returncode, errors), (0, ""), "its end")
    wrong += expect("Received by the main laptop: 89.2" in output, True, output)
    server.command("gate close")
    server.quit()
    entry = next(entry for entry in ctl("rank", server.path)[1]["entries"] if entry["lot"] == 2)
    return wrong + expect(entry["sheets"], [{"judge": 3, "total": "89.2", "counted": True}], "the sheet")


def what_is_refused(desk):
    server = start(desk)
    codes = {c["judge"]: c["code"] for c in server.command("codes")["codes"]}
    _, errors = run_client(server, "000000" if "000000" not in codes.values() else "000001").communicate(timeout=10)
    wrong = expect("not valid" in errors, True, "a wrong code: " + errors)
    _, errors = run_client(server, codes[3], "sha256:" + "0" * 64).communicate(timeout=10)
    wrong += expect(errors, "Another computer answers at this address.\n", "another certificate")
    open_gate(server)
    output, errors = run_client(server, codes[3]).communicate("41\n22\n13.2\n9\n8.5\n", timeout=10)
    wrong += expect(("Received" in output, "40" in errors), (False, True), "a mark too high: " + output + errors)
    server.quit()
    return wrong


def short_enough_to_be_read(desk):
    text = read("docs/judge-client.py")
    wrong = [] if text.count("\n") < 150 else ["%d lines" % text.count("\n")]
    return wrong + ([] if "(judge-client.py)" in read("docs/protocol.md") else ["protocol.md does not lead to it"])


if __name__ == "__main__":
    Desk("cli/example-client").run(one_sheet, what_is_refused, short_enough_to_be_read)
