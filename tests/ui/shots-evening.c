/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the evening page with what it may have open: the chooser of scenes, steps of a reveal, a
 * draw and a ceremony, the speaker's name over a picture; and the same with large text. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"
#include "rounds-fixture.h"

#include <string.h>

#include "lectern-attach.h"
#include "lectern-scene-chooser.h"
#include "lectern-sequence.h"

static void
enter (ConsoleFixture     *fixture,
       LecternSequenceKind kind,
       const char         *how)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_ENTER_SEQUENCE, "test");
  action->number = kind;
  action->key = g_strdup (how);
  console_fixture_do (fixture, action);
}

static void
set_large (gboolean large)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (large ? 192 : 96) * 1024, NULL);
}

static LecternSceneChooser *
get_chooser (ConsoleFixture *fixture)
{
  return LECTERN_SCENE_CHOOSER (console_fixture_find (fixture->window, "LecternSceneChooser", 0));
}

static void
attach_logo (ConsoleFixture *fixture)
{
  g_autofree char *path = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "docs", "pictures", "reveal.png", NULL);
  g_autofree char *bytes = NULL;
  gsize            length = 0;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  console_fixture_do (fixture, lectern_attach_new_action (lectern_engine_get_path (fixture->engine), lectern_attach_new_record (LECTERN_ROLE_PICTURE, LECTERN_NULL, "hall.png"), NULL, content, "test", NULL, NULL));
}

static void
shoot_chooser (ConsoleFixture      *fixture,
               const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  console_fixture_press_key (fixture, GDK_KEY_F6);
  console_fixture_press_key (fixture, GDK_KEY_9);
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (get_chooser (fixture), "GtkSpinButton", 1)), "15");
  console_camera_take (camera, window, "chooser-break");
  console_fixture_press_key (fixture, GDK_KEY_w);
  console_camera_take (camera, window, "chooser-refused");
  console_fixture_press_key (fixture, GDK_KEY_8);
  console_camera_take (camera, window, "chooser-courseware");
  console_fixture_press_key (fixture, GDK_KEY_p);
  set_large (TRUE);
  console_camera_take (camera, window, "chooser-large-text");
  set_large (FALSE);
  console_fixture_press_key (fixture, GDK_KEY_Return);
  console_fixture_catch_up (fixture);
  console_fixture_press_key (fixture, GDK_KEY_t);
  console_camera_take (camera, window, "name-over");
}

static void
shoot_steps (ConsoleFixture      *fixture,
             const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  enter (fixture, LECTERN_SEQUENCE_DRAW, "one-by-one");
  console_camera_take (camera, window, "steps-draw");
  console_fixture_play_to (fixture, 1, LECTERN_CUE_REVEAL);
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  console_camera_take (camera, window, "steps-reveal");
  console_fixture_press_key (fixture, GDK_KEY_9);
  console_camera_take (camera, window, "steps-interrupted");
}

static void
shoot_ceremony (ConsoleFixture      *fixture,
                const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  rounds_fixture_play_on_paper (fixture->engine, console_fixture_contest (fixture));
  lectern_console_window_show_page (window, "evening");
  enter (fixture, LECTERN_SEQUENCE_CEREMONY, NULL);
  console_camera_take (camera, window, "steps-ceremony");
  set_large (TRUE);
  console_camera_take (camera, window, "steps-large-text");
  set_large (FALSE);
  console_fixture_press_key (fixture, GDK_KEY_a);
  console_camera_take (camera, window, "chooser-news");
}

/* Three slips of a draw by hand, the third misread. */
static void
shoot_slips (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, camera->width, camera->height);
  lectern_console_window_show_page (fixture.window, "draw");
  for (guint i = 0; i < 3; i++)
    {
      LecternAction *action = lectern_action_new (LECTERN_ACTION_DRAW_SLIP, "test");
      action->lot = 7 + 9 * i;
      action->nominee = ((LecternNominee *) lectern_contest_get_nominees (console_fixture_contest (&fixture))->pdata[i])->id;
      console_fixture_do (&fixture, action);
    }
  console_fixture_settle (100);
  GtkWidget *pane = console_fixture_find (fixture.window, "LecternSlipsPane", 0);
  GtkWidget *lot = console_fixture_find (pane, "GtkEntry", 0);
  gtk_editable_set_text (GTK_EDITABLE (lot), "16");
  g_signal_emit_by_name (lot, "activate");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (console_fixture_find (pane, "GtkToggleButton", 0)), TRUE);
  console_camera_take (camera, fixture.window, "slips");
  set_large (TRUE);
  console_camera_take (camera, fixture.window, "slips-large-text");
  set_large (FALSE);
  console_fixture_tear_down (&fixture);
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  rounds_fixture_draw (fixture.engine);
  console_fixture_open (&fixture, camera->width, camera->height);
  attach_logo (&fixture);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_TALK);
  shoot_chooser (&fixture, camera);
  shoot_steps (&fixture, camera);
  console_fixture_tear_down (&fixture);
  console_fixture_set_up (&fixture, TRUE);
  rounds_fixture_draw (fixture.engine);
  console_fixture_open (&fixture, camera->width, camera->height);
  shoot_ceremony (&fixture, camera);
  console_fixture_tear_down (&fixture);
  shoot_slips (camera);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = rounds_fixture_make_home ();
  int              result = console_camera_run (argc, argv, shoot_all);
  rounds_fixture_remove_home (home);
  return result;
}
