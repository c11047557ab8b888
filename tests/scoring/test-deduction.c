/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a talk loses for its length, by the rules of several contests. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-deduction.h"

#define BASE .stop_ms = LECTERN_NONE, .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE

/* The default of the city contest: 0.1 for each started 10 s beyond 6:00. */
static const LecternTimeRules each_ten_seconds = {
  BASE,
  .limit_ms = 360000,
  .steps = { { 10000, LECTERN_NONE, 100 } },
  .n_steps = 1,
};

/* Rules in print: 10 s free, over 10 s 0.2, over 30 s 0.5, on a 10-point scale. */
static const LecternTimeRules two_rows = {
  BASE,
  .limit_ms = 480000,
  .steps = { { 0, 30000, 500 }, { 0, 10000, 200 } },
  .n_steps = 2,
};

/* Rules in print: 0.5 for each started 30 s, at most 1, stopped one minute over. */
static const LecternTimeRules capped = {
  .limit_ms = 300000,
  .stop_ms = 360000,
  .cap = 1000,
  .under_from_ms = LECTERN_NONE,
  .steps = { { 30000, LECTERN_NONE, 500 } },
  .n_steps = 1,
};

/* A grace after which both kinds of row count, and a talk may be too short. */
static const LecternTimeRules mixed = {
  .limit_ms = 360000,
  .grace_ms = 5000,
  .stop_ms = LECTERN_NONE,
  .cap = 3000,
  .under_from_ms = 240000,
  .under_points = 750,
  .steps = { { 60000, LECTERN_NONE, 1000 }, { 0, 0, 50 }, { 20000, LECTERN_NONE, 10 }, { 0, 90000, 500 } },
  .n_steps = 4,
};

static const LecternTimeRules nothing = { BASE, .limit_ms = 360000 };

static void
test_rows (void)
{
  static const struct
  {
    const LecternTimeRules *rules;
    gint64                  time_ms;
    gint64                  points;
  } rows[] = {
    { &each_ten_seconds, LECTERN_NONE, 0 },
    { &each_ten_seconds, 0, 0 },
    { &each_ten_seconds, 360000, 0 },
    { &each_ten_seconds, 360001, 100 },
    { &each_ten_seconds, 370000, 100 },
    { &each_ten_seconds, 370001, 200 },
    { &each_ten_seconds, 420000, 600 },
    { &two_rows, 480001, 0 },
    { &two_rows, 490000, 0 },
    { &two_rows, 490001, 200 },
    { &two_rows, 510000, 200 },
    { &two_rows, 510001, 500 },
    { &two_rows, 900000, 500 },
    { &capped, 300000, 0 },
    { &capped, 300001, 500 },
    { &capped, 330000, 500 },
    { &capped, 330001, 1000 },
    { &capped, 360000, 1000 },
    { &capped, 360001, 1000 },
    { &mixed, 365000, 0 },
    { &mixed, 365001, 1060 },
    { &mixed, 385001, 1070 },
    { &mixed, 425001, 2090 },
    { &mixed, 455000, 2100 },
    { &mixed, 455001, 2550 },
    { &mixed, 485001, 3000 }, /* 3000 + 70 + 500 and the cap */
    { &mixed, 240000, 0 },
    { &mixed, 239999, 750 },
    { &mixed, 0, 750 },
    { &mixed, LECTERN_NONE, 0 },
    { &nothing, 3600000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (lectern_deduction_for_time (rows[i].rules, rows[i].time_ms), ==, rows[i].points);
    }
}

/* The order in which a contest writes its rows has no influence, and a longer talk never loses
 * less once it is over the limit. */
static void
test_properties (void)
{
  LecternTimeRules turned = mixed;
  gint64           before = 0;

  for (guint i = 0; i < mixed.n_steps; i++)
    turned.steps[i] = mixed.steps[mixed.n_steps - 1 - i];
  for (gint64 time_ms = 300000; time_ms < 600000; time_ms += 37)
    {
      gint64 points = lectern_deduction_for_time (&mixed, time_ms);

      g_assert_cmpint (points, ==, lectern_deduction_for_time (&turned, time_ms));
      g_assert_cmpint (points, >=, before);
      before = points;
    }
}

/* Two timers: what costs less counts; what costs the same counts as the shorter. */
static void
test_two_timers (void)
{
  static const struct
  {
    const LecternTimeRules *rules;
    gint64                  first, second, counted;
  } rows[] = {
    { &mixed, LECTERN_NONE, LECTERN_NONE, LECTERN_NONE },
    { &mixed, 365001, LECTERN_NONE, 365001 },
    { &mixed, LECTERN_NONE, 365001, 365001 },
    { &mixed, 365001, 365000, 365000 },
    { &mixed, 365000, 365001, 365000 },
    { &mixed, 239999, 240000, 240000 }, /* too short costs: the longer is more favourable */
    { &mixed, 300500, 300400, 300400 },
    { &nothing, 361000, 360000, 360000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (lectern_time_more_favourable (rows[i].rules, rows[i].first, rows[i].second), ==, rows[i].counted);
}

/* Points beyond what 64 bits hold end at their border and do not wrap around; a row that is
 * neither "every" nor "beyond" takes nothing. */
static void
test_extremes (void)
{
  static const LecternTimeRules huge = { .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE, .steps = { { 1, LECTERN_NONE, G_MAXINT64 / 2 } }, .n_steps = 1 };
  static const LecternTimeRules empty = { .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE, .steps = { { 0, LECTERN_NONE, 500 } }, .n_steps = 1 };

  g_assert_cmpint (lectern_deduction_for_time (&huge, 2), ==, G_MAXINT64 - 1);
  g_assert_cmpint (lectern_deduction_for_time (&huge, 3), ==, G_MAXINT64);
  g_assert_cmpint (lectern_deduction_for_time (&huge, 1000), ==, G_MAXINT64);
  g_assert_cmpint (lectern_deduction_for_time (&empty, 1000), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/deduction/rows", test_rows);
  g_test_add_func ("/scoring/deduction/properties", test_properties);
  g_test_add_func ("/scoring/deduction/two-timers", test_two_timers);
  g_test_add_func ("/scoring/deduction/extremes", test_extremes);
  return g_test_run ();
}
