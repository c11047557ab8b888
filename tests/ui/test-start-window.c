/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The first window as somebody sees it who has had contests open here before, and who has not. */

#define G_LOG_DOMAIN "lectern-test"

#include "window-test.h"

#include <glib/gstdio.h>

#include "lectern-engine.h"
#include "lectern-session.h"
#include "lectern-start-window.h"
#include "lectern-window-memory.h"

static void
on_chosen_cb (GtkWidget  *window,
              const char *path,
              char      **chosen)
{
  g_free (*chosen);
  *chosen = g_strdup (path);
}

static GtkWidget *
open_window (char **chosen)
{
  GtkWidget *window = lectern_start_window_new (NULL);

  g_signal_connect (window, "chosen", G_CALLBACK (on_chosen_cb), chosen);
  gtk_window_present (GTK_WINDOW (window));
  window_test_wait (200);
  return window;
}

static void
test_first (void)
{
  g_autofree char *chosen = NULL;
  GtkWidget       *window = open_window (&chosen);

  g_assert_false (window_test_reads (window, "Recent Contests"));
  g_assert_true (window_test_reads (window, "Open a Contest…"));
  g_assert_true (window_test_reads (window, "Try the Sample Evening"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_row (GtkWidget  *window,
          const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = window_test_find (window, "AdwActionRow", i);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
}

/* A new contest begins with a template that is named, or with rules somebody has in a file. */
static void
test_templates (void)
{
  g_autofree char *chosen = NULL;
  GtkWidget       *window = open_window (&chosen);
  GtkWidget       *menu = window_test_find (window, "GtkMenuButton", 0);

  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  WINDOW_TEST_UNTIL (window_test_reads (window, "Party lecture contest"));
  g_assert_true (window_test_reads (window, "Blank contest"));
  g_assert_true (window_test_reads (window, "From a rules file…"));
  g_assert_cmpstr (g_object_get_data (G_OBJECT (find_row (window, "Blank contest")), "template"), ==, "blank");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One is a contest, one is not any more, one is gone. */
static void
test_recent (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("start-XXXXXX", NULL);
  g_autofree char *whole = g_build_filename (folder, "whole.lectern", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken.lectern", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.lectern", NULL);
  g_autofree char *chosen = NULL;
  g_autoptr (LecternContest) contest = NULL;
  GtkWidget *window;

  g_assert_true (lectern_session_create (whole, "jiaozuo-2018", FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (broken, "?", 1, NULL));
  lectern_window_memory_set_last_file (whole);
  lectern_window_memory_set_last_file (gone);
  lectern_window_memory_set_last_file (broken);
  contest = lectern_engine_read_contest (whole, &error);
  g_assert_no_error (error);

  window = open_window (&chosen);
  g_assert_true (window_test_reads (window, "Recent Contests"));
  WINDOW_TEST_UNTIL (window_test_reads (window, lectern_contest_get_record (contest)->title));
  g_assert_true (window_test_reads (window, "2018-09-14 · "));
  g_assert_true (window_test_reads (window, "broken.lectern"));
  g_assert_false (window_test_reads (window, "gone.lectern"));
  gtk_widget_activate (find_row (window, lectern_contest_get_record (contest)->title));
  WINDOW_TEST_UNTIL (chosen != NULL);
  g_assert_cmpstr (chosen, ==, whole);
  gtk_window_destroy (GTK_WINDOW (window));

  /* Closed before the files were read. */
  window = lectern_start_window_new (NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_wait (50);
  g_unlink (whole);
  g_unlink (broken);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *schemas = g_build_filename (g_getenv ("LECTERN_BUILD_ROOT"), "data", "desktop", NULL);

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  g_test_add_func ("/start-window/first", test_first);
  g_test_add_func ("/start-window/templates", test_templates);
  g_test_add_func ("/start-window/recent", test_recent);
  return g_test_run ();
}
