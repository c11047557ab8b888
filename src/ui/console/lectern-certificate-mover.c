/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What is met is what was laid out, of a body its lines and not the room it has; where several lie over each
 * other, the smallest. What it is moved to is the design's business and not decided here. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-certificate-mover.h"

#include <glib/gi18n-lib.h>

/* So near, in mm, a part is met. */
#define SLACK 1.5
#define STRIDE (10 * LECTERN_CERTIFICATE_STEP)

struct _LecternCertificateMover
{
  AdwBin               parent_instance;
  GtkDropDown         *places;
  GtkLabel            *at;
  GtkWidget           *put_back;
  LecternPaperPreview *preview; /* borrowed */
  double               x[LECTERN_CERTIFICATE_N_PLACES];
  double               y[LECTERN_CERTIFICATE_N_PLACES];
  double               kept_x[LECTERN_CERTIFICATE_N_PLACES];
  double               kept_y[LECTERN_CERTIFICATE_N_PLACES];
  gboolean             moving;
  double               from_x; /* in mm, where it was taken hold of */
  double               from_y;
  double               stands;
};

G_DEFINE_FINAL_TYPE (LecternCertificateMover, lectern_certificate_mover, ADW_TYPE_BIN)

enum
{
  BEGUN,
  MOVED,
  ENDED,
  NUDGED,
  PUT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

guint
lectern_certificate_mover_get_place (LecternCertificateMover *self)
{
  g_return_val_if_fail (LECTERN_IS_CERTIFICATE_MOVER (self), 0);
  guint place = gtk_drop_down_get_selected (self->places);
  return place < LECTERN_CERTIFICATE_N_PLACES ? place : 0;
}

static gboolean
find_frame (LecternCertificateMover *self,
            guint                    place,
            LecternFrame            *frame)
{
  LecternDocument *document = self->preview ? lectern_paper_preview_get_document (self->preview) : NULL;
  return document && lectern_page_part_find (document, lectern_paper_preview_get_page (self->preview), LECTERN_CERTIFICATE_PART (place), frame);
}

/* What is shown ------------------------------------------------------------------------------- */

static void
show_place (LecternCertificateMover *self)
{
  guint            place = lectern_certificate_mover_get_place (self);
  LecternFrame     frame = { 0 };
  gboolean         there = find_frame (self, place, &frame);
  g_autofree char *words = NULL;
  if (!there)
    words = g_strdup (_ ("Not in sight on this page"));
  else if (self->y[place] > 0)
    /* Translators: millimetres from the left and from the top of the sheet. */
    words = g_strdup_printf (_ ("%.1f mm from the left, %.1f mm from the top"), self->x[place], self->y[place]);
  else
    /* Translators: millimetres from the left of the sheet. */
    words = g_strdup_printf (_ ("%.1f mm from the left, below the text before it"), self->x[place]);
  gtk_label_set_text (self->at, words);
  gtk_widget_set_sensitive (self->put_back, self->x[place] != self->kept_x[place] || self->y[place] != self->kept_y[place]);
  if (self->preview)
    lectern_paper_preview_set_mark (self->preview, there ? &frame : NULL);
}

void
lectern_certificate_mover_show (LecternCertificateMover        *self,
                                const LecternCertificateDesign *design,
                                const LecternCertificateDesign *kept)
{
  g_return_if_fail (LECTERN_IS_CERTIFICATE_MOVER (self) && design && kept);
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_PLACES; i++)
    {
      lectern_certificate_design_get_place (design, i, &self->x[i], &self->y[i]);
      lectern_certificate_design_get_place (kept, i, &self->kept_x[i], &self->kept_y[i]);
    }
  show_place (self);
}

void
lectern_certificate_mover_select (LecternCertificateMover *self,
                                  guint                    place)
{
  g_return_if_fail (LECTERN_IS_CERTIFICATE_MOVER (self) && place < LECTERN_CERTIFICATE_N_PLACES);
  gtk_drop_down_set_selected (self->places, place);
}

/* With the mouse ------------------------------------------------------------------------------ */

/* The place at a point of the area, which is @x, @y in mm; FALSE: there is none. */
static gboolean
pick (LecternCertificateMover *self,
      double                   area_x,
      double                   area_y,
      double                  *x,
      double                  *y,
      guint                   *place)
{
  LecternDocument *document = lectern_paper_preview_get_document (self->preview);
  if (!document || !lectern_paper_preview_get_point (self->preview, area_x, area_y, x, y))
    return FALSE;
  guint part = lectern_page_part_pick (document, lectern_paper_preview_get_page (self->preview), LECTERN_CERTIFICATE_N_PARTS, *x, *y, SLACK);
  *place = part - 1;
  return part > 0;
}

static void
end (LecternCertificateMover *self,
     gboolean                 kept)
{
  if (self->moving)
    {
      self->moving = FALSE;
      g_signal_emit (self, signals[ENDED], 0, kept);
    }
}

static void
on_drag_begin_cb (LecternCertificateMover *self,
                  double                   x,
                  double                   y,
                  GtkGesture              *gesture)
{
  guint        place;
  LecternFrame frame = { 0 };
  gtk_widget_grab_focus (lectern_paper_preview_get_area (self->preview));
  if (!pick (self, x, y, &self->from_x, &self->from_y, &place))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  lectern_certificate_mover_select (self, place);
  self->stands = find_frame (self, place, &frame) ? frame.baseline : 0;
  self->moving = TRUE;
  g_signal_emit (self, signals[BEGUN], 0);
}

static void
on_drag_update_cb (LecternCertificateMover *self,
                   double                   by_x,
                   double                   by_y)
{
  double x0, y0, x1, y1;
  if (!self->moving || !lectern_paper_preview_get_point (self->preview, 0, 0, &x0, &y0) || !lectern_paper_preview_get_point (self->preview, by_x, by_y, &x1, &y1))
    return;
  g_signal_emit (self, signals[MOVED], 0, lectern_certificate_mover_get_place (self), x1 - x0, y1 - y0, self->stands);
}

static void
on_drag_end_cb (LecternCertificateMover *self,
                double                   by_x,
                double                   by_y)
{
  on_drag_update_cb (self, by_x, by_y);
  end (self, TRUE);
}

static void
on_drag_cancel_cb (LecternCertificateMover *self)
{
  end (self, FALSE);
}

static void
on_motion_cb (LecternCertificateMover *self,
              double                   x,
              double                   y)
{
  double mm_x, mm_y;
  guint  place;
  gtk_widget_set_cursor_from_name (lectern_paper_preview_get_area (self->preview), self->moving || pick (self, x, y, &mm_x, &mm_y, &place) ? "move" : NULL);
}

/* With the keys ------------------------------------------------------------------------------- */

static gboolean
on_key_pressed_cb (LecternCertificateMover *self,
                   guint                    keyval,
                   guint                    keycode,
                   GdkModifierType          state)
{
  static const struct
  {
    guint key, keypad;
    int   right, down;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };
  double       by = state & GDK_SHIFT_MASK ? STRIDE : LECTERN_CERTIFICATE_STEP;
  guint        place = lectern_certificate_mover_get_place (self);
  LecternFrame frame = { 0 };
  if (keyval == GDK_KEY_Escape && self->moving)
    {
      end (self, FALSE);
      return TRUE;
    }
  if (self->moving || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (keyval == arrows[i].key || keyval == arrows[i].keypad)
      {
        find_frame (self, place, &frame);
        g_signal_emit (self, signals[NUDGED], 0, place, arrows[i].right * by, arrows[i].down * by, frame.baseline);
        return TRUE;
      }
  return FALSE;
}

static void
on_put_back_clicked_cb (LecternCertificateMover *self)
{
  g_signal_emit (self, signals[PUT_BACK], 0, lectern_certificate_mover_get_place (self));
}

/* The class ----------------------------------------------------------------------------------- */

static void
lectern_certificate_mover_class_init (LecternCertificateMoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);
  signals[BEGUN] = g_signal_new ("begun", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[NUDGED] = g_signal_new ("nudged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[PUT_BACK] = g_signal_new ("put-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-certificate-mover.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternCertificateMover, places);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificateMover, at);
  gtk_widget_class_bind_template_child (widget_class, LecternCertificateMover, put_back);
  gtk_widget_class_bind_template_callback (widget_class, show_place);
  gtk_widget_class_bind_template_callback (widget_class, on_put_back_clicked_cb);
}

static void
lectern_certificate_mover_init (LecternCertificateMover *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_PLACES; i++)
    gtk_string_list_append (names, lectern_certificate_place_get_label (i));
  gtk_drop_down_set_model (self->places, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->places, LECTERN_CERTIFICATE_NAME);
}

void
lectern_certificate_mover_set_preview (LecternCertificateMover *self,
                                       LecternPaperPreview     *preview)
{
  g_return_if_fail (LECTERN_IS_CERTIFICATE_MOVER (self) && LECTERN_IS_PAPER_PREVIEW (preview) && !self->preview);
  GtkWidget          *area = lectern_paper_preview_get_area (preview);
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  self->preview = preview;
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (area, keys);
  gtk_widget_add_controller (area, motion);
  gtk_widget_set_focusable (area, TRUE);
  g_signal_connect_object (area, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "turned", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
}
