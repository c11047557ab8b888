#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""The help says what is: every key it names is one of the shortcuts, every button one that a window has, in the
language of the page; both languages have the same pages with the same pictures and steps."""

import re
import subprocess
import xml.etree.ElementTree

from house import SOURCE, Tap, list_files, read

LANGUAGES = ("en", "zh_CN")
# As they are written on a keyboard, and as a shortcut is written.
KEYS = {"Space": "space", "空格": "space", "Enter": "Return", "回车": "Return", "Esc": "Escape", "→": "Right", "←": "Left",
        "↑": "Up", "↓": "Down", "Page Up": "Page_Up", "Page Down": "Page_Down"}
CALLED = re.compile(r"`([^`]+)`")
LARGEST_PICTURE = 120 << 10


def list_shortcuts():
    """Every accelerator of the windows' shortcuts; 1...7 is each of the seven."""
    found = set()
    for name in list_files("data/ui/*-shortcuts.ui"):
        for item in xml.etree.ElementTree.parse(SOURCE / name).getroot().iter("property"):
            if item.get("name") == "accelerator":
                for key in item.text.split():
                    span = re.fullmatch(r"(.*?)(\d)\.\.\.(?:F?)(\d)", key)
                    found |= {span.group(1) + str(n) for n in range(int(span.group(2)), int(span.group(3)) + 1)} if span else {key}
    return found


def write_shortcut(key):
    """A key as the help writes it, as a shortcut is written; None: it is no key."""
    *held, last = key.split("+")
    if last in KEYS:
        last = KEYS[last]
    elif re.fullmatch(r"[A-Z]", last):
        last = last.lower()
    elif not re.fullmatch(r"F\d+|\d", last):
        return None
    return "".join({"Ctrl": "<Control>", "Alt": "<Alt>", "Shift": "<Shift>"}.get(h, "?") for h in held) + last


def list_labels(language):
    """What stands on something in that language, without mnemonics."""
    command = ["msgattrib", "--no-wrap", "--no-obsolete", str(SOURCE / "po" / "zh_CN.po")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    words = re.findall(r'^%s "(.*)"$' % ("msgid" if language == "en" else "msgstr"), run.stdout, re.MULTILINE)
    return {re.sub(r"\(_\w\)", "", w).replace("_", "") for w in words}


def list_pages(language):
    return {n.rsplit("/", 1)[1]: read(n) for n in list_files("help/%s/*.md" % language)}


def shape(text):
    """What both languages share: headings, steps, items, pictures and links in their order."""
    lines = [l for l in text.splitlines() if l]
    found = []
    for line in lines:
        match = re.match(r"(#+ |\d+\. |- |!)", line)
        picture = re.match(r"!\[[^]]+\]\(([^)]+)\)$", line)
        found.append(picture.group(1) if picture else match.group(1) if match else "¶")
    return found


def check_words(tap, language, pages, shortcuts):
    labels, wrong, keys = list_labels(language), [], 0
    for name, text in pages.items():
        for called in CALLED.findall(text):
            shortcut = write_shortcut(called)
            if shortcut is not None:
                keys += 1
                if shortcut not in shortcuts:
                    wrong.append("%s/%s: %s is no shortcut of any window" % (language, name, called))
            elif called not in labels:
                wrong.append("%s/%s: nothing is called “%s”" % (language, name, called))
    tap.case(wrong or ([] if keys > 10 else ["hardly a key is named"]), "/help/%s/keys-and-buttons" % language)


def check_files(tap, language, pages):
    wrong, used = [], set()
    for name, text in pages.items():
        used |= set(re.findall(r"!\[[^]]*\]\(([^)]+)\)", text))
        wrong += ["%s links to %s" % (name, t) for t in re.findall(r"(?<!!)\[[^]]*\]\(([^)]+)\)", text) if t not in pages]
        if not text.startswith("# ") or text.count("\n# "):
            wrong.append("%s has not one title, at its beginning" % name)
        if re.search(r"^(```|\||>|    |\* |####)|<\w|\]\(http", text, re.MULTILINE):
            wrong.append("%s has what the help's window can't show" % name)
    there = {n.rsplit("/", 1)[1] for n in list_files("help/%s/*.png" % language)}
    wrong += ["%s is not there, or not used" % n for n in sorted(used ^ there)]
    wrong += ["%s is too large" % n for n in there if (SOURCE / "help" / language / n).stat().st_size > LARGEST_PICTURE]
    tap.case(wrong, "/help/%s/pages-and-pictures" % language)


def check_card(tap, shortcuts):
    """The operator's card: the keys that are printed are those that the table means, and shortcuts."""
    table = read("src/paper/lectern-report-operator.c").split("keys[] = {", 1)[1].split("troubles[]", 1)[0]
    rows = re.findall(r'\{ "([^"]+)", \{ "([^"]+)", "([^"]+)" \}', table)
    wrong = []
    for accelerator, *printed in rows:
        each = ["%d" % n for n in range(1, 10)] if accelerator == "1...9" else [accelerator]
        wrong += ["%s is no shortcut of any window" % a for a in each if a not in shortcuts]
        for key in printed:
            meant = "1...9" if key == "1 … 9" else write_shortcut(key.replace(" + ", "+"))
            if meant != accelerator:
                wrong.append("the card says %s for %s" % (key, accelerator))
    tap.case(wrong or ([] if len(rows) > 8 else ["the card has hardly a key"]), "/help/card/keys")


def main():
    tap = Tap()
    pages = {language: list_pages(language) for language in LANGUAGES}
    shown = re.search(r"pages\[\] = \{([^}]*)\}", read("src/ui/common/lectern-help-window.c")).group(1)
    wanted = sorted(n + ".md" for n in re.findall(r'"([a-z-]+)"', shown))
    tap.case([l for l in LANGUAGES if sorted(pages[l]) != wanted], "/help/the-window-shows-every-page")
    differ = ["%s: %s" % (n, [a for a in zip(shape(pages["en"][n]), shape(pages["zh_CN"].get(n, ""))) if a[0] != a[1]][:3])
              for n in pages["en"] if shape(pages["en"][n]) != shape(pages["zh_CN"].get(n, ""))]
    tap.case(differ, "/help/languages-agree")
    shortcuts = list_shortcuts()
    for language in LANGUAGES:
        check_files(tap, language, pages[language])
        check_words(tap, language, pages[language], shortcuts)
    check_card(tap, shortcuts)
    tap.case([] if "F1" in shortcuts else ["F1 is no shortcut"], "/help/f1")
    tap.done()


if __name__ == "__main__":
    main()
