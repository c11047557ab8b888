#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Certificates from the command line: a finalised contest's are signed, their code is read from the rasterised page
and verified, and every lie about it is refused; drafts and rehearsals are not signed; designs are set, written, refused
and taken back; stock is printed on where the design says, moved by its shift."""

import json
import os
import re
import shutil
import struct
import subprocess
import zlib

from desk import Desk, expect, meaning, refused, run
from serving import CTL, ctl

MM = 25.4 / 72


def finalised(desk, language="zh"):
    file = desk.marked(language)
    status, answer = ctl("finalise", file, check=False)
    if status != 0:
        ctl("decide", file, "--order", ",".join(str(lot) for tie in ctl("rank", file)[1]["open_ties"] for lot in tie["lots"]), "--reason", "评审")
        ctl("finalise", file)
    return file


def scan(pdf, page):
    """What the codes on a page say, by zbar; None where the tools are not there."""
    if not (shutil.which("pdftoppm") and shutil.which("zbarimg")):
        return None
    stem = str(pdf)[:-4] + "-%d" % page
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", "-f", str(page), "-l", str(page), "-singlefile", str(pdf), stem], check=True)
    seen = subprocess.run(["zbarimg", "--nodbus", "-q", "--raw", "-Sbinary", stem + ".png"], capture_output=True)
    return seen.stdout.decode()


def words(pdf, page=1):
    """(text, left, top, right, bottom in mm) of every word of a page, by poppler."""
    out = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>', out)
    return [(text, *[float(n) * MM for n in numbers]) for *numbers, text in found]


def left_of(pdf, start):
    """Where the word that begins so begins, in mm."""
    return next((word[1], word[2]) for word in words(pdf) if word[0].startswith(start))


def verify(text, *options):
    done = subprocess.run([CTL, "--json", "verify-certificate", "-", *options], input=text.encode(), capture_output=True, timeout=60)
    return done.returncode, json.loads(done.stdout)


def signed_and_verified(desk):
    file = finalised(desk)
    before = meaning(file)
    pdf = desk.path("c.pdf")
    pages = ctl("certificates", file, "-o", pdf)[1]["pages"]
    rank = [e for e in ctl("rank", file)[1]["entries"] if e["award"] == "top-ten"]
    wrong = expect((pages, meaning(file)), (10, before), "pages, and the file as it was")
    text = scan(pdf, 3)
    if text is None:
        return wrong
    status, proof = verify(text)
    wrong += expect((status, proof["verified"], proof["name"], proof["award"], proof["own_key"]), (0, True, rank[2]["name"], "十佳宣讲员", True), "verify")
    wrong += expect((proof["contest"], proof["serial"]), (ctl("show", file)[1]["title"], "证书编号：〔2018〕003号"), "contest and number")
    wrong += expect(verify(text, "--key", proof["fingerprint"])[0], 0, "with its key")
    wrong += expect(ctl("verify-certificate", text.strip())[0], 0, "as an argument") + expect(ctl("verify-certificate", desk.write("code.txt", text))[0], 0, "from a file")
    other = scan(pdf, 4)
    wrong += expect(verify(other)[1]["name"], rank[3]["name"], "each has its own")
    wrong += refused(*verify(text.replace(rank[2]["name"], rank[3]["name"])), 1, "bad-signature")
    wrong += refused(*verify(text.replace("003号", "004号")), 1, "bad-signature")
    wrong += refused(*verify(text, "--key", "sha256:" + "0" * 64), 1, "bad-signature")
    wrong += refused(*verify(text[: len(text) // 2]), 1, "bad-bundle") + refused(*verify(text + " " * 4000 + "x"), 1, "bad-bundle") + refused(*verify(""), 1, "bad-bundle")
    wrong += expect(verify("x" * 50_000_000)[0], 1, "fifty megabytes")
    return wrong + expect(ctl("verify-certificate", desk.path("none.txt"), check=False)[0], 3, "no such file")


def another_contests_key(desk):
    """Made on another laptop: the signature is good, and the key tells."""
    file = finalised(desk)
    ours, theirs = desk.path("ours.pdf"), desk.path("theirs.pdf")
    home = str(desk.path("elsewhere"))
    ctl("certificates", file, "-o", ours)
    subprocess.run([CTL, "certificates", str(file), "-o", str(theirs)], check=True, capture_output=True, env=dict(os.environ, HOME=home, XDG_DATA_HOME=home))
    mine, other = scan(ours, 1), scan(theirs, 1)
    if mine is None:
        return []
    _, proof = verify(mine)
    status, foreign = verify(other)
    wrong = expect((status, foreign["name"], foreign["own_key"]), (0, proof["name"], False), "the other one by itself")
    wrong += expect(foreign["fingerprint"] != proof["fingerprint"], True, "two keys")
    return wrong + refused(*verify(other, "--key", proof["fingerprint"]), 1, "bad-signature")


def drafts_are_not_signed(desk):
    wrong = []
    unfinished, done = desk.marked(), finalised(desk)
    for what, file, options, guide in (("not finalised", unfinished, [], True), ("asked for", done, ["--draft"], True), ("for good", done, [], False)):
        pdf = desk.path("c.pdf")
        ctl("certificates", file, "-o", pdf, *options)
        seen = scan(pdf, 1)
        wrong += expect(any("盖章处" in w[0] for w in words(pdf)), guide, "%s: the seal's place" % what)
        if seen is not None:
            wrong += expect(bool(seen), not guide, "%s: a code" % what)
    out = desk.path("out")
    ctl("rehearse", desk.contest("nominees", "judges"), "-o", out, "--speed", "50000")
    rehearsed = out / "certificates.pdf"
    seen = scan(rehearsed, 1)
    return wrong + expect(seen or "", "", "a rehearsal's code")


def numbers_run_on(desk):
    file = finalised(desk)
    first, rest = desk.path("a.pdf"), desk.path("b.pdf")
    ctl("certificates", file, "-o", first)
    count = ctl("certificates", file, "-o", rest, "--award", "merit")[1]["pages"]
    numbers = [re.search(r"(\d+)号", w[0]).group(1) for pdf, n in ((first, 10), (rest, count)) for page in range(1, n + 1) for w in words(pdf, page) if w[0].startswith("证书编号")]
    return expect(numbers, ["%03d" % n for n in range(1, 11 + count)], "numbers")


def read_certificates(pdf):
    """Name and number of each page, in the order of the file."""
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    return [(re.sub(r"\s", "", re.search(r"^(.*)同志", page, re.M).group(1)), re.search(r"(\d+)号", page).group(1)) for page in pages]


def in_order(desk):
    """By place and award after award in one file; in another order everybody keeps the number of his place."""
    file = finalised(desk)
    pdf = desk.path("a.pdf")
    entries = [e for e in ctl("rank", file)[1]["entries"] if e["award"]]
    wanted = [(e["name"], "%03d" % (i + 1)) for i, e in enumerate(entries)]
    pages = ctl("certificates", file, "-o", pdf, "--all-awards")[1]["pages"]
    usual = read_certificates(pdf)
    wrong = expect((pages, usual), (len(entries), wanted), "by place")
    wrong += expect([e["award"] for e in entries][:11], ["top-ten"] * 10 + ["merit"], "awards")
    ctl("certificates", file, "-o", pdf, "--all-awards", "--order", "lot")
    lots = {e["name"]: e["lot"] for e in entries}
    shown = read_certificates(pdf)
    wrong += expect(shown, sorted(wanted[:10], key=lambda w: lots[w[0]]) + sorted(wanted[10:], key=lambda w: lots[w[0]]), "by lot")
    wrong += expect(shown == usual, False, "the lots were drawn by place")
    ctl("certificates", file, "-o", pdf, "--order", "strokes")
    by_strokes = [n["name"] for n in ctl("show", file, "--order", "strokes")[1]["nominees"]]
    wrong += expect(read_certificates(pdf), sorted(wanted[:10], key=lambda w: by_strokes.index(w[0])), "by strokes")
    wrong += expect(run("certificates", file, "-o", pdf, "--order", "beauty").returncode, 2, "no such order")
    return wrong + expect(run("certificates", file, "-o", pdf, "--all-awards", "--award", "merit").returncode, 2, "all and one")


def designs(desk):
    file = finalised(desk)
    _, usual = ctl("certificate-design", file)
    wrong = expect((usual["width"], usual["height"]), (297, 210), "the program's own")
    ctl("certificate-design", file, "--set", "plain", "--award", "merit")
    pdf = desk.path("c.pdf")
    sizes = {}
    for award in ("top-ten", "merit"):
        ctl("certificates", file, "-o", pdf, "--award", award)
        sizes[award] = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout).groups()
    wrong += expect((float(sizes["top-ten"][0]) > 800, float(sizes["merit"][0]) < 600), (True, True), "an award each its design")
    out = desk.path("d.json")
    ctl("certificate-design", file, "--award", "merit", "-o", out)
    ctl("certificate-design", file, "--set", out)
    wrong += expect(ctl("certificate-design", file)[1], json.loads(out.read_text()), "written and set")
    ctl("undo", file)
    wrong += expect(ctl("certificate-design", file)[1], usual, "taken back")
    ctl("certificate-design", file, "--award", "merit", "--set", "default")
    wrong += expect(ctl("certificate-design", file, "--award", "merit")[1], usual, "none of its own")
    before = meaning(file)
    design = dict(usual, width=20)
    design["fields"]["name"]["size"] = "big"
    status, answer = ctl("certificate-design", file, "--set", desk.write("bad.json", json.dumps(design)), check=False)
    wrong += refused(status, answer, 1, "bad-input") + expect([d["column"] for d in answer["error"]["details"]], ["width", "fields.name.size"], "every fault with its path")
    wrong += refused(*ctl("certificate-design", file, "--set", "baroque", check=False), 1, "not-found")
    wrong += refused(*ctl("certificate-design", file, "--award", "gold", check=False), 1, "not-found")
    wrong += refused(*ctl("certificate-design", file, "--award", "gold", "--set", "plain", check=False), 1, "not-found")
    return wrong + expect(meaning(file), before, "the file") + expect(ctl("verify", file)[0], 0, "verify")


def on_stock(desk):
    """Without border and title, each text where the design says, moved by the shift; the ruler with it."""
    file = finalised(desk)
    _, design = ctl("certificate-design", file)
    plain, moved, ruler = desk.path("a.pdf"), desk.path("b.pdf"), desk.path("r.pdf")
    ctl("certificates", file, "-o", plain, "--overprint")
    design["shift"] = {"x": -1.5, "y": 0.5}
    path = desk.write("d.json", json.dumps(design))
    ctl("certificates", file, "-o", moved, "--overprint", "--design", path)
    ctl("certificates", file, "-o", ruler, "--ruler", "--design", path)
    wrong = expect(any("荣" in w[0] for w in words(plain)), False, "the title")
    for start in ("特发此证", "二〇一八年九月", "证书编号"):
        (x, y), (u, v) = left_of(plain, start), left_of(moved, start)
        wrong += expect((round(u - x, 2), round(v - y, 2)), (-1.5, 0.5), start)
    text = " ".join(w[0] for w in words(ruler))
    wrong += expect("向右移-1.5毫米，向下移0.5毫米" in text, True, text[:200])
    return wrong + expect("姓名 x %.1f y %.1f" % (design["fields"]["name"]["x"] - 1.5, design["fields"]["name"]["y"] + 0.5) in text, True, "the name's frame")


def make_png(width, height, pixel):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    lines = b"".join(b"\0" + bytes(pixel) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if len(pixel) == 4 else 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def corner(pdf):
    """The colour of the dot 3 mm from the upper left corner."""
    done = subprocess.run(["pdftoppm", "-r", "25.4", "-f", "1", "-l", "1", str(pdf)], capture_output=True, check=True).stdout
    header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", done)
    at = header.end() + 3 * (3 * int(header.group(1)) + 3)
    return tuple(done[at:at + 3])


def pictures(desk):
    file = finalised(desk)
    ctl("attach", file, "certificate", desk.write("stock.png", make_png(600, 500, (250, 240, 200))))
    ctl("attach", file, "logo", desk.write("logo.png", make_png(64, 64, (0, 0, 255, 128))))
    _, design = ctl("certificate-design", file)
    wrong = []
    for printed, overprint, colour in ((True, False, (250, 240, 200)), (False, False, (255, 255, 255)), (True, True, (255, 255, 255))):
        design["background"] = {"picture": 1, "printed": printed}
        design["logo"]["shown"] = True
        pdf = desk.path("c.pdf")
        ctl("certificate-design", file, "--set", desk.write("d.json", json.dumps(design)))
        ctl("certificates", file, "-o", pdf, *(["--overprint"] if overprint else []))
        seen = corner(pdf)
        wrong += expect(max(abs(a - b) for a, b in zip(seen, colour)) <= 3, True, "background %s, %s: %s" % (printed, overprint, seen))
        if shutil.which("qpdf"):
            wrong += expect(subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True).returncode, 0, "qpdf")
    design["background"]["picture"] = 2
    return wrong + refused(*ctl("certificate-design", file, "--set", desk.write("d.json", json.dumps(design)), check=False), 1, "not-found")


def whole_and_small(desk):
    """Certificates of all 28 are one file that others read and that goes into a letter."""
    file = desk.marked()
    rules = desk.write("r.json", json.dumps({"awards": [{"key": "all", "name": "优秀奖", "places": 28}]}))
    ctl("rules", file, "--set", rules, "--reason", "试")
    pdf = desk.path("c.pdf")
    status, answer = ctl("finalise", file, check=False)
    if status != 0:
        return ["not finalised: %s" % answer]
    pages = ctl("certificates", file, "-o", pdf)[1]["pages"]
    wrong = expect(pages, len([e for e in ctl("rank", file)[1]["entries"] if e["award"] == "all"]), "pages")
    size = os.path.getsize(pdf)
    wrong += expect(pages >= 27 and size < 1_500_000, True, "%d pages are %d bytes" % (pages, size))
    print("# %d certificates with their codes are %d bytes" % (pages, size))
    if shutil.which("qpdf"):
        wrong += expect(subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True).returncode, 0, "qpdf")
    return wrong


def wrong_usage(desk):
    file = desk.contest()
    wrong = expect(run("certificates", file).returncode, 2, "no -o") + expect(run("verify-certificate").returncode, 2, "nothing to verify")
    return wrong + expect(run("certificate-design", file, "--set", "plain", "-o", "x.json").returncode, 2, "set and written")


if __name__ == "__main__":
    Desk("cli/certificates").run(signed_and_verified, another_contests_key, drafts_are_not_signed, numbers_run_on, in_order, designs, on_stock, pictures, whole_and_small, wrong_usage)
