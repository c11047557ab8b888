#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Fonts of papers before the day: which are used, what others lend, what no font has. The laptops of offices are
made up here: a folder of fonts under other names, one in a collection, one that forbids embedding."""

import os
import struct
import subprocess
from contextlib import contextmanager

from desk import NOMINEE_HEADER, Desk, expect, refused
from serving import ctl

WENKAI, WENKAI_MONO, SANS, MONO = "LXGW WenKai", "LXGW WenKai Mono", "DejaVu Sans", "DejaVu Sans Mono"


def find_font(family):
    told = subprocess.run(["fc-match", "-f", "%{file}", family + ":regular"], capture_output=True, text=True, check=True).stdout
    assert os.path.exists(told), family
    return told


def read_font(family):
    with open(find_font(family), "rb") as file:
        return file.read()


def make_collection(fonts):
    """A TrueType collection of whole fonts, one after the other, their tables' places moved along."""
    head = 12 + 4 * len(fonts)
    parts, at = [], head
    offsets = []
    for font in fonts:
        n_tables = struct.unpack(">H", font[4:6])[0]
        moved = bytearray(font)
        for i in range(n_tables):
            place = 12 + 16 * i + 8
            moved[place:place + 4] = struct.pack(">I", struct.unpack(">I", font[place:place + 4])[0] + at)
        moved += bytes(-len(moved) % 4)
        offsets.append(at)
        parts.append(bytes(moved))
        at += len(moved)
    return b"ttcf" + struct.pack(">II", 0x10000, len(fonts)) + b"".join(struct.pack(">I", o) for o in offsets) + b"".join(parts)


def forbid_embedding(font):
    changed = bytearray(font)
    for i in range(struct.unpack(">H", font[4:6])[0]):
        if font[12 + 16 * i:16 + 16 * i] == b"OS/2":
            at = struct.unpack(">I", font[20 + 16 * i:24 + 16 * i])[0]
            changed[at + 8:at + 10] = struct.pack(">H", 2)
    return bytes(changed)


@contextmanager
def laptop(desk, files, names):
    """A laptop with these @files alone; @names: what the family of a file is called there."""
    folder = desk.path("fonts")
    folder.mkdir()
    for name, content in files.items():
        if isinstance(content, str):
            os.symlink(content, folder / name)
        else:
            (folder / name).write_bytes(content)
    rules = "".join('<match target="scan"><test name="file"><string>%s</string></test><test name="family"><string>%s</string></test>'
                    '<edit name="family" mode="assign" binding="same"><string>%s</string></edit></match>' % (folder / file, old, new)
                    for (file, old), new in names.items())
    config = desk.write("fonts.conf", "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>%s</dir><cachedir>%s</cachedir>%s</fontconfig>"
                        % (folder, desk.path("cache"), rules))
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(config)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def with_name(desk, name):
    file = desk.contest()
    ctl("import", file, "nominees", desk.write("n.csv", NOMINEE_HEADER + "解放区,%s,党员,题,1,有\n" % name))
    return file


def get_roles(answer):
    return {role["role"]: role for role in answer["roles"]}


def here_nothing_is_missing(desk):
    status, answer = ctl("fonts", desk.contest("nominees", "judges"))
    wrong = expect((status, answer["missing"]), (0, []), "missing")
    wrong += expect(all(role["family"] for role in answer["roles"]), True, "families")
    wrong += expect(sorted(get_roles(answer)), ["body", "figures", "heading", "latin", "name", "title"], "roles")
    return wrong + expect(answer["texts"] > 100, True, "texts")


def missing_characters_are_named(desk):
    file = with_name(desk, "张\U00012000")
    status, answer = ctl("fonts", file, check=False)
    wrong = refused(status, answer, 1, "glyph-missing")
    wrong += expect([(m["code"], m["text"]) for m in answer["missing"]], [("U+12000", "张\U00012000")], "missing")
    return wrong + expect("fonts-noto-core" in answer["missing"][0]["install"], True, "what to install") + expect(len(answer["error"]["details"]), 1, "details")


def office_fonts_come_first(desk):
    files = {"fang.ttf": find_font(WENKAI_MONO), "wenkai.ttf": find_font(WENKAI), "sans.ttf": find_font(SANS)}
    with laptop(desk, files, {("fang.ttf", WENKAI_MONO): "FangSong_GB2312"}):
        status, answer = ctl("fonts", desk.contest("nominees"))
        roles = get_roles(answer)
        wrong = expect((status, roles["body"]["family"], roles["name"]["family"], roles["title"]["family"]), (0, "FangSong_GB2312", WENKAI, WENKAI), "roles")
        wrong += expect(roles["body"]["file"].endswith("fang.ttf"), True, "file")
    return wrong


def a_choice_is_kept_and_missed(desk):
    file = desk.contest("nominees")
    files = {"fang.ttf": find_font(WENKAI_MONO), "wenkai.ttf": find_font(WENKAI)}
    ctl("fonts", file, "--set", "name=FangSong_GB2312")
    _, answer = ctl("fonts", file)
    role = get_roles(answer)["name"]
    wrong = expect((role["chosen"], role["chosen_used"], role["family"]), ("FangSong_GB2312", False, WENKAI), "not installed")
    with laptop(desk, files, {("fang.ttf", WENKAI_MONO): "FangSong_GB2312"}):
        _, answer = ctl("fonts", file)
        role = get_roles(answer)["name"]
        wrong += expect((role["chosen_used"], role["family"]), (True, "FangSong_GB2312"), "installed")
        out = desk.path("list.pdf")
        ctl("report", file, "entry-list", "-o", out)
        told = subprocess.run(["pdffonts", out], capture_output=True, text=True, check=True).stdout
        wrong += expect("WenKaiMono" in told, True, "in the PDF: " + told)
    ctl("undo", file)
    _, answer = ctl("fonts", file)
    wrong += expect(get_roles(answer)["name"]["chosen"], None, "taken back")
    status, answer = ctl("fonts", file, "--set", "seal=FangSong", check=False)
    return wrong + refused(status, answer, 1, "not-found")


def collections_and_loans(desk):
    """The second font of a collection sets names; what it lacks is lent, and said."""
    files = {"kai.ttc": make_collection([read_font(SANS), read_font(MONO)]), "wenkai.ttf": find_font(WENKAI)}
    file = with_name(desk, "José·马晓𬱖")
    with laptop(desk, files, {("kai.ttc", MONO): "KaiTi"}):
        status, answer = ctl("fonts", file)
        role = get_roles(answer)["name"]
        wrong = expect((status, role["family"], role["outlines"]), (0, "KaiTi", "truetype"), "role")
        wrong += expect([loan for loan in role["loans"] if "𬱖" in loan["characters"]], [{"family": WENKAI, "characters": "马晓𬱖"}], "loans")
        out = desk.path("list.pdf")
        ctl("report", file, "entry-list", "-o", out)
        told = subprocess.run(["pdffonts", out], capture_output=True, text=True, check=True).stdout
        wrong += expect("DejaVuSansMono" in told and "WenKai" in told, True, "in the PDF: " + told)
        told = subprocess.run(["pdftotext", out, "-"], capture_output=True, text=True, check=True).stdout
        wrong += expect("José·马晓𬱖" in told, True, "text of the PDF: " + told)
    return wrong


def any_font_lends_the_last_character(desk):
    """A font nobody thought of, installed for one character, is enough."""
    files = {"wenkai.ttf": find_font(WENKAI), "odd.ttf": find_font(SANS)}
    file = with_name(desk, "张\u0531\u0532")
    with laptop(desk, files, {("odd.ttf", SANS): "Somebody’s Own"}):
        status, answer = ctl("fonts", file)
        wrong = expect(status, 0, "status")
        wrong += expect(get_roles(answer)["name"]["loans"], [{"family": "Somebody’s Own", "characters": "\u0531\u0532"}], "loans")
    with laptop(desk, {"wenkai.ttf": find_font(WENKAI)}, {}):
        status, answer = ctl("fonts", file, check=False)
        wrong += refused(status, answer, 1, "glyph-missing")
    return wrong


def what_may_not_be_embedded_is_passed_over(desk):
    files = {"hei.ttf": forbid_embedding(read_font(SANS)), "wenkai.ttf": find_font(WENKAI)}
    with laptop(desk, files, {("hei.ttf", SANS): "SimHei"}):
        _, answer = ctl("fonts", desk.contest())
        wrong = expect(answer["passed_over"], [{"family": "SimHei", "why": "embedding-forbidden"}], "passed over")
        wrong += expect(get_roles(answer)["heading"]["family"], WENKAI, "heading")
    return wrong


def without_any_font(desk):
    with laptop(desk, {}, {}):
        status, answer = ctl("fonts", desk.contest(), check=False)
    return refused(status, answer, 1, "glyph-missing") + expect([role["family"] for role in answer["roles"]], [None] * 6, "families")


if __name__ == "__main__":
    Desk("cli/fonts").run(here_nothing_is_missing, missing_characters_are_named, office_fonts_come_first, a_choice_is_kept_and_missed, collections_and_loans,
                          any_font_lends_the_last_character, what_may_not_be_embedded_is_passed_over, without_any_font)
