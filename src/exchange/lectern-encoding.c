/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which encoding a table is in. Rule: a table is wholly UTF-8 or wholly GB18030; the two pasted
 * together are refused with the rows named, because a wrong guess prints a wrong name on a
 * certificate. Short Chinese text in one encoding can be valid by chance in the other, so only
 * cells that leave no doubt decide: bytes that are no UTF-8, or UTF-8 that is no GB18030 or is
 * too long to be chance. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-encoding.h"

#include "lectern-contest-error.h"
#include "lectern-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Four Chinese characters in UTF-8: as GB18030 by chance less than once in a million tables. */
#define SURE_BYTES 12

typedef enum
{
  ENCODING_UNSURE, /* ASCII, or valid in both */
  ENCODING_UTF8,
  ENCODING_GB18030,
  ENCODING_NONE,
} Encoding;

static gsize
count_high_bytes (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    n += (guchar) *text >= 0x80;

  return n;
}

/* NULL when @text is no GB18030. */
static char *
from_gb18030 (GIConv      converter,
              const char *text)
{
  return g_convert_with_iconv (text, -1, converter, NULL, NULL, NULL);
}

static Encoding
classify (GIConv      converter,
          const char *text)
{
  gsize            high = count_high_bytes (text);
  g_autofree char *converted = NULL;

  if (high == 0)
    return ENCODING_UNSURE;
  converted = from_gb18030 (converter, text);
  if (!g_utf8_validate (text, -1, NULL))
    return converted == NULL ? ENCODING_NONE : ENCODING_GB18030;

  return converted == NULL || high >= SURE_BYTES ? ENCODING_UTF8 : ENCODING_UNSURE;
}

/* What the cells of a row say together; @base is the table's so far, set by the first cell that
 * is sure. A cell that contradicts it decides. */
static Encoding
classify_row (LecternGrid *grid,
              guint        row,
              GIConv       converter,
              Encoding    *base)
{
  Encoding found = ENCODING_UNSURE;

  for (guint i = 0; i < lectern_grid_get_n_cells (grid, row); i++)
    {
      Encoding cell = classify (converter, lectern_grid_get_cell (grid, row, i));

      if (cell == ENCODING_NONE)
        return ENCODING_NONE;
      if (cell == ENCODING_UNSURE)
        continue;
      if (*base == ENCODING_UNSURE)
        *base = cell;
      if (found == ENCODING_UNSURE || cell != *base)
        found = cell;
    }

  return found;
}

static const char *
name_encoding (Encoding encoding)
{
  return encoding == ENCODING_UTF8 ? "UTF-8" : "GB18030";
}

static LecternProblem *
describe_bad_row (guint    number,
                  Encoding found,
                  Encoding base)
{
  if (found == ENCODING_NONE)
    return lectern_problem_new (number, NULL, _ ("The characters cannot be read, neither as UTF-8 nor as GB18030. Save the table again as UTF-8."));

  /* Translators: both %s are names of encodings, "UTF-8" and "GB18030". */
  return lectern_problem_new (number, NULL, _ ("This row is in %s, the rows before it are in %s. Save the whole table again as UTF-8."), name_encoding (found), name_encoding (base));
}

/* The encoding of the table, or ENCODING_NONE with a problem a row at fault. */
static Encoding
classify_grid (LecternGrid *grid,
               GIConv       converter,
               Encoding     base,
               GPtrArray   *problems)
{
  guint n_problems = problems->len;

  for (guint i = 0; i < lectern_grid_get_n_rows (grid); i++)
    {
      Encoding row = classify_row (grid, i, converter, &base);

      if (row != ENCODING_UNSURE && row != base)
        g_ptr_array_add (problems, describe_bad_row (lectern_grid_get_row_number (grid, i), row, base));
    }

  return problems->len > n_problems ? ENCODING_NONE : base;
}

static void
convert_grid (LecternGrid *grid,
              GIConv       converter)
{
  for (guint i = 0; i < lectern_grid_get_n_rows (grid); i++)
    for (guint j = 0; j < lectern_grid_get_n_cells (grid, i); j++)
      {
        char *text = from_gb18030 (converter, lectern_grid_get_cell (grid, i, j));

        /* Every cell was tried by classify(); a valid table has none that fails. */
        g_assert (text != NULL);
        lectern_grid_replace_cell (grid, i, j, text);
      }
}

gboolean
lectern_encoding_decode_grid (LecternGrid *grid,
                              gboolean     utf8_only,
                              GPtrArray   *problems,
                              GError     **error)
{
  g_autoptr (GPtrArray) own = NULL;
  GIConv   converter = g_iconv_open ("UTF-8", "GB18030");
  Encoding encoding;

  if (problems == NULL)
    problems = own = lectern_problems_new ();
  if (converter == (GIConv) -1)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_ENCODING, _ ("This system has no converter for GB18030."));
      return FALSE;
    }

  encoding = classify_grid (grid, converter, utf8_only ? ENCODING_UTF8 : ENCODING_UNSURE, problems);
  if (encoding == ENCODING_GB18030)
    convert_grid (grid, converter);
  g_iconv_close (converter);
  if (encoding != ENCODING_NONE)
    return TRUE;

  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_ENCODING, _ ("The characters of the table cannot be read: it is not in one encoding. Save it again as UTF-8."));
  return FALSE;
}
