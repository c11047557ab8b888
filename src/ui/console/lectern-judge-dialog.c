/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge as a form. The number is the judge's name in every figure, so it stays once given; the
 * unit is asked for recusal alone: a judge does not mark people of that unit. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-judge-dialog.h"

#include <glib/gi18n-lib.h>

struct _LecternJudgeDialog
{
  AdwWindow      parent_instance;
  LecternDesk   *desk;
  LecternJudge  *judge;
  gboolean       is_new;
  GPtrArray     *units; /* keys by position in the list; the first is NULL, of no unit */
  GtkSpinButton *number;
  GtkEditable   *name;
  GtkEditable   *employer;
  AdwComboRow   *unit;
  GtkSwitch     *head;
  GtkSwitch     *active;
  GtkWidget     *save;
  GtkRevealer   *refusal;
  GtkLabel      *refusal_text;
};

G_DEFINE_FINAL_TYPE (LecternJudgeDialog, lectern_judge_dialog, ADW_TYPE_WINDOW)

static LecternJudge *
read_form (LecternJudgeDialog *self)
{
  LecternJudge    *judge = lectern_record_copy (self->judge);
  guint            unit = adw_combo_row_get_selected (self->unit);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *employer = g_strstrip (g_strdup (gtk_editable_get_text (self->employer)));
  judge->number = gtk_spin_button_get_value_as_int (self->number);
  judge->head = gtk_switch_get_active (self->head);
  judge->active = gtk_switch_get_active (self->active);
  lectern_record_take_string (&judge->name, name);
  lectern_record_take_string (&judge->employer, *employer ? employer : NULL);
  lectern_record_take_string (&judge->unit, unit < self->units->len ? g_ptr_array_index (self->units, unit) : NULL);
  return judge;
}

static void
on_form_changed_cb (LecternJudgeDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  gtk_widget_set_sensitive (self->save, *name != '\0');
}

static gboolean
on_saved_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternJudgeDialog *self = LECTERN_JUDGE_DIALOG (owner);
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
fill_units (LecternJudgeDialog *self)
{
  GPtrArray *units = lectern_contest_get_units (lectern_desk_get_contest (self->desk));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint position = 0;
  self->units = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, C_ ("unit of a judge", "none"));
  g_ptr_array_add (self->units, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = g_ptr_array_index (units, i);
      if (g_strcmp0 (unit->key, self->judge->unit) == 0)
        position = self->units->len;
      gtk_string_list_append (names, unit->name);
      g_ptr_array_add (self->units, g_strdup (unit->key));
    }
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->unit, position);
}

static gint64
find_free_number (LecternContest *contest)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  gint64     number = 1;
  for (guint i = 0; i < judges->len; i++)
    number = MAX (number, ((const LecternJudge *) g_ptr_array_index (judges, i))->number + 1);
  return number;
}

static void
lectern_judge_dialog_dispose (GObject *object)
{
  LecternJudgeDialog *self = LECTERN_JUDGE_DIALOG (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->judge, lectern_record_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_judge_dialog_parent_class)->dispose (object);
}

static void
lectern_judge_dialog_class_init (LecternJudgeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_judge_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-judge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, number);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, employer);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, head);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, active);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, save);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeDialog, refusal_text);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lectern_judge_dialog_save);
}

static void
lectern_judge_dialog_init (LecternJudgeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static LecternJudge *
make_judge (LecternContest *contest)
{
  LecternJudge *judge = lectern_record_new (&lectern_table_judge);
  judge->number = find_free_number (contest);
  judge->head = 0;
  judge->active = 1;
  return judge;
}

GtkWindow *
lectern_judge_dialog_new (GtkWidget          *parent,
                          LecternDesk        *desk,
                          const LecternJudge *judge)
{
  LecternJudgeDialog *self = g_object_new (LECTERN_TYPE_JUDGE_DIALOG,
                                           "transient-for", gtk_widget_get_root (parent),
                                           "title", judge ? _ ("Edit the Judge") : _ ("Add a Judge"),
                                           NULL);
  self->desk = g_object_ref (desk);
  self->is_new = judge == NULL;
  self->judge = judge ? lectern_record_copy (judge) : make_judge (lectern_desk_get_contest (desk));
  gtk_spin_button_set_value (self->number, (double) self->judge->number);
  gtk_widget_set_sensitive (GTK_WIDGET (self->number), self->is_new);
  gtk_editable_set_text (self->name, self->judge->name ? self->judge->name : "");
  gtk_editable_set_text (self->employer, self->judge->employer ? self->judge->employer : "");
  gtk_switch_set_active (self->head, self->judge->head == 1);
  gtk_switch_set_active (self->active, self->judge->active == 1);
  fill_units (self);
  on_form_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WINDOW (self);
}

void
lectern_judge_dialog_save (LecternJudgeDialog *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_DIALOG (self));
  LecternAction *action = lectern_desk_new_action (self->is_new ? LECTERN_ACTION_ADD_JUDGES : LECTERN_ACTION_EDIT_JUDGE);
  lectern_action_add_record (action, read_form (self));
  gtk_revealer_set_reveal_child (self->refusal, FALSE);
  gtk_widget_set_sensitive (self->save, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_saved_cb);
}
