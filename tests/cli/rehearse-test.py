#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""`lecternctl rehearse`: the sample contest of 28 entries and 9 judges, and copies of contests of one's own;
what stays in the folder, what stays untouched, and that the same contest rehearses the same."""

import json
import os
import sqlite3
from contextlib import closing

from desk import Desk, expect, meaning, refused, run
from panel import pair
from serving import Server, ctl, find_port

FAST = ["--speed", "20000"]


def sample_contest(desk):
    folder = desk.path("out")
    done = run("--json", "rehearse", "-o", folder, *FAST)
    answer = json.loads(done.stdout)
    file = folder / "contest.lectern"
    _, rank = ctl("rank", file)
    wrong = expect((done.returncode, answer["entries"], answer["judges"], answer["verified"]), (0, 28, 9, True), "answer")
    # Three judges do not mark the two of their own unit: 28 x 9 - 3 x 2.
    wrong += expect((answer["sheets"], answer["drafts"]), (246, 246), "sheets and drafts")
    wrong += expect(sorted(os.listdir(folder)), ["certificates.pdf", "contest.lectern", "running-order.pdf", "summary.pdf"], "the folder")
    wrong += expect({(folder / n).read_bytes()[:5] for n in os.listdir(folder) if n.endswith(".pdf")}, {b"%PDF-"}, "papers")
    wrong += expect((rank["complete"], rank["provisional"], rank["open_ties"]), (True, False, []), "ranking")
    wrong += expect([e["award"] for e in rank["entries"]].count("top-ten"), 10, "ten best")
    wrong += expect(rank, answer["ranking"], "the ranking it printed")
    wrong += expect(ctl("verify", file)[1]["journal"], answer["journal"], "verify")
    wrong += expect(all(300000 <= e["time_ms"] <= 390000 for e in rank["entries"]), True, "lengths of talks")
    wrong += expect(len([e for e in rank["entries"] if e["deduction"] != "0.00"]) > 3, True, "some are over time")
    wrong += expect(done.stderr.count("talk") >= 28, True, "progress while it runs")
    again = desk.path("again")
    _, second = ctl("rehearse", "-o", again, *FAST)
    return wrong + expect(second["ranking"], answer["ranking"], "rehearsed again")


def its_papers_are_about_what_was_rehearsed(desk):
    """No ruling for every talk that was played faster; who closed the round is not who compared its sheets."""
    folder = desk.path("out")
    ctl("rehearse", "-o", folder, *FAST)
    with closing(sqlite3.connect(folder / "contest.lectern")) as file:
        rulings = file.execute("SELECT kind, detail FROM ruling").fetchall()
        closed = file.execute("SELECT closed_by, checked_by FROM round").fetchall()
    wrong = expect(rulings, [], "rulings")
    return wrong + expect([bool(a and b and a != b) for a, b in closed], [True], "who closed and who compared: %s" % closed)


def a_contest_of_ones_own(desk):
    file = desk.contest("nominees", "judges", "drawn")
    before = meaning(file)
    content = file.read_bytes()
    folder = desk.path("out")
    _, answer = ctl("rehearse", file, "--judges", "3", "-o", folder, *FAST)
    _, shown = ctl("show", folder / "contest.lectern")
    wrong = expect((answer["judges"], answer["entries"]), (3, 28), "answer") + expect(meaning(file), before, "the real file")
    wrong += expect(file.read_bytes() == content, True, "its bytes")
    wrong += expect([j["active"] for j in shown["judges"]], [True] * 3 + [False] * 6, "who marked")
    wrong += expect({n["lot"]: n["name"] for n in shown["nominees"]}, {n["lot"]: n["name"] for n in ctl("show", file)[1]["nominees"]}, "the order")
    wrong += refused(*ctl("rehearse", folder / "contest.lectern", "-o", desk.path("again"), *FAST, check=False), 1, "finalised")
    return wrong


def more_judges_than_there_are(desk):
    _, answer = ctl("rehearse", "--judges", "15", "-o", desk.path("out"), *FAST)
    return expect((answer["judges"], answer["sheets"]), (15, 28 * 15 - 6), "answer")


def as_many_judges_as_there_may_be(desk):
    """As many as one address may have at the door, with two connections each; and not one more than an entry can have sheets."""
    _, answer = ctl("rehearse", desk.contest("nominees", "drawn"), "--judges", "64", "-o", desk.path("out"), *FAST)
    wrong = expect((answer["judges"], answer["sheets"]), (64, answer["entries"] * 64), "answer")
    return wrong + refused(*ctl("rehearse", "--judges", "65", "-o", desk.path("y"), check=False), 2, "usage")


def an_evening_half_over(desk):
    """A copy of a contest that is under way is played to its end."""
    file = desk.contest("nominees", "judges", "drawn")
    server = Server(file, find_port())
    server.start()
    for line in ("go", "go", "go", "go", "forfeit 2 absent"):
        server.command(line)
    code = server.command("code 1")["code"]  # and somebody has taken a seat
    pair("127.0.0.1", server.port, server.fingerprint, code, "test")
    server.quit()
    _, answer = ctl("rehearse", file, "-o", desk.path("out"), *FAST)
    return expect([(e["status"], e["rank"]) for e in answer["ranking"]["entries"] if e["lot"] == 2], [("forfeit", None)], "who is absent") \
        + expect(answer["entries"], 27, "entries")


def what_it_refuses(desk):
    folder = desk.path("out")
    folder.mkdir()
    (folder / "contest.lectern").write_text("mine")
    wrong = refused(*ctl("rehearse", "-o", folder, check=False), 1, "exists")
    wrong += expect((folder / "contest.lectern").read_text(), "mine", "what was there")
    wrong += refused(*ctl("rehearse", desk.path("none.lectern"), "-o", desk.path("x"), check=False), 3, "no-file")
    wrong += refused(*ctl("rehearse", desk.contest("judges"), "-o", desk.path("y"), check=False), 1, "not-eligible")
    blocked = desk.write("file", "x")
    status, _ = ctl("rehearse", "-o", blocked / "below", check=False)
    return wrong + expect(status, 3, "a folder that can't be made")


def what_it_prints(desk):
    """Without --json the ranking goes to standard output, all else to standard error."""
    done = run("rehearse", "-o", desk.path("out"), *FAST)
    lines = done.stdout.splitlines()
    return expect((done.returncode, len(lines), lines[0].split("\t")[0]), (0, 28, "1"), "ranking") + expect("certificates.pdf" in done.stderr, True, "papers")


if __name__ == "__main__":
    Desk("cli/rehearse").run(sample_contest, its_papers_are_about_what_was_rehearsed, a_contest_of_ones_own, more_judges_than_there_are, as_many_judges_as_there_may_be, an_evening_half_over, what_it_refuses, what_it_prints)
