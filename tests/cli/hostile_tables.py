# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Two hundred broken and hostile tables of nominees, made on the spot. Each is (name, bytes, verdict): "read" when
the table holds one good nominee who has to come in right, "refused" when it has to be refused."""

import io
import json
import random
import struct
import sys
import zipfile
import zlib
from pathlib import Path

HEAD = ["推荐单位", "姓名", "党课题目", "政治面貌", "宣讲场次", "课件"]
GOOD = ["温县", "陈小燕", "太极故里话传承", "中共党员", "3", "有"]
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')
MEGA = 1024 * 1024


def cell(text, reference=None):
    place = ' r="%s"' % reference if reference else ""
    return '<c%s t="inlineStr"><is><t>%s</t></is></c>' % (place, text)


def row(values, number=None):
    return "<row%s>%s</row>" % (' r="%d"' % number if number else "", "".join(map(cell, values)))


def sheet(body, before="", after=""):
    return '<?xml version="1.0"?>%s<worksheet><sheetData>%s</sheetData>%s</worksheet>' % (before, body, after)


PLAIN = sheet(row(HEAD) + row(GOOD))


def parts(sheet1=PLAIN, **more):
    """The parts of a workbook; names with __ for / and _dot_ for a dot."""
    found = {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": '<workbook xmlns:r="%s"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>' % RELATION,
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>'
                                      '<Relationship Id="rId2" Type="%s/sharedStrings" Target="sharedStrings.xml"/>'
                                      '<Relationship Id="rId3" Type="%s/styles" Target="styles.xml"/></Relationships>' % ((RELATION,) * 3),
        "xl/worksheets/sheet1.xml": sheet1,
    }
    found.update(more.pop("also", {}))
    return found


def pack(found, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in found.items():
            archive.writestr(name, text)
    return out.getvalue()


def book(sheet1=PLAIN, also=None):
    return pack(parts(sheet1, also=also or {}))


def padded(found, swollen):
    """Beside its parts a stored one of noise, so that the whole does not look swollen by much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in found.items():
            archive.writestr(name, text, zipfile.ZIP_DEFLATED)
        archive.writestr("xl/media/noise.bin", random.Random(1).randbytes(swollen // 150), zipfile.ZIP_STORED)
    return out.getvalue()


def csv_text(*rows):
    return "\r\n".join(",".join(r) for r in rows) + "\r\n"


def bombs():
    big = 60 * MEGA
    yield "bomb of zeros", book(also={"xl/sharedStrings.xml": b"\0" * (200 * MEGA)}), "refused"
    yield "bomb of spaces in the sheet", book(sheet(" " * big)), "refused"
    yield "padded spaces", padded(parts(sheet(" " * big)), big), "refused"
    yield "padded deep nesting", padded(parts(sheet("<a>" * (big // 3))), big), "refused"
    yield "padded attributes", padded(parts(sheet("<row %s/>" % "".join('a%d="" ' % i for i in range(big // 12)))), big), "refused"
    yield "padded one long text", padded(parts(sheet(row(HEAD) + row(["长" * (big // 3)]))), big), "refused"
    yield "padded empty strings", padded(parts(also={"xl/sharedStrings.xml": "<sst>%s</sst>" % ("<si/>" * (big // 5))}), big), "refused"
    yield "padded number formats", padded(parts(also={"xl/styles.xml": "<s>%s</s>" % "".join('<numFmt numFmtId="%d" formatCode="0"/>' % i for i in range(big // 42))}), big), "read"
    yield "padded styles", padded(parts(also={"xl/styles.xml": "<s><cellXfs>%s</cellXfs></s>" % ("<xf/>" * (big // 5))}), big), "refused"
    yield "padded error cells", padded(parts(sheet("".join("<row>%s</row>" % ('<c t="e"><v>#N/A</v></c>' * 200) for _ in range(big // 200 // 25)))), big), "refused"
    yield "padded cells", padded(parts(sheet("".join("<row>%s</row>" % ("<c><v>1</v></c>" * 250) for _ in range(big // 250 // 16)))), big), "refused"
    yield "padded empty cells", padded(parts(sheet("".join("<row>%s</row>" % ("<c/>" * 250) for _ in range(15000)))), big), "refused"
    yield "padded formulas", padded(parts(sheet(row(HEAD) + row(GOOD) + "<row><c><f>%s</f></c></row>" % ("1+" * (big // 2 - 200)))), big), "read"
    yield "padded comments", padded(parts(sheet("<!--%s-->" % ("x" * (big - 5000)) + row(HEAD) + row(GOOD))), big), "read"
    yield "ten thousand parts", book(also={"xl/x%d.xml" % i: "<a/>" for i in range(10000)}), "refused"
    yield "a workbook in a workbook", book(also={"xl/embeddings/inner.xml": book()}), "read"


def claims():
    """What a sheet says of itself is not believed."""
    yield "ten million rows claimed", book(sheet(row(HEAD) + row(GOOD), before="<!-- -->").replace("<sheetData>", '<dimension ref="A1:XFD10000000"/><sheetData>')), "read"
    yield "row ten million", book(sheet(row(HEAD) + row(GOOD) + row(GOOD, 10000000))), "refused"
    yield "row four billion", book(sheet(row(HEAD) + row(GOOD, 4294967295))), "refused"
    yield "row beyond 64 bits", book(sheet(row(HEAD) + row(GOOD).replace("<row>", '<row r="99999999999999999999">'))), "refused"
    yield "row 0", book(sheet(row(HEAD) + row(GOOD).replace("<row>", '<row r="0">'))), "refused"
    yield "row -1", book(sheet(row(HEAD) + row(GOOD).replace("<row>", '<row r="-1">'))), "refused"
    yield "rows backwards", book(sheet(row(HEAD, 5) + row(GOOD, 4))), "refused"
    yield "rows twice", book(sheet(row(HEAD, 1) + row(GOOD, 1))), "refused"
    yield "row in words", book(sheet(row(HEAD) + row(GOOD).replace("<row>", '<row r="two">'))), "refused"
    yield "a million rows", padded(parts(sheet(row(HEAD) + "<row><c><v>1</v></c></row>" * 1000000)), 30 * MEGA), "refused"
    yield "column ZZZZZZ", book(sheet(row(HEAD) + "<row>%s</row>" % cell("x", "ZZZZZZ2"))), "refused"
    yield "column XFD", book(sheet(row(HEAD) + "<row>%s</row>" % cell("x", "XFD2"))), "refused"
    yield "a cell without a place", book(sheet(row(HEAD) + "<row>%s</row>" % cell("x", "2"))), "refused"
    yield "a cell outside rows", book(sheet(cell("x") + row(HEAD) + row(GOOD))), "refused"
    yield "small letters", book(sheet(row(HEAD) + "<row>%s</row>" % cell("x", "a2"))), "refused"
    yield "spans of a billion", book(sheet(row(HEAD) + row(GOOD).replace("<row>", '<row spans="1:1000000000">'))), "read"
    yield "a count of a billion strings", book(also={"xl/sharedStrings.xml": '<sst count="4000000000" uniqueCount="4000000000"/>'}), "read"


def values():
    """Cells of every kind; the name of the nominee in a shared string, a formula's result, in pieces."""
    def with_name(xml, more=None):
        return book(sheet(row(HEAD) + row(GOOD).replace(cell(GOOD[1]), xml)), also=more)
    name = GOOD[1]
    strings = {"xl/sharedStrings.xml": "<sst><si><t>x</t></si><si><t>%s</t></si></sst>" % name}
    pieces = {"xl/sharedStrings.xml": "<sst><si><r><t>陈</t></r><r><rPr><b/></rPr><t>小燕</t></r><rPh><t>chen</t></rPh></si></sst>"}
    yield "a shared string", with_name('<c t="s"><v>1</v></c>', strings), "read"
    yield "a string in pieces", with_name('<c t="s"><v>0</v></c>', pieces), "read"
    yield "a formula of texts", with_name('<c t="str"><f>A1&amp;B1</f><v>%s</v></c>' % name), "read"
    yield "a formula without a result", with_name('<c><f>HYPERLINK("http://example.invalid")</f></c>'), "refused"
    yield "a formula of a program", with_name("<c t=\"str\"><f>cmd|'/c calc'!A1</f><v>%s</v></c>" % name), "read"
    yield "character data", with_name('<c t="inlineStr"><is><t><![CDATA[%s]]></t></is></c>' % name), "read"
    yield "numbered characters", with_name('<c t="inlineStr"><is><t>%s</t></is></c>' % "".join("&#%d;" % ord(c) for c in name)), "read"
    yield "spaces kept", with_name('<c t="inlineStr"><is><t xml:space="preserve">  %s　</t></is></c>' % name), "read"
    yield "a string beyond the last", with_name('<c t="s"><v>2</v></c>', strings), "refused"
    yield "string -1", with_name('<c t="s"><v>-1</v></c>', strings), "refused"
    yield "string of no number", with_name('<c t="s"><v>x</v></c>', strings), "refused"
    yield "a string without strings", with_name('<c t="s"><v>0</v></c>'), "refused"
    yield "an unknown type", with_name('<c t="hologram"><v>1</v></c>'), "refused"
    for error in ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"):
        yield "error %s" % error, with_name('<c t="e"><v>%s</v></c>' % error), "refused"
    for place, wrong in ((0, "1"), (1, ""), (2, ""), (3, "TRUE"), (4, "1e99"), (4, "-3"), (4, "3.5"), (4, "NaN"), (4, "inf"), (4, "0x10"), (5, "FALSE"), (4, "9" * 400)):
        kind = "b" if wrong in ("TRUE", "FALSE") else "n"
        value = {"TRUE": "1", "FALSE": "0"}.get(wrong, wrong)
        bad = list(map(cell, GOOD))
        bad[place] = '<c t="%s"><v>%s</v></c>' % (kind, value) if value else "<c/>"
        yield "%s is %s" % (HEAD[place], wrong[:9] or "empty"), book(sheet(row(HEAD) + "<row>%s</row>" % "".join(bad))), "refused"
    good = list(map(cell, GOOD))
    yield "a boolean for courseware", book(sheet(row(HEAD) + "<row>%s</row>" % "".join(good[:5] + ['<c t="b"><v>1</v></c>']))), "read"
    yield "a number of lectures", book(sheet(row(HEAD) + "<row>%s</row>" % "".join(good[:4] + ["<c><v>3</v></c>", good[5]]))), "read"
    yield "a number as 3.0", book(sheet(row(HEAD) + "<row>%s</row>" % "".join(good[:4] + ["<c><v>3.0</v></c>", good[5]]))), "read"


def dates():
    """Numbers shown as dates; who was born on them is text to us."""
    styles = {"xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'}
    for number, style, verdict in (("31472", 2, "read"), ("31472.5", 2, "read"), ("31472", 1, "read"), ("0", 2, "read"), ("60", 1, "read"), ("1e300", 2, "refused"),
                                   ("-1", 1, "refused"), ("999999999999", 2, "refused"), ("nan", 1, "refused"), ("31472", 99, "read")):
        date = "<row>%s<c s=\"%d\"><v>%s</v></c></row>" % ("".join(map(cell, GOOD)), style, number)
        yield "date %s in style %d" % (number, style), book(sheet(row(HEAD + ["出生年月"]) + date), also=styles), verdict
    iso = "<row>%s<c t=\"d\"><v>1986-03-01T00:00:00</v></c></row>" % "".join(map(cell, GOOD))
    yield "a date in words of ISO 8601", book(sheet(row(HEAD + ["出生年月"]) + iso)), "read"
    yield "dates since 1904", pack({**parts(sheet(row(HEAD) + row(GOOD)), also=styles), "xl/workbook.xml":
                                    '<workbook xmlns:r="%s"><workbookPr date1904="1"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>' % RELATION}), "read"


def merges():
    merged = '<mergeCells><mergeCell ref="A1:F1"/></mergeCells>'
    yield "a merged title above the header", book(sheet(row(["推荐表"]) + row(HEAD) + row(GOOD), after=merged)), "read"
    yield "merged units", book(sheet(row(HEAD) + row(GOOD) + row([""] + GOOD[1:]), after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')), "refused"
    yield "a merge of everything", book(sheet(row(HEAD) + row(GOOD), after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')), "read"
    yield "a merge of nonsense", book(sheet(row(HEAD) + row(GOOD), after='<mergeCells count="-1"><mergeCell ref="A:::"/></mergeCells>')), "read"
    yield "a million merges", padded(parts(sheet(row(HEAD) + row(GOOD), after="<mergeCells>%s</mergeCells>" % ('<mergeCell ref="A1:B2"/>' * 1000000))), 25 * MEGA), "read"


def entities():
    for name, before, inside in (
            ("an external entity", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
            ("an external entity of the net", '<!DOCTYPE x [<!ENTITY e SYSTEM "http://example.invalid/x">]>', "&e;"),
            ("a billion laughs", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % "".join('<!ENTITY %s "%s">' % (chr(98 + i), ("&%s;" % chr(97 + i)) * 10) for i in range(9)), "&j;"),
            ("an entity of itself", '<!DOCTYPE x [<!ENTITY e "&e;">]>', "&e;"),
            ("a parameter entity", '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]>', "&e;"),
            ("an unknown entity", "", "&nbsp;"), ("character 0", "", "&#0;"), ("character FFFF", "", "&#xFFFFFFFF;"), ("half a surrogate", "", "&#xD800;"),
            ("an open ampersand", "", "A & B"), ("a bare angle", "", "A < B")):
        yield name, book(sheet(row(HEAD) + row([GOOD[0], inside] + GOOD[2:]), before=before)), "refused"
    yield "a document type that says nothing", book(sheet(row(HEAD) + row(GOOD), before="<!DOCTYPE worksheet>")), "read"


def markup():
    yield "no end", book(PLAIN[:-20]), "refused"
    yield "crossed tags", book(PLAIN.replace("</t></is>", "</is></t>", 1)), "refused"
    yield "two roots", book(PLAIN + "<worksheet/>"), "refused"
    yield "text after the root", book(PLAIN + "x"), "refused"
    yield "nothing in the sheet", book(""), "refused"
    yield "a sheet without rows", book(sheet("")), "refused"
    yield "HTML for a sheet", book("<html><body><table><tr><td>1</td></tr></table></body></html>"), "refused"
    yield "JSON for a sheet", book('{"rows": []}'), "refused"
    yield "zeros in the sheet", book(PLAIN.encode().replace(b"sheetData", b"sheet\0ata")), "refused"
    yield "bad UTF-8 in the sheet", book(PLAIN.encode().replace("陈".encode(), b"\xff\xfe")), "refused"
    yield "UTF-16 in the sheet", book(PLAIN.replace("?>", ' encoding="UTF-16"?>').encode("utf-16")), "refused"
    yield "GB18030 in the sheet", book(PLAIN.encode("gb18030")), "refused"
    yield "a BOM before the sheet", book(b"\xef\xbb\xbf" + PLAIN.encode()), "read"
    yield "prefixes", book(PLAIN.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")), "read"
    yield "nesting of 200", book(sheet("<a>" * 200 + "</a>" * 200 + row(HEAD) + row(GOOD))), "refused"
    yield "nesting of 20", book(sheet("<a>" * 20 + "</a>" * 20 + row(HEAD) + row(GOOD))), "read"
    yield "a tag of a megabyte", book(sheet("<%s/>" % ("a" * MEGA) + row(HEAD) + row(GOOD))), "refused"
    yield "processing instructions", book(PLAIN.replace("<worksheet>", "<?php system('id') ?><worksheet>")), "read"


def structure():
    found = parts()
    def without(name):
        return pack({n: t for n, t in found.items() if n != name})
    def changed(name, old, new):
        return pack({**found, name: found[name].replace(old, new)})
    yield "no workbook part", without("xl/workbook.xml"), "refused"
    yield "no relationships", without("xl/_rels/workbook.xml.rels"), "refused"
    yield "no sheet part", without("xl/worksheets/sheet1.xml"), "refused"
    yield "no content types", without("[Content_Types].xml"), "read"
    yield "wrong content types", changed("[Content_Types].xml", "application/xml", "image/png"), "read"
    yield "content types of a macro workbook", changed("[Content_Types].xml", "application/xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "read"
    yield "a macro", pack({**found, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(5000)}), "read"
    yield "an external link", pack({**found, "xl/externalLinks/externalLink1.xml": '<externalLink><externalBook/></externalLink>'}), "read"
    yield "no sheets", changed("xl/workbook.xml", '<sheet name="一" sheetId="1" r:id="rId1"/>', ""), "refused"
    yield "a sheet of another relationship", changed("xl/workbook.xml", "rId1", "rId9"), "refused"
    yield "a sheet of its own strings", changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "sharedStrings.xml"), "refused"
    yield "a chart for a sheet", changed("xl/_rels/workbook.xml.rels", "/worksheet\"", "/chartsheet\""), "refused"
    yield "a sheet outside", changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../../../../etc/passwd"), "refused"
    yield "a sheet of the net", changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "http://example.invalid/sheet1.xml"), "refused"
    yield "an absolute target", changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"), "read"
    yield "the second sheet is hostile", pack({**found, "xl/worksheets/sheet2.xml": "<a" * 1000}), "read"
    yield "a document of words", pack({"[Content_Types].xml": TYPES, "word/document.xml": "<w:document/>"}), "refused"
    yield "an open document", pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office:document-content/>"}), "refused"
    yield "an empty archive", pack({}), "refused"
    yield "zip slip", pack({**found, "../../../../tmp/lectern-slipped.xml": "<a/>", "/tmp/lectern-slipped.xml": "<a/>", "..\\..\\slipped.xml": "<a/>"}), "read"
    yield "zip slip of the sheet", pack({("../" + n if "sheet1" in n else n): t for n, t in found.items()}), "refused"
    yield "a name of 60 000 bytes", pack({**found, "x" * 60000 + ".xml": "<a/>"}), "read"
    yield "a name that is no UTF-8", pack({**found, "xl/\u00e9\u00e8.xml": "<a/>"}).replace("é".encode(), b"\xff\xfe"), "refused"
    two = io.BytesIO(pack(found))
    with zipfile.ZipFile(two, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml ", "<a/>")
    yield "nearly the same name", two.getvalue(), "read"
    yield "stored, not packed", pack(found, zipfile.ZIP_STORED), "read"
    yield "packed by bzip2", pack(found, zipfile.ZIP_BZIP2), None
    yield "packed by LZMA", pack(found, zipfile.ZIP_LZMA), None


def archives():
    whole = pack(parts())
    for part in (4, 10, 29, 30, 31, 100, len(whole) // 2, len(whole) - 22, len(whole) - 21, len(whole) - 1):
        yield "cut after %d bytes" % part, whole[:part], "refused"
    yield "junk before", b"MZ" * 200 + whole, "refused"
    yield "junk behind", whole + b"\0" * 1000, "read"
    noise = random.Random(7)
    for index in range(20):
        spoilt = bytearray(whole)
        for _ in range(1 + index % 5):
            spoilt[noise.randrange(4, len(spoilt))] ^= 1 << noise.randrange(8)
        yield "bits turned, %d" % index, bytes(spoilt), None
    for index in range(10):
        yield "noise behind a zip's mark, %d" % index, b"PK\3\4" + noise.randbytes(2000 * (index + 1)), "refused"
    place = whole.find(b"xl/worksheets/sheet1.xml") - 30
    yield "a wrong checksum", whole[:place + 14] + b"\1\2\3\4" + whole[place + 18:], None
    yield "encrypted, it says", whole[:place + 6] + struct.pack("<H", 1) + whole[place + 8:], None
    central = whole.find(b"PK\1\2")
    yield "a size of 4 GB claimed", whole[:central + 20] + b"\xff\xff\xff\xff\xff\xff\xff\xff" + whole[central + 28:], None
    yield "a directory that points at itself", whole[:-6] + struct.pack("<I", len(whole) - 22) + whole[-2:], None
    yield "a gzip", b"\x1f\x8b\x08" + zlib.compress(PLAIN.encode()), "refused"


def texts():
    good = csv_text(HEAD, GOOD)
    yield "plain CSV", good.encode(), "read"
    yield "UTF-16 with a mark", good.encode("utf-16"), "refused"
    yield "UTF-16 big endian", b"\xfe\xff" + good.encode("utf-16-be"), "refused"
    yield "UTF-32", good.encode("utf-32"), "refused"
    yield "Big5", csv_text(HEAD, [GOOD[0], "陳小燕", "太極故里話傳承", "中共黨員", "3", "有"]).encode("big5", "replace"), "refused"
    yield "Shift JIS", csv_text(HEAD, GOOD).encode("shift_jis", "replace"), "refused"
    yield "Latin 1", "unit,name\nWenxian,J\u00f6rg\n".encode("latin-1"), "refused"
    yield "UTF-7", good.encode("utf-7"), "refused"
    yield "UTF-8 of surrogates", good.encode().replace("陈".encode(), b"\xed\xa0\xbe\xed\xb4\x96"), "refused"
    yield "overlong UTF-8", good.encode().replace("陈".encode(), b"\xc0\xaf"), "refused"
    yield "a zero byte", good.encode().replace("陈".encode(), b"\0"), "refused"
    yield "two encodings", csv_text(HEAD, GOOD).encode() + csv_text(["沁阳市", "朱载堉小传记", "律吕精义", "中共党员", "3", "有"]).encode("gb18030"), "refused"
    yield "an open quotation mark", good.encode() + '"温县,'.encode(), "refused"
    yield "sixteen megabytes of commas", b"," * (15 * MEGA), "refused"
    yield "sixteen megabytes of lines", b"\n" * (15 * MEGA), "refused"
    yield "sixteen megabytes of quotation marks", b'"' * (15 * MEGA), "refused"
    yield "sixteen megabytes of one cell", b"a" * (15 * MEGA), "refused"
    yield "seventeen megabytes", b"a,b\n" * (17 * MEGA // 4), "refused"
    yield "twenty thousand strangers", csv_text(HEAD, *[["火星%d" % i, "甲", "题", "群众", "x", "无"] for i in range(19000)]).encode(), "refused"
    yield "twenty thousand of one unit", csv_text(HEAD, *[["温县", "甲%d" % i, "题", "党员", "1", "有"] for i in range(19000)]).encode(), "refused"
    yield "thirty thousand rows", csv_text(HEAD, *[GOOD for _ in range(30000)]).encode(), "refused"
    yield "long strangers", csv_text(HEAD, *[["温" * 10000, "甲", "题", "党员", "1", "有"] for _ in range(400)]).encode(), "refused"
    yield "a thousand columns", (",".join(HEAD + ["列%d" % i for i in range(1000)]) + "\n" + ",".join(GOOD) + "\n").encode(), "refused"
    yield "a header twice", csv_text(HEAD + ["姓名"], GOOD + ["乙"]).encode(), "refused"
    yield "a formula for a name", csv_text(HEAD, [GOOD[0], "=1+1"] + GOOD[2:]).encode(), None
    yield "control characters", csv_text(HEAD, [GOOD[0], "陈\u0007小燕"] + GOOD[2:]).encode(), "refused"
    yield "text that turns around", csv_text(HEAD, [GOOD[0], "陈\u202e小燕"] + GOOD[2:]).encode(), "refused"
    yield "a private character", csv_text(HEAD, [GOOD[0], "陈\ue000燕"] + GOOD[2:]).encode(), "refused"
    yield "a replacement character", csv_text(HEAD, [GOOD[0], "陈\ufffd燕"] + GOOD[2:]).encode(), "refused"
    yield "a thousand accents", csv_text(HEAD, [GOOD[0], "a" + "\u0301" * 1000] + GOOD[2:]).encode(), "refused"
    yield "nothing", b"", "refused"
    yield "a mark and nothing", b"\xef\xbb\xbf", "refused"
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "refused"
    yield "a PDF", b"%PDF-1.5\n" + bytes(100), "refused"
    yield "an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), "refused"
    yield "a web page", b"<html><table><tr><td>1</td></tr></table></html>", "refused"
    yield "rich text", b"{\\rtf1\\ansi\\pard x}", "refused"


def write_all(folder):
    """Each table in a file of its number; the names and verdicts as JSON."""
    entries = []
    for number, (name, content, verdict) in enumerate(all_tables()):
        (folder / str(number)).write_bytes(content)
        entries.append((name, verdict))
    (folder / "tables.json").write_text(json.dumps(entries))


def all_tables():
    for family in (bombs, claims, values, dates, merges, entities, markup, structure, archives, texts):
        for name, content, verdict in family():
            yield "%s: %s" % (family.__name__, name), content if isinstance(content, bytes) else content.encode(), verdict


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
