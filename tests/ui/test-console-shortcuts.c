/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's keys, both ways: what does something is in the window of shortcuts, and what is in
 * there does something. No action needs a mouse. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>

#include "lectern-application.h"
#include "lectern-late-page.h"
#include "lectern-scene-chooser.h"
#include "shortcut-list.h"

/* The first page that nobody has seen yet; NULL: none. */
static GtkWidget *
find_empty (GtkWidget *widget)
{
  GtkWidget *found = LECTERN_IS_LATE_PAGE (widget) && !adw_bin_get_child (ADW_BIN (widget)) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_empty (child);
  return found;
}

/* Every page, so that whatever can be bound is: pages are made when they are first seen. */
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
      console_fixture_settle (50);
    }
  for (GtkWidget *place; (place = find_empty (GTK_WIDGET (fixture->window)));)
    lectern_late_page_get_page (LECTERN_LATE_PAGE (place));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "console.script-window", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "console.paper-sheets", NULL);
  console_fixture_settle (100);
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
  shortcut_list_add_shown (shown, shortcut_list_open (fixture->window), group);
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
  shortcut_list_add_shown (chooser_shown, shortcut_list_open (fixture.window), "On the Evening Page");
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
  shortcut_list_add_shown (shown, shortcut_list_open (fixture.window), NULL);
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

/* What makes an action, switches it off or asks for it does not put it before anybody. */
static void
test_uses (void)
{
  static const struct
  {
    const char *line;
    gboolean    use;
  } rows[] = {
    { "  gtk_widget_class_install_action (widget_class, \"a.b\", NULL, on_b_cb);", FALSE },
    { "  gtk_widget_class_install_property_action (widget_class, \"a.b\", \"c\");", FALSE },
    { "  gtk_widget_action_set_enabled (GTK_WIDGET (self), \"a.b\", FALSE);", FALSE },
    { "  if (g_str_equal (name, \"a.b\"))", FALSE },
    { " * \"a.b\" is an action", FALSE },
    { "    { .name = \"a.b\", .activate = on_b_cb },", FALSE },
    { "    <property name=\"label\">a.b</property>", FALSE },
    { "    <property name=\"action-name\">a.b</property>", TRUE },
    { "    <attribute name=\"action\">a.b</attribute>", TRUE },
    { "    { GDK_KEY_F6, \"a.b\" },", TRUE },
    { "  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, \"a.b\", NULL);", TRUE },
    { "  gtk_actionable_set_action_name (actionable, \"a.b\");", TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (shortcut_list_is_use (rows[i].line) != rows[i].use)
      g_error ("Wrong about: %s", rows[i].line);
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
  g_test_add_func ("/console/shortcuts/uses", test_uses);
  g_test_add_func ("/console/shortcuts/letters", test_letters);
  g_test_add_func ("/console/shortcuts/everything", test_everything);
  g_test_add_func ("/console/shortcuts/reachable", test_reachable);
  return g_test_run ();
}
