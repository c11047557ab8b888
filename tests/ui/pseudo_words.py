# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""A language 40 % longer than English, made of the words that are there to be translated: what a translator may need."""

import math
import re
import subprocess
from pathlib import Path

from house import read

LONGER = 0.4
# What is no word: a format, a tag, an entity, a key's name, an address.
KEPT = re.compile(r"%[^\s%]*?[a-zA-Z>]|%%|<[^>]*>|&[a-z]+;|\\.|\{[^}]*\}|\w+[./:]\w\S*")
WORD = re.compile(r"[A-Za-z]{2,}")


def lengthen_word(match):
    word = match.group(0)
    return word + word[-1].lower() * math.ceil(LONGER * len(word))


def lengthen(text):
    """@text as it stands in a catalogue, with longer words."""
    parts, end = [], 0
    for kept in KEPT.finditer(text):
        parts += [WORD.sub(lengthen_word, text[end:kept.start()]), kept.group(0)]
        end = kept.end()
    return "".join(parts + [WORD.sub(lengthen_word, text[end:])])


def read_entries(catalogue):
    """The (context, singular, plural) of a catalogue's entries, still quoted; None: has none."""
    found, key = {}, None
    for line in catalogue.splitlines() + [""]:
        if line.startswith("#"):
            continue
        start = re.match(r'(msgctxt|msgid_plural|msgid|msgstr)\S*\s+(".*")$', line)
        if start:
            key = start.group(1)
            found[key] = found.get(key, "") + start.group(2)[1:-1]
        elif line.startswith('"'):
            found[key] += line[1:-1]
        elif found:
            yield found.get("msgctxt"), found["msgid"], found.get("msgid_plural")
            found = {}


def write_catalogue(folder, language):
    """Makes @folder a folder of catalogues that has @language."""
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n"', ""]
    for context, singular, plural in read_entries(read("po/zh_CN.po")):
        if not singular:
            continue
        if context is not None:
            lines.append('msgctxt "%s"' % context)
        lines.append('msgid "%s"' % singular)
        if plural is not None:
            lines.append('msgid_plural "%s"' % plural)
        lines.append('%s "%s"' % ("msgstr[0]" if plural is not None else "msgstr", lengthen(plural or singular)))
        lines.append("")
    place = Path(folder) / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    subprocess.run(["msgfmt", "-o", place / "lectern.mo", "-"], input="\n".join(lines), text=True, check=True)
