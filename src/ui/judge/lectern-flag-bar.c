/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A quiet line and no dialog: the head judge marks like everybody else, and looks when he has a
 * moment. The line keeps its place when there is nothing in it, so that the rows above never move. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-flag-bar.h"

#include <glib/gi18n-lib.h>

struct _LecternFlagBar
{
  AdwBin parent_instance;

  GtkImage  *image;
  GtkLabel  *label;
  GtkWidget *button;

  LecternJudgeDesk *desk;
  /* The flag that is shown; 0: none. */
  gint64 lot;
  gint64 judge;
};

G_DEFINE_FINAL_TYPE (LecternFlagBar, lectern_flag_bar, ADW_TYPE_BIN)

static const LecternJudgeFlag *
find_unseen (LecternJudgeState *state,
             guint             *n_unseen)
{
  const LecternJudgeFlag *first = NULL;

  *n_unseen = 0;
  for (guint i = 0; i < state->flags->len; i++)
    {
      const LecternJudgeFlag *flag = g_ptr_array_index (state->flags, i);

      if (flag->seen)
        continue;
      if (first == NULL)
        first = flag;
      *n_unseen += 1;
    }
  return first;
}

static const char *
find_criterion_name (LecternJudgeState *state,
                     const char        *key)
{
  for (guint i = 0; i < state->rubric->len; i++)
    {
      const LecternJudgeCriterion *criterion = g_ptr_array_index (state->rubric, i);

      if (g_strcmp0 (criterion->key, key) == 0)
        return criterion->name;
    }
  return key;
}

static char *
describe_flag (LecternJudgeState      *state,
               const LecternJudgeFlag *flag)
{
  gboolean own = flag->judge == state->judge_number;

  if (flag->criterion == NULL && own)
    return g_strdup_printf (_ ("No. %d: your total lies far from the others"), (int) flag->lot);
  if (flag->criterion == NULL)
    /* Translators: lot of the entry, number of the judge. */
    return g_strdup_printf (_ ("No. %d: judge %d’s total lies far from the others"), (int) flag->lot, (int) flag->judge);
  if (own)
    /* Translators: lot of the entry, name of a criterion. */
    return g_strdup_printf (_ ("No. %d: your mark for %s lies far from the others"), (int) flag->lot, find_criterion_name (state, flag->criterion));
  /* Translators: lot of the entry, number of the judge, name of a criterion. */
  return g_strdup_printf (_ ("No. %d: judge %d’s mark for %s lies far from the others"), (int) flag->lot, (int) flag->judge, find_criterion_name (state, flag->criterion));
}

static void
update (LecternFlagBar *self)
{
  LecternJudgeState      *state = lectern_judge_desk_get_state (self->desk);
  guint                   n_unseen = 0;
  const LecternJudgeFlag *flag = state != NULL && state->head ? find_unseen (state, &n_unseen) : NULL;
  g_autofree char        *sentence = flag != NULL ? describe_flag (state, flag) : g_strdup (_ ("Head judge: no sheet lies far from the others"));

  gtk_widget_set_visible (GTK_WIDGET (self), state != NULL && state->head);
  /* What was pressed stays pressed until the main laptop has taken it. */
  if (flag == NULL || flag->lot != self->lot || flag->judge != self->judge)
    gtk_widget_set_sensitive (self->button, flag != NULL);
  self->lot = flag != NULL ? flag->lot : 0;
  self->judge = flag != NULL ? flag->judge : 0;
  if (n_unseen > 1)
    {
      /* Translators: a sentence about one flagged sheet, then how many more there are. */
      g_autofree char *with_more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (and %u more)", "%s (and %u more)", n_unseen - 1), sentence, n_unseen - 1);

      gtk_label_set_label (self->label, with_more);
    }
  else
    gtk_label_set_label (self->label, sentence);
  gtk_widget_set_opacity (GTK_WIDGET (self->image), flag != NULL ? 1 : 0);
  gtk_widget_set_opacity (self->button, flag != NULL ? 1 : 0);
  gtk_widget_set_can_target (self->button, flag != NULL);
  if (flag != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
}

static void
on_button_clicked_cb (LecternFlagBar *self)
{
  if (self->lot == 0)
    return;
  gtk_widget_set_sensitive (self->button, FALSE);
  lectern_judge_client_see_flag (lectern_judge_desk_get_client (self->desk), self->lot, self->judge);
}

static void
lectern_flag_bar_dispose (GObject *object)
{
  LecternFlagBar *self = LECTERN_FLAG_BAR (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_FLAG_BAR);
  G_OBJECT_CLASS (lectern_flag_bar_parent_class)->dispose (object);
}

static void
lectern_flag_bar_class_init (LecternFlagBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_flag_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-flag-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternFlagBar, image);
  gtk_widget_class_bind_template_child (widget_class, LecternFlagBar, label);
  gtk_widget_class_bind_template_child (widget_class, LecternFlagBar, button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
}

static void
lectern_flag_bar_init (LecternFlagBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lectern_flag_bar_set_desk (LecternFlagBar   *self,
                           LecternJudgeDesk *desk)
{
  g_return_if_fail (LECTERN_IS_FLAG_BAR (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
