/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The built-in templates are good rules files, and say what the city's notice says. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-exchange-error.h"
#include "lectern-templates.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
test_built_in (void)
{
  const char *const *names = lectern_templates_list ();

  g_assert_cmpstr (names[0], ==, LECTERN_TEMPLATE_DEFAULT);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternTemplate) template = lectern_templates_load (names[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (template->criteria->len, >, 0);
      g_assert_cmpuint (template->rounds->len, ==, g_str_has_suffix (names[i], "-rounds") ? 2 : 1);
    }
}

static void
test_jiaozuo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_templates_load ("jiaozuo-2018", NULL, &error);
  g_autoptr (LecternRules) rules = NULL;
  gint64 full_marks = 0;
  guint  n_optional = 0;

  g_assert_no_error (error);
  rules = lectern_rules_parse (template->contest->rules, template->criteria, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (template->units->len, ==, 14);
  for (guint i = 0; i < template->units->len; i++)
    n_optional += ((LecternUnit *) template->units->pdata[i])->optional == 1;
  g_assert_cmpuint (n_optional, ==, 1);
  for (guint i = 0; i < template->criteria->len; i++)
    full_marks += ((LecternCriterion *) template->criteria->pdata[i])->max;
  g_assert_cmpint (full_marks, ==, 100000);
  g_assert_cmpuint (rules->quota_per_unit, ==, 2);
  g_assert_true (rules->need_party_member && rules->need_courseware);
  g_assert_cmpint (rules->scoring.time.limit_ms, ==, 360000);
  g_assert_cmpint (lectern_deduction_for_time (&rules->scoring.time, 360001), ==, 100);
  g_assert_cmpuint (rules->scoring.n_ties, ==, 4);
}

/* The same contest with a semi-final before it: 13 go on, of whom ten are honoured. */
static void
test_rounds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) one = lectern_templates_load ("jiaozuo-2018", NULL, &error);
  g_autoptr (LecternTemplate) two = lectern_templates_load ("jiaozuo-2018-rounds", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (one->contest->rules, ==, two->contest->rules);
  g_assert_cmpuint (one->units->len, ==, two->units->len);
  g_assert_cmpint (((LecternRound *) two->rounds->pdata[0])->advance, ==, 13);
  g_assert_cmpint (((LecternRound *) two->rounds->pdata[1])->advance, ==, LECTERN_NULL);
  g_assert_cmpint (((LecternAward *) two->awards->pdata[0])->places, ==, 10);
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.json", NULL);
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_templates_load ("no-such", NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lectern_templates_load (path, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "{\"lectern\": 1, \"title\": \"x\", \"colour\": 3}", -1, NULL));
  g_assert_null (lectern_templates_load (path, problems, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
  g_assert_cmpuint (problems->len, >=, 3); /* the colour, no rubric, no rounds */
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "\xFF\xFE{", 3, NULL));
  g_assert_null (lectern_templates_load (path, NULL, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/templates/built-in", test_built_in);
  g_test_add_func ("/exchange/templates/jiaozuo-2018", test_jiaozuo);
  g_test_add_func ("/exchange/templates/jiaozuo-2018-rounds", test_rounds);
  g_test_add_func ("/exchange/templates/refused", test_refused);

  return g_test_run ();
}
