// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// Cases of a page of tests: each is a function that throws, or does not. The driver waits for `results`.

const cases = [];

export function test(name, body) {
  cases.push([name, body]);
}

/** Compares by value, whatever is plain data. */
export function same(found, wanted, what = "") {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (left !== right) {
    throw new Error((what && what + ": ") + left + ", should be " + right);
  }
}

export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** [{name, wrong}], the cases one after the other. */
export async function run() {
  const results = [];
  for (const [name, body] of cases) {
    try {
      await body();
      results.push({ name, wrong: "" });
    } catch (error) {
      results.push({ name, wrong: String(error.stack || error) });
    }
  }
  window.results = results;
}
