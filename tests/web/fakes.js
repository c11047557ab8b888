// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// A main laptop that is only told about, and a disk that is only remembered.

import { Outbox } from "/web/outbox.js";

export class FakeStore {
  constructor() {
    this.trouble = null;
    this.drafts = new Map();
    this.letters = [];
  }

  listDrafts(contest) {
    return [...this.drafts.values()].filter((draft) => draft.contest === contest);
  }

  writeDraft(draft) {
    this.drafts.set(draft.contest + "\n" + draft.lot, structuredClone(draft));
  }

  async addLetter(letter) {
    this.letters.push(letter);
  }

  dropLetter(letter) {
    this.letters = this.letters.filter((other) => other !== letter);
  }
}

export class FakeLink extends EventTarget {
  constructor(store) {
    super();
    this.outbox = new Outbox(store);
    this.connected = true;
    this.state = null;
    this.elapsed = 0;
  }

  /** Everything that would be on the wire. */
  get sent() {
    return this.outbox.letters.map((letter) => letter.message);
  }

  sendSheet(lot, marks, submit) {
    return this.outbox.addSheet(this.state, lot, marks, submit).id;
  }

  tell(changes) {
    this.state = { ...this.state, ...changes };
    this.outbox.dropVoid(this.state);
    this.dispatchEvent(new CustomEvent("state"));
  }

  answer(type, letter, more) {
    this.outbox.settle(letter.id);
    this.dispatchEvent(new CustomEvent(type, { detail: { id: letter.id, lot: letter.lot, ...more } }));
  }
}

export const RUBRIC = [
  { key: "content", name: "主题内容", guide: "", max: "40", step: "0.1" },
  { key: "effect", name: "现场效果", guide: "", max: "10", step: "0.5" },
];

export function makeState(changes) {
  return {
    contest: "比赛", round: { key: "final", name: "决赛" }, rehearsal: false, rubric: RUBRIC, judge: { number: 3, name: "郑爱华" },
    gate: { open: false, lot: null }, entry: null, clock: { phase: "idle", elapsed_ms: 0, limit_ms: 360000 },
    sheets: [], recused: [], absent: [], void: [], ...changes,
  };
}

export function onStage(lot, state = "talking") {
  return { lot, name: "选手" + lot, unit: "马村区", title: "题目", state };
}
