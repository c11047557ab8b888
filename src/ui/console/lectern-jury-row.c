/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge with what admits a laptop to the seat. A code works once; the seats below are what the
 * codes have become, each of which can be revoked, and then its laptop is out at once. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-jury-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction-dialog.h"
#include "lectern-judge-dialog.h"

struct _LecternJuryRow
{
  AdwExpanderRow parent_instance;
  LecternDesk   *desk;
  gint64         judge;
  GtkWidget     *state;
  GtkWidget     *code;
  GtkWidget     *make;
  GtkWidget     *edit_row;
  GtkWidget     *leave_row;
  GPtrArray     *seat_rows; /* borrowed widgets */
};

G_DEFINE_FINAL_TYPE (LecternJuryRow, lectern_jury_row, ADW_TYPE_EXPANDER_ROW)

static LecternContest *
get_contest (LecternJuryRow *self)
{
  return lectern_desk_get_contest (self->desk);
}

static char *
find_code (LecternJuryRow *self)
{
  g_autoptr (GPtrArray) pairings = lectern_contest_list_rows (get_contest (self), &lectern_table_pairing);
  for (guint i = 0; i < pairings->len; i++)
    {
      const LecternPairing *pairing = g_ptr_array_index (pairings, i);
      if (pairing->judge == self->judge && pairing->used != 1)
        return g_strdup (pairing->code);
    }
  return NULL;
}

static void
on_make_clicked_cb (LecternJuryRow *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_MAKE_CODE);
  action->judge = self->judge;
  lectern_desk_submit (self->desk, action, NULL, NULL);
}

static void
on_edit_clicked_cb (LecternJuryRow *self)
{
  const LecternJudge *judge = lectern_contest_get_judge (get_contest (self), self->judge);
  if (judge)
    gtk_window_present (lectern_judge_dialog_new (GTK_WIDGET (self), self->desk, judge));
}

static void
correct (LecternJuryRow       *self,
         LecternCorrectionKind kind)
{
  gtk_window_present (lectern_correction_dialog_new (GTK_WIDGET (self), self->desk, kind, LECTERN_NULL, self->judge));
}

static void
on_leave_clicked_cb (LecternJuryRow *self)
{
  correct (self, LECTERN_CORRECTION_LEAVE);
}

static void
on_replace_clicked_cb (LecternJuryRow *self)
{
  correct (self, LECTERN_CORRECTION_REPLACE);
}

static void
on_revoke_clicked_cb (GtkButton      *button,
                      LecternJuryRow *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_REVOKE_SEAT);
  action->judge = self->judge;
  action->key = g_strdup (g_object_get_data (G_OBJECT (button), "token"));
  lectern_desk_submit (self->desk, action, NULL, NULL);
}

static char *
describe_seat (const LecternSeat *seat)
{
  g_autoptr (GDateTime) paired = g_date_time_new_from_unix_local (seat->paired_us == LECTERN_NULL ? 0 : seat->paired_us / G_USEC_PER_SEC);
  g_autofree char *when = paired ? g_date_time_format (paired, "%H:%M:%S") : g_strdup ("");
  /* Translators: when a laptop was paired, and its network address. */
  return g_strdup_printf (_ ("paired at %s from %s"), when, seat->address ? seat->address : "?");
}

static GtkWidget *
make_seat_row (LecternJuryRow    *self,
               const LecternSeat *seat)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *revoke = gtk_button_new_with_label (C_ ("seat", "Revoke"));
  g_autofree char *subtitle = describe_seat (seat);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), seat->device && *seat->device ? seat->device : _ ("A laptop"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (revoke, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (revoke), "token", g_strdup (seat->token), g_free);
  g_signal_connect_object (revoke, "clicked", G_CALLBACK (on_revoke_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), revoke);
  return row;
}

static guint
show_seats (LecternJuryRow *self)
{
  g_autoptr (GPtrArray) seats = lectern_contest_list_rows (get_contest (self), &lectern_table_seat);
  for (guint i = 0; i < self->seat_rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->seat_rows, i));
  g_ptr_array_set_size (self->seat_rows, 0);
  for (guint i = 0; i < seats->len; i++)
    {
      const LecternSeat *seat = g_ptr_array_index (seats, i);
      if (seat->judge != self->judge || seat->revoked == 1)
        continue;
      GtkWidget *row = make_seat_row (self, seat);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->seat_rows, row);
    }
  return self->seat_rows->len;
}

static char *
describe_state (LecternJuryRow *self,
                guint           n_seats)
{
  /* Translators: the judge has tried the panel on an invented entry. */
  if (lectern_desk_has_practised (self->desk, self->judge))
    return g_strdup (C_ ("judge", "connected · practised"));
  if (lectern_desk_is_connected (self->desk, self->judge))
    return g_strdup (C_ ("judge", "connected"));
  if (n_seats)
    return g_strdup (C_ ("judge", "offline"));
  return g_strdup (C_ ("judge", "no laptop yet"));
}

static char *
describe_judge (LecternJuryRow     *self,
                const LecternJudge *judge)
{
  const LecternUnit *unit = judge->unit ? lectern_contest_get_unit (get_contest (self), judge->unit) : NULL;
  g_autoptr (GString) text = g_string_new (judge->employer);
  if (judge->head == 1)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", _ ("head of the jury"));
  if (unit)
    {
      /* Translators: the unit whose nominees a judge does not mark. */
      g_autofree char *recused = g_strdup_printf (_ ("does not mark %s"), unit->name);
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", recused);
    }
  g_autofree char *left = lectern_correction_describe_leaving (get_contest (self), judge);
  if (judge->active != 1)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", left ? left : _ ("does not mark in this contest"));
  if (judge->replaces != LECTERN_NULL)
    {
      g_autofree char *other = lectern_correction_name_judge (get_contest (self), judge->replaces);
      /* Translators: the judge this one has replaced. */
      g_autofree char *took_over = g_strdup_printf (_ ("took over from %s"), other);
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", took_over);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
lectern_jury_row_dispose (GObject *object)
{
  LecternJuryRow *self = LECTERN_JURY_ROW (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->seat_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_jury_row_parent_class)->dispose (object);
}

static void
lectern_jury_row_class_init (LecternJuryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_jury_row_dispose;
}

static void
add_edit_row (LecternJuryRow *self)
{
  GtkWidget *edit = gtk_button_new_with_label (_ ("Edit…"));
  self->edit_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->edit_row), _ ("Name, employer, unit and head of the jury"));
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (edit, "clicked", G_CALLBACK (on_edit_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->edit_row), edit);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->edit_row);
}

static GtkWidget *
make_leave_button (LecternJuryRow *self,
                   const char     *label,
                   GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
add_leave_row (LecternJuryRow *self)
{
  self->leave_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->leave_row), _ ("Leaves the panel for good"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->leave_row), _ ("What was handed in counts on"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->leave_row), make_leave_button (self, _ ("Leaves…"), G_CALLBACK (on_leave_clicked_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->leave_row), make_leave_button (self, _ ("Is Replaced…"), G_CALLBACK (on_replace_clicked_cb)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->leave_row);
}

static void
lectern_jury_row_init (LecternJuryRow *self)
{
  self->seat_rows = g_ptr_array_new ();
  self->state = gtk_label_new (NULL);
  self->code = gtk_label_new (NULL);
  self->make = gtk_button_new_with_label (_ ("Pairing Code"));
  gtk_label_set_selectable (GTK_LABEL (self->code), TRUE);
  gtk_widget_add_css_class (self->code, "title-2");
  gtk_widget_add_css_class (self->code, "numeric");
  gtk_widget_add_css_class (self->state, "dim-label");
  gtk_widget_set_valign (self->make, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->code, 6);
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (on_make_clicked_cb), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* Actions stand in the reverse of the order they are added in. */
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->make);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->code);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->state);
  add_edit_row (self);
  add_leave_row (self);
}

GtkWidget *
lectern_jury_row_new (LecternDesk *desk,
                      gint64       judge)
{
  LecternJuryRow *self = g_object_new (LECTERN_TYPE_JURY_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->judge = judge;
  return GTK_WIDGET (self);
}

gint64
lectern_jury_row_get_judge (LecternJuryRow *self)
{
  g_return_val_if_fail (LECTERN_IS_JURY_ROW (self), 0);
  return self->judge;
}

void
lectern_jury_row_refresh (LecternJuryRow *self)
{
  g_return_if_fail (LECTERN_IS_JURY_ROW (self));
  const LecternJudge *judge = lectern_contest_get_judge (get_contest (self), self->judge);
  if (!judge)
    return;
  /* Translators: a judge's number and name. */
  g_autofree char *title = g_strdup_printf (_ ("%d. %s"), (int) judge->number, judge->name);
  g_autofree char *subtitle = describe_judge (self, judge);
  g_autofree char *state = describe_state (self, show_seats (self));
  g_autofree char *code = find_code (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_label_set_text (GTK_LABEL (self->code), code ? code : "");
  gtk_widget_set_visible (self->code, code != NULL);
  gtk_widget_set_visible (self->make, judge->active == 1);
  gtk_widget_set_visible (self->leave_row, judge->active == 1);
  gtk_button_set_label (GTK_BUTTON (self->make), code ? _ ("New Code") : _ ("Pairing Code"));
}
