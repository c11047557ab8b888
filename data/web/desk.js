// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The judge's desk: what a judge does and what the main laptop says meet here, and no view. A change goes
// to this device's disk first, then, when the judge pauses, to the main laptop as a draft. The gate decides
// which sheet lies on top, or else the stage does; a sheet that leaves the top keeps what was not sent.
// Once a sheet was submitted no draft of it goes out any more, for that would take the submission back: a
// change waits here until it is submitted again.
//
// Events: "changed", whenever anything it tells may be another; "left" (detail: a sheet), when the next speaker
// came and that sheet was not submitted; "practised".

import { contestKey } from "./contest-key.js";
import { formatMark, parseMark } from "./marks.js";
import { OwnSheet } from "./own-sheet.js";

const DRAFT_PAUSE_MS = 300;
const PRACTICE_MS = 600;
const LEFT_OPEN = ["unsent", "sending", "draft", "submitting", "changed"];

function readRubric(state) {
  return state.rubric.map((criterion) => ({
    key: criterion.key,
    name: criterion.name,
    guide: criterion.guide ?? "",
    max: parseMark(criterion.max) ?? 0,
    step: Math.max(parseMark(criterion.step) ?? 0, 1),
  }));
}

export class Desk extends EventTarget {
  /** @practice: an invented state; the desk then confirms its sheets by itself and sends nothing. */
  constructor(link, store, practice = null) {
    super();
    this.link = link;
    this.store = store;
    this.practice = practice;
    this.sheets = []; // every own one, the latest lot first
    this.rubric = [];
    this.current = null; // the sheet on top
    this.due = null; // the one that is to be marked now
    this.looking = false; // at an earlier sheet
    this.held = false; // the judge is writing: nothing turns over
    this.refusal = null; // {code, message} of the sheet on top
    this.known = null;
    this.timer = null;
    this.listeners = new AbortController();
    const options = { signal: this.listeners.signal };
    if (!practice) {
      link.addEventListener("state", () => this.#takeState(), options);
      link.addEventListener("ack", (event) => this.#takeAck(event.detail), options);
      link.addEventListener("refused", (event) => this.#takeRefusal(event.detail), options);
      link.addEventListener("connected", () => this.#tellChanged(), options);
    }
    if (this.state) {
      this.#takeState();
    }
  }

  close() {
    this.listeners.abort();
    clearTimeout(this.timer);
  }

  get state() {
    return this.practice ?? this.link.state;
  }

  get connected() {
    return this.practice !== null || this.link.connected;
  }

  get elapsed() {
    return this.practice ? this.practice.clock.elapsed_ms : this.link.elapsed;
  }

  // --- sheets --------------------------------------------------------------------------------

  #find(lot) {
    return this.sheets.find((sheet) => sheet.lot === lot);
  }

  #take(lot) {
    let sheet = this.#find(lot);
    if (!sheet) {
      sheet = new OwnSheet(lot, this.rubric.length);
      this.sheets.push(sheet);
      this.sheets.sort((a, b) => b.lot - a.lot);
    }
    return sheet;
  }

  #writeMarks(sheet) {
    const entries = this.rubric.map((criterion, index) => [criterion.key, sheet.marks[index]]);
    return Object.fromEntries(entries.filter(([, mark]) => mark !== null).map(([key, mark]) => [key, formatMark(mark)]));
  }

  #readMarks(marks) {
    return this.rubric.map((criterion) => parseMark(marks[criterion.key] ?? ""));
  }

  #keep(sheet) {
    if (this.practice) {
      return;
    }
    this.store.writeDraft({
      contest: this.known,
      lot: sheet.lot,
      name: sheet.name,
      note: sheet.note,
      marks: this.#writeMarks(sheet),
      unsent: sheet.unsent,
      voided: sheet.voided,
    });
  }

  // --- what arrives --------------------------------------------------------------------------

  #takeState() {
    this.#adoptContest();
    this.#takeSheets();
    this.#turn();
    if (this.current?.state === "unsent" && this.timer === null) {
      this.#scheduleDraft();
    }
    this.#tellChanged();
  }

  /** Another contest, round, judge or rubric: other drafts belong to it. */
  #adoptContest() {
    const contest = contestKey(this.state);
    const rubric = readRubric(this.state);
    if (this.known === contest && JSON.stringify(this.rubric) === JSON.stringify(rubric)) {
      return;
    }
    this.known = contest;
    this.rubric = rubric;
    this.current = this.due = null;
    this.looking = false;
    this.sheets = [];
    if (!this.practice) {
      this.#restore();
    }
  }

  #restore() {
    for (const draft of this.store.listDrafts(this.known)) {
      const sheet = this.#take(draft.lot);
      sheet.name = draft.name;
      sheet.note = draft.note;
      sheet.restore(this.#readMarks(draft.marks), draft.unsent, draft.voided);
    }
    // What went out in an earlier life of this page and was not acknowledged is on its way still.
    for (const letter of this.link.outbox.listFor(this.state).filter((other) => !other.flag)) {
      const sheet = this.#take(letter.lot);
      const marks = this.#readMarks(letter.message.marks);
      if (letter.submit) {
        marks.forEach((mark, index) => sheet.setMark(index, mark));
      }
      if (sheet.marks.every((mark, index) => mark === marks[index])) {
        sheet.send(letter.id, letter.submit);
      }
    }
  }

  #takeSheets() {
    for (const entry of this.state.void ?? []) {
      const sheet = this.#take(entry.lot);
      if (sheet.makeVoid(entry.version)) {
        this.#keep(sheet);
      }
    }
    for (const held of this.state.sheets) {
      const sheet = this.#take(held.lot);
      const { unsent } = sheet;
      sheet.name = held.name ?? sheet.name;
      sheet.receive(held.version, held.state, parseMark(held.total), this.#readMarks(held.marks));
      sheet.reopened = held.reopened?.reason ?? null;
      sheet.amended = held.reopened?.amended ?? false;
      if (unsent !== sheet.unsent) {
        this.#keep(sheet);
      }
    }
    const told = new Set(this.state.sheets.map((held) => held.lot));
    this.sheets.filter((sheet) => !told.has(sheet.lot)).forEach((sheet) => sheet.receiveNone());
  }

  #takeAck(message) {
    const sheet = this.#find(message.lot);
    if (!sheet?.acknowledge(message.id, message.version, message.state, parseMark(message.total ?? ""))) {
      return;
    }
    this.#keep(sheet);
    if (sheet === this.current) {
      this.refusal = null;
    }
    this.#tellChanged();
  }

  #takeRefusal(message) {
    const sheet = this.sheets.find((other) => message.id && other.sentId === message.id);
    if (!sheet) {
      return;
    }
    const submitting = sheet.state === "submitting";
    sheet.refuse(message.id);
    this.#keep(sheet);
    if (sheet === this.current) {
      this.refusal = { code: message.code, message: message.message };
    } else if (submitting) {
      this.#tell("left", sheet);
    }
    this.#tellChanged();
  }

  // --- which sheet lies on top ---------------------------------------------------------------

  /** The gate goes before the stage; but a gate that was opened again for somebody else's sheet, while
   * mine is locked and another speaks, is none of my business. */
  #findDueLot() {
    const { gate, entry } = this.state;
    if (!gate.open) {
      return entry?.lot ?? null;
    }
    return entry && this.#find(gate.lot)?.locked ? entry.lot : gate.lot;
  }

  #turn() {
    const lot = this.#findDueLot();
    const due = lot === null ? null : this.#take(lot);
    if (due && this.state.entry?.lot === lot) {
      due.name = this.state.entry.name;
    }
    if (due !== this.due) {
      this.due = due;
      if (this.looking) {
        this.#putOnTop(due);
        this.looking = false;
      }
    }
    if (!this.looking && !this.held) {
      this.#putOnTop(due);
    }
  }

  #putOnTop(sheet) {
    const before = this.current;
    if (before === sheet) {
      return;
    }
    this.current = sheet;
    this.refusal = null;
    clearTimeout(this.timer);
    this.timer = null;
    const onStage = this.state.entry?.lot === before?.lot;
    if (before && before !== this.due && !this.looking && !onStage && LEFT_OPEN.includes(before.state)) {
      this.#tell("left", before);
    }
  }

  /** While @held nothing turns over under the judge's hand. */
  setHeld(held) {
    this.held = held;
    if (!held && !this.looking && this.current !== this.due) {
      this.#putOnTop(this.due);
      this.#tellChanged();
    }
  }

  /** Turns to an earlier sheet, to look at it; null: back to the one that is due. */
  lookAt(sheet) {
    this.held = false;
    this.looking = true; // nothing is left behind for want of time
    this.#putOnTop(sheet ?? this.due);
    this.looking = this.current !== this.due;
    this.#tellChanged();
  }

  // --- what may be done ----------------------------------------------------------------------

  /** Why the sheet on top cannot be marked: nobody, recused, absent, earlier, locked, submitting; "" when it can. */
  get bar() {
    const { state, current } = this;
    if (!state || !current) {
      return "nobody";
    }
    if ((state.recused ?? []).includes(current.lot)) {
      return (state.absent ?? []).includes(current.lot) ? "absent" : "recused";
    }
    if (this.looking) {
      return "earlier";
    }
    if (current.locked) {
      return "locked";
    }
    return current.state === "submitting" ? "submitting" : "";
  }

  get gateOpen() {
    const { state, current } = this;
    return Boolean(state && current && state.gate.open && state.gate.lot === current.lot);
  }

  /** Whether the sheet on top was not submitted while that could be done. */
  get missed() {
    const { state, current } = this;
    if (!state || !current || this.gateOpen || current.receivedTotal !== null) {
      return false;
    }
    return state.entry?.lot !== current.lot || ["marking", "done"].includes(state.entry.state);
  }

  /** Whether submitting makes sense now: gate open, all marked, not yet received as it stands. */
  get canSubmit() {
    return this.bar === "" && this.gateOpen && this.current.complete && this.current.state !== "submitted";
  }

  /** How many of the judge's own totals can be compared. */
  get places() {
    return this.sheets.filter((sheet) => sheet.place > 0).length;
  }

  setMark(index, mark) {
    if (this.bar !== "" || !this.current.setMark(index, mark)) {
      return;
    }
    this.refusal = null;
    this.#keep(this.current);
    this.#scheduleDraft();
    this.#tellChanged();
  }

  setNote(note) {
    if (this.current && this.current.note !== note) {
      this.current.note = note;
      this.#keep(this.current);
    }
  }

  submit() {
    if (this.canSubmit) {
      this.refusal = null;
      this.#send(true);
    }
  }

  #scheduleDraft() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#sendDraft(), DRAFT_PAUSE_MS);
  }

  /** A draft is only taken for the sheet that is due, while its gate has not closed. */
  #sendDraft() {
    this.timer = null;
    const { current } = this;
    if (current && current === this.due && !this.missed && this.bar === "" && current.canDraft && current.unsent) {
      this.#send(false);
    }
  }

  #send(submit) {
    clearTimeout(this.timer);
    this.timer = null;
    const sheet = this.current;
    if (this.practice) {
      sheet.send("practice", submit);
      this.timer = setTimeout(() => this.#confirmPractice(sheet, submit), PRACTICE_MS);
    } else {
      sheet.send(this.link.sendSheet(sheet.lot, this.#writeMarks(sheet), submit), submit);
    }
    this.#tellChanged();
  }

  #confirmPractice(sheet, submit) {
    this.timer = null;
    sheet.acknowledge("practice", 1, submit ? "submitted" : "draft", sheet.total);
    this.#tellChanged();
    if (submit) {
      this.#tell("practised");
    }
  }

  // --- telling -------------------------------------------------------------------------------

  #placeSheets() {
    const complete = this.sheets.filter((sheet) => sheet.complete);
    for (const sheet of this.sheets) {
      sheet.place = sheet.complete ? 1 + complete.filter((other) => other.total > sheet.total).length : 0;
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #tellChanged() {
    this.#placeSheets();
    this.#tell("changed");
  }
}
