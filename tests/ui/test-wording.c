/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's words for times, clocks, ties and sheets, over the rules of the default template. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-wording.h"

#include <locale.h>

#include "lectern-templates.h"

static LecternContest *
make_contest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_templates_load (LECTERN_TEMPLATE_DEFAULT, NULL, &error);
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternContest *contest = lectern_contest_new ();
  g_assert_no_error (error);
  lectern_change_put (change, lectern_record_ref (template->contest));
  for (guint i = 0; i < template->criteria->len; i++)
    lectern_change_put (change, lectern_record_ref (g_ptr_array_index (template->criteria, i)));
  lectern_contest_apply (contest, change);
  return contest;
}

static void
test_parse_time (void)
{
  static const struct
  {
    const char *text;
    gint64      ms; /* -1: refused */
  } cases[] = {
    { "6:13.2", 373200 },
    { "0:00", 0 },
    { " 6:01 ", 361000 },
    { "373", 373000 },
    { "373.25", 373250 },
    { "６１", 61000 },
    { "10:00", 600000 },
    { "6:60", -1 },
    { "6:", -1 },
    { ":30", -1 },
    { "six", -1 },
    { "-5", -1 },
    { "", -1 },
    { NULL, -1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64   ms = -7;
      gboolean taken = lectern_wording_parse_time (cases[i].text, &ms);
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (taken, ==, cases[i].ms >= 0);
      g_assert_cmpint (ms, ==, cases[i].ms >= 0 ? cases[i].ms : -7);
    }
}

static void
test_time_and_back (void)
{
  static const gint64 times[] = { 0, 100, 59900, 60000, 361500, 373200, 3599900 };
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = lectern_wording_for_time (times[i]);
      gint64           ms;
      g_assert_true (lectern_wording_parse_time (text, &ms));
      g_assert_cmpint (ms, ==, times[i]);
    }
  g_autofree char *none = lectern_wording_for_time (LECTERN_NULL);
  g_assert_cmpstr (none, ==, "–");
}

static void
test_clock (void)
{
  /* Limit 6:00, warning 5:00, 0.1 points for each started 10 s. */
  static const struct
  {
    gint64      ms;
    const char *words;
  } cases[] = {
    { 0, "6:00 left · warning at 5:00 · over at 6:00" },
    { 999, "6:00 left · warning at 5:00 · over at 6:00" },
    { 268400, "1:32 left · warning at 5:00 · over at 6:00" },
    { 360000, "0:00 left · warning at 5:00 · over at 6:00" },
    { 361000, "over time by 0:01 · −0.1 points" },
    { 370000, "over time by 0:10 · −0.1 points" },
    { 373000, "over time by 0:13 · −0.2 points" },
  };
  g_autoptr (LecternContest) contest = make_contest ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = lectern_wording_for_clock (contest, cases[i].ms);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_ties (void)
{
  static const struct
  {
    const char *rule;
    const char *words;
  } cases[] = {
    { "criterion:content", "mean of “主题内容”" },
    { "untrimmed-mean", "mean of all sheets" },
    { "decision", "decision of the jury" },
    { "criterion:gone", "criterion:gone" },
    { NULL, "" },
  };
  g_autoptr (LecternContest) contest = make_contest ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = lectern_wording_for_tie (contest, cases[i].rule);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_every_state_has_words (void)
{
  for (guint i = 0; i < LECTERN_SCENE_N_KINDS; i++)
    g_assert_cmpstr (lectern_wording_for_scene (i), !=, "");
  for (guint i = 0; i < LECTERN_ENTRY_N_STATES; i++)
    g_assert_cmpstr (lectern_wording_for_entry_state (i), !=, "");
  for (guint i = 0; i < LECTERN_ROUND_N_STATES; i++)
    g_assert_cmpstr (lectern_wording_for_round_state (i), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/parse-time", test_parse_time);
  g_test_add_func ("/wording/time-and-back", test_time_and_back);
  g_test_add_func ("/wording/clock", test_clock);
  g_test_add_func ("/wording/ties", test_ties);
  g_test_add_func ("/wording/every-state-has-words", test_every_state_has_words);
  return g_test_run ();
}
