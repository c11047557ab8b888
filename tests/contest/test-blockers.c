/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What keeps a round from being finalised: one way of being unready at a time, each with the one
 * sentence that says what to do, and nothing of what has no bearing on the result. */

#include "contest-fixture.h"

#include "lectern-ranking.h"

#define FLAGS ",\"panel\":{\"trim_low\":0,\"trim_high\":0,\"flag\":{\"total\":\"10\"}}"

static void
finish (LecternContest *contest,
        gint64          n)
{
  for (gint64 j = 1; j <= 3; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, 50000 - n * 1000);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, FALSE);
}

static LecternContest *
make (const char *extra)
{
  LecternContest *contest = fixture_contest_new (extra, 3, 3);

  for (gint64 n = 1; n <= 3; n++)
    finish (contest, n);
  return contest;
}

static void
assert_blocked (LecternContest *contest,
                const char     *sentence)
{
  g_autoptr (GPtrArray) blockers = lectern_ranking_list_blockers (contest, "final");

  if (sentence == NULL)
    {
      g_assert_cmpuint (blockers->len, ==, 0);
      return;
    }
  g_assert_cmpuint (blockers->len, ==, 1);
  g_assert_cmpstr (((LecternProblem *) blockers->pdata[0])->message, ==, sentence);
}

static void
remove_sheet (LecternContest *contest,
              gint64          nominee,
              gint64          judge)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, nominee);

  lectern_change_remove (change, lectern_record_ref (lectern_contest_get_counted_sheet (contest, entry, judge)));
  lectern_contest_apply (contest, change);
}

static void
set_active (LecternContest *contest,
            gint64          number,
            gint64          active)
{
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, number));

  judge->active = active;
  fixture_put (contest, judge);
}

static void
put_recusal (LecternContest *contest,
             gint64          judge)
{
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  recusal->round = g_strdup ("final");
  recusal->nominee = 2;
  recusal->judge = judge;
  recusal->reason = g_strdup ("");
  fixture_put (contest, recusal);
}

static void
test_ready (void)
{
  g_autoptr (LecternContest) contest = make ("");

  assert_blocked (contest, NULL);
  fixture_set_entry (contest, 2, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE); /* owes nothing */
  assert_blocked (contest, NULL);
}

static void
test_not_drawn (void)
{
  g_autoptr (LecternContest) contest = make ("");
  g_autoptr (LecternContest) empty = lectern_contest_new ();
  LecternRound *round = lectern_record_copy (lectern_contest_get_round (contest, "final"));

  round->state = LECTERN_ROUND_SET_UP;
  fixture_put (contest, round);
  assert_blocked (contest, "The running order has not been drawn.");
  assert_blocked (empty, "The running order has not been drawn.");
}

static void
test_entry (void)
{
  g_autoptr (LecternContest) contest = make ("");

  fixture_set_entry (contest, 2, LECTERN_ENTRY_CALLED, LECTERN_NULL, FALSE);
  assert_blocked (contest, "No. 2 选手2 is not done yet. Finish the entry, or record a forfeit.");
  fixture_set_entry (contest, 2, LECTERN_ENTRY_MARKING, LECTERN_NULL, FALSE); /* its time is still to come */
  assert_blocked (contest, "No. 2 选手2 is not done yet. Finish the entry, or record a forfeit.");
  fixture_set_entry (contest, 2, LECTERN_ENTRY_DONE, LECTERN_NULL, FALSE);
  assert_blocked (contest, "No. 2 选手2 has no time on record. Enter it with a reason.");
}

static void
test_sheets (void)
{
  g_autoptr (LecternContest) contest = make ("");

  remove_sheet (contest, 2, 1);
  remove_sheet (contest, 2, 3);
  assert_blocked (contest, "No. 2 选手2: sheets are missing from judges 1 评委1, 3 评委3. Have them handed in, or record recusals.");
  put_recusal (contest, 1);
  assert_blocked (contest, "No. 2 选手2: sheets are missing from judges 3 评委3. Have them handed in, or record recusals.");
  set_active (contest, 3, 0);
  assert_blocked (contest, NULL);
  put_recusal (contest, 2);
  assert_blocked (contest, "No. 2 选手2: every judge is recused or was absent, so nobody marks it. Lift a recusal or add a judge.");
}

static void
test_clock (void)
{
  g_autoptr (LecternContest) contest = make ("");

  for (gint64 phase = LECTERN_CLOCK_IDLE; phase <= LECTERN_CLOCK_STOPPED; phase++)
    {
      LecternClockRecord *clock = lectern_record_copy (lectern_contest_get_clock (contest));

      clock->phase = phase;
      fixture_put (contest, clock);
      assert_blocked (contest, phase == LECTERN_CLOCK_RUNNING || phase == LECTERN_CLOCK_PAUSED ? "The clock has not been stopped. Stop it." : NULL);
    }
}

static void
test_gate (void)
{
  g_autoptr (LecternContest) contest = make ("");
  LecternGate *gate = lectern_record_new (&lectern_table_gate);

  gate->id = 1;
  gate->round = g_strdup ("final");
  gate->nominee = 3;
  fixture_put (contest, gate);
  assert_blocked (contest, "Marking is still open for No. 3. Close it.");
}

/* A sheet far from the others waits for the head judge, unless the entry forfeited after all. */
static void
test_flag (void)
{
  g_autoptr (LecternContest) contest = make (FLAGS);

  assert_blocked (contest, NULL);
  fixture_put_sheet (contest, 2, 3, 1, LECTERN_SHEET_LOCKED, 30000, 36000);
  assert_blocked (contest, "No. 2 选手2: 1 sheet lies far from the others and the head judge has not looked at it.");
  fixture_set_entry (contest, 2, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  assert_blocked (contest, NULL);
}

static void
put_keying (LecternContest *contest,
            const char     *round,
            gint64          pass)
{
  LecternKeying *keying = lectern_record_new (&lectern_table_keying);

  keying->round = g_strdup (round);
  keying->nominee = 1;
  keying->judge = 2;
  keying->pass = pass;
  keying->marks = g_strdup ("{}");
  keying->clerk = g_strdup ("李");
  keying->wall_us = 0;
  fixture_put (contest, keying);
}

/* A paper sheet keyed once, or twice and not alike, is one sentence; another round's is none. */
static void
test_keying (void)
{
  static const char *const sentence = "No. 1: the paper sheet of judge 2 was not keyed alike by two people yet. Key it again.";
  g_autoptr (LecternContest) contest = make ("");

  put_keying (contest, "other", 1);
  assert_blocked (contest, NULL);
  put_keying (contest, "final", 2);
  assert_blocked (contest, sentence);
  put_keying (contest, "final", 1);
  assert_blocked (contest, sentence);
}

static void
test_tie (void)
{
  g_autoptr (LecternContest) contest = make ("");

  for (gint64 n = 1; n <= 2; n++)
    for (gint64 j = 1; j <= 3; j++)
      fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, 50000);
  assert_blocked (contest, "Nos. 1, 2 are equal at rank 1, across the border of an award. The jury must record its decision.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/blockers/ready", test_ready);
  g_test_add_func ("/contest/blockers/not-drawn", test_not_drawn);
  g_test_add_func ("/contest/blockers/entry", test_entry);
  g_test_add_func ("/contest/blockers/sheets", test_sheets);
  g_test_add_func ("/contest/blockers/clock", test_clock);
  g_test_add_func ("/contest/blockers/gate", test_gate);
  g_test_add_func ("/contest/blockers/flag", test_flag);
  g_test_add_func ("/contest/blockers/keying", test_keying);
  g_test_add_func ("/contest/blockers/tie", test_tie);
  return g_test_run ();
}
