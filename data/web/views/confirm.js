// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The one question before a sheet goes out, on the same page and not over it: a judge reads the marks where
// they were written, in large figures. Enter submits, Esc goes back.

import { formatMark } from "../marks.js";
import { word } from "../words.js";
import { byId, copyTemplate, setText } from "./dom.js";

export class ConfirmView {
  constructor(onConfirm, onBack) {
    this.element = byId("confirm");
    this.confirmButton = byId("confirm-submit");
    this.confirmButton.addEventListener("click", onConfirm);
    byId("confirm-back").addEventListener("click", onBack);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        onBack();
      } else if (event.key === "Enter" && event.repeat) {
        event.preventDefault(); // a key that is held down answers no question
      }
    });
  }

  show(rubric, sheet) {
    const total = formatMark(sheet.total);
    setText(byId("confirm-title"), word("confirmTitle", sheet.lot, sheet.name));
    setText(byId("confirm-total"), total);
    setText(this.confirmButton, word("confirmSubmit", total));
    byId("confirm-marks").replaceChildren(...rubric.map((criterion, index) => this.#makeLine(criterion, sheet.marks[index])));
  }

  #makeLine(criterion, mark) {
    const line = copyTemplate("confirm-line");
    setText(line.querySelector(".name"), criterion.name);
    setText(line.querySelector(".figure"), formatMark(mark));
    setText(line.querySelector(".of"), "/ " + formatMark(criterion.max));
    return line;
  }

  focus() {
    this.confirmButton.focus();
  }
}
