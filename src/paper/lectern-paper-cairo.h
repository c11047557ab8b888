/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <cairo.h>

#include "lectern-document.h"

G_BEGIN_DECLS

/* Paints page @index of @document on @cr with its upper left corner at the origin, @scale device
 * units a millimetre. Nothing is painted where the paper is bare: the caller lays the sheet. */
void lectern_document_paint_page (LecternDocument *document,
                                  guint            index,
                                  cairo_t         *cr,
                                  double           scale);

/* Writes the page as a PNG picture of @dpi dots an inch on white. */
gboolean lectern_document_write_png (LecternDocument *document,
                                     guint            index,
                                     double           dpi,
                                     const char      *path,
                                     GError         **error);

G_END_DECLS
