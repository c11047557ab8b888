/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What must hold of every ranking, tried on random contests.
 *
 * The order of the input never matters, of entries nor of sheets.
 *
 * A mark raised never lowers its owner's rank, for every shape of trimming and every tie rule but
 * smaller-spread. Raising a total raises no place in the sorted totals by less than nothing, so
 * neither the counted ones nor their sum fall, trimmed or not; criterion, untrimmed mean, median,
 * each next highest counted and the head judge's total can't fall either; overtime and decision
 * do not change. Whether a rule has a value depends on who marked, not on the marks. So the first
 * figure that changes at all, final or tie rule, rises: before it the owner stands in the same
 * group as before, by it it passes some and falls behind nobody. The spread may grow with a mark
 * raised, so with smaller-spread this holds only while the ranked figure itself rises.
 *
 * Trimming strikes out sheets that count, never one that the caller left out. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-rank.h"

#define ENTRIES_MAX 30
#define JUDGES_MAX 9

typedef struct
{
  guint32             seed;
  GRand              *rand;
  LecternScoringRules rules;
  guint               n;
  LecternScoredEntry  entries[ENTRIES_MAX];
  LecternScoredSheet  sheets[ENTRIES_MAX][JUDGES_MAX];
} Contest;

static guint
roll (Contest *contest,
      guint    n)
{
  return (guint) g_rand_int_range (contest->rand, 0, (int) n);
}

static void
make_rules (Contest *contest)
{
  LecternScoringRules *rules = &contest->rules;

  *rules = (LecternScoringRules){
    .n_criteria = 1 + roll (contest, 3),
    .trim_low = roll (contest, 3),
    .trim_high = roll (contest, 3),
    .trim_from = roll (contest, 7),
    .decimals = roll (contest, 3),
    .rank_on_rounded = roll (contest, 2) == 0,
    .head_judge = 1 + (int) roll (contest, 3),
    .n_ties = roll (contest, 7),
    .time = { 10000, LECTERN_NONE, 0, LECTERN_NONE, LECTERN_NONE, 0, { { 1000, LECTERN_NONE, 500 } }, 1 },
  };
  for (guint i = 0; i < rules->n_ties; i++)
    rules->ties[i] = (LecternTieRule){ (LecternTieKind) roll (contest, LECTERN_TIE_DECISION + 1), roll (contest, rules->n_criteria) };
}

static void
make_contest (Contest *contest,
              guint32  seed)
{
  guint n_judges, n_marks;

  contest->seed = seed;
  contest->rand = g_rand_new_with_seed (seed);
  make_rules (contest);
  contest->n = 2 + roll (contest, ENTRIES_MAX - 1);
  n_judges = 1 + roll (contest, JUDGES_MAX);
  n_marks = 2 + roll (contest, 3);
  for (guint i = 0; i < contest->n; i++)
    {
      LecternScoredEntry *entry = &contest->entries[i];

      *entry = (LecternScoredEntry){ .lot = (int) i + 1, .forfeit = roll (contest, 30) == 0, .sheets = contest->sheets[i] };
      entry->time_ms = roll (contest, 3) == 0 ? LECTERN_NONE : 9000 + 800 * (gint64) roll (contest, 4);
      entry->decision = (int) roll (contest, 5) - 1;
      for (guint judge = 1; judge <= n_judges; judge++)
        {
          LecternScoredSheet *sheet = &contest->sheets[i][entry->n_sheets];

          if (roll (contest, 15) == 0)
            continue;
          *sheet = (LecternScoredSheet){ .judge = (int) judge };
          for (guint c = 0; c < contest->rules.n_criteria; c++)
            sheet->marks[c] = 500 * (gint64) roll (contest, n_marks);
          entry->n_sheets++;
        }
    }
}

static gboolean
has_spread (const LecternScoringRules *rules)
{
  for (guint i = 0; i < rules->n_ties; i++)
    if (rules->ties[i].kind == LECTERN_TIE_SMALLER_SPREAD)
      return TRUE;
  return FALSE;
}

static LecternRankedEntry
find_lot (const LecternRankedEntry *ranked,
          guint                     n,
          int                       lot)
{
  for (guint i = 0; i < n; i++)
    if (ranked[i].lot == lot)
      return ranked[i];
  g_assert_not_reached ();
}

static void
shuffle (Contest *contest)
{
  for (guint i = contest->n; i > 1; i--)
    {
      guint              other = roll (contest, i);
      LecternScoredEntry entry = contest->entries[other];

      contest->entries[other] = contest->entries[i - 1];
      contest->entries[i - 1] = entry;
    }
  for (guint e = 0; e < contest->n; e++)
    for (guint i = contest->entries[e].n_sheets; i > 1; i--)
      {
        LecternScoredSheet *sheets = (LecternScoredSheet *) contest->entries[e].sheets;
        guint               other = roll (contest, i);
        LecternScoredSheet  sheet = sheets[other];

        sheets[other] = sheets[i - 1];
        sheets[i - 1] = sheet;
      }
}

static void
test_input_order (void)
{
  g_autofree Contest *contest = g_new (Contest, 1);

  for (guint turn = 0; turn < 10000; turn++)
    {
      g_autofree LecternRankedEntry *before = NULL, *after = NULL;

      make_contest (contest, (guint32) g_test_rand_int ());
      before = lectern_rank (&contest->rules, contest->entries, contest->n);
      shuffle (contest);
      after = lectern_rank (&contest->rules, contest->entries, contest->n);
      for (guint i = 0; i < contest->n; i++)
        {
          g_assert_cmpint (contest->entries[after[i].index].lot, ==, after[i].lot);
          if (before[i].lot != after[i].lot || before[i].rank != after[i].rank || before[i].tied != after[i].tied ||
              before[i].separated_by != after[i].separated_by || before[i].n_counted != after[i].n_counted ||
              lectern_fraction_compare (before[i].final, after[i].final) != 0)
            g_error ("Contest %u, place %u: lot %d of rank %u, but lot %d of rank %u in another order.",
                     contest->seed, i, before[i].lot, before[i].rank, after[i].lot, after[i].rank);
        }
      g_rand_free (contest->rand);
    }
}

/* Raises one mark of somebody by one to four steps; his lot. */
static int
raise_mark (Contest *contest)
{
  guint               index = roll (contest, contest->n);
  LecternScoredEntry *entry = &contest->entries[index];

  if (entry->n_sheets > 0)
    contest->sheets[index][roll (contest, entry->n_sheets)].marks[roll (contest, contest->rules.n_criteria)] += 500 * (gint64) (1 + roll (contest, 4));
  return entry->lot;
}

/* Whether the figure the contest ranks on rose. */
static gboolean
has_risen (const LecternScoringRules *rules,
           const LecternRankedEntry  *before,
           const LecternRankedEntry  *after)
{
  if (rules->rank_on_rounded)
    return lectern_fraction_round (after->final, rules->decimals) > lectern_fraction_round (before->final, rules->decimals);
  return lectern_fraction_compare (after->final, before->final) > 0;
}

static void
test_raised_marks (void)
{
  g_autofree Contest *contest = g_new (Contest, 1);
  guint               better = 0, better_by_ties = 0, lowered_by_spread = 0;

  for (guint turn = 0; turn < 60000; turn++)
    {
      g_autofree LecternRankedEntry *ranked = NULL, *ranked_again = NULL;
      LecternRankedEntry             before, after;
      gboolean                       risen;
      int                            lot;

      make_contest (contest, (guint32) g_test_rand_int ());
      ranked = lectern_rank (&contest->rules, contest->entries, contest->n);
      lot = raise_mark (contest);
      ranked_again = lectern_rank (&contest->rules, contest->entries, contest->n);
      before = find_lot (ranked, contest->n, lot);
      after = find_lot (ranked_again, contest->n, lot);
      risen = before.rank > 0 && has_risen (&contest->rules, &before, &after);
      g_assert_cmpint (lectern_fraction_compare (after.final, before.final), >=, 0);
      if (after.rank > before.rank && (risen || !has_spread (&contest->rules)))
        g_error ("Contest %u: a mark of lot %d raised, and rank %u became %u.", contest->seed, lot, before.rank, after.rank);
      better += after.rank < before.rank;
      better_by_ties += after.rank < before.rank && !risen;
      lowered_by_spread += after.rank > before.rank;
      g_rand_free (contest->rand);
    }
  g_test_message ("%u better, %u of them by tie rules, %u lowered by smaller-spread", better, better_by_ties, lowered_by_spread);
  g_assert_cmpuint (better, >, 5000);
  g_assert_cmpuint (better_by_ties, >, 100);
  /* The exception is a real one. */
  g_assert_cmpuint (lowered_by_spread, >, 0);
}

/* The smallest case of the exception: the raised total is struck out, and spreads the panel. */
static void
test_spread_is_not_monotone (void)
{
  static const LecternScoringRules rules = { .n_criteria = 1, .trim_high = 1, .head_judge = LECTERN_NONE, .time = { .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE }, .ties = { { LECTERN_TIE_SMALLER_SPREAD, 0 } }, .n_ties = 1 };
  LecternScoredSheet               raised[] = { { 1, { 8000 } }, { 2, { 8000 } } }, other[] = { { 1, { 8000 } }, { 2, { 8500 } } };
  const LecternScoredEntry         entries[] = { { 1, FALSE, LECTERN_NONE, LECTERN_NONE, 2, raised }, { 2, FALSE, LECTERN_NONE, LECTERN_NONE, 2, other } };
  g_autofree LecternRankedEntry   *before = lectern_rank (&rules, entries, 2), *after = NULL;

  g_assert_cmpuint (find_lot (before, 2, 1).rank, ==, 1);
  raised[1].marks[0] = 9000;
  after = lectern_rank (&rules, entries, 2);
  g_assert_cmpuint (find_lot (after, 2, 1).rank, ==, 2);
  g_assert_cmpint (lectern_fraction_compare (find_lot (before, 2, 1).final, find_lot (after, 2, 1).final), ==, 0);
}

/* The sheet of a judge who was recused lies behind those that count, with marks that would be
 * struck out first and with which there would be enough sheets to trim. */
static void
check_left_out (Contest *contest,
                guint    index,
                guint   *n_trimmed)
{
  const LecternScoredEntry *entry = &contest->entries[index];
  LecternSheetFate          fates[JUDGES_MAX];
  gint64                    totals[JUDGES_MAX], low = G_MAXINT64, high = G_MININT64;
  int                       judges[JUDGES_MAX];
  guint                     n_low = 0, n_high = 0, n_counted;
  gboolean                  trims = entry->n_sheets >= contest->rules.trim_from && contest->rules.trim_low + contest->rules.trim_high < entry->n_sheets;

  for (guint i = 0; i < entry->n_sheets; i++)
    {
      judges[i] = entry->sheets[i].judge;
      totals[i] = lectern_sheet_total (&entry->sheets[i], contest->rules.n_criteria);
    }
  n_counted = lectern_trim (&contest->rules, judges, totals, entry->n_sheets, fates);
  for (guint i = 0; i < entry->n_sheets; i++)
    {
      n_low += fates[i] == LECTERN_SHEET_DROPPED_LOW;
      n_high += fates[i] == LECTERN_SHEET_DROPPED_HIGH;
      if (fates[i] != LECTERN_SHEET_COUNTED)
        continue;
      low = MIN (low, totals[i]);
      high = MAX (high, totals[i]);
    }
  for (guint i = 0; i < entry->n_sheets; i++)
    {
      g_assert_true (fates[i] != LECTERN_SHEET_DROPPED_LOW || totals[i] <= low);
      g_assert_true (fates[i] != LECTERN_SHEET_DROPPED_HIGH || totals[i] >= high);
    }
  g_assert_cmpuint (n_low, ==, trims ? contest->rules.trim_low : 0);
  g_assert_cmpuint (n_high, ==, trims ? contest->rules.trim_high : 0);
  g_assert_cmpuint (n_counted, ==, entry->n_sheets - n_low - n_high);
  *n_trimmed += n_low + n_high;
}

static void
test_left_out_sheets (void)
{
  static const gint64 extremes[] = { -1000000, 1000000, 0 };
  g_autofree Contest *contest = g_new (Contest, 1);
  guint               n_left_out = 0, n_trimmed = 0;

  for (guint turn = 0; turn < 5000; turn++)
    {
      g_autofree LecternRankedEntry *before = NULL, *after = NULL;

      make_contest (contest, (guint32) g_test_rand_int ());
      for (guint i = 0; i < contest->n; i++)
        contest->entries[i].n_sheets -= contest->entries[i].n_sheets > 1;
      before = lectern_rank (&contest->rules, contest->entries, contest->n);
      for (guint i = 0; i < contest->n; i++)
        {
          LecternScoredSheet *left_out = &contest->sheets[i][contest->entries[i].n_sheets];

          check_left_out (contest, i, &n_trimmed);
          if (contest->entries[i].n_sheets == JUDGES_MAX)
            continue;
          n_left_out++;
          for (guint c = 0; c < contest->rules.n_criteria; c++)
            left_out->marks[c] = extremes[turn % 3];
        }
      after = lectern_rank (&contest->rules, contest->entries, contest->n);
      for (guint i = 0; i < contest->n; i++)
        if (before[i].lot != after[i].lot || before[i].rank != after[i].rank || before[i].n_counted != after[i].n_counted ||
            lectern_fraction_compare (before[i].mean, after[i].mean) != 0)
          g_error ("Contest %u: a sheet left out changed lot %d.", contest->seed, before[i].lot);
      g_rand_free (contest->rand);
    }
  g_assert_cmpuint (n_left_out, >, 10000);
  g_assert_cmpuint (n_trimmed, >, 10000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/rank-properties/input-order", test_input_order);
  g_test_add_func ("/scoring/rank-properties/raised-marks", test_raised_marks);
  g_test_add_func ("/scoring/rank-properties/spread-is-not-monotone", test_spread_is_not_monotone);
  g_test_add_func ("/scoring/rank-properties/left-out-sheets", test_left_out_sheets);
  return g_test_run ();
}
