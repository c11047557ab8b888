/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The integers that stand for means and variances keep order and equality for every number of
 * judges, down to figures that differ by less than any mark. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-tie-private.h"

#define SUMS_MAX 70

static int
sign_of (LecternWide difference)
{
  return difference < 0 ? -1 : difference > 0;
}

/* Every mean of up to 64 judges with a sum of up to 69 thousandths against every other. */
static void
test_mean_keys (void)
{
  static const gint64 bases[] = { 0, 1000000000 };

  for (guint base = 0; base < G_N_ELEMENTS (bases); base++)
    for (int n = 1; n <= LECTERN_JUDGES_MAX; n++)
      for (int m = n; m <= LECTERN_JUDGES_MAX; m++)
        for (gint64 a = 0; a < SUMS_MAX; a++)
          for (gint64 b = 0; b < SUMS_MAX; b++)
            {
              gint64 left = bases[base] * n + a, right = bases[base] * m + b;
              gint64 difference = lectern_tie_mean_key (left, (guint) n) - lectern_tie_mean_key (right, (guint) m);

              if (sign_of (difference) != sign_of (left * m - right * n))
                g_error ("%" G_GINT64_FORMAT "/%d and %" G_GINT64_FORMAT "/%d", left, n, right, m);
            }
}

/* Panels of n judges of whom k give a thousandth more than the others: variance k (n - k) / n^2.
 * Every such panel against every other. */
static void
test_spread_values (void)
{
  static const LecternTieRule rule = { LECTERN_TIE_SMALLER_SPREAD, 0 };
  LecternScoringRules         rules = { .n_criteria = 1 };
  struct
  {
    gint64      n, k;
    LecternWide value;
  } panels[65 * 65];
  guint n_panels = 0;

  for (gint64 n = 1; n <= LECTERN_JUDGES_MAX; n++)
    for (gint64 k = 0; k <= n; k++, n_panels++)
      {
        LecternScoredSheet sheets[LECTERN_JUDGES_MAX];
        LecternScoredEntry entry = { .n_sheets = (guint) n, .sheets = sheets };

        for (gint64 i = 0; i < n; i++)
          sheets[i] = (LecternScoredSheet){ (int) i, { 999999999 + (i < k) } };
        panels[n_panels].n = n;
        panels[n_panels].k = k;
        g_assert_true (lectern_tie_value (&rules, &rule, 0, &entry, &panels[n_panels].value));
      }
  for (guint i = 0; i < n_panels; i++)
    for (guint j = 0; j < i; j++)
      {
        gint64 left = panels[i].k * (panels[i].n - panels[i].k) * panels[j].n * panels[j].n;
        gint64 right = panels[j].k * (panels[j].n - panels[j].k) * panels[i].n * panels[i].n;

        g_assert_cmpint (sign_of (panels[i].value - panels[j].value), ==, sign_of (right - left));
      }
}

/* The widest spread that marks allow stays exact: one judge of 64 a thousandth short of it. */
static void
test_largest_spread (void)
{
  static const LecternTieRule rule = { LECTERN_TIE_SMALLER_SPREAD, 0 };
  LecternScoringRules         rules = { .n_criteria = LECTERN_CRITERIA_MAX };
  LecternScoredSheet          sheets[LECTERN_JUDGES_MAX] = { { 0 } };
  LecternScoredEntry          entry = { .n_sheets = LECTERN_JUDGES_MAX, .sheets = sheets };
  LecternWide                 widest, narrower;

  for (guint i = 0; i < LECTERN_JUDGES_MAX / 2; i++)
    for (guint c = 0; c < LECTERN_CRITERIA_MAX; c++)
      sheets[i].marks[c] = 1000000000;
  g_assert_true (lectern_tie_value (&rules, &rule, 0, &entry, &widest));
  sheets[0].marks[0]--;
  g_assert_true (lectern_tie_value (&rules, &rule, 0, &entry, &narrower));
  g_assert_true (narrower > widest);
  /* Half at 16 000 000 points and half at 0: the variance is the square of 8 000 000. */
  g_assert_true (widest == -(LecternWide) 8000000000 * 8000000000 * (4096 * 4096));
}

/* Sheets of two criteria; the figures are what a person would work out. */
static void
test_figures (void)
{
  static const LecternScoredSheet sheets[] = { { 1, { 30000, 50000 } }, { 2, { 35500, 50000 } }, { 4, { 38000, 52000 } }, { 5, { 40000, 60000 } } };
  static const struct
  {
    LecternTieKind kind;
    guint          criterion, stage;
    const char    *figure; /* with three decimals; NULL: none */
  } cases[] = {
    { LECTERN_TIE_CRITERION, 0, 0, "35.875" },
    { LECTERN_TIE_CRITERION, 1, 0, "53.000" },
    { LECTERN_TIE_UNTRIMMED_MEAN, 0, 0, "88.875" },
    { LECTERN_TIE_MEDIAN, 0, 0, "87.750" },
    { LECTERN_TIE_HIGHEST_COUNTED, 0, 0, "90.000" },
    { LECTERN_TIE_HIGHEST_COUNTED, 0, 1, "85.500" },
    { LECTERN_TIE_HIGHEST_COUNTED, 0, 2, NULL },
    { LECTERN_TIE_SMALLER_SPREAD, 0, 0, "53.797" },
    { LECTERN_TIE_LESS_OVERTIME, 0, 0, "7.500" },
    { LECTERN_TIE_HEAD_JUDGE, 0, 0, "85.500" },
    { LECTERN_TIE_DECISION, 0, 0, NULL },
  };
  const LecternScoringRules rules = { .n_criteria = 2, .trim_low = 1, .trim_high = 1, .trim_from = 4, .head_judge = 2, .time = { .limit_ms = 360000 } };
  const LecternScoringRules no_head = { .n_criteria = 2, .head_judge = 3 };
  const LecternTieRule      head = { LECTERN_TIE_HEAD_JUDGE, 0 };
  const LecternTieRule      spread = { LECTERN_TIE_SMALLER_SPREAD, 0 };
  LecternScoredEntry        entry = { .time_ms = 367500, .decision = 1, .n_sheets = 4, .sheets = sheets };
  LecternScoredSheet        absurd[LECTERN_JUDGES_MAX] = { { 0 } };
  LecternFraction           figure;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LecternTieRule rule = { cases[i].kind, cases[i].criterion };
      g_autofree char     *text = NULL;

      if (lectern_rank_get_figure (&rules, &rule, cases[i].stage, &entry, &figure))
        text = lectern_fraction_format (figure, 3);
      g_assert_cmpstr (text, ==, cases[i].figure);
    }
  g_assert_false (lectern_rank_get_figure (&no_head, &head, 0, &entry, &figure));
  for (guint i = 0; i < LECTERN_JUDGES_MAX / 2; i++)
    absurd[i].marks[0] = 1000000000;
  entry.sheets = absurd;
  entry.n_sheets = LECTERN_JUDGES_MAX;
  g_assert_false (lectern_rank_get_figure (&no_head, &spread, 0, &entry, &figure));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/tie/mean-keys", test_mean_keys);
  g_test_add_func ("/scoring/tie/spread-values", test_spread_values);
  g_test_add_func ("/scoring/tie/largest-spread", test_largest_spread);
  g_test_add_func ("/scoring/tie/figures", test_figures);
  return g_test_run ();
}
