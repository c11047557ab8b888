/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the console at the moments an operator knows, at the size of a small and of a larger
 * laptop, into the folder given. They are for looking at, by people. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "lectern-import-dialog.h"
#include "lectern-nominee-dialog.h"
#include "lectern-papers-page.h"
#include "lectern-sentence-bar.h"
#include "lectern-set-up-page.h"

static void
shoot_set_up (ConsoleFixture      *fixture,
              const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  LecternSetUpPage     *page = LECTERN_SET_UP_PAGE (lectern_console_window_get_page (window, "set-up"));
  lectern_console_window_show_page (window, "set-up");
  console_camera_take (camera, window, "contest");
  lectern_set_up_page_show (page, "nominees");
  console_camera_take (camera, window, "nominees");
  GtkWindow *dialog = lectern_nominee_dialog_new (GTK_WIDGET (page), fixture->desk,
                                                  g_ptr_array_index (lectern_contest_get_nominees (console_fixture_contest (fixture)), 3), NULL);
  gtk_window_present (dialog);
  console_camera_take (camera, dialog, "nominee");
  gtk_window_destroy (dialog);
  lectern_set_up_page_show (page, "judges");
  LecternAction *action = lectern_action_new (LECTERN_ACTION_MAKE_CODE, "test");
  action->judge = 0;
  console_fixture_do (fixture, action);
  console_camera_take (camera, window, "judges");
  lectern_set_up_page_show (page, "fonts");
  console_fixture_settle (600);
  console_camera_take (camera, window, "fonts");
}

static void
shoot_bad_table (ConsoleFixture      *fixture,
                 const ConsoleCamera *camera)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.csv", NULL);
  const char      *table = "推荐单位,姓名,政治面貌,宣讲场次,课件,党课题目\n"
                           "解放区,张三,中共党员,三次,有,一\n"
                           "不存在的区,李四,群众,5,有,二\n"
                           "解放区,,中共党员,5,有,三\n";
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  GtkWindow *dialog = lectern_import_dialog_new (GTK_WIDGET (fixture->window), fixture->desk, LECTERN_IMPORT_NOMINEES, path);
  gtk_window_present (dialog);
  console_camera_take (camera, dialog, "import");
  gtk_window_destroy (dialog);
}

/* A table that comes back, beside what is registered. */
static void
shoot_update (ConsoleFixture      *fixture,
              const ConsoleCamera *camera)
{
  GPtrArray            *nominees = lectern_contest_get_nominees (console_fixture_contest (fixture));
  const LecternNominee *a = nominees->pdata[0];
  const LecternNominee *b = nominees->pdata[3];
  const LecternUnit    *unit_a = lectern_contest_get_unit (console_fixture_contest (fixture), a->unit);
  const LecternUnit    *unit_b = lectern_contest_get_unit (console_fixture_contest (fixture), b->unit);
  g_autofree char      *path = g_build_filename (fixture->folder, "back.csv", NULL);
  g_autofree char      *table = g_strdup_printf ("推荐单位,姓名,政治面貌,宣讲场次,课件,党课题目,联系电话\n"
                                                      "%s,%s,中共党员,12,有,从一张老照片说起：焦裕禄在兰考的四百七十五天,139 0000 0000\n"
                                                      "%s,%s,中共预备党员,6,%s,%s,\n",
                                                 unit_a->name, a->name, unit_b->name, b->name, b->courseware, b->title);
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  GtkWindow *dialog = lectern_import_dialog_new (GTK_WIDGET (fixture->window), fixture->desk, LECTERN_IMPORT_NOMINEES, path);
  gtk_window_present (dialog);
  console_camera_take (camera, dialog, "import-again");
  gtk_window_destroy (dialog);
}

/* The same of a statistics table, whose columns are the contest's own: new, changed, gone. */
static void
shoot_annex_update (ConsoleFixture      *fixture,
                    const ConsoleCamera *camera)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pool.csv", NULL);
  LecternAction   *action = lectern_action_new (LECTERN_ACTION_SET_ANNEX_ROWS, "test");
  const char      *names[] = { "王韦", "田富" };
  action->key = g_strdup ("pool");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      LecternAnnexRow *row = lectern_record_new (&lectern_table_annex_row);
      row->kind = g_strdup ("pool");
      row->cells = g_strdup_printf ("{\"unit\":\"%s\",\"name\":\"%s\",\"employer\":\"焦作市第一中学\"}", lectern_contest_find_unit (console_fixture_contest (fixture), "温县")->key, names[i]);
      lectern_action_add_record (action, row);
    }
  console_fixture_do (fixture, action);
  g_assert_true (g_file_set_contents (path, "推荐单位,姓名,单位及职务,政治面貌\n温县,王韦,焦作师范高等专科学校附属中学教育集团教师,中共党员\n温县,单曾,温县县委党校教师,中共党员\n", -1, NULL));
  GtkWindow *dialog = lectern_import_dialog_new (GTK_WIDGET (fixture->window), fixture->desk, LECTERN_IMPORT_POOL, path);
  gtk_window_present (dialog);
  console_camera_take (camera, dialog, "import-annex");
  gtk_window_destroy (dialog);
}

static void
set_clock (ConsoleFixture *fixture,
           gint64          ms)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SET_CLOCK, "test");
  action->number = ms;
  action->reason = g_strdup ("test");
  console_fixture_do (fixture, action);
}

static void
shoot_evening (ConsoleFixture      *fixture,
               const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  lectern_console_window_show_page (window, "evening");
  console_camera_take (camera, window, "evening-begins");
  console_fixture_play_to (fixture, 12, LECTERN_CUE_TALK);
  console_camera_take (camera, window, "evening-called");
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  set_clock (fixture, 268000);
  console_camera_take (camera, window, "evening-talk");
  set_clock (fixture, 373000);
  console_camera_take (camera, window, "evening-overtime");
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  console_fixture_mark (fixture, 2);
  console_camera_take (camera, window, "evening-marking");
  lectern_desk_submit_kind (lectern_console_window_get_desk (window), LECTERN_ACTION_GO);
  console_camera_take (camera, window, "evening-refused");
  lectern_sentence_bar_settle (LECTERN_SENTENCE_BAR (console_fixture_find (window, "LecternSentenceBar", 0)));
  console_fixture_do_kind (fixture, LECTERN_ACTION_CLOSE_GATE);
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  console_camera_take (camera, window, "evening-reveal");
  lectern_console_window_show_page (window, "results");
  console_camera_take (camera, window, "results-midway");
}

static void
shoot_end (ConsoleFixture      *fixture,
           const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  console_fixture_play_to (fixture, 0, LECTERN_CUE_CEREMONY);
  lectern_console_window_show_page (window, "evening");
  console_camera_take (camera, window, "evening-ends");
  lectern_console_window_show_page (window, "results");
  console_camera_take (camera, window, "results");
  lectern_console_window_show_page (window, "papers");
  console_camera_take (camera, window, "papers");
  lectern_papers_page_select (LECTERN_PAPERS_PAGE (lectern_console_window_get_page (window, "papers")), LECTERN_PAPER_ENTRY_LIST);
  console_fixture_settle (600);
  console_camera_take (camera, window, "papers-entry-list");
  lectern_papers_page_select (LECTERN_PAPERS_PAGE (lectern_console_window_get_page (window, "papers")), LECTERN_PAPER_POOL);
  console_fixture_settle (600);
  console_camera_take (camera, window, "papers-pool");
  lectern_console_window_show_page (window, "journal");
  console_camera_take (camera, window, "journal");
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, camera->width, camera->height);
  shoot_set_up (&fixture, camera);
  shoot_bad_table (&fixture, camera);
  shoot_update (&fixture, camera);
  shoot_annex_update (&fixture, camera);
  lectern_console_window_show_page (fixture.window, "draw");
  console_camera_take (camera, fixture.window, "draw-before");
  console_fixture_draw (&fixture);
  console_camera_take (camera, fixture.window, "draw");
  shoot_evening (&fixture, camera);
  shoot_end (&fixture, camera);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot_all);
}
