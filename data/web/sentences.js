// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// The sentences that tell a judge where a sheet stands. "Received" is said of nothing that was not
// acknowledged, and every sentence says what becomes of the marks, not what the program does.

import { formatMark } from "./marks.js";
import { formatClock } from "./talk-clock.js";
import { hasWord, word } from "./words.js";

const NEAR_END_MS = 60 * 1000;
const TONES = { submitting: "warning", changed: "warning", submitted: "good", locked: "good" };

function describeDraft(desk, sheet) {
  if (desk.practice) {
    return word("sheetPractice");
  }
  if (sheet.state === "empty") {
    return word("sheetEmpty");
  }
  if (sheet.state === "draft") {
    return word("sheetDraft");
  }
  if (desk.missed) {
    return word("sheetMissed");
  }
  return word(desk.connected ? "sheetOnItsWay" : "sheetUnsent");
}

function describeSubmitted(desk, sheet, received) {
  if (desk.practice) {
    return word("sheetPractised", received);
  }
  if (sheet.reopened !== null && !sheet.amended) {
    return word("sheetReopened", sheet.reopened, received);
  }
  return word(sheet.reopened !== null ? "sheetAmended" : "sheetReceived", received);
}

/** Where the sheet on top stands. */
export function describeSheet(desk) {
  const sheet = desk.current;
  if (!sheet) {
    return word("nobody");
  }
  if (desk.bar === "recused" || desk.bar === "absent") {
    return word(desk.bar === "recused" ? "sheetRecused" : "sheetAbsent");
  }
  const received = sheet.receivedTotal === null ? "" : formatMark(sheet.receivedTotal);
  switch (sheet.state) {
    case "submitting":
      return word(desk.connected ? "sheetSent" : "sheetNotSent");
    case "submitted":
      return describeSubmitted(desk, sheet, received);
    case "changed":
      return word("sheetChanged", received);
    case "locked":
      return word("sheetLocked", received);
    default:
      return describeDraft(desk, sheet);
  }
}

function describeTrouble(desk) {
  if (desk.refusal) {
    const key = "refused-" + desk.refusal.code;
    return hasWord(key) ? word(key) : desk.refusal.message || word("refused");
  }
  return desk.store?.trouble ? word("noStore", desk.store.trouble) : "";
}

function findTone(sheet) {
  const asked = sheet.state === "submitted" && sheet.reopened !== null && !sheet.amended;
  return asked ? "warning" : TONES[sheet.state] ?? "";
}

/** What is to be said before anything of the sheet's own state. */
function describeHindrance(desk) {
  if (desk.bar === "recused" || desk.bar === "absent") {
    return describeSheet(desk);
  }
  if (desk.due && desk.due !== desk.current && desk.bar !== "earlier") {
    return word("nextIs", desk.due.lot, desk.due.name);
  }
  return "";
}

/** The sentence beside the button, what hinders or else what was reached: {text, tone}, the tone one of trouble,
 * warning, good and quiet. */
export function describeMessage(desk) {
  const trouble = describeTrouble(desk);
  if (trouble) {
    return { text: trouble, tone: "trouble" };
  }
  const hindrance = describeHindrance(desk);
  if (hindrance) {
    return { text: hindrance, tone: "warning" };
  }
  const tone = findTone(desk.current);
  if (tone) {
    return { text: describeSheet(desk), tone };
  }
  if (desk.missed) {
    return { text: word(desk.bar === "earlier" ? "lateEarlier" : "late"), tone: "warning" };
  }
  if (desk.current.voided > 0) {
    return { text: word("startsAgain"), tone: "warning" };
  }
  return { text: desk.gateOpen ? "" : word("opensAfter"), tone: "quiet" };
}

export function describeGate(desk) {
  if (!desk.current) {
    return word("gateClosed");
  }
  if (desk.gateOpen) {
    return word("gateOpen", desk.current.lot);
  }
  return word(desk.bar === "" && !desk.missed ? "gateSoon" : "gateClosed");
}

/** Beside the total: what is missing, or where the total stands among the judge's own. */
export function describeMissing(desk) {
  const sheet = desk.current;
  const missing = sheet.marks.length - sheet.marked;
  if (missing > 0) {
    return word("missing", missing, sheet.marks.length);
  }
  return desk.places > 1 ? word("placeOf", sheet.place, desk.places) : "";
}

export function describeSubmit(desk) {
  const keys = { submitting: "submitSending", submitted: "submitReceived", changed: "submitAgain" };
  return word(desk.current.locked ? "submitLocked" : keys[desk.current.state] ?? "submit");
}

/** What an earlier sheet is called in the list; "" when there is nothing to say. */
export function describeInList(sheet) {
  const keys = { unsent: "listUnsent", sending: "listUnsent", draft: "listDraft", submitting: "listSubmitting", changed: "listChanged" };
  return sheet.state in keys ? word(keys[sheet.state]) : "";
}

/** Why a text is no mark of @criterion. */
export function describeFault(fault, text, criterion, below, above) {
  const keys = { number: "faultNumber", range: "faultRange", step: "faultStep" };
  return word(keys[fault], text, formatMark(criterion.max), formatMark(criterion.step), formatMark(below), formatMark(above));
}

/** The words under the clock. All times are cut to whole seconds like the figure, so that the two always add up. */
export function describeClock(phase, elapsed, limit, gateOpen) {
  const beyond = Math.floor(elapsed / 1000) * 1000 - limit;
  const distance = formatClock(Math.abs(beyond));
  const over = limit > 0 && elapsed >= limit;
  if (phase === "paused") {
    return word("clockPaused");
  }
  if (phase === "stopped") {
    return over && beyond > 0 ? word("clockOverBy", distance) : word(gateOpen ? "clockOverMark" : "clockOver");
  }
  if (phase !== "running") {
    return limit > 0 ? word("clockIdleLimit", formatClock(limit)) : word("clockIdle");
  }
  if (limit <= 0) {
    return word("clockTalking");
  }
  if (over) {
    return word("clockOvertime", distance);
  }
  return limit - elapsed <= NEAR_END_MS ? word("clockLeft", distance) : word("clockOf", formatClock(limit));
}

/** "over", "near" or "": what colour the clock has. */
export function findClockTone(phase, elapsed, limit) {
  if (phase === "idle" || limit <= 0) {
    return "";
  }
  if (elapsed >= limit) {
    return "over";
  }
  return phase !== "stopped" && limit - elapsed <= NEAR_END_MS ? "near" : "";
}

export function describeFlag(state, flag) {
  const own = flag.judge === state.judge.number;
  const name = state.rubric.find((criterion) => criterion.key === flag.criterion)?.name ?? flag.criterion;
  if (flag.criterion === null) {
    return word(own ? "flagOwnTotal" : "flagTotal", flag.lot, flag.judge);
  }
  return word(own ? "flagOwnMark" : "flagMark", flag.lot, flag.judge, name);
}
