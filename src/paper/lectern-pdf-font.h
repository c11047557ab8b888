/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-font-subset.h"
#include "lectern-pdf-stream.h"

G_BEGIN_DECLS

/* A font as files need it: its subset, the name content streams call it by, and its streams
 * deflated once for all files. */
typedef struct
{
  LecternFontFace   *face;
  LecternFontSubset *subset;
  char               name[8]; /* "F1" */
  GBytes            *program;
  GBytes            *to_unicode;
  GBytes            *glyph_map; /* code to glyph; NULL for a CFF font */
} LecternPdfFont;

/* Takes @subset. */
LecternPdfFont *lectern_pdf_font_new (LecternFontFace   *face,
                                      LecternFontSubset *subset,
                                      GZlibCompressor   *deflater) G_GNUC_WARN_UNUSED_RESULT;
void            lectern_pdf_font_free (LecternPdfFont *self);
/* Adds the font to @pdf and returns its dictionary, owned by @pdf; NULL when libharu failed,
 * HPDF_GetError() says why. */
HPDF_Dict lectern_pdf_font_add (const LecternPdfFont *self,
                                HPDF_Doc              pdf);

G_END_DECLS
