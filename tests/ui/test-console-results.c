/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The results in the real window over a real engine: what keeps a round open and the way to it, the
 * second person's comparison with a sheet that differs, closing and opening again, ties, the grid of
 * sheets, several rounds, the judges' agreement. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>
#include <string.h>

#include "lectern-agreement-pane.h"
#include "lectern-agreement-table.h"
#include "lectern-corrections-pane.h"
#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-reason-dialog.h"
#include "lectern-recheck-pane.h"
#include "lectern-recheck.h"
#include "lectern-results-page.h"
#include "lectern-sheets-pane.h"
#include "lectern-table-line.h"

/* Longer than the moment of looking that comparing takes. */
#define LOOK_MS 560

static LecternResultsPage *
show_results (ConsoleFixture *fixture,
              const char     *name)
{
  LecternResultsPage *page = LECTERN_RESULTS_PAGE (lectern_console_window_get_page (fixture->window, "results"));
  lectern_console_window_show_page (fixture->window, "results");
  lectern_results_page_show (page, name);
  console_fixture_settle (250);
  return page;
}

static void
set_up (ConsoleFixture *fixture)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
}

/* With other rules, and in a round of them. */
static void
set_up_in (ConsoleFixture *fixture,
           const char     *round,
           const char     *rules)
{
  LecternAction *edit = lectern_action_new (LECTERN_ACTION_EDIT_RULES, "test");
  LecternAction *open = lectern_action_new (LECTERN_ACTION_OPEN_ROUND, "test");
  console_fixture_set_up (fixture, TRUE);
  edit->text = g_strdup (rules);
  console_fixture_do (fixture, edit);
  open->key = g_strdup (round);
  console_fixture_do (fixture, open);
  console_fixture_draw (fixture);
}

/* A label in sight below @parent that says @part. */
static GtkWidget *
find_words (gpointer    parent,
            const char *part)
{
  GtkWidget *label;
  for (guint i = 0; (label = console_fixture_find (parent, "GtkLabel", i)); i++)
    if (gtk_widget_get_mapped (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), part))
      return label;
  return NULL;
}

/* The row in sight below @parent that asks for @title. */
static GtkEditable *
find_row (gpointer    parent,
          const char *title)
{
  GtkWidget *row;
  for (guint i = 0; (row = console_fixture_find (parent, "AdwEntryRow", i)); i++)
    if (gtk_widget_get_mapped (row) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return GTK_EDITABLE (row);
  return NULL;
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

static GtkWidget *
find_dialog (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (g_type_is_a (G_OBJECT_TYPE (window), g_type_from_name (type)))
        return window;
    }
  return NULL;
}

static const LecternRound *
get_round (ConsoleFixture *fixture)
{
  return lectern_contest_get_current_round (console_fixture_contest (fixture));
}

static gboolean
is_closed (gpointer data)
{
  return get_round (data)->state == LECTERN_ROUND_FINALISED;
}

static gboolean
is_running (gpointer data)
{
  return get_round (data)->state == LECTERN_ROUND_RUNNING;
}

static guint
count_open (ConsoleFixture *fixture)
{
  g_autoptr (GPtrArray) open = lectern_recheck_list_open (console_fixture_contest (fixture), NULL);
  return open->len;
}

static GtkWidget *
find_pane (ConsoleFixture *fixture)
{
  return console_fixture_find (fixture->window, "LecternRecheckPane", 0);
}

static void
begin_comparing (ConsoleFixture *fixture,
                 gpointer        page,
                 const char     *checker)
{
  gtk_editable_set_text (find_row (page, "Name of who compares"), checker);
  console_fixture_press (console_fixture_find_button (page, count_open (fixture) < 10 ? "Go On Comparing" : "Begin to Compare"));
  console_fixture_settle (50);
  g_assert_true (gtk_widget_get_mapped (find_pane (fixture)));
}

/* Agrees with one entry, as the button does. */
static void
agree (ConsoleFixture *fixture)
{
  guint n_open = count_open (fixture);
  console_fixture_settle (LOOK_MS);
  console_fixture_press (console_fixture_find_button (find_pane (fixture), "All Agree"));
  console_fixture_settle (80);
  g_assert_cmpuint (count_open (fixture), ==, n_open - 1);
}

static void
close_round (ConsoleFixture *fixture,
             gpointer        page,
             const char     *closer)
{
  gtk_editable_set_text (find_row (page, "Name of who closes the round"), closer);
  console_fixture_press (console_fixture_find_button (page, "Close the Round"));
  console_fixture_wait (is_closed, fixture);
  console_fixture_settle (100);
}

/* From a round that is still open to one that was closed, opened again, and closed once more. */
static void
test_to_the_end (void)
{
  ConsoleFixture fixture = { 0 };
  set_up (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  console_fixture_play_to (&fixture, 3, LECTERN_CUE_INTRODUCE);
  gpointer page = show_results (&fixture, "closing");
  g_assert_nonnull (find_words (page, "No. 3 "));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (page, "Begin to Compare")));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (page, "Close the Round")));
  console_fixture_play_to (&fixture, 0, LECTERN_CUE_CEREMONY);
  console_fixture_settle (100);
  g_assert_nonnull (find_words (page, "Nothing: everything is in and decided."));
  g_assert_nonnull (find_words (page, "0 of 10 entries compared"));
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (page, "Begin to Compare"))); /* by whom? */

  begin_comparing (&fixture, page, " 李复核 ");
  g_assert_false (lectern_recheck_pane_agree (LECTERN_RECHECK_PANE (find_pane (&fixture)))); /* without a look */
  for (guint i = 0; i < 9; i++)
    agree (&fixture);
  g_assert_nonnull (find_words (page, "9 of 10 entries compared"));
  agree (&fixture);
  g_assert_false (gtk_widget_get_mapped (find_pane (&fixture)));
  g_assert_nonnull (find_words (page, "10 of 10 entries compared"));

  gtk_editable_set_text (find_row (page, "Name of who closes the round"), "李复核");
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (page, "Close the Round")));
  g_assert_nonnull (find_words (page, "Whoever compared the sheets alone can’t close the round too."));
  close_round (&fixture, page, "王操作");
  g_assert_cmpstr (get_round (&fixture)->closed_by, ==, "王操作");
  g_assert_cmpstr (get_round (&fixture)->checked_by, ==, "李复核");
  g_assert_nonnull (find_words (page, "Revision 1 · closed by 王操作 · compared by 李复核"));

  console_fixture_press (console_fixture_find_button (page, "Open the Round Again…"));
  console_fixture_settle (50);
  GtkWidget *dialog = find_dialog ("LecternReasonDialog");
  g_assert_nonnull (find_words (dialog, "revision 2"));
  lectern_reason_dialog_set_reason (LECTERN_REASON_DIALOG (dialog), "申诉成立");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  gtk_window_destroy (GTK_WINDOW (dialog));
  console_fixture_wait (is_running, &fixture);
  console_fixture_settle (50);
  close_round (&fixture, page, "王操作"); /* nothing changed, so what was compared still is */
  g_assert_nonnull (find_words (page, "Revision 2 · closed by 王操作 · compared by 李复核"));
  console_fixture_tear_down (&fixture);
}

static void
hand_in_again (ConsoleFixture *fixture,
               gint64          lot,
               gint64          judge)
{
  GPtrArray     *criteria = lectern_contest_get_criteria (console_fixture_contest (fixture));
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SHEET, "test");
  action->lot = lot;
  action->judge = judge;
  action->on = TRUE;
  action->text = g_uuid_string_random ();
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char        *mark = lectern_mark_format (criterion->max / 10 * 9);
      lectern_action_add_mark (action, criterion->key, mark);
    }
  console_fixture_do (fixture, action);
  console_fixture_do_kind (fixture, LECTERN_ACTION_CLOSE_GATE);
}

static GtkWidget *
find_differs (ConsoleFixture *fixture,
              guint           nth)
{
  GtkWidget *button;
  for (guint i = 0; (button = console_fixture_find (find_pane (fixture), "GtkButton", i)); i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Differs…") == 0 && nth-- == 0)
      return button;
  return NULL;
}

/* The paper says something else: that entry can't be agreed with, its sheet is reopened with a
 * reason and a second person, and afterwards that entry has to be compared again. */
static void
test_a_sheet_differs (void)
{
  ConsoleFixture fixture = { 0 };
  set_up (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  console_fixture_play_to (&fixture, 0, LECTERN_CUE_CEREMONY);
  gpointer page = show_results (&fixture, "closing");
  begin_comparing (&fixture, page, "李复核");
  LecternRecheckPane *pane = LECTERN_RECHECK_PANE (find_pane (&fixture));
  gint64              first = lectern_recheck_pane_get_lot (pane);
  agree (&fixture);
  gint64       lot = lectern_recheck_pane_get_lot (pane);
  GtkEditable *paper = GTK_EDITABLE (console_fixture_find (pane, "GtkEntry", 0));
  g_assert_cmpint (lot, !=, first);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (console_fixture_contest (&fixture), NULL, FALSE);
  g_autofree char *final = lectern_fraction_format (ranking->rows[1].ranked.final, 2);
  g_assert_cmpint (ranking->rows[1].entry->lot, ==, lot);
  g_assert_nonnull (find_words (pane, final));
  gtk_editable_set_text (paper, "12.34");
  console_fixture_settle (LOOK_MS);
  g_assert_false (gtk_widget_is_sensitive (console_fixture_find_button (pane, "All Agree")));
  g_assert_false (lectern_recheck_pane_agree (pane));
  g_autofree char *longer = g_strdup_printf ("0%s0", final);
  gtk_editable_set_text (paper, longer);
  g_assert_true (gtk_widget_is_sensitive (console_fixture_find_button (pane, "All Agree")));
  gtk_editable_set_text (paper, "12.34");

  console_fixture_press (find_differs (&fixture, 2));
  console_fixture_settle (300);
  gpointer form = console_fixture_find (fixture.window, "LecternCorrectionForm", 0);
  g_assert_true (gtk_widget_get_mapped (lectern_console_window_get_page (fixture.window, "evening")));
  g_assert_true (gtk_widget_get_mapped (form));
  g_assert_nonnull (find_words (form, ranking->rows[1].nominee->name));
  LecternAction *reopen = lectern_action_new (LECTERN_ACTION_REOPEN_SHEET, "console");
  reopen->lot = lot;
  reopen->judge = ranking->rows[1].sheets[2].judge;
  reopen->reason = g_strdup ("抄错");
  reopen->second = g_strdup ("孙启明");
  console_fixture_do (&fixture, reopen);
  page = show_results (&fixture, "closing");
  g_assert_nonnull (find_words (page, "Marking is still open"));
  hand_in_again (&fixture, lot, ranking->rows[1].sheets[2].judge);
  console_fixture_settle (100);
  g_assert_nonnull (find_words (page, "1 of 10 entries compared"));
  begin_comparing (&fixture, page, "李复核");
  g_assert_cmpint (lectern_recheck_pane_get_lot (pane), !=, first);
  console_fixture_tear_down (&fixture);
}

/* Every blocker's button goes where it is solved. */
static void
test_ways (void)
{
  ConsoleFixture fixture = { 0 };
  set_up (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_MARK);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  console_fixture_mark (&fixture, 2);
  gpointer page = show_results (&fixture, "closing");
  g_assert_nonnull (find_words (page, "Marking is still open for No. 2. Close it."));
  console_fixture_press (console_fixture_find_button (page, "To the Evening"));
  console_fixture_settle (200);
  g_assert_true (gtk_widget_get_mapped (lectern_console_window_get_page (fixture.window, "evening")));
  console_fixture_do_kind (&fixture, LECTERN_ACTION_CLOSE_GATE);
  page = show_results (&fixture, "closing");
  g_assert_nonnull (find_words (page, "sheets are missing from judges"));
  console_fixture_press (console_fixture_find_button (page, "To Its Sheets"));
  console_fixture_settle (200);
  gpointer pane = console_fixture_find (fixture.window, "LecternCorrectionsPane", 0);
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_cmpint (lectern_corrections_pane_get_lot (pane), ==, 2);
  console_fixture_tear_down (&fixture);
}

/* The rank of the first place that is shared. */
static guint
find_shared_rank (ConsoleFixture *fixture)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (console_fixture_contest (fixture), NULL, FALSE);
  for (guint i = 0; i < ranking->n_rows; i++)
    if (ranking->rows[i].ranked.tied)
      return ranking->rows[i].ranked.rank;
  g_assert_not_reached ();
}

/* One award that ends within the first place that is shared. */
static guint
end_award_in_tie (ConsoleFixture *fixture)
{
  guint          rank = find_shared_rank (fixture);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_EDIT_RULES, "test");
  action->text = g_strdup_printf ("{\"awards\": [{\"key\": \"top\", \"name\": \"十佳宣讲员\", \"places\": %u}]}", rank);
  action->reason = g_strdup ("名额更正");
  console_fixture_do (fixture, action);
  console_fixture_settle (100);
  return rank;
}

/* The border runs through a shared place: the operator is warned as soon as that can be, and the
 * jury's decision is the way out. */
static void
test_tie_at_the_border (void)
{
  ConsoleFixture fixture = { 0 };
  set_up (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  console_fixture_play_to (&fixture, 28, LECTERN_CUE_INTRODUCE);
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (200);
  gpointer card = console_fixture_find (fixture.window, "LecternResultCard", 0);
  g_assert_null (find_words (card, "are equal by every rule"));
  end_award_in_tie (&fixture);
  g_assert_nonnull (find_words (card, "are equal by every rule"));
  GListModel *lines = lectern_results_page_get_lines (show_results (&fixture, "ranking"));
  g_assert_cmpstr (get_text (lines, 0, 8), ==, "certain of “十佳宣讲员”");
  g_assert_cmpstr (get_text (lines, 26, 8), ==, "out of reach of every award");
  g_assert_cmpstr (get_text (lines, 27, 8), ==, "waiting");
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_play_to (&fixture, 0, LECTERN_CUE_CEREMONY);
  guint rank = end_award_in_tie (&fixture);
  g_assert_nonnull (find_words (card, "The jury must record its decision."));

  gpointer page = show_results (&fixture, "ranking");
  g_assert_nonnull (find_words (page, "The jury must record its decision."));
  g_assert_nonnull (strstr (get_text (lectern_results_page_get_lines (page), rank - 1, 9), "由评委会裁定"));
  page = show_results (&fixture, "closing");
  console_fixture_press (console_fixture_find_button (page, "Decide…"));
  console_fixture_settle (100);
  GtkWidget *dialog = find_dialog ("LecternDecisionDialog");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Reason, for the journal")), "合议");
  console_fixture_press (console_fixture_find_button (dialog, "Record"));
  console_fixture_settle (200);
  g_assert_null (console_fixture_find_button (page, "Decide…"));
  g_assert_nonnull (find_words (page, "Nothing: everything is in and decided."));
  page = show_results (&fixture, "ranking");
  g_assert_cmpstr (get_text (lectern_results_page_get_lines (page), rank, 9), !=, "");
  g_assert_null (find_words (page, "The jury must record its decision."));
  console_fixture_tear_down (&fixture);
}

/* The cell of the grid for @judge says the total, what was struck out, who did not mark. */
static void
test_sheets (void)
{
  ConsoleFixture fixture = { 0 };
  set_up (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  LecternAction *absent = lectern_action_new (LECTERN_ACTION_RECUSE, "test");
  absent->lot = 1;
  absent->judge = 7;
  absent->reason = g_strdup ("途中堵车");
  absent->number = LECTERN_RECUSAL_ABSENT;
  console_fixture_do (&fixture, absent);
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_INTRODUCE);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_CLOSE_GATE);
  gpointer           page = show_results (&fixture, "sheets");
  LecternSheetsPane *pane = LECTERN_SHEETS_PANE (console_fixture_find (page, "LecternSheetsPane", 0));
  GListModel        *lines = lectern_sheets_pane_get_lines (pane), *marks = lectern_sheets_pane_get_marks (pane);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (console_fixture_contest (&fixture), NULL, FALSE);
  const LecternRankingRow *row = &ranking->rows[0];
  guint                    n_struck = 0;
  g_assert_cmpint (row->entry->lot, ==, 1);
  for (guint i = 0; i < row->n_sheets; i++)
    {
      g_autofree char *total = lectern_mark_format (row->sheets[i].total);
      const char      *cell = get_text (lines, 0, 4 + (guint) row->sheets[i].judge - 1);
      g_assert_true (g_str_has_prefix (cell, total));
      if (row->sheets[i].fate == LECTERN_SHEET_COUNTED)
        g_assert_cmpstr (cell, ==, total);
      else
        g_assert_true (g_str_has_suffix (cell, row->sheets[i].fate == LECTERN_SHEET_DROPPED_HIGH ? " high" : " low"));
      n_struck += row->sheets[i].fate != LECTERN_SHEET_COUNTED;
    }
  g_assert_cmpuint (n_struck, ==, 2);
  g_assert_cmpstr (get_text (lines, 0, 4 + 6), ==, "abs.");
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 9);
  g_assert_cmpstr (get_text (marks, 6, 7), ==, "absent");
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (console_fixture_contest (&fixture), row->entry, 2);
  g_autofree char    *content = lectern_mark_format (lectern_contest_get_mark (console_fixture_contest (&fixture), sheet, "content"));
  g_assert_cmpstr (get_text (marks, 1, 1), ==, content);

  LecternAction *reopen = lectern_action_new (LECTERN_ACTION_REOPEN_SHEET, "test");
  reopen->lot = 1;
  reopen->judge = 2;
  reopen->reason = g_strdup ("看错一行");
  reopen->second = g_strdup ("孙启明");
  console_fixture_do (&fixture, reopen);
  hand_in_again (&fixture, 1, 2);
  console_fixture_settle (100);
  g_assert_nonnull (strstr (get_text (lines, 0, 4 + 1), "90*"));
  g_assert_nonnull (strstr (get_text (marks, 1, 7), "amended: 看错一行"));
  lectern_sheets_pane_choose (pane, 5);
  console_fixture_settle (50);
  g_assert_cmpstr (get_text (marks, 6, 1), ==, ""); /* not marked yet */
  console_fixture_tear_down (&fixture);
}

static void
recheck_all (ConsoleFixture *fixture)
{
  g_autoptr (GPtrArray) open = lectern_recheck_list_open (console_fixture_contest (fixture), NULL);
  for (guint i = 0; i < open->len; i++)
    {
      LecternAction *action = lectern_action_new (LECTERN_ACTION_RECHECK, "test");
      action->lot = ((const LecternProblem *) g_ptr_array_index (open, i))->row;
      action->text = g_strdup ("李复核");
      console_fixture_do (fixture, action);
    }
}

static gboolean
is_in_final (gpointer data)
{
  return g_str_equal (get_round (data)->key, "final");
}

/* A semi-final whose best go on: its cut, going on, and looking back at it. */
static void
test_rounds (void)
{
  ConsoleFixture fixture = { 0 };
  set_up_in (&fixture, "semi", "{\"rounds\": [{\"key\": \"semi\", \"name\": \"复赛\", \"advance\": 13}, {\"key\": \"final\", \"name\": \"决赛\", \"advance\": null}]}");
  console_fixture_open (&fixture, 1366, 768);
  console_fixture_play_to (&fixture, 0, LECTERN_CUE_CEREMONY);
  gpointer page = show_results (&fixture, "ranking");
  gpointer rounds = console_fixture_find (page, "GtkDropDown", 0);
  g_assert_true (gtk_widget_get_mapped (rounds));
  g_assert_cmpuint (gtk_drop_down_get_selected (rounds), ==, 0);
  g_assert_cmpstr (get_text (lectern_results_page_get_lines (page), 0, 8), ==, "goes on to “决赛”");
  g_assert_cmpstr (get_text (lectern_results_page_get_lines (page), 27, 8), ==, "–");
  recheck_all (&fixture);
  page = show_results (&fixture, "closing");
  close_round (&fixture, page, "王操作");
  console_fixture_press (console_fixture_find_button (page, "Go On to “决赛”"));
  console_fixture_wait (is_in_final, &fixture);
  console_fixture_settle (100);
  g_assert_cmpuint (gtk_drop_down_get_selected (rounds), ==, 1); /* the page goes along */
  gtk_drop_down_set_selected (rounds, 0);
  console_fixture_settle (100);
  g_assert_nonnull (find_words (page, "“复赛” Is Closed"));
  g_assert_null (console_fixture_find_button (page, "Go On to “决赛”"));
  page = show_results (&fixture, "ranking");
  g_assert_cmpuint (g_list_model_get_n_items (lectern_results_page_get_lines (page)), ==, 28);
  gtk_drop_down_set_selected (rounds, 1);
  console_fixture_settle (100);
  g_assert_cmpuint (g_list_model_get_n_items (lectern_results_page_get_lines (page)), <, 28);
  console_fixture_tear_down (&fixture);
}

/* The figures are those of `lecternctl agreement`, and the page says what they are not. */
static void
test_agreement (void)
{
  ConsoleFixture fixture = { 0 };
  set_up (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  gpointer page = show_results (&fixture, "agreement");
  g_assert_nonnull (find_words (page, "Nothing to Compare Yet"));
  console_fixture_play_to (&fixture, 9, LECTERN_CUE_INTRODUCE);
  console_fixture_settle (100);
  g_assert_nonnull (find_words (page, "They never change a result"));
  g_autoptr (LecternAgreementTable) table = lectern_agreement_table_new (console_fixture_contest (&fixture), NULL);
  g_autofree char *w = lectern_figure_format (table->figures->kendall_w, 2);
  g_autofree char *mean = lectern_figure_format (table->figures->judges[3].mean, 2);
  GListModel      *lines = lectern_agreement_pane_get_lines (LECTERN_AGREEMENT_PANE (console_fixture_find (page, "LecternAgreementPane", 0)));
  g_assert_nonnull (find_words (page, w));
  /* As the report calls it, and no word about the crew. */
  gint64           reliability = table->figures->icc2_k.billionths / (10 * 1000 * 1000);
  g_autofree char *called = g_strdup_printf ("and not from the judges: %s.", reliability >= 90 ? "very reliable" : (reliability >= 75 ? "reliable" : (reliability >= 50 ? "so-so" : "low")));
  g_assert_nonnull (find_words (page, called));
  g_assert_null (find_words (page, "excellent"));
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 9);
  g_assert_cmpstr (get_text (lines, 3, 1), ==, mean);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  /* GTK warns where a text is set from outside that has the focus. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  adw_init ();
  g_test_add_func ("/console/results/to-the-end", test_to_the_end);
  g_test_add_func ("/console/results/a-sheet-differs", test_a_sheet_differs);
  g_test_add_func ("/console/results/ways", test_ways);
  g_test_add_func ("/console/results/tie-at-the-border", test_tie_at_the_border);
  g_test_add_func ("/console/results/sheets", test_sheets);
  g_test_add_func ("/console/results/rounds", test_rounds);
  g_test_add_func ("/console/results/agreement", test_agreement);
  return g_test_run ();
}
