/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A mark far from the others. It changes no result: it makes the head judge look. The middle is
 * the median of the others, so that one slip of a pen does not flag those who made none. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-flag.h"

#include "lectern-score-private.h"

gboolean
lectern_is_far (const gint64 *values,
                guint         n,
                guint         index,
                gint64        difference)
{
  g_autofree gint64 *others = NULL;
  gint64             doubled;
  guint              n_others = 0;

  g_return_val_if_fail (values != NULL && index < n, FALSE);

  if (n < 3 || difference <= 0)
    return FALSE;
  others = g_new (gint64, n - 1);
  for (guint i = 0; i < n; i++)
    if (i != index)
      others[n_others++] = values[i];
  lectern_score_sort_totals (others, n_others);
  doubled = others[(n_others - 1) / 2] + others[n_others / 2];
  return ABS (2 * values[index] - doubled) >= 2 * difference;
}
