# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The programs under test as a person starts them: `lecternctl` once, and `lecternctl serve` kept
running, spoken to on its standard input and killed without warning."""

import json
import os
import queue
import socket
import subprocess
import threading
import time

from house import BUILD, SOURCE
from panel import Gone

CTL = str(BUILD / "src" / "cli" / "lecternctl")


def ctl(*arguments, check=True):
    """Runs lecternctl with --json; the status and the object it printed."""
    run = subprocess.run([CTL, "--json", *map(str, arguments)], capture_output=True, text=True, timeout=120)
    answer = json.loads(run.stdout) if run.stdout.strip() else {}
    if check and run.returncode != 0:
        raise AssertionError("lecternctl %s: %s %s" % (" ".join(map(str, arguments)), run.stdout, run.stderr))
    return run.returncode, answer


def make_contest(path, seed="house"):
    """The sample contest, drawn."""
    ctl("new", path)
    ctl("import", path, "nominees", SOURCE / "data" / "sample" / "roster-2018.csv")
    ctl("import", path, "judges", SOURCE / "data" / "sample" / "judges-2018.csv")
    ctl("draw", path, "--seed", seed)


def find_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`lecternctl serve` on one port; may be killed and started again as often as one likes."""

    def __init__(self, path, port):
        self.path = path
        self.port = port
        self.fingerprint = None
        self.process = None
        self.answers = None
        self.lock = threading.Lock()

    def words(self):
        """What else it is started with."""
        return ["--bind", "127.0.0.1"]

    def spawn(self):
        self.answers = queue.Queue()
        self.process = subprocess.Popen(
            [CTL, "serve", str(self.path), "--port", str(self.port), *self.words()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1)
        threading.Thread(target=self._read, args=(self.process, self.answers), daemon=True).start()

    @staticmethod
    def _read(process, answers):
        for line in process.stdout:
            answers.put(json.loads(line))
        answers.put(None)

    def _next(self, timeout):
        try:
            answer = self.answers.get(timeout=timeout)
        except queue.Empty:
            raise AssertionError("lecternctl serve did not answer in %d s" % timeout) from None
        if answer is None:
            raise Gone("serve has ended: " + self.process.stderr.read())
        return answer

    def start(self):
        """Starts, with nothing said to it, and waits until it listens; seconds that took."""
        begun = time.monotonic()
        self.spawn()
        greeting = self._next(20)
        if self.fingerprint not in (None, greeting["fingerprint"]):
            raise AssertionError("the certificate changed")
        self.fingerprint = greeting["fingerprint"]
        return time.monotonic() - begun

    def command(self, line, timeout=20):
        """One command and its answer; Gone when the process went away before answering."""
        with self.lock:
            try:
                self.process.stdin.write(line + "\n")
                self.process.stdin.flush()
            except (OSError, ValueError) as error:
                raise Gone(str(error)) from error
            return self._next(timeout)

    def kill(self):
        """SIGKILL, which nothing can catch or tidy up after."""
        self.process.kill()
        self.process.wait()

    def quit(self):
        answer = self.command("quit")
        self.process.wait(timeout=20)
        return answer, self.process.returncode


def own_home(folder):
    """Keys and settings of the programs under test go below @folder."""
    for name, place in (("HOME", ""), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")):
        path = os.path.join(folder, place)
        os.makedirs(path, exist_ok=True)
        os.environ[name] = path
