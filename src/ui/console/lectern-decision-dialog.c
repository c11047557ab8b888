/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A tie that no rule of the contest breaks is never broken by the program: the jury decides, and
 * what it decided is recorded with its reason. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-decision-dialog.h"

#include <glib/gi18n-lib.h>

struct _LecternDecisionDialog
{
  AdwWindow    parent_instance;
  LecternDesk *desk;
  GArray      *lots; /* in the order decided */
  GtkListBox  *order;
  GtkEditable *reason;
  GtkWidget   *save;
  GtkRevealer *refusal;
  GtkLabel    *refusal_text;
};

G_DEFINE_FINAL_TYPE (LecternDecisionDialog, lectern_decision_dialog, ADW_TYPE_WINDOW)

static void
on_up_clicked_cb (GtkButton             *button,
                  LecternDecisionDialog *self)
{
  lectern_decision_dialog_raise (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place")));
}

static GtkWidget *
make_row (LecternDecisionDialog *self,
          guint                  place)
{
  LecternContest       *contest = lectern_desk_get_contest (self->desk);
  gint64                lot = g_array_index (self->lots, gint64, place);
  const LecternEntry   *entry = lectern_contest_get_entry_by_lot (contest, lot);
  const LecternNominee *nominee = entry ? lectern_contest_get_nominee (contest, entry->nominee) : NULL;
  const LecternUnit    *unit = nominee ? lectern_contest_get_unit (contest, nominee->unit) : NULL;
  GtkWidget            *row = adw_action_row_new ();
  GtkWidget            *up = gtk_button_new_from_icon_name ("go-up-symbolic");
  g_autofree char      *title = g_strdup_printf ("%d. %s", (int) place + 1, nominee ? nominee->name : "");
  /* Translators: moves the named person one place up in the list. */
  g_autofree char *label = g_strdup_printf (_ ("%s one place up"), nominee ? nominee->name : "");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), unit ? unit->name : "");
  gtk_widget_set_valign (up, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (up, "flat");
  gtk_widget_set_sensitive (up, place > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (up), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (up), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (up, "clicked", G_CALLBACK (on_up_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
  return row;
}

static void
show_order (LecternDecisionDialog *self)
{
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->order, 0));)
    gtk_list_box_remove (self->order, GTK_WIDGET (row));
  for (guint i = 0; i < self->lots->len; i++)
    gtk_list_box_append (self->order, make_row (self, i));
}

static void
on_reason_changed_cb (LecternDecisionDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  gtk_widget_set_sensitive (self->save, *reason != '\0');
}

static gboolean
on_saved_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternDecisionDialog *self = LECTERN_DECISION_DIALOG (owner);
  if (outcome)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  gtk_label_set_text (self->refusal_text, error->message);
  gtk_revealer_set_reveal_child (self->refusal, TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
  return TRUE;
}

static void
lectern_decision_dialog_dispose (GObject *object)
{
  LecternDecisionDialog *self = LECTERN_DECISION_DIALOG (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->lots, g_array_unref);
  G_OBJECT_CLASS (lectern_decision_dialog_parent_class)->dispose (object);
}

static void
lectern_decision_dialog_class_init (LecternDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_decision_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternDecisionDialog, order);
  gtk_widget_class_bind_template_child (widget_class, LecternDecisionDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, LecternDecisionDialog, save);
  gtk_widget_class_bind_template_child (widget_class, LecternDecisionDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternDecisionDialog, refusal_text);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lectern_decision_dialog_save);
}

static void
lectern_decision_dialog_init (LecternDecisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
lectern_decision_dialog_new (GtkWidget   *parent,
                             LecternDesk *desk,
                             GArray      *lots)
{
  LecternDecisionDialog *self = g_object_new (LECTERN_TYPE_DECISION_DIALOG,
                                              "transient-for", gtk_widget_get_root (parent),
                                              "title", _ ("Decision of the Jury"),
                                              NULL);
  self->desk = g_object_ref (desk);
  self->lots = g_array_copy (lots);
  show_order (self);
  on_reason_changed_cb (self);
  return GTK_WINDOW (self);
}

void
lectern_decision_dialog_raise (LecternDecisionDialog *self,
                               guint                  place)
{
  g_return_if_fail (LECTERN_IS_DECISION_DIALOG (self) && place > 0 && place < self->lots->len);
  gint64 lot = g_array_index (self->lots, gint64, place);
  g_array_index (self->lots, gint64, place) = g_array_index (self->lots, gint64, place - 1);
  g_array_index (self->lots, gint64, place - 1) = lot;
  show_order (self);
}

void
lectern_decision_dialog_save (LecternDecisionDialog *self)
{
  g_return_if_fail (LECTERN_IS_DECISION_DIALOG (self));
  LecternContest *contest = lectern_desk_get_contest (self->desk);
  LecternAction  *action = lectern_desk_new_action (LECTERN_ACTION_DECIDE);
  for (guint i = 0; i < self->lots->len; i++)
    {
      const LecternEntry *entry = lectern_contest_get_entry_by_lot (contest, g_array_index (self->lots, gint64, i));
      if (!entry)
        continue;
      LecternDecision *decision = lectern_record_new (&lectern_table_decision);
      lectern_record_take_string (&decision->round, entry->round);
      decision->nominee = entry->nominee;
      decision->place = i;
      lectern_record_take_string (&decision->reason, gtk_editable_get_text (self->reason));
      lectern_action_add_record (action, decision);
    }
  action->reason = g_strdup (gtk_editable_get_text (self->reason));
  gtk_widget_set_sensitive (self->save, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_saved_cb);
}
