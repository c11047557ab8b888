/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the MC's window, by day and by night and full of words, and of the editor of the script. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "lectern-script-page.h"
#include "lectern-script-window.h"
#include "lectern-set-up-page.h"

static void
shoot_window (const ConsoleCamera *camera,
              ConsoleFixture      *fixture)
{
  GtkWindow *window = lectern_script_window_new (fixture->desk);
  gtk_window_set_default_size (window, camera->width * 7 / 10, camera->height * 7 / 10);
  gtk_window_present (window);
  console_fixture_settle (200);
  console_camera_take (camera, window, "script-window");
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  console_fixture_settle (200);
  gtk_widget_activate_action (GTK_WIDGET (window), "script.night", NULL);
  for (guint i = 0; i < 4; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "script.larger", NULL);
  console_fixture_settle (400);
  console_camera_take (camera, window, "script-window-night");
  gtk_window_destroy (window);
}

static void
shoot (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, camera->width, camera->height);
  GtkWidget *set_up = lectern_console_window_get_page (fixture.window, "set-up");
  lectern_console_window_show_page (fixture.window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (set_up), "script");
  console_fixture_settle (100);
  GtkWidget *page = console_fixture_find (set_up, "LecternScriptPage", 0);
  lectern_script_page_select (LECTERN_SCRIPT_PAGE (page), LECTERN_SCRIPT_INTRODUCE);
  console_fixture_settle (100);
  console_camera_take (camera, fixture.window, "script");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (console_fixture_find (page, "GtkTextView", 0))), "{nom}", -1);
  console_fixture_settle (100);
  console_camera_take (camera, fixture.window, "script-error");
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_play_to (&fixture, 3, LECTERN_CUE_REVEAL);
  console_fixture_settle (300);
  console_camera_take (camera, fixture.window, "script-evening");
  shoot_window (camera, &fixture);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot);
}
