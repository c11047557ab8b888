/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the windows around the console: the first one, with contests that were open before and
 * without, the help, the keys, what the program is, and what asks for a judge, an order or a reason. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include <glib/gi18n-lib.h>

#include "lectern-application.h"
#include "lectern-correction-dialog.h"
#include "lectern-decision-dialog.h"
#include "lectern-help-window.h"
#include "lectern-judge-dialog.h"
#include "lectern-reason-dialog.h"
#include "lectern-start-window.h"
#include "lectern-window-memory.h"

static void
shoot_start (const ConsoleCamera *camera,
             GtkApplication      *application,
             const char          *sentence,
             const char          *name)
{
  GtkWidget *window = lectern_start_window_new (application);
  if (sentence)
    lectern_start_window_tell (LECTERN_START_WINDOW (window), sentence);
  gtk_window_present (GTK_WINDOW (window));
  console_fixture_settle (300);
  console_camera_take (camera, window, name);
  if (!sentence)
    {
      GtkMenuButton *menu = GTK_MENU_BUTTON (console_fixture_find (window, "GtkMenuButton", 0));
      gtk_menu_button_popup (menu);
      console_fixture_settle (300);
      console_camera_take (camera, window, "start-templates");
      gtk_menu_button_popdown (menu);
      console_fixture_settle (300);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_help (const ConsoleCamera *camera)
{
  static const char *const pages[] = { "before", "day", "after", "trouble", "judge" };
  g_autofree char         *folder = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "help", NULL);
  GtkWidget               *window = lectern_help_window_new (folder);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("help-%s", pages[i]);
      lectern_help_window_show_page (LECTERN_HELP_WINDOW (window), pages[i]);
      g_assert_cmpstr (lectern_help_window_get_page (LECTERN_HELP_WINDOW (window)), ==, pages[i]);
      console_camera_take (camera, window, name);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_opened (ConsoleFixture      *fixture,
              const ConsoleCamera *camera,
              const char          *action,
              const char          *type,
              const char          *name)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  console_fixture_settle (300);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (!g_type_is_a (G_OBJECT_TYPE (window), g_type_from_name (type)) || !gtk_widget_get_mapped (GTK_WIDGET (window)))
        continue;
      console_camera_take (camera, window, name);
      gtk_window_close (window);
      console_fixture_settle (100);
      return;
    }
  g_error ("%s opened no %s", action, type);
}

static void
shoot_dialog (const ConsoleCamera *camera,
              gpointer             dialog,
              const char          *name)
{
  gtk_window_present (dialog);
  console_fixture_settle (200);
  console_camera_take (camera, dialog, name);
  gtk_window_destroy (dialog);
}

static void
shoot_dialogs (ConsoleFixture      *fixture,
               const ConsoleCamera *camera)
{
  GtkWidget          *parent = GTK_WIDGET (fixture->window);
  const LecternJudge *judge = lectern_contest_get_judges (console_fixture_contest (fixture))->pdata[0];
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 lot = 3; lot <= 6; lot++)
    g_array_append_val (lots, lot);
  shoot_dialog (camera, lectern_judge_dialog_new (parent, fixture->desk, judge), "judge-dialog");
  shoot_dialog (camera, lectern_correction_dialog_new (parent, fixture->desk, LECTERN_CORRECTION_REPLACE, LECTERN_NULL, judge->number), "correction-dialog");
  shoot_dialog (camera, lectern_decision_dialog_new (parent, fixture->desk, lots), "decision-dialog");
  shoot_dialog (camera,
                lectern_reason_dialog_new (parent, _ ("Draw the Order Again?"), _ ("The order there is will no longer hold. The journal keeps it, and why."), _ ("Draw Again")),
                "reason-dialog");
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture  fixture = { 0 };
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  shoot_start (camera, application, NULL, "start");
  console_fixture_set_up (&fixture, TRUE);
  lectern_window_memory_set_last_file (lectern_engine_get_path (fixture.engine));
  shoot_start (camera, application, "There is no contest “/home/操作员/比赛/焦作市微型党课.lectern” any more.", "start-recent");
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, camera->width, camera->height);
  shoot_dialogs (&fixture, camera);
  shoot_opened (&fixture, camera, "win.show-help-overlay", "LecternKeysWindow", "shortcuts");
  shoot_opened (&fixture, camera, "app.about", "AdwAboutWindow", "about");
  console_fixture_tear_down (&fixture);
  shoot_help (camera);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *schemas = g_build_filename (g_getenv ("LECTERN_BUILD_ROOT"), "data", "desktop", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_autoptr (LecternApplication) application = lectern_application_new_console (NULL, 0);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  return console_camera_run (argc, argv, shoot_all);
}
