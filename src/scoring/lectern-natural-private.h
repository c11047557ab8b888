/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-random-private.h"

G_BEGIN_DECLS

/* Natural numbers of a fixed @width in 64-bit limbs, least significant first. Callers choose a
 * width that holds every sum and product they make; a carry out of the top is a bug. */
typedef guint64 LecternLimb;

gboolean lectern_natural_is_zero (const LecternLimb *a,
                                  guint              width);
int      lectern_natural_compare (const LecternLimb *a,
                                  const LecternLimb *b,
                                  guint              width);
/* @a += @b. */
void lectern_natural_add (LecternLimb       *a,
                          const LecternLimb *b,
                          guint              width);
/* @a -= @b, which is not larger. */
void lectern_natural_subtract (LecternLimb       *a,
                               const LecternLimb *b,
                               guint              width);
/* @product = @a * @b; @product is none of the two. */
void lectern_natural_multiply (LecternLimb       *product,
                               const LecternLimb *a,
                               const LecternLimb *b,
                               guint              width);
/* A number below @bound > 0, each equally likely: as many words as @bound has, the most
 * significant first, its spare high bits cleared, repeated until it is below. */
void lectern_natural_random_below (LecternLimb       *result,
                                   LecternRandom     *random,
                                   const LecternLimb *bound,
                                   guint              width);

G_END_DECLS
