/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge with what admits a laptop to the seat. A code works once; the seats below are what the
 * codes have become, each of which can be revoked, and then its laptop is out at once. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-jury-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction-dialog.h"
#include "lectern-judge-dialog.h"
#include "lectern-pairing-dialog.h"
#include "lectern-pairing-link.h"
#include "lectern-seat-row.h"
#include "lectern-seat-words.h"

struct _LecternJuryRow
{
  AdwExpanderRow parent_instance;
  LecternDesk   *desk;
  gint64         judge;
  GtkWidget     *state;
  GtkWidget     *code;
  GtkWidget     *pair;
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

static void
on_pair_clicked_cb (LecternJuryRow *self)
{
  gtk_window_present (lectern_pairing_dialog_new (GTK_WIDGET (self), self->desk, self->judge));
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

static const LecternSeat *
find_seat (GPtrArray  *seats,
           const char *token)
{
  for (guint i = 0; i < seats->len; i++)
    if (g_strcmp0 (((const LecternSeat *) g_ptr_array_index (seats, i))->token, token) == 0)
      return g_ptr_array_index (seats, i);
  return NULL;
}

static gboolean
has_row (LecternJuryRow *self,
         const char     *token)
{
  for (guint i = 0; i < self->seat_rows->len; i++)
    if (g_strcmp0 (lectern_seat_row_get_token (g_ptr_array_index (self->seat_rows, i)), token) == 0)
      return TRUE;
  return FALSE;
}

/* A row stays as long as its seat does, so that neither the focus nor a question under way is lost when a
 * laptop comes or goes. */
static void
drop_old_rows (LecternJuryRow *self,
               GPtrArray      *seats)
{
  for (guint i = self->seat_rows->len; i > 0; i--)
    {
      GtkWidget         *row = g_ptr_array_index (self->seat_rows, i - 1);
      const LecternSeat *seat = find_seat (seats, lectern_seat_row_get_token (LECTERN_SEAT_ROW (row)));
      if (seat && seat->revoked != 1)
        {
          lectern_seat_row_refresh (LECTERN_SEAT_ROW (row), seat);
          continue;
        }
      if (gtk_widget_get_focus_child (row))
        gtk_widget_grab_focus (self->pair);
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_remove_index (self->seat_rows, i - 1);
    }
}

static guint
show_seats (LecternJuryRow *self)
{
  g_autoptr (GPtrArray) seats = lectern_contest_list_rows (get_contest (self), &lectern_table_seat);
  drop_old_rows (self, seats);
  for (guint i = 0; i < seats->len; i++)
    {
      const LecternSeat *seat = g_ptr_array_index (seats, i);
      if (seat->judge != self->judge || seat->revoked == 1 || has_row (self, seat->token))
        continue;
      GtkWidget *row = lectern_seat_row_new (self->desk, seat);
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
  self->pair = gtk_button_new_with_label (_ ("Pairing Code"));
  gtk_label_set_selectable (GTK_LABEL (self->code), TRUE);
  gtk_widget_add_css_class (self->code, "title-2");
  gtk_widget_add_css_class (self->code, "numeric");
  gtk_widget_add_css_class (self->state, "dim-label");
  gtk_widget_set_valign (self->pair, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->code, 6);
  g_signal_connect_swapped (self->pair, "clicked", G_CALLBACK (on_pair_clicked_cb), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* Actions stand in the reverse of the order they are added in. */
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->pair);
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
  const char      *open_code = lectern_seat_words_find_code (get_contest (self), self->judge);
  g_autofree char *code = open_code ? lectern_pairing_space_code (open_code) : NULL;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_label_set_text (GTK_LABEL (self->code), code ? code : "");
  gtk_widget_set_visible (self->code, code != NULL);
  /* Translators: a judge's number and name. */
  g_autofree char *pair = g_strdup_printf (_ ("Pairing code of judge %d %s"), (int) judge->number, judge->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pair), GTK_ACCESSIBLE_PROPERTY_LABEL, pair, -1);
  gtk_widget_set_visible (self->pair, judge->active == 1);
  gtk_widget_set_visible (self->leave_row, judge->active == 1);
}
