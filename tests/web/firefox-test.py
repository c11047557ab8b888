#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The browser panel in Firefox: every scene of panel-test.py, a tablet held upright in both languages, and that what Firefox
refuses is heard, without which its silence would say nothing."""

import importlib

import firefox
from desk import expect
from scenes import play, prepare
from seats import run

panel = importlib.import_module("panel-test")
looks = importlib.import_module("looks-test")


def hold_upright(hall, language):
    prepare(hall)
    browser = hall.open_browser(language=language)
    browser.set_size(768, 1024)
    wrong = []
    for name, _ in play(hall, browser):
        browser.settle(0)
        wrong += expect(browser.run("return [innerWidth, innerHeight]"), [768, 1024], name)
        wrong += ["%s: %s" % (name, found) for found in looks.measure(browser, name)]
    return wrong


def held_upright_in_chinese(hall):
    return hold_upright(hall, "zh-CN")


def held_upright_in_english(hall):
    return hold_upright(hall, "en-GB")


def what_is_refused_is_heard(hall):
    seat = hall.seat(5)
    wrong = expect(seat.complaints(), [], "a page nobody tampered with")
    seat.browser.run("""document.body.setAttribute("style", "color: red");
      document.body.append(Object.assign(new Image(), { src: "https://example.org/x.png" }));
      setTimeout(() => { throw new Error("of its own"); }, 0);""")
    seat.browser.settle(300)
    heard = "\n".join(seat.complaints())
    return wrong + ["%s: not in %r" % (word, heard) for word in ("style-src", "img-src", "of its own") if word not in heard]


if __name__ == "__main__":
    run("firefox", (*panel.CASES, held_upright_in_chinese, held_upright_in_english, what_is_refused_is_heard), firefox.Driver)
