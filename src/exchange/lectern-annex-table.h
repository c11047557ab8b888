/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-annex.h"
#include "lectern-import.h"
#include "lectern-tabulation.h"

G_BEGIN_DECLS

/* Reads a statistics table: the records are of LecternAnnexRow, without numbers. Headers are the columns'
 * keys or headings, one or two rows of them; a row of totals is left out, with a notice. */
void lectern_annex_table_read (const LecternGrid *grid,
                               LecternContest    *contest,
                               LecternAnnexKind   kind,
                               LecternImport     *import);

/* The table as it goes out, without totals, so that it comes back through import; @office: with the columns
 * that are kept off public papers. */
LecternTabulation *lectern_annex_table_new (LecternContest  *contest,
                                            LecternAnnexKind kind,
                                            gboolean         office) G_GNUC_WARN_UNUSED_RESULT;

/* The header of @column in a table with one row of headers: "企业（送课场次）". Owned by the caller. */
char *lectern_annex_table_get_header (const LecternAnnexColumn *column,
                                      const char               *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
