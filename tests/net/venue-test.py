#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""`lecternctl serve` in a network that changes: started before there is any, given an address, reached by another
machine, given another address; bound to one interface of two. The network is one of its own (a namespace), and the
other machine another one; where neither may be made, nothing is tested."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import panel
from house import Tap
from serving import Server, make_contest

HERE = Path(__file__).resolve()
PORT = 8443


def run(*words):
    subprocess.run(words, check=True, capture_output=True, timeout=10)


class Venue:
    """Two machines with two cables between them; this one's ends are v0 and w0."""

    def __init__(self):
        self.other = subprocess.Popen(["unshare", "-n", "sleep", "600"])
        time.sleep(0.3)
        run("ip", "link", "set", "lo", "up")
        for number, name in enumerate(("v", "w")):
            run("ip", "link", "add", name + "0", "type", "veth", "peer", "name", name + "1")
            run("ip", "link", "set", name + "1", "netns", str(self.other.pid))
            self.elsewhere("ip", "addr", "add", "10.77.%d.2/24" % number, "dev", name + "1")
            self.elsewhere("ip", "link", "set", name + "1", "up")

    def elsewhere(self, *words):
        run("nsenter", "-t", str(self.other.pid), "-n", *words)

    def asks(self, address):
        """Whether the other machine gets an answer at @address."""
        script = "import panel, sys; print(panel.request(sys.argv[1], %d, None, 'GET', '/api/v1/info', timeout=3)['name'])" % PORT
        words = ["nsenter", "-t", str(self.other.pid), "-n", sys.executable, "-c", script, address]
        return subprocess.run(words, capture_output=True, text=True, timeout=20).stdout.strip() == "lectern"

    def close(self):
        self.other.kill()
        self.other.wait()


class Everywhere(Server):
    """serve with a --bind of one's own, or none."""

    def __init__(self, path, bind=None):
        super().__init__(path, PORT)
        self.bind = bind

    def words(self):
        return ["--bind", self.bind] if self.bind else []


def status_until(server, **wanted):
    """The status, once it says what is wanted, or after three seconds."""
    until = time.monotonic() + 3
    while True:
        status = server.command("status")
        if all(status.get(k) == v for k, v in wanted.items()) or time.monotonic() > until:
            return {k: status.get(k) for k in wanted}
        time.sleep(0.05)


def follows(path, venue):
    server, wrong = Everywhere(path), []

    def expect(got, wanted, name):
        if got != wanted:
            wrong.append("%s: %s, not %s" % (name, got, wanted))

    server.start()
    nowhere = {"network": False, "reached": False}
    expect(status_until(server, **nowhere), nowhere, "before there is a network")
    run("ip", "addr", "add", "10.77.0.1/24", "dev", "v0")
    run("ip", "link", "set", "v0", "up")
    there = {"listening": "https://10.77.0.1:%d" % PORT, "network": True, "reached": False}
    expect(status_until(server, **there), there, "with a network")
    panel.request("10.77.0.1", PORT, server.fingerprint, "GET", "/api/v1/info")
    expect(status_until(server, **there), there, "this machine is not another")
    expect(venue.asks("10.77.0.1"), True, "another machine asks")
    expect(status_until(server, reached=True), {"reached": True}, "and it is known")
    run("ip", "addr", "del", "10.77.0.1/24", "dev", "v0")
    run("ip", "addr", "add", "10.77.0.9/24", "dev", "v0")
    moved = {"listening": "https://10.77.0.9:%d" % PORT, "network": True}
    expect(status_until(server, **moved), moved, "with another address")
    expect(venue.asks("10.77.0.9"), True, "it is reached there")
    server.command("quit")
    server.process.wait(10)
    return wrong


def one_interface(path, venue):
    run("ip", "addr", "add", "10.77.1.1/24", "dev", "w0")
    run("ip", "link", "set", "w0", "up")
    server, wrong = Everywhere(path, "w0"), []
    server.start()
    wanted = {"listening": "https://10.77.1.1:%d" % PORT}
    if (got := status_until(server, **wanted)) != wanted:
        wrong.append("%s" % got)
    if not venue.asks("10.77.1.1"):
        wrong.append("it is not reached at its interface")
    if venue.asks("10.77.0.9"):
        wrong.append("it is reached at the other one")
    run("ip", "addr", "del", "10.77.1.1/24", "dev", "w0")
    run("ip", "addr", "add", "10.77.1.7/24", "dev", "w0")
    time.sleep(0.3)
    if not venue.asks("10.77.1.7"):
        wrong.append("it did not follow its interface")
    server.command("quit")
    server.process.wait(10)
    return wrong


def inside():
    """In the network of its own: what is wrong, as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        path = Path(folder) / "evening.lectern"
        make_contest(path)
        venue = Venue()
        try:
            answer = {"follows": follows(path, venue), "one-interface": one_interface(path, venue)}
        finally:
            venue.close()
    print(json.dumps(answer))


def may_make_networks():
    try:
        run("unshare", "-n", "sh", "-c", "ip link set lo up && ip link add v0 type veth peer name v1")
        return True
    except (OSError, subprocess.SubprocessError):
        return False


def main():
    tap = Tap()
    if not may_make_networks():
        tap.skip("/venue", "no network of its own may be made here")
    else:
        run_inside = subprocess.run(["unshare", "-n", sys.executable, str(HERE), "inside"], capture_output=True, text=True, timeout=100)
        answer = json.loads(run_inside.stdout) if run_inside.returncode == 0 else {"inside": [run_inside.stderr]}
        for name, problems in answer.items():
            tap.case(problems, "/venue/" + name)
    tap.done()
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(inside() if sys.argv[1:] == ["inside"] else main())
