#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""lecternctl as a stranger uses it: every command that sets a contest up, its answers, its refusals, its
exit status, and that a refused command leaves the file meaning the same."""

import json
import os
import sqlite3
from contextlib import closing

from desk import JUDGES, ROSTER, SOURCE, Desk, expect, make_csv, meaning, read_rows, refused, run
from serving import Server, ctl, find_port


def version_and_help(desk):
    version = run("--version")
    help_text = run("--help")
    own_help = run("import", "--help")
    wrong = expect(version.returncode, 0, "status") + expect(version.stdout.startswith("lecternctl 0."), True, version.stdout)
    wrong += expect("(" in version.stdout, True, "the build in " + version.stdout)
    for command in "new show rules import withdraw substitute restore open-round draw lots recuse rank agreement decide finalise certificates report scene export verify undo codes certificate serve rehearse".split():
        wrong += expect("\n  %s " % command in help_text.stdout, True, command + " in the help")
    return wrong + expect((own_help.returncode, "--dry-run" in own_help.stdout), (0, True), "help of a command")


def wrong_usage(desk):
    wrong = []
    file = desk.contest()
    before = meaning(file)
    for arguments in ([], ["frobnicate"], ["--frobnicate"], ["new"], ["new", "a", "b"], ["show"], ["show", file, "--frobnicate"],
                      ["import", file], ["import", file, "pets", ROSTER], ["import", file, "judges", JUDGES, "--amend", "x"],
                      ["open-round", file], ["draw", file, "--seed", ""], ["recuse", file, "one", "2"], ["recuse", file, "1", "0"], ["agreement"], ["agreement", file, "final"], ["decide", file],
                      ["decide", file, "--order", "1,2"], ["report", file, "summary"], ["report", file, "novel", "-o", "x.pdf"],
                      ["report", file, "summary", "--judge", "1", "-o", "x.pdf"], ["report", file, "sheets", "--judge", "one", "-o", "x.pdf"],
                      ["report", file, "sheets", "--judge", "1", "--lot", "1", "-o", "x.pdf"], ["report", file, "sheets", "--lot", "0", "-o", "x.pdf"],
                      ["report", file, "blank-sheets", "--by-judge", "-o", "x.pdf"], ["report", file, "summary", "--days", "5", "-o", "x.pdf"],
                      ["report", file, "notice", "--days", "many", "-o", "x.pdf"], ["report", file, "cards", "--lot", "1", "-o", "x.pdf"],
                      ["report", file, "summary", "--address", "10.0.0.5", "-o", "x.pdf"], ["codes"], ["codes", file, "--judge", "x"], ["certificate", file],
                      ["certificates", file], ["scene", file, "fireworks", "-o", "x.png"], ["scene", file, "title", "-o", "x.png", "--size", "big"],
                      ["scene", file, "title", "-o", "x.png", "--size", "10x10"], ["scene", file, "title", "-o", "x.png", "--theme", "pink"], ["scene", file, "title", "-o", "x.png", "--margin", "30"], ["scene", file, "reveal", "-o", "x.png", "--step", "0"], ["scene", file, "title", "-o", "x.png", "--step", "1"], ["scene", file, "title", "-o", "x.png", "--lot", "-1"],
                      ["serve", file, "--port", "70000"], ["rehearse", file, "--speed", "0"], ["rehearse", file, "--judges", "100"]):
        status, answer = ctl(*arguments, check=False)
        wrong += ["%s: %s" % (arguments, w) for w in refused(status, answer, 2, "usage")]
    return wrong + expect(meaning(file), before, "the file")


def messages_go_to_standard_error(desk):
    made = run("new", desk.path("a.lectern"))
    refusal = run("show", desk.path("none.lectern"))
    return (expect((made.returncode, made.stdout), (0, ""), "new") + expect(len(made.stderr) > 10, True, "a sentence")
            + expect((refusal.returncode, refusal.stdout), (3, ""), "show") + expect(len(refusal.stderr) > 10, True, "a sentence"))


def new_contest(desk):
    path = desk.path("a.lectern")
    _, answer = ctl("new", path)
    wrong = expect((answer["template"], answer["title"]), ("jiaozuo-2018", "焦作市2018年度微型党课比赛"), "answer")
    before = path.read_bytes()
    wrong += refused(*ctl("new", path, check=False), 1, "exists")
    wrong += expect(path.read_bytes(), before, "the file that was there")
    wrong += refused(*ctl("new", desk.path("b.lectern"), "--template", "no-such", check=False), 1, "not-found")
    status, answer = ctl("new", desk.path("c.lectern"), "--template", desk.path("none.json"), check=False)
    wrong += refused(status, answer, 3, "no-file")
    ctl("new", desk.path("d.lectern"), "--template", "blank")
    nowhere = desk.folder / "nowhere" / "a.lectern"
    status, _ = ctl("new", nowhere, check=False)
    return wrong + expect((status, nowhere.exists()), (3, False), "in no folder")


def a_file_that_is_no_table_at_all_is_not_replaced(desk):
    path = desk.write("letter.txt", "Dear judges,\n")
    wrong = refused(*ctl("new", path, check=False), 1, "exists")
    return wrong + expect(path.read_text(), "Dear judges,\n", "the letter")


def bad_rules_are_all_named(desk):
    _, shown = ctl("show", desk.contest())
    rules = shown["rules"]
    rules["colour"] = "red"
    rules["rubric"][0]["max"] = "-1"
    rules["ties"] = ["criterion:charm"]
    rules["time"]["limit"] = "soon"
    bad = desk.write("bad.json", json.dumps(rules))
    target = desk.path("a.lectern")
    status, answer = ctl("new", target, "--template", bad, check=False)
    columns = " ".join(d["column"] for d in answer["error"]["details"])
    wrong = refused(status, answer, 1, "bad-rules") + expect(target.exists(), False, "a file was made")
    for path in ("colour", "rubric[0].max", "time.limit", "ties"):
        wrong += expect(path in columns, True, "%s in %s" % (path, columns))
    wrong += refused(*ctl("new", target, "--template", desk.write("broken.json", "{"), check=False), 1, "bad-rules")
    return wrong


def rules_that_were_shown_make_the_same_contest(desk):
    _, shown = ctl("show", desk.contest())
    again = desk.path("again.lectern")
    ctl("new", again, "--template", desk.write("own.json", json.dumps(shown["rules"], ensure_ascii=False)))
    _, shown_again = ctl("show", again)
    return expect(shown_again, shown, "the second contest")


def names_survive_where_there_is_no_locale(desk):
    wrong = []
    for setting in ({}, {"LC_ALL": "C"}, {"LANG": "xx_XX.UTF-8"}):
        bare = {k: v for k, v in os.environ.items() if k not in ("LANG", "LANGUAGE") and not k.startswith("LC_")}
        path = desk.contest("nominees")
        shown = run("show", path, env={**bare, **setting})
        drawn = run("draw", path, "--seed", "党课", env={**bare, **setting})
        wrong += expect("焦作市2018年度微型党课比赛" in shown.stdout, True, "%s: %s" % (setting, shown.stdout[:200]))
        wrong += expect(drawn.returncode, 0, "%s: %s" % (setting, drawn.stderr))
    return wrong


def show_contest(desk):
    _, shown = ctl("show", desk.contest("nominees", "judges"))
    wrong = expect(len(shown["units"]), 14, "units") + expect([r["key"] for r in shown["rounds"]], ["final"], "rounds")
    rows = read_rows(ROSTER)[1:]
    wrong += expect(sorted((n["unit"], n["name"], n["title"]) for n in shown["nominees"]), sorted((r[0], r[1], r[9]) for r in rows), "nominees")
    wrong += expect({(n["lot"], n["eligible"], tuple(n["reasons"])) for n in shown["nominees"]}, {(None, True, ())}, "lots and eligibility")
    wrong += expect([(j["number"], j["name"], j["unit"], j["head"]) for j in shown["judges"]],
                    [(int(r[0]), r[1], r[3] or None, r[4] == "是") for r in read_rows(JUDGES)[1:]], "judges")
    wrong += expect([c["max"] for c in shown["rules"]["rubric"]], ["40", "25", "15", "10", "10"], "full marks, as strings")
    text = json.dumps(shown)
    return wrong + expect("0391-555" in text or "1986-03" in text, False, "telephone numbers or birth dates")


def files_that_are_no_contest(desk):
    wrong = []
    damaged = desk.contest("nominees")
    content = bytearray(damaged.read_bytes())
    content[4096:4096 * 3] = os.urandom(4096 * 2)
    damaged.write_bytes(content)
    newer = desk.contest()
    with closing(sqlite3.connect(newer)) as file:
        file.execute("PRAGMA user_version = 99")
    other = desk.path("other.db")
    with closing(sqlite3.connect(other)) as file:
        file.execute("CREATE TABLE a (b)")
    for path, code in ((desk.path("none"), "no-file"), (desk.write("a.lectern", "hello, this is no contest at all"), "not-a-contest"),
                       (other, "not-a-contest"), (newer, "newer"), (damaged, "damaged"), (desk.folder, None)):
        before = path.read_bytes() if path.is_file() else None
        for command in (["show", path], ["verify", path], ["draw", path], ["import", path, "judges", JUDGES], ["rank", path], ["finalise", path]):
            status, answer = ctl(*command, check=False)
            found = answer.get("error", {}).get("code")
            # A damaged file may be told from an untrue one only by where the damage is.
            wanted = (code, "unproven", "failed") if code == "damaged" else (code,) if code else (found,)
            if status not in ((1, 3) if code == "damaged" else (3,)) or found not in wanted:
                wrong.append("%s: %d %s" % (command, status, answer))
        if before is not None and path.read_bytes() != before:
            wrong.append("%s was changed" % path)
    return wrong


def draw_again_and_again(desk):
    """Same seed and same nominees, same order, whatever order the table had."""
    file = desk.contest("nominees")
    _, first = ctl("draw", file, "--seed", "2018-09-14")
    rows = read_rows(ROSTER)
    other = desk.contest()
    ctl("import", other, "nominees", desk.write("turned.csv", make_csv([rows[0]] + rows[:0:-1])))
    _, second = ctl("draw", other, "--seed", "2018-09-14")
    third = desk.contest("nominees")
    _, third_answer = ctl("draw", third, "--seed", "another")
    fourth = desk.contest("nominees")
    _, random_answer = ctl("draw", fourth)

    def names(answer):
        return [(e["lot"], e["name"]) for e in answer["order"]]

    units = [e["unit"] for e in first["order"]]
    wrong = expect(names(second), names(first), "the same draw") + expect(names(third_answer) == names(first), False, "another seed, the same draw")
    wrong += expect([e["lot"] for e in first["order"]], list(range(1, 29)), "lots") + expect(first["seed"], "2018-09-14", "the seed")
    wrong += expect(any(a == b for a, b in zip(units, units[1:])), False, "two of one unit next to each other")
    wrong += expect(len(random_answer["seed"]) > 8, True, "a random seed") + expect(ctl("show", file)[1]["rounds"][0]["seed"], "2018-09-14", "the seed kept")
    before = meaning(file)
    wrong += refused(*ctl("draw", file, "--seed", "x", check=False), 1, "already-drawn")
    wrong += refused(*ctl("import", file, "nominees", desk.write("one.csv", "unit,name,title,party,lectures,courseware\n"), check=False), 1, "bad-rows")
    wrong += expect(meaning(file), before, "the file")
    return wrong + refused(*ctl("draw", desk.contest(), check=False), 1, "not-eligible")


def lots_by_hand(desk):
    file = desk.contest("nominees")
    _, shown = ctl("show", file)
    rows = [[n["name"], n["unit"], i] for i, n in enumerate(shown["nominees"], 1)]
    before = meaning(file)
    wrong = []
    for name, bad, column in (("one missing", rows[1:], None), ("one twice", rows + [rows[0]], "name"), ("lot twice", rows[:-1] + [rows[-1][:2] + [1]], "lot"),
                              ("stranger", rows[:-1] + [["某某", "温县", 28]], "name"), ("beyond", rows[:-1] + [rows[-1][:2] + [29]], "lot")):
        status, answer = ctl("lots", file, desk.write("lots.csv", make_csv([["姓名", "推荐单位", "抽签号"]] + bad)), check=False)
        wrong += ["%s: %s" % (name, w) for w in refused(status, answer, 1, "bad-rows")]
        if column and column not in [d["column"] for d in answer["error"]["details"]]:
            wrong.append("%s: %s" % (name, answer))
    wrong += expect(meaning(file), before, "the file after refusals")
    _, answer = ctl("lots", file, desk.write("lots.csv", make_csv([["姓名", "推荐单位", "抽签号"]] + rows)))
    _, shown = ctl("show", file)
    wrong += expect([n["lot"] for n in shown["nominees"]], list(range(1, 29)), "lots")
    return wrong + expect((shown["rounds"][0]["drawn_by_hand"], shown["rounds"][0]["seed"]), (True, None), "by hand")


def recusal(desk):
    file = desk.contest("nominees", "judges", "drawn")
    before = meaning(file)
    wrong = refused(*ctl("recuse", file, "77", "1", check=False), 1, "not-found")
    wrong += refused(*ctl("recuse", file, "1", "77", check=False), 1, "not-found")
    wrong += expect(meaning(file), before, "the file")
    wrong += refused(*ctl("recuse", desk.contest("nominees", "judges"), "1", "1", check=False), 1, "not-drawn")
    ctl("recuse", file, "1", "3", "--reason", "his cousin")
    marks = desk.write("marks.csv", "lot,judge,content,language,courseware,bearing,effect\n3,1,30,20,10,9,9\n")
    status, answer = ctl("import", file, "marks", marks, check=False)
    return wrong + refused(status, answer, 1, "bad-rows") + expect(answer["error"]["details"][0]["column"], "judge", "column")


def beside_a_console(desk):
    """Reading goes on while somebody has the file open; writing waits until it is closed."""
    file = desk.contest("nominees", "judges", "drawn")
    server = Server(file, find_port())
    server.start()
    try:
        wrong = expect(len(ctl("show", file)[1]["nominees"]), 28, "nominees read beside it")
        wrong += expect(ctl("verify", file)[0], 0, "verify beside it")
        wrong += refused(*ctl("recuse", file, "1", "1", check=False), 3, "in-use")
        wrong += expect(ctl("import", file, "times", desk.write("t.csv", "lot,seconds\n1,300\n"), "--dry-run")[1]["imported"], 0, "dry run beside it")
    finally:
        server.quit()
    return wrong + expect(ctl("recuse", file, "1", "1")[0], 0, "afterwards")


if __name__ == "__main__":
    Desk("cli/commands").run(version_and_help, wrong_usage, messages_go_to_standard_error, new_contest,
                             a_file_that_is_no_table_at_all_is_not_replaced, bad_rules_are_all_named,
                             rules_that_were_shown_make_the_same_contest, names_survive_where_there_is_no_locale,
                             show_contest, files_that_are_no_contest,
                             draw_again_and_again, lots_by_hand, recusal, beside_a_console)
