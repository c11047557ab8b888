/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

/* Reads the rows of a table of marks into @import: for each a submitted LecternSheet of the
 * current round, version LECTERN_NULL, followed by its LecternMark records. Without @flags AMEND a
 * judge's second sheet for an entry is a problem. */
void lectern_mark_table_read (const LecternGrid *grid,
                              LecternContest    *contest,
                              LecternImportFlags flags,
                              LecternImport     *import);

G_END_DECLS
