# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Cables that misbehave, between network namespaces of our own. Each end of a cable is a veth whose other end lies
here; a thread carries the frames across by hand, and drops, delays or loses them as it is told. The kernel's own
means for that (netem, netfilter) are not everywhere."""

import ctypes
import fcntl
import heapq
import random
import select
import socket
import struct
import subprocess
import threading
import time

ETH_P_ALL = 3
SIOCETHTOOL = 0x8946
# Checksums and large segments are left to network cards, which these are not.
CHECKSUMS, LARGE_SEGMENTS, GENERIC_SEGMENTS = 0x17, 0x1F, 0x24


def run(*words):
    subprocess.run(words, check=True, capture_output=True, timeout=10)


def switch_off(name, *features):
    """Must be run where the card is."""
    with socket.socket() as any_socket:
        for feature in features:
            value = ctypes.create_string_buffer(struct.pack("II", feature, 0))
            fcntl.ioctl(any_socket, SIOCETHTOOL, struct.pack("16sP", name.encode(), ctypes.addressof(value)))


class Place:
    """A machine of its own: a network namespace, and something that holds it."""

    def __init__(self):
        self.holder = subprocess.Popen(["unshare", "-n", "sleep", "600"])
        time.sleep(0.2)
        self.run("ip", "link", "set", "lo", "up")

    def words(self, *words):
        """@words, to be run there."""
        return ["nsenter", "-t", str(self.holder.pid), "-n", *words]

    def run(self, *words):
        run(*self.words(*words))

    def close(self):
        self.holder.kill()
        self.holder.wait()


class Wire(threading.Thread):
    """From this namespace to @place: here `hN` with @here, there `tN` with @there."""

    def __init__(self, number, place, here, there, python):
        super().__init__(daemon=True)
        self.cut, self.loss, self.delay = False, 0.0, 0.0
        self.lost = 0
        self.name_here = "h%d" % number
        self.dice = random.Random(number)
        self.waiting, self.order, self.ended = [], 0, False
        far = "t%d" % number
        run("ip", "link", "add", self.name_here, "type", "veth", "peer", "name", "p%d" % number)
        run("ip", "link", "add", far, "type", "veth", "peer", "name", "q%d" % number)
        run("ip", "link", "set", far, "netns", str(place.holder.pid))
        switch_off(self.name_here, CHECKSUMS, LARGE_SEGMENTS, GENERIC_SEGMENTS)
        place.run(python, "-c", "import wires; wires.switch_off(%r, %d, %d, %d)" % (far, CHECKSUMS, LARGE_SEGMENTS, GENERIC_SEGMENTS))
        run("ip", "addr", "add", here, "brd", "+", "dev", self.name_here)
        place.run("ip", "addr", "add", there, "brd", "+", "dev", far)
        for name in (self.name_here, "p%d" % number, "q%d" % number):
            run("ip", "link", "set", name, "up")
        place.run("ip", "link", "set", far, "up")
        self.ends = [self.open_end("p%d" % number), self.open_end("q%d" % number)]
        self.start()

    @staticmethod
    def open_end(name):
        end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        end.bind((name, 0))
        end.setblocking(False)
        return end

    def run(self):
        while not self.ended:
            pause = 0.05 if not self.waiting else max(0.0, min(0.05, self.waiting[0][0] - time.monotonic()))
            for end in select.select(self.ends, [], [], pause)[0]:
                self.take(end)
            while self.waiting and self.waiting[0][0] <= time.monotonic():
                _, _, out, frame = heapq.heappop(self.waiting)
                self.put(out, frame)

    def take(self, end):
        try:
            frame, address = end.recvfrom(70000)
        except OSError:
            return
        if address[2] == socket.PACKET_OUTGOING:  # what was put here by ourselves
            return
        if self.cut or self.dice.random() < self.loss:
            self.lost += 1
            return
        self.order += 1
        heapq.heappush(self.waiting, (time.monotonic() + self.delay, self.order, self.ends[1 - self.ends.index(end)], frame))

    def put(self, out, frame):
        try:
            out.send(frame)
        except OSError:
            self.lost += 1

    def close(self):
        self.ended = True
        self.join(2)
        for end in self.ends:
            end.close()
