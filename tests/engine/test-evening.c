/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* An evening through the engine alone: every cue by GO, sheets, reveal, ranking, finalising, and
 * the proof at the end. */

#include "engine-fixture.h"

#include "lectern-programme.h"
#include "lectern-ranking.h"
#include "lectern-scene.h"

#define SECOND G_USEC_PER_SEC

static LecternScene *
get_scene (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  LecternScene *scene = lectern_scene_from_json (lectern_contest_get_on_air (fixture_contest (f))->scene, &error);

  g_assert_no_error (error);
  return scene;
}

static void
assert_scene (Fixture         *f,
              LecternSceneKind kind,
              gint64           lot)
{
  g_autoptr (LecternScene) scene = get_scene (f);

  g_assert_cmpint (scene->kind, ==, kind);
  g_assert_cmpint (scene->lot, ==, lot);
}

static void
submit_all (Fixture *f,
            gint64   lot,
            guint    n_judges)
{
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (fixture_contest (f), lot);
  gint64              nominee = entry->nominee;

  for (guint j = 1; j <= n_judges; j++)
    {
      g_autofree char *content = g_strdup_printf ("%d.%d", (int) (20 + (nominee * 7 + j * 3) % 19), (int) (j % 10));
      g_autofree char *language = g_strdup_printf ("%d.5", (int) (30 + (nominee * 5 + j) % 29));

      entry = lectern_contest_get_entry_by_lot (fixture_contest (f), lot);
      if (!lectern_contest_is_recused (fixture_contest (f), entry, j))
        fixture_do (f, fixture_sheet (j, lot, NULL, content, language, TRUE));
    }
}

/* Press by press: the score is revealed when the final score is there, and not before. */
static void
reveal_by_go (Fixture *f,
              gint64   lot)
{
  guint n = 0;

  do
    {
      g_autoptr (LecternScene) scene = NULL;

      fixture_do (f, fixture_action (LECTERN_ACTION_GO));
      assert_scene (f, LECTERN_SCENE_REVEAL, lot);
      scene = get_scene (f);
      g_assert_cmpint (lectern_contest_get_entry_by_lot (fixture_contest (f), lot)->revealed, ==, scene->final != NULL);
      g_assert_cmpint (lectern_contest_get_on_air (fixture_contest (f))->step, ==, n);
      n++;
      if (scene->rank > 0)
        break;
    }
  while (n < 20);
  g_assert_cmpuint (n, >=, 6);
  g_assert_cmpuint (n, <=, 7);
}

static void
play_entry (Fixture *f,
            gint64   lot,
            guint    n_judges,
            gint64   talk_seconds)
{
  fixture_do (f, fixture_action (LECTERN_ACTION_GO));
  assert_scene (f, LECTERN_SCENE_INTRODUCTION, lot);
  fixture_do (f, fixture_action (LECTERN_ACTION_GO));
  assert_scene (f, LECTERN_SCENE_TALK, lot);
  f->now_us += talk_seconds * SECOND;
  fixture_do (f, fixture_action (LECTERN_ACTION_GO));
  assert_scene (f, LECTERN_SCENE_MARKING, lot);
  g_assert_cmpint (lectern_contest_get_entry_by_lot (fixture_contest (f), lot)->time_ms, ==, talk_seconds * 1000);
  fixture_refuse (f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE); /* nobody has handed in */
  submit_all (f, lot, n_judges);
  if (lot > 1)
    reveal_by_go (f, lot - 1);
}

static void
draw (Fixture *f)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_DRAW);

  action->text = g_strdup ("种子");
  fixture_do (f, action);
}

static void
test_whole (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternRanking) ranking = NULL;
  gint64 n_lines = 0;

  fixture_init (&f, 3, 7, TRUE);
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE);
  draw (&f);
  for (guint i = 0; i < 3; i++)
    fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  assert_scene (&f, LECTERN_SCENE_ORDER, 0);
  for (gint64 lot = 1; lot <= 6; lot++)
    play_entry (&f, lot, 7, 340 + lot * 8);
  reveal_by_go (&f, 6);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));                                        /* tally */
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));                                        /* ranking */
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE); /* the ceremony waits for the end */
  fixture_do (&f, fixture_finalise ());
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  assert_scene (&f, LECTERN_SCENE_AWARD, 0);
  ranking = lectern_ranking_new (fixture_contest (&f), NULL, FALSE);
  g_assert_true (ranking->complete);
  g_assert_false (ranking->provisional);
  g_assert_cmpuint (ranking->n_rows, ==, 6);
  g_assert_cmpstr (ranking->rows[0].award, ==, "first");
  fixture_reopen (&f);
  g_assert_true (lectern_engine_verify (f.path, &n_lines, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_lines, >, 60);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_FORFEIT, 1, "x"), LECTERN_CONTEST_ERROR_FINALISED);
  fixture_clear (&f);
}

/* A restart in the middle of a talk asks nothing: same entry, same scene, same clock. */
static void
test_restart (void)
{
  Fixture                   f = { NULL };
  const LecternClockRecord *clock;

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 2, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  f.now_us += 100 * SECOND;
  fixture_reopen (&f);
  f.now_us += 23 * SECOND + 456000;
  assert_scene (&f, LECTERN_SCENE_TALK, 2);
  clock = lectern_contest_get_clock (fixture_contest (&f));
  g_assert_cmpint (clock->phase, ==, LECTERN_CLOCK_RUNNING);
  g_assert_cmpint (lectern_engine_get_elapsed_ms (f.engine, clock), ==, 123456);
  g_assert_cmpint (lectern_contest_get_entry_on_stage (fixture_contest (&f))->lot, ==, 2);
  fixture_do (&f, fixture_action (LECTERN_ACTION_PAUSE_CLOCK));
  f.now_us += 60 * SECOND;
  fixture_do (&f, fixture_action (LECTERN_ACTION_RESUME_CLOCK));
  f.now_us += SECOND;
  fixture_do (&f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
  g_assert_cmpint (lectern_contest_get_entry_by_lot (fixture_contest (&f), 2)->time_ms, ==, 124456);
  fixture_clear (&f);
}

static void
open_gate (Fixture *f,
           gint64   lot)
{
  fixture_do (f, fixture_action_with (LECTERN_ACTION_CALL, lot, NULL));
  fixture_do (f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_do (f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
  fixture_do (f, fixture_action (LECTERN_ACTION_OPEN_GATE));
}

static void
test_sheet_refusals (void)
{
  Fixture f = { NULL };
  gint64  other;

  fixture_init (&f, 2, 3, TRUE);
  draw (&f);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "40", TRUE), LECTERN_CONTEST_ERROR_GATE_CLOSED);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "40", FALSE), LECTERN_CONTEST_ERROR_GATE_CLOSED);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_do (&f, fixture_sheet (1, 1, NULL, "30", NULL, FALSE)); /* a note while listening */
  fixture_refuse (&f, fixture_sheet (1, 2, NULL, "30", NULL, FALSE), LECTERN_CONTEST_ERROR_GATE_CLOSED);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "40", TRUE), LECTERN_CONTEST_ERROR_GATE_CLOSED);
  open_gate (&f, 1);
  fixture_refuse (&f, fixture_sheet (1, 2, NULL, "30", "40", TRUE), LECTERN_CONTEST_ERROR_WRONG_LOT);
  fixture_refuse (&f, fixture_sheet (9, 1, NULL, "30", "40", TRUE), LECTERN_CONTEST_ERROR_UNAUTHORISED);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", NULL, TRUE), LECTERN_CONTEST_ERROR_MARK_MISSING);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "40.1", "40", TRUE), LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "-1", "40", TRUE), LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "40.2", TRUE), LECTERN_CONTEST_ERROR_MARK_OFF_STEP);
  /* range is named before step, wherever each is */
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30.05", "61", TRUE), LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE);
  other = lectern_contest_get_entry_by_lot (fixture_contest (&f), 1)->nominee <= 2 ? 1 : 2;
  if (other == 1)
    fixture_refuse (&f, fixture_sheet (3, 1, NULL, "30", "40", TRUE), LECTERN_CONTEST_ERROR_RECUSED);
  fixture_do (&f, fixture_sheet (1, 1, NULL, "30", "40", TRUE));
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "40", TRUE), LECTERN_CONTEST_ERROR_GATE_CLOSED);
  fixture_refuse (&f, fixture_sheet (1, 1, NULL, "30", "40", FALSE), LECTERN_CONTEST_ERROR_LOCKED);
  fixture_clear (&f);
}

static gint64
get_version (Fixture *f,
             gboolean counted)
{
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (fixture_contest (f), 1);
  const LecternSheet *sheet = counted ? lectern_contest_get_counted_sheet (fixture_contest (f), entry, 1) : lectern_contest_get_latest_sheet (fixture_contest (f), entry, 1);

  return sheet != NULL ? sheet->version : 0;
}

static void
test_versions (void)
{
  Fixture             f = { NULL };
  const LecternSheet *sheet;
  LecternAction      *reopen;
  gint64              seq;

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  open_gate (&f, 1);
  fixture_do (&f, fixture_sheet (1, 1, "a", "30", NULL, FALSE));
  fixture_do (&f, fixture_sheet (1, 1, "b", NULL, "40", FALSE)); /* a mark taken back */
  sheet = lectern_contest_get_latest_sheet (fixture_contest (&f), lectern_contest_get_entry_by_lot (fixture_contest (&f), 1), 1);
  g_assert_cmpint (sheet->version, ==, 1);
  g_assert_cmpint (lectern_contest_get_mark (fixture_contest (&f), sheet, "content"), ==, LECTERN_NULL);
  g_assert_cmpint (sheet->total, ==, 40000);
  fixture_do (&f, fixture_sheet (1, 1, "c", "30", "40", TRUE));
  seq = lectern_follower_get_seq (f.follower);
  fixture_do (&f, fixture_sheet (1, 1, "c", "30", "40", TRUE));  /* the same message again */
  fixture_do (&f, fixture_sheet (1, 1, "a", "30", NULL, FALSE)); /* an old one, late */
  g_assert_cmpint (lectern_follower_get_seq (f.follower), ==, seq);
  fixture_do (&f, fixture_sheet (1, 1, "d", "31", "40", FALSE)); /* the submitted one stays */
  g_assert_cmpint (get_version (&f, TRUE), ==, 1);
  g_assert_cmpint (get_version (&f, FALSE), ==, 2);
  fixture_do (&f, fixture_sheet (1, 1, "e", "31", "40", TRUE));
  g_assert_cmpint (get_version (&f, TRUE), ==, 2);
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  reopen = fixture_action_with (LECTERN_ACTION_REOPEN_SHEET, 1, NULL);
  reopen->judge = 1;
  fixture_refuse (&f, reopen, LECTERN_CONTEST_ERROR_REASON_MISSING);
  reopen = fixture_action_with (LECTERN_ACTION_REOPEN_SHEET, 1, "笔误");
  reopen->judge = 1;
  fixture_refuse (&f, reopen, LECTERN_CONTEST_ERROR_REASON_MISSING); /* nobody else has agreed */
  reopen = fixture_action_with (LECTERN_ACTION_REOPEN_SHEET, 1, "笔误");
  reopen->judge = 1;
  reopen->second = g_strdup ("组长");
  fixture_do (&f, reopen);
  fixture_do (&f, fixture_sheet (1, 1, "f", "32", "40", TRUE));
  g_assert_cmpint (get_version (&f, TRUE), ==, 3);
  fixture_clear (&f);
}

static void
test_forfeit (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 3, FALSE);
  draw (&f);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_FORFEIT, 1, NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_FORFEIT, 1, "离场"));
  g_assert_null (lectern_contest_get_entry_on_stage (fixture_contest (&f)));
  for (guint i = 0; i < 1; i++)
    fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_cmpint (lectern_contest_get_entry_on_stage (fixture_contest (&f))->lot, ==, 2);
  fixture_clear (&f);
}

static void
test_seats (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (GPtrArray) seats = NULL;
  LecternAction *action = fixture_action (LECTERN_ACTION_MAKE_CODE);

  fixture_init (&f, 2, 3, FALSE);
  action->judge = 2;
  outcome = lectern_engine_perform (f.engine, action, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      action = fixture_action (LECTERN_ACTION_PAIR);
      action->text = g_strdup (outcome->text);
      action->key = g_strnfill (64, i == 0 ? 'a' : 'b');
      action->device = g_strdup ("笔记本");
      if (i == 0)
        fixture_do (&f, action);
      else
        fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_WRONG_CODE); /* a code works once */
    }
  seats = lectern_contest_list_rows (fixture_contest (&f), &lectern_table_seat);
  g_assert_cmpuint (seats->len, ==, 1);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/evening/whole", test_whole);
  g_test_add_func ("/engine/evening/restart", test_restart);
  g_test_add_func ("/engine/evening/sheet-refusals", test_sheet_refusals);
  g_test_add_func ("/engine/evening/versions", test_versions);
  g_test_add_func ("/engine/evening/forfeit", test_forfeit);
  g_test_add_func ("/engine/evening/seats", test_seats);
  return g_test_run ();
}
