/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Marks as people write them and as the program keeps them: whole thousandths of a point.
 * Reading is strict, because a mark misread is worse than a mark asked for again: digits, one
 * point, at most three decimals. Full-width digits are what a Chinese keyboard gives and are
 * taken as the same digits. Writing never depends on the locale. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-mark.h"

#include "lectern-wide-private.h"

#define FULL_WIDTH_ZERO 0xff10u
#define FULL_WIDTH_POINT 0xff0eu
#define DECIMALS 3u

static const gint64 powers_of_ten[] = { 1, 10, 100, 1000 };

/* The ASCII character that @c stands for, or 0 when it has no place in a mark. */
static char
narrow_mark_character (gunichar c)
{
  if (c >= '0' && c <= '9')
    return (char) c;
  if (c >= FULL_WIDTH_ZERO && c <= FULL_WIDTH_ZERO + 9)
    return (char) ('0' + (c - FULL_WIDTH_ZERO));
  if (c == '.' || c == FULL_WIDTH_POINT)
    return '.';
  return 0;
}

/* Copies @text without the spaces around it, narrowed to ASCII. */
static gboolean
narrow_mark (const char *text,
             char       *narrow,
             gsize       size)
{
  gboolean ended = FALSE;
  gsize    length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      char     ascii;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      if (g_unichar_isspace (c))
        {
          ended = length > 0;
          continue;
        }
      ascii = narrow_mark_character (c);
      if (ascii == 0 || ended || length + 1 >= size)
        return FALSE;
      narrow[length++] = ascii;
    }
  narrow[length] = '\0';
  return length > 0;
}

gboolean
lectern_mark_parse (const char *text,
                    gint64     *mark)
{
  char        narrow[32];
  const char *p = narrow;
  gint64      value = 0;
  guint       decimals = 0;

  g_return_val_if_fail (mark != NULL, FALSE);

  if (text == NULL || !narrow_mark (text, narrow, sizeof narrow) || !g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    {
      value = value * 10 + (*p - '0');
      if (value > LECTERN_MARK_MAX)
        return FALSE;
    }
  if (*p == '.')
    {
      for (p++; g_ascii_isdigit (*p) && decimals < DECIMALS; p++, decimals++)
        value = value * 10 + (*p - '0');
      if (decimals == 0)
        return FALSE;
    }
  if (*p != '\0')
    return FALSE;
  value *= powers_of_ten[DECIMALS - decimals];
  if (value > LECTERN_MARK_MAX)
    return FALSE;
  *mark = value;
  return TRUE;
}

char *
lectern_mark_format (gint64 mark)
{
  guint decimals = 0;

  while (decimals < DECIMALS && mark % powers_of_ten[DECIMALS - decimals] != 0)
    decimals++;
  return lectern_mark_format_fixed (mark, decimals);
}

char *
lectern_mark_format_fixed (gint64 mark,
                           guint  decimals)
{
  gint64  unit, value;
  guint64 size;

  g_return_val_if_fail (decimals <= DECIMALS, NULL);

  unit = powers_of_ten[DECIMALS - decimals];
  value = (gint64) lectern_wide_floor_divide ((LecternWide) mark * 2 + unit, (LecternWide) unit * 2);
  size = value < 0 ? -(guint64) value : (guint64) value;
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", size);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          value < 0 ? "-" : "",
                          size / (guint64) powers_of_ten[decimals],
                          (int) decimals,
                          size % (guint64) powers_of_ten[decimals]);
}

gboolean
lectern_mark_is_in_range (gint64 mark,
                          gint64 max)
{
  return mark >= 0 && mark <= max;
}

gboolean
lectern_mark_is_on_step (gint64 mark,
                         gint64 step)
{
  g_return_val_if_fail (step > 0, FALSE);

  return mark % step == 0;
}
