# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A stretch of network between a panel and the main laptop: a port that carries bytes, and can be held still
(as a dead access point does: nothing is refused, nothing comes), cut, made slow, or made deaf: what the main
laptop says is lost. A port of its own is
an origin of its own, so panels in one browser share nothing."""

import selectors
import socket
import threading
import time

from serving import find_port


class Wire:
    def __init__(self, target):
        self.target = target
        self.port = find_port()
        self.held = False
        self.down = False
        self.deaf = False
        self.delay = 0
        self.pairs = []
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            if self.down:
                near.close()
                continue
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near):
        try:
            far = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            near.close()
            return
        with self.lock:
            self.pairs.append((near, far))
        with selectors.DefaultSelector() as selector:
            selector.register(near, selectors.EVENT_READ, far)
            selector.register(far, selectors.EVENT_READ, near)
            try:
                while self._pass_on(selector):
                    pass
            except (OSError, ValueError):
                pass
        near.close()
        far.close()

    def _is_far(self, end):
        with self.lock:
            return any(end is far for _, far in self.pairs)

    def _pass_on(self, selector):
        for key, _ in selector.select(0.02):
            if self.held:
                time.sleep(0.02)
                return True
            piece = key.fileobj.recv(65536)
            if not piece:
                return False
            if self.deaf and self._is_far(key.fileobj):
                continue
            if self.delay:
                time.sleep(self.delay)
            key.data.sendall(piece)
        return True

    def hold(self):
        self.held = True

    def cut(self):
        """Everything that is connected breaks, and nothing new gets through."""
        self.down = True
        with self.lock:
            pairs, self.pairs = self.pairs, []
        for pair in pairs:
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def mend(self):
        self.held = self.down = False

    def close(self):
        self.cut()
        self.listener.close()
