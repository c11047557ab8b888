/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Room is counted in what the children ask for, not in pixels: who has doubled the size of the text
 * gets the narrow arrangement on a wide screen. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-beside-layout.h"

/* What the first gets of the height, in hundredths, when they are one above the other. */
#define UPPER_SHARE 55

struct _LecternBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LecternBesideLayout, lectern_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_child (GtkWidget     *child,
               GtkOrientation orientation,
               gboolean       natural)
{
  int min = 0, nat = 0;
  if (child && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, &min, &nat, NULL, NULL);
  return natural ? nat : min;
}

static gboolean
fits_beside (GtkWidget *first,
             GtkWidget *second,
             int        width)
{
  return measure_child (first, GTK_ORIENTATION_HORIZONTAL, FALSE) + measure_child (second, GTK_ORIENTATION_HORIZONTAL, TRUE) <= width;
}

static GtkSizeRequestMode
lectern_beside_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lectern_beside_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget), *second = gtk_widget_get_last_child (widget);
  int        min[] = { measure_child (first, orientation, FALSE), measure_child (second, orientation, FALSE) };
  int        nat[] = { measure_child (first, orientation, TRUE), measure_child (second, orientation, TRUE) };
  gboolean   across = orientation == GTK_ORIENTATION_HORIZONTAL;
  gboolean   beside = across || for_size < 0 || fits_beside (first, second, for_size);
  *minimum = beside ? MAX (min[0], min[1]) : min[0] + min[1];
  *natural = across || !beside ? nat[0] + nat[1] : MAX (nat[0], nat[1]);
}

static void
lectern_beside_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  GtkWidget    *first = gtk_widget_get_first_child (widget), *second = gtk_widget_get_last_child (widget);
  gboolean      rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int           aside = measure_child (second, GTK_ORIENTATION_HORIZONTAL, TRUE);
  int           upper = MAX (height * UPPER_SHARE / 100, measure_child (first, GTK_ORIENTATION_VERTICAL, FALSE));
  GtkAllocation one = { 0, 0, width, upper }, other = { 0, upper, width, height - upper };
  if (fits_beside (first, second, width))
    {
      one = (GtkAllocation){ rtl ? aside : 0, 0, width - aside, height };
      other = (GtkAllocation){ rtl ? 0 : width - aside, 0, aside, height };
    }
  gtk_widget_size_allocate (first, &one, -1);
  gtk_widget_size_allocate (second, &other, -1);
}

static void
lectern_beside_layout_class_init (LecternBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  layout_class->get_request_mode = lectern_beside_layout_get_request_mode;
  layout_class->measure = lectern_beside_layout_measure;
  layout_class->allocate = lectern_beside_layout_allocate;
}

static void
lectern_beside_layout_init (LecternBesideLayout *self)
{
}
