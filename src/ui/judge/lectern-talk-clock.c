/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The clock is the main laptop's; this one only counts on between two messages. It wakes when the
 * figure changes, once a second while the talk runs and never otherwise. Near the end and beyond
 * it the colour changes, and the words with it. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-talk-clock.h"

#include "lectern-contest.h"

#include <glib/gi18n-lib.h>

#define NEAR_END_MS (60 * 1000)
#define SECOND_MS 1000

struct _LecternTalkClock
{
  AdwBin parent_instance;

  GtkLabel         *figure_label;
  GtkLabel         *caption_label;
  LecternJudgeDesk *desk;
  guint             wake_source;
};

G_DEFINE_FINAL_TYPE (LecternTalkClock, lectern_talk_clock, ADW_TYPE_BIN)

/* The words under the figure. All times are cut to whole seconds like the figure itself, so that
 * the two always add up. */
static char *
describe_clock (const char *phase,
                gint64      elapsed_ms,
                gint64      limit_ms,
                gboolean    gate_open)
{
  gint64           beyond_ms = elapsed_ms / SECOND_MS * SECOND_MS - limit_ms;
  g_autofree char *limit = lectern_clock_format (limit_ms, FALSE);
  g_autofree char *distance = lectern_clock_format (ABS (beyond_ms), FALSE);
  gboolean         over = limit_ms > 0 && elapsed_ms >= limit_ms;

  if (g_str_equal (phase, "paused"))
    return g_strdup (C_ ("clock", "Paused"));
  if (g_str_equal (phase, "stopped") && over && beyond_ms > 0)
    /* Translators: %s is a time such as 0:13. */
    return g_strdup_printf (_ ("Talk over · overtime %s"), distance);
  if (g_str_equal (phase, "stopped"))
    return g_strdup (gate_open ? _ ("Talk over · please mark") : _ ("Talk over"));
  if (!g_str_equal (phase, "running"))
    return limit_ms > 0 ? g_strdup_printf (_ ("Not begun · %s allowed"), limit) : g_strdup (_ ("Not begun"));
  if (limit_ms <= 0)
    return g_strdup (_ ("Talking"));
  if (over)
    return g_strdup_printf (_ ("Overtime %s"), distance);
  if (limit_ms - elapsed_ms <= NEAR_END_MS)
    /* Translators: %s is the time that is left, such as 0:45. */
    return g_strdup_printf (_ ("%s left"), distance);
  /* Translators: under the running clock; %s is the time a talk may take, such as 6:00. */
  return g_strdup_printf (_ ("of %s"), limit);
}

static void
show_colour (LecternTalkClock *self,
             const char       *phase,
             gint64            elapsed_ms,
             gint64            limit_ms)
{
  gboolean begun = g_str_equal (phase, "running") || g_str_equal (phase, "paused") || g_str_equal (phase, "stopped");
  gboolean over = begun && limit_ms > 0 && elapsed_ms >= limit_ms;
  gboolean near_end = !over && begun && !g_str_equal (phase, "stopped") && limit_ms > 0 && limit_ms - elapsed_ms <= NEAR_END_MS;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "overtime");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "near-end");
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "overtime");
  else if (near_end)
    gtk_widget_add_css_class (GTK_WIDGET (self), "near-end");
}

static void update (LecternTalkClock *self);

static gboolean
on_second_passed_cb (gpointer user_data)
{
  LecternTalkClock *self = user_data;

  self->wake_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
update (LecternTalkClock *self)
{
  LecternJudgeState *state = lectern_judge_desk_get_state (self->desk);
  gboolean           connected = lectern_judge_desk_get_connected (self->desk);
  const char        *phase = state != NULL && state->clock_phase != NULL ? state->clock_phase : "idle";
  gint64             limit_ms = state != NULL ? state->clock_limit_ms : 0;
  gint64             elapsed_ms = state != NULL ? lectern_judge_desk_get_elapsed_ms (self->desk) : 0;
  g_autofree char   *figure = lectern_clock_format (elapsed_ms, FALSE);
  g_autofree char   *caption = connected ? describe_clock (phase, elapsed_ms, limit_ms, state != NULL && state->gate_open)
                                         : g_strdup (_ ("Not connected · the clock may be wrong"));

  gtk_label_set_label (self->figure_label, figure);
  gtk_label_set_label (self->caption_label, caption);
  show_colour (self, phase, elapsed_ms, limit_ms);
  g_clear_handle_id (&self->wake_source, g_source_remove);
  if (g_str_equal (phase, "running"))
    self->wake_source = g_timeout_add ((guint) (SECOND_MS - elapsed_ms % SECOND_MS) + 1, on_second_passed_cb, self);
}

static void
lectern_talk_clock_dispose (GObject *object)
{
  LecternTalkClock *self = LECTERN_TALK_CLOCK (object);

  g_clear_handle_id (&self->wake_source, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_TALK_CLOCK);
  G_OBJECT_CLASS (lectern_talk_clock_parent_class)->dispose (object);
}

static void
lectern_talk_clock_class_init (LecternTalkClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_talk_clock_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-talk-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternTalkClock, figure_label);
  gtk_widget_class_bind_template_child (widget_class, LecternTalkClock, caption_label);
}

static void
lectern_talk_clock_init (LecternTalkClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lectern_talk_clock_set_desk (LecternTalkClock *self,
                             LecternJudgeDesk *desk)
{
  g_return_if_fail (LECTERN_IS_TALK_CLOCK (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
