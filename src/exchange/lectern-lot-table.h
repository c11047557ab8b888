/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

/* Reads the rows of a table of lots into @import, as
 * LecternEntry of the current round with nominee and lot. Rows at fault become problems. */
void lectern_lot_table_read (const LecternGrid *grid,
                             LecternContest    *contest,
                             LecternImport     *import);

G_END_DECLS
