/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-natural-private.h"
#include "lectern-wide-private.h"

G_BEGIN_DECLS

#define LECTERN_WHOLE_LIMBS 4u

/* A whole number with a sign, below 2^256: what 128 bits do not hold, which is products of sums of
 * squares. Callers know that theirs stay below; a carry out of the top is a bug. */
typedef struct
{
  gboolean    negative; /* never of 0 */
  LecternLimb size[LECTERN_WHOLE_LIMBS];
} LecternWhole;

LecternWhole lectern_whole_new (LecternWide value);
LecternWhole lectern_whole_add (LecternWhole a,
                                LecternWhole b);
LecternWhole lectern_whole_subtract (LecternWhole a,
                                     LecternWhole b);
LecternWhole lectern_whole_multiply (LecternWhole a,
                                     LecternWhole b);
/* -1, 0 or 1. */
int lectern_whole_get_sign (const LecternWhole *a);
/* @numerator / @denominator > 0 to the nearest whole number, a half away from zero, so that
 * opposite ratios stay opposite. FALSE leaves @rounded alone: it does not fit. */
gboolean lectern_whole_divide (const LecternWhole *numerator,
                               const LecternWhole *denominator,
                               gint64             *rounded);
/* The same of the square root of @numerator / @denominator, neither negative. Exact: it is half of
 * the largest whole number whose square is not above four times the ratio, rounded up. */
gboolean lectern_whole_divide_root (const LecternWhole *numerator,
                                    const LecternWhole *denominator,
                                    gint64             *rounded);

G_END_DECLS
