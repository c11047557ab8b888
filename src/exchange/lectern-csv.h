/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-grid.h"

G_BEGIN_DECLS

/* Reads comma-, semicolon- or tab-separated text in UTF-8 (with or without BOM) or GB18030. On
 * failure NULL and a LECTERN_EXCHANGE_ERROR; each row at fault is added to @problems (of
 * LecternProblem, may be NULL). @bytes holds no NUL. */
LecternGrid *lectern_csv_parse (const char *bytes,
                                gsize       length,
                                GPtrArray  *problems,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
