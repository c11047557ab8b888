/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The first sheet of an XLSX workbook into a grid (ECMA-376 part 1, 18.3). Rule: a cell reads as a
 * person sees it, a formula as its last result; a cell that shows an error is refused with its
 * row. Merged cells hold their value in the first cell alone, as the file does. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-workbook.h"

#include "lectern-archive.h"
#include "lectern-contest-error.h"
#include "lectern-exchange-error.h"
#include "lectern-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody mends more cells than these by a list; the rest of the sheet is not read. */
#define PROBLEMS_MAX 1000

typedef struct
{
  const LecternWorkbookParts *parts;
  LecternGrid                *grid;
  GPtrArray                  *problems;
  guint                       row;    /* number of the row that is read, 0: none yet */
  guint                       column; /* of the cell that is read, from 0 */
  guint                       next_column;
  char                       *type;
  LecternCellFormat           format;
  gboolean                    in_value;
  gboolean                    in_phonetic;
  GString                    *value;
} SheetState;

/* "AB12" to 27; the digits are the row's business. FALSE when there are no letters. */
static gboolean
parse_column (const char *reference,
              guint      *column)
{
  guint number = 0;

  for (; g_ascii_isupper (*reference) && number <= LECTERN_GRID_COLUMNS_MAX; reference++)
    number = number * 26 + (guint) (*reference - 'A') + 1;
  if (number == 0)
    return FALSE;
  *column = number - 1;

  return TRUE;
}

static void
start_row (SheetState *state,
           const char *reference,
           GError    **error)
{
  guint64 number = state->row + 1;

  if (reference != NULL && (!g_ascii_string_to_unsigned (reference, 10, 1, G_MAXUINT32, &number, NULL) || number <= state->row))
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, _ ("The workbook is damaged: its rows are out of order."));
      return;
    }
  if (number > LECTERN_GRID_ROWS_MAX)
    {
      g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("The table has more than %d rows."), LECTERN_GRID_ROWS_MAX);
      return;
    }
  state->row = (guint) number;
  state->next_column = 0;
  lectern_grid_add_row (state->grid, state->row);
}

static void
start_cell (SheetState  *state,
            const char **names,
            const char **values,
            GError     **error)
{
  const char *reference = lectern_workbook_get_attribute (names, values, "r");
  const char *type = lectern_workbook_get_attribute (names, values, "t");
  const char *style = lectern_workbook_get_attribute (names, values, "s");
  guint64     index = 0;

  state->column = state->next_column;
  if (state->row == 0 || (reference != NULL && !parse_column (reference, &state->column)))
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, _ ("The workbook is damaged: a cell has no place."));
      return;
    }
  state->next_column = state->column + 1;
  g_free (state->type);
  state->type = g_strdup (type == NULL ? "n" : type);
  state->format = LECTERN_CELL_NUMBER;
  if (style != NULL && g_ascii_string_to_unsigned (style, 10, 0, G_MAXUINT16, &index, NULL) && index < state->parts->formats->len)
    state->format = g_array_index (state->parts->formats, LecternCellFormat, index);
  g_string_truncate (state->value, 0);
}

static char *
look_up_string (SheetState *state)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (state->value->str, 10, 0, G_MAXUINT32, &index, NULL) || index >= state->parts->strings->len)
    return NULL;

  return g_strdup (g_ptr_array_index (state->parts->strings, index));
}

/* The text of the cell that was read, or NULL with a problem. */
static char *
make_text (SheetState *state)
{
  g_autofree char *quoted = lectern_grid_abbreviate (state->value->str);
  char            *text = NULL;

  if (g_str_equal (state->type, "s"))
    text = look_up_string (state);
  else if (g_str_equal (state->type, "inlineStr") || g_str_equal (state->type, "str") || g_str_equal (state->type, "d"))
    text = g_strdup (state->value->str);
  else if (g_str_equal (state->type, "b"))
    text = g_strdup (g_str_equal (state->value->str, "0") ? "FALSE" : "TRUE");
  else if (g_str_equal (state->type, "n"))
    text = lectern_cell_format_apply (state->format, state->value->str, state->parts->date_1904);
  if (text != NULL && strlen (text) <= LECTERN_GRID_CELL_MAX)
    return text;
  g_free (text);
  g_ptr_array_add (state->problems, lectern_problem_new (state->row, NULL, _ ("Cell %u of the row shows no value (“%s”). Type the value in."), state->column + 1, quoted));

  return NULL;
}

static void
set_shows_errors (GError **error)
{
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, _ ("Cells of the workbook show an error instead of a value."));
}

static void
end_cell (SheetState *state,
          GError    **error)
{
  char *text;

  if (state->value->len == 0)
    return;
  if (state->column >= LECTERN_GRID_COLUMNS_MAX)
    {
      g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("Row %u has more columns than a table of a contest can have."), state->row);
      return;
    }
  if (state->problems->len >= PROBLEMS_MAX)
    {
      set_shows_errors (error);
      return;
    }
  text = make_text (state);
  if (text != NULL)
    lectern_grid_take_cell (state->grid, state->column, text);
}

static void
on_sheet_start_cb (GMarkupParseContext *context,
                   const char          *element,
                   const char         **names,
                   const char         **values,
                   gpointer             data,
                   GError             **error)
{
  SheetState *state = data;
  const char *name = lectern_workbook_local_name (element);

  if (g_str_equal (name, "row"))
    start_row (state, lectern_workbook_get_attribute (names, values, "r"), error);
  else if (g_str_equal (name, "c"))
    start_cell (state, names, values, error);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    state->in_value = TRUE;
  else if (g_str_equal (name, "rPh"))
    state->in_phonetic = TRUE;
}

static void
on_sheet_end_cb (GMarkupParseContext *context,
                 const char          *element,
                 gpointer             data,
                 GError             **error)
{
  SheetState *state = data;
  const char *name = lectern_workbook_local_name (element);

  if (g_str_equal (name, "c"))
    end_cell (state, error);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    state->in_value = FALSE;
  else if (g_str_equal (name, "rPh"))
    state->in_phonetic = FALSE;
}

static void
on_sheet_text_cb (GMarkupParseContext *context,
                  const char          *text,
                  gsize                length,
                  gpointer             data,
                  GError             **error)
{
  SheetState *state = data;

  if (state->in_value && !state->in_phonetic)
    g_string_append_len (state->value, text, (gssize) length);
}

static const GMarkupParser sheet_parser = {
  .start_element = on_sheet_start_cb,
  .end_element = on_sheet_end_cb,
  .text = on_sheet_text_cb,
};

static gboolean
parse_sheet (const LecternWorkbookParts *parts,
             GBytes                     *sheet,
             LecternGrid                *grid,
             GPtrArray                  *problems,
             GError                    **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  SheetState state = { .parts = parts, .grid = grid, .problems = problems, .value = value };
  guint      n_problems = problems->len;
  gboolean   ok = lectern_workbook_parse_part (sheet, &sheet_parser, &state, error);

  g_free (state.type);
  if (!ok || problems->len == n_problems)
    return ok;

  set_shows_errors (error);
  return FALSE;
}

LecternGrid *
lectern_workbook_parse (GBytes    *bytes,
                        GPtrArray *problems,
                        GError   **error)
{
  g_autoptr (LecternGrid) grid = lectern_grid_new ();
  g_autoptr (GHashTable) archive = lectern_archive_read_parts (bytes, error);
  g_autoptr (LecternWorkbookParts) parts = NULL;
  g_autoptr (GPtrArray) own = NULL;
  GBytes *sheet;

  if (archive == NULL)
    return NULL;
  parts = lectern_workbook_parts_read (archive, error);
  if (parts == NULL)
    return NULL;
  sheet = parts->sheet_path == NULL ? NULL : g_hash_table_lookup (archive, parts->sheet_path);
  if (sheet == NULL)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, _ ("The workbook has no sheet."));
      return NULL;
    }
  if (problems == NULL)
    problems = own = lectern_problems_new ();
  if (!parse_sheet (parts, sheet, grid, problems, error))
    return NULL;
  lectern_grid_trim (grid);

  return g_steal_pointer (&grid);
}
