/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A mark, a sheet's total and a deduction are whole thousandths of a point.
 * No floating point is ever used for what a person could dispute. */
#define LECTERN_MARK_UNIT 1000
/* The largest number of points a person may write: keeps every sum inside 64 bits. */
#define LECTERN_MARK_MAX ((gint64) 1000000 * LECTERN_MARK_UNIT)

/* Reads "36.5", "36" or full-width digits "３６．５" into thousandths. At most three
 * decimals, no sign, no exponent, no spaces inside; FALSE leaves @mark alone. */
gboolean lectern_mark_parse (const char *text,
                             gint64     *mark);
/* Writes @mark in the C locale with no more decimals than it needs ("36.5", "40"). */
char *lectern_mark_format (gint64 mark) G_GNUC_WARN_UNUSED_RESULT;
/* Writes @mark with exactly @decimals (0..3) places, rounded half up. */
char *lectern_mark_format_fixed (gint64 mark,
                                 guint  decimals) G_GNUC_WARN_UNUSED_RESULT;
/* Whether 0 <= @mark <= @max and @mark lies on a multiple of @step. All in thousandths. */
gboolean lectern_mark_is_in_range (gint64 mark,
                                   gint64 max);
gboolean lectern_mark_is_on_step (gint64 mark,
                                  gint64 step);

G_END_DECLS
