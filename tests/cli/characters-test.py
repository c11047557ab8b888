#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""All 8 105 characters of 通用规范汉字表 and the thousand of beyond.txt, as names and as titles: they come in by
a table, are stored, printed, and read back from the paper as they were typed. (Whether the projector has
a glyph for each is test-stage-characters, the paper's fonts are test-paper-characters.)"""

import collections
import json
import shutil
import subprocess
from pathlib import Path

from desk import SOURCE, Desk, expect, make_csv, run
from serving import ctl

OFFICIAL = "".join((SOURCE / "data" / "names" / "characters.txt").read_text(encoding="utf-8").split())
BEYOND = "".join((Path(__file__).parent / "beyond.txt").read_text(encoding="utf-8").split())
LENGTH = 20
# What poppler gives back as something else than what was typed: nothing.
NOT_READ_BACK = set()


def invent_nominees():
    """Rows of a table: every character once in a name and once in a title."""
    characters = OFFICIAL + BEYOND
    pieces = [characters[start:start + LENGTH] for start in range(0, len(characters), LENGTH)]
    return [[("一队", "二队")[row % 2], name, title]
            for row, (name, title) in enumerate(zip(pieces, pieces[1:] + pieces[:1]))]


def make_contest(desk, rows, encoding):
    rules = json.loads((SOURCE / "data" / "templates" / "blank.json").read_text(encoding="utf-8"))
    rules.update({"units": [{"key": "one", "name": "一队"}, {"key": "two", "name": "二队"}], "quota_per_unit": 1000})
    file = desk.path("characters.lectern")
    ctl("new", file, "--template", desk.write("rules.json", json.dumps(rules)))
    table = desk.write("table.csv", make_csv([["推荐单位", "姓名", "党课题目"]] + rows).encode(encoding))
    _, answer = ctl("import", file, "nominees", table)
    return file, answer


def characters_are_distinct(_desk):
    return expect((len(OFFICIAL), len(set(OFFICIAL)), len(BEYOND), len(set(BEYOND)), set(OFFICIAL) & set(BEYOND)),
                  (8105, 8105, 1000, 1000, set()), "characters")


def tables_are_stored_as_typed(desk):
    rows = invent_nominees()
    wrong = []
    for encoding in ("utf-8", "gb18030"):
        file, answer = make_contest(desk, rows, encoding)
        wrong += expect((answer["rows"], answer.get("notices", [])), (len(rows), []), "what %s was answered" % encoding)
        _, shown = ctl("show", file)
        wrong += expect(sorted((n["name"], n["title"]) for n in shown["nominees"]), sorted(tuple(row[1:]) for row in rows), encoding)
    return wrong


def papers_are_read_back(desk):
    rows = invent_nominees()
    file, _ = make_contest(desk, rows, "utf-8")
    ctl("draw", file, "--seed", "characters")
    out = desk.path("order.pdf")
    ctl("report", file, "running-order", "-o", out)
    if not shutil.which("pdftotext"):
        return []
    told = subprocess.run(["pdftotext", "-raw", str(out), "-"], capture_output=True, text=True, check=True)
    text = "".join(told.stdout.split())
    found = collections.Counter(text)
    lost = {c for c in OFFICIAL + BEYOND if found[c] < 2}
    torn = [row[1] for row in rows if row[1] not in text]
    return (expect(told.stderr, "", "what poppler complains of")
            + expect(lost, NOT_READ_BACK, "characters that are not read back twice")
            + expect(torn, [], "names that are not read back whole"))


def unknown_characters_are_named(desk):
    """A character that no font has is refused with its code, not printed as a box."""
    file, _ = make_contest(desk, [["一队", "王\U0003134a", "题"]], "utf-8")
    ctl("draw", file, "--seed", "characters")
    answer = run("--json", "report", file, "running-order", "-o", desk.path("order.pdf"))
    error = json.loads(answer.stdout)["error"]
    return expect((answer.returncode, error["code"], "U+3134A" in error["message"]), (1, "glyph-missing", True), error["message"])


if __name__ == "__main__":
    Desk("cli/characters").run(characters_are_distinct, tables_are_stored_as_typed, papers_are_read_back, unknown_characters_are_named)
