#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Contests of several rounds from the command line: 28 or 26 in a semi-final, 13 in the final, a tie at the
cut; heats in two halls; and a rehearsal of all rounds."""

import json
import os

from desk import JUDGES, ROSTER, Desk, expect, make_csv, meaning, refused, run
from serving import ctl

CRITERIA = ["content", "language", "courseware", "bearing", "effect"]


def begin(desk, without_zone=False):
    """The sample contest with a semi-final, drawn; 26 without the optional unit."""
    file = desk.path("contest.lectern")
    ctl("new", file, "--template", "jiaozuo-2018-rounds")
    roster = ROSTER
    if without_zone:
        roster = desk.write("roster.csv", "".join(line for line in ROSTER.read_text().splitlines(True) if "示范区" not in line))
    ctl("import", file, "nominees", roster)
    ctl("import", file, "judges", JUDGES)
    ctl("draw", file, "--seed", "semi")
    return file


def mark(desk, file, level):
    """Every judge gives each nominee @level (name) tenths of a point less than full marks."""
    _, shown = ctl("show", file)
    judges = {j["number"]: j["unit"] for j in shown["judges"]}
    rows, times = [["lot", "judge", *CRITERIA]], [["lot", "seconds"]]
    for nominee in shown["nominees"]:
        if nominee["lot"] is None:
            continue
        times.append([nominee["lot"], 300])
        content = 400 - level(nominee["name"])
        rows += [[nominee["lot"], j, "%d.%d" % divmod(content, 10), 24, 14, 9, 9] for j, unit in judges.items() if unit != nominee["unit"]]
    ctl("import", file, "marks", desk.write("m.csv", make_csv(rows)))
    ctl("import", file, "times", desk.write("t.csv", make_csv(times)))
    return [n["name"] for n in shown["nominees"] if n["lot"] is not None]


def semi_and_final(desk, without_zone, wanted):
    file = begin(desk, without_zone)
    _, shown = ctl("show", file)
    names = [n["name"] for n in shown["nominees"]]
    wrong = expect([(r["key"], r["advance"], r["into"], r["units"], r["state"]) for r in shown["rounds"]],
                   [("semi", 13, "final", None, "drawn"), ("final", None, None, None, "set-up")], "rounds")
    wrong += expect(len(names), wanted, "who speaks")
    places = {name: min(i, 12 if i == 13 else i) for i, name in enumerate(names)}  # the 13th and 14th are equal
    mark(desk, file, places.get)
    _, rank = ctl("rank", file)
    lots = {e["name"]: e["lot"] for e in rank["entries"]}
    pair = sorted([lots[names[12]], lots[names[13]]])
    wrong += expect(rank["open_ties"], [{"rank": 13, "lots": pair, "award": None, "advance": True}], "open ties")
    wrong += expect([e["advances"] for e in rank["entries"]], [True] * 14 + [False] * (wanted - 14), "who is within the cut")
    wrong += expect({e["award"] for e in rank["entries"]}, {None}, "awards before the final")
    before = meaning(file)
    wrong += refused(*ctl("finalise", file, check=False), 1, "blocked") + refused(*ctl("open-round", file, "final", check=False), 1, "wrong-state")
    wrong += refused(*ctl("open-round", file, "nowhere", check=False), 1, "not-found") + expect(meaning(file), before, "the file after refusals")
    ctl("decide", file, "--order", "%d,%d" % (lots[names[13]], lots[names[12]]), "--reason", "the jury voted 5 to 4")
    ctl("finalise", file)
    _, semi = ctl("rank", file)
    wrong += refused(*ctl("certificates", file, "-o", desk.path("c.pdf"), check=False), 1, "nothing-to-print")
    _, answer = ctl("open-round", file, "final")
    wrong += expect(answer, {"round": "final", "entrants": 13}, "open-round")
    ctl("draw", file, "--seed", "final")
    finalists = mark(desk, file, lambda name: 50 - places[name])  # fresh sheets, and the other way round
    wrong += expect(sorted(finalists), sorted(names[:12] + [names[13]]), "finalists")
    ctl("finalise", file)
    _, final = ctl("rank", file)
    wrong += expect([e["name"] for e in final["entries"]], [names[13]] + names[11::-1], "the final's ranking")
    wrong += expect([e["award"] for e in final["entries"]], ["top-ten"] * 10 + ["merit"] * 3, "awards")
    wrong += expect(ctl("rank", file, "--round", "semi")[1], semi, "the semi-final afterwards")
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def a_semi_final_of_28(desk):
    return semi_and_final(desk, False, 28)


def a_semi_final_of_26(desk):
    return semi_and_final(desk, True, 26)


def two_heats_and_a_final(desk):
    _, shown = ctl("show", desk.contest())
    rules = shown["rules"]
    units = [u["key"] for u in rules["units"]]
    rules["rounds"] = [{"key": "a", "name": "A组", "advance": 7, "into": "final", "units": units[:7]},
                       {"key": "b", "name": "B组", "advance": 6, "into": "final", "units": units[7:]}, {"key": "final", "name": "决赛"}]
    template = desk.write("heats.json", json.dumps(rules))
    file = desk.path("contest.lectern")
    ctl("new", file, "--template", template)
    ctl("import", file, "nominees", ROSTER)
    ctl("import", file, "judges", JUDGES)
    wrong = expect(ctl("show", file)[1]["rules"]["rounds"][:2], rules["rounds"][:2], "rounds in the rules")
    chosen = []
    for key, cut in (("b", 6), ("a", 7)):
        if key == "b" or ctl("show", file)[1]["round"] != "a":
            ctl("open-round", file, key)
        ctl("draw", file, "--seed", key)
        names = mark(desk, file, {n["name"]: i for i, n in enumerate(shown_nominees(file))}.get)
        wrong += expect(len(names), 14, "heat " + key)
        chosen += names[:cut]
        wrong += refused(*ctl("open-round", file, "final", check=False), 1, "wrong-state")
        ctl("finalise", file)
    wrong += expect(ctl("open-round", file, "final")[1]["entrants"], 13, "finalists")
    ctl("draw", file, "--seed", "final")
    finalists = [n["name"] for n in shown_nominees(file) if n["lot"] is not None]
    rules["rounds"][1]["units"] = units[6:]
    status, answer = ctl("new", desk.path("x.lectern"), "--template", desk.write("wrong.json", json.dumps(rules)), check=False)
    wrong += refused(status, answer, 1, "bad-rules") + expect([d["column"] for d in answer["error"]["details"]], ["rounds[1].units"], "where")
    return wrong + expect(sorted(finalists), sorted(chosen), "who is drawn") + expect(ctl("verify", file)[0], 0, "verify")


def shown_nominees(file):
    return ctl("show", file)[1]["nominees"]


def lots_by_hand_in_the_final(desk):
    """The table of lots of a final names exactly those who go on."""
    file = begin(desk)
    names = mark(desk, file, {n["name"]: i for i, n in enumerate(shown_nominees(file))}.get)
    ctl("finalise", file)
    ctl("open-round", file, "final")
    units = {n["name"]: n["unit"] for n in shown_nominees(file)}
    table = [["name", "unit", "lot"]] + [[name, units[name], i + 1] for i, name in enumerate(names[:13])]
    outsider = table[:13] + [[names[13], units[names[13]], 13]]
    wrong = refused(*ctl("lots", file, desk.write("l.csv", make_csv(outsider)), check=False), 1, "bad-rows")
    ctl("lots", file, desk.write("l.csv", make_csv(table)))
    return wrong + expect({n["name"]: n["lot"] for n in shown_nominees(file) if n["lot"]}, {row[0]: row[2] for row in table[1:]}, "lots")


def rehearsal_of_all_rounds(desk):
    file = begin(desk)
    folder = desk.path("out")
    _, answer = ctl("rehearse", file, "-o", folder, "--speed", "20000")
    wrong = expect((answer["rounds"], answer["entries"], answer["verified"]), (2, 41, True), "answer")
    wrong += expect([n for n in sorted(os.listdir(folder)) if n.endswith(".pdf")],
                    ["certificates.pdf", "running-order-semi.pdf", "running-order.pdf", "summary-semi.pdf", "summary.pdf"], "papers")
    wrong += expect([r["state"] for r in ctl("show", folder / "contest.lectern")[1]["rounds"]], ["finalised"] * 2, "rounds")
    wrong += expect((answer["ranking"]["round"], len(answer["ranking"]["entries"])), ("final", 13), "ranking")
    return wrong + refused(*ctl("rehearse", folder / "contest.lectern", "-o", desk.path("again"), check=False), 1, "finalised")


def rounds_in_words(desk):
    shown = run("show", begin(desk)).stdout
    return expect([line for line in shown.splitlines() if "\t复赛" in line or "\t决赛" in line],
                  ["* semi\t复赛 (drawn), the best 13 go on to 决赛", "  final\t决赛 (set-up)"], "rounds")


if __name__ == "__main__":
    Desk("cli/rounds").run(a_semi_final_of_28, a_semi_final_of_26, two_heats_and_a_final, lots_by_hand_in_the_final, rehearsal_of_all_rounds, rounds_in_words)
