#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Statistics tables from the command line: in from CSV and XLSX with every wrong cell named, out again the
same, their columns edited as JSON, everything journalled and taken back, private columns kept back."""

import json

from desk import Desk, expect, make_csv, make_xlsx, meaning, refused
from serving import ctl

HEADER = ["单位", "开展场次", "受众人次", "企业", "备注"]
POOL = ["姓名", "出生年月", "电话", "授课次数", "推荐单位"]


def get_rows(file, kind, *extra):
    return ctl("annex", file, kind, *extra)[1]["rows"]


def activity_in_every_form(desk):
    rows = [HEADER, ["温县", "12", "3,500", "4", ""], ["解放区", "7", "900.5", "", "好"], ["合 计", "19", "", "", ""]]
    tiers = [["焦作市微型党课", "", "", "", ""], ["单位", "开展场次", "受众人次", "送课场次", "备注"], ["", "", "", "企业", ""]] + rows[1:]
    wanted = [("解放区", "7", "900.5", None, "好"), ("温县", "12", "3500", "4", None)]
    wrong = []
    for name, content in (("plain.csv", make_csv(rows)), ("gb.csv", make_csv(rows).encode("gb18030")), ("book.xlsx", make_xlsx(rows)),
                          ("tiers.csv", make_csv(tiers)), ("tiers.xlsx", make_xlsx(tiers))):
        file = desk.contest()
        _, answer = ctl("import", file, "activity", desk.write(name, content))
        wrong += expect(answer["imported"], 2, name)
        _, shown = ctl("annex", file, "activity")
        wrong += expect([tuple(r[k] for k in ("unit", "sessions", "audience", "enterprises", "remarks")) for r in shown["rows"]], wanted, name)
        wrong += expect(shown["sums"]["audience"], "4400.5", name + " sum")
        wrong += expect(shown["own_columns"], False, name)
    return wrong


def wrong_cells_are_named(desk):
    file = desk.contest()
    before = meaning(file)
    rows = [HEADER + ["天气"], ["温县", "约12", "1", "2", "", "晴"], ["火星", "3", "1.2345", "", "", ""], ["", "4", "", "", "", ""], ["温县", "5", "", "", "", ""]]
    status, answer = ctl("import", file, "activity", desk.write("t.csv", make_csv(rows)), check=False)
    wrong = refused(status, answer, 1, "bad-rows")
    wrong += expect([(d["row"], d["column"]) for d in answer["error"]["details"]],
                    [(2, "sessions"), (3, "unit"), (3, "audience"), (4, "unit"), (5, "unit")], "places")
    wrong += expect(meaning(file), before, "the file")
    _, answer = ctl("import", file, "activity", desk.write("u.csv", make_csv([HEADER + ["天气"], ["温县", "1", "", "", "", "晴"]])))
    return wrong + expect([n["column"] for n in answer["notices"]], ["天气"], "unknown column")


def small_pools_are_named(desk):
    file = desk.contest()
    people = [["人%s" % "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"[i], "1980.1", "1383910%04d" % i, str(i), "温县"] for i in range(20)]
    _, answer = ctl("import", file, "pool", desk.write("t.csv", make_csv([POOL] + people)), "--dry-run")
    wrong = expect(get_rows(file, "pool"), [], "after a dry run")
    _, answer = ctl("import", file, "pool", desk.write("t.csv", make_csv([POOL] + people)))
    told = [n["message"] for n in answer["notices"]]
    wrong += expect(any("温县" in t for t in told), False, "温县 has enough")
    wrong += expect(sum("解放区" in t for t in told), 1, "解放区 has none")
    wrong += expect(any("市教育局" in t for t in told), False, "a board keeps no pool")
    _, shown = ctl("annex", file, "pool")
    return wrong + expect([w["message"] for w in shown["warnings"]], told, "warnings")


def private_columns_stay_back(desk):
    file = desk.contest()
    ctl("import", file, "pool", desk.write("t.csv", make_csv([POOL, ["王韦", "198603", "13839101234", "3", "温县"]])))
    wrong = expect("phone" in get_rows(file, "pool")[0] or "born" in get_rows(file, "pool")[0], False, "private")
    wrong += expect(get_rows(file, "pool", "--office")[0]["born"], "1986-03", "office")
    for office in (False, True):
        out = desk.path("t.csv")
        ctl("annex", file, "pool", "-o", out, *(["--office"] if office else []))
        wrong += expect("13839101234" in out.read_text(encoding="utf-8"), office, "table, office %s" % office)
    return wrong


def comes_back_the_same(desk):
    file = desk.contest()
    ctl("import", file, "activity", desk.write("t.csv", make_csv([HEADER, ["温县", "12", "3500", "4", "=1+1"], ["解放区", "7", "900.5", "", ""]])))
    wanted = get_rows(file, "activity")
    wrong = []
    for name, extra in (("t.xlsx", []), ("t.csv", []), ("g.csv", ["--encoding", "gb18030"])):
        out = desk.path(name)
        ctl("annex", file, "activity", "-o", out, *extra)
        other = desk.contest()
        ctl("import", other, "activity", out)
        wrong += expect(get_rows(other, "activity"), wanted, name)
    book = desk.path("empty.xlsx")
    ctl("annex", file, "activity", "--template", book)
    status, answer = ctl("import", desk.contest(), "activity", book, check=False)
    # The header is understood; there is only nothing below it.
    wrong += refused(status, answer, 1, "bad-rows") + expect(len(answer["error"]["details"]), 1, "template")
    return wrong


def columns_are_data(desk):
    file = desk.contest()
    out = desk.path("columns.json")
    ctl("annex", file, "activity", "--columns", out)
    form = json.loads(out.read_text(encoding="utf-8"))
    form["title"]["zh"] = "附件1"
    form["columns"] = form["columns"][:2] + [dict(form["columns"][1], key="rain", zh="雨天", en="Rain")]
    ctl("import", file, "activity", desk.write("t.csv", make_csv([HEADER, ["温县", "12", "3500", "4", "x"]])))
    _, shown = ctl("annex", file, "activity", "--set", desk.write("own.json", json.dumps(form)))
    wrong = expect([c["key"] for c in shown["columns"]], ["unit", "sessions", "rain"], "columns")
    wrong += expect(shown["rows"], [{"unit": "温县", "sessions": "12", "rain": None}], "rows")
    ctl("import", file, "activity", desk.write("t.csv", make_csv([["单位", "开展场次", "雨天"], ["温县", "12", "3"]])))
    wrong += expect(get_rows(file, "activity"), [{"unit": "温县", "sessions": "12", "rain": "3"}], "imported")
    for _ in range(2):
        ctl("undo", file)
    _, shown = ctl("annex", file, "activity")
    wrong += expect((shown["own_columns"], shown["rows"][0]["audience"]), (False, "3500"), "taken back")
    form["columns"][1]["type"] = "figure"
    status, answer = ctl("annex", file, "activity", "--set", desk.write("bad.json", json.dumps(form)), check=False)
    wrong += refused(status, answer, 1, "bad-input") + expect(answer["error"]["details"][0]["column"], "columns[1].type", "path")
    status, _ = ctl("annex", file, "rubric", check=False)
    wrong += expect(status, 2, "no such table")
    status, _ = ctl("verify", file)
    return wrong + expect(status, 0, "verify")


def what_is_switched_off_stays(desk):
    """A column that is not shown is neither asked for nor handed out, and what is in it is there when it is shown again."""
    file = desk.contest()
    ctl("import", file, "activity", desk.write("t.csv", make_csv([HEADER, ["温县", "12", "3500", "4", "好"]])))
    out = desk.path("columns.json")
    ctl("annex", file, "activity", "--columns", out)
    form = json.loads(out.read_text(encoding="utf-8"))
    wrong = expect([(c["shown"], c["width"]) for c in form["columns"]], [(True, None)] * 23, "as it comes")
    audience = next(c for c in form["columns"] if c["key"] == "audience")
    audience.update(shown=False, width=25)
    own = desk.write("own.json", json.dumps(form))
    _, shown = ctl("annex", file, "activity", "--set", own)
    wrong += expect([(c["shown"], c["width"]) for c in shown["columns"] if c["key"] == "audience"], [(False, 25)], "switched off")
    wrong += expect(shown["rows"][0]["audience"], "3500", "its cells")
    table = desk.path("t.csv")
    ctl("annex", file, "activity", "-o", table)
    wrong += expect(("受众人次" in table.read_text(encoding="utf-8"), "3500" in table.read_text(encoding="utf-8")), (False, False), "the table")
    other = desk.contest()
    ctl("annex", other, "activity", "--set", own)
    _, answer = ctl("import", other, "activity", desk.write("u.csv", make_csv([HEADER, ["温县", "12", "3500", "4", "好"]])))
    wrong += expect([n["column"] for n in answer["notices"]], ["受众人次"], "left out")
    audience.update(shown=True)
    ctl("annex", file, "activity", "--set", desk.write("own.json", json.dumps(form)))
    ctl("annex", file, "activity", "-o", table)
    wrong += expect("3500" in table.read_text(encoding="utf-8"), True, "shown again")
    next(c for c in form["columns"] if c["key"] == "unit").update(shown=False)
    status, answer = ctl("annex", file, "activity", "--set", desk.write("bad.json", json.dumps(form)), check=False)
    return wrong + refused(status, answer, 1, "bad-input") + expect(answer["error"]["details"][0]["column"], "columns[0].shown", "path")


if __name__ == "__main__":
    Desk("cli/statistics").run(activity_in_every_form, wrong_cells_are_named, small_pools_are_named, private_columns_stay_back, comes_back_the_same, columns_are_data,
                               what_is_switched_off_stays)
