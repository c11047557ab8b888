/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A sheet as the operator may know it. Flags are the head judge's; only where the panel has no
 * head judge does somebody have to look at them here, and then it is said without a figure. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-entry-sheet-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction.h"
#include "lectern-flags.h"
#include "lectern-mark.h"
#include "lectern-wording.h"

struct _LecternEntrySheetRow
{
  GtkListBoxRow parent_instance;
  LecternDesk  *desk;
  gint64        lot;
  gint64        judge;
  GtkLabel     *number;
  GtkLabel     *name;
  GtkLabel     *remark;
  GtkLabel     *state;
  GtkLabel     *total;
  GtkRevealer  *revealer;
  GtkWidget    *reopen;
  GtkWidget    *recuse;
  GtkWidget    *absent;
  GtkWidget    *lift;
  GtkWidget    *seen;
  GtkWidget    *nothing;
};

G_DEFINE_FINAL_TYPE (LecternEntrySheetRow, lectern_entry_sheet_row, GTK_TYPE_LIST_BOX_ROW)

static LecternContest *
get_contest (LecternEntrySheetRow *self)
{
  return lectern_desk_get_contest (self->desk);
}

static gboolean
is_possible (LecternEntrySheetRow *self,
             LecternCorrectionKind kind)
{
  const LecternCorrection correction = { .kind = kind, .lot = self->lot, .judge = self->judge, .time_ms = LECTERN_NULL };
  return lectern_correction_is_possible (&correction, get_contest (self));
}

static gboolean
has_head_judge (LecternContest *contest)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->active == 1 && judge->head == 1)
        return TRUE;
    }
  return FALSE;
}

/* Whether the operator has to look at this sheet for want of a head judge. */
static gboolean
is_flagged (LecternEntrySheetRow *self,
            const LecternEntry   *entry)
{
  LecternFlag flag;
  return !has_head_judge (get_contest (self)) && lectern_flags_find (get_contest (self), entry, self->judge, &flag) && !flag.seen;
}

static void
show_deeds (LecternEntrySheetRow *self,
            const LecternEntry   *entry,
            gboolean              flagged)
{
  gboolean reopen = is_possible (self, LECTERN_CORRECTION_REOPEN_SHEET), recuse = is_possible (self, LECTERN_CORRECTION_RECUSE);
  gboolean absent = is_possible (self, LECTERN_CORRECTION_ABSENT), lift = is_possible (self, LECTERN_CORRECTION_LIFT);
  gtk_widget_set_visible (self->reopen, reopen);
  gtk_widget_set_visible (self->recuse, recuse);
  gtk_widget_set_visible (self->absent, absent);
  gtk_widget_set_visible (self->lift, lift);
  gtk_widget_set_visible (self->seen, flagged);
  gtk_widget_set_visible (self->nothing, !reopen && !recuse && !absent && !lift && !flagged);
  gtk_label_set_text (GTK_LABEL (self->nothing), lectern_contest_is_recused (get_contest (self), entry, self->judge)
                                                   ? _ ("Of the entry’s own unit: never marks it.")
                                                   : _ ("The round is final. Reopen it before anything is corrected."));
}

static char *
describe_remark (const LecternJudge *judge,
                 gboolean            flagged)
{
  if (flagged)
    return g_strdup (_ ("lies far from the others"));
  if (judge->active != 1)
    return g_strdup (C_ ("judge", "left the panel"));
  return g_strdup (judge->head == 1 ? C_ ("judge", "head") : "");
}

static void
show_total (LecternEntrySheetRow *self,
            const LecternEntry   *entry,
            gboolean              with_figures)
{
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (get_contest (self), entry, self->judge);
  g_autofree char    *total = sheet && with_figures ? lectern_mark_format (sheet->total) : NULL;
  gtk_label_set_text (self->total, total ? total : "");
  gtk_widget_set_visible (GTK_WIDGET (self->total), total != NULL);
}

static void
begin (LecternEntrySheetRow *self,
       LecternCorrectionKind kind)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "evening.correct", "(uxx)", kind, self->lot, self->judge);
}

static void
on_reopen_clicked_cb (LecternEntrySheetRow *self)
{
  begin (self, LECTERN_CORRECTION_REOPEN_SHEET);
}

static void
on_recuse_clicked_cb (LecternEntrySheetRow *self)
{
  begin (self, LECTERN_CORRECTION_RECUSE);
}

static void
on_absent_clicked_cb (LecternEntrySheetRow *self)
{
  begin (self, LECTERN_CORRECTION_ABSENT);
}

static void
on_lift_clicked_cb (LecternEntrySheetRow *self)
{
  begin (self, LECTERN_CORRECTION_LIFT);
}

static void
on_seen_clicked_cb (LecternEntrySheetRow *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SEE_FLAG);
  action->lot = self->lot;
  action->judge = self->judge;
  lectern_desk_submit (self->desk, action, NULL, NULL);
}

static void
lectern_entry_sheet_row_dispose (GObject *object)
{
  LecternEntrySheetRow *self = LECTERN_ENTRY_SHEET_ROW (object);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (lectern_entry_sheet_row_parent_class)->dispose (object);
}

static void
lectern_entry_sheet_row_class_init (LecternEntrySheetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_entry_sheet_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-entry-sheet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, number);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, name);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, remark);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, state);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, total);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, reopen);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, recuse);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, absent);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, lift);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, seen);
  gtk_widget_class_bind_template_child (widget_class, LecternEntrySheetRow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_recuse_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_absent_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lift_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_seen_clicked_cb);
}

static void
lectern_entry_sheet_row_init (LecternEntrySheetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lectern_entry_sheet_row_set_open (self, FALSE);
}

GtkWidget *
lectern_entry_sheet_row_new (LecternDesk *desk,
                             gint64       lot,
                             gint64       judge)
{
  LecternEntrySheetRow *self = g_object_new (LECTERN_TYPE_ENTRY_SHEET_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->lot = lot;
  self->judge = judge;
  return GTK_WIDGET (self);
}

gint64
lectern_entry_sheet_row_get_lot (LecternEntrySheetRow *self)
{
  g_return_val_if_fail (LECTERN_IS_ENTRY_SHEET_ROW (self), 0);
  return self->lot;
}

gint64
lectern_entry_sheet_row_get_judge (LecternEntrySheetRow *self)
{
  g_return_val_if_fail (LECTERN_IS_ENTRY_SHEET_ROW (self), 0);
  return self->judge;
}

void
lectern_entry_sheet_row_refresh (LecternEntrySheetRow *self,
                                 gboolean              with_figures)
{
  g_return_if_fail (LECTERN_IS_ENTRY_SHEET_ROW (self));
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (get_contest (self), self->lot);
  const LecternJudge *judge = lectern_contest_get_judge (get_contest (self), self->judge);
  if (!entry || !judge)
    return;
  gboolean         flagged = is_flagged (self, entry);
  g_autofree char *number = g_strdup_printf ("%d", (int) judge->number);
  g_autofree char *state = lectern_wording_for_sheet (get_contest (self), entry, self->judge);
  g_autofree char *remark = describe_remark (judge, flagged);
  /* Translators: a judge's number, name and state for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("Judge %d %s: %s"), (int) judge->number, judge->name, state);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->name, judge->name);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->remark, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), *remark != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_total (self, entry, with_figures);
  show_deeds (self, entry, flagged);
}

void
lectern_entry_sheet_row_set_open (LecternEntrySheetRow *self,
                                  gboolean              open)
{
  g_return_if_fail (LECTERN_IS_ENTRY_SHEET_ROW (self));
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

gboolean
lectern_entry_sheet_row_get_open (LecternEntrySheetRow *self)
{
  g_return_val_if_fail (LECTERN_IS_ENTRY_SHEET_ROW (self), FALSE);
  return gtk_revealer_get_reveal_child (self->revealer);
}
