// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// A quiet line for the head judge, and no dialog: he marks like everybody else, and looks when he has a moment.
// The line keeps its place when there is nothing in it, so that the rows above never move.

import { describeFlag } from "../sentences.js";
import { word } from "../words.js";
import { byId, setText, show } from "./dom.js";

export class FlagView {
  /** @onSeen (flag). */
  constructor(onSeen) {
    this.bar = byId("flag-bar");
    this.words = byId("flag-words");
    this.button = byId("flag-seen");
    this.flag = null;
    this.button.addEventListener("click", () => {
      this.button.disabled = true;
      onSeen(this.flag);
    });
  }

  update(state) {
    const unseen = (state.flags ?? []).filter((flag) => !flag.seen);
    const flag = unseen[0] ?? null;
    show(this.bar, state.flags !== undefined);
    // What was pressed stays pressed until the main laptop has taken it.
    if (!flag || !this.flag || flag.lot !== this.flag.lot || flag.judge !== this.flag.judge) {
      this.button.disabled = !flag;
    }
    this.flag = flag;
    this.bar.classList.toggle("quiet", !flag);
    const sentence = flag ? describeFlag(state, flag) : word("flagNone");
    setText(this.words, unseen.length > 1 ? word("flagMore", sentence, unseen.length - 1) : sentence);
  }
}
