// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// Marks are decimal strings on the wire and whole thousandths of a point here. Numbers are only ever
// whole ones, so that no total is ever a rounding away from the main laptop's.

const UNIT = 1000;
const LARGEST = 1000000 * UNIT;

/** What a Chinese keyboard gives for the same digits and the same point. */
function narrow(text) {
  return text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[．。]/g, ".");
}

/** Whole thousandths, or null when @text is no mark: digits, one point, at most three decimals. */
export function parseMark(text) {
  const match = /^([0-9]{1,7})(?:\.([0-9]{1,3}))?$/.exec(narrow(text));
  if (!match) {
    return null;
  }
  const mark = Number(match[1]) * UNIT + Number((match[2] ?? "").padEnd(3, "0"));
  return mark <= LARGEST ? mark : null;
}

/** The shortest way to write @mark: "36.5", "9", "0.125". */
export function formatMark(mark) {
  const rest = mark % UNIT;
  const decimals = String(rest).padStart(3, "0").replace(/0+$/, "");
  return String((mark - rest) / UNIT) + (decimals && "." + decimals);
}

/** The sum of what is marked; what is not (null) counts nothing. */
export function addMarks(marks) {
  return marks.reduce((sum, mark) => sum + (mark ?? 0), 0);
}

/** The highest mark that is on the step. */
export function topMark(max, step) {
  return max - (max % step);
}

/** The two marks on the step nearest to one that is off it. */
export function neighbours(mark, max, step) {
  const below = mark - (mark % step);
  return [below, Math.min(below + step, max)];
}

/** @steps up or down. From "not marked" the way up begins at nothing and the way down at full marks:
 * no number in between is put into a judge's head. */
export function moveMark(mark, steps, max, step) {
  const top = topMark(max, step);
  if (mark === null) {
    return steps > 0 ? 0 : top;
  }
  return Math.min(Math.max(mark + steps * step, 0), top);
}

/** Why @text is no mark of @criterion: {mark, fault}, where the fault is "", "number", "range" or "step". */
export function judgeText(text, criterion) {
  const mark = parseMark(text);
  if (mark === null) {
    return { mark: null, fault: "number" };
  }
  if (mark > criterion.max) {
    return { mark, fault: "range" };
  }
  return { mark, fault: mark % criterion.step === 0 ? "" : "step" };
}
