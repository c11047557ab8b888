/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table as it stands on the sheet: rows of cells of text. Each row keeps the number a
 * spreadsheet shows beside it, counted from 1, so that a refusal can name it. Rows without any
 * value are left out, but counted. */
typedef struct _LecternGrid LecternGrid;

/* The bounds of a table that people made for a contest. */
#define LECTERN_GRID_ROWS_MAX 20000
#define LECTERN_GRID_COLUMNS_MAX 256
#define LECTERN_GRID_CELL_MAX 32767 /* bytes */

LecternGrid *lectern_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         lectern_grid_free (LecternGrid *self);
/* Starts a row; numbers only grow. */
void lectern_grid_add_row (LecternGrid *self,
                           guint        number);
/* Puts @text (taken) into @column, from 0, of the row added last. */
void lectern_grid_take_cell (LecternGrid *self,
                             guint        column,
                             char        *text);
/* Puts @text (taken) in the place of what is there. */
void lectern_grid_replace_cell (LecternGrid *self,
                                guint        row,
                                guint        column,
                                char        *text);
/* Trims every cell, full-width spaces included, and drops the rows in which nothing is left. */
void lectern_grid_trim (LecternGrid *self);

guint lectern_grid_get_n_rows (const LecternGrid *self);
/* @row counts from 0 over the rows that are there; the number is the spreadsheet's. */
guint lectern_grid_get_row_number (const LecternGrid *self,
                                   guint              row);
guint lectern_grid_get_n_cells (const LecternGrid *self,
                                guint              row);
/* "" where there is no cell; never NULL. */
const char *lectern_grid_get_cell (const LecternGrid *self,
                                   guint              row,
                                   guint              column);

/* @text short enough for a sentence: cut between characters, with an ellipsis where it was. */
char *lectern_grid_abbreviate (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternGrid, lectern_grid_free)

G_END_DECLS
