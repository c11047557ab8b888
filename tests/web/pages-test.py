#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""How the browser panel is served: every file of data/web and nothing else, each as what it is, under a policy
that lets nothing in from elsewhere and nothing run that is not a file of ours."""

import http.client
import re

from desk import Desk, expect
from house import SOURCE, list_files, read
from panel import make_context
from serving import Server, find_port

TYPES = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
         "svg": "image/svg+xml"}
FILES = list_files("data/web/*")


def get(server, path, method="GET"):
    connection = http.client.HTTPSConnection("127.0.0.1", server.port, timeout=10, context=make_context())
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def start(desk):
    server = Server(desk.contest("nominees", "judges", "drawn"), find_port())
    server.start()
    return server


def every_file_as_it_is_in_the_source(desk):
    server = start(desk)
    wrong = [] if len(FILES) > 20 else ["only %d files" % len(FILES)]
    for name in FILES + ["data/web/icon.svg"]:
        path = name[len("data"):]
        source = "data/icons/hicolor/scalable/apps/io.github.lectern.Lectern.svg" if path.endswith(".svg") else name
        status, headers, body = get(server, path)
        wrong += expect((path, status, headers.get("Content-Type")), (path, 200, TYPES[path.rsplit(".", 1)[1]]), "answer")
        wrong += expect(body == (SOURCE / source).read_bytes(), True, "the bytes of " + path)
    wrong += expect(get(server, "/")[2], get(server, "/web/index.html")[2], "the front page")
    server.quit()
    return wrong


def nothing_else(desk):
    server = start(desk)
    wrong = []
    for path in ("/web", "/web/", "/web/nothing.js", "/web/../data/web/panel.js", "/web/%2e%2e/panel.js", "/web//panel.js", "/panel.js",
                 "/web/styles", "/index.html", "/web/panel.js/", "/favicon.ico", "/etc/passwd", "/web/PANEL.JS"):
        status, headers, body = get(server, path)
        wrong += expect((path, status, headers["Content-Type"].split(";")[0]), (path, 404, "application/json"), "answer")
    wrong += expect(get(server, "/web/panel.js", "POST")[0], 405, "POST")
    wrong += expect(get(server, "/web/panel.js", "DELETE")[0], 405, "DELETE")
    server.quit()
    return wrong


def what_a_page_may_do(desk):
    server = start(desk)
    wrong = []
    for path in ("/", "/web/panel.js", "/web/styles/theme.css"):
        headers = get(server, path)[1]
        policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
        wrong += expect(policy, {
            "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' blob:",
            "connect-src": "'self' wss://127.0.0.1:%d" % server.port, "base-uri": "'none'", "form-action": "'none'",
            "frame-ancestors": "'none'", "require-trusted-types-for": "'script'", "trusted-types": "'none'"}, "policy")
        wrong += ["%s: %s" % (path, word) for word in re.findall(r"unsafe-[\w-]+|\*", headers["Content-Security-Policy"])]
        wrong += expect([headers.get(name) for name in ("X-Content-Type-Options", "Referrer-Policy", "Cache-Control")],
                        ["nosniff", "no-referrer", "no-store"], path)
    server.quit()
    return wrong


def nothing_from_elsewhere(desk):
    wrong = []
    for name in FILES:
        text = read(name)
        wrong += ["%s names %s" % (name, found) for found in re.findall(r"(?:https?|wss?|ftp):?//[\w.]+", text)]
        if name.endswith(".html"):
            wrong += ["%s: %s" % (name, found) for found in re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)[^>]*>", text)]
        if name.endswith(".js"):
            wrong += ["%s: %s" % (name, found) for found in re.findall(r"\binnerHTML|\beval\b|new Function|document\.write|cssText|[\"']style[\"']", text)]
            imported = re.findall(r'from "([^"]+)"', text)
            wrong += ["%s imports %s" % (name, path) for path in imported if not path.startswith(("./", "../"))]
    return wrong


if __name__ == "__main__":
    Desk("web/pages").run(every_file_as_it_is_in_the_source, nothing_else, what_a_page_may_do, nothing_from_elsewhere)
