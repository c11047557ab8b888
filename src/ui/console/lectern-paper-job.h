/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PAPER_JOB_RUNNING_ORDER,
  LECTERN_PAPER_JOB_SUMMARY,
  LECTERN_PAPER_JOB_CERTIFICATES,
  LECTERN_PAPER_JOB_BLANK_SHEETS,
  LECTERN_PAPER_JOB_CARDS,
} LecternPaperJobKind;

/* Lets a person choose where, writes the paper there as PDF and opens it. @award, a key, for
 * certificates only. What came of it is told through the desk. */
void lectern_paper_job_choose (GtkWidget          *parent,
                               LecternDesk        *desk,
                               LecternPaperJobKind kind,
                               const char         *award);
/* Writes the paper to @path, on a thread of its own, from the contest as it is at the call. @server, for cards
 * only, says where it is found. */
void     lectern_paper_job_write_async (LecternContest     *contest,
                                        LecternPaperJobKind kind,
                                        const char         *award,
                                        LecternServer      *server,
                                        const char         *path,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
gboolean lectern_paper_job_write_finish (GAsyncResult *result,
                                         GError      **error);

G_END_DECLS
