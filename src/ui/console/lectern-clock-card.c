/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The clock as the operator sees it. The engine owns the clock; here it is only read, at the very
 * moments its figure changes, so that all views turn over together. Overtime is red, counts up
 * and is said in words. A correction needs a reason, which goes into the journal. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-clock-card.h"

#include <glib/gi18n-lib.h>

#include "lectern-beside-layout.h"
#include "lectern-clock-bar.h"
#include "lectern-correction.h"
#include "lectern-wording.h"

struct _LecternClockCard
{
  LecternConsolePart parent_instance;
  GtkWidget         *card;
  GtkLabel          *figure;
  GtkLabel          *stage;
  GtkLabel          *meaning;
  LecternClockBar   *bar;
  GtkButton         *pause;
  GtkWidget         *correct;
  GtkWidget         *mute;
  GtkWidget         *no_sound;
  LecternBell       *bell; /* the one that mute is bound to; not held */
  guint              tick_id;
};

G_DEFINE_FINAL_TYPE (LecternClockCard, lectern_clock_card, LECTERN_TYPE_CONSOLE_PART)

static LecternDesk *
get_desk (LecternClockCard *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static LecternContest *
get_contest (LecternClockCard *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A talk that has been marked is no longer something to look out for. */
static gboolean
is_past (LecternContest *contest)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (contest);
  return entry && entry->state == LECTERN_ENTRY_DONE;
}

static void
show_elapsed (LecternClockCard *self,
              gint64            elapsed_ms)
{
  LecternContest  *contest = get_contest (self);
  LecternRules    *rules = lectern_contest_get_rules (contest);
  gint64           limit_ms = rules ? rules->scoring.time.limit_ms : G_MAXINT64;
  g_autofree char *figure = lectern_clock_format (elapsed_ms, FALSE);
  g_autofree char *meaning = lectern_wording_for_clock (contest, elapsed_ms);
  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->meaning, meaning);
  lectern_clock_bar_set_rules (self->bar, rules);
  lectern_clock_bar_set_elapsed_ms (self->bar, elapsed_ms);
  set_class (self->card, "over", !is_past (contest) && elapsed_ms > limit_ms);
  set_class (self->card, "warned", rules && rules->n_warn > 0 && elapsed_ms >= rules->warn_ms[0] && elapsed_ms <= limit_ms);
}

static gboolean on_tick_cb (gpointer user_data);

/* Sleeps until the figure turns over: to the next whole second. */
static void
show_clock (LecternClockCard *self)
{
  gint64 elapsed_ms = lectern_desk_get_elapsed_ms (get_desk (self));
  show_elapsed (self, elapsed_ms);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (lectern_contest_get_clock (get_contest (self))->phase == LECTERN_CLOCK_RUNNING)
    self->tick_id = g_timeout_add ((guint) (1000 - elapsed_ms % 1000) + 1, on_tick_cb, self);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  LecternClockCard *self = user_data;
  self->tick_id = 0;
  show_clock (self);
  return G_SOURCE_REMOVE;
}

/* The talk that a correction is about: still on the clock, or already recorded. */
static gboolean
is_recorded (const LecternEntry *entry)
{
  return entry && (entry->state == LECTERN_ENTRY_MARKING || entry->state == LECTERN_ENTRY_DONE);
}

static void
show_buttons (LecternClockCard *self)
{
  LecternContest   *contest = get_contest (self);
  LecternClockPhase phase = (LecternClockPhase) lectern_contest_get_clock (contest)->phase;
  gboolean          counting = phase == LECTERN_CLOCK_RUNNING || phase == LECTERN_CLOCK_PAUSED;
  gboolean          recorded = is_recorded (lectern_contest_get_entry_on_stage (contest));
  gtk_button_set_label (self->pause, phase == LECTERN_CLOCK_PAUSED ? C_ ("clock", "Resume") : C_ ("clock", "Pause"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->pause), counting);
  gtk_widget_set_sensitive (self->correct, counting || recorded);
}

/* Beside the clock, in the place of the button that would have nothing to mute; why is its tip. */
static void
on_trouble_cb (LecternBell      *bell,
               GParamSpec       *pspec,
               LecternClockCard *self)
{
  const char *trouble = lectern_bell_get_trouble (bell);
  gtk_widget_set_visible (self->mute, trouble == NULL);
  gtk_widget_set_visible (self->no_sound, trouble != NULL);
  gtk_widget_set_tooltip_text (self->no_sound, trouble);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->no_sound), GTK_ACCESSIBLE_PROPERTY_LABEL, trouble ? trouble : "", -1);
}

static void
show_mute (LecternClockCard *self)
{
  LecternBell *bell = lectern_desk_get_bell (get_desk (self));
  if (bell == self->bell)
    return;
  self->bell = bell;
  gtk_widget_set_visible (self->mute, bell != NULL);
  if (!bell)
    return;
  g_object_bind_property (bell, "muted", self->mute, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (bell, "notify::trouble", G_CALLBACK (on_trouble_cb), self, 0);
  on_trouble_cb (bell, NULL, self);
}

static void
lectern_clock_card_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  LecternClockCard *self = LECTERN_CLOCK_CARD (part);
  if (!lectern_contest_get_clock (get_contest (self)))
    return;
  g_autofree char *stage = lectern_wording_for_stage (get_contest (self));
  gtk_label_set_text (self->stage, stage);
  show_buttons (self);
  show_mute (self);
  show_clock (self);
}

static void
on_pause_clicked_cb (GtkButton        *button,
                     LecternClockCard *self)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (get_contest (self));
  lectern_desk_submit_kind (get_desk (self), clock->phase == LECTERN_CLOCK_PAUSED ? LECTERN_ACTION_RESUME_CLOCK
                                                                                  : LECTERN_ACTION_PAUSE_CLOCK);
}

/* Asked for beside the evening, where all corrections are: nothing may cover the clock. */
static void
on_correct_clicked_cb (GtkButton        *button,
                       LecternClockCard *self)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (get_contest (self));
  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "evening.correct", "(uxx)", LECTERN_CORRECTION_TIME, entry->lot, LECTERN_NULL);
}

static void
lectern_clock_card_unmap (GtkWidget *widget)
{
  LecternClockCard *self = LECTERN_CLOCK_CARD (widget);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  /* What was missed meanwhile is caught up with when the card comes back into sight. */
  GTK_WIDGET_CLASS (lectern_clock_card_parent_class)->unmap (widget);
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

static void
lectern_clock_card_dispose (GObject *object)
{
  LecternClockCard *self = LECTERN_CLOCK_CARD (object);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  G_OBJECT_CLASS (lectern_clock_card_parent_class)->dispose (object);
}

static void
lectern_clock_card_class_init (LecternClockCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_clock_card_dispose;
  widget_class->unmap = lectern_clock_card_unmap;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_clock_card_refresh;
  g_type_ensure (LECTERN_TYPE_CLOCK_BAR);
  g_type_ensure (LECTERN_TYPE_BESIDE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-clock-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, card);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, figure);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, stage);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, meaning);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, bar);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, pause);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, correct);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, mute);
  gtk_widget_class_bind_template_child (widget_class, LecternClockCard, no_sound);
  gtk_widget_class_bind_template_callback (widget_class, on_pause_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_correct_clicked_cb);
}

static void
lectern_clock_card_init (LecternClockCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
