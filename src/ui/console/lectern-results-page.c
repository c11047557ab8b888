/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The results behind one switcher, and beside it the round they are of. As long as nobody chose
 * another, that is the current one, so that going on to the next round takes the page along. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-results-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-agreement-pane.h"
#include "lectern-closing-pane.h"
#include "lectern-ranking-pane.h"
#include "lectern-sheets-pane.h"

struct _LecternResultsPage
{
  LecternRoundPart    parent_instance;
  GtkDropDown        *rounds;
  GtkStringList      *names;
  gboolean            filling;
  GtkStack           *stack;
  LecternRankingPane *ranking;
};

G_DEFINE_FINAL_TYPE (LecternResultsPage, lectern_results_page, LECTERN_TYPE_ROUND_PART)

static LecternContest *
get_contest (LecternResultsPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static gboolean
names_match (LecternResultsPage *self,
             GPtrArray          *rounds)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->names)) != rounds->len)
    return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->names, i), ((const LecternRound *) g_ptr_array_index (rounds, i))->name) != 0)
      return FALSE;
  return TRUE;
}

static void
lectern_results_page_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternResultsPage *self = LECTERN_RESULTS_PAGE (part);
  GPtrArray          *rounds = lectern_contest_get_rounds (get_contest (self));
  const LecternRound *shown = lectern_round_part_get_round (LECTERN_ROUND_PART (self));
  gboolean            same = names_match (self, rounds);
  self->filling = TRUE;
  if (!same)
    gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = g_ptr_array_index (rounds, i);
      if (!same)
        gtk_string_list_append (self->names, round->name);
      if (round == shown)
        gtk_drop_down_set_selected (self->rounds, i);
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), rounds->len > 1);
}

static void
on_round_chosen_cb (LecternResultsPage *self)
{
  if (self->filling || !get_contest (self))
    return;
  guint               position = gtk_drop_down_get_selected (self->rounds);
  GPtrArray          *rounds = lectern_contest_get_rounds (get_contest (self));
  const LecternRound *round = position < rounds->len ? g_ptr_array_index (rounds, position) : NULL;
  gboolean            current = round == lectern_contest_get_current_round (get_contest (self));
  lectern_round_part_set_key (LECTERN_ROUND_PART (self), round && !current ? round->key : NULL);
}

static void
lectern_results_page_class_init (LecternResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_results_page_refresh;
  g_type_ensure (LECTERN_TYPE_AGREEMENT_PANE);
  g_type_ensure (LECTERN_TYPE_CLOSING_PANE);
  g_type_ensure (LECTERN_TYPE_RANKING_PANE);
  g_type_ensure (LECTERN_TYPE_SHEETS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternResultsPage, ranking);
}

static void
lectern_results_page_init (LecternResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = gtk_string_list_new (NULL);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->rounds, G_LIST_MODEL (self->names));
  self->filling = FALSE;
  g_object_unref (self->names); /* the drop-down keeps it */
  g_signal_connect_object (self->rounds, "notify::selected", G_CALLBACK (on_round_chosen_cb), self, G_CONNECT_SWAPPED);
}

void
lectern_results_page_show (LecternResultsPage *self,
                           const char         *name)
{
  g_return_if_fail (LECTERN_IS_RESULTS_PAGE (self));
  gtk_stack_set_visible_child_name (self->stack, name);
}

GListModel *
lectern_results_page_get_lines (LecternResultsPage *self)
{
  g_return_val_if_fail (LECTERN_IS_RESULTS_PAGE (self), NULL);
  return lectern_ranking_pane_get_lines (self->ranking);
}
