/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-annex.h"

G_BEGIN_DECLS

/* Writes the workbook that is sent to the units to be filled in: the header of the statistics table, lists
 * of units, checks of numbers, and a sheet that explains. What came back goes through import. */
gboolean lectern_annex_workbook_write (LecternContest  *contest,
                                       LecternAnnexKind kind,
                                       const char      *path,
                                       gint64           created_us,
                                       GError         **error);

G_END_DECLS
