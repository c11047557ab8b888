/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate.h"
#include "lectern-document.h"
#include "lectern-paper-cairo.h"
#include "lectern-paper-error.h"
#include "lectern-paper-pdf.h"

G_BEGIN_DECLS

/* The kinds of report, named as on the command line. */
typedef enum
{
  LECTERN_PAPER_RUNNING_ORDER,
  LECTERN_PAPER_SUMMARY,
  LECTERN_PAPER_N_KINDS,
} LecternPaperKind;

const char *lectern_paper_kind_get_name (LecternPaperKind kind);
/* FALSE when there is no kind of that name. */
gboolean lectern_paper_kind_from_name (const char       *name,
                                       LecternPaperKind *kind);

/* A report of @round (NULL: the current one), printed at @printed_us (wall time, microseconds since
 * 1970 UTC). Errors are of LECTERN_PAPER_ERROR. */
LecternDocument *lectern_paper_report (LecternContest  *contest,
                                       LecternPaperKind kind,
                                       const char      *round,
                                       gint64           printed_us,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the whole document to @path; complete or not at all. */
gboolean lectern_document_write_pdf (LecternDocument *document,
                                     const char      *path,
                                     GError         **error);

G_END_DECLS
