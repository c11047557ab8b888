/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What changes a contest against its run needs a reason a person gave; this is where it is given. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-reason-dialog.h"

#include <glib/gi18n-lib.h>

struct _LecternReasonDialog
{
  AdwMessageDialog parent_instance;
  GtkWidget       *row;
};

G_DEFINE_FINAL_TYPE (LecternReasonDialog, lectern_reason_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
has_reason (LecternReasonDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row))));
  return *reason != '\0';
}

static void
on_reason_changed_cb (LecternReasonDialog *self)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "confirm", has_reason (self));
}

static void
on_reason_activated_cb (LecternReasonDialog *self)
{
  if (!has_reason (self))
    return;
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), "confirm");
  gtk_window_close (GTK_WINDOW (self));
}

static void
lectern_reason_dialog_class_init (LecternReasonDialogClass *klass)
{
}

static void
lectern_reason_dialog_init (LecternReasonDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();
  self->row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Reason, for the journal"));
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (on_reason_changed_cb), self);
  g_signal_connect_swapped (self->row, "entry-activated", G_CALLBACK (on_reason_activated_cb), self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), list);
}

LecternReasonDialog *
lectern_reason_dialog_new (GtkWidget  *parent,
                           const char *heading,
                           const char *body,
                           const char *confirm)
{
  LecternReasonDialog *self = g_object_new (LECTERN_TYPE_REASON_DIALOG,
                                            "heading", heading,
                                            "body", body,
                                            "transient-for", gtk_widget_get_root (parent),
                                            "modal", TRUE,
                                            NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _ ("Cancel"), "confirm", confirm, NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "confirm", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "confirm", FALSE);
  return self;
}

const char *
lectern_reason_dialog_get_reason (LecternReasonDialog *self)
{
  g_return_val_if_fail (LECTERN_IS_REASON_DIALOG (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->row));
}

void
lectern_reason_dialog_set_reason (LecternReasonDialog *self,
                                  const char          *reason)
{
  g_return_if_fail (LECTERN_IS_REASON_DIALOG (self));
  gtk_editable_set_text (GTK_EDITABLE (self->row), reason);
}
