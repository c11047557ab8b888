/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a rule of the contest refuses. One code for each cause a caller treats differently; the
 * message is a sentence for a person, in the language of the interface.
 * lectern_contest_error_get_name() is the code of `lecternctl --json` and of the judges' protocol. */
#define LECTERN_CONTEST_ERROR (lectern_contest_error_quark ())
GQuark lectern_contest_error_quark (void);

typedef enum
{
  LECTERN_CONTEST_ERROR_BAD_INPUT,
  LECTERN_CONTEST_ERROR_BAD_RULES,
  LECTERN_CONTEST_ERROR_NOT_FOUND,
  LECTERN_CONTEST_ERROR_WRONG_STATE,
  LECTERN_CONTEST_ERROR_REASON_MISSING,
  LECTERN_CONTEST_ERROR_QUOTA,
  LECTERN_CONTEST_ERROR_NOT_ELIGIBLE,
  LECTERN_CONTEST_ERROR_ALREADY_DRAWN,
  LECTERN_CONTEST_ERROR_NOT_DRAWN,
  LECTERN_CONTEST_ERROR_DRAW_IMPOSSIBLE,
  LECTERN_CONTEST_ERROR_BLOCKED, /* finalise: the details list the blockers */
  LECTERN_CONTEST_ERROR_FINALISED,
  LECTERN_CONTEST_ERROR_UNAUTHORISED,
  LECTERN_CONTEST_ERROR_WRONG_CODE,
  LECTERN_CONTEST_ERROR_GATE_CLOSED,
  LECTERN_CONTEST_ERROR_WRONG_LOT,
  LECTERN_CONTEST_ERROR_RECUSED,
  LECTERN_CONTEST_ERROR_LOCKED,
  LECTERN_CONTEST_ERROR_UNKNOWN_CRITERION,
  LECTERN_CONTEST_ERROR_MARK_MISSING,
  LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE,
  LECTERN_CONTEST_ERROR_MARK_OFF_STEP,
  LECTERN_CONTEST_ERROR_N_CODES,
} LecternContestError;

const char *lectern_contest_error_get_name (LecternContestError code);

/* One thing that is wrong with a table, a rules file or a round: where, and what to do.
 * @row 0 and @column NULL where they do not apply. */
typedef struct
{
  guint row;
  char *column;
  char *message;
} LecternProblem;

LecternProblem *lectern_problem_new (guint       row,
                                     const char *column,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (3, 4) G_GNUC_WARN_UNUSED_RESULT;
void            lectern_problem_free (LecternProblem *problem);
/* A GPtrArray of LecternProblem that frees them. */
GPtrArray *lectern_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternProblem, lectern_problem_free)

G_END_DECLS
