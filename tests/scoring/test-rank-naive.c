/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ranking against a second one, written straight from the rules and without any of its
 * shortcuts: fractions compared by cross multiplication, every entry's rank counted as one more
 * than the entries of its group that are better, rule by rule over the whole field, from the whole
 * panel's sheets of which the recused judges' do not count. Random contests with frequent equals,
 * all tie rules, both kinds of rank; a tally asserts that each rule was at work and that each was
 * passed over that can be. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-rank.h"

#include <string.h>

#define SHEETS_MAX 15
#define N_KINDS (LECTERN_TIE_DECISION + 1)

typedef __int128 Wide;

/* A value of a rule: larger is better; denominator 0: none. */
typedef struct
{
  Wide numerator;
  Wide denominator;
} Value;

typedef enum
{
  SEAT_MARKED,
  SEAT_MISSING,
  SEAT_RECUSED, /* marked, but the sheet is not valid */
} Seat;

/* How often what the rules provide for came to pass. */
typedef struct
{
  guint contests;
  guint by_size[41];
  guint by_panel[SHEETS_MAX + 1];
  guint separated[N_KINDS];
  guint passed_over[N_KINDS];
  guint shared;
  guint only_rounded; /* equal on the rounded figure and not on the exact one */
  guint on_exact;
  guint recused;
  guint missing;
  guint without_sheet;
  guint forfeit;
  guint trimmed_low;
  guint trimmed_high;
  guint trimmed_unevenly;
  guint too_few_to_trim;
  guint nobody_left_to_count;
  guint every;
  guint beyond;
  guint beyond_larger; /* the larger of two rows that applied */
  guint capped;
  guint under;
  guint untimed;
  guint below_zero;
} Tally;

typedef struct
{
  guint32             seed;
  GRand              *rand;
  LecternScoringRules rules;
  guint               n;
  guint               n_judges;
  LecternScoredEntry *entries; /* as lectern_rank() gets them */
  LecternScoredSheet *sheets;  /* n x SHEETS_MAX, the valid ones of each entry first */
  LecternScoredSheet *panel;   /* n x SHEETS_MAX, what every judge marked */
  Seat               *seats;   /* n x SHEETS_MAX */
  Tally              *tally;
} Contest;

typedef struct
{
  guint rank; /* 0: no final */
  int   separated_by;
  Value mean;
  Value exact;
  Value final; /* what the contest ranks on */
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

/* The valid sheets of an entry, from the judge with the lowest number. */
static guint
valid_sheets (const Contest             *contest,
              guint                      entry,
              const LecternScoredSheet **valid)
{
  guint n = 0;

  for (guint seat = 0; seat < contest->n_judges; seat++)
    if (contest->seats[entry * SHEETS_MAX + seat] == SEAT_MARKED)
      valid[n++] = &contest->panel[entry * SHEETS_MAX + seat];
  return n;
}

static guint
sorted_totals (const Contest *contest,
               guint          entry,
               gint64        *totals)
{
  const LecternScoredSheet *valid[SHEETS_MAX];
  guint                     n = valid_sheets (contest, entry, valid);

  for (guint i = 0; i < n; i++)
    totals[i] = total_of (contest, valid[i]);
  qsort (totals, n, sizeof *totals, compare_totals);
  return n;
}

/* The totals that count, from the highest. */
static guint
counted_totals (const Contest *contest,
                guint          entry,
                gint64        *counted)
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

static void
note_trimming (const Contest *contest,
               guint          n,
               guint          n_counted)
{
  const LecternScoringRules *rules = &contest->rules;

  contest->tally->trimmed_low += n_counted < n && rules->trim_low > 0;
  contest->tally->trimmed_high += n_counted < n && rules->trim_high > 0;
  contest->tally->trimmed_unevenly += n_counted < n && rules->trim_low != rules->trim_high;
  contest->tally->too_few_to_trim += n < rules->trim_from && rules->trim_low + rules->trim_high > 0;
  contest->tally->nobody_left_to_count += n >= rules->trim_from && rules->trim_low + rules->trim_high >= n;
}

/* Started intervals counted one by one. */
static gint64
overtime_points (const Contest *contest,
                 gint64         over)
{
  const LecternTimeRules *time = &contest->rules.time;
  gint64                  points = 0, beyond = -1, beyond_points = 0;

  for (guint i = 0; over > 0 && i < time->n_steps; i++)
    {
      const LecternOvertimeStep *step = &time->steps[i];

      for (gint64 begin = 0; step->every_ms > 0 && begin < over; begin += step->every_ms)
        {
          points += step->points;
          contest->tally->every++;
        }
      if (step->every_ms > 0 || over <= step->beyond_ms)
        continue;
      contest->tally->beyond++;
      contest->tally->beyond_larger += beyond >= 0;
      if (step->beyond_ms > beyond)
        {
          beyond = step->beyond_ms;
          beyond_points = step->points;
        }
    }
  points += beyond_points;
  if (time->cap == LECTERN_NONE || points <= time->cap)
    return points;
  contest->tally->capped++;
  return time->cap;
}

static gint64
deduction_of (const Contest            *contest,
              const LecternScoredEntry *entry)
{
  const LecternTimeRules *time = &contest->rules.time;
  gint64                  points;

  contest->tally->untimed += entry->time_ms == LECTERN_NONE;
  if (entry->time_ms == LECTERN_NONE)
    return 0;
  points = overtime_points (contest, entry->time_ms - time->limit_ms - time->grace_ms);
  if (time->under_from_ms != LECTERN_NONE && entry->time_ms < time->under_from_ms)
    {
      points += time->under_points;
      contest->tally->under++;
    }
  return points;
}

static void
score (const Contest *contest,
       guint          entry,
       Naive         *naive)
{
  const LecternScoredSheet *valid[SHEETS_MAX];
  gint64                    counted[SHEETS_MAX];
  guint                     n = counted_totals (contest, entry, counted);

  note_trimming (contest, valid_sheets (contest, entry, valid), n);
  naive->mean = (Value){ 0, n };
  for (guint i = 0; i < n; i++)
    naive->mean.numerator += counted[i];
  naive->exact = naive->mean;
  naive->exact.numerator -= (Wide) deduction_of (contest, &contest->entries[entry]) * n;
  if (naive->exact.numerator < 0)
    {
      naive->exact.numerator = 0;
      contest->tally->below_zero++;
    }
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
value_of (const Contest        *contest,
          const LecternTieRule *rule,
          guint                 stage,
          guint                 index)
{
  const LecternScoredEntry *entry = &contest->entries[index];
  const LecternScoredSheet *valid[SHEETS_MAX];
  gint64                    totals[SHEETS_MAX], counted[SHEETS_MAX];
  guint                     n = valid_sheets (contest, index, valid);
  guint                     n_counted = counted_totals (contest, index, counted);
  Value                     value = { 0, n };

  sorted_totals (contest, index, totals);
  switch (rule->kind)
    {
    case LECTERN_TIE_CRITERION:
      for (guint i = 0; i < n; i++)
        value.numerator += valid[i]->marks[rule->criterion];
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
        if (valid[i]->judge == contest->rules.head_judge)
          return (Value){ total_of (contest, valid[i]), 1 };
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
  guint             separated = 0, passed_over = 0;

  for (guint i = 0; i < contest->n; i++)
    {
      guint n = 0, n_without = 0;

      if (naive[i].rank == 0)
        continue;
      for (guint j = 0; j < contest->n; j++)
        {
          if (naive[j].rank != naive[i].rank)
            continue;
          n++;
          n_without += values[j].denominator == 0;
          better[i] += values[j].denominator > 0 && values[i].denominator > 0 && compare_values (values[j], values[i]) > 0;
        }
      if (n_without > 0)
        better[i] = 0;
      /* Where some have a value: of a rule that knows none of them it would say nothing. */
      passed_over += n_without > 0 && n_without < n;
    }
  for (guint i = 0; i < contest->n; i++)
    if (better[i] > 0)
      {
        naive[i].rank += better[i];
        naive[i].separated_by = rule;
        separated++;
      }
  if (rule != LECTERN_NONE)
    {
      contest->tally->separated[contest->rules.ties[rule].kind] += separated;
      contest->tally->passed_over[contest->rules.ties[rule].kind] += passed_over;
    }
}

static gboolean
shares_rank (const Naive *naive,
             guint        n,
             guint        index)
{
  for (guint i = 0; i < n; i++)
    if (i != index && naive[i].rank == naive[index].rank)
      return naive[index].rank > 0;
  return FALSE;
}

static void
split_by_rule (const Contest *contest,
               Naive         *naive,
               guint          rule,
               guint          stage)
{
  g_autofree Value *values = g_new0 (Value, contest->n);
  gboolean          any = FALSE;

  for (guint i = 0; i < contest->n; i++)
    if (shares_rank (naive, contest->n, i))
      {
        values[i] = value_of (contest, &contest->rules.ties[rule], stage, i);
        any = TRUE;
      }
  if (any)
    split_groups (contest, naive, values, (int) rule);
}

static void
note_outcome (const Contest *contest,
              const Naive   *naive)
{
  Tally *tally = contest->tally;

  tally->contests++;
  tally->by_panel[contest->n_judges]++;
  if (contest->n < G_N_ELEMENTS (tally->by_size))
    tally->by_size[contest->n]++;
  tally->on_exact += !contest->rules.rank_on_rounded;
  for (guint i = 0; i < contest->n; i++)
    {
      tally->shared += shares_rank (naive, contest->n, i);
      for (guint j = 0; j < i && contest->n <= 40; j++)
        tally->only_rounded += naive[i].rank > 0 && naive[j].rank > 0 && compare_values (naive[i].final, naive[j].final) == 0 &&
                               compare_values (naive[i].exact, naive[j].exact) != 0;
    }
}

static void
rank_naively (const Contest *contest,
              Naive         *naive)
{
  const LecternScoringRules *rules = &contest->rules;
  g_autofree Value          *values = g_new0 (Value, contest->n);

  for (guint i = 0; i < contest->n; i++)
    {
      const LecternScoredSheet *valid[SHEETS_MAX];
      gboolean                  has_sheet = valid_sheets (contest, i, valid) > 0;
      gboolean                  has_final = !contest->entries[i].forfeit && has_sheet;

      naive[i] = (Naive){ has_final, LECTERN_NONE, no_value, no_value, no_value };
      contest->tally->without_sheet += !has_sheet;
      contest->tally->forfeit += contest->entries[i].forfeit;
      if (!has_final)
        continue;
      score (contest, i, &naive[i]);
      naive[i].final = values[i] = rules->rank_on_rounded ? rounded (naive[i].exact, rules->decimals) : naive[i].exact;
    }
  split_groups (contest, naive, values, LECTERN_NONE);
  for (guint r = 0; r < rules->n_ties; r++)
    for (guint stage = 0; stage < (rules->ties[r].kind == LECTERN_TIE_HIGHEST_COUNTED ? SHEETS_MAX : 1); stage++)
      split_by_rule (contest, naive, r, stage);
  note_outcome (contest, naive);
}

static guint
roll (Contest *contest,
      guint    n)
{
  return (guint) g_rand_int_range (contest->rand, 0, (int) n);
}

static void
make_rules (Contest *contest)
{
  static const gint64  limits[] = { LECTERN_NONE, 200, 1000 };
  LecternScoringRules *rules = &contest->rules;

  *rules = (LecternScoringRules){
    .n_criteria = 1 + roll (contest, 3),
    .trim_low = roll (contest, 4),
    .trim_high = roll (contest, 4),
    .trim_from = roll (contest, 8),
    .decimals = roll (contest, 4),
    .rank_on_rounded = roll (contest, 2) == 0,
    .head_judge = (int) roll (contest, 4),
    .n_ties = roll (contest, 9),
  };
  rules->time = (LecternTimeRules){
    .limit_ms = 10000,
    .stop_ms = LECTERN_NONE,
    .grace_ms = roll (contest, 2) * 1000,
    .cap = limits[roll (contest, 3)],
    .under_from_ms = roll (contest, 2) == 0 ? 9500 : LECTERN_NONE,
    .under_points = 100,
    .steps = { { 1000, LECTERN_NONE, 100 }, { 0, 2000, 200 }, { 0, 500, 100 }, { 700, LECTERN_NONE, 50 } },
    .n_steps = roll (contest, 5),
  };
  if (rules->head_judge == 0)
    rules->head_judge = LECTERN_NONE;
  for (guint i = 0; i < rules->n_ties; i++)
    rules->ties[i] = (LecternTieRule){ (LecternTieKind) roll (contest, N_KINDS), roll (contest, rules->n_criteria) };
}

/* What every judge of the panel marked for one entry, and which of it lectern_rank() gets. */
static void
mark_entry (Contest *contest,
            guint    index,
            guint    n_marks,
            gint64   step)
{
  LecternScoredEntry *entry = &contest->entries[index];

  for (guint seat = 0; seat < contest->n_judges; seat++)
    {
      LecternScoredSheet *sheet = &contest->panel[index * SHEETS_MAX + seat];
      guint               fate = roll (contest, 24);

      sheet->judge = (int) seat + 1;
      contest->seats[index * SHEETS_MAX + seat] = fate == 0 ? SEAT_MISSING : fate == 1 ? SEAT_RECUSED
                                                                                       : SEAT_MARKED;
      contest->tally->missing += fate == 0;
      contest->tally->recused += fate == 1;
      for (guint c = 0; c < contest->rules.n_criteria; c++)
        sheet->marks[c] = step * (gint64) roll (contest, n_marks);
      if (fate > 1)
        contest->sheets[index * SHEETS_MAX + entry->n_sheets++] = *sheet;
    }
}

/* Marks from a handful of values, judges that are now and then missing, few different times. */
static void
make_contest (Contest *contest,
              guint32  seed,
              guint    n,
              Tally   *tally)
{
  static const gint64 times[] = { LECTERN_NONE, 9000, 10000, 10001, 11000, 11500, 12001, 13000 };
  guint               n_times, n_marks;
  gint64              step;

  *contest = (Contest){ .seed = seed, .rand = g_rand_new_with_seed (seed), .n = n, .tally = tally };
  make_rules (contest);
  contest->n_judges = 1 + roll (contest, SHEETS_MAX);
  contest->entries = g_new0 (LecternScoredEntry, n);
  contest->sheets = g_new0 (LecternScoredSheet, n * SHEETS_MAX);
  contest->panel = g_new0 (LecternScoredSheet, n * SHEETS_MAX);
  contest->seats = g_new0 (Seat, n * SHEETS_MAX);
  n_times = roll (contest, 2) == 0 ? 3 : G_N_ELEMENTS (times);
  n_marks = 1 + roll (contest, 4);
  step = roll (contest, 2) == 0 ? 1000 : 101;
  for (guint i = 0; i < n; i++)
    {
      contest->entries[i] = (LecternScoredEntry){ .lot = (int) (i * 389 % 997), .time_ms = times[roll (contest, n_times)], .sheets = contest->sheets + i * SHEETS_MAX };
      contest->entries[i].forfeit = roll (contest, 25) == 0;
      contest->entries[i].decision = (int) roll (contest, 7) - 1;
      mark_entry (contest, i, n_marks, step);
    }
}

static void
clear_contest (Contest *contest)
{
  g_rand_free (contest->rand);
  g_free (contest->entries);
  g_free (contest->sheets);
  g_free (contest->panel);
  g_free (contest->seats);
}

static gboolean
is_value (LecternFraction ours,
          Value           theirs)
{
  return compare_values (theirs, (Value){ ours.numerator, ours.denominator }) == 0;
}

/* What is wrong with an entry of the ranking, or NULL. */
static const char *
find_difference (const Contest            *contest,
                 const LecternRankedEntry *ours,
                 const Naive              *naive)
{
  const Naive *theirs = &naive[ours->index];

  if (ours->rank != theirs->rank)
    return "rank";
  if (ours->separated_by != theirs->separated_by)
    return "separating rule";
  if (ours->tied != shares_rank (naive, contest->n, ours->index))
    return "sharing";
  if (ours->has_final != (theirs->rank > 0))
    return "having a final";
  if (theirs->rank > 0 && !is_value (ours->mean, theirs->mean))
    return "mean";
  if (theirs->rank > 0 && !is_value (ours->final, theirs->exact))
    return "final";
  return NULL;
}

/* What is wrong with the order of two neighbours, or NULL: by rank, those without one last and
 * forfeits behind them, equals by lot. */
static const char *
find_disorder (const Contest            *contest,
               const LecternRankedEntry *above,
               const LecternRankedEntry *below)
{
  gboolean above_forfeit = contest->entries[above->index].forfeit, below_forfeit = contest->entries[below->index].forfeit;

  if (below->rank > 0 && (above->rank == 0 || above->rank > below->rank))
    return "order of ranks";
  if (above_forfeit && !below_forfeit)
    return "place of forfeits";
  if (above->rank == below->rank && above_forfeit == below_forfeit && above->lot > below->lot)
    return "order of equals";
  return NULL;
}

static void
assert_agree (const Contest *contest)
{
  g_autofree LecternRankedEntry *ranked = lectern_rank (&contest->rules, contest->entries, contest->n);
  g_autofree Naive              *naive = g_new (Naive, contest->n);
  g_autofree gboolean           *seen = g_new0 (gboolean, contest->n);

  rank_naively (contest, naive);
  for (guint i = 0; i < contest->n; i++)
    {
      const char *wrong = find_difference (contest, &ranked[i], naive);

      if (wrong == NULL && i > 0)
        wrong = find_disorder (contest, &ranked[i - 1], &ranked[i]);
      if (wrong == NULL && seen[ranked[i].index])
        wrong = "twice";
      if (wrong != NULL)
        g_error ("Contest with seed %u and %u entries: %s, at place %u: entry %u has rank %u and not %u.",
                 contest->seed, contest->n, wrong, i, ranked[i].index, ranked[i].rank, naive[ranked[i].index].rank);
      seen[ranked[i].index] = TRUE;
    }
}

static void
try_contest (guint  n,
             Tally *tally)
{
  Contest contest;

  make_contest (&contest, (guint32) g_test_rand_int (), n, tally);
  assert_agree (&contest);
  clear_contest (&contest);
}

/* Every rule separated somebody, and those that can be passed over were, often enough. */
static void
assert_rules_at_work (const Tally *tally,
                      guint        least)
{
  static const struct
  {
    LecternTieKind kind;
    const char    *name;
    gboolean       may_lack_value;
  } kinds[] = {
    { LECTERN_TIE_CRITERION, "criterion", FALSE },
    { LECTERN_TIE_UNTRIMMED_MEAN, "untrimmed-mean", FALSE },
    { LECTERN_TIE_MEDIAN, "median", FALSE },
    { LECTERN_TIE_HIGHEST_COUNTED, "highest-counted", TRUE },
    { LECTERN_TIE_SMALLER_SPREAD, "smaller-spread", FALSE },
    { LECTERN_TIE_LESS_OVERTIME, "less-overtime", TRUE },
    { LECTERN_TIE_HEAD_JUDGE, "head-judge", TRUE },
    { LECTERN_TIE_DECISION, "decision", TRUE },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == N_KINDS);
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_test_message ("%s: put %u entries below others, was passed over for %u", kinds[i].name, tally->separated[kinds[i].kind], tally->passed_over[kinds[i].kind]);
      g_assert_cmpuint (tally->separated[kinds[i].kind], >=, least);
      if (kinds[i].may_lack_value)
        g_assert_cmpuint (tally->passed_over[kinds[i].kind], >=, least);
      else
        g_assert_cmpuint (tally->passed_over[kinds[i].kind], ==, 0);
    }
}

static void
assert_all_came_to_pass (const Tally *tally,
                         guint        least)
{
  const guint counts[] = {
    tally->shared,
    tally->only_rounded,
    tally->on_exact,
    tally->contests - tally->on_exact,
    tally->recused,
    tally->missing,
    tally->without_sheet,
    tally->forfeit,
    tally->trimmed_low,
    tally->trimmed_high,
    tally->trimmed_unevenly,
    tally->too_few_to_trim,
    tally->nobody_left_to_count,
    tally->every,
    tally->beyond,
    tally->beyond_larger,
    tally->capped,
    tally->under,
    tally->untimed,
    tally->below_zero,
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] < least)
      g_error ("Count %u of what came to pass is only %u.", i, counts[i]);
  for (guint n = 2; n < G_N_ELEMENTS (tally->by_size); n++)
    g_assert_cmpuint (tally->by_size[n], >=, least / 10);
  for (guint n = 1; n < G_N_ELEMENTS (tally->by_panel); n++)
    g_assert_cmpuint (tally->by_panel[n], >=, least / 10);
}

/* From two entries to forty; three of four contests are small, where whole orders are equal. */
static void
test_small_contests (void)
{
  guint n = g_test_slow () ? 1000000 : 100000;
  Tally tally = { 0 };

  for (guint i = 0; i < n; i++)
    try_contest ((guint) g_test_rand_int_range (2, i % 4 == 0 ? 41 : 11), &tally);
  g_test_message ("%u contests, %u entries share a rank", tally.contests, tally.shared);
  g_assert_cmpuint (tally.contests, >=, 100000);
  assert_rules_at_work (&tally, n / 100);
  assert_all_came_to_pass (&tally, n / 50);
}

/* Large fields are sorted another way, and the largest are asked for the first tie rule earlier. */
static void
test_large_contests (void)
{
  Tally tally = { 0 };

  for (guint i = 0; i < 12; i++)
    try_contest ((guint) g_test_rand_int_range (500, 900), &tally);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      Contest contest;

      make_contest (&contest, (guint32) g_test_rand_int (), (guint) g_test_rand_int_range (2048, 2200), &tally);
      contest.rules.n_ties = MAX (contest.rules.n_ties, 1);
      contest.rules.ties[0].kind = (LecternTieKind) kind;
      assert_agree (&contest);
      clear_contest (&contest);
    }
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
