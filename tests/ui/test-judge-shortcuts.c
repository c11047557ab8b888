/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The keys of a judge's panel, both ways, and no action of it that needs a mouse. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-application.h"
#include "panel-fixture.h"
#include "shortcut-list.h"
#include "window-test.h"

static void
open_marking (Fixture *fixture)
{
  panel_fixture_set_up (fixture, NULL);
  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  window_test_wait (100);
}

/* What a field for a mark takes of the keys that have a name. */
static void
press_in_field (Fixture    *fixture,
                GHashTable *works)
{
  static const guint keys[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_Escape,
                                GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Home, GDK_KEY_End, GDK_KEY_Tab };
  GtkWidget         *entry = panel_fixture_find_entry (fixture, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);
  gtk_widget_grab_focus (entry);
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
      {
        g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
        gboolean handled = FALSE;
        if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
          g_signal_emit_by_name (controller, "key-pressed", keys[k], 0, 0, &handled);
        if (handled)
          shortcut_list_add (works, keys[k], 0);
      }
  window_test_enter (entry);
  if (panel_fixture_has_focus (fixture, panel_fixture_find_entry (fixture, 1)))
    shortcut_list_add (works, GDK_KEY_Return, 0);
}

static void
test_keys (void)
{
  Fixture fixture = { 0 };
  open_marking (&fixture);
  g_autoptr (GHashTable) shown = shortcut_list_new ();
  g_autoptr (GHashTable) works = shortcut_list_new ();
  shortcut_list_add_shown (shown, shortcut_list_open (fixture.window), NULL);
  shortcut_list_add_bound (works);
  press_in_field (&fixture, works);
  shortcut_list_add_application (works, GTK_APPLICATION (fixture.application));
  shortcut_list_assert_within (works, shown, "in the window of shortcuts");
  shortcut_list_assert_within (shown, works, "bound to anything");
  panel_fixture_tear_down (&fixture, NULL);
}

static void
test_reachable (void)
{
  Fixture fixture = { 0 };
  open_marking (&fixture);
  shortcut_list_assert_reachable (GTK_APPLICATION (fixture.application), fixture.window);
  panel_fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  g_autoptr (LecternApplication) application = lectern_application_new_judge (NULL, NULL);
  g_application_set_default (G_APPLICATION (application));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/judge/shortcuts/keys", test_keys);
  g_test_add_func ("/judge/shortcuts/reachable", test_reachable);
  return g_test_run ();
}
