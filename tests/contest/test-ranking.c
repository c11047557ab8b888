/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ranking of a contest: figures worked out by hand, awards across ties, what keeps a round
 * open, and what the hall may not see. */

#include "contest-fixture.h"

#include <string.h>

#include "lectern-ranking.h"
#include "lectern-scene.h"

/* Entry @n done, every judge giving @content + @language. */
static void
finish (LecternContest *contest,
        gint64          n,
        guint           n_judges,
        gint64          content,
        gint64          language)
{
  for (guint j = 1; j <= n_judges; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, content, language);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, FALSE);
}

/* Five judges: 80.0 85.0 90.0 70.0 95.0; one highest and one lowest struck out, mean 85; 13 s over
 * at 0.1 for each started 10 s: 0.2 off. */
static void
test_figures (void)
{
  static const gint64 content[] = { 30000, 35000, 40000, 20000, 40000 };
  static const gint64 language[] = { 50000, 50000, 50000, 50000, 55000 };
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"time\":{\"limit\":360,\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}]}}", 1, 5);
  g_autoptr (LecternRanking) ranking = NULL;
  g_autofree char *final = NULL;
  g_autofree char *mean = NULL;

  for (guint j = 0; j < 5; j++)
    fixture_put_sheet (contest, 1, j + 1, 1, LECTERN_SHEET_LOCKED, content[j], language[j]);
  fixture_set_entry (contest, 1, LECTERN_ENTRY_DONE, 373000, FALSE);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_assert_true (ranking->complete);
  g_assert_true (ranking->provisional);
  final = lectern_fraction_format (ranking->rows[0].ranked.final, 2);
  mean = lectern_fraction_format (ranking->rows[0].ranked.mean, 6);
  g_assert_cmpstr (mean, ==, "85.000000");
  g_assert_cmpstr (final, ==, "84.80");
  g_assert_cmpint (ranking->rows[0].ranked.deduction, ==, 200);
  g_assert_cmpint (ranking->rows[0].sheets[3].fate, ==, LECTERN_SHEET_DROPPED_LOW);
  g_assert_cmpint (ranking->rows[0].sheets[4].fate, ==, LECTERN_SHEET_DROPPED_HIGH);
}

/* Only what was handed in counts: not a draft, not the sheet of a recused judge, the last version. */
static void
test_counted (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 4);
  g_autoptr (LecternRanking) ranking = NULL;
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_LOCKED, 10000, 10000);
  fixture_put_sheet (contest, 1, 1, 2, LECTERN_SHEET_LOCKED, 20000, 10000);
  fixture_put_sheet (contest, 1, 1, 3, LECTERN_SHEET_DRAFT, 40000, 60000);
  fixture_put_sheet (contest, 1, 2, 1, LECTERN_SHEET_SUBMITTED, 30000, 10000);
  fixture_put_sheet (contest, 1, 3, 1, LECTERN_SHEET_DRAFT, 40000, 60000);
  fixture_put_sheet (contest, 1, 4, 1, LECTERN_SHEET_LOCKED, 40000, 60000);
  recusal->round = g_strdup ("final");
  recusal->nominee = 1;
  recusal->judge = 4;
  recusal->reason = g_strdup ("亲属");
  fixture_put (contest, recusal);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_assert_cmpuint (ranking->rows[0].n_sheets, ==, 2);
  g_assert_cmpuint (ranking->rows[0].n_expected, ==, 3);
  g_assert_false (ranking->complete);
  g_assert_cmpint (ranking->rows[0].sheets[0].total, ==, 30000);
  g_assert_cmpint (ranking->rows[0].sheets[1].total, ==, 40000);
}

/* Totals of entries 1, 2, …, in points; the awards expected, by entry. Awards: 1 place, 2 places,
 * all the rest. */
typedef struct
{
  const char *name;
  gint64      totals[6];
  const char *awards[6];
  guint       n_open;
  guint       open_rank;
  const char *open_award;
} AwardCase;

/* clang-format off */
static const AwardCase award_cases[] = {
  { "apart", { 90, 80, 70, 60 }, { "first", "second", "second", "rest" }, 0, 0, NULL },
  { "tie-at-the-top", { 90, 90, 70, 60, 50 }, { "first", "first", "second", "second", "rest" }, 1, 1, "first" },
  { "tie-inside-an-award", { 90, 80, 80, 60 }, { "first", "second", "second", "rest" }, 0, 0, NULL },
  { "tie-across-the-second", { 90, 80, 70, 70, 60 }, { "first", "second", "second", "second", "rest" }, 1, 3, "second" },
  { "tie-among-the-rest", { 90, 80, 70, 60, 60 }, { "first", "second", "second", "rest", "rest" }, 0, 0, NULL },
};
/* clang-format on */

static void
test_awards (gconstpointer data)
{
  const AwardCase *c = data;
  guint            n = 0;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternRanking) ranking = NULL;

  while (n < 6 && c->totals[n] > 0)
    n++;
  contest = fixture_contest_new (",\"ties\":[]", n, 3);
  for (guint i = 0; i < n; i++)
    finish (contest, i + 1, 3, 30000, c->totals[i] * 1000 - 30000);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (lectern_ranking_find (ranking, i + 1)->award, ==, c->awards[i]);
  g_assert_cmpuint (ranking->open_ties->len, ==, c->n_open);
  if (c->n_open > 0)
    {
      const LecternOpenTie *tie = ranking->open_ties->pdata[0];

      g_assert_cmpuint (tie->rank, ==, c->open_rank);
      g_assert_cmpstr (tie->award, ==, c->open_award);
      g_assert_cmpuint (tie->lots->len, ==, 2);
    }
}

static void
test_blockers (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 4, 3);
  g_autoptr (GPtrArray) blockers = NULL;
  g_autoptr (GString) columns = g_string_new (NULL);
  LecternGate        *gate = lectern_record_new (&lectern_table_gate);
  LecternClockRecord *clock = lectern_record_copy (lectern_contest_get_clock (contest));

  finish (contest, 1, 3, 30000, 50000);
  finish (contest, 2, 3, 30000, 50000);                                    /* a tie for the first award */
  finish (contest, 3, 2, 30000, 40000);                                    /* a sheet is missing */
  fixture_set_entry (contest, 3, LECTERN_ENTRY_DONE, LECTERN_NULL, FALSE); /* and its time */
  gate->id = 1;
  gate->round = g_strdup ("final");
  gate->nominee = 4;
  fixture_put (contest, gate);
  clock->phase = LECTERN_CLOCK_PAUSED;
  fixture_put (contest, clock);
  blockers = lectern_ranking_list_blockers (contest, NULL);
  for (guint i = 0; i < blockers->len; i++)
    g_string_append_printf (columns, "%s ", ((LecternProblem *) blockers->pdata[i])->column);
  g_assert_cmpstr (columns->str, ==, "gate clock sheets time state tie ");
}

static void
test_json (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);
  g_autoptr (LecternRanking) ranking = NULL;
  g_autofree char *json = NULL;

  finish (contest, 1, 3, 30000, 50500);
  fixture_set_entry (contest, 2, LECTERN_ENTRY_CALLED, LECTERN_NULL, FALSE);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  json = lectern_ranking_to_json (ranking, contest);
  g_assert_nonnull (strstr (json, "\"mean\" : \"80.500000\""));
  g_assert_nonnull (strstr (json, "\"final\" : \"80.50\""));
  g_assert_nonnull (strstr (json, "\"deduction\" : \"0.00\""));
  g_assert_nonnull (strstr (json, "\"total\" : \"80.5\""));
  g_assert_nonnull (strstr (json, "\"status\" : \"waiting\""));
  g_assert_nonnull (strstr (json, "\"separated_by\" : null"));
  g_assert_nonnull (strstr (json, "\"complete\" : false"));
}

/* Totals that occur nowhere else: if one is in a scene, it came from a sheet. */
static void
test_nothing_early (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 3);

  finish (contest, 1, 3, 31700, 45500); /* 77.2, revealed */
  finish (contest, 2, 3, 33300, 45500); /* 78.8, not revealed */
  fixture_set_entry (contest, 1, LECTERN_ENTRY_DONE, 350000, TRUE);
  for (int kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    for (gint64 n = 1; n <= 3; n++)
      {
        const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, n);
        g_autoptr (LecternScene) scene = lectern_scene_freeze (contest, (LecternSceneKind) kind, entry, NULL, NULL);
        g_autofree char *json = scene != NULL ? lectern_scene_to_json (scene) : g_strdup ("");

        if (kind == LECTERN_SCENE_REVEAL && n == 2) /* this is what reveals it */
          g_assert_nonnull (strstr (json, "78.8"));
        else
          g_assert_null (strstr (json, "78.8"));
        if (kind == LECTERN_SCENE_RANKING)
          g_assert_nonnull (strstr (json, "77.2"));
      }
}

/* A judge who left after marking is in the mean, and so in the picture. */
static void
test_judge_who_left (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 3);
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, 3));
  g_autoptr (LecternScene) scene = NULL;

  finish (contest, 1, 3, 30000, 50000);
  judge->active = 0;
  fixture_put (contest, judge);
  scene = lectern_scene_freeze (contest, LECTERN_SCENE_REVEAL, lectern_contest_get_entry (contest, NULL, 1), NULL, NULL);
  g_assert_cmpuint (scene->n_counted, ==, 3);
  g_assert_cmpuint (scene->judges->len, ==, 3);
  g_assert_cmpstr (((LecternSceneJudge *) scene->judges->pdata[2])->total, ==, "80");
}

static void
test_not_yet (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 3);
  const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, 1);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) award = NULL;
  g_autoptr (GError) nobody = NULL;

  g_assert_null (lectern_scene_freeze (contest, LECTERN_SCENE_REVEAL, entry, NULL, &early));
  g_assert_error (early, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_assert_null (lectern_scene_freeze (contest, LECTERN_SCENE_AWARD, NULL, NULL, &award));
  g_assert_error (award, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_assert_null (lectern_scene_freeze (contest, LECTERN_SCENE_TALK, NULL, NULL, &nobody));
  g_assert_error (nobody, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/ranking/figures", test_figures);
  g_test_add_func ("/contest/ranking/counted", test_counted);
  for (guint i = 0; i < G_N_ELEMENTS (award_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contest/ranking/awards/%s", award_cases[i].name);

      g_test_add_data_func (path, &award_cases[i], test_awards);
    }
  g_test_add_func ("/contest/ranking/blockers", test_blockers);
  g_test_add_func ("/contest/ranking/json", test_json);
  g_test_add_func ("/contest/scene-freeze/nothing-early", test_nothing_early);
  g_test_add_func ("/contest/scene-freeze/judge-who-left", test_judge_who_left);
  g_test_add_func ("/contest/scene-freeze/not-yet", test_not_yet);
  return g_test_run ();
}
