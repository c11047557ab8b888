/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table that goes out: a name, columns, rows of cells. What a cell is, text or a figure, is known
 * here, so a workbook has figures as numbers and a CSV file has texts that no program takes for a
 * formula. */
typedef struct
{
  char    *text; /* of a figure: a plain decimal, "91.77"; NULL or "": empty */
  gboolean is_figure;
  gboolean is_struck; /* does not count: a line through it where there can be one */
} LecternCell;

typedef struct
{
  char *title;
  guint width; /* in half-width characters, for a workbook */
} LecternTabulationColumn;

typedef struct
{
  const char *key;     /* "ranking", as on the command line */
  char       *name;    /* in the contest's language, short enough for a workbook's tab */
  GArray     *columns; /* LecternTabulationColumn */
  GPtrArray  *rows;    /* of GArray of LecternCell, as many as there are columns */
} LecternTabulation;

/* How a CSV file is encoded. */
typedef enum
{
  LECTERN_CSV_UTF8,    /* with a BOM, which spreadsheet programs want */
  LECTERN_CSV_GB18030, /* without */
} LecternCsvEncoding;

LecternTabulation *lectern_tabulation_new (const char *key,
                                           const char *name) G_GNUC_WARN_UNUSED_RESULT;
void               lectern_tabulation_free (LecternTabulation *self);
void               lectern_tabulation_add_column (LecternTabulation *self,
                                                  const char        *title,
                                                  guint              width);
/* Starts a row; what is not put into it stays empty. */
void lectern_tabulation_add_row (LecternTabulation *self);
/* Put the next cell of the last row. @text may be NULL; figures are taken. */
void         lectern_tabulation_put_text (LecternTabulation *self,
                                          const char        *text);
LecternCell *lectern_tabulation_take_figure (LecternTabulation *self,
                                             char              *figure);
void         lectern_tabulation_put_integer (LecternTabulation *self,
                                             gint64             value);

/* RFC 4180: comma, CR LF, quotation marks doubled. A text that a spreadsheet program would take for a
 * formula (it begins with = + - @, their full-width forms, a tab or a line break) gets an apostrophe
 * before it, which our own import takes off again. */
GBytes *lectern_tabulation_to_csv (const LecternTabulation *self,
                                   LecternCsvEncoding       encoding) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a spreadsheet program could take @text for a formula. */
gboolean lectern_tabulation_is_formula (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternTabulation, lectern_tabulation_free)

G_END_DECLS
