/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Paper sheets keyed in by two people, in the real window over a real engine, by what a keyboard
 * does: numbers and Enter. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>
#include <string.h>

#include "lectern-keying-window.h"
#include "lectern-keyings.h"
#include "lectern-paper-job.h"

static GtkWindow *
find_keying_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (LECTERN_IS_KEYING_WINDOW (window))
        return window;
    }
  return NULL;
}

static LecternKeyingWindow *
open_keying (ConsoleFixture *fixture)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
  console_fixture_open (fixture, 1366, 768);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "console.paper-sheets", NULL);
  console_fixture_settle (100);
  LecternKeyingWindow *window = LECTERN_KEYING_WINDOW (find_keying_window ());
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_false (console_fixture_is_blocked ());
  return window;
}

static void
sit_down (LecternKeyingWindow *window,
          gint64               pass,
          const char          *clerk)
{
  lectern_keying_window_set_pass (window, pass);
  console_fixture_type (window, "Who keys it in", clerk);
  g_signal_emit_by_name (console_fixture_find_row (window, "Who keys it in"), "entry-activated");
}

/* A number and Enter, as the number pad does it. */
static void
key (LecternKeyingWindow *window,
     guint                nth,
     const char          *mark)
{
  GtkEditable *entry = lectern_keying_form_get_entry (lectern_keying_window_get_form (window), nth);
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, mark);
  g_signal_emit_by_name (entry, "activate");
}

static const char *const good_marks[] = { "36.5", "23", "14", "9.5", "9" };

static void
key_sheet (ConsoleFixture      *fixture,
           LecternKeyingWindow *window,
           const char *const   *marks)
{
  for (guint i = 0; i < 5; i++)
    key (window, i, marks[i]);
  console_fixture_catch_up (fixture);
}

static const char *
get_mark_text (LecternKeyingWindow *window,
               guint                nth)
{
  return gtk_editable_get_text (lectern_keying_form_get_entry (lectern_keying_window_get_form (window), nth));
}

static const LecternSheet *
get_sheet (ConsoleFixture *fixture,
           gint64          lot,
           gint64          judge)
{
  LecternContest *contest = console_fixture_contest (fixture);
  return lectern_contest_get_counted_sheet (contest, lectern_contest_get_entry_by_lot (contest, lot), judge);
}

static guint
count_judges_of (ConsoleFixture *fixture,
                 gint64          lot)
{
  guint           n_expected, n_submitted;
  LecternContest *contest = console_fixture_contest (fixture);
  lectern_contest_count_sheets (contest, lectern_contest_get_entry_by_lot (contest, lot), &n_expected, &n_submitted);
  return n_expected;
}

static void
test_an_entry_by_enter_alone (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternKeyingWindow *window = open_keying (&fixture);
  guint                n = count_judges_of (&fixture, 1);
  sit_down (window, 1, "张三");
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (console_fixture_says (window, "No. 1 "));
      key_sheet (&fixture, window, good_marks);
    }
  /* It has gone on to the next entry by itself; nothing is a sheet yet. */
  g_assert_true (console_fixture_says (window, "No. 2 "));
  g_assert_null (get_sheet (&fixture, 1, 1));
  sit_down (window, 2, "李四");
  for (guint i = 0; i < n; i++)
    key_sheet (&fixture, window, good_marks);
  const LecternSheet *sheet = get_sheet (&fixture, 1, 1);
  g_assert_nonnull (sheet);
  g_assert_cmpint (sheet->state, ==, LECTERN_SHEET_LOCKED);
  g_assert_cmpint (sheet->origin, ==, LECTERN_ORIGIN_KEYED);
  g_assert_cmpint (sheet->total, ==, 92000);
  g_assert_cmpint (lectern_contest_get_entry_by_lot (console_fixture_contest (&fixture), 1)->state, ==, LECTERN_ENTRY_DONE);
  g_autofree char *progress = g_strdup_printf ("%u of ", n);
  g_assert_true (console_fixture_says (window, progress));
  g_assert_true (console_fixture_says (window, " sheets keyed twice"));
  console_fixture_tear_down (&fixture);
}

static void
test_neither_sees_the_other (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternKeyingWindow *window = open_keying (&fixture);
  sit_down (window, 1, "张三");
  key_sheet (&fixture, window, good_marks);
  g_assert_cmpstr (get_mark_text (window, 0), ==, "");
  /* Half a sheet, then the other sits down: the fields are empty. */
  key (window, 0, "31.7");
  sit_down (window, 2, "李四");
  g_assert_true (console_fixture_says (window, "Keyed the first time by 张三."));
  for (guint i = 0; i < 5; i++)
    g_assert_cmpstr (get_mark_text (window, i), ==, "");
  g_assert_false (console_fixture_says (window, "36.5"));
  g_assert_false (console_fixture_says (window, "92"));
  g_assert_false (console_fixture_says (window, "31.7"));
  console_fixture_tear_down (&fixture);
}

static void
test_differences_side_by_side (void)
{
  static const char *const misread[] = { "35.6", "23", "14", "9.5", "9" };
  ConsoleFixture           fixture = { 0 };
  LecternKeyingWindow     *window = open_keying (&fixture);
  sit_down (window, 1, "张三");
  key_sheet (&fixture, window, good_marks);
  sit_down (window, 2, "李四");
  key_sheet (&fixture, window, misread);
  g_assert_true (console_fixture_says (window, "The two keyings differ."));
  g_assert_true (console_fixture_says (window, "First: 张三"));
  g_assert_true (console_fixture_says (window, "Second: 李四"));
  g_assert_true (console_fixture_says (window, "36.5"));
  g_assert_true (console_fixture_says (window, "35.6"));
  g_assert_null (get_sheet (&fixture, 1, 1));
  /* What both read alike is filled in, what they did not is to be keyed again. */
  g_assert_cmpstr (get_mark_text (window, 0), ==, "");
  g_assert_cmpstr (get_mark_text (window, 1), ==, "23");
  g_assert_cmpstr (get_mark_text (window, 4), ==, "9");
  key (window, 0, "36.5");
  for (guint i = 1; i < 5; i++)
    g_signal_emit_by_name (lectern_keying_form_get_entry (lectern_keying_window_get_form (window), i), "activate");
  console_fixture_catch_up (&fixture);
  g_assert_cmpint (get_sheet (&fixture, 1, 1)->total, ==, 92000);
  g_assert_false (console_fixture_says (window, "The two keyings differ."));
  console_fixture_tear_down (&fixture);
}

/* The second person may be right: then the first keys again. */
static void
test_the_first_keys_again (void)
{
  static const char *const misread[] = { "35.6", "23", "14", "9.5", "9" };
  ConsoleFixture           fixture = { 0 };
  LecternKeyingWindow     *window = open_keying (&fixture);
  sit_down (window, 1, "张三");
  key_sheet (&fixture, window, misread);
  sit_down (window, 2, "李四");
  key_sheet (&fixture, window, good_marks);
  sit_down (window, 1, "张三");
  g_assert_true (console_fixture_says (window, "The two keyings differ."));
  key_sheet (&fixture, window, good_marks);
  g_assert_cmpint (get_sheet (&fixture, 1, 1)->total, ==, 92000);
  console_fixture_tear_down (&fixture);
}

static void
test_two_people (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternKeyingWindow *window = open_keying (&fixture);
  sit_down (window, 1, "张三");
  key_sheet (&fixture, window, good_marks);
  sit_down (window, 2, "张三");
  key_sheet (&fixture, window, good_marks);
  console_fixture_await (window, "Somebody else must key it the second time.");
  /* Nothing that was keyed is lost. */
  g_assert_cmpstr (get_mark_text (window, 0), ==, "36.5");
  console_fixture_type (window, "Who keys it in", "李四");
  g_signal_emit_by_name (lectern_keying_form_get_entry (lectern_keying_window_get_form (window), 4), "activate");
  console_fixture_catch_up (&fixture);
  g_assert_nonnull (get_sheet (&fixture, 1, 1));
  /* Each name is kept for its keying. */
  lectern_keying_window_set_pass (window, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find_row (window, "Who keys it in"))), ==, "张三");
  lectern_keying_window_set_pass (window, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find_row (window, "Who keys it in"))), ==, "李四");
  console_fixture_tear_down (&fixture);
}

static void
test_marks_that_cannot_be (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternKeyingWindow *window = open_keying (&fixture);
  sit_down (window, 1, "张三");
  key (window, 0, "41");
  g_assert_true (console_fixture_says (window, "41 is too much: this criterion has at most 40."));
  key (window, 0, "36.55");
  g_assert_true (console_fixture_says (window, "36.55 is not in steps of 0.1."));
  key (window, 0, "３６。５"); /* as a Chinese keyboard types it */
  g_assert_false (console_fixture_says (window, "Write a number"));
  for (guint i = 1; i < 4; i++)
    key (window, i, good_marks[i]);
  key (window, 4, "");
  g_assert_true (console_fixture_says (window, "Write a number from 0 to 10."));
  console_fixture_catch_up (&fixture);
  g_autoptr (GPtrArray) keyings = lectern_contest_list_rows (console_fixture_contest (&fixture), &lectern_table_keying);
  g_assert_cmpuint (keyings->len, ==, 0);
  console_fixture_tear_down (&fixture);
}

static void
test_go_to_and_walk (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternKeyingWindow *window = open_keying (&fixture);
  GtkWidget           *judge = NULL, *lot = NULL;
  sit_down (window, 1, "张三");
  for (guint i = 0; i < console_fixture_count (window, "GtkEntry"); i++)
    {
      GtkWidget *entry = console_fixture_find (window, "GtkEntry", i);
      if (gtk_editable_get_width_chars (GTK_EDITABLE (entry)) != 4)
        continue;
      lot = judge ? entry : lot;
      judge = judge ? judge : entry;
    }
  gtk_editable_set_text (GTK_EDITABLE (judge), "4");
  g_signal_emit_by_name (judge, "activate");
  gtk_editable_set_text (GTK_EDITABLE (lot), "17");
  g_signal_emit_by_name (lot, "activate");
  console_fixture_catch_up (&fixture);
  g_assert_true (console_fixture_says (window, "No. 17 "));
  g_assert_true (console_fixture_says (window, "Judge 4 "));
  gtk_editable_set_text (GTK_EDITABLE (lot), "99");
  g_signal_emit_by_name (lot, "activate");
  console_fixture_catch_up (&fixture);
  console_fixture_await (window, "There is no sheet of this judge for this number.");
  /* All entries of a judge: after No. 17 comes No. 18 of the same. */
  GtkWidget *by_judge = console_fixture_find_button (window, "By judge");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_judge), TRUE);
  console_fixture_catch_up (&fixture);
  key_sheet (&fixture, window, good_marks);
  g_autofree char *next = g_strdup_printf ("Judge 4 %s · No. 18 ", lectern_contest_get_judge (console_fixture_contest (&fixture), 4)->name);
  GtkWidget       *heading = NULL, *label;
  for (guint i = 0; !heading && (label = console_fixture_find (window, "GtkLabel", i)); i++)
    if (gtk_widget_has_css_class (label, "title-3"))
      heading = label;
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (heading)), next));
  console_fixture_tear_down (&fixture);
}

static void
test_replacing_needs_a_reason (void)
{
  static const char *const others[] = { "30", "23", "14", "9.5", "9" };
  ConsoleFixture           fixture = { 0 };
  LecternKeyingWindow     *window = open_keying (&fixture);
  g_assert_null (console_fixture_find_row (window, "Reason for replacing the sheet"));
  for (gint64 pass = 1; pass <= 2; pass++)
    {
      sit_down (window, pass, pass == 1 ? "张三" : "李四");
      g_assert_true (lectern_keying_window_go_to (window, 1, 1));
      key_sheet (&fixture, window, good_marks);
    }
  for (gint64 pass = 1; pass <= 2; pass++)
    {
      lectern_keying_window_set_pass (window, pass);
      g_assert_true (lectern_keying_window_go_to (window, 1, 1));
      key_sheet (&fixture, window, others);
      console_fixture_catch_up (&fixture);
      console_fixture_await (window, "To replace it, give a reason.");
      console_fixture_type (window, "Reason for replacing the sheet", "两张表放反了");
      g_signal_emit_by_name (lectern_keying_form_get_entry (lectern_keying_window_get_form (window), 4), "activate");
      console_fixture_catch_up (&fixture);
    }
  g_assert_cmpint (get_sheet (&fixture, 1, 1)->total, ==, 85500);
  console_fixture_tear_down (&fixture);
}

/* Sheets that came from laptops are not waited for. */
static void
test_only_what_comes_from_paper_is_counted (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternKeyingWindow *window = open_keying (&fixture);
  guint                n_expected = 0;
  for (gint64 lot = 1; lot <= 28; lot++)
    n_expected += count_judges_of (&fixture, lot);
  g_autofree char *before = g_strdup_printf ("0 of %u sheets keyed twice", n_expected);
  g_assert_true (console_fixture_says (window, before));
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_MARK);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  console_fixture_mark (&fixture, 1);
  console_fixture_catch_up (&fixture);
  g_autofree char *after = g_strdup_printf ("0 of %u sheets keyed twice", n_expected - (count_judges_of (&fixture, 1) - 1));
  g_assert_true (console_fixture_says (window, after));
  console_fixture_tear_down (&fixture);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_job_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_blank_sheets (void)
{
  ConsoleFixture       fixture = { 0 };
  gboolean             written = FALSE;
  LecternKeyingWindow *window = open_keying (&fixture);
  g_assert_true (gtk_widget_is_sensitive (console_fixture_find_button (window, "Print blank sheets…")));
  g_autofree char *path = g_build_filename (fixture.folder, "blank.pdf", NULL);
  g_autoptr (LecternPaperOrder) order = lectern_paper_order_new (LECTERN_PAPER_BLANK_SHEETS);
  lectern_paper_job_start (fixture.desk, order, path, NULL, on_written_cb, &written);
  console_fixture_wait (is_true, &written);
  g_autofree char *contents = NULL;
  gsize            length;
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 20000); /* 204 sheets, not an order of one page */
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/keying/an-entry-by-enter-alone", test_an_entry_by_enter_alone);
  g_test_add_func ("/console/keying/neither-sees-the-other", test_neither_sees_the_other);
  g_test_add_func ("/console/keying/differences-side-by-side", test_differences_side_by_side);
  g_test_add_func ("/console/keying/the-first-keys-again", test_the_first_keys_again);
  g_test_add_func ("/console/keying/two-people", test_two_people);
  g_test_add_func ("/console/keying/marks-that-cannot-be", test_marks_that_cannot_be);
  g_test_add_func ("/console/keying/go-to-and-walk", test_go_to_and_walk);
  g_test_add_func ("/console/keying/replacing-needs-a-reason", test_replacing_needs_a_reason);
  g_test_add_func ("/console/keying/only-paper-is-counted", test_only_what_comes_from_paper_is_counted);
  g_test_add_func ("/console/keying/blank-sheets", test_blank_sheets);
  return g_test_run ();
}
