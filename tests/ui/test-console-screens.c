/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's page of the screens, its quiet line and its status, with screens the test plugs:
 * what is said is remembered, what is shown is what is there, and nothing stands in the way. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "lectern-screen-bar.h"
#include "lectern-screen-group.h"
#include "lectern-screens-page.h"

typedef struct
{
  ConsoleFixture console;
  char          *path;
  GListStore    *monitors;
  LecternScreen *laptop, *hdmi;
} PageFixture;

static const GdkRectangle laptop_area = { 0, 0, 1366, 768 };
static const GdkRectangle hdmi_area = { 1366, 0, 1920, 1080 };

static LecternScreens *
get_screens (PageFixture *fixture)
{
  return lectern_desk_get_screens (lectern_console_window_get_desk (fixture->console.window));
}

static void
set_up (PageFixture  *fixture,
        gconstpointer data)
{
  console_fixture_set_up (&fixture->console, TRUE);
  console_fixture_draw (&fixture->console);
  console_fixture_open (&fixture->console, 1366, 768);
  fixture->path = g_build_filename (fixture->console.folder, "screens.ini", NULL);
  fixture->monitors = g_list_store_new (LECTERN_TYPE_SCREEN);
  fixture->laptop = lectern_screen_new_named ("eDP-1", "BOE", NULL);
  fixture->hdmi = lectern_screen_new_named ("HDMI-1", "Epson", "EB-X41");
  lectern_screen_set_area (fixture->laptop, &laptop_area, 1);
  lectern_screen_set_area (fixture->hdmi, &hdmi_area, 1);
  g_list_store_append (fixture->monitors, fixture->laptop);
  g_autoptr (LecternScreens) screens = lectern_screens_new (NULL, lectern_desk_get_follower (lectern_console_window_get_desk (fixture->console.window)),
                                                            G_LIST_MODEL (fixture->monitors), fixture->path);
  lectern_desk_set_screens (lectern_console_window_get_desk (fixture->console.window), screens);
  console_fixture_settle (150);
}

static void
tear_down (PageFixture  *fixture,
           gconstpointer data)
{
  g_remove (fixture->path);
  console_fixture_tear_down (&fixture->console);
  g_clear_object (&fixture->laptop);
  g_clear_object (&fixture->hdmi);
  g_clear_object (&fixture->monitors);
  g_clear_pointer (&fixture->path, g_free);
}

static void
plug (PageFixture *fixture)
{
  g_list_store_append (fixture->monitors, fixture->hdmi);
  console_fixture_settle (300);
}

static gpointer
open_page (PageFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->console.window), "console.screens", NULL);
  console_fixture_settle (300);
  GtkWidget *page = console_fixture_find (fixture->console.window, "LecternScreensPage", 0);
  g_assert_true (gtk_widget_get_mapped (page));
  return page;
}

static const char *
get_sentence (PageFixture *fixture)
{
  return lectern_screen_bar_get_sentence (LECTERN_SCREEN_BAR (console_fixture_find (fixture->console.window, "LecternScreenBar", 0)));
}

/* The header's button: a short word in sight, the whole for those who ask or listen. */
static void
assert_status (PageFixture *fixture,
               const char  *in_sight,
               const char  *whole)
{
  GtkWidget *button = NULL;
  for (guint i = 0; (button = console_fixture_find (fixture->console.window, "GtkButton", i)); i++)
    if (GTK_IS_ACTIONABLE (button) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "console.screens") == 0 &&
        gtk_widget_get_tooltip_text (button))
      break;
  g_assert_nonnull (button);
  g_assert_true (console_fixture_says (button, in_sight));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, whole);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, whole);
}

/* A line and two buttons; no dialog, and not a word any more when it was answered. */
static void
test_asked (PageFixture  *fixture,
            gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->console.window);
  g_assert_null (get_sentence (fixture));
  assert_status (fixture, "No projector", "No projector");
  plug (fixture);
  g_assert_cmpstr (get_sentence (fixture), ==, "A new screen is connected: HDMI-1 Epson EB-X41.");
  g_assert_false (console_fixture_is_blocked ());
  console_fixture_press (console_fixture_find_button (window, "Use as Projector"));
  console_fixture_settle (300);
  g_assert_null (get_sentence (fixture));
  assert_status (fixture, "EB-X41", "Projector: EB-X41, 1920×1080");
  g_assert_nonnull (lectern_screens_get_window (get_screens (fixture), fixture->hdmi));
  g_list_store_remove (fixture->monitors, 1);
  console_fixture_settle (300);
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "The projector is unplugged: HDMI-1 Epson EB-X41."));
  assert_status (fixture, "No projector", "No projector");
  plug (fixture);
  g_assert_null (get_sentence (fixture));
  assert_status (fixture, "EB-X41", "Projector: EB-X41, 1920×1080");
}

/* Put away, a sentence stays away until it says something else. */
static void
test_mirrored (PageFixture  *fixture,
               gconstpointer data)
{
  GtkWidget *bar = console_fixture_find (fixture->console.window, "LecternScreenBar", 0);
  lectern_screen_set_area (fixture->hdmi, &laptop_area, 1);
  plug (fixture);
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "HDMI-1 Epson EB-X41 shows the same as your own screen."));
  assert_status (fixture, "No projector", "No projector: mirrored");
  console_fixture_press (console_fixture_find (bar, "GtkButton", 3));
  console_fixture_settle (300);
  g_assert_null (get_sentence (fixture));
  lectern_screen_set_area (fixture->hdmi, &hdmi_area, 1);
  console_fixture_settle (300);
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "A new screen is connected:"));
  console_fixture_press (console_fixture_find_button (bar, "Leave It Alone"));
  console_fixture_settle (300);
  g_assert_null (get_sentence (fixture));
  g_assert_cmpint (lectern_screen_get_choice (fixture->hdmi)->role, ==, LECTERN_SCREEN_NONE);
}

/* What the second group says is done at once, shown small, and remembered. */
static void
test_choices (PageFixture  *fixture,
              gconstpointer data)
{
  plug (fixture);
  GtkWidget *page = open_page (fixture);
  g_assert_cmpuint (console_fixture_count (page, "LecternScreenGroup"), ==, 2);
  GtkWidget *group = console_fixture_find (page, "LecternScreenGroup", 1);
  g_assert_true (console_fixture_says (group, "Nobody has said yet what it is for"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (console_fixture_find (group, "AdwComboRow", 0)), 4);
  console_fixture_settle (300);
  g_assert_cmpint (lectern_screen_get_choice (fixture->hdmi)->role, ==, LECTERN_SCREEN_AUDIENCE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (console_fixture_find (group, "AdwComboRow", 1)), 2);
  console_fixture_settle (300);
  LecternSceneView *small = LECTERN_SCENE_VIEW (console_fixture_find (group, "LecternSceneView", 0));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (small)));
  g_assert_cmpint (lectern_scene_view_get_scene (small)->kind, ==, LECTERN_SCENE_ORDER);
  g_assert_true (lectern_scene_view_get_scene (lectern_screens_get_view (get_screens (fixture), fixture->hdmi)) == lectern_scene_view_get_scene (small));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (console_fixture_find (group, "GtkSpinButton", 2)), 7.5);
  console_fixture_settle (50);
  LecternScreenChoice kept;
  lectern_screen_choice_load (fixture->path, "HDMI-1 Epson EB-X41", &kept);
  g_assert_cmpint (kept.role, ==, LECTERN_SCREEN_AUDIENCE);
  g_assert_cmpint (kept.scene, ==, LECTERN_SCENE_ORDER);
  g_assert_cmpfloat (kept.right, ==, 7.5);
  g_assert_cmpfloat (kept.left, ==, 0);
}

/* The small picture follows the contest as the screen does. */
static void
test_live (PageFixture  *fixture,
           gconstpointer data)
{
  plug (fixture);
  console_fixture_press (console_fixture_find_button (fixture->console.window, "Use as Projector"));
  GtkWidget        *page = open_page (fixture);
  GtkWidget        *group = console_fixture_find (page, "LecternScreenGroup", 1);
  LecternSceneView *small = LECTERN_SCENE_VIEW (console_fixture_find (group, "LecternSceneView", 0));
  g_assert_cmpint (lectern_scene_view_get_scene (small)->kind, ==, LECTERN_SCENE_BLANK);
  console_fixture_do_kind (&fixture->console, LECTERN_ACTION_GO);
  console_fixture_settle (300);
  g_assert_cmpint (lectern_scene_view_get_scene (small)->kind, ==, LECTERN_SCENE_TITLE);
  lectern_screens_test (get_screens (fixture), fixture->hdmi, TRUE);
  console_fixture_settle (300);
  assert_status (fixture, "EB-X41", "Projector: EB-X41, test picture");
  g_assert_true (console_fixture_says (group, "Shows the test picture."));
  /* On one's own there is nothing to choose but the window. */
  GtkWidget *own = console_fixture_find (page, "LecternScreenGroup", 0);
  g_assert_false (gtk_widget_get_mapped (console_fixture_find (own, "AdwComboRow", 0)));
  g_assert_true (console_fixture_says (own, "Your own screen"));
}

/* Whatever a hand or a finger can reach has a name. */
static void
test_names (PageFixture  *fixture,
            gconstpointer data)
{
  static const char *const types[] = { "GtkSwitch", "GtkSpinButton" };
  plug (fixture);
  GtkWidget *page = open_page (fixture);
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    for (guint i = 0; i < console_fixture_count (page, types[t]); i++)
      {
        GtkWidget *widget = console_fixture_find (page, types[t], i);
        /* A row that opens has a switch of its own that nobody sees. */
        if (gtk_widget_get_visible (widget))
          g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      }
  g_assert_cmpuint (console_fixture_count (page, "GtkSpinButton"), ==, 8);
  gtk_test_accessible_assert_property (console_fixture_find (page, "LecternScreenMap", 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How the screens stand to each other; 1 eDP-1 BOE 0, 0; 2 HDMI-1 Epson EB-X41 1366, 0");
}

#define ADD(path, test) g_test_add ("/ui/console-screens/" path, PageFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  ADD ("asked", test_asked);
  ADD ("mirrored", test_mirrored);
  ADD ("choices", test_choices);
  ADD ("live", test_live);
  ADD ("names", test_names);
  return g_test_run ();
}
