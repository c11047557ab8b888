/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A renewed certificate and somebody else in the main laptop's place look the same from here. Only a person can tell,
 * who reads the short form off the main laptop's own screen or off a new card; so this says both, says where to look,
 * and does nothing by itself: Escape and Enter leave everything as it was. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-certificate-dialog.h"

#include "lectern-pairing-link.h"

#include <glib/gi18n-lib.h>

static void
add_form (GtkBox     *box,
          const char *title,
          const char *fingerprint,
          gboolean    emphasised)
{
  g_autofree char *digits = lectern_pairing_shorten_fingerprint (fingerprint);
  GtkWidget       *caption = gtk_label_new (title);
  GtkWidget       *label = gtk_label_new (digits);

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, emphasised ? "title-1" : "title-3");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  gtk_box_append (box, caption);
  gtk_box_append (box, label);
}

GtkWidget *
lectern_certificate_dialog_new (GtkWindow  *parent,
                                const char *pinned,
                                const char *shown)
{
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget        *dialog = adw_message_dialog_new (parent, _ ("Is This Still the Same Main Laptop?"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_set_body (message, _ ("The computer that answers shows another fingerprint than the one this seat was paired with. That is so when the main laptop’s certificate was renewed, and when somebody else answers in its place. Compare the fingerprint shown now with the main laptop’s screen or with a new card, all sixteen letters and digits. What you marked is kept here and goes out only when you go on."));
  add_form (GTK_BOX (box), _ ("Paired with"), pinned, FALSE);
  add_form (GTK_BOX (box), _ ("Shown now"), shown, TRUE);
  adw_message_dialog_set_extra_child (message, box);
  adw_message_dialog_add_responses (message,
                                    "cancel", _ ("_Not the Same, or Not Sure"),
                                    LECTERN_CERTIFICATE_SAME, _ ("_It Is the Same, Go On"),
                                    NULL);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  return dialog;
}
