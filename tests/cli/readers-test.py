#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Every kind of paper, in both languages, as other programs read it: qpdf, poppler and MuPDF find nothing to
warn about. A reader that is not installed is named and left out; poppler and qpdf must be there."""

import shutil
import subprocess

from desk import Desk, expect, run
from serving import ctl

READERS = [["qpdf", "--check"], ["pdffonts"], ["pdfinfo"], ["pdftotext", "-layout"], ["pdftoppm", "-r", "30"],
           ["mutool", "info"], ["mutool", "draw", "-q", "-N", "-F", "text"], ["mutool", "clean"]]
# -N: Debian builds MuPDF without colour profiles, and it says so of every file.
NEEDS_OUTPUT = {"pdftotext", "pdftoppm", "draw", "clean"}


def list_kinds(file):
    """As the command line names them when one is asked for that is none."""
    told = run("report", file, "no-such-kind", "-o", "x.pdf").stderr
    kinds = told.split("There are: ")[1].strip().rstrip(".").split(", ")
    assert len(kinds) >= 8, told
    return kinds


def fill_tables(desk, file):
    ctl("import", file, "activity", desk.write("a.csv", "单位,开展场次,平台,备注\n温县,12,焦作党建网,\n解放区,7.5,,“好”\n"))
    ctl("import", file, "pool", desk.write("p.csv", "姓名,出生年月,电话,授课次数,推荐单位\n马晓𬱖,1986-03,13839101234,3,温县\n阿卜杜拉·买买提,,,,温县\n"))


def make_papers(desk, file):
    fill_tables(desk, file)
    for kind in list_kinds(file):
        out = desk.path(kind + ".pdf")
        extra = ["--address", "192.168.1.20"] if kind == "cards" else []
        if kind == "cards":
            ctl("codes", file)
            ctl("certificate")
        status, answer = ctl("report", file, kind, *extra, "-o", out, check=False)
        if status == 0:
            yield out
        elif answer["error"]["code"] != "nothing-to-print":
            raise AssertionError(answer)
    for kind in ("entry-list", "activity", "pool"):
        out = desk.path(kind + "-office.pdf")
        ctl("report", file, kind, "--office", "-o", out)
        yield out
    for extra in ([], ["--overprint"]):
        out = desk.path("certificates%s.pdf" % "".join(extra))
        ctl("certificates", file, "--award", "merit", *extra, "-o", out)
        yield out


def read_with(reader, paper):
    """What the reader has to say."""
    last = reader[-1] if reader[0] == "mutool" else reader[0]
    command = [*reader, str(paper)]
    if "draw" in reader:
        command = [reader[0], "draw", *reader[2:], "-o", str(paper) + ".txt", str(paper)]
    elif last in NEEDS_OUTPUT:
        command.append(str(paper) + ".out")
    told = subprocess.run(command, capture_output=True, text=True, errors="replace")
    complaint = told.stderr + ("" if told.returncode == 0 else "exit status %d" % told.returncode)
    complaint += "".join(line for line in told.stdout.splitlines() if "warning" in line.lower() or "error:" in line.lower())
    return [] if not complaint else ["%s of %s: %s" % (" ".join(reader), paper.name, complaint)]


def check_language(desk, language):
    file = desk.marked(language)
    papers = list(make_papers(desk, file))
    wrong = expect(len(papers) >= 15, True, "papers: %s" % [paper.name for paper in papers])
    for reader in READERS:
        if not shutil.which(reader[0]):
            if reader[0] != "mutool":
                wrong.append("%s is not installed" % reader[0])
            else:
                print("# %s is not installed: what it would say of the papers is not known" % " ".join(reader))
            continue
        for paper in papers:
            wrong += read_with(reader, paper)
    return wrong


def papers_in_chinese(desk):
    return check_language(desk, "zh")


def papers_in_english(desk):
    return check_language(desk, "en")


def a_wrong_map_is_heard(desk):
    """The test can hear a reader: a paper whose map from codes to characters is spoilt is complained of."""
    paper = next(make_papers(desk, desk.marked("zh")))
    plain = desk.path("plain.pdf")
    subprocess.run(["qpdf", "--qdf", "--stream-data=uncompress", str(paper), str(plain)], check=True)
    spoilt = plain.read_bytes().replace(b"beginbfchar\n<0001> <", b"begincidrange\n<01> <", 1)
    plain.write_bytes(spoilt)
    told = subprocess.run(["pdftotext", str(plain), "-"], capture_output=True, text=True)
    return expect("ToUnicode" in told.stderr, True, "poppler of a spoilt map: %r" % told.stderr)


if __name__ == "__main__":
    Desk("cli/readers").run(papers_in_chinese, papers_in_english, a_wrong_map_is_heard)
