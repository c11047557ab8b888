/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rules.h"

G_BEGIN_DECLS

/* What a rules file would make of a few totals that somebody typed: the same arithmetic as the
 * evening's, shown beside the editor of the rules before anybody has marked. */
typedef struct
{
  guint             n;         /* how many totals */
  gint64           *totals;    /* thousandths, as typed */
  LecternSheetFate *fates;     /* who is struck out */
  guint             n_counted; /* how many are left */
  LecternFraction   mean;
  gint64            deduction; /* thousandths */
  LecternFraction   final;
  char             *mean_text;  /* six decimals */
  char             *final_text; /* with the rules' decimals */
  char             *words;      /* the whole in sentences, in the language of the interface */
} LecternWorkedExample;

/* @rules: a whole rules file (JSON). @totals: NULL-terminated texts such as "92.5". @time_ms: of
 * the talk, LECTERN_NONE: not timed. On failure NULL and BAD_RULES or BAD_INPUT with the first
 * problem as message; every problem with its path ("time.limit", "totals[2]") is added to
 * @problems (may be NULL). */
LecternWorkedExample *lectern_worked_example_new (const char        *rules,
                                                  const char *const *totals,
                                                  gint64             time_ms,
                                                  GPtrArray         *problems,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void                  lectern_worked_example_free (LecternWorkedExample *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWorkedExample, lectern_worked_example_free)

G_END_DECLS
