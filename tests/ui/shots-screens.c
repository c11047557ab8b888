/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the page of the screens, and of the quiet line about a new one. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include <glib/gstdio.h>

static LecternScreen *
plug (GListStore *monitors,
      const char *connector,
      const char *make,
      const char *model,
      int         x,
      int         width,
      int         height)
{
  g_autoptr (LecternScreen) screen = lectern_screen_new_named (connector, make, model);
  lectern_screen_set_area (screen, &(GdkRectangle){ x, 0, width, height }, 1);
  g_list_store_append (monitors, screen);
  return screen;
}

static void
choose (LecternScreens   *screens,
        LecternScreen    *screen,
        LecternScreenRole role)
{
  LecternScreenChoice choice = { .role = role, .left = role == LECTERN_SCREEN_PROJECTOR ? 3 : 0 };
  lectern_screens_choose (screens, screen, &choice, NULL);
}

static void
scroll (ConsoleFixture *fixture,
        double          to)
{
  GtkWidget *page = console_fixture_find (console_fixture_find (fixture->window, "LecternScreensPage", 0), "AdwPreferencesPage", 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (console_fixture_find (page, "GtkScrolledWindow", 0))), to);
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  g_autoptr (GListStore) monitors = g_list_store_new (LECTERN_TYPE_SCREEN);
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, camera->width, camera->height);
  LecternDesk     *desk = lectern_console_window_get_desk (fixture.window);
  g_autofree char *path = g_build_filename (fixture.folder, "screens.ini", NULL);
  plug (monitors, "eDP-1", "BOE", NULL, 0, 1366, 768);
  g_autoptr (LecternScreens) screens = lectern_screens_new (NULL, lectern_desk_get_follower (desk), G_LIST_MODEL (monitors), path);
  lectern_desk_set_screens (desk, screens);
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_TALK);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  LecternScreen *projector = plug (monitors, "HDMI-1", "Epson", "EB-X41", 1366, 1920, 1080);
  lectern_console_window_show_page (fixture.window, "evening");
  console_camera_take (camera, fixture.window, "new-screen");
  choose (screens, projector, LECTERN_SCREEN_PROJECTOR);
  choose (screens, plug (monitors, "VGA-1", "BenQ", NULL, 3286, 1024, 768), LECTERN_SCREEN_CLOCK);
  plug (monitors, "DP-2", "Dell", NULL, 0, 1366, 768);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.screens", NULL);
  console_camera_take (camera, fixture.window, "screens");
  scroll (&fixture, 420);
  lectern_screens_test (screens, projector, TRUE);
  console_camera_take (camera, fixture.window, "screens-test");
  scroll (&fixture, 860);
  console_camera_take (camera, fixture.window, "screens-below");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  console_camera_take (camera, fixture.window, "screens-large-text");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  console_fixture_tear_down (&fixture);
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot_all);
}
