/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-engine-private.h"
#include "lectern-follower.h"

G_BEGIN_DECLS

/* A contest on a temporary file with a clock the test turns, a few units, nominees and judges. */
typedef struct
{
  char            *folder;
  char            *path;
  LecternEngine   *engine;
  LecternFollower *follower;
  gint64           now_us;
  const char      *panel;  /* more of the rules' panel group, set before fixture_init(); NULL */
  const char      *awards; /* the members of the rules' list of awards, the same way; NULL: a first and the rest */
} Fixture;

/* @n_units units with two nominees each, @n_judges judges; judge 1 is the head, the last one is
 * of the first unit when @recused. */
void fixture_init (Fixture *fixture,
                   guint    n_units,
                   guint    n_judges,
                   gboolean recused);
/* The same with rounds of its own: the members of the rules file's list. */
void fixture_init_with (Fixture    *fixture,
                        const char *rounds,
                        guint       n_units,
                        guint       n_judges,
                        gboolean    recused);
void fixture_clear (Fixture *fixture);
/* Closes and opens the file again, as after a crash or the next day. */
void fixture_reopen (Fixture *fixture);
/* Performs @action and brings the follower up to date; aborts the test when it is refused. */
void fixture_do (Fixture       *fixture,
                 LecternAction *action);
/* Performs @action, which must be taken and change nothing. */
void fixture_do_nothing (Fixture       *fixture,
                         LecternAction *action);
/* Performs @action, which must be refused with @code. */
void           fixture_refuse (Fixture            *fixture,
                               LecternAction      *action,
                               LecternContestError code);
LecternAction *fixture_action (LecternActionKind kind);
LecternAction *fixture_action_with (LecternActionKind kind,
                                    gint64            lot,
                                    const char       *reason);
/* A sheet whose marks are @content of 40 and @language of 60, as text. */
LecternAction *fixture_sheet (gint64      judge,
                              gint64      lot,
                              const char *id,
                              const char *content,
                              const char *language,
                              gboolean    submit);
/* Finalises without a re-check on record. */
LecternAction *fixture_finalise (void);
/* Adds a sheet kept on paper to an action IMPORT_SHEETS; marks in thousandths. */
void            fixture_add_paper_sheet (LecternAction *action,
                                         gint64         nominee,
                                         gint64         judge,
                                         gint64         content,
                                         gint64         language);
LecternContest *fixture_contest (Fixture *fixture);
/* Lets the follower take what is under way. */
void fixture_settle (Fixture *fixture);

G_END_DECLS
