/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which window is on which screen, over a real engine and a list of screens the test plugs and
 * unplugs. The real thing, with two monitors and a window manager, is two-screens-test.py. */

#define G_LOG_DOMAIN "lectern-ui"

#include "hall-fixture.h"
#include "lectern-projector-window.h"
#include "lectern-screens.h"
#include "lectern-side-window.h"
#include "window-test.h"

#include <glib/gstdio.h>

typedef struct
{
  HallFixture     hall;
  char           *path;
  GListStore     *monitors;
  LecternScreen  *laptop;
  LecternScreen  *hdmi;
  LecternScreens *screens;
} ScreensFixture;

static const GdkRectangle laptop_area = { 0, 0, 1366, 768 };
static const GdkRectangle hdmi_area = { 1366, 0, 1024, 768 };
static const GdkRectangle no_area = { 0 };

static void
settle (void)
{
  window_test_wait (100);
}

static void
begin (ScreensFixture *fixture)
{
  fixture->screens = lectern_screens_new (NULL, fixture->hall.follower, G_LIST_MODEL (fixture->monitors), fixture->path);
  settle ();
}

static void
set_up (ScreensFixture *fixture,
        gconstpointer   data)
{
  hall_fixture_init (&fixture->hall);
  fixture->path = g_build_filename (fixture->hall.folder, "screens.ini", NULL);
  fixture->monitors = g_list_store_new (LECTERN_TYPE_SCREEN);
  fixture->laptop = lectern_screen_new_named ("eDP-1", "BOE", NULL);
  fixture->hdmi = lectern_screen_new_named ("HDMI-1", "Epson", NULL);
  lectern_screen_set_area (fixture->laptop, &laptop_area, 1);
  lectern_screen_set_area (fixture->hdmi, &hdmi_area, 1);
  g_list_store_append (fixture->monitors, fixture->laptop);
  begin (fixture);
}

static void
tear_down (ScreensFixture *fixture,
           gconstpointer   data)
{
  g_clear_object (&fixture->screens);
  g_clear_object (&fixture->laptop);
  g_clear_object (&fixture->hdmi);
  g_clear_object (&fixture->monitors);
  g_remove (fixture->path);
  g_clear_pointer (&fixture->path, g_free);
  hall_fixture_clear (&fixture->hall);
}

static void
plug (ScreensFixture *fixture)
{
  g_list_store_append (fixture->monitors, fixture->hdmi);
  settle ();
}

static void
choose (ScreensFixture   *fixture,
        LecternScreen    *screen,
        LecternScreenRole role,
        LecternSceneKind  scene)
{
  g_autoptr (GError) error = NULL;
  LecternScreenChoice choice = *lectern_screen_get_choice (screen);
  choice.role = role;
  choice.scene = scene;
  g_assert_true (lectern_screens_choose (fixture->screens, screen, &choice, &error));
  g_assert_no_error (error);
  settle ();
}

static GtkWidget *
get_window (ScreensFixture *fixture)
{
  return lectern_screens_get_window (fixture->screens, fixture->hdmi);
}

static LecternScene *
get_scene (ScreensFixture *fixture)
{
  GtkWidget *window = get_window (fixture);
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_get_mapped (window));
  return lectern_scene_view_get_scene (LECTERN_SCENE_VIEW (window_test_find (window, "LecternSceneView", 0)));
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* Nothing by surprise: a new screen is asked about, and filled when it was named. */
static void
test_first_choice (ScreensFixture *fixture,
                   gconstpointer   data)
{
  g_assert_null (lectern_screens_find_unchosen (fixture->screens));
  plug (fixture);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_true (lectern_screens_find_unchosen (fixture->screens) == fixture->hdmi);
  g_assert_null (lectern_screens_find_projector (fixture->screens));
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_PROJECTOR, LECTERN_SCENE_BLANK);
  g_assert_null (lectern_screens_find_unchosen (fixture->screens));
  g_assert_true (lectern_screens_find_projector (fixture->screens) == fixture->hdmi);
  g_assert_true (LECTERN_IS_PROJECTOR_WINDOW (get_window (fixture)));
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_NONE, LECTERN_SCENE_BLANK);
  g_assert_null (get_window (fixture));
  g_assert_null (lectern_screens_find_unchosen (fixture->screens));
  g_assert_cmpuint (count_windows (), ==, 0);
}

/* Unplugged, it is gone in that very moment; plugged again it waits for a size, then is back on the
 * scene on air by then. */
static void
test_unplugged (ScreensFixture *fixture,
                gconstpointer   data)
{
  plug (fixture);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_PROJECTOR, LECTERN_SCENE_BLANK);
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 1);
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_INTRODUCTION);

  g_list_store_remove (fixture->monitors, 1);
  g_assert_cmpuint (count_windows (), ==, 0);
  settle ();
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_cmpstr (lectern_screens_get_lost (fixture->screens), ==, "HDMI-1 Epson");

  hall_fixture_do (&fixture->hall, LECTERN_ACTION_START_CLOCK);
  /* As GTK has it: neither a size nor a name at first. */
  lectern_screen_set_area (fixture->hdmi, &no_area, 1);
  lectern_screen_rename (fixture->hdmi, NULL, NULL, NULL);
  plug (fixture);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_cmpint (lectern_screen_get_place (fixture->hdmi), ==, LECTERN_SCREEN_NO_SIZE);
  lectern_screen_set_area (fixture->hdmi, &hdmi_area, 1);
  lectern_screen_rename (fixture->hdmi, "HDMI-1", "Epson", NULL);
  settle ();
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_TALK);
  g_assert_null (lectern_screens_get_lost (fixture->screens));
}

/* The next start of the program asks nothing. */
static void
test_remembered (ScreensFixture *fixture,
                 gconstpointer   data)
{
  plug (fixture);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_CLOCK, LECTERN_SCENE_BLANK);
  g_clear_object (&fixture->screens);
  g_assert_cmpuint (count_windows (), ==, 0);
  begin (fixture);
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_CLOCK);
}

/* A display mode that comes to show the same takes the window away at once. */
static void
test_mirrored (ScreensFixture *fixture,
               gconstpointer   data)
{
  plug (fixture);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_PROJECTOR, LECTERN_SCENE_BLANK);
  g_assert_null (lectern_screens_find_mirror (fixture->screens));
  lectern_screen_set_area (fixture->hdmi, &laptop_area, 1);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_true (lectern_screens_find_mirror (fixture->screens) == fixture->hdmi);
  lectern_screen_set_area (fixture->hdmi, &hdmi_area, 1);
  settle ();
  g_assert_nonnull (get_window (fixture));
  g_assert_null (lectern_screens_find_mirror (fixture->screens));
}

/* The speaker's clock never changes to another scene, and shows the same time as all others. */
static void
test_clock (ScreensFixture *fixture,
            gconstpointer   data)
{
  HallFixture *hall = &fixture->hall;
  plug (fixture);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_CLOCK, LECTERN_SCENE_BLANK);
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_CLOCK);
  g_assert_cmpint (get_scene (fixture)->limit_ms, ==, 360000);
  hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (hall, LECTERN_ACTION_START_CLOCK);
  LecternScene *running = get_scene (fixture);
  g_assert_cmpint (running->kind, ==, LECTERN_SCENE_CLOCK);
  g_assert_cmpint (running->lot, ==, 1);
  hall_fixture_blank (hall, TRUE);
  hall_fixture_set_clock (hall, 350000);
  g_assert_true (get_scene (fixture) == running);
  hall_fixture_do (hall, LECTERN_ACTION_STOP_CLOCK);
  hall_fixture_do (hall, LECTERN_ACTION_OPEN_GATE);
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_CLOCK);
}

static void
reveal_first (HallFixture *hall)
{
  hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (hall, LECTERN_ACTION_START_CLOCK);
  hall_fixture_do (hall, LECTERN_ACTION_STOP_CLOCK);
  hall_fixture_do (hall, LECTERN_ACTION_OPEN_GATE);
  for (gint64 judge = 1; judge <= 3; judge++)
    hall_fixture_hand_in (hall, judge, 1, "36.5", "55");
  hall_fixture_do (hall, LECTERN_ACTION_CLOSE_GATE);
}

/* A second screen of the audience's has its own scene whatever is on air, also while the projector
 * is black, and tells nothing that the projector has not told. */
static void
test_audience (ScreensFixture *fixture,
               gconstpointer   data)
{
  HallFixture *hall = &fixture->hall;
  plug (fixture);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_AUDIENCE, LECTERN_SCENE_ORDER);
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_ORDER);
  hall_fixture_blank (hall, TRUE);
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_ORDER);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_AUDIENCE, LECTERN_SCENE_RANKING);
  reveal_first (hall);
  g_assert_true (get_scene (fixture)->kind == LECTERN_SCENE_BLANK || get_scene (fixture)->rows->len == 0);
  hall_fixture_do_lot (hall, LECTERN_ACTION_REVEAL, 1);
  const LecternOnAir *on_air = lectern_contest_get_on_air (hall_fixture_get_contest (hall));
  if (on_air->step != LECTERN_NULL)
    g_assert_true (get_scene (fixture)->kind == LECTERN_SCENE_BLANK || get_scene (fixture)->rows->len == 0);
  hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 2);
  g_assert_cmpint (get_scene (fixture)->kind, ==, LECTERN_SCENE_RANKING);
  g_assert_cmpuint (get_scene (fixture)->rows->len, ==, 1);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_AUDIENCE, LECTERN_SCENE_BLANK);
  g_assert_true (LECTERN_IS_PROJECTOR_WINDOW (get_window (fixture)));
}

/* Margins and the test picture are seen at once. */
static void
test_picture (ScreensFixture *fixture,
              gconstpointer   data)
{
  plug (fixture);
  lectern_screens_test (fixture->screens, fixture->hdmi, TRUE);
  settle ();
  g_assert_nonnull (get_window (fixture));
  g_assert_null (lectern_screens_find_projector (fixture->screens));
  lectern_screens_test (fixture->screens, fixture->hdmi, FALSE);
  g_assert_null (get_window (fixture));
  lectern_screens_test (fixture->screens, fixture->laptop, TRUE);
  settle ();
  g_assert_cmpuint (count_windows (), ==, 0);
  lectern_screens_test (fixture->screens, fixture->laptop, FALSE);

  choose (fixture, fixture->hdmi, LECTERN_SCREEN_PROJECTOR, LECTERN_SCENE_BLANK);
  LecternSceneView   *view = LECTERN_SCENE_VIEW (window_test_find (get_window (fixture), "LecternSceneView", 0));
  guint               n_painted = lectern_scene_view_get_n_scenes_painted (view);
  LecternScreenChoice choice = *lectern_screen_get_choice (fixture->hdmi);
  choice.left = 5;
  g_assert_true (lectern_screens_choose (fixture->screens, fixture->hdmi, &choice, NULL));
  settle ();
  g_assert_cmpuint (lectern_scene_view_get_n_scenes_painted (view), >, n_painted);
  g_assert_true (view == LECTERN_SCENE_VIEW (window_test_find (get_window (fixture), "LecternSceneView", 0)));
}

/* To rehearse at one's desk; closed like any window, and remembered. */
static void
test_windowed (ScreensFixture *fixture,
               gconstpointer   data)
{
  g_assert_true (lectern_screens_set_windowed (fixture->screens, TRUE, NULL));
  settle ();
  GtkWidget *window = lectern_screens_get_window (fixture->screens, fixture->laptop);
  g_assert_nonnull (window);
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  g_clear_object (&fixture->screens);
  begin (fixture);
  window = lectern_screens_get_window (fixture->screens, fixture->laptop);
  g_assert_nonnull (window);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_false (lectern_screens_get_windowed (fixture->screens));
  g_assert_cmpuint (count_windows (), ==, 0);
  /* The hall's screen is not closed by a careless hand. */
  plug (fixture);
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_PROJECTOR, LECTERN_SCENE_BLANK);
  window = get_window (fixture);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_true (get_window (fixture) == window);
  g_assert_true (gtk_widget_get_mapped (window));
}

/* Kept awake while a screen is filled or a round runs, and not a minute longer. */
static void
test_awake (ScreensFixture *fixture,
            gconstpointer   data)
{
  HallFixture *hall = &fixture->hall;
  plug (fixture);
  g_assert_false (lectern_screens_get_awake (fixture->screens));
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_CLOCK, LECTERN_SCENE_BLANK);
  g_assert_true (lectern_screens_get_awake (fixture->screens));
  choose (fixture, fixture->hdmi, LECTERN_SCREEN_NONE, LECTERN_SCENE_BLANK);
  g_assert_false (lectern_screens_get_awake (fixture->screens));
  hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 1);
  g_assert_true (lectern_screens_get_awake (fixture->screens));
  lectern_screens_close (fixture->screens);
  g_assert_false (lectern_screens_get_awake (fixture->screens));
}

#define ADD(path, test) g_test_add ("/ui/screens/" path, ScreensFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  ADD ("first-choice", test_first_choice);
  ADD ("unplugged", test_unplugged);
  ADD ("remembered", test_remembered);
  ADD ("mirrored", test_mirrored);
  ADD ("clock", test_clock);
  ADD ("audience", test_audience);
  ADD ("picture", test_picture);
  ADD ("windowed", test_windowed);
  ADD ("awake", test_awake);
  return g_test_run ();
}
