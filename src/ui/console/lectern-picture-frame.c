/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the hall sees is 16 to 9; a picture of it in another shape would lie about where things
 * are. The frame asks for its height from the width it is given, which GtkAspectFrame does not. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-picture-frame.h"

#define MINIMUM_WIDTH 160

struct _LecternPictureFrame
{
  GtkWidget  parent_instance;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (LecternPictureFrame, lectern_picture_frame, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
lectern_picture_frame_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lectern_picture_frame_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  LecternPictureFrame *self = LECTERN_PICTURE_FRAME (widget);
  int                  child_minimum = 0;
  if (self->child)
    gtk_widget_measure (self->child, orientation, -1, &child_minimum, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (MINIMUM_WIDTH, child_minimum);
  else
    *minimum = *natural = MAX ((for_size > 0 ? for_size : MINIMUM_WIDTH) * 9 / 16, child_minimum);
}

static void
lectern_picture_frame_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  LecternPictureFrame *self = LECTERN_PICTURE_FRAME (widget);
  if (self->child)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
lectern_picture_frame_dispose (GObject *object)
{
  lectern_picture_frame_set_child (LECTERN_PICTURE_FRAME (object), NULL);
  G_OBJECT_CLASS (lectern_picture_frame_parent_class)->dispose (object);
}

static void
lectern_picture_frame_class_init (LecternPictureFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_picture_frame_dispose;
  widget_class->get_request_mode = lectern_picture_frame_get_request_mode;
  widget_class->measure = lectern_picture_frame_measure;
  widget_class->size_allocate = lectern_picture_frame_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "picture");
}

static void
lectern_picture_frame_init (LecternPictureFrame *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
lectern_picture_frame_set_child (LecternPictureFrame *self,
                                 GtkWidget           *child)
{
  g_return_if_fail (LECTERN_IS_PICTURE_FRAME (self));
  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (!child)
    return;
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
