#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A new operator with the help alone: from the start window to the sample contest with its draw and the judges' codes, three
entries of the evening, a judge's mistake put right, and the papers in a folder. Every key and click is counted; what is
pressed is named in the help. How long a person takes is reckoned: reading the page, looking, pointing and typing, and what the
program itself took."""

import os
import re
import shutil
import tempfile
import time
from pathlib import Path

from counted_hands import Hands
from house import SOURCE, Tap
from jury import Jury
from reckoning import choose_marks
from serving import ctl, find_port, own_home
from slow_hand import KEY, POINTING, READING
from windows import NotThere, Program, run, wait_for

SAMPLE = SOURCE / "data" / "sample"
MOST_EVENTS, MOST_SECONDS, MOST_TO_CORRECT = 120, 600, 4
WORDS_A_MINUTE = 150  # read slowly, to be followed
WRONG = ("3.5", "20", "12", "8", "8")  # typed for 35
RIGHT = ("35", "20", "12", "8", "8")
RIGHT_TOTAL = "83"
MISTAKEN = 2
# What is pressed and is not the program's own: rows of lists and the system's chooser of files.
NOT_IN_HELP = ("Place", "Party lecture contest", "Judge .*", "The judge mistyped")


def read_help():
    """How many words the page for before the day has, and what all pages name: keys and what is on buttons."""
    pages = [path.read_text(encoding="utf-8") for path in sorted((SOURCE / "help" / "en").glob("*.md"))]
    before = (SOURCE / "help" / "en" / "before.md").read_text(encoding="utf-8")
    return len(before.split()), set(re.findall(r"[`“]([^`”]+)[`”]", "\n".join(pages)))


class Evening:
    def __init__(self, tap, folder):
        self.tap, self.port = tap, find_port()
        self.path = os.path.join(folder, "contest.lectern")
        for name in ("roster-2018.csv", "judges-2018.csv"):
            shutil.copy(SAMPLE / name, folder)
        os.chdir(folder)  # where her files are, and the chooser begins
        self.program = Program("--port", self.port, "--bind", "127.0.0.1")
        self.hands = Hands(self.program)
        self.jury = self.button = None

    # --- setting up -------------------------------------------------------------------------------

    def choose_file(self, beginning):
        """In the chooser of files: the first letters, the row that is found, Enter."""
        hands = self.hands
        hands.find(".*Cancel", "push button")
        time.sleep(0.5)
        hands.type(beginning)
        for _ in range(5):
            time.sleep(1)
            hands.key("Down")
            try:
                wait_for("a file to open", lambda: hands.look_for(".*Open", "push button"), 1)
                break
            except NotThere:
                pass
        hands.key("Return")

    def import_table(self, page, beginning):
        hands = self.hands
        hands.click(page, "page tab")
        hands.click("Import…")
        self.choose_file(beginning)
        hands.click("Take In")

    def set_up(self):
        hands = self.hands
        hands.click("New Contest…")
        hands.click("Party lecture contest", "list item")
        hands.find(".*Save", "push button")
        hands.key("Return")
        hands.click("Place", "text")
        hands.type("city hall")
        hands.key("Return")
        hands.click("Rules", "page tab")
        self.import_table("Nominees", "ros")
        self.import_table("Judges", "jud")
        hands.click("Codes for All")
        codes = wait_for("nine codes", self.list_codes)
        hands.click("Draw", "page tab")
        hands.click("Draw the Order")
        hands.find("Draw Again…", "push button")
        hands.click("Set-up", "page tab")
        hands.click("Pre-flight", "page tab")
        hands.click("Evening", "page tab")
        return dict(enumerate(codes, 1))

    def list_codes(self):
        codes = [a.get_name().replace(" ", "") for a in self.program.list_all("[0-9]{3} [0-9]{3}", "label")]
        return codes if len(codes) == 9 else None

    def check_set_up(self, seconds):
        shown = ctl("show", self.path)[1]
        found = [len(shown["nominees"]), len(shown["judges"]), sorted(n["lot"] for n in shown["nominees"])]
        self.tap.case([] if found == [28, 9, list(range(1, 29))] else [found], "/operator/set-up/everything-is-there")
        events, words = self.hands.events, read_help()[0]
        clicks = sum("click" in deed for deed in self.hands.deeds)
        person = 60 * words / WORDS_A_MINUTE + clicks * (READING + POINTING) + (events - clicks) * KEY
        told = "set up with %d events (%d clicks) in %.0f s: %.0f s of the program and the test, %.0f s of a person, of which %d words of help" % (
            events, clicks, seconds + person, seconds, person, words)
        self.tap.note(told)
        self.tap.case([] if events <= MOST_EVENTS else self.hands.deeds, "/operator/set-up/events")
        self.tap.case([] if seconds + person <= MOST_SECONDS else [told], "/operator/set-up/minutes")

    # --- the evening ------------------------------------------------------------------------------

    def read_button(self):
        """What the large button says; it is looked for once, for the whole tree is long."""
        if self.button is None:
            card = self.program.find("LecternGoButton")
            self.button = self.program.list_below(card, ".*", "push button")[0]
        self.button.clear_cache()
        return self.button.get_name()

    def go(self, expected):
        """The main key, once the large button says @expected; a second press too soon would be taken for a slip."""
        try:
            said = wait_for("“%s” on the large button" % expected, lambda: re.fullmatch(expected, self.read_button()))
        except NotThere as error:
            raise NotThere("%s; it says “%s” after\n%s" % (error, self.read_button(), "\n".join(self.hands.deeds))) from None
        time.sleep(0.5)
        self.hands.key("space")
        return said.group()

    def play_talk(self, lot):
        self.go(r"(Close marking\. )?Call No\. %d .*" % lot)
        self.go(r"(Close marking\. )?Start the clock")
        self.go("Stop the clock, open marking")

    def mark(self, lot):
        return self.jury.mark(lot, lambda judge, entry: WRONG if (judge, entry) == (MISTAKEN, 1) else choose_marks(judge, entry))

    def reveal(self, lot):
        said = self.go(r"(Close marking\. )?Reveal No\. %d .*" % lot)
        while said != "Show the place":
            before = said
            wait_for("the next step", lambda: self.read_button() != before)
            said = self.go("Show (all marks|the mean|the deduction|the final score|the place)|Strike out .*")

    def play(self, codes):
        begun = self.hands.events
        self.jury = Jury(self.port, codes)
        for cue in ("Title", "Rules", "Running order"):
            self.go("Show: " + cue)
        self.play_talk(1)
        refused = self.mark(1)
        self.go(r"Close marking\. Call No\. 2 .*")
        self.tap.case(self.correct(), "/operator/evening/a-mistake-put-right")
        self.go(r"Close marking\. Start the clock")
        self.go("Stop the clock, open marking")
        refused += self.mark(2)
        self.reveal(1)
        self.play_talk(3)
        refused += self.mark(3)
        self.reveal(2)
        self.tap.note("three entries with %d events" % (self.hands.events - begun))
        done = [e["lot"] for e in ctl("rank", self.path)[1]["entries"] if len(e["sheets"]) >= 8]
        self.tap.case(refused + ([] if sorted(done) == [1, 2, 3] else [done]), "/operator/evening/three-entries")

    def read_total(self):
        entry = [e for e in ctl("rank", self.path)[1]["entries"] if e["lot"] == 1][0]
        return [sheet["total"] for sheet in entry["sheets"] if sheet["judge"] == MISTAKEN][0]

    def correct(self):
        """The judge raises a hand when the next is on stage already; what was wrong."""
        hands, begun, before = self.hands, self.hands.events, self.read_total()
        hands.click("Judge %d .*" % MISTAKEN, "list item")
        hands.click("Reopen the sheet for No. 1…")
        hands.click("The judge mistyped")
        hands.click("Reopen the sheet")
        events = hands.events - begun
        answer = self.jury.seats[MISTAKEN].submit(1, RIGHT)
        self.tap.note("a mistake put right with %d events" % events)
        wrong = [] if events <= MOST_TO_CORRECT else hands.deeds[-events:]
        wrong += [] if answer["type"] == "ack" and (before, self.read_total()) == ("51.5", RIGHT_TOTAL) else [before, answer, self.read_total()]
        return wrong

    # --- papers -----------------------------------------------------------------------------------

    def print_papers(self, folder):
        hands, begun = self.hands, self.hands.events
        hands.click("Papers", "page tab")
        hands.click("All Papers into a Folder…")
        hands.find(".*Cancel", "push button")
        hands.key("Return")
        written = wait_for("the list of papers", lambda: list(Path(folder).glob("papers-*/*.txt")), 60)
        papers = sorted(path.name for path in written[0].parent.glob("*.pdf"))
        self.tap.note("papers with %d events: %s" % (hands.events - begun, ", ".join(papers)))
        missing = [name for name in ("running-order.pdf", "summary.pdf", "sheets.pdf", "journal.pdf") if name not in papers]
        self.tap.case(missing, "/operator/papers")

    def check_help(self):
        """What was looked for on the screen is named in the help."""
        named = read_help()[1]
        used = [word for word in self.hands.words if not any(re.fullmatch(other, word) for other in NOT_IN_HELP)]
        unnamed = sorted({word for word in used if word not in named})
        self.tap.case(unnamed, "/operator/help-names-what-is-pressed")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-operator-") as folder:
        own_home(os.path.join(folder, "home"))
        files = os.path.join(folder, "documents")
        os.mkdir(files)
        begun = time.monotonic()
        evening = Evening(tap, files)
        codes = evening.set_up()
        evening.check_set_up(time.monotonic() - begun)
        evening.play(codes)
        evening.print_papers(files)
        evening.jury.leave()
        evening.program.quit()
        tap.note("in all %d events:\n%s" % (evening.hands.events, "\n".join(evening.hands.deeds)))
        evening.check_help()
        tap.case([] if ctl("verify", evening.path, check=False)[0] == 0 else ["it does not verify"], "/operator/verified-afterwards")
        os.chdir("/")
    tap.done()


if __name__ == "__main__":
    run(main)
