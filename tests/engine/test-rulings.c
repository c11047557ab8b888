/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rulings in the middle of an evening: a talk that starts again, here or at the end, sheets that
 * become void, a sheet reopened with a second person, a judge replaced, flags for the head judge.
 * What tables alone can show is in tests/cli/rulings-test.py. */

#include "engine-fixture.h"

#include "lectern-flags.h"
#include "lectern-journal-line.h"
#include "lectern-programme.h"
#include "lectern-ranking.h"
#include "lectern-scene.h"

#define SECOND G_USEC_PER_SEC

static void
draw (Fixture *f)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_DRAW);

  action->text = g_strdup ("种子");
  fixture_do (f, action);
}

static const LecternEntry *
get_entry (Fixture *f,
           gint64   lot)
{
  return lectern_contest_get_entry_by_lot (fixture_contest (f), lot);
}

/* Called, talking for @seconds, marking. */
static void
bring_to_marking (Fixture *f,
                  gint64   lot,
                  gint64   seconds)
{
  fixture_do (f, fixture_action_with (LECTERN_ACTION_CALL, lot, NULL));
  fixture_do (f, fixture_action (LECTERN_ACTION_START_CLOCK));
  f->now_us += seconds * SECOND;
  fixture_do (f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
  fixture_do (f, fixture_action (LECTERN_ACTION_OPEN_GATE));
}

static void
hand_in (Fixture    *f,
         gint64      judge,
         gint64      lot,
         const char *content)
{
  fixture_do (f, fixture_sheet (judge, lot, NULL, content, "50", TRUE));
}

static LecternAction *
restart (gint64      lot,
         gint64      given_ms,
         gboolean    at_end,
         const char *reason,
         const char *second)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_RESTART, lot, reason);

  action->number = given_ms;
  action->on = at_end;
  action->second = g_strdup (second);
  return action;
}

static const LecternRuling *
get_last_ruling (Fixture *f)
{
  g_autoptr (GPtrArray) rulings = lectern_contest_list_rows (fixture_contest (f), &lectern_table_ruling);

  g_assert_cmpuint (rulings->len, >, 0);
  return rulings->pdata[rulings->len - 1]; /* the contest keeps it alive */
}

static void
verify_and_clear (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  fixture_reopen (f);
  g_assert_true (lectern_engine_verify (f->path, NULL, &error));
  g_assert_no_error (error);
  fixture_clear (f);
}

/* The clock is given back, the sheets that were there are void, the judges mark afresh. */
static void
test_restart_here (void)
{
  Fixture             f = { NULL };
  const LecternEntry *entry;

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  bring_to_marking (&f, 1, 200);
  hand_in (&f, 1, 1, "30");
  fixture_do (&f, fixture_sheet (2, 1, NULL, "20", NULL, FALSE));
  fixture_refuse (&f, restart (1, 150000, FALSE, NULL, "组长"), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, restart (1, 150000, FALSE, "断电", NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, restart (1, 150000, TRUE, "断电", "组长"), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, restart (2, 0, FALSE, "断电", "组长"), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, restart (1, 150000, FALSE, "断电", "组长"));
  entry = get_entry (&f, 1);
  g_assert_cmpint (entry->state, ==, LECTERN_ENTRY_CALLED);
  g_assert_cmpint (entry->time_ms, ==, LECTERN_NULL);
  g_assert_null (lectern_contest_get_entry_at_gate (fixture_contest (&f)));
  g_assert_null (lectern_contest_get_counted_sheet (fixture_contest (&f), entry, 1));
  g_assert_cmpint (lectern_contest_get_sheet_state (fixture_contest (&f), entry, 1), ==, LECTERN_SHEET_NONE);
  g_assert_cmpint (get_last_ruling (&f)->kind, ==, LECTERN_RULING_RESTART);
  g_assert_cmpstr (get_last_ruling (&f)->second, ==, "组长");
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "50", TRUE), LECTERN_CONTEST_ERROR_GATE_CLOSED);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO)); /* the next cue is the talk again */
  f.now_us += 30 * SECOND;
  g_assert_cmpint (lectern_engine_get_elapsed_ms (f.engine, lectern_contest_get_clock (fixture_contest (&f))), ==, 180000);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_cmpint (get_entry (&f, 1)->time_ms, ==, 180000);
  hand_in (&f, 1, 1, "35");
  g_assert_cmpint (lectern_contest_get_counted_sheet (fixture_contest (&f), get_entry (&f, 1), 1)->version, ==, 2);
  verify_and_clear (&f);
}

/* At the end of the order: everybody else speaks first, then this one, then the tally. */
static void
test_restart_at_end (void)
{
  Fixture    f = { NULL };
  GPtrArray *cues;
  guint      last = 0;

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  f.now_us += 20 * SECOND;
  fixture_do (&f, restart (1, LECTERN_NULL, TRUE, "课件打不开", "组长"));
  g_assert_cmpint (get_entry (&f, 1)->state, ==, LECTERN_ENTRY_WAITING);
  g_assert_null (lectern_contest_get_entry_on_stage (fixture_contest (&f)));
  g_assert_cmpint (lectern_contest_get_clock (fixture_contest (&f))->phase, ==, LECTERN_CLOCK_IDLE);
  g_assert_cmpint (lectern_contest_get_next_cue (fixture_contest (&f))->nominee, ==, get_entry (&f, 2)->nominee);
  cues = lectern_contest_get_cues (fixture_contest (&f));
  for (guint i = 0; i < cues->len; i++)
    if (((LecternCue *) cues->pdata[i])->nominee != LECTERN_NULL)
      last = i;
  g_assert_cmpint (((LecternCue *) cues->pdata[last])->nominee, ==, get_entry (&f, 1)->nominee);
  g_assert_cmpint (((LecternCue *) cues->pdata[last + 1])->kind, ==, LECTERN_CUE_TALLY);
  verify_and_clear (&f);
}

/* A forfeit that was wrong is taken back by the same ruling; what is done is not. */
static void
test_restart_forfeited (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_FORFEIT, 2, "未到场"));
  g_assert_cmpint (get_last_ruling (&f)->kind, ==, LECTERN_RULING_FORFEIT);
  fixture_do (&f, restart (2, LECTERN_NULL, TRUE, "堵车，评委会同意", "组长"));
  g_assert_cmpint (get_entry (&f, 2)->state, ==, LECTERN_ENTRY_WAITING);
  g_assert_null (get_entry (&f, 2)->forfeit_reason);
  fixture_refuse (&f, restart (1, LECTERN_NULL, TRUE, "x", "y"), LECTERN_CONTEST_ERROR_WRONG_STATE); /* waits anyway */
  bring_to_marking (&f, 1, 100);
  for (gint64 j = 1; j <= 3; j++)
    hand_in (&f, j, 1, "30");
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  fixture_refuse (&f, restart (1, LECTERN_NULL, TRUE, "x", "y"), LECTERN_CONTEST_ERROR_WRONG_STATE); /* done */
  verify_and_clear (&f);
}

static char *
read_last_sentence (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (f->engine, lectern_follower_get_seq (f->follower) - 1, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  return g_strdup (((LecternJournalLine *) lines->pdata[0])->sentence);
}

/* The journal says what an amended sheet changed, old and new. */
static void
test_amended_sheet (void)
{
  Fixture          f = { NULL };
  g_autofree char *sentence = NULL;
  g_autofree char *unchanged = NULL;
  LecternAction   *reopen;

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  bring_to_marking (&f, 1, 100);
  for (gint64 j = 1; j <= 3; j++)
    hand_in (&f, j, 1, "30");
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  reopen = fixture_action_with (LECTERN_ACTION_REOPEN_SHEET, 1, "写错一格");
  reopen->judge = 2;
  reopen->second = g_strdup ("监督员");
  fixture_do (&f, reopen);
  g_assert_cmpint (get_last_ruling (&f)->judge, ==, 2);
  fixture_do (&f, fixture_sheet (2, 1, NULL, "33.5", "50", TRUE));
  sentence = read_last_sentence (&f);
  g_assert_nonnull (strstr (sentence, "30 → 33.5"));
  g_assert_null (strstr (sentence, "50 → 50"));
  g_assert_cmpstr (lectern_contest_get_counted_sheet (fixture_contest (&f), get_entry (&f, 1), 2)->reason, ==, "写错一格");
  fixture_do (&f, fixture_sheet (2, 1, NULL, "33.5", "50", TRUE));
  unchanged = read_last_sentence (&f);
  g_assert_null (strstr (unchanged, "→"));
  verify_and_clear (&f);
}

/* A judge's slip is put right while the next is on stage: the hall goes on seeing who is there, and the large button goes on
 * from there, closing the marking on its way. */
static void
test_reopened_beside_the_show (void)
{
  Fixture             f = { NULL };
  LecternAction      *reopen = fixture_action_with (LECTERN_ACTION_REOPEN_SHEET, 1, "写错一格");
  const LecternOnAir *on_air;
  g_autofree char    *title = NULL;
  g_autofree char    *detail = NULL;
  gint64              cue;

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  bring_to_marking (&f, 1, 100);
  for (gint64 j = 1; j <= 3; j++)
    hand_in (&f, j, 1, "30");
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO)); /* calls the second */
  on_air = lectern_contest_get_on_air (fixture_contest (&f));
  cue = on_air->cue;
  g_assert_cmpint (on_air->kind, ==, LECTERN_SCENE_INTRODUCTION);
  reopen->judge = 2;
  reopen->second = g_strdup ("组长");
  fixture_do (&f, reopen);
  on_air = lectern_contest_get_on_air (fixture_contest (&f));
  g_assert_cmpint (on_air->kind, ==, LECTERN_SCENE_INTRODUCTION);
  g_assert_cmpint (on_air->cue, ==, cue);
  g_assert_cmpint (lectern_contest_get_entry_at_gate (fixture_contest (&f))->lot, ==, 1);
  fixture_do (&f, fixture_sheet (2, 1, NULL, "33.5", "50", TRUE));
  g_assert_true (lectern_programme_describe_next (fixture_contest (&f), &title, &detail));
  g_assert_cmpstr (title, ==, "Close marking. Start the clock");
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_null (lectern_contest_get_entry_at_gate (fixture_contest (&f)));
  g_assert_cmpint (get_entry (&f, 1)->state, ==, LECTERN_ENTRY_DONE);
  g_assert_cmpint (get_entry (&f, 2)->state, ==, LECTERN_ENTRY_TALKING);
  g_assert_cmpint (lectern_contest_get_sheet_state (fixture_contest (&f), get_entry (&f, 1), 2), ==, LECTERN_SHEET_LOCKED);
  verify_and_clear (&f);
}

/* The laptop of a judge who was replaced writes no more; the newcomer marks what is to come. */
static void
test_replaced (void)
{
  Fixture        f = { NULL };
  LecternAction *pair = fixture_action (LECTERN_ACTION_PAIR);
  LecternAction *replace = fixture_action_with (LECTERN_ACTION_REPLACE_JUDGE, LECTERN_NULL, "急事");
  LecternAction *code = fixture_action (LECTERN_ACTION_MAKE_CODE);
  LecternJudge  *newcomer = lectern_record_new (&lectern_table_judge);
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GPtrArray) pairings = NULL;
  guint n_expected, n_submitted;

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  code->judge = 1;
  fixture_do (&f, code);
  pairings = lectern_contest_list_rows (fixture_contest (&f), &lectern_table_pairing);
  pair->text = g_strdup (((LecternPairing *) pairings->pdata[0])->code);
  pair->key = g_strnfill (64, 'a');
  fixture_do (&f, pair);
  bring_to_marking (&f, 1, 100);
  hand_in (&f, 2, 1, "30");
  newcomer->number = 9;
  newcomer->name = g_strdup ("新评委");
  lectern_action_add_record (replace, newcomer);
  replace->judge = 1;
  fixture_do (&f, replace);
  seats = lectern_contest_list_rows (fixture_contest (&f), &lectern_table_seat);
  g_assert_cmpint (((LecternSeat *) seats->pdata[0])->revoked, ==, 1);
  g_assert_cmpint (lectern_contest_get_judge (fixture_contest (&f), 9)->head, ==, 1); /* the head judge's place */
  g_assert_cmpint (lectern_contest_get_judge (fixture_contest (&f), 9)->replaces, ==, 1);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "50", TRUE), LECTERN_CONTEST_ERROR_UNAUTHORISED);
  lectern_contest_count_sheets (fixture_contest (&f), get_entry (&f, 1), &n_expected, &n_submitted);
  g_assert_cmpuint (n_expected, ==, 3);
  g_assert_cmpuint (n_submitted, ==, 1);
  hand_in (&f, 9, 1, "31");
  hand_in (&f, 3, 1, "31");
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  verify_and_clear (&f);
}

/* What was marked before somebody took over has no place for him: he was neither recused nor away. */
static void
test_came_later (void)
{
  Fixture        f = { NULL };
  LecternAction *replace = fixture_action_with (LECTERN_ACTION_REPLACE_JUDGE, LECTERN_NULL, "急事");
  LecternAction *away = fixture_action_with (LECTERN_ACTION_RECUSE, LECTERN_NULL, "身体不适");
  LecternJudge  *newcomer = lectern_record_new (&lectern_table_judge);

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  bring_to_marking (&f, 1, 100);
  for (gint64 judge = 1; judge <= 3; judge++)
    hand_in (&f, judge, 1, "30");
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  newcomer->number = 9;
  newcomer->name = g_strdup ("新评委");
  lectern_action_add_record (replace, newcomer);
  replace->judge = 1;
  fixture_do (&f, replace);
  away->judge = 2;
  away->lot = 2;
  away->number = LECTERN_RECUSAL_ABSENT;
  fixture_do (&f, away);
  g_assert_true (lectern_contest_is_absent (fixture_contest (&f), get_entry (&f, 1), 9));
  g_assert_true (lectern_contest_came_later (fixture_contest (&f), get_entry (&f, 1), 9));
  g_assert_false (lectern_contest_came_later (fixture_contest (&f), get_entry (&f, 2), 9));
  g_assert_true (lectern_contest_is_absent (fixture_contest (&f), get_entry (&f, 2), 2));
  g_assert_false (lectern_contest_came_later (fixture_contest (&f), get_entry (&f, 2), 2));
  verify_and_clear (&f);
}

static LecternAction *
see_flag (gint64 lot,
          gint64 judge)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_SEE_FLAG, lot, NULL);

  action->judge = judge;
  return action;
}

/* For g_ptr_array_find_with_equal_func(). */
static gboolean
is_about (gconstpointer problem,
          gconstpointer column)
{
  return g_strcmp0 (((const LecternProblem *) problem)->column, column) == 0;
}

/* Flagged while the gate is open, with nothing of it in anybody's result; a blocker until seen, and
 * again after the sheet was amended into another far one. */
static void
test_flags (void)
{
  Fixture     f = { NULL };
  LecternFlag flag;
  g_autoptr (GPtrArray) blockers = NULL;
  g_autoptr (GPtrArray) after = NULL;

  f.panel = ",\"flag\":{\"mark\":\"8\",\"total\":\"20\"}";
  fixture_init (&f, 2, 4, FALSE);
  draw (&f);
  bring_to_marking (&f, 1, 100);
  hand_in (&f, 1, 1, "30");
  hand_in (&f, 2, 1, "31");
  g_assert_false (lectern_flags_find (fixture_contest (&f), get_entry (&f, 1), 1, &flag)); /* one other is no middle */
  hand_in (&f, 3, 1, "22");
  g_assert_true (lectern_flags_find (fixture_contest (&f), get_entry (&f, 1), 3, &flag));
  g_assert_false (flag.total);
  g_assert_cmpstr (flag.criterion->key, ==, "content");
  fixture_refuse (&f, see_flag (1, 1), LECTERN_CONTEST_ERROR_NOT_FOUND);
  hand_in (&f, 4, 1, "30");
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  blockers = lectern_ranking_list_blockers (fixture_contest (&f), NULL);
  g_assert_true (g_ptr_array_find_with_equal_func (blockers, "flag", is_about, NULL));
  fixture_do (&f, see_flag (1, 3));
  g_assert_cmpuint (lectern_flags_count_unseen (fixture_contest (&f), get_entry (&f, 1)), ==, 0);
  after = lectern_ranking_list_blockers (fixture_contest (&f), NULL);
  g_assert_false (g_ptr_array_find_with_equal_func (after, "flag", is_about, NULL));
  verify_and_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/rulings/restart-here", test_restart_here);
  g_test_add_func ("/engine/rulings/restart-at-end", test_restart_at_end);
  g_test_add_func ("/engine/rulings/restart-forfeited", test_restart_forfeited);
  g_test_add_func ("/engine/rulings/amended-sheet", test_amended_sheet);
  g_test_add_func ("/engine/rulings/reopened-beside-the-show", test_reopened_beside_the_show);
  g_test_add_func ("/engine/rulings/replaced", test_replaced);
  g_test_add_func ("/engine/rulings/came-later", test_came_later);
  g_test_add_func ("/engine/rulings/flags", test_flags);
  return g_test_run ();
}
