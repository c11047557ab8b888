/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Whole numbers of 256 bits with a sign, and how a ratio of two, or the square root of one, is
 * rounded once and correctly. Bit by bit: it happens a few times for each judge. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-whole-private.h"

#include <string.h>

#define LIMBS LECTERN_WHOLE_LIMBS

typedef unsigned __int128 WideSize;

LecternWhole
lectern_whole_new (LecternWide value)
{
  WideSize size = value < 0 ? -(WideSize) value : (WideSize) value;

  return (LecternWhole){ value < 0, { (LecternLimb) size, (LecternLimb) (size >> 64) } };
}

int
lectern_whole_get_sign (const LecternWhole *a)
{
  if (lectern_natural_is_zero (a->size, LIMBS))
    return 0;
  return a->negative ? -1 : 1;
}

LecternWhole
lectern_whole_add (LecternWhole a,
                   LecternWhole b)
{
  if (a.negative == b.negative)
    {
      lectern_natural_add (a.size, b.size, LIMBS);
      return a;
    }
  if (lectern_natural_compare (a.size, b.size, LIMBS) < 0)
    {
      LecternWhole swap = a;

      a = b;
      b = swap;
    }
  lectern_natural_subtract (a.size, b.size, LIMBS);
  a.negative = lectern_whole_get_sign (&a) < 0;
  return a;
}

LecternWhole
lectern_whole_subtract (LecternWhole a,
                        LecternWhole b)
{
  b.negative = lectern_whole_get_sign (&b) > 0;
  return lectern_whole_add (a, b);
}

LecternWhole
lectern_whole_multiply (LecternWhole a,
                        LecternWhole b)
{
  LecternWhole product;

  lectern_natural_multiply (product.size, a.size, b.size, LIMBS);
  product.negative = a.negative != b.negative;
  product.negative = lectern_whole_get_sign (&product) < 0;
  return product;
}

/* @a = 2 @a + @bit. */
static void
push_bit (LecternLimb *a,
          guint        bit)
{
  for (guint i = 0; i < LIMBS; i++)
    {
      guint carry = (guint) (a[i] >> 63);

      a[i] = a[i] << 1 | bit;
      bit = carry;
    }
  g_assert (bit == 0);
}

/* Long division of the sizes, rounded down: as at school, with the digits 0 and 1. */
static void
divide_sizes (const LecternLimb *numerator,
              const LecternLimb *denominator,
              LecternLimb       *quotient)
{
  LecternLimb rest[LIMBS] = { 0 };

  memset (quotient, 0, LIMBS * sizeof *quotient);
  for (guint i = LIMBS * 64; i-- > 0;)
    {
      push_bit (rest, numerator[i / 64] >> i % 64 & 1);
      if (lectern_natural_compare (rest, denominator, LIMBS) < 0)
        continue;
      lectern_natural_subtract (rest, denominator, LIMBS);
      quotient[i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
    }
}

/* From twice the figure rounded down to the figure itself, a half upwards. */
static gboolean
halve (WideSize twice,
       gboolean negative,
       gint64  *rounded)
{
  WideSize size = (twice + 1) / 2;

  if (size > G_MAXINT64)
    return FALSE;
  *rounded = negative ? -(gint64) size : (gint64) size;
  return TRUE;
}

gboolean
lectern_whole_divide (const LecternWhole *numerator,
                      const LecternWhole *denominator,
                      gint64             *rounded)
{
  LecternWhole twice = lectern_whole_add (*numerator, *numerator);
  LecternLimb  quotient[LIMBS];

  g_assert (lectern_whole_get_sign (denominator) > 0);

  divide_sizes (twice.size, denominator->size, quotient);
  if (quotient[1] != 0 || quotient[2] != 0 || quotient[3] != 0)
    return FALSE;
  return halve (quotient[0], numerator->negative, rounded);
}

/* The square root of @square, rounded down. */
static guint64
find_root (WideSize square)
{
  guint64 root = 0;

  for (guint64 bit = G_GUINT64_CONSTANT (1) << 63; bit != 0; bit >>= 1)
    if ((WideSize) (root | bit) * (root | bit) <= square)
      root |= bit;
  return root;
}

gboolean
lectern_whole_divide_root (const LecternWhole *numerator,
                           const LecternWhole *denominator,
                           gint64             *rounded)
{
  LecternWhole four_times = lectern_whole_multiply (*numerator, lectern_whole_new (4));
  LecternLimb  quotient[LIMBS];

  g_assert (lectern_whole_get_sign (denominator) > 0 && !numerator->negative);

  divide_sizes (four_times.size, denominator->size, quotient);
  if (quotient[2] != 0 || quotient[3] != 0)
    return FALSE;
  return halve (find_root ((WideSize) quotient[1] << 64 | quotient[0]), FALSE, rounded);
}
