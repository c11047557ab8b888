/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The states of the evening's things, and for each machine the one table of what may follow what.
 * Values are stored: never renumber. */

typedef enum
{
  LECTERN_ENTRY_WAITING,
  LECTERN_ENTRY_CALLED,
  LECTERN_ENTRY_TALKING,
  LECTERN_ENTRY_MARKING,
  LECTERN_ENTRY_DONE,
  LECTERN_ENTRY_FORFEIT,
  LECTERN_ENTRY_N_STATES,
} LecternEntryState;

typedef enum
{
  LECTERN_SHEET_NONE,
  LECTERN_SHEET_DRAFT,
  LECTERN_SHEET_SUBMITTED,
  LECTERN_SHEET_LOCKED,
  LECTERN_SHEET_RECUSED,
  LECTERN_SHEET_VOID, /* of a talk that was ruled to start again */
  LECTERN_SHEET_N_STATES,
} LecternSheetState;

typedef enum
{
  LECTERN_CLOCK_IDLE,
  LECTERN_CLOCK_RUNNING,
  LECTERN_CLOCK_PAUSED,
  LECTERN_CLOCK_STOPPED,
  LECTERN_CLOCK_N_PHASES,
} LecternClockPhase;

typedef enum
{
  LECTERN_ROUND_SET_UP,
  LECTERN_ROUND_DRAWN,
  LECTERN_ROUND_RUNNING,
  LECTERN_ROUND_FINALISED,
  LECTERN_ROUND_N_STATES,
} LecternRoundState;

typedef enum
{
  LECTERN_GATE_CLOSED,
  LECTERN_GATE_OPEN,
  LECTERN_GATE_N_STATES,
} LecternGateState;

typedef enum
{
  LECTERN_CUE_TITLE,
  LECTERN_CUE_RULES,
  LECTERN_CUE_ORDER,
  LECTERN_CUE_INTRODUCE,
  LECTERN_CUE_TALK,
  LECTERN_CUE_MARK,
  LECTERN_CUE_REVEAL,
  LECTERN_CUE_RANKING,
  LECTERN_CUE_BREAK,
  LECTERN_CUE_TALLY,
  LECTERN_CUE_CEREMONY,
  LECTERN_CUE_END,
  LECTERN_CUE_N_KINDS,
} LecternCueKind;

typedef enum
{
  LECTERN_MACHINE_ENTRY,
  LECTERN_MACHINE_SHEET,
  LECTERN_MACHINE_GATE,
  LECTERN_MACHINE_CLOCK,
  LECTERN_MACHINE_ROUND,
  LECTERN_N_MACHINES,
} LecternMachine;

typedef enum
{
  LECTERN_MOVE_FORBIDDEN,
  LECTERN_MOVE_FREE,
  LECTERN_MOVE_WITH_REASON, /* only with a reason a person gave */
} LecternMove;

/* What the table says of going @from → @to. */
LecternMove lectern_machine_get_move (LecternMachine machine,
                                      guint          from,
                                      guint          to);
guint       lectern_machine_get_n_states (LecternMachine machine);
/* The state's name in the protocol and in JSON ("waiting", "running", "set-up"). */
const char *lectern_machine_get_name (LecternMachine machine,
                                      guint          state);
/* The one setter: checks the table and assigns *@state. Refusals name both states. */
gboolean lectern_machine_move (LecternMachine machine,
                               gint64        *state,
                               guint          to,
                               const char    *reason,
                               GError       **error);

const char *lectern_cue_kind_get_name (LecternCueKind kind);

G_END_DECLS
