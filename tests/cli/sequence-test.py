#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What the hall is shown step by step: listed, painted, walked through the server and killed in the middle of a
ceremony; and a draw made by hand, slip by slip."""

import random
import sqlite3
from contextlib import closing

from desk import Desk, expect, make_csv, meaning, refused, run
from serving import Server, ctl, find_port

CRITERIA = {"content": 400, "language": 250, "courseware": 150, "bearing": 100, "effect": 100}


def kept_on_paper(desk):
    """A contest with every sheet and time in, ready to be finalised."""
    file = desk.contest("nominees", "judges", "drawn")
    dice = random.Random("steps")
    _, shown = ctl("show", file)
    units = {j["number"]: j["unit"] for j in shown["judges"]}
    rows = [["lot", "judge", *CRITERIA]]
    for nominee in shown["nominees"]:
        rows += [[nominee["lot"], judge, *("%d.%d" % divmod(m * dice.randrange(70, 99) // 100, 10) for m in CRITERIA.values())]
                 for judge, unit in units.items() if unit != nominee["unit"]]
    ctl("import", file, "marks", desk.write("marks.csv", make_csv(rows)))
    ctl("import", file, "times", desk.write("times.csv", make_csv([["lot", "seconds"]] + [[n["lot"], 350 + n["lot"]] for n in shown["nominees"]])))
    return file


def finalised(desk):
    file = kept_on_paper(desk)
    status, answer = ctl("finalise", file, check=False)
    while status != 0:
        _, ranking = ctl("rank", file)
        for tie in ranking["open_ties"]:
            ctl("decide", file, "--order", ",".join(map(str, tie["lots"])), "--reason", "jury")
        status, answer = ctl("finalise", file, check=False)
        if status != 0 and not ranking["open_ties"]:
            raise AssertionError(answer)
    return file


def on_air(file):
    with closing(sqlite3.connect("file:%s?mode=ro" % file, uri=True)) as db:
        return db.execute("SELECT on_air.step, scene, sequence.step FROM on_air, sequence").fetchone()


def a_reveal_is_listed(desk):
    file = kept_on_paper(desk)
    before = meaning(file)
    _, listed = ctl("sequence", file, "reveal", "--lot", "9")
    _, early = ctl("sequence", file, "reveal", "--lot", "20")
    wrong = expect([s["does"] for s in listed["steps"]][1:],
                   ["Show all marks", "Strike out the highest and the lowest", "Show the mean", "Show the final score", "Show the place"], "without a deduction")
    wrong += expect("Show the deduction" in [s["does"] for s in early["steps"]], True, "370 seconds cost something")
    wrong += expect(listed["lot"], 9, "lot")
    wrong += expect(listed["steps"][0]["says"].startswith("下面公布 9 号选手"), True, "what the MC says")
    picture = desk.path("step.png")
    ctl("scene", file, "reveal", "--lot", "9", "--step", "2", "-o", picture, "--size", "640x360")
    wrong += expect(picture.read_bytes()[:4], b"\x89PNG", "picture")
    wrong += refused(*ctl("scene", file, "reveal", "--lot", "9", "--step", "7", "-o", picture, check=False), 1, "not-found")
    wrong += refused(*ctl("sequence", file, "reveal", "--lot", "99", check=False), 1, "not-found")
    wrong += refused(*ctl("sequence", file, "ceremony", check=False), 1, "wrong-state")
    wrong += expect(run("scene", file, "ceremony", "-o", picture).returncode, 2, "which step of the ceremony")
    wrong += expect(run("scene", file, "talk", "--step", "1", "-o", picture).returncode, 2, "a talk has no steps")
    wrong += expect(run("sequence", file, "talk").returncode, 2, "nor has it a list")
    wrong += expect(meaning(file), before, "nothing was put on air")
    return wrong


def a_ceremony_is_listed(desk):
    file = finalised(desk)
    _, listed = ctl("sequence", file, "ceremony")
    _, ranking = ctl("rank", file)
    does = [s["does"] for s in listed["steps"]]
    first = next(e["name"] for e in ranking["entries"] if e["rank"] == 1)
    named = [d for d in does if d.startswith("Show the name: ")]
    wrong = expect(named[-1], "Show the name: " + first, "the first comes last")
    wrong += expect(sum(d.split(": ", 1)[1].count(",") + 1 for d in named), 10, "ten of them one by one")
    wrong += expect(listed["steps"][-1]["scene"], "awards", "everybody at the end")
    wrong += expect([s["automatic"] for s in listed["steps"][:4]], [False, True, True, True], "the groups come by themselves")
    for i, step in enumerate(listed["steps"]):
        names = [e["name"] for e in ranking["entries"] if e["name"] in step["does"]]
        if names and not step["does"].startswith("Show "):
            wrong.append("step %d names %s" % (i + 1, names))
    _, rehearsed = ctl("sequence", file, "ceremony", "--rehearsal")
    text = str(rehearsed)
    wrong += expect(rehearsed["rehearsal"], True, "marked as one")
    wrong += expect([e["name"] for e in ranking["entries"] if e["name"] in text], [], "nobody is in the rehearsal")
    for step in (1, 2, 3, len(does) // 2, len(does)):
        ctl("scene", file, "ceremony", "--step", step, "-o", desk.path("c.png"), "--size", "640x360")
    ctl("scene", file, "ceremony", "--rehearsal", "--step", "5", "-o", desk.path("c.png"), "--size", "640x360")
    _, draw = ctl("sequence", file, "draw")
    wrong += expect(len(draw["steps"]), 1 + len(ranking["entries"]) + 1, "lot by lot")
    wrong += expect("desk" in draw["steps"][0]["says"], True, "the seed is said")
    return wrong


def killed_in_the_middle(desk):
    file = finalised(desk)
    server = Server(file, find_port())
    server.start()
    wrong = expect(server.command("step forward").get("ok"), None, "nothing has steps")
    wrong += expect(server.command("enter ceremony").get("ok"), True, "entered")
    for _ in range(6):
        wrong += expect(server.command("step forward").get("ok"), True, "forward")
    wrong += expect(server.command("step back").get("ok"), True, "back")
    wrong += expect(server.command("go").get("ok"), True, "the next step")
    server.kill()
    step, scene, at = on_air(file)
    wrong += expect((step, at), (6, 6), "on disk")
    server.start()
    wrong += expect(on_air(file), (step, scene, at), "the same picture")
    wrong += expect(server.command("step back").get("ok"), True, "back from there")
    wrong += expect(server.command("step forward").get("ok"), True, "and forward")
    wrong += expect(on_air(file)[1], scene, "the same picture again")
    wrong += expect(server.command("reveal 3").get("ok"), True, "another scene")
    wrong += expect(on_air(file)[1].count('"final"'), 1, "the whole result in one act")
    server.quit()
    ctl("verify", file)
    return wrong


def slips(desk):
    file = desk.contest("nominees", "judges")
    _, shown = ctl("show", file)
    names = [n["name"] for n in shown["nominees"] if n["eligible"]]
    wrong = refused(*ctl("slip", file, "1", "没有这个人", check=False), 1, "not-found")
    wrong += refused(*ctl("slip", file, "999", names[0], check=False), 1, "bad-input")
    wrong += expect(run("slip", file, "1").returncode, 2, "whose slip")
    for lot, name in enumerate(names[:-1], 1):
        _, answer = ctl("slip", file, lot, name)
        wrong += expect((answer["read"], answer["of"], answer["drawn"]), (lot, len(names), False), "slip %d" % lot)
    wrong += refused(*ctl("slip", file, "3", "--return", check=False), 1, "reason-missing")
    _, answer = ctl("slip", file, "3", "--return", "--reason", "念错了")
    wrong += expect(answer["read"], len(names) - 2, "returned")
    ctl("slip", file, "3", names[-1])
    wrong += refused(*ctl("draw", file, check=False), 1, "already-drawn")
    _, answer = ctl("slip", file, len(names), names[2])
    wrong += expect(answer["drawn"], True, "the last slip")
    _, shown = ctl("show", file)
    lots = {n["name"]: n["lot"] for n in shown["nominees"]}
    wrong += expect((lots[names[-1]], lots[names[2]]), (3, len(names)), "as they were read")
    wrong += expect((shown["rounds"][0]["state"], shown["rounds"][0]["seed"]), ("drawn", None), "by hand")
    ctl("verify", file)
    return wrong


def the_script(desk):
    """The words at each cue have no figure and nothing unfilled; a line is changed, refused and taken back."""
    file = kept_on_paper(desk)
    _, listed = ctl("script", file)
    says = {(c["scene"], c["lot"]): c["says"] for c in listed["cues"]}
    wrong = expect(listed["now"].startswith("各位领导"), True, "before the first cue")
    wrong += expect("最后得分 ＿＿＿ 分" in says["reveal", 9], True, "blanks in a reveal: %s" % says["reveal", 9])
    wrong += expect([c["says"] for c in listed["cues"] if "{" in c["says"]], [], "braces left")
    _, lines = ctl("script", file, "--lines")
    wrong += expect([k["key"] for k in lines["lines"] if k["own"] or not k["usual"] or not k["example"]], [], "all usual")
    before = meaning(file)
    wrong += refused(*ctl("script", file, "introduce", "{nom}，请", check=False), 1, "bad-input")
    wrong += expect(run("script", file, "farewell").returncode, 2, "no such line")
    wrong += expect(run("script", file, "--reset").returncode, 2, "which line")
    wrong += expect(meaning(file), before, "refused")
    _, line = ctl("script", file, "introduce", "有请{name}！")
    wrong += expect((line["own"], line["words"]), (True, "有请{name}！"), "own words")
    _, listed = ctl("script", file)
    introductions = [c["says"] for c in listed["cues"] if c["scene"] == "introduction"]
    wrong += expect(all(words.startswith("有请") and words.endswith("！") for words in introductions), True, "read at every introduction")
    _, steps = ctl("sequence", file, "draw")
    ctl("script", file, "lot", "")
    _, silent = ctl("sequence", file, "draw")
    wrong += expect((steps["steps"][1]["says"] != "", silent["steps"][1]["says"]), (True, ""), "nothing is read at a lot")
    _, line = ctl("script", file, "introduce", "--reset")
    wrong += expect((line["own"], line["words"]), (False, line["usual"]), "the usual words again")
    ctl("verify", file)
    return wrong


if __name__ == "__main__":
    Desk("cli/sequence").run(the_script, a_reveal_is_listed, a_ceremony_is_listed, killed_in_the_middle, slips)
