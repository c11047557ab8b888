/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A worked example: the figures are worked out by hand here. */

#include "contest-fixture.h"

#include "lectern-worked-example.h"

typedef struct
{
  const char *name;
  const char *extra; /* of the rules */
  const char *totals[16];
  gint64      time_ms;
  const char *fates; /* C counted, H and L struck out */
  const char *mean;
  gint64      deduction;
  const char *final;
  const char *words;
} Row;

#define OVERTIME ",\"time\":{\"limit\":360,\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}],\"cap\":\"0.5\"},\"under\":{\"from\":300,\"points\":\"2\"}}"

/* clang-format off */
static const Row rows[] = {
  /* 92.1 + 93 + 94.4 + 91 + 95.5 + 90.2 + 93 = 649.2; / 7 = 92.742857… */
  { "nine", OVERTIME, { "92.1", "88", "93", "94.4", "99.5", "91", "95.5", "90.2", "93" }, 365200, "CLCCHCCCC", "92.742857", 100, "92.64",
    "With these 9 totals the result would be 92.64. Struck out as lowest: 88. Struck out as highest: 99.5. The 7 that are left have the mean 92.742857. A talk of 6:05.2 with a limit of 6:00 loses 0.1." },
  { "four", OVERTIME, { "90", "80", "85", "95" }, 360000, "CCCC", "87.500000", 0, "87.50",
    "With these 4 totals the result would be 87.50. None is struck out. The 4 that are left have the mean 87.500000. A talk of 6:00 with a limit of 6:00 loses nothing." },
  { "one-without-time", "", { "77.25" }, LECTERN_NONE, "C", "77.250000", 0, "77.25",
    "With this 1 total the result would be 77.25. None is struck out. The 1 that is left has the mean 77.250000." },
  { "capped", OVERTIME, { "90" }, 500000, "C", "90.000000", 500, "89.50",
    "With this 1 total the result would be 89.50. None is struck out. The 1 that is left has the mean 90.000000. A talk of 8:20 with a limit of 6:00 loses 0.5." },
  { "too-short", OVERTIME, { "1" }, 299000, "C", "1.000000", 2000, "0.00",
    "With this 1 total the result would be 0.00. None is struck out. The 1 that is left has the mean 1.000000. A talk of 4:59 with a limit of 6:00 loses 2." },
  /* Two of each end; 30 + 40 + 50 = 120, / 3 = 40; three decimals. */
  { "two-and-two", ",\"panel\":{\"trim_low\":2,\"trim_high\":2,\"trim_from\":7},\"score\":{\"decimals\":3}", { "70", "60", "50", "40", "30", "20", "10" }, LECTERN_NONE, "HHCCCLL", "40.000000", 0, "40.000",
    "With these 7 totals the result would be 40.000. Struck out as lowest: 10, 20. Struck out as highest: 60, 70. The 3 that are left have the mean 40.000000." },
};
/* clang-format on */

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *rules = fixture_rules_json (row->extra);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkedExample) example = lectern_worked_example_new (rules, row->totals, row->time_ms, NULL, &error);
  char fates[17] = "";

  g_assert_no_error (error);
  g_assert_cmpuint (example->n, ==, strlen (row->fates));
  for (guint i = 0; i < example->n; i++)
    fates[i] = "CHL"[example->fates[i]];
  g_assert_cmpstr (fates, ==, row->fates);
  g_assert_cmpstr (example->mean_text, ==, row->mean);
  g_assert_cmpint (example->deduction, ==, row->deduction);
  g_assert_cmpstr (example->final_text, ==, row->final);
  g_assert_cmpstr (example->words, ==, row->words);
}

static const struct
{
  const char         *name;
  const char         *extra;
  const char         *totals[4];
  const char         *path;
  LecternContestError code;
} wrongs[] = {
  { "no-totals", "", { NULL }, "totals", LECTERN_CONTEST_ERROR_BAD_INPUT },
  { "no-number", "", { "90", "good" }, "totals[1]", LECTERN_CONTEST_ERROR_BAD_INPUT },
  { "negative", "", { "-1" }, "totals[0]", LECTERN_CONTEST_ERROR_BAD_INPUT },
  { "above-full-marks", "", { "100", "99", "100.001" }, "totals[2]", LECTERN_CONTEST_ERROR_BAD_INPUT },
  { "rules", ",\"time\":{\"limit\":0}", { "90" }, "time.limit", LECTERN_CONTEST_ERROR_BAD_RULES },
};

static void
test_wrong (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *rules = fixture_rules_json (wrongs[i].extra);
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_worked_example_new (rules, wrongs[i].totals, 300000, problems, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, (int) wrongs[i].code);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((LecternProblem *) problems->pdata[0])->column, ==, wrongs[i].path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contest/worked-example/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contest/worked-example/wrong/%s", wrongs[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  return g_test_run ();
}
