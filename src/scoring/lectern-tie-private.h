/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rank.h"
#include "lectern-wide-private.h"

G_BEGIN_DECLS

/* An exact mean as one integer: floor (4096 * sum / n). With at most 64 judges two different
 * means are at least 1 / (64 * 63) apart, so different means give different keys in the same
 * order, and equal means the same key. */
static inline gint64
lectern_tie_mean_key (gint64 sum,
                      guint  n)
{
  G_STATIC_ASSERT (LECTERN_JUDGES_MAX == 64);
  return sum * (64 * 64) / (gint64) n;
}

/* What tie rule @rule says of @entry at its @stage, larger is better; FALSE: it has no value.
 * Only "highest-counted" has stages beyond 0: the next highest total, and so on. The entry has
 * at least one valid sheet. */
gboolean lectern_tie_value (const LecternScoringRules *rules,
                            const LecternTieRule      *rule,
                            guint                      stage,
                            const LecternScoredEntry  *entry,
                            LecternWide               *value);

G_END_DECLS
