/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "file-maker.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

GBytes *
file_maker_make_picture (int     width,
                         int     height,
                         guint32 colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *buffer;
  gsize size;
  gdk_pixbuf_fill (pixbuf, colour << 8 | 0xff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", NULL, NULL));
  return g_bytes_new_take (buffer, size);
}

static cairo_status_t
append (void                *closure,
        const unsigned char *bytes,
        unsigned int         size)
{
  g_byte_array_append (closure, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
file_maker_make_pdf (guint n_pages)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, 400, 300);
  cairo_t         *cr = cairo_create (surface);
  for (guint i = 1; i <= n_pages; i++)
    {
      cairo_set_source_rgb (cr, 0, 0.3, 0.6);
      cairo_rectangle (cr, 20, 20, 40 * i, 60);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

char *
file_maker_attach (LecternEngine *engine,
                   LecternRole    role,
                   gint64         owner,
                   const char    *name,
                   const char    *media_type,
                   GBytes        *bytes)
{
  g_autoptr (GError) error = NULL;
  LecternAttachment *record = lectern_attach_new_record (role, owner, name);
  g_autofree char   *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  lectern_record_take_string (&record->media_type, media_type);
  record->checked = 1;
  LecternAction *action = lectern_attach_new_action (lectern_engine_get_path (engine), record, NULL, bytes, "test", NULL, &error);
  g_assert_no_error (error);
  g_bytes_unref (bytes);
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (engine, action, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  return g_steal_pointer (&sha256);
}
