/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A contest of several rounds through the engine: a semi-final of 28 or 26 and its final of 13 with
 * a tie at the cut, and heats in two halls with a common final. */

#include "engine-fixture.h"

#include "lectern-journal-line.h"
#include "lectern-ranking.h"
#include "lectern-rounds.h"
#include "lectern-scene.h"

#define SEMI "{\"key\":\"semi\",\"name\":\"复赛\",\"advance\":13},{\"key\":\"final\",\"name\":\"决赛\",\"advance\":null}"
#define HEATS "{\"key\":\"a\",\"name\":\"A组\",\"advance\":2,\"into\":\"final\",\"units\":[\"u1\",\"u2\"]}," \
              "{\"key\":\"b\",\"name\":\"B组\",\"advance\":1,\"into\":\"final\",\"units\":[\"u3\",\"u4\"]},{\"key\":\"final\",\"name\":\"决赛\"}"

static LecternAction *
open_round (const char *key)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_OPEN_ROUND);

  action->key = g_strdup (key);
  return action;
}

static void
draw (Fixture    *f,
      const char *seed)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_DRAW);

  action->text = g_strdup (seed);
  fixture_do (f, action);
}

/* One sheet a judge and a time for every entry of the current round: nominee n has the total
 * @points (n) on every sheet, less a tenth for judge 1, two for judge 2, three for judge 3. */
static void
mark_all (Fixture *f,
          gint64 (*points) (gint64 nominee))
{
  LecternAction *sheets = fixture_action (LECTERN_ACTION_IMPORT_SHEETS);
  LecternAction *times = fixture_action (LECTERN_ACTION_IMPORT_TIMES);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (fixture_contest (f), NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      LecternEntry *timed = lectern_record_copy (entries->pdata[i]);

      timed->time_ms = 350000;
      lectern_action_add_record (times, timed);
      for (gint64 judge = 1; judge <= 3 && lectern_contest_get_judge (fixture_contest (f), judge)->active == 1; judge++)
        fixture_add_paper_sheet (sheets, timed->nominee, judge, 30000 - judge * 100, points (timed->nominee) * 1000 - 30000);
    }
  fixture_do (f, sheets);
  fixture_do (f, times);
}

/* The lower the number the better, but 13 and 14 are equal. */
static gint64
semi_points (gint64 nominee)
{
  return 90 - (nominee == 14 ? 13 : nominee);
}

/* The other way round in the final. */
static gint64
final_points (gint64 nominee)
{
  return 50 + nominee;
}

static LecternAction *
decide (gint64 first,
        gint64 second)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_DECIDE, LECTERN_NULL, "评委会表决");
  gint64         order[] = { first, second };

  for (guint i = 0; i < 2; i++)
    {
      LecternDecision *decision = lectern_record_new (&lectern_table_decision);

      decision->nominee = order[i];
      lectern_action_add_record (action, decision);
    }
  return action;
}

static char *
describe_results (Fixture    *f,
                  const char *round)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_rows (fixture_contest (f), &lectern_table_result);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (fixture_contest (f), round, FALSE);
  g_autofree char *json = lectern_ranking_to_json (ranking, fixture_contest (f));
  GString         *text = g_string_new (json);

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternResult *result = rows->pdata[i];

      if (g_str_equal (result->round, round))
        g_string_append_printf (text, "%d %d %s %s\n", (int) result->nominee, (int) result->rank, result->final, result->mean);
    }
  return g_string_free (text, FALSE);
}

/* @n_units × 2 speak in the semi-final. */
static void
play_semi (Fixture *f,
           guint    n_units)
{
  g_autoptr (GPtrArray) entries = NULL;

  fixture_init_with (f, SEMI, n_units, 3, FALSE);
  draw (f, "semi");
  entries = lectern_contest_list_entries (fixture_contest (f), NULL);
  g_assert_cmpuint (entries->len, ==, 2 * n_units);
  fixture_refuse (f, open_round ("final"), LECTERN_CONTEST_ERROR_WRONG_STATE); /* not finalised */
  mark_all (f, semi_points);
  fixture_refuse (f, fixture_finalise (), LECTERN_CONTEST_ERROR_BLOCKED); /* a tie at the cut */
  fixture_do (f, decide (14, 13));
  fixture_do (f, fixture_finalise ());
  fixture_refuse (f, open_round ("semi"), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_refuse (f, open_round ("nowhere"), LECTERN_CONTEST_ERROR_NOT_FOUND);
}

static void
assert_finalists (Fixture *f)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (fixture_contest (f), "final");

  g_assert_cmpuint (entries->len, ==, 13);
  for (gint64 n = 1; n <= 28; n++)
    g_assert_true ((lectern_contest_get_entry (fixture_contest (f), "final", n) != NULL) == (n <= 12 || n == 14));
}

static void
test_semi_and_final (gconstpointer data)
{
  Fixture          f = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (LecternRanking) final = NULL;
  g_autoptr (GError) error = NULL;

  play_semi (&f, GPOINTER_TO_UINT (data));
  before = describe_results (&f, "semi");
  fixture_do (&f, open_round ("final"));
  g_assert_cmpuint (lectern_contest_get_cues (fixture_contest (&f))->len, ==, 0);
  draw (&f, "final");
  assert_finalists (&f);
  mark_all (&f, final_points); /* the same judges mark the same nominees on fresh sheets */
  fixture_do (&f, fixture_finalise ());
  final = lectern_ranking_new (fixture_contest (&f), NULL, FALSE);
  g_assert_cmpint (final->rows[0].entry->nominee, ==, 14);
  g_assert_cmpstr (final->rows[0].award, ==, "first");
  g_assert_cmpint (final->rows[0].sheets[0].total, ==, 63900);
  after = describe_results (&f, "semi");
  g_assert_cmpstr (after, ==, before);
  fixture_reopen (&f);
  g_assert_true (lectern_engine_verify (f.path, NULL, &error));
  g_assert_no_error (error);
  fixture_clear (&f);
}

/* Judges hand in through the gate; whoever marked a nominee in the semi-final marks her again. */
static void
test_fresh_sheets (void)
{
  Fixture             f = { NULL };
  const LecternEntry *entry;
  LecternAction      *late;

  play_semi (&f, 14);
  fixture_do (&f, open_round ("final"));
  draw (&f, "final");
  entry = lectern_contest_get_entry (fixture_contest (&f), "final", 5);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, entry->lot, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_refuse (&f, open_round ("semi"), LECTERN_CONTEST_ERROR_WRONG_STATE); /* the clock runs */
  f.now_us += 60 * G_USEC_PER_SEC;
  fixture_do (&f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
  fixture_refuse (&f, open_round ("semi"), LECTERN_CONTEST_ERROR_WRONG_STATE); /* has spoken, is not marked */
  fixture_do (&f, fixture_action (LECTERN_ACTION_OPEN_GATE));
  fixture_refuse (&f, open_round ("semi"), LECTERN_CONTEST_ERROR_WRONG_STATE); /* the gate is open */
  entry = lectern_contest_get_entry (fixture_contest (&f), "final", 5);
  g_assert_null (lectern_contest_get_counted_sheet (fixture_contest (&f), entry, 1));
  /* What waited for the network since the semi-final, where the lot was another's. */
  late = fixture_sheet (1, entry->lot, "late", "40", "60", TRUE);
  late->key = g_strdup ("semi");
  fixture_refuse (&f, late, LECTERN_CONTEST_ERROR_WRONG_LOT);
  fixture_do (&f, fixture_sheet (1, entry->lot, "one", "11", "22", TRUE));
  entry = lectern_contest_get_entry (fixture_contest (&f), "final", 5);
  g_assert_cmpint (lectern_contest_get_counted_sheet (fixture_contest (&f), entry, 1)->total, ==, 33000);
  g_assert_cmpint (lectern_contest_get_counted_sheet (fixture_contest (&f), entry, 1)->version, ==, 1);
  entry = lectern_contest_get_entry (fixture_contest (&f), "semi", 5);
  g_assert_cmpint (lectern_contest_get_counted_sheet (fixture_contest (&f), entry, 1)->total, ==, 84900);
  fixture_clear (&f);
}

/* Who was called waits again, the clock stands at nothing, and going back finds the programme. */
static void
test_what_is_cleared (void)
{
  Fixture             f = { NULL };
  const LecternOnAir *on_air;
  guint               n_cues;

  fixture_init_with (&f, HEATS, 4, 3, FALSE);
  draw (&f, "a");
  n_cues = lectern_contest_get_cues (fixture_contest (&f))->len;
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_do (&f, open_round ("b")); /* heats go in any order, and nothing is lost on the way */
  on_air = lectern_contest_get_on_air (fixture_contest (&f));
  g_assert_cmpstr (on_air->round, ==, "b");
  g_assert_cmpint (on_air->on_stage, ==, LECTERN_NULL);
  g_assert_cmpint (on_air->cue, ==, LECTERN_NULL);
  g_assert_cmpint (lectern_contest_get_clock (fixture_contest (&f))->phase, ==, LECTERN_CLOCK_IDLE);
  g_assert_cmpuint (lectern_contest_get_cues (fixture_contest (&f))->len, ==, 0);
  fixture_do (&f, open_round ("a"));
  g_assert_cmpuint (lectern_contest_get_cues (fixture_contest (&f))->len, ==, n_cues);
  g_assert_cmpint (lectern_contest_get_entry_by_lot (fixture_contest (&f), 1)->state, ==, LECTERN_ENTRY_WAITING);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_clear (&f);
}

static gint64
heat_points (gint64 nominee)
{
  return 60 + nominee;
}

static void
play_heat (Fixture    *f,
           const char *key,
           guint       n_entries)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (!g_str_equal (lectern_contest_get_current_round (fixture_contest (f))->key, key))
    fixture_do (f, open_round (key));
  draw (f, key);
  entries = lectern_contest_list_entries (fixture_contest (f), NULL);
  g_assert_cmpuint (entries->len, ==, n_entries);
  mark_all (f, heat_points);
  fixture_do (f, fixture_finalise ());
}

static void
test_heats (void)
{
  Fixture f = { NULL };
  g_autoptr (GPtrArray) finalists = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init_with (&f, HEATS, 4, 3, FALSE);
  play_heat (&f, "b", 4);
  fixture_refuse (&f, open_round ("final"), LECTERN_CONTEST_ERROR_WRONG_STATE);
  play_heat (&f, "a", 4);
  fixture_do (&f, open_round ("final"));
  draw (&f, "final");
  finalists = lectern_contest_list_entries (fixture_contest (&f), "final");
  g_assert_cmpuint (finalists->len, ==, 3);
  for (gint64 n = 1; n <= 8; n++)
    g_assert_true ((lectern_contest_get_entry (fixture_contest (&f), "final", n) != NULL) == (n == 3 || n == 4 || n == 8));
  /* The heat's result has been drawn on. */
  fixture_do (&f, open_round ("a"));
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_reopen (&f);
  g_assert_true (lectern_engine_verify (f.path, NULL, &error));
  g_assert_no_error (error);
  fixture_clear (&f);
}

/* A heat from another laptop ------------------------------------------------------------------- */

/* The rows of heat b of @f, as a bundle gives them. */
static LecternAction *
take_heat (Fixture *f)
{
  static const LecternTable *const tables[] = { &lectern_table_contest, &lectern_table_criterion, &lectern_table_round, &lectern_table_judge, &lectern_table_nominee, &lectern_table_entry, &lectern_table_sheet, &lectern_table_mark, &lectern_table_result };
  LecternAction                   *action = fixture_action (LECTERN_ACTION_TAKE_ROUND);

  action->text = g_strdup ("sha256:00");
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr (GPtrArray) rows = lectern_contest_list_rows (fixture_contest (f), tables[t]);

      for (guint i = 0; i < rows->len; i++)
        if (tables[t] != &lectern_table_round || g_str_equal (((LecternRound *) rows->pdata[i])->key, "b"))
          lectern_action_add_record (action, lectern_record_copy (rows->pdata[i]));
    }
  return action;
}

static gpointer
find_row (LecternAction      *action,
          const LecternTable *table)
{
  for (guint i = 0; i < action->records->len; i++)
    if (((LecternRecord *) action->records->pdata[i])->table == table)
      return action->records->pdata[i];
  g_assert_not_reached ();
}

static void
assert_not_taken (Fixture *f)
{
  g_autoptr (GPtrArray) sheets = lectern_contest_list_rows (fixture_contest (f), &lectern_table_sheet);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (fixture_contest (f), "b");

  g_assert_cmpuint (sheets->len + entries->len, ==, 0);
  g_assert_cmpint (lectern_contest_get_round (fixture_contest (f), "b")->state, ==, LECTERN_ROUND_SET_UP);
}

/* The engine trusts nobody with the rows: what does not fit is refused whole. */
static void
test_take_heat (void)
{
  Fixture        there = { NULL };
  Fixture        here = { NULL };
  LecternAction *action;
  g_autoptr (GError) error = NULL;

  fixture_init_with (&there, HEATS, 4, 3, FALSE);
  fixture_init_with (&here, HEATS, 4, 2, FALSE);
  play_heat (&there, "b", 4);
  action = take_heat (&there);
  lectern_record_take_string (&((LecternSheet *) find_row (action, &lectern_table_sheet))->round, "a");
  fixture_refuse (&here, action, LECTERN_CONTEST_ERROR_BAD_INPUT); /* a row of another round */
  action = take_heat (&there);
  ((LecternMark *) find_row (action, &lectern_table_mark))->value += 100;
  fixture_refuse (&here, action, LECTERN_CONTEST_ERROR_BAD_INPUT); /* not the sheet's total */
  ((LecternSheet *) find_row (action = take_heat (&there), &lectern_table_sheet))->total += 100;
  ((LecternMark *) find_row (action, &lectern_table_mark))->value += 100;
  fixture_refuse (&here, action, LECTERN_CONTEST_ERROR_BAD_INPUT); /* its result would be another */
  action = take_heat (&there);
  g_ptr_array_remove (action->records, find_row (action, &lectern_table_result));
  fixture_refuse (&here, action, LECTERN_CONTEST_ERROR_BAD_INPUT); /* a result is missing */
  action = take_heat (&there);
  ((LecternRound *) find_row (action, &lectern_table_round))->state = LECTERN_ROUND_RUNNING;
  fixture_refuse (&here, action, LECTERN_CONTEST_ERROR_WRONG_STATE);
  action = take_heat (&there);
  ((LecternRound *) find_row (action, &lectern_table_round))->advance = 2;
  fixture_refuse (&here, action, LECTERN_CONTEST_ERROR_BAD_INPUT); /* another cut */
  fixture_refuse (&here, fixture_action (LECTERN_ACTION_TAKE_ROUND), LECTERN_CONTEST_ERROR_NOT_FOUND);
  assert_not_taken (&here);
  fixture_do (&here, take_heat (&there));
  g_assert_cmpstr (lectern_contest_get_round (fixture_contest (&here), "b")->origin, ==, "sha256:00");
  g_assert_cmpint (lectern_contest_get_judge (fixture_contest (&here), 3)->active, ==, 0); /* came with the heat */
  fixture_refuse (&here, take_heat (&there), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  play_heat (&here, "a", 4);
  fixture_do (&here, open_round ("final"));
  fixture_reopen (&here);
  g_assert_true (lectern_engine_verify (here.path, NULL, &error));
  g_assert_no_error (error);
  fixture_clear (&here);
  fixture_clear (&there);
}

static LecternAction *
edit_nominee (Fixture    *f,
              gint64      id,
              const char *unit)
{
  LecternAction  *action = fixture_action (LECTERN_ACTION_EDIT_NOMINEE);
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (fixture_contest (f), id));

  lectern_record_take_string (&nominee->unit, unit);
  lectern_action_add_record (action, nominee);
  return action;
}

static LecternAction *
withdraw (gint64      nominee,
          const char *reason)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_WITHDRAW_NOMINEE, LECTERN_NULL, reason);

  action->nominee = nominee;
  return action;
}

static LecternAction *
undo (Fixture    *f,
      const char *kind)
{
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (f->engine, 0, 0, NULL);
  LecternAction *action = fixture_action_with (LECTERN_ACTION_UNDO, LECTERN_NULL, "看错");

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((LecternJournalLine *) lines->pdata[i])->action, kind))
      action->number = ((LecternJournalLine *) lines->pdata[i])->seq;
  return action;
}

/* Between rounds: who withdraws is not drawn, nobody new comes in, and no edit reaches a result. */
static void
test_between (void)
{
  Fixture         f = { NULL };
  LecternAction  *add = fixture_action (LECTERN_ACTION_ADD_NOMINEES);
  LecternAction  *edit = fixture_action (LECTERN_ACTION_EDIT_JUDGE);
  LecternNominee *late = lectern_record_new (&lectern_table_nominee);
  LecternJudge   *judge;
  g_autoptr (GPtrArray) finalists = NULL;

  play_semi (&f, 14);
  fixture_do (&f, open_round ("final"));
  late->unit = g_strdup ("u1");
  late->name = g_strdup ("迟到");
  lectern_action_add_record (add, late);
  fixture_refuse (&f, add, LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  fixture_refuse (&f, edit_nominee (&f, 3, "u9"), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  /* A judge of the unit of nominee 1 would have been recused from it. */
  judge = lectern_record_copy (lectern_contest_get_judge (fixture_contest (&f), 1));
  judge->unit = g_strdup ("u1");
  lectern_action_add_record (edit, judge);
  fixture_refuse (&f, edit, LECTERN_CONTEST_ERROR_FINALISED);
  /* The decision that put 14 before 13 and not the other way round. */
  fixture_refuse (&f, undo (&f, "decide"), LECTERN_CONTEST_ERROR_FINALISED);
  fixture_do (&f, withdraw (2, "生病"));
  draw (&f, "final");
  finalists = lectern_contest_list_entries (fixture_contest (&f), "final");
  g_assert_cmpuint (finalists->len, ==, 12);
  fixture_refuse (&f, withdraw (3, "生病"), LECTERN_CONTEST_ERROR_ALREADY_DRAWN); /* now it is a forfeit */
  fixture_clear (&f);
}

static guint
get_page (Fixture *f)
{
  g_autoptr (LecternScene) scene = lectern_scene_from_json (lectern_contest_get_on_air (fixture_contest (f))->scene, NULL);

  return scene->page;
}

static LecternAction *
turn_page (gboolean on)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_TURN_PAGE);

  action->on = on;
  return action;
}

/* The ranking of the semi-final has all who go on on its first page; turning it over shows the copy
 * that was taken, whatever has happened in the contest. */
static void
test_pages (void)
{
  Fixture f = { NULL };
  g_autoptr (LecternScene) taken = NULL;
  g_autoptr (LecternScene) turned = NULL;
  LecternAction *show = fixture_action (LECTERN_ACTION_SHOW_SCENE);

  play_semi (&f, 14);
  fixture_refuse (&f, turn_page (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE); /* no ranking on air */
  show->number = LECTERN_SCENE_RANKING;
  fixture_do (&f, show);
  taken = lectern_scene_from_json (lectern_contest_get_on_air (fixture_contest (&f))->scene, NULL);
  g_assert_cmpuint (taken->n_pages, ==, 3);
  for (guint i = 0; i < taken->rows->len; i++)
    g_assert_cmpint (lectern_scene_is_on_page (taken, taken->rows->pdata[i]), ==, i < 13);
  fixture_refuse (&f, turn_page (FALSE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"));
  fixture_do (&f, turn_page (TRUE));
  turned = lectern_scene_from_json (lectern_contest_get_on_air (fixture_contest (&f))->scene, NULL);
  g_assert_true (turned->is_final); /* as it was taken */
  g_assert_cmpuint (get_page (&f), ==, 2);
  fixture_do (&f, turn_page (TRUE));
  fixture_refuse (&f, turn_page (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, turn_page (FALSE));
  g_assert_cmpuint (get_page (&f), ==, 2);
  fixture_reopen (&f);
  g_assert_cmpuint (get_page (&f), ==, 2);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/rounds/semi-of-28", GUINT_TO_POINTER (14), test_semi_and_final);
  g_test_add_data_func ("/engine/rounds/semi-of-26", GUINT_TO_POINTER (13), test_semi_and_final);
  g_test_add_func ("/engine/rounds/fresh-sheets", test_fresh_sheets);
  g_test_add_func ("/engine/rounds/what-is-cleared", test_what_is_cleared);
  g_test_add_func ("/engine/rounds/heats", test_heats);
  g_test_add_func ("/engine/rounds/take-heat", test_take_heat);
  g_test_add_func ("/engine/rounds/between", test_between);
  g_test_add_func ("/engine/rounds/pages", test_pages);
  return g_test_run ();
}
