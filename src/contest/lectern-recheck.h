/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-ranking.h"

G_BEGIN_DECLS

/* The re-check before a round is closed: a second person goes through the sheets of everybody who
 * wins an award with a number of places, or goes on to the next round. A sheet is checked in the
 * version that counts: amended afterwards, it has to be checked again. */

/* Whether the sheets of @row are to be re-checked. */
gboolean lectern_recheck_is_due (LecternContest          *contest,
                                 const LecternRanking    *ranking,
                                 const LecternRankingRow *row);
/* The check on record of the counted sheet of @judge for @entry, or NULL. */
const LecternRecheck *lectern_recheck_find (LecternContest     *contest,
                                            const LecternEntry *entry,
                                            gint64              judge);
/* How many sheets of @row are to be checked and how many are. */
void lectern_recheck_count (LecternContest          *contest,
                            const LecternRankingRow *row,
                            guint                   *n_sheets,
                            guint                   *n_checked);
/* What of the re-check of @round (NULL: the current one) is open: LecternProblem, one an entry,
 * with its lot as row; empty when it is done. Owned by the caller. */
GPtrArray *lectern_recheck_list_open (LecternContest *contest,
                                      const char     *round) G_GNUC_WARN_UNUSED_RESULT;
/* Who checked the sheets of @round as they count now, each name once, "、" between; "" for nobody. */
char *lectern_recheck_list_checkers (LecternContest *contest,
                                     const char     *round) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
