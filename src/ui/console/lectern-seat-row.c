/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Revoking takes two presses at two places: the first asks, and the answer that changes nothing has the
 * focus. Nothing else is in the way meanwhile: an evening has no time for a window that wants an answer. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-seat-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-seat-words.h"

struct _LecternSeatRow
{
  AdwActionRow parent_instance;
  LecternDesk *desk;
  gint64       judge;
  char        *token;
  GtkWidget   *revoke;
  GtkWidget   *question;
  GtkWidget   *keep;
  GtkWidget   *sure;
};

G_DEFINE_FINAL_TYPE (LecternSeatRow, lectern_seat_row, ADW_TYPE_ACTION_ROW)

static void
ask (LecternSeatRow *self,
     gboolean        asking)
{
  gtk_widget_set_visible (self->question, asking);
  gtk_widget_set_visible (self->revoke, !asking);
  gtk_widget_grab_focus (asking ? self->keep : self->revoke);
}

static void
on_revoke_clicked_cb (LecternSeatRow *self)
{
  ask (self, TRUE);
}

static void
on_keep_clicked_cb (LecternSeatRow *self)
{
  ask (self, FALSE);
}

static void
on_sure_clicked_cb (LecternSeatRow *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_REVOKE_SEAT);
  action->judge = self->judge;
  action->key = g_strdup (self->token);
  lectern_desk_submit (self->desk, action, NULL, NULL);
}

static gboolean
on_escape_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  LecternSeatRow *self = LECTERN_SEAT_ROW (widget);
  if (!gtk_widget_get_visible (self->question))
    return FALSE;
  ask (self, FALSE);
  return TRUE;
}

static void
lectern_seat_row_dispose (GObject *object)
{
  LecternSeatRow *self = LECTERN_SEAT_ROW (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->token, g_free);
  G_OBJECT_CLASS (lectern_seat_row_parent_class)->dispose (object);
}

static void
lectern_seat_row_class_init (LecternSeatRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_seat_row_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static GtkWidget *
make_button (LecternSeatRow *self,
             const char     *label,
             GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
lectern_seat_row_init (LecternSeatRow *self)
{
  self->revoke = make_button (self, C_ ("seat", "Revoke…"), G_CALLBACK (on_revoke_clicked_cb));
  self->keep = make_button (self, C_ ("seat", "Keep"), G_CALLBACK (on_keep_clicked_cb));
  self->sure = make_button (self, C_ ("seat", "Revoke: Out at Once"), G_CALLBACK (on_sure_clicked_cb));
  self->question = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->sure, "destructive-action");
  gtk_box_append (GTK_BOX (self->question), self->keep);
  gtk_box_append (GTK_BOX (self->question), self->sure);
  gtk_widget_set_visible (self->question, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->revoke);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->question);
}

GtkWidget *
lectern_seat_row_new (LecternDesk       *desk,
                      const LecternSeat *seat)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk), NULL);
  LecternSeatRow *self = g_object_new (LECTERN_TYPE_SEAT_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->judge = seat->judge;
  self->token = g_strdup (seat->token);
  lectern_seat_row_refresh (self, seat);
  return GTK_WIDGET (self);
}

const char *
lectern_seat_row_get_token (LecternSeatRow *self)
{
  g_return_val_if_fail (LECTERN_IS_SEAT_ROW (self), NULL);
  return self->token;
}

void
lectern_seat_row_refresh (LecternSeatRow    *self,
                          const LecternSeat *seat)
{
  g_return_if_fail (LECTERN_IS_SEAT_ROW (self));
  g_autofree char *presence = lectern_seat_words_describe_presence (self->desk, seat);
  g_autofree char *pairing = lectern_seat_words_describe_pairing (seat);
  g_autofree char *sheet = lectern_seat_words_describe_last_sheet (lectern_desk_get_contest (self->desk), seat->judge);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s · %s", presence, pairing, sheet);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lectern_seat_words_get_device (seat));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}
