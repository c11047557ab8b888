#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""lecternctl rules: what is written makes the same contest again; what is changed is named; what does not
fit is refused with its path and leaves the file as it was. lecternctl undo: takes it back."""

import json

from desk import Desk, expect, make_csv, meaning, refused, run
from serving import Server, ctl, find_port

MARKS = {"content": "36.5", "language": "20", "courseware": "12", "bearing": "8", "effect": "9"}


def write(desk, rules):
    return desk.write("rules.json", json.dumps(rules, ensure_ascii=False))


def mark(desk, file):
    """One sheet, which is when the rules freeze."""
    table = make_csv([["lot", "judge", *MARKS], [5, 3, *MARKS.values()]])
    ctl("import", file, "marks", desk.write("marks.csv", table))


def written_rules_make_the_same_contest(desk):
    file = desk.contest("nominees")
    plain, with_json = run("rules", file), run("--json", "rules", file)
    wrong = expect((plain.returncode, plain.stderr), (0, ""), "rules") + expect(with_json.stdout, plain.stdout, "with --json")
    rules = json.loads(plain.stdout)
    wrong += expect((rules["panel"]["flag"], rules["time"]["timers"], rules["rounds"][0]["units"]), ({"mark": None, "total": None}, 1, None), "defaults")
    wrong += expect(ctl("show", file)[1]["rules"], rules, "what show says")
    again = desk.path("again.lectern")
    ctl("new", again, "--template", desk.write("rules.json", plain.stdout))
    return wrong + expect(run("rules", again).stdout, plain.stdout, "the rules of the second")


def a_part_is_enough(desk):
    file = desk.contest("nominees")
    _, answer = ctl("rules", file, "--set", write(desk, {"time": {"limit": 300}, "announce": "at-once"}))
    wrong = expect([c["path"] for c in answer["changes"]], ["time.limit", "announce"], "paths")
    wrong += expect("360 → 300" in answer["changes"][0]["text"], True, answer["changes"])
    wrong += expect((answer["line"], answer["dry_run"]), (3, False), "the line")
    rules = ctl("rules", file)[1]
    wrong += expect((rules["time"]["limit"], rules["time"]["stop"], rules["announce"]), (300, 420, "at-once"), "rules")
    before = meaning(file)
    _, answer = ctl("rules", file, "--set", write(desk, rules))
    wrong += expect((answer["line"], answer["changes"]), (None, []), "the same again")
    return wrong + expect(meaning(file), before, "the file") + expect(ctl("verify", file)[1]["verified"], True, "verify")


def a_dry_run_changes_nothing(desk):
    file = desk.contest("nominees", "judges", "drawn")
    before = meaning(file)
    server = Server(file, find_port())
    server.start()
    try:
        _, answer = ctl("rules", file, "--set", write(desk, {"quota_per_unit": 3}), "--dry-run")
        wrong = refused(*ctl("rules", file, "--set", write(desk, {"quota_per_unit": 1}), "--dry-run", check=False), 1, "quota")
        wrong += refused(*ctl("rules", file, "--set", write(desk, {"quota_per_unit": 3}), check=False), 3, "in-use")
    finally:
        server.quit()
    wrong += expect(([c["path"] for c in answer["changes"]], answer["line"], answer["dry_run"]), (["quota_per_unit"], None, True), "answer")
    return wrong + expect(meaning(file), before, "the file")


def what_is_wrong_is_named(desk):
    file = desk.contest("nominees", "judges", "drawn")
    before = meaning(file)
    status, answer = ctl("rules", file, "--set", write(desk, {"colour": 1, "time": {"limit": "x"}, "ties": ["coin"]}), check=False)
    wrong = refused(status, answer, 1, "bad-rules")
    wrong += expect(sorted(d["column"] for d in answer["error"]["details"]), ["colour", "ties[0]", "time.limit"], "paths")
    wrong += refused(*ctl("rules", file, "--set", desk.write("r.json", "no rules"), check=False), 1, "bad-rules")
    wrong += refused(*ctl("rules", file, "--set", desk.write("r.json", b"\xff\xfe"), check=False), 1, "bad-rules")
    wrong += refused(*ctl("rules", file, "--set", desk.path("none.json"), check=False), 3, "no-file")
    wrong += refused(*ctl("rules", desk.path("none.lectern"), check=False), 3, "no-file")
    wrong += refused(*ctl("rules", file, "--dry-run", check=False), 2, "usage")
    return wrong + expect(meaning(file), before, "the file")


def after_the_first_mark(desk):
    file = desk.contest("nominees", "judges", "drawn")
    mark(desk, file)
    before = meaning(file)
    shorter = write(desk, {"time": {"limit": 300}})
    rubric = ctl("rules", file)[1]["rubric"]
    lower = [dict(c, max="36") if c["key"] == "content" else c for c in rubric]
    wrong = refused(*ctl("rules", file, "--set", shorter, check=False), 1, "reason-missing")
    status, answer = ctl("rules", file, "--set", write(desk, {"rubric": lower}), "--reason", "x", check=False)
    wrong += refused(status, answer, 1, "wrong-state") + expect(answer["error"]["details"][0]["column"], "rubric.content", "path")
    wrong += expect("36.5" in answer["error"]["message"], True, "the mark is named: " + answer["error"]["message"])
    wrong += refused(*ctl("rules", file, "--set", write(desk, {"rubric": rubric[:4]}), "--reason", "x", check=False), 1, "wrong-state")
    wrong += expect(meaning(file), before, "the file")
    _, answer = ctl("rules", file, "--set", shorter, "--reason", "the jury's ruling")
    return wrong + expect(len(answer["changes"]), 1, "changes") + expect(ctl("verify", file)[1]["verified"], True, "verify")


def undo_takes_back(desk):
    file = desk.contest("nominees", "judges", "drawn")
    before = run("rules", file).stdout
    _, changed = ctl("rules", file, "--set", write(desk, {"time": {"limit": 300}}))
    ctl("recuse", file, "1", "3", "--reason", "his cousin")
    _, answer = ctl("undo", file)
    wrong = expect((answer["taken_back"], answer["line"]), (changed["line"] + 1, changed["line"] + 2), "the last")
    _, answer = ctl("undo", file)
    wrong += expect(answer["taken_back"], changed["line"], "the one before") + expect("360 → 300" in answer["sentence"], True, answer["sentence"])
    wrong += expect(run("rules", file).stdout, before, "the rules")
    said = run("undo", file, "--line", str(answer["line"]))
    wrong += expect((said.returncode, said.stdout, "360 → 300" in said.stderr), (0, "", True), "in words")
    wrong += expect(ctl("rules", file)[1]["time"]["limit"], 300, "the rules again")
    meant = meaning(file)
    for line, status, code in (("1", 1, "wrong-state"), ("99", 1, "not-found"), (changed["line"] + 1, 1, "wrong-state"), ("0", 2, "usage"), ("x", 2, "usage")):
        wrong += refused(*ctl("undo", file, "--line", line, check=False), status, code)
    return wrong + expect(meaning(file), meant, "the file") + expect(ctl("verify", file)[1]["verified"], True, "verify")


def undo_while_it_is_served(desk):
    file = desk.contest("nominees", "judges", "drawn")
    server = Server(file, find_port())
    server.start()
    try:
        gone = server.command("forfeit 4 absent")
        back = server.command("undo")
        call = server.command("call 4")
        wrong = expect(back["taken_back"], gone["seq"], "taken back") + expect(call["ok"], True, "called")
        refusal = server.command("undo %d" % call["seq"])
        wrong += expect(refusal["error"]["code"], "wrong-state", "a call")
    finally:
        server.quit()
    return wrong + expect(ctl("verify", file)[1]["verified"], True, "verify")


if __name__ == "__main__":
    Desk("cli/rules").run(written_rules_make_the_same_contest, a_part_is_enough, a_dry_run_changes_nothing, what_is_wrong_is_named,
                          after_the_first_mark, undo_takes_back, undo_while_it_is_served)
