#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A contest kept on paper, from tables alone: times and marks imported, the ranking compared with one made
here from the rules file's words with fractions, the judges' statistics from the textbooks, ties decided, the
round finalised, papers and scenes written. Nothing of the project's own arithmetic is used."""

import json
import random
import shutil
import subprocess
from fractions import Fraction
from math import ceil, floor

from desk import Desk, expect, make_csv, meaning, refused, run
from serving import ctl

CRITERIA = {"content": 400, "language": 250, "courseware": 150, "bearing": 100, "effect": 100}  # tenths of a point
HEADER = ["lot", "judge", *CRITERIA]


def show(desk_file):
    _, shown = ctl("show", desk_file)
    units = {n["lot"]: n["unit"] for n in shown["nominees"]}
    judges = {j["number"]: j["unit"] for j in shown["judges"]}
    return units, judges


def invent(file, seed):
    """Sheets and times for everybody: {lot: {judge: [tenths]}}, {lot: seconds}."""
    dice = random.Random(seed)
    units, judges = show(file)
    sheets, times = {}, {}
    for lot in units:
        base = dice.uniform(0.7, 0.95)
        sheets[lot] = {j: [min(m, round(m * (base + dice.uniform(-0.1, 0.05)))) for m in CRITERIA.values()]
                       for j, unit in judges.items() if unit != units[lot]}
        times[lot] = Fraction(dice.randrange(290000, 430000), 1000)
    return sheets, times


def write_sheets(desk, sheets):
    rows = [[lot, judge, *("%d.%d" % divmod(m, 10) for m in marks)] for lot, of in sheets.items() for judge, marks in of.items()]
    return desk.write("marks.csv", make_csv([HEADER] + rows))


def write_times(desk, times):
    return desk.write("times.csv", make_csv([["抽签号", "用时"]] + [[lot, "%d:%06.3f" % (s // 60, s % 60)] for lot, s in times.items()]))


def keep_on_paper(desk, seed="paper"):
    file = desk.contest("nominees", "judges", "drawn")
    sheets, times = invent(file, seed)
    ctl("import", file, "marks", write_sheets(desk, sheets))
    ctl("import", file, "times", write_times(desk, times))
    return file, sheets, times


def half_up(value, places):
    scaled = floor(value * 10**places + Fraction(1, 2))
    return "%d.%0*d" % (scaled // 10**places, places, scaled % 10**places)


def score(sheets, seconds):
    """mean, deduction, final of one entry, and who is struck out."""
    totals = sorted((Fraction(sum(marks), 10), judge) for judge, marks in sheets.items())
    struck = set()
    if len(totals) >= 5:
        struck.add(min(totals)[1])  # the lower number among equals
        rest = [t for t in totals if t[1] not in struck]
        highest = max(t for t, _ in rest)
        struck.add(min(j for t, j in rest if t == highest))
    counted = [t for t, j in totals if j not in struck]
    mean = sum(counted) / len(counted)
    over = seconds - 360
    deduction = Fraction(ceil(over / 10), 10) if over > 0 else Fraction(0)
    return mean, deduction, max(Fraction(0), mean - deduction), struck


def ranking_is_exact(desk):
    wrong = []
    for seed in ("paper", "again"):
        file, sheets, times = keep_on_paper(desk, seed)
        _, rank = ctl("rank", file)
        finals = {lot: score(of, times[lot])[2] for lot, of in sheets.items()}
        wrong += expect((rank["complete"], rank["provisional"], len(rank["entries"])), (True, True, 28), "complete")
        for row in rank["entries"]:
            lot = row["lot"]
            mean, deduction, final, struck = score(sheets[lot], times[lot])
            wrong += expect(row["mean"], half_up(mean, 6), "mean of %d" % lot) + expect(row["deduction"], half_up(deduction, 2), "deduction of %d" % lot)
            wrong += expect(row["final"], half_up(final, 2), "final of %d" % lot)
            wrong += expect({s["judge"] for s in row["sheets"] if not s["counted"]}, struck, "struck out of %d" % lot)
            wrong += expect(row["time_ms"], times[lot] * 1000, "time of %d" % lot)
            if list(finals.values()).count(final) == 1:
                wrong += expect(row["rank"], 1 + sum(f > final for f in finals.values()), "rank of %d" % lot)
            wrong += expect(row["award"], "top-ten" if row["rank"] <= 10 else "merit", "award of %d" % lot)
    return wrong


def before_all_is_in_it_is_provisional(desk):
    file = desk.contest("nominees", "judges", "drawn")
    sheets, _ = invent(file, "half")
    some = {lot: of for lot, of in sheets.items() if lot <= 5}
    some[5] = dict(list(some[5].items())[:2])
    ctl("import", file, "marks", write_sheets(desk, some))
    _, rank = ctl("rank", file)
    with_final = [e["lot"] for e in rank["entries"] if e["final"] is not None]
    status, answer = ctl("finalise", file, check=False)
    return (expect((rank["complete"], rank["provisional"]), (False, True), "provisional") + expect(sorted(with_final), [1, 2, 3, 4, 5], "with figures")
            + refused(status, answer, 1, "blocked") + expect(len(answer["error"]["details"]) >= 24, True, "every blocker"))


def bad_sheets_are_all_named(desk):
    file = desk.contest("nominees", "judges", "drawn")
    units, _ = show(file)
    education = next(lot for lot, unit in units.items() if unit == "市教育局")
    other = [lot for lot, unit in units.items() if unit not in ("市教育局", "市国资委", "市委市直机关工委")]
    good = ["36.5", "20", "10", "9", "9"]
    rows = [[other[0], 1, *good], [other[0], 1, *good], [other[1], 2, "40.1", *good[1:]], [other[1], 3, "36.55", *good[1:]], [other[1], 4, "", *good[1:]],
            [99, 1, *good], [other[2], 10, *good], [education, 4, *good], [other[2], 1, "-1", "x", *good[2:]]]
    before = meaning(file)
    status, answer = ctl("import", file, "marks", desk.write("m.csv", make_csv([HEADER] + rows)), check=False)
    places = [(d["row"], d["column"]) for d in answer["error"]["details"]]
    wanted = [(3, "judge"), (4, "content"), (5, "content"), (6, "content"), (7, "lot"), (8, "judge"), (9, "judge"), (10, "content"), (10, "language")]
    status_times, answer_times = ctl("import", file, "times", desk.write("t.csv", "lot,seconds\n1,0\n2,6:99\n99,300\n3,300\n3,301\n"), check=False)
    places_times = [(d["row"], d["column"]) for d in answer_times["error"]["details"]]
    return (refused(status, answer, 1, "bad-rows") + expect(places, wanted, "places") + refused(status_times, answer_times, 1, "bad-rows")
            + expect(places_times, [(2, "seconds"), (3, "seconds"), (4, "lot"), (6, "lot")], "places of times") + expect(meaning(file), before, "the file"))


def a_sheet_is_replaced_only_with_a_reason(desk):
    file, sheets, times = keep_on_paper(desk)
    lot = 7
    judge = next(iter(sheets[lot]))
    sheets[lot][judge] = [400, 250, 150, 100, 100]
    table = write_sheets(desk, {lot: {judge: sheets[lot][judge]}})
    before = meaning(file)
    status, answer = ctl("import", file, "marks", table, check=False)
    wrong = refused(status, answer, 1, "bad-rows") + expect(meaning(file), before, "the file")
    ctl("import", file, "marks", table, "--amend", "read wrongly from the paper")
    row = next(e for e in ctl("rank", file)[1]["entries"] if e["lot"] == lot)
    return (wrong + expect(row["final"], half_up(score(sheets[lot], times[lot])[2], 2), "final after the amendment")
            + expect(ctl("verify", file)[0], 0, "verify") + expect("read wrongly" in meaning(file), True, "the reason is kept"))


def make_tie(desk):
    """Everybody has other marks, but the tenth and eleventh have the same on every criterion."""
    file = desk.contest("nominees", "judges", "drawn")
    units, judges = show(file)
    free = [lot for lot, unit in units.items() if unit not in judges.values()]
    order = free[:9] + free[9:11] + free[11:] + [lot for lot in units if lot not in free]
    sheets = {}
    for place, lot in enumerate(order):
        level = 9 if place == 10 else place
        sheets[lot] = {j: [390 - level * 5, 240, 140, 90, 90] for j, unit in judges.items() if unit != units[lot]}
    ctl("import", file, "marks", write_sheets(desk, sheets))
    ctl("import", file, "times", write_times(desk, {lot: Fraction(300) for lot in units}))
    return file, order[9], order[10]


def a_tie_at_the_border_is_decided(desk):
    file, a, b = make_tie(desk)
    _, rank = ctl("rank", file)
    wrong = expect(rank["open_ties"], [{"rank": 10, "lots": sorted([a, b]), "award": "top-ten"}], "open ties")
    wrong += expect(rank["possible_ties"], [], "possible ties once everything is in")
    wrong += expect([e["lot"] for e in rank["entries"] if e["certain"] == "top-ten"],
                    [e["lot"] for e in rank["entries"] if e["rank"] < 10], "certain")
    wrong += expect([e["lot"] for e in rank["entries"] if e["out_of_reach"]],
                    [e["lot"] for e in rank["entries"] if (e["rank"] or 99) > 10], "out of reach")
    wrong += expect({e["separation"] for e in rank["entries"] if e["rank"] == 10},
                    {f"与{other}号并列第10名，处在“十佳宣讲员”名额的边界上，由评委会裁定。" for other in (a, b)}, "separation")
    wrong += expect([(e["rank"], e["tied"]) for e in rank["entries"] if e["lot"] in (a, b)], [(10, True)] * 2, "shared rank")
    before = meaning(file)
    status, answer = ctl("finalise", file, check=False)
    wrong += refused(status, answer, 1, "blocked")
    status, _ = ctl("certificates", file, "-o", desk.path("c.pdf"), check=False)
    wrong += expect(status, 1, "certificates while the tie is open")
    wrong += refused(*ctl("decide", file, "--order", "%d,99" % a, "--reason", "x", check=False), 1, "not-found")
    wrong += refused(*ctl("decide", file, "--order", "%d,%d" % (b, a), "--reason", "", check=False), 1, "reason-missing")
    wrong += expect(meaning(file), before, "the file after refusals")
    ctl("decide", file, "--order", "%d,%d" % (b, a), "--reason", "the jury voted 5 to 4")
    _, rank = ctl("rank", file)
    rows = {e["lot"]: e for e in rank["entries"]}
    wrong += expect([rows[b]["rank"], rows[a]["rank"], rows[a]["separated_by"], rows[b]["award"], rows[a]["award"]],
                    [10, 11, "decision", "top-ten", "merit"], "after the decision")
    wrong += expect(rank["open_ties"], [], "open ties afterwards")
    wrong += expect(rows[a]["separation"], "与第10名最后得分相同，按评委会的裁定排定。", "separation afterwards")
    _, answer = ctl("finalise", file)
    _, rank = ctl("rank", file)
    wrong += expect((answer["finalised"], answer["round"], rank["provisional"]), (True, "final", False), "finalised")
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def a_finalised_round_stays_as_it_is(desk):
    file, sheets, _ = keep_on_paper(desk)
    ctl("finalise", file)
    before = meaning(file)
    wrong = refused(*ctl("finalise", file, check=False), 1, "finalised")
    table = write_sheets(desk, {1: dict(list(sheets[1].items())[:1])})
    status, answer = ctl("import", file, "marks", table, "--amend", "late", check=False)
    wrong += refused(status, answer, 1, "finalised") + refused(*ctl("recuse", file, "1", "1", check=False), 1, "finalised")
    status, answer = ctl("decide", file, "--order", "1,2", "--reason", "late", check=False)
    return wrong + refused(status, answer, 1, "finalised") + expect(meaning(file), before, "the file")


def papers(desk):
    file, _, _ = keep_on_paper(desk)
    ctl("finalise", file)
    before = meaning(file)
    wrong = []
    for command in (["certificates", file], ["certificates", file, "--award", "merit"], ["certificates", file, "--overprint"],
                    ["report", file, "summary"], ["report", file, "running-order"]):
        out = desk.path("out.pdf")
        _, answer = ctl(*command, "-o", out)
        content = out.read_bytes()
        wrong += expect((content[:5], b"%%EOF" in content[-16:], answer["file"], answer["pages"] > 0), (b"%PDF-", True, str(out), True), command)
    wrong += expect(ctl("certificates", file, "-o", desk.path("c.pdf"))[1]["pages"], 10, "certificates of the ten best")
    out = desk.path("out.pdf")
    wrong += refused(*ctl("certificates", file, "--award", "gold", "-o", out, check=False), 1, "not-found")
    wrong += refused(*ctl("certificates", file, "--round", "quarter", "-o", out, check=False), 1, "not-found")
    wrong += expect(ctl("certificates", file, "--round", "final", "-o", desk.path("c.pdf"))[1]["pages"], 10, "certificates of a round by its key")
    wrong += refused(*ctl("report", desk.contest("nominees"), "running-order", "-o", out, check=False), 1, "nothing-to-print")
    status, _ = ctl("certificates", file, "-o", desk.folder / "nowhere" / "c.pdf", check=False)
    wrong += expect((status, out.exists()), (3, False), "in no folder")
    return wrong + expect(meaning(file), before, "the file")


def read_pdf(path):
    """Its text without spaces, or None where poppler is not installed."""
    if not shutil.which("pdftotext"):
        return None
    return "".join(subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout.split())


def says(text, wanted, what):
    return [] if text is None or wanted in text else ["%s does not say “%s”" % (what, wanted)]


def reports_of_what_was_marked(desk):
    file, sheets, _ = keep_on_paper(desk)
    judge, marks = next(iter(sheets[9].items()))
    ctl("import", file, "marks", write_sheets(desk, {9: {judge: [m - 1 for m in marks]}}), "--amend", "slip of the pen")
    ctl("finalise", file, "--by", "李操作")
    before = meaning(file)
    wrong, texts = [], {}
    recused = next((j, lot) for lot, of in sheets.items() for j in range(1, 10) if j not in of)
    for name, arguments in {"sheets": ["sheets"], "of one lot": ["sheets", "--lot", "9"], "of one judge": ["sheets", "--judge", "3"],
                            "by judge": ["sheets", "--by-judge"], "blank": ["blank-sheets", "--lot", "9"], "one blank": ["blank-sheets", "--judge", "3", "--lot", "9"],
                            "agreement": ["agreement"], "notice": ["notice"], "summary": ["summary"], "notice of six": ["notice", "--days", "6", "--round", "final"], "journal": ["journal"]}.items():
        out = desk.path("out.pdf")
        _, answer = ctl("report", file, *arguments, "-o", out)
        texts[name] = read_pdf(out), answer["pages"]
    wrong += says(texts["sheets"][0], "slipofthepen", "sheets") + says(texts["of one judge"][0], "第3号评委", "of one judge")
    wrong += says(texts["sheets"][0], "有效评分8份，去掉1个最高分和1个最低分，按6份平均", "sheets")
    wrong += says(texts["agreement"][0], "不改变成绩", "agreement") + says(texts["notice"][0], "公示期5个工作日", "notice")
    wrong += says(texts["notice of six"][0], "公示期6个工作日", "notice") + says(texts["journal"][0], "slipofthepen", "journal")
    for wanted in ("正式成绩（第1稿）", "定稿：李操作", "未经复核", "裁定记录", "slipofthepen", "评委%d回避，8份取6份" % recused[0]):
        wrong += says(texts["summary"][0], wanted, "summary")
    _, exported = ctl("export", file, "-o", desk.path("bundle.json"))
    for kind in ("summary", "notice"):
        out = desk.path("signed.pdf")
        ctl("report", file, kind, "-o", out)
        wrong += says(read_pdf(out), "签名密钥：" + exported["fingerprint"][7:23], kind + " once there is a key")
    wrong += expect((texts["of one lot"][1], texts["by judge"][1], texts["one blank"][1]), (1, 9, 1), "pages")
    out = desk.path("none.pdf")
    wrong += refused(*ctl("report", file, "sheets", "--judge", "77", "-o", out, check=False), 1, "not-found")
    wrong += refused(*ctl("report", file, "blank-sheets", "--lot", "99", "-o", out, check=False), 1, "not-found")
    wrong += refused(*ctl("report", file, "notice", "--round", "semi", "-o", out, check=False), 1, "not-found")
    wrong += refused(*ctl("report", file, "blank-sheets", "--judge", recused[0], "--lot", recused[1], "-o", out, check=False), 1, "nothing-to-print")
    for kind in ("sheets", "agreement", "notice"):
        wrong += refused(*ctl("report", desk.contest("nominees", "judges", "drawn"), kind, "-o", out, check=False), 1, "nothing-to-print")
    return wrong + expect((out.exists(), meaning(file)), (False, before), "the files")


def scenes(desk):
    file, _, _ = keep_on_paper(desk)
    wrong = []
    looks = {}
    for look in ((), ("--theme", "light"), ("--theme", "dark"), ("--margin", "5"), ("--step", "1"), ("--step", "2")):
        out = desk.path("look.png")
        ctl("scene", file, "reveal", "-o", out, "--size", "640x360", "--lot", "3", *look)
        looks[out.read_bytes()] = look
    wrong += expect(len(looks), 6, "reveals that look different")
    for look in (("--step", "99"), ("--lot", "99")):
        wrong += refused(*ctl("scene", file, "reveal", "--lot", "3", *look, "-o", desk.path("none.png"), check=False), 1, "not-found")
    pictures = []
    for seconds in ("350", "350.4", "361"):
        out = desk.path("talk.png")
        ctl("scene", file, "talk", "-o", out, "--lot", "3", "--at", seconds, "--size", "640x360")
        pictures.append(out.read_bytes())
    wrong += expect((pictures[0] == pictures[1], pictures[0] == pictures[2]), (True, False), "the clock in the picture")
    out = desk.path("none.png")
    status, answer = ctl("scene", desk.contest("nominees", "judges", "drawn"), "reveal", "--lot", "1", "-o", out, check=False)
    wrong += refused(status, answer, 1, "wrong-state") + refused(*ctl("scene", file, "talk", "--lot", "99", "-o", out, check=False), 1, "not-found")
    return wrong + expect(out.exists(), False, "a picture of what was refused")


def rank_of_a_round(desk):
    file = desk.contest("nominees", "judges", "drawn")
    _, rank = ctl("rank", file, "--round", "final")
    text = json.dumps(rank)
    return (expect(rank["round"], "final", "round") + refused(*ctl("rank", file, "--round", "semi", check=False), 1, "not-found")
            + expect("NaN" in text, False, "a figure of nothing") + expect({e["rank"] for e in rank["entries"]} <= {None, 0}, True, "ranks before any sheet"))


def mean(values):
    values = list(values)
    return Fraction(sum(values)) / len(values)


def mid_ranks(values):
    return [Fraction(2 * sum(v < own for v in values) + values.count(own) + 1, 2) for own in values]


def correlate(x, y):
    x, y = [v - mean(x) for v in x], [v - mean(y) for v in y]
    return float(sum(a * b for a, b in zip(x, y))) / (float(sum(a * a for a in x)) * float(sum(b * b for b in y))) ** 0.5


def kendall(columns):
    n, k = len(columns[0]), len(columns)
    ranks = [mid_ranks(c) for c in columns]
    ties = sum(c.count(v) ** 2 - 1 for c in columns for v in c)
    sums = [sum(r[i] for r in ranks) for i in range(n)]
    w = 12 * sum((s - mean(sums)) ** 2 for s in sums) / Fraction(k * k * (n**3 - n) - k * ties)
    return {"kendall_w": w, "chi_square": k * (n - 1) * w, "df": n - 1}


def correlations(columns):
    """Shrout and Fleiss from deviations; alpha as Cronbach wrote it."""
    n, k = len(columns[0]), len(columns)
    rows = [[c[i] for c in columns] for i in range(n)]
    grand = mean(map(mean, columns))
    b = k * sum((mean(r) - grand) ** 2 for r in rows) / (n - 1)
    j = n * sum((mean(c) - grand) ** 2 for c in columns) / (k - 1)
    e = sum((x - mean(r) - mean(c) + grand) ** 2 for r in rows for x, c in zip(r, columns)) / ((n - 1) * (k - 1))
    of = lambda values: sum((v - mean(values)) ** 2 for v in values)
    alpha = Fraction(k, k - 1) * (1 - sum(map(of, columns)) / of([sum(r) for r in rows]))
    return {"icc2_1": (b - e) / (b + (k - 1) * e + k * (j - e) / n), "icc2_k": (b - e) / (b + (j - e) / n), "alpha": alpha}


def describe_judge(columns, index):
    own, others = columns[index], columns[:index] + columns[index + 1:]
    return {"severity": mean(own) - mean(map(mean, others)),
            "spread": float(sum((v - mean(own)) ** 2 for v in own) / (len(own) - 1)) ** 0.5,
            "consistency": correlate(mid_ranks(own), mid_ranks([mean(v) for v in zip(*others)]))}


def count_struck_out(sheets, judge):
    """How often he was the highest, and the lowest, of at least five."""
    high = low = 0
    for of in sheets.values():
        struck = score(of, Fraction(0))[3]
        lowest = min((sum(marks), number) for number, marks in of.items())[1]
        high += judge in struck and judge != lowest
        low += judge in struck and judge == lowest
    return {"dropped_high": high, "dropped_low": low}


def differ(found, wanted, what):
    return [] if found is not None and abs(found - float(wanted)) < 1e-8 else ["%s: %s, should be %s" % (what, found, float(wanted))]


def agreement_is_exact(desk):
    file, sheets, _ = keep_on_paper(desk)
    before = meaning(file)
    _, found = ctl("agreement", file)
    _, judges = show(file)
    lots = sorted(lot for lot, of in sheets.items() if set(of) == set(judges))
    columns = [[Fraction(sum(sheets[lot][judge]), 10) for lot in lots] for judge in judges]
    wrong = expect((found["round"], found["entries"], found["lots"]), ("final", len(lots), lots), "entries")
    wrong += expect((found["left_out"], 0 < len(lots) < 28), (sorted(set(sheets) - set(lots)), True), "left out")
    for key, value in {**kendall(columns), **correlations(columns)}.items():
        wrong += differ(found[key], value, key)
    wrong += expect([j["judge"] for j in found["judges"]], list(judges), "judges")
    for index, judge in enumerate(found["judges"]):
        wrong += expect(judge["mean"], half_up(mean(columns[index]), 6), "mean")
        for key, value in {**describe_judge(columns, index), **count_struck_out(sheets, judge["judge"])}.items():
            wrong += differ(judge[key], value, "%s of %d" % (key, judge["judge"]))
    return wrong + expect(meaning(file), before, "the file")


def agreement_for_people(desk):
    file, sheets, _ = keep_on_paper(desk)
    answer = run("agreement", file, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    lines = [line.split("\t") for line in answer.stdout.splitlines()]
    _, found = ctl("agreement", file)
    wrong = expect((answer.returncode, len(lines)), (0, 8 + 1 + 9), "lines")
    wrong += expect((lines[0][1], lines[1][1], lines[2][1]), (str(found["entries"]), "9", "%.3f" % found["kendall_w"]), "the first lines")
    wrong += expect([len(line) for line in lines[8:]], [8] * 10, "the table of judges")
    wrong += expect(lines[9][3], "%.3f" % found["judges"][0]["severity"], "severity of the first")
    return wrong + expect("never change a result" in answer.stderr, True, answer.stderr)


def agreement_of_too_little_is_null(desk):
    file = desk.contest("nominees", "judges", "drawn")
    figures = ("kendall_w", "chi_square", "df", "icc2_1", "icc2_k", "alpha")
    _, nothing = ctl("agreement", file)
    wrong = expect(([nothing[f] for f in figures], nothing["entries"], nothing["judges"]), ([None] * 6, 0, []), "nothing")
    sheets, _ = invent(file, "one")
    one = next(lot for lot, of in sheets.items() if len(of) == 9)
    ctl("import", file, "marks", write_sheets(desk, {one: sheets[one]}))
    _, of_one = ctl("agreement", file, "--round", "final")
    wrong += expect(([of_one[f] for f in figures], of_one["entries"], of_one["left_out"]), ([None] * 6, 1, []), "one entry")
    wrong += expect([(j["spread"], j["consistency"], j["severity"] is None) for j in of_one["judges"]], [(None, None, False)] * 9, "judges of one entry")
    return wrong + refused(*ctl("agreement", file, "--round", "semi", check=False), 1, "not-found")


if __name__ == "__main__":
    Desk("cli/results").run(ranking_is_exact, before_all_is_in_it_is_provisional, bad_sheets_are_all_named, a_sheet_is_replaced_only_with_a_reason,
                            a_tie_at_the_border_is_decided, a_finalised_round_stays_as_it_is, papers, reports_of_what_was_marked, scenes, rank_of_a_round,
                            agreement_is_exact, agreement_for_people, agreement_of_too_little_is_null)
