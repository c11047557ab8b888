/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge's state in words. “Offline” comes before anything else, since it is what the operator
 * must act on; a judge who is missing while the gate is open stands out by weight as well as by
 * colour. A pairing code for another laptop is one press away. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-judge-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction-offer.h"
#include "lectern-pairing-dialog.h"
#include "lectern-seat-words.h"
#include "lectern-wording.h"

struct _LecternJudgeRow
{
  GtkListBoxRow parent_instance;
  LecternDesk  *desk;
  gint64        judge;
  GtkLabel     *number;
  GtkLabel     *name;
  GtkWidget    *head;
  GtkLabel     *state;
  GtkPopover   *popover;
  GtkLabel     *seat;
  GtkWidget    *pair;
  GtkButton    *reopen;
};

G_DEFINE_FINAL_TYPE (LecternJudgeRow, lectern_judge_row, GTK_TYPE_LIST_BOX_ROW)

/* The entry the judges are concerned with: at the gate, else on stage. */
static const LecternEntry *
get_entry (LecternContest *contest)
{
  const LecternEntry *entry = lectern_contest_get_entry_at_gate (contest);
  return entry ? entry : lectern_contest_get_entry_on_stage (contest);
}

typedef enum
{
  MOOD_CALM,
  MOOD_GOOD,
  MOOD_MISSING,
  MOOD_BAD,
} Mood;
static const char *const mood_classes[] = { "mood-calm", "mood-good", "mood-missing", "mood-bad" };

/* A sheet is due from the opening of the gate on, and stays due after it was closed. */
static gboolean
is_due (const LecternEntry *entry)
{
  return entry && (entry->state == LECTERN_ENTRY_MARKING || entry->state == LECTERN_ENTRY_DONE);
}

static Mood
get_mood (LecternSheetState state,
          gboolean          due)
{
  if (state == LECTERN_SHEET_SUBMITTED || state == LECTERN_SHEET_LOCKED)
    return MOOD_GOOD;
  if (state == LECTERN_SHEET_RECUSED)
    return MOOD_CALM;
  return due ? MOOD_MISSING : MOOD_CALM;
}

static char *
describe (LecternJudgeRow *self,
          Mood            *mood)
{
  LecternContest     *contest = lectern_desk_get_contest (self->desk);
  const LecternEntry *entry = get_entry (contest);
  gboolean            connected = lectern_desk_is_connected (self->desk, self->judge);
  g_autofree char    *sheet = entry ? lectern_wording_for_sheet (contest, entry, self->judge) : NULL;
  *mood = MOOD_CALM;
  if (entry)
    *mood = get_mood (lectern_contest_get_sheet_state (contest, entry, self->judge), is_due (entry));
  if (!connected && lectern_desk_get_server (self->desk) && *mood != MOOD_GOOD)
    {
      *mood = MOOD_BAD;
      return g_strdup (C_ ("judge", "offline"));
    }
  if (!entry || lectern_contest_get_sheet_state (contest, entry, self->judge) == LECTERN_SHEET_NONE)
    {
      if (*mood == MOOD_MISSING)
        return g_strdup (C_ ("judge", "missing"));
      if (!entry && lectern_desk_has_practised (self->desk, self->judge))
        return g_strdup (C_ ("judge", "practised"));
      return g_strdup (connected ? C_ ("judge", "connected") : C_ ("judge", "ready"));
    }
  return g_steal_pointer (&sheet);
}

static void
on_pair_clicked_cb (LecternJudgeRow *self)
{
  gtk_popover_popdown (self->popover);
  gtk_window_present (lectern_pairing_dialog_new (GTK_WIDGET (self), self->desk, self->judge));
}

/* What the operator asks first when a judge is offline: which laptop, and since when. */
static void
show_seat (LecternJudgeRow *self)
{
  const LecternSeat *seat = lectern_seat_words_find (lectern_desk_get_contest (self->desk), self->judge);
  g_autofree char   *presence = seat ? lectern_seat_words_describe_presence (self->desk, seat) : NULL;
  g_autofree char   *words = seat ? g_strdup_printf ("%s\n%s", lectern_seat_words_get_device (seat), presence) : NULL;
  gtk_label_set_text (self->seat, words ? words : _ ("No laptop is paired."));
}

/* A judge who says “that was wrong” means what was handed in last, and the next is on stage by then. */
static void
show_reopen (LecternJudgeRow *self)
{
  const LecternEntry *entry = lectern_correction_find_last_locked (lectern_desk_get_contest (self->desk), self->judge);
  /* Translators: a judge's sheet for the entry with this lot. */
  g_autofree char *label = entry ? g_strdup_printf (_ ("Reopen the sheet for No. %d…"), (int) entry->lot) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->reopen), entry != NULL);
  if (label)
    gtk_button_set_label (self->reopen, label);
}

static void
on_reopen_clicked_cb (LecternJudgeRow *self)
{
  const LecternEntry *entry = lectern_correction_find_last_locked (lectern_desk_get_contest (self->desk), self->judge);
  gtk_popover_popdown (self->popover);
  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "evening.correct", "(uxx)", LECTERN_CORRECTION_REOPEN_SHEET, entry->lot, self->judge);
}

/* What changes a sheet or the panel is asked for where all corrections are. */
static void
on_correct_clicked_cb (LecternJudgeRow *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "evening.correct-sheet", "x", self->judge);
}

static void
on_leave_clicked_cb (LecternJudgeRow *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "evening.correct", "(uxx)", LECTERN_CORRECTION_LEAVE, LECTERN_NULL, self->judge);
}

static void
on_replace_clicked_cb (LecternJudgeRow *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "evening.correct", "(uxx)", LECTERN_CORRECTION_REPLACE, LECTERN_NULL, self->judge);
}

static void
lectern_judge_row_dispose (GObject *object)
{
  LecternJudgeRow *self = LECTERN_JUDGE_ROW (object);
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (lectern_judge_row_parent_class)->dispose (object);
}

static void
lectern_judge_row_class_init (LecternJudgeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_judge_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-judge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, number);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, name);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, head);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, state);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, popover);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, seat);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, pair);
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeRow, reopen);
  gtk_widget_class_bind_template_callback (widget_class, on_pair_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_correct_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_clicked_cb);
}

static void
lectern_judge_row_init (LecternJudgeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

GtkWidget *
lectern_judge_row_new (LecternDesk *desk,
                       gint64       judge)
{
  LecternJudgeRow *self = g_object_new (LECTERN_TYPE_JUDGE_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->judge = judge;
  lectern_judge_row_refresh (self);
  return GTK_WIDGET (self);
}

gint64
lectern_judge_row_get_judge (LecternJudgeRow *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_ROW (self), 0);
  return self->judge;
}

void
lectern_judge_row_refresh (LecternJudgeRow *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_ROW (self));
  const LecternJudge *judge = lectern_contest_get_judge (lectern_desk_get_contest (self->desk), self->judge);
  if (!judge)
    return;
  Mood             mood;
  g_autofree char *state = describe (self, &mood);
  g_autofree char *number = g_strdup_printf ("%d", (int) judge->number);
  const char      *classes[] = { "judge-state", mood_classes[mood], "numeric", NULL };
  /* Translators: a judge's number, name and state for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("Judge %d %s: %s"), (int) judge->number, judge->name, state);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->name, judge->name);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
  gtk_widget_set_visible (self->head, judge->head == 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_seat (self);
}

void
lectern_judge_row_open (LecternJudgeRow *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_ROW (self));
  lectern_judge_row_refresh (self);
  show_reopen (self);
  gtk_popover_popup (self->popover);
}
