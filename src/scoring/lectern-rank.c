/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ranking. Every entry's final becomes one integer that keeps order and equality exactly
 * (the mean key of lectern-tie-private.h, or the rounded figure where the contest ranks on
 * that); entries are sorted by it, and only groups of equals are taken through the tie rules.
 * A rule splits its group by value and each part goes on with the next rule; a rule without a
 * value for one of the group is passed over for that group. What is equal after all rules shares
 * its rank. The lot orders equals for reading only. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-rank.h"

#include "lectern-tie-private.h"

#include <stdlib.h>

/* Where entries without a final sort: below every final, which is never below 0. */
#define KEY_NO_FINAL (-1)
#define KEY_FORFEIT (-2)

/* From so many entries on they are sorted by the digits of their keys. */
#define DIGIT_SORT_FROM 512
#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

/* One place in the order. */
typedef struct
{
  gint64 key;
  int    lot;
  guint  index;
} Place;

/* One place while a tie rule splits its group. */
typedef struct
{
  LecternWide value;
  Place       place;
} TiePlace;

typedef struct
{
  const LecternScoringRules *rules;
  const LecternScoredEntry  *entries;
  LecternRankedEntry        *scored; /* in the order of the input */
  Place                     *places; /* in the order of the ranking */
  TiePlace                  *split;  /* room for one group, made at the first tie */
  guint                      n;
} Ranking;

static int
compare_places (const void *a,
                const void *b)
{
  const Place *left = a, *right = b;

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
  const TiePlace *left = a, *right = b;

  return (left->value < right->value) - (left->value > right->value);
}

/* Sorts @from by the digit of @highest - key at @shift into @to; equals keep their order. */
static void
sort_by_digit (const Place *from,
               Place       *to,
               guint        n,
               gint64       highest,
               guint        shift)
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
sort_by_key (Ranking *ranking)
{
  g_autofree Place *other = NULL;
  gint64            lowest = G_MAXINT64, highest = G_MININT64;

  if (ranking->n < DIGIT_SORT_FROM)
    {
      qsort (ranking->places, ranking->n, sizeof (Place), compare_places);
      return;
    }
  for (guint i = 0; i < ranking->n; i++)
    {
      lowest = MIN (lowest, ranking->places[i].key);
      highest = MAX (highest, ranking->places[i].key);
    }
  other = g_new (Place, ranking->n);
  for (guint shift = 0; shift < 64 && (highest - lowest) >> shift > 0; shift += DIGIT_BITS)
    {
      Place *sorted = other;

      sort_by_digit (ranking->places, sorted, ranking->n, highest, shift);
      other = ranking->places;
      ranking->places = sorted;
    }
}

static gint64
make_key (const LecternScoringRules *rules,
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

static void
score_all (Ranking *ranking)
{
  for (guint i = 0; i < ranking->n; i++)
    {
      const LecternScoredEntry *entry = &ranking->entries[i];
      LecternRankedEntry       *scored = &ranking->scored[i];

      lectern_score_entry (ranking->rules, entry, scored);
      scored->index = i;
      ranking->places[i] = (Place){ make_key (ranking->rules, entry, scored), entry->lot, i };
    }
}

/* Gives the places from @begin to @end one rank; nothing separates them any more. */
static void
settle (Ranking *ranking,
        guint    begin,
        guint    end,
        int      separated_by)
{
  if (end - begin > 1)
    qsort (ranking->places + begin, end - begin, sizeof (Place), compare_places);
  for (guint i = begin; i < end; i++)
    {
      LecternRankedEntry *scored = &ranking->scored[ranking->places[i].index];

      scored->rank = begin + 1;
      scored->tied = end - begin > 1;
      scored->separated_by = separated_by;
    }
}

/* Asks @rule about the whole group; FALSE when it has no value for one of it. */
static gboolean
evaluate (Ranking *ranking,
          guint    begin,
          guint    end,
          guint    rule,
          guint    stage)
{
  if (ranking->split == NULL)
    ranking->split = g_new (TiePlace, ranking->n);
  for (guint i = begin; i < end; i++)
    {
      TiePlace *split = &ranking->split[i];

      split->place = ranking->places[i];
      if (!lectern_tie_value (ranking->rules,
                              &ranking->rules->ties[rule],
                              stage,
                              &ranking->entries[split->place.index],
                              &split->value))
        return FALSE;
    }
  return TRUE;
}

/* Separates the equals from @begin to @end by the rules from @rule on. @above is the rule that
 * put this group below the one above it. A split works on its own part of ranking->split only,
 * so the parts of an outer group stay readable while an inner one is separated. */
static void
separate (Ranking *ranking,
          guint    begin,
          guint    end,
          guint    rule,
          guint    stage,
          int      above)
{
  guint part, next_rule, next_stage;

  if (end - begin == 1)
    {
      settle (ranking, begin, end, above);
      return;
    }
  while (rule < ranking->rules->n_ties && !evaluate (ranking, begin, end, rule, stage))
    {
      rule++;
      stage = 0;
    }
  if (rule >= ranking->rules->n_ties)
    {
      settle (ranking, begin, end, above);
      return;
    }

  qsort (ranking->split + begin, end - begin, sizeof (TiePlace), compare_tie_places);
  for (guint i = begin; i < end; i++)
    ranking->places[i] = ranking->split[i].place;

  next_stage = ranking->rules->ties[rule].kind == LECTERN_TIE_HIGHEST_COUNTED ? stage + 1 : 0;
  next_rule = next_stage > 0 ? rule : rule + 1;
  for (guint start = begin; start < end; start = part)
    {
      LecternWide value = ranking->split[start].value;

      for (part = start + 1; part < end && ranking->split[part].value == value;)
        part++;
      separate (ranking, start, part, next_rule, next_stage, start == begin ? above : (int) rule);
    }
}

static void
separate_all (Ranking *ranking)
{
  guint begin, end;

  for (begin = 0; begin < ranking->n && ranking->places[begin].key >= 0; begin = end)
    {
      gint64 key = ranking->places[begin].key;

      for (end = begin + 1; end < ranking->n && ranking->places[end].key == key;)
        end++;
      separate (ranking, begin, end, 0, 0, LECTERN_NONE);
    }
  if (begin < ranking->n)
    qsort (ranking->places + begin, ranking->n - begin, sizeof (Place), compare_places);
}

LecternRankedEntry *
lectern_rank (const LecternScoringRules *rules,
              const LecternScoredEntry  *entries,
              guint                      n_entries)
{
  Ranking             ranking = { rules, entries, NULL, NULL, NULL, n_entries };
  LecternRankedEntry *result;

  g_return_val_if_fail (rules != NULL && (entries != NULL || n_entries == 0), NULL);
  g_return_val_if_fail (rules->n_ties <= LECTERN_TIES_MAX, NULL);

  if (n_entries == 0)
    return NULL;
  ranking.scored = g_new (LecternRankedEntry, n_entries);
  ranking.places = g_new (Place, n_entries);
  score_all (&ranking);
  sort_by_key (&ranking);
  separate_all (&ranking);

  result = g_new (LecternRankedEntry, n_entries);
  for (guint i = 0; i < n_entries; i++)
    result[i] = ranking.scored[ranking.places[i].index];
  g_free (ranking.scored);
  g_free (ranking.places);
  g_free (ranking.split);
  return result;
}
