#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""How the browser panel looks, in figures: on every screen nothing is cut off and the whole sheet is seen at once,
every text can be told from its ground, and everything that can be touched has a name and a size for it."""

from browser import TAB
from scenes import play, prepare
from seats import run

# A laptop whose browser takes its part, the same full screen, a large screen, a tablet held upright, a telephone.
SIZES = ((1366, 625), (1366, 768), (1920, 1080), (768, 1024), (390, 844))
LARGE = ((1366, 768), (768, 1024), (390, 844))  # with large text
SMALL = 600
SEEN = {"talking": ".criterion, #submit, #total, #clock", "too-much": ".criterion, #submit", "question": "#confirm-submit, #confirm-marks div",
        "received": "#submit, #message", "lost": ".criterion, #submit, #connection-words"}
MEASURE = """
  const [css] = arguments, wrong = [], page = document.documentElement;
  if (page.scrollWidth > innerWidth) wrong.push("wider than the screen: " + page.scrollWidth);
  for (const e of css ? document.querySelectorAll(css) : []) {
    const box = e.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight + 1 || box.right > innerWidth) wrong.push("not seen: " + e.className + " #" + e.id + " ends at " + box.bottom);
  }
  for (const e of document.querySelectorAll("button, select, .mark, .slider, #code, #device")) {
    const box = e.getBoundingClientRect();
    if (box.width && (box.height < 36 || box.width < 36)) wrong.push("too small to touch: " + e.id + e.className + " " + box.width + "x" + box.height);
    if (box.width && e.scrollWidth > e.clientWidth + 1 && e.tagName === "BUTTON") wrong.push("cut off: " + e.id);
  }
  return wrong;"""
# WCAG's contrast of every text against the first ground behind it that is painted.
CONTRAST = """
  const parts = (colour) => (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = (colour) => { const [r, g, b] = parts(colour).slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if ((parts(c)[3] ?? 1) > 0.99) return c; } return "rgb(255,255,255)"; };
  const wrong = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.getClientRects().length || getComputedStyle(e).visibility === "hidden") continue;
    if (e.closest("noscript, option, .rehearsal")) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
    if (ratio < arguments[0]) wrong[(e.id || e.className || e.tagName)] = ratio.toFixed(2);
  }
  return Object.entries(wrong).map(([name, ratio]) => name + " " + ratio);"""
# media features, a class of the page, the least contrast
SCHEMES = (({}, "", 4.5), ({"prefers-color-scheme": "dark"}, "", 4.5), ({"prefers-contrast": "more"}, "", 7),
           ({"prefers-contrast": "more", "prefers-color-scheme": "dark"}, "", 7), ({}, "high-contrast", 7),
           ({"prefers-color-scheme": "dark"}, "high-contrast", 7))
NAMED = ("button", "textbox", "spinbutton", "slider", "checkBox", "comboBoxSelect", "timer", "group", "list", "form")


def check_contrast(browser, name):
    wrong = []
    if name not in ("pairing", "talking", "too-much", "received", "menu", "lost"):
        return wrong
    for media, kind, least in SCHEMES:
        browser.cdp("Emulation.setEmulatedMedia", features=[{"name": n, "value": v} for n, v in media.items()])
        browser.run("document.documentElement.classList.toggle('high-contrast', arguments[0])", kind != "")
        browser.settle()
        wrong += ["%s, %s %s: %s" % (name, media, kind, found) for found in browser.run(CONTRAST, least)]
    browser.run("document.documentElement.classList.remove('high-contrast')")
    browser.cdp("Emulation.setEmulatedMedia", features=[])
    return wrong


def check_names(browser, name):
    """What assistive programs are told: everything that can be used has a name."""
    wrong = []
    for node in browser.cdp("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value")
        if node.get("ignored") or role not in NAMED:
            continue
        if not node.get("name", {}).get("value", "").strip():
            wrong.append("%s: a %s has no name" % (name, role))
    return wrong


def measure(browser, name, everything=True):
    """@everything: all of SEEN has to be on the screen at once."""
    return browser.run(MEASURE, SEEN.get(name, "") if everything else "")


def check_sizes(browser, name):
    wrong = []
    for large in (False, True):
        browser.run("document.documentElement.classList.toggle('large-text', arguments[0])", large)
        for width, height in LARGE if large else SIZES:
            browser.set_size(width, height)
            browser.settle(0)
            # With large text a low screen may scroll; nothing may be cut off.
            everything = width >= SMALL and (height >= 1000 or not large)
            wrong += ["%s, %dx%d%s: %s" % (name, width, height, ", large" if large else "", found)
                      for found in measure(browser, name, everything)]
    browser.run("document.documentElement.classList.remove('large-text')")
    browser.set_size(1366, 768)
    return wrong


def look(hall, language, *checks):
    prepare(hall)
    browser = hall.open_browser(language=language)
    browser.set_size(1366, 768)
    wrong = []
    for name, _ in play(hall, browser):
        for check in checks:
            wrong += check(browser, name)
    return wrong


def in_chinese(hall):
    return look(hall, "zh-CN", check_sizes, check_names, check_contrast)


def in_english(hall):
    return look(hall, "en-GB", check_sizes)


def from_control_to_control(hall):
    seat = hall.seat(5)
    hall.put_on_stage(1)
    seat.wait_stage(1)
    order = []
    for _ in range(7):
        order.append(seat.browser.run("const e = document.activeElement; return e.getAttribute('aria-label') || e.id"))
        seat.browser.type(TAB)
    wanted = ["主题内容，满分 40", "语言表达，满分 25", "课件制作与运用，满分 15", "仪表形象，满分 10", "现场效果，满分 10", "note", ""]
    return [] if order[:6] == wanted[:6] else ["the order is %s" % order]


if __name__ == "__main__":
    run("looks", (in_chinese, in_english, from_control_to_control))
