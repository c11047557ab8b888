/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>
#include <hpdf.h>

G_BEGIN_DECLS

/* Makes the deflated bytes of a stream at the moment they are written. */
typedef GBytes *(*LecternPdfProducer) (gpointer data);

/* @bytes as FlateDecode wants them. @deflater is a GZlibCompressor in zlib format, used again and
 * again. */
GBytes *lectern_pdf_deflate (GZlibCompressor *deflater,
                             gconstpointer    bytes,
                             gsize            size) G_GNUC_WARN_UNUSED_RESULT;

/* A stream object of @pdf, owned by it; its dictionary may be added to. NULL on failure. */
HPDF_Dict lectern_pdf_stream_new (HPDF_Doc pdf,
                                  GBytes  *deflated);
/* The same of a whole JPEG file, which is not deflated again. */
HPDF_Dict lectern_pdf_jpeg_stream_new (HPDF_Doc pdf,
                                       GBytes  *jpeg);
/* The same, but its bytes are made by @producer while the file is written and gone right after.
 * @data must live until then. */
HPDF_Dict lectern_pdf_lazy_stream_new (HPDF_Doc           pdf,
                                       LecternPdfProducer producer,
                                       gpointer           data);

/* A dictionary of @pdf that others refer to, owned by it. NULL on failure. */
HPDF_Dict lectern_pdf_indirect_dict_new (HPDF_Doc pdf);
/* The number others refer to @dict by. */
guint lectern_pdf_get_object_number (HPDF_Dict dict);

G_END_DECLS
