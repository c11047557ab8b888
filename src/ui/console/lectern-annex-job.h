/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-annex.h"
#include "lectern-desk.h"
#include "lectern-paper.h"

G_BEGIN_DECLS

/* The statistics table that paper @kind prints; FALSE: it is another paper. */
gboolean lectern_annex_job_find (LecternPaperKind  kind,
                                 LecternAnnexKind *annex);
/* A sentence a line on what is not as it should be with the table, and of how many; NULL: nothing. Owned by the caller. */
char *lectern_annex_job_describe_warnings (LecternContest  *contest,
                                           LecternAnnexKind kind,
                                           guint           *n) G_GNUC_WARN_UNUSED_RESULT;
/* Lets a person choose a table and shows what taking it in would do. */
void lectern_annex_job_import (GtkWidget       *parent,
                               LecternDesk     *desk,
                               LecternAnnexKind kind);
/* Lets a person choose where the workbook for the units goes. What came of it is told through the desk. */
void lectern_annex_job_save_form (GtkWidget       *parent,
                                  LecternDesk     *desk,
                                  LecternAnnexKind kind);

G_END_DECLS
