// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The plain requests of the judges' protocol: a seat for a code, which contest this is, a photo.

/** Each kind of trouble a pairing can meet: what the main laptop calls it, or "unreachable". */
export class PairingError extends Error {
  constructor(code, seconds = 0) {
    super(code);
    this.code = code;
    this.seconds = seconds;
  }
}

/** A seat for a code: {token, judge: {number, name}}. */
export async function pair(code, device) {
  let answer;
  try {
    answer = await fetch("/api/v1/pair", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code, device }),
    });
  } catch {
    throw new PairingError("unreachable");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new PairingError(body.error?.code ?? "unreachable", Number(answer.headers.get("Retry-After") ?? 0));
  }
  return body;
}

/** The contest's title, before anybody has a seat; "" when nobody answers. */
export async function askTitle() {
  try {
    return (await (await fetch("/api/v1/info")).json()).contest;
  } catch {
    return "";
  }
}

/** The photo with that hash, as a Blob; null when there is none to be had. */
export async function askPhoto(key, token) {
  try {
    const answer = await fetch("/api/v1/photo/" + encodeURIComponent(key), { headers: { Authorization: "Bearer " + token } });
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
