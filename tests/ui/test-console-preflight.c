/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The list before the evening in the real console over a real engine: in reach from every page, each
 * line leads to its place, a line is passed over where it stands, the opening cue says so. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>

#include "lectern-checkup.h"
#include "lectern-preflight-page.h"

static gboolean
has_looked (gpointer data)
{
  return !lectern_checkup_is_looking (data);
}

static GtkWidget *
get_row (ConsoleFixture  *fixture,
         LecternCheckKind kind)
{
  return console_fixture_find (fixture->window, "LecternPreflightRow", kind);
}

/* The console with the sample, drawn, at its list. */
static void
open_list (ConsoleFixture *fixture)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
  console_fixture_open (fixture, 1366, 768);
  console_fixture_press (console_fixture_find (console_fixture_find (fixture->window, "LecternPreflightChip", 0), "GtkButton", 0));
  console_fixture_settle (50);
  console_fixture_wait (has_looked, lectern_checkup_get (lectern_console_window_get_desk (fixture->window)));
  console_fixture_settle (20);
}

static void
test_list (void)
{
  ConsoleFixture fixture = { 0 };

  open_list (&fixture);
  g_assert_cmpuint (console_fixture_count (fixture.window, "LecternPreflightRow"), ==, LECTERN_CHECK_N_KINDS);
  g_assert_true (console_fixture_says (get_row (&fixture, LECTERN_CHECK_JUDGES), "9 of 9 are not connected"));
  g_assert_true (console_fixture_says (get_row (&fixture, LECTERN_CHECK_JUDGES), "Red"));
  g_assert_true (console_fixture_says (get_row (&fixture, LECTERN_CHECK_CHARACTERS), "Papers can set every character."));
  g_assert_true (console_fixture_says (get_row (&fixture, LECTERN_CHECK_SPEED), " ms"));
  g_assert_true (console_fixture_says (get_row (&fixture, LECTERN_CHECK_SPACE), "are free"));
  g_assert_false (console_fixture_says (get_row (&fixture, LECTERN_CHECK_CHARACTERS), "Pass Over"));
  console_fixture_tear_down (&fixture);
}

/* A name that no font can set is red the moment it is typed. */
static void
test_follows (void)
{
  ConsoleFixture fixture = { 0 };

  open_list (&fixture);
  const LecternNominee *first = g_ptr_array_index (lectern_contest_get_nominees (console_fixture_contest (&fixture)), 0);
  LecternNominee       *renamed = lectern_record_copy (first);
  LecternAction        *action = lectern_action_new (LECTERN_ACTION_EDIT_NOMINEE, "test");
  g_free (renamed->title);
  renamed->title = g_strdup ("题目\xf0\xb1\x8d\x90"); /* U+31350, of Unicode 15 */
  lectern_action_add_record (action, renamed);
  console_fixture_do (&fixture, action);
  console_fixture_await (get_row (&fixture, LECTERN_CHECK_CHARACTERS), "U+31350");
  console_fixture_tear_down (&fixture);
}

static void
test_places (void)
{
  ConsoleFixture fixture = { 0 };

  open_list (&fixture);
  console_fixture_press (console_fixture_find_button (get_row (&fixture, LECTERN_CHECK_NETWORK), "Go There"));
  console_fixture_settle (50);
  g_assert_cmpstr (lectern_console_window_get_shown_page (fixture.window), ==, "set-up");
  g_assert_true (gtk_widget_get_mapped (console_fixture_find (fixture.window, "LecternNetworkPage", 0)));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.place", "s", "set-up/preflight");
  console_fixture_settle (50);
  console_fixture_press (console_fixture_find_button (get_row (&fixture, LECTERN_CHECK_PRINTER), "Go There"));
  console_fixture_settle (50);
  g_assert_cmpstr (lectern_console_window_get_shown_page (fixture.window), ==, "papers");
  console_fixture_tear_down (&fixture);
}

/* Every place is one there is. */
static void
test_places_exist (void)
{
  ConsoleFixture fixture = { 0 };

  open_list (&fixture);
  for (guint kind = 0; kind < LECTERN_CHECK_N_KINDS; kind++)
    {
      const char *place = lectern_check_kind_get_place ((LecternCheckKind) kind);
      g_auto (GStrv) parts = g_strsplit (place ? place : "copy", "/", 2);
      if (g_str_equal (parts[0], "copy"))
        continue;
      GtkWidget *page = lectern_console_window_get_page (fixture.window, parts[0]);
      g_assert_nonnull (page);
      if (parts[1])
        g_assert_nonnull (gtk_stack_get_child_by_name (GTK_STACK (console_fixture_find (page, "GtkStack", 0)), parts[1]));
    }
  console_fixture_tear_down (&fixture);
}

static void
test_pass_over (void)
{
  ConsoleFixture fixture = { 0 };

  open_list (&fixture);
  GtkWidget *row = get_row (&fixture, LECTERN_CHECK_JUDGES);
  console_fixture_press (console_fixture_find_button (row, "Pass Over…"));
  g_assert_false (console_fixture_is_blocked ());
  GtkWidget *confirm = console_fixture_find_button (row, "Pass Over");
  g_assert_false (gtk_widget_is_sensitive (confirm)); /* not without a reason */
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (row, "GtkEntry", 0)), "全部用纸质评分表");
  console_fixture_press (confirm);
  console_fixture_await (row, "Passed over: 全部用纸质评分表");
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_await (fixture.window, "Passed over: Judges connected (全部用纸质评分表)");
  g_assert_true (console_fixture_says (fixture.window, "Red: Network and firewall."));
  lectern_desk_undo (fixture.desk, LECTERN_NULL);
  console_fixture_await (fixture.window, "Red: Judges connected.");
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO); /* the evening has begun */
  console_fixture_catch_up (&fixture);
  g_assert_false (console_fixture_says (console_fixture_find (fixture.window, "LecternOpeningNote", 0), "Red"));
  console_fixture_tear_down (&fixture);
}

/* A copy beside the contest is no safety. */
static void
test_copy (void)
{
  ConsoleFixture fixture = { 0 };

  open_list (&fixture);
  g_autofree char *beside = g_build_filename (fixture.folder, "copy.lectern", NULL);
  GtkWidget       *row = get_row (&fixture, LECTERN_CHECK_BACKUP);
  g_assert_true (console_fixture_says (row, "No copy"));
  lectern_checkup_note_copy (lectern_checkup_get (lectern_console_window_get_desk (fixture.window)), beside);
  g_assert_true (console_fixture_says (row, "on the same disk"));
  lectern_checkup_note_copy (lectern_checkup_get (lectern_console_window_get_desk (fixture.window)), "/proc/copy.lectern");
  g_assert_true (console_fixture_says (row, "is on another disk"));
  console_fixture_tear_down (&fixture);
}

/* What was begun is not ended by a window that is closed meanwhile. */
static void
test_closed_meanwhile (void)
{
  ConsoleFixture fixture = { 0 };

  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_checkup_look (lectern_checkup_get (lectern_console_window_get_desk (fixture.window)));
  console_fixture_tear_down (&fixture);
  console_fixture_settle (500);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/console-preflight/list", test_list);
  g_test_add_func ("/ui/console-preflight/follows", test_follows);
  g_test_add_func ("/ui/console-preflight/places", test_places);
  g_test_add_func ("/ui/console-preflight/places-exist", test_places_exist);
  g_test_add_func ("/ui/console-preflight/pass-over", test_pass_over);
  g_test_add_func ("/ui/console-preflight/copy", test_copy);
  g_test_add_func ("/ui/console-preflight/closed-meanwhile", test_closed_meanwhile);
  return g_test_run ();
}
