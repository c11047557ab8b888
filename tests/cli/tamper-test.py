#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Somebody opens the contest file with the sqlite3 tool and changes one figure, one letter, one row, one
byte of the journal. `lecternctl verify` has to refuse and to name the place, each time."""

import os
import re
import shutil
import subprocess
import tempfile

from house import Tap
from serving import CTL, ctl, own_home

# The newest version of a sheet that counts.
ONE_SHEET = "SELECT max (rowid) FROM sheet WHERE state = 3"
ONE_MARK = "rowid = (SELECT m.rowid FROM mark m JOIN sheet s USING (round, nominee, judge, version) WHERE s.state = 3 ORDER BY s.judge, s.nominee LIMIT 1)"

# name, what is done to the file, what the refusal must name
TAMPERINGS = [
    ("one-byte-of-a-mark", "UPDATE mark SET value = value - 100 WHERE " + ONE_MARK, r"mark.*value"),
    ("a-mark-gone", "DELETE FROM mark WHERE " + ONE_MARK, r"mark"),
    ("total-of-a-sheet", "UPDATE sheet SET total = total + 100 WHERE rowid = (%s)" % ONE_SHEET, r"sheet.*total"),
    ("sheet-reopened", "UPDATE sheet SET state = 2 WHERE rowid = (%s)" % ONE_SHEET, r"sheet.*state"),
    ("time-of-a-talk", "UPDATE entry SET time_ms = time_ms - 1 WHERE lot = 5", r"entry.*time_ms"),
    ("lots-exchanged", "UPDATE entry SET lot = 99 WHERE lot = 3; UPDATE entry SET lot = 3 WHERE lot = 4; UPDATE entry SET lot = 4 WHERE lot = 99",
     r"entry.*lot"),
    ("one-letter-of-a-name", "UPDATE nominee SET name = '张' || substr (name, 2) || '某' WHERE id = 7", r"nominee.*7.*name"),
    ("the-rules", "UPDATE contest SET rules = replace (rules, '\"trim_low\"', '\"trim_lew\"')", r"contest.*rules"),
    ("a-nominee-added", "INSERT INTO nominee SELECT 900, unit, name || '二', gender, ethnicity, born, party, joined, education, employer, phone, "
     "title, lectures, courseware, 1, 'x' FROM nominee WHERE id = 1", r"nominee.*900"),
    ("a-final-score", "UPDATE result SET final = '99.99' WHERE rank = 1", r"result"),
    ("journal-sentence", "UPDATE journal SET sentence = sentence || ' ' WHERE seq = 20", r"\b2[01]\b"),
    ("journal-actor", "UPDATE journal SET actor = 'nobody' WHERE seq = 9", r"\b(9|10)\b"),
    ("journal-moment", "UPDATE journal SET wall_us = wall_us + 1 WHERE seq = 12", r"\b1[23]\b"),
    ("journal-changeset", "UPDATE journal SET changeset = CAST (substr (changeset, 1, length (changeset) - 1) || x'7f' AS BLOB) WHERE seq = 15", r"\b1[56]\b"),
    ("journal-hash", "UPDATE journal SET hash = CAST (substr (hash, 1, 31) || CASE WHEN substr (hash, 32) = x'00' THEN x'01' ELSE x'00' END AS BLOB) WHERE seq = 18",
     r"\b1[89]\b"),
    ("journal-row-gone", "DELETE FROM journal WHERE seq = 21", r"\b21\b"),
    ("journal-tail-gone", "DELETE FROM journal WHERE seq > (SELECT max (seq) - 3 FROM journal)", r"."),
    ("journal-rows-exchanged", "UPDATE journal SET seq = 900001 WHERE seq = 22; UPDATE journal SET seq = 22 WHERE seq = 23; "
     "UPDATE journal SET seq = 23 WHERE seq = 900001", r"\b22\b"),
]


def tamper(path, statements):
    """With the sqlite3 tool, as anyone would who knows that triggers can be switched off."""
    script = ".bail on\n.dbconfig enable_trigger off\n.dbconfig enable_fkey off\n%s;\nSELECT 'changes=' || total_changes ();\n" % statements
    run = subprocess.run(["sqlite3", path], input=script, capture_output=True, text=True, check=True)
    changes = int(re.search(r"changes=(\d+)", run.stdout).group(1))
    if changes == 0:
        raise AssertionError("nothing was changed by: " + statements)


def check(path, place):
    """What is wrong with the refusal; empty when it is one and names the place."""
    status, answer = ctl("verify", path, check=False)
    if status != 1:
        return ["verify ends with %d: %s" % (status, answer)]
    error = answer.get("error", {})
    said = "%s %s" % (error.get("message", ""), error.get("details", ""))
    return [] if re.search(place, said) else ["the place is not named: " + said]


def rehearse(folder):
    """A whole contest with everything in it, closed as it should be."""
    out = os.path.join(folder, "rehearsal")
    subprocess.run([CTL, "rehearse", "--judges", "5", "--speed", "1000", "-o", out], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=240)
    return os.path.join(out, "contest.lectern")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="lectern-tamper-") as folder:
        own_home(folder)
        whole = rehearse(folder)
        tap.case([] if ctl("verify", whole, check=False)[0] == 0 else [ctl("verify", whole, check=False)], "/tamper/untouched-passes")
        before = open(whole, "rb").read()
        for name, statements, place in TAMPERINGS:
            copy = os.path.join(folder, name + ".lectern")
            shutil.copyfile(whole, copy)
            tamper(copy, statements)
            tap.case(check(copy, place), "/tamper/" + name)
            os.remove(copy)
        tap.case([] if open(whole, "rb").read() == before else ["the file is another one now"], "/tamper/verify-changes-nothing")
    tap.done()


if __name__ == "__main__":
    main()
