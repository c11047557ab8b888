/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

/* A cell of a row that came in beside what stands in the contest. */
typedef struct
{
  char *column;  /* its key, as problems name it */
  char *heading; /* what the contest calls it; NULL: the program's own column */
  char *before;  /* NULL: nothing was there */
  char *after;   /* NULL: nothing will be */
} LecternImportCell;

typedef enum
{
  LECTERN_IMPORT_LINE_NEW,
  LECTERN_IMPORT_LINE_CHANGED,
  LECTERN_IMPORT_LINE_GONE, /* stands in the contest, is not in the table, and goes */
} LecternImportLineKind;

/* What taking one row in would do. */
typedef struct
{
  LecternImportLineKind kind;
  char                 *name;  /* whose row it is */
  char                 *unit;  /* the unit's name; NULL: none */
  GPtrArray            *cells; /* LecternImportCell: those that differ, in the order of the table */
} LecternImportLine;

/* What taking @import in would do to @contest, row by row (LecternImportLine). Rows that say what stands there already are not
 * among them. Of tables of nominees, and of statistics tables, which replace all rows of the units in them; for the others it is
 * empty. Owned by the caller. */
GPtrArray *lectern_import_list_lines (const LecternImport *import,
                                      LecternContest      *contest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
