// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// A judge's own sheet, seen from this device: what was marked here, and what the main laptop is known
// to hold. What a judge wrote is never replaced by what arrives, only what was left as it was; and
// nothing is called received that was not acknowledged.

import { addMarks } from "./marks.js";

export class OwnSheet {
  /** @count: how many criteria the rubric has. */
  constructor(lot, count) {
    this.lot = lot;
    this.name = "";
    this.note = "";
    this.marks = new Array(count).fill(null);
    // Counts the judge's changes; what was confirmed is the count it had when it went out.
    this.change = 0;
    this.sentChange = 0;
    this.heldChange = 0;
    this.sentId = null;
    this.sentSubmit = false;
    // What the main laptop holds.
    this.heldVersion = 0;
    this.heldTotal = null;
    this.submitted = false;
    this.locked = false;
    this.reopened = null; // the reason
    this.amended = false;
    this.voided = 0;
    this.place = 0; // among the judge's own totals; 0: not comparable
  }

  get total() {
    return addMarks(this.marks);
  }

  get marked() {
    return this.marks.filter((mark) => mark !== null).length;
  }

  get complete() {
    return this.marks.length > 0 && this.marked === this.marks.length;
  }

  /** Whether the marks differ from what the main laptop is known to hold. */
  get unsent() {
    return this.change !== this.heldChange;
  }

  /** The total the main laptop counts; null when it holds nothing that was submitted. */
  get receivedTotal() {
    return this.submitted ? this.heldTotal : null;
  }

  /** Whether a draft would take nothing back: false once the sheet was submitted. */
  get canDraft() {
    return !this.submitted && !(this.sentId && this.sentSubmit);
  }

  /** empty, unsent, sending, draft, submitting, submitted, changed or locked. */
  get state() {
    if (this.sentId && this.sentSubmit) {
      return "submitting";
    }
    if (this.submitted && this.unsent) {
      return "changed";
    }
    if (this.locked) {
      return "locked";
    }
    if (this.submitted) {
      return "submitted";
    }
    if (this.sentId && this.sentChange === this.change) {
      return "sending";
    }
    if (this.unsent) {
      return "unsent";
    }
    return this.marked > 0 ? "draft" : "empty";
  }

  #hold(version, state, total) {
    this.heldVersion = version;
    this.heldTotal = total;
    this.locked = state === "locked";
    this.submitted = this.locked || state === "submitted";
  }

  /** The judge marks. False when nothing changed. */
  setMark(index, mark) {
    if (this.marks[index] === mark) {
      return false;
    }
    this.marks[index] = mark;
    this.change += 1;
    return true;
  }

  /** The sheet goes out under @id. */
  send(id, submit) {
    this.sentId = id;
    this.sentSubmit = submit;
    this.sentChange = this.change;
  }

  /** The main laptop confirmed @id. False when this sheet waits for no such thing. */
  acknowledge(id, version, state, total) {
    if (!id || this.sentId !== id) {
      return false;
    }
    this.sentId = null;
    this.heldChange = this.sentChange;
    if (version >= this.heldVersion) {
      this.#hold(version, state, total);
    }
    return true;
  }

  refuse(id) {
    if (!id || this.sentId !== id) {
      return false;
    }
    this.sentId = null;
    return true;
  }

  /** What the main laptop says it holds. */
  receive(version, state, total, marks) {
    if (version < this.heldVersion) {
      return;
    }
    this.#hold(version, state, total);
    const same = this.marks.every((mark, index) => mark === marks[index]);
    if (same && (!this.sentId || !this.sentSubmit || this.submitted)) {
      // The same marks are there already: nothing is left to send.
      this.sentId = null;
      this.heldChange = this.change;
    } else if (!same && !this.sentId && !this.unsent) {
      this.marks = [...marks];
    }
  }

  /** The main laptop holds nothing of it: marks kept here are to be sent. */
  receiveNone() {
    if (this.heldVersion === 0 && !this.sentId && !this.unsent && this.marked > 0) {
      this.change += 1;
    }
  }

  /** As it was kept on this device. */
  restore(marks, unsent, voided) {
    this.voided = voided;
    this.marks = [...marks];
    if (unsent) {
      this.change += 1;
    }
  }

  /** The talk starts again: what was marked up to @version counts no more. */
  makeVoid(version) {
    if (version <= this.voided) {
      return false;
    }
    this.voided = version;
    this.marks.fill(null);
    this.sentId = null;
    this.heldChange = this.change;
    this.#hold(version, null, null);
    return true;
  }
}
