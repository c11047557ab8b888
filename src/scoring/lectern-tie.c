/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What each tie rule says of one entry, as an exact integer that is larger for the better entry.
 * Means and variances have denominators of at most 64 and 4096: scaled up by more than the
 * product of two of those and rounded down they keep their order and their equality, so nothing
 * is lost. A rule with nothing to say (not timed, head judge absent, not decided) has no value. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-tie-private.h"

#include "lectern-mark.h"
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
sum_criterion (const LecternScoredEntry *entry,
               guint                     criterion)
{
  gint64 sum = 0;

  for (guint i = 0; i < entry->n_sheets; i++)
    sum += entry->sheets[i].marks[criterion];
  return sum;
}

static gint64
sum_totals (const gint64 *totals,
            guint         n)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += totals[i];
  return sum;
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

/* n * sum of squares - square of the sum: n^2 times the population variance. */
static LecternWide
scaled_variance (const gint64 *totals,
                 guint         n)
{
  LecternWide sum = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += totals[i];
      squares += (LecternWide) totals[i] * totals[i];
    }
  return squares * n - sum * sum;
}

/* The variance times -2^24, rounded up: two different variances are at least 1 / 4096^2 apart. */
static LecternWide
negated_variance (const gint64 *totals,
                  guint         n)
{
  return -(scaled_variance (totals, n) * (4096 * 4096) / ((LecternWide) n * n));
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
      *value = lectern_tie_mean_key (sum_criterion (entry, rule->criterion), n);
      return TRUE;
    case LECTERN_TIE_UNTRIMMED_MEAN:
      collect_totals (rules, entry, totals);
      *value = lectern_tie_mean_key (sum_totals (totals, n), n);
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

gboolean
lectern_rank_get_figure (const LecternScoringRules *rules,
                         const LecternTieRule      *rule,
                         guint                      stage,
                         const LecternScoredEntry  *entry,
                         LecternFraction           *figure)
{
  gint64      totals[LECTERN_JUDGES_MAX];
  gint64      n;
  LecternWide value;

  g_return_val_if_fail (rules != NULL && rule != NULL && entry != NULL && figure != NULL, FALSE);
  g_return_val_if_fail (entry->n_sheets > 0, FALSE);

  if (rule->kind == LECTERN_TIE_DECISION || !lectern_tie_value (rules, rule, stage, entry, &value))
    return FALSE;
  n = entry->n_sheets;
  collect_totals (rules, entry, totals);
  switch (rule->kind)
    {
    case LECTERN_TIE_CRITERION:
      *figure = lectern_fraction_new (sum_criterion (entry, rule->criterion), n);
      break;
    case LECTERN_TIE_UNTRIMMED_MEAN:
      *figure = lectern_fraction_new (sum_totals (totals, (guint) n), n);
      break;
    case LECTERN_TIE_MEDIAN:
      *figure = lectern_fraction_new ((gint64) value, 2);
      break;
    case LECTERN_TIE_SMALLER_SPREAD: /* squares of thousandths */
      value = scaled_variance (totals, (guint) n);
      if (value > G_MAXINT64)
        return FALSE;
      *figure = lectern_fraction_new ((gint64) value, n * n * LECTERN_MARK_UNIT);
      break;
    case LECTERN_TIE_LESS_OVERTIME:
      *figure = lectern_fraction_new ((gint64) -value, 1);
      break;
    default: /* a total */
      *figure = lectern_fraction_new ((gint64) value, 1);
    }
  return TRUE;
}
