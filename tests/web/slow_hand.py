# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A judge who sits down before a panel for the first time, reads, and types with one finger. All she has is the card at her
place and what the screen says: she finds everything by its words, and nothing by knowing the program."""

import re
import time

READING = 1.5  # seconds of looking at the screen before each thing she does
POINTING = 1.0  # until the pointer is where she wants it
KEY = 0.25
MINUTE = 60

# What she looks for, in her own language: what the card calls the six digits, the way in, that it is her turn,
# a mark and its full marks, the button, the same once more, and that it has arrived.
WORDS = {
    "zh": {"code": "六位配对码", "enter": "入席", "open": r"正在为 \d+ 号打分", "mark": r".+，满分 (\d+)", "submit": "提交",
           "question": r"提交 [\d.]+ 分", "received": r"主控电脑已收到：([\d.]+)"},
    "en": {"code": "Six-Digit Code", "enter": "Take the Seat", "open": r"Marking is open for No\. \d+", "mark": r".+, of (\d+)", "submit": "Submit",
           "question": r"Submit [\d.]+", "received": r"Received by the main laptop: ([\d.]+)"},
}


class Hand:
    """@screen: find(name, kind) gives where the middle of something is, or None; list(name, kind) gives the names of all that match;
    read(pattern) a match in what is to be read, or None; roll(place) turns the wheel if that is below the window, and says
    whether; click(place) and press(key) do so."""

    def __init__(self, screen):
        self.screen = screen
        self.acts = 0
        self.aside = 0  # seconds that went into looking and clicking by program: the tool's, neither hers nor the panel's
        self.begun = time.monotonic()

    def use(self, tool, *arguments):
        """What a tool of the test gives, and its time put aside."""
        begun = time.monotonic()
        given = tool(*arguments)
        self.aside += time.monotonic() - begun
        return given

    def wait(self, what, look, patience=15):
        end = time.monotonic() + patience
        while True:
            begun = time.monotonic()
            found = look()
            if found:
                self.aside += time.monotonic() - begun  # it was there; until then she waited for the panel
                return found
            if time.monotonic() > end:
                raise AssertionError("she does not find %s on the screen" % what)
            time.sleep(0.1)

    def point(self, name, kind):
        """One act: reading, finding, pointing, and a click."""
        self.acts += 1
        time.sleep(READING)
        place = self.wait("a %s called %s" % (kind, name), lambda: self.screen.find(name, kind))
        time.sleep(POINTING)
        if self.use(self.screen.roll, place):
            return self.point(name, kind)
        self.use(self.screen.click, place)
        return None

    def write(self, text):
        for key in text:
            time.sleep(KEY)
            self.use(self.screen.press, key)

    def see(self, pattern):
        return self.wait("“%s”" % pattern, lambda: self.screen.read(pattern))

    def take_seat(self, words, code):
        self.point(words["code"], "field")
        self.write(code)
        self.point(words["enter"], "button")

    def mark(self, words):
        """Every row that asks for a mark, some way below its full marks; the total, in tenths."""
        self.see(words["open"])
        total = 0
        for name in self.use(self.screen.list, words["mark"], "field"):
            full = int(re.fullmatch(words["mark"], name).group(1))
            tenths = 9 * full + 3 - len(name) % 5
            self.point(re.escape(name), "field")
            self.write("%d.%d" % divmod(tenths, 10))
            total += tenths
        return total

    def send(self, words):
        """What the screen says has been received, in tenths."""
        self.point(words["submit"], "button")
        self.point(words["question"], "button")
        return round(10 * float(self.see(words["received"]).group(1)))

    def seconds(self):
        return time.monotonic() - self.begun - self.aside


def play(screen, language, code, before=None):
    """From the panel's first page to “received”: what was wrong, and how long it took in words. @before: what else
    stands in the way, done by the same hand."""
    hand, words = Hand(screen), WORDS[language]
    if before:
        before(hand)
    hand.take_seat(words, code)
    typed = hand.mark(words)
    sent = hand.send(words)
    told = "%d acts, %.1f s from the first page to “received”" % (hand.acts, hand.seconds())
    wrong = [] if typed == sent else ["she typed %d tenths, and %d are said to be received" % (typed, sent)]
    return wrong + ([] if hand.seconds() < MINUTE else [told]), told, typed
