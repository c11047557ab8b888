/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-grid.h"

G_BEGIN_DECLS

/* The tables that come in. Their columns are in docs/tables.md. */
typedef enum
{
  LECTERN_IMPORT_NOMINEES,
  LECTERN_IMPORT_JUDGES,
  LECTERN_IMPORT_LOTS,
  LECTERN_IMPORT_TIMES,
  LECTERN_IMPORT_MARKS,
  LECTERN_IMPORT_ACTIVITY, /* statistics tables (lectern-annex.h) */
  LECTERN_IMPORT_POOL,
  LECTERN_IMPORT_N_KINDS,
} LecternImportKind;

typedef enum
{
  LECTERN_IMPORT_PLAIN = 0,
  LECTERN_IMPORT_AMEND = 1 << 0,  /* marks: a sheet that is there may be replaced */
  LECTERN_IMPORT_UPDATE = 1 << 1, /* nominees: who is registered already is changed, the columns the table has */
} LecternImportFlags;

/* What a table says, as records for an action of the engine. All or none: as soon as one row is
 * wrong there are no records, and every wrong row is among the problems. */
typedef struct
{
  LecternImportKind kind;
  GPtrArray        *records;     /* of LecternRecord: see the functions of each table */
  guint             n_rows;      /* of the table, without its header */
  guint             n_unchanged; /* of them, those that say what is there already: they have no record */
  GPtrArray        *problems;    /* LecternProblem: where, and what to do */
  GPtrArray        *notices;     /* LecternProblem: what was changed or left out while reading */
  GError           *error;       /* NULL when everything is well */
} LecternImport;

/* Reads the table at @path against @contest, in which units, judges, lots and criteria are looked
 * up. Never NULL; look at error. */
LecternImport *lectern_import_read_file (LecternImportKind  kind,
                                         const char        *path,
                                         LecternContest    *contest,
                                         LecternImportFlags flags) G_GNUC_WARN_UNUSED_RESULT;
LecternImport *lectern_import_read_bytes (LecternImportKind  kind,
                                          GBytes            *bytes,
                                          LecternContest    *contest,
                                          LecternImportFlags flags) G_GNUC_WARN_UNUSED_RESULT;
void           lectern_import_free (LecternImport *self);

/* "nominees", "judges", "lots", "times", "marks", "activity", "pool". */
const char *lectern_import_kind_get_name (LecternImportKind kind);
gboolean    lectern_import_kind_from_name (const char        *name,
                                           LecternImportKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternImport, lectern_import_free)

G_END_DECLS
