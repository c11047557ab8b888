#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A laptop that must not fall asleep: the session's manager, played by this test on the session's bus, is asked neither
to idle nor to suspend while a round runs, and is let go when the console closes."""

import os
import tempfile
import threading

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from hall import make_small_contest
from house import Tap
from serving import Server, find_port, own_home
from windows import Program, run, wait_for

SUSPEND, IDLE = 4, 8
NODE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.gnome.SessionManager">
  <method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  <method name="UnregisterClient"><arg type="o" direction="in"/></method>
  <method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="u" direction="out"/></method>
  <method name="Uninhibit"><arg type="u" direction="in"/></method>
  <method name="IsSessionRunning"><arg type="b" direction="out"/></method>
  <method name="IsInhibited"><arg type="u" direction="in"/><arg type="b" direction="out"/></method>
  <property name="InhibitedActions" type="u" access="read"/>
  <property name="Renderer" type="s" access="read"/>
  <property name="SessionIsActive" type="b" access="read"/>
</interface></node>""")


class Manager:
    """What was asked of it: the flags and the reason of each cookie that is held. It answers on a thread of its own, for
    the window manager asks it too."""

    def __init__(self):
        self.held, self.next = {}, 1
        ready = threading.Event()
        threading.Thread(target=self.run, args=(ready,), daemon=True).start()
        ready.wait(10)

    def run(self, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.register_object("/org/gnome/SessionManager", NODE.interfaces[0], self.on_call, self.on_get, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", ("org.gnome.SessionManager", 4)), None, 0, -1, None)
        ready.set()
        GLib.MainLoop.new(context, False).run()

    def on_get(self, bus, sender, path, interface, name):
        return {"Renderer": GLib.Variant("s", ""), "SessionIsActive": GLib.Variant("b", True)}.get(name, GLib.Variant("u", 0))

    def on_call(self, bus, sender, path, interface, method, arguments, invocation):
        values = arguments.unpack()
        answer = None
        if method == "RegisterClient":
            answer = GLib.Variant("(o)", ("/org/gnome/SessionManager/Client1",))
        elif method == "Inhibit":
            self.held[self.next] = (values[3], values[2])
            answer, self.next = GLib.Variant("(u)", (self.next,)), self.next + 1
        elif method == "Uninhibit":
            self.held.pop(values[0], None)
        elif method in ("IsInhibited", "IsSessionRunning"):
            answer = GLib.Variant("(b)", (method == "IsSessionRunning",))
        invocation.return_value(answer)


def start_console(path):
    return Program(path, "--port", find_port(), "--bind", "127.0.0.1")


def close(console):
    console.activate()
    console.key("ctrl+q")
    wait_for("that the console is gone", lambda: console.process.poll() is not None)


def make_running(folder):
    """Somebody is on stage."""
    path = make_small_contest(folder)
    server = Server(path, find_port())
    server.start()
    server.command("call 1")
    server.quit()
    return path


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        own_home(folder)
        os.mkdir(os.path.join(folder, "drawn"))
        manager = Manager()
        console = start_console(make_small_contest(os.path.join(folder, "drawn")))
        console.find("Set-up", "page tab")
        tap.case(list(manager.held.values()), "/awake/nothing-before-a-round-runs")
        close(console)

        console = start_console(make_running(folder))
        held = wait_for("that it is asked to stay awake", lambda: list(manager.held.values()))
        flags, reason = held[0]
        tap.case([] if flags & (SUSPEND | IDLE) == SUSPEND | IDLE else ["flags %d" % flags], "/awake/neither-idle-nor-asleep")
        tap.case([] if reason.strip() else ["no reason was given"], "/awake/says-why")
        close(console)
        tap.case(list(manager.held.values()), "/awake/let-go-when-it-closes")
    tap.done()


if __name__ == "__main__":
    run(main)
