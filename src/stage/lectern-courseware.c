/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Courseware that is a PDF is painted by the program itself: no other program has to start in
 * front of a hall. A page is fitted whole, whatever its shape. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-courseware.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

#define PAGE_LARGEST 3840

struct _LecternCourseware
{
  PopplerDocument *document;
};

static gboolean
refuse_document (GError      **error,
                 const GError *cause)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, LECTERN_STAGE_ERROR, LECTERN_STAGE_ERROR_LOCKED, "%s", _ ("The PDF is locked with a password. Ask for one without."));
  else
    g_set_error (error, LECTERN_STAGE_ERROR, LECTERN_STAGE_ERROR_BROKEN, "%s", _ ("The PDF is damaged and can’t be opened."));
  return FALSE;
}

LecternCourseware *
lectern_courseware_open (GBytes  *bytes,
                         GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GObject) held = NULL; /* poppler knows no autoptr */
  PopplerDocument   *document;
  LecternCourseware *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = poppler_document_new_from_bytes (bytes, NULL, &cause);
  held = (GObject *) document;
  if (document == NULL || poppler_document_get_n_pages (document) < 1)
    {
      refuse_document (error, cause);
      return NULL;
    }
  self = g_atomic_rc_box_new0 (LecternCourseware);
  self->document = POPPLER_DOCUMENT (g_steal_pointer (&held));
  return self;
}

LecternCourseware *
lectern_courseware_ref (LecternCourseware *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_object_unref (((LecternCourseware *) data)->document);
}

void
lectern_courseware_unref (LecternCourseware *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear);
}

guint
lectern_courseware_get_n_pages (LecternCourseware *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (guint) poppler_document_get_n_pages (self->document);
}

cairo_surface_t *
lectern_courseware_paint_page (LecternCourseware *self,
                               guint              page,
                               int                width,
                               int                height)
{
  g_autoptr (GObject) held = NULL;
  PopplerPage     *sheet;
  double           across = 0, down = 0, part;
  cairo_surface_t *surface;
  cairo_t         *cr;

  g_return_val_if_fail (self != NULL && width > 0 && height > 0, NULL);

  if (page < 1 || page > lectern_courseware_get_n_pages (self))
    return NULL;
  sheet = poppler_document_get_page (self->document, (int) page - 1);
  held = (GObject *) sheet;
  if (sheet != NULL)
    poppler_page_get_size (sheet, &across, &down);
  if (!(across > 0 && down > 0))
    return NULL;
  part = MIN (MIN (width, PAGE_LARGEST) / across, MIN (height, PAGE_LARGEST) / down);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) (across * part + 0.5)), MAX (1, (int) (down * part + 0.5)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, part, part);
  poppler_page_render (sheet, cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  cairo_destroy (cr);
  return surface;
}
