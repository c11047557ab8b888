/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Taking back: every kind that may be gives the same rows as before, again after it was taken back
 * itself; what somebody has been told or seen stays; what has changed since is in the way. */

#include "undo-acts.h"

#include <string.h>

#include "lectern-journal-line.h"
#include "lectern-undo.h"

static LecternAction *
undo (gint64 line)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_UNDO);

  action->number = line;
  return action;
}

static gint64
get_seq (Fixture *f)
{
  return lectern_follower_get_seq (f->follower);
}

/* Every column of every row but which lines were taken back. */
static char *
dump (Fixture *f)
{
  GString *text = g_string_new (NULL);

  for (guint t = 0; lectern_tables[t] != NULL; t++)
    {
      g_autoptr (GPtrArray) rows = lectern_contest_list_rows (fixture_contest (f), lectern_tables[t]);

      for (guint r = 0; r < rows->len && lectern_tables[t] != &lectern_table_undone; r++)
        {
          g_string_append (text, lectern_tables[t]->name);
          for (guint c = 0; c < lectern_tables[t]->n_columns; c++)
            if (lectern_tables[t]->columns[c].type == LECTERN_COLUMN_TEXT)
              g_string_append_printf (text, "|%s", lectern_record_get_text (rows->pdata[r], c) ?: "NULL");
            else
              g_string_append_printf (text, "|%" G_GINT64_FORMAT, lectern_record_get_integer (rows->pdata[r], c));
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_proven (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  fixture_reopen (f);
  g_assert_true (lectern_engine_verify (f->path, NULL, &error));
  g_assert_no_error (error);
}

typedef struct
{
  const char *name;
  Stage       stage;
  LecternAction *(*make) (Fixture *f);
  gboolean not_again; /* it is made anew */
} Row;

static const Row rows[] = {
  { "edit-contest", SET_UP, act_edit_contest, FALSE },
  { "switch-unit", SET_UP, act_switch_unit, FALSE },
  { "add-nominees", SET_UP, act_add_nominees, FALSE },
  { "edit-nominee", SET_UP, act_edit_nominee, FALSE },
  { "withdraw-nominee", SET_UP, act_withdraw, FALSE },
  { "restore-nominee", SET_UP, act_restore, FALSE },
  { "add-judges", SET_UP, act_add_judges, FALSE },
  { "edit-judge", SET_UP, act_edit_judge, FALSE },
  { "remove-judge", SET_UP, act_remove_judge, FALSE },
  { "remove-judge-drawn", DRAWN, act_remove_judge, FALSE },
  { "remove-judge-marked", MARKED, act_remove_judge, FALSE },
  { "replace-judge", DRAWN, act_replace_judge, FALSE },
  { "replace-judge-marked", MARKED, act_replace_judge, FALSE },
  { "draw", SET_UP, act_draw, TRUE },
  { "draw-again", DRAWN, act_draw_again, TRUE },
  { "set-lots", DRAWN, act_set_lots, TRUE },
  { "recuse", DRAWN, act_recuse, FALSE },
  { "absent", DRAWN, act_be_absent, FALSE },
  { "lift-recusal", DRAWN, act_lift_recusal, FALSE },
  { "edit-rules", SET_UP, act_edit_rules, FALSE },
  { "edit-rules-drawn", DRAWN, act_edit_rules, FALSE },
  { "forfeit", DRAWN, act_forfeit, FALSE },
  { "correct-time", MARKED, act_correct_time, FALSE },
  { "second-time", MARKED, act_second_time, FALSE },
  { "import-times", MARKED, act_import_times, FALSE },
  { "key-sheet", MARKED, act_key_sheet, FALSE },
  { "see-flag", MARKED, act_see_flag, FALSE },
  { "decide", MARKED, act_decide, FALSE },
  { "recheck", MARKED, act_recheck, FALSE },
};

/* Done, taken back, the taking back taken back, and once more. */
static void
test_kind (gconstpointer data)
{
  const Row       *row = data;
  Fixture          f = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *done = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  g_autofree char *back_again = NULL;

  act_bring_to (&f, row->stage);
  before = dump (&f);
  fixture_do (&f, row->make (&f));
  done = dump (&f);
  g_assert_cmpstr (before, !=, done);
  fixture_do (&f, undo (LECTERN_NULL));
  back = dump (&f);
  g_assert_cmpstr (back, ==, before);
  fixture_refuse (&f, undo (get_seq (&f) - 1), LECTERN_CONTEST_ERROR_WRONG_STATE); /* it was taken back */
  if (row->not_again)
    fixture_refuse (&f, undo (get_seq (&f)), LECTERN_CONTEST_ERROR_WRONG_STATE);
  else
    {
      fixture_do (&f, undo (get_seq (&f)));
      again = dump (&f);
      g_assert_cmpstr (again, ==, done);
      fixture_refuse (&f, undo (get_seq (&f) - 1), LECTERN_CONTEST_ERROR_WRONG_STATE);
      fixture_do (&f, undo (get_seq (&f)));
      back_again = dump (&f);
      g_assert_cmpstr (back_again, ==, before);
    }
  assert_proven (&f);
  fixture_clear (&f);
}

/* One after the other, the last first; what was said of each. */
static void
test_last (void)
{
  Fixture f = { NULL };
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64           first;

  act_bring_to (&f, DRAWN);
  before = dump (&f);
  first = get_seq (&f);
  fixture_do (&f, act_recuse (&f));
  fixture_do (&f, fixture_action (LECTERN_ACTION_BLANK));
  fixture_do (&f, act_forfeit (&f));
  fixture_do (&f, undo (LECTERN_NULL));
  fixture_do (&f, undo (LECTERN_NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_BLANK));
  after = dump (&f);
  g_assert_cmpstr (before, ==, after);
  lines = lectern_engine_read_journal (f.engine, first, 0, NULL);
  g_assert_cmpuint (lines->len, ==, 6);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *said = g_strdup_printf ("Took back: “%s”", ((LecternJournalLine *) lines->pdata[i == 0 ? 2 : 0])->sentence);

      g_assert_cmpstr (((LecternJournalLine *) lines->pdata[3 + i])->sentence, ==, said);
      g_assert_cmpstr (((LecternJournalLine *) lines->pdata[3 + i])->action, ==, "undo");
    }
  assert_proven (&f);
  fixture_clear (&f);
}

/* An evening with everything that is never taken back, and each of its lines asked for. */
static void
test_never (void)
{
  Fixture f = { NULL };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  LecternAction   *action;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  act_bring_to (&f, MARKED);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 4, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_do (&f, fixture_action (LECTERN_ACTION_PAUSE_CLOCK));
  fixture_do (&f, fixture_action (LECTERN_ACTION_RESUME_CLOCK));
  fixture_do (&f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
  fixture_do (&f, act_of_time (LECTERN_ACTION_SET_CLOCK, LECTERN_NULL, 300000, "慢了"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_OPEN_GATE));
  fixture_do (&f, fixture_sheet (1, 4, NULL, "3", NULL, FALSE));
  for (gint64 judge = 1; judge <= 3; judge++)
    fixture_do (&f, fixture_sheet (judge, 4, NULL, "30", "40", TRUE));
  fixture_do (&f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 4, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  action = act_of_judge (LECTERN_ACTION_MAKE_CODE, 1, LECTERN_NULL, NULL);
  fixture_do (&f, action);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_FORFEIT, 5, "未到"));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_FORFEIT, 6, "未到"));
  fixture_do (&f, act_decide (&f));
  fixture_do (&f, act_see_flag (&f));
  fixture_do (&f, fixture_finalise ());
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"));
  before = dump (&f);
  lines = lectern_engine_read_journal (f.engine, 0, 0, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const LecternJournalLine *line = lines->pdata[i];
      const char               *why = NULL;

      if (lectern_undo_is_possible (line->action, &why))
        continue;
      g_assert_cmpuint (strlen (why), >, 20);
      g_hash_table_add (seen, line->action);
      fixture_refuse (&f, undo (line->seq), LECTERN_CONTEST_ERROR_WRONG_STATE);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 15);
  after = dump (&f);
  g_assert_cmpstr (before, ==, after);
  fixture_refuse (&f, undo (0), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_refuse (&f, undo (9999), LECTERN_CONTEST_ERROR_NOT_FOUND);
  g_assert_false (lectern_undo_is_possible ("dance", NULL));
  fixture_clear (&f);
}

typedef struct
{
  const char *name;
  Stage       stage;
  LecternAction *(*make) (Fixture *f);
  LecternAction *(*then) (Fixture *f);
  LecternContestError code;
} Since;

/* clang-format off */
static const Since sinces[] = {
  { "called", DRAWN, act_draw_again, act_call_first, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "recused-since-the-draw", SET_UP, act_draw, act_recuse, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "row-changed", SET_UP, act_edit_nominee, act_edit_nominee_else, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "unit-full", SET_UP, act_withdraw, act_fill_more, LECTERN_CONTEST_ERROR_QUOTA },
  { "withdrawn-and-drawn", SET_UP, act_withdraw, act_draw, LECTERN_CONTEST_ERROR_ALREADY_DRAWN },
  { "added-and-drawn", SET_UP, act_add_nominees, act_draw, LECTERN_CONTEST_ERROR_ALREADY_DRAWN },
  { "unit-changed-and-drawn", SET_UP, act_edit_nominee, act_draw, LECTERN_CONTEST_ERROR_ALREADY_DRAWN },
  { "newcomer-recused", DRAWN, act_replace_judge, act_recuse_newcomer, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "second-head", SET_UP, act_edit_judge, act_become_head, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "rules-changed", SET_UP, act_edit_rules, act_use_new_criterion, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "unit-nominated", SET_UP, act_edit_rules, act_nominate_by_new, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "quota-used", SET_UP, act_raise_quota, act_fill_more, LECTERN_CONTEST_ERROR_QUOTA },
  { "corrected-again", MARKED, act_correct_time, act_correct_again, LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "keyed-twice", MARKED, act_key_sheet, act_second_keying, LECTERN_CONTEST_ERROR_WRONG_STATE },
};
/* clang-format on */

static void
test_since (gconstpointer data)
{
  const Since     *since = data;
  Fixture          f = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64           line;

  act_bring_to (&f, since->stage);
  fixture_do (&f, since->make (&f));
  line = get_seq (&f);
  fixture_do (&f, since->then (&f));
  before = dump (&f);
  fixture_refuse (&f, undo (line), since->code);
  after = dump (&f);
  g_assert_cmpstr (before, ==, after);
  assert_proven (&f);
  fixture_clear (&f);
}

/* Rules that were marked under are changed again, not taken back. */
static void
test_marked_rules (void)
{
  Fixture f = { NULL };

  act_bring_to (&f, DRAWN);
  fixture_do (&f, act_with_text (LECTERN_ACTION_EDIT_RULES, "{\"time\":{\"limit\":300}}", NULL));
  act_mark_entry (&f, 1);
  fixture_refuse (&f, undo (get_seq (&f) - 7), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, act_with_text (LECTERN_ACTION_EDIT_RULES, "{\"time\":{\"limit\":360}}", "评委会"));
  fixture_refuse (&f, undo (get_seq (&f)), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

/* Whoever forfeited on stage waits to be called; the clock and the gate are not turned back. */
static void
test_forfeit_on_stage (void)
{
  Fixture             f = { NULL };
  const LecternEntry *entry;

  act_bring_to (&f, DRAWN);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 4, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_do (&f, act_forfeit (&f));
  fixture_do (&f, undo (LECTERN_NULL));
  entry = lectern_contest_get_entry_by_lot (fixture_contest (&f), 4);
  g_assert_cmpint (entry->state, ==, LECTERN_ENTRY_WAITING);
  g_assert_null (entry->forfeit_reason);
  g_assert_null (lectern_contest_get_entry_on_stage (fixture_contest (&f)));
  g_assert_cmpint (lectern_contest_get_clock (fixture_contest (&f))->phase, ==, LECTERN_CLOCK_STOPPED);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 4, NULL));
  fixture_refuse (&f, undo (get_seq (&f) - 1), LECTERN_CONTEST_ERROR_WRONG_STATE); /* it is called */
  assert_proven (&f);
  fixture_clear (&f);
}

static void
test_finalised (void)
{
  Fixture f = { NULL };
  gint64  line;

  act_bring_to (&f, MARKED);
  for (gint64 lot = 4; lot <= 6; lot++)
    fixture_do (&f, fixture_action_with (LECTERN_ACTION_FORFEIT, lot, "未到"));
  fixture_do (&f, act_see_flag (&f));
  fixture_do (&f, act_decide (&f));
  line = get_seq (&f);
  fixture_do (&f, fixture_finalise ());
  fixture_refuse (&f, undo (line), LECTERN_CONTEST_ERROR_FINALISED);
  fixture_refuse (&f, undo (line - 2), LECTERN_CONTEST_ERROR_FINALISED);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"));
  fixture_do (&f, undo (line));
  assert_proven (&f);
  fixture_clear (&f);
}

/* The marking scene is about who is awaited, which follows. */
static void
test_marking_scene (void)
{
  Fixture          f = { NULL };
  g_autofree char *before = NULL;

  act_bring_to (&f, DRAWN);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 4, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_OPEN_GATE));
  fixture_do (&f, act_recuse (&f));
  fixture_do (&f, fixture_sheet (1, 4, NULL, "30", "40", TRUE)); /* the scene is another now */
  before = g_strdup (lectern_contest_get_on_air (fixture_contest (&f))->scene);
  fixture_do (&f, undo (LECTERN_NULL));
  g_assert_cmpstr (lectern_contest_get_on_air (fixture_contest (&f))->scene, !=, before);
  fixture_do (&f, fixture_sheet (2, 4, NULL, "30", "40", TRUE)); /* he marks again */
  assert_proven (&f);
  fixture_clear (&f);
}

static void
test_nothing (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 1, 1, FALSE);
  fixture_do (&f, undo (LECTERN_NULL)); /* the judges */
  fixture_do (&f, undo (LECTERN_NULL)); /* the nominees */
  fixture_refuse (&f, undo (LECTERN_NULL), LECTERN_CONTEST_ERROR_NOT_FOUND);
  assert_proven (&f);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/undo/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_kind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sinces); i++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/undo/since/%s", sinces[i].name);

      g_test_add_data_func (path, &sinces[i], test_since);
    }
  g_test_add_func ("/engine/undo/last", test_last);
  g_test_add_func ("/engine/undo/never", test_never);
  g_test_add_func ("/engine/undo/marked-rules", test_marked_rules);
  g_test_add_func ("/engine/undo/forfeit-on-stage", test_forfeit_on_stage);
  g_test_add_func ("/engine/undo/finalised", test_finalised);
  g_test_add_func ("/engine/undo/marking-scene", test_marking_scene);
  g_test_add_func ("/engine/undo/nothing", test_nothing);
  return g_test_run ();
}
