/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the ranking costs that windows, script and projector ask for after each change: made anew
 * from the contest's rows. Beside it the part of it that ranks, lectern_rank() on the same sheets:
 * only that part could be saved by keeping a ranking up to date. One line of JSON a figure. */

#define G_LOG_DOMAIN "lectern-bench"

#include "contest-fixture.h"

#include <stdlib.h>

#include "lectern-ranking.h"

#define N_JUDGES 15

typedef struct
{
  LecternScoredEntry *entries;
  LecternScoredSheet *sheets;
  guint               n;
} Scored;

/* Judges mark around what the entry deserves; sheet by sheet the same in both. */
static void
mark (LecternContest *contest,
      Scored         *scored)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2018);

  for (guint e = 0; e < scored->n; e++)
    {
      gint64 time_ms = g_rand_int_range (rand, 300000, 400000);
      int    deserved = g_rand_int_range (rand, 300, 380);

      scored->entries[e] = (LecternScoredEntry){ (int) e + 1, FALSE, time_ms, LECTERN_NONE, N_JUDGES, &scored->sheets[e * N_JUDGES] };
      for (guint j = 0; j < N_JUDGES; j++)
        {
          LecternScoredSheet *sheet = &scored->sheets[e * N_JUDGES + j];

          *sheet = (LecternScoredSheet){ (int) j + 1, { 100 * (deserved + g_rand_int_range (rand, -20, 20)), 500 * g_rand_int_range (rand, 80, 110) } };
          fixture_put_sheet (contest, e + 1, j + 1, 1, LECTERN_SHEET_LOCKED, sheet->marks[0], sheet->marks[1]);
        }
      fixture_set_entry (contest, e + 1, LECTERN_ENTRY_DONE, time_ms, TRUE);
    }
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

static void
measure (guint n,
         guint runs,
         guint repeat)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[\"criterion:content\",\"criterion:language\",\"untrimmed-mean\",\"decision\"]", n, N_JUDGES);
  g_autofree LecternScoredEntry *entries = g_new (LecternScoredEntry, n);
  g_autofree LecternScoredSheet *sheets = g_new (LecternScoredSheet, n * N_JUDGES);
  g_autofree double             *whole = g_new (double, runs);
  g_autofree double             *part = g_new (double, runs);
  Scored                         scored = { entries, sheets, n };

  mark (contest, &scored);
  for (guint run = 0; run < runs; run++)
    {
      gint64 start = g_get_monotonic_time (), middle;

      for (guint i = 0; i < repeat; i++)
        lectern_ranking_free (lectern_ranking_new (contest, NULL, FALSE));
      middle = g_get_monotonic_time ();
      for (guint i = 0; i < repeat; i++)
        g_free (lectern_rank (&lectern_contest_get_rules (contest)->scoring, entries, n));
      whole[run] = (double) (middle - start) / repeat;
      part[run] = (double) (g_get_monotonic_time () - middle) / repeat;
    }
  {
    double whole_us = find_median (whole, runs), part_us = find_median (part, runs);

    g_print ("{\"name\":\"ranking-anew-%ux%u\",\"unit\":\"us\",\"value\":%.1f,\"bare\":%.1f,\"ratio\":%.1f}\n",
             n, N_JUDGES, whole_us, part_us, whole_us / part_us);
  }
}

int
main (void)
{
  measure (28, 51, 20);
  measure (1000, 11, 1);
  return EXIT_SUCCESS;
}
