/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-pdf-font.h"
#include "lectern-pdf-picture.h"

G_BEGIN_DECLS

/* The operators that paint the items of @page, without its form. @fonts are LecternPdfFont and hold
 * every character of the page, @pictures LecternPdfPicture and hold every picture. */
GString *lectern_pdf_content_new (LecternPaperFonts *paper_fonts,
                                  GPtrArray         *fonts,
                                  GPtrArray         *pictures,
                                  const LecternPage *page) G_GNUC_WARN_UNUSED_RESULT;

/* UTF-16 with its byte order mark, as a PDF text string wants it. */
GByteArray *lectern_pdf_encode_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
