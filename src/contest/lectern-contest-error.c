/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The refusals of the contest and the names they have outside the program. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-contest-error.h"

G_DEFINE_QUARK (lectern - contest - error - quark, lectern_contest_error)

static const char *const code_names[LECTERN_CONTEST_ERROR_N_CODES] = {
  [LECTERN_CONTEST_ERROR_BAD_INPUT] = "bad-input",
  [LECTERN_CONTEST_ERROR_BAD_RULES] = "bad-rules",
  [LECTERN_CONTEST_ERROR_NOT_FOUND] = "not-found",
  [LECTERN_CONTEST_ERROR_WRONG_STATE] = "wrong-state",
  [LECTERN_CONTEST_ERROR_REASON_MISSING] = "reason-missing",
  [LECTERN_CONTEST_ERROR_QUOTA] = "quota",
  [LECTERN_CONTEST_ERROR_NOT_ELIGIBLE] = "not-eligible",
  [LECTERN_CONTEST_ERROR_ALREADY_DRAWN] = "already-drawn",
  [LECTERN_CONTEST_ERROR_NOT_DRAWN] = "not-drawn",
  [LECTERN_CONTEST_ERROR_DRAW_IMPOSSIBLE] = "draw-impossible",
  [LECTERN_CONTEST_ERROR_BLOCKED] = "blocked",
  [LECTERN_CONTEST_ERROR_FINALISED] = "finalised",
  [LECTERN_CONTEST_ERROR_UNAUTHORISED] = "unauthorised",
  [LECTERN_CONTEST_ERROR_WRONG_CODE] = "wrong-code",
  [LECTERN_CONTEST_ERROR_GATE_CLOSED] = "gate-closed",
  [LECTERN_CONTEST_ERROR_WRONG_LOT] = "wrong-lot",
  [LECTERN_CONTEST_ERROR_RECUSED] = "recused",
  [LECTERN_CONTEST_ERROR_LOCKED] = "locked",
  [LECTERN_CONTEST_ERROR_UNKNOWN_CRITERION] = "unknown-criterion",
  [LECTERN_CONTEST_ERROR_MARK_MISSING] = "mark-missing",
  [LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE] = "mark-out-of-range",
  [LECTERN_CONTEST_ERROR_MARK_OFF_STEP] = "mark-off-step",
};

const char *
lectern_contest_error_get_name (LecternContestError code)
{
  g_return_val_if_fail (code < LECTERN_CONTEST_ERROR_N_CODES, "bad-input");
  return code_names[code];
}

LecternProblem *
lectern_problem_new (guint       row,
                     const char *column,
                     const char *format,
                     ...)
{
  LecternProblem *self = g_new0 (LecternProblem, 1);
  va_list         args;

  self->row = row;
  self->column = g_strdup (column);
  va_start (args, format);
  self->message = g_strdup_vprintf (format, args);
  va_end (args);
  return self;
}

void
lectern_problem_free (LecternProblem *self)
{
  g_free (self->column);
  g_free (self->message);
  g_free (self);
}

GPtrArray *
lectern_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_problem_free);
}
