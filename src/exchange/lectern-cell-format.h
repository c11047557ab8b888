/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a number in a workbook's cell means, told by the cell's number format. */
typedef enum
{
  LECTERN_CELL_NUMBER,
  LECTERN_CELL_DATE,    /* year, month, day */
  LECTERN_CELL_MONTH,   /* year and month only */
  LECTERN_CELL_HOURS,   /* h:mm */
  LECTERN_CELL_SECONDS, /* h:mm:ss */
  LECTERN_CELL_MINUTES, /* mm:ss, with tenths where there are any */
} LecternCellFormat;

/* @id is a built-in format's number (ECMA-376 part 1, 18.8.30), @code the format as written, or
 * NULL where there is only the number. */
LecternCellFormat lectern_cell_format_find (guint       id,
                                            const char *code);
/* The number @value, as the file writes it, as people read it: "18", "1986-03", "6:01.5".
 * @date_1904: days are counted from 1904. NULL when it is no number. */
char *lectern_cell_format_apply (LecternCellFormat format,
                                 const char       *value,
                                 gboolean          date_1904) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
