/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

/* Reads the rows of a table of judges into @import, as
 * LecternJudge. Rows at fault become problems. */
void lectern_judge_table_read (const LecternGrid *grid,
                               LecternContest    *contest,
                               LecternImport     *import);

G_END_DECLS
