// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The photo of who is on stage, where there is one. It is a help and nothing more: without it, or while it
// comes, the page is the same without a gap.

import { askPhoto } from "../seat.js";
import { byId, show } from "./dom.js";

export class PhotoView {
  constructor() {
    this.image = byId("photo");
    this.key = null; // the hash of the photo that is shown or on its way
    this.image.addEventListener("error", () => show(this.image, false));
  }

  /** Shows the photo called @key, "" for none, to the seat of @token. */
  async update(key, token) {
    if (this.key === key) {
      return;
    }
    this.key = key;
    show(this.image, false);
    this.#forget();
    const photo = key && token ? await askPhoto(key, token) : null;
    if (photo && this.key === key) {
      this.image.src = URL.createObjectURL(photo);
      show(this.image, true);
    }
  }

  #forget() {
    if (this.image.src) {
      URL.revokeObjectURL(this.image.src);
      this.image.removeAttribute("src");
    }
  }
}
