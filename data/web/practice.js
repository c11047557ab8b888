// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The first sheet a judge fills in should not be one that counts. The invented entry looks like any other,
// so that nothing is to be learnt twice, and says that it is invented.

import { word } from "./words.js";

const LOT = 99;
const TALK_MS = 352000;

/** A state like @model's with an invented speaker on stage, whose gate is open. */
export function makePractice(model) {
  return {
    contest: model.contest,
    round: model.round,
    rehearsal: false,
    judge: model.judge,
    rubric: model.rubric,
    gate: { open: true, lot: LOT },
    entry: { lot: LOT, name: word("practiceName"), unit: word("practiceUnit"), title: word("practiceTitle"), state: "marking" },
    clock: { phase: "stopped", elapsed_ms: TALK_MS, limit_ms: model.clock.limit_ms },
    sheets: [],
    recused: [],
    absent: [],
    void: [],
  };
}
