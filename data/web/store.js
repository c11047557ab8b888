// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// What this device keeps: the seat, drafts, notes, what was not acknowledged, and a person's wishes. All
// of it is read once, when the page opens; from then on what is in memory is true and the browser's
// database (IndexedDB) follows it. A browser that keeps nothing is told of in words; marking goes on.

const NAME = "lectern";
const VERSION = 1;

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openDatabase() {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("wishes");
    request.result.createObjectStore("drafts", { keyPath: ["contest", "lot"] });
    request.result.createObjectStore("letters", { keyPath: "number", autoIncrement: true });
  };
  return settled(request);
}

export class Store {
  constructor() {
    this.database = null;
    this.trouble = null; // why nothing can be kept
    this.wishes = new Map();
    this.drafts = new Map();
    this.letters = []; // in the order they were written
    this.onTrouble = () => {};
  }

  async open() {
    try {
      this.database = await openDatabase();
      // Another tab with a newer page may want to change the database.
      this.database.onversionchange = () => this.database.close();
      await this.#readAll();
    } catch (error) {
      this.#fail(error);
    }
    return this;
  }

  async #readAll() {
    const stores = this.database.transaction(["wishes", "drafts", "letters"], "readonly");
    const [keys, values, drafts, letters] = await Promise.all([
      settled(stores.objectStore("wishes").getAllKeys()),
      settled(stores.objectStore("wishes").getAll()),
      settled(stores.objectStore("drafts").getAll()),
      settled(stores.objectStore("letters").getAll()),
    ]);
    keys.forEach((key, index) => this.wishes.set(key, values[index]));
    drafts.forEach((draft) => this.drafts.set(draft.contest + "\n" + draft.lot, draft));
    this.letters = letters;
  }

  close() {
    this.database?.close();
    this.database = null;
  }

  #fail(error) {
    this.trouble = String(error?.message || error?.name || error);
    this.onTrouble();
  }

  /** Runs @change on a store of the database; resolves when it is on the disk, or cannot be. */
  async #write(name, change, durability = "default") {
    if (!this.database) {
      return undefined;
    }
    try {
      const transaction = this.database.transaction(name, "readwrite", { durability });
      const result = settled(change(transaction.objectStore(name)));
      // At once, and not when the answer has come: a page that is closed meanwhile must not take the change with it.
      transaction.commit?.();
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
      });
      return await result;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  getWish(key) {
    return this.wishes.get(key);
  }

  setWish(key, value) {
    this.wishes.set(key, value);
    return this.#write("wishes", (wishes) => wishes.put(value, key), "strict");
  }

  /** What the main laptop told last, and whom: {token, state}. It comes again, so the disk may take its time. */
  keepKnown(known) {
    this.wishes.set("known", known);
    return this.#write("wishes", (wishes) => wishes.put(known, "known"));
  }

  dropWish(key) {
    this.wishes.delete(key);
    return this.#write("wishes", (wishes) => wishes.delete(key), "strict");
  }

  listDrafts(contest) {
    return [...this.drafts.values()].filter((draft) => draft.contest === contest);
  }

  /** @draft: {contest, lot, name, note, marks: {key: "36.5"}, unsent, voided}. */
  writeDraft(draft) {
    this.drafts.set(draft.contest + "\n" + draft.lot, draft);
    return this.#write("drafts", (drafts) => drafts.put(draft));
  }

  /** Gives @letter its number, under which it is dropped. */
  async addLetter(letter) {
    const { kept, ready, ...plain } = letter;
    this.letters.push(letter);
    const number = await this.#write("letters", (letters) => letters.add(plain), "strict");
    letter.number = number;
    if (number !== undefined && !this.letters.includes(letter)) {
      await this.#write("letters", (letters) => letters.delete(number));
    }
  }

  dropLetter(letter) {
    const index = this.letters.indexOf(letter);
    if (index >= 0) {
      this.letters.splice(index, 1);
    }
    return letter.number === undefined ? undefined : this.#write("letters", (letters) => letters.delete(letter.number));
  }
}
