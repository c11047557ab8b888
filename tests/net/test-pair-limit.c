/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Guessing of pairing codes is slowed down, address by address, with the time told by the test. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-pair-limit.h"

#define SECOND G_USEC_PER_SEC

static void
test_five_a_minute (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();

  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", i * SECOND), ==, 0);
  g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", 5 * SECOND), ==, 55);
  g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", 60 * SECOND - 1), ==, 1);
  g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", 60 * SECOND), ==, 0);
  g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", 60 * SECOND), ==, 1);
}

static void
test_waiting_counts_nothing (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();

  for (guint i = 0; i < 1000; i++)
    lectern_pair_limit_try (limit, "10.0.0.5", 0);
  g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", 60 * SECOND), ==, 0);
}

static void
test_addresses_apart (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();

  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", 0), ==, 0);
  g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", 0), >, 0);
  g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.6", 0), ==, 0);
}

static void
test_right_codes_do_not_count (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();

  for (guint i = 0; i < 50; i++)
    {
      g_assert_cmpuint (lectern_pair_limit_try (limit, "10.0.0.5", i), ==, 0);
      lectern_pair_limit_forgive (limit, "10.0.0.5", i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-limit/five-a-minute", test_five_a_minute);
  g_test_add_func ("/pair-limit/waiting-counts-nothing", test_waiting_counts_nothing);
  g_test_add_func ("/pair-limit/addresses-apart", test_addresses_apart);
  g_test_add_func ("/pair-limit/right-codes-do-not-count", test_right_codes_do_not_count);
  return g_test_run ();
}
