/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A ranking kept up to date. What one changed entry can change: its own figures, the order within
 * the group of equals that it left, the order within the one that it joined (a tie rule without a
 * value for one of a group is passed over for all of it), and by one the ranks of all in between.
 * Groups themselves are separated by lectern-order.c, as in a ranking from scratch. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-live-ranking.h"

#include "lectern-order-private.h"

#include <string.h>

struct LecternLiveRanking
{
  LecternScoringRules rules;
  LecternScoredEntry *entries;
  gint64             *keys; /* in the order of the input */
  LecternOrder        order;
};

/* Places from @begin up to, not including, @end. */
typedef struct
{
  guint begin;
  guint end;
} Range;

/* Whether @place comes before @other, where equals with a rank come before each other: their
 * order within the group is made anew anyway. Without a rank the lot decides. */
static gboolean
comes_before (const LecternPlace *place,
              const LecternPlace *other)
{
  if (place->key != other->key || place->key >= 0)
    return place->key >= other->key;
  return lectern_order_compare_places (place, other) < 0;
}

/* How many places come before @place; its own old one may be among them. */
static guint
find_place (const LecternOrder *order,
            const LecternPlace *place)
{
  guint low = 0, high = order->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (comes_before (&order->places[middle], place))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* All that have @key, which is at least 0, or all without a rank. */
static Range
find_group (const LecternOrder *order,
            gint64              key)
{
  LecternPlace last = { MAX (key, 0), 0, 0 }, first = { last.key + 1, 0, 0 };
  Range        group = { find_place (order, &first), find_place (order, &last) };

  return key >= 0 ? group : (Range){ group.end, order->n };
}

static void
separate_group (LecternOrder *order,
                Range         group)
{
  if (group.begin < group.end && order->places[group.begin].key >= 0)
    lectern_order_separate (order, group.begin, group.end);
}

static void
shift_ranks (LecternOrder *order,
             guint         begin,
             guint         end,
             int           by)
{
  for (guint i = begin; i < end; i++)
    order->scored[order->places[i].index].rank += (guint) by;
}

/* Moves the place at @from before the one at @to. */
static void
move_place (LecternOrder *order,
            guint         from,
            guint         to,
            LecternPlace  place)
{
  LecternPlace *places = order->places;

  if (to <= from)
    memmove (places + to + 1, places + to, (from - to) * sizeof *places);
  else
    memmove (places + from, places + from + 1, (--to - from) * sizeof *places);
  places[to] = place;
}

LecternLiveRanking *
lectern_live_ranking_new (const LecternScoringRules *rules,
                          const LecternScoredEntry  *entries,
                          guint                      n_entries)
{
  LecternLiveRanking *self;

  g_return_val_if_fail (rules != NULL && (entries != NULL || n_entries == 0), NULL);
  g_return_val_if_fail (rules->n_ties <= LECTERN_TIES_MAX, NULL);

  self = g_new0 (LecternLiveRanking, 1);
  self->rules = *rules;
  self->entries = g_new (LecternScoredEntry, n_entries);
  for (guint i = 0; i < n_entries; i++)
    self->entries[i] = entries[i];
  if (n_entries > 0)
    lectern_order_init (&self->order, &self->rules, self->entries, n_entries);
  self->keys = g_new (gint64, n_entries);
  for (guint i = 0; i < n_entries; i++)
    self->keys[self->order.places[i].index] = self->order.places[i].key;
  return self;
}

void
lectern_live_ranking_free (LecternLiveRanking *self)
{
  g_return_if_fail (self != NULL);

  lectern_order_clear (&self->order);
  g_free (self->entries);
  g_free (self->keys);
  g_free (self);
}

guint
lectern_live_ranking_get_n_entries (const LecternLiveRanking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->order.n;
}

const LecternRankedEntry *
lectern_live_ranking_get_place (const LecternLiveRanking *self,
                                guint                     place)
{
  g_return_val_if_fail (self != NULL && place < self->order.n, NULL);

  return &self->order.scored[self->order.places[place].index];
}

const LecternRankedEntry *
lectern_live_ranking_get_entry (const LecternLiveRanking *self,
                                guint                     index)
{
  g_return_val_if_fail (self != NULL && index < self->order.n, NULL);

  return &self->order.scored[index];
}

void
lectern_live_ranking_update (LecternLiveRanking       *self,
                             guint                     index,
                             const LecternScoredEntry *entry)
{
  LecternOrder *order;
  LecternPlace  place;
  Range         left, joined;
  gint64        old_key;
  guint         from;

  g_return_if_fail (self != NULL && index < self->order.n && entry != NULL);

  order = &self->order;
  old_key = self->keys[index];
  left = find_group (order, old_key);
  for (from = left.begin; order->places[from].index != index;)
    from++;
  self->entries[index] = *entry;
  place = lectern_order_score (order, index);
  self->keys[index] = place.key;
  move_place (order, from, find_place (order, &place), place);

  joined = find_group (order, place.key);
  separate_group (order, joined);
  if (place.key == old_key || (place.key < 0 && old_key < 0))
    return;
  if (place.key > old_key)
    shift_ranks (order, joined.end, ++left.begin, 1);
  else
    shift_ranks (order, --left.end, joined.begin, -1);
  separate_group (order, left);
}
