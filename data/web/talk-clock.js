// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The talk's clock is the main laptop's. A state says what it showed when it was written, and may have
// been on its way for a while; a pong says it too, and how long the way there and back was. So a state
// sets the clock, and every pong that was quicker than the one before sets it more exactly: what it
// said was true half-way between ping and pong, give or take half the way. Times are milliseconds of
// this device's own monotonic clock.

const PONG_MAX = 3000;
// A state this much behind was late on its way; more than that, somebody set the clock.
const LATE = 2000;
const DRIFT_PER_SECOND = 1;
const DOUBT = 50;

export class TalkClock {
  constructor() {
    this.phase = "idle";
    this.limit = 0;
    this.elapsed = 0;
    this.at = 0;
    this.error = -1; // how wrong it may be; -1: set by a state alone
    this.delay = 0;
  }

  get running() {
    return this.phase === "running";
  }

  #set(elapsed, at, error) {
    this.elapsed = elapsed;
    this.at = at;
    this.error = error;
  }

  elapsedAt(now) {
    return this.running ? this.elapsed + Math.max(now - this.at, 0) : this.elapsed;
  }

  takeState(clock, now) {
    const ahead = this.elapsedAt(now) - clock.elapsed_ms;
    const known = this.running && clock.phase === "running" && this.error >= 0;
    this.phase = clock.phase;
    this.limit = clock.limit_ms ?? 0;
    if (!known || ahead < -this.error || ahead > LATE) {
      this.#set(clock.elapsed_ms, this.running ? now - this.delay : now, -1);
    }
  }

  takePong(clock, sent, now) {
    const half = (now - sent) / 2;
    const grown = this.error + ((now - this.at) / 1000) * DRIFT_PER_SECOND;
    if (clock.phase !== this.phase || half < 0 || half > PONG_MAX / 2) {
      return;
    }
    this.delay = half;
    if (!this.running) {
      return;
    }
    const off = Math.abs(this.elapsedAt(sent + half) - clock.elapsed_ms);
    if (this.error < 0 || half <= grown || off > half + grown + DOUBT) {
      this.#set(clock.elapsed_ms, sent + half, half);
    }
  }
}

/** "5:52": cut to whole seconds, like every clock of the contest. */
export function formatClock(ms) {
  const seconds = Math.floor(Math.max(ms, 0) / 1000);
  return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
}
