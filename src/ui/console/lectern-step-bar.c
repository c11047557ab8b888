/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Steps that come by themselves are pressed here, by a timer, one at a time and only while this bar is
 * in sight. They begin when a sequence is entered, also when it is entered anew from its middle, and
 * stop at the first act of a person on what is on air: at any line of the journal that changes it and
 * was not the timer's. What the timer asks for in vain stops them, too. After a restart everything
 * stands still. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-step-bar.h"

#include <glib/gi18n-lib.h>

#include "lectern-sequence.h"

#define NOWHERE (-1)

struct _LecternStepBar
{
  LecternConsolePart parent_instance;
  GtkWidget         *box;
  GtkLabel          *where;
  GtkLabel          *wait;
  GtkLabel          *words;
  GtkToggleButton   *automatic;
  GtkWidget         *to_end;
  GtkWidget         *resume;
  GtkWidget         *back;
  GtkWidget         *forward;
  gboolean           looked; /* has seen the contest at least once */
  gboolean           running;
  gint64             step;       /* seen last on air, or NOWHERE */
  gint64             entered_us; /* the sequence held last */
  gboolean           asked;      /* the timer has, and waits for its answer */
  gint64             asked_step; /* from which */
  gint64             own;        /* the timer's last line of the journal */
  gint64             unclaimed;  /* a line that came while it waited: its own, or a person's; 0: none */
  guint              timer;
};

G_DEFINE_FINAL_TYPE (LecternStepBar, lectern_step_bar, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternStepBar *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternStepBar *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

/* By themselves ----------------------------------------------------------------------------- */

static void show_wait (LecternStepBar *self,
                       gint64          wait_ms);

static void
stop (LecternStepBar *self)
{
  self->running = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  show_wait (self, lectern_sequence_get_wait_ms (get_contest (self)));
}

/* The answer comes before or after the change. A person who was faster needs no sentence about it;
 * what else was refused is said as ever. */
static gboolean
on_stepped_cb (GObject        *owner,
               LecternOutcome *outcome,
               GPtrArray      *problems,
               const GError   *error)
{
  LecternStepBar *self = LECTERN_STEP_BAR (owner);
  gboolean        faster = self->unclaimed != 0 || self->step != self->asked_step;
  self->asked = FALSE;
  if (outcome)
    self->own = outcome->seq;
  if (!outcome || (self->unclaimed != 0 && self->unclaimed != self->own))
    stop (self);
  self->unclaimed = 0;
  return outcome || faster;
}

static gboolean
on_time_cb (gpointer user_data)
{
  LecternStepBar *self = user_data;
  LecternAction  *action = lectern_desk_new_action (LECTERN_ACTION_STEP);
  self->timer = 0;
  self->asked = TRUE;
  self->asked_step = self->step;
  action->on = TRUE;
  action->number = self->step;
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_stepped_cb);
  return G_SOURCE_REMOVE;
}

static void
wind_timer (LecternStepBar *self)
{
  gint64 wait_ms = lectern_sequence_get_wait_ms (get_contest (self));
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->running && wait_ms != LECTERN_NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timer = g_timeout_add ((guint) wait_ms, on_time_cb, self);
}

/* Whether a person has changed what is on air: a line that is not the timer's. While the timer waits
 * for its answer one line may be its own, and the answer tells. */
static gboolean
is_by_hand (LecternStepBar *self,
            LecternChange  *change)
{
  gint64 line = lectern_follower_get_seq (lectern_desk_get_follower (get_desk (self)));
  if (!change || !lectern_change_touches (change, &lectern_table_on_air) || line == self->own)
    return FALSE;
  if (!self->asked || self->unclaimed != 0)
    return TRUE;
  self->unclaimed = line;
  return FALSE;
}

/* What has happened since the bar looked last; lines about other things neither start nor stop
 * anything. */
static void
follow (LecternStepBar *self,
        LecternChange  *change,
        gint64          step,
        gint64          entered_us)
{
  gboolean moved = step != self->step;
  gboolean entered = step == 0 && entered_us != self->entered_us && self->looked;
  if (entered)
    self->running = TRUE;
  else if (step == NOWHERE || is_by_hand (self, change))
    self->running = FALSE;
  self->step = step;
  self->entered_us = entered_us;
  self->looked = TRUE;
  if (moved || entered || !self->running || (self->timer == 0 && !self->asked))
    wind_timer (self);
}

/* Words ------------------------------------------------------------------------------------- */

static const char *
name_kind (const LecternSequence *sequence)
{
  if (lectern_sequence_is_rehearsal (sequence))
    return _ ("Rehearsal of the ceremony");
  switch (lectern_sequence_get_kind (sequence))
    {
    case LECTERN_SEQUENCE_REVEAL:
      return lectern_sequence_is_corrected (sequence) ? _ ("Reveal of a corrected result") : C_ ("sequence", "Reveal");
    case LECTERN_SEQUENCE_CEREMONY:
      return C_ ("sequence", "Ceremony");
    default:
      return C_ ("sequence", "Draw");
    }
}

static void
show_where (LecternStepBar        *self,
            const LecternSequence *sequence,
            guint                  step,
            gboolean               on_air)
{
  guint            n_steps = lectern_sequence_get_n_steps (sequence);
  g_autofree char *text = on_air
                            /* Translators: “Ceremony”, a step's number, how many there are. */
                            ? g_strdup_printf (_ ("%s · step %u of %u"), name_kind (sequence), step + 1, n_steps)
                            : g_strdup_printf (_ ("%s · interrupted at step %u of %u"), name_kind (sequence), step + 1, n_steps);
  gtk_label_set_text (self->where, text);
}

/* What the MC says at the step to come. */
static void
show_words (LecternStepBar        *self,
            const LecternSequence *sequence,
            guint                  next)
{
  gboolean         more = next < lectern_sequence_get_n_steps (sequence);
  g_autofree char *script = more ? lectern_sequence_get_script (sequence, get_contest (self), next, FALSE) : g_strdup ("");
  g_autofree char *text = *script ? g_strdup_printf (_ ("Next, the MC: %s"), script) : g_strdup ("");
  gtk_label_set_text (self->words, text);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *text != '\0');
}

static void
show_wait (LecternStepBar *self,
           gint64          wait_ms)
{
  g_autofree char *text = NULL;
  gboolean         possible = wait_ms != LECTERN_NULL;
  if (possible && self->running)
    text = g_strdup_printf (ngettext ("The next step comes by itself after %u second.", "The next step comes by itself after %u seconds.", (guint) (wait_ms / 1000)), (guint) (wait_ms / 1000));
  gtk_widget_set_visible (GTK_WIDGET (self->automatic), possible);
  gtk_label_set_text (self->wait, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wait), text != NULL);
  if (gtk_toggle_button_get_active (self->automatic) != (possible && self->running))
    gtk_toggle_button_set_active (self->automatic, possible && self->running);
}

static void
show_buttons (LecternStepBar        *self,
              const LecternSequence *sequence,
              guint                  step,
              gboolean               on_air)
{
  guint n_steps = lectern_sequence_get_n_steps (sequence);
  gtk_widget_set_visible (self->resume, !on_air);
  gtk_widget_set_visible (self->back, on_air);
  gtk_widget_set_visible (self->forward, on_air);
  gtk_widget_set_visible (self->to_end, on_air && step + 2 < n_steps && lectern_sequence_get_kind (sequence) == LECTERN_SEQUENCE_DRAW);
  gtk_widget_set_sensitive (self->back, step > 0);
  gtk_widget_set_sensitive (self->forward, step + 1 < n_steps);
}

static void
lectern_step_bar_refresh (LecternConsolePart *part,
                          LecternChange      *change)
{
  LecternStepBar *self = LECTERN_STEP_BAR (part);
  LecternContest *contest = get_contest (self);
  guint           step = 0;
  gboolean        on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  gboolean finished = held && step + 1 >= lectern_sequence_get_n_steps (held);
  gboolean shown = held && lectern_sequence_get_n_steps (held) > 1 && (on_air || !finished);

  follow (self, change, held && on_air ? (gint64) step : NOWHERE, held ? lectern_sequence_get_entered_us (held) : LECTERN_NULL);
  gtk_widget_set_visible (self->box, shown);
  if (!shown)
    {
      gtk_label_set_text (self->where, "");
      gtk_label_set_text (self->words, "");
      return;
    }
  show_where (self, held, step, on_air);
  show_words (self, held, on_air ? step + 1 : step);
  show_wait (self, lectern_sequence_get_wait_ms (contest));
  show_buttons (self, held, step, on_air);
}

/* Presses ----------------------------------------------------------------------------------- */

static void
on_automatic_toggled_cb (LecternStepBar *self)
{
  gboolean active = gtk_toggle_button_get_active (self->automatic);
  if (active == self->running)
    return;
  self->running = active;
  wind_timer (self);
  show_wait (self, lectern_sequence_get_wait_ms (get_contest (self)));
}

static void
on_back_clicked_cb (LecternStepBar *self)
{
  lectern_desk_step (get_desk (self), FALSE);
}

static void
on_forward_clicked_cb (LecternStepBar *self)
{
  lectern_desk_step (get_desk (self), TRUE);
}

static void
on_to_end_clicked_cb (LecternStepBar *self)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (get_contest (self), &step, &on_air);
  if (!held)
    return;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_STEP_TO);
  action->number = lectern_sequence_get_n_steps (held) - 1;
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_resume_clicked_cb (LecternStepBar *self)
{
  lectern_desk_submit_kind (get_desk (self), LECTERN_ACTION_RESUME_SEQUENCE);
}

static void
lectern_step_bar_unmap (GtkWidget *widget)
{
  LecternStepBar *self = LECTERN_STEP_BAR (widget);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->running = FALSE;
  GTK_WIDGET_CLASS (lectern_step_bar_parent_class)->unmap (widget);
}

static void
lectern_step_bar_dispose (GObject *object)
{
  g_clear_handle_id (&LECTERN_STEP_BAR (object)->timer, g_source_remove);
  G_OBJECT_CLASS (lectern_step_bar_parent_class)->dispose (object);
}

static void
lectern_step_bar_class_init (LecternStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_step_bar_dispose;
  widget_class->unmap = lectern_step_bar_unmap;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_step_bar_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-step-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, box);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, where);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, wait);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, words);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, automatic);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, to_end);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, resume);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, back);
  gtk_widget_class_bind_template_child (widget_class, LecternStepBar, forward);
  gtk_widget_class_bind_template_callback (widget_class, on_automatic_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forward_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_to_end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_resume_clicked_cb);
}

static void
lectern_step_bar_init (LecternStepBar *self)
{
  self->step = NOWHERE;
  self->entered_us = LECTERN_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
lectern_step_bar_get_where (LecternStepBar *self)
{
  g_return_val_if_fail (LECTERN_IS_STEP_BAR (self), NULL);
  return gtk_label_get_text (self->where);
}

const char *
lectern_step_bar_get_words (LecternStepBar *self)
{
  g_return_val_if_fail (LECTERN_IS_STEP_BAR (self), NULL);
  return gtk_label_get_text (self->words);
}

gboolean
lectern_step_bar_is_running (LecternStepBar *self)
{
  g_return_val_if_fail (LECTERN_IS_STEP_BAR (self), FALSE);
  return self->timer != 0;
}
