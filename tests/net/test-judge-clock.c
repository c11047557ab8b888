/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The panel's clock against one that is known: over quick, slow, uneven and stalled ways. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-judge-clock.h"

#define MS ((gint64) 1000)

/* The main laptop's clock, started at 0 µs of the test's time. */
static gint64
get_truth_ms (gint64 now_us)
{
  return now_us / MS;
}

static gint64
get_error_ms (const LecternJudgeClock *clock,
              gint64                   now_us)
{
  return ABS (lectern_judge_clock_get_elapsed_ms (clock, now_us) - get_truth_ms (now_us));
}

/* A ping sent at @sent_us, @there_ms and @back_ms on its way. */
static gint64
ping (LecternJudgeClock *clock,
      gint64             sent_us,
      gint64             there_ms,
      gint64             back_ms)
{
  gint64 answered_us = sent_us + there_ms * MS;
  gint64 received_us = answered_us + back_ms * MS;

  lectern_judge_clock_take_pong (clock, TRUE, get_truth_ms (answered_us), sent_us, received_us);
  return received_us;
}

static void
test_slow (void)
{
  LecternJudgeClock clock = { 0 };
  gint64            now_us;

  /* The state was 400 ms on its way. */
  lectern_judge_clock_take_state (&clock, TRUE, get_truth_ms (1000 * MS), 1400 * MS);
  g_assert_cmpint (get_error_ms (&clock, 1400 * MS), ==, 400);
  now_us = ping (&clock, 1500 * MS, 400, 400);
  g_assert_cmpint (get_error_ms (&clock, now_us), <=, 1);
  /* A later state that is late too takes nothing back. */
  lectern_judge_clock_take_state (&clock, TRUE, get_truth_ms (3000 * MS), 4900 * MS);
  g_assert_cmpint (get_error_ms (&clock, 4900 * MS), <=, 1);
}

/* A crooked way is wrong by half the difference, until a quicker pong comes; a slower one after it
 * spoils nothing. */
static void
test_uneven (void)
{
  LecternJudgeClock clock = { 0 };
  gint64            now_us;

  lectern_judge_clock_take_state (&clock, TRUE, 0, 0);
  now_us = ping (&clock, 1000 * MS, 10, 390);
  g_assert_cmpint (get_error_ms (&clock, now_us), <=, 190);
  now_us = ping (&clock, 2000 * MS, 5, 7);
  g_assert_cmpint (get_error_ms (&clock, now_us), <=, 2);
  now_us = ping (&clock, 3000 * MS, 10, 900);
  g_assert_cmpint (get_error_ms (&clock, now_us), <=, 2);
}

/* Known delay: the next start is right from the first moment. */
static void
test_next_start (void)
{
  LecternJudgeClock clock = { 0 };

  lectern_judge_clock_take_state (&clock, FALSE, 0, 0);
  lectern_judge_clock_take_pong (&clock, FALSE, 0, 1000 * MS, 1600 * MS);
  lectern_judge_clock_take_state (&clock, TRUE, get_truth_ms (5000 * MS), 5300 * MS);
  g_assert_cmpint (get_error_ms (&clock, 5300 * MS), <=, 1);
}

static void
test_set_and_stopped (void)
{
  LecternJudgeClock clock = { 0 };

  lectern_judge_clock_take_state (&clock, TRUE, 61000, 0);
  lectern_judge_clock_take_pong (&clock, TRUE, 62000, 990 * MS, 1010 * MS);
  lectern_judge_clock_take_state (&clock, FALSE, 61500, 1500 * MS);
  g_assert_cmpint (lectern_judge_clock_get_elapsed_ms (&clock, 9000 * MS), ==, 61500);
  /* Set on by somebody while it ran, and set back. */
  lectern_judge_clock_take_state (&clock, TRUE, 90000, 10000 * MS);
  lectern_judge_clock_take_pong (&clock, TRUE, 91000, 10990 * MS, 11010 * MS);
  lectern_judge_clock_take_state (&clock, TRUE, 200000, 12000 * MS);
  g_assert_cmpint (lectern_judge_clock_get_elapsed_ms (&clock, 12000 * MS), >=, 200000);
  lectern_judge_clock_take_pong (&clock, TRUE, 201000, 12990 * MS, 13010 * MS);
  lectern_judge_clock_take_state (&clock, TRUE, 30000, 14000 * MS);
  g_assert_cmpint (ABS (lectern_judge_clock_get_elapsed_ms (&clock, 14000 * MS) - 30000), <=, 10);
  /* By less than a late state would explain: the next pong says so. */
  lectern_judge_clock_take_pong (&clock, TRUE, 31000, 14990 * MS, 15010 * MS);
  lectern_judge_clock_take_state (&clock, TRUE, 30500, 15500 * MS);
  lectern_judge_clock_take_pong (&clock, TRUE, 31000, 15980 * MS, 16020 * MS);
  g_assert_cmpint (ABS (lectern_judge_clock_get_elapsed_ms (&clock, 16000 * MS) - 31000), <=, 10);
}

static void
test_nonsense (void)
{
  LecternJudgeClock clock = { 0 };

  lectern_judge_clock_take_state (&clock, TRUE, 1000, 1000 * MS);
  lectern_judge_clock_take_pong (&clock, TRUE, 999999, 9000 * MS, 1100 * MS); /* answered before it was asked */
  lectern_judge_clock_take_pong (&clock, TRUE, 999999, 0, 1000000 * MS);      /* or hours later */
  lectern_judge_clock_take_pong (&clock, TRUE, 999999, G_MININT64, 1100 * MS);
  g_assert_cmpint (lectern_judge_clock_get_elapsed_ms (&clock, 1100 * MS), ==, 1100);
  /* Figures no clock shows. */
  lectern_judge_clock_take_state (&clock, TRUE, G_MAXINT64, 1100 * MS);
  g_assert_cmpint (lectern_judge_clock_get_elapsed_ms (&clock, 1100 * MS), ==, LECTERN_JUDGE_CLOCK_MOST_MS);
  lectern_judge_clock_take_pong (&clock, TRUE, G_MININT64, 1100 * MS, 1100 * MS);
  g_assert_cmpint (lectern_judge_clock_get_elapsed_ms (&clock, 1100 * MS), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judge-clock/slow", test_slow);
  g_test_add_func ("/judge-clock/uneven", test_uneven);
  g_test_add_func ("/judge-clock/next-start", test_next_start);
  g_test_add_func ("/judge-clock/set-and-stopped", test_set_and_stopped);
  g_test_add_func ("/judge-clock/nonsense", test_nonsense);
  return g_test_run ();
}
