/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Marks read and written: what a keyboard in the hall can bring, and what must be refused. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-mark.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      mark; /* -1: refused */
  } rows[] = {
    { "0", 0 },
    { "40", 40000 },
    { "36.5", 36500 },
    { "36.50", 36500 },
    { "0.001", 1 },
    { "007.25", 7250 },
    { "３６．５", 36500 },
    { "３6.５", 36500 },
    { " 36.5 ", 36500 },
    { "　36.5\t", 36500 },
    { "1000000", LECTERN_MARK_MAX },
    { "1000000.000", LECTERN_MARK_MAX },
    { "1000000.001", -1 },
    { "1000001", -1 },
    { "99999999999999999999999999", -1 },
    { "0000000000000000000000000000000000000001", -1 },
    { "", -1 },
    { " ", -1 },
    { ".", -1 },
    { ".5", -1 },
    { "5.", -1 },
    { "36..5", -1 },
    { "36.5.1", -1 },
    { "36.5001", -1 },
    { "36.5000", -1 },
    { "3 6", -1 },
    { "36 .5", -1 },
    { "-1", -1 },
    { "+1", -1 },
    { "－1", -1 },
    { "1e1", -1 },
    { "0x10", -1 },
    { "36,5", -1 },
    { "36。5", -1 },
    { "٣", -1 },
    { "nan", -1 },
    { "36.5\xff", -1 },
    { "3\xef\xbc", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64   mark = -7;
      gboolean taken = lectern_mark_parse (rows[i].text, &mark);

      g_test_message ("row %u", i);
      g_assert_cmpint (taken, ==, rows[i].mark >= 0);
      g_assert_cmpint (mark, ==, taken ? rows[i].mark : -7);
    }
  g_assert_false (lectern_mark_parse (NULL, &(gint64){ 0 }));
}

static void
test_format (void)
{
  static const struct
  {
    gint64      mark;
    const char *plain;
    const char *fixed[4];
  } rows[] = {
    { 0, "0", { "0", "0.0", "0.00", "0.000" } },
    { 40000, "40", { "40", "40.0", "40.00", "40.000" } },
    { 36500, "36.5", { "37", "36.5", "36.50", "36.500" } },
    { 36499, "36.499", { "36", "36.5", "36.50", "36.499" } },
    { 36490, "36.49", { "36", "36.5", "36.49", "36.490" } },
    { 5, "0.005", { "0", "0.0", "0.01", "0.005" } },
    { 50, "0.05", { "0", "0.1", "0.05", "0.050" } },
    { 999950, "999.95", { "1000", "1000.0", "999.95", "999.950" } },
    { -1500, "-1.5", { "-1", "-1.5", "-1.50", "-1.500" } },
    { LECTERN_MARK_MAX, "1000000", { "1000000", "1000000.0", "1000000.00", "1000000.000" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plain = lectern_mark_format (rows[i].mark);

      g_assert_cmpstr (plain, ==, rows[i].plain);
      for (guint decimals = 0; decimals < 4; decimals++)
        {
          g_autofree char *fixed = lectern_mark_format_fixed (rows[i].mark, decimals);

          g_assert_cmpstr (fixed, ==, rows[i].fixed[decimals]);
        }
    }
}

/* What is written reads back as the same mark. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64           mark = g_test_rand_int_range (0, G_MAXINT32) % (LECTERN_MARK_MAX + 1);
      gint64           back = -1;
      g_autofree char *text = lectern_mark_format (mark);

      g_assert_true (lectern_mark_parse (text, &back));
      g_assert_cmpint (back, ==, mark);
    }
}

static void
test_range_and_step (void)
{
  static const struct
  {
    gint64   mark, max, step;
    gboolean in_range, on_step;
  } rows[] = {
    { 0, 40000, 100, TRUE, TRUE },
    { 40000, 40000, 100, TRUE, TRUE },
    { 40001, 40000, 100, FALSE, FALSE },
    { 40100, 40000, 100, FALSE, TRUE },
    { -100, 40000, 100, FALSE, TRUE },
    { 36550, 40000, 100, TRUE, FALSE },
    { 36550, 40000, 50, TRUE, TRUE },
    { 36500, 40000, 1000, TRUE, FALSE },
    { 3, 10, 1, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (lectern_mark_is_in_range (rows[i].mark, rows[i].max), ==, rows[i].in_range);
      g_assert_cmpint (lectern_mark_is_on_step (rows[i].mark, rows[i].step), ==, rows[i].on_step);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/mark/parse", test_parse);
  g_test_add_func ("/scoring/mark/format", test_format);
  g_test_add_func ("/scoring/mark/round-trip", test_round_trip);
  g_test_add_func ("/scoring/mark/range-and-step", test_range_and_step);
  return g_test_run ();
}
