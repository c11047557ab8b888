/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Steps through the engine: one key there and back, other scenes in between, corrections in the
 * middle, a restart in the middle, a draw read out slip by slip. */

#include "sequence-acts.h"

#include "lectern-programme.h"

#include <string.h>

static LecternScene *
get_scene (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  LecternScene *scene = lectern_scene_from_json (act_get_on_air (f)->scene, &error);

  g_assert_no_error (error);
  return scene;
}

/* All entries marked on paper, each judge's totals apart from the others'; lot i is entry i. */
static gboolean
is_revealed (Fixture *f,
             gint64   lot)
{
  return lectern_contest_get_entry_by_lot (fixture_contest (f), lot)->revealed == 1;
}

/* Reveal ------------------------------------------------------------------------------------ */

/* There and back; the score is revealed with the final score, and going back takes nothing away. */
static void
test_reveal (void)
{
  Fixture f = { NULL };
  guint   at = 0, n;
  g_autoptr (LecternSequence) held = NULL;

  fixture_init (&f, 2, 5, FALSE);
  act_mark_all (&f, 4, 5);
  fixture_refuse (&f, act_step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE); /* nothing has steps */
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_RESUME_SEQUENCE), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_REVEAL, 3, NULL));
  held = act_get_held (&f, &at);
  n = lectern_sequence_get_n_steps (held);
  g_assert_cmpuint (n, ==, 7);
  fixture_refuse (&f, act_step (FALSE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  for (guint i = 1; i < n; i++)
    {
      act_assert_at (&f, i - 1);
      g_assert_cmpint (is_revealed (&f, 3), ==, lectern_sequence_is_revealed (held, i - 1));
      fixture_do (&f, act_step (TRUE));
    }
  act_assert_at (&f, n - 1);
  g_assert_true (is_revealed (&f, 3));
  fixture_refuse (&f, act_step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  for (guint i = n - 1; i > 0; i--)
    {
      fixture_do (&f, act_step (FALSE));
      act_assert_at (&f, i - 1);
    }
  g_assert_true (is_revealed (&f, 3));
  act_assert_verifies (&f);
  fixture_clear (&f);
}

/* A press that was meant for an earlier step does nothing. */
static void
test_late_press (void)
{
  Fixture        f = { NULL };
  LecternAction *late = act_step (TRUE);

  fixture_init (&f, 2, 5, FALSE);
  act_mark_all (&f, 4, 5);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_REVEAL, 1, NULL));
  fixture_do (&f, act_step (TRUE));
  late->number = 0;
  fixture_refuse (&f, late, LECTERN_CONTEST_ERROR_WRONG_STATE);
  late = act_step (TRUE);
  late->number = 1;
  fixture_do (&f, late);
  act_assert_at (&f, 2);
  fixture_refuse (&f, act_step_to (-1), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_refuse (&f, act_step_to (99), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, act_step_to (5));
  act_assert_at (&f, 5);
  fixture_clear (&f);
}

/* A step is small in the journal: where it is, and what the hall sees. */
static void
test_small_lines (void)
{
  Fixture f = { NULL };
  guint   at = 0;
  g_autoptr (LecternSequence) held = NULL;
  g_autofree char *content = NULL;

  fixture_init (&f, 5, 5, FALSE);
  act_mark_all (&f, 10, 5);
  act_finalise (&f);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  held = act_get_held (&f, &at);
  content = lectern_sequence_to_json (held);
  for (guint i = 1; i < lectern_sequence_get_n_steps (held); i++)
    {
      const LecternSequenceRecord  key = { .record.table = &lectern_table_sequence, .id = 1 };
      const LecternSequenceRecord *record;

      fixture_do (&f, act_step (TRUE));
      record = lectern_contest_find (fixture_contest (&f), &key);
      g_assert_cmpstr (record->content, ==, content);
      g_assert_cmpint (record->step, ==, i);
    }
  fixture_clear (&f);
}

/* `reveal LOT` and the scene key show all of it in one act. */
static void
test_one_act (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 5, FALSE);
  act_mark_all (&f, 4, 5);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 2, NULL));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_cmpint (scene->kind, ==, LECTERN_SCENE_REVEAL);
    g_assert_nonnull (scene->final);
    g_assert_cmpint (scene->rank, ==, 1);
    g_assert_false (scene->corrected);
  }
  g_assert_true (is_revealed (&f, 2));
  fixture_refuse (&f, act_step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

static void
correct_time (Fixture *f,
              gint64   lot,
              gint64   ms)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_CORRECT_TIME, lot, "录像复核");

  action->number = ms;
  fixture_do (f, action);
}

/* A correction changes nothing on air; showing it is an act of its own and says so. */
static void
test_corrected (void)
{
  Fixture          f = { NULL };
  g_autofree char *shown = NULL;

  fixture_init (&f, 2, 5, FALSE);
  act_mark_all (&f, 4, 5);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 1, NULL));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 2, NULL));
  shown = g_strdup (act_get_on_air (&f)->scene);
  correct_time (&f, 1, 395000);
  correct_time (&f, 2, 395000);
  g_assert_cmpstr (act_get_on_air (&f)->scene, ==, shown);
  for (gint64 lot = 1; lot <= 3; lot++)
    {
      g_autoptr (LecternScene) scene = NULL;

      fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, lot, NULL));
      scene = get_scene (&f);
      g_assert_cmpint (scene->corrected, ==, lot < 3);
    }
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 1, NULL)); /* the hall knows it now */
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_false (scene->corrected);
  }
  act_assert_verifies (&f);
  fixture_clear (&f);
}

/* In the middle of a reveal: no step more of what is wrong, and the large button begins anew. */
static void
test_corrected_midway (void)
{
  Fixture          f = { NULL };
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  fixture_init (&f, 2, 5, FALSE);
  act_mark_all (&f, 4, 5);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_REVEAL, 1, NULL));
  fixture_do (&f, act_step_to (3));
  correct_time (&f, 1, 395000);
  act_assert_at (&f, 3);
  fixture_refuse (&f, act_step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, act_step (FALSE));
  g_assert_true (lectern_programme_describe_next (fixture_contest (&f), &title, &detail));
  g_assert_nonnull (strstr (title, "Begin anew"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  act_assert_at (&f, 0);
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_false (scene->corrected); /* the final score was never shown */
  }
  for (guint i = 0; i < 6; i++)
    fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_cmpstr (scene->deduction, ==, "0.40");
    g_assert_cmpint (scene->rank, >, 0);
  }
  fixture_clear (&f);
}

/* Ceremony ---------------------------------------------------------------------------------- */

/* Another scene comes between: the large button goes on where it was; entering begins anew. */
static void
test_interrupted (void)
{
  Fixture          f = { NULL };
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  fixture_init (&f, 3, 5, FALSE);
  act_mark_all (&f, 6, 5);
  fixture_refuse (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL), LECTERN_CONTEST_ERROR_WRONG_STATE);
  act_finalise (&f);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, act_show (LECTERN_SCENE_EMERGENCY));
  g_assert_cmpint (act_get_on_air (&f)->step, ==, LECTERN_NULL);
  fixture_refuse (&f, act_step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_assert_true (lectern_programme_describe_next (fixture_contest (&f), &title, &detail));
  g_assert_nonnull (strstr (title, "Go on with"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  act_assert_at (&f, 2);
  fixture_do (&f, act_show (LECTERN_SCENE_NOTICE));
  fixture_do (&f, fixture_action (LECTERN_ACTION_RESUME_SEQUENCE));
  act_assert_at (&f, 2);
  fixture_do (&f, act_blank (TRUE));
  g_assert_cmpint (act_get_on_air (&f)->blank, ==, 1);
  fixture_do (&f, act_step (TRUE));
  act_assert_at (&f, 3);
  g_assert_cmpint (act_get_on_air (&f)->blank, ==, 0);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  act_assert_at (&f, 0);
  fixture_clear (&f);
}

/* The end of it, and then the next cue. */
static void
test_to_the_end (void)
{
  Fixture f = { NULL };
  guint   at = 0;
  g_autoptr (LecternSequence) held = NULL;

  fixture_init (&f, 2, 5, FALSE);
  act_mark_all (&f, 4, 5);
  act_finalise (&f);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  held = act_get_held (&f, &at);
  for (guint i = 1; i < lectern_sequence_get_n_steps (held); i++)
    {
      fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
      act_assert_at (&f, i);
    }
  g_assert_cmpint (act_get_on_air (&f)->kind, ==, LECTERN_SCENE_AWARDS);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_cmpint (act_get_on_air (&f)->kind, ==, LECTERN_SCENE_END);
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

/* A round that was opened again is announced no further. */
static void
test_reopened (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 5, FALSE);
  act_mark_all (&f, 4, 5);
  act_finalise (&f);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  fixture_do (&f, act_step (TRUE));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"));
  act_assert_at (&f, 1);
  fixture_refuse (&f, act_step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE);
  act_finalise (&f);
  fixture_refuse (&f, act_step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE); /* it is another result */
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  act_assert_at (&f, 0);
  fixture_clear (&f);
}

static void
test_restarted (void)
{
  Fixture          f = { NULL };
  g_autofree char *before = NULL;

  fixture_init (&f, 3, 5, FALSE);
  act_mark_all (&f, 6, 5);
  act_finalise (&f);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  fixture_do (&f, act_step_to (5));
  before = g_strdup (act_get_on_air (&f)->scene);
  fixture_reopen (&f);
  act_assert_at (&f, 5);
  g_assert_cmpstr (act_get_on_air (&f)->scene, ==, before);
  fixture_do (&f, act_step (FALSE));
  act_assert_at (&f, 4);
  fixture_reopen (&f);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  act_assert_at (&f, 5);
  act_assert_verifies (&f);
  fixture_clear (&f);
}

/* Long before the evening, and never while somebody speaks; the programme does not move. */
static void
test_rehearsal (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 5, FALSE);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, "rehearsal"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, act_step_to (4));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_true (scene->rehearsal);
    g_assert_null (strstr (act_get_on_air (&f)->scene, "选手"));
  }
  g_assert_cmpint (act_get_on_air (&f)->cue, ==, LECTERN_NULL);
  act_mark_all (&f, 4, 5);
  fixture_do (&f, act_show (LECTERN_SCENE_TITLE));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO)); /* a rehearsal that was left is over */
  g_assert_cmpint (act_get_on_air (&f)->kind, ==, LECTERN_SCENE_TITLE);
  g_assert_cmpint (act_get_on_air (&f)->cue, ==, 10);
  fixture_clear (&f);

  fixture_init (&f, 2, 5, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_refuse (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, "rehearsal"), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

/* Slips ------------------------------------------------------------------------------------- */

static LecternAction *
slip (gint64 nominee,
      gint64 lot)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_DRAW_SLIP, lot, NULL);

  action->nominee = nominee;
  return action;
}

static guint
count_names (Fixture *f)
{
  g_autoptr (LecternScene) scene = get_scene (f);
  guint n = 0;

  g_assert_cmpint (scene->kind, ==, LECTERN_SCENE_DRAW);
  g_assert_cmpuint (scene->rows->len, ==, 4);
  for (guint i = 0; i < scene->rows->len; i++)
    n += ((LecternSceneRow *) scene->rows->pdata[i])->name != NULL;
  g_assert_cmpuint (scene->n_done, ==, n);
  return n;
}

static void
test_slips (void)
{
  Fixture             f = { NULL };
  LecternAction      *draw = fixture_action_with (LECTERN_ACTION_DRAW, LECTERN_NULL, NULL);
  const LecternRound *round;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, act_show (LECTERN_SCENE_DRAW));
  g_assert_cmpuint (count_names (&f), ==, 0);
  fixture_do (&f, slip (2, 4));
  fixture_do (&f, slip (1, 2));
  g_assert_cmpuint (count_names (&f), ==, 2);
  fixture_refuse (&f, slip (2, 1), LECTERN_CONTEST_ERROR_WRONG_STATE); /* has one */
  fixture_refuse (&f, slip (3, 4), LECTERN_CONTEST_ERROR_WRONG_STATE); /* is taken */
  fixture_refuse (&f, slip (3, 5), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, slip (9, 1), LECTERN_CONTEST_ERROR_NOT_ELIGIBLE);
  fixture_refuse (&f, draw, LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 4, NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 3, "x"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_reopen (&f); /* every slip is durable */
  g_assert_cmpuint (count_names (&f), ==, 2);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 4, "念错了"));
  g_assert_cmpuint (count_names (&f), ==, 1);
  fixture_do (&f, slip (3, 4));
  fixture_do (&f, slip (2, 1));
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->state, ==, LECTERN_ROUND_SET_UP);
  fixture_do (&f, slip (4, 3));
  g_assert_cmpuint (count_names (&f), ==, 4);
  round = lectern_contest_get_current_round (fixture_contest (&f));
  g_assert_cmpint (round->state, ==, LECTERN_ROUND_DRAWN);
  g_assert_cmpint (round->drawn_by_hand, ==, 1);
  g_assert_null (round->seed);
  g_assert_cmpint (lectern_contest_get_entry_by_lot (fixture_contest (&f), 4)->nominee, ==, 3);
  g_assert_cmpuint (lectern_contest_get_cues (fixture_contest (&f))->len, >, 10);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 4, "x"), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  act_assert_verifies (&f);
  fixture_clear (&f);
}

/* Given up, with a reason, for a draw by seed. */
static void
test_slips_given_up (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, slip (2, 4));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_DRAW, LECTERN_NULL, "箱子坏了"));
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->drawn_by_hand, ==, 0);
  for (gint64 lot = 1; lot <= 4; lot++)
    g_assert_nonnull (lectern_contest_get_entry_by_lot (fixture_contest (&f), lot));
  act_assert_verifies (&f);
  fixture_clear (&f);
}

/* Shown lot by lot; the outcome and its seed were there before the first. */
static void
test_draw_shown (void)
{
  Fixture        f = { NULL };
  LecternAction *draw = fixture_action (LECTERN_ACTION_DRAW);

  draw->text = g_strdup ("种子");
  fixture_init (&f, 2, 3, FALSE);
  fixture_refuse (&f, act_enter (LECTERN_SEQUENCE_DRAW, LECTERN_NULL, "one-by-one"), LECTERN_CONTEST_ERROR_NOT_DRAWN);
  fixture_do (&f, draw);
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_DRAW, LECTERN_NULL, "one-by-one"));
  g_assert_cmpuint (count_names (&f), ==, 0);
  g_assert_nonnull (strstr (act_get_on_air (&f)->scene, "种子"));
  for (guint i = 1; i <= 4; i++)
    {
      fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
      g_assert_cmpuint (count_names (&f), ==, i);
    }
  fixture_do (&f, act_step_to (1));
  fixture_do (&f, act_step_to (5)); /* to the end */
  g_assert_cmpint (act_get_on_air (&f)->kind, ==, LECTERN_SCENE_ORDER);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_cmpint (act_get_on_air (&f)->kind, ==, LECTERN_SCENE_INTRODUCTION);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sequence/reveal", test_reveal);
  g_test_add_func ("/engine/sequence/late-press", test_late_press);
  g_test_add_func ("/engine/sequence/small-lines", test_small_lines);
  g_test_add_func ("/engine/sequence/one-act", test_one_act);
  g_test_add_func ("/engine/sequence/corrected", test_corrected);
  g_test_add_func ("/engine/sequence/corrected-midway", test_corrected_midway);
  g_test_add_func ("/engine/sequence/interrupted", test_interrupted);
  g_test_add_func ("/engine/sequence/to-the-end", test_to_the_end);
  g_test_add_func ("/engine/sequence/reopened", test_reopened);
  g_test_add_func ("/engine/sequence/restarted", test_restarted);
  g_test_add_func ("/engine/sequence/rehearsal", test_rehearsal);
  g_test_add_func ("/engine/sequence/slips", test_slips);
  g_test_add_func ("/engine/sequence/slips-given-up", test_slips_given_up);
  g_test_add_func ("/engine/sequence/draw-shown", test_draw_shown);
  return g_test_run ();
}
