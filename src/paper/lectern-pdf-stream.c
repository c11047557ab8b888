/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Streams that libharu writes without holding them. Its own keep 4 KB and more in memory each until
 * the file is saved, 100 MB for 10 000 certificates, and deflate the same font again for every file.
 * Here a dictionary writes itself: what is deflated already goes out as it is, and the contents of a
 * page are made when its turn comes. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-pdf-stream.h"

#define OBJECT_NUMBER_MASK 0x00ffffff

typedef struct
{
  GBytes            *deflated; /* NULL until made, for a lazy one */
  gboolean           jpeg;     /* a JPEG file instead */
  LecternPdfProducer producer; /* NULL: not lazy */
  gpointer           data;
  HPDF_Stream        out; /* while it is being written */
} Stream;

GBytes *
lectern_pdf_deflate (GZlibCompressor *deflater,
                     gconstpointer    bytes,
                     gsize            size)
{
  /* Deflate never needs more than this. */
  gsize            room = size + size / 1000 + 64;
  g_autofree char *out = g_malloc (room);
  gsize            read = 0;
  gsize            written = 0;
  GConverterResult result;

  g_converter_reset (G_CONVERTER (deflater));
  do
    {
      gsize step_read = 0;
      gsize step_written = 0;

      result = g_converter_convert (G_CONVERTER (deflater), (const char *) bytes + read, size - read, out + written, room - written, G_CONVERTER_INPUT_AT_END, &step_read, &step_written, NULL);
      g_assert (result != G_CONVERTER_ERROR);
      read += step_read;
      written += step_written;
    }
  while (result != G_CONVERTER_FINISHED);

  return g_bytes_new (out, written);
}

static HPDF_STATUS
on_dict_write_cb (HPDF_Dict   dict,
                  HPDF_Stream out)
{
  Stream *stream = dict->attr;
  char    text[64];

  stream->out = out;
  if (stream->deflated == NULL)
    stream->deflated = stream->producer (stream->data);
  g_snprintf (text, sizeof text, "/Length %" G_GSIZE_FORMAT "\n/Filter /%s\n", g_bytes_get_size (stream->deflated), stream->jpeg ? "DCTDecode" : "FlateDecode");

  return HPDF_Stream_WriteStr (out, text);
}

static HPDF_STATUS
on_dict_written_cb (HPDF_Dict dict)
{
  Stream       *stream = dict->attr;
  gsize         size;
  gconstpointer bytes = g_bytes_get_data (stream->deflated, &size);
  HPDF_STATUS   status = HPDF_Stream_WriteStr (stream->out, "\nstream\r\n");

  if (status == HPDF_OK && size > 0)
    status = HPDF_Stream_Write (stream->out, bytes, (HPDF_UINT) size);
  if (status == HPDF_OK)
    status = HPDF_Stream_WriteStr (stream->out, "\nendstream");
  if (stream->producer != NULL)
    g_clear_pointer (&stream->deflated, g_bytes_unref);

  return status;
}

static void
on_dict_free_cb (HPDF_Dict dict)
{
  Stream *stream = dict->attr;

  g_clear_pointer (&stream->deflated, g_bytes_unref);
  g_free (stream);
}

static HPDF_Dict
new_stream (HPDF_Doc           pdf,
            GBytes            *deflated,
            LecternPdfProducer producer,
            gpointer           data)
{
  HPDF_Dict dict = lectern_pdf_indirect_dict_new (pdf);
  Stream   *stream;

  if (dict == NULL)
    return NULL;

  stream = g_new0 (Stream, 1);
  stream->deflated = deflated != NULL ? g_bytes_ref (deflated) : NULL;
  stream->producer = producer;
  stream->data = data;
  dict->attr = stream;
  dict->write_fn = on_dict_write_cb;
  dict->after_write_fn = on_dict_written_cb;
  dict->free_fn = on_dict_free_cb;

  return dict;
}

HPDF_Dict
lectern_pdf_stream_new (HPDF_Doc pdf,
                        GBytes  *deflated)
{
  g_return_val_if_fail (deflated != NULL, NULL);

  return new_stream (pdf, deflated, NULL, NULL);
}

HPDF_Dict
lectern_pdf_jpeg_stream_new (HPDF_Doc pdf,
                             GBytes  *jpeg)
{
  HPDF_Dict dict = lectern_pdf_stream_new (pdf, jpeg);

  if (dict != NULL)
    ((Stream *) dict->attr)->jpeg = TRUE;

  return dict;
}

HPDF_Dict
lectern_pdf_lazy_stream_new (HPDF_Doc           pdf,
                             LecternPdfProducer producer,
                             gpointer           data)
{
  g_return_val_if_fail (producer != NULL, NULL);

  return new_stream (pdf, NULL, producer, data);
}

HPDF_Dict
lectern_pdf_indirect_dict_new (HPDF_Doc pdf)
{
  HPDF_Dict dict = HPDF_Dict_New (pdf->mmgr);

  if (dict == NULL || HPDF_Xref_Add (pdf->xref, dict) != HPDF_OK)
    return NULL;

  return dict;
}

guint
lectern_pdf_get_object_number (HPDF_Dict dict)
{
  return dict->header.obj_id & OBJECT_NUMBER_MASK;
}
