// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Lectern developers

// For which contest, round and judge something was written. It goes nowhere else: not into a rehearsal, and
// not to whoever sits on this device next.

/** A name for what @state is of. */
export function contestKey(state) {
  const parts = [state.contest, state.round?.key ?? "", state.judge.number];
  if (state.rehearsal) {
    parts.push("rehearsal");
  }
  return parts.join("\n");
}

/** Up to which version this judge's sheets for @lot count no more; 0: none is void. */
export function voidedVersion(state, lot) {
  return (state.void ?? []).find((entry) => entry.lot === lot)?.version ?? 0;
}
