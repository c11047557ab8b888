// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// One criterion: its words, and a mark that can be typed, stepped and slid. What the judge is typing is
// never taken from under the fingers; a text that is no mark counts as none and stays to be mended.

import { formatMark, judgeText, moveMark, neighbours, topMark } from "../marks.js";
import { describeFault } from "../sentences.js";
import { word } from "../words.js";
import { copyTemplate, setText, show } from "./dom.js";

const PAGE_STEPS = 10;
const KEYS = { ArrowUp: 1, ArrowDown: -1, PageUp: PAGE_STEPS, PageDown: -PAGE_STEPS };

export class CriterionRow {
  /** @onMark (mark) when the judge marks; @onFinish () at Enter. */
  constructor(criterion, onMark, onFinish) {
    this.criterion = criterion;
    this.onMark = onMark;
    this.onFinish = onFinish;
    this.mark = null;
    this.before = null; // what Esc goes back to
    this.fault = "";
    this.editable = true;
    this.element = copyTemplate("criterion");
    this.field = this.element.querySelector(".mark");
    this.slider = this.element.querySelector(".slider");
    this.less = this.element.querySelector(".less");
    this.more = this.element.querySelector(".more");
    this.trouble = this.element.querySelector(".trouble");
    this.#listen();
    this.#nameParts();
  }

  #listen() {
    this.field.addEventListener("input", () => this.#type());
    this.field.addEventListener("keydown", (event) => this.#pressKey(event));
    this.field.addEventListener("focus", () => {
      this.before = this.mark;
    });
    this.field.addEventListener("blur", () => this.#settle());
    this.slider.addEventListener("input", () => this.#slide());
    // A click where the thumb already is moves nothing, and is a mark all the same.
    this.slider.addEventListener("click", () => this.#slide());
    this.less.addEventListener("click", () => this.#move(-1));
    this.more.addEventListener("click", () => this.#move(1));
  }

  #nameParts() {
    const { key, name, guide, max, step } = this.criterion;
    const words = this.element.querySelector(".guide");
    setText(this.element.querySelector(".name"), name);
    setText(words, guide.replace(/ (?=\d)/g, "\u00a0")); // points stay with what they are for
    show(words, guide !== "");
    words.id = "guide-" + key;
    this.trouble.id = "trouble-" + key;
    this.field.setAttribute("aria-describedby", words.id + " " + this.trouble.id);
    setText(this.element.querySelector(".of"), "/ " + formatMark(max));
    this.field.setAttribute("aria-valuemax", formatMark(max));
    this.slider.max = String(topMark(max, step) / step);
    this.writeWords();
  }

  /** Again when the language changes. */
  writeWords() {
    const { name, max } = this.criterion;
    this.field.setAttribute("aria-label", word("markOf", name, formatMark(max)));
    this.field.placeholder = word("notMarked");
    this.less.setAttribute("aria-label", word("less", name));
    this.more.setAttribute("aria-label", word("more", name));
    this.slider.setAttribute("aria-label", word("slider", name));
    this.#setFault(this.fault);
    this.#showScale();
  }

  get max() {
    return this.criterion.max;
  }

  #setFault(fault) {
    this.fault = fault;
    const { mark } = judgeText(this.field.value, this.criterion);
    const [below, above] = mark === null ? [0, 0] : neighbours(mark, this.max, this.criterion.step);
    setText(this.trouble, fault && describeFault(fault, this.field.value.trim(), this.criterion, below, above));
    show(this.trouble, fault !== "");
    this.field.setAttribute("aria-invalid", String(fault !== ""));
    this.element.classList.toggle("refused", fault !== "");
  }

  #showScale() {
    const marked = this.mark !== null;
    const steps = marked ? (this.mark - (this.mark % this.criterion.step)) / this.criterion.step : 0;
    this.slider.value = String(steps);
    this.slider.style.setProperty("--fill", (100 * steps) / Math.max(Number(this.slider.max), 1) + "%");
    for (const part of [this.field, this.slider]) {
      part.setAttribute("aria-valuetext", marked ? formatMark(this.mark) : word("notMarked"));
    }
    this.field.setAttribute("aria-valuenow", marked ? formatMark(this.mark) : "0");
    this.element.classList.toggle("unmarked", !marked);
    this.less.disabled = !this.editable || this.mark === 0;
    this.more.disabled = !this.editable || (marked && this.mark >= topMark(this.max, this.criterion.step));
  }

  #showText() {
    const text = this.mark === null ? "" : formatMark(this.mark);
    if (this.field.value !== text) {
      this.field.value = text;
    }
  }

  #take(mark) {
    if (this.mark !== mark) {
      this.mark = mark;
      this.#showScale();
      this.onMark(mark);
    }
  }

  /** A mark that did not come from the keys of digits. */
  #takeAndShow(mark) {
    this.#take(mark);
    this.#showText();
    this.#setFault("");
  }

  #read() {
    return this.field.value.trim() === "" ? { mark: null, fault: "" } : judgeText(this.field.value, this.criterion);
  }

  #type() {
    if (!this.editable) {
      return;
    }
    const { mark, fault } = this.#read();
    // A number half written is no fault yet; one that is too high will not get better.
    this.#setFault(fault === "range" ? fault : "");
    this.#take(fault === "" ? mark : null);
  }

  /** Settles what was typed. False when it is no mark; the reason is shown. */
  #settle() {
    if (!this.editable) {
      return true;
    }
    const { mark, fault } = this.#read();
    this.#setFault(fault);
    if (fault !== "") {
      return false;
    }
    this.#take(mark);
    this.#showText();
    return true;
  }

  #pressKey(event) {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key in KEYS) {
      this.#move(KEYS[event.key]);
    } else if (event.key === "Enter" && this.#settle()) {
      this.onFinish();
    } else if (event.key === "Enter") {
      this.field.select();
    } else if (event.key === "Escape" && this.editable) {
      this.#takeAndShow(this.before);
    } else {
      return;
    }
    event.preventDefault();
  }

  #move(steps) {
    if (this.editable) {
      this.#takeAndShow(moveMark(this.mark, steps, this.max, this.criterion.step));
    }
  }

  #slide() {
    if (this.editable) {
      this.#takeAndShow(Number(this.slider.value) * this.criterion.step);
    }
  }

  /** What the desk holds. */
  setMark(mark) {
    if (this.mark !== mark) {
      this.mark = mark;
      this.#showScale();
      this.#showText();
      this.#setFault("");
    }
  }

  setEditable(editable) {
    if (this.editable !== editable) {
      this.editable = editable;
      this.field.readOnly = !editable;
      this.slider.disabled = !editable;
      this.#showScale();
    }
  }

  /** Another sheet is on top: nothing half written goes over to it. */
  reset() {
    this.mark = this.before = null;
    this.field.value = "";
    this.#setFault("");
    this.#showScale();
  }

  focus() {
    this.field.focus();
    this.field.select();
  }
}
