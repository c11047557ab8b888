// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The page a judge works on all day. It shows the desk and keeps nothing: every change of the desk is shown
// anew, every touch goes to the desk at once.

import { formatMark } from "../marks.js";
import { describeMessage, describeMissing, describeSubmit } from "../sentences.js";
import { word } from "../words.js";
import { ClockView } from "./clock.js";
import { ConfirmView } from "./confirm.js";
import { CriterionRow } from "./criterion.js";
import { byId, setText, show } from "./dom.js";
import { FlagView } from "./flags.js";
import { PhotoView } from "./photo.js";
import { SideView } from "./side.js";

// Nothing turns over for so long after the judge wrote something.
const WRITING_MS = 2000;
const TONES = ["quiet", "good", "warning", "trouble"];

export class MarkingView {
  constructor() {
    this.desk = null;
    this.rows = [];
    this.rubric = null; // what the rows were made from
    this.lot = null; // the sheet that is shown
    this.writing = null;
    this.clock = new ClockView();
    this.photo = new PhotoView();
    this.side = new SideView((note) => this.#writeNote(note), (sheet) => this.desk.lookAt(sheet));
    this.flags = new FlagView((flag) => this.desk.link.seeFlag(flag.lot, flag.judge));
    this.confirm = new ConfirmView(() => this.#submit(), () => this.#back());
    this.button = byId("submit");
    this.button.addEventListener("click", () => this.#ask());
    byId("put-away").addEventListener("click", () => this.desk.lookAt(null));
  }

  /** Shows @desk from now on. */
  setDesk(desk) {
    this.desk = desk;
    this.rubric = null;
    this.lot = null;
    this.#endWriting();
    desk.addEventListener("changed", () => this.desk === desk && this.update());
    this.update();
  }

  close() {
    this.clock.stop();
    this.#endWriting();
  }

  update() {
    const { desk } = this;
    const sheet = desk.current;
    const another = this.lot !== (sheet?.lot ?? null);
    this.lot = sheet?.lot ?? null;
    show(byId("rehearsal"), desk.state.rehearsal === true);
    show(byId("last-known"), desk.practice === null && desk.link.remembered);
    show(byId("waiting"), !sheet);
    show(byId("sheet"), sheet !== null);
    this.#showLooking(sheet);
    if (sheet) {
      this.#showSheet(sheet, another);
    } else {
      this.clock.stop();
    }
    if (another) {
      this.side.showNote(sheet);
    }
    this.side.update(desk);
    this.flags.update(desk.state);
    if (another && sheet) {
      this.#turnOver();
    }
  }

  #showLooking(sheet) {
    show(byId("looking-bar"), this.desk.looking);
    if (this.desk.looking) {
      setText(byId("looking-words"), word("lookingBar", sheet.lot, sheet.name));
    }
  }

  #showSheet(sheet, another) {
    const { desk } = this;
    this.#showRubric();
    this.#showEntry(sheet);
    this.rows.forEach((row, index) => {
      if (another) {
        row.reset();
      }
      row.setMark(sheet.marks[index]);
      row.setEditable(desk.bar === "");
    });
    this.#showFoot(sheet);
    // The question is only good for the sheet and the gate it was asked at.
    if (!this.confirm.element.hidden && !desk.canSubmit) {
      this.#showQuestion(false);
    }
    // The clock is the stage's: an earlier sheet has none.
    show(this.clock.element, sheet.lot === (desk.state.entry?.lot ?? sheet.lot));
    this.clock.update(desk);
  }

  #showRubric() {
    if (this.rubric === this.desk.rubric) {
      return;
    }
    this.rubric = this.desk.rubric;
    this.rows = this.rubric.map(
      (criterion, index) => new CriterionRow(criterion, (mark) => this.#mark(index, mark), () => this.#finish(index))
    );
    byId("criteria").replaceChildren(...this.rows.map((row) => row.element));
  }

  #showEntry(sheet) {
    const entry = this.desk.state.entry?.lot === sheet.lot ? this.desk.state.entry : null;
    setText(byId("lot"), entry?.unit ? word("lotUnit", sheet.lot, entry.unit) : word("lot", sheet.lot));
    setText(byId("speaker"), sheet.name);
    setText(byId("talk"), entry?.title ? "《" + entry.title + "》" : "");
    byId("talk").title = entry?.title ?? "";
    this.photo.update(entry?.photo ?? "", this.desk.link?.token ?? "");
  }

  #showFoot(sheet) {
    const { text, tone } = describeMessage(this.desk);
    const message = byId("message");
    setText(byId("total"), sheet.marked > 0 ? formatMark(sheet.total) : "–");
    setText(byId("missing"), describeMissing(this.desk));
    setText(message, text);
    TONES.forEach((name) => message.classList.toggle(name, name === tone));
    setText(this.button, describeSubmit(this.desk));
    this.button.disabled = !this.desk.canSubmit;
  }

  /** Another sheet came on top. A screen keyboard is not called up by itself. */
  #turnOver() {
    this.#showQuestion(false);
    if (!this.side.writing && !matchMedia("(pointer: coarse)").matches) {
      this.focusFirst();
    }
  }

  focusFirst() {
    const row = this.rows.find((other) => other.mark === null) ?? this.rows[0];
    row?.focus();
  }

  // --- what the judge does -------------------------------------------------------------------

  #holdWhileWriting() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.#endWriting(), WRITING_MS);
    this.desk.setHeld(true);
  }

  #endWriting() {
    clearTimeout(this.writing);
    this.desk?.setHeld(false);
  }

  #mark(index, mark) {
    this.#holdWhileWriting();
    this.desk.setMark(index, mark);
  }

  #writeNote(note) {
    this.#holdWhileWriting();
    this.desk.setNote(note);
  }

  /** Enter: to the next row; after the last one to what was left out, then to the button. */
  #finish(index) {
    const left = this.rows.find((row) => row.mark === null);
    if (index + 1 < this.rows.length) {
      this.rows[index + 1].focus();
    } else if (left) {
      left.focus();
    } else if (this.desk.canSubmit) {
      this.button.focus();
    }
  }

  #showQuestion(asked) {
    show(this.confirm.element, asked);
    show(byId("marks"), !asked);
  }

  #ask() {
    this.confirm.show(this.desk.rubric, this.desk.current);
    this.#showQuestion(true);
    this.confirm.focus();
  }

  /** Nothing has the focus after a sheet went out: a stray key must not change it. */
  #submit() {
    this.#showQuestion(false);
    this.desk.submit();
    document.activeElement?.blur();
    this.#endWriting();
  }

  #back() {
    this.#showQuestion(false);
    this.rows[0]?.focus();
  }

  /** The language changed. */
  writeWords() {
    this.rows.forEach((row) => row.writeWords());
    if (this.desk) {
      this.update();
    }
  }
}
