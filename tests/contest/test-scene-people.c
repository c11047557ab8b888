/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What is taken from the contest into the scenes that name people and into a ranking that moves:
 * who, in which order, and what has changed since the hall saw it last. */

#define G_LOG_DOMAIN "lectern-contest"

#include "contest-fixture.h"

#include "lectern-scene.h"

#include <string.h>

#define N_JUDGES 3

static void
set_guests (LecternContest *contest,
            const char     *json)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->guests, json);
  lectern_record_take_string (&record->scene_theme, "dark");
  fixture_put (contest, record);
}

/* The only one. */
static void
set_head (LecternContest *contest,
          gint64          number)
{
  for (gint64 n = 1; n <= N_JUDGES; n++)
    {
      LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, n));

      judge->head = n == number;
      lectern_record_take_string (&judge->employer, n == number ? "党校" : NULL);
      fixture_put (contest, judge);
    }
}

static void
set_on_air (LecternContest *contest,
            LecternScene   *scene,
            gint64          on_stage)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));

  g_free (on_air->scene);
  on_air->scene = scene != NULL ? lectern_scene_to_json (scene) : NULL;
  on_air->on_stage = on_stage;
  fixture_put (contest, on_air);
}

static LecternScene *
freeze (LecternContest  *contest,
        LecternSceneKind kind,
        gint64           lot)
{
  g_autoptr (GError) error = NULL;
  LecternScene *scene = lectern_scene_freeze (contest, kind, lot > 0 ? lectern_contest_get_entry_by_lot (contest, lot) : NULL, NULL, &error);

  g_assert_no_error (error);
  return scene;
}

static void
test_guests (void)
{
  static const struct
  {
    const char *json;
    guint       n;
  } cases[] = {
    { NULL, 0 },
    { "[]", 0 },
    { "{}", 0 },
    { "[7,{\"office\":\"nobody\"}]", 0 },
    { "[{\"name\":\"王建国\",\"office\":\"部长\"},{\"name\":\"李晓东\"}]", 2 },
  };
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, N_JUDGES);

  set_head (contest, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternScene) scene = NULL;

      set_guests (contest, cases[i].json);
      scene = freeze (contest, LECTERN_SCENE_GUESTS, 0);
      g_assert_cmpuint (scene->guests->len, ==, cases[i].n);
      g_assert_cmpstr (scene->scene_theme, ==, "dark");
      g_assert_cmpuint (scene->panel->len, ==, N_JUDGES);
      /* The head first, the others by number. */
      for (guint j = 0; j < N_JUDGES; j++)
        {
          const LecternScenePerson *person = scene->panel->pdata[j];
          static const gint64       numbers[] = { 2, 1, 3 };

          g_assert_cmpstr (person->name, ==, lectern_contest_get_judge (contest, numbers[j])->name);
          g_assert_cmpint (person->head, ==, j == 0);
        }
      g_assert_cmpstr (((LecternScenePerson *) scene->panel->pdata[0])->office, ==, "党校");
      if (cases[i].n == 0)
        continue;
      g_assert_cmpstr (((LecternScenePerson *) scene->guests->pdata[0])->office, ==, "部长");
      g_assert_null (((LecternScenePerson *) scene->guests->pdata[1])->office);
    }
}

/* On deck is who waits: the one that is asked for, or the next after him. */
static void
test_deck (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, N_JUDGES);
  g_autoptr (GError) error = NULL;
  static const struct
  {
    gint64 asked, shown, next;
  } cases[] = { { 0, 2, 4 }, { 1, 2, 4 }, { 2, 2, 4 }, { 3, 4, 0 }, { 4, 4, 0 } };

  fixture_set_entry (contest, 1, LECTERN_ENTRY_TALKING, LECTERN_NULL, FALSE);
  fixture_set_entry (contest, 3, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternScene) scene = freeze (contest, LECTERN_SCENE_DECK, cases[i].asked);

      g_assert_cmpint (scene->lot, ==, cases[i].shown);
      g_assert_nonnull (scene->name);
      g_assert_cmpint (scene->next_lot, ==, cases[i].next);
    }
  fixture_set_entry (contest, 2, LECTERN_ENTRY_DONE, 350000, FALSE);
  fixture_set_entry (contest, 4, LECTERN_ENTRY_DONE, 350000, FALSE);
  g_assert_null (lectern_scene_freeze (contest, LECTERN_SCENE_DECK, NULL, NULL, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
}

static void
test_clock (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, N_JUDGES);
  g_autoptr (LecternScene) with = freeze (contest, LECTERN_SCENE_CLOCK, 2);
  g_autoptr (LecternScene) without = freeze (contest, LECTERN_SCENE_CLOCK, 0);

  g_assert_cmpint (with->lot, ==, 2);
  g_assert_cmpint (without->lot, ==, 0);
  g_assert_cmpint (with->limit_ms, ==, lectern_contest_get_rules (contest)->scoring.time.limit_ms);
  g_assert_cmpint (without->limit_ms, ==, with->limit_ms);
}

/* Nobody on stage: nothing is laid over; somebody: that one, and nobody from the picture before. */
static void
test_overlay (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, N_JUDGES);
  g_autoptr (LecternScene) picture = lectern_scene_new (LECTERN_SCENE_PICTURE);
  g_autoptr (LecternScene) empty = NULL;
  g_autoptr (LecternScene) laid = NULL;
  const guint both = LECTERN_SCENE_OVERLAY_NAME | LECTERN_SCENE_OVERLAY_CLOCK;

  picture->name = g_strdup ("somebody else");
  picture->picture = g_strdup ("aa");
  set_on_air (contest, NULL, LECTERN_NULL);
  empty = lectern_scene_lay_over (picture, contest, both);
  g_assert_cmpuint (empty->overlay, ==, LECTERN_SCENE_OVERLAY_NONE);
  set_on_air (contest, NULL, 2);
  laid = lectern_scene_lay_over (picture, contest, both);
  g_assert_cmpuint (laid->overlay, ==, both);
  g_assert_cmpuint (picture->overlay, ==, LECTERN_SCENE_OVERLAY_NONE);
  g_assert_cmpstr (laid->name, ==, lectern_contest_get_nominee (contest, 2)->name);
  g_assert_cmpstr (laid->picture, ==, "aa");
  g_assert_cmpint (lectern_scene_get_time (laid), ==, LECTERN_SCENE_TIME_TALK);
}

static void
finish (LecternContest *contest,
        gint64          n,
        gint64          total)
{
  for (gint64 judge = 1; judge <= N_JUDGES; judge++)
    fixture_put_sheet (contest, n, judge, 1, LECTERN_SHEET_LOCKED, 30000, total * 1000 - 30000);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, TRUE);
}

static void
assert_row (LecternScene *scene,
            guint         index,
            gint64        lot,
            guint         was,
            gint64        moved)
{
  const LecternSceneRow *row = scene->rows->pdata[index];

  g_assert_cmpint (row->lot, ==, lot);
  g_assert_cmpuint (row->was, ==, was);
  g_assert_cmpint (row->moved, ==, moved);
}

/* Puts a scene of that kind on air as the engine does it: it remembers the ranking shown last. */
static LecternScene *
show (LecternContest  *contest,
      LecternSceneKind kind,
      gint64           lot)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  g_autoptr (LecternScene) last = on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  LecternScene *scene = freeze (contest, kind, lot);

  lectern_scene_remember (scene, last);
  set_on_air (contest, scene, LECTERN_NULL);
  return scene;
}

static void
show_and_forget (LecternContest  *contest,
                 LecternSceneKind kind,
                 gint64           lot)
{
  lectern_scene_unref (show (contest, kind, lot));
}

/* A ranking knows where everybody was in the one the hall saw last, whatever was shown and revealed in
 * between; a result that came and went between two rankings moves nobody twice. Asked for again, it
 * shows what has moved since it was shown, which is nothing. */
static void
test_moves (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, N_JUDGES);
  g_autoptr (LecternScene) first = NULL;
  g_autoptr (LecternScene) second = NULL;
  g_autoptr (LecternScene) again = NULL;
  g_autoptr (LecternScene) late = NULL;

  finish (contest, 1, 80);
  finish (contest, 2, 85);
  show_and_forget (contest, LECTERN_SCENE_REVEAL, 2); /* no ranking was ever shown: nobody has moved */
  first = show (contest, LECTERN_SCENE_RANKING, 0);
  assert_row (first, 0, 2, 0, 0);
  assert_row (first, 1, 1, 0, 0);

  finish (contest, 3, 82);
  show_and_forget (contest, LECTERN_SCENE_REVEAL, 3);
  second = show (contest, LECTERN_SCENE_RANKING, 0);
  assert_row (second, 0, 2, 1, 0);
  assert_row (second, 1, 3, 0, 0);
  assert_row (second, 2, 1, 2, -1);

  again = show (contest, LECTERN_SCENE_RANKING, 0);
  for (guint i = 0; i < again->rows->len; i++)
    assert_row (again, i, ((LecternSceneRow *) second->rows->pdata[i])->lot, 0, 0);

  /* Two results, and scenes of every sort in between. */
  finish (contest, 4, 90);
  show_and_forget (contest, LECTERN_SCENE_REVEAL, 4);
  show_and_forget (contest, LECTERN_SCENE_NOTICE, 0);
  finish (contest, 1, 99);
  show_and_forget (contest, LECTERN_SCENE_REVEAL, 1);
  show_and_forget (contest, LECTERN_SCENE_BREAK, 0);
  late = show (contest, LECTERN_SCENE_RANKING, 0);
  assert_row (late, 0, 1, 3, 2);
  assert_row (late, 1, 4, 0, 0);
  assert_row (late, 2, 2, 1, -2);
  assert_row (late, 3, 3, 2, -2);
}

/* A nominee's unit that is not on the list any more is named by its key, as in the script. */
static void
test_unit (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, N_JUDGES);
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, 1));
  g_autoptr (LecternScene) scene = NULL;

  lectern_record_take_string (&nominee->unit, "gone");
  fixture_put (contest, nominee);
  scene = freeze (contest, LECTERN_SCENE_INTRODUCTION, 1);
  g_assert_cmpstr (scene->unit, ==, "gone");
}

/* What is remembered is what was shown, lots and places and no more; of another round it moves nobody. */
static void
test_remembered (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, N_JUDGES);
  g_autoptr (LecternScene) ranking = NULL;
  g_autoptr (LecternScene) notice = NULL;
  g_autoptr (LecternScene) other = lectern_scene_new (LECTERN_SCENE_RANKING);
  g_autofree char *json = NULL;

  finish (contest, 1, 80);
  finish (contest, 2, 85);
  ranking = show (contest, LECTERN_SCENE_RANKING, 0);
  notice = show (contest, LECTERN_SCENE_NOTICE, 0);
  json = lectern_scene_to_json (notice);
  g_assert_cmpuint (notice->seen->len, ==, 2);
  g_assert_nonnull (strstr (json, "\"seen\":[{\"lot\":2,\"rank\":1},{\"lot\":1,\"rank\":2}]"));
  g_ptr_array_add (other->rows, g_new0 (LecternSceneRow, 1));
  ((LecternSceneRow *) other->rows->pdata[0])->lot = 1;
  other->round = g_strdup ("another");
  lectern_scene_note_moves (other, notice);
  assert_row (other, 0, 1, 0, 0);
  lectern_scene_note_moves (other, NULL);
  assert_row (other, 0, 1, 0, 0);
}

static void
test_awards (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, N_JUDGES);
  g_autoptr (LecternScene) award = NULL;
  g_autoptr (LecternScene) awards = NULL;
  g_autoptr (GError) error = NULL;
  LecternRound *round;
  LecternAward *first;

  for (gint64 n = 1; n <= 3; n++)
    finish (contest, n, 80 + n);
  g_assert_null (lectern_scene_freeze (contest, LECTERN_SCENE_AWARDS, NULL, NULL, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  round = lectern_record_copy (lectern_contest_get_current_round (contest));
  round->state = LECTERN_ROUND_FINALISED;
  fixture_put (contest, round);
  first = lectern_record_copy (lectern_contest_get_awards (contest)->pdata[0]);
  lectern_record_take_string (&first->citation, "讲得好");
  fixture_put (contest, first);

  award = freeze (contest, LECTERN_SCENE_AWARD, 0);
  g_assert_cmpuint (award->rows->len, ==, 1);
  g_assert_cmpstr (award->citation, ==, "讲得好");
  awards = freeze (contest, LECTERN_SCENE_AWARDS, 0);
  g_assert_cmpuint (awards->rows->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (((LecternSceneRow *) awards->rows->pdata[i])->award);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/scene-people/guests", test_guests);
  g_test_add_func ("/contest/scene-people/deck", test_deck);
  g_test_add_func ("/contest/scene-people/clock", test_clock);
  g_test_add_func ("/contest/scene-people/overlay", test_overlay);
  g_test_add_func ("/contest/scene-people/moves", test_moves);
  g_test_add_func ("/contest/scene-people/unit", test_unit);
  g_test_add_func ("/contest/scene-people/remembered", test_remembered);
  g_test_add_func ("/contest/scene-people/awards", test_awards);
  return g_test_run ();
}
