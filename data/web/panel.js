// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The page as a whole shows one thing at a time, and which one follows from what is known: no seat, the pairing
// page; a seat and no news yet, the connecting page; news, or what was known last, the marking page; a seat that is another's or
// nobody's now, a page that says so. Once there was news the marking page stays through every break of
// the network, for a judge marks on without it.

import { stayAwake } from "./awake.js";
import { Desk } from "./desk.js";
import { Link } from "./link.js";
import { Outbox } from "./outbox.js";
import { makePractice } from "./practice.js";
import { askTitle } from "./seat.js";
import { Store } from "./store.js";
import { byId, setText, show } from "./views/dom.js";
import { MarkingView } from "./views/marking.js";
import { MenuView } from "./views/menu.js";
import { PairingView, readFragment } from "./views/pairing.js";
import { chooseLanguage, getLanguage, setLanguage, word, writeWords } from "./words.js";

const PAGES = ["pairing", "connecting", "ended", "marking"];
const TOAST_MS = 10000;

class Panel {
  constructor() {
    this.store = null;
    this.link = null;
    this.desk = null;
    this.practice = null; // a desk of its own
    this.page = "";
    this.ending = null; // why the seat is gone: replaced, tab, revoked
    this.title = "";
    this.tabs = "BroadcastChannel" in window ? new BroadcastChannel("lectern-seat") : null;
    this.marking = new MarkingView();
    this.pairing = new PairingView((seat) => this.#takeSeat(seat));
  }

  async start() {
    this.store = await new Store().open();
    this.store.onTrouble = () => this.desk && this.marking.update();
    this.#listen();
    this.menu.restore();
    window.lecternStarted = true;
    const code = readFragment(location.hash);
    if (location.hash) {
      history.replaceState(null, "", location.pathname);
    }
    if (code || !this.seat) {
      this.#openPairing(code);
    } else {
      this.#resume();
    }
    if (code) {
      this.pairing.take();
    }
    this.title = await askTitle();
    this.#writeHead();
  }

  get seat() {
    return this.store.getWish("seat");
  }

  #listen() {
    this.menu = new MenuView(
      this.store,
      {
        language: (wanted) => this.#speak(wanted),
        largeText: (on) => document.documentElement.classList.toggle("large-text", on),
        highContrast: (on) => document.documentElement.classList.toggle("high-contrast", on),
      },
      {
        "menu-practise": () => this.#startPractice(),
        "menu-full-screen": () => this.#toggleFullScreen(),
        "menu-leave": () => byId("leave").showModal(),
      }
    );
    byId("practise").addEventListener("click", () => this.#startPractice());
    byId("end-practice").addEventListener("click", () => this.#endPractice());
    byId("come-back").addEventListener("click", () => this.#comeBack());
    byId("back-to-seat").addEventListener("click", () => this.#comeBack());
    byId("other-code").addEventListener("click", () => this.#openPairing());
    byId("ended-code").addEventListener("click", () => this.#openPairing());
    byId("leave").addEventListener("close", () => byId("leave").returnValue === "leave" && this.#leave());
    this.tabs?.addEventListener("message", (event) => this.#hearTab(event.data));
  }

  // --- pages ---------------------------------------------------------------------------------

  #showPage(name) {
    this.page = name;
    PAGES.forEach((page) => show(byId("page-" + page), page === name));
    show(byId("starting"), false);
    show(byId("connection"), name === "marking");
    show(byId("menu-seat"), name === "marking");
    this.#writeHead();
  }

  #openPairing(code = "") {
    this.#dropLink();
    show(byId("back-to-seat"), Boolean(this.seat));
    this.#showPage("pairing");
    this.pairing.open(code);
  }

  async #takeSeat(seat) {
    await this.store.setWish("seat", seat);
    this.#resume();
  }

  #resume() {
    this.#dropLink();
    this.ending = null;
    this.link = new Link(this.seat.token, new Outbox(this.store));
    this.link.practised = this.store.getWish("practised") === this.seat.token;
    this.link.addEventListener("state", () => this.#takeState());
    this.link.addEventListener("connected", () => this.#writeHead());
    this.link.addEventListener("ended", (event) => this.#end(event.detail));
    this.tabs?.postMessage({ taken: this.seat.token });
    this.#showPage("connecting");
    this.#recall();
    this.link.start();
  }

  /** This page was opened again: until the main laptop answers, the judge goes on with what it said last to this seat. */
  #recall() {
    const known = this.store.getWish("known");
    if (known?.token === this.seat.token) {
      this.link.recall(known.state);
      this.#showDesk();
    }
  }

  /** Another tab may have marked in the meantime: what is on the disk is true now. */
  async #comeBack() {
    this.#dropLink();
    this.store.close();
    this.store = await new Store().open();
    this.store.onTrouble = () => this.desk && this.marking.update();
    this.menu.store = this.store;
    if (this.seat) {
      this.#resume();
    } else {
      this.#openPairing();
    }
  }

  #dropLink() {
    this.link?.stop();
    this.desk?.close();
    this.practice?.close();
    this.marking.close();
    this.link = this.desk = this.practice = null;
  }

  #end(reason) {
    if (reason === "revoked") {
      this.store.dropWish("seat");
      this.store.dropWish("known");
    }
    this.ending = reason;
    this.#dropLink();
    this.#showPage("ended");
    this.#writeEnding();
    byId(reason === "revoked" ? "ended-code" : "come-back").focus();
  }

  async #leave() {
    await this.store.dropWish("seat");
    await this.store.dropWish("known");
    this.#openPairing();
  }

  /** Two tabs of one browser have one seat: the one that was opened last. */
  #hearTab(message) {
    if (message.taken && this.link && message.taken === this.link.token) {
      this.#end("tab");
      this.tabs.postMessage({ left: message.taken });
    } else if (message.left && this.link && message.left === this.link.token) {
      this.#tell(word("tookOver"));
    }
  }

  // --- marking -------------------------------------------------------------------------------

  #takeState() {
    this.store.keepKnown({ token: this.link.token, state: this.link.state });
    this.#showDesk();
  }

  #showDesk() {
    if (!this.desk) {
      this.desk = new Desk(this.link, this.store);
      this.desk.addEventListener("changed", () => this.#followDesk());
      this.desk.addEventListener("left", (event) => this.#tell(word("left", event.detail.lot, event.detail.name)));
      this.#showPage("marking");
      this.marking.setDesk(this.desk);
      stayAwake();
    }
    this.#followDesk();
  }

  #followDesk() {
    if (this.practice && this.desk.current) {
      this.#endPractice();
      this.#tell(word("practiceOver"));
    }
    show(byId("practise"), this.practice === null);
    this.#writeHead();
  }

  #startPractice() {
    if (!this.desk || this.desk.current || this.practice) {
      return;
    }
    this.practice = new Desk(this.link, this.store, makePractice(this.link.state));
    this.practice.addEventListener("practised", () => {
      this.store.setWish("practised", this.link.token);
      this.link.tellPractised();
    });
    this.marking.setDesk(this.practice);
    show(byId("practice-bar"), true);
  }

  #endPractice() {
    this.practice?.close();
    this.practice = null;
    show(byId("practice-bar"), false);
    this.marking.setDesk(this.desk);
  }

  #toggleFullScreen() {
    const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    change?.catch(() => {});
  }

  // --- words ---------------------------------------------------------------------------------

  #speak(wanted) {
    setLanguage(chooseLanguage(wanted, navigator.languages));
    document.documentElement.lang = getLanguage();
    writeWords(document);
    this.pairing.writeWords();
    this.marking.writeWords();
    this.#writeEnding();
    this.#writeHead();
  }

  #writeHead() {
    const state = this.page === "marking" ? this.link?.state : null;
    const judge = state ? word("judge", state.judge.number) : "";
    const name = state?.judge.name ?? "";
    const contest = state ? [state.contest, state.round?.name].filter(Boolean).join(" · ") : this.title;
    setText(byId("judge"), judge);
    setText(byId("judge-name"), name);
    setText(byId("contest"), contest);
    byId("contest").title = contest;
    document.title = (state ? judge + " " + name + " – " : "") + word("panel");
    this.#writeConnection();
  }

  #writeConnection() {
    const connected = this.link?.connected ?? false;
    const key = connected ? "connected" : this.link?.closing ? "closed" : "reconnecting";
    setText(byId("connection-words"), word(key));
    setText(byId("connection-help"), word(key + "Help"));
    show(byId("reload-help"), !connected);
    byId("connection").classList.toggle("lost", !connected);
    document.body.classList.toggle("lost", this.page === "marking" && !connected);
    byId("menu-practise").disabled = !this.desk || Boolean(this.desk.current) || this.practice !== null;
  }

  #writeEnding() {
    if (!this.ending) {
      return;
    }
    const revoked = this.ending === "revoked";
    const help = { revoked: "revokedHelp", tab: "replacedByTab", replaced: "replacedHelp" };
    setText(byId("ended-title"), word(revoked ? "revokedTitle" : "replacedTitle"));
    setText(byId("ended-help"), word(help[this.ending]));
    show(byId("come-back"), !revoked);
  }

  #tell(sentence) {
    const toast = byId("toast");
    setText(toast, sentence);
    show(toast, true);
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => {
      show(toast, false);
      setText(toast, "");
    }, TOAST_MS);
  }
}

new Panel().start();
