/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges at the right of the evening page, and below them the last result. Who has left the
 * panel stands in a sentence, so that nobody wonders where a number is. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-bench-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction.h"
#include "lectern-judge-row.h"
#include "lectern-result-card.h"

struct _LecternBenchPane
{
  LecternConsolePart parent_instance;
  GtkLabel          *judges_heading;
  GtkListBox        *judges;
  GtkLabel          *left;
};

G_DEFINE_FINAL_TYPE (LecternBenchPane, lectern_bench_pane, LECTERN_TYPE_CONSOLE_PART)

static guint
count_active (GPtrArray *judges)
{
  guint n = 0;
  for (guint i = 0; i < judges->len; i++)
    n += ((const LecternJudge *) g_ptr_array_index (judges, i))->active == 1;
  return n;
}

static char *
describe_judges (LecternBenchPane *self,
                 GPtrArray        *judges)
{
  LecternDesk *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  guint        n_active = count_active (judges), n_connected = 0;
  if (!lectern_desk_get_server (desk))
    return g_strdup_printf (ngettext ("%u judge", "%u judges", n_active), n_active);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      n_connected += judge->active == 1 && lectern_desk_is_connected (desk, judge->number);
    }
  if (n_connected == n_active)
    return g_strdup_printf (ngettext ("%u judge, connected", "%u judges, all connected", n_active), n_active);
  /* Translators: judges whose laptops are connected, and those whose are not. */
  return g_strdup_printf (_ ("Judges · %u connected, %u offline"), n_connected, n_active - n_connected);
}

/* Rows are kept as long as they stand for the same judges: an open popover must not vanish. */
static gboolean
rows_match (LecternBenchPane *self,
            GPtrArray        *judges)
{
  int index = 0;
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->active != 1)
        continue;
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->judges, index++);
      if (!row || lectern_judge_row_get_judge (LECTERN_JUDGE_ROW (row)) != judge->number)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->judges, index) == NULL;
}

static void
fill_rows (LecternBenchPane *self,
           GPtrArray        *judges)
{
  LecternDesk   *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->judges, 0)))
    gtk_list_box_remove (self->judges, GTK_WIDGET (row));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->active == 1)
        gtk_list_box_append (self->judges, lectern_judge_row_new (desk, judge->number));
    }
}

static void
show_judges (LecternBenchPane *self,
             LecternContest   *contest)
{
  GPtrArray       *judges = lectern_contest_get_judges (contest);
  g_autofree char *heading = describe_judges (self, judges);
  gtk_label_set_text (self->judges_heading, heading);
  if (!rows_match (self, judges))
    fill_rows (self, judges);
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->judges, i)); i++)
    lectern_judge_row_refresh (LECTERN_JUDGE_ROW (row));
}

static void
show_left (LecternBenchPane *self,
           LecternContest   *contest)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      g_autofree char    *who = lectern_correction_name_judge (contest, judge->number);
      g_autofree char    *leaving = lectern_correction_describe_leaving (contest, judge);
      if (leaving)
        g_string_append_printf (text, "%s%s %s", text->len ? "\n" : "", who, leaving);
    }
  gtk_label_set_text (self->left, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->left), text->len > 0);
}

static void
lectern_bench_pane_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  LecternBenchPane *self = LECTERN_BENCH_PANE (part);
  LecternContest   *contest = lectern_console_part_get_contest (part);
  show_judges (self, contest);
  show_left (self, contest);
}

static void
on_judge_activated_cb (GtkListBox    *list,
                       GtkListBoxRow *row)
{
  lectern_judge_row_open (LECTERN_JUDGE_ROW (row));
}

static void
lectern_bench_pane_class_init (LecternBenchPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_bench_pane_refresh;
  g_type_ensure (LECTERN_TYPE_RESULT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-bench-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, judges_heading);
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, judges);
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, left);
  gtk_widget_class_bind_template_callback (widget_class, on_judge_activated_cb);
}

static void
lectern_bench_pane_init (LecternBenchPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
