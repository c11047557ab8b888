/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The editor of a statistics table's columns. The city's notice names the tables without showing them, so the real
 * ones have to be made here once they come; nothing is in the contest before it is saved, and then it is one step. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-annex-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-annex-columns.h"

struct _LecternAnnexDialog
{
  AdwWindow            parent_instance;
  LecternDesk         *desk;
  LecternAnnexKind     kind;
  LecternAnnexForm    *form;
  GtkWidget           *save;
  GtkWidget           *own;
  GtkEditable         *title_zh;
  GtkEditable         *title_en;
  GtkSpinButton       *at_least;
  GtkRevealer         *refusal;
  GtkLabel            *refusal_text;
  LecternAnnexColumns *columns;
};

G_DEFINE_FINAL_TYPE (LecternAnnexDialog, lectern_annex_dialog, ADW_TYPE_WINDOW)

static void
on_edited_cb (LecternAnnexDialog *self)
{
  if (!self->form)
    return;
  gtk_revealer_set_reveal_child (self->refusal, FALSE);
  gtk_widget_set_sensitive (self->save, TRUE);
}

static gboolean
on_saved_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternAnnexDialog *self = LECTERN_ANNEX_DIALOG (owner);
  if (outcome)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  gtk_label_set_text (self->refusal_text, error->message);
  gtk_revealer_set_reveal_child (self->refusal, TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
  lectern_annex_columns_show_problems (self->columns, problems);
  return TRUE;
}

static void
submit (LecternAnnexDialog *self,
        char               *text)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SET_ANNEX_FORM);
  action->key = g_strdup (lectern_annex_kind_get_name (self->kind));
  action->text = text;
  gtk_widget_set_sensitive (self->save, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_saved_cb);
}

/* Who writes in one language means both. */
static void
complete (char **zh,
          char **en)
{
  if ((!*zh || !**zh) && *en)
    {
      g_free (*zh);
      *zh = g_strdup (*en);
    }
  if ((!*en || !**en) && *zh)
    {
      g_free (*en);
      *en = g_strdup (*zh);
    }
}

static void
on_save_clicked_cb (LecternAnnexDialog *self)
{
  g_free (self->form->title_zh);
  g_free (self->form->title_en);
  self->form->title_zh = g_strstrip (g_strdup (gtk_editable_get_text (self->title_zh)));
  self->form->title_en = g_strstrip (g_strdup (gtk_editable_get_text (self->title_en)));
  self->form->at_least = gtk_spin_button_get_value_as_int (self->at_least);
  complete (&self->form->title_zh, &self->form->title_en);
  for (guint i = 0; i < self->form->columns->len; i++)
    {
      LecternAnnexColumn *column = self->form->columns->pdata[i];
      complete (&column->zh, &column->en);
      complete (&column->group_zh, &column->group_en);
    }
  submit (self, lectern_annex_form_write (self->form));
}

static void
on_own_clicked_cb (LecternAnnexDialog *self)
{
  submit (self, NULL);
}

static void
lectern_annex_dialog_dispose (GObject *object)
{
  LecternAnnexDialog *self = LECTERN_ANNEX_DIALOG (object);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (lectern_annex_dialog_parent_class)->dispose (object);
}

/* Its columns are gone by now. */
static void
lectern_annex_dialog_finalize (GObject *object)
{
  LecternAnnexDialog *self = LECTERN_ANNEX_DIALOG (object);
  g_clear_pointer (&self->form, lectern_annex_form_free);
  G_OBJECT_CLASS (lectern_annex_dialog_parent_class)->finalize (object);
}

static void
lectern_annex_dialog_class_init (LecternAnnexDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_annex_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_annex_dialog_finalize;
  g_type_ensure (LECTERN_TYPE_ANNEX_COLUMNS);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-annex-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, save);
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, own);
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, title_zh);
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, title_en);
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, at_least);
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, refusal_text);
  gtk_widget_class_bind_template_child (widget_class, LecternAnnexDialog, columns);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_own_clicked_cb);
}

static void
lectern_annex_dialog_init (LecternAnnexDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
lectern_annex_dialog_new (GtkWidget       *parent,
                          LecternDesk     *desk,
                          LecternAnnexKind kind)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk), NULL);
  LecternAnnexDialog *self = g_object_new (LECTERN_TYPE_ANNEX_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  LecternContest     *contest = lectern_desk_get_contest (desk);
  const char         *language = lectern_contest_get_record (contest)->language;
  LecternAnnexForm   *form = lectern_contest_get_annex_form (contest, kind);
  self->desk = g_object_ref (desk);
  self->kind = kind;
  gtk_window_set_title (GTK_WINDOW (self), lectern_annex_form_get_title (form, language));
  gtk_editable_set_text (self->title_zh, form->title_zh);
  gtk_editable_set_text (self->title_en, form->title_en);
  gtk_spin_button_set_value (self->at_least, (double) form->at_least);
  gtk_widget_set_sensitive (self->own, lectern_contest_has_annex_form (contest, kind));
  lectern_annex_columns_edit (self->columns, form, language);
  self->form = form;
  gtk_widget_set_sensitive (self->save, FALSE);
  return GTK_WINDOW (self);
}
