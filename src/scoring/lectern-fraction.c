/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Exact figures. A mean of seven marks is a seventh of something: kept as a numerator and a
 * denominator it can be compared with any other without an error, and rounding happens once,
 * half up, when it is shown (or when the contest ranks on the rounded figure). */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-fraction.h"

#include "lectern-mark.h"
#include "lectern-wide-private.h"

#define DECIMALS_MAX 6u

static const gint64 powers_of_ten[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

LecternFraction
lectern_fraction_new (gint64 numerator,
                      gint64 denominator)
{
  g_return_val_if_fail (denominator > 0, ((LecternFraction){ 0, 1 }));

  return (LecternFraction){ numerator, denominator };
}

int
lectern_fraction_compare (LecternFraction a,
                          LecternFraction b)
{
  LecternWide left = (LecternWide) a.numerator * b.denominator;
  LecternWide right = (LecternWide) b.numerator * a.denominator;

  return (left > right) - (left < right);
}

LecternFraction
lectern_fraction_subtract_to_zero (LecternFraction a,
                                   gint64          thousandths)
{
  LecternWide numerator = (LecternWide) a.numerator - (LecternWide) thousandths * a.denominator;

  return (LecternFraction){ lectern_wide_clamp (MAX (numerator, 0)), a.denominator };
}

gint64
lectern_fraction_round (LecternFraction a,
                        guint           decimals)
{
  LecternWide twice, unit;

  g_return_val_if_fail (a.denominator > 0 && decimals <= DECIMALS_MAX, 0);

  /* floor (x + 1/2) with x = numerator * 10^decimals / unit. */
  unit = (LecternWide) a.denominator * LECTERN_MARK_UNIT;
  twice = (LecternWide) a.numerator * powers_of_ten[decimals] * 2;
  return lectern_wide_clamp (lectern_wide_floor_divide (twice + unit, unit * 2));
}

char *
lectern_fraction_format (LecternFraction a,
                         guint           decimals)
{
  gint64  value;
  guint64 size, unit;

  g_return_val_if_fail (a.denominator > 0 && decimals <= DECIMALS_MAX, NULL);

  value = lectern_fraction_round (a, decimals);
  size = value < 0 ? -(guint64) value : (guint64) value;
  unit = (guint64) powers_of_ten[decimals];
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", size);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          value < 0 ? "-" : "",
                          size / unit,
                          (int) decimals,
                          size % unit);
}
