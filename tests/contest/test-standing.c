/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who is certain and who is out, as it can be worked out on paper: the fixture's awards are 1 place,
 * 2 places (so up to place 3), all the rest. The arithmetic of prospects is the scoring layer's own
 * tests' part; here it is what of the contest goes into them, and what must not. */

#include "contest-fixture.h"

#include <string.h>

#include "lectern-ranking.h"
#include "lectern-scene.h"
#include "lectern-standing.h"

#define N_JUDGES 3

/* Every judge gives @total points, 30 of them for content. */
static void
mark (LecternContest   *contest,
      gint64            n,
      LecternSheetState state,
      gint64            total)
{
  for (gint64 j = 1; j <= N_JUDGES; j++)
    fixture_put_sheet (contest, n, j, 1, state, 30000, total * 1000 - 30000);
}

static void
finish (LecternContest *contest,
        gint64          n,
        gint64          total,
        gboolean        revealed)
{
  mark (contest, n, LECTERN_SHEET_LOCKED, total);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, revealed);
}

/* One letter an entry: 1 certain of the first award, 2 of the second or better, - out, . open. */
static char *
draw_standing (LecternContest *contest,
               LecternBasis    basis)
{
  g_autoptr (LecternStanding) standing = lectern_standing_new (contest, NULL, basis);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  GPtrArray *borders = lectern_standing_get_borders (standing);
  GString   *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry  *entry = entries->pdata[i];
      const LecternBorder *certain = lectern_standing_find_certain (standing, entry->nominee);

      if (certain != NULL)
        g_string_append_printf (text, "%d", certain == borders->pdata[0] ? 1 : 2);
      else
        g_string_append_c (text, lectern_standing_is_out (standing, entry->nominee) ? '-' : '.');
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  gint64      totals[6]; /* 0: still to speak, -1: forfeit */
  const char *standing;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "nothing-yet",         { 0, 0, 0, 0 },              "...." },
  { "one-to-come",         { 90, 80, 70, 0 },           "22.." },
  { "it-can-only-equal",   { 90, 89, 88, 87, 0 },       "22.-." },
  { "two-to-come",         { 90, 80, 70, 60, 0, 0 },    "2..-.." },
  { "three-to-come",       { 90, 80, 70, 0, 0, 0 },     "......" },
  { "the-rest-forfeits",   { 90, 80, 70, -1, -1 },      "122--" },
  { "all-in",              { 90, 80, 70, 60, 50 },      "122--" },
  { "tie-at-the-top",      { 90, 90, 70, 60 },          "222-" },
  { "tie-at-the-border",   { 90, 80, 70, 70 },          "12.." },
};
/* clang-format on */

static LecternContest *
make (const gint64 *totals,
      guint         n)
{
  LecternContest *contest = fixture_contest_new (",\"ties\":[]", n, N_JUDGES);

  for (guint i = 0; i < n; i++)
    if (totals[i] > 0)
      finish (contest, i + 1, totals[i], TRUE);
    else if (totals[i] < 0)
      fixture_set_entry (contest, i + 1, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  return contest;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LecternContest) contest = make (c->totals, strlen (c->standing));
  g_autofree char *known = NULL;
  g_autofree char *seen = NULL;

  known = draw_standing (contest, LECTERN_BASIS_KNOWN);
  seen = draw_standing (contest, LECTERN_BASIS_SEEN);
  g_assert_cmpstr (known, ==, c->standing);
  g_assert_cmpstr (seen, ==, c->standing); /* all were revealed */
}

/* Whatever an entry that was not revealed has, the hall's standing is the same, and that of those
 * who know differs: so it was not for want of a difference. */
static void
test_nothing_leaks (void)
{
  g_autofree char *first = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gint64 total = 40; total <= 90; total += 10)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 5, N_JUDGES);
      g_autofree char *seen = NULL;

      finish (contest, 1, 85, TRUE);
      finish (contest, 2, 75, TRUE);
      finish (contest, 3, 65, TRUE);
      finish (contest, 4, 55, TRUE);
      finish (contest, 5, total, FALSE);
      seen = draw_standing (contest, LECTERN_BASIS_SEEN);
      if (first == NULL)
        first = g_strdup (seen);
      g_assert_cmpstr (seen, ==, first);
      g_hash_table_add (known, draw_standing (contest, LECTERN_BASIS_KNOWN));
    }
  g_assert_cmpstr (first, ==, "22.-.");
  g_assert_cmpuint (g_hash_table_size (known), ==, 3);
}

/* What was handed in may be handed in again until it is locked or the gate closes. */
static void
test_open_gate (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 4, N_JUDGES);
  LecternGate     *gate = lectern_record_new (&lectern_table_gate);
  g_autofree char *open = NULL;
  g_autofree char *closed = NULL;

  finish (contest, 1, 90, TRUE);
  finish (contest, 2, 80, TRUE);
  finish (contest, 3, 70, TRUE);
  mark (contest, 4, LECTERN_SHEET_SUBMITTED, 50);
  fixture_set_entry (contest, 4, LECTERN_ENTRY_MARKING, 350000, FALSE);
  gate->id = 1;
  gate->round = g_strdup ("final");
  gate->nominee = 4;
  fixture_put (contest, gate);
  open = draw_standing (contest, LECTERN_BASIS_KNOWN);
  g_assert_cmpstr (open, ==, "22..");
  gate = lectern_record_new (&lectern_table_gate);
  gate->id = 1;
  fixture_put (contest, gate);
  mark (contest, 4, LECTERN_SHEET_LOCKED, 50);
  fixture_set_entry (contest, 4, LECTERN_ENTRY_DONE, 350000, FALSE);
  closed = draw_standing (contest, LECTERN_BASIS_KNOWN);
  g_assert_cmpstr (closed, ==, "122-");
}

static void
set_judge (LecternContest *contest,
           gint64          number,
           gboolean        active)
{
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, number));

  judge->active = active;
  fixture_put (contest, judge);
}

static void
put_recusal (LecternContest *contest,
             gint64          nominee,
             gint64          judge)
{
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  recusal->round = g_strdup ("final");
  recusal->nominee = nominee;
  recusal->judge = judge;
  recusal->kind = LECTERN_RECUSAL_ABSENT;
  recusal->reason = g_strdup ("未到");
  fixture_put (contest, recusal);
}

/* The third judge's sheet is missing: open, until he is absent from it or has left. */
static void
test_missing_sheet (void)
{
  for (guint way = 0; way < 3; way++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 2, N_JUDGES);
      g_autofree char *standing = NULL;

      finish (contest, 1, 60, TRUE);
      for (gint64 j = 1; j <= 2; j++)
        fixture_put_sheet (contest, 2, j, 1, LECTERN_SHEET_LOCKED, 30000, 20000);
      fixture_set_entry (contest, 2, LECTERN_ENTRY_DONE, 350000, TRUE);
      if (way == 1)
        put_recusal (contest, 2, 3);
      else if (way == 2)
        set_judge (contest, 3, FALSE); /* his sheet for No. 1 counts on */
      standing = draw_standing (contest, LECTERN_BASIS_KNOWN);
      /* 50, 50 and a third up to 100 is 66.7; without it, 50. */
      g_assert_cmpstr (standing, ==, way == 0 ? "2." : "12");
    }
}

/* Where nobody may mark an entry somebody will have to be found, so nothing is certain of it. */
static void
test_nobody_may_mark (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 2, N_JUDGES);
  g_autofree char *standing = NULL;

  finish (contest, 1, 90, TRUE);
  for (gint64 j = 1; j <= N_JUDGES; j++)
    put_recusal (contest, 2, j);
  standing = draw_standing (contest, LECTERN_BASIS_KNOWN);
  g_assert_cmpstr (standing, ==, "2.");
}

/* 7 s over time cost 0.1 by one timer; the second may still say that it was in time. */
static void
test_second_timer (void)
{
  static const struct
  {
    const char *extra;
    gint64      second_ms;
    const char *standing;
  } timers[] = {
    { "", LECTERN_NULL, "12" },
    { ",\"timers\":2", LECTERN_NULL, "2." },
    { ",\"timers\":2", 368000, "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (timers); i++)
    {
      g_autofree char *extra = g_strdup_printf (",\"ties\":[],\"time\":{\"limit\":360,\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}]}%s}", timers[i].extra);
      g_autoptr (LecternContest) contest = fixture_contest_new (extra, 2, N_JUDGES);
      LecternEntry    *entry;
      g_autofree char *standing = NULL;

      finish (contest, 1, 90, TRUE);
      finish (contest, 2, 90, TRUE);
      entry = lectern_record_copy (lectern_contest_get_entry (contest, NULL, 2));
      entry->time_ms = 367000;
      entry->timer2_ms = timers[i].second_ms;
      fixture_put (contest, entry);
      standing = draw_standing (contest, LECTERN_BASIS_KNOWN);
      g_assert_cmpstr (standing, ==, timers[i].standing);
    }
}

/* Before the last round it is the cut that is at stake, and no award. */
static void
test_cut (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 4, N_JUDGES);
  LecternRound *round = lectern_record_copy (lectern_contest_get_current_round (contest));
  LecternRound *next = lectern_record_new (&lectern_table_round);
  g_autoptr (LecternStanding) standing = NULL;
  g_autoptr (LecternRanking) ranking = NULL;
  g_autofree char *json = NULL;

  round->advance = 2;
  fixture_put (contest, round);
  next->key = g_strdup ("last");
  next->name = g_strdup ("总决赛");
  next->position = round->position + 1;
  next->state = LECTERN_ROUND_SET_UP;
  fixture_put (contest, next);
  finish (contest, 1, 90, TRUE);
  finish (contest, 2, 80, TRUE);
  finish (contest, 3, 80, TRUE);
  standing = lectern_standing_new (contest, NULL, LECTERN_BASIS_KNOWN);
  g_assert_cmpuint (lectern_standing_get_borders (standing)->len, ==, 1);
  g_assert_true (lectern_standing_find_certain (standing, 1)->cut);
  g_assert_cmpstr (lectern_standing_find_certain (standing, 1)->key, ==, "last");
  g_assert_null (lectern_standing_find_certain (standing, 2));
  g_assert_false (lectern_standing_is_out (standing, 2));
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  json = lectern_ranking_to_json (ranking, contest);
  g_assert_nonnull (strstr (json, "\"certain\" : \"last\""));
  g_assert_nonnull (strstr (json, "Nos. 2, 3 are equal by every rule and may share a place from 2 to 3, across the border of the places that go on to “总决赛” (2 in all)."));
}

/* Four marked, one to come. */
static void
test_ties (void)
{
  static const struct
  {
    gint64      totals[4];
    const char *text; /* NULL: none */
  } ties[] = {
    { { 90, 80, 70, 60 }, NULL },
    { { 90, 90, 70, 60 }, "Nos. 1, 2 are equal by every rule and may share a place from 1 to 2, across the border of “一等奖” (up to place 1)." },
    { { 90, 80, 80, 60 }, "Nos. 2, 3 are equal by every rule and may share a place from 2 to 3, across the border of “二等奖” (up to place 3)." },
    { { 90, 80, 70, 70 }, "Nos. 3, 4 are equal by every rule and may share a place from 3 to 4, across the border of “二等奖” (up to place 3)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    for (gboolean all_in = FALSE; all_in <= TRUE; all_in++)
      {
        g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 5, N_JUDGES);
        g_autoptr (LecternStanding) standing = NULL;
        g_autofree char *text = NULL;
        GPtrArray       *possible;

        for (guint n = 0; n < 4; n++)
          finish (contest, n + 1, ties[i].totals[n], TRUE);
        if (all_in) /* what is equal now is no possibility any more */
          fixture_set_entry (contest, 5, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
        standing = lectern_standing_new (contest, NULL, LECTERN_BASIS_KNOWN);
        possible = lectern_standing_get_ties (standing);
        g_assert_cmpuint (possible->len, ==, ties[i].text != NULL && !all_in);
        text = possible->len > 0 ? lectern_possible_tie_describe (possible->pdata[0]) : NULL;
        g_assert_cmpstr (text, ==, all_in ? NULL : ties[i].text);
      }
}

/* The sentence about a tie: at one place, or somewhere between two; of an award, or of going on. */
static void
test_tie_words (void)
{
  static const struct
  {
    guint       rank, latest;
    gboolean    cut;
    guint       places;
    const char *words;
  } sentences[] = {
    { 3, 3, FALSE, 3, "Nos. 2, 5 are equal by every rule at place 3, across the border of “一等奖” (up to place 3)." },
    { 3, 6, FALSE, 3, "Nos. 2, 5 are equal by every rule and may share a place from 3 to 6, across the border of “一等奖” (up to place 3)." },
    { 1, 1, TRUE, 1, "Nos. 2, 5 are equal by every rule at place 1, across the border of the place that goes on to “一等奖” (1 in all)." },
    { 2, 2, TRUE, 2, "Nos. 2, 5 are equal by every rule at place 2, across the border of the places that go on to “一等奖” (2 in all)." },
  };
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 numbers[] = { 2, 5 };

  g_array_append_vals (lots, numbers, 2);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const LecternBorder      border = { .name = (char *) "一等奖", .places = sentences[i].places, .cut = sentences[i].cut };
      const LecternPossibleTie tie = { .border = &border, .rank = sentences[i].rank, .latest = sentences[i].latest, .lots = lots };
      g_autofree char         *words = lectern_possible_tie_describe (&tie);

      g_assert_cmpstr (words, ==, sentences[i].words);
    }
}

/* Of a round that is not there, or a contest without awards, nothing is certain and nobody is out. */
static void
test_nothing_at_stake (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);
  g_autoptr (LecternChange) removal = lectern_change_new ();
  g_autoptr (LecternStanding) nowhere = lectern_standing_new (contest, "quarter", LECTERN_BASIS_KNOWN);
  g_autoptr (LecternStanding) stranger = lectern_standing_new (contest, NULL, LECTERN_BASIS_KNOWN);
  g_autoptr (LecternStanding) without = NULL;
  GPtrArray *awards = lectern_contest_get_awards (contest);

  g_assert_cmpuint (lectern_standing_get_borders (nowhere)->len, ==, 0);
  g_assert_cmpuint (lectern_standing_get_ties (nowhere)->len, ==, 0);
  g_assert_null (lectern_standing_find_certain (nowhere, 1));
  g_assert_false (lectern_standing_is_out (nowhere, 1));
  g_assert_cmpint (lectern_standing_get_outlook (stranger, 9, 0), ==, LECTERN_OUTLOOK_OPEN);
  for (guint i = 0; i < awards->len; i++)
    lectern_change_remove (removal, lectern_record_ref (awards->pdata[i]));
  lectern_contest_apply (contest, removal);
  without = lectern_standing_new (contest, NULL, LECTERN_BASIS_SEEN);
  g_assert_null (lectern_standing_find_certain (without, 1));
  g_assert_false (lectern_standing_is_out (without, 1));
}

static void
test_json (void)
{
  static const gint64 totals[] = { 90, 80, 70, 60 };
  g_autoptr (LecternContest) contest = make (totals, G_N_ELEMENTS (totals));
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autofree char *json = lectern_ranking_to_json (ranking, contest);

  g_assert_nonnull (strstr (json, "\"certain\" : \"first\""));
  g_assert_nonnull (strstr (json, "\"certain\" : null,\n      \"out_of_reach\" : true"));
  g_assert_nonnull (strstr (json, "\"possible_ties\" : []"));
}

static LecternScene *
freeze (LecternContest  *contest,
        LecternSceneKind kind,
        gint64           n)
{
  return lectern_scene_freeze (contest, kind, n > 0 ? lectern_contest_get_entry (contest, NULL, n) : NULL, NULL, NULL);
}

/* The hall is told of the one revealed now, and the board names all who are certain by what the
 * hall has seen, whatever is known of the others. */
static void
test_scenes (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[]", 5, N_JUDGES);
  g_autoptr (LecternScene) early = NULL;
  g_autoptr (LecternScene) board = NULL;
  g_autoptr (LecternScene) later = NULL;
  g_autoptr (LecternScene) last = NULL;

  finish (contest, 1, 90, TRUE);
  finish (contest, 2, 80, TRUE);
  finish (contest, 3, 70, TRUE);
  finish (contest, 4, 60, FALSE);
  finish (contest, 5, 50, FALSE);
  early = freeze (contest, LECTERN_SCENE_REVEAL, 2); /* two may still pass it */
  g_assert_null (early->certain_of);
  board = freeze (contest, LECTERN_SCENE_RANKING, 0);
  g_assert_true (((LecternSceneRow *) board->rows->pdata[0])->certain);
  g_assert_cmpstr (((LecternSceneRow *) board->rows->pdata[0])->certain_of, ==, "二等奖");
  g_assert_false (((LecternSceneRow *) board->rows->pdata[1])->certain);
  fixture_set_entry (contest, 4, LECTERN_ENTRY_DONE, 350000, TRUE);
  later = freeze (contest, LECTERN_SCENE_REVEAL, 2);
  g_assert_cmpstr (later->certain_of, ==, "二等奖");
  last = freeze (contest, LECTERN_SCENE_REVEAL, 5);
  g_assert_null (last->certain_of);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contest/standing/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/contest/standing/nothing-leaks", test_nothing_leaks);
  g_test_add_func ("/contest/standing/open-gate", test_open_gate);
  g_test_add_func ("/contest/standing/missing-sheet", test_missing_sheet);
  g_test_add_func ("/contest/standing/nobody-may-mark", test_nobody_may_mark);
  g_test_add_func ("/contest/standing/second-timer", test_second_timer);
  g_test_add_func ("/contest/standing/cut", test_cut);
  g_test_add_func ("/contest/standing/ties", test_ties);
  g_test_add_func ("/contest/standing/scenes", test_scenes);
  g_test_add_func ("/contest/standing/json", test_json);
  g_test_add_func ("/contest/standing/tie-words", test_tie_words);
  g_test_add_func ("/contest/standing/nothing-at-stake", test_nothing_at_stake);
  return g_test_run ();
}
