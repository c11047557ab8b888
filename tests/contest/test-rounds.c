/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How rounds follow each other: ways, entrants, cuts with their ties, what a finalised round owes
 * nobody, and results on record against the marks. */

#include "contest-fixture.h"

#include <string.h>

#include "lectern-programme.h"
#include "lectern-script.h"
#include "lectern-ranking.h"
#include "lectern-results.h"
#include "lectern-rounds.h"
#include "lectern-scene.h"

#define SEMI "\"rounds\":[{\"key\":\"semi\",\"name\":\"复赛\",\"advance\":%d},{\"key\":\"final\",\"name\":\"决赛\"}]"
#define HEATS "\"rounds\":[{\"key\":\"a\",\"name\":\"A组\",\"advance\":1,\"into\":\"final\",\"units\":[\"u1\"]},{\"key\":\"b\",\"name\":\"B组\",\"advance\":1,\"units\":[\"u2\"]},{\"key\":\"final\",\"name\":\"决赛\"}]"

/* Six nominees (odd ids of unit u1, even ones of u2), three judges; the first round is current. */
static LecternContest *
make_contest (const char *rounds)
{
  g_autofree char *extra = g_strdup_printf (",%s,\"ties\":[\"decision\"]", rounds);
  LecternContest  *contest = fixture_contest_new (extra, 6, 3);
  g_autofree char *json = fixture_rules_json (extra);
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, NULL, NULL);
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));

  for (guint i = 0; i < template->rounds->len; i++)
    fixture_put (contest, lectern_record_ref (template->rounds->pdata[i]));
  for (gint64 n = 1; n <= 6; n++) /* the fixture's are entries of the round that is its only one */
    {
      LecternEntry *entry = lectern_record_new (&lectern_table_entry);

      entry->round = g_strdup ("final");
      entry->nominee = n;
      lectern_change_remove (change, entry);
    }
  lectern_record_take_string (&on_air->round, ((LecternRound *) template->rounds->pdata[0])->key);
  lectern_change_put (change, on_air);
  lectern_contest_apply (contest, change);
  return contest;
}

static void
set_state (LecternContest   *contest,
           const char       *key,
           LecternRoundState state)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_round (contest, key));

  round->state = state;
  round->revision = state == LECTERN_ROUND_FINALISED ? 1 : 0;
  fixture_put (contest, round);
}

static void
put_sheet (LecternContest *contest,
           const char     *round,
           gint64          nominee,
           gint64          judge,
           gint64          points)
{
  LecternSheet *sheet = lectern_record_new (&lectern_table_sheet);
  const char   *criteria[] = { "content", "language" };

  sheet->round = g_strdup (round);
  sheet->nominee = nominee;
  sheet->judge = judge;
  sheet->version = 1;
  sheet->state = LECTERN_SHEET_LOCKED;
  sheet->total = points * 1000;
  for (guint i = 0; i < 2; i++)
    {
      LecternMark *mark = lectern_record_new (&lectern_table_mark);

      mark->round = g_strdup (round);
      mark->nominee = nominee;
      mark->judge = judge;
      mark->version = 1;
      mark->criterion = g_strdup (criteria[i]);
      mark->value = i == 0 ? 30000 : points * 1000 - 30000;
      fixture_put (contest, mark);
    }
  fixture_put (contest, sheet);
}

/* Nominee @n spoke in @round and has @points from each of three judges. */
static void
play (LecternContest *contest,
      const char     *round,
      gint64          n,
      gint64          points)
{
  LecternEntry *entry = lectern_record_new (&lectern_table_entry);

  entry->round = g_strdup (round);
  entry->nominee = n;
  entry->lot = n;
  entry->state = LECTERN_ENTRY_DONE;
  entry->time_ms = 300000;
  entry->revealed = 0;
  fixture_put (contest, entry);
  for (gint64 judge = 1; judge <= 3; judge++)
    put_sheet (contest, round, n, judge, points);
}

static char *
list_entrants (LecternContest *contest,
               const char     *key)
{
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (contest, lectern_contest_get_round (contest, key));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < entrants->len; i++)
    g_string_append_printf (ids, "%d ", (int) ((LecternNominee *) entrants->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

static void
assert_entrants (LecternContest *contest,
                 const char     *key,
                 const char     *ids)
{
  g_autofree char *found = list_entrants (contest, key);

  g_assert_cmpstr (found, ==, ids);
}

static void
assert_next (LecternContest *contest,
             const char     *key,
             const char     *wanted)
{
  const LecternRound *next = lectern_rounds_get_next (contest, lectern_contest_get_round (contest, key));

  g_assert_cmpstr (next != NULL ? next->key : NULL, ==, wanted);
}

static void
test_ways (void)
{
  g_autofree char *rounds = g_strdup_printf (SEMI, 3);
  g_autoptr (LecternContest) semi = make_contest (rounds);
  g_autoptr (LecternContest) heats = make_contest (HEATS);
  g_autoptr (GPtrArray) none = lectern_rounds_list_feeders (heats, lectern_contest_get_round (heats, "b"));
  g_autoptr (GPtrArray) both = lectern_rounds_list_feeders (heats, lectern_contest_get_round (heats, "final"));

  assert_next (semi, "semi", "final");
  assert_next (semi, "final", NULL);
  assert_next (heats, "a", "final"); /* not the next by position */
  assert_next (heats, "b", "final");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpstr (((LecternRound *) both->pdata[0])->key, ==, "a");
}

static void
test_entrants (void)
{
  g_autoptr (LecternContest) contest = make_contest (HEATS);
  LecternNominee *gone;

  assert_entrants (contest, "a", "1 3 5 ");
  assert_entrants (contest, "b", "2 4 6 ");
  assert_entrants (contest, "final", "");
  for (gint64 n = 1; n <= 6; n++)
    play (contest, n % 2 == 1 ? "a" : "b", n, 60 + n);
  assert_entrants (contest, "final", "5 6 ");
  gone = lectern_record_copy (lectern_contest_get_nominee (contest, 6));
  gone->withdrawn = 1;
  fixture_put (contest, gone);
  assert_entrants (contest, "final", "5 "); /* nobody moves up by itself */
  assert_entrants (contest, "b", "2 4 ");
  g_assert_true (lectern_rounds_is_open_for (contest, "u1"));
  set_state (contest, "a", LECTERN_ROUND_RUNNING);
  g_assert_false (lectern_rounds_is_open_for (contest, "u1"));
  g_assert_true (lectern_rounds_is_open_for (contest, "u2"));
}

/* A unit that no heat names is told why it can't speak. */
static void
test_forgotten_unit (void)
{
  g_autoptr (LecternContest) contest = make_contest ("\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"units\":[\"u1\"]}]");
  g_autoptr (GPtrArray) named = lectern_contest_check_eligibility (contest, lectern_contest_get_nominee (contest, 1));
  g_autoptr (GPtrArray) forgotten = lectern_contest_check_eligibility (contest, lectern_contest_get_nominee (contest, 2));

  g_assert_cmpuint (named->len, ==, 0);
  g_assert_cmpuint (forgotten->len, ==, 1);
  g_assert_cmpstr (((LecternProblem *) forgotten->pdata[0])->column, ==, "unit");
}

static void
put_decision (LecternContest *contest,
              gint64          nominee,
              gint64          place)
{
  LecternDecision *decision = lectern_record_new (&lectern_table_decision);

  decision->round = g_strdup ("semi");
  decision->nominee = nominee;
  decision->place = place;
  decision->reason = g_strdup ("评委会");
  fixture_put (contest, decision);
}

/* Cut after the third; the third and the fourth are equal. */
static void
test_cut (void)
{
  static const gint64 points[] = { 90, 85, 70, 80, 80, 65 };
  g_autofree char    *rounds = g_strdup_printf (SEMI, 3);
  g_autoptr (LecternContest) contest = make_contest (rounds);
  g_autoptr (LecternRanking) open = NULL;
  g_autoptr (LecternRanking) decided = NULL;
  g_autoptr (GPtrArray) blockers = NULL;
  g_autofree char      *json = NULL;
  g_autofree char      *json_decided = NULL;
  const LecternOpenTie *tie;

  for (gint64 n = 1; n <= 6; n++)
    play (contest, "semi", n, points[n - 1]);
  set_state (contest, "semi", LECTERN_ROUND_RUNNING);
  open = lectern_ranking_new (contest, "semi", FALSE);
  g_assert_true (open->feeds);
  g_assert_cmpuint (open->open_ties->len, ==, 1);
  tie = open->open_ties->pdata[0];
  g_assert_true (tie->advance && tie->award == NULL);
  g_assert_cmpuint (tie->rank, ==, 3);
  g_assert_cmpint (g_array_index (tie->lots, gint64, 0) + g_array_index (tie->lots, gint64, 1), ==, 9);
  for (guint i = 0; i < 6; i++)
    g_assert_null (open->rows[i].award); /* a round that feeds another honours nobody */
  json = lectern_ranking_to_json (open, contest);
  g_assert_nonnull (strstr (json, "\"advance\" : true"));
  g_assert_nonnull (strstr (json, "\"advances\" : false"));
  blockers = lectern_ranking_list_blockers (contest, "semi");
  g_assert_cmpuint (blockers->len, ==, 1);
  g_assert_nonnull (strstr (((LecternProblem *) blockers->pdata[0])->message, "cut"));
  put_decision (contest, 5, 0);
  put_decision (contest, 4, 1);
  decided = lectern_ranking_new (contest, "semi", FALSE);
  g_assert_cmpuint (decided->open_ties->len, ==, 0);
  g_assert_true (lectern_ranking_find (decided, 5)->advances);
  g_assert_false (lectern_ranking_find (decided, 4)->advances);
  assert_entrants (contest, "final", "1 5 2 ");
  json_decided = lectern_ranking_to_json (decided, contest);
  g_assert_null (strstr (json_decided, "\"advance\" :"));
}

/* A tie away from the cut is none of the next round's business; the last round has no cut. */
static void
test_no_cut (void)
{
  g_autofree char *rounds = g_strdup_printf (SEMI, 2);
  g_autoptr (LecternContest) contest = make_contest (rounds);
  g_autoptr (LecternRanking) semi = NULL;
  g_autoptr (LecternRanking) final = NULL;
  g_autofree char *json = NULL;

  for (gint64 n = 1; n <= 6; n++)
    play (contest, "semi", n, n <= 2 ? 90 : 70);
  play (contest, "final", 1, 80);
  play (contest, "final", 2, 70);
  semi = lectern_ranking_new (contest, "semi", FALSE);
  final = lectern_ranking_new (contest, "final", FALSE);
  g_assert_cmpuint (semi->open_ties->len, ==, 0);
  g_assert_false (final->feeds);
  g_assert_cmpstr (final->rows[0].award, ==, "first");
  g_assert_false (final->rows[0].advances);
  json = lectern_ranking_to_json (final, contest);
  g_assert_null (strstr (json, "\"advances\""));
}

static void
put_result (LecternContest *contest,
            gint64          nominee,
            gint64          rank,
            const char     *final)
{
  LecternResult *result = lectern_record_new (&lectern_table_result);

  result->round = g_strdup ("semi");
  result->nominee = nominee;
  result->revision = 1;
  result->rank = rank;
  result->mean = g_strdup_printf ("%s0000", final);
  result->deduction = g_strdup ("0");
  result->final = g_strdup (final);
  fixture_put (contest, result);
}

/* A panel that grew for the final owes the semi-final nothing. */
static void
test_finalised_stays (void)
{
  g_autofree char *rounds = g_strdup_printf (SEMI, 1);
  g_autoptr (LecternContest) contest = make_contest (rounds);
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GError) missing = NULL;
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, 3));

  play (contest, "semi", 1, 90);
  play (contest, "semi", 2, 80);
  set_state (contest, "semi", LECTERN_ROUND_FINALISED);
  judge->number = 4;
  fixture_put (contest, judge);
  ranking = lectern_ranking_new (contest, "semi", FALSE);
  g_assert_true (ranking->complete);
  g_assert_cmpuint (ranking->rows[0].n_expected, ==, 3);
  put_result (contest, 1, 1, "90.00");
  g_assert_false (lectern_results_check (contest, lectern_contest_get_round (contest, "semi"), &missing));
  g_assert_error (missing, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  put_result (contest, 2, 2, "80.00");
  g_assert_true (lectern_results_check (contest, lectern_contest_get_round (contest, "semi"), NULL));
  put_result (contest, 2, 2, "80.01");
  g_assert_false (lectern_results_check (contest, lectern_contest_get_round (contest, "semi"), &wrong));
  g_assert_nonnull (strstr (wrong->message, "80.01"));
}

/* The hall is told who goes on where the last round would tell who is honoured. */
static void
test_hall (void)
{
  g_autofree char *rounds = g_strdup_printf (SEMI, 1);
  g_autoptr (LecternContest) contest = make_contest (rounds);
  g_autoptr (LecternScene) scene = NULL;
  g_autofree char *name = NULL;
  g_autofree char *script = NULL;
  LecternOnAir    *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));
  LecternCue      *cue = lectern_record_new (&lectern_table_cue);

  play (contest, "semi", 1, 90);
  play (contest, "semi", 2, 80);
  set_state (contest, "semi", LECTERN_ROUND_FINALISED);
  scene = lectern_scene_freeze (contest, LECTERN_SCENE_AWARD, NULL, NULL, NULL);
  g_assert_cmpstr (scene->text, ==, "晋级决赛");
  g_assert_cmpuint (scene->rows->len, ==, 1);
  cue->position = 1000;
  cue->kind = LECTERN_CUE_CEREMONY;
  on_air->cue = 1000;
  name = lectern_programme_describe_cue (contest, cue);
  g_assert_cmpstr (name, ==, "Who goes on");
  fixture_put (contest, cue);
  fixture_put (contest, on_air);
  script = lectern_script_get_now (contest);
  g_assert_cmpstr (script, ==, "下面公布晋级决赛的选手名单。");
}

static void
test_check_open (void)
{
  g_autofree char *rounds = g_strdup_printf (SEMI, 1);
  g_autoptr (LecternContest) contest = make_contest (rounds);
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) current = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) late = NULL;

  g_assert_false (lectern_rounds_check_open (contest, "quarter", &unknown));
  g_assert_error (unknown, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND);
  g_assert_false (lectern_rounds_check_open (contest, "semi", &current));
  g_assert_error (current, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_assert_false (lectern_rounds_check_open (contest, "final", &early));
  g_assert_nonnull (strstr (early->message, "“复赛” is finalised"));
  set_state (contest, "semi", LECTERN_ROUND_FINALISED);
  g_assert_true (lectern_rounds_check_open (contest, "final", NULL));
  g_assert_true (lectern_rounds_check_reopen (contest, lectern_contest_get_round (contest, "semi"), NULL));
  set_state (contest, "final", LECTERN_ROUND_DRAWN);
  g_assert_false (lectern_rounds_check_reopen (contest, lectern_contest_get_round (contest, "semi"), &late));
  g_assert_error (late, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/rounds/ways", test_ways);
  g_test_add_func ("/contest/rounds/entrants", test_entrants);
  g_test_add_func ("/contest/rounds/forgotten-unit", test_forgotten_unit);
  g_test_add_func ("/contest/rounds/cut", test_cut);
  g_test_add_func ("/contest/rounds/no-cut", test_no_cut);
  g_test_add_func ("/contest/rounds/finalised-stays", test_finalised_stays);
  g_test_add_func ("/contest/rounds/hall", test_hall);
  g_test_add_func ("/contest/rounds/check-open", test_check_open);
  return g_test_run ();
}
