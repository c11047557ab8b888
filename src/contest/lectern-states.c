/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The state machines of the evening, each as one table: what may follow what, and what only with
 * a reason. lectern_machine_move() is the only place that assigns a state. Going on the spot is
 * never a move. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-states.h"

#include <glib/gi18n-lib.h>

#include "lectern-contest-error.h"

#define MOST_STATES 6

typedef struct
{
  guint       n_states;
  const char *names[MOST_STATES];
  /* moves[from][to] */
  LecternMove moves[MOST_STATES][MOST_STATES];
} Machine;

#define O LECTERN_MOVE_FORBIDDEN
#define X LECTERN_MOVE_FREE
#define R LECTERN_MOVE_WITH_REASON

/* clang-format off */
static const Machine machines[LECTERN_N_MACHINES] = {
  [LECTERN_MACHINE_ENTRY] = {
    LECTERN_ENTRY_N_STATES,
    { "waiting", "called", "talking", "marking", "done", "forfeit" },
    /* A call that was a mistake goes back to waiting; a talk that must start again (equipment)
     * goes back to called with the jury's reason; results are reopened with a reason. */
    {            /* wait call talk mark done forf */
      /* waiting */ { O,   X,   O,   O,   O,   R },
      /* called  */ { X,   O,   X,   X,   O,   R },
      /* talking */ { O,   R,   O,   X,   O,   R },
      /* marking */ { O,   R,   O,   O,   X,   R },
      /* done    */ { O,   O,   O,   R,   O,   O },
      /* forfeit */ { R,   O,   O,   O,   O,   O },
    },
  },
  [LECTERN_MACHINE_SHEET] = {
    LECTERN_SHEET_N_STATES,
    { "none", "draft", "submitted", "locked", "recused", "void" },
    /* What was written becomes void only by a ruling that the talk starts again. */
    {              /* none draf subm lock recu void */
      /* none      */ { O,   X,   X,   O,   X,   O },
      /* draft     */ { O,   O,   X,   O,   X,   R },
      /* submitted */ { O,   O,   O,   X,   R,   R },
      /* locked    */ { O,   O,   R,   O,   R,   R },
      /* recused   */ { R,   O,   O,   O,   O,   O },
      /* void      */ { O,   O,   O,   O,   O,   O },
    },
  },
  [LECTERN_MACHINE_GATE] = {
    LECTERN_GATE_N_STATES,
    { "closed", "open" },
    {
      { O, X },
      { X, O },
    },
  },
  [LECTERN_MACHINE_CLOCK] = {
    LECTERN_CLOCK_N_PHASES,
    { "idle", "running", "paused", "stopped" },
    /* Back to idle is the next entry's call; a stopped clock runs again only by a ruling. */
    {            /* idle run  paus stop */
      /* idle    */ { O,   X,   O,   X },
      /* running */ { R,   O,   X,   X },
      /* paused  */ { R,   X,   O,   X },
      /* stopped */ { X,   R,   O,   O },
    },
  },
  [LECTERN_MACHINE_ROUND] = {
    LECTERN_ROUND_N_STATES,
    { "set-up", "drawn", "running", "finalised" },
    {              /* setu draw run  fina */
      /* set-up    */ { O,   X,   O,   O },
      /* drawn     */ { R,   O,   X,   X },
      /* running   */ { O,   O,   O,   X },
      /* finalised */ { O,   O,   R,   O },
    },
  },
};
/* clang-format on */

static const char *const cue_names[LECTERN_CUE_N_KINDS] = {
  [LECTERN_CUE_TITLE] = "title",
  [LECTERN_CUE_RULES] = "rules",
  [LECTERN_CUE_ORDER] = "order",
  [LECTERN_CUE_INTRODUCE] = "introduce",
  [LECTERN_CUE_TALK] = "talk",
  [LECTERN_CUE_MARK] = "mark",
  [LECTERN_CUE_REVEAL] = "reveal",
  [LECTERN_CUE_RANKING] = "ranking",
  [LECTERN_CUE_BREAK] = "break",
  [LECTERN_CUE_TALLY] = "tally",
  [LECTERN_CUE_CEREMONY] = "ceremony",
  [LECTERN_CUE_END] = "end",
};

LecternMove
lectern_machine_get_move (LecternMachine machine,
                          guint          from,
                          guint          to)
{
  g_return_val_if_fail (machine < LECTERN_N_MACHINES, LECTERN_MOVE_FORBIDDEN);

  if (from >= machines[machine].n_states || to >= machines[machine].n_states)
    return LECTERN_MOVE_FORBIDDEN;
  return machines[machine].moves[from][to];
}

guint
lectern_machine_get_n_states (LecternMachine machine)
{
  g_return_val_if_fail (machine < LECTERN_N_MACHINES, 0);
  return machines[machine].n_states;
}

const char *
lectern_machine_get_name (LecternMachine machine,
                          guint          state)
{
  g_return_val_if_fail (machine < LECTERN_N_MACHINES, NULL);
  g_return_val_if_fail (state < machines[machine].n_states, NULL);
  return machines[machine].names[state];
}

static const char *
machine_get_noun (LecternMachine machine)
{
  switch (machine)
    {
    case LECTERN_MACHINE_ENTRY:
      return C_ ("state", "The entry");
    case LECTERN_MACHINE_SHEET:
      return C_ ("state", "The sheet");
    case LECTERN_MACHINE_GATE:
      return C_ ("state", "The gate");
    case LECTERN_MACHINE_CLOCK:
      return C_ ("state", "The clock");
    case LECTERN_MACHINE_ROUND:
      return C_ ("state", "The round");
    case LECTERN_N_MACHINES:
    default:
      g_return_val_if_reached ("");
    }
}

/* The state in the language of the interface. */
static const char *
machine_get_word (LecternMachine machine,
                  guint          state)
{
  static const char *const words[LECTERN_N_MACHINES][MOST_STATES] = {
    { NC_ ("state", "waiting"), NC_ ("state", "called"), NC_ ("state", "talking"), NC_ ("state", "being marked"), NC_ ("state", "done"), NC_ ("state", "forfeited") },
    { NC_ ("state", "empty"), NC_ ("state", "a draft"), NC_ ("state", "submitted"), NC_ ("state", "locked"), NC_ ("state", "recused"), NC_ ("state", "void") },
    { NC_ ("state", "closed"), NC_ ("state", "open") },
    { NC_ ("state", "not started"), NC_ ("state", "running"), NC_ ("state", "paused"), NC_ ("state", "stopped") },
    { NC_ ("state", "being set up"), NC_ ("state", "drawn"), NC_ ("state", "under way"), NC_ ("state", "finalised") },
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "state", words[machine][state]);
}

gboolean
lectern_machine_move (LecternMachine machine,
                      gint64        *state,
                      guint          to,
                      const char    *reason,
                      GError       **error)
{
  LecternMove move;

  g_return_val_if_fail (machine < LECTERN_N_MACHINES, FALSE);
  g_return_val_if_fail (*state >= 0 && *state < machines[machine].n_states, FALSE);
  g_return_val_if_fail (to < machines[machine].n_states, FALSE);

  move = machines[machine].moves[*state][to];
  if (move == LECTERN_MOVE_FORBIDDEN)
    {
      /* Translators: the thing ("The clock"), the state it is in, the state it can't go to. */
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s is %s and can’t become %s now."), machine_get_noun (machine), machine_get_word (machine, (guint) *state), machine_get_word (machine, to));
      return FALSE;
    }
  if (move == LECTERN_MOVE_WITH_REASON && (reason == NULL || *reason == '\0'))
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_REASON_MISSING, _ ("%s is %s; to make it %s, give a reason."), machine_get_noun (machine), machine_get_word (machine, (guint) *state), machine_get_word (machine, to));
      return FALSE;
    }
  *state = to;
  return TRUE;
}

const char *
lectern_cue_kind_get_name (LecternCueKind kind)
{
  g_return_val_if_fail (kind < LECTERN_CUE_N_KINDS, NULL);
  return cue_names[kind];
}
