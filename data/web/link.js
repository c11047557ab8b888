// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The connection to the main laptop, and what comes over it. Being connected means one thing only: a state
// has come through and something was heard within three seconds. A ping a second makes silence noticeable
// and measures the way; what is silent is dropped and tried again, from 0.2 s up to every 2 s, until
// stop(), or until the main laptop says that this seat is another's.
//
// Events: "state", "ack", "refused", "connected" (it changed), "ended" (detail: "replaced" or "revoked").

import { Outbox } from "./outbox.js";
import { TalkClock } from "./talk-clock.js";

const PING_MS = 1000;
const SILENCE_MS = 2800;
const PATIENCE_MS = 1500;
const OPENING_MS = 3000;
const BACKOFF_MIN_MS = 200;
const BACKOFF_MAX_MS = 2000;

/** How long to wait after the @failures-th failure; never all panels in step. */
export function backoff(failures, chance = Math.random()) {
  const wait = Math.min(BACKOFF_MIN_MS * 2 ** failures, BACKOFF_MAX_MS);
  return wait + (chance * wait) / 4;
}

export class Link extends EventTarget {
  constructor(token, outbox) {
    super();
    this.token = token;
    this.outbox = outbox;
    this.state = null;
    this.remembered = false; // the state is of an earlier life of this page
    this.clock = new TalkClock();
    this.connected = false;
    this.closing = false; // the main laptop said so
    this.practised = false;
    this.socket = null;
    this.failures = 0;
    this.running = false;
    this.timers = {};
    this.heardAt = 0;
    this.askedAt = null; // when the oldest ping without a pong went out
  }

  start() {
    this.running = true;
    this.wake = () => this.#wake();
    addEventListener("online", this.wake);
    document.addEventListener("visibilitychange", this.wake);
    this.#connect();
  }

  stop() {
    this.running = false;
    removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
    this.#drop();
  }

  /** What was known last stands until the main laptop says more. How long the clock has gone on, nobody knows: it stands, too. */
  recall(state) {
    this.state = { ...state, clock: { ...state.clock, phase: state.clock.phase === "running" ? "paused" : state.clock.phase } };
    this.remembered = true;
    this.clock.takeState(this.state.clock, performance.now());
  }

  get elapsed() {
    return this.clock.elapsedAt(performance.now());
  }

  /** Sends a sheet under an id of its own, at once or when the connection is back; the id. */
  sendSheet(lot, marks, submit) {
    return this.#post(this.outbox.addSheet(this.state, lot, marks, submit));
  }

  seeFlag(lot, judge) {
    return this.#post(this.outbox.addFlagSeen(this.state, lot, judge));
  }

  tellPractised() {
    this.practised = true;
    if (this.connected) {
      this.#send({ type: "practised" });
    }
  }

  #post(letter) {
    letter.kept.then(() => {
      if (this.connected && this.outbox.letters.includes(letter)) {
        this.#send(letter.message);
      }
    });
    return letter.id;
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #setConnected(connected) {
    if (this.connected !== connected) {
      this.connected = connected;
      this.#tell("connected");
    }
  }

  #later(name, ms, callback) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(callback, ms);
  }

  /** Lets go of the connection there is, or of the attempt at one. */
  #drop() {
    Object.values(this.timers).forEach(clearTimeout);
    if (this.socket) {
      this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
      this.socket = null;
    }
    this.#setConnected(false);
  }

  #retry() {
    this.#drop();
    if (this.running) {
      this.#later("retry", backoff(this.failures), () => this.#connect());
      this.failures += 1;
    }
  }

  #connect() {
    const socket = new WebSocket("wss://" + location.host + "/api/v1/judge");
    this.socket = socket;
    this.askedAt = null;
    socket.onopen = () => {
      this.heardAt = performance.now();
      this.#send({ type: "hello", token: this.token, ...(this.practised && { practised: true }) });
      this.#later("silence", SILENCE_MS, () => this.#retry());
    };
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = () => this.#retry();
    this.#later("silence", OPENING_MS, () => this.#retry());
  }

  /** The network is back, or somebody looks at the page again: no reason to wait. */
  #wake() {
    if (!this.running || document.visibilityState === "hidden") {
      return;
    }
    if (this.connected) {
      this.#ping();
    } else if (!this.socket) {
      this.failures = 0;
      this.#drop();
      this.#connect();
    }
  }

  #send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }

  // A page in the background is woken seldom, so silence counts only when it was asked into.
  #ping() {
    const now = performance.now();
    this.#later("ping", PING_MS, () => this.#ping());
    this.#send({ type: "ping", t: now });
    if (this.askedAt === null) {
      this.askedAt = now;
      const deadline = Math.max(this.heardAt + SILENCE_MS, now + PATIENCE_MS);
      this.#later("silence", deadline - now, () => this.#retry());
    }
  }

  #hear(text) {
    const message = JSON.parse(text);
    this.heardAt = performance.now();
    clearTimeout(this.timers.silence);
    this.askedAt = null;
    switch (message.type) {
      case "state":
        this.#takeState(message);
        break;
      case "pong":
        this.clock.takePong(message.clock, message.t, this.heardAt);
        break;
      case "ack":
        this.#takeAnswer("ack", message);
        break;
      case "error":
        this.#takeError(message);
        break;
      case "bye":
        this.#takeBye(message.reason);
        break;
      default: // of a later version
    }
  }

  #takeState(state) {
    this.state = state;
    this.remembered = false;
    this.closing = false;
    this.clock.takeState(state.clock, this.heardAt);
    this.outbox.dropVoid(state);
    if (!this.connected) {
      this.failures = 0;
      for (const letter of this.outbox.listFor(state).filter(Outbox.isReady)) {
        this.#send(letter.message);
      }
      this.#setConnected(true);
      this.#ping();
    }
    this.#tell("state");
  }

  /** A flag that is no longer there needs no words. */
  #takeAnswer(type, message) {
    const letter = this.outbox.settle(message.id);
    if (!letter?.flag) {
      this.#tell(type, message);
    }
  }

  #takeError(message) {
    if (message.code === "unauthorised" && !message.id) {
      this.#end("revoked");
    } else {
      this.#takeAnswer("refused", message);
    }
  }

  #takeBye(reason) {
    if (reason === "replaced" || reason === "revoked") {
      this.#end(reason);
    } else {
      this.closing = true;
      this.#retry();
      this.#tell("connected");
    }
  }

  /** The seat is no longer this page's: trying again would only disturb who has it now. */
  #end(reason) {
    this.stop();
    this.#tell("ended", reason);
  }
}
