#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The judges' server under attack. `lecternctl serve` runs as it does on the evening, an honest judge writes drafts
all the time, and one attacker after the other does his worst from other addresses. Each must be refused in the
right words; the process must not grow by more than 32 MB; and the honest judge must hardly notice. The attackers run
in processes of their own, behind everything else for this machine's time, for they would have another. The honest judge's delay is
held against the quiet before and after the same attack, and what is too much must be too much three times in a row. With
LECTERN_ATTACK=full each attack goes on for twenty seconds. slowhttptest joins in where it is installed."""

import csv
import json
import multiprocessing
import os
import random
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import tempfile
import threading
import time
import uuid
from pathlib import Path

import panel
from attacker import Frames, ask, connect, head, plain, status_of
from house import Tap
from serving import Server, find_port, make_contest

FULL = os.environ.get("LECTERN_ATTACK") == "full"
MEMORY_MAX_KB = 32 * 1024
SLOWER_MAX = 5
TRIES = 3
QUIET_S = 2
TOOL_CONNECTIONS = 1000
# What it gets done in the time there is, on a busy machine: several times what one address may have.
TOOL_MADE, TOOL_CUT = 300, 200
CODES = 10000
CODES_AN_ADDRESS = 5
CODES_IN_ALL = 30
# An attack that is over sooner is done again until then: the 99th percentile of less says nothing.
ATTACK_S = 20 if FULL else 4
INFO = "/api/v1/info"
PAIR = "/api/v1/pair"
TOO_LARGE = 1009


# --- requests that nobody should send --------------------------------------------------------------

def smuggling(port, seat):
    hidden = head(port, "GET", INFO)
    body = b"5\r\nhello\r\n0\r\n\r\n"
    rows = [
        ("both lengths", head(port, "POST", PAIR, "Content-Length: 6", "Transfer-Encoding: chunked") + b"0\r\n\r\nG", 400),
        ("chunked", head(port, "POST", PAIR, "Transfer-Encoding: chunked") + body, 411),
        ("chunked, disguised", head(port, "POST", PAIR, "Transfer-Encoding : chunked") + body, 400),
        ("two lengths", head(port, "POST", PAIR, "Content-Length: 2", "Content-Length: 60") + b"{}" + hidden, 400),
        ("folded", head(port, "GET", INFO, "X: a", " Content-Length: 5"), 400),
        ("folded name", head(port, "POST", PAIR, "Content-Length:\r\n 2") + b"{}", 400),
        ("bare line feeds", hidden.replace(b"\r\n", b"\n") + b"\r\n\r\n", 400),
        ("a second behind the first", hidden + hidden, 400),
        ("a second behind a body", head(port, "POST", PAIR, "Content-Length: 2") + b"{}" + hidden, 400),
        ("an absolute address", b"GET https://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400),
        ("old HTTP", b"GET / HTTP/1.0\r\n\r\n", 505),
        ("a proxy's", b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400),
        ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        ("no host", b"GET / HTTP/1.1\r\n\r\n", 400),
        ("outside", head(port, "GET", "/../../etc/passwd"), 404),
        ("outside, encoded", head(port, "GET", "/%2e%2e/%2e%2e/etc/passwd"), 404),
        ("TRACE", head(port, "TRACE", "/"), 405),
        ("PUT", head(port, "PUT", "/page.html", "Content-Length: 0"), 404),
    ]
    wrong = []
    for name, request, status in rows:
        answer = ask(port, request)
        if status_of(answer) != status or len(re.findall(rb"HTTP/1\.1 \d\d\d ", answer)) != 1:
            wrong.append("%s: %r, not %d" % (name, answer[:60], status))
    return wrong


def huge_heads(port, seat):
    rows = [
        ("a long line", head(port, "GET", "/", "X: " + "x" * 100000), 431),
        ("many lines", head(port, "GET", "/", *["X: y"] * 100), 431),
        ("a long target", head(port, "GET", "/" + "x" * 4000), 414),
        ("a line without an end", b"GET / HTTP/1.1\r\nX: " + b"x" * 8000000, 431),
    ]
    return ["%s: %d" % (name, got) for name, request, status in rows
            if (got := status_of(ask(port, request))) != status]


def huge_bodies(port, seat):
    wrong = []
    for size in (4097, 1000000, 100000000, 999999999):
        request = head(port, "POST", PAIR, "Content-Length: %d" % size) + b"x" * min(size, 8000000)
        got = status_of(ask(port, request))
        if got != 413:
            wrong.append("%d bytes: %d" % (size, got))
    endless = head(port, "POST", PAIR, "Content-Length: 99999999999999999999")
    if status_of(ask(port, endless)) != 400:
        wrong.append("more than can be counted")
    return wrong


def forged_origins(port, seat):
    upgrade = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + "A" * 22 + "==")
    wrong = []
    for origin in ("https://evil.example", "null", "http://127.0.0.1:%d" % port, "https://127.0.0.1:%d.evil" % port):
        if status_of(ask(port, head(port, "GET", "/api/v1/judge", *upgrade, "Origin: " + origin))) != 403:
            wrong.append("a WebSocket from " + origin)
        if status_of(ask(port, head(port, "POST", PAIR, "Content-Length: 2", "Origin: " + origin) + b"{}")) != 403:
            wrong.append("a code from " + origin)
    own = Frames(port, fields=["Origin: https://127.0.0.1:%d" % port])
    if b" 101 " not in own.answer:
        wrong.append("the page from here is refused: %r" % own.answer)
    own.close()
    return wrong


# --- those who take their time ---------------------------------------------------------------------

def drip(port, start, count, addresses):
    """@count connections that send a byte now and then: what each got in the end, and the longest time one took."""
    streams, answers, begun = [], [], time.monotonic()
    for i in range(count):
        try:
            stream = connect(port, "127.0.0.%d" % (2 + i % addresses))
            stream.sendall(start)
            streams.append(stream)
        except OSError:
            pass  # too many of one address
    alive = set(streams)
    while alive and time.monotonic() - begun < 20:
        time.sleep(0.3)
        for stream in list(alive):
            try:
                stream.settimeout(0.001)
                stream.sendall(b"x")
                if (piece := stream.recv(4096)):
                    answers.append(status_of(piece))
                alive.discard(stream)
            except (socket.timeout, TimeoutError):
                pass
            except OSError:
                alive.discard(stream)
    return len(streams), answers, time.monotonic() - begun


def slow_heads(port, seat):
    opened, answers, took = drip(port, b"GET / HTTP/1.1\r\nX: ", 200, 5)
    if opened < 150 or answers.count(408) < opened * 0.9 or took > 15:
        return ["%d opened, %d told that they are too slow, the last after %.1f s" % (opened, answers.count(408), took)]
    return []


def slow_bodies(port, seat):
    opened, answers, took = drip(port, head(port, "POST", PAIR, "Content-Length: 4000"), 200, 5)
    if opened < 150 or answers.count(408) < opened * 0.9 or took > 15:
        return ["%d opened, %d told that they are too slow, the last after %.1f s" % (opened, answers.count(408), took)]
    return []


def half_open(port, seat):
    """Connections that say nothing, and some that stop within the handshake. Somebody new must still come in."""
    hello = bytes([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])
    kept, wrong, slowest = [], [], 0.0
    for i in range(1200 if FULL else 600):
        try:
            stream = plain(port, "127.0.0.%d" % (2 + i % 20), 2)
            if i % 3 == 0:
                stream.sendall(hello)
            kept.append(stream)
        except OSError:
            pass
        if i % 50 == 49:
            begun = time.monotonic()
            if status_of(ask(port, head(port, "GET", INFO), "127.0.0.1", 5)) != 200:
                wrong.append("after %d nobody comes in any more" % i)
            slowest = max(slowest, time.monotonic() - begun)
    if slowest > 3:
        wrong.append("somebody new waited %.1f s" % slowest)
    time.sleep(6)
    ended = 0
    for stream in kept:
        stream.settimeout(0.001)
        try:
            ended += stream.recv(1) == b""
        except (socket.timeout, TimeoutError):
            pass
        except OSError:
            ended += 1
    if ended < len(kept):
        wrong.append("%d of %d are still there" % (len(kept) - ended, len(kept)))
    return wrong


def run_slow_tool(port, name, kind, prefix):
    """What was wrong, the longest wait of somebody new, and how many connections the tool made and saw cut."""
    wrong, slowest, begun = [], 0.0, time.monotonic()
    tool = subprocess.Popen(["slowhttptest", *kind, "-c", str(TOOL_CONNECTIONS), "-r", "200", "-i", "1", "-l", "20" if FULL else "8", "-p", "3",
                             "-g", "-o", str(prefix), "-u", "https://127.0.0.1:%d%s" % (port, PAIR if name == "slow bodies" else "/")],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while tool.poll() is None:
        asked = time.monotonic()
        if status_of(ask(port, head(port, "GET", INFO), "127.0.0.9", 5)) != 200:
            wrong.append("%s: nobody comes in any more" % name)
        slowest = max(slowest, time.monotonic() - asked)
        time.sleep(0.5)
    took = time.monotonic() - begun
    rows = list(csv.DictReader(open("%s.csv" % prefix, newline="")))
    made = max((int(row["Closed"]) + int(row["Connected"]) for row in rows), default=0)
    cut = max((int(row["Closed"]) for row in rows), default=0)
    if tool.returncode != 0 or took < TOOL_CONNECTIONS / 200 - 1:
        wrong.append("%s: the tool ended with %d after %.1f s" % (name, tool.returncode, took))
    return wrong, slowest, made, cut


def slow_tool(port, seat):
    """slowhttptest from the honest judge's own address, 1 000 connections at a time: somebody new from elsewhere still comes in.
    That it did something is what it says itself: hundreds of its connections were made, and were cut."""
    kinds = {"slow heads": ["-H"], "slow bodies": ["-B", "-s", "4000"], "ranges": ["-R"], "slow reading": ["-X", "-w", "1", "-y", "8"]}
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for name, kind in kinds.items():
            found, slowest, made, cut = run_slow_tool(port, name, kind, Path(folder) / "tool")
            wrong += found
            if slowest > 3:
                wrong.append("%s: somebody new waited %.1f s" % (name, slowest))
            if made < TOOL_MADE or cut < TOOL_CUT:
                wrong.append("%s: the tool made %d connections, and %d of them were cut" % (name, made, cut))
    return wrong


# --- frames ----------------------------------------------------------------------------------------

def endless_fragments(port, seat):
    wrong = []
    for name, piece, token in (("long", b"x" * 8000, None), ("empty", b"", None), ("with a seat", b"x" * 8000, seat)):
        frames = Frames(port)
        if token:
            frames.text(json.dumps({"type": "hello", "token": token}))
        try:
            frames.send(0x01, b"{")
            for _ in range(20000):
                frames.send(0x00, piece)
        except OSError:
            pass
        code = frames.close_code(5)[0]
        if code not in (TOO_LARGE, 0):  # 0: it was still sending when the other end was gone
            wrong.append("%s: %d" % (name, code))
        frames.close()
    frames = Frames(port)
    frames.send(0x01, b"x" * 60000)
    frames.send(0x00, b"x" * 60000)
    frames.send(0x00, b"x" * 60000)
    if (code := frames.close_code(5)[0]) != TOO_LARGE:
        wrong.append("three: %d" % code)
    frames.close()
    frames = Frames(port)
    frames.send(0x81, b"", length=2 ** 40)
    if (code := frames.close_code(5)[0]) != TOO_LARGE:
        wrong.append("a terabyte announced: %d" % code)
    frames.close()
    return wrong


def bombs(port, seat):
    """Deflate is offered and must not be taken: what is compressed is refused unread."""
    wrong = []
    frames = Frames(port, fields=["Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"])
    if b" 101 " not in frames.answer or b"extension" in frames.answer.lower():
        wrong.append("the answer to an extension: %r" % frames.answer)
    frames.send(0xC1, b"\0" * 60000)
    if (code := frames.close_code(5)[0]) != 1002:
        wrong.append("a compressed frame: %d" % code)
    frames.close()
    zipped = bytes.fromhex("1f8b08000000000002ff") + b"\0" * 2000
    request = head(port, "POST", PAIR, "Content-Encoding: gzip", "Content-Length: %d" % len(zipped)) + zipped
    if (got := status_of(ask(port, request))) != 400:
        wrong.append("a compressed body: %d" % got)
    return wrong


def comes_back(port, seat):
    """Whoever was let go comes back to the whole state."""
    again = Frames(port)
    again.text(json.dumps({"type": "hello", "token": seat}))
    state = json.loads(again.receive(5)[1])
    again.close()
    return [] if state.get("type") == "state" else ["it came back to %s" % state]


def pings(port, seat):
    """With a seat: control frames and messages as fast as they go out, all answers read. Who does not come after with
    reading is let go like any who does not read."""
    frames = Frames(port)
    frames.text(json.dumps({"type": "hello", "token": seat}))
    stop = time.monotonic() + ATTACK_S
    sent = 0
    try:
        frames.stream.settimeout(10)
        while time.monotonic() < stop:
            for _ in range(20):
                frames.send(0x89, b"x" * 125)
                frames.text('{"type":"ping","t":1}')
            sent += 40
            frames.drain()
    except (OSError, EOFError):
        pass
    frames.close()
    return ([] if sent > 1000 else ["it was let go after %d" % sent]) + comes_back(port, seat)


def readers_that_stop(port, seat):
    """With a seat: asks and asks and never reads. It is let go, and comes back to the whole state."""
    frames = Frames(port, buffer=4096)
    frames.text(json.dumps({"type": "hello", "token": seat}))
    begun, gone = time.monotonic(), False
    frames.stream.settimeout(3)
    try:
        while time.monotonic() - begun < 20:
            frames.text('{"type":"ping","t":%s}' % ("1" * 300))
    except OSError:
        gone = time.monotonic() - begun < 19
    frames.close()
    return ([] if gone else ["it was kept"]) + comes_back(port, seat)


# --- those who want to be somebody else ------------------------------------------------------------

def guesses(port, seat):
    """Codes from forty addresses at once: 5 a minute of each and 30 of all are looked at."""
    seen, looked_at, lock = {}, {}, threading.Lock()

    def guess(worker):
        for i in range(worker, CODES, 10):
            body, address = b'{"code":"%06d"}' % random.randrange(1000000), "127.0.1.%d" % (i % 40 + 1)
            try:
                answer = ask(port, head(port, "POST", PAIR, "Content-Length: %d" % len(body)) + body, address)
            except OSError:
                answer = b""
            status = status_of(answer)
            with lock:
                seen[status] = seen.get(status, 0) + 1
                if status in (200, 403):
                    looked_at[address] = looked_at.get(address, 0) + 1
                if status == 429 and b"Retry-After: " not in answer:
                    seen["silent"] = seen.get("silent", 0) + 1

    begun = time.monotonic()
    workers = [threading.Thread(target=guess, args=(i,)) for i in range(10)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    minutes = int((time.monotonic() - begun) / 60) + 1
    total, most = sum(looked_at.values()), max(looked_at.values(), default=0)
    wrong = []
    if total > CODES_IN_ALL * minutes or most > CODES_AN_ADDRESS * minutes:
        wrong.append("%d codes were looked at, %d of one address, in %d minutes" % (total, most, minutes))
    if seen.get(429, 0) < CODES * 0.9 - total or "silent" in seen:
        wrong.append("%s" % seen)
    return wrong


def wrong_tokens(port, seat):
    wrong = []
    for i in range(100):
        frames = Frames(port, "127.0.0.%d" % (2 + i % 5))
        token = seat[:-1] + ("0" if seat[-1] != "0" else "1") if i % 2 else os.urandom(32).hex()
        frames.text(json.dumps({"type": "hello", "token": token}))
        code, texts = frames.close_code(5)
        if code != 1008 or not texts or json.loads(texts[0])["code"] != "unauthorised":
            wrong.append("%d %s" % (code, texts))
        frames.close()
    return wrong


def anothers_sheet(port, seat):
    """A seat writes its own sheets, whatever name it puts on them; and an id belongs to whom it came from first. The honest judge
    gives no mark for effect: one on any of his sheets would be this one's."""
    wrong, marks = [], {"content": "1", "effect": "7"}
    before = look_at_sheets()
    frames = Frames(port)
    frames.text(json.dumps({"type": "hello", "token": seat}))

    def send(number, name, times=1):
        for _ in range(times):
            frames.text(json.dumps({"type": "sheet", "id": name, "lot": 1, "marks": marks, "submit": False, "judge": number,
                                    "token": "0" * 64, "seat": number}))
        answers = []
        while len(answers) < times:
            message = json.loads(frames.receive(5)[1])
            if message["type"] in ("ack", "error"):
                answers.append(message)
        return answers

    name = str(uuid.uuid4())
    first = send(1, name)[0]
    again = send(1, name, 200)  # the same again, as somebody who listened in might send it: all at once
    if first["type"] != "ack" or any(message != first for message in again):
        wrong.append("%s, then %s" % (first, again[-1]))
    if (answer := send(1, HONEST_ID)[0]).get("code") != "bad-message":
        wrong.append("the honest judge's id: %s" % answer)
    frames.close()
    after = look_at_sheets()
    if after["receipts"].get(name) != 2 or after["effect"].get(2) != 1:
        wrong.append("the sheet is judge %s's, marks for effect are %s" % (after["receipts"].get(name), after["effect"]))
    if after["effect"].get(1, 0) or after["honest"] != before["honest"] or before["honest"] is None:
        wrong.append("the honest judge's sheet: %s, then %s" % (before, after["honest"]))
    if any(judge != 1 for identity, judge in after["receipts"].items() if before["receipts"].get(identity, judge) != judge or identity == HONEST_ID):
        wrong.append("a receipt changed hands")
    return wrong


def look_at_sheets():
    """What the file holds: whose each receipt is, what the honest judge's first one says, and marks for effect by judge."""
    with sqlite3.connect("file:%s?mode=ro" % os.environ["LECTERN_ATTACKED"], uri=True) as file:
        return {"receipts": dict(file.execute("SELECT id, judge FROM receipt")),
                "honest": file.execute("SELECT judge, version, state, total FROM receipt WHERE id = ?", (HONEST_ID,)).fetchone(),
                "effect": dict(file.execute("SELECT judge, count(*) FROM mark WHERE criterion = 'effect' GROUP BY judge"))}


HONEST_ID = str(uuid.UUID(int=7, version=4))


# --- the honest judge, and the measure of it -------------------------------------------------------

class Honest:
    """Writes a draft, waits for the acknowledgement, writes the next; all the while."""

    def __init__(self, server, token):
        self.stream = panel.Socket("127.0.0.1", server.port, server.fingerprint)
        self.stream.send({"type": "hello", "token": token})
        self.draft(HONEST_ID)

    def draft(self, name=None):
        name = name or str(uuid.uuid4())
        begun = time.monotonic()
        self.stream.send({"type": "sheet", "id": name, "lot": 1, "marks": {"content": "%d" % random.randrange(40)}, "submit": False})
        while True:
            message = self.stream.receive(20)
            if message["type"] == "error":
                raise AssertionError("the honest judge is refused: %s" % message)
            if message["type"] == "ack" and message["id"] == name:
                return time.monotonic() - begun

    def drafts(self, until):
        """Times, until @until says so."""
        times = []
        while not until() or len(times) < 100:
            times.append(self.draft())
            time.sleep(0.01)
        return times


def p99(times):
    return statistics.quantiles(times, n=100)[98]


def memory_kb(process):
    for line in Path("/proc/%d/status" % process.pid).read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


class Watch:
    """The most memory the process had, looked at twenty times a second."""

    def __init__(self, process):
        self.process, self.most, self.on = process, memory_kb(process), True
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self):
        while self.on:
            self.most = max(self.most, memory_kb(self.process))
            time.sleep(0.05)

    def stop(self):
        self.on = False
        self.thread.join()
        return self.most


def attack(function, port, seat, answers):
    os.nice(19)
    wrong, until = [], time.monotonic() + ATTACK_S
    try:
        while not wrong and time.monotonic() < until:
            wrong = function(port, seat)
        answers.put(wrong)
    except Exception as error:  # the test has to hear of it, whatever it is
        answers.put(["the attacker failed: %r" % error])


ATTACKS = (smuggling, huge_heads, huge_bodies, forged_origins, slow_heads, slow_bodies, half_open, endless_fragments, bombs, pings,
           readers_that_stop, wrong_tokens, anothers_sheet, guesses)
TOOLS = (slow_tool,) if shutil.which("slowhttptest") else ()


def rest(honest):
    until = time.monotonic() + QUIET_S
    return honest.drafts(lambda: time.monotonic() > until)


def attack_once(server, honest, seat, function):
    """What was wrong, the honest judge's times under the attack, and his times before and after it."""
    processes = multiprocessing.get_context("fork")
    answers = processes.Queue()
    quiet = rest(honest)
    attacker = processes.Process(target=attack, args=(function, server.port, seat, answers), daemon=True)
    attacker.start()
    times = honest.drafts(lambda: not attacker.is_alive() or not answers.empty())
    wrong = answers.get(timeout=10)
    attacker.join(10)
    return wrong, times, quiet + rest(honest)


class Log:
    """What the server says on its standard error, line by line."""

    def __init__(self, process):
        self.lines = []
        self.thread = threading.Thread(target=self._read, args=(process.stderr,), daemon=True)
        self.thread.start()

    def _read(self, stream):
        for line in stream:
            self.lines.append(line.rstrip("\n"))

    def look(self, since, words):
        """What is wrong with it: a line since then speaks of what was refused."""
        until = time.monotonic() + 2
        while time.monotonic() < until:
            if any(words + " refused: " in line for line in self.lines[since:]):
                return []
            time.sleep(0.05)
        return ["no line speaks of %s: %s" % (words, self.lines[since:][:5])]


# What the log has to say at once of an attack, whoever looks for it.
SAID = {"wrong_tokens": "tokens without a seat", "guesses": "pairing codes"}
# One line at once and one a minute, of each kind there is.
KINDS = 5


def find_secrets(lines, tokens):
    """Lines that hold a token, or what may be one or a code."""
    return [line for line in lines if any(token in line for token in tokens) or
            re.search(r"[0-9a-f]{16}|(?<!\d)\d{6}(?!\d)", re.sub(r"refused: \d+", "", line))]


def measure(tap, server, log, honest, seat, base_kb, function):
    name = function.__name__.replace("_", "-")
    watch = Watch(server.process)
    problems, ratios, said = [], [], len(log.lines)
    try:
        while not problems and len(ratios) < TRIES and (not ratios or ratios[-1] > SLOWER_MAX):
            wrong, times, quiet = attack_once(server, honest, seat, function)
            problems += wrong
            ratios.append(p99(times) / p99(quiet))
            tap.note("%-20s p99 %6.1f ms, quiet %.1f: %.1f times" % (name, 1000 * p99(times), 1000 * p99(quiet), ratios[-1]))
        if min(ratios) > SLOWER_MAX:
            problems.append("the honest judge waited %s times as long" % ", ".join("%.1f" % ratio for ratio in ratios))
    except (panel.Gone, OSError) as error:
        problems.append("the honest judge was thrown out: %r" % error)
    if function.__name__ in SAID:
        problems += log.look(said, SAID[function.__name__])
    grown = watch.stop() - base_kb
    if grown > MEMORY_MAX_KB:
        problems.append("the process grew by %d KB" % grown)
    tap.note("%-20s at most %+6d KB" % (name, grown))
    tap.case(problems, "/attack/" + name)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        contest = Path(folder) / "evening.lectern"
        os.environ["LECTERN_ATTACKED"] = str(contest)
        make_contest(contest)
        server = Server(contest, find_port())
        server.start()
        begun, log = time.monotonic(), Log(server.process)
        codes = {row["judge"]: row["code"] for row in server.command("codes")["codes"]}
        tokens = {n: panel.pair("127.0.0.1", server.port, server.fingerprint, codes[n], "test") for n in (1, 2)}
        server.command("call 1")
        server.command("clock start")
        honest = Honest(server, tokens[1])
        rest(honest)
        base_kb = memory_kb(server.process)
        wanted = os.environ.get("LECTERN_ATTACKS", "").split()
        for function in ATTACKS + TOOLS:
            if not wanted or function.__name__ in wanted:
                measure(tap, server, log, honest, tokens[2], base_kb, function)
        status = server.command("status")
        tap.case([] if status.get("ok") else [status], "/attack/still-there")
        server.command("quit")
        log.thread.join(20)
        refusals = [line for line in log.lines if "refused" in line]
        most = KINDS * (2 + int((time.monotonic() - begun) / 60))
        tap.case([] if 0 < len(refusals) <= most else ["%d lines on refusals" % len(refusals)] + refusals[:5], "/attack/summed-up-in-the-log")
        tap.case(find_secrets(log.lines, tokens.values()), "/attack/no-secret-in-the-log")
    tap.done()
    return 1 if tap.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
