/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

/* Reads the rows of a table of nominees into @import, as LecternNominee: without an id a new one; with
 * LECTERN_IMPORT_UPDATE also with the id of whoever of the same unit has the same name, whose other columns the table changes.
 * Rows at fault become problems. */
void lectern_nominee_table_read (const LecternGrid *grid,
                                 LecternContest    *contest,
                                 LecternImportFlags flags,
                                 LecternImport     *import);

G_END_DECLS
