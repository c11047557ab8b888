/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One judge, one code. While the window is open it says what has become of the code: still waiting, or
 * which laptop has used it; then the code is gone from the screen, for it opens nothing any more. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-pairing-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-pairing-link.h"
#include "lectern-qr-view.h"
#include "lectern-seat-words.h"

struct _LecternPairingDialog
{
  AdwWindow       parent_instance;
  LecternDesk    *desk;
  gint64          judge;
  AdwWindowTitle *title;
  GtkStack       *stack;
  LecternQrView  *qr;
  GtkLabel       *code;
  GtkLabel       *addresses;
  GtkLabel       *fingerprint;
  GtkLabel       *waiting;
  AdwStatusPage  *used;
  GtkWidget      *fresh;
  GtkWidget      *copy;
  GtkLabel       *refusal;
};

G_DEFINE_FINAL_TYPE (LecternPairingDialog, lectern_pairing_dialog, ADW_TYPE_WINDOW)

static LecternContest *
get_contest (LecternPairingDialog *self)
{
  return lectern_desk_get_contest (self->desk);
}

static gboolean
on_made_cb (GObject        *owner,
            LecternOutcome *outcome,
            GPtrArray      *problems,
            const GError   *error)
{
  LecternPairingDialog *self = LECTERN_PAIRING_DIALOG (owner);
  gtk_label_set_text (self->refusal, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), error != NULL);
  gtk_widget_set_sensitive (self->fresh, TRUE);
  return TRUE;
}

static void
make_code (LecternPairingDialog *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_MAKE_CODE);
  action->judge = self->judge;
  gtk_widget_set_sensitive (self->fresh, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_made_cb);
}

static void
on_fresh_clicked_cb (LecternPairingDialog *self)
{
  make_code (self);
}

static void
on_copy_clicked_cb (LecternPairingDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), lectern_qr_view_get_text (self->qr));
}

/* With no judges' server (a contest only looked at) the code alone is shown. */
static void
show_way (LecternPairingDialog *self,
          const char           *code)
{
  LecternServer *server = lectern_desk_get_server (self->desk);
  g_auto (GStrv) addresses = server ? lectern_server_list_addresses (server) : NULL;
  g_autofree char *lines = addresses ? g_strjoinv ("\n", addresses) : g_strdup ("");
  g_autofree char *digits = server ? lectern_pairing_shorten_fingerprint (lectern_server_get_fingerprint (server)) : g_strdup ("");
  g_autofree char *link = NULL;
  if (addresses && addresses[0])
    link = lectern_pairing_link_write (addresses[0], code, lectern_server_get_fingerprint (server));
  lectern_qr_view_set_text (self->qr, link);
  gtk_widget_set_visible (GTK_WIDGET (self->qr), link != NULL);
  gtk_widget_set_sensitive (self->copy, link != NULL);
  gtk_label_set_text (self->addresses, *lines ? lines : _ ("This laptop is in no network."));
  gtk_label_set_text (self->fingerprint, digits);
}

static void
show_code (LecternPairingDialog *self,
           const char           *code)
{
  g_autofree char *spaced = lectern_pairing_space_code (code);
  gtk_label_set_text (self->code, spaced);
  show_way (self, code);
  gtk_label_set_text (self->waiting, lectern_seat_words_find (get_contest (self), self->judge)
                                       ? _ ("Waiting for the other laptop. The one paired now goes on until the code is used; then it is out.")
                                       : _ ("Waiting for the judge’s laptop…"));
  gtk_stack_set_visible_child_name (self->stack, "code");
  gtk_widget_set_visible (self->copy, TRUE);
}

static void
show_used (LecternPairingDialog *self)
{
  const LecternSeat *seat = lectern_seat_words_find (get_contest (self), self->judge);
  g_autofree char   *state = seat ? lectern_seat_words_describe_presence (self->desk, seat) : g_strdup ("");
  /* Translators: the name of a judge's laptop, and how it is: "connected from 192.168.1.31". */
  g_autofree char *words = seat ? g_strdup_printf (_ ("“%s”, %s."), lectern_seat_words_get_device (seat), state) : NULL;
  lectern_qr_view_set_text (self->qr, NULL);
  adw_status_page_set_description (self->used, words ? words : _ ("A code works once."));
  gtk_stack_set_visible_child_name (self->stack, "used");
  gtk_widget_set_visible (self->copy, FALSE);
}

static void
refresh (LecternPairingDialog *self)
{
  const LecternJudge *judge = lectern_contest_get_judge (get_contest (self), self->judge);
  const char         *code = lectern_seat_words_find_code (get_contest (self), self->judge);
  if (!judge || judge->active != 1)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  /* Translators: a judge's number and name. */
  g_autofree char *title = g_strdup_printf (_ ("Judge %d %s"), (int) judge->number, judge->name);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (code)
    show_code (self, code);
  else
    show_used (self);
}

static void
lectern_pairing_dialog_dispose (GObject *object)
{
  LecternPairingDialog *self = LECTERN_PAIRING_DIALOG (object);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (lectern_pairing_dialog_parent_class)->dispose (object);
}

static void
lectern_pairing_dialog_class_init (LecternPairingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_pairing_dialog_dispose;
  g_type_ensure (LECTERN_TYPE_QR_VIEW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-pairing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, qr);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, code);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, addresses);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, used);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, fresh);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, LecternPairingDialog, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_fresh_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
lectern_pairing_dialog_init (LecternPairingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
lectern_pairing_dialog_new (GtkWidget   *parent,
                            LecternDesk *desk,
                            gint64       judge)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk), NULL);
  LecternPairingDialog *self = g_object_new (LECTERN_TYPE_PAIRING_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->judge = judge;
  g_signal_connect_object (desk, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "connections-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  if (!lectern_seat_words_find_code (get_contest (self), judge))
    make_code (self);
  refresh (self);
  return GTK_WINDOW (self);
}
