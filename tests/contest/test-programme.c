/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The programme in words: what each cue is called, what the next press does and what has to be
 * done before it, who has not handed in, and what comes after the last cue. */

#include "contest-fixture.h"

#include "lectern-programme.h"

static void
set_cue (LecternContest *contest,
         gint64          position)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));

  on_air->cue = position;
  fixture_put (contest, on_air);
}

static void
set_gate (LecternContest *contest,
          gint64          nominee)
{
  LecternGate *gate = lectern_record_new (&lectern_table_gate);

  gate->id = 1;
  gate->nominee = nominee;
  gate->round = g_strdup ("final");
  fixture_put (contest, gate);
}

static void
put_next_round (LecternContest *contest)
{
  LecternRound *round = lectern_record_new (&lectern_table_round);
  LecternRound *first = lectern_record_copy (lectern_contest_get_round (contest, "final"));

  lectern_record_take_string (&first->name, "复赛");
  first->advance = 1;
  fixture_put (contest, first);
  round->key = g_strdup ("next");
  round->name = g_strdup ("决赛");
  round->position = 2;
  round->state = LECTERN_ROUND_SET_UP;
  round->revision = 0;
  fixture_put (contest, round);
}

static void
set_round_state (LecternContest   *contest,
                 LecternRoundState state)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_round (contest, "final"));

  round->state = state;
  fixture_put (contest, round);
}

/* Entry 7 is missing: its cue was left behind by somebody who took the entry out by hand. */
static void
test_describe_cue (void)
{
  static const struct
  {
    LecternCueKind kind;
    gint64         nominee;
    const char    *label;
    const char    *words, *words_before_last;
  } cases[] = {
    { LECTERN_CUE_TITLE, LECTERN_NULL, NULL, "Title", NULL },
    { LECTERN_CUE_RULES, LECTERN_NULL, NULL, "Rules", NULL },
    { LECTERN_CUE_ORDER, LECTERN_NULL, NULL, "Running order", NULL },
    { LECTERN_CUE_INTRODUCE, 2, NULL, "Introduce", NULL },
    { LECTERN_CUE_TALK, 2, NULL, "Talk", NULL },
    { LECTERN_CUE_MARK, 2, NULL, "Mark", NULL },
    { LECTERN_CUE_REVEAL, 2, NULL, "Reveal No. 2", NULL },
    { LECTERN_CUE_REVEAL, 7, NULL, "Reveal No. 0", NULL },
    { LECTERN_CUE_RANKING, LECTERN_NULL, NULL, "Ranking", NULL },
    { LECTERN_CUE_BREAK, LECTERN_NULL, NULL, "Break", NULL },
    { LECTERN_CUE_BREAK, LECTERN_NULL, "合唱", "合唱", NULL },
    { LECTERN_CUE_TALLY, LECTERN_NULL, NULL, "Tally", NULL },
    { LECTERN_CUE_CEREMONY, LECTERN_NULL, NULL, "Award ceremony", "Who goes on" },
    { LECTERN_CUE_END, LECTERN_NULL, NULL, "End", NULL },
  };
  g_autoptr (LecternContest) last = fixture_contest_new ("", 2, 1);
  g_autoptr (LecternContest) before_last = fixture_contest_new ("", 2, 1);

  put_next_round (before_last);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LecternCue      *cue = lectern_record_new (&lectern_table_cue);
      g_autofree char *words = NULL;
      g_autofree char *words_before_last = NULL;

      cue->kind = cases[i].kind;
      cue->nominee = cases[i].nominee;
      cue->label = g_strdup (cases[i].label);
      words = lectern_programme_describe_cue (last, cue);
      words_before_last = lectern_programme_describe_cue (before_last, cue);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (words_before_last, ==, cases[i].words_before_last ?: cases[i].words);
      lectern_record_unref (cue);
    }
}

static void
assert_next (LecternContest *contest,
             gboolean        there_is,
             const char     *title,
             const char     *detail)
{
  g_autofree char *actual_title = NULL;
  g_autofree char *actual_detail = NULL;

  g_assert_cmpint (lectern_programme_describe_next (contest, &actual_title, &actual_detail), ==, there_is);
  g_assert_cmpstr (actual_title, ==, title);
  g_assert_cmpstr (actual_detail, ==, detail);
}

/* Cues of the fixture: title 10, rules 20, order 30, then 40 to 70 for entry 1. */
static void
test_describe_next (void)
{
  static const struct
  {
    gint64      on_air;
    const char *title, *detail;
  } cases[] = {
    { 10, "Show: Rules", "" },
    { 30, "Call No. 1 选手1", "The hall sees the introduction; judges see who is on stage." },
    { 40, "Start the clock", "No. 1 选手1: press at the first word." },
    { 50, "Stop the clock, open marking", "No. 1 选手1: records the time and lets the judges hand in." },
    { 60, "Reveal No. 1 选手1", "The hall sees the marks, the final score and the provisional place." },
    { 110, "Show: Tally", "" },
  };
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"announce\":\"at-once\"", 2, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_cue (contest, cases[i].on_air);
      assert_next (contest, TRUE, cases[i].title, cases[i].detail);
    }
}

static void
check_in (LecternContest *contest,
          const char     *round,
          gint64          nominee)
{
  LecternCheckIn *row = lectern_record_new (&lectern_table_check_in);

  row->round = g_strdup (round);
  row->nominee = nominee;
  row->wall_us = 1;
  fixture_put (contest, row);
}

/* Whoever is called without having checked in is told of; not where nobody checks in for this round. */
static void
test_not_here (void)
{
  static const char call[] = "The hall sees the introduction; judges see who is on stage.";
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"announce\":\"at-end\"", 2, 1);

  set_cue (contest, 30);
  check_in (contest, "another", 2);
  assert_next (contest, TRUE, "Call No. 1 选手1", call);
  check_in (contest, "final", 2);
  assert_next (contest, TRUE, "Call No. 1 选手1", "选手1 has not checked in. The hall sees the introduction; judges see who is on stage.");
  set_cue (contest, 40);
  assert_next (contest, TRUE, "Start the clock", "No. 1 选手1: press at the first word.");
  set_cue (contest, 60);
  set_gate (contest, 1);
  fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_SUBMITTED, 30000, 50000);
  assert_next (contest, TRUE, "Close marking. Call No. 2 选手2", "All sheets are in.");
  check_in (contest, "final", 1);
  set_cue (contest, 30);
  set_gate (contest, LECTERN_NULL);
  assert_next (contest, TRUE, "Call No. 1 选手1", call);
}

/* While marking is open the press closes it first, and says who is missing. */
static void
test_missing (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"announce\":\"at-once\"", 2, 4);
  LecternJudge *same_unit = lectern_record_copy (lectern_contest_get_judge (contest, 3));
  LecternJudge *gone = lectern_record_copy (lectern_contest_get_judge (contest, 4));
  g_autoptr (GArray) closed = lectern_programme_list_missing (contest);
  g_autoptr (GArray) missing = NULL;

  g_assert_cmpuint (closed->len, ==, 0);
  same_unit->unit = g_strdup ("u1");
  fixture_put (contest, same_unit);
  gone->active = 0;
  fixture_put (contest, gone);
  set_cue (contest, 60);
  set_gate (contest, 1);
  missing = lectern_programme_list_missing (contest);
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpint (g_array_index (missing, gint64, 1), ==, 2);
  assert_next (contest, TRUE, "Close marking. Reveal No. 1 选手1", "Judges 1, 2 have not handed in yet.");
  fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_SUBMITTED, 30000, 50000);
  assert_next (contest, TRUE, "Close marking. Reveal No. 1 选手1", "Judge 2 has not handed in yet.");
  fixture_put_sheet (contest, 1, 2, 1, LECTERN_SHEET_LOCKED, 30000, 50000);
  assert_next (contest, TRUE, "Close marking. Reveal No. 1 选手1", "All sheets are in.");
}

/* After the last cue: finalise, then go on, or wait for what the next round still needs. */
static void
test_end (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 1);
  LecternRound *other = lectern_record_new (&lectern_table_round);

  set_cue (contest, 10000);
  assert_next (contest, FALSE, "The programme is over", "");
  put_next_round (contest);
  assert_next (contest, FALSE, "The programme is over", "Finalise the round, then go on to “决赛”.");
  set_round_state (contest, LECTERN_ROUND_FINALISED);
  assert_next (contest, FALSE, "The programme is over", "Go on to “决赛” on the page Draw.");
  /* A second heat that feeds the same round and is not over. */
  other->key = g_strdup ("heat");
  other->name = g_strdup ("第二场");
  other->into = g_strdup ("next");
  other->position = 1;
  other->advance = 1;
  other->state = LECTERN_ROUND_RUNNING;
  fixture_put (contest, other);
  {
    LecternRound *first = lectern_record_copy (lectern_contest_get_round (contest, "final"));

    lectern_record_take_string (&first->into, "next");
    fixture_put (contest, first);
  }
  assert_next (contest, FALSE, "The programme is over", "“决赛” begins when “第二场” is finalised: only then it is known who speaks in it.");
}

/* A break after every seventh talk, but none shortly before the end. */
static void
test_breaks (void)
{
  static const struct
  {
    guint n_entries, n_breaks;
  } cases[] = { { 7, 0 }, { 10, 0 }, { 11, 1 }, { 17, 1 }, { 18, 2 }, { 28, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new ("", cases[i].n_entries, 1);
      GPtrArray *cues = lectern_contest_get_cues (contest);
      guint      n = 0;

      for (guint c = 0; c < cues->len; c++)
        {
          const LecternCue *cue = cues->pdata[c];

          if (cue->kind != LECTERN_CUE_BREAK)
            continue;
          n++;
          g_assert_cmpint (cue->duration_ms, ==, 10 * 60 * 1000);
        }
      g_assert_cmpuint (n, ==, cases[i].n_breaks);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/programme/describe-cue", test_describe_cue);
  g_test_add_func ("/contest/programme/describe-next", test_describe_next);
  g_test_add_func ("/contest/programme/not-here", test_not_here);
  g_test_add_func ("/contest/programme/missing", test_missing);
  g_test_add_func ("/contest/programme/end", test_end);
  g_test_add_func ("/contest/programme/breaks", test_breaks);
  return g_test_run ();
}
