#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Withdrawal, a substitute in one act, and taking part again, with lecternctl: by id, by name, by the unit's word."""

from desk import NOMINEE_HEADER, Desk, expect, meaning, refused
from serving import ctl

SUBSTITUTE = NOMINEE_HEADER + "解放区,冯立新,中共党员,扁担上的账本,21,有\n"


def find(file, name):
    return next(nominee for nominee in ctl("show", file)[1]["nominees"] if nominee["name"] == name)


def list_journal(file):
    """What was said of the last line, by taking it back."""
    return ctl("undo", file)[1]["sentence"]


def one_stands_in(desk):
    file = desk.contest("nominees")
    gone = find(file, "王韦")
    wrong = refused(*ctl("substitute", file, "王韦", desk.write("s.csv", SUBSTITUTE), check=False), 1, "reason-missing")
    _, answer = ctl("substitute", file, "王韦", desk.write("s.csv", SUBSTITUTE), "--reason", "住院")
    come = find(file, "冯立新")
    wrong += expect(answer, {"nominee": gone["id"], "withdrawn": True, "reason": "住院", "substitute": come["id"], "name": "冯立新"}, "the answer")
    wrong += expect((find(file, "王韦")["withdrawn"], come["unit"], come["title"]), (True, gone["unit"], "扁担上的账本"), "who is there")
    wrong += expect(len(ctl("draw", file, "--seed", "s")[1]["order"]), 28, "who is drawn")
    return wrong + expect(ctl("verify", file)[0], 0, "verify")


def one_line_one_undo(desk):
    file = desk.contest("nominees")
    before = [(n["id"], n["name"], n["withdrawn"]) for n in ctl("show", file)[1]["nominees"]]
    ctl("substitute", file, str(find(file, "王韦")["id"]), desk.write("s.csv", SUBSTITUTE), "--reason", "住院")
    wrong = expect(list_journal(file), "王韦 was withdrawn; 冯立新 stands in.", "the journal")
    return wrong + expect([(n["id"], n["name"], n["withdrawn"]) for n in ctl("show", file)[1]["nominees"]], before, "taken back")


def what_is_refused(desk):
    file = desk.contest("nominees")
    before = meaning(file)
    other = SUBSTITUTE.replace("解放区", "温县")
    two = SUBSTITUTE + "解放区,冯立本,中共党员,秤,21,有\n"
    bad = SUBSTITUTE.replace("21", "many")
    wrong = []
    for who, table, code in (("没有此人", SUBSTITUTE, "not-found"), ("999", SUBSTITUTE, "not-found"), ("王韦", other, "bad-rows"), ("王韦", two, "bad-rows"),
                             ("王韦", bad, "bad-rows"), ("王韦", NOMINEE_HEADER, "bad-rows")):
        status, answer = ctl("substitute", file, who, desk.write("s.csv", table), "--reason", "住院", check=False)
        wrong += ["%s %s: %s" % (who, table, w) for w in (expect((status, bool(answer.get("error"))), (1, True), "refused") + expect(answer["error"]["code"], code, "code"))]
    wrong += expect(meaning(file), before, "the file")
    for name in ("郭海霞", "单晓燕"):
        ctl("withdraw", file, name, "--reason", "出差")
    free = meaning(file)
    for table in (SUBSTITUTE.replace("解放区", "修武县"), two):
        wrong += refused(*ctl("substitute", file, "王韦", desk.write("s.csv", table), "--reason", "住院", check=False), 1, "bad-input")
    wrong += expect(meaning(file), free, "the file, for the place of another unit, and for two")
    for arguments in (["withdraw", file], ["substitute", file, "王韦"], ["restore", file, "王韦", "x"]):
        wrong += refused(*ctl(*arguments, check=False), 2, "usage")
    return wrong


def out_and_in_again(desk):
    file = desk.contest("nominees")
    wrong = refused(*ctl("withdraw", file, "王韦", check=False), 1, "reason-missing")
    _, answer = ctl("withdraw", file, "王韦", "--reason", "出差")
    wrong += expect((answer["withdrawn"], answer["reason"]), (True, "出差"), "withdrawn")
    wrong += refused(*ctl("withdraw", file, "王韦", "--reason", "出差", check=False), 1, "not-found")
    wrong += expect(ctl("restore", file, "王韦")[1], {"nominee": find(file, "王韦")["id"], "withdrawn": False, "reason": None}, "restored")
    wrong += refused(*ctl("restore", file, "王韦", check=False), 1, "not-found")
    ctl("draw", file, "--seed", "s")
    return wrong + refused(*ctl("withdraw", file, "王韦", "--reason", "出差", check=False), 1, "already-drawn")


if __name__ == "__main__":
    Desk("cli/substitute").run(one_stands_in, one_line_one_undo, what_is_refused, out_and_in_again)
