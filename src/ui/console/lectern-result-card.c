/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The last result in a few lines: how many sheets counted and their mean, the time and what it
 * cost, the final score, the place so far. All from the one ranking everything else shows. The
 * heading says whether it has been revealed, since only the operator may know it before. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-result-card.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-standing.h"
#include "lectern-wording.h"

struct _LecternResultCard
{
  LecternConsolePart parent_instance;
  GtkWidget         *box;
  GtkLabel          *heading;
  GtkLabel          *counted;
  GtkLabel          *mean;
  GtkLabel          *time;
  GtkLabel          *deduction;
  GtkLabel          *final;
  GtkLabel          *place;
  GtkLabel          *outlook;
  GtkWidget         *warning_box;
  GtkLabel          *warning;
};

G_DEFINE_FINAL_TYPE (LecternResultCard, lectern_result_card, LECTERN_TYPE_CONSOLE_PART)

/* The next to be revealed if its marks are in, else the one done last in the programme's order. */
static const LecternEntry *
find_last (LecternContest *contest)
{
  GPtrArray          *cues = lectern_contest_get_cues (contest);
  const LecternCue   *on_air = lectern_contest_get_cue_on_air (contest);
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const LecternEntry *last = NULL;
  for (guint i = 0; round && on_air && i < cues->len; i++)
    {
      const LecternCue   *cue = g_ptr_array_index (cues, i);
      const LecternEntry *entry = cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, round->key, cue->nominee) : NULL;
      if (entry && entry->state == LECTERN_ENTRY_DONE && cue->position <= on_air->position)
        last = entry;
    }
  return last;
}

static char *
describe_counted (const LecternRankingRow *row)
{
  guint n_high = 0, n_low = 0;
  for (guint i = 0; i < row->n_sheets; i++)
    {
      n_high += row->sheets[i].fate == LECTERN_SHEET_DROPPED_HIGH;
      n_low += row->sheets[i].fate == LECTERN_SHEET_DROPPED_LOW;
    }
  if (n_high + n_low == 0)
    return g_strdup_printf (ngettext ("mean of %u sheet", "mean of %u sheets", row->n_sheets), row->n_sheets);
  /* Translators: sheets handed in, of which so many highest and lowest were struck out. */
  return g_strdup_printf (_ ("mean of %u sheets less %u high, %u low"), row->n_sheets, n_high, n_low);
}

static char *
describe_time (const LecternEntry *entry)
{
  if (entry->time_ms == LECTERN_NULL)
    return g_strdup (_ ("not timed"));
  g_autofree char *time = lectern_wording_for_time (entry->time_ms);
  /* Translators: the time a talk took. */
  return g_strdup_printf (_ ("time %s, deduction"), time);
}

/* Among those the hall has seen, once it has seen this one: the place that was announced. */
static void
show_place (LecternResultCard       *self,
            const LecternRankingRow *row,
            const LecternRanking    *ranking)
{
  guint n_ranked = 0;
  for (guint i = 0; i < ranking->n_rows; i++)
    n_ranked += ranking->rows[i].ranked.rank > 0;
  /* Translators: a provisional place among the entries that have one. */
  g_autofree char *place = g_strdup_printf (row->ranked.tied ? _ ("%u, shared, of %u") : _ ("%u of %u"), row->ranked.rank, n_ranked);
  gtk_label_set_text (self->place, place);
}

static void
show_row (LecternResultCard       *self,
          const LecternRankingRow *row,
          const LecternRanking    *ranking)
{
  g_autofree char *counted = describe_counted (row);
  g_autofree char *mean = lectern_fraction_format (row->ranked.mean, MIN (ranking->decimals + 1, 6));
  g_autofree char *time = describe_time (row->entry);
  g_autofree char *points = lectern_mark_format_fixed (row->ranked.deduction, MIN (ranking->decimals, 3));
  g_autofree char *deduction = g_strdup_printf ("−%s", points);
  g_autofree char *final = lectern_fraction_format (row->ranked.final, ranking->decimals);
  gtk_label_set_text (self->counted, counted);
  gtk_label_set_text (self->mean, mean);
  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->deduction, row->ranked.deduction ? deduction : "0");
  gtk_label_set_text (self->final, final);
  if (row->ranked.deduction)
    gtk_widget_add_css_class (GTK_WIDGET (self->deduction), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->deduction), "error");
}

/* By all that is known, revealed or not: for the operator. */
static void
show_outlook (LecternResultCard     *self,
              const LecternEntry    *entry,
              const LecternStanding *standing)
{
  g_autofree char *outlook = entry ? lectern_wording_for_outlook (standing, entry->nominee) : NULL;
  const char      *style = entry && lectern_standing_find_certain (standing, entry->nominee) ? "certain" : "dim-label";
  gtk_label_set_text (self->outlook, outlook ? outlook : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->outlook), (const char *[]){ style, NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->outlook), outlook != NULL);
}

/* It stands there as long as a tie at a border is open or can arise, whoever was marked last. */
static void
show_warning (LecternResultCard     *self,
              const LecternRanking  *ranking,
              const LecternStanding *standing)
{
  LecternContest  *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  g_autofree char *warning = lectern_wording_for_ties (contest, ranking, standing);
  gtk_label_set_text (self->warning, warning ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
}

static void
show_heading (LecternResultCard       *self,
              const LecternRankingRow *row)
{
  int lot = row->entry->lot == LECTERN_NULL ? 0 : (int) row->entry->lot;
  /* Translators: running number, name, and whether the hall has seen the score. */
  g_autofree char *heading = g_strdup_printf (_ ("No. %d %s · %s"), lot, row->nominee->name,
                                              row->entry->revealed == 1 ? C_ ("score", "revealed") : C_ ("score", "not revealed"));
  gtk_label_set_text (self->heading, heading);
}

static void
lectern_result_card_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternResultCard  *self = LECTERN_RESULT_CARD (part);
  LecternContest     *contest = lectern_console_part_get_contest (part);
  const LecternEntry *entry = find_last (contest);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (LecternStanding) standing = lectern_standing_new (contest, NULL, LECTERN_BASIS_KNOWN);
  const LecternRankingRow *row = entry ? lectern_ranking_find (ranking, entry->nominee) : NULL;
  show_warning (self, ranking, standing);
  show_outlook (self, entry, standing);
  gtk_widget_set_visible (self->box, row && row->ranked.has_final);
  if (!row || !row->ranked.has_final)
    return;
  g_autoptr (LecternRanking) shown = lectern_ranking_new (contest, NULL, entry->revealed == 1);
  show_heading (self, row);
  show_row (self, row, ranking);
  show_place (self, lectern_ranking_find (shown, entry->nominee), shown);
}

static void
lectern_result_card_class_init (LecternResultCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_result_card_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-result-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, box);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, heading);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, counted);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, mean);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, time);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, deduction);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, final);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, place);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, outlook);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, warning_box);
  gtk_widget_class_bind_template_child (widget_class, LecternResultCard, warning);
}

static void
lectern_result_card_init (LecternResultCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
