#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""`lecternctl serve`, spoken to as a script would: every command and its refusals, one line of JSON for
each line; one entry marked by a judge on a real socket; and the ways it ends."""

import json
import signal
import subprocess
import time
import uuid

from desk import JUDGES, ROSTER, Desk, expect, meaning
from panel import Refused, Socket, pair
from serving import CTL, Server, ctl, find_port

MARKS = {"content": "36.5", "language": "22", "courseware": "13", "bearing": "9", "effect": "8.5"}


def start(desk, *steps):
    file = desk.contest(*(steps or ("nominees", "judges", "drawn")))
    server = Server(file, find_port())
    server.start()
    return file, server


def code_of(answer):
    return answer.get("error", {}).get("code")


def a_talk_from_call_to_reveal(desk):
    _, server = start(desk)
    wrong = []

    def do(line, code=None):
        answer = server.command(line)
        if (code is None and answer.get("ok") is not True) or code_of(answer) != code:
            wrong.append("%s: %s, should be %s" % (line, answer, code or "ok"))
        return answer

    do("clock start", "wrong-state")
    do("gate open", "wrong-state")
    do("gate close", "gate-closed")
    do("call 99", "not-found")
    do("call 2")
    do("reveal 2", "wrong-state")
    do("clock resume", "wrong-state")
    do("clock start")
    do("clock start", "wrong-state")
    do("gate open", "wrong-state")
    do("call 3", "wrong-state")
    do("clock pause")
    do("clock resume")
    do("clock set 365.2 the clock was started late")
    do("clock stop")
    status = do("status")
    wrong += expect((status["entry"]["lot"], status["clock"]["phase"]), (2, "stopped"), "on stage")
    wrong += expect(365200 <= status["clock"]["elapsed_ms"] < 366200, True, "the clock: %s" % status["clock"])
    do("clock set 361 read from the video")
    wrong += expect(do("status")["clock"]["elapsed_ms"], 361000, "the clock set again")
    do("gate open")
    do("gate open", "wrong-state")
    wrong += expect(do("status")["gate"], {"open": True, "lot": 2}, "the gate")
    do("forfeit 4 absent from the draw")
    do("gate close")
    do("reopen 2 1 a slip of the pen", "not-found")
    entries = do("status")["entries"]
    wrong += expect([e["status"] for e in entries[:5]], ["waiting", "done", "waiting", "forfeit", "waiting"], "entries")
    server.quit()
    return wrong


def lines_that_mean_nothing(desk):
    file, server = start(desk)
    before = meaning(file)
    wrong = []
    for line in ("frobnicate", "call", "call one", "call 1 2", "clock", "clock jump", "clock set 5", "clock set soon because", "gate", "gate ajar",
                 "code", "reopen 1", "reopen 1 2", "forfeit 1", "reveal", "status now", "CALL 1", "statusquo", '{"call": 1}'):
        wrong += ["%s: %s" % (line, w) for w in expect(code_of(server.command(line)), "usage", "code")]
    server.process.stdin.write("\n   \n")  # an empty line is no command and is not answered
    wrong += expect(server.command("  status  ").get("ok"), True, "spaces around")
    server.quit()
    return wrong + expect(meaning(file), before, "the file")


def codes_and_seats(desk):
    _, server = start(desk)
    codes = {c["judge"]: c["code"] for c in server.command("codes")["codes"]}
    wrong = expect((sorted(codes), {len(c) for c in codes.values()}, len(set(codes.values()))), (list(range(1, 10)), {6}, 9), "codes")
    again = {c["judge"]: c["code"] for c in server.command("codes")["codes"]}
    wrong += expect(again, codes, "asked again")
    token = pair("127.0.0.1", server.port, server.fingerprint, codes[3], "test")
    try:
        pair("127.0.0.1", server.port, server.fingerprint, codes[3], "test")
        wrong.append("a code worked twice")
    except Refused as error:
        wrong += expect(error.status, 403, "the code again")
    seat = Socket("127.0.0.1", server.port, server.fingerprint)
    seat.send({"type": "hello", "token": token})
    wrong += expect(seat.receive()["type"], "state", "first message")
    status = server.command("status")
    wrong += expect((status["connected"], status["practised"]), ([3], []), "connected")
    seat.send({"type": "practised"})
    seat.send({"type": "ping", "t": 1})
    seat.expect("pong")
    wrong += expect(server.command("status")["practised"], [3], "practised")
    fresh = server.command("code 3")
    wrong += expect((fresh["ok"], fresh["judge"], fresh["code"] != codes[3]), (True, 3, True), "a fresh code")
    wrong += expect(code_of(server.command("code 77")), "not-found", "no such judge")
    pair("127.0.0.1", server.port, server.fingerprint, fresh["code"], "another laptop")
    while True:
        message = seat.receive()
        if message["type"] == "bye":
            wrong += expect(message["reason"], "revoked", "bye")
            break
    server.quit()
    return wrong


def a_judge_hands_in(desk):
    file, server = start(desk)
    codes = {c["judge"]: c["code"] for c in server.command("codes")["codes"]}
    seat = Socket("127.0.0.1", server.port, server.fingerprint)
    seat.send({"type": "hello", "token": pair("127.0.0.1", server.port, server.fingerprint, codes[1], "test")})
    wrong = []

    def send(submit, **marks):
        seat.send({"type": "sheet", "id": str(uuid.uuid4()), "lot": 1, "marks": dict(MARKS, **marks), "submit": submit})
        while True:
            message = seat.receive()
            if message["type"] in ("ack", "error"):
                return message

    wrong += expect(send(True)["code"], "gate-closed", "before the gate is open")
    for line in ("call 1", "clock start", "clock stop", "gate open"):
        server.command(line)
    wrong += expect(send(True, content="40.1")["code"], "mark-out-of-range", "beyond full marks")
    acknowledged = send(True)
    wrong += expect((acknowledged["type"], acknowledged["total"], acknowledged["state"]), ("ack", "89", "submitted"), "acknowledged")
    wrong += expect(server.command("status")["entry"]["sheets"], 1, "sheets in")
    server.command("gate close")
    wrong += expect(code_of(server.command("reopen 1 1")), "usage", "without a reason")
    wrong += expect(server.command("reopen 1 1 a slip of the pen").get("ok"), True, "reopened")
    wrong += expect(send(True, content="30")["total"], "82.5", "amended")
    server.command("gate close")
    wrong += expect(server.command("reveal 1").get("ok"), True, "revealed")
    server.quit()
    sheets = ctl("rank", file)[1]["entries"]
    wrong += expect([s["total"] for e in sheets if e["lot"] == 1 for s in e["sheets"]], ["82.5"], "the sheet that counts")
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def the_head_judge_looks_at_a_flag(desk):
    rules = ctl("show", desk.contest())[1]["rules"]
    rules["panel"]["flag"] = {"mark": "8", "total": None}
    file = desk.path("flags.lectern")
    ctl("new", file, "--template", desk.write("rules.json", json.dumps(rules)))
    for kind, table in ("nominees", ROSTER), ("judges", JUDGES):
        ctl("import", file, kind, table)
    ctl("draw", file, "--seed", "desk")
    _, shown = ctl("show", file)
    units = {j["number"]: j["unit"] for j in shown["judges"]}
    lot = next(n["lot"] for n in shown["nominees"] if n["lot"] and n["unit"] not in units.values())
    head = next(j["number"] for j in shown["judges"] if j["head"])
    server = Server(file, find_port())
    server.start()
    seats = {}
    for code in server.command("codes")["codes"]:
        seats[code["judge"]] = Socket("127.0.0.1", server.port, server.fingerprint)
        seats[code["judge"]].send({"type": "hello", "token": pair("127.0.0.1", server.port, server.fingerprint, code["code"], "test")})
    for line in ("call %d" % lot, "clock start", "clock stop", "gate open"):
        server.command(line)
    far = max(units)
    wrong = []
    for number, seat in seats.items():
        marks = dict(MARKS, content="20" if number == far else "36.5")
        seat.send({"type": "sheet", "id": str(uuid.uuid4()), "lot": lot, "marks": marks, "submit": True})
        wrong += expect(seat.expect("ack", "error")["type"], "ack", "judge %d" % number)
    state = seats[head].expect("state")
    while not state["flags"]:
        state = seats[head].expect("state")
    wrong += expect(state["flags"], [{"lot": lot, "judge": far, "criterion": "content", "seen": False}], "the flag")
    wrong += expect(code_of({"error": seats[far].see_flag(lot, far)}), "unauthorised", "another judge")
    wrong += expect(seats[head].see_flag(lot, far).get("state"), "seen", "the head judge")
    while not state["flags"][0]["seen"]:
        state = seats[head].expect("state")
    server.command("gate close")
    for number, seat in seats.items():
        while number != head and state["gate"]["open"]:
            state = seat.expect("state")
            wrong += expect("flags" in state, False, "flags at judge %d" % number)
    server.quit()
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def the_large_button(desk):
    _, server = start(desk)
    wrong = []
    for _ in range(3):  # title, rules, order
        wrong += expect(server.command("go").get("ok"), True, "go")
    server.command("go")
    wrong += expect(server.command("status")["entry"]["lot"], 1, "introduced")
    server.command("go")
    wrong += expect(server.command("status")["clock"]["phase"], "running", "talking")
    server.command("go")
    status = server.command("status")
    wrong += expect((status["clock"]["phase"], status["gate"]["open"]), ("stopped", True), "marking")
    wrong += expect(code_of(server.command("go")), "wrong-state", "while judges are missing")
    server.quit()
    return wrong


def ways_to_end(desk):
    wrong = []
    for name, end in (("quit", None), ("SIGTERM", signal.SIGTERM), ("SIGINT", signal.SIGINT)):
        file, server = start(desk)
        server.command("call 1")
        if end is None:
            answer, status = server.quit()
            wrong += expect(answer, {"ok": True}, "answer to quit")
        else:
            server.process.send_signal(end)
            status = server.process.wait(timeout=20)
        wrong += expect(status, 0, name) + expect(ctl("verify", file)[0], 0, name + ": verify")
        wrong += expect(file.with_name(file.name + "-wal").exists(), False, name + ": a log beside the file")
    ended = subprocess.run([CTL, "serve", desk.contest("nominees", "judges", "drawn"), "--port", "0", "--bind", "127.0.0.1"],
                           input="call 1\nstatus\n", capture_output=True, text=True, timeout=60)
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    wrong += expect((ended.returncode, len(lines), lines[2]["entry"]["lot"]), (0, 3, 1), "the end of the input")
    return wrong + expect(lines[0]["listening"].startswith("https://127.0.0.1:"), True, str(lines[0]))


def what_keeps_it_from_starting(desk):
    file, server = start(desk)
    wrong = []
    status, answer = ctl("serve", file, "--port", "0", check=False)
    wrong += expect((status, code_of(answer)), (3, "in-use"), "a second console")
    status, answer = ctl("serve", desk.contest(), "--port", server.port, "--bind", "127.0.0.1", check=False)
    wrong += expect((status, code_of(answer)), (3, "no-port"), "a port that is taken")
    status, answer = ctl("serve", desk.contest(), "--bind", "300.0.0.1", check=False)
    wrong += expect(status, 3, "no address: %s" % answer)
    server.quit()
    return wrong


def the_clock_goes_on_after_a_crash(desk):
    _, server = start(desk)
    server.command("call 1")
    server.command("clock start")
    began = time.monotonic()
    server.kill()
    server.start()
    status = server.command("status")
    truth = (time.monotonic() - began) * 1000
    server.quit()
    return (expect((status["clock"]["phase"], status["entry"]["lot"]), ("running", 1), "after the crash")
            + expect(abs(status["clock"]["elapsed_ms"] - truth) < 200, True, "%s, the truth is %d ms" % (status["clock"], truth)))


if __name__ == "__main__":
    Desk("cli/serve").run(a_talk_from_call_to_reveal, lines_that_mean_nothing, codes_and_seats, a_judge_hands_in,
                          the_head_judge_looks_at_a_flag, the_large_button, ways_to_end, what_keeps_it_from_starting, the_clock_goes_on_after_a_crash)
