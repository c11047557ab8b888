/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-ranking.h"

G_BEGIN_DECLS

/* How an entry goes into the scoring layer; shared by the ranking and by what may still become of it. */

/* Appends the sheet of @judge that counts for @entry (LecternScoredSheet). FALSE when there is none. */
gboolean lectern_ranking_add_sheet (GArray             *sheets,
                                    LecternContest     *contest,
                                    const LecternEntry *entry,
                                    gint64              judge);
/* The place of @entry in the jury's recorded order from 0, or LECTERN_NONE. */
int lectern_ranking_get_decision (LecternContest     *contest,
                                  const LecternEntry *entry);

G_END_DECLS
