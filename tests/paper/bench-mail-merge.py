#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The certificates as offices make them today: LibreOffice Writer's mail merge of a document with one field over
a table of names, into one PDF file. `bench-mail-merge.py [N]`; it needs Writer, its drivers and python3-uno, and says
so where they are missing. LECTERN_SOFFICE names another soffice."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="p"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm"
 style:print-orientation="landscape" fo:margin="25mm" fo:border="2pt solid #b01e2b"/></style:page-layout>
<style:style style:name="t" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties style:font-name-asian="Noto Serif CJK SC" style:font-size-asian="44pt"/></style:style>
<style:style style:name="b" style:family="paragraph"><style:text-properties style:font-name-asian="LXGW WenKai" style:font-size-asian="22pt"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="p"/></office:master-styles>
<office:body><office:text>
<text:p text:style-name="t">荣誉证书</text:p>
<text:p text:style-name="b"><text:database-display text:database-name="bench" text:table-name="names" text:table-type="table" text:column-name="name">name</text:database-display> 同志：</text:p>
<text:p text:style-name="b">　　在焦作市“弘扬焦裕禄精神 争做出彩焦作人”微型党课比赛中成绩突出，被评为“焦作市2018年度微型党课十佳宣讲员”。</text:p>
<text:p text:style-name="b">　　特发此证，以资鼓励。</text:p><text:p text:style-name="b">焦作市委宣传部</text:p><text:p text:style-name="b">二〇一八年九月</text:p>
</office:text></office:body></office:document>
"""
NAMES = "王韦 田富 田大利 单晓燕 曾庆华 仇志远 解文博 区建华 欧阳静怡 司马文轩 马晓𬱖 刘𫖯 张䶮 阿卜杜拉·买买提".split()


def skip(why):
    print("certificates: LibreOffice's mail merge was not measured: %s" % why, file=sys.stderr)
    sys.exit(0)


def connect(uno, port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve("uno:socket,host=127.0.0.1,port=%d;urp;StarOffice.ComponentContext" % port)
        except Exception as error:  # not up yet: its own class is not importable before uno is
            last = error
            time.sleep(0.1)
    skip("soffice did not answer: %s" % last)


def register(context, uno, folder):
    databases = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = databases.createInstance()
    source.URL = "sdbc:flat:" + folder.as_uri()
    values = []
    for key, value in (("Extension", "csv"), ("CharSet", "UTF-8"), ("HeaderLine", True), ("FieldDelimiter", ","), ("StringDelimiter", '"')):
        value_struct = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        value_struct.Name, value_struct.Value = key, value
        values.append(value_struct)
    source.Info = tuple(values)
    source.DatabaseDocument.storeAsURL((folder / "bench.odb").as_uri(), ())
    databases.registerObject("bench", source)


def merge(context, folder):
    job = context.ServiceManager.createInstanceWithContext("com.sun.star.text.MailMerge", context)
    job.DataSourceName, job.CommandType, job.Command = "bench", 0, "names"
    job.DocumentURL = (folder / "certificate.fodt").as_uri()
    job.OutputURL, job.OutputType, job.SaveAsSingleFile = folder.as_uri(), 2, True
    job.FileNamePrefix, job.SaveFilter = "merged", "writer_pdf_Export"
    start = time.monotonic()
    job.execute(())
    return time.monotonic() - start


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    soffice = os.environ.get("LECTERN_SOFFICE") or shutil.which("soffice")
    if not soffice:
        skip("LibreOffice is not installed")
    if not (Path(soffice).resolve().parent / "libswlo.so").exists():
        skip("LibreOffice is installed without Writer (libreoffice-writer-nogui)")
    try:
        import uno
    except ImportError:
        skip("python3-uno is not installed")
    with tempfile.TemporaryDirectory(prefix="lectern-bench-") as home:
        folder = Path(home) / "merge"
        folder.mkdir()
        (folder / "certificate.fodt").write_text(DOCUMENT, encoding="utf-8")
        (folder / "names.csv").write_text("name\n" + "".join(NAMES[i % len(NAMES)] + "\n" for i in range(n)), encoding="utf-8")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        # The environment as it was: importing uno sets what another soffice must not have.
        office = subprocess.Popen([soffice, "--headless", "--norestore", "-env:UserInstallation=" + (Path(home) / "profile").as_uri(),
                                   "--accept=socket,host=127.0.0.1,port=%d;urp;" % port], env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = connect(uno, port)
            register(context, uno, folder)
            seconds = merge(context, folder)
            pages = subprocess.run(["pdfinfo", *folder.glob("merged*.pdf")], capture_output=True, text=True, check=True).stdout
            pages = int(pages.split("Pages:")[1].split()[0])
        finally:
            office.terminate()
            office.wait()
        assert pages >= n, "%d pages of %d" % (pages, n)
        print(json.dumps({"name": "certificates-mail-merge", "unit": "a second", "value": round(n / seconds, 1), "certificates": n, "pages": pages, "seconds": round(seconds, 1)}))


if __name__ == "__main__":
    main()
