/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The few operations on large whole numbers that counting arrangements needs: the number of
 * orders of a hundred nominees has some ninety digits, and equal chances want every one. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-natural-private.h"

#include <string.h>

typedef unsigned __int128 DoubleLimb;

gboolean
lectern_natural_is_zero (const LecternLimb *a,
                         guint              width)
{
  for (guint i = 0; i < width; i++)
    if (a[i] != 0)
      return FALSE;
  return TRUE;
}

int
lectern_natural_compare (const LecternLimb *a,
                         const LecternLimb *b,
                         guint              width)
{
  for (guint i = width; i-- > 0;)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

void
lectern_natural_add (LecternLimb       *a,
                     const LecternLimb *b,
                     guint              width)
{
  DoubleLimb carry = 0;

  for (guint i = 0; i < width; i++)
    {
      carry += (DoubleLimb) a[i] + b[i];
      a[i] = (LecternLimb) carry;
      carry >>= 64;
    }
  g_assert (carry == 0);
}

void
lectern_natural_subtract (LecternLimb       *a,
                          const LecternLimb *b,
                          guint              width)
{
  guint borrow = 0;

  for (guint i = 0; i < width; i++)
    {
      DoubleLimb taken = (DoubleLimb) b[i] + borrow;

      borrow = a[i] < taken;
      a[i] -= (LecternLimb) taken;
    }
  g_assert (borrow == 0);
}

void
lectern_natural_multiply (LecternLimb       *product,
                          const LecternLimb *a,
                          const LecternLimb *b,
                          guint              width)
{
  memset (product, 0, width * sizeof *product);
  for (guint i = 0; i < width; i++)
    {
      DoubleLimb carry = 0;

      if (a[i] == 0)
        continue;
      for (guint j = 0; i + j < width; j++)
        {
          carry += (DoubleLimb) a[i] * b[j] + product[i + j];
          product[i + j] = (LecternLimb) carry;
          carry >>= 64;
        }
      g_assert (carry == 0);
    }
}

static guint
count_bits (const LecternLimb *a,
            guint              width)
{
  for (guint i = width; i-- > 0;)
    if (a[i] != 0)
      return i * 64 + g_bit_storage (a[i]);
  return 0;
}

void
lectern_natural_random_below (LecternLimb       *result,
                              LecternRandom     *random,
                              const LecternLimb *bound,
                              guint              width)
{
  guint bits = count_bits (bound, width);
  guint words = (bits + 31) / 32;

  g_assert (bits > 0);

  do
    {
      memset (result, 0, width * sizeof *result);
      for (guint w = words; w-- > 0;)
        {
          guint32 word = lectern_random_word (random);

          if (w == words - 1 && bits % 32 != 0)
            word &= (G_GUINT64_CONSTANT (1) << bits % 32) - 1;
          result[w / 2] |= (LecternLimb) word << (w % 2 * 32);
        }
    }
  while (lectern_natural_compare (result, bound, width) >= 0);
}
