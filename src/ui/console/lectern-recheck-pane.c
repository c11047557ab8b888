/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a second person needs beside the paper: every mark, what was struck out, and the figures in
 * the size of the paper's. Typing the paper's final is not asked for, but when it is typed it has
 * to be the same. Agreeing takes a moment of looking: a key held down must not run through. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-recheck-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-correction.h"
#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-recheck.h"
#include "lectern-wording.h"

#define LOOK_US (500 * 1000)

struct _LecternRecheckPane
{
  LecternConsolePart parent_instance;
  char              *checker;
  gint64             nominee; /* in sight, LECTERN_NULL: none */
  gint64             shown_us;
  GtkLabel          *heading;
  GtkLabel          *detail;
  GtkLabel          *progress_label;
  GtkProgressBar    *progress;
  GtkGrid           *sheets;
  GtkLabel          *mean;
  GtkLabel          *time;
  GtkLabel          *deduction;
  GtkLabel          *final;
  GtkEditable       *paper;
  GtkLabel          *verdict;
  GtkWidget         *agree;
  GtkWidget         *previous;
  GtkWidget         *next;
};

enum
{
  FINISHED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternRecheckPane, lectern_recheck_pane, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternRecheckPane *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

/* The rows to be compared, best place first. Borrowed from @ranking. */
static GPtrArray *
list_due (LecternContest       *contest,
          const LecternRanking *ranking)
{
  GPtrArray *due = g_ptr_array_new ();
  for (guint i = 0; i < ranking->n_rows; i++)
    if (lectern_recheck_is_due (contest, ranking, &ranking->rows[i]))
      g_ptr_array_add (due, (gpointer) &ranking->rows[i]);
  return due;
}

static gboolean
is_compared (LecternContest          *contest,
             const LecternRankingRow *row)
{
  guint n_sheets, n_checked;
  lectern_recheck_count (contest, row, &n_sheets, &n_checked);
  return n_checked == n_sheets;
}

static const LecternRankingRow *
find_shown (LecternRecheckPane *self,
            GPtrArray          *due,
            guint              *position)
{
  for (guint i = 0; i < due->len; i++)
    {
      const LecternRankingRow *row = g_ptr_array_index (due, i);
      *position = i;
      if (row->entry->nominee == self->nominee)
        return row;
    }
  return NULL;
}

/* The sheets -------------------------------------------------------------------------------- */

static void
put_cell (LecternRecheckPane *self,
          int                 column,
          int                 row,
          const char         *text,
          const char         *style,
          gboolean            numeric)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  if (row == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
      gtk_label_set_justify (GTK_LABEL (label), numeric ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
      gtk_widget_set_tooltip_text (label, text);
      gtk_widget_add_css_class (label, "caption-heading");
    }
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_grid_attach (self->sheets, label, column, row, 1, 1);
}

static void
put_headings (LecternRecheckPane *self)
{
  GPtrArray *criteria = lectern_contest_get_criteria (get_contest (self));
  int        column = 0;
  put_cell (self, column++, 0, C_ ("results", "Judge"), NULL, FALSE);
  for (guint i = 0; i < criteria->len; i++)
    put_cell (self, column++, 0, ((const LecternCriterion *) g_ptr_array_index (criteria, i))->name, NULL, TRUE);
  put_cell (self, column++, 0, C_ ("results", "Total"), NULL, TRUE);
}

static const char *
describe_fate (LecternSheetFate fate)
{
  if (fate == LECTERN_SHEET_DROPPED_HIGH)
    return C_ ("sheet", "highest, struck out");
  return fate == LECTERN_SHEET_DROPPED_LOW ? C_ ("sheet", "lowest, struck out") : C_ ("sheet", "counted");
}

static void
put_differs (LecternRecheckPane      *self,
             const LecternRankingRow *row,
             gint64                   judge,
             int                      column,
             int                      line)
{
  GtkWidget       *button = gtk_button_new_with_label (_ ("Differs…"));
  g_autofree char *name = lectern_correction_name_judge (get_contest (self), judge);
  /* Translators: for a screen reader; the judge whose sheet differs from the paper. */
  g_autofree char *label = g_strdup_printf (_ ("The sheet of %s differs from the paper"), name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "console.correct");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uxx)", (guint32) LECTERN_CORRECTION_REOPEN_SHEET, row->entry->lot, judge);
  gtk_grid_attach (self->sheets, button, column, line, 1, 1);
}

static void
put_sheet (LecternRecheckPane        *self,
           const LecternRankingRow   *row,
           const LecternRankingSheet *ranked,
           int                        line)
{
  LecternContest       *contest = get_contest (self);
  GPtrArray            *criteria = lectern_contest_get_criteria (contest);
  const LecternSheet   *sheet = lectern_contest_get_counted_sheet (contest, row->entry, ranked->judge);
  const LecternRecheck *recheck = lectern_recheck_find (contest, row->entry, ranked->judge);
  g_autofree char      *name = lectern_correction_name_judge (contest, ranked->judge);
  g_autofree char      *total = lectern_mark_format (ranked->total);
  int                   column = 0;
  put_cell (self, column++, line, name, NULL, FALSE);
  for (guint i = 0; i < criteria->len; i++)
    {
      gint64           mark = lectern_contest_get_mark (contest, sheet, ((const LecternCriterion *) g_ptr_array_index (criteria, i))->key);
      g_autofree char *text = mark != LECTERN_NULL ? lectern_mark_format (mark) : g_strdup ("–");
      put_cell (self, column++, line, text, NULL, TRUE);
    }
  put_cell (self, column++, line, total, ranked->fate == LECTERN_SHEET_COUNTED ? "heading" : "struck", TRUE);
  put_cell (self, column++, line, describe_fate (ranked->fate), "dim-label", FALSE);
  put_cell (self, column++, line, recheck ? C_ ("sheet", "✓ compared") : "", "success", FALSE);
  put_differs (self, row, ranked->judge, column, line);
}

static void
show_sheets (LecternRecheckPane      *self,
             const LecternRankingRow *row)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets)));)
    gtk_grid_remove (self->sheets, child);
  put_headings (self);
  for (guint i = 0; i < row->n_sheets; i++)
    put_sheet (self, row, &row->sheets[i], (int) i + 1);
}

/* The figures ------------------------------------------------------------------------------- */

static void
show_figures (LecternRecheckPane      *self,
              const LecternRanking    *ranking,
              const LecternRankingRow *row)
{
  g_autofree char *mean = lectern_fraction_format (row->ranked.mean, 6);
  g_autofree char *points = lectern_mark_format_fixed (row->ranked.deduction, MIN (ranking->decimals, 3));
  g_autofree char *deduction = g_strdup_printf ("−%s", points);
  g_autofree char *final = lectern_fraction_format (row->ranked.final, ranking->decimals);
  g_autofree char *time = lectern_wording_for_time (row->entry->time_ms);
  gtk_label_set_text (self->mean, mean);
  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->deduction, row->ranked.deduction ? deduction : "0");
  gtk_label_set_text (self->final, final);
}

/* "91.50" and "091.5" are one figure: without the zeros that say nothing. */
static char *
trim_figure (const char *text)
{
  char *figure = g_strstrip (g_strdup (text));
  char *start = figure;
  while (start[0] == '0' && g_ascii_isdigit (start[1]))
    start++;
  memmove (figure, start, strlen (start) + 1);
  for (gsize length = strlen (figure); strchr (figure, '.') && (figure[length - 1] == '0' || figure[length - 1] == '.'); length--)
    figure[length - 1] = '\0';
  return figure;
}

static gboolean
paper_differs (LecternRecheckPane *self)
{
  g_autofree char *paper = trim_figure (gtk_editable_get_text (self->paper));
  g_autofree char *screen = trim_figure (gtk_label_get_text (self->final));
  return *paper != '\0' && !g_str_equal (paper, screen);
}

static void
show_verdict (LecternRecheckPane *self)
{
  gboolean    typed = *gtk_editable_get_text (self->paper) != '\0', differs = paper_differs (self);
  const char *words = "";
  if (differs)
    words = _ ("Not the same. Find the sheet that differs from the paper and press “Differs…” beside it.");
  else if (typed)
    words = _ ("✓ The same figure.");
  gtk_label_set_text (self->verdict, words);
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict), (const char *[]){ differs ? "error" : "success", NULL });
  gtk_widget_set_sensitive (self->agree, !differs);
}

static void
show_progress (LecternRecheckPane *self,
               GPtrArray          *due)
{
  guint n_compared = 0;
  for (guint i = 0; i < due->len; i++)
    n_compared += is_compared (get_contest (self), g_ptr_array_index (due, i));
  /* Translators: entries compared by a second person, of all that have to be. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u entries compared"), n_compared, due->len);
  gtk_label_set_text (self->progress_label, words);
  gtk_progress_bar_set_fraction (self->progress, due->len ? (double) n_compared / due->len : 0);
}

static void
show_heading (LecternRecheckPane      *self,
              const LecternRankingRow *row)
{
  g_autofree char *name = lectern_correction_name_entry (get_contest (self), row->entry);
  g_autofree char *detail = NULL;
  if (is_compared (get_contest (self), row))
    /* Translators: a place, a unit. */
    detail = g_strdup_printf (_ ("Place %u · %s · compared"), row->ranked.rank, row->unit ? row->unit->name : "");
  else
    /* Translators: a place, a unit, who compares. */
    detail = g_strdup_printf (_ ("Place %u · %s · being compared by %s"), row->ranked.rank, row->unit ? row->unit->name : "", self->checker ? self->checker : "");
  gtk_label_set_text (self->heading, name);
  gtk_label_set_text (self->detail, detail);
}

static void
lectern_recheck_pane_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternRecheckPane *self = LECTERN_RECHECK_PANE (part);
  guint               position = 0;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), NULL, FALSE);
  g_autoptr (GPtrArray) due = list_due (get_contest (self), ranking);
  const LecternRankingRow *row = find_shown (self, due, &position);
  if (!row)
    return;
  show_heading (self, row);
  show_sheets (self, row);
  show_figures (self, ranking, row);
  show_progress (self, due);
  show_verdict (self);
  gtk_widget_set_sensitive (self->previous, position > 0);
  gtk_widget_set_sensitive (self->next, position + 1 < due->len);
}

/* Going through them ------------------------------------------------------------------------ */

static void
show_entry (LecternRecheckPane *self,
            gint64              nominee)
{
  self->nominee = nominee;
  self->shown_us = g_get_monotonic_time ();
  gtk_editable_set_text (self->paper, "");
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

static void
step (LecternRecheckPane *self,
      int                 by)
{
  guint position = 0;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), NULL, FALSE);
  g_autoptr (GPtrArray) due = list_due (get_contest (self), ranking);
  if (!find_shown (self, due, &position) || (int) position + by < 0 || (int) position + by >= (int) due->len)
    return;
  show_entry (self, ((const LecternRankingRow *) g_ptr_array_index (due, position + by))->entry->nominee);
}

/* The first after the one in sight that is not compared, then from the top; LECTERN_NULL: none. */
static gint64
find_open (LecternRecheckPane *self)
{
  guint position = 0;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), NULL, FALSE);
  g_autoptr (GPtrArray) due = list_due (get_contest (self), ranking);
  if (!find_shown (self, due, &position))
    position = 0;
  for (guint i = 0; i < due->len; i++)
    {
      const LecternRankingRow *row = g_ptr_array_index (due, (position + i) % due->len);
      if (!is_compared (get_contest (self), row))
        return row->entry->nominee;
    }
  return LECTERN_NULL;
}

static void
go_on (LecternRecheckPane *self)
{
  gint64 nominee = find_open (self);
  if (nominee == LECTERN_NULL)
    g_signal_emit (self, signals[FINISHED], 0);
  else
    show_entry (self, nominee);
}

static gboolean
on_agreed_cb (GObject        *owner,
              LecternOutcome *outcome,
              GPtrArray      *problems,
              const GError   *error)
{
  if (outcome)
    go_on (LECTERN_RECHECK_PANE (owner));
  return FALSE;
}

static void
on_agree_clicked_cb (LecternRecheckPane *self)
{
  lectern_recheck_pane_agree (self);
}

static void
on_previous_clicked_cb (LecternRecheckPane *self)
{
  step (self, -1);
}

static void
on_next_clicked_cb (LecternRecheckPane *self)
{
  step (self, 1);
}

static void
on_leave_clicked_cb (LecternRecheckPane *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
on_step_activated_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  step (LECTERN_RECHECK_PANE (widget), g_variant_get_int32 (parameter));
}

static void
on_leave_activated_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  on_leave_clicked_cb (LECTERN_RECHECK_PANE (widget));
}

static void
lectern_recheck_pane_finalize (GObject *object)
{
  g_free (LECTERN_RECHECK_PANE (object)->checker);
  G_OBJECT_CLASS (lectern_recheck_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, heading);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, detail);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, progress);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, sheets);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, mean);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, time);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, deduction);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, final);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, paper);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, verdict);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, agree);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, previous);
  gtk_widget_class_bind_template_child (widget_class, LecternRecheckPane, next);
  gtk_widget_class_bind_template_callback (widget_class, show_verdict);
  gtk_widget_class_bind_template_callback (widget_class, on_agree_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked_cb);
}

static void
lectern_recheck_pane_class_init (LecternRecheckPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_recheck_pane_finalize;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_recheck_pane_refresh;
  signals[FINISHED] = g_signal_new ("finished", LECTERN_TYPE_RECHECK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "recheck.step", "i", on_step_activated_cb);
  gtk_widget_class_install_action (widget_class, "recheck.leave", NULL, on_leave_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "recheck.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "recheck.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "recheck.leave", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-recheck-pane.ui");
  bind_template (widget_class);
}

static void
lectern_recheck_pane_init (LecternRecheckPane *self)
{
  self->nominee = LECTERN_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lectern_recheck_pane_begin (LecternRecheckPane *self,
                            const char         *checker)
{
  g_return_if_fail (LECTERN_IS_RECHECK_PANE (self) && checker != NULL);
  g_free (self->checker);
  self->checker = g_strstrip (g_strdup (checker));
  go_on (self);
}

gint64
lectern_recheck_pane_get_lot (LecternRecheckPane *self)
{
  g_return_val_if_fail (LECTERN_IS_RECHECK_PANE (self), LECTERN_NULL);
  const LecternEntry *entry = self->nominee != LECTERN_NULL ? lectern_contest_get_entry (get_contest (self), NULL, self->nominee) : NULL;
  return entry ? entry->lot : LECTERN_NULL;
}

gboolean
lectern_recheck_pane_agree (LecternRecheckPane *self)
{
  g_return_val_if_fail (LECTERN_IS_RECHECK_PANE (self), FALSE);
  if (paper_differs (self) || g_get_monotonic_time () - self->shown_us < LOOK_US || lectern_recheck_pane_get_lot (self) == LECTERN_NULL)
    return FALSE;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_RECHECK);
  action->lot = lectern_recheck_pane_get_lot (self);
  action->text = g_strdup (self->checker);
  self->shown_us = g_get_monotonic_time ();
  lectern_desk_submit (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), action, G_OBJECT (self), on_agreed_cb);
  return TRUE;
}

void
lectern_recheck_pane_count (LecternContest *contest,
                            guint          *n_entries,
                            guint          *n_compared)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (GPtrArray) due = list_due (contest, ranking);
  *n_entries = due->len;
  *n_compared = 0;
  for (guint i = 0; i < due->len; i++)
    *n_compared += is_compared (contest, g_ptr_array_index (due, i));
}
