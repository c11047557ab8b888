// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// Nothing a judge handed in is forgotten before the main laptop said that it is on disk. After a break, a
// reload or a killed browser everything here is sent again as it was, under the id it had: the main
// laptop takes an id once, so sending twice is harmless and sending never is not. A letter is on this
// device's disk before it is on the wire.

import { contestKey, voidedVersion } from "./contest-key.js";

// More than a day's entries.
const LETTERS_MAX = 128;

/** 32 hex digits. crypto.randomUUID() is not everywhere a page may come from. */
function makeId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  constructor(store) {
    this.store = store;
  }

  get letters() {
    return this.store.letters;
  }

  #post(letter) {
    if (this.letters.length >= LETTERS_MAX) {
      this.store.dropLetter(this.letters[0]);
    }
    letter.kept = this.store.addLetter(letter).then(() => {
      letter.ready = true;
    });
    return letter;
  }

  #makeLetter(state, lot, more) {
    return { id: makeId(), contest: contestKey(state), lot, voided: voidedVersion(state, lot), ...more };
  }

  /** @marks: {key: "36.5"}. What a draft said before it need not be said any more. */
  addSheet(state, lot, marks, submit) {
    const letter = this.#makeLetter(state, lot, { submit });
    letter.message = { type: "sheet", id: letter.id, lot, marks, submit };
    if (state.round) {
      letter.message.round = state.round.key;
    }
    for (const older of this.letters.filter((other) => other.submit === false && other.lot === lot && other.contest === letter.contest)) {
      this.store.dropLetter(older);
    }
    return this.#post(letter);
  }

  addFlagSeen(state, lot, judge) {
    const letter = this.#makeLetter(state, lot, { flag: true });
    letter.message = { type: "flag-seen", id: letter.id, lot, judge };
    return this.#post(letter);
  }

  /** The letter @id was answered. Returns it, or undefined. */
  settle(id) {
    const letter = this.letters.find((other) => other.id === id);
    if (letter) {
      this.store.dropLetter(letter);
    }
    return letter;
  }

  /** What was written for a talk that starts again is not sent. */
  dropVoid(state) {
    const contest = contestKey(state);
    for (const letter of [...this.letters]) {
      if (!letter.flag && letter.contest === contest && voidedVersion(state, letter.lot) > letter.voided) {
        this.store.dropLetter(letter);
      }
    }
  }

  /** What is still to be sent, in the order it was written. */
  listFor(state) {
    const contest = contestKey(state);
    return this.letters.filter((letter) => letter.contest === contest);
  }

  /** Whether @letter may go on the wire: it is kept, or came from the disk. */
  static isReady(letter) {
    return letter.kept === undefined || letter.ready === true;
  }
}
