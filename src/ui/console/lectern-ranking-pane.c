/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ranking for those who answer for it. Beside every place stands why it is that one, in the
 * words the MC can read out, so nobody has to work it out when the hall asks. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-ranking-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-separation.h"
#include "lectern-standing.h"
#include "lectern-table-line.h"
#include "lectern-wording.h"

enum
{
  COLUMN_RANK,
  COLUMN_LOT,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_FINAL,
  COLUMN_MEAN,
  COLUMN_DEDUCTION,
  COLUMN_TIME,
  COLUMN_AWARD,
  COLUMN_REASON,
  N_COLUMNS,
};

struct _LecternRankingPane
{
  LecternRoundPart parent_instance;
  GListStore      *lines;
  GtkStack        *stack;
  GtkColumnView   *view;
  GtkLabel        *state;
  GtkWidget       *warnings_box;
  GtkLabel        *warnings;
};

G_DEFINE_FINAL_TYPE (LecternRankingPane, lectern_ranking_pane, LECTERN_TYPE_ROUND_PART)

static void
add_columns (LecternRankingPane *self)
{
  static const struct
  {
    const char       *title;
    int               width;
    LecternTableFlags flags;
  } columns[N_COLUMNS] = {
    [COLUMN_RANK] = { NC_ ("results", "Place"), 56, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG },
    [COLUMN_LOT] = { NC_ ("results", "No."), 46, LECTERN_TABLE_NUMERIC },
    [COLUMN_NAME] = { NC_ ("results", "Name"), 130, LECTERN_TABLE_STRONG },
    [COLUMN_UNIT] = { NC_ ("results", "Unit"), 120, LECTERN_TABLE_PLAIN },
    [COLUMN_FINAL] = { NC_ ("results", "Final"), 66, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG },
    [COLUMN_MEAN] = { NC_ ("results", "Mean"), 86, LECTERN_TABLE_NUMERIC },
    [COLUMN_DEDUCTION] = { NC_ ("results", "Off"), 56, LECTERN_TABLE_NUMERIC },
    [COLUMN_TIME] = { NC_ ("results", "Time"), 64, LECTERN_TABLE_NUMERIC },
    [COLUMN_AWARD] = { NC_ ("results", "Award"), 210, LECTERN_TABLE_WRAP },
    [COLUMN_REASON] = { NC_ ("results", "Why this place"), -1, LECTERN_TABLE_EXPAND | LECTERN_TABLE_WRAP },
  };
  for (guint i = 0; i < N_COLUMNS; i++)
    lectern_table_add_column (self->view, i, g_dpgettext2 (GETTEXT_PACKAGE, "results", columns[i].title), columns[i].width, columns[i].flags);
  lectern_table_align_headings (self->view);
}

/* What it has won, or as long as that is open, what can be said of it; and what the style says. */
static char *
describe_award (LecternRankingPane      *self,
                const LecternRanking    *ranking,
                const LecternStanding   *standing,
                const LecternRankingRow *row,
                const char             **style)
{
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  *style = "dim-label";
  if (row->entry->state == LECTERN_ENTRY_FORFEIT)
    /* Translators: an entry was forfeited, and why. */
    return g_strdup_printf (_ ("forfeit: %s"), row->entry->forfeit_reason ? row->entry->forfeit_reason : "");
  g_autofree char *outlook = lectern_wording_for_outlook (standing, row->entry->nominee);
  if (lectern_standing_find_certain (standing, row->entry->nominee))
    *style = "certain";
  if (ranking->complete)
    {
      char *prize = lectern_wording_for_prize (contest, ranking, row);
      *style = prize ? NULL : "dim-label";
      return prize ? prize : g_strdup ("–");
    }
  if (row->entry->state != LECTERN_ENTRY_DONE && !outlook)
    return g_strdup (lectern_wording_for_entry_state ((LecternEntryState) row->entry->state));
  return outlook ? g_steal_pointer (&outlook) : g_strdup (C_ ("outlook", "open"));
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
make_line (LecternRankingPane      *self,
           const LecternRanking    *ranking,
           const LecternStanding   *standing,
           const LecternRankingRow *row)
{
  LecternContest   *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  LecternTableLine *line = lectern_table_line_new (row->entry->nominee, N_COLUMNS);
  const char       *style;
  char             *award = describe_award (self, ranking, standing, row, &style);
  if (row->ranked.rank > 0)
    lectern_table_line_take_text (line, COLUMN_RANK, g_strdup_printf (row->ranked.tied ? "%u=" : "%u", row->ranked.rank), NULL);
  if (row->entry->lot != LECTERN_NULL)
    lectern_table_line_take_text (line, COLUMN_LOT, g_strdup_printf ("%d", (int) row->entry->lot), NULL);
  lectern_table_line_take_text (line, COLUMN_NAME, g_strdup (row->nominee->name), NULL);
  lectern_table_line_take_text (line, COLUMN_UNIT, g_strdup (row->unit ? row->unit->name : ""), NULL);
  lectern_table_line_take_text (line, COLUMN_TIME, lectern_wording_for_time (row->entry->time_ms), NULL);
  lectern_table_line_take_text (line, COLUMN_AWARD, award, style);
  lectern_table_line_take_text (line, COLUMN_REASON, lectern_separation_describe (ranking, contest, row), NULL);
  fill_figures (line, row, ranking->decimals);
  return line;
}

static void
show_lines (LecternRankingPane    *self,
            const LecternRanking  *ranking,
            const LecternStanding *standing)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ranking->n_rows; i++)
    if (ranking->rows[i].nominee)
      g_ptr_array_add (lines, make_line (self, ranking, standing, &ranking->rows[i]));
  lectern_table_fill (self->lines, lines);
  gtk_stack_set_visible_child_name (self->stack, lines->len ? "table" : "empty");
}

static const char *
describe_state (const LecternRanking *ranking)
{
  if (!ranking->provisional)
    return _ ("The ranking is final.");
  if (!ranking->complete)
    return _ ("Provisional: not everything is in.");
  return ranking->open_ties->len > 0 ? _ ("Provisional: a decision is open.") : _ ("Everything is in; the round is not closed yet.");
}

static void
lectern_ranking_pane_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternRankingPane *self = LECTERN_RANKING_PANE (part);
  LecternContest     *contest = lectern_console_part_get_contest (part);
  const char         *round = lectern_round_part_get_key (LECTERN_ROUND_PART (self));
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, round, FALSE);
  g_autoptr (LecternStanding) standing = lectern_standing_new (contest, round, LECTERN_BASIS_KNOWN);
  g_autofree char *warnings = lectern_wording_for_ties (contest, ranking, standing);
  show_lines (self, ranking, standing);
  gtk_label_set_text (self->state, describe_state (ranking));
  gtk_label_set_text (self->warnings, warnings ? warnings : "");
  gtk_widget_set_visible (self->warnings_box, warnings != NULL);
}

static void
lectern_ranking_pane_dispose (GObject *object)
{
  LecternRankingPane *self = LECTERN_RANKING_PANE (object);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (lectern_ranking_pane_parent_class)->dispose (object);
}

static void
lectern_ranking_pane_class_init (LecternRankingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_ranking_pane_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_ranking_pane_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-ranking-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternRankingPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternRankingPane, view);
  gtk_widget_class_bind_template_child (widget_class, LecternRankingPane, state);
  gtk_widget_class_bind_template_child (widget_class, LecternRankingPane, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, LecternRankingPane, warnings);
}

static void
lectern_ranking_pane_init (LecternRankingPane *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

GListModel *
lectern_ranking_pane_get_lines (LecternRankingPane *self)
{
  g_return_val_if_fail (LECTERN_IS_RANKING_PANE (self), NULL);
  return G_LIST_MODEL (self->lines);
}
