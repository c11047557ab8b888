/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 128 bits, for products of figures that each fill 64. */
typedef __int128 LecternWide;

/* The quotient rounded down, also below zero; @denominator > 0. */
static inline LecternWide
lectern_wide_floor_divide (LecternWide numerator,
                           LecternWide denominator)
{
  LecternWide quotient = numerator / denominator;

  return quotient - (numerator % denominator < 0);
}

static inline gint64
lectern_wide_clamp (LecternWide wide)
{
  return (gint64) CLAMP (wide, (LecternWide) G_MININT64, (LecternWide) G_MAXINT64);
}

G_END_DECLS
