// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// Beside the sheet: the judge's own earlier totals for comparison, a note that never leaves this device, and
// where everything stands. The sheet on top is left out of the list, except where it is in the order of totals.

import { formatMark } from "../marks.js";
import { describeGate, describeInList, describeSheet } from "../sentences.js";
import { word } from "../words.js";
import { byId, copyTemplate, setText, show } from "./dom.js";

export class SideView {
  /** @onNote (text) while the judge writes; @onLook (sheet) to see an earlier one. */
  constructor(onNote, onLook) {
    this.list = byId("own-sheets");
    this.note = byId("note");
    this.order = byId("by-total");
    this.onLook = onLook;
    this.shown = "";
    this.desk = null;
    this.note.addEventListener("input", () => onNote(this.note.value));
    this.order.addEventListener("click", () => {
      this.order.setAttribute("aria-pressed", String(!this.ordered));
      this.update(this.desk);
    });
  }

  get ordered() {
    return this.order.getAttribute("aria-pressed") === "true";
  }

  #listSheets(desk) {
    if (this.ordered) {
      return desk.sheets.filter((sheet) => sheet.place > 0).sort((a, b) => a.place - b.place || a.lot - b.lot);
    }
    return desk.sheets.filter((sheet) => sheet !== desk.current && sheet.marked > 0);
  }

  #makeRow(sheet, desk) {
    const row = copyTemplate("own-sheet");
    const button = row.querySelector("button");
    const state = describeInList(sheet);
    setText(row.querySelector(".place"), this.ordered ? sheet.place + "." : "");
    setText(row.querySelector(".name"), word("lotName", sheet.lot, sheet.name));
    row.querySelector(".name").title = sheet.name;
    setText(row.querySelector(".state"), state);
    show(row.querySelector(".state"), state !== "");
    setText(row.querySelector(".own-total"), formatMark(sheet.total));
    button.setAttribute("aria-current", String(sheet === desk.current));
    button.addEventListener("click", () => this.onLook(sheet === desk.due ? null : sheet));
    return row;
  }

  #showList(desk) {
    const sheets = this.#listSheets(desk);
    const shown = JSON.stringify(
      sheets.map((sheet) => [sheet.lot, sheet.name, sheet.total, sheet.place, describeInList(sheet), sheet === desk.current, this.ordered, word("lot")])
    );
    show(byId("own-sheets-empty"), sheets.length === 0);
    show(this.order, desk.places > 1 || this.ordered);
    if (shown !== this.shown) {
      this.shown = shown;
      this.list.replaceChildren(...sheets.map((sheet) => this.#makeRow(sheet, desk)));
    }
  }

  update(desk) {
    this.desk = desk;
    this.#showList(desk);
    this.note.disabled = !desk.current;
    setText(byId("sheet-status"), describeSheet(desk));
    setText(byId("gate-status"), describeGate(desk));
  }

  showNote(sheet) {
    this.note.value = sheet?.note ?? "";
  }

  get writing() {
    return document.activeElement === this.note;
  }
}
