/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Statistics tables: the built-in columns read and are those the papers name, every fault of one's own is
 * named by its path, cells are mended or refused, sums are exact, small pools are named. */

#include "contest-fixture.h"

#include "lectern-annex.h"

#include <string.h>

static void
test_built_in (void)
{
  for (LecternAnnexKind kind = 0; kind < LECTERN_ANNEX_N_KINDS; kind++)
    {
      g_autoptr (LecternAnnexForm) form = lectern_annex_form_new (kind);
      g_autofree char *first = lectern_annex_form_write (form);
      g_autoptr (LecternAnnexForm) read = lectern_annex_form_parse (first, NULL, NULL);
      g_autofree char *second = lectern_annex_form_write (read);

      g_assert_cmpstr (first, ==, second);
      g_assert_nonnull (lectern_annex_form_find_unit (form));
      g_assert_cmpuint (form->columns->len, ==, kind == LECTERN_ANNEX_ACTIVITY ? 23 : 16);
      g_assert_cmpint (form->at_least, ==, kind == LECTERN_ANNEX_POOL ? 20 : 0);
    }
}

#define COLUMN(more) "{\"lectern_annex\":1,\"title\":{\"zh\":\"表\",\"en\":\"Table\"},\"columns\":[{\"key\":\"a\",\"zh\":\"甲\",\"en\":\"A\",\"type\":\"number\"}," more "]}"

static void
test_faults (void)
{
  static const struct
  {
    const char *json;
    const char *path;
  } cases[] = {
    { "[]", NULL },
    { "{", NULL },
    { "{\"lectern_annex\":1,\"title\":{\"zh\":\"表\",\"en\":\"T\"},\"columns\":[]}", "columns" },
    { "{\"lectern_annex\":2,\"title\":{\"zh\":\"表\",\"en\":\"T\"},\"columns\":[]}", "lectern_annex" },
    { COLUMN ("{\"key\":\"a\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"text\"}"), "columns[1].key" },
    { COLUMN ("{\"key\":\"B c\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"text\"}"), "columns[1].key" },
    { COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"figure\"}"), "columns[1].type" },
    { COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"text\",\"sum\":true}"), "columns[1].sum" },
    { COLUMN ("{\"key\":\"b\",\"en\":\"B\",\"type\":\"text\"}"), "columns[1].zh" },
    { COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"\",\"type\":\"text\"}"), "columns[1].en" },
    { COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"text\",\"width\":3}"), "columns[1].width" },
    { COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"unit\",\"shown\":false}"), "columns[1].shown" },
    { COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"text\",\"required\":true,\"shown\":false}"), "columns[1].shown" },
    { "{\"lectern_annex\":1,\"title\":{\"zh\":\"表\",\"en\":\"T\"},\"columns\":[{\"key\":\"a\",\"zh\":\"甲\",\"en\":\"A\",\"type\":\"text\",\"shown\":false}]}", "columns" },
    { COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"unit\"},{\"key\":\"c\",\"zh\":\"丙\",\"en\":\"C\",\"type\":\"unit\"}"), "columns[2].type" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = lectern_problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_annex_form_parse (cases[i].json, problems, &error));
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
      if (cases[i].path != NULL)
        g_assert_cmpstr (((LecternProblem *) problems->pdata[0])->column, ==, cases[i].path);
    }
}

/* What is not shown is there all the same; what a form of earlier days does not say is shown as wide as it needs. */
static void
test_hidden (void)
{
  static const char *const old = COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"text\"}");
  static const char *const set = COLUMN ("{\"key\":\"b\",\"zh\":\"乙\",\"en\":\"B\",\"type\":\"text\",\"shown\":false,\"width\":30}");
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 3);
  LecternAnnexFormRow *row = lectern_record_new (&lectern_table_annex_form);
  g_autoptr (LecternAnnexForm) form = lectern_annex_form_parse (old, NULL, NULL);
  g_autoptr (LecternAnnexForm) whole = NULL;
  g_autoptr (LecternAnnexForm) shown = NULL;

  g_assert_false (lectern_annex_form_find (form, "b")->hidden);
  g_assert_cmpint (lectern_annex_form_find (form, "b")->width, ==, 0);
  row->kind = g_strdup ("activity");
  row->form = g_strdup (set);
  fixture_put (contest, row);
  whole = lectern_contest_get_annex_form (contest, LECTERN_ANNEX_ACTIVITY);
  shown = lectern_contest_get_shown_annex_form (contest, LECTERN_ANNEX_ACTIVITY);
  g_assert_true (lectern_annex_form_find (whole, "b")->hidden);
  g_assert_cmpint (lectern_annex_form_find (whole, "b")->width, ==, 30);
  g_assert_null (lectern_annex_form_find (shown, "b"));
  g_assert_nonnull (lectern_annex_form_find (shown, "a"));
  {
    LecternAnnexColumn *fresh = lectern_annex_column_new (whole);

    g_assert_cmpstr (fresh->key, ==, "column_1");
    g_ptr_array_add (whole->columns, fresh);
    g_ptr_array_add (whole->columns, lectern_annex_column_new (whole));
    g_assert_nonnull (lectern_annex_form_find (whole, "column_2"));
  }
}

static void
test_cells (void)
{
  static const struct
  {
    LecternAnnexType type;
    const char      *text;
    const char      *kept; /* NULL: refused */
  } cases[] = {
    { LECTERN_ANNEX_NUMBER, "12", "12" },
    { LECTERN_ANNEX_NUMBER, "007", "7" },
    { LECTERN_ANNEX_NUMBER, "12.50", "12.5" },
    { LECTERN_ANNEX_NUMBER, "0.125", "0.125" },
    { LECTERN_ANNEX_NUMBER, "1,234,567", "1234567" },
    { LECTERN_ANNEX_NUMBER, "１２", "12" },
    { LECTERN_ANNEX_NUMBER, "99999999999", "99999999999" },
    { LECTERN_ANNEX_NUMBER, "100000000000", NULL },
    { LECTERN_ANNEX_NUMBER, "1.2345", NULL },
    { LECTERN_ANNEX_NUMBER, "1,23", NULL },
    { LECTERN_ANNEX_NUMBER, "-3", NULL },
    { LECTERN_ANNEX_NUMBER, "3.", NULL },
    { LECTERN_ANNEX_NUMBER, ".5", NULL },
    { LECTERN_ANNEX_NUMBER, "约30", NULL },
    { LECTERN_ANNEX_NUMBER, "30场", NULL },
    { LECTERN_ANNEX_DATE, "1986-03", "1986-03" },
    { LECTERN_ANNEX_DATE, "1986.3", "1986-03" },
    { LECTERN_ANNEX_DATE, "1986年3月", "1986-03" },
    { LECTERN_ANNEX_DATE, "198603", "1986-03" },
    { LECTERN_ANNEX_DATE, "1986/3/5", "1986-03-05" },
    { LECTERN_ANNEX_DATE, "2018", "2018" },
    { LECTERN_ANNEX_DATE, "1986-13", NULL },
    { LECTERN_ANNEX_DATE, "1986-02-30", NULL },
    { LECTERN_ANNEX_DATE, "86-3", NULL },
    { LECTERN_ANNEX_DATE, "三月", NULL },
    { LECTERN_ANNEX_UNIT, "u1", "u1" },
    { LECTERN_ANNEX_UNIT, "火星", NULL },
    { LECTERN_ANNEX_TEXT, "任何文字 ok", "任何文字 ok" },
    { LECTERN_ANNEX_TEXT, "\xee\x80\x80", NULL }, /* private use */
    { LECTERN_ANNEX_NAME, "阿卜杜拉·买买提", "阿卜杜拉·买买提" },
  };
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LecternAnnexColumn column = { .key = (char *) "c", .type = cases[i].type };
      g_autofree char         *message = NULL;
      g_autofree char         *kept = lectern_annex_column_read (&column, contest, cases[i].text, &message);

      g_assert_cmpstr (kept, ==, cases[i].kept);
      g_assert_true ((kept == NULL) == (message != NULL));
    }
}

static void
put_row (LecternContest *contest,
         const char     *kind,
         gint64          number,
         const char     *cells)
{
  LecternAnnexRow *row = lectern_record_new (&lectern_table_annex_row);

  row->kind = g_strdup (kind);
  row->number = number;
  row->cells = g_strdup (cells);
  fixture_put (contest, row);
}

/* Thousandths are added as integers: 0.1 three times is 0.3. Rows come unit by unit. */
static void
test_rows (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 6, 3);
  g_autoptr (LecternAnnexForm) form = lectern_annex_form_new (LECTERN_ANNEX_ACTIVITY);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *sum = NULL;
  GString         *order = g_string_new (NULL);

  put_row (contest, "activity", 1, "{\"unit\":\"u3\",\"sessions\":\"0.1\"}");
  put_row (contest, "activity", 2, "{\"unit\":\"u1\",\"sessions\":\"0.1\"}");
  put_row (contest, "activity", 3, "{\"unit\":\"u2\",\"sessions\":\"0.1\"}");
  put_row (contest, "pool", 1, "{\"unit\":\"u2\",\"lectures\":\"5\"}");
  rows = lectern_contest_list_annex_rows (contest, LECTERN_ANNEX_ACTIVITY);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (order, "%d ", (int) ((LecternAnnexRow *) rows->pdata[i])->number);
  g_assert_cmpstr (order->str, ==, "2 3 1 ");
  sum = lectern_annex_add_up (lectern_annex_form_find (form, "sessions"), rows);
  g_assert_cmpstr (sum, ==, "0.3");
  g_assert_null (lectern_annex_add_up (lectern_annex_form_find (form, "remarks"), rows));
  g_string_free (order, TRUE);
}

/* Counties and districts are named, boards and commissions are not, nor who has enough. */
static void
test_warnings (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 6, 3);
  static const char *const names[] = { "温县", "解放区", "市教育局" };
  g_autoptr (GPtrArray) warnings = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = g_strdup_printf ("u%u", i + 1);
      LecternUnit     *unit = lectern_record_copy (lectern_contest_get_unit (contest, key));

      lectern_record_take_string (&unit->name, names[i]);
      fixture_put (contest, unit);
    }
  for (gint64 n = 1; n <= 39; n++)
    put_row (contest, "pool", n, n <= 20 ? "{\"unit\":\"u1\"}" : "{\"unit\":\"u2\"}");
  warnings = lectern_contest_list_annex_warnings (contest, LECTERN_ANNEX_POOL);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_nonnull (strstr (((LecternProblem *) warnings->pdata[0])->message, "解放区"));
  g_assert_nonnull (strstr (((LecternProblem *) warnings->pdata[0])->message, "19"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contest/annex/built-in", test_built_in);
  g_test_add_func ("/contest/annex/faults", test_faults);
  g_test_add_func ("/contest/annex/hidden", test_hidden);
  g_test_add_func ("/contest/annex/cells", test_cells);
  g_test_add_func ("/contest/annex/rows", test_rows);
  g_test_add_func ("/contest/annex/warnings", test_warnings);

  return g_test_run ();
}
