/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest-error.h"
#include "lectern-tabulation.h"

G_BEGIN_DECLS

/* Writes @tables (of LecternTabulation) as the sheets of an XLSX workbook to @path, complete or not
 * at all. Figures are numbers shown with the decimals they are given with, texts are texts whatever
 * they begin with. @created_us (wall time) is the workbook's; the same tables give the same file.
 * Errors are of G_FILE_ERROR or G_IO_ERROR. */
gboolean lectern_workbook_write (GPtrArray  *tables,
                                 const char *path,
                                 gint64      created_us,
                                 GError    **error);

G_END_DECLS
