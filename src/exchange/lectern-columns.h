/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

#define LECTERN_COLUMN_NAMES_MAX 8

/* A column a table may have. @key names it in complaints, whatever the table calls it. */
typedef struct
{
  const char *key;
  gboolean    required;
  const char *names[LECTERN_COLUMN_NAMES_MAX]; /* in tables, beside the key */
} LecternColumnSpec;

/* Where the columns of a table are, found by their header, in whatever order they stand. */
typedef struct
{
  const LecternGrid       *grid;
  const LecternColumnSpec *specs;
  LecternImport           *import;
  guint                    header; /* row of the grid */
  int                     *places; /* by spec; -1: not there */
} LecternColumns;

/* Finds the header among the first rows. Missing and doubled columns become problems, unknown
 * ones notices. NULL when the rows cannot be read for want of a required column or of rows. */
LecternColumns *lectern_columns_map (const LecternGrid       *grid,
                                     const LecternColumnSpec *specs,
                                     guint                    n_specs,
                                     LecternImport           *import) G_GNUC_WARN_UNUSED_RESULT;
void            lectern_columns_free (LecternColumns *self);
/* "" where the table has no such column or the row no such cell. */
const char *lectern_columns_get (const LecternColumns *self,
                                 guint                 row,
                                 guint                 spec);

/* The cell as a complaint repeats it (lectern_grid_abbreviate()). */
char *lectern_columns_quote (const LecternColumns *self,
                             guint                 row,
                             guint                 spec) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a problem, or a notice, about the cell of @row under @spec. */
void lectern_columns_add_problem (const LecternColumns *self,
                                  guint                 row,
                                  guint                 spec,
                                  const char           *format,
                                  ...) G_GNUC_PRINTF (4, 5);
void lectern_columns_add_notice (const LecternColumns *self,
                                 guint                 row,
                                 guint                 spec,
                                 const char           *format,
                                 ...) G_GNUC_PRINTF (4, 5);

/* The value of a cell of free text: line breaks become spaces; a value that is too long or holds
 * characters that cannot be shown is a problem. NULL when empty. */
char *lectern_columns_read_text (const LecternColumns *self,
                                 guint                 row,
                                 guint                 spec) G_GNUC_WARN_UNUSED_RESULT;
/* A person's name: at most 50 characters; look-alikes of the middle dot become U+00B7 and spaces
 * inside a Chinese name go, each with a notice. NULL, with a problem, when missing or wrong. */
char *lectern_columns_read_name (const LecternColumns *self,
                                 guint                 row,
                                 guint                 spec) G_GNUC_WARN_UNUSED_RESULT;
/* A whole number from @min to @max; full-width digits are digits. FALSE, with a problem, when
 * it is none. */
gboolean lectern_columns_read_integer (const LecternColumns *self,
                                       guint                 row,
                                       guint                 spec,
                                       int                   min,
                                       int                   max,
                                       gint64               *value);
/* A unit of @contest by name, full name or key. NULL when empty, and, with a problem that lists
 * the names nearest to it, when there is no such unit. */
const LecternUnit *lectern_columns_read_unit (const LecternColumns *self,
                                              guint                 row,
                                              guint                 spec,
                                              LecternContest       *contest);
/* The entry of the current round with the lot in the cell; NULL, with a problem, when there is
 * none. */
const LecternEntry *lectern_columns_read_lot (const LecternColumns *self,
                                              guint                 row,
                                              guint                 spec,
                                              LecternContest       *contest);
/* Whether @row has a problem already, under @column or, with NULL, under any. */
gboolean lectern_columns_has_problem (const LecternColumns *self,
                                      guint                 row,
                                      const char           *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternColumns, lectern_columns_free)

G_END_DECLS
