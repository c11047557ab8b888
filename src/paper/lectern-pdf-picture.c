/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures in a PDF. libharu's own PNG loader aborts on a damaged file, so it is given none: gdk-pixbuf
 * has decoded what came from people, and here it is encoded anew. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-pdf-picture.h"

#include "lectern-paper-error.h"
#include "lectern-pdf-stream.h"

/* Pixels from which on a photo is kept as JPEG: a scan of a sheet would be tens of megabytes. */
#define JPEG_FROM (512 * 512)
#define JPEG_QUALITY "92"

static GBytes *
pack (GdkPixbuf       *pixbuf,
      int              first,
      int              n_channels,
      GZlibCompressor *deflater)
{
  int                width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int                step = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8      *pixels = gdk_pixbuf_read_pixels (pixbuf);
  gsize              size = (gsize) width * (gsize) height * (gsize) n_channels;
  g_autofree guint8 *packed = g_malloc (size);
  guint8            *out = packed;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int c = 0; c < n_channels; c++)
        *out++ = pixels[(gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf) + (gsize) (x * step + first + c)];

  return lectern_pdf_deflate (deflater, packed, size);
}

LecternPdfPicture *
lectern_pdf_picture_new (GdkPixbuf       *pixbuf,
                         guint            number,
                         GZlibCompressor *deflater,
                         GError         **error)
{
  LecternPdfPicture *self = g_new0 (LecternPdfPicture, 1);
  gboolean           holes = gdk_pixbuf_get_has_alpha (pixbuf);
  char              *buffer = NULL;
  gsize              size = 0;

  self->pixbuf = g_object_ref (pixbuf);
  g_snprintf (self->name, sizeof self->name, "I%u", number);
  self->jpeg = !holes && gdk_pixbuf_get_width (pixbuf) * gdk_pixbuf_get_height (pixbuf) >= JPEG_FROM;
  if (holes)
    self->cover = pack (pixbuf, 3, 1, deflater);
  if (!self->jpeg)
    self->colours = pack (pixbuf, 0, 3, deflater);
  else if (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", error, "quality", JPEG_QUALITY, NULL))
    self->colours = g_bytes_new_take (buffer, size);
  else
    g_clear_pointer (&self, lectern_pdf_picture_free);

  return self;
}

void
lectern_pdf_picture_free (LecternPdfPicture *self)
{
  g_clear_pointer (&self->colours, g_bytes_unref);
  g_clear_pointer (&self->cover, g_bytes_unref);
  g_clear_object (&self->pixbuf);
  g_free (self);
}

static HPDF_Dict
add_image (const LecternPdfPicture *self,
           HPDF_Doc                 pdf,
           GBytes                  *bytes,
           const char              *space,
           gboolean                 jpeg)
{
  HPDF_Dict   image = jpeg ? lectern_pdf_jpeg_stream_new (pdf, bytes) : lectern_pdf_stream_new (pdf, bytes);
  HPDF_STATUS status = HPDF_OK;

  if (image == NULL)
    return NULL;
  status += HPDF_Dict_AddName (image, "Type", "XObject");
  status += HPDF_Dict_AddName (image, "Subtype", "Image");
  status += HPDF_Dict_AddName (image, "ColorSpace", space);
  status += HPDF_Dict_AddNumber (image, "Width", gdk_pixbuf_get_width (self->pixbuf));
  status += HPDF_Dict_AddNumber (image, "Height", gdk_pixbuf_get_height (self->pixbuf));
  status += HPDF_Dict_AddNumber (image, "BitsPerComponent", 8);

  return status == HPDF_OK ? image : NULL;
}

HPDF_Dict
lectern_pdf_picture_add (const LecternPdfPicture *self,
                         HPDF_Doc                 pdf)
{
  HPDF_Dict image = add_image (self, pdf, self->colours, "DeviceRGB", self->jpeg);
  HPDF_Dict cover = self->cover != NULL ? add_image (self, pdf, self->cover, "DeviceGray", FALSE) : NULL;

  if (image == NULL || (self->cover != NULL && (cover == NULL || HPDF_Dict_Add (image, "SMask", cover) != HPDF_OK)))
    return NULL;

  return image;
}
