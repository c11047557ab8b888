/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's other pages in the real window over a real engine: the register and its form, a
 * table taken in or refused, the draw, the results to the end, papers, the journal. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>

#include "lectern-check-in.h"
#include "lectern-decision-dialog.h"
#include "lectern-draw-page.h"
#include "lectern-import-dialog.h"
#include "lectern-journal-job.h"
#include "lectern-journal-page.h"
#include "lectern-nominee-dialog.h"
#include "lectern-nominees-page.h"
#include "lectern-paper-job.h"
#include "lectern-ranking.h"
#include "lectern-reason-dialog.h"
#include "lectern-seat-words.h"
#include "lectern-set-up-page.h"
#include "lectern-table-line.h"

#define COLUMN_OF_CHECK 7

static LecternNomineesPage *
open_register (ConsoleFixture *fixture,
               gboolean        sample)
{
  console_fixture_set_up (fixture, sample);
  console_fixture_open (fixture, 1366, 768);
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture->window, "set-up")), "nominees");
  console_fixture_settle (50);
  return LECTERN_NOMINEES_PAGE (console_fixture_find (fixture->window, "LecternNomineesPage", 0));
}

/* The dialog of that type that is open, or NULL. */
static GtkWindow *
find_dialog (const char *type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (g_type_is_a (G_OBJECT_TYPE (window), g_type_from_name (type)))
        return window;
    }
  return NULL;
}

static gboolean
dialog_is_gone (gpointer data)
{
  return find_dialog (data) == NULL;
}

/* The entry row of @dialog that asks for @title. */
static void
type_into (gpointer    dialog,
           const char *title,
           const char *text)
{
  GtkWidget *row;
  for (guint i = 0; (row = console_fixture_find (dialog, "AdwEntryRow", i)); i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      {
        gtk_editable_set_text (GTK_EDITABLE (row), text);
        return;
      }
  g_error ("Nothing asks for “%s”", title);
}

static void
fill_nominee (GtkWindow  *dialog,
              const char *name)
{
  type_into (dialog, "Name", name);
  type_into (dialog, "Title of the lecture", "一堂课");
  type_into (dialog, "Courseware, file name or “yes”", "yes");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (console_fixture_find (dialog, "GtkSpinButton", 0)), 4);
}

static void
add_nominee (LecternNomineesPage *page,
             const char          *name)
{
  console_fixture_press (console_fixture_find_button (page, "Add a Nominee…"));
  console_fixture_settle (50);
  GtkWindow *dialog = find_dialog ("LecternNomineeDialog");
  g_assert_nonnull (dialog);
  fill_nominee (dialog, name);
  console_fixture_press (console_fixture_find_button (dialog, "Save"));
}

static const char *
get_text (GListModel *lines,
          guint       position,
          guint       column)
{
  g_autoptr (LecternTableLine) line = g_list_model_get_item (lines, position);
  g_assert_nonnull (line);
  return lectern_table_line_get_text (line, column);
}

static void
test_add_edit_withdraw (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternNomineesPage *page = open_register (&fixture, FALSE);
  GListModel          *lines = lectern_nominees_page_get_lines (page);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 0);
  add_nominee (page, "刘𬱖");
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternNomineeDialog");
  console_fixture_settle (50);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 1);
  g_assert_cmpstr (get_text (lines, 0, 0), ==, "刘𬱖");
  g_assert_cmpstr (get_text (lines, 0, COLUMN_OF_CHECK), ==, "eligible");

  g_autoptr (LecternTableLine) line = g_list_model_get_item (lines, 0);
  lectern_nominees_page_select (page, lectern_table_line_get_key (line));
  console_fixture_press (console_fixture_find_button (page, "Edit…"));
  console_fixture_settle (50);
  GtkWindow *dialog = find_dialog ("LecternNomineeDialog");
  type_into (dialog, "Courseware, file name or “yes”", "");
  console_fixture_press (console_fixture_find_button (dialog, "Save"));
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternNomineeDialog");
  console_fixture_settle (50);
  g_assert_cmpstr (get_text (lines, 0, COLUMN_OF_CHECK), !=, "eligible");

  console_fixture_press (console_fixture_find_button (page, "Withdraw…"));
  console_fixture_settle (50);
  dialog = find_dialog ("LecternReasonDialog");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "confirm"));
  lectern_reason_dialog_set_reason (LECTERN_REASON_DIALOG (dialog), "生病");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "confirm"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  gtk_window_destroy (dialog);
  console_fixture_settle (150);
  g_assert_cmpstr (get_text (lines, 0, COLUMN_OF_CHECK), ==, "Withdrawn: 生病");
  console_fixture_press (console_fixture_find_button (page, "Restore"));
  console_fixture_settle (150);
  g_assert_false (g_str_has_prefix (get_text (lines, 0, COLUMN_OF_CHECK), "Withdrawn"));
  console_fixture_tear_down (&fixture);
}

static void
test_third_nominee_is_refused (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternNomineesPage *page = open_register (&fixture, FALSE);
  add_nominee (page, "甲");
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternNomineeDialog");
  add_nominee (page, "乙");
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternNomineeDialog");
  add_nominee (page, "丙");
  console_fixture_settle (200);
  GtkWindow *dialog = find_dialog ("LecternNomineeDialog");
  g_assert_nonnull (dialog);
  GtkRevealer *refusal = GTK_REVEALER (console_fixture_find (dialog, "GtkRevealer", 0));
  g_assert_true (gtk_revealer_get_reveal_child (refusal));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_revealer_get_child (refusal))), ==,
                   "解放区 has its 2 nominees already. Withdraw one of them first.");
  /* Nothing typed is lost. */
  GtkWidget *row = console_fixture_find_row (dialog, "Name");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "丙");
  gtk_window_destroy (dialog);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_nominees_page_get_lines (page)), ==, 2);
  console_fixture_tear_down (&fixture);
}

static GtkWindow *
open_import (ConsoleFixture *fixture,
             const char     *name,
             const char     *table)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  GtkWindow *dialog = lectern_import_dialog_new (GTK_WIDGET (fixture->window), fixture->desk, LECTERN_IMPORT_NOMINEES, path);
  gtk_window_present (dialog);
  console_fixture_settle (100);
  return dialog;
}

static void
test_import (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternNomineesPage *page = open_register (&fixture, FALSE);
  GListModel          *lines = lectern_nominees_page_get_lines (page);
  GtkWindow           *bad = open_import (&fixture, "bad.csv", "推荐单位,姓名,政治面貌,宣讲场次,课件,党课题目\n"
                                                                         "解放区,张三,中共党员,三次,有,一\n"
                                                                         "不存在的区,李四,中共党员,5,有,二\n");
  g_assert_false (lectern_import_dialog_is_ready (LECTERN_IMPORT_DIALOG (bad)));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (bad, "Take In")));
  GtkWidget *first = console_fixture_find (bad, "AdwActionRow", 0), *second = console_fixture_find (bad, "AdwActionRow", 1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)), ==, "Row 2, Lectures");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (second)), ==, "Row 3, Unit");
  gtk_window_destroy (bad);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 0);

  GtkWindow *good = open_import (&fixture, "good.csv", "推荐单位,姓名,政治面貌,宣讲场次,课件,党课题目\n"
                                                       "解放区,张三,中共党员,3,有,一\n"
                                                       "马村区,李四,中共党员,5,有,二\n");
  console_fixture_press (console_fixture_find_button (good, "Take In"));
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternImportDialog");
  console_fixture_settle (50);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 2);
  console_fixture_tear_down (&fixture);
}

/* A table that comes back is laid beside what is registered, and taken as a whole. */
static void
test_import_again (void)
{
  static const char header[] = "推荐单位,姓名,政治面貌,宣讲场次,课件,党课题目\n";
  ConsoleFixture    fixture = { 0 };
  open_register (&fixture, FALSE);
  g_autofree char *table = g_strconcat (header, "解放区,张三,中共党员,3,有,一\n马村区,李四,中共党员,5,有,二\n", NULL);
  g_autofree char *other = g_strconcat (header, "解放区,张三,预备党员,3,有,改了的题目\n马村区,李四,中共党员,5,有,二\n中站区,王五,中共党员,1,有,三\n", NULL);
  GtkWindow       *dialog = open_import (&fixture, "first.csv", table);
  console_fixture_await (dialog, "2 New Nominees");
  console_fixture_press (console_fixture_find_button (dialog, "Take In"));
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternImportDialog");

  dialog = open_import (&fixture, "second.csv", other);
  console_fixture_await (dialog, "1 New, 1 Changed, 1 as They Are");
  g_assert_true (console_fixture_says (dialog, "张三, 解放区"));
  g_assert_true (console_fixture_says (dialog, "改了的题目"));
  g_assert_true (console_fixture_says (dialog, "probationary member"));
  g_assert_true (console_fixture_says (dialog, "New: 王五, 中站区"));
  g_assert_false (console_fixture_says (dialog, "李四"));
  console_fixture_press (console_fixture_find_button (dialog, "Take In"));
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternImportDialog");
  console_fixture_catch_up (&fixture);
  GPtrArray *nominees = lectern_contest_get_nominees (console_fixture_contest (&fixture));
  g_assert_cmpuint (nominees->len, ==, 3);
  g_assert_cmpstr (((LecternNominee *) nominees->pdata[0])->title, ==, "改了的题目");
  g_assert_cmpstr (((LecternNominee *) nominees->pdata[0])->party, ==, "probationary");

  dialog = open_import (&fixture, "third.csv", other);
  g_assert_true (console_fixture_says (dialog, "There is nothing to take in"));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (dialog, "Take In")));
  gtk_window_destroy (dialog);
  console_fixture_tear_down (&fixture);
}

static const char *
find_seed (ConsoleFixture *fixture)
{
  return lectern_contest_get_current_round (console_fixture_contest (fixture))->seed;
}

static void
test_draw (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "draw");
  console_fixture_settle (300);
  GtkWidget *page = lectern_console_window_get_page (fixture.window, "draw");
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (page, "GtkEntry", 0)), "焦作");
  console_fixture_press (console_fixture_find_button (page, "Draw the Order"));
  console_fixture_settle (200);
  g_assert_cmpstr (find_seed (&fixture), ==, "焦作");
  /* Again only with a reason. */
  console_fixture_press (console_fixture_find_button (page, "Draw Again…"));
  console_fixture_settle (50);
  GtkWindow *dialog = find_dialog ("LecternReasonDialog");
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (page, "GtkEntry", 0)), "");
  lectern_reason_dialog_set_reason (LECTERN_REASON_DIALOG (dialog), "公证员要求");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  gtk_window_destroy (dialog);
  console_fixture_settle (200);
  g_assert_cmpstr (find_seed (&fixture), !=, "焦作");
  console_fixture_tear_down (&fixture);
}

static gboolean
decisions_are_there (gpointer data)
{
  g_autoptr (GPtrArray) decisions = lectern_contest_list_rows (console_fixture_contest (data), &lectern_table_decision);
  return decisions->len == 2;
}

/* The lots of those who share the first place that is shared. */
static GArray *
find_tie (LecternContest *contest)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  GArray *lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint   rank = 0;
  for (guint i = 0; i < ranking->n_rows; i++)
    {
      if (!ranking->rows[i].ranked.tied || (rank && ranking->rows[i].ranked.rank != rank))
        continue;
      rank = ranking->rows[i].ranked.rank;
      g_array_append_val (lots, ranking->rows[i].entry->lot);
    }
  return lots;
}

static guint
get_rank (LecternContest *contest,
          gint64          lot)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  return lectern_ranking_find (ranking, lectern_contest_get_entry_by_lot (contest, lot)->nominee)->ranked.rank;
}

static void
test_decision (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_play_to (&fixture, 0, LECTERN_CUE_CEREMONY);
  console_fixture_open (&fixture, 1366, 768);
  LecternContest *contest = console_fixture_contest (&fixture);
  g_autoptr (GArray) tie = find_tie (contest);
  g_assert_cmpuint (tie->len, ==, 2);
  gint64     first = g_array_index (tie, gint64, 0), second = g_array_index (tie, gint64, 1);
  guint      rank = get_rank (contest, first);
  GtkWindow *dialog = lectern_decision_dialog_new (GTK_WIDGET (fixture.window), fixture.desk, tie);
  gtk_window_present (dialog);
  console_fixture_settle (100);
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (dialog, "Record")));
  lectern_decision_dialog_raise (LECTERN_DECISION_DIALOG (dialog), 1);
  type_into (dialog, "Reason, for the journal", "评委会合议");
  console_fixture_press (console_fixture_find_button (dialog, "Record"));
  console_fixture_wait (decisions_are_there, &fixture);
  g_assert_cmpuint (get_rank (contest, second), ==, rank);
  g_assert_cmpuint (get_rank (contest, first), ==, rank + 1);
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
test_papers (void)
{
  ConsoleFixture fixture = { 0 };
  gboolean       written = FALSE;
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  g_autofree char *path = g_build_filename (fixture.folder, "order.pdf", NULL);
  g_autoptr (LecternPaperOrder) order = lectern_paper_order_new (LECTERN_PAPER_RUNNING_ORDER);
  lectern_paper_job_start (fixture.desk, order, path, NULL, on_written_cb, &written);
  console_fixture_wait (is_true, &written);
  g_autofree char *contents = NULL;
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  console_fixture_tear_down (&fixture);
}

static void
test_journal (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "journal");
  console_fixture_settle (400);
  LecternJournalPage *page = LECTERN_JOURNAL_PAGE (lectern_console_window_get_page (fixture.window, "journal"));
  GListModel         *lines = lectern_journal_page_get_lines (page);
  guint               n = g_list_model_get_n_items (lines);
  g_assert_cmpuint (n, >=, 3);
  console_fixture_draw (&fixture);
  console_fixture_settle (200);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n + 1);
  g_assert_cmpstr (get_text (lines, 0, 3), ==, "Drew the running order of 28 entries with the seed “2018-09-14”.");
  console_fixture_tear_down (&fixture);
}

static GtkDropDown *
find_drop_down (gpointer page,
                guint    nth)
{
  return GTK_DROP_DOWN (console_fixture_find (page, "GtkDropDown", nth));
}

static void
withdraw_one (ConsoleFixture *fixture)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_WITHDRAW_NOMINEE, "lecternctl");
  action->nominee = 3;
  action->reason = g_strdup ("生病住院");
  console_fixture_do (fixture, action);
}

/* An official looks for one thing: by a word, by who did it, by what it is about, by there being a reason. */
static void
test_journal_filter (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  withdraw_one (&fixture);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "journal");
  GtkWidget *page = lectern_console_window_get_page (fixture.window, "journal");
  GtkWidget *search = console_fixture_find (page, "GtkSearchEntry", 0);
  console_fixture_await (page, "5 lines");
  gtk_editable_set_text (GTK_EDITABLE (search), "住院");
  console_fixture_await (page, "1 of 5 lines");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  console_fixture_await (page, "5 lines");
  gtk_drop_down_set_selected (find_drop_down (page, 1), 1); /* with a reason */
  console_fixture_await (page, "1 of 5 lines");
  g_assert_true (console_fixture_says (page, "生病住院"));
  gtk_drop_down_set_selected (find_drop_down (page, 1), 3); /* running order */
  console_fixture_await (page, "1 of 5 lines");
  g_assert_true (console_fixture_says (page, "Drew the running order of 27 entries"));
  gtk_drop_down_set_selected (find_drop_down (page, 1), 0);
  console_fixture_await (page, "5 lines");
  GListModel *persons = gtk_drop_down_get_model (find_drop_down (page, 0));
  guint       mine = 0;
  for (guint i = 1; i < g_list_model_get_n_items (persons); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (persons), i), "lecternctl") == 0)
      mine = i;
  g_assert_cmpuint (mine, >, 0);
  gtk_drop_down_set_selected (find_drop_down (page, 0), mine);
  console_fixture_await (page, "1 of 5 lines");
  g_assert_true (console_fixture_says (page, "生病住院"));
  console_fixture_tear_down (&fixture);
}

/* The whole journal, whatever the page hides; and a folder that is not there is said. */
static void
test_journal_export (void)
{
  ConsoleFixture   fixture = { 0 };
  g_autofree char *contents = NULL;
  console_fixture_set_up (&fixture, TRUE);
  withdraw_one (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "journal");
  GtkWidget *page = lectern_console_window_get_page (fixture.window, "journal");
  console_fixture_await (page, "4 lines");
  g_assert_true (gtk_widget_get_sensitive (console_fixture_find_button (page, "Export…")));
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (page, "GtkSearchEntry", 0)), "住院");
  console_fixture_await (page, "1 of 4 lines");
  g_autofree char *folder = g_path_get_dirname (lectern_engine_get_path (fixture.engine));
  g_autofree char *path = g_build_filename (folder, "journal.csv", NULL);
  lectern_journal_job_write (lectern_console_window_get_desk (fixture.window), path);
  console_fixture_await (fixture.window, "4 lines of the journal are written to “");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "\xef\xbb\xbf行号,时间,操作人,电脑,事项,理由,校验值\r\n1,"));
  g_assert_nonnull (strstr (contents, ",lecternctl,"));
  g_assert_nonnull (strstr (contents, "生病住院"));
  g_autofree char *nowhere = g_build_filename (folder, "no-such-folder", "journal.xlsx", NULL);
  lectern_journal_job_write (lectern_console_window_get_desk (fixture.window), nowhere);
  console_fixture_await (fixture.window, "The table ");
  console_fixture_tear_down (&fixture);
}

static void
pair_laptop (ConsoleFixture *fixture,
             gint64          judge)
{
  g_autoptr (GPtrArray) pairings = lectern_contest_list_rows (console_fixture_contest (fixture), &lectern_table_pairing);
  for (guint i = 0; i < pairings->len; i++)
    {
      const LecternPairing *pairing = g_ptr_array_index (pairings, i);
      if (pairing->judge != judge)
        continue;
      LecternAction *action = lectern_action_new (LECTERN_ACTION_PAIR, "test");
      action->text = g_strdup (pairing->code);
      action->key = g_strnfill (64, 'a');
      action->device = g_strdup ("thinkpad-3");
      action->address = g_strdup ("192.168.10.23");
      console_fixture_do (fixture, action);
      return;
    }
  g_assert_not_reached ();
}

static gboolean
seat_is_revoked (gpointer data)
{
  g_autoptr (GPtrArray) seats = lectern_contest_list_rows (console_fixture_contest (data), &lectern_table_seat);
  return seats->len == 1 && ((const LecternSeat *) g_ptr_array_index (seats, 0))->revoked == 1;
}

static void
test_codes_and_seats (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture.window, "set-up")), "judges");
  console_fixture_settle (100);
  GtkWidget *page = console_fixture_find (fixture.window, "LecternJudgesPage", 0);
  console_fixture_press (console_fixture_find_button (page, "Codes for All"));
  console_fixture_settle (200);
  for (guint i = 0; i < 9; i++)
    {
      GtkWidget *row = console_fixture_find (page, "LecternJuryRow", i);
      g_assert_nonnull (console_fixture_find_button (row, "Pairing Code"));
    }
  pair_laptop (&fixture, 3);
  console_fixture_settle (100);
  GtkWidget *row = console_fixture_find (page, "LecternJuryRow", 2);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  console_fixture_settle (400);
  /* The code has been used, so it is gone. */
  g_assert_null (lectern_seat_words_find_code (console_fixture_contest (&fixture), 3));
  console_fixture_press (console_fixture_find_button (row, "Revoke…"));
  console_fixture_press (console_fixture_find_button (row, "Revoke: Out at Once"));
  console_fixture_wait (seat_is_revoked, &fixture);
  console_fixture_settle (100);
  g_assert_null (console_fixture_find_button (row, "Revoke…"));
  console_fixture_tear_down (&fixture);
}

/* Nothing is saved without a reason; then one line is withdrawn and another is there, of the same unit. */
static void
test_substitute (void)
{
  ConsoleFixture        fixture = { 0 };
  LecternNomineesPage  *page = open_register (&fixture, TRUE);
  const LecternNominee *goes = g_ptr_array_index (lectern_contest_get_nominees (console_fixture_contest (&fixture)), 3);
  g_autofree char      *unit = g_strdup (goes->unit);
  gint64                id = goes->id;
  lectern_nominees_page_select (page, id);
  console_fixture_press (console_fixture_find_button (page, "Substitute…"));
  console_fixture_settle (50);
  GtkWindow *dialog = find_dialog ("LecternNomineeDialog");
  fill_nominee (dialog, "替补");
  g_assert_false (gtk_widget_get_sensitive (console_fixture_find_button (dialog, "Save")));
  type_into (dialog, "Reason, and the unit’s word for it", "住院，单位来函");
  console_fixture_press (console_fixture_find_button (dialog, "Save"));
  console_fixture_wait (dialog_is_gone, (gpointer) "LecternNomineeDialog");
  console_fixture_await (page, "Withdrawn: 住院，单位来函");
  const LecternNominee *comes = lectern_contest_get_nominee (console_fixture_contest (&fixture), 29);
  g_assert_cmpstr (comes->name, ==, "替补");
  g_assert_cmpstr (comes->unit, ==, unit);
  g_assert_cmpint (lectern_contest_get_nominee (console_fixture_contest (&fixture), id)->withdrawn, ==, 1);
  g_assert_true (console_fixture_says (page, "0 of 28 are here"));
  console_fixture_draw (&fixture);
  console_fixture_settle (100);
  lectern_nominees_page_select (page, 29);
  g_assert_false (gtk_widget_get_sensitive (console_fixture_find_button (page, "Substitute…")));
  console_fixture_tear_down (&fixture);
}

static gboolean
somebody_is_here (gpointer data)
{
  guint n_here = 0, n_expected = 0;
  lectern_check_in_count (console_fixture_contest (data), &n_here, &n_expected);
  return n_here > 0;
}

/* As at the door: the name typed, Enter, Check In; then who is not here yet. */
static void
test_check_in (void)
{
  ConsoleFixture       fixture = { 0 };
  LecternNomineesPage *page = open_register (&fixture, TRUE);
  GListModel          *lines = lectern_nominees_page_get_lines (page);
  GtkWidget           *search = console_fixture_find (page, "GtkSearchEntry", 0);
  g_assert_true (console_fixture_says (page, "0 of 28 are here"));
  g_assert_false (gtk_widget_get_sensitive (console_fixture_find_button (page, "Check In")));
  gtk_editable_set_text (GTK_EDITABLE (search), "欧阳静怡");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 1);
  console_fixture_press (console_fixture_find_button (page, "Check In"));
  console_fixture_wait (somebody_is_here, &fixture);
  console_fixture_await (page, "1 of 28 are here");
  g_assert_true (console_fixture_says (page, "✓ "));
  g_assert_nonnull (console_fixture_find_button (page, "Not Here After All"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (console_fixture_find_button (page, "Not Here Yet")), TRUE);
  console_fixture_settle (300);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 27);
  g_assert_false (console_fixture_says (page, "欧阳静怡"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (console_fixture_find_button (page, "Not Here Yet")), FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 28);
  console_fixture_tear_down (&fixture);
}

/* What a page still wants stands above it and as a mark in its tab, and goes when it is there. */
static void
test_steps_of_set_up (void)
{
  ConsoleFixture fixture = { 0 };
  open_register (&fixture, FALSE);
  GtkWidget *page = lectern_console_window_get_page (fixture.window, "set-up");
  g_assert_true (console_fixture_says (page, "Nobody is nominated yet. Import the table"));
  g_assert_true (console_fixture_says (page, "⚠ Nominees"));
  g_assert_true (console_fixture_says (page, "⚠ Contest"));
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (page), "judges");
  g_assert_true (console_fixture_says (page, "There is no judge yet."));
  g_assert_true (console_fixture_says (page, "⚠ Judges"));
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (page), "contest");
  g_assert_true (console_fixture_says (page, "Still missing: the place."));
  LecternAction        *action = lectern_action_new (LECTERN_ACTION_EDIT_CONTEST, "test");
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (console_fixture_contest (&fixture)));
  lectern_record_take_string (&record->place, "礼堂");
  lectern_action_add_record (action, record);
  console_fixture_do (&fixture, action);
  console_fixture_await (page, "Nothing is missing here: 14 units nominate.");
  g_assert_false (console_fixture_says (page, "⚠ Contest"));
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (page), "script");
  g_assert_false (console_fixture_says (page, "missing"));
  console_fixture_tear_down (&fixture);

  open_register (&fixture, TRUE);
  page = lectern_console_window_get_page (fixture.window, "set-up");
  g_assert_true (console_fixture_says (page, "Nothing is missing here: 28 nominees."));
  g_assert_false (console_fixture_says (page, "⚠ Nominees"));
  g_assert_false (console_fixture_says (page, "⚠ Judges"));
  console_fixture_tear_down (&fixture);
}

static gboolean
organisers_are_two (gpointer data)
{
  const char *const *names = lectern_contest_get_organisers (console_fixture_contest (data));
  return names[0] && g_strcmp0 (names[0], "市委宣传部") == 0 && g_strcmp0 (names[1], "\"市\" 教育局") == 0 && !names[2];
}

/* Who invites stands on every paper, and is named where the contest is. */
static void
test_organisers (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up_with (&fixture, "blank", FALSE);
  console_fixture_open (&fixture, 1366, 768);
  GtkWidget *page = lectern_console_window_get_page (fixture.window, "set-up");
  g_assert_true (console_fixture_says (page, "Still missing: the date, the place, an organiser, a unit that nominates."));
  console_fixture_type (page, "Organisers, with “、” between them", "市委宣传部、 、\"市\" 教育局 ");
  console_fixture_press (console_fixture_find_button (page, "Save"));
  console_fixture_wait (organisers_are_two, &fixture);
  console_fixture_await (page, "Still missing: the date, the place, a unit that nominates.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find_row (page, "Organisers, with “、” between them"))), ==, "市委宣传部、\"市\" 教育局");
  console_fixture_tear_down (&fixture);
}

/* Every button and field can be found by a name, on every page. */
static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && !gtk_button_get_label (GTK_BUTTON (widget)) &&
      gtk_button_get_icon_name (GTK_BUTTON (widget)))
    {
      GtkWidget *owner = GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) ? gtk_widget_get_parent (widget) : widget;
      gboolean   named = gtk_test_accessible_has_property (GTK_ACCESSIBLE (owner), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                       gtk_widget_get_tooltip_text (owner);
      gboolean frame = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
      if (!named && !frame && !gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON))
        g_error ("A button with “%s” has no name", gtk_button_get_icon_name (GTK_BUTTON (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_names (void)
{
  static const char *const pages[] = { "set-up", "draw", "evening", "results", "papers", "journal" };
  ConsoleFixture           fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      lectern_console_window_show_page (fixture.window, pages[i]);
      console_fixture_settle (250);
      check_names (GTK_WIDGET (fixture.window));
    }
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/nominees/add-edit-withdraw", test_add_edit_withdraw);
  g_test_add_func ("/console/nominees/third-is-refused", test_third_nominee_is_refused);
  g_test_add_func ("/console/nominees/import", test_import);
  g_test_add_func ("/console/nominees/import-again", test_import_again);
  g_test_add_func ("/console/draw", test_draw);
  g_test_add_func ("/console/results/decision", test_decision);
  g_test_add_func ("/console/papers", test_papers);
  g_test_add_func ("/console/journal", test_journal);
  g_test_add_func ("/console/journal-filter", test_journal_filter);
  g_test_add_func ("/console/journal-export", test_journal_export);
  g_test_add_func ("/console/judges/codes-and-seats", test_codes_and_seats);
  g_test_add_func ("/console/nominees/substitute", test_substitute);
  g_test_add_func ("/console/nominees/check-in", test_check_in);
  g_test_add_func ("/console/steps-of-set-up", test_steps_of_set_up);
  g_test_add_func ("/console/organisers", test_organisers);
  g_test_add_func ("/console/names", test_names);
  return g_test_run ();
}
