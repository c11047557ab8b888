/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Contests of several rounds for the tests and the pictures of the console. */

#define G_LOG_DOMAIN "lectern-test"

#include "rounds-fixture.h"

#include <glib/gstdio.h>

#include "lectern-bundle-job.h"

static void
do_for (LecternEngine *engine,
        LecternAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (engine, action, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
add_sheet (LecternAction  *action,
           LecternContest *contest,
           gint64          nominee,
           gint64          judge)
{
  GPtrArray    *criteria = lectern_contest_get_criteria (contest);
  LecternSheet *sheet = lectern_record_new (&lectern_table_sheet);
  sheet->nominee = nominee;
  sheet->judge = judge;
  lectern_action_add_record (action, sheet);
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      LecternMark            *mark = lectern_record_new (&lectern_table_mark);
      mark->nominee = nominee;
      mark->judge = judge;
      mark->criterion = g_strdup (criterion->key);
      mark->value = criterion->max - (i == 0 ? nominee * 100 : 0);
      lectern_action_add_record (action, mark);
    }
}

/* The current round, drawn, is marked on paper and closed; the first on the list is the best. */
void
rounds_fixture_play_on_paper (LecternEngine  *engine,
                              LecternContest *contest)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  LecternAction *sheets = lectern_action_new (LECTERN_ACTION_IMPORT_SHEETS, "test");
  LecternAction *times = lectern_action_new (LECTERN_ACTION_IMPORT_TIMES, "test");
  LecternAction *close = lectern_action_new (LECTERN_ACTION_FINALISE, "test");
  GPtrArray     *judges = lectern_contest_get_judges (contest);
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = g_ptr_array_index (entries, i);
      LecternEntry       *timed = lectern_record_new (&lectern_table_entry);
      timed->nominee = entry->nominee;
      timed->time_ms = 350000;
      lectern_action_add_record (times, timed);
      for (guint j = 0; j < judges->len; j++)
        {
          gint64 number = ((const LecternJudge *) g_ptr_array_index (judges, j))->number;
          if (!lectern_contest_is_recused (contest, entry, number))
            add_sheet (sheets, contest, entry->nominee, number);
        }
    }
  do_for (engine, sheets);
  do_for (engine, times);
  close->on = TRUE;
  close->text = g_strdup ("记分长");
  do_for (engine, close);
}

void
rounds_fixture_draw (LecternEngine *engine)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_DRAW, "test");
  action->text = g_strdup ("stick");
  do_for (engine, action);
}

void
rounds_fixture_open_round (LecternEngine *engine,
                           const char    *key)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_OPEN_ROUND, "test");
  action->key = g_strdup (key);
  do_for (engine, action);
}

/* The template of two heats and a final, made from the one of two rounds. */
char *
rounds_fixture_write_heats (const char *folder)
{
  g_autofree char *from = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "data", "templates", "jiaozuo-2018-rounds.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *made = NULL;
  g_auto (GStrv) parts = NULL;
  const char *const halves[] = { "\"jiefang\", \"zhongzhan\", \"macun\", \"shanyang\", \"xiuwu\", \"boai\", \"wuzhi\"",
                                 "\"wenxian\", \"qinyang\", \"mengzhou\", \"zone\", \"organs\", \"education\", \"assets\"" };
  char             *path = g_build_filename (folder, "heats.json", NULL);
  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  parts = g_strsplit (text, "{\"key\": \"semi\", \"name\": \"复赛\", \"advance\": 13}", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  made = g_strdup_printf ("%s{\"key\": \"a\", \"name\": \"A组\", \"advance\": 7, \"into\": \"final\", \"units\": [%s]},"
                          "{\"key\": \"b\", \"name\": \"B组\", \"advance\": 6, \"into\": \"final\", \"units\": [%s]}%s",
                          parts[0], halves[0], halves[1], parts[1]);
  g_assert_true (g_file_set_contents (path, made, -1, NULL));
  return path;
}

static void
on_bundle_written_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  char **key = user_data;
  *key = lectern_bundle_job_write_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

/* Heat B is run on a copy of the file, on another laptop, and comes back on a stick. */
char *
rounds_fixture_run_other_hall (ConsoleFixture *fixture,
                               char          **key)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "there.lectern", NULL);
  char            *stick = g_build_filename (fixture->folder, "b.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEngine) engine = NULL;
  g_autoptr (LecternDesk) desk = NULL;
  g_assert_true (lectern_engine_backup (fixture->engine, copy, &error));
  engine = lectern_engine_open (copy, &error);
  g_assert_no_error (error);
  desk = lectern_desk_new (engine, NULL);
  rounds_fixture_open_round (engine, "b");
  rounds_fixture_draw (engine);
  rounds_fixture_play_on_paper (engine, lectern_desk_get_contest (desk));
  lectern_bundle_job_write_async (desk, stick, NULL, on_bundle_written_cb, key);
  console_fixture_wait (is_set, key);
  g_clear_object (&desk);
  lectern_engine_close (engine);
  return stick;
}

/* Keys made by the tests are not the person's who runs them. */
char *
rounds_fixture_make_home (void)
{
  char *home = g_dir_make_tmp ("lectern-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  return home;
}

void
rounds_fixture_remove_home (const char *home)
{
  g_autofree char *folder = g_build_filename (home, "lectern", NULL);
  g_autofree char *key = g_build_filename (folder, "signing-key", NULL);
  g_unlink (key);
  g_rmdir (folder);
  g_rmdir (home);
}
