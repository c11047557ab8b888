/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ranking from scratch, which is the simple way and for a contest of any usual size the
 * quickest: score, sort, separate equals (lectern-order.c), hand over. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-rank.h"

#include "lectern-order-private.h"

LecternRankedEntry *
lectern_rank (const LecternScoringRules *rules,
              const LecternScoredEntry  *entries,
              guint                      n_entries)
{
  LecternOrder        order;
  LecternRankedEntry *result;

  g_return_val_if_fail (rules != NULL && (entries != NULL || n_entries == 0), NULL);
  g_return_val_if_fail (rules->n_ties <= LECTERN_TIES_MAX, NULL);

  if (n_entries == 0)
    return NULL;
  lectern_order_init (&order, rules, entries, n_entries);
  result = g_new (LecternRankedEntry, n_entries);
  for (guint i = 0; i < n_entries; i++)
    result[i] = order.scored[order.places[i].index];
  lectern_order_clear (&order);
  return result;
}
