/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How a ranking is made. Every entry's final becomes one integer that keeps order and equality
 * exactly (the mean key of lectern-tie-private.h, or the rounded figure where the contest ranks
 * on that); entries are sorted by it, and only groups of equals are taken through the tie rules.
 * A rule splits its group by value and each part goes on with the next rule; a rule without a
 * value for one of the group is passed over for that group. What is equal after all rules shares
 * its rank. The lot orders equals for reading only. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-order-private.h"

#include "lectern-tie-private.h"

#include <stdlib.h>

/* Where entries without a final sort: below every final, which is never below 0. */
#define KEY_NO_FINAL (-1)
#define KEY_FORFEIT (-2)

/* From so many entries on they are sorted by the digits of their keys. */
#define DIGIT_SORT_FROM 512
/* From so many entries on the first tie rule is asked while an entry's sheets are at hand: in a
 * large field most entries share their final, and going back for the sheets costs more. */
#define FIRST_TIE_FROM 2048
#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

/* The order of entries that nothing separates, for reading only. */
static int
compare_places (const void *a,
                const void *b)
{
  const LecternPlace *left = a, *right = b;

  if (left->key != right->key)
    return left->key > right->key ? -1 : 1;
  if (left->lot != right->lot)
    return left->lot < right->lot ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

static int
compare_tie_places (const void *a,
                    const void *b)
{
  const LecternTiePlace *left = a, *right = b;

  return (left->value < right->value) - (left->value > right->value);
}

/* Sorts @from by the digit of @highest - key at @shift into @to; equals keep their order. */
static void
sort_by_digit (const LecternPlace *from,
               LecternPlace       *to,
               guint               n,
               gint64              highest,
               guint               shift)
{
  guint starts[N_DIGITS] = { 0 };
  guint start = 0;

  for (guint i = 0; i < n; i++)
    starts[(guint64) (highest - from[i].key) >> shift & (N_DIGITS - 1)]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint count = starts[digit];

      starts[digit] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    to[starts[(guint64) (highest - from[i].key) >> shift & (N_DIGITS - 1)]++] = from[i];
}

/* Sorts by key, highest first; the order of equals is left to those who need it. Keys of one
 * contest lie within a few digits of each other, so that many entries sort in a few passes. */
static void
sort_by_key (LecternOrder *order)
{
  g_autofree LecternPlace *other = NULL;
  gint64                   lowest = G_MAXINT64, highest = G_MININT64;

  if (order->n < DIGIT_SORT_FROM)
    {
      qsort (order->places, order->n, sizeof (LecternPlace), compare_places);
      return;
    }
  for (guint i = 0; i < order->n; i++)
    {
      lowest = MIN (lowest, order->places[i].key);
      highest = MAX (highest, order->places[i].key);
    }
  other = g_new (LecternPlace, order->n);
  for (guint shift = 0; shift < 64 && (highest - lowest) >> shift > 0; shift += DIGIT_BITS)
    {
      LecternPlace *sorted = other;

      sort_by_digit (order->places, sorted, order->n, highest, shift);
      other = order->places;
      order->places = sorted;
    }
}

gint64
lectern_order_make_key (const LecternScoringRules *rules,
                        const LecternScoredEntry  *entry,
                        const LecternRankedEntry  *scored)
{
  if (entry->forfeit)
    return KEY_FORFEIT;
  if (!scored->has_final)
    return KEY_NO_FINAL;
  if (rules->rank_on_rounded)
    return lectern_fraction_round (scored->final, rules->decimals);
  return lectern_tie_mean_key (scored->final.numerator, scored->n_counted);
}

/* Makes the figures of entry @index and returns the place it asks for. */
static LecternPlace
score (LecternOrder *order,
       guint         index)
{
  const LecternScoredEntry *entry = &order->entries[index];
  LecternRankedEntry       *scored = &order->scored[index];

  lectern_score_entry (order->rules, entry, scored);
  scored->index = index;
  if (order->first != NULL && scored->has_final)
    order->first[index].has_value = lectern_tie_value (order->rules, &order->rules->ties[0], 0, entry, &order->first[index].value);
  return (LecternPlace){ lectern_order_make_key (order->rules, entry, scored), entry->lot, index };
}

/* Gives the places from @begin to @end one rank; nothing separates them any more. */
static void
settle (LecternOrder *order,
        guint         begin,
        guint         end,
        int           separated_by)
{
  if (end - begin > 1)
    qsort (order->places + begin, end - begin, sizeof (LecternPlace), compare_places);
  for (guint i = begin; i < end; i++)
    {
      LecternRankedEntry *scored = &order->scored[order->places[i].index];

      scored->rank = begin + 1;
      scored->tied = end - begin > 1;
      scored->separated_by = separated_by;
    }
}

static gboolean
find_value (const LecternOrder *order,
            guint               index,
            guint               rule,
            guint               stage,
            LecternWide        *value)
{
  if (order->first == NULL || rule > 0 || stage > 0)
    return lectern_tie_value (order->rules, &order->rules->ties[rule], stage, &order->entries[index], value);
  *value = order->first[index].value;
  return order->first[index].has_value;
}

/* Asks @rule about the whole group; FALSE when it has no value for one of it. */
static gboolean
evaluate (LecternOrder *order,
          guint         begin,
          guint         end,
          guint         rule,
          guint         stage)
{
  if (order->split == NULL)
    order->split = g_new (LecternTiePlace, order->n);
  for (guint i = begin; i < end; i++)
    {
      LecternTiePlace *split = &order->split[i];

      split->place = order->places[i];
      if (!find_value (order, split->place.index, rule, stage, &split->value))
        return FALSE;
    }
  return TRUE;
}

/* Separates the equals from @begin to @end by the rules from @rule on. @above is the rule that
 * put this group below the one above it. A split works on its own part of order->split only,
 * so the parts of an outer group stay readable while an inner one is separated. */
static void
separate (LecternOrder *order,
          guint         begin,
          guint         end,
          guint         rule,
          guint         stage,
          int           above)
{
  guint part, next_rule, next_stage;

  if (end - begin == 1)
    {
      settle (order, begin, end, above);
      return;
    }
  while (rule < order->rules->n_ties && !evaluate (order, begin, end, rule, stage))
    {
      rule++;
      stage = 0;
    }
  if (rule >= order->rules->n_ties)
    {
      settle (order, begin, end, above);
      return;
    }

  qsort (order->split + begin, end - begin, sizeof (LecternTiePlace), compare_tie_places);
  for (guint i = begin; i < end; i++)
    order->places[i] = order->split[i].place;

  next_stage = order->rules->ties[rule].kind == LECTERN_TIE_HIGHEST_COUNTED ? stage + 1 : 0;
  next_rule = next_stage > 0 ? rule : rule + 1;
  for (guint start = begin; start < end; start = part)
    {
      LecternWide value = order->split[start].value;

      for (part = start + 1; part < end && order->split[part].value == value;)
        part++;
      separate (order, start, part, next_rule, next_stage, start == begin ? above : (int) rule);
    }
}

static void
separate_all (LecternOrder *order)
{
  guint begin, end;

  for (begin = 0; begin < order->n && order->places[begin].key >= 0; begin = end)
    {
      gint64 key = order->places[begin].key;

      for (end = begin + 1; end < order->n && order->places[end].key == key;)
        end++;
      separate (order, begin, end, 0, 0, LECTERN_NONE);
    }
  if (begin < order->n)
    qsort (order->places + begin, order->n - begin, sizeof (LecternPlace), compare_places);
}

void
lectern_order_init (LecternOrder              *order,
                    const LecternScoringRules *rules,
                    const LecternScoredEntry  *entries,
                    guint                      n)
{
  *order = (LecternOrder){ rules, entries, g_new (LecternRankedEntry, n), g_new (LecternPlace, n), NULL, NULL, n };
  if (n >= FIRST_TIE_FROM && rules->n_ties > 0)
    order->first = g_new (LecternFirstTie, n);
  for (guint i = 0; i < n; i++)
    order->places[i] = score (order, i);
  sort_by_key (order);
  separate_all (order);
}

void
lectern_order_clear (LecternOrder *order)
{
  g_clear_pointer (&order->scored, g_free);
  g_clear_pointer (&order->places, g_free);
  g_clear_pointer (&order->first, g_free);
  g_clear_pointer (&order->split, g_free);
}
