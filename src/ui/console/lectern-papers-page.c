/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Papers and certificates. A paper that would be premature is not forbidden but says so:
 * a summary of an unfinished round is useful to the checkers, a certificate is not. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-papers-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-paper-job.h"
#include "lectern-ranking.h"

struct _LecternPapersPage
{
  LecternConsolePart   parent_instance;
  AdwActionRow        *order;
  AdwActionRow        *summary;
  GtkWidget           *order_button;
  GtkWidget           *summary_button;
  AdwPreferencesGroup *certificates;
  GPtrArray           *award_rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (LecternPapersPage, lectern_papers_page, LECTERN_TYPE_CONSOLE_PART)

static LecternDesk *
get_desk (LecternPapersPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static void
on_order_clicked_cb (LecternPapersPage *self)
{
  lectern_paper_job_choose (GTK_WIDGET (self), get_desk (self), LECTERN_PAPER_JOB_RUNNING_ORDER, NULL);
}

static void
on_summary_clicked_cb (LecternPapersPage *self)
{
  lectern_paper_job_choose (GTK_WIDGET (self), get_desk (self), LECTERN_PAPER_JOB_SUMMARY, NULL);
}

static void
on_award_clicked_cb (GtkButton         *button,
                     LecternPapersPage *self)
{
  lectern_paper_job_choose (GTK_WIDGET (self), get_desk (self), LECTERN_PAPER_JOB_CERTIFICATES,
                            g_object_get_data (G_OBJECT (button), "award"));
}

static guint
count_award (const LecternRanking *ranking,
             const char           *award)
{
  guint n = 0;
  for (guint i = 0; i < ranking->n_rows; i++)
    n += g_strcmp0 (ranking->rows[i].award, award) == 0;
  return n;
}

static char *
describe_award (const LecternRanking *ranking,
                const LecternAward   *award)
{
  guint n = count_award (ranking, award->key);
  if (n == 0)
    return g_strdup (_ ("Nobody has it yet"));
  if (ranking->provisional)
    return g_strdup_printf (ngettext ("%u certificate, provisional: the round is not final", "%u certificates, provisional: the round is not final", n), n);
  return g_strdup_printf (ngettext ("%u certificate", "%u certificates", n), n);
}

static GtkWidget *
make_award_row (LecternPapersPage  *self,
                const LecternAward *award)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Save as PDF…"));
  /* Translators: the name of an award. */
  g_autofree char *label = g_strdup_printf (_ ("Save the certificates “%s” as PDF"), award->name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "award", g_strdup (award->key), g_free);
  g_object_set_data (G_OBJECT (row), "button", button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_award_clicked_cb), self, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), award->name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_awards (LecternPapersPage    *self,
             const LecternRanking *ranking)
{
  GPtrArray *awards = lectern_contest_get_awards (lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self)));
  for (guint i = 0; i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);
      g_autofree char    *subtitle = describe_award (ranking, award);
      if (i >= self->award_rows->len)
        {
          GtkWidget *added = make_award_row (self, award);
          adw_preferences_group_add (self->certificates, added);
          g_ptr_array_add (self->award_rows, added);
        }
      GtkWidget *row = g_ptr_array_index (self->award_rows, i);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (row), "button"), count_award (ranking, award->key) > 0);
    }
}

static guint
count_ranked (const LecternRanking *ranking)
{
  guint n = 0;
  for (guint i = 0; i < ranking->n_rows; i++)
    n += ranking->rows[i].ranked.rank > 0;
  return n;
}

static void
lectern_papers_page_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternPapersPage  *self = LECTERN_PAPERS_PAGE (part);
  LecternContest     *contest = lectern_console_part_get_contest (part);
  const LecternRound *round = lectern_contest_get_current_round (contest);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  gboolean         drawn = round && round->state != LECTERN_ROUND_SET_UP;
  guint            n = count_ranked (ranking);
  g_autofree char *summary = g_strdup_printf (ngettext ("%u result", "%u results", n), n);
  adw_action_row_set_subtitle (self->order, drawn ? _ ("Numbers, names and lectures, with the seed of the draw") : _ ("The order is not drawn yet"));
  gtk_widget_set_sensitive (self->order_button, drawn);
  adw_action_row_set_subtitle (self->summary, n ? summary : _ ("There is no result yet"));
  gtk_widget_set_sensitive (self->summary_button, n > 0);
  show_awards (self, ranking);
}

static void
lectern_papers_page_dispose (GObject *object)
{
  LecternPapersPage *self = LECTERN_PAPERS_PAGE (object);
  g_clear_pointer (&self->award_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_papers_page_parent_class)->dispose (object);
}

static void
lectern_papers_page_class_init (LecternPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_papers_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_papers_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, order);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, summary);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, summary_button);
  gtk_widget_class_bind_template_child (widget_class, LecternPapersPage, certificates);
  gtk_widget_class_bind_template_callback (widget_class, on_order_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_summary_clicked_cb);
}

static void
lectern_papers_page_init (LecternPapersPage *self)
{
  self->award_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
