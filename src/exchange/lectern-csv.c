/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Separated text into a grid. It works on bytes and decodes afterwards: line ends, quotation marks
 * and the three delimiters are never part of a longer character, neither in UTF-8 nor in GB18030.
 * Rule: quotation marks are taken literally nowhere; a value that holds one is quoted and the mark
 * doubled (RFC 4180), anything else is refused with its row, because a guess would move every
 * value behind it. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-csv.h"

#include "lectern-contest-error.h"
#include "lectern-encoding.h"
#include "lectern-exchange-error.h"
#include "lectern-tabulation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UTF8_BOM "\xEF\xBB\xBF"

typedef struct
{
  const char  *at;
  const char  *end;
  char         delimiter;
  guint        row;
  LecternGrid *grid;
  GPtrArray   *problems;
} Parser;

static gboolean
is_at_line_end (const Parser *parser)
{
  return parser->at == parser->end || *parser->at == '\n' || *parser->at == '\r';
}

static gboolean
is_at_field_end (const Parser *parser)
{
  return is_at_line_end (parser) || *parser->at == parser->delimiter;
}

static void
skip_line_end (Parser *parser)
{
  if (parser->at < parser->end && *parser->at == '\r')
    parser->at++;
  if (parser->at < parser->end && *parser->at == '\n')
    parser->at++;
}

static void
skip_spaces (Parser *parser)
{
  while (parser->at < parser->end && *parser->at == ' ')
    parser->at++;
}

/* The delimiter of the table: the one met most often outside quotation marks in the first line
 * that has any. */
static char
find_delimiter (const char *at,
                const char *end)
{
  static const char delimiters[] = ",;\t";
  guint             counts[3] = { 0 };
  gboolean          quoted = FALSE;
  guint             best = 0;

  for (; at < end; at++)
    {
      const char *found = strchr (delimiters, *at);

      if (*at == '"')
        quoted = !quoted;
      else if (!quoted && found != NULL)
        counts[found - delimiters]++;
      else if (!quoted && *at == '\n' && counts[0] + counts[1] + counts[2] > 0)
        break;
    }
  for (guint i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;

  return delimiters[best];
}

static void
add_problem (Parser     *parser,
             const char *message)
{
  g_ptr_array_add (parser->problems, lectern_problem_new (parser->row, NULL, "%s", message));
}

static void
skip_field (Parser *parser)
{
  while (!is_at_field_end (parser))
    parser->at++;
}

/* Reads what stands between quotation marks; the opening one is passed. FALSE when the closing one
 * is missing: nothing behind it can be trusted then. */
static gboolean
parse_quoted (Parser  *parser,
              GString *value)
{
  while (parser->at < parser->end)
    {
      char c = *parser->at++;

      if (c != '"')
        g_string_append_c (value, c);
      else if (parser->at < parser->end && *parser->at == '"')
        g_string_append_c (value, *parser->at++);
      else
        return TRUE;
    }
  add_problem (parser, _ ("A quotation mark is opened and never closed. Close it, or double it where it is part of the value."));

  return FALSE;
}

static void
parse_plain (Parser  *parser,
             GString *value)
{
  while (!is_at_field_end (parser) && *parser->at != '"')
    g_string_append_c (value, *parser->at++);
  if (is_at_field_end (parser))
    return;

  add_problem (parser, _ ("A quotation mark stands inside a value that is not quoted. Put the whole value in quotation marks and double those inside."));
  skip_field (parser);
}

static gboolean
parse_field (Parser *parser,
             guint   column)
{
  g_autoptr (GString) value = g_string_new (NULL);

  skip_spaces (parser);
  if (parser->at < parser->end && *parser->at == '"')
    {
      parser->at++;
      if (!parse_quoted (parser, value))
        return FALSE;
      skip_spaces (parser);
      if (!is_at_field_end (parser))
        {
          add_problem (parser, _ ("Something stands behind a closing quotation mark. Double the marks that are part of the value."));
          skip_field (parser);
        }
    }
  else
    parse_plain (parser, value);

  if (value->len > LECTERN_GRID_CELL_MAX)
    add_problem (parser, _ ("A value is longer than a table can hold. A quotation mark may be missing."));
  else
    lectern_grid_take_cell (parser->grid, column, g_strndup (value->str, value->len));

  return TRUE;
}

/* One row with its line end. FALSE when the rest of the table cannot be read. */
static gboolean
parse_row (Parser *parser)
{
  lectern_grid_add_row (parser->grid, parser->row);
  for (guint column = 0;; column++)
    {
      if (column == LECTERN_GRID_COLUMNS_MAX)
        {
          add_problem (parser, _ ("The row has more columns than a table of a contest can have."));
          return FALSE;
        }
      if (!parse_field (parser, column))
        return FALSE;
      if (is_at_line_end (parser))
        break;
      parser->at++;
    }
  skip_line_end (parser);

  return TRUE;
}

static gboolean
parse_rows (Parser  *parser,
            GError **error)
{
  guint n_problems = parser->problems->len;

  for (parser->row = 1; parser->at < parser->end; parser->row++)
    {
      if (parser->row > LECTERN_GRID_ROWS_MAX)
        {
          g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("The table has more than %d rows."), LECTERN_GRID_ROWS_MAX);
          return FALSE;
        }
      if (!parse_row (parser))
        break;
    }
  if (parser->problems->len == n_problems)
    return TRUE;

  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_QUOTING, _ ("The quotation marks of the table are wrong."));
  return FALSE;
}

/* Takes off the apostrophe that keeps a text from being a formula (lectern-tabulation.h), so that what
 * went out comes in as it was. */
static void
take_off_apostrophes (LecternGrid *grid)
{
  for (guint row = 0; row < lectern_grid_get_n_rows (grid); row++)
    for (guint i = 0; i < lectern_grid_get_n_cells (grid, row); i++)
      {
        const char *text = lectern_grid_get_cell (grid, row, i);

        if (*text == '\'' && lectern_tabulation_is_formula (text + 1))
          lectern_grid_replace_cell (grid, row, i, g_strdup (text + 1));
      }
}

LecternGrid *
lectern_csv_parse (const char *bytes,
                   gsize       length,
                   GPtrArray  *problems,
                   GError    **error)
{
  g_autoptr (LecternGrid) grid = lectern_grid_new ();
  g_autoptr (GPtrArray) own = NULL;
  Parser   parser = { .at = bytes, .end = bytes + length, .grid = grid };
  gboolean bom = length >= strlen (UTF8_BOM) && memcmp (bytes, UTF8_BOM, strlen (UTF8_BOM)) == 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (problems == NULL)
    problems = own = lectern_problems_new ();
  parser.problems = problems;
  if (bom)
    parser.at += strlen (UTF8_BOM);
  parser.delimiter = find_delimiter (parser.at, parser.end);

  if (!parse_rows (&parser, error) ||
      !lectern_encoding_decode_grid (grid, bom, problems, error))
    return NULL;
  take_off_apostrophes (grid);
  lectern_grid_trim (grid);

  return g_steal_pointer (&grid);
}
