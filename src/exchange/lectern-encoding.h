/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-grid.h"

G_BEGIN_DECLS

/* Turns the cells of @grid, bytes as they stood in the file, into UTF-8: from UTF-8 or from
 * GB18030, the whole table from one of them. @utf8_only when the file said so itself (a BOM).
 * FALSE and BAD_ENCODING otherwise, with every row at fault added to @problems (may be NULL). */
gboolean lectern_encoding_decode_grid (LecternGrid *grid,
                                       gboolean     utf8_only,
                                       GPtrArray   *problems,
                                       GError     **error);

G_END_DECLS
