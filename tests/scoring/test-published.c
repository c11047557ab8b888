/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Figures other people have published, each with its source, and what the scoring layer makes of
 * the same marks: the judges' statistics, trimming, rounding, overtime. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-agreement.h"
#include "lectern-mark.h"
#include "lectern-rank.h"

#define NO_TIME_LIMIT \
  .time = { .stop_ms = LECTERN_NONE, .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE }

static void
assert_figure (LecternFigure figure,
               guint         decimals,
               const char   *published)
{
  g_autofree char *text = lectern_figure_format (figure, decimals);

  g_assert_cmpstr (text, ==, published);
}

/* @marks in whole points, judge by judge: what each of @k gave to each of @n. */
static LecternAgreement *
agree (const int *marks,
       guint      n,
       guint      k)
{
  g_autofree gint64 *totals = g_new (gint64, n * k);
  int                judges[LECTERN_JUDGES_MAX];

  for (guint j = 0; j < k; j++)
    {
      judges[j] = (int) j + 1;
      for (guint i = 0; i < n; i++)
        totals[i * k + j] = marks[j * n + i] * LECTERN_MARK_UNIT;
    }
  return lectern_agreement_new (totals, n, judges, k, NULL, NULL);
}

/* Shrout, P. E. and Fleiss, J. L. (1979), Intraclass correlations: uses in assessing rater
 * reliability, Psychological Bulletin 86, tables 2 to 4: six targets, four judges. The paper prints
 * two places; R's psych and irr print the others of the same data. F between targets is 11.24 / 1.02,
 * printed 11.0 with 5 and 15 degrees of freedom; ICC(3,k) is 1 - 1 / F. */
static void
test_shrout_fleiss (void)
{
  static const int marks[] = {
    9, 6, 8, 7, 10, 6,
    2, 1, 4, 1, 5, 2,
    5, 3, 6, 2, 6, 4,
    8, 2, 8, 6, 9, 7
  };
  g_autoptr (LecternAgreement) agreement = agree (marks, 6, 4);
  gint64 tenths_of_f = (10 * (gint64) 1000000000) / (1000000000 - agreement->alpha.billionths);

  assert_figure (agreement->icc2_1, 2, "0.29");
  assert_figure (agreement->icc2_1, 5, "0.28976");
  assert_figure (agreement->icc2_k, 2, "0.62");
  assert_figure (agreement->icc2_k, 5, "0.62005");
  assert_figure (agreement->alpha, 2, "0.91");
  assert_figure (agreement->alpha, 5, "0.90932");
  g_assert_cmpint (tenths_of_f, ==, 110);
}

/* The textbook example of Kendall's coefficient of concordance (Kendall and Babington Smith 1939)
 * without ties: four judges put ten projects in order. Squared deviations of the rank sums 1048. */
static void
test_kendall_without_ties (void)
{
  static const int ranks[] = {
    1, 3, 4, 5, 2, 8, 6, 7, 10, 9,
    2, 1, 4, 5, 6, 3, 8, 7, 10, 9,
    3, 2, 1, 5, 7, 4, 6, 8, 9, 10,
    4, 2, 3, 1, 6, 7, 5, 9, 8, 10
  };
  g_autoptr (LecternAgreement) agreement = agree (ranks, 10, 4);

  assert_figure (agreement->kendall_w, 4, "0.7939");
  assert_figure (agreement->chi_square, 2, "28.58");
  g_assert_cmpuint (agreement->df, ==, 9);
  /* 12 * 1048 / (16 * 990), to the last place kept. */
  assert_figure (agreement->kendall_w, 9, "0.793939394");
}

/* The data set `anxiety` of R's package irr (Gamer, Lemon, Singh), which DescTools' KendallW ()
 * documents too: three raters, twenty subjects, corrected for ties. */
static void
test_kendall_with_ties (void)
{
  static const int ratings[] = {
    3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3,
    3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4,
    2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2
  };
  g_autoptr (LecternAgreement) agreement = agree (ratings, 20, 3);

  assert_figure (agreement->kendall_w, 7, "0.5396569");
  g_assert_cmpuint (agreement->df, ==, 19);
}

/* Cronbach's alpha of the data in the tests of the Python package pingouin (Vallat 2018): fifteen
 * subjects, ten items. */
static void
test_cronbach (void)
{
  static const int items[] = {
    3, 5, 7, 2, 6, 1, 4, 2, 6, 5, 4, 4, 5, 6, 4,
    2, 4, 3, 4, 5, 2, 3, 4, 5, 4, 3, 2, 5, 5, 3,
    4, 6, 5, 3, 6, 3, 5, 4, 5, 6, 5, 3, 6, 5, 5,
    1, 3, 5, 3, 5, 4, 3, 3, 5, 4, 2, 2, 2, 4, 5,
    4, 5, 6, 2, 4, 2, 5, 7, 1, 3, 5, 5, 3, 2, 3,
    5, 1, 4, 2, 4, 5, 2, 2, 6, 5, 3, 3, 3, 2, 1,
    1, 2, 3, 2, 4, 2, 1, 2, 5, 3, 2, 4, 2, 1, 3,
    4, 5, 3, 6, 6, 3, 2, 4, 2, 1, 3, 2, 4, 4, 2,
    3, 5, 6, 6, 7, 5, 4, 6, 3, 7, 4, 3, 4, 6, 3,
    2, 5, 5, 3, 5, 2, 3, 5, 2, 2, 1, 4, 5, 5, 4
  };
  g_autoptr (LecternAgreement) agreement = agree (items, 15, 10);

  assert_figure (agreement->alpha, 7, "0.5917188");
}

static LecternRankedEntry
score_totals (const LecternScoringRules *rules,
              const gint64              *totals,
              guint                      n)
{
  LecternScoredSheet sheets[LECTERN_JUDGES_MAX];
  LecternScoredEntry entry = { .time_ms = LECTERN_NONE, .decision = LECTERN_NONE, .n_sheets = n, .sheets = sheets };
  LecternRankedEntry ranked;

  for (guint i = 0; i < n; i++)
    sheets[i] = (LecternScoredSheet){ .judge = (int) i + 1, .marks = { totals[i] } };
  lectern_score_entry (rules, &entry, &ranked);
  return ranked;
}

/* The trimmed mean in the example of the International Skating Union (ISU): grades 3 3 2 2 1 2 2, one
 * highest and one lowest dropped, give 2.2. */
static void
test_isu_trimmed_mean (void)
{
  static const gint64 grades[] = { 3000, 3000, 2000, 2000, 1000, 2000, 2000 };
  LecternScoringRules rules = { .n_criteria = 1, .trim_low = 1, .trim_high = 1, .trim_from = 5, .head_judge = LECTERN_NONE, NO_TIME_LIMIT };
  LecternRankedEntry  ranked = score_totals (&rules, grades, G_N_ELEMENTS (grades));
  g_autofree char    *mean = lectern_fraction_format (ranked.mean, 6);

  g_assert_cmpstr (mean, ==, "2.200000");
  g_assert_cmpuint (ranked.n_counted, ==, 5);
}

/* Tokyo 2020, men's 10 m platform final, three dives from the published results: of seven
 * judges the two highest and the two lowest awards drop out, the three left are added and
 * multiplied by the degree of difficulty. */
static void
test_tokyo_dives (void)
{
  static const struct
  {
    gint64 difficulty; /* tenths */
    gint64 awards[7];
    gint64 points; /* hundredths */
  } rows[] = {
    { 34, { 10000, 9500, 9500, 10000, 10000, 10000, 10000 }, 10200 },
    { 32, { 9000, 8500, 8500, 8500, 8000, 8500, 9000 }, 8160 },
    { 37, { 9500, 9500, 9000, 9000, 9500, 9000, 9000 }, 10175 },
  };
  LecternScoringRules rules = { .n_criteria = 1, .trim_low = 2, .trim_high = 2, .trim_from = 7, .head_judge = LECTERN_NONE, NO_TIME_LIMIT };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LecternRankedEntry ranked = score_totals (&rules, rows[i].awards, 7);
      gint64             sum = ranked.mean.numerator * 3 / ranked.mean.denominator;

      g_assert_cmpuint (ranked.n_counted, ==, 3);
      g_assert_cmpint (sum * rows[i].difficulty, ==, rows[i].points * 100);
    }
}

/* Example in print of how rounding makes ties: 12.376 and 12.383 are both shown as 12.38. On the
 * exact value they are apart, on the rounded one they tie. */
static void
test_rounding_makes_ties (void)
{
  static const LecternScoredSheet sheets[] = { { 1, { 12376 } }, { 1, { 12383 } } };

  for (guint rounded = 0; rounded < 2; rounded++)
    {
      LecternScoringRules            rules = { .n_criteria = 1, .decimals = 2, .rank_on_rounded = (gboolean) rounded, .head_judge = LECTERN_NONE, NO_TIME_LIMIT };
      LecternScoredEntry             entries[] = { { .lot = 1, .time_ms = LECTERN_NONE, .decision = LECTERN_NONE, .n_sheets = 1, .sheets = &sheets[0] },
                                                   { .lot = 2, .time_ms = LECTERN_NONE, .decision = LECTERN_NONE, .n_sheets = 1, .sheets = &sheets[1] } };
      g_autofree LecternRankedEntry *ranked = lectern_rank (&rules, entries, 2);

      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *shown = lectern_fraction_format (ranked[i].final, 2);

          g_assert_cmpstr (shown, ==, "12.38");
          g_assert_cmpint (ranked[i].tied, ==, (gboolean) rounded);
        }
      g_assert_cmpint (ranked[0].lot, ==, rounded ? 1 : 2);
      g_assert_cmpuint (ranked[1].rank, ==, rounded ? 1 : 2);
    }
}

/* Overtime in the published rules of two contests. One, on a scale of ten points: ten seconds are
 * free, over ten seconds cost 0.2, over thirty 0.5. The other: 0.5 for each started thirty seconds,
 * one point at most, and the speaker is stopped one minute over. */
static void
test_overtime_in_print (void)
{
  static const LecternTimeRules ten_points = { .limit_ms = 480000, .stop_ms = LECTERN_NONE, .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE, .steps = { { 0, 10000, 200 }, { 0, 30000, 500 } }, .n_steps = 2 };
  static const LecternTimeRules capped = { .limit_ms = 480000, .stop_ms = 540000, .cap = 1000, .under_from_ms = LECTERN_NONE, .steps = { { 30000, LECTERN_NONE, 500 } }, .n_steps = 1 };
  static const struct
  {
    gint64 over_ms, ten_points, capped;
  } rows[] = {
    { 0, 0, 0 },
    { 1, 0, 500 },
    { 10000, 0, 500 },
    { 10001, 200, 500 },
    { 30000, 200, 500 },
    { 30001, 500, 1000 },
    { 60000, 500, 1000 },
    { 60001, 500, 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (lectern_deduction_for_time (&ten_points, 480000 + rows[i].over_ms), ==, rows[i].ten_points);
      g_assert_cmpint (lectern_deduction_for_time (&capped, 480000 + rows[i].over_ms), ==, rows[i].capped);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/published/shrout-fleiss", test_shrout_fleiss);
  g_test_add_func ("/scoring/published/kendall-without-ties", test_kendall_without_ties);
  g_test_add_func ("/scoring/published/kendall-with-ties", test_kendall_with_ties);
  g_test_add_func ("/scoring/published/cronbach", test_cronbach);
  g_test_add_func ("/scoring/published/isu-trimmed-mean", test_isu_trimmed_mean);
  g_test_add_func ("/scoring/published/tokyo-dives", test_tokyo_dives);
  g_test_add_func ("/scoring/published/rounding-makes-ties", test_rounding_makes_ties);
  g_test_add_func ("/scoring/published/overtime-in-print", test_overtime_in_print);
  return g_test_run ();
}
