#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Lectern developers
"""Makes the two bells beside this file: one stroke for the warning, two for time up.

A stroke is a sum of partials in the ratios of a cast bell, each decaying by itself; the higher the
sooner. Nothing is random: run again, it makes the same bytes."""

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22050
# ratio to the strike tone, loudness, decay in seconds
PARTIALS = [(0.5, 0.45, 1.6), (1.0, 1.0, 1.1), (1.19, 0.55, 0.9), (1.5, 0.35, 0.7), (2.0, 0.6, 0.6),
            (2.74, 0.25, 0.35), (3.76, 0.15, 0.22), (5.04, 0.08, 0.12)]


def stroke(samples, start, tone, loudness):
    first = int(start * RATE)
    for i in range(first, len(samples)):
        t = (i - first) / RATE
        attack = min(1.0, t / 0.004)
        samples[i] += loudness * attack * sum(a * math.exp(-t / d) * math.sin(2 * math.pi * tone * r * t) for r, a, d in PARTIALS)


def write(path, seconds, strokes):
    samples = [0.0] * int(seconds * RATE)
    for start, tone, loudness in strokes:
        stroke(samples, start, tone, loudness)
    fade = int(0.15 * RATE)
    for i in range(fade):
        samples[-1 - i] *= i / fade
    peak = max(abs(s) for s in samples)
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", int(s / peak * 0.85 * 32767)) for s in samples))


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    write(folder / "warning.wav", 1.8, [(0.0, 880.0, 1.0)])
    write(folder / "over.wav", 2.6, [(0.0, 659.26, 1.0), (0.55, 523.25, 1.0)])


if __name__ == "__main__":
    main()
