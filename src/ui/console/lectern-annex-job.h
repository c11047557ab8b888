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
/* Lets a person choose a table and shows what taking it in would do. */
void lectern_annex_job_import (GtkWidget       *parent,
                               LecternDesk     *desk,
                               LecternAnnexKind kind);
/* Lets a person choose where the workbook for the units goes. What came of it is told through the desk. */
void lectern_annex_job_save_form (GtkWidget       *parent,
                                  LecternDesk     *desk,
                                  LecternAnnexKind kind);

G_END_DECLS
