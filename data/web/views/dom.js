// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The few things every view does with the page.

export function byId(id) {
  return document.getElementById(id);
}

/** A live region speaks when its text is set, even to what it was: so only what changed is set. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

export function show(element, shown) {
  element.hidden = !shown;
}

/** A copy of the template @id: its first element. */
export function copyTemplate(id) {
  return byId(id).content.firstElementChild.cloneNode(true);
}
