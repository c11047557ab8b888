/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The sheets as a grid. What is struck out has a line through it and is named, as on paper; who
 * did not mark is named so; what was amended is marked and its reason stands beside the marks. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-sheets-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-table-line.h"
#include "lectern-wording.h"

enum
{
  GRID_RANK,
  GRID_LOT,
  GRID_NAME,
  GRID_FINAL,
  GRID_JUDGES, /* and one for each further judge */
};

struct _LecternSheetsPane
{
  LecternRoundPart    parent_instance;
  GListStore         *lines;
  GListStore         *marks;
  GArray             *judges;   /* numbers, a column each */
  char               *headings; /* of the criteria the marks' columns stand for */
  GtkStack           *stack;
  GtkColumnView      *grid;
  GtkSingleSelection *selection;
  GtkLabel           *heading;
  GtkLabel           *figures;
  GtkColumnView      *details;
};

G_DEFINE_FINAL_TYPE (LecternSheetsPane, lectern_sheets_pane, LECTERN_TYPE_ROUND_PART)

static LecternContest *
get_contest (LecternSheetsPane *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static void
remove_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (view, column);
    }
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

/* Who is on the panel, and who has left it and has a sheet that counts. */
static GArray *
list_judges (LecternSheetsPane    *self,
             const LecternRanking *ranking)
{
  GPtrArray *judges = lectern_contest_get_judges (get_contest (self));
  GArray    *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      gboolean            wanted = judge->active == 1;
      for (guint r = 0; r < ranking->n_rows && !wanted; r++)
        wanted = find_sheet (&ranking->rows[r], judge->number) != NULL;
      if (wanted)
        g_array_append_val (numbers, judge->number);
    }
  return numbers;
}

/* The grid ---------------------------------------------------------------------------------- */

static gboolean
is_same (GArray *a,
         GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static void
show_columns (LecternSheetsPane    *self,
              const LecternRanking *ranking)
{
  g_autoptr (GArray) judges = list_judges (self, ranking);
  if (is_same (judges, self->judges) && g_list_model_get_n_items (gtk_column_view_get_columns (self->grid)) > 0)
    return;
  g_list_store_remove_all (self->lines);
  remove_columns (self->grid);
  g_array_set_size (self->judges, 0);
  g_array_append_vals (self->judges, judges->data, judges->len);
  lectern_table_add_column (self->grid, GRID_RANK, C_ ("results", "Place"), 56, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->grid, GRID_LOT, C_ ("results", "No."), 46, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->grid, GRID_NAME, C_ ("results", "Name"), -1, LECTERN_TABLE_STRONG | LECTERN_TABLE_EXPAND);
  for (guint i = 0; i < self->judges->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", (int) g_array_index (self->judges, gint64, i));
      lectern_table_add_column (self->grid, GRID_JUDGES + i, title, 88, LECTERN_TABLE_NUMERIC);
    }
  lectern_table_add_column (self->grid, GRID_FINAL, C_ ("results", "Final"), 70, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG);
  lectern_table_align_headings (self->grid);
}

/* The counted sheet was changed with a reason that is on record. */
static const char *
find_amendment (LecternSheetsPane  *self,
                const LecternEntry *entry,
                gint64              judge)
{
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (get_contest (self), entry, judge);
  return sheet && sheet->reason && *sheet->reason ? sheet->reason : NULL;
}

static const char *
get_short_fate (LecternSheetFate fate)
{
  if (fate == LECTERN_SHEET_DROPPED_HIGH)
    return C_ ("sheet, short", "high");
  return fate == LECTERN_SHEET_DROPPED_LOW ? C_ ("sheet, short", "low") : NULL;
}

static void
fill_cell (LecternSheetsPane       *self,
           LecternTableLine        *line,
           const LecternRankingRow *row,
           guint                    column)
{
  gint64                     judge = g_array_index (self->judges, gint64, column);
  const LecternRankingSheet *sheet = find_sheet (row, judge);
  if (!sheet)
    {
      const char *word = "–";
      if (lectern_contest_is_absent (get_contest (self), row->entry, judge))
        word = C_ ("sheet, short", "abs.");
      else if (lectern_contest_is_recused (get_contest (self), row->entry, judge))
        word = C_ ("sheet", "rec.");
      lectern_table_line_take_text (line, GRID_JUDGES + column, g_strdup (word), "dim-label");
      return;
    }
  g_autofree char *total = lectern_mark_format (sheet->total);
  const char      *fate = get_short_fate (sheet->fate);
  const char      *amended = find_amendment (self, row->entry, judge) ? "*" : "";
  lectern_table_line_take_text (line, GRID_JUDGES + column,
                                fate ? g_strdup_printf ("%s%s %s", total, amended, fate) : g_strdup_printf ("%s%s", total, amended),
                                fate ? "struck" : NULL);
}

static LecternTableLine *
make_line (LecternSheetsPane       *self,
           const LecternRankingRow *row,
           guint                    decimals)
{
  LecternTableLine *line = lectern_table_line_new (row->entry->nominee, GRID_JUDGES + self->judges->len);
  if (row->ranked.rank > 0)
    lectern_table_line_take_text (line, GRID_RANK, g_strdup_printf (row->ranked.tied ? "%u=" : "%u", row->ranked.rank), NULL);
  if (row->entry->lot != LECTERN_NULL)
    lectern_table_line_take_text (line, GRID_LOT, g_strdup_printf ("%d", (int) row->entry->lot), NULL);
  lectern_table_line_take_text (line, GRID_NAME, g_strdup (row->nominee->name), NULL);
  if (row->ranked.has_final)
    lectern_table_line_take_text (line, GRID_FINAL, lectern_fraction_format (row->ranked.final, decimals), NULL);
  for (guint i = 0; i < self->judges->len; i++)
    fill_cell (self, line, row, i);
  return line;
}

/* The marks of one entry -------------------------------------------------------------------- */

static guint
get_total_column (LecternSheetsPane *self)
{
  return 1 + lectern_contest_get_criteria (get_contest (self))->len;
}

static void
show_mark_columns (LecternSheetsPane *self)
{
  GPtrArray *criteria = lectern_contest_get_criteria (get_contest (self));
  g_autoptr (GString) headings = g_string_new (NULL);
  for (guint i = 0; i < criteria->len; i++)
    g_string_append_printf (headings, "%s\n", ((const LecternCriterion *) g_ptr_array_index (criteria, i))->name);
  if (g_strcmp0 (headings->str, self->headings) == 0)
    return;
  g_free (self->headings);
  self->headings = g_strdup (headings->str);
  g_list_store_remove_all (self->marks);
  remove_columns (self->details);
  lectern_table_add_column (self->details, 0, C_ ("results", "Judge"), 140, LECTERN_TABLE_STRONG);
  for (guint i = 0; i < criteria->len; i++)
    lectern_table_add_column (self->details, 1 + i, ((const LecternCriterion *) g_ptr_array_index (criteria, i))->name, 104, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->details, get_total_column (self), C_ ("results", "Total"), 66, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->details, get_total_column (self) + 1, C_ ("results", "Sheet"), -1, LECTERN_TABLE_EXPAND | LECTERN_TABLE_WRAP);
  lectern_table_align_headings (self->details);
}

/* "highest, struck out · amended: …" */
static char *
describe_sheet (LecternSheetsPane         *self,
                const LecternEntry        *entry,
                gint64                     judge,
                const LecternRankingSheet *sheet)
{
  const char *amendment = find_amendment (self, entry, judge);
  const char *fate = C_ ("sheet", "counted");
  if (!sheet)
    return lectern_wording_for_sheet (get_contest (self), entry, judge);
  if (sheet->fate == LECTERN_SHEET_DROPPED_HIGH)
    fate = C_ ("sheet", "highest, struck out");
  else if (sheet->fate == LECTERN_SHEET_DROPPED_LOW)
    fate = C_ ("sheet", "lowest, struck out");
  if (!amendment)
    return g_strdup (fate);
  /* Translators: whether a sheet counts, then why it was changed. */
  return g_strdup_printf (_ ("%s · amended: %s"), fate, amendment);
}

static LecternTableLine *
make_marks (LecternSheetsPane       *self,
            const LecternRankingRow *row,
            gint64                   number)
{
  LecternContest            *contest = get_contest (self);
  GPtrArray                 *criteria = lectern_contest_get_criteria (contest);
  LecternTableLine          *line = lectern_table_line_new (number, get_total_column (self) + 2);
  const LecternJudge        *judge = lectern_contest_get_judge (contest, number);
  const LecternSheet        *sheet = lectern_contest_get_counted_sheet (contest, row->entry, number);
  const LecternRankingSheet *ranked = find_sheet (row, number);
  const char                *style = ranked && ranked->fate != LECTERN_SHEET_COUNTED ? "struck" : NULL;
  for (guint i = 0; sheet && i < criteria->len; i++)
    {
      gint64 mark = lectern_contest_get_mark (contest, sheet, ((const LecternCriterion *) g_ptr_array_index (criteria, i))->key);
      lectern_table_line_take_text (line, 1 + i, mark != LECTERN_NULL ? lectern_mark_format (mark) : g_strdup ("–"), NULL);
    }
  lectern_table_line_take_text (line, 0, g_strdup_printf ("%d %s", (int) number, judge->name), NULL);
  if (ranked)
    lectern_table_line_take_text (line, get_total_column (self), lectern_mark_format (ranked->total), style);
  lectern_table_line_take_text (line, get_total_column (self) + 1, describe_sheet (self, row->entry, number, ranked), ranked ? NULL : "dim-label");
  return line;
}

static char *
describe_figures (const LecternRanking    *ranking,
                  const LecternRankingRow *row)
{
  g_autofree char *mean = lectern_fraction_format (row->ranked.mean, 6);
  g_autofree char *points = lectern_mark_format_fixed (row->ranked.deduction, MIN (ranking->decimals, 3));
  g_autofree char *final = lectern_fraction_format (row->ranked.final, ranking->decimals);
  g_autofree char *time = lectern_wording_for_time (row->entry->time_ms);
  if (!row->ranked.has_final)
    return g_strdup (_ ("No final score yet."));
  /* Translators: mean, deduction, final score, time of the talk. */
  return g_strdup_printf (_ ("Mean %s − %s for time = %s · time %s"), mean, points, final, time);
}

static const LecternRankingRow *
find_chosen (LecternSheetsPane    *self,
             const LecternRanking *ranking)
{
  LecternTableLine *line = gtk_single_selection_get_selected_item (self->selection);
  return line ? lectern_ranking_find (ranking, lectern_table_line_get_key (line)) : NULL;
}

static void
show_marks (LecternSheetsPane    *self,
            const LecternRanking *ranking)
{
  const LecternRankingRow *row = find_chosen (self, ranking);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *heading = NULL;
  g_autofree char *figures = NULL;
  if (row)
    {
      /* Translators: running number and name. */
      heading = g_strdup_printf (_ ("No. %d %s"), row->entry->lot == LECTERN_NULL ? 0 : (int) row->entry->lot, row->nominee->name);
      figures = describe_figures (ranking, row);
    }
  show_mark_columns (self);
  for (guint i = 0; row && i < self->judges->len; i++)
    g_ptr_array_add (lines, make_marks (self, row, g_array_index (self->judges, gint64, i)));
  lectern_table_fill (self->marks, lines);
  gtk_label_set_text (self->heading, heading ? heading : "");
  gtk_label_set_text (self->figures, figures ? figures : "");
}

static void
on_chosen_cb (LecternSheetsPane *self)
{
  if (!get_contest (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), lectern_round_part_get_key (LECTERN_ROUND_PART (self)), FALSE);
  show_marks (self, ranking);
}

static void
lectern_sheets_pane_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternSheetsPane *self = LECTERN_SHEETS_PANE (part);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), lectern_round_part_get_key (LECTERN_ROUND_PART (self)), FALSE);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  show_columns (self, ranking);
  for (guint i = 0; i < ranking->n_rows; i++)
    if (ranking->rows[i].nominee)
      g_ptr_array_add (lines, make_line (self, &ranking->rows[i], ranking->decimals));
  lectern_table_fill (self->lines, lines);
  gtk_stack_set_visible_child_name (self->stack, lines->len ? "table" : "empty");
  show_marks (self, ranking);
}

static void
lectern_sheets_pane_dispose (GObject *object)
{
  LecternSheetsPane *self = LECTERN_SHEETS_PANE (object);
  g_clear_object (&self->lines);
  g_clear_object (&self->marks);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->judges, g_array_unref);
  g_clear_pointer (&self->headings, g_free);
  G_OBJECT_CLASS (lectern_sheets_pane_parent_class)->dispose (object);
}

static void
lectern_sheets_pane_class_init (LecternSheetsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_sheets_pane_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_sheets_pane_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-sheets-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSheetsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternSheetsPane, grid);
  gtk_widget_class_bind_template_child (widget_class, LecternSheetsPane, heading);
  gtk_widget_class_bind_template_child (widget_class, LecternSheetsPane, figures);
  gtk_widget_class_bind_template_child (widget_class, LecternSheetsPane, details);
}

static void
lectern_sheets_pane_init (LecternSheetsPane *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  self->marks = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  self->judges = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->grid, GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GtkNoSelection) none = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->marks)));
  gtk_column_view_set_model (self->details, GTK_SELECTION_MODEL (none));
}

GListModel *
lectern_sheets_pane_get_lines (LecternSheetsPane *self)
{
  g_return_val_if_fail (LECTERN_IS_SHEETS_PANE (self), NULL);
  return G_LIST_MODEL (self->lines);
}

GListModel *
lectern_sheets_pane_get_marks (LecternSheetsPane *self)
{
  g_return_val_if_fail (LECTERN_IS_SHEETS_PANE (self), NULL);
  return G_LIST_MODEL (self->marks);
}

void
lectern_sheets_pane_choose (LecternSheetsPane *self,
                            guint              position)
{
  g_return_if_fail (LECTERN_IS_SHEETS_PANE (self));
  gtk_single_selection_set_selected (self->selection, position);
}
