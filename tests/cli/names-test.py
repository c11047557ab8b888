#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Lists of names in the order that is asked for: the nominees of `lecternctl show`, the public notice.
The sample's names were put in order by hand after the official stroke table."""

import itertools
import shutil
import subprocess

from desk import Desk, expect, run
from serving import ctl

STROKES = ("马晓𬱖 王韦 区建华 毛竹青 仇志远 尹红梅 田富 田大利 司马文轩 朱丽君 刘𫖯 李秀英 何玉洁 宋雪莲 张䶮 阿卜杜拉·买买提 陈静 陈正雷鸣 "
           "林致远 欧阳静怡 单晓燕 赵云台 胡兰 郭海霞 韩文渊 曾庆华 解文博 嘉应龙").split()
DOT_FIRST = ("马晓𬱖 王韦 区建华 毛竹青 仇志远 尹红梅 田富 田大利 司马文轩 刘𫖯 朱丽君 宋雪莲 李秀英 何玉洁 张䶮 阿卜杜拉·买买提 陈静 陈正雷鸣 "
             "单晓燕 林致远 欧阳静怡 赵云台 胡兰 郭海霞 曾庆华 韩文渊 解文博 嘉应龙").split()
PINYIN = ("阿卜杜拉·买买提 陈静 陈正雷鸣 郭海霞 韩文渊 何玉洁 胡兰 嘉应龙 李秀英 林致远 刘𫖯 马晓𬱖 毛竹青 区建华 欧阳静怡 仇志远 单晓燕 司马文轩 宋雪莲 "
          "田富 田大利 王韦 解文博 尹红梅 曾庆华 张䶮 赵云台 朱丽君").split()


def list_names(file, *options):
    _, answer = ctl("show", file, *options)
    return [nominee["name"] for nominee in answer["nominees"]]


def nominees_in_order(desk):
    file = desk.contest("nominees", "drawn")
    _, shown = ctl("show", file)
    lots = {nominee["name"]: nominee["lot"] for nominee in shown["nominees"]}
    wrong = expect(list_names(file, "--order", "strokes"), STROKES, "strokes")
    wrong += expect(list_names(file, "--order", "strokes-dot"), DOT_FIRST, "strokes, dot first")
    wrong += expect(list_names(file, "--order", "pinyin"), PINYIN, "pinyin")
    wrong += expect([lots[name] for name in list_names(file, "--order", "lot")], list(range(1, 29)), "lot")
    wrong += expect(run("show", file, "--order", "icu").returncode, 2, "no such order")
    return wrong


def mark_alike(desk):
    """Everybody by one judge; four marks for twenty-eight, so that most share a rank."""
    file = desk.contest("nominees", "judges", "drawn")
    _, shown = ctl("show", file)
    keys = [criterion["key"] for criterion in shown["rules"]["rubric"]]
    judge = next(judge["number"] for judge in shown["judges"] if judge["unit"] is None)
    rows = ["lot,judge," + ",".join(keys)]
    for lot in range(1, 29):
        rows.append("%d,%d,%s" % (lot, judge, ",".join(str(10 - lot % 4) for _ in keys)))
    ctl("import", file, "marks", desk.write("marks.csv", "\n".join(rows)))
    ctl("import", file, "times", desk.write("times.csv", "lot,seconds\n" + "".join("%d,300\n" % lot for lot in range(1, 29))))
    return file


def read_notice(desk, file, *options):
    """The names in the order they stand on the paper."""
    out = desk.path("notice.pdf")
    ctl("report", file, "notice", *options, "-o", out)
    text = subprocess.run(["pdftotext", "-raw", str(out), "-"], capture_output=True, text=True, check=True).stdout
    places = {name: "".join(text.split()).find(name) for name in STROKES}
    return sorted((name for name in places if places[name] >= 0), key=places.get)


def the_public_notice(desk):
    if not shutil.which("pdftotext"):
        return []
    file = mark_alike(desk)
    _, ranking = ctl("rank", file)
    rows = ranking["entries"]
    wrong = expect(sorted({row["rank"] for row in rows}), [1, 8, 15, 22], "ranks")
    by_rank = sorted(rows, key=lambda row: (row["rank"], STROKES.index(row["name"])))
    wrong += expect(read_notice(desk, file), [row["name"] for row in by_rank], "by rank, equals by strokes")
    awards = [key for key, _ in itertools.groupby(row["award"] for row in rows)]
    for order, names in (("strokes", STROKES), ("pinyin", PINYIN)):
        wanted = sorted(rows, key=lambda row: (awards.index(row["award"]), names.index(row["name"])))
        wrong += expect(read_notice(desk, file, "--order", order), [row["name"] for row in wanted], order)
    wanted = sorted(rows, key=lambda row: (awards.index(row["award"]), row["lot"]))
    wrong += expect(read_notice(desk, file, "--order", "lot"), [row["name"] for row in wanted], "lot")
    _, shown = ctl("show", file, "--order", "rank")
    ranks = {row["name"]: row["rank"] for row in rows}
    wrong += expect([n["name"] for n in shown["nominees"]], [row["name"] for row in by_rank], "show by rank %s" % ranks)
    wrong += expect(run("report", file, "running-order", "--order", "pinyin", "-o", desk.path("x.pdf")).returncode, 2, "of a running order")
    return wrong + expect(run("report", file, "notice", "--order", "icu", "-o", desk.path("x.pdf")).returncode, 2, "no such order")


if __name__ == "__main__":
    Desk("cli/names").run(nominees_in_order, the_public_notice)
