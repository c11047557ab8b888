/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A scene taken from the contest: what of the evening the hall sees, who of the panel, and which
 * scenes are refused because there is nothing to show yet. */

#include "contest-fixture.h"

#include <string.h>

#include "lectern-scene.h"

static LecternScene *
freeze (LecternContest  *contest,
        LecternSceneKind kind,
        gint64           lot)
{
  g_autoptr (GError) error = NULL;
  LecternScene *scene = lectern_scene_freeze (contest, kind, lectern_contest_get_entry_by_lot (contest, lot), NULL, &error);

  g_assert_no_error (error);
  return scene;
}

static void
finish (LecternContest *contest,
        gint64          n,
        gint64          language,
        gboolean        revealed)
{
  for (gint64 j = 1; j <= 3; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, language);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 375000, revealed);
}

static void
set_round_state (LecternContest   *contest,
                 LecternRoundState state)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_round (contest, "final"));

  round->state = state;
  fixture_put (contest, round);
}

static void
put_recusal (LecternContest *contest,
             gint64          nominee,
             gint64          judge,
             gint64          kind,
             gint64          later)
{
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  recusal->round = g_strdup ("final");
  recusal->nominee = nominee;
  recusal->judge = judge;
  recusal->reason = g_strdup ("");
  recusal->kind = kind;
  recusal->later = later;
  fixture_put (contest, recusal);
}

/* "1 2r 3a 4+": number, recused, absent, has a mark. */
static char *
list_judges (const LecternScene *scene)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scene->judges->len; i++)
    {
      const LecternSceneJudge *judge = scene->judges->pdata[i];

      g_string_append_printf (text, "%s%d%s%s", i > 0 ? " " : "", (int) judge->number, judge->absent ? "a" : (judge->recused ? "r" : ""),
                              judge->total != NULL ? "+" : "");
    }
  return g_string_free (text, FALSE);
}

/* Judges 1 to 3 marked; 3 then left and 7 took over; 4 is recused, 5 was away, 6 is inactive and
 * never marked. */
static void
test_judges (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 7);
  g_autoptr (LecternScene) reveal = NULL;
  g_autoptr (LecternScene) next = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *marking = NULL;

  finish (contest, 1, 50000, FALSE);
  for (gint64 number = 3; number <= 6; number += 3)
    {
      LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, number));

      judge->active = 0;
      fixture_put (contest, judge);
    }
  put_recusal (contest, 1, 4, LECTERN_RECUSAL_RECUSED, LECTERN_NULL);
  put_recusal (contest, 1, 5, LECTERN_RECUSAL_ABSENT, LECTERN_NULL);
  put_recusal (contest, 1, 7, LECTERN_RECUSAL_ABSENT, 1);
  reveal = freeze (contest, LECTERN_SCENE_REVEAL, 1);
  shown = list_judges (reveal);
  g_assert_cmpstr (shown, ==, "1+ 2+ 3+ 4r 5a");
  next = freeze (contest, LECTERN_SCENE_MARKING, 2);
  marking = list_judges (next);
  g_assert_cmpstr (marking, ==, "1 2 4 5 7");
}

static void
test_entry (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"time\":{\"limit\":360,\"warn\":[60,30],\"stop\":420}", 3, 3);
  g_autoptr (LecternScene) first = NULL;
  g_autoptr (LecternScene) last = NULL;
  LecternNominee *stranger = lectern_record_copy (lectern_contest_get_nominee (contest, 3));

  lectern_record_take_string (&stranger->unit, "u9");
  fixture_put (contest, stranger);
  fixture_set_entry (contest, 2, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  first = freeze (contest, LECTERN_SCENE_INTRODUCTION, 1);
  g_assert_cmpint (first->lot, ==, 1);
  g_assert_cmpstr (first->unit, ==, "单位一");
  g_assert_cmpint (first->time_ms, ==, LECTERN_NONE);
  g_assert_cmpint (first->next_lot, ==, 3); /* whoever forfeited is passed over */
  g_assert_cmpstr (first->next_name, ==, "选手3");
  g_assert_cmpstr (first->next_unit, ==, "u9"); /* of no unit on the list: its key */
  g_assert_cmpint (first->warn_ms, ==, 60000);
  g_assert_cmpint (first->stop_ms, ==, 420000);
  last = freeze (contest, LECTERN_SCENE_TALK, 3);
  g_assert_cmpstr (last->unit, ==, "u9");
  g_assert_null (last->next_name);
}

/* An English contest shows the English names of units that have one. */
static void
test_english (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 1);
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));
  LecternUnit          *unit = lectern_record_copy (lectern_contest_get_unit (contest, "u1"));
  g_autoptr (LecternScene) named = NULL;
  g_autoptr (LecternScene) unnamed = NULL;

  lectern_record_take_string (&record->language, "en");
  fixture_put (contest, record);
  lectern_record_take_string (&unit->name_en, "Unit One");
  fixture_put (contest, unit);
  named = freeze (contest, LECTERN_SCENE_INTRODUCTION, 1);
  unnamed = freeze (contest, LECTERN_SCENE_INTRODUCTION, 2);
  g_assert_cmpstr (named->unit, ==, "Unit One");
  g_assert_cmpstr (unnamed->unit, ==, "单位二");
}

static void
test_rules (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"panel\":{\"trim_low\":1,\"trim_high\":2,\"trim_from\":7},\"time\":{\"limit\":360,\"warn\":[],\"over\":{\"steps\":[{\"beyond\":30,\"points\":\"0.5\"}]}}", 1, 1);
  g_autoptr (LecternScene) scene = freeze (contest, LECTERN_SCENE_RULES, 0);

  g_assert_cmpuint (scene->criteria->len, ==, 2);
  g_assert_cmpstr (((LecternSceneCriterion *) scene->criteria->pdata[1])->max, ==, "60");
  g_assert_cmpint (scene->warn_ms, ==, LECTERN_NONE);
  g_assert_cmpuint (scene->trim_low, ==, 1);
  g_assert_cmpuint (scene->trim_high, ==, 2);
  g_assert_cmpuint (scene->trim_from, ==, 7);
  g_assert_cmpstr (scene->overtime, ==, "超过 30 秒扣 0.5 分");
}

static void
test_figures (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"score\":{\"decimals\":3},\"time\":{\"limit\":360,\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}]}}", 4, 3);
  g_autoptr (LecternScene) scene = NULL;
  g_autoptr (LecternScene) final = NULL;

  for (gint64 n = 1; n <= 4; n++)
    finish (contest, n, 50000 - n * 1000, n < 4);
  scene = freeze (contest, LECTERN_SCENE_REVEAL, 1);
  g_assert_cmpstr (scene->mean, ==, "79.000");
  g_assert_cmpstr (scene->deduction, ==, "0.200");
  g_assert_cmpstr (scene->final, ==, "78.800");
  g_assert_cmpint (scene->rank, ==, 1);
  g_assert_cmpint (scene->n_ranked, ==, 3);
  g_assert_cmpstr (scene->certain_of, ==, "二等奖"); /* the last to come may still end above */
  g_assert_false (scene->certain_to_go);
  set_round_state (contest, LECTERN_ROUND_FINALISED);
  final = freeze (contest, LECTERN_SCENE_REVEAL, 1);
  g_assert_null (final->certain_of);
}

/* The running order: who is on stage, who has spoken, who will not. */
static void
test_order (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, 3);
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));
  g_autoptr (LecternScene) scene = NULL;
  const LecternSceneRow *rows[4];

  finish (contest, 1, 50000, FALSE);
  fixture_set_entry (contest, 2, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  on_air->on_stage = 3;
  fixture_put (contest, on_air);
  scene = freeze (contest, LECTERN_SCENE_ORDER, 0);
  for (guint i = 0; i < 4; i++)
    rows[i] = scene->rows->pdata[i];
  g_assert_true (rows[0]->done && !rows[0]->on_stage && !rows[0]->forfeit);
  g_assert_true (rows[1]->forfeit && !rows[1]->done);
  g_assert_true (rows[2]->on_stage && !rows[2]->done);
  g_assert_false (rows[3]->on_stage || rows[3]->done || rows[3]->forfeit);
  g_assert_cmpint (scene->n_done, ==, 1);
  g_assert_cmpint (scene->n_entries, ==, 4);
}

/* The ranking marks the result that was revealed last, and leaves out who has none. */
static void
test_ranking (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 5, 3);
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));
  g_autoptr (LecternScene) reveal = NULL;
  g_autoptr (LecternScene) ranking = NULL;
  g_autoptr (LecternScene) final = NULL;
  g_autoptr (LecternScene) award = NULL;

  finish (contest, 1, 50000, TRUE);
  finish (contest, 2, 51000, TRUE);
  fixture_set_entry (contest, 3, LECTERN_ENTRY_DONE, 375000, TRUE); /* nobody marked it */
  fixture_set_entry (contest, 4, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  reveal = freeze (contest, LECTERN_SCENE_REVEAL, 1);
  on_air->scene = lectern_scene_to_json (reveal);
  fixture_put (contest, on_air);
  ranking = freeze (contest, LECTERN_SCENE_RANKING, 0);
  g_assert_cmpuint (ranking->rows->len, ==, 2);
  g_assert_cmpint (((LecternSceneRow *) ranking->rows->pdata[0])->lot, ==, 2);
  g_assert_false (((LecternSceneRow *) ranking->rows->pdata[0])->fresh);
  g_assert_true (((LecternSceneRow *) ranking->rows->pdata[1])->fresh);
  g_assert_null (((LecternSceneRow *) ranking->rows->pdata[1])->award); /* not before the end */
  g_assert_false (ranking->is_final);
  set_round_state (contest, LECTERN_ROUND_FINALISED);
  final = freeze (contest, LECTERN_SCENE_RANKING, 0);
  g_assert_true (final->is_final);
  g_assert_cmpstr (((LecternSceneRow *) final->rows->pdata[0])->award, ==, "一等奖");
  award = freeze (contest, LECTERN_SCENE_AWARD, 0);
  g_assert_cmpuint (award->rows->len, ==, 1);
  g_assert_cmpstr (award->text, ==, "一等奖");
}

/* A contest with no awards has a final ranking all the same. */
static void
test_no_award (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);
  g_autoptr (LecternChange) removal = lectern_change_new ();
  g_autoptr (LecternScene) ranking = NULL;
  g_autoptr (LecternScene) award = NULL;

  for (guint i = 0; i < lectern_contest_get_awards (contest)->len; i++)
    lectern_change_remove (removal, lectern_record_ref (lectern_contest_get_awards (contest)->pdata[i]));
  lectern_contest_apply (contest, removal);
  finish (contest, 1, 50000, TRUE);
  finish (contest, 2, 51000, TRUE);
  set_round_state (contest, LECTERN_ROUND_FINALISED);
  ranking = freeze (contest, LECTERN_SCENE_RANKING, 0);
  g_assert_cmpuint (ranking->rows->len, ==, 2);
  g_assert_null (((LecternSceneRow *) ranking->rows->pdata[0])->award);
  award = freeze (contest, LECTERN_SCENE_AWARD, 0);
  g_assert_cmpuint (award->rows->len, ==, 0);
  g_assert_null (award->text);
}

/* What there is nothing to show of is refused in a sentence. */
static void
test_refused (void)
{
  static const struct
  {
    LecternSceneKind  kind;
    LecternRoundState round; /* before the draw there is no round on air */
    gint64            lot;
    int               code;
    const char       *message;
  } cases[] = {
    { LECTERN_SCENE_TALK, LECTERN_ROUND_RUNNING, 9, LECTERN_CONTEST_ERROR_NOT_FOUND, "This scene needs an entry" },
    { LECTERN_SCENE_MARKING, LECTERN_ROUND_RUNNING, 9, LECTERN_CONTEST_ERROR_NOT_FOUND, "This scene needs an entry" },
    { LECTERN_SCENE_REVEAL, LECTERN_ROUND_RUNNING, 1, LECTERN_CONTEST_ERROR_WRONG_STATE, "No. 1 has no result to reveal yet" },
    { LECTERN_SCENE_REVEAL, LECTERN_ROUND_RUNNING, 2, LECTERN_CONTEST_ERROR_WRONG_STATE, "No. 2 has no result to reveal yet" },
    { LECTERN_SCENE_ORDER, LECTERN_ROUND_SET_UP, 9, LECTERN_CONTEST_ERROR_NOT_DRAWN, "has not been drawn" },
    { LECTERN_SCENE_AWARD, LECTERN_ROUND_RUNNING, 9, LECTERN_CONTEST_ERROR_WRONG_STATE, "after the round is finalised" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);
      g_autoptr (GError) error = NULL;

      set_round_state (contest, cases[i].round);
      fixture_set_entry (contest, 2, LECTERN_ENTRY_DONE, 300000, FALSE); /* without a single sheet */
      g_assert_null (lectern_scene_freeze (contest, cases[i].kind, lectern_contest_get_entry_by_lot (contest, cases[i].lot), NULL, &error));
      g_assert_error (error, LECTERN_CONTEST_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* A contest that is set up and has no evening yet. */
static void
test_before_all (void)
{
  static const LecternSceneKind refused[] = { LECTERN_SCENE_ORDER, LECTERN_SCENE_RANKING, LECTERN_SCENE_AWARD };
  static const int              codes[] = { LECTERN_CONTEST_ERROR_NOT_DRAWN, LECTERN_CONTEST_ERROR_NOT_DRAWN, LECTERN_CONTEST_ERROR_WRONG_STATE };
  g_autoptr (LecternContest) drawn = fixture_contest_new ("", 0, 0);
  g_autoptr (LecternContest) contest = lectern_contest_new ();
  g_autoptr (LecternScene) title = NULL;

  fixture_put (contest, lectern_record_ref (lectern_contest_get_record (drawn)));
  title = freeze (contest, LECTERN_SCENE_TITLE, 1);
  g_assert_cmpstr (title->contest, ==, "试验赛");
  g_assert_cmpstr (title->round, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_scene_freeze (contest, refused[i], NULL, NULL, &error));
      g_assert_error (error, LECTERN_CONTEST_ERROR, codes[i]);
    }
}

/* Each cue shows its scene, with its own label. */
static void
test_cue (void)
{
  static const LecternSceneKind kinds[LECTERN_CUE_N_KINDS] = {
    LECTERN_SCENE_TITLE, LECTERN_SCENE_RULES, LECTERN_SCENE_ORDER, LECTERN_SCENE_INTRODUCTION, LECTERN_SCENE_TALK, LECTERN_SCENE_MARKING,
    LECTERN_SCENE_REVEAL, LECTERN_SCENE_RANKING, LECTERN_SCENE_BREAK, LECTERN_SCENE_BREAK, LECTERN_SCENE_AWARD, LECTERN_SCENE_END
  };
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 3);

  finish (contest, 1, 50000, TRUE);
  set_round_state (contest, LECTERN_ROUND_FINALISED);
  for (LecternCueKind kind = 0; kind < LECTERN_CUE_N_KINDS; kind++)
    {
      LecternCue *cue = lectern_record_new (&lectern_table_cue);
      g_autoptr (LecternScene) scene = NULL;
      g_autoptr (GError) error = NULL;

      cue->kind = kind;
      cue->nominee = kind >= LECTERN_CUE_INTRODUCE && kind <= LECTERN_CUE_REVEAL ? 1 : LECTERN_NULL;
      cue->label = kind == LECTERN_CUE_BREAK ? g_strdup ("合唱") : NULL;
      scene = lectern_scene_freeze_cue (contest, cue, &error);
      g_assert_no_error (error);
      g_assert_cmpint (scene->kind, ==, (int) kinds[kind]);
      g_assert_cmpint (scene->lot, ==, cue->nominee != LECTERN_NULL ? 1 : 0);
      if (kind == LECTERN_CUE_BREAK)
        g_assert_cmpstr (scene->text, ==, "合唱");
      lectern_record_unref (cue);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/scene-freeze/judges", test_judges);
  g_test_add_func ("/contest/scene-freeze/entry", test_entry);
  g_test_add_func ("/contest/scene-freeze/english", test_english);
  g_test_add_func ("/contest/scene-freeze/rules", test_rules);
  g_test_add_func ("/contest/scene-freeze/figures", test_figures);
  g_test_add_func ("/contest/scene-freeze/order", test_order);
  g_test_add_func ("/contest/scene-freeze/ranking", test_ranking);
  g_test_add_func ("/contest/scene-freeze/no-award", test_no_award);
  g_test_add_func ("/contest/scene-freeze/refused", test_refused);
  g_test_add_func ("/contest/scene-freeze/before-all", test_before_all);
  g_test_add_func ("/contest/scene-freeze/cue", test_cue);
  return g_test_run ();
}
