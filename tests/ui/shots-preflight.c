/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the list before the evening, of a reason being written, and of the cue that opens it. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "lectern-checkup.h"
#include "lectern-console-rehearsal.h"

static gboolean
has_looked (gpointer data)
{
  return !lectern_checkup_is_looking (data);
}

static void
pass (ConsoleFixture *fixture,
      const char     *kind,
      gint64          level,
      const char     *reason)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_PASS_CHECK, "test");
  action->key = g_strdup (kind);
  action->number = level;
  action->reason = g_strdup (reason);
  console_fixture_do (fixture, action);
}

/* At a talk, with the judges there. */
static void
shoot_rehearsal (ConsoleFixture      *fixture,
                 const ConsoleCamera *camera)
{
  GtkWindow *window = lectern_console_rehearsal_start (fixture->window, NULL);
  for (guint i = 0; i < 6; i++)
    {
      console_fixture_settle (500);
      lectern_desk_go (lectern_console_window_get_desk (LECTERN_CONSOLE_WINDOW (window)));
    }
  lectern_console_window_show_page (LECTERN_CONSOLE_WINDOW (window), "evening");
  console_fixture_settle (500);
  console_camera_take (camera, window, "rehearsal");
  gtk_window_destroy (window);
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, camera->width, camera->height);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.place", "s", "set-up/preflight");
  console_fixture_settle (200);
  console_fixture_wait (has_looked, lectern_checkup_get (lectern_console_window_get_desk (fixture.window)));
  console_camera_take (camera, fixture.window, "preflight");
  pass (&fixture, "backup", 1, "U 盘开场前由王工带来");
  pass (&fixture, "judges", 2, "两位评委用纸质评分表");
  GtkWidget *row = console_fixture_find (fixture.window, "LecternPreflightRow", 1);
  console_fixture_press (console_fixture_find (row, "GtkButton", 0));
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (row, "GtkEntry", 0)), "老评委，去年就用过");
  console_fixture_settle (100);
  console_camera_take (camera, fixture.window, "preflight-passing");
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (200);
  console_camera_take (camera, fixture.window, "preflight-opening");
  shoot_rehearsal (&fixture, camera);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot_all);
}
