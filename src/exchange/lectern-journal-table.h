/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-tabulation.h"

G_BEGIN_DECLS

/* The journal as a table (key "journal"), oldest line first: number, time of day, who, on which laptop, what, why,
 * and the hash the line ends with, which `verify` and the printed journal have too. @lines: of LecternJournalLine.
 * Headings are in the contest's language; sentences stay as they were written, for a record is not translated. Owned
 * by the caller. */
LecternTabulation *lectern_journal_table_new (LecternContest *contest,
                                              GPtrArray      *lines) G_GNUC_WARN_UNUSED_RESULT;
/* Writes it to @path, complete or not at all: a workbook where the name ends in .xlsx, else a table of separated text
 * in UTF-8 with a BOM. @created_us as lectern_workbook_write(). */
gboolean lectern_journal_table_write (LecternContest *contest,
                                      GPtrArray      *lines,
                                      const char     *path,
                                      gint64          created_us,
                                      GError        **error);

G_END_DECLS
