/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's window and the editor of the script, in the real console over a real engine: the window
 * follows every step and tells nothing early, words are checked while they are written. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>
#include <string.h>

#include "lectern-script-line.h"
#include "lectern-script-page.h"
#include "lectern-script-window.h"
#include "lectern-script.h"
#include "lectern-set-up-page.h"

static LecternScriptWindow *
find_script_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (LECTERN_IS_SCRIPT_WINDOW (window))
        return LECTERN_SCRIPT_WINDOW (window);
    }
  return NULL;
}

static LecternScriptWindow *
open_window (ConsoleFixture *fixture)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
  console_fixture_open (fixture, 1366, 768);
  g_assert_null (find_script_window ()); /* never by itself */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "console.script-window", NULL);
  console_fixture_settle (100);
  return find_script_window ();
}

static void
press (LecternScriptWindow *window,
       const char          *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  console_fixture_settle (20);
}

static void
test_follows (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternScriptWindow *window = open_window (&fixture);
  LecternContest      *contest = console_fixture_contest (&fixture);

  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  g_assert_null (gtk_window_get_transient_for (GTK_WINDOW (window)));
  g_assert_true (console_fixture_says (window, "大家好"));
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_TALK);
  const LecternEntry   *second = lectern_contest_get_entry_by_lot (contest, 2);
  const LecternNominee *speaker = lectern_contest_get_nominee (contest, second->nominee);
  g_autofree char      *welcome = g_strdup_printf ("来自%s的%s，宣讲题目", lectern_contest_get_unit (contest, speaker->unit)->name, speaker->name);
  console_fixture_await (window, welcome);
  g_assert_true (console_fixture_says (window, "Next: Talk"));
  /* What is shown while it is closed is right when it is opened again. */
  gtk_window_close (GTK_WINDOW (window));
  console_fixture_settle (20);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window)));
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_MARK);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.script-window", NULL);
  console_fixture_await (window, "感谢 2 号选手");
  console_fixture_tear_down (&fixture);
}

/* Through a reveal of many steps: each step's words stand there with it, and before it not a figure. */
static void
test_steps (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternScriptWindow *window = open_window (&fixture);
  LecternContest      *contest = console_fixture_contest (&fixture);

  console_fixture_play_to (&fixture, 1, LECTERN_CUE_REVEAL);
  console_fixture_await (window, "Next: Reveal No. 1");
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  console_fixture_await (window, "step 1 of");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *now = lectern_script_get_now (contest);
      g_autofree char *next = lectern_script_get_next (contest);
      console_fixture_await (window, now);
      if (strstr (now, "最后得分"))
        break;
      g_assert_true (console_fixture_says (window, next));
      g_assert_null (strpbrk (next, "456789")); /* no mark and no score; 1 is the entry's lot */
      console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
      console_fixture_catch_up (&fixture);
    }
  g_assert_true (console_fixture_says (window, "最后得分"));
  g_assert_true (console_fixture_says (window, "暂列第 ＿＿＿ 名。"));
  console_fixture_tear_down (&fixture);
}

static gboolean
has_room (gpointer data)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (console_fixture_find (data, "GtkScrolledWindow", 0)));
  return gtk_adjustment_get_upper (scroll) <= gtk_adjustment_get_page_size (scroll) + 1;
}

/* Sizes and colours by keys; however large it is, nothing is out of sight. */
static void
test_size (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternScriptWindow *window = open_window (&fixture);
  GtkWidget           *content = console_fixture_find (window, "GtkScrolledWindow", 0);
  int                  usual = lectern_script_window_get_size (window);

  press (window, "script.larger");
  g_assert_cmpint (lectern_script_window_get_size (window), >, usual);
  press (window, "script.usual-size");
  g_assert_cmpint (lectern_script_window_get_size (window), ==, usual);
  press (window, "script.smaller");
  g_assert_cmpint (lectern_script_window_get_size (window), <, usual);
  for (guint i = 0; i < 20; i++)
    press (window, "script.larger");
  g_assert_cmpint (lectern_script_window_get_size (window), >=, 100);
  console_fixture_wait (has_room, window);
  g_assert_false (gtk_widget_has_css_class (content, "night"));
  press (window, "script.night");
  g_assert_true (gtk_widget_has_css_class (content, "night"));
  press (window, "script.night");
  g_assert_false (gtk_widget_has_css_class (content, "night"));
  console_fixture_tear_down (&fixture);
}

/* A screen of the hall's is refused with a sentence. */
static void
test_screens (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternScriptWindow *window = open_window (&fixture);
  g_autoptr (LecternScreen) screen = lectern_screen_new_named ("HDMI-1", "Epson", "EB");

  lectern_screen_set_place (screen, LECTERN_SCREEN_SHOWN);
  lectern_script_window_fill (window, screen);
  console_fixture_settle (50);
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  g_assert_nonnull (strstr (lectern_console_window_get_refusal (fixture.window), "Choose another one for the MC"));
  console_fixture_tear_down (&fixture);
}

static LecternScriptPage *
open_page (ConsoleFixture   *fixture,
           LecternScriptLine line)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
  console_fixture_open (fixture, 1366, 768);
  GtkWidget *set_up = lectern_console_window_get_page (fixture->window, "set-up");
  lectern_console_window_show_page (fixture->window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (set_up), "script");
  console_fixture_settle (100);
  LecternScriptPage *page = LECTERN_SCRIPT_PAGE (console_fixture_find (set_up, "LecternScriptPage", 0));
  lectern_script_page_select (page, line);
  console_fixture_settle (20);
  return page;
}

static void
write_words (LecternScriptPage *page,
             const char        *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (console_fixture_find (page, "GtkTextView", 0))), words, -1);
  console_fixture_settle (20);
}

static gboolean
is_own (ConsoleFixture   *fixture,
        LecternScriptLine line)
{
  return lectern_script_line_is_own (console_fixture_contest (fixture), line);
}

/* Written, refused in place, put right, saved, undone; and the usual words again at one press. */
static void
test_editor (void)
{
  ConsoleFixture     fixture = { 0 };
  LecternScriptPage *page = open_page (&fixture, LECTERN_SCRIPT_INTRODUCE);
  GtkWidget         *save = console_fixture_find_button (page, "Save");
  LecternContest    *contest = console_fixture_contest (&fixture);
  const char        *name = lectern_contest_get_nominee (contest, lectern_contest_get_entry_by_lot (contest, 1)->nominee)->name;
  g_autofree char   *example = g_strdup_printf ("掌声请出%s！", name);

  g_assert_true (console_fixture_says (page, "Introducing an entry"));
  g_assert_false (gtk_widget_get_sensitive (save));
  write_words (page, "掌声请出{nom}！");
  g_assert_true (console_fixture_says (page, "{nom}"));
  g_assert_false (gtk_widget_get_sensitive (save));
  write_words (page, "掌声请出{name}！");
  g_assert_false (console_fixture_says (page, "Nothing is known here"));
  g_assert_true (console_fixture_says (page, example));
  console_fixture_press (save);
  console_fixture_catch_up (&fixture);
  g_assert_true (is_own (&fixture, LECTERN_SCRIPT_INTRODUCE));
  g_assert_true (console_fixture_says (page, "Introducing an entry (own words)"));
  g_assert_false (gtk_widget_get_sensitive (save));
  lectern_desk_undo (fixture.desk, LECTERN_NULL);
  console_fixture_catch_up (&fixture);
  g_assert_false (is_own (&fixture, LECTERN_SCRIPT_INTRODUCE));
  write_words (page, "");
  console_fixture_press (save);
  console_fixture_catch_up (&fixture);
  g_assert_true (is_own (&fixture, LECTERN_SCRIPT_INTRODUCE));
  console_fixture_press (console_fixture_find_button (page, "The Usual Words Again"));
  console_fixture_catch_up (&fixture);
  g_assert_false (is_own (&fixture, LECTERN_SCRIPT_INTRODUCE));
  console_fixture_tear_down (&fixture);
}

/* What is written in one line waits there while another is looked at; a field's button puts it in. */
static void
test_drafts (void)
{
  ConsoleFixture     fixture = { 0 };
  LecternScriptPage *page = open_page (&fixture, LECTERN_SCRIPT_END);

  write_words (page, "再见，");
  console_fixture_press (console_fixture_find_button (page, "{round}"));
  lectern_script_page_select (page, LECTERN_SCRIPT_WELCOME);
  console_fixture_settle (20);
  g_assert_true (console_fixture_says (page, "At the end (not saved)"));
  lectern_script_page_select (page, LECTERN_SCRIPT_END);
  console_fixture_settle (20);
  g_assert_true (console_fixture_says (page, "再见，决赛"));
  console_fixture_press (console_fixture_find_button (page, "Discard"));
  g_assert_false (console_fixture_says (page, "(not saved)"));
  g_assert_false (is_own (&fixture, LECTERN_SCRIPT_END));
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/script/follows", test_follows);
  g_test_add_func ("/console/script/steps", test_steps);
  g_test_add_func ("/console/script/size", test_size);
  g_test_add_func ("/console/script/screens", test_screens);
  g_test_add_func ("/console/script/editor", test_editor);
  g_test_add_func ("/console/script/drafts", test_drafts);
  return g_test_run ();
}
