/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's page of fonts, what the papers page offers for a list, and the lists among all papers in a
 * folder, with the reason for what is not there. */

#include "console-fixture.h"

#include "lectern-annex-columns.h"
#include "lectern-annex-dialog.h"
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

/* How many orders of names the page offers. */
static guint
count_orders (gpointer page)
{
  for (guint i = 0; i < console_fixture_count (page, "GtkDropDown"); i++)
    {
      GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (console_fixture_find (page, "GtkDropDown", i)));
      if (GTK_IS_STRING_LIST (model) && g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), 0), "Usual order of names") == 0)
        return g_list_model_get_n_items (model);
    }
  return 0;
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
  /* Every order lecternctl knows can be chosen, both conventions of strokes among them. */
  guint known = 0;
  for (guint i = 1; i <= LECTERN_NAME_ORDER_N_ORDERS; i++)
    {
      LecternNameOrder names;
      order->order = i;
      g_assert_true (lectern_paper_order_get_names (order, &names));
      known |= 1U << names;
    }
  g_assert_cmpuint (known, ==, (1U << LECTERN_NAME_ORDER_N_ORDERS) - 1);
  g_assert_cmpuint (count_orders (page), ==, LECTERN_NAME_ORDER_N_ORDERS + 1); /* and the usual one */
  lectern_papers_page_select (page, LECTERN_PAPER_RUNNING_ORDER);
  console_fixture_settle (300);
  g_assert_false (console_fixture_says (page, "For the office, with personal data"));
  g_assert_false (console_fixture_says (page, "Usual order of names"));
  lectern_papers_page_select_award (page, "top-ten"); /* an office may want to hand them out by unit */
  console_fixture_settle (300);
  g_assert_true (console_fixture_says (page, "Usual order of names"));
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

/* What comes back from a unit stands beside what is there, under the table's own headings. */
static void
test_annex_again (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  g_autofree char *path = g_build_filename (fixture.folder, "pool.csv", NULL);
  g_assert_true (g_file_set_contents (path, "姓名,推荐单位,授课次数\n王韦,温县,12\n田富,温县,7\n", -1, NULL));
  GtkWindow *first = lectern_import_dialog_new (GTK_WIDGET (fixture.window), fixture.desk, LECTERN_IMPORT_POOL, path);
  gtk_window_present (first);
  console_fixture_await (first, "2 New Rows");
  lectern_import_dialog_take (LECTERN_IMPORT_DIALOG (first));
  console_fixture_wait (has_rows, &fixture);
  g_assert_true (g_file_set_contents (path, "姓名,推荐单位,授课次数,政治面貌\n王韦,温县,15,民盟盟员\n单曾,温县,1,\n", -1, NULL));
  GtkWindow *again = lectern_import_dialog_new (GTK_WIDGET (fixture.window), fixture.desk, LECTERN_IMPORT_POOL, path);
  gtk_window_present (again);
  console_fixture_await (again, "1 New, 1 Changed, 1 Gone, 0 as They Are");
  console_fixture_await (again, "王韦, 温县");
  console_fixture_await (again, "授课次数");
  console_fixture_await (again, "12");
  console_fixture_await (again, "15");
  console_fixture_await (again, "民盟盟员");
  console_fixture_await (again, "New: 单曾, 温县");
  console_fixture_await (again, "Goes: 田富, 温县");
  console_fixture_tear_down (&fixture);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (LECTERN_IS_ANNEX_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL;
}

static const LecternAnnexColumn *
find_column (const LecternAnnexForm *form,
             const char             *key,
             guint                  *index)
{
  for (guint i = 0; i < form->columns->len; i++)
    if (g_str_equal (((LecternAnnexColumn *) form->columns->pdata[i])->key, key))
      {
        *index = i;
        return form->columns->pdata[i];
      }
  g_assert_not_reached ();
}

/* Opens the editor of the table's columns as a person does. */
static LecternAnnexColumns *
open_columns (LecternPapersPage *page)
{
  console_fixture_press (console_fixture_find_button (page, "Columns…"));
  console_fixture_settle (300);
  g_assert_nonnull (find_dialog ());
  return LECTERN_ANNEX_COLUMNS (console_fixture_find (find_dialog (), "LecternAnnexColumns", 0));
}

static void
press_icon (gpointer    row,
            const char *words)
{
  for (guint i = 0; i < console_fixture_count (row, "GtkButton"); i++)
    {
      GtkWidget *button = console_fixture_find (row, "GtkButton", i);
      if (g_strcmp0 (gtk_widget_get_tooltip_text (button), words) == 0)
        {
          console_fixture_press (button);
          return;
        }
    }
  g_assert_not_reached ();
}

/* Off, another place, another heading, a width, one that is new and one that goes: saved in one step, which can be taken
 * back; what does not go together is said at its column and nothing is saved. */
static void
test_annex_columns (void)
{
  ConsoleFixture fixture = { 0 };
  guint          at;
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "papers");
  LecternPapersPage *page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  lectern_papers_page_select (page, LECTERN_PAPER_POOL);
  console_fixture_settle (300);
  LecternAnnexColumns *columns = open_columns (page);
  GtkWidget           *save = console_fixture_find_button (find_dialog (), "Save");
  g_assert_false (gtk_widget_is_sensitive (save));

  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (lectern_annex_columns_get_row (columns, 2)), FALSE); /* 民族 */
  press_icon (lectern_annex_columns_get_row (columns, 1), "Further to the Right");                              /* 性别 */
  GtkWidget *row = lectern_annex_columns_get_row (columns, 4);                                                  /* 政治面貌 */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  console_fixture_settle (400);
  console_fixture_type (row, "Heading, Chinese", "面貌");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (console_fixture_find (row, "GtkSpinButton", 0)), 18);
  console_fixture_press (console_fixture_find_button (columns, "Add a Column"));
  console_fixture_settle (400);
  console_fixture_press (save); /* the new one has no heading yet */
  console_fixture_catch_up (&fixture);
  g_assert_nonnull (find_dialog ());
  g_assert_true (gtk_widget_has_css_class (lectern_annex_columns_get_row (columns, 16), "error"));
  g_assert_false (lectern_contest_has_annex_form (console_fixture_contest (&fixture), LECTERN_ANNEX_POOL));
  console_fixture_type (lectern_annex_columns_get_row (columns, 16), "Heading, Chinese", "特长");
  press_icon (lectern_annex_columns_get_row (columns, 12), "Take the Column Out, With What Is in It"); /* 获奖 */
  console_fixture_settle (100);
  console_fixture_press (save);
  console_fixture_wait (is_closed, NULL);
  {
    g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (console_fixture_contest (&fixture), LECTERN_ANNEX_POOL);
    g_assert_cmpuint (form->columns->len, ==, 16);
    g_assert_true (find_column (form, "ethnicity", &at)->hidden);
    g_assert_cmpuint (at, ==, 1);
    g_assert_false (find_column (form, "gender", &at)->hidden);
    g_assert_cmpuint (at, ==, 2);
    g_assert_cmpstr (find_column (form, "party", &at)->zh, ==, "面貌");
    g_assert_cmpint (find_column (form, "party", &at)->width, ==, 18);
    g_assert_cmpstr (find_column (form, "column_1", &at)->zh, ==, "特长");
    g_assert_cmpstr (find_column (form, "column_1", &at)->en, ==, "特长");
    g_assert_null (lectern_annex_form_find (form, "awards"));
  }
  lectern_desk_undo (fixture.desk, LECTERN_NULL);
  console_fixture_catch_up (&fixture);
  g_assert_false (lectern_contest_has_annex_form (console_fixture_contest (&fixture), LECTERN_ANNEX_POOL));
  console_fixture_tear_down (&fixture);
}

static GtkMenuButton *
find_menu_button (gpointer    parent,
                  const char *label)
{
  for (guint i = 0; i < console_fixture_count (parent, "GtkMenuButton"); i++)
    {
      GtkMenuButton *button = GTK_MENU_BUTTON (console_fixture_find (parent, "GtkMenuButton", i));
      if (g_strcmp0 (gtk_menu_button_get_label (button), label) == 0)
        return button;
    }
  g_assert_not_reached ();
}

/* What lecternctl says of a pool that is too small, the console says too; of the table of activities it says nothing. */
static void
test_annex_warnings (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "papers");
  LecternPapersPage *page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  g_autoptr (GPtrArray) warnings = lectern_contest_list_annex_warnings (console_fixture_contest (&fixture), LECTERN_ANNEX_POOL);
  g_assert_cmpuint (warnings->len, >, 5);
  g_autofree char *many = g_strdup_printf ("%u units have fewer rows than they should have", warnings->len);
  lectern_papers_page_select (page, LECTERN_PAPER_POOL);
  console_fixture_settle (300);
  g_assert_true (console_fixture_says (page, many));
  gtk_menu_button_popup (find_menu_button (page, "Which They Are"));
  console_fixture_settle (300);
  g_assert_true (console_fixture_says (page, "温县 has 0 in the table; there should be at least 20."));

  /* One that has enough is not among them, as soon as it has. */
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SET_ANNEX_ROWS, "test");
  action->key = g_strdup ("pool");
  for (guint i = 0; i < 20; i++)
    {
      LecternAnnexRow *row = lectern_record_new (&lectern_table_annex_row);
      row->kind = g_strdup ("pool");
      row->number = i + 1;
      row->cells = g_strdup_printf ("{\"unit\":\"温县\",\"name\":\"田%s\"}", i % 2 ? "富" : "大利");
      lectern_action_add_record (action, row);
    }
  console_fixture_do (&fixture, action);
  console_fixture_catch_up (&fixture);
  g_assert_false (console_fixture_says (page, "温县 has"));
  g_assert_true (console_fixture_says (page, "博爱县 has 0 in the table"));
  lectern_papers_page_select (page, LECTERN_PAPER_ACTIVITY);
  console_fixture_settle (200);
  g_assert_false (console_fixture_says (page, "fewer rows"));
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
  g_test_add_func ("/console/papers/annex-again", test_annex_again);
  g_test_add_func ("/console/papers/annex-columns", test_annex_columns);
  g_test_add_func ("/console/papers/annex-warnings", test_annex_warnings);
  g_test_add_func ("/console/papers/folder", test_folder);

  return g_test_run ();
}
