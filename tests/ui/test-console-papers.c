/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's page of fonts, what the papers page offers for a list, and the lists among all papers in a
 * folder, with the reason for what is not there. */

#include "console-fixture.h"

#include "lectern-annex.h"
#include "lectern-font-choice.h"
#include "lectern-import-dialog.h"
#include "lectern-paper-folder.h"
#include "lectern-papers-page.h"
#include "lectern-set-up-page.h"

#include <string.h>

static GtkWidget *
open_fonts (ConsoleFixture *fixture)
{
  console_fixture_open (fixture, 1366, 768);
  lectern_console_window_show_page (fixture->window, "set-up");
  GtkWidget *page = lectern_console_window_get_page (fixture->window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (page), "fonts");
  return console_fixture_find (page, "LecternFontsPage", 0);
}

static gboolean
is_complete (gpointer data)
{
  return console_fixture_says (data, "Every character can be printed on this laptop");
}

static gboolean
lacks_one (gpointer data)
{
  return console_fixture_says (data, "1 character can’t be printed on this laptop");
}

static void
rename_nominee (ConsoleFixture *fixture,
                const char     *name)
{
  LecternAction  *action = lectern_action_new (LECTERN_ACTION_EDIT_NOMINEE, "test");
  LecternNominee *nominee = lectern_record_copy (g_ptr_array_index (lectern_contest_get_nominees (console_fixture_contest (fixture)), 0));
  lectern_record_take_string (&nominee->name, name);
  lectern_action_add_record (action, nominee);
  console_fixture_do (fixture, action);
}

/* What is missing stands there as soon as it is typed, with what to do, and goes with it. */
static void
test_fonts (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  GtkWidget *page = open_fonts (&fixture);
  console_fixture_wait (is_complete, page);
  g_assert_false (console_fixture_says (page, "What to Do"));
  rename_nominee (&fixture, "张\xf0\x92\x80\x80");
  console_fixture_wait (lacks_one, page);
  g_assert_true (console_fixture_says (page, "U+12000"));
  g_assert_true (console_fixture_says (page, "fonts-noto-core"));
  rename_nominee (&fixture, "张三");
  console_fixture_wait (is_complete, page);
  g_assert_false (console_fixture_says (page, "U+12000"));
  console_fixture_tear_down (&fixture);
}

static gboolean
names_are_chosen (gpointer data)
{
  return lectern_contest_get_font_choice (console_fixture_contest (data), "name") != NULL;
}

static gboolean
names_are_not_chosen (gpointer data)
{
  return !names_are_chosen (data);
}

static void
test_choose_font (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  GtkWidget *page = open_fonts (&fixture);
  console_fixture_wait (is_complete, page);
  AdwComboRow *row = ADW_COMBO_ROW (console_fixture_find (page, "AdwComboRow", LECTERN_FONT_NAME));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Names of people");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_autofree char *family = g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (row)), 1));
  adw_combo_row_set_selected (row, 1);
  console_fixture_wait (names_are_chosen, &fixture);
  g_assert_cmpstr (lectern_contest_get_font_choice (console_fixture_contest (&fixture), "name"), ==, family);
  console_fixture_settle (200);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  adw_combo_row_set_selected (row, 0);
  console_fixture_wait (names_are_not_chosen, &fixture);
  console_fixture_tear_down (&fixture);
}

static GtkCheckButton *
find_check (gpointer    parent,
            const char *label)
{
  GtkWidget *check;
  for (guint i = 0; (check = console_fixture_find (parent, "GtkCheckButton", i)) != NULL; i++)
    if (console_fixture_says (check, label))
      return GTK_CHECK_BUTTON (check);
  g_error ("there is no “%s”", label);
}

/* The entry list has an order of names and a variant for the office, the running order neither. */
static void
test_options (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "papers");
  LecternPapersPage *page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  lectern_papers_page_select (page, LECTERN_PAPER_ENTRY_LIST);
  console_fixture_settle (300);
  g_assert_true (console_fixture_says (page, "For the office, with personal data"));
  g_assert_true (console_fixture_says (page, "Usual order of names"));
  g_assert_true (gtk_widget_is_sensitive (console_fixture_find_button (page, "Print…")));
  GtkCheckButton *office = find_check (page, "For the office, with personal data");
  gtk_check_button_set_active (office, TRUE);
  g_autoptr (LecternPaperOrder) order = lectern_papers_page_get_order (page);
  g_assert_true (order->office);
  lectern_papers_page_select (page, LECTERN_PAPER_RUNNING_ORDER);
  console_fixture_settle (300);
  g_assert_false (console_fixture_says (page, "For the office, with personal data"));
  g_assert_false (console_fixture_says (page, "Usual order of names"));
  console_fixture_tear_down (&fixture);
}

static gboolean
has_rows (gpointer data)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (console_fixture_contest (data), LECTERN_ANNEX_POOL);
  return rows->len == 2;
}

static gboolean
is_refused (gpointer data)
{
  return console_fixture_says (data, "The statistics table has no rows yet. Import it first.");
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_is_sensitive (console_fixture_find_button (data, "Print…"));
}

/* An empty statistics table offers what to do, and is laid out once it came in. */
static void
test_annex (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "papers");
  LecternPapersPage *page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  lectern_papers_page_select (page, LECTERN_PAPER_POOL);
  console_fixture_wait (is_refused, page);
  g_assert_nonnull (console_fixture_find_button (page, "Import a Table…"));
  g_assert_false (is_laid_out (page));
  g_autofree char *path = g_build_filename (fixture.folder, "pool.csv", NULL);
  g_assert_true (g_file_set_contents (path, "姓名,推荐单位,授课次数\n王韦,温县,12\n田富,温县,7\n", -1, NULL));
  GtkWindow *dialog = lectern_import_dialog_new (GTK_WIDGET (fixture.window), fixture.desk, LECTERN_IMPORT_POOL, path);
  gtk_window_present (dialog);
  lectern_import_dialog_take (LECTERN_IMPORT_DIALOG (dialog));
  console_fixture_wait (has_rows, &fixture);
  console_fixture_wait (is_laid_out, page);
  console_fixture_tear_down (&fixture);
}

static void
on_folder_written_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  *(gssize *) user_data = lectern_paper_folder_write_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_written (gpointer data)
{
  return *(gssize *) data > 0;
}

static void
test_folder (void)
{
  ConsoleFixture fixture = { 0 };
  gssize         n = 0;
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  LecternAction   *action = lectern_action_new (LECTERN_ACTION_SET_ANNEX_ROWS, "test");
  LecternAnnexRow *row = lectern_record_new (&lectern_table_annex_row);
  action->key = g_strdup ("activity");
  row->kind = g_strdup ("activity");
  row->number = 1;
  row->cells = g_strdup ("{\"unit\":\"温县\",\"sessions\":\"12\"}");
  lectern_action_add_record (action, row);
  console_fixture_do (&fixture, action);
  g_autofree char *folder = g_build_filename (fixture.folder, "papers", NULL);
  g_autofree char *index = g_build_filename (folder, LECTERN_PAPER_FOLDER_INDEX, NULL);
  g_autofree char *text = NULL;
  lectern_paper_folder_write_async (fixture.desk, folder, NULL, on_folder_written_cb, &n);
  console_fixture_wait (is_written, &n);
  g_assert_true (g_file_get_contents (index, &text, NULL, NULL));
  static const char *const files[] = { "entry-list.pdf", "entry-list-office.pdf", "activity.pdf" };
  const char              *missing = strstr (text, "Not here:");
  g_assert_nonnull (missing);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      const char      *at = strstr (text, files[i]);
      g_assert_true (at && at < missing);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_nonnull (strstr (text, "entry-list-office.pdf\n    Entry list, for the office, "));
  g_assert_nonnull (strstr (missing, "Pool of lecturers\n    The statistics table has no rows yet. Import it first."));
  console_fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/console/papers/fonts", test_fonts);
  g_test_add_func ("/console/papers/choose-font", test_choose_font);
  g_test_add_func ("/console/papers/options", test_options);
  g_test_add_func ("/console/papers/annex", test_annex);
  g_test_add_func ("/console/papers/folder", test_folder);

  return g_test_run ();
}
