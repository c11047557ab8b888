/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-grid.h"

G_BEGIN_DECLS

/* Reads the first sheet of an XLSX workbook: values as the spreadsheet shows them, as far as
 * numbers, dates and times go. On failure NULL and a LECTERN_EXCHANGE_ERROR; cells at fault are
 * added to @problems (of LecternProblem, may be NULL). */
LecternGrid *lectern_workbook_parse (GBytes    *bytes,
                                     GPtrArray *problems,
                                     GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
