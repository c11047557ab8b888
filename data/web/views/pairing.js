// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// Where a judge takes a seat: six digits, and what this device is to be called on the console.

import { PairingError, pair } from "../seat.js";
import { word } from "../words.js";
import { byId, setText, show } from "./dom.js";

/** Six ASCII digits out of what was typed; "" when they are not six. */
export function readCode(text) {
  const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const digits = narrow.replace(/[\s-]/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : "";
}

/** The code behind an address, as a card has it: "#code=482913&fp=…", or "#482913". */
export function readFragment(hash) {
  const text = hash.replace(/^#/, "");
  return readCode(new URLSearchParams(text).get("code") ?? text);
}

/** "Edge, Windows", from what the browser says of itself. */
export function guessDevice(agent) {
  const browsers = [[/Edg\//, "Edge"], [/Firefox\//, "Firefox"], [/Chrome\//, "Chrome"], [/Safari\//, "Safari"]];
  const systems = [[/Windows/, "Windows"], [/Android/, "Android"], [/iPad|iPhone/, "iOS"], [/Mac OS/, "Mac"], [/Linux/, "Linux"]];
  const find = (table) => table.find(([pattern]) => pattern.test(agent))?.[1];
  return [find(browsers) ?? "Browser", find(systems)].filter(Boolean).join(", ");
}

function describeTrouble(error) {
  if (!(error instanceof PairingError)) {
    return word("pairingFailed", String(error));
  }
  switch (error.code) {
    case "wrong-code":
      return word("wrongCode");
    case "too-many-codes":
      return word("tooManyCodes", error.seconds || 60);
    case "unreachable":
      return word("unreachable");
    default:
      return word("pairingFailed", error.code);
  }
}

export class PairingView {
  /** @onSeat ({token, judge}). */
  constructor(onSeat) {
    this.onSeat = onSeat;
    this.busy = false;
    this.code = byId("code");
    this.device = byId("device");
    this.device.value = guessDevice(navigator.userAgent);
    this.button = byId("take-seat");
    byId("pairing-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.take();
    });
    this.code.addEventListener("input", () => this.#setTrouble(""));
  }

  #setTrouble(trouble) {
    setText(byId("pairing-trouble"), trouble);
    show(byId("pairing-trouble"), trouble !== "");
    this.code.setAttribute("aria-invalid", String(trouble !== ""));
  }

  #setBusy(busy) {
    this.busy = busy;
    this.code.readOnly = busy;
    this.button.disabled = busy;
    this.writeWords();
  }

  writeWords() {
    setText(this.button, word(this.busy ? "takingSeat" : "takeSeat"));
  }

  open(code = "") {
    this.code.value = code;
    this.#setTrouble("");
    this.#setBusy(false);
    this.code.focus();
  }

  async take() {
    const code = readCode(this.code.value);
    if (!code) {
      this.#setTrouble(word("codeShort"));
      this.code.focus();
      return;
    }
    this.#setBusy(true);
    try {
      this.onSeat(await pair(code, this.device.value.trim().slice(0, 60)));
    } catch (error) {
      this.#setTrouble(describeTrouble(error));
      this.code.select();
    } finally {
      this.#setBusy(false);
    }
  }
}
