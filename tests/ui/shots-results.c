/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the results: towards the end of the evening, while the round is checked and closed,
 * afterwards, and with large text. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "lectern-recheck-pane.h"
#include "lectern-results-page.h"
#include "lectern-sheets-pane.h"

static LecternResultsPage *
get_page (ConsoleFixture *fixture)
{
  return LECTERN_RESULTS_PAGE (lectern_console_window_get_page (fixture->window, "results"));
}

static void
shoot_pages (ConsoleFixture      *fixture,
             const ConsoleCamera *camera,
             const char          *moment)
{
  static const char *const pages[] = { "ranking", "sheets", "closing", "agreement" };
  lectern_console_window_show_page (fixture->window, "results");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("results-%s-%s", moment, pages[i]);
      lectern_results_page_show (get_page (fixture), pages[i]);
      console_camera_take (camera, fixture->window, name);
    }
}

/* A judge's mistake found during the evening. */
static void
amend (ConsoleFixture *fixture,
       gint64          lot,
       gint64          judge)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_REOPEN_SHEET, "test");
  action->lot = lot;
  action->judge = judge;
  action->reason = g_strdup ("把 39 写成了 36");
  action->second = g_strdup ("孙启明");
  console_fixture_do (fixture, action);
  console_fixture_do_kind (fixture, LECTERN_ACTION_CLOSE_GATE);
}

static GtkWidget *
find_entry (gpointer parent,
            guint    nth)
{
  return console_fixture_find (console_fixture_find (parent, "LecternClosingPane", 0), "AdwEntryRow", nth);
}

/* In per cent of the usual. */
static void
set_text_size (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
  console_fixture_settle (200);
}

static void
compare_some (ConsoleFixture      *fixture,
              const ConsoleCamera *camera)
{
  LecternRecheckPane *pane = LECTERN_RECHECK_PANE (console_fixture_find (fixture->window, "LecternRecheckPane", 0));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture->window, 0)), "李复核");
  g_signal_emit_by_name (find_entry (fixture->window, 0), "entry-activated");
  for (guint i = 0; i < 7; i++)
    {
      console_fixture_settle (600);
      lectern_recheck_pane_agree (pane);
      console_fixture_settle (100);
    }
  console_camera_take (camera, fixture->window, "results-recheck");
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (pane, "GtkEntry", 0)), "19.5");
  console_camera_take (camera, fixture->window, "results-recheck-differs");
  set_text_size (200);
  console_camera_take (camera, fixture->window, "results-recheck-large");
  set_text_size (100);
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (pane, "GtkEntry", 0)), "");
  while (gtk_widget_get_mapped (GTK_WIDGET (pane)))
    {
      console_fixture_settle (600);
      lectern_recheck_pane_agree (pane);
      console_fixture_settle (100);
    }
}

static void
close_round (ConsoleFixture      *fixture,
             const ConsoleCamera *camera)
{
  console_fixture_settle (200);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture->window, 1)), "王操作");
  console_camera_take (camera, fixture->window, "results-ready");
  g_signal_emit_by_name (find_entry (fixture->window, 1), "entry-activated");
  console_fixture_settle (300);
  shoot_pages (fixture, camera, "closed");
  set_text_size (200);
  shoot_pages (fixture, camera, "large");
  set_text_size (100);
}

static void
shoot (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, camera->width, camera->height);
  console_fixture_play_to (&fixture, 27, LECTERN_CUE_INTRODUCE);
  amend (&fixture, 4, 2);
  shoot_pages (&fixture, camera, "late");
  lectern_console_window_show_page (fixture.window, "evening");
  console_camera_take (camera, fixture.window, "results-late-evening");
  console_fixture_play_to (&fixture, 0, LECTERN_CUE_CEREMONY);
  shoot_pages (&fixture, camera, "complete");
  lectern_results_page_show (get_page (&fixture), "closing");
  compare_some (&fixture, camera);
  close_round (&fixture, camera);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot);
}
