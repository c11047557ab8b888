/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-ranking.h"

G_BEGIN_DECLS

typedef struct
{
  const char *unit;
  const char *name;
  const char *title;
} PaperNominee;

/* The 28 of the sample roster, the rare characters of names among them. */
extern const PaperNominee paper_nominees[28];

/* A contest of the 28 with @n_judges judges, drawn in the roster's order, every talk held and marked.
 * Judges 4, 6 and 9 belong to units and are recused from them; lot 28 is a forfeit when
 * @with_forfeit. @language is "zh" or "en". */
LecternContest *paper_contest_new (const char *language,
                                   guint       n_judges,
                                   gboolean    rehearsal,
                                   gboolean    with_forfeit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
