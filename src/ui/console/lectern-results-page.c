/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The results for those who answer for them: every sheet's total with what was struck out, exact
 * mean, deduction, final, and the rule that separated equals. “Finalise” can only be pressed when
 * nothing keeps the round open; until then each reason stands beside it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-results-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-decision-dialog.h"
#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-reason-dialog.h"
#include "lectern-table-line.h"
#include "lectern-wording.h"

enum
{
  COLUMN_RANK,
  COLUMN_LOT,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_TIME,
  COLUMN_MEAN,
  COLUMN_DEDUCTION,
  COLUMN_FINAL,
  COLUMN_REMARK,
  COLUMN_JUDGES, /* and one for each further judge */
};

/* At the beginning of an evening every entry keeps the round open; a few say it. */
#define BLOCKERS_SHOWN 8

struct _LecternResultsPage
{
  LecternConsolePart parent_instance;
  GListStore        *lines;
  GArray            *judges; /* numbers, one column each */
  GtkColumnView     *view;
  GtkStack          *stack;
  GtkLabel          *state;
  GtkWidget         *finalise;
  GtkWidget         *reopen;
  GtkWidget         *blockers_box;
  GtkListBox        *blockers;
  GtkWidget         *ties_box;
  GtkListBox        *ties;
};

G_DEFINE_FINAL_TYPE (LecternResultsPage, lectern_results_page, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternResultsPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternResultsPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static void
add_columns (LecternResultsPage *self)
{
  lectern_table_add_column (self->view, COLUMN_RANK, C_ ("results", "Place"), 52, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->view, COLUMN_LOT, C_ ("results", "No."), 42, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->view, COLUMN_NAME, C_ ("results", "Name"), 122, LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->view, COLUMN_UNIT, C_ ("results", "Unit"), 88, LECTERN_TABLE_PLAIN);
  for (guint i = 0; i < self->judges->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", (int) g_array_index (self->judges, gint64, i));
      lectern_table_add_column (self->view, COLUMN_JUDGES + i, title, 47, LECTERN_TABLE_NUMERIC);
    }
  lectern_table_add_column (self->view, COLUMN_MEAN, C_ ("results", "Mean"), 82, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->view, COLUMN_TIME, C_ ("results", "Time"), 58, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->view, COLUMN_DEDUCTION, C_ ("results", "Off"), 52, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->view, COLUMN_FINAL, C_ ("results", "Final"), 62, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->view, COLUMN_REMARK, C_ ("results", "Award and remarks"), -1, LECTERN_TABLE_EXPAND);
  lectern_table_align_headings (self->view);
}

static gboolean
columns_match (LecternResultsPage *self,
               GPtrArray          *judges)
{
  guint n = 0;
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->active != 1)
        continue;
      if (n >= self->judges->len || g_array_index (self->judges, gint64, n) != judge->number)
        return FALSE;
      n++;
    }
  return n == self->judges->len && g_list_model_get_n_items (gtk_column_view_get_columns (self->view)) > 0;
}

static void
show_columns (LecternResultsPage *self)
{
  GPtrArray *judges = lectern_contest_get_judges (get_contest (self));
  if (columns_match (self, judges))
    return;
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_list_store_remove_all (self->lines);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (self->view, column);
    }
  g_array_set_size (self->judges, 0);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->active == 1)
        g_array_append_val (self->judges, judge->number);
    }
  add_columns (self);
}

static const LecternRankingSheet *
find_sheet (const LecternRankingRow *row,
            gint64                   judge)
{
  for (guint i = 0; i < row->n_sheets; i++)
    if (row->sheets[i].judge == judge)
      return &row->sheets[i];
  return NULL;
}

/* Struck out by a line through it, as on the paper, and not by a colour alone. */
static void
fill_sheets (LecternResultsPage      *self,
             LecternTableLine        *line,
             const LecternRankingRow *row)
{
  for (guint i = 0; i < self->judges->len; i++)
    {
      gint64                     judge = g_array_index (self->judges, gint64, i);
      const LecternRankingSheet *sheet = find_sheet (row, judge);
      gboolean                   recused = lectern_contest_is_recused (get_contest (self), row->entry, judge);
      g_autofree char           *total = sheet ? lectern_mark_format (sheet->total) : NULL;
      if (!sheet)
        lectern_table_line_take_text (line, COLUMN_JUDGES + i, g_strdup (recused ? C_ ("sheet", "rec.") : "–"), "dim-label");
      else if (sheet->fate == LECTERN_SHEET_COUNTED)
        lectern_table_line_take_text (line, COLUMN_JUDGES + i, g_steal_pointer (&total), NULL);
      else
        lectern_table_line_take_text (line, COLUMN_JUDGES + i, g_steal_pointer (&total), "struck");
    }
}

static const char *
find_award_name (LecternContest *contest,
                 const char     *key)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);
  for (guint i = 0; key && i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);
      if (g_strcmp0 (award->key, key) == 0)
        return award->name;
    }
  return NULL;
}

static char *
describe_remark (LecternContest          *contest,
                 const LecternRankingRow *row)
{
  g_autoptr (GString) text = g_string_new (find_award_name (contest, row->award));
  if (row->entry->state == LECTERN_ENTRY_FORFEIT)
    /* Translators: an entry was forfeited, and why. */
    g_string_append_printf (text, _ ("forfeit: %s"), row->entry->forfeit_reason ? row->entry->forfeit_reason : "");
  else if (row->entry->state != LECTERN_ENTRY_DONE)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", lectern_wording_for_entry_state ((LecternEntryState) row->entry->state));
  if (row->ranked.tied)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", _ ("shared place"));
  if (row->separated_by)
    {
      g_autofree char *tie = lectern_wording_for_tie (contest, row->separated_by);
      /* Translators: the rule by which this entry came below one with the same final. */
      g_autofree char *by = g_strdup_printf (_ ("below by %s"), tie);
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", by);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_figures (LecternTableLine        *line,
              const LecternRankingRow *row,
              guint                    decimals)
{
  if (!row->ranked.has_final)
    return;
  g_autofree char *points = lectern_mark_format_fixed (row->ranked.deduction, MIN (decimals, 3));
  lectern_table_line_take_text (line, COLUMN_MEAN, lectern_fraction_format (row->ranked.mean, 6), NULL);
  lectern_table_line_take_text (line, COLUMN_DEDUCTION, row->ranked.deduction ? g_strdup_printf ("−%s", points) : g_strdup ("0"), row->ranked.deduction ? "error" : "dim-label");
  lectern_table_line_take_text (line, COLUMN_FINAL, lectern_fraction_format (row->ranked.final, decimals), NULL);
}

static LecternTableLine *
make_line (LecternResultsPage      *self,
           const LecternRankingRow *row,
           guint                    decimals)
{
  LecternTableLine *line = lectern_table_line_new (row->entry->nominee, COLUMN_JUDGES + self->judges->len);
  if (row->ranked.rank > 0)
    lectern_table_line_take_text (line, COLUMN_RANK, g_strdup_printf (row->ranked.tied ? "%u=" : "%u", row->ranked.rank), NULL);
  if (row->entry->lot != LECTERN_NULL)
    lectern_table_line_take_text (line, COLUMN_LOT, g_strdup_printf ("%d", (int) row->entry->lot), NULL);
  lectern_table_line_take_text (line, COLUMN_NAME, g_strdup (row->nominee->name), NULL);
  lectern_table_line_take_text (line, COLUMN_UNIT, g_strdup (row->unit ? row->unit->name : ""), NULL);
  lectern_table_line_take_text (line, COLUMN_TIME, lectern_wording_for_time (row->entry->time_ms), NULL);
  lectern_table_line_take_text (line, COLUMN_REMARK, describe_remark (get_contest (self), row), NULL);
  fill_sheets (self, line, row);
  fill_figures (line, row, decimals);
  return line;
}

static void
show_lines (LecternResultsPage   *self,
            const LecternRanking *ranking)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ranking->n_rows; i++)
    if (ranking->rows[i].nominee)
      g_ptr_array_add (lines, make_line (self, &ranking->rows[i], ranking->decimals));
  lectern_table_fill (self->lines, lines);
  gtk_stack_set_visible_child_name (self->stack, lines->len ? "table" : "empty");
}

static void
clear_list (GtkListBox *list)
{
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (list, 0));)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* The row at @index says @sentence; it is made where there is none yet. */
static void
put_blocker (LecternResultsPage *self,
             guint               index,
             const char         *sentence)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->blockers, (int) index);
  if (!row)
    {
      row = GTK_LIST_BOX_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (self->blockers, GTK_WIDGET (row));
    }
  if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), sentence) != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
}

static guint
show_blockers (LecternResultsPage *self)
{
  g_autoptr (GPtrArray) blockers = lectern_ranking_list_blockers (get_contest (self), NULL);
  guint n_shown = MIN (blockers->len, BLOCKERS_SHOWN);
  for (guint i = 0; i < n_shown; i++)
    put_blocker (self, i, ((const LecternProblem *) g_ptr_array_index (blockers, i))->message);
  if (n_shown < blockers->len)
    {
      guint            n_more = blockers->len - n_shown;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
      put_blocker (self, n_shown++, more);
    }
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->blockers, (int) n_shown));)
    gtk_list_box_remove (self->blockers, GTK_WIDGET (row));
  return blockers->len;
}

static char *
list_names (LecternContest       *contest,
            const LecternOpenTie *tie)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < tie->lots->len; i++)
    {
      const LecternEntry   *entry = lectern_contest_get_entry_by_lot (contest, g_array_index (tie->lots, gint64, i));
      const LecternNominee *nominee = entry ? lectern_contest_get_nominee (contest, entry->nominee) : NULL;
      g_string_append_printf (names, "%s%d %s", i ? ", " : "", (int) g_array_index (tie->lots, gint64, i), nominee ? nominee->name : "");
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
on_decide_clicked_cb (GtkButton          *button,
                      LecternResultsPage *self)
{
  GArray *lots = g_object_get_data (G_OBJECT (button), "lots");
  gtk_window_present (lectern_decision_dialog_new (GTK_WIDGET (self), get_desk (self), lots));
}

static GtkWidget *
make_tie_row (LecternResultsPage   *self,
              const LecternOpenTie *tie)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *decide = gtk_button_new_with_label (_ ("Decide…"));
  const char      *award = find_award_name (get_contest (self), tie->award);
  g_autofree char *names = list_names (get_contest (self), tie);
  g_autofree char *title = NULL;
  if (award)
    /* Translators: a shared place across the border of an award. */
    title = g_strdup_printf (_ ("Place %u, at the border of “%s”"), tie->rank, award);
  else
    title = g_strdup_printf (_ ("Place %u"), tie->rank);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), names);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (decide, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (decide), "lots", g_array_ref (tie->lots), (GDestroyNotify) g_array_unref);
  g_signal_connect_object (decide, "clicked", G_CALLBACK (on_decide_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), decide);
  return row;
}

static void
show_ties (LecternResultsPage   *self,
           const LecternRanking *ranking)
{
  clear_list (self->ties);
  for (guint i = 0; i < ranking->open_ties->len; i++)
    gtk_list_box_append (self->ties, make_tie_row (self, g_ptr_array_index (ranking->open_ties, i)));
  gtk_widget_set_visible (self->ties_box, ranking->open_ties->len > 0);
}

static void
show_state (LecternResultsPage   *self,
            const LecternRanking *ranking)
{
  const LecternRound *round = lectern_contest_get_current_round (get_contest (self));
  gboolean            is_final = round && round->state == LECTERN_ROUND_FINALISED;
  guint               n_blockers = is_final ? 0 : show_blockers (self);
  const char         *words = _ ("Everything is in. The ranking can be made final.");
  if (is_final)
    words = _ ("The ranking is final.");
  else if (n_blockers)
    words = ranking->complete ? _ ("Provisional: a decision is open.") : _ ("Provisional: not everything is in.");
  gtk_label_set_text (self->state, words);
  gtk_widget_set_visible (self->blockers_box, n_blockers > 0);
  gtk_widget_set_visible (self->finalise, !is_final);
  gtk_widget_set_sensitive (self->finalise, n_blockers == 0);
  gtk_widget_set_visible (self->reopen, is_final);
}

static void
lectern_results_page_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternResultsPage *self = LECTERN_RESULTS_PAGE (part);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), NULL, FALSE);
  show_columns (self);
  show_lines (self, ranking);
  show_state (self, ranking);
  show_ties (self, ranking);
}

static void
on_finalise_clicked_cb (LecternResultsPage *self)
{
  lectern_desk_submit_kind (get_desk (self), LECTERN_ACTION_FINALISE);
}

static void
on_reopen_confirmed_cb (LecternReasonDialog *dialog,
                        const char          *response,
                        LecternResultsPage  *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_REOPEN_ROUND);
  action->reason = g_strdup (lectern_reason_dialog_get_reason (dialog));
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_reopen_clicked_cb (LecternResultsPage *self)
{
  LecternReasonDialog *dialog = lectern_reason_dialog_new (GTK_WIDGET (self), _ ("Open the Round Again?"),
                                                           _ ("The final ranking stays in the journal; a new one gets the next revision."),
                                                           _ ("Open Again"));
  g_signal_connect_object (dialog, "response::confirm", G_CALLBACK (on_reopen_confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
lectern_results_page_dispose (GObject *object)
{
  LecternResultsPage *self = LECTERN_RESULTS_PAGE (object);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->judges, g_array_unref);
  G_OBJECT_CLASS (lectern_results_page_parent_class)->dispose (object);
}

static void
lectern_results_page_class_init (LecternResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_results_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_results_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, state);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, finalise);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, reopen);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, blockers_box);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, blockers);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, ties_box);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, ties);
  gtk_widget_class_bind_template_callback (widget_class, on_finalise_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_clicked_cb);
}

static void
lectern_results_page_init (LecternResultsPage *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  self->judges = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

GListModel *
lectern_results_page_get_lines (LecternResultsPage *self)
{
  g_return_val_if_fail (LECTERN_IS_RESULTS_PAGE (self), NULL);
  return G_LIST_MODEL (self->lines);
}
