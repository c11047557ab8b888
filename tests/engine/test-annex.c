/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Statistics tables and fonts of papers as actions: kept with the contest, journalled, taken back, refused. */

#include "engine-fixture.h"

#include "lectern-annex.h"
#include "lectern-font-choice.h"

static LecternAction *
new_action (LecternActionKind kind,
            const char       *key)
{
  LecternAction *action = fixture_action (kind);

  action->key = g_strdup (key);
  return action;
}

static void
add_row (LecternAction *action,
         const char    *cells)
{
  LecternAnnexRow *row = lectern_record_new (&lectern_table_annex_row);

  row->kind = g_strdup (action->key);
  row->number = 1;
  row->cells = g_strdup (cells);
  lectern_action_add_record (action, row);
}

static void
put_row (Fixture    *f,
         const char *kind,
         const char *cells)
{
  LecternAction *action = new_action (LECTERN_ACTION_SET_ANNEX_ROWS, kind);

  add_row (action, cells);
  fixture_do (f, action);
}

/* "u1=5 u2=7" of the sessions. */
static char *
describe (Fixture *f)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (fixture_contest (f), LECTERN_ANNEX_ACTIVITY);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[i]);
      const char *sessions = g_hash_table_lookup (cells, "sessions");

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", (char *) g_hash_table_lookup (cells, "unit"), sessions != NULL ? sessions : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (Fixture    *f,
             const char *wanted)
{
  g_autofree char *rows = describe (f);

  g_assert_cmpstr (rows, ==, wanted);
}

/* A unit's second table replaces its first and leaves the others. */
static void
test_rows (void)
{
  Fixture        f = { 0 };
  LecternAction *action;

  fixture_init (&f, 3, 3, FALSE);
  put_row (&f, "activity", "{\"unit\":\"u1\",\"sessions\":\"5\"}");
  put_row (&f, "activity", "{\"unit\":\"u2\",\"sessions\":\"1,007\"}");
  assert_rows (&f, "u1=5 u2=1007");
  put_row (&f, "activity", "{\"unit\":\"u1\",\"sessions\":\"6\"}");
  assert_rows (&f, "u1=6 u2=1007");
  fixture_reopen (&f);
  assert_rows (&f, "u1=6 u2=1007");
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  assert_rows (&f, "u1=5 u2=1007");
  action = new_action (LECTERN_ACTION_SET_ANNEX_ROWS, "activity");
  action->on = TRUE;
  fixture_do (&f, action);
  assert_rows (&f, "");
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  assert_rows (&f, "u1=5 u2=1007");
  action = new_action (LECTERN_ACTION_SET_ANNEX_ROWS, "activity");
  add_row (action, "{\"unit\":\"u2\",\"sessions\":\"1007\"}");
  fixture_do_nothing (&f, action);
  fixture_clear (&f);
}

static void
test_rows_refused (void)
{
  Fixture        f = { 0 };
  LecternAction *action;

  fixture_init (&f, 3, 3, FALSE);
  action = new_action (LECTERN_ACTION_SET_ANNEX_ROWS, "activity");
  add_row (action, "{\"unit\":\"u1\",\"sessions\":\"many\"}");
  fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_BAD_INPUT);
  action = new_action (LECTERN_ACTION_SET_ANNEX_ROWS, "activity");
  add_row (action, "{\"sessions\":\"3\"}");
  fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_BAD_INPUT);
  action = new_action (LECTERN_ACTION_SET_ANNEX_ROWS, "activity");
  add_row (action, "{\"unit\":\"u1\"}");
  add_row (action, "{\"unit\":\"u1\"}");
  fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, new_action (LECTERN_ACTION_SET_ANNEX_ROWS, "rubric"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  assert_rows (&f, "");
  fixture_clear (&f);
}

static char *
make_form (gboolean sessions_are_numbers)
{
  return g_strdup_printf ("{\"lectern_annex\":1,\"title\":{\"zh\":\"表\",\"en\":\"Table\"},\"columns\":["
                          "{\"key\":\"unit\",\"zh\":\"单位\",\"en\":\"Unit\",\"type\":\"unit\"},"
                          "{\"key\":\"sessions\",\"zh\":\"场次\",\"en\":\"Sessions\",\"type\":\"%s\"}]}",
                          sessions_are_numbers ? "number" : "date");
}

/* Columns that went take their cells along, and bring them back; what fits no more is refused. */
static void
test_form (void)
{
  Fixture        f = { 0 };
  LecternAction *action;

  fixture_init (&f, 3, 3, FALSE);
  put_row (&f, "activity", "{\"unit\":\"u1\",\"sessions\":\"5\",\"photos\":\"9\"}");
  action = new_action (LECTERN_ACTION_SET_ANNEX_FORM, "activity");
  action->text = make_form (FALSE);
  fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_BAD_INPUT);
  g_assert_false (lectern_contest_has_annex_form (fixture_contest (&f), LECTERN_ANNEX_ACTIVITY));
  action = new_action (LECTERN_ACTION_SET_ANNEX_FORM, "activity");
  action->text = make_form (TRUE);
  fixture_do (&f, action);
  fixture_reopen (&f);
  assert_rows (&f, "u1=5");
  {
    g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (fixture_contest (&f), LECTERN_ANNEX_ACTIVITY);
    g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (fixture_contest (&f), LECTERN_ANNEX_ACTIVITY);

    g_assert_cmpuint (form->columns->len, ==, 2);
    g_assert_null (g_strrstr (((LecternAnnexRow *) rows->pdata[0])->cells, "photos"));
  }
  action = new_action (LECTERN_ACTION_SET_ANNEX_FORM, "activity");
  action->text = make_form (TRUE);
  fixture_do_nothing (&f, action);
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  {
    g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (fixture_contest (&f), LECTERN_ANNEX_ACTIVITY);

    g_assert_false (lectern_contest_has_annex_form (fixture_contest (&f), LECTERN_ANNEX_ACTIVITY));
    g_assert_nonnull (g_strrstr (((LecternAnnexRow *) rows->pdata[0])->cells, "photos"));
  }
  fixture_do_nothing (&f, new_action (LECTERN_ACTION_SET_ANNEX_FORM, "activity"));
  fixture_clear (&f);
}

static void
test_font (void)
{
  Fixture        f = { 0 };
  LecternAction *action = new_action (LECTERN_ACTION_SET_PAPER_FONT, "name");

  fixture_init (&f, 2, 3, FALSE);
  action->text = g_strdup ("FangSong");
  fixture_do (&f, action);
  fixture_reopen (&f);
  g_assert_cmpstr (lectern_contest_get_font_choice (fixture_contest (&f), "name"), ==, "FangSong");
  g_assert_null (lectern_contest_get_font_choice (fixture_contest (&f), "title"));
  action = new_action (LECTERN_ACTION_SET_PAPER_FONT, "name");
  action->text = g_strdup ("FangSong");
  fixture_do_nothing (&f, action);
  fixture_do (&f, new_action (LECTERN_ACTION_SET_PAPER_FONT, "name"));
  g_assert_null (lectern_contest_get_font_choice (fixture_contest (&f), "name"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_UNDO));
  g_assert_cmpstr (lectern_contest_get_font_choice (fixture_contest (&f), "name"), ==, "FangSong");
  fixture_refuse (&f, new_action (LECTERN_ACTION_SET_PAPER_FONT, "seal"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  action = new_action (LECTERN_ACTION_SET_PAPER_FONT, "name");
  action->text = g_strdup ("");
  fixture_refuse (&f, action, LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/annex/rows", test_rows);
  g_test_add_func ("/engine/annex/rows-refused", test_rows_refused);
  g_test_add_func ("/engine/annex/form", test_form);
  g_test_add_func ("/engine/annex/font", test_font);

  return g_test_run ();
}
