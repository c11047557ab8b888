/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What each tie rule says of one entry, as an exact integer that is larger for the better entry.
 * Means and variances have denominators of at most 64 and 4096: scaled up by more than the
 * product of two of those and rounded down they keep their order and their equality, so nothing
 * is lost. A rule with nothing to say (not timed, head judge absent, not decided) has no value. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-tie-private.h"

#include "lectern-score-private.h"

static void
collect_totals (const LecternScoringRules *rules,
                const LecternScoredEntry  *entry,
                gint64                    *totals)
{
  for (guint i = 0; i < entry->n_sheets; i++)
    totals[i] = lectern_sheet_total (&entry->sheets[i], rules->n_criteria);
}

static gint64
mean_of_criterion (const LecternScoredEntry *entry,
                   guint                     criterion)
{
  gint64 sum = 0;

  for (guint i = 0; i < entry->n_sheets; i++)
    sum += entry->sheets[i].marks[criterion];
  return lectern_tie_mean_key (sum, entry->n_sheets);
}

static gint64
mean_of_totals (const gint64 *totals,
                guint         n)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += totals[i];
  return lectern_tie_mean_key (sum, n);
}

/* Twice the median, so that the middle of two totals stays whole. */
static gint64
double_median (gint64 *totals,
               guint   n)
{
  lectern_score_sort_totals (totals, n);
  return totals[(n - 1) / 2] + totals[n / 2];
}

static gboolean
find_counted_total (const LecternScoringRules *rules,
                    gint64                    *totals,
                    guint                      n,
                    guint                      place,
                    LecternWide               *value)
{
  guint begin, end;

  lectern_score_counted_range (rules, n, &begin, &end);
  if (place >= end - begin)
    return FALSE;
  lectern_score_sort_totals (totals, n);
  *value = totals[end - 1 - place];
  return TRUE;
}

/* The variance times -2^24, rounded up. n * sum of squares - square of the sum is n^2 times the
 * population variance; two different variances are at least 1 / 4096^2 apart. */
static LecternWide
negated_variance (const gint64 *totals,
                  guint         n)
{
  LecternWide sum = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += totals[i];
      squares += (LecternWide) totals[i] * totals[i];
    }
  return -((squares * n - sum * sum) * (4096 * 4096) / ((LecternWide) n * n));
}

static gboolean
find_head_judge_total (const LecternScoringRules *rules,
                       const LecternScoredEntry  *entry,
                       LecternWide               *value)
{
  if (rules->head_judge == LECTERN_NONE)
    return FALSE;
  for (guint i = 0; i < entry->n_sheets; i++)
    {
      if (entry->sheets[i].judge != rules->head_judge)
        continue;
      *value = lectern_sheet_total (&entry->sheets[i], rules->n_criteria);
      return TRUE;
    }
  return FALSE;
}

/* Time beyond the limit itself: a grace spares points, it does not make the talk shorter. */
static gboolean
find_less_overtime (const LecternScoringRules *rules,
                    const LecternScoredEntry  *entry,
                    LecternWide               *value)
{
  if (entry->time_ms < 0)
    return FALSE;
  *value = -(LecternWide) MAX (0, entry->time_ms - rules->time.limit_ms);
  return TRUE;
}

gboolean
lectern_tie_value (const LecternScoringRules *rules,
                   const LecternTieRule      *rule,
                   guint                      stage,
                   const LecternScoredEntry  *entry,
                   LecternWide               *value)
{
  gint64 totals[LECTERN_JUDGES_MAX];
  guint  n = entry->n_sheets;

  switch (rule->kind)
    {
    case LECTERN_TIE_CRITERION:
      g_return_val_if_fail (rule->criterion < rules->n_criteria, FALSE);
      *value = mean_of_criterion (entry, rule->criterion);
      return TRUE;
    case LECTERN_TIE_UNTRIMMED_MEAN:
      collect_totals (rules, entry, totals);
      *value = mean_of_totals (totals, n);
      return TRUE;
    case LECTERN_TIE_MEDIAN:
      collect_totals (rules, entry, totals);
      *value = double_median (totals, n);
      return TRUE;
    case LECTERN_TIE_HIGHEST_COUNTED:
      collect_totals (rules, entry, totals);
      return find_counted_total (rules, totals, n, stage, value);
    case LECTERN_TIE_SMALLER_SPREAD:
      collect_totals (rules, entry, totals);
      *value = negated_variance (totals, n);
      return TRUE;
    case LECTERN_TIE_LESS_OVERTIME:
      return find_less_overtime (rules, entry, value);
    case LECTERN_TIE_HEAD_JUDGE:
      return find_head_judge_total (rules, entry, value);
    case LECTERN_TIE_DECISION:
      *value = -(LecternWide) entry->decision;
      return entry->decision >= 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}
