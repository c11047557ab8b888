/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An exact figure: numerator / denominator thousandths of a point, denominator > 0.
 * Not kept in lowest terms; compared by cross multiplication in 128 bits. */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} LecternFraction;

LecternFraction lectern_fraction_new (gint64 numerator,
                                      gint64 denominator);
/* Negative, 0 or positive, as strcmp(). */
int lectern_fraction_compare (LecternFraction a,
                              LecternFraction b);
/* @a - @thousandths, and not below 0. */
LecternFraction lectern_fraction_subtract_to_zero (LecternFraction a,
                                                   gint64          thousandths);
/* Rounded half up to @decimals (0..6) places: the value in units of 10^-decimals points. */
gint64 lectern_fraction_round (LecternFraction a,
                               guint           decimals);
/* The decimal string of lectern_fraction_round(), with exactly @decimals places. */
char *lectern_fraction_format (LecternFraction a,
                               guint           decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
