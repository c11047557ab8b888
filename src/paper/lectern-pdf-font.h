/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <hpdf.h>

#include "lectern-font-subset.h"

G_BEGIN_DECLS

/* Adds @subset to @pdf as a composite font and returns its dictionary, owned by @pdf; NULL when
 * libharu failed, HPDF_GetError() says why. */
HPDF_Dict lectern_pdf_font_new (HPDF_Doc                 pdf,
                                const LecternFontSubset *subset);

/* A stream object of @pdf holding @bytes, compressed when the file is written. NULL on failure. */
HPDF_Dict lectern_pdf_stream_new (HPDF_Doc      pdf,
                                  gconstpointer bytes,
                                  gsize         size);

G_END_DECLS
