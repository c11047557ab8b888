/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-grid.h"

G_BEGIN_DECLS

/* The largest file that is taken for a table, in bytes. */
#define LECTERN_TABLE_SIZE_MAX (16 * 1024 * 1024)

/* Reads the table in the file at @path: CSV in UTF-8 or GB18030, or the first sheet of an XLSX
 * workbook, told by the bytes and not by the name. Values are trimmed; the grid has at least one
 * row. On failure NULL and a LECTERN_EXCHANGE_ERROR or what the disk said; rows at fault are added
 * to @problems (of LecternProblem, may be NULL). */
LecternGrid *lectern_table_reader_read_file (const char *path,
                                             GPtrArray  *problems,
                                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a table already in memory. */
LecternGrid *lectern_table_reader_read_bytes (GBytes    *bytes,
                                              GPtrArray *problems,
                                              GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
