#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Tables as units send them, given to `lecternctl import`: good ones in every form, and bad ones, of which
every bad row is named with row, column and what to do, and nothing is imported."""

from desk import JUDGES, NOMINEE_HEADER, ROSTER, Desk, expect, make_csv, make_xlsx, meaning, read_rows, refused, run
from serving import ctl

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0"

# name, table, code, where: (row, column) of every complaint
BAD = [
    ("wrong-header", "a,b,c\n1,2,3\n", "bad-rows",
     [(1, "unit"), (1, "name"), (1, "title"), (1, "party"), (1, "lectures"), (1, "courseware")]),
    ("missing-unit", NOMINEE_HEADER + "解放区,甲,党员,题,1,有\n,乙,党员,题,1,有\n", "bad-rows", [(3, "unit")]),
    ("unknown-unit", NOMINEE_HEADER + "解放,甲,党员,题,1,有\n", "bad-rows", [(2, "unit")]),
    ("third-nominee", NOMINEE_HEADER + "".join("温县,%s,党员,题,1,有\n" % n for n in "甲乙丙丁"), "bad-rows", [(4, "unit"), (5, "unit")]),
    ("no-party-member", NOMINEE_HEADER + "解放区,甲,群众,题,1,有\n温县,乙,党员,题,1,有\n", "bad-rows", [(2, "party")]),
    ("no-courseware", NOMINEE_HEADER + "解放区,甲,党员,题,1,无\n温县,乙,党员,题,1,\n", "bad-rows", [(2, "courseware"), (3, "courseware")]),
    ("never-lectured", NOMINEE_HEADER + "解放区,甲,党员,题,0,有\n", "bad-rows", [(2, "lectures")]),
    ("long-name", NOMINEE_HEADER + "解放区,%s,党员,题,1,有\n" % ("长" * 500), "bad-rows", [(2, "name")]),
    ("several", NOMINEE_HEADER + "\n火星,甲,群众,题,many,无\n温县,,党员,,1,有\n", "bad-rows",
     [(3, "unit"), (3, "party"), (3, "lectures"), (3, "courseware"), (4, "name"), (4, "title")]),
    ("row-after-a-line-break", NOMINEE_HEADER + '解放区,甲,党员,"题\n目",1,有\n温县,乙,群众,题,1,有\n', "bad-rows", [(3, "party")]),
    ("mixed-encodings", NOMINEE_HEADER.encode() + "解放区,单晓燕,党员,题目,1,有\n".encode() + "温县,陈正雷鸣,党员,一招一式,1,有\n".encode("gb18030"),
     "bad-encoding", [(3, None)]),
    ("no-encoding", NOMINEE_HEADER.encode() + b"\xff\xfe\xff,a\n", "bad-encoding", [(2, None)]),
    ("open-quote", NOMINEE_HEADER + '解放区,"甲,党员,题,1,有\n温县,乙,党员,题,1,有\n', "bad-quoting", [(2, None)]),
    ("empty-file", "", "empty-table", []),
    ("nothing-but-spaces", "\ufeff \n\n", "empty-table", []),
    ("header-alone", NOMINEE_HEADER, "bad-rows", [(1, None)]),
    ("picture", PNG, "not-a-table", []),
    ("old-workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not-a-table", []),
    ("broken-workbook", make_xlsx([["a", "b"]])[:-30], "bad-workbook", []),
    ("workbook", make_xlsx([["unit", "name", "title", "party", "lectures", "courseware"], ["温县", "甲", "题", "群众", "1", "有"]]),
     "bad-rows", [(2, "party")]),
]


def check_bad(desk, table, code, places):
    file = desk.contest("judges")
    before = meaning(file)
    status, answer = ctl("import", file, "nominees", desk.write("table.csv", table), check=False)
    wrong = refused(status, answer, 1, code)
    wrong += expect(sorted((d["row"] or 0, d["column"] or "") for d in answer["error"]["details"]), sorted((r, c or "") for r, c in places), "places")
    wrong += ["no sentence: %s" % d for d in answer["error"]["details"] if len(d["message"]) < 15]
    return wrong + expect(meaning(file), before, "the file")


def sample_in_every_form(desk):
    rows = read_rows(ROSTER)
    plain = desk.contest("nominees")
    _, wanted = ctl("show", plain)
    wrong = []
    english = dict(zip("推荐单位 姓名 性别 民族 出生年月 政治面貌 入党时间 学历 工作单位及职务 党课题目 宣讲场次 课件 联系电话".split(),
                       "unit name gender ethnicity born party joined education employer title lectures courseware phone".split()))
    turned = [row[::-1] for row in rows]
    for name, content in (
            ("bom.csv", b"\xef\xbb\xbf" + make_csv(rows).encode()), ("gb18030.csv", make_csv(rows).encode("gb18030")),
            ("semicolon.csv", make_csv(rows, ";")), ("tab.txt", make_csv(rows, "\t")), ("turned.csv", make_csv(turned)),
            ("english.csv", make_csv([[english[h] for h in rows[0]]] + rows[1:])), ("book.xlsx", make_xlsx(rows)),
            ("misnamed.csv", make_xlsx(rows)), ("spaces.csv", make_csv([[" %s\u3000" % v for v in row] for row in rows])),
            ("unix.csv", make_csv(rows).replace("\r\n", "\n"))):
        file = desk.contest()
        _, answer = ctl("import", file, "nominees", desk.write(name, content))
        _, shown = ctl("show", file)
        wrong += expect(answer["imported"], 28, name)
        if shown["nominees"] != wanted["nominees"]:
            wrong.append("%s reads otherwise" % name)
    return wrong


def unknown_columns_and_mended_names_are_reported(desk):
    file = desk.contest()
    table = NOMINEE_HEADER.strip() + ",鞋码\n解放区,阿卜杜拉•买买提,党员,题,1,有,42\n温县,田　富,党员,题,1,有,43\n"
    _, answer = ctl("import", file, "nominees", desk.write("t.csv", table))
    _, shown = ctl("show", file)
    return (expect([(n["row"], n["column"]) for n in answer["notices"]], [(1, "鞋码"), (2, "name"), (3, "name")], "notices")
            + expect([n["name"] for n in shown["nominees"]], ["阿卜杜拉·买买提", "田富"], "names"))


def dry_run_changes_nothing(desk):
    file = desk.contest()
    before = meaning(file)
    _, answer = ctl("import", file, "nominees", ROSTER, "--dry-run")
    wrong = expect((answer["rows"], answer["imported"], answer["dry_run"]), (28, 0, True), "answer") + expect(meaning(file), before, "the file")
    drawn = desk.contest("nominees", "drawn")
    # What the engine refuses, a dry run refuses too.
    table = desk.write("t.csv", "unit,name,title,party,lectures,courseware\n")
    return wrong + refused(*ctl("import", drawn, "nominees", table, "--dry-run", check=False), 1, "bad-rows")


def what_is_registered_counts(desk):
    file = desk.contest("nominees", "judges")
    before = meaning(file)
    status, answer = ctl("import", file, "nominees", ROSTER, check=False)
    wrong = refused(status, answer, 1, "bad-rows") + expect({d["row"] for d in answer["error"]["details"]}, set(range(2, 30)), "rows")
    status, answer = ctl("import", file, "judges", JUDGES, check=False)
    wrong += refused(status, answer, 1, "bad-rows") + expect({d["row"] for d in answer["error"]["details"]}, set(range(2, 11)), "rows")
    return wrong + expect(meaning(file), before, "the file")


def a_table_that_comes_back_is_laid_beside(desk):
    """Every cell that differs is told, before and after; the whole sample once more changes nothing."""
    file = desk.contest("nominees")
    before = meaning(file)
    _, answer = ctl("import", file, "nominees", ROSTER, "--update")
    wrong = expect((answer["imported"], answer["unchanged"], answer["changes"]), (0, 28, []), "the same again") + expect(meaning(file), before, "the file")
    rows = read_rows(ROSTER)
    head, first = rows[0], rows[1]
    title, phone = head.index("党课题目"), head.index("联系电话")
    changed = first[:title] + ["另一个题目"] + first[title + 1:]
    table = desk.write("back.csv", make_csv([head[:phone] + head[phone + 1:], changed[:phone] + changed[phone + 1:]]))
    name, was = first[head.index("姓名")], first[title]
    _, answer = ctl("import", file, "nominees", table, "--update", "--dry-run")
    cells = [(c["name"], c["new"], [(d["column"], d["before"], d["after"]) for d in c["cells"]]) for c in answer["changes"]]
    wrong += expect(cells, [(name, False, [("title", was, "另一个题目")])], "a dry run's changes") + expect(meaning(file), before, "after the dry run")
    ctl("import", file, "nominees", table, "--update")
    shown = {n["name"]: n["title"] for n in ctl("show", file)[1]["nominees"]}
    wrong += expect((len(shown), shown[name]), (28, "另一个题目"), "what is registered")
    wrong += expect(ctl("verify", file)[0], 0, "verify")
    ctl("undo", file)
    wrong += expect({n["name"]: n["title"] for n in ctl("show", file)[1]["nominees"]}[name], was, "after undo")
    status, _ = ctl("import", file, "judges", JUDGES, "--update", check=False)
    return wrong + expect(status, 2, "judges")


def judges_are_checked(desk):
    file = desk.contest()
    before = meaning(file)
    table = "编号,姓名,所属单位,组长\n1,甲,,是\n1,乙,,\n3,,,\nx,丁,,\n5,戊,火星,\n6,己,,是\n7,庚,,也许\n"
    status, answer = ctl("import", file, "judges", desk.write("j.csv", table), check=False)
    return (refused(status, answer, 1, "bad-rows") + expect(meaning(file), before, "the file")
            + expect([(d["row"], d["column"]) for d in answer["error"]["details"]],
                     [(3, "number"), (4, "name"), (5, "number"), (6, "unit"), (7, "head"), (8, "head")], "places"))


def a_person_reads_the_places(desk):
    refusal = run("import", desk.contest(), "nominees", desk.write("t.csv", NOMINEE_HEADER + "解放区,甲,群众,题,1,有\n"))
    return expect(refusal.returncode, 1, "status") + expect("row 2, party: " in refusal.stderr, True, refusal.stderr)


def a_table_that_is_not_there(desk):
    return refused(*ctl("import", desk.contest(), "nominees", desk.path("none.csv"), check=False), 3, "no-file")


def named(function, name):
    function.__name__ = name
    return function


if __name__ == "__main__":
    cases = [named(lambda desk, t=table, c=code, p=places: check_bad(desk, t, c, p), "bad/" + name) for name, table, code, places in BAD]
    Desk("cli/tables").run(*cases, sample_in_every_form, unknown_columns_and_mended_names_are_reported, dry_run_changes_nothing,
                           what_is_registered_counts, a_table_that_comes_back_is_laid_beside, judges_are_checked, a_person_reads_the_places, a_table_that_is_not_there)
