/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Numbers of a workbook as text. A spreadsheet turns a typed "1986-03" into the day 31472 and a
 * typed "6:01" into a quarter of a day; read raw they would be nonsense in a list of people or
 * times. Rule: a cell reads as the person who filled it in sees it, dates as ISO 8601. Figures have
 * the fifteen digits a spreadsheet shows, so 36.6 kept as 36.600000000000001 is 36.6. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-cell-format.h"

#include <math.h>
#include <string.h>

/* Day 0 of a workbook as a Julian day of GLib: 1899-12-30, which makes days after the February
 * 1900 that had no 29th right. */
#define DAY_ZERO 693594
#define DAYS_TO_1904 1462
#define DAY_MAX 200000
#define SECONDS_A_DAY 86400.0

/* The letters of @code that are format, not quoted text, colour or locale. */
static char *
strip_literals (const char *code)
{
  GString *letters = g_string_new (NULL);

  for (; *code != '\0'; code++)
    {
      const char *close = NULL;

      if (*code == '\\' && code[1] != '\0')
        {
          code++;
          continue;
        }
      if (*code == '"')
        close = strchr (code + 1, '"');
      else if (*code == '[' && strspn (code + 1, "hmsHMS") == 0)
        close = strchr (code + 1, ']');
      if (close != NULL)
        code = close;
      else
        g_string_append_c (letters, g_ascii_tolower (*code));
    }

  return g_string_free (letters, FALSE);
}

static LecternCellFormat
find_by_code (const char *code)
{
  g_autofree char *letters = strip_literals (code);
  gboolean         hours = strchr (letters, 'h') != NULL;
  gboolean         seconds = strchr (letters, 's') != NULL;

  if (strstr (letters, "general") != NULL)
    return LECTERN_CELL_NUMBER;
  if (strchr (letters, 'd') != NULL)
    return LECTERN_CELL_DATE;
  if (strchr (letters, 'y') != NULL)
    return LECTERN_CELL_MONTH;
  if (hours)
    return seconds ? LECTERN_CELL_SECONDS : LECTERN_CELL_HOURS;

  return seconds ? LECTERN_CELL_MINUTES : LECTERN_CELL_NUMBER;
}

/* The numbers 27 to 36 and 50 to 58 are the dates of Chinese, Japanese and Korean spreadsheets. */
static LecternCellFormat
find_by_id (guint id)
{
  if (id == 17 || id == 27 || id == 36 || id == 50 || id == 52 || id == 57)
    return LECTERN_CELL_MONTH;
  if ((id >= 14 && id <= 16) || id == 22 || (id >= 28 && id <= 31) || id == 51 || (id >= 53 && id <= 54) || id == 58)
    return LECTERN_CELL_DATE;
  if (id == 18 || id == 20 || id == 32 || id == 34 || id == 55)
    return LECTERN_CELL_HOURS;
  if (id == 19 || id == 21 || id == 33 || id == 35 || id == 46 || id == 56)
    return LECTERN_CELL_SECONDS;

  return id == 45 || id == 47 ? LECTERN_CELL_MINUTES : LECTERN_CELL_NUMBER;
}

static char *
format_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (strchr (buffer, 'e') != NULL && fabs (value) >= 1)
    g_ascii_formatd (buffer, sizeof buffer, "%.0f", value);

  return g_strdup (buffer);
}

static char *
format_date (double   value,
             gboolean month_only,
             gboolean date_1904)
{
  int   days = (int) value + (date_1904 ? DAYS_TO_1904 : 0);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (DAY_ZERO + days));
  if (month_only)
    return g_strdup_printf ("%04d-%02d", g_date_get_year (&date), g_date_get_month (&date));

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static char *
format_time (double            value,
             LecternCellFormat format)
{
  gint64           ms = (gint64) (value * SECONDS_A_DAY * 1000 + 0.5);
  int              minutes = (int) (ms / 60000);
  int              rest = (int) (ms % 60000);
  g_autofree char *tail = rest % 1000 == 0 ? g_strdup ("") : g_strdup_printf (".%03d", rest % 1000);

  if (format == LECTERN_CELL_HOURS)
    return g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
  if (format == LECTERN_CELL_SECONDS)
    return g_strdup_printf ("%d:%02d:%02d%s", minutes / 60, minutes % 60, rest / 1000, tail);

  return g_strdup_printf ("%d:%02d%s", minutes, rest / 1000, tail);
}

LecternCellFormat
lectern_cell_format_find (guint       id,
                          const char *code)
{
  return code != NULL ? find_by_code (code) : find_by_id (id);
}

char *
lectern_cell_format_apply (LecternCellFormat format,
                           const char       *value,
                           gboolean          date_1904)
{
  char  *end = NULL;
  double number;

  g_return_val_if_fail (value != NULL, NULL);

  /* strtod() also takes hexadecimal digits and the names of infinities, which no workbook has. */
  if (strspn (value, "0123456789+-.eE") != strlen (value))
    return NULL;
  number = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !isfinite (number) || fabs (number) > 1e15)
    return NULL;
  if (format == LECTERN_CELL_NUMBER)
    return format_number (number);
  /* What no calendar and no clock can hold a spreadsheet program shows as ####. */
  if (number < 0 || number > DAY_MAX)
    return NULL;
  if (format == LECTERN_CELL_DATE || format == LECTERN_CELL_MONTH)
    return format_date (number, format == LECTERN_CELL_MONTH, date_1904);

  return format_time (number, format);
}
