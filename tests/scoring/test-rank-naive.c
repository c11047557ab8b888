/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ranking against a second one, written straight from the rules and without any of its
 * shortcuts: fractions compared by cross multiplication, every entry's rank counted as one more
 * than the entries of its group that are better, rule by rule over the whole field. Random
 * contests with frequent equals, recusals, missing sheets, all tie rules, both kinds of rank. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-rank.h"

#include <string.h>

#define SHEETS_MAX 15

typedef __int128 Wide;

/* A value of a rule: larger is better; denominator 0: none. */
typedef struct
{
  Wide numerator;
  Wide denominator;
} Value;

typedef struct
{
  LecternScoringRules rules;
  guint               n;
  LecternScoredEntry *entries;
  LecternScoredSheet *sheets;
} Contest;

typedef struct
{
  guint rank; /* 0: no final */
  int   separated_by;
  Value mean;
  Value final;
} Naive;

static const Value no_value = { 0, 0 };

static int
compare_values (Value a,
                Value b)
{
  Wide left = a.numerator * b.denominator, right = b.numerator * a.denominator;

  return left < right ? -1 : left > right;
}

static gint64
total_of (const Contest            *contest,
          const LecternScoredSheet *sheet)
{
  gint64 total = 0;

  for (guint c = 0; c < contest->rules.n_criteria; c++)
    total += sheet->marks[c];
  return total;
}

static int
compare_totals (const void *a,
                const void *b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static guint
sorted_totals (const Contest            *contest,
               const LecternScoredEntry *entry,
               gint64                   *totals)
{
  for (guint i = 0; i < entry->n_sheets; i++)
    totals[i] = total_of (contest, &entry->sheets[i]);
  qsort (totals, entry->n_sheets, sizeof *totals, compare_totals);
  return entry->n_sheets;
}

/* The totals that count, from the highest. */
static guint
counted_totals (const Contest            *contest,
                const LecternScoredEntry *entry,
                gint64                   *counted)
{
  const LecternScoringRules *rules = &contest->rules;
  gint64                     totals[SHEETS_MAX];
  guint                      n = sorted_totals (contest, entry, totals);
  guint                      low = 0, high = 0, n_counted = 0;

  if (n >= rules->trim_from && rules->trim_low + rules->trim_high < n)
    {
      low = rules->trim_low;
      high = rules->trim_high;
    }
  for (guint i = n - high; i > low; i--)
    counted[n_counted++] = totals[i - 1];
  return n_counted;
}

/* Started intervals counted one by one. */
static gint64
deduction_of (const Contest            *contest,
              const LecternScoredEntry *entry)
{
  const LecternTimeRules *time = &contest->rules.time;
  gint64                  over = entry->time_ms - time->limit_ms - time->grace_ms;
  gint64                  points = 0, beyond = -1, beyond_points = 0;

  if (entry->time_ms == LECTERN_NONE)
    return 0;
  for (guint i = 0; over > 0 && i < time->n_steps; i++)
    {
      const LecternOvertimeStep *step = &time->steps[i];

      for (gint64 begin = 0; step->every_ms > 0 && begin < over; begin += step->every_ms)
        points += step->points;
      if (step->every_ms == 0 && over > step->beyond_ms && step->beyond_ms > beyond)
        {
          beyond = step->beyond_ms;
          beyond_points = step->points;
        }
    }
  points += beyond_points;
  if (time->cap != LECTERN_NONE && points > time->cap)
    points = time->cap;
  if (time->under_from_ms != LECTERN_NONE && entry->time_ms < time->under_from_ms)
    points += time->under_points;
  return points;
}

static void
score (const Contest            *contest,
       const LecternScoredEntry *entry,
       Naive                    *naive)
{
  gint64 counted[SHEETS_MAX];
  guint  n = counted_totals (contest, entry, counted);

  naive->mean = (Value){ 0, n };
  for (guint i = 0; i < n; i++)
    naive->mean.numerator += counted[i];
  naive->final = naive->mean;
  naive->final.numerator -= (Wide) deduction_of (contest, entry) * n;
  if (naive->final.numerator < 0)
    naive->final.numerator = 0;
}

/* Half up: the whole units, and one more if what is left is half a unit or more. */
static Value
rounded (Value value,
         guint decimals)
{
  Wide unit = value.denominator * 1000, whole, left;

  for (guint i = 0; i < decimals; i++)
    value.numerator *= 10;
  whole = value.numerator / unit;
  left = value.numerator % unit;
  return (Value){ whole + (left * 2 >= unit), 1 };
}

static Value
value_of (const Contest            *contest,
          const LecternTieRule     *rule,
          guint                     stage,
          const LecternScoredEntry *entry)
{
  gint64 totals[SHEETS_MAX], counted[SHEETS_MAX];
  guint  n = sorted_totals (contest, entry, totals);
  guint  n_counted = counted_totals (contest, entry, counted);
  Value  value = { 0, n };

  switch (rule->kind)
    {
    case LECTERN_TIE_CRITERION:
      for (guint i = 0; i < n; i++)
        value.numerator += entry->sheets[i].marks[rule->criterion];
      return value;
    case LECTERN_TIE_UNTRIMMED_MEAN:
      for (guint i = 0; i < n; i++)
        value.numerator += totals[i];
      return value;
    case LECTERN_TIE_MEDIAN:
      return n % 2 == 1 ? (Value){ totals[n / 2], 1 } : (Value){ totals[n / 2 - 1] + totals[n / 2], 2 };
    case LECTERN_TIE_HIGHEST_COUNTED:
      return stage < n_counted ? (Value){ counted[stage], 1 } : no_value;
    case LECTERN_TIE_SMALLER_SPREAD:
      /* The sum of the squared differences of all pairs is n^2 times the variance. */
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          value.numerator -= (Wide) (totals[i] - totals[j]) * (totals[i] - totals[j]);
      value.denominator = (Wide) n * n;
      return value;
    case LECTERN_TIE_LESS_OVERTIME:
      if (entry->time_ms == LECTERN_NONE)
        return no_value;
      return (Value){ entry->time_ms > contest->rules.time.limit_ms ? contest->rules.time.limit_ms - entry->time_ms : 0, 1 };
    case LECTERN_TIE_HEAD_JUDGE:
      for (guint i = 0; i < n; i++)
        if (entry->sheets[i].judge == contest->rules.head_judge)
          return (Value){ total_of (contest, &entry->sheets[i]), 1 };
      return no_value;
    case LECTERN_TIE_DECISION:
      return entry->decision == LECTERN_NONE ? no_value : (Value){ -entry->decision, 1 };
    default:
      g_assert_not_reached ();
    }
}

/* Splits every group of equal rank by @values, unless one of the group has none. */
static void
split_groups (const Contest *contest,
              Naive         *naive,
              const Value   *values,
              int            rule)
{
  g_autofree guint *better = g_new0 (guint, contest->n);

  for (guint i = 0; i < contest->n; i++)
    {
      gboolean passed_over = FALSE;

      for (guint j = 0; j < contest->n; j++)
        {
          if (naive[i].rank == 0 || naive[j].rank != naive[i].rank)
            continue;
          passed_over |= values[j].denominator == 0 || values[i].denominator == 0;
          better[i] += !passed_over && compare_values (values[j], values[i]) > 0;
        }
      if (passed_over)
        better[i] = 0;
    }
  for (guint i = 0; i < contest->n; i++)
    if (better[i] > 0)
      {
        naive[i].rank += better[i];
        naive[i].separated_by = rule;
      }
}

static void
rank_naively (const Contest *contest,
              Naive         *naive)
{
  g_autofree Value *values = g_new0 (Value, contest->n);

  for (guint i = 0; i < contest->n; i++)
    {
      gboolean has_final = !contest->entries[i].forfeit && contest->entries[i].n_sheets > 0;

      naive[i] = (Naive){ has_final, LECTERN_NONE, no_value, no_value };
      if (!has_final)
        continue;
      score (contest, &contest->entries[i], &naive[i]);
      values[i] = contest->rules.rank_on_rounded ? rounded (naive[i].final, contest->rules.decimals) : naive[i].final;
    }
  split_groups (contest, naive, values, LECTERN_NONE);
  for (guint r = 0; r < contest->rules.n_ties; r++)
    {
      const LecternTieRule *rule = &contest->rules.ties[r];
      guint                 n_stages = rule->kind == LECTERN_TIE_HIGHEST_COUNTED ? SHEETS_MAX : 1;

      for (guint stage = 0; stage < n_stages; stage++)
        {
          for (guint i = 0; i < contest->n; i++)
            values[i] = naive[i].rank > 0 ? value_of (contest, rule, stage, &contest->entries[i]) : no_value;
          split_groups (contest, naive, values, (int) r);
        }
    }
}

static gint64
pick (const gint64 *choices,
      guint         n)
{
  return choices[g_test_rand_int_range (0, (int) n)];
}

static void
make_rules (LecternScoringRules *rules)
{
  static const gint64 limits[] = { LECTERN_NONE, 200, 1000 };

  *rules = (LecternScoringRules){
    .n_criteria = (guint) g_test_rand_int_range (1, 4),
    .trim_low = (guint) g_test_rand_int_range (0, 4),
    .trim_high = (guint) g_test_rand_int_range (0, 4),
    .trim_from = (guint) g_test_rand_int_range (0, 8),
    .decimals = (guint) g_test_rand_int_range (0, 4),
    .rank_on_rounded = g_test_rand_bit (),
    .head_judge = g_test_rand_int_range (1, 4),
    .n_ties = (guint) g_test_rand_int_range (0, 9),
  };
  rules->time = (LecternTimeRules){
    .limit_ms = 10000,
    .stop_ms = LECTERN_NONE,
    .grace_ms = g_test_rand_int_range (0, 2) * 1000,
    .cap = pick (limits, 3),
    .under_from_ms = g_test_rand_bit () ? 9500 : LECTERN_NONE,
    .under_points = 100,
    .steps = { { 1000, LECTERN_NONE, 100 }, { 0, 2000, 200 }, { 0, 500, 100 }, { 700, LECTERN_NONE, 50 } },
    .n_steps = (guint) g_test_rand_int_range (0, 5),
  };
  if (g_test_rand_int_range (0, 4) == 0)
    rules->head_judge = LECTERN_NONE;
  for (guint i = 0; i < rules->n_ties; i++)
    rules->ties[i] = (LecternTieRule){ g_test_rand_int_range (LECTERN_TIE_CRITERION, LECTERN_TIE_DECISION + 1), (guint) g_test_rand_int_range (0, (int) rules->n_criteria) };
}

/* Marks from a handful of values, judges that are now and then missing, few different times. */
static void
make_contest (Contest *contest,
              guint    n)
{
  static const gint64 times[] = { LECTERN_NONE, 9000, 10000, 10001, 11000, 11500, 12001, 13000 };
  guint               n_judges = (guint) g_test_rand_int_range (1, SHEETS_MAX + 1);
  guint               n_times = g_test_rand_bit () ? 3 : G_N_ELEMENTS (times);
  guint               n_marks = (guint) g_test_rand_int_range (1, 5);
  gint64              step = g_test_rand_bit () ? 1000 : 101;

  make_rules (&contest->rules);
  contest->n = n;
  contest->entries = g_new0 (LecternScoredEntry, n);
  contest->sheets = g_new0 (LecternScoredSheet, n * SHEETS_MAX);
  for (guint i = 0; i < n; i++)
    {
      LecternScoredEntry *entry = &contest->entries[i];
      LecternScoredSheet *sheets = contest->sheets + i * SHEETS_MAX;

      *entry = (LecternScoredEntry){ .lot = (int) (i * 389 % 997), .time_ms = pick (times, n_times), .sheets = sheets };
      entry->forfeit = g_test_rand_int_range (0, 25) == 0;
      entry->decision = g_test_rand_int_range (-1, 6);
      for (guint judge = 1; judge <= n_judges; judge++)
        {
          if (g_test_rand_int_range (0, 12) == 0)
            continue;
          sheets[entry->n_sheets].judge = (int) judge;
          for (guint c = 0; c < contest->rules.n_criteria; c++)
            sheets[entry->n_sheets].marks[c] = step * g_test_rand_int_range (0, (int) n_marks);
          entry->n_sheets++;
        }
    }
}

static void
assert_agree (const Contest *contest)
{
  g_autofree LecternRankedEntry *ranked = lectern_rank (&contest->rules, contest->entries, contest->n);
  g_autofree Naive              *naive = g_new (Naive, contest->n);
  g_autofree guint              *sharing = g_new0 (guint, contest->n + 1);
  g_autofree gboolean           *seen = g_new0 (gboolean, contest->n);

  rank_naively (contest, naive);
  for (guint i = 0; i < contest->n; i++)
    sharing[naive[i].rank]++;
  for (guint i = 0; i < contest->n; i++)
    {
      const LecternRankedEntry *ours = &ranked[i];
      const Naive              *theirs = &naive[ours->index];

      g_assert_false (seen[ours->index]);
      seen[ours->index] = TRUE;
      g_assert_cmpuint (ours->rank, ==, theirs->rank);
      g_assert_cmpint (ours->separated_by, ==, theirs->separated_by);
      g_assert_cmpint (ours->tied, ==, theirs->rank > 0 && sharing[theirs->rank] > 1);
      g_assert_cmpint (ours->has_final, ==, theirs->rank > 0);
      if (i > 0 && ours->rank > 0)
        g_assert_cmpuint (ours->rank, >=, ranked[i - 1].rank);
      if (i > 0 && ours->rank > 0)
        g_assert_cmpuint (ranked[i - 1].rank, >, 0);
      if (i > 0 && ours->rank == ranked[i - 1].rank && !contest->entries[ranked[i - 1].index].forfeit && !contest->entries[ours->index].forfeit)
        g_assert_cmpint (ours->lot, >, ranked[i - 1].lot);
      if (theirs->rank == 0)
        continue;
      g_assert_cmpint (compare_values (theirs->mean, (Value){ ours->mean.numerator, ours->mean.denominator }), ==, 0);
      g_assert_cmpint (compare_values (theirs->final, (Value){ ours->final.numerator, ours->final.denominator }), ==, 0);
    }
}

static void
try_contest (guint n)
{
  Contest contest;

  make_contest (&contest, n);
  assert_agree (&contest);
  g_free (contest.entries);
  g_free (contest.sheets);
}

static void
test_small_contests (void)
{
  guint n = g_test_slow () ? 200000 : 20000;

  for (guint i = 0; i < n; i++)
    try_contest ((guint) g_test_rand_int_range (1, i % 4 == 0 ? 41 : 10));
}

/* Large fields are sorted another way. */
static void
test_large_contests (void)
{
  for (guint i = 0; i < 12; i++)
    try_contest ((guint) g_test_rand_int_range (500, 900));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/rank-naive/small-contests", test_small_contests);
  g_test_add_func ("/scoring/rank-naive/large-contests", test_large_contests);
  return g_test_run ();
}
