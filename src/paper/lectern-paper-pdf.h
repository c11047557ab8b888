/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

/* Writes a document as PDF. The fonts are cut once, when the writer is made, so a file for each
 * page costs little more than one file for all. */
typedef struct _LecternPdfWriter LecternPdfWriter;

/* Fails as lectern_document_check() does, or with FONT_BROKEN. */
LecternPdfWriter *lectern_pdf_writer_new (LecternDocument *document,
                                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_pdf_writer_free (LecternPdfWriter *self);
/* Writes @n_pages pages from @first on to @path. The file is complete or it is not touched: it is
 * written beside @path, flushed to disk and renamed. WRITE says what the disk said. */
gboolean lectern_pdf_writer_write (LecternPdfWriter *self,
                                   guint             first,
                                   guint             n_pages,
                                   const char       *path,
                                   GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPdfWriter, lectern_pdf_writer_free)

G_END_DECLS
