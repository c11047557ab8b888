/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-store-private.h"

G_BEGIN_DECLS

/* A small contest from its creation to its finalising, written as a program of schema @version wrote
 * it: rows and journal, each line's change recorded by the session extension. @file may be
 * ":memory:". The caller closes it. */
sqlite3 *journal_maker_make (const char *file,
                             int         version);
/* Adds lines that change nothing, up to number @last, with a sentence of 2 KB: "line 5000 of many …". */
void journal_maker_pad (sqlite3 *db,
                        guint    last);
/* How many lines journal_maker_make() makes. */
guint journal_maker_count_lines (void);
/* Runs @sql, which must succeed. */
void journal_maker_run (sqlite3    *db,
                        const char *sql);

G_END_DECLS
