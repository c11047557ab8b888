# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""What the tests of lecternctl share: contests in folders of their own, tables written on the spot, and
what a contest file means, read with the sqlite3 of Python's standard library."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape

from house import SOURCE, Tap
from serving import CTL, ctl, own_home

ROSTER = SOURCE / "data" / "sample" / "roster-2018.csv"
JUDGES = SOURCE / "data" / "sample" / "judges-2018.csv"
NOMINEE_HEADER = "推荐单位,姓名,政治面貌,党课题目,宣讲场次,课件\n"


class Desk:
    """A folder for the test's files, and its cases."""

    def __init__(self, suite):
        self.tap = Tap()
        self.suite = suite
        self.home = tempfile.TemporaryDirectory(prefix="lectern-test-")
        own_home(os.path.join(self.home.name, "home"))
        self.folder = Path(self.home.name) / "desk"
        self.folder.mkdir()
        self.count = 0

    def path(self, name):
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        return folder / name

    def write(self, name, content):
        path = self.path(name)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def contest(self, *steps, template=None, seed="desk"):
        """The sample contest, as far as @steps: nominees, judges, drawn."""
        path = self.path("contest.lectern")
        ctl("new", path, *(["--template", template] if template else []))
        if "nominees" in steps:
            ctl("import", path, "nominees", ROSTER)
        if "judges" in steps:
            ctl("import", path, "judges", JUDGES)
        if "drawn" in steps:
            ctl("draw", path, "--seed", seed)
        return path

    def contest_in(self, language, *steps, seed="desk"):
        """The same in that language."""
        rules = json.loads((SOURCE / "data" / "templates" / "jiaozuo-2018.json").read_text(encoding="utf-8"))
        rules["language"] = language
        return self.contest(*steps, template=self.write("rules.json", json.dumps(rules)), seed=seed)

    def marked(self, language="zh"):
        """The sample contest in that language, drawn, timed, and marked by everybody who may."""
        file = self.contest_in(language, "nominees", "judges", "drawn", seed="marked")
        _, shown = ctl("show", file)
        keys = [criterion["key"] for criterion in shown["rules"]["rubric"]]
        rows = ["lot,judge," + ",".join(keys)]
        for nominee in shown["nominees"]:
            for judge in shown["judges"]:
                if judge["unit"] != nominee["unit"]:
                    marks = ["%.1f" % (5 + (nominee["lot"] * judge["number"] * 7 + place * 13) % 46 / 10) for place in range(len(keys))]
                    rows.append("%d,%d,%s" % (nominee["lot"], judge["number"], ",".join(marks)))
        ctl("import", file, "marks", self.write("marks.csv", "\n".join(rows)))
        ctl("import", file, "times", self.write("times.csv", "lot,seconds\n" + "".join("%d,%.1f\n" % (lot, 300.5 + 4 * lot) for lot in range(1, 29))))
        return file

    def case(self, name, problems):
        self.tap.case(problems, "/%s/%s" % (self.suite, name))

    def run(self, *cases):
        """Each case is a function that returns what is wrong; an exception is wrong too."""
        for function in cases:
            name = function.__name__.replace("_", "-")
            try:
                problems = function(self)
            except Exception as error:  # pylint: disable=broad-except
                problems = ["%s: %s" % (type(error).__name__, error)]
            self.case(name, problems or [])
        self.tap.done()


def run(*arguments, text=True, env=None):
    """lecternctl as a person runs it, without --json."""
    return subprocess.run([CTL, *map(str, arguments)], capture_output=True, text=text, timeout=120, env=env)


def meaning(path):
    """Everything a contest file says: every row of every table."""
    with closing(sqlite3.connect("file:%s?mode=ro" % path, uri=True)) as file:
        return "\n".join(file.iterdump())


def make_csv(rows, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def make_xlsx(rows):
    """A workbook of inline strings, the least another program would write."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join('<c t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % escape(str(v)) for v in row)
        lines.append('<row r="%d">%s</row>' % (number, cells))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "xl/workbook.xml": '<workbook xmlns:r="%s"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>' % relation,
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % relation,
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData>%s</sheetData></worksheet>" % "".join(lines),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def refused(status, answer, wanted_status, code):
    """What is wrong with a refusal."""
    error = answer.get("error", {})
    wrong = []
    if status != wanted_status:
        wrong.append("ended with %d, not %d: %s" % (status, wanted_status, answer))
    if error.get("code") != code:
        wrong.append("the code is %s, not %s: %s" % (error.get("code"), code, error.get("message")))
    if len(error.get("message", "")) < 10 or not isinstance(error.get("details"), list):
        wrong.append("no sentence, or no details: %s" % error)
    return wrong


def expect(found, wanted, what):
    return [] if found == wanted else ["%s: %.300r, should be %.300r" % (what, found, wanted)]
