// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// What the page says, in the person's language: the one chosen here, else the first of the browser's that
// is known, else Chinese. {0}, {1} stand for what a sentence is about.

import english from "./words-en.js";
import chinese from "./words-zh.js";

export const tables = { "zh-CN": chinese, en: english };
let language = "zh-CN";

/** Which table to use for @wanted ("zh-CN", "en" or "") and what the browser asks for. */
export function chooseLanguage(wanted, asked) {
  if (wanted in tables) {
    return wanted;
  }
  for (const tag of asked) {
    if (/^zh\b/i.test(tag)) {
      return "zh-CN";
    }
    if (/^en\b/i.test(tag)) {
      return "en";
    }
  }
  return "zh-CN";
}

export function setLanguage(chosen) {
  language = chosen;
}

export function getLanguage() {
  return language;
}

export function word(key, ...values) {
  return tables[language][key].replace(/\{(\d)\}/g, (all, index) => values[Number(index)]);
}

export function hasWord(key) {
  return key in tables[language];
}

/** Puts the words into every element below @root that names one. */
export function writeWords(root) {
  for (const element of root.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
    element.title = word(element.dataset.label);
  }
  for (const element of root.querySelectorAll("[data-placeholder]")) {
    element.placeholder = word(element.dataset.placeholder);
  }
}
