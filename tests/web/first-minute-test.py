#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The first entry within a minute, in a browser that has never been here: past its warning, with the code on the card, to
the main laptop's word that the sheet has arrived; by a judge who knows nothing but what the screen says."""

import re

import slow_hand
from browser import Failed
from desk import expect
from house import Tap
from seats import run

KINDS = {"field": ("textbox", "spinbutton"), "button": ("button",)}
# The browser's own page before one that nobody vouches for, in the laptop's language.
WARNING = ("高级|Advanced", "继续前往.*|Proceed to .*")


class Screen:
    """What assistive programs read out of a page, which is what stands on it, and a pointer."""

    def __init__(self, browser):
        self.browser = browser

    def nodes(self):
        for node in self.browser.cdp("Accessibility.getFullAXTree")["nodes"]:
            if not node.get("ignored"):
                yield node.get("role", {}).get("value"), node.get("name", {}).get("value", "").strip(), node.get("backendDOMNodeId")

    def matching(self, name, kinds):
        return [(found, node) for role, found, node in self.nodes() if role in kinds and re.fullmatch(name, found)]

    def list(self, name, kind):
        return [found for found, _ in self.matching(name, KINDS[kind])]

    def find(self, name, kind):
        # A link is a button to her.
        found = self.matching(name, KINDS[kind] + (("link",) if kind == "button" else ()))
        if not found:
            return None
        try:
            corners = self.browser.cdp("DOM.getContentQuads", backendNodeId=found[0][1])["quads"][0]
        except (Failed, IndexError):
            return None  # not to be seen yet
        return (corners[0] + corners[4]) / 2, (corners[1] + corners[5]) / 2

    def read(self, pattern):
        return next((found for _, name, _ in self.nodes() if (found := re.search(pattern, name))), None)

    def roll(self, place):
        if place[1] < self.browser.run("return innerHeight") - 10:
            return False
        self.browser.cdp("Input.dispatchMouseEvent", type="mouseWheel", x=place[0], y=100, deltaX=0, deltaY=400)
        return True

    def click(self, place):
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.browser.cdp("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def press(self, key):
        self.browser.type(key)


def sit_down(hall, language):
    """The entry is on stage when she arrives, and marking is open."""
    def pass_warning(hand):
        for words in WARNING:
            hand.point(words, "button")

    browser = hall.open_browser(language={"zh": "zh-CN", "en": "en-GB"}[language], trusting=False)
    hall.put_on_stage(1)
    try:
        browser.open("https://127.0.0.1:%d/" % hall.server.port)
    except Failed as error:
        if "insecure" not in str(error):
            raise
    wrong, told, typed = slow_hand.play(Screen(browser), language, hall.codes[5], pass_warning)
    Tap().note(told)
    return wrong + expect(hall.submissions(5), [100 * typed], "what the contest file holds")


def in_chinese(hall):
    return sit_down(hall, "zh")


def in_english(hall):
    return sit_down(hall, "en")


if __name__ == "__main__":
    run("first-minute", (in_chinese, in_english))
