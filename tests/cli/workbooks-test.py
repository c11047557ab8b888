#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Results as workbooks and CSV files: their figures are the ranking's, what people typed is never a formula,
tables come in again as they went out, and the workbook that units fill in is read or answered row by row.
Where LibreOffice is installed it opens the workbooks and says the same."""

import csv
import io
import re
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from datetime import datetime
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from desk import NOMINEE_HEADER, ROSTER, Desk, expect, meaning, read_rows, refused, run
from serving import ctl

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
TABLES = ["ranking", "sheets", "marks", "times", "nominees", "about"]
FORMULAS = ["=1+1", "+86 391", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://example.invalid\",\"点这里\")", "＝1+1", "'=1", "=cmd|'/c calc'!A1"]


class Book:
    """A workbook as its XML says, read without our own reader."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.names = [s.get("name") for s in ElementTree.fromstring(self.parts["xl/workbook.xml"]).iterfind(".//m:sheet", NS)]
        strings = ElementTree.fromstring(self.parts["xl/sharedStrings.xml"])
        self.strings = ["".join(t.text or "" for t in si.iterfind(".//m:t", NS)) for si in strings.iterfind("m:si", NS)]
        styles = ElementTree.fromstring(self.parts["xl/styles.xml"])
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iterfind(".//m:numFmt", NS)}
        codes.update({"0": "General", "1": "0", "2": "0.00", "49": "@"})
        struck = [f.find("m:strike", NS) is not None for f in styles.iterfind("m:fonts/m:font", NS)]
        self.styles = [(codes[x.get("numFmtId")], struck[int(x.get("fontId"))]) for x in styles.iterfind("m:cellXfs/m:xf", NS)]

    def rows(self, index):
        """[[(value, is a number, its format, struck out)]] of a sheet."""
        sheet = ElementTree.fromstring(self.parts["xl/worksheets/sheet%d.xml" % (index + 1)])
        assert not list(sheet.iterfind(".//m:f", NS)), "a formula"
        rows = []
        for row in sheet.iterfind(".//m:row", NS):
            cells = []
            for cell in row.iterfind("m:c", NS):
                column = sum((ord(c) - 64) * 26 ** p for p, c in enumerate(reversed(re.match("[A-Z]+", cell.get("r")).group()))) - 1
                cells += [("", False, "", False)] * (column - len(cells))
                value = cell.find("m:v", NS).text
                text = cell.get("t") == "s"
                cells.append((self.strings[int(value)] if text else value, not text, *self.styles[int(cell.get("s", 0))]))
            rows.append(cells)
        return rows


def read_csv(desk, file, table, *options):
    out = desk.path(table + ".csv")
    ctl("export", file, "--table", table, *options, "-o", out)
    encoding = "gb18030" if "gb18030" in options else "utf-8-sig"
    return list(csv.reader(io.StringIO(out.read_bytes().decode(encoding))))


def show_number(cell):
    """As a spreadsheet program shows it."""
    value, is_number, code, _ = cell
    return value if not is_number else "%.*f" % (len(code.partition(".")[2]), float(value))


def a_workbook_says_what_the_ranking_says(desk):
    wrong = []
    for language, names in (("zh", ["成绩", "评分", "打分明细", "用时", "选手", "说明"]), ("en", TABLES)):
        file = desk.marked(language)
        before = meaning(file)
        out = desk.path("results.xlsx")
        _, answer = ctl("export", file, "-o", out)
        _, ranking = ctl("rank", file)
        book = Book(out)
        wrong += expect((answer["tables"], book.names), (6, names), "sheets") + expect(meaning(file), before, "the file")
        rows = book.rows(0)[1:]
        wrong += expect([[show_number(c) for c in row[:8]] for row in rows],
                        [[str(e["rank"]), str(e["lot"]), e["name"], e["unit"], e["title"], e["mean"], e["deduction"], e["final"]] for e in ranking["entries"]], "ranking")
        wrong += expect({(row[0][1], row[2][1], row[7][1], row[7][2]) for row in rows}, {(True, False, True, "0.00")}, "kinds of cells")
        wrong += expect([row[10][0] if len(row) > 10 else "" for row in rows], [e["separation"] or "" for e in ranking["entries"]], "separations")
        for row, entry in zip(book.rows(1)[1:], ranking["entries"]):
            sheets = {s["judge"]: s for s in entry["sheets"]}
            for judge in range(1, 10):
                value, is_number, _, struck = row[2 + judge]
                if judge in sheets:
                    wrong += expect((is_number, float(value), struck), (True, float(sheets[judge]["total"]), not sheets[judge]["counted"]), "a total")
                else:
                    wrong += expect((value, is_number), ("回避" if language == "zh" else "recused", False), "no total")
            out_of_it = [str(j) for j in sheets if not sheets[j]["counted"]]
            wrong += expect(re.findall(r"\d+", row[12][0]), out_of_it, "judges struck out")
    return wrong


def csv_files_say_the_same(desk):
    file = desk.marked()
    out = desk.path("results.xlsx")
    ctl("export", file, "-o", out)
    book = Book(out)
    wrong = []
    for index, table in enumerate(TABLES):
        for options in ((), ("--encoding", "gb18030")):
            rows = read_csv(desk, file, table, *options)
            width = len(rows[0])
            shown = [[show_number(c) for c in row] + [""] * (width - len(row)) for row in book.rows(index)]
            if table == "about":
                rows, shown = [row for row in rows if row[0] != "导出时间"], [row for row in shown if row[0] != "导出时间"]
            wrong += expect(rows, shown, "%s %s" % (table, options))
    plain = desk.path("plain.csv")
    ctl("export", file, "-o", plain)
    wrong += expect(plain.read_bytes()[:3], b"\xef\xbb\xbf", "the mark of UTF-8")
    for arguments in (["-o", "x.txt"], ["-o", "x.xlsx", "--table", "marks"], ["-o", "x.csv", "--encoding", "latin1"], ["-o", "x.csv", "--table", "x"],
                      ["-o", "x.json", "--table", "marks"]):
        wrong += expect(run("export", file, *arguments).returncode, 2, arguments)
    return wrong + refused(*ctl("export", file, "-o", desk.path("x.csv"), "--round", "semi", check=False), 1, "not-found")


def private_matters_stay_in_the_file(desk):
    file = desk.marked()
    out = desk.path("results.xlsx")
    ctl("export", file, "-o", out)
    texts = set(Book(out).strings)
    private = {row[index] for row in read_rows(ROSTER)[1:] for index in (4, 12)}
    return expect((len(private) > 28, texts & private), (True, set()), "birth dates and telephone numbers")


def the_journal_goes_out(desk):
    """Time, who, what and why of every line, as a table and as a workbook; what was typed as a reason is no formula."""
    wrong = []
    heads = {"zh": ["行号", "时间", "操作人", "电脑", "事项", "理由", "校验值"], "en": ["line", "time", "who", "laptop", "what", "why", "hash"]}
    for language, head in heads.items():
        file = desk.contest_in(language, "nominees")
        for nominee, reason in enumerate(FORMULAS, 1):
            ctl("withdraw", file, nominee, "--reason", reason)
        with closing(sqlite3.connect("file:%s?mode=ro" % file, uri=True)) as store:
            lines = store.execute("SELECT seq, wall_us, actor, device, sentence, reason, lower(hex(hash)) FROM journal ORDER BY seq").fetchall()
        wanted = [[str(seq), datetime.fromtimestamp(wall // 10 ** 6).strftime("%Y-%m-%d %H:%M:%S"), *(text or "" for text in texts)] for seq, wall, *texts in lines]
        out = desk.path("journal.xlsx")
        wrong += expect(ctl("export", file, "-o", out, "--table", "journal")[1]["tables"], 1, "the answer")
        rows = [[cell[0] for cell in row] + [""] * (7 - len(row)) for row in Book(out).rows(0)]
        wrong += expect(rows, [head, *wanted], "the workbook")
        wrong += expect(Book(out).names, ["日志" if language == "zh" else "journal"], "the sheet")
        for options in ((), ("--encoding", "gb18030")):
            rows = read_csv(desk, file, "journal", *options)
            wrong += expect([row[:5] for row in rows], [row[:5] for row in [head, *wanted]], "the table")
            reasons = [row[5] for row in rows[-len(FORMULAS):]]
            wrong += expect(reasons, [reason if reason[0] == "'" else "'" + reason for reason in FORMULAS], "reasons that look like formulas")
    return wrong + expect(run("export", file, "-o", "x.csv", "--table", "journal", "--round", "final").returncode, 2, "of a round")


def nothing_typed_is_a_formula(desk):
    file = desk.contest()
    units = [unit["name"] for unit in ctl("show", file)[1]["units"] if unit["active"]]
    rows = [[units[index], "甲%s" % "乙丙丁戊己庚辛壬"[index], "党员", text, "1", "有"] for index, text in enumerate(FORMULAS)]
    table = io.StringIO()
    csv.writer(table).writerows([NOMINEE_HEADER.strip().split(",")] + [[c if i != 3 or not c.startswith("=") else c for i, c in enumerate(r)] for r in rows])
    ctl("import", file, "nominees", desk.write("t.csv", table.getvalue()))
    # What stood in the file as '=1 came in as =1: the apostrophe is the file's.
    typed = [text[1:] if text == "'=1" else text for text in FORMULAS]
    _, shown = ctl("show", file)
    wrong = expect([n["title"] for n in shown["nominees"]], typed, "titles as stored")
    out = desk.path("t.csv")
    ctl("export", file, "--table", "nominees", "-o", out)
    titles = [row[8] for row in csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig")))][1:]
    wrong += expect(titles, ["'" + text for text in typed], "titles in CSV")
    book = desk.path("t.xlsx")
    ctl("export", file, "-o", book)
    wrong += expect([row[8][:2] for row in Book(book).rows(4)[1:]], [(text, False) for text in typed], "titles in a workbook")
    again = desk.contest()
    ctl("import", again, "nominees", out)
    return wrong + expect([n["title"] for n in ctl("show", again)[1]["nominees"]], typed, "titles that came in again")


def what_went_out_comes_in_again(desk):
    file = desk.marked()
    again = desk.contest()
    paths = {table: desk.path(table + ".csv") for table in ("nominees", "marks", "times")}
    for table, path in paths.items():
        ctl("export", file, "--table", table, "--encoding", "gb18030", "-o", path)
    ctl("import", again, "nominees", paths["nominees"])
    from desk import JUDGES
    ctl("import", again, "judges", JUDGES)
    ctl("draw", again, "--seed", "marked")
    ctl("import", again, "marks", paths["marks"])
    ctl("import", again, "times", paths["times"])
    wrong = expect([n["name"] for n in ctl("show", again)[1]["nominees"]], [n["name"] for n in ctl("show", file)[1]["nominees"]], "nominees")
    return wrong + expect(ctl("rank", again)[1], ctl("rank", file)[1], "ranking")


def fill_in(path, rows):
    """The workbook with rows of inline strings and numbers below its header, as a program would save it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    lines = []
    for number, row in enumerate(rows, 2):
        cells = "".join('<c r="%s%d"%s</c>' % ("ABCDEFGHIJKLM"[i], number, '><v>%s</v>' % v if isinstance(v, int) else ' t="inlineStr"><is><t>%s</t></is>' % escape(v))
                        for i, v in enumerate(row) if v != "")
        lines.append('<row r="%d">%s</row>' % (number, cells))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", "".join(lines).encode() + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def the_workbook_for_units(desk):
    wrong = []
    for language in ("zh", "en"):
        file = desk.marked(language)
        fresh = desk.contest()
        out = desk.path("form.xlsx")
        ctl("template-workbook", file, "-o", out)
        sheet = zipfile.ZipFile(out).read("xl/worksheets/sheet1.xml").decode()
        units = [unit["name"] for unit in ctl("show", file)[1]["units"] if unit["active"]]
        book = Book(out)
        wrong += expect([row[0][0] for row in book.rows(2)][1:], units, "the units to choose from")
        wrong += expect(sheet.count('type="list"'), 3, "lists to choose from")
        wrong += expect(("$A$2:$A$%d" % (len(units) + 1)) in sheet, True, "the list of units")
        wrong += expect(len(book.rows(1)) > 15, True, "guidance")
        wrong += refused(*ctl("import", fresh, "nominees", out, check=False), 1, "bad-rows")
        rows = [row[:10] + [int(row[10])] + row[11:] for row in order_like_form(read_rows(ROSTER)[1:])]
        fill_in(out, rows)
        _, answer = ctl("import", fresh, "nominees", out)
        wrong += expect((answer["imported"], answer["notices"]), (28, []), "rows of the filled-in workbook")
        wrong += expect(ctl("show", fresh)[1]["nominees"], ctl("show", desk.contest("nominees"))[1]["nominees"], "nominees")
    return wrong


def order_like_form(rows):
    """From the sample's columns to the form's: 单位 姓名 性别 民族 出生 面貌 入党 学历 单位及职务 题目 场次 课件 电话, which are the same."""
    return [list(row) for row in rows]


def rows_of_a_workbook_are_answered(desk):
    file = desk.contest()
    out = desk.path("form.xlsx")
    ctl("template-workbook", file, "-o", out)
    before = meaning(file)
    fill_in(out, [["解放区", "甲", "", "", "", "中共党员", "", "", "", "题", 1, "有", ""],
                  ["解放", "乙", "", "", "", "群众", "", "", "", "题", 1, "无", ""],
                  ["温县", "", "", "", "", "中共党员", "", "", "", "题", "三", "有", ""]])
    status, answer = ctl("import", file, "nominees", out, check=False)
    wrong = refused(status, answer, 1, "bad-rows") + expect(meaning(file), before, "the file")
    wrong += expect(run("template-workbook", file, "-o", "x.csv").returncode, 2, "a form that is no workbook")
    return wrong + expect([(d["row"], d["column"]) for d in answer["error"]["details"]],
                          [(3, "unit"), (3, "party"), (3, "courseware"), (4, "name"), (4, "lectures")], "places")


def libreoffice_says_the_same(desk):
    if not shutil.which("soffice"):
        print("# LibreOffice is not installed (apt install libreoffice-calc-nogui: 80 MB to fetch, 258 MB on disk): whether it opens our workbooks is not known")
        return []
    file = desk.marked()
    book = desk.path("results.xlsx")
    ctl("export", file, "-o", book)
    form = desk.path("form.xlsx")
    ctl("template-workbook", file, "-o", form)
    wrong = []
    for path in (book, form):
        # 44 comma, 34 quotation mark, 76 UTF-8, from line 1, as shown, every sheet.
        told = subprocess.run(["soffice", "-env:UserInstallation=file://%s" % desk.folder, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1",
                               "--outdir", str(path.parent), str(path)], capture_output=True, text=True, timeout=120)
        wrong += expect(told.returncode, 0, told.stderr)
        sheets = Book(path)
        for index, name in enumerate(sheets.names):
            found = list(csv.reader(io.StringIO((path.parent / ("%s-%s.csv" % (path.stem, name))).read_text(encoding="utf-8-sig"))))
            width = max(map(len, sheets.rows(index)))
            wanted = [[show_number(c) for c in row] + [""] * (width - len(row)) for row in sheets.rows(index)]
            found = [row + [""] * (width - len(row)) for row in found]
            wrong += expect([row for row in found if any(row)], wanted, "%s of %s" % (name, path.name))
    return wrong


if __name__ == "__main__":
    Desk("cli/workbooks").run(a_workbook_says_what_the_ranking_says, csv_files_say_the_same, private_matters_stay_in_the_file, the_journal_goes_out, nothing_typed_is_a_formula,
                              what_went_out_comes_in_again, the_workbook_for_units, rows_of_a_workbook_are_answered, libreoffice_says_the_same)
