#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The modules of the browser panel that show nothing, each by a page of cases beside this file, in the
browser they run in. Pages come from a small server here: browsers load no modules from a folder."""

import functools
import http.server
import os
import threading
from pathlib import Path

from browser import Browser, Driver, Missing
from house import SOURCE, Tap

PAGES = sorted(path.stem for path in (SOURCE / "tests" / "web").glob("*.html"))


class Handler(http.server.SimpleHTTPRequestHandler):
    """/web/ is data/web, /tests/ this folder."""

    def translate_path(self, path):
        place = path.split("?")[0].lstrip("/")
        top = {"web": SOURCE / "data" / "web", "tests": SOURCE / "tests" / "web"}
        first, _, rest = place.partition("/")
        return os.fspath(top[first] / rest) if first in top else os.devnull

    def log_message(self, *_):
        pass


def serve():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=os.fspath(Path(SOURCE))))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main():
    tap = Tap()
    try:
        driver = Driver()
    except Missing as error:
        tap.skip("/web/unit", "there is no %s here" % error)
        tap.done()
    server = serve()
    browser = Browser(driver)
    try:
        for page in PAGES:
            browser.open("http://127.0.0.1:%d/tests/%s.html" % (server.server_port, page))
            try:
                results = browser.wait("the cases of " + page, "return window.results", timeout=30)
            except AssertionError as error:
                tap.case([error] + [entry["message"] for entry in browser.read_log()], "/web/%s" % page)
                continue
            for result in results:
                tap.case([result["wrong"]] if result["wrong"] else [], "/web/%s/%s" % (page, result["name"]))
    finally:
        browser.close()
        driver.close()
    tap.done()


if __name__ == "__main__":
    main()
