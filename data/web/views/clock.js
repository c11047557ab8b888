// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The talk's clock as a judge sees it. It wakes when the figure changes, once a second while the talk runs
// and never otherwise. Near the end and beyond it the colour changes, and the words with it.

import { describeClock, findClockTone } from "../sentences.js";
import { formatClock } from "../talk-clock.js";
import { word } from "../words.js";
import { byId, setText } from "./dom.js";

export class ClockView {
  constructor() {
    this.element = byId("clock");
    this.figure = byId("clock-figure");
    this.caption = byId("clock-caption");
    this.timer = null;
  }

  update(desk) {
    const { clock, gate } = desk.state;
    const { elapsed } = desk;
    const limit = clock.limit_ms ?? 0;
    const tone = findClockTone(clock.phase, elapsed, limit);
    setText(this.figure, formatClock(elapsed));
    setText(this.caption, desk.connected ? describeClock(clock.phase, elapsed, limit, gate.open) : word("clockUnsure"));
    this.element.classList.toggle("near-end", tone === "near");
    this.element.classList.toggle("overtime", tone === "over");
    clearTimeout(this.timer);
    if (clock.phase === "running") {
      this.timer = setTimeout(() => this.update(desk), 1001 - (elapsed % 1000));
    }
  }

  stop() {
    clearTimeout(this.timer);
  }
}
