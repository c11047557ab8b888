/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The confirmation is a page of the same window, not a dialog over it: a judge reads his marks
 * where he wrote them, and nothing can be lost behind anything. Enter submits, Esc goes back. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-confirm-sheet.h"

#include "lectern-mark.h"
#include "lectern-record.h"

#include <glib/gi18n-lib.h>

struct _LecternConfirmSheet
{
  AdwBin parent_instance;

  GtkLabel  *question_label;
  GtkGrid   *grid;
  GtkLabel  *total_label;
  GtkWidget *back_button;
  GtkWidget *confirm_button;
};

enum
{
  CONFIRMED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternConfirmSheet, lectern_confirm_sheet, ADW_TYPE_BIN)

static void
on_confirm_clicked_cb (LecternConfirmSheet *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static void
on_back_clicked_cb (LecternConfirmSheet *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
lectern_confirm_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LECTERN_CONFIRM_SHEET (widget)->confirm_button);
}

static void
lectern_confirm_sheet_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_CONFIRM_SHEET);
  G_OBJECT_CLASS (lectern_confirm_sheet_parent_class)->dispose (object);
}

static void
lectern_confirm_sheet_class_init (LecternConfirmSheetClass *klass)
{
  GType           type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_confirm_sheet_dispose;
  widget_class->grab_focus = lectern_confirm_sheet_grab_focus;
  signals[CONFIRMED] = g_signal_new ("confirmed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-confirm-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternConfirmSheet, question_label);
  gtk_widget_class_bind_template_child (widget_class, LecternConfirmSheet, grid);
  gtk_widget_class_bind_template_child (widget_class, LecternConfirmSheet, total_label);
  gtk_widget_class_bind_template_child (widget_class, LecternConfirmSheet, back_button);
  gtk_widget_class_bind_template_child (widget_class, LecternConfirmSheet, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
}

static void
lectern_confirm_sheet_init (LecternConfirmSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (LecternConfirmSheet         *self,
          const LecternJudgeCriterion *criterion,
          gint64                       mark,
          int                          line)
{
  g_autofree char *figure = lectern_mark_format (mark);
  g_autofree char *max = lectern_mark_format (criterion->max);
  g_autofree char *of = g_strdup_printf ("/ %s", max);
  GtkWidget       *name_label = gtk_label_new (criterion->name);
  GtkWidget       *mark_label = gtk_label_new (figure);
  GtkWidget       *max_label = gtk_label_new (of);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_wrap (GTK_LABEL (name_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (mark_label), 1);
  gtk_label_set_xalign (GTK_LABEL (max_label), 0);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_widget_add_css_class (name_label, "criterion-name");
  gtk_widget_add_css_class (mark_label, "confirm-mark");
  gtk_widget_add_css_class (mark_label, "numeric");
  gtk_widget_add_css_class (max_label, "dim-label");
  gtk_widget_add_css_class (max_label, "numeric");
  gtk_grid_attach (self->grid, name_label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, mark_label, 1, line, 1, 1);
  gtk_grid_attach (self->grid, max_label, 2, line, 1, 1);
}

void
lectern_confirm_sheet_show (LecternConfirmSheet *self,
                            GPtrArray           *rubric,
                            LecternOwnSheet     *sheet)
{
  g_autofree char *total = NULL;
  g_autofree char *question = NULL;
  g_autofree char *button = NULL;
  GtkWidget       *child;

  g_return_if_fail (LECTERN_IS_CONFIRM_SHEET (self));
  g_return_if_fail (rubric->len == lectern_own_sheet_get_n_marks (sheet));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < rubric->len; i++)
    add_line (self, g_ptr_array_index (rubric, i), lectern_own_sheet_get_marks (sheet)[i], (int) i);
  total = lectern_mark_format (lectern_own_sheet_get_total (sheet));
  /* Translators: lot and name of an entry. */
  question = g_strdup_printf (_ ("Submit these marks for No. %d %s?"), (int) lectern_own_sheet_get_lot (sheet), lectern_own_sheet_get_name (sheet));
  /* Translators: on a button; %s is the sheet's total. */
  button = g_strdup_printf (_ ("Submit %s"), total);
  gtk_label_set_label (self->question_label, question);
  gtk_label_set_label (self->total_label, total);
  gtk_button_set_label (GTK_BUTTON (self->confirm_button), button);
}
