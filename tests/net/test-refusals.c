/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* However many are refused, each kind is a line at once and a line a minute, and none is forgotten. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-refusals.h"

#define SECOND G_USEC_PER_SEC

static void
expect (const char *pattern)
{
  g_test_expect_message ("lectern-net", G_LOG_LEVEL_MESSAGE, pattern);
}

static void
test_summed_up (void)
{
  g_autoptr (LecternRefusals) refusals = lectern_refusals_new ();

  lectern_refusals_tick (refusals, SECOND); /* nothing to say */
  expect ("pairing codes refused: 1, the latest from 10.0.0.1");
  lectern_refusals_count (refusals, LECTERN_REFUSAL_CODE, "10.0.0.1", 2 * SECOND);
  g_test_assert_expected_messages ();
  for (guint i = 0; i < 1000; i++)
    lectern_refusals_count (refusals, LECTERN_REFUSAL_CODE, "10.0.0.2", (3 + i / 20) * SECOND);
  lectern_refusals_tick (refusals, 61 * SECOND);
  expect ("pairing codes refused: 1000, the latest from 10.0.0.2");
  lectern_refusals_tick (refusals, 62 * SECOND);
  g_test_assert_expected_messages ();
  lectern_refusals_tick (refusals, 200 * SECOND); /* nothing new to say */
  g_assert_cmpuint (lectern_refusals_get (refusals, LECTERN_REFUSAL_CODE), ==, 1001);
  g_assert_cmpuint (lectern_refusals_get (refusals, LECTERN_REFUSAL_SEAT), ==, 0);
}

/* None waits for another. */
static void
test_kinds (void)
{
  static const char *const patterns[] = {
    "connections and requests refused: 1, *",
    "requests for what is not there refused: 1, *",
    "pairing codes refused: 1, *",
    "tokens without a seat refused: 1, *",
    "messages refused: 1, *",
  };
  g_autoptr (LecternRefusals) refusals = lectern_refusals_new ();

  g_assert_cmpuint (G_N_ELEMENTS (patterns), ==, LECTERN_REFUSAL_N_KINDS);
  for (LecternRefusal kind = 0; kind < LECTERN_REFUSAL_N_KINDS; kind++)
    {
      expect (patterns[kind]);
      lectern_refusals_count (refusals, kind, "10.0.0.1", SECOND);
      g_test_assert_expected_messages ();
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusals/summed-up", test_summed_up);
  g_test_add_func ("/refusals/kinds", test_kinds);
  return g_test_run ();
}
