/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A nomination as a form. An edit starts from what is stored and sends a whole record back. What
 * speaks against the nominee is checked with the contest's own function while the form is filled
 * in; a refusal of the engine stands in the form, with all its reasons, and nothing typed is lost. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-nominee-dialog.h"

#include <glib/gi18n-lib.h>

struct _LecternNomineeDialog
{
  AdwWindow       parent_instance;
  LecternDesk    *desk;
  LecternNominee *nominee; /* the form's start: a copy, or a new record */
  gboolean        is_new;
  gint64          replaces; /* id of who goes; LECTERN_NULL: nobody */
  GPtrArray      *units;    /* keys, in the order of the list */
  GtkWidget      *replacing;
  GtkEditable    *reason;
  AdwComboRow    *unit;
  GtkEditable    *name;
  GtkEditable    *title_row;
  AdwComboRow    *party;
  GtkSpinButton  *lectures;
  GtkEditable    *courseware;
  GtkEditable    *gender;
  GtkEditable    *ethnicity;
  GtkEditable    *born;
  GtkEditable    *joined;
  GtkEditable    *education;
  GtkEditable    *employer;
  GtkEditable    *phone;
  GtkLabel       *check;
  GtkWidget      *save;
  GtkRevealer    *refusal;
  GtkLabel       *refusal_text;
};

G_DEFINE_FINAL_TYPE (LecternNomineeDialog, lectern_nominee_dialog, ADW_TYPE_WINDOW)

static const char *const parties[] = { "member", "probationary", "none" };

static void
set_text (GtkEditable *editable,
          const char  *text)
{
  gtk_editable_set_text (editable, text ? text : "");
}

/* Empty is NULL: a column without a value. */
static void
read_text (GtkEditable *editable,
           char       **field)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  lectern_record_take_string (field, *text ? text : NULL);
}

static LecternNominee *
read_form (LecternNomineeDialog *self)
{
  LecternNominee *nominee = lectern_record_copy (self->nominee);
  guint           unit = adw_combo_row_get_selected (self->unit);
  guint           party = adw_combo_row_get_selected (self->party);
  if (unit < self->units->len)
    lectern_record_take_string (&nominee->unit, g_ptr_array_index (self->units, unit));
  lectern_record_take_string (&nominee->party, parties[MIN (party, G_N_ELEMENTS (parties) - 1)]);
  nominee->lectures = gtk_spin_button_get_value_as_int (self->lectures);
  read_text (self->name, &nominee->name);
  read_text (self->title_row, &nominee->title);
  read_text (self->courseware, &nominee->courseware);
  read_text (self->gender, &nominee->gender);
  read_text (self->ethnicity, &nominee->ethnicity);
  read_text (self->born, &nominee->born);
  read_text (self->joined, &nominee->joined);
  read_text (self->education, &nominee->education);
  read_text (self->employer, &nominee->employer);
  read_text (self->phone, &nominee->phone);
  return nominee;
}

static char *
list_reasons (GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; problems && i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      g_string_append_printf (text, "%s%s", i ? "\n" : "", problem->message);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_form_changed_cb (LecternNomineeDialog *self)
{
  if (!self->desk || !self->units)
    return;
  LecternNominee *nominee = read_form (self);
  g_autoptr (GPtrArray) problems = lectern_contest_check_eligibility (lectern_desk_get_contest (self->desk), nominee);
  g_autofree char *reasons = list_reasons (problems);
  gtk_label_set_text (self->check, problems->len ? reasons : _ ("Eligible as far as the form says."));
  if (problems->len)
    gtk_widget_remove_css_class (GTK_WIDGET (self->check), "success");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->check), "success");
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  gtk_widget_set_sensitive (self->save, nominee->name != NULL && (self->replaces == LECTERN_NULL || *reason));
  lectern_record_unref (nominee);
}

static gboolean
on_saved_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternNomineeDialog *self = LECTERN_NOMINEE_DIALOG (owner);
  if (outcome)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  g_autofree char *reasons = list_reasons (problems);
  gtk_label_set_text (self->refusal_text, *reasons ? reasons : error->message);
  gtk_revealer_set_reveal_child (self->refusal, TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
  return TRUE;
}

static void
fill_units (LecternNomineeDialog *self,
            const char           *selected)
{
  GPtrArray *units = lectern_contest_get_units (lectern_desk_get_contest (self->desk));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;
  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = g_ptr_array_index (units, i);
      if (unit->active != 1 && g_strcmp0 (unit->key, selected) != 0)
        continue;
      if (g_strcmp0 (unit->key, selected) == 0)
        position = keys->len;
      gtk_string_list_append (names, unit->name);
      g_ptr_array_add (keys, g_strdup (unit->key));
    }
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->unit, position);
  self->units = g_steal_pointer (&keys);
}

static void
fill_parties (LecternNomineeDialog *self)
{
  const char *const words[] = { _ ("party member"), _ ("probationary member"), _ ("not a member"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (words);
  guint position = self->is_new ? 0 : G_N_ELEMENTS (parties) - 1;
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (g_strcmp0 (self->nominee->party, parties[i]) == 0)
      position = i;
  adw_combo_row_set_model (self->party, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->party, position);
}

static void
fill_form (LecternNomineeDialog *self,
           const char           *unit)
{
  const LecternNominee *nominee = self->nominee;
  set_text (self->name, nominee->name);
  set_text (self->title_row, nominee->title);
  gtk_spin_button_set_value (self->lectures, nominee->lectures == LECTERN_NULL ? 0 : (double) nominee->lectures);
  set_text (self->courseware, nominee->courseware);
  set_text (self->gender, nominee->gender);
  set_text (self->ethnicity, nominee->ethnicity);
  set_text (self->born, nominee->born);
  set_text (self->joined, nominee->joined);
  set_text (self->education, nominee->education);
  set_text (self->employer, nominee->employer);
  set_text (self->phone, nominee->phone);
  fill_parties (self);
  fill_units (self, nominee->unit ? nominee->unit : unit);
  on_form_changed_cb (self);
}

static void
lectern_nominee_dialog_dispose (GObject *object)
{
  LecternNomineeDialog *self = LECTERN_NOMINEE_DIALOG (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->nominee, lectern_record_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_nominee_dialog_parent_class)->dispose (object);
}

static void
lectern_nominee_dialog_class_init (LecternNomineeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_nominee_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-nominee-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, replacing);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, party);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, lectures);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, courseware);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, gender);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, ethnicity);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, born);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, joined);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, education);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, employer);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, check);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, save);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineeDialog, refusal_text);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lectern_nominee_dialog_save);
}

static void
lectern_nominee_dialog_init (LecternNomineeDialog *self)
{
  self->replaces = LECTERN_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
lectern_nominee_dialog_new (GtkWidget            *parent,
                            LecternDesk          *desk,
                            const LecternNominee *nominee,
                            const char           *unit)
{
  LecternNomineeDialog *self = g_object_new (LECTERN_TYPE_NOMINEE_DIALOG,
                                             "transient-for", gtk_widget_get_root (parent),
                                             "title", nominee ? _ ("Edit the Nominee") : _ ("Add a Nominee"),
                                             NULL);
  self->desk = g_object_ref (desk);
  self->is_new = nominee == NULL;
  self->nominee = nominee ? lectern_record_copy (nominee) : lectern_record_new (&lectern_table_nominee);
  if (!nominee)
    self->nominee->withdrawn = 0;
  fill_form (self, unit);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WINDOW (self);
}

GtkWindow *
lectern_nominee_dialog_new_substitute (GtkWidget            *parent,
                                       LecternDesk          *desk,
                                       const LecternNominee *nominee)
{
  LecternNomineeDialog *self = LECTERN_NOMINEE_DIALOG (lectern_nominee_dialog_new (parent, desk, NULL, nominee->unit));
  /* Translators: the name of who goes. */
  g_autofree char *title = g_strdup_printf (_ ("Who Stands In for %s"), nominee->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->replaces = nominee->id;
  gtk_widget_set_visible (self->replacing, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unit), FALSE); /* the place is the unit's */
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  on_form_changed_cb (self);
  return GTK_WINDOW (self);
}

static LecternActionKind
get_kind (LecternNomineeDialog *self)
{
  if (self->replaces != LECTERN_NULL)
    return LECTERN_ACTION_WITHDRAW_NOMINEE;
  return self->is_new ? LECTERN_ACTION_ADD_NOMINEES : LECTERN_ACTION_EDIT_NOMINEE;
}

void
lectern_nominee_dialog_save (LecternNomineeDialog *self)
{
  g_return_if_fail (LECTERN_IS_NOMINEE_DIALOG (self));
  LecternAction *action = lectern_desk_new_action (get_kind (self));
  action->nominee = self->replaces;
  action->reason = self->replaces != LECTERN_NULL ? g_strdup (gtk_editable_get_text (self->reason)) : NULL;
  lectern_action_add_record (action, read_form (self));
  gtk_revealer_set_reveal_child (self->refusal, FALSE);
  gtk_widget_set_sensitive (self->save, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_saved_cb);
}
