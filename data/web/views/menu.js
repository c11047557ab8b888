// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The menu at the right end of the head: the person's wishes, and the two things that are done seldom.

import { byId, show } from "./dom.js";

/** @wishes: {name: (value) => …} for what can be chosen; @acts: {id: () => …} for what can be done. */
export class MenuView {
  constructor(store, wishes, acts) {
    this.store = store;
    this.wishes = wishes;
    this.button = byId("menu-button");
    this.menu = byId("menu");
    this.button.addEventListener("click", () => this.setOpen(this.menu.hidden));
    this.menu.addEventListener("change", (event) => this.#choose(event.target));
    for (const [id, act] of Object.entries(acts)) {
      byId(id).addEventListener("click", () => {
        this.setOpen(false);
        act();
      });
    }
    document.addEventListener("keydown", (event) => event.key === "Escape" && !this.menu.hidden && this.setOpen(false, true));
    document.addEventListener("pointerdown", (event) => {
      if (!this.menu.contains(event.target) && !this.button.contains(event.target)) {
        this.setOpen(false);
      }
    });
  }

  setOpen(open, back = false) {
    show(this.menu, open);
    this.button.setAttribute("aria-expanded", String(open));
    if (open) {
      this.menu.querySelector("select").focus();
    } else if (back) {
      this.button.focus();
    }
  }

  #choose(control) {
    const value = control.type === "checkbox" ? control.checked : control.value;
    this.store.setWish(control.name, value);
    this.wishes[control.name](value);
  }

  /** What was wished for before. */
  restore() {
    for (const [name, apply] of Object.entries(this.wishes)) {
      const control = this.menu.querySelector("[name=" + name + "]");
      const value = this.store.getWish(name) ?? (control.type === "checkbox" ? false : "");
      if (control.type === "checkbox") {
        control.checked = value;
      } else {
        control.value = value;
      }
      apply(value);
    }
  }
}
