/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The figures of one entry: totals of its sheets, who is struck out, mean, deduction, final.
 * With at least trim_from valid sheets the lowest and the highest totals are dropped, one copy
 * each of equals; if that would leave nobody, all count. The final is the mean less the
 * deduction, and not below 0. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-rank.h"

#include "lectern-score-private.h"

/* Whether the trimming rule drops anybody of @n sheets. */
static inline gboolean
trims (const LecternScoringRules *rules,
       guint                      n)
{
  return n >= rules->trim_from && (guint64) rules->trim_low + rules->trim_high < n;
}

void
lectern_score_counted_range (const LecternScoringRules *rules,
                             guint                      n,
                             guint                     *begin,
                             guint                     *end)
{
  gboolean trim = trims (rules, n);

  *begin = trim ? rules->trim_low : 0;
  *end = trim ? n - rules->trim_high : n;
}

void
lectern_score_sort_totals (gint64 *totals,
                           guint   n)
{
  for (guint i = 1; i < n; i++)
    {
      gint64 total = totals[i];
      guint  place = i;

      for (; place > 0 && totals[place - 1] > total; place--)
        totals[place] = totals[place - 1];
      totals[place] = total;
    }
}

gint64
lectern_sheet_total (const LecternScoredSheet *sheet,
                     guint                     n_criteria)
{
  gint64 total = 0;

  for (guint i = 0; i < n_criteria; i++)
    total += sheet->marks[i];
  return total;
}

/* Strikes out the lowest (@sign 1) or highest (@sign -1) total still counted; between equals
 * the judge with the lower number. */
static void
strike_out_one (const int        *judges,
                const gint64     *totals,
                guint             n,
                int               sign,
                LecternSheetFate  fate,
                LecternSheetFate *fates)
{
  guint found = n;

  for (guint i = 0; i < n; i++)
    {
      gint64 difference;

      if (fates[i] != LECTERN_SHEET_COUNTED)
        continue;
      difference = found == n ? -1 : sign * (totals[i] - totals[found]);
      if (difference < 0 || (difference == 0 && judges[i] < judges[found]))
        found = i;
    }
  g_assert (found < n);
  fates[found] = fate;
}

guint
lectern_trim (const LecternScoringRules *rules,
              const int                 *judges,
              const gint64              *totals,
              guint                      n,
              LecternSheetFate          *fates)
{
  guint begin, end;

  g_return_val_if_fail (rules != NULL, 0);
  g_return_val_if_fail (n == 0 || (judges != NULL && totals != NULL && fates != NULL), 0);

  for (guint i = 0; i < n; i++)
    fates[i] = LECTERN_SHEET_COUNTED;
  lectern_score_counted_range (rules, n, &begin, &end);
  for (guint i = 0; i < begin; i++)
    strike_out_one (judges, totals, n, 1, LECTERN_SHEET_DROPPED_LOW, fates);
  for (guint i = end; i < n; i++)
    strike_out_one (judges, totals, n, -1, LECTERN_SHEET_DROPPED_HIGH, fates);
  return end - begin;
}

/* The sum of the counted totals. One highest and one lowest is the usual rule and needs no
 * sorting: this loop is most of what a ranking costs. */
static gint64
sum_counted (const LecternScoringRules *rules,
             gint64                    *totals,
             guint                      n,
             guint                     *n_counted)
{
  gint64 sum = 0;
  guint  begin, end;

  lectern_score_counted_range (rules, n, &begin, &end);
  *n_counted = end - begin;
  if (begin <= 1 && n - end <= 1)
    {
      gint64 low = totals[0], high = totals[0];

      for (guint i = 0; i < n; i++)
        {
          sum += totals[i];
          low = MIN (low, totals[i]);
          high = MAX (high, totals[i]);
        }
      return sum - (begin > 0 ? low : 0) - (end < n ? high : 0);
    }
  lectern_score_sort_totals (totals, n);
  for (guint i = begin; i < end; i++)
    sum += totals[i];
  return sum;
}

void
lectern_score_entry (const LecternScoringRules *rules,
                     const LecternScoredEntry  *entry,
                     LecternRankedEntry        *ranked)
{
  gint64 totals[LECTERN_JUDGES_MAX];
  gint64 sum;

  g_return_if_fail (rules != NULL && entry != NULL && ranked != NULL);
  g_return_if_fail (rules->n_criteria <= LECTERN_CRITERIA_MAX);
  g_return_if_fail (entry->n_sheets <= LECTERN_JUDGES_MAX);

  *ranked = (LecternRankedEntry){
    .lot = entry->lot,
    .separated_by = LECTERN_NONE,
    .mean = { 0, 1 },
    .final = { 0, 1 },
  };
  if (entry->forfeit)
    return;
  ranked->deduction = lectern_deduction_for_time (&rules->time, entry->time_ms);
  if (entry->n_sheets == 0)
    return;
  for (guint i = 0; i < entry->n_sheets; i++)
    totals[i] = lectern_sheet_total (&entry->sheets[i], rules->n_criteria);
  sum = sum_counted (rules, totals, entry->n_sheets, &ranked->n_counted);
  ranked->has_final = TRUE;
  ranked->mean = (LecternFraction){ sum, ranked->n_counted };
  ranked->final = lectern_fraction_subtract_to_zero (ranked->mean, ranked->deduction);
}
