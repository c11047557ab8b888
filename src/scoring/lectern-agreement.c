/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges' statistics of n entries by k judges. Kendall's W from mid-ranks with its correction
 * for ties; the intraclass correlations from the two-way analysis of variance of Shrout and Fleiss
 * (1979). Every figure is a ratio of whole numbers, or the square root of one, and is rounded once.
 * Sizes: totals less the lowest are below 2^34, sums of squares times n k below 2^120, and what is
 * divided in the end below 2^180. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-agreement.h"

#include "lectern-mark.h"
#include "lectern-rank.h"
#include "lectern-whole-private.h"

#include <stdlib.h>

#define BILLION 1000000000
#define DECIMALS_MAX 9u
/* From thousandths of a point to billionths. */
#define BILLIONTHS (BILLION / LECTERN_MARK_UNIT)

typedef struct
{
  gint64 value;
  guint  entry;
} Place;

/* The matrix, its totals less the lowest of all, and its sums. */
typedef struct
{
  const gint64 *totals;
  guint         n;
  guint         k;
  gint64        lowest;
  gint64       *rows;    /* sums, by entry */
  gint64       *columns; /* sums, by judge */
  LecternWide  *squares; /* sums of squares, by judge */
  gint64        sum;
  gint64       *rank_sums; /* by entry, of centred ranks */
  LecternWide   ties;      /* sum of t^3 - t over all groups of equals of all judges */
  Place        *places;    /* to sort in */
  gint64       *ranks;     /* of one judge */
  gint64       *others;    /* ranks of the means of the others */
} Panel;

static gint64
get_total (const Panel *panel,
           guint        entry,
           guint        judge)
{
  return panel->totals[(gsize) entry * panel->k + judge] - panel->lowest;
}

static int
compare_places (const void *a,
                const void *b)
{
  gint64 left = ((const Place *) a)->value, right = ((const Place *) b)->value;

  return (left > right) - (left < right);
}

/* The mid-rank of each of the panel's places, as twice its distance from the middle rank
 * (n + 1) / 2, a whole number; those of all sum to 0. Returns the sum of t^3 - t over groups of
 * t equals. */
static LecternWide
rank_places (Panel  *panel,
             gint64 *ranks)
{
  LecternWide ties = 0;

  qsort (panel->places, panel->n, sizeof (Place), compare_places);
  for (guint begin = 0, end; begin < panel->n; begin = end)
    {
      LecternWide t;

      for (end = begin + 1; end < panel->n && panel->places[end].value == panel->places[begin].value;)
        end++;
      for (guint i = begin; i < end; i++)
        ranks[panel->places[i].entry] = (gint64) begin + end - panel->n;
      t = end - begin;
      ties += t * t * t - t;
    }
  return ties;
}

static LecternWide
rank_judge (Panel *panel,
            guint  judge)
{
  for (guint i = 0; i < panel->n; i++)
    panel->places[i] = (Place){ get_total (panel, i, judge), i };
  return rank_places (panel, panel->ranks);
}

static void
panel_init (Panel        *panel,
            const gint64 *totals,
            guint         n,
            guint         k,
            gint64        lowest)
{
  *panel = (Panel){
    .totals = totals,
    .n = n,
    .k = k,
    .lowest = lowest,
    .rows = g_new0 (gint64, n),
    .columns = g_new0 (gint64, k),
    .squares = g_new0 (LecternWide, k),
    .rank_sums = g_new0 (gint64, n),
    .places = g_new (Place, n),
    .ranks = g_new (gint64, n),
    .others = g_new (gint64, n),
  };
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < k; j++)
      {
        gint64 total = get_total (panel, i, j);

        panel->rows[i] += total;
        panel->columns[j] += total;
        panel->squares[j] += (LecternWide) total * total;
        panel->sum += total;
      }
  for (guint j = 0; j < k; j++)
    {
      panel->ties += rank_judge (panel, j);
      for (guint i = 0; i < n; i++)
        panel->rank_sums[i] += panel->ranks[i];
    }
}

static void
panel_clear (Panel *panel)
{
  g_free (panel->rows);
  g_free (panel->columns);
  g_free (panel->squares);
  g_free (panel->rank_sums);
  g_free (panel->places);
  g_free (panel->ranks);
  g_free (panel->others);
}

static LecternFigure
unknown (LecternFigureState why)
{
  return (LecternFigure){ why, 0 };
}

/* @scale times the ratio. A denominator that is not above 0 is a variance that is not there. */
static LecternFigure
make_ratio (LecternWhole numerator,
            LecternWhole denominator,
            gint64       scale)
{
  LecternFigure figure = { LECTERN_FIGURE_KNOWN, 0 };

  if (lectern_whole_get_sign (&denominator) <= 0)
    return unknown (LECTERN_FIGURE_NO_VARIATION);
  numerator = lectern_whole_multiply (numerator, lectern_whole_new (scale));
  if (!lectern_whole_divide (&numerator, &denominator, &figure.billionths))
    return unknown (LECTERN_FIGURE_OUT_OF_RANGE);
  return figure;
}

static LecternFigure
make_root (LecternWhole numerator,
           LecternWhole denominator,
           gint64       scale)
{
  LecternFigure figure = { LECTERN_FIGURE_KNOWN, 0 };

  if (lectern_whole_get_sign (&denominator) <= 0)
    return unknown (LECTERN_FIGURE_NO_VARIATION);
  numerator = lectern_whole_multiply (numerator, lectern_whole_new ((LecternWide) scale * scale));
  if (!lectern_whole_divide_root (&numerator, &denominator, &figure.billionths))
    return unknown (LECTERN_FIGURE_OUT_OF_RANGE);
  return figure;
}

/* W = 12 S / (k^2 (n^3 - n) - k T), where S are the squared deviations of the rank sums. Twice
 * the deviations are at hand, so 4 S. */
static void
find_kendall (LecternAgreement *self,
              const Panel      *panel)
{
  LecternWide n = panel->n, k = panel->k, deviations = 0;
  LecternWide possible = k * k * (n * n * n - n) - k * panel->ties;

  for (guint i = 0; i < panel->n; i++)
    deviations += (LecternWide) panel->rank_sums[i] * panel->rank_sums[i];
  self->kendall_w = make_ratio (lectern_whole_new (3 * deviations), lectern_whole_new (possible), BILLION);
  self->chi_square = make_ratio (lectern_whole_new (3 * deviations * k * (n - 1)), lectern_whole_new (possible), BILLION);
  self->df = self->chi_square.state == LECTERN_FIGURE_KNOWN ? panel->n - 1 : 0;
}

/* Mean squares between entries, between judges and of what is left, each times n k (n - 1) (k - 1). */
static void
analyse_variance (const Panel  *panel,
                  LecternWhole *entries,
                  LecternWhole *judges,
                  LecternWhole *error)
{
  LecternWide n = panel->n, k = panel->k;
  LecternWide square = (LecternWide) panel->sum * panel->sum;
  LecternWide between_entries = 0, between_judges = 0, all = 0;

  for (guint i = 0; i < panel->n; i++)
    between_entries += (LecternWide) panel->rows[i] * panel->rows[i];
  for (guint j = 0; j < panel->k; j++)
    {
      between_judges += (LecternWide) panel->columns[j] * panel->columns[j];
      all += panel->squares[j];
    }
  between_entries = n * between_entries - square;
  between_judges = k * between_judges - square;
  all = n * k * all - square;
  *entries = lectern_whole_multiply (lectern_whole_new (between_entries), lectern_whole_new (k - 1));
  *judges = lectern_whole_multiply (lectern_whole_new (between_judges), lectern_whole_new (n - 1));
  *error = lectern_whole_new (all - between_entries - between_judges);
}

/* ICC(2,1) = (B - E) / (B + (k - 1) E + k (J - E) / n), ICC(2,k) = (B - E) / (B + (J - E) / n),
 * ICC(3,k) = (B - E) / B. Where a denominator, which estimates a variance, is above 0 the figure
 * is at most 1; where it is not, the quotient would mean nothing. */
static void
find_correlations (LecternAgreement *self,
                   const Panel      *panel)
{
  LecternWhole n = lectern_whole_new (panel->n), k = lectern_whole_new (panel->k);
  LecternWhole k_less_1 = lectern_whole_new ((LecternWide) panel->k - 1);
  LecternWhole entries, judges, error, difference, excess, above, below;

  analyse_variance (panel, &entries, &judges, &error);
  difference = lectern_whole_subtract (entries, error);
  excess = lectern_whole_subtract (judges, error);
  above = lectern_whole_multiply (n, difference);
  below = lectern_whole_multiply (n, lectern_whole_add (entries, lectern_whole_multiply (k_less_1, error)));
  below = lectern_whole_add (below, lectern_whole_multiply (k, excess));
  self->icc2_1 = make_ratio (above, below, BILLION);
  self->icc2_k = make_ratio (above, lectern_whole_add (lectern_whole_multiply (n, entries), excess), BILLION);
  self->alpha = make_ratio (difference, entries, BILLION);
}

/* Pearson's correlation of the mid-ranks. The mean of the others ranks as their sum. */
static LecternFigure
find_consistency (Panel *panel,
                  guint  judge)
{
  LecternWide   own = 0, others = 0, both = 0;
  LecternWhole  square;
  LecternFigure figure;

  rank_judge (panel, judge);
  for (guint i = 0; i < panel->n; i++)
    panel->places[i] = (Place){ panel->rows[i] - get_total (panel, i, judge), i };
  rank_places (panel, panel->others);
  for (guint i = 0; i < panel->n; i++)
    {
      own += (LecternWide) panel->ranks[i] * panel->ranks[i];
      others += (LecternWide) panel->others[i] * panel->others[i];
      both += (LecternWide) panel->ranks[i] * panel->others[i];
    }
  square = lectern_whole_multiply (lectern_whole_new (both), lectern_whole_new (both));
  figure = make_root (square, lectern_whole_multiply (lectern_whole_new (own), lectern_whole_new (others)), BILLION);
  if (both < 0)
    figure.billionths = -figure.billionths;
  return figure;
}

/* What needs no more than this judge's own totals. */
static void
find_own_figures (LecternAgreementJudge *judge,
                  const Panel           *panel,
                  guint                  j)
{
  LecternWide n = panel->n;
  LecternWide sum = panel->columns[j];

  judge->mean = make_ratio (lectern_whole_new (sum + n * panel->lowest), lectern_whole_new (n), BILLIONTHS);
  if (n < 2)
    judge->spread = unknown (LECTERN_FIGURE_TOO_FEW_ENTRIES);
  else
    judge->spread = make_root (lectern_whole_new (n * panel->squares[j] - sum * sum), lectern_whole_new (n * (n - 1)), BILLIONTHS);
}

/* Mean less the mean of the others' means: (k C - G) / (n (k - 1)). */
static void
find_shared_figures (LecternAgreementJudge *judge,
                     Panel                 *panel,
                     guint                  j)
{
  LecternWide n = panel->n, k = panel->k;

  if (k < 2)
    {
      judge->severity = unknown (LECTERN_FIGURE_TOO_FEW_JUDGES);
      return;
    }
  judge->severity = make_ratio (lectern_whole_new (k * panel->columns[j] - panel->sum), lectern_whole_new (n * (k - 1)), BILLIONTHS);
  judge->consistency = n < 2 ? unknown (LECTERN_FIGURE_TOO_FEW_ENTRIES) : find_consistency (panel, j);
}

static void
set_unknown (LecternAgreement  *self,
             LecternFigureState why)
{
  self->kendall_w = self->chi_square = self->icc2_1 = self->icc2_k = self->alpha = unknown (why);
  for (guint j = 0; j < self->n_judges; j++)
    {
      LecternAgreementJudge *judge = &self->judges[j];

      judge->mean = judge->severity = judge->spread = judge->consistency = unknown (why);
    }
}

static void
find_figures (LecternAgreement *self,
              Panel            *panel)
{
  for (guint j = 0; j < panel->k; j++)
    {
      find_own_figures (&self->judges[j], panel, j);
      find_shared_figures (&self->judges[j], panel, j);
    }
  if (panel->n < 2 || panel->k < 2)
    return;
  find_kendall (self, panel);
  find_correlations (self, panel);
}

/* The lowest total; FALSE when the figures would not fit. */
static gboolean
find_lowest (const gint64 *totals,
             guint         n,
             guint         k,
             gint64       *lowest)
{
  gint64 low = totals[0], high = totals[0];

  if (n > LECTERN_AGREEMENT_ENTRIES_MAX || k > LECTERN_JUDGES_MAX)
    return FALSE;
  for (gsize i = 0; i < (gsize) n * k; i++)
    {
      low = MIN (low, totals[i]);
      high = MAX (high, totals[i]);
    }
  *lowest = low;
  return (LecternWide) high - low <= LECTERN_CRITERIA_MAX * LECTERN_MARK_MAX;
}

LecternAgreement *
lectern_agreement_new (const gint64 *totals,
                       guint         n_entries,
                       const int    *judges,
                       guint         n_judges,
                       const guint  *dropped_high,
                       const guint  *dropped_low)
{
  LecternAgreement *self = g_new0 (LecternAgreement, 1);
  Panel             panel;
  gint64            lowest;

  g_return_val_if_fail (n_judges == 0 || judges != NULL, self);
  g_return_val_if_fail (n_entries == 0 || n_judges == 0 || totals != NULL, self);

  self->n_entries = n_entries;
  self->n_judges = n_judges;
  self->judges = g_new0 (LecternAgreementJudge, n_judges);
  for (guint j = 0; j < n_judges; j++)
    {
      self->judges[j].judge = judges[j];
      self->judges[j].dropped_high = dropped_high != NULL ? dropped_high[j] : 0;
      self->judges[j].dropped_low = dropped_low != NULL ? dropped_low[j] : 0;
    }
  set_unknown (self, n_judges < 2 && n_entries >= 2 ? LECTERN_FIGURE_TOO_FEW_JUDGES : LECTERN_FIGURE_TOO_FEW_ENTRIES);
  if (n_entries == 0 || n_judges == 0)
    return self;
  if (!find_lowest (totals, n_entries, n_judges, &lowest))
    {
      set_unknown (self, LECTERN_FIGURE_OUT_OF_RANGE);
      return self;
    }
  panel_init (&panel, totals, n_entries, n_judges, lowest);
  find_figures (self, &panel);
  panel_clear (&panel);
  return self;
}

void
lectern_agreement_free (LecternAgreement *self)
{
  g_free (self->judges);
  g_free (self);
}

char *
lectern_figure_format (LecternFigure figure,
                       guint         decimals)
{
  guint64 size, step = 1, unit = 1;

  g_return_val_if_fail (decimals <= DECIMALS_MAX, NULL);

  if (figure.state != LECTERN_FIGURE_KNOWN)
    return NULL;
  for (guint i = 0; i < DECIMALS_MAX; i++)
    *(i < decimals ? &unit : &step) *= 10;
  size = figure.billionths < 0 ? -(guint64) figure.billionths : (guint64) figure.billionths;
  size = (size + step / 2) / step;
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, figure.billionths < 0 && size > 0 ? "-" : "", size);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          figure.billionths < 0 && size > 0 ? "-" : "",
                          size / unit,
                          (int) decimals,
                          size % unit);
}
