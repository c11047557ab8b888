/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The talk's time as a length. The bar goes a little beyond the limit, so that overtime is seen
 * growing past the red mark. It says the same in numbers to a screen reader. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-clock-bar.h"

#define BAR_HEIGHT 8
#define MARK_HEIGHT 20
#define MARK_WIDTH 2

struct _LecternClockBar
{
  GtkWidget     parent_instance;
  LecternRules *rules;
  gint64        elapsed_ms;
};

G_DEFINE_FINAL_TYPE (LecternClockBar, lectern_clock_bar, GTK_TYPE_WIDGET)

static gint64
get_limit_ms (LecternClockBar *self)
{
  return self->rules ? MAX (self->rules->scoring.time.limit_ms, 1) : 1;
}

/* A sixth beyond the limit. */
static double
get_x (LecternClockBar *self,
       gint64           ms)
{
  double whole = (double) get_limit_ms (self) * 7 / 6;
  return CLAMP ((double) ms / whole, 0.0, 1.0) * gtk_widget_get_width (GTK_WIDGET (self));
}

static GdkRGBA
look_up (LecternClockBar *self,
         const char      *name)
{
  GdkRGBA colour = { 0.5, 0.5, 0.5, 1.0 };
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour);
  return colour;
}

static const char *
get_fill_name (LecternClockBar *self)
{
  if (self->elapsed_ms > get_limit_ms (self))
    return "error_bg_color";
  if (self->rules && self->rules->n_warn > 0 && self->elapsed_ms >= self->rules->warn_ms[0])
    return "warning_bg_color";
  return "accent_bg_color";
}

static void
append_bar (GtkSnapshot  *snapshot,
            double        width,
            double        height,
            const GdkRGBA colour)
{
  if (width <= 0)
    return;
  GskRoundedRect  outline;
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, (float) (height - BAR_HEIGHT) / 2, (float) width, BAR_HEIGHT);
  gsk_rounded_rect_init_from_rect (&outline, &area, BAR_HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &area);
  gtk_snapshot_pop (snapshot);
}

static void
append_mark (LecternClockBar *self,
             GtkSnapshot     *snapshot,
             gint64           ms,
             const char      *name)
{
  GdkRGBA         colour = look_up (self, name);
  float           x = (float) get_x (self, ms) - MARK_WIDTH / 2;
  float           y = (float) (gtk_widget_get_height (GTK_WIDGET (self)) - MARK_HEIGHT) / 2;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, y, MARK_WIDTH, MARK_HEIGHT);
  gtk_snapshot_append_color (snapshot, &colour, &area);
}

static void
lectern_clock_bar_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LecternClockBar *self = LECTERN_CLOCK_BAR (widget);
  double           width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA          track = look_up (self, "view_fg_color");
  track.alpha *= 0.12f;
  append_bar (snapshot, width, height, track);
  append_bar (snapshot, get_x (self, self->elapsed_ms), height, look_up (self, get_fill_name (self)));
  for (guint i = 0; self->rules && i < self->rules->n_warn; i++)
    append_mark (self, snapshot, self->rules->warn_ms[i], "warning_color");
  append_mark (self, snapshot, get_limit_ms (self), "error_color");
}

static void
lectern_clock_bar_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : MARK_HEIGHT;
}

static void
lectern_clock_bar_finalize (GObject *object)
{
  LecternClockBar *self = LECTERN_CLOCK_BAR (object);
  g_clear_pointer (&self->rules, lectern_rules_unref);
  G_OBJECT_CLASS (lectern_clock_bar_parent_class)->finalize (object);
}

static void
lectern_clock_bar_class_init (LecternClockBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_clock_bar_finalize;
  widget_class->snapshot = lectern_clock_bar_snapshot;
  widget_class->measure = lectern_clock_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
lectern_clock_bar_init (LecternClockBar *self)
{
}

void
lectern_clock_bar_set_rules (LecternClockBar *self,
                             LecternRules    *rules)
{
  g_return_if_fail (LECTERN_IS_CLOCK_BAR (self));
  if (self->rules == rules)
    return;
  g_clear_pointer (&self->rules, lectern_rules_unref);
  self->rules = rules ? lectern_rules_ref (rules) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) get_limit_ms (self) / 1000, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lectern_clock_bar_set_elapsed_ms (LecternClockBar *self,
                                  gint64           elapsed_ms)
{
  g_return_if_fail (LECTERN_IS_CLOCK_BAR (self));
  if (self->elapsed_ms == elapsed_ms)
    return;
  self->elapsed_ms = elapsed_ms;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) elapsed_ms / 1000, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
