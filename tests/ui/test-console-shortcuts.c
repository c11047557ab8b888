/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's keys, both ways: what does something is in the window of shortcuts, and what is in
 * there does something. No action needs a mouse. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>

#include "lectern-application.h"
#include "lectern-scene-chooser.h"
#include "lectern-set-up-page.h"
#include "shortcut-list.h"

static void
open_everything (ConsoleFixture *fixture)
{
  static const char *const pages[] = { "set-up", "draw", "results", "papers", "journal", "evening" };
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
  console_fixture_open (fixture, 1366, 768);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      lectern_console_window_show_page (fixture->window, pages[i]);
      if (i == 0)
        lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture->window, "set-up")), "rules");
      console_fixture_settle (50);
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "console.script-window", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "console.paper-sheets", NULL);
  console_fixture_settle (100);
}

static GtkWidget *
get_overlay (ConsoleFixture *fixture)
{
  return GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window)));
}

static void
set_chooser (ConsoleFixture *fixture,
             gboolean        open)
{
  LecternSceneChooser *chooser = LECTERN_SCENE_CHOOSER (console_fixture_find (fixture->window, "LecternSceneChooser", 0));
  lectern_scene_chooser_set_open (chooser, open);
  console_fixture_catch_up (fixture);
}

static void
press (ConsoleFixture *fixture,
       GHashTable     *taken,
       guint           keyval,
       gboolean        chooser)
{
  g_object_set (console_fixture_find (fixture->window, "LecternEveningPage", 0), "corrections", FALSE, NULL);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  set_chooser (fixture, chooser);
  if (console_fixture_press_key (fixture, keyval))
    shortcut_list_add (taken, keyval, 0);
  console_fixture_catch_up (fixture);
}

/* Which letters and digits the evening page takes. */
static GHashTable *
press_all (ConsoleFixture *fixture,
           gboolean        chooser)
{
  GHashTable *taken = shortcut_list_new ();
  for (guint keyval = GDK_KEY_0; keyval <= GDK_KEY_9; keyval++)
    press (fixture, taken, keyval, chooser);
  for (guint keyval = GDK_KEY_a; keyval <= GDK_KEY_z; keyval++)
    press (fixture, taken, keyval, chooser);
  return taken;
}

static gboolean
is_written (gpointer key,
            gpointer value,
            gpointer user_data)
{
  return strlen (key) != 1 || !g_ascii_isalnum (*(const char *) key);
}

static GHashTable *
list_letters (ConsoleFixture *fixture,
              const char     *group)
{
  GHashTable *shown = shortcut_list_new ();
  shortcut_list_add_shown (shown, get_overlay (fixture), group);
  g_hash_table_foreach_remove (shown, is_written, NULL);
  return shown;
}

static void
test_letters (void)
{
  ConsoleFixture fixture = { 0 };
  open_everything (&fixture);
  g_autoptr (GHashTable) evening = press_all (&fixture, FALSE);
  g_autoptr (GHashTable) evening_shown = list_letters (&fixture, "On the Evening Page");
  shortcut_list_assert_within (evening, evening_shown, "shown for the evening page");
  shortcut_list_assert_within (evening_shown, evening, "taken by the evening page");

  g_autoptr (GHashTable) chooser = press_all (&fixture, TRUE);
  g_autoptr (GHashTable) chooser_shown = list_letters (&fixture, "Choosing a Scene");
  shortcut_list_assert_within (chooser_shown, chooser, "taken by the chooser");
  shortcut_list_add_shown (chooser_shown, get_overlay (&fixture), "On the Evening Page");
  shortcut_list_assert_within (chooser, chooser_shown, "shown for the chooser");
  console_fixture_tear_down (&fixture);
}

/* The keys that have a name: of the evening page itself, where they mean something only at times. */
static void
press_named (ConsoleFixture *fixture,
             GHashTable     *taken)
{
  static const guint chooser[] = { GDK_KEY_Tab, GDK_KEY_Right, GDK_KEY_Left, GDK_KEY_Return };
  for (guint keyval = GDK_KEY_F1; keyval <= GDK_KEY_F12; keyval++)
    press (fixture, taken, keyval, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (chooser); i++)
    {
      set_chooser (fixture, TRUE);
      if (i == 0)
        console_fixture_press_key (fixture, GDK_KEY_7); /* which has words to be set */
      if (console_fixture_press_key (fixture, chooser[i]))
        shortcut_list_add (taken, chooser[i], 0);
      console_fixture_catch_up (fixture);
      set_chooser (fixture, FALSE);
    }
  press (fixture, taken, GDK_KEY_Escape, TRUE);
  press (fixture, taken, GDK_KEY_space, FALSE);
}

static void
test_everything (void)
{
  ConsoleFixture fixture = { 0 };
  open_everything (&fixture);
  g_autoptr (GHashTable) shown = shortcut_list_new ();
  g_autoptr (GHashTable) works = shortcut_list_new ();
  g_autoptr (GHashTable) evening = press_all (&fixture, FALSE);
  g_autoptr (GHashTable) chooser = press_all (&fixture, TRUE);
  shortcut_list_add_shown (shown, get_overlay (&fixture), NULL);
  shortcut_list_add_bound (works);
  shortcut_list_add_application (works, GTK_APPLICATION (fixture.application));
  press_named (&fixture, works);
  shortcut_list_assert_within (works, shown, "in the window of shortcuts");
  GHashTableIter iter;
  const char    *key;
  g_hash_table_iter_init (&iter, evening);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    g_hash_table_add (works, g_strdup (key));
  g_hash_table_iter_init (&iter, chooser);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    g_hash_table_add (works, g_strdup (key));
  shortcut_list_assert_within (shown, works, "bound to anything");
  console_fixture_tear_down (&fixture);
}

static void
test_reachable (void)
{
  ConsoleFixture fixture = { 0 };
  open_everything (&fixture);
  shortcut_list_assert_reachable (GTK_APPLICATION (fixture.application), GTK_WIDGET (fixture.window));
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no screen\n");
      return 0;
    }
  /* The real one, for the keys that it gives its actions; the fixture takes what is there. */
  g_autoptr (LecternApplication) application = lectern_application_new_console (NULL, 0);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/console/shortcuts/letters", test_letters);
  g_test_add_func ("/console/shortcuts/everything", test_everything);
  g_test_add_func ("/console/shortcuts/reachable", test_reachable);
  return g_test_run ();
}
