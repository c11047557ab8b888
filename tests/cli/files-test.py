#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Files of the contest without a window: attached one by one and as a folder, taken out, tried before the day,
copied with the contest, and proved."""

import hashlib
import os
import shutil
import struct
import sqlite3
import zlib
from contextlib import closing

from desk import Desk, expect, meaning, refused, run
from serving import ctl

MEGABYTE = 1 << 20


def png(width, height, shade=200):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    rows = (b"\0" + bytes([shade]) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def pdf():
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]>>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start


def find(file, role, owner=None):
    _, answer = ctl("show", file)
    key = "nominee" if role in ("photo", "courseware") else "number"
    found = [a for a in answer["attachments"] if a["role"] == role and a.get(key) == owner]
    return found[0] if found else None


def one_by_one(desk):
    file = desk.contest("nominees", "judges", "drawn")
    photo, slides = desk.write("照片.png", png(2000, 1000)), desk.write("课件.pdf", pdf())
    status, answer = ctl("attach", file, "photo", "1", photo)
    wrong = expect((status, answer["attached"][0]["name"], answer["attached"][0]["media_type"]), (0, "照片.png", "image/png"), "photo")
    kept = find(file, "photo", 1)
    with closing(sqlite3.connect(file)) as contest:
        stored = contest.execute("SELECT bytes FROM content WHERE sha256 = ?", (kept["sha256"],)).fetchone()[0]
    wrong += expect((struct.unpack(">II", stored[16:24]), kept["opens"]), ((1600, 800), True), "made smaller")
    _, answer = ctl("attach", file, "courseware", "--lot", "3", slides)
    whose = [n["id"] for n in ctl("show", file)[1]["nominees"] if n["lot"] == 3][0]
    kept = find(file, "courseware", whose)
    wrong += expect((kept["sha256"], kept["opens"], kept["beside"]), (hashlib.sha256(pdf()).hexdigest(), True, False), "courseware")
    for number in (1, 2):
        _, answer = ctl("attach", file, "picture", "--caption", "会场", photo)
        wrong += expect((answer["attached"][0]["number"], answer["attached"][0]["caption"]), (number, "会场"), "picture")
    ctl("attach", file, "logo", photo)
    wrong += expect("the photo of" in run("show", file).stdout, True, "show says so")
    ctl("detach", file, "picture", "1")
    wrong += expect((find(file, "picture", 1), find(file, "picture", 2) is not None), (None, True), "detached")
    wrong += expect(ctl("verify", file)[0], 0, "proved")
    return wrong


def refusals(desk):
    file = desk.contest("nominees")
    before = meaning(file)
    good, words = desk.write("a.png", png(10, 10)), desk.write("a.jpg", "no picture")
    half, bomb = desk.write("b.png", png(300, 300)[:-30]), desk.write("c.png", png(8000, 6000))
    wrong = refused(*ctl("attach", file, "photo", "1", words, check=False), 1, "not-a-picture")
    wrong += refused(*ctl("attach", file, "photo", "1", half, check=False), 1, "broken")
    wrong += refused(*ctl("attach", file, "photo", "1", bomb, check=False), 1, "too-large")
    wrong += refused(*ctl("attach", file, "photo", good, check=False), 1, "bad-input")
    wrong += refused(*ctl("attach", file, "photo", "999", good, check=False), 1, "not-found")
    wrong += refused(*ctl("attach", file, "photo", "--lot", "3", good, check=False), 1, "not-found")
    wrong += refused(*ctl("attach", file, "logo", desk.path("none.png"), check=False), 3, "no-file")
    wrong += refused(*ctl("detach", file, "logo", check=False), 1, "not-found")
    wrong += expect(ctl("attach", file, "nonsense", good, check=False)[0], 2, "no role")
    return wrong + expect(meaning(file), before, "nothing was changed")


def names(file):
    _, answer = ctl("show", file)
    return {n["id"]: (n["unit"], n["name"]) for n in answer["nominees"]}


def folder(desk):
    file = desk.contest("nominees")
    people = names(file)
    place = desk.path("files")
    place.mkdir()
    for number, (unit, name) in people.items():
        (place / ("%s_%s_题目.pdf" % (unit, name))).write_bytes(pdf())
        (place / ("%s.png" % name)).write_bytes(png(20, 30, number))
    (place / "报名表.docx").write_bytes(b"x")
    (place / "不认识.jpg").write_bytes(png(5, 5))
    before = meaning(file)
    _, answer = ctl("attach", file, "folder", place, "--dry-run")
    wrong = expect((len(answer["attached"]), answer["dry_run"], meaning(file) == before), (2 * len(people), True, True), "dry run")
    _, answer = ctl("attach", file, "folder", place)
    wrong += expect(sorted(p["column"] for p in answer["rest"]), ["不认识.jpg", "报名表.docx"], "the rest")
    for number in people:
        wrong += expect(find(file, "photo", number)["sha256"], hashlib.sha256(png(20, 30, number)).hexdigest(), "photo of %d" % number)
        wrong += expect(find(file, "courseware", number)["opens"], True, "courseware of %d" % number)
    wrong += expect(ctl("check-courseware", file)[1]["checked"], len(people), "all open")
    # One broken photo stops the whole folder.
    (place / ("%s.png" % people[1][1])).write_bytes(png(40, 40)[:-20])
    before = meaning(file)
    status, answer = ctl("attach", file, "folder", place, check=False)
    wrong += refused(status, answer, 1, "bad-input")
    wrong += expect([d["column"] for d in answer["error"]["details"]], ["%s.png" % people[1][1]], "named")
    return wrong + expect(meaning(file), before, "none was attached")


def courseware(desk):
    file = desk.contest("nominees")
    people = names(file)
    ctl("attach", file, "courseware", "1", desk.write("a.pdf", pdf()))
    ctl("attach", file, "courseware", "2", desk.write("b.pdf", pdf()[:100]))
    status, answer = ctl("check-courseware", file, check=False)
    wrong = refused(status, answer, 1, "blocked")
    details = {d["row"]: d["message"] for d in answer["error"]["details"]}
    wrong += expect(sorted(details), [n for n in sorted(people) if n != 1], "whose")
    wrong += expect(("damaged" in details[2], "Nothing" in details[3]), (True, True), details)
    return wrong + expect((find(file, "courseware", 1)["opens"], find(file, "courseware", 2)["opens"]), (True, False), "kept")


def large(desk):
    """Large files lie beside, are proved there, and go with a rehearsal's copy."""
    file = desk.contest("nominees")
    body = b"%PDF-1.4\n" + os.urandom(1024) * (9 * 1024)
    video = desk.write("片头.mp4", body)
    ctl("attach", file, "video", video)
    kept = find(file, "video", 1)
    beside = os.path.join(str(file) + ".files", hashlib.sha256(body).hexdigest() + ".mp4")
    wrong = expect((kept["beside"], os.path.getsize(beside), os.stat(beside).st_mode & 0o777), (True, len(body), 0o600), "beside")
    with closing(sqlite3.connect(file)) as contest:
        wrong += expect(contest.execute("SELECT count (*) FROM content").fetchone()[0], 0, "not inside")
    wrong += expect(ctl("verify", file)[0], 0, "proved")
    with open(beside, "r+b") as out:
        out.seek(5 * MEGABYTE)
        out.write(b"!")
    wrong += refused(*ctl("verify", file, check=False), 1, "unproven")
    moved = desk.path("moved.lectern")
    shutil.copy(file, moved)
    status, answer = ctl("verify", moved, check=False)
    wrong += refused(status, answer, 1, "unproven")
    return wrong + expect("片头.mp4" in answer["error"]["message"] and "missing" in answer["error"]["message"], True, answer)


def read_pixel(path, x, y):
    """One pixel of a PNG of eight bits a channel without interlacing, as cairo writes it."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I", data[at:at + 4])[0], data[at + 4:at + 8]
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, channels = struct.unpack(">I", body[:4])[0], {2: 3, 6: 4}[body[9]]
        packed += body if kind == b"IDAT" else b""
        at += 12 + size
    raw, line = zlib.decompress(packed), bytearray(width * channels)
    for row in range(y + 1):
        start = row * (width * channels + 1)
        kind, now = raw[start], bytearray(raw[start + 1:start + 1 + width * channels])
        for i in range(len(now)):
            left = now[i - channels] if i >= channels else 0
            corner = line[i - channels] if i >= channels else 0
            guess = left + line[i] - corner
            best = min((abs(guess - v), k) for k, v in enumerate((left, line[i], corner)))[1]
            now[i] = (now[i] + (0, left, line[i], (left + line[i]) // 2, (left, line[i], corner)[best])[kind]) % 256
        line = now
    return tuple(line[x * channels:x * channels + 3])


def scenes(desk):
    """A picture and a page of courseware fill the scene that is painted without a window."""
    file = desk.contest("nominees", "judges", "drawn")
    ctl("attach", file, "picture", desk.write("a.png", png(160, 90, 77)))
    ctl("attach", file, "courseware", "--lot", "2", desk.write("b.pdf", pdf()))
    picture, page = desk.path("picture.png"), desk.path("page.png")
    ctl("scene", file, "picture", "-o", picture, "--size", "320x180")
    wrong = expect(read_pixel(picture, 160, 90), (77, 77, 77), "the picture")
    ctl("scene", file, "courseware", "--lot", "2", "-o", page, "--size", "320x180")
    wrong += expect(read_pixel(page, 160, 90), (255, 255, 255), "the page")
    wrong += refused(*ctl("scene", file, "courseware", "--lot", "3", "-o", page, check=False), 1, "not-found")
    return wrong


Desk("cli/files").run(one_by_one, refusals, folder, courseware, large, scenes)
