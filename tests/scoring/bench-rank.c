/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a ranking costs, against the same figures in plain C in the same run: sums of int marks in
 * one array, the highest and lowest total off, overtime off, qsort; no tie rules, no means with
 * different numbers of judges, no sheets left out. One line of JSON a figure, the median of many
 * runs taken by turns. */

#define G_LOG_DOMAIN "lectern-bench"

#include "lectern-rank.h"

#include <stdlib.h>
#include <string.h>

#define N_JUDGES 15
#define N_CRITERIA 5

typedef struct
{
  gint64 key;
  guint  index;
} BarePlace;

typedef struct
{
  guint               n;
  int                *marks; /* n x N_JUDGES x N_CRITERIA */
  gint64             *times;
  LecternScoredSheet *sheets;
  LecternScoredEntry *entries;
} Field;

static const LecternScoringRules rules = {
  .n_criteria = N_CRITERIA,
  .trim_low = 1,
  .trim_high = 1,
  .trim_from = 5,
  .decimals = 2,
  .head_judge = LECTERN_NONE,
  .time = { 360000, 420000, 0, LECTERN_NONE, LECTERN_NONE, 0, { { 10000, LECTERN_NONE, 100 } }, 1 },
  .ties = { { LECTERN_TIE_CRITERION, 0 }, { LECTERN_TIE_CRITERION, 1 }, { LECTERN_TIE_UNTRIMMED_MEAN, 0 }, { LECTERN_TIE_DECISION, 0 } },
  .n_ties = 4,
};

/* Judges mark around what the entry deserves, in tenths of a point; full marks 40 25 15 10 10. */
static Field *
make_field (guint n)
{
  static const int full[N_CRITERIA] = { 400, 250, 150, 100, 100 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2018);
  Field *field = g_new0 (Field, 1);

  field->n = n;
  field->marks = g_new (int, (gsize) n *N_JUDGES *N_CRITERIA);
  field->times = g_new (gint64, n);
  field->sheets = g_new0 (LecternScoredSheet, (gsize) n * N_JUDGES);
  field->entries = g_new0 (LecternScoredEntry, n);
  for (guint e = 0; e < n; e++)
    {
      int deserved = g_rand_int_range (rand, 750, 980);

      field->times[e] = g_rand_int_range (rand, 300000, 400000);
      field->entries[e] = (LecternScoredEntry){ (int) e + 1, FALSE, field->times[e], LECTERN_NONE, N_JUDGES, &field->sheets[(gsize) e * N_JUDGES] };
      for (guint j = 0; j < N_JUDGES; j++)
        for (guint c = 0; c < N_CRITERIA; c++)
          {
            gsize at = ((gsize) e * N_JUDGES + j) * N_CRITERIA + c;
            int   mark = full[c] * CLAMP (deserved + g_rand_int_range (rand, -60, 61), 0, 1000) / 1000;

            field->marks[at] = mark * 100;
            field->sheets[(gsize) e * N_JUDGES + j].judge = (int) j + 1;
            field->sheets[(gsize) e * N_JUDGES + j].marks[c] = mark * 100;
          }
    }
  return field;
}

static void
free_field (Field *field)
{
  g_free (field->marks);
  g_free (field->times);
  g_free (field->sheets);
  g_free (field->entries);
  g_free (field);
}

static int
compare_bare (const void *a,
              const void *b)
{
  gint64 left = ((const BarePlace *) a)->key, right = ((const BarePlace *) b)->key;

  return (left < right) - (left > right);
}

static void
rank_bare (const Field *field,
           BarePlace   *places)
{
  for (guint e = 0; e < field->n; e++)
    {
      const int *marks = field->marks + (gsize) e * N_JUDGES * N_CRITERIA;
      int        sum = 0, low = G_MAXINT, high = 0;
      gint64     over = field->times[e] - 360000;

      for (guint j = 0; j < N_JUDGES; j++, marks += N_CRITERIA)
        {
          int total = 0;

          for (guint c = 0; c < N_CRITERIA; c++)
            total += marks[c];
          sum += total;
          low = MIN (low, total);
          high = MAX (high, total);
        }
      places[e].key = sum - low - high;
      if (over > 0)
        places[e].key -= (over + 9999) / 10000 * 100 * (N_JUDGES - 2);
      places[e].index = e;
    }
  qsort (places, field->n, sizeof *places, compare_bare);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
find_median (double *figures,
             guint   n)
{
  qsort (figures, n, sizeof *figures, compare_doubles);
  return figures[n / 2];
}

/* Both by turns, so that whatever else the machine does meets both alike. */
static void
measure (guint  n,
         guint  runs,
         guint  repeat,
         double budget)
{
  Field                *field = make_field (n);
  g_autofree BarePlace *places = g_new (BarePlace, n);
  g_autofree double    *ours = g_new (double, runs), *bare = g_new (double, runs);
  double                ours_us, bare_us;
  gint64                sink = 0;

  for (guint run = 0; run < runs; run++)
    {
      gint64 start = g_get_monotonic_time (), middle;

      for (guint i = 0; i < repeat; i++)
        {
          rank_bare (field, places);
          sink += places[0].index;
        }
      middle = g_get_monotonic_time ();
      for (guint i = 0; i < repeat; i++)
        {
          LecternRankedEntry *ranked = lectern_rank (&rules, field->entries, n);

          sink += ranked[0].lot;
          g_free (ranked);
        }
      ours[run] = (double) (g_get_monotonic_time () - middle) / repeat;
      bare[run] = (double) (middle - start) / repeat;
    }
  g_assert (sink != 0);
  ours_us = find_median (ours, runs);
  bare_us = find_median (bare, runs);
  g_print ("{\"name\":\"rank-%ux%ux%u\",\"unit\":\"us\",\"value\":%.2f,\"bare\":%.2f,\"ratio\":%.2f,\"budget\":%g,\"ok\":%s}\n",
           n, N_JUDGES, N_CRITERIA, ours_us, bare_us, ours_us / bare_us, budget, ours_us <= budget * bare_us ? "true" : "false");
  free_field (field);
}

int
main (void)
{
  measure (28, 101, 400, 5);
  measure (1000, 101, 10, 5);
  measure (10000, 31, 1, 5);
  measure (100000, 21, 1, 3);
  return EXIT_SUCCESS;
}
