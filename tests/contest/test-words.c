/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The few phrases that the projector, the script and the papers share: durations, what going over
 * the time costs, the way to the next round, in both languages of a contest. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-words.h"

static void
test_duration (void)
{
  static const struct
  {
    gint64      ms;
    const char *zh, *en;
  } cases[] = {
    { 0, "0 秒", "0 s" },
    { 45000, "45 秒", "45 s" },
    { 60000, "1 分钟", "1 minute" },
    { 360000, "6 分钟", "6 minutes" },
    { 390000, "6 分 30 秒", "6 min 30 s" },
    { 61999, "1 分 1 秒", "1 min 1 s" }, /* tenths are not spoken */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *zh = lectern_words_describe_duration ("zh", cases[i].ms);
      g_autofree char *en = lectern_words_describe_duration ("en", cases[i].ms);

      g_assert_cmpstr (zh, ==, cases[i].zh);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

/* clang-format off */
static const struct
{
  LecternTimeRules time;
  const char      *zh, *en; /* NULL: nothing is taken off */
} overtime_cases[] = {
  { { .cap = LECTERN_NONE, .n_steps = 0 }, NULL, NULL },
  { { .cap = 500, .n_steps = 0 }, NULL, NULL },
  { { .cap = LECTERN_NONE, .steps = { { 10000, LECTERN_NONE, 100 } }, .n_steps = 1 },
    "每超 10 秒扣 0.1 分（不足 10 秒按 10 秒计）", "0.1 off for each started 10 s" },
  { { .cap = LECTERN_NONE, .steps = { { LECTERN_NONE, 30000, 1500 } }, .n_steps = 1 },
    "超过 30 秒扣 1.5 分", "1.5 off beyond 30 s" },
  { { .cap = 2000, .steps = { { LECTERN_NONE, 30000, 500 }, { LECTERN_NONE, 60000, 1000 } }, .n_steps = 2 },
    "超过 30 秒扣 0.5 分，超过 60 秒扣 1 分，最多扣 2 分", "0.5 off beyond 30 s, 1 off beyond 60 s, at most 2" },
  { { .cap = 1000, .steps = { { 15000, LECTERN_NONE, 200 } }, .n_steps = 1 },
    "每超 15 秒扣 0.2 分（不足 15 秒按 15 秒计），最多扣 1 分", "0.2 off for each started 15 s, at most 1" },
};
/* clang-format on */

static void
test_overtime (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (overtime_cases); i++)
    {
      g_autofree char *zh = lectern_words_describe_overtime ("zh", &overtime_cases[i].time);
      g_autofree char *en = lectern_words_describe_overtime ("en", &overtime_cases[i].time);

      g_assert_cmpstr (zh, ==, overtime_cases[i].zh);
      g_assert_cmpstr (en, ==, overtime_cases[i].en);
    }
}

/* A contest that names no language is Chinese. */
static void
test_language (void)
{
  g_autofree char *zh = lectern_words_describe_cut (NULL, "决赛");
  g_autofree char *en = lectern_words_describe_cut ("en", "Final");

  g_assert_true (lectern_words_is_chinese ("zh"));
  g_assert_false (lectern_words_is_chinese ("en"));
  g_assert_cmpstr (zh, ==, "晋级决赛");
  g_assert_cmpstr (en, ==, "On to: Final");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/words/duration", test_duration);
  g_test_add_func ("/contest/words/overtime", test_overtime);
  g_test_add_func ("/contest/words/language", test_language);
  return g_test_run ();
}
