/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rank.h"

G_BEGIN_DECLS

/* Which of @n totals sorted from the lowest count: @begin up to, not including, @end. */
void lectern_score_counted_range (const LecternScoringRules *rules,
                                  guint                      n,
                                  guint                     *begin,
                                  guint                     *end);
/* Sorts from the lowest. */
void lectern_score_sort_totals (gint64 *totals,
                                guint   n);

G_END_DECLS
