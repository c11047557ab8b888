/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The figures of one entry: who is struck out, mean, deduction, final. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-rank.h"

#define NO_TIME \
  .head_judge = LECTERN_NONE, .time = { .limit_ms = 360000, .stop_ms = LECTERN_NONE, .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE, .steps = { { 10000, LECTERN_NONE, 100 } }, .n_steps = 1 }

/* A fate a letter: C counted, H dropped high, L dropped low. */
static void
test_trim (void)
{
  static const struct
  {
    guint       low, high, from;
    int         judges[8];
    gint64      totals[8];
    const char *fates;
  } rows[] = {
    { 1, 1, 5, { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, "CCCC" },
    { 1, 1, 5, { 1, 2, 3, 4, 5 }, { 1, 2, 3, 4, 5 }, "LCCCH" },
    { 1, 1, 4, { 1, 2, 3, 4 }, { 4, 1, 2, 3 }, "HLCC" },
    /* One copy each of equals, the lower number struck out, wherever it stands. */
    { 1, 1, 5, { 1, 2, 3, 4, 5 }, { 3, 1, 1, 5, 5 }, "CLCHC" },
    { 1, 1, 5, { 5, 4, 3, 2, 1 }, { 3, 1, 1, 5, 5 }, "CCLCH" },
    { 1, 1, 5, { 9, 7, 5, 3, 11 }, { 8, 8, 8, 8, 8 }, "CCHLC" },
    { 2, 2, 5, { 1, 2, 3, 4, 5, 6, 7 }, { 7, 7, 7, 7, 7, 7, 7 }, "LLHHCCC" },
    { 2, 1, 5, { 1, 2, 3, 4, 5, 6 }, { 5, 4, 3, 2, 1, 6 }, "CCCLLH" },
    { 0, 2, 5, { 1, 2, 3, 4, 5 }, { 5, 4, 3, 2, 1 }, "HHCCC" },
    { 3, 0, 5, { 1, 2, 3, 4, 5 }, { 5, 4, 3, 2, 1 }, "CCLLL" },
    { 0, 0, 5, { 1, 2, 3, 4, 5 }, { 5, 4, 3, 2, 1 }, "CCCCC" },
    /* Nobody left to count: then all count. */
    { 1, 1, 0, { 1, 2 }, { 1, 2 }, "CC" },
    { 1, 1, 0, { 1, 2, 3 }, { 1, 2, 3 }, "LCH" },
    { 3, 3, 5, { 1, 2, 3, 4, 5, 6 }, { 1, 2, 3, 4, 5, 6 }, "CCCCCC" },
    { G_MAXUINT, 1, 0, { 1, 2 }, { 1, 2 }, "CC" },
    { 1, 1, 1, { 1 }, { 7 }, "C" },
    { 1, 1, 0, { 0 }, { 0 }, "" },
  };
  static const char letters[] = "CHL";

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      LecternScoringRules rules = { .trim_low = rows[r].low, .trim_high = rows[r].high, .trim_from = rows[r].from };
      LecternSheetFate    fates[8];
      guint               n = (guint) strlen (rows[r].fates), n_counted = 0;
      char                text[9] = "";

      for (guint i = 0; i < n; i++)
        n_counted += rows[r].fates[i] == 'C';
      g_assert_cmpuint (lectern_trim (&rules, rows[r].judges, rows[r].totals, n, fates), ==, n_counted);
      for (guint i = 0; i < n; i++)
        text[i] = letters[fates[i]];
      g_test_message ("row %u", r);
      g_assert_cmpstr (text, ==, rows[r].fates);
    }
}

static LecternRankedEntry
score_totals (const LecternScoringRules *rules,
              const gint64              *totals,
              guint                      n,
              gint64                     time_ms)
{
  LecternScoredSheet sheets[LECTERN_JUDGES_MAX];
  LecternScoredEntry entry = { .lot = 3, .time_ms = time_ms, .decision = LECTERN_NONE, .n_sheets = n, .sheets = sheets };
  LecternRankedEntry ranked;

  for (guint i = 0; i < n; i++)
    sheets[i] = (LecternScoredSheet){ .judge = (int) i + 1, .marks = { totals[i] } };
  lectern_score_entry (rules, &entry, &ranked);
  return ranked;
}

/* The worked example of the ranking's JSON: 91.871429 less 0.10 is 91.77. */
static void
test_final (void)
{
  static const gint64 totals[] = { 92500, 91000, 92000, 90000, 91600, 92000, 93500, 91000, 93000 };
  LecternScoringRules rules = { .n_criteria = 1, .trim_low = 1, .trim_high = 1, .trim_from = 5, NO_TIME };
  LecternRankedEntry  ranked = score_totals (&rules, totals, G_N_ELEMENTS (totals), 365200);
  g_autofree char    *mean = lectern_fraction_format (ranked.mean, 6);
  g_autofree char    *final = lectern_fraction_format (ranked.final, 2);

  g_assert_true (ranked.has_final);
  g_assert_cmpstr (mean, ==, "91.871429");
  g_assert_cmpint (ranked.deduction, ==, 100);
  g_assert_cmpstr (final, ==, "91.77");
  g_assert_cmpint (ranked.lot, ==, 3);
  g_assert_cmpint (ranked.separated_by, ==, LECTERN_NONE);
  g_assert_cmpuint (ranked.rank, ==, 0);
}

static void
test_final_not_below_zero (void)
{
  static const gint64 totals[] = { 50, 49 };
  LecternScoringRules rules = { .n_criteria = 1, .trim_low = 1, .trim_high = 1, .trim_from = 5, NO_TIME };
  LecternRankedEntry  ranked = score_totals (&rules, totals, 2, 360001);

  g_assert_true (ranked.has_final);
  g_assert_cmpint (ranked.deduction, ==, 100);
  g_assert_cmpint (lectern_fraction_compare (ranked.final, (LecternFraction){ 0, 1 }), ==, 0);
}

static void
test_without_final (void)
{
  LecternScoringRules rules = { .n_criteria = 1, .trim_low = 1, .trim_high = 1, .trim_from = 5, NO_TIME };
  LecternRankedEntry  ranked = score_totals (&rules, NULL, 0, 370001);
  LecternScoredSheet  sheet = { 1, { 90000 } };
  LecternScoredEntry  forfeit = { .forfeit = TRUE, .time_ms = 370001, .n_sheets = 1, .sheets = &sheet };

  g_assert_false (ranked.has_final);
  g_assert_cmpint (ranked.deduction, ==, 200);
  g_assert_cmpint (ranked.mean.denominator, ==, 1);

  lectern_score_entry (&rules, &forfeit, &ranked);
  g_assert_false (ranked.has_final);
  g_assert_cmpint (ranked.deduction, ==, 0);
}

/* The largest figures the headers allow stay exact. */
static void
test_largest_figures (void)
{
  LecternScoredSheet  sheets[LECTERN_JUDGES_MAX];
  LecternScoredEntry  entry = { .time_ms = LECTERN_NONE, .n_sheets = LECTERN_JUDGES_MAX, .sheets = sheets };
  LecternScoringRules rules = { .n_criteria = LECTERN_CRITERIA_MAX, .trim_from = 99, NO_TIME };
  LecternRankedEntry  ranked;
  g_autofree char    *final = NULL;

  for (guint i = 0; i < LECTERN_JUDGES_MAX; i++)
    {
      sheets[i].judge = (int) i + 1;
      for (guint c = 0; c < LECTERN_CRITERIA_MAX; c++)
        sheets[i].marks[c] = 1000000000;
    }
  sheets[63].marks[15]--;
  lectern_score_entry (&rules, &entry, &ranked);
  final = lectern_fraction_format (ranked.final, 6);
  g_assert_cmpstr (final, ==, "15999999.999984");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/score/trim", test_trim);
  g_test_add_func ("/scoring/score/final", test_final);
  g_test_add_func ("/scoring/score/final-not-below-zero", test_final_not_below_zero);
  g_test_add_func ("/scoring/score/without-final", test_without_final);
  g_test_add_func ("/scoring/score/largest-figures", test_largest_figures);
  return g_test_run ();
}
