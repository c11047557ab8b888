/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A rehearsal from a button: another console over a copy, virtual judges who mark by themselves, the banner on
 * what the hall sees; one press ends it, and the real contest is the same byte for byte. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>
#include <string.h>

/* Of the file and of what SQLite keeps beside it. */
static char *
hash_contest (ConsoleFixture *fixture)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *const endings[] = { "", "-wal" };
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (lectern_engine_get_path (fixture->engine), endings[i], NULL);
      g_autofree char *bytes = NULL;
      gsize            length = 0;
      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_checksum_update (sum, (const guchar *) bytes, (gssize) length);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* The console that is not the real one; NULL: none. */
static LecternConsoleWindow *
find_rehearsal (ConsoleFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (LECTERN_IS_CONSOLE_WINDOW (window) && (gpointer) window != fixture->window)
        return LECTERN_CONSOLE_WINDOW (window);
    }
  return NULL;
}

static LecternConsoleWindow *
start (ConsoleFixture *fixture,
       char          **before)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_open (fixture, 1366, 768);
  console_fixture_catch_up (fixture);
  *before = hash_contest (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "console.rehearse", NULL);
  console_fixture_settle (200);
  g_assert_nonnull (find_rehearsal (fixture));
  return find_rehearsal (fixture);
}

static gboolean
are_all_connected (gpointer data)
{
  LecternServer *server = lectern_desk_get_server (lectern_console_window_get_desk (data));
  g_autoptr (GArray) connected = lectern_server_list_connected (server);
  return connected->len == 9;
}

static LecternContest *
get_copy (gpointer window)
{
  return lectern_desk_get_contest (lectern_console_window_get_desk (window));
}

/* Presses the large button until marking is open for somebody. */
static void
play_to_marking (LecternConsoleWindow *window)
{
  LecternDesk *desk = lectern_console_window_get_desk (window);
  for (guint i = 0; i < 20 && !lectern_contest_get_entry_at_gate (get_copy (window)); i++)
    {
      console_fixture_settle (LECTERN_DESK_PRESS_US / 1000 + 20);
      g_assert_true (lectern_desk_go (desk));
      console_fixture_settle (50);
    }
  g_assert_nonnull (lectern_contest_get_entry_at_gate (get_copy (window)));
}

static gboolean
is_marked (gpointer data)
{
  guint n_expected, n_submitted;
  lectern_contest_count_sheets (get_copy (data), lectern_contest_get_entry_at_gate (get_copy (data)), &n_expected, &n_submitted);
  return n_expected >= 8 && n_submitted == n_expected;
}

static gboolean
is_real_back (gpointer data)
{
  ConsoleFixture *fixture = data;
  return !find_rehearsal (fixture) && gtk_widget_get_mapped (GTK_WIDGET (fixture->window));
}

static gboolean
has_copies (void)
{
  g_autofree char *rooms = g_build_filename (g_get_user_cache_dir (), "lectern", "rehearsals", NULL);
  g_autoptr (GDir) dir = g_dir_open (rooms, 0, NULL);
  return dir && g_dir_read_name (dir);
}

static void
test_play (void)
{
  ConsoleFixture        fixture = { 0 };
  g_autofree char      *before = NULL;
  LecternConsoleWindow *window = start (&fixture, &before);

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture.window)));
  g_assert_false (console_fixture_is_blocked ());
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 1366); /* as large as the real one was */
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), ==, 768);
  console_fixture_wait (are_all_connected, window);
  play_to_marking (window);
  g_assert_nonnull (strstr (lectern_contest_get_on_air (get_copy (window))->scene, "\"rehearsal\":true"));
  console_fixture_wait (is_marked, window);
  g_assert_true (has_copies ());
  console_fixture_press (console_fixture_find_button (window, "End the Rehearsal"));
  console_fixture_wait (is_real_back, &fixture);
  g_assert_false (has_copies ());
  g_assert_cmpint (lectern_contest_get_record (console_fixture_contest (&fixture))->rehearsal, ==, 0);
  g_autofree char *after = hash_contest (&fixture);
  g_assert_cmpstr (after, ==, before);
  console_fixture_tear_down (&fixture);
}

/* The window's cross ends it too, asks nothing even while somebody speaks, and another one can be begun. */
static void
test_closed (void)
{
  ConsoleFixture        fixture = { 0 };
  g_autofree char      *before = NULL;
  LecternConsoleWindow *window = start (&fixture, &before);

  play_to_marking (window);
  gtk_window_close (GTK_WINDOW (window));
  console_fixture_wait (is_real_back, &fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.rehearse", NULL);
  console_fixture_settle (200);
  window = find_rehearsal (&fixture);
  g_assert_nonnull (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "console.rehearse", NULL); /* not in one */
  console_fixture_settle (200);
  g_assert_true (find_rehearsal (&fixture) == window);
  gtk_widget_activate_action (GTK_WIDGET (window), "console.end-rehearsal", NULL);
  console_fixture_wait (is_real_back, &fixture);
  g_assert_false (has_copies ());
  console_fixture_tear_down (&fixture);
}

/* Not in the middle of a talk; and the real window's own button for the end is not there. */
static void
test_busy (void)
{
  ConsoleFixture fixture = { 0 };

  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  g_assert_false (console_fixture_says (fixture.window, "End the Rehearsal"));
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_MARK);
  console_fixture_catch_up (&fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.rehearse", NULL);
  console_fixture_await (fixture.window, "Rehearse while nobody speaks");
  g_assert_null (find_rehearsal (&fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.end-rehearsal", NULL);
  console_fixture_settle (50);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture.window)));
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("lectern-cache-XXXXXX", NULL);

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  lectern_server_prepare_process ();
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/console-rehearsal/play", test_play);
  g_test_add_func ("/ui/console-rehearsal/closed", test_closed);
  g_test_add_func ("/ui/console-rehearsal/busy", test_busy);
  return g_test_run ();
}
