/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rounds and what leaves the console: going on to a final, a heat that comes on a stick, the papers
 * page with its preview, all papers in a folder, and the pages of a ranking, in the real window. */

#define G_LOG_DOMAIN "lectern-test"

#include "rounds-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "lectern-bundle-job.h"
#include "lectern-evening-page.h"
#include "lectern-heat-dialog.h"
#include "lectern-paper-folder.h"
#include "lectern-paper-preview.h"
#include "lectern-papers-page.h"
#include "lectern-rounds.h"
#include "lectern-scene.h"

/* Going on ------------------------------------------------------------------------------------ */

static gboolean
is_in_final (gpointer data)
{
  return g_str_equal (lectern_contest_get_current_round (console_fixture_contest (data))->key, "final");
}

static gboolean
reads (GtkWidget  *widget,
       const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (reads (child, text))
      return TRUE;
  return FALSE;
}

static guint
count_lines (gpointer page)
{
  GtkWidget *view = console_fixture_find (page, "GtkColumnView", 0);
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

static void
test_go_on (void)
{
  ConsoleFixture fixture = { 0 };
  GtkWidget     *page, *button;
  console_fixture_set_up_with (&fixture, "jiaozuo-2018-rounds", TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "draw");
  console_fixture_settle (100);
  page = lectern_console_window_get_page (fixture.window, "draw");
  g_assert_true (reads (page, "“复赛”: 28 eligible nominees take part in the draw"));
  button = console_fixture_find_button (page, "Go On to “决赛”");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_true (reads (page, "“决赛” begins when “复赛” is finalised"));

  rounds_fixture_draw (fixture.engine);
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_settle (200);
  g_assert_cmpuint (count_lines (page), ==, 28);
  g_assert_true (reads (page, "13 speak in it, with fresh sheets"));
  console_fixture_press (button);
  console_fixture_wait (is_in_final, &fixture);
  console_fixture_settle (200);
  g_assert_true (reads (page, "“决赛”: 13 who have gone on take part in the draw"));
  g_assert_cmpuint (count_lines (page), ==, 13);
  g_assert_true (reads (GTK_WIDGET (fixture.window), "决赛, being set up"));

  console_fixture_press (console_fixture_find_button (page, "Draw the Order"));
  console_fixture_settle (300);
  g_assert_cmpuint (count_lines (page), ==, 13);
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (100);
  g_assert_true (reads (lectern_console_window_get_page (fixture.window, "evening"), "决赛 · 13 entries"));
  console_fixture_tear_down (&fixture);
}

/* A contest of one round says nothing of rounds. */
static void
test_one_round (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "draw");
  console_fixture_settle (100);
  g_assert_false (gtk_widget_get_mapped (console_fixture_find (console_fixture_find (fixture.window, "LecternRoundsPane", 0), "GtkListBox", 0)));
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (100);
  g_assert_true (reads (lectern_console_window_get_page (fixture.window, "evening"), "Programme · 28 entries"));
  console_fixture_tear_down (&fixture);
}

/* A heat from another laptop ----------------------------------------------------------------- */

static gboolean
is_taken (gpointer data)
{
  return lectern_contest_get_round (console_fixture_contest (data), "b")->state == LECTERN_ROUND_FINALISED;
}

static gboolean
is_read (gpointer data)
{
  return reads (data, "Whose Key It Is Signed With") || lectern_heat_dialog_get_refusal (data);
}

static LecternHeatDialog *
open_stick (ConsoleFixture *fixture,
            const char     *stick)
{
  GtkWindow *dialog = lectern_heat_dialog_new (GTK_WIDGET (fixture->window), fixture->desk, stick, "b");
  gtk_window_present (dialog);
  console_fixture_wait (is_read, dialog);
  console_fixture_settle (100);
  return LECTERN_HEAT_DIALOG (dialog);
}

static void
say_same (LecternHeatDialog *dialog)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (console_fixture_find (dialog, "GtkCheckButton", 0)), TRUE);
}

static gboolean
is_refused (gpointer dialog)
{
  return lectern_heat_dialog_get_refusal (dialog) != NULL;
}

static void
test_heat (void)
{
  ConsoleFixture   fixture = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("lectern-heats-XXXXXX", NULL);
  g_autofree char *template = rounds_fixture_write_heats (folder);
  g_autofree char   *stick = NULL;
  g_autofree char   *key = NULL;
  LecternHeatDialog *dialog;
  GtkWidget         *page;
  console_fixture_set_up_with (&fixture, template, TRUE);
  stick = rounds_fixture_run_other_hall (&fixture, &key);
  g_assert_cmpuint (strlen (key), ==, 19);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "draw");
  console_fixture_settle (100);
  page = lectern_console_window_get_page (fixture.window, "draw");
  g_assert_true (reads (page, "“A组”: 14 eligible nominees take part in the draw"));
  g_assert_nonnull (console_fixture_find_button (page, "Take from Another Laptop…"));

  dialog = open_stick (&fixture, stick);
  g_assert_true (reads (GTK_WIDGET (dialog), key));
  g_assert_true (reads (GTK_WIDGET (dialog), "14 entries"));
  g_assert_true (reads (GTK_WIDGET (dialog), "closed by 记分长"));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (dialog, "Take In")));
  say_same (dialog);
  console_fixture_press (console_fixture_find_button (dialog, "Take In"));
  console_fixture_wait (is_taken, &fixture);
  console_fixture_settle (200);
  g_assert_true (reads (page, key)); /* whose it is stays beside the round */

  dialog = open_stick (&fixture, stick);
  say_same (dialog);
  console_fixture_press (console_fixture_find_button (dialog, "Take In"));
  console_fixture_wait (is_refused, dialog);
  g_assert_nonnull (strstr (lectern_heat_dialog_get_refusal (dialog), "taken before"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  console_fixture_tear_down (&fixture);
  g_unlink (template);
  g_rmdir (folder);
}

/* A byte was changed: nothing of it is shown, nothing can be taken. */
static void
test_damaged_stick (void)
{
  ConsoleFixture   fixture = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("lectern-heats-XXXXXX", NULL);
  g_autofree char *template = rounds_fixture_write_heats (folder);
  g_autofree char   *stick = NULL;
  g_autofree char   *key = NULL;
  g_autofree char   *text = NULL;
  LecternHeatDialog *dialog;
  console_fixture_set_up_with (&fixture, template, TRUE);
  stick = rounds_fixture_run_other_hall (&fixture, &key);
  g_assert_true (g_file_get_contents (stick, &text, NULL, NULL));
  *strstr (text, "350000") = '4';
  g_assert_true (g_file_set_contents (stick, text, -1, NULL));
  console_fixture_open (&fixture, 1366, 768);
  dialog = open_stick (&fixture, stick);
  g_assert_nonnull (lectern_heat_dialog_get_refusal (dialog));
  g_assert_true (reads (GTK_WIDGET (dialog), "Nothing Was Taken In"));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (dialog, "Take In")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  console_fixture_tear_down (&fixture);
  g_unlink (template);
  g_rmdir (folder);
}

/* Papers -------------------------------------------------------------------------------------- */

static gboolean
is_shown (gpointer preview)
{
  return lectern_paper_preview_get_document (preview) || lectern_paper_preview_get_refusal (preview);
}

/* Waits until the preview has followed @kind. */
static LecternDocument *
look_at (ConsoleFixture      *fixture,
         LecternPaperPreview *preview,
         LecternPaperKind     kind)
{
  lectern_papers_page_select (LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture->window, "papers")), kind);
  console_fixture_settle (50);
  console_fixture_wait (is_shown, preview);
  console_fixture_settle (1000);
  return lectern_paper_preview_get_document (preview);
}

static void
test_papers (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternPapersPage   *page;
  LecternPaperPreview *preview;
  GtkWidget           *save;
  console_fixture_set_up_with (&fixture, "jiaozuo-2018-rounds", TRUE);
  rounds_fixture_draw (fixture.engine);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "papers");
  console_fixture_settle (100);
  page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  preview = LECTERN_PAPER_PREVIEW (console_fixture_find (page, "LecternPaperPreview", 0));
  g_assert_nonnull (look_at (&fixture, preview, LECTERN_PAPER_RUNNING_ORDER));
  save = console_fixture_find_button (page, "Save as PDF…");
  g_assert_true (gtk_widget_is_sensitive (save));
  g_assert_null (look_at (&fixture, preview, LECTERN_PAPER_NOTICE));
  g_assert_cmpstr (lectern_paper_preview_get_refusal (preview), ==, "Nobody has a final score yet.");
  g_assert_false (gtk_widget_is_sensitive (save));

  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_settle (1000);
  g_assert_nonnull (lectern_paper_preview_get_document (preview));      /* it followed by itself */
  for (LecternPaperKind kind = 0; kind < LECTERN_PAPER_N_KINDS; kind++) /* cards only where judges are served, tables only once they came in */
    g_assert_true ((look_at (&fixture, preview, kind) != NULL) == (kind != LECTERN_PAPER_CARDS && kind != LECTERN_PAPER_ACTIVITY && kind != LECTERN_PAPER_POOL));
  console_fixture_tear_down (&fixture);
}

/* The drop-down that a person sees, by its name in the template. */
static void
choose (LecternPapersPage *page,
        const char        *name,
        guint              position)
{
  GtkWidget *drop_down;
  for (guint i = 0; (drop_down = console_fixture_find (page, "GtkDropDown", i)); i++)
    if (gtk_widget_get_mapped (drop_down) && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (drop_down)), name) == 0)
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
        console_fixture_settle (50);
        return;
      }
  g_error ("Nothing asks for “%s”", name);
}

static void
test_options (void)
{
  ConsoleFixture     fixture = { 0 };
  LecternPapersPage *page;
  console_fixture_set_up_with (&fixture, "jiaozuo-2018-rounds", TRUE);
  rounds_fixture_draw (fixture.engine);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "papers");
  console_fixture_settle (100);
  page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture.window, "papers"));
  lectern_papers_page_select (page, LECTERN_PAPER_BLANK_SHEETS);
  choose (page, "judge", 3);
  choose (page, "lot", 7);
  {
    g_autoptr (LecternPaperOrder) order = lectern_papers_page_get_order (page);
    g_autofree char *name = lectern_paper_order_name_file (order, TRUE);
    g_assert_cmpint (order->judge, ==, 3);
    g_assert_cmpint (order->lot, ==, 7);
    g_assert_cmpstr (order->round, ==, "semi");
    g_assert_cmpstr (name, ==, "blank-sheets-semi-judge-3-no-7.pdf");
  }
  lectern_papers_page_select (page, LECTERN_PAPER_SHEETS);
  choose (page, "arrangement", 1);
  {
    g_autoptr (LecternPaperOrder) order = lectern_papers_page_get_order (page);
    g_assert_true (order->by_judge);
    g_assert_cmpint (order->judge, ==, 3);
    g_assert_cmpint (order->lot, ==, 0); /* by judge there is no single entry */
  }
  lectern_papers_page_select (page, LECTERN_PAPER_NOTICE);
  choose (page, "rounds", 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (console_fixture_find (page, "GtkSpinButton", 0)), 7);
  {
    g_autoptr (LecternPaperOrder) order = lectern_papers_page_get_order (page);
    g_assert_cmpuint (order->days, ==, 7);
    g_assert_cmpstr (order->round, ==, "final");
    g_assert_cmpint (order->judge + order->lot, ==, 0);
  }
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
is_counted (gpointer data)
{
  return *(gssize *) data >= 0;
}

/* Every name of the list is a PDF there, and nothing else is. */
static guint
check_index (const char *folder,
             const char *index)
{
  g_auto (GStrv) lines = g_strsplit (index, "\n", -1);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_listed = 0, n_files = 0;
  for (guint i = 0; lines[i]; i++)
    if (g_str_has_suffix (lines[i], ".pdf"))
      {
        g_autofree char *path = g_build_filename (folder, lines[i], NULL);
        g_autofree char *contents = NULL;
        g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
        g_assert_true (g_str_has_prefix (contents, "%PDF-"));
        n_listed++;
      }
  while (g_dir_read_name (dir))
    n_files++;
  g_assert_cmpuint (n_files, ==, n_listed + 1);
  return n_listed;
}

static void
test_folder (void)
{
  ConsoleFixture   fixture = { 0 };
  gssize           n = -1;
  g_autofree char *folder = g_dir_make_tmp ("lectern-papers-XXXXXX", NULL);
  g_autofree char *papers = g_build_filename (folder, "papers", NULL);
  g_autofree char *path = g_build_filename (papers, LECTERN_PAPER_FOLDER_INDEX, NULL);
  g_autofree char *index = NULL;
  console_fixture_set_up_with (&fixture, "jiaozuo-2018-rounds", TRUE);
  rounds_fixture_draw (fixture.engine);
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  rounds_fixture_open_round (fixture.engine, "final");
  lectern_paper_folder_write_async (fixture.desk, papers, NULL, on_folder_written_cb, &n);
  console_fixture_wait (is_counted, &n);
  g_assert_true (g_file_get_contents (path, &index, NULL, NULL));
  g_assert_cmpuint (check_index (papers, index), ==, n);
  g_assert_cmpint (n, ==, 10); /* six of the semi-final, blank sheets of the final, the entry list twice, the journal */
  g_assert_nonnull (strstr (index, "summary-semi.pdf\n    复赛 · Summary of the results, 2 pages"));
  g_assert_nonnull (strstr (index, "Not here:"));
  g_assert_nonnull (strstr (index, "决赛 · Certificates “十佳宣讲员”\n    Nobody has the award"));
  g_assert_null (strstr (index, "复赛 · Certificates"));
  console_fixture_tear_down (&fixture);
}

/* The ranking on pages ------------------------------------------------------------------------ */

static guint
get_page (ConsoleFixture *fixture)
{
  g_autoptr (LecternScene) scene = lectern_scene_from_json (lectern_contest_get_on_air (console_fixture_contest (fixture))->scene, NULL);
  return scene->page;
}

static gboolean
is_on_second (gpointer data)
{
  return get_page (data) == 2;
}

static void
test_pages (void)
{
  ConsoleFixture      fixture = { 0 };
  LecternEveningPage *page;
  console_fixture_set_up_with (&fixture, "jiaozuo-2018-rounds", TRUE);
  rounds_fixture_draw (fixture.engine);
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (100);
  page = LECTERN_EVENING_PAGE (lectern_console_window_get_page (fixture.window, "evening"));
  g_assert_false (lectern_evening_page_press_key (page, GDK_KEY_Page_Down)); /* nothing has pages: the key is anybody's */
  lectern_evening_page_show_scene (page, LECTERN_SCENE_RANKING);
  console_fixture_settle (200);
  g_assert_true (reads (GTK_WIDGET (page), "Ranking · page 1 of 3")); /* before the hall sees it */
  g_assert_true (lectern_evening_page_press_key (page, GDK_KEY_Return));
  console_fixture_settle (200);
  g_assert_true (reads (GTK_WIDGET (page), "Ranking · page 1 of 3"));
  g_assert_true (lectern_evening_page_press_key (page, GDK_KEY_Page_Down));
  console_fixture_wait (is_on_second, &fixture);
  console_fixture_settle (100);
  g_assert_true (reads (GTK_WIDGET (page), "Ranking · page 2 of 3"));
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = rounds_fixture_make_home ();
  int              failed;
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/rounds/go-on", test_go_on);
  g_test_add_func ("/console/rounds/one", test_one_round);
  g_test_add_func ("/console/rounds/heat", test_heat);
  g_test_add_func ("/console/rounds/damaged-stick", test_damaged_stick);
  g_test_add_func ("/console/rounds/pages", test_pages);
  g_test_add_func ("/console/papers/preview", test_papers);
  g_test_add_func ("/console/papers/options", test_options);
  g_test_add_func ("/console/papers/folder", test_folder);
  failed = g_test_run ();
  rounds_fixture_remove_home (home);
  return failed;
}
