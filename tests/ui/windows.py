# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Windows of other processes as a person meets them: found by what the accessible tree says, pressed
through it, and typed into by a keyboard (xdotool). Nothing looks inside the program."""

import ctypes
import faulthandler
import os
import re
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version has to be asked for first)

from house import BUILD  # noqa: E402

LECTERN = str(BUILD / "src" / "ui" / "lectern")
PATIENCE = 20.0
BUTTONS = ("push button", "toggle button")


class NotThere(AssertionError):
    pass


def wait_for(what, test, patience=PATIENCE):
    """The first true value of @test, or NotThere with @what in its words."""
    end = time.monotonic() + patience
    while True:
        found = test()
        if found:
            return found
        if time.monotonic() > end:
            raise NotThere("%s: not within %d s" % (what, patience))
        time.sleep(0.05)


def walk(accessible, depth=0):
    """Every visible accessible below one, itself first; what vanishes meanwhile is passed over."""
    try:
        if accessible is None or depth > 60 or (depth and not is_in_state(accessible, Atspi.StateType.VISIBLE)):
            return
        count = accessible.get_child_count()
    except GLib.Error:
        return
    yield accessible
    for index in range(count):
        try:
            child = accessible.get_child_at_index(index)
        except GLib.Error:
            continue
        yield from walk(child, depth + 1)


def is_in_state(accessible, state):
    return accessible.get_state_set().contains(state)


def has_size(accessible):
    """Whether it was ever laid out: GTK 4.8 tells a page that is not shown only by this."""
    component = accessible.get_component_iface()
    if component is None:
        return True
    extents = component.get_extents(Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def get_title(accessible):
    """A person's name for it: its own, or for a button the label inside."""
    name = accessible.get_name() or ""
    if accessible.get_role_name() in BUTTONS and (not name or name.startswith(("Gtk", "Adw", "Lectern"))):
        labels = [a.get_name() for a in walk(accessible) if a.get_role_name() == "label"]
        return labels[0] if labels else name
    return name


def describe(accessible):
    return "%s “%s”" % (accessible.get_role_name(), get_title(accessible))


PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def die_with_the_test():
    """However the test ends: a program left behind would answer in the place of the next test's."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


WITHIN = "LECTERN_WINDOWS_TEST"
TRIES = 3


def run_alone(number):
    """Part @number of this test in a process of its own; what it printed, and how it ended. The accessible tree is
    read by libatspi, which dies now and then of programs that have just gone: when it takes the part with it, which
    is no word about Lectern, the part begins anew, and says so."""
    said = ""
    for attempt in range(1, TRIES + 1):
        part = subprocess.run([sys.executable, *sys.argv], env={**os.environ, WITHIN: str(number)}, capture_output=True, text=True)
        if part.returncode != -signal.SIGSEGV or attempt == TRIES:
            break
        said += "# the reader of the accessible tree died in try %d:\n# %s\n" % (attempt, part.stderr.strip().replace("\n", "\n# "))
    sys.stderr.write(part.stderr)
    return said + part.stdout, part.returncode if part.returncode >= 0 else 1


def run(*parts):
    """Runs a test's @parts one after the other, each in a process of its own, as one test. A program that dies, or
    does not do what it should, fails at once."""
    if os.environ.get(WITHIN):
        faulthandler.enable()
        parts[int(os.environ[WITHIN])]()
        return
    cases, worst = 0, 0
    for number in range(len(parts)):
        said, ended = run_alone(number)
        worst = max(worst, ended)
        for line in said.splitlines():
            case = re.match(r"((?:not )?ok) \d+ (.*)", line)
            cases += bool(case)
            if not re.fullmatch(r"1\.\.\d+", line):
                print("%s %d %s" % (case[1], cases, case[2]) if case else line, flush=True)
    print("1..%d" % cases, flush=True)
    sys.exit(worst)


class Program:
    """One `lectern` process and its windows."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([LECTERN, *map(str, arguments)], stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, preexec_fn=die_with_the_test)
        self.root = None

    def get_root(self):
        """Its accessible application: the one with our process's number."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            try:
                if application and application.get_process_id() == self.process.pid:
                    return application
            except GLib.Error:
                pass
        return None

    def list_all(self, name, role=None):
        """What is visible, has a name that matches @name as a whole, and the role."""
        root = self.root = self.root or wait_for("the program in the accessible tree", self.get_root)
        root.clear_cache()
        return self.list_below(root, name, role)

    @staticmethod
    def list_below(root, name, role=None):
        found = []
        for accessible in walk(root):
            try:
                if (role is None or accessible.get_role_name() == role) \
                        and re.fullmatch(name, get_title(accessible), re.DOTALL) and has_size(accessible):
                    found.append(accessible)
            except GLib.Error:
                pass
        return found

    def find(self, name, role=None, patience=PATIENCE):
        def look():
            if self.process.poll() is not None:
                raise NotThere("the program ended: %s" % self.process.stdout.read())
            return next(iter(self.list_all(name, role)), None)

        try:
            return wait_for("%s “%s”" % (role or "something called", name), look, patience)
        except NotThere as error:
            raise NotThere("%s; there is:\n%s" % (error, self.tell())) from None

    def press(self, name, role="push button", patience=PATIENCE):
        """Presses a button that can be pressed: sensitive, not merely there."""
        end = time.monotonic() + patience
        button = self.find(name, role, patience)
        while not is_in_state(button, Atspi.StateType.SENSITIVE):
            if time.monotonic() > end:
                raise NotThere("“%s” stays insensitive" % name)
            time.sleep(0.05)
            button = self.find(name, role, patience)
        button.get_action_iface().do_action(0)

    def fill(self, name, text, role="text"):
        accessible = self.find(name, role)
        accessible.get_editable_text_iface().set_text_contents(text)

    def tell(self):
        """The tree in words, for a failure's log."""
        lines = []
        root = self.root or self.get_root()
        for accessible in walk(root) if root else []:
            try:
                if get_title(accessible) and has_size(accessible):
                    lines.append(describe(accessible))
            except GLib.Error:
                pass
        return "\n".join(lines)

    def activate(self, title="."):
        """Brings one of its windows to the front, as a click would."""
        search = ("search", "--all", "--onlyvisible", "--pid", self.process.pid, "--name", title)
        window = wait_for("the window “%s”" % title, lambda: xdotool(*search, check=False).split())[-1]
        xdotool("windowactivate", "--sync", window)

    def type(self, text):
        xdotool("type", "--delay", "12", text)

    def key(self, *names):
        xdotool("key", "--delay", "12", *names)

    def quit(self):
        self.process.terminate()
        self.process.wait(timeout=10)

    def kill(self):
        self.process.kill()
        self.process.wait()


def xdotool(*arguments, check=True):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=check, timeout=20).stdout


def grab_window(pid, title):
    """The pixels of the window of that title as it is on the screen, three bytes each; None where there is none."""
    windows = xdotool("search", "--all", "--onlyvisible", "--pid", pid, "--name", title, check=False).split()
    if not windows:
        return None
    grab = subprocess.run(["import", "-window", windows[-1], "-depth", "8", "rgb:-"], capture_output=True, timeout=20)
    return grab.stdout if grab.returncode == 0 else None
