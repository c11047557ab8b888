/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "file-maker.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <gst/gst.h>

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

#define SOUND_RATE 48000

static void
append_number (GByteArray *bytes,
               guint32     number,
               guint       size)
{
  guint32 little = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little, size);
}

GBytes *
file_maker_make_sound (guint level)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "RIFF", 4);
  append_number (bytes, 36 + 2 * SOUND_RATE, 4);
  g_byte_array_append (bytes, (const guint8 *) "WAVEfmt ", 8);
  append_number (bytes, 16, 4);
  append_number (bytes, 1, 2); /* PCM */
  append_number (bytes, 1, 2); /* channel */
  append_number (bytes, SOUND_RATE, 4);
  append_number (bytes, 2 * SOUND_RATE, 4);
  append_number (bytes, 2, 2);
  append_number (bytes, 16, 2);
  g_byte_array_append (bytes, (const guint8 *) "data", 4);
  append_number (bytes, 2 * SOUND_RATE, 4);
  for (guint i = 0; i < SOUND_RATE; i++)
    append_number (bytes, (guint32) (i / 48 % 2 == 0 ? (int) level : -(int) level), 2);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
file_maker_make_video (guint seconds)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-video-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "green.webm", NULL);
  g_autofree char *words = g_strdup_printf ("videotestsrc pattern=green num-buffers=%u ! video/x-raw,width=320,height=180,framerate=25/1 ! videoconvert"
                                            " ! vp8enc deadline=1 ! webmmux ! filesink location=%s",
                                            25 * seconds, path);
  g_autoptr (GError) error = NULL;
  GstElement *line = gst_init_check (NULL, NULL, NULL) ? gst_parse_launch (words, &error) : NULL;
  GBytes     *video = NULL;
  char       *text;
  gsize       size;

  if (line == NULL || error != NULL)
    return NULL;
  g_autoptr (GstBus) bus = gst_element_get_bus (line);
  gst_element_set_state (line, GST_STATE_PLAYING);
  g_autoptr (GstMessage) end = gst_bus_timed_pop_filtered (bus, 20 * GST_SECOND, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  gst_element_set_state (line, GST_STATE_NULL);
  gst_object_unref (line);
  if (end != NULL && GST_MESSAGE_TYPE (end) == GST_MESSAGE_EOS && g_file_get_contents (path, &text, &size, NULL))
    video = g_bytes_new_take (text, size);
  g_remove (path);
  g_rmdir (folder);
  return video;
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
