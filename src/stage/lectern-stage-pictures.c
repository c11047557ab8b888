/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures for the scenes. They come from strangers' cameras and phones, so nothing is trusted:
 * the first bytes say what a file is and only that decoder sees it, the size is looked at before
 * a pixel is decoded, and what is kept is never larger than the largest screen can show.
 *
 * Rule: a scene never waits for a picture and never fails for the want of one; painters look a
 * key up and paint the same layout without it. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What a screen of 3840 × 2160 needs; a picture that stands upright gets as much. */
#define LONG_SIDE 3840
#define SHORT_SIDE 2160

struct _LecternStagePictures
{
  GHashTable *surfaces; /* key → cairo_surface_t */
};

/* clang-format off */
G_DEFINE_QUARK (lectern-stage-error-quark, lectern_stage_error)
/* clang-format on */
G_DEFINE_BOXED_TYPE (LecternStagePictures, lectern_stage_pictures, lectern_stage_pictures_ref, lectern_stage_pictures_unref)

LecternStagePictures *
lectern_stage_pictures_new (void)
{
  LecternStagePictures *self = g_atomic_rc_box_new0 (LecternStagePictures);
  self->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

LecternStagePictures *
lectern_stage_pictures_ref (LecternStagePictures *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer self)
{
  g_hash_table_unref (((LecternStagePictures *) self)->surfaces);
}

void
lectern_stage_pictures_unref (LecternStagePictures *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear);
}

/* The name of the decoder, by the bytes a file begins with. */
static const char *
sniff (const guint8 *bytes,
       gsize         size)
{
  if (size >= 8 && memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (size >= 3 && memcmp (bytes, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  if (size >= 12 && memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0)
    return "webp";
  return NULL;
}

static const guint8 *
find_last (const guint8 *bytes,
           gsize         size,
           guint8        marker)
{
  for (gsize at = size; at >= 2; at--)
    if (bytes[at - 2] == 0xff && bytes[at - 1] == marker)
      return bytes + at - 2;
  return NULL;
}

/* The decoders take half a file for a picture whose rest is grey; a file that broke off while it
 * was copied must not come onto the screen. A JPEG ends after its last scan (a thumbnail inside
 * it has an end of its own), a PNG with its last chunk. */
static gboolean
is_whole (const char   *type,
          const guint8 *bytes,
          gsize         size)
{
  if (strcmp (type, "png") == 0)
    return memmem (bytes, size, "IEND\xae\x42\x60\x82", 8) != NULL;
  if (strcmp (type, "jpeg") == 0)
    {
      const guint8 *scan = find_last (bytes, size, 0xda);

      return scan != NULL && find_last (scan, (gsize) (bytes + size - scan), 0xd9) != NULL;
    }
  return TRUE;
}

/* The decoder knows the size before it decodes: a picture of too many pixels is asked for as
 * nothing, a large one as what a screen needs. */
static void
on_loader_size_prepared_cb (GdkPixbufLoader *loader,
                            int              width,
                            int              height,
                            gpointer         user_data)
{
  gboolean *too_large = user_data;
  double    part;

  if (width <= 0 || height <= 0 || (gint64) width * height > LECTERN_STAGE_PICTURE_MOST)
    {
      *too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
      return;
    }
  part = MIN ((double) LONG_SIDE / MAX (width, height), (double) SHORT_SIDE / MIN (width, height));
  if (part < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * part)), MAX (1, (int) (height * part)));
}

static gboolean
refuse (LecternStageError code,
        GError          **error)
{
  static const char *const sentences[] = {
    [LECTERN_STAGE_ERROR_NOT_A_PICTURE] = N_ ("This is not a picture Lectern can show: use PNG or JPEG."),
    [LECTERN_STAGE_ERROR_TOO_LARGE] = N_ ("The picture is too large: it may have 40 million pixels."),
    [LECTERN_STAGE_ERROR_BROKEN] = N_ ("The picture is broken and can’t be read to its end."),
  };
  g_set_error_literal (error, LECTERN_STAGE_ERROR, (int) code, _ (sentences[code]));
  return FALSE;
}

static GdkPixbuf *
decode (GBytes  *bytes,
        GError **error)
{
  gsize         size;
  const guint8 *file = g_bytes_get_data (bytes, &size);
  const char   *type = sniff (file, size);
  g_autoptr (GdkPixbufLoader) loader = type != NULL ? gdk_pixbuf_loader_new_with_type (type, NULL) : NULL;
  gboolean too_large = FALSE, read, closed;

  if (loader == NULL)
    {
      refuse (LECTERN_STAGE_ERROR_NOT_A_PICTURE, error);
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_loader_size_prepared_cb), &too_large);
  read = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  closed = gdk_pixbuf_loader_close (loader, NULL);
  if (too_large)
    refuse (LECTERN_STAGE_ERROR_TOO_LARGE, error);
  else if (!read || !closed || !is_whole (type, file, size) || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    refuse (LECTERN_STAGE_ERROR_BROKEN, error);
  else
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  return NULL;
}

/* A pixel of cairo's: the parts multiplied by alpha. */
static guint32
premultiply (const guchar *from,
             gboolean      has_alpha)
{
  guint alpha = has_alpha ? from[3] : 255;
  guint red = (from[0] * alpha + 127) / 255, green = (from[1] * alpha + 127) / 255, blue = (from[2] * alpha + 127) / 255;

  return alpha << 24 | red << 16 | green << 8 | blue;
}

static cairo_surface_t *
create_surface (GdkPixbuf *pixbuf)
{
  int              width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  gboolean         has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guint8          *to = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height && to != NULL; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32      *row = (guint32 *) (to + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        row[x] = premultiply (from + x * gdk_pixbuf_get_n_channels (pixbuf), has_alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

gboolean
lectern_stage_pictures_put (LecternStagePictures *self,
                            const char           *key,
                            GBytes               *bytes,
                            GError              **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_return_val_if_fail (self != NULL && key != NULL && bytes != NULL, FALSE);

  if (g_hash_table_contains (self->surfaces, key))
    return TRUE;
  pixbuf = decode (bytes, error);
  if (pixbuf == NULL)
    return FALSE;
  g_hash_table_insert (self->surfaces, g_strdup (key), create_surface (pixbuf));
  return TRUE;
}

void
lectern_stage_pictures_put_surface (LecternStagePictures *self,
                                    const char           *key,
                                    cairo_surface_t      *surface)
{
  g_return_if_fail (self != NULL && key != NULL);
  g_return_if_fail (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE);

  g_hash_table_insert (self->surfaces, g_strdup (key), cairo_surface_reference (surface));
}

void
lectern_stage_pictures_remove (LecternStagePictures *self,
                               const char           *key)
{
  g_return_if_fail (self != NULL && key != NULL);
  g_hash_table_remove (self->surfaces, key);
}

cairo_surface_t *
lectern_stage_pictures_get (const LecternStagePictures *self,
                            const char                 *key)
{
  return self != NULL && key != NULL ? g_hash_table_lookup (self->surfaces, key) : NULL;
}
