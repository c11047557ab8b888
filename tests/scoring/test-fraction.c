/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Exact figures: comparing, taking off, and rounding half up once. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-fraction.h"

static void
test_compare (void)
{
  static const struct
  {
    LecternFraction a, b;
    int             order;
  } rows[] = {
    { { 1, 2 }, { 2, 4 }, 0 },
    { { 1, 3 }, { 333, 1000 }, 1 },
    { { 2, 3 }, { 667, 1000 }, -1 },
    { { 0, 7 }, { 0, 5 }, 0 },
    { { G_MAXINT64, G_MAXINT64 - 1 }, { G_MAXINT64 - 1, G_MAXINT64 - 2 }, -1 },
    { { G_MAXINT64, 63 }, { G_MAXINT64, 64 }, 1 },
    { { -1, 2 }, { 1, 1000 }, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (lectern_fraction_compare (rows[i].a, rows[i].b), ==, rows[i].order);
      g_assert_cmpint (lectern_fraction_compare (rows[i].b, rows[i].a), ==, -rows[i].order);
    }
}

static void
test_subtract (void)
{
  LecternFraction a = lectern_fraction_subtract_to_zero (lectern_fraction_new (643000, 7), 100);

  g_assert_cmpint (lectern_fraction_compare (a, (LecternFraction){ 642300, 7 }), ==, 0);
  a = lectern_fraction_subtract_to_zero ((LecternFraction){ 643000, 7 }, 91858);
  g_assert_cmpint (lectern_fraction_compare (a, (LecternFraction){ 0, 1 }), ==, 0);
  a = lectern_fraction_subtract_to_zero ((LecternFraction){ 643000, 7 }, 91857);
  g_assert_cmpint (lectern_fraction_compare (a, (LecternFraction){ 1, 7 }), ==, 0);
  a = lectern_fraction_subtract_to_zero ((LecternFraction){ 643000, 7 }, G_MAXINT64);
  g_assert_cmpint (a.numerator, ==, 0);
  g_assert_cmpint (a.denominator, >, 0);
}

static void
test_round (void)
{
  static const struct
  {
    LecternFraction a;
    guint           decimals;
    const char     *text;
  } rows[] = {
    { { 643100, 7 }, 6, "91.871429" },
    { { 643100, 7 }, 2, "91.87" },
    { { 643100, 7 }, 0, "92" },
    { { 12345, 1 }, 2, "12.35" }, /* half goes up */
    { { 12345, 1 }, 3, "12.345" },
    { { 123449, 10 }, 2, "12.34" },
    { { 1000, 3 }, 6, "0.333333" },
    { { 2000, 3 }, 6, "0.666667" },
    { { 99995, 1 }, 2, "100.00" },
    { { 500, 1 }, 0, "1" },
    { { 499999, 1000 }, 0, "0" },
    { { 0, 9 }, 2, "0.00" },
    { { 9, 1 }, 1, "0.0" },
    { { 50, 1 }, 1, "0.1" },
    { { -500, 1 }, 0, "0" }, /* floor (x + 1/2) */
    { { -1500, 1 }, 2, "-1.50" },
    { { -1501, 1 }, 0, "-2" },
    { { G_MAXINT64, 1 }, 6, "9223372036854.775807" }, /* ends at the border of 64 bits */
    { { G_MININT64, 1 }, 6, "-9223372036854.775808" },
    { { 64000000000, 64 }, 6, "1000000.000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = lectern_fraction_format (rows[i].a, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* The published example of how rounding makes ties: 12.376 and 12.383 are both shown as 12.38,
 * apart on the exact value, tied on the rounded one. */
static void
test_rounding_makes_ties (void)
{
  LecternFraction low = { 12376, 1 }, high = { 12383, 1 };

  g_assert_cmpint (lectern_fraction_round (low, 2), ==, 1238);
  g_assert_cmpint (lectern_fraction_round (high, 2), ==, 1238);
  g_assert_cmpint (lectern_fraction_compare (low, high), <, 0);
}

/* The rounded value is never further than half a unit from the exact one, and never below
 * exactly half: r - 1/2 <= x * 10^d < r + 1/2. */
static void
test_round_is_nearest (void)
{
  static const gint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

  for (guint i = 0; i < 100000; i++)
    {
      gint64          denominator = g_test_rand_int_range (1, 65);
      LecternFraction a = { g_test_rand_int_range (0, 10000000), denominator };
      guint           decimals = (guint) g_test_rand_int_range (0, 7);
      gint64          rounded = lectern_fraction_round (a, decimals);
      __int128        exact = (__int128) a.numerator * powers[decimals] * 2;
      __int128        unit = (__int128) denominator * 1000;

      g_assert_true (exact >= (2 * (__int128) rounded - 1) * unit);
      g_assert_true (exact < (2 * (__int128) rounded + 1) * unit);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/fraction/compare", test_compare);
  g_test_add_func ("/scoring/fraction/subtract", test_subtract);
  g_test_add_func ("/scoring/fraction/round", test_round);
  g_test_add_func ("/scoring/fraction/rounding-makes-ties", test_rounding_makes_ties);
  g_test_add_func ("/scoring/fraction/round-is-nearest", test_round_is_nearest);
  return g_test_run ();
}
