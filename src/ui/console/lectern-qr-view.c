/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The QR code of a judge's link on the screen. A module is a whole number of pixels, so that its edges are
 * sharp at any size. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-qr-view.h"

#include "lectern-qr.h"

#define SIDE_MIN 240

struct _LecternQrView
{
  GtkWidget  parent_instance;
  char      *text;
  LecternQr *qr;
};

G_DEFINE_FINAL_TYPE (LecternQrView, lectern_qr_view, GTK_TYPE_WIDGET)

static void
append_row (GtkSnapshot     *snapshot,
            const LecternQr *qr,
            int              row,
            float            x,
            float            y,
            float            module)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  int                  side = (int) qr->side;
  for (int column = 0, end; column < side; column = end + 1)
    {
      for (end = column; lectern_qr_is_dark (qr, end, row);)
        end++;
      if (end > column)
        gtk_snapshot_append_color (snapshot, &black,
                                   &GRAPHENE_RECT_INIT (x + (float) column * module, y + (float) row * module,
                                                        (float) (end - column) * module, module));
    }
}

static void
lectern_qr_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  LecternQrView       *self = LECTERN_QR_VIEW (widget);
  int                  width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  if (!self->qr)
    return;
  int   side = (int) self->qr->side + 2 * LECTERN_QR_QUIET;
  int   module = MAX (MIN (width, height) / side, 1);
  float x = (float) ((width - module * side) / 2), y = (float) ((height - module * side) / 2);
  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (x, y, (float) (module * side), (float) (module * side)));
  for (int row = 0; row < (int) self->qr->side; row++)
    append_row (snapshot, self->qr, row, x + (float) (LECTERN_QR_QUIET * module),
                y + (float) (LECTERN_QR_QUIET * module), (float) module);
}

static void
lectern_qr_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = *natural = SIDE_MIN;
  *minimum_baseline = *natural_baseline = -1;
}

static void
lectern_qr_view_dispose (GObject *object)
{
  LecternQrView *self = LECTERN_QR_VIEW (object);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->qr, lectern_qr_free);
  G_OBJECT_CLASS (lectern_qr_view_parent_class)->dispose (object);
}

static void
lectern_qr_view_class_init (LecternQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_qr_view_dispose;
  widget_class->snapshot = lectern_qr_view_snapshot;
  widget_class->measure = lectern_qr_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lectern_qr_view_init (LecternQrView *self)
{
}

void
lectern_qr_view_set_text (LecternQrView *self,
                          const char    *text)
{
  g_return_if_fail (LECTERN_IS_QR_VIEW (self));
  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_clear_pointer (&self->qr, lectern_qr_free);
  g_free (self->text);
  self->text = g_strdup (text);
  self->qr = text ? lectern_qr_new (text) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
lectern_qr_view_get_text (LecternQrView *self)
{
  g_return_val_if_fail (LECTERN_IS_QR_VIEW (self), NULL);
  return self->text;
}
