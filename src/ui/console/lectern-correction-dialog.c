/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The form of the side sheet in a small window. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-correction-dialog.h"

#include "lectern-correction-form.h"

static GtkWidget *
make_content (GtkWidget *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_widget_set_margin_start (form, 18);
  gtk_widget_set_margin_end (form, 18);
  gtk_widget_set_margin_bottom (form, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static gboolean
on_escape_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

GtkWindow *
lectern_correction_dialog_new (GtkWidget            *parent,
                               LecternDesk          *desk,
                               LecternCorrectionKind kind,
                               gint64                lot,
                               gint64                judge)
{
  GtkWidget          *form = lectern_correction_form_new ();
  GtkWidget          *window = adw_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_window_set_title (GTK_WINDOW (window), lectern_correction_get_title (kind));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 560);
  gtk_widget_add_css_class (window, "console");
  adw_window_set_content (ADW_WINDOW (window), make_content (form));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (on_escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  g_signal_connect_object (form, "finished", G_CALLBACK (gtk_window_close), window, G_CONNECT_SWAPPED);
  lectern_correction_form_begin (LECTERN_CORRECTION_FORM (form), desk, kind, lot, judge);
  lectern_correction_form_focus (LECTERN_CORRECTION_FORM (form));
  return GTK_WINDOW (window);
}
