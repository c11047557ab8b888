/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

#include "lectern-contest.h"
#include "lectern-virtual-jury.h"

G_BEGIN_DECLS

/* A sentence about what just happened. */
typedef void (*LecternRehearsalFunc) (const char *sentence,
                                      gpointer    data);

typedef struct
{
  const char          *source;   /* the contest that is copied; NULL: the sample contest */
  const char          *folder;   /* where contest.lectern and the papers stay */
  guint                n_judges; /* 0: as many as the contest has, 9 when it has none */
  double               speed;    /* how many times faster than the evening */
  LecternRehearsalFunc progress; /* may be NULL */
  gpointer             data;
} LecternRehearsalOrder;

typedef struct
{
  char              *file;
  GPtrArray         *papers;   /* paths */
  guint              n_rounds; /* that were played */
  guint              n_entries;
  guint              n_ties_decided;
  double             seconds;
  gint64             n_journal; /* lines that were verified */
  LecternJuryFigures jury;
  LecternContest    *contest; /* as it ended */
} LecternRehearsalReport;

/* Plays the whole contest, every cue of it: engine and server as on the evening, judges over real
 * sockets, ties decided, the round finalised, papers written, the journal verified. NULL when
 * anything at all went wrong. @problems may be NULL. */
LecternRehearsalReport *lectern_rehearsal_run (const LecternRehearsalOrder *order,
                                               GPtrArray                  **problems,
                                               GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
void                    lectern_rehearsal_report_free (LecternRehearsalReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRehearsalReport, lectern_rehearsal_report_free)

G_END_DECLS
