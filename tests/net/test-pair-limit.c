/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Guessing of pairing codes is slowed down, address by address, with the time told by the test. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-pair-limit.h"

#define SECOND G_USEC_PER_SEC

/* Looks at a code and finds it wrong, if it may be looked at. */
static guint
guess (LecternPairLimit *limit,
       const char       *address,
       gint64            now_us)
{
  guint wait = lectern_pair_limit_check (limit, address, now_us);

  if (wait == 0)
    lectern_pair_limit_count_wrong (limit, address, now_us);
  return wait;
}

static void
test_five_a_minute (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();

  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (guess (limit, "10.0.0.5", i * SECOND), ==, 0);
  g_assert_cmpuint (guess (limit, "10.0.0.5", 5 * SECOND), ==, 55);
  g_assert_cmpuint (guess (limit, "10.0.0.5", 60 * SECOND - 1), ==, 1);
  g_assert_cmpuint (guess (limit, "10.0.0.5", 60 * SECOND), ==, 0);
  g_assert_cmpuint (guess (limit, "10.0.0.5", 60 * SECOND), ==, 1);
}

/* However fast somebody guesses: 5 the first minute, 5 the next. */
static void
test_flood (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();
  guint n_looked_at = 0;

  for (guint i = 0; i < 10000; i++)
    n_looked_at += guess (limit, "10.0.0.5", (gint64) i * 12000) == 0; /* two minutes, less 12 ms */
  g_assert_cmpuint (n_looked_at, ==, 10);
}

static void
test_addresses_apart (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();

  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (guess (limit, "10.0.0.5", 0), ==, 0);
  g_assert_cmpuint (guess (limit, "10.0.0.5", 0), >, 0);
  g_assert_cmpuint (guess (limit, "10.0.0.6", 0), ==, 0);
}

/* Somebody with many addresses gets no more than thirty a minute with all of them, and a right code waits then, too. */
static void
test_all_together (void)
{
  g_autoptr (LecternPairLimit) limit = lectern_pair_limit_new ();
  guint n_looked_at = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *address = g_strdup_printf ("10.0.%u.%u", i % 100, i / 100);

      n_looked_at += guess (limit, address, (gint64) i * 12000) == 0; /* two minutes, less 12 ms */
    }
  g_assert_cmpuint (n_looked_at, ==, 60);
  g_assert_cmpuint (lectern_pair_limit_check (limit, "10.1.1.1", 120 * SECOND - 1), >, 0);
  g_assert_cmpuint (lectern_pair_limit_check (limit, "10.1.1.1", 200 * SECOND), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-limit/five-a-minute", test_five_a_minute);
  g_test_add_func ("/pair-limit/flood", test_flood);
  g_test_add_func ("/pair-limit/addresses-apart", test_addresses_apart);
  g_test_add_func ("/pair-limit/all-together", test_all_together);
  return g_test_run ();
}
