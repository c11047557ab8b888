#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Replays a draw of the running order from its seed and the list of nominees.

    replay-draw.py [--together] SEED [LIST.csv]

LIST.csv (or standard input) is UTF-8 with a line "name,unit" a nominee, no header, in any order.
Prints "lot,name,unit" lines. --together is for contests that let two of one unit follow each
other. Needs nothing but Python 3; docs/draw.md says in words what is done here.
"""
import csv
import hashlib
import math
import sys

TRIES = 10000


class Stream:
    """SHA-256 of "<seed>:<block>" gives eight big-endian words of 32 bits; blocks count from 0."""

    def __init__(self, seed):
        self.seed, self.block, self.words = seed, 0, []

    def word(self):
        if not self.words:
            digest = hashlib.sha256(f"{self.seed}:{self.block}".encode()).digest()
            self.words = [int.from_bytes(digest[i:i + 4], "big") for i in range(0, 32, 4)]
            self.block += 1
        return self.words.pop(0)

    def below(self, bound):
        """0 to bound - 1, each equally likely, for bounds up to 2^32."""
        if bound == 1:
            return 0
        whole = 2**32 // bound * bound
        while True:
            word = self.word()
            if word < whole:
                return word % bound

    def below_large(self, bound):
        """The same for bounds of any size: as many words as it has, most significant first."""
        bits = bound.bit_length()
        words = (bits + 31) // 32
        while True:
            number = 0
            for i in range(words):
                word = self.word()
                if i == 0 and bits % 32:
                    word &= 2**(bits % 32) - 1
                number = number << 32 | word
            if number < bound:
                return number


def try_draw(stream, groups, apart):
    """Names out of a hat; None as soon as two of one unit follow each other."""
    n = len(groups)
    hat = list(range(n))
    for p in range(n):
        drawn = p + stream.below(n - p)
        hat[p], hat[drawn] = hat[drawn], hat[p]
        if apart and p > 0 and groups[hat[p]] == groups[hat[p - 1]]:
            return None
    return hat


def ways(counts, size, length, bad_after):
    """All (weight, bad_before, runs, in_bad_gaps) that lead to bad_after, in a fixed order."""
    for bad in range(length + 1):
        for in_bad in range(bad + 1):
            runs = bad - in_bad + size - bad_after
            if runs < 1 or runs > size or runs < in_bad:
                continue
            weight = (counts.get(bad, 0) * math.comb(size - 1, runs - 1)
                      * math.comb(bad, in_bad) * math.comb(length + 1 - bad, runs - in_bad))
            if weight:
                yield weight, bad, runs, in_bad


def choose(stream, left, wanted):
    """Whether each of `left` things is taken when `wanted` of them are, every choice as likely."""
    taken = []
    while left:
        taken.append(stream.below(left) < wanted)
        wanted -= taken[-1]
        left -= 1
    return taken


def count_out(stream, sizes):
    """The exact way, for lists on which trying takes too long."""
    counts, length = [{0: 1}], 0
    for size in sizes:
        counts.append({bad: sum(way[0] for way in ways(counts[-1], size, length, bad))
                       for bad in range(length + size)})
        length += size

    chosen, bad = [], 0
    for group in reversed(range(len(sizes))):
        length -= sizes[group]
        remainder = stream.below_large(counts[group + 1][bad])
        for weight, bad_before, runs, in_bad in ways(counts[group], sizes[group], length, bad):
            if remainder < weight:
                break
            remainder -= weight
        chosen.insert(0, (bad_before, runs, in_bad))
        bad = bad_before

    line = []
    for group, (bad_before, n_runs, in_bad) in enumerate(chosen):
        runs = [1]
        for cut in choose(stream, sizes[group] - 1, n_runs - 1):
            if cut:
                runs.append(0)
            runs[-1] += 1
        bad_left, bad_wanted = bad_before, in_bad
        good_left, good_wanted = len(line) + 1 - bad_before, n_runs - in_bad
        grown = []
        for gap in range(len(line) + 1):
            if 0 < gap < len(line) and line[gap - 1] == line[gap]:
                taken = stream.below(bad_left) < bad_wanted
                bad_left, bad_wanted = bad_left - 1, bad_wanted - taken
            else:
                taken = stream.below(good_left) < good_wanted
                good_left, good_wanted = good_left - 1, good_wanted - taken
            if taken:
                grown += [group] * runs.pop(0)
            grown += line[gap:gap + 1]
        line = grown

    first, members = 0, []
    for size in sizes:
        own = list(range(first, first + size))
        for i in range(size):
            drawn = i + stream.below(size - i)
            own[i], own[drawn] = own[drawn], own[i]
        members.append(own)
        first += size
    return [members[group].pop(0) for group in line]


def draw(seed, nominees, apart=True):
    """The nominees, pairs of name and unit, in the order of their lots; None if impossible."""
    listed = sorted(nominees, key=lambda nominee: (nominee[0].encode(), nominee[1].encode()))
    units = list(dict.fromkeys(unit for _, unit in listed))
    groups = [units.index(unit) for _, unit in listed]
    sizes = [groups.count(group) for group in range(len(units))]
    if apart and any(size > (len(listed) + 1) // 2 for size in sizes):
        return None
    stream = Stream(seed)
    for _ in range(TRIES):
        order = try_draw(stream, groups, apart)
        if order is not None:
            return [listed[i] for i in order]
    by_group = [i for group in range(len(units)) for i in range(len(listed)) if groups[i] == group]
    return [listed[by_group[member]] for member in count_out(stream, sizes)]


def main(arguments):
    apart = "--together" not in arguments
    arguments = [argument for argument in arguments if argument != "--together"]
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    if len(arguments) == 2:
        with open(arguments[1], encoding="utf-8-sig", newline="") as source:
            rows = list(csv.reader(source))
    else:
        sys.stdin.reconfigure(encoding="utf-8-sig", newline="")
        rows = list(csv.reader(sys.stdin))
    nominees = [(row[0], row[1]) for row in rows if row]
    order = draw(arguments[0], nominees, apart)
    if order is None:
        sys.exit("One unit holds more than half of the nominees: they cannot be kept apart.")
    sys.stdout.reconfigure(encoding="utf-8")
    for lot, (name, unit) in enumerate(order, 1):
        csv.writer(sys.stdout, lineterminator="\n").writerow([lot, name, unit])


if __name__ == "__main__":
    main(sys.argv[1:])
