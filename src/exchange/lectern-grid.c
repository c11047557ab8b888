/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A table as rows of text cells, whatever file it came from. Rule: a row keeps the number the
 * spreadsheet shows beside it, through quoted line breaks and empty rows, so that every complaint
 * about a row sends a person to the right one. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-grid.h"

#include <string.h>

/* Characters of a value that a sentence repeats. */
#define SENTENCE_MAX 40

typedef struct
{
  guint      number;
  GPtrArray *cells; /* of char *, NULL where there is none */
} GridRow;

struct _LecternGrid
{
  GArray *rows; /* of GridRow */
};

static void
clear_row (gpointer data)
{
  GridRow *row = data;

  g_clear_pointer (&row->cells, g_ptr_array_unref);
}

static const GridRow *
get_row (const LecternGrid *self,
         guint              row)
{
  g_assert (row < self->rows->len);

  return &g_array_index (self->rows, GridRow, row);
}

/* Spaces of every width, and the invisible characters that stick to pasted values. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xFEFF || c == 0x200B;
}

static char *
trim (const char *text)
{
  const char *start = text;
  const char *end;

  while (*start != '\0' && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (previous)))
        break;
      end = previous;
    }

  return g_strndup (start, (gsize) (end - start));
}

/* Whether anything is left in the row. */
static gboolean
trim_row (GridRow *row)
{
  gboolean any = FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      char *text = g_ptr_array_index (row->cells, i);

      if (text == NULL)
        continue;
      row->cells->pdata[i] = trim (text);
      g_free (text);
      any = any || *(char *) row->cells->pdata[i] != '\0';
    }

  return any;
}

LecternGrid *
lectern_grid_new (void)
{
  LecternGrid *self = g_new0 (LecternGrid, 1);

  self->rows = g_array_new (FALSE, TRUE, sizeof (GridRow));
  g_array_set_clear_func (self->rows, clear_row);

  return self;
}

void
lectern_grid_free (LecternGrid *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

void
lectern_grid_add_row (LecternGrid *self,
                      guint        number)
{
  GridRow row = { .number = number };

  g_return_if_fail (self->rows->len == 0 ||
                    number > g_array_index (self->rows, GridRow, self->rows->len - 1).number);

  row.cells = g_ptr_array_new_with_free_func (g_free);
  g_array_append_val (self->rows, row);
}

void
lectern_grid_take_cell (LecternGrid *self,
                        guint        column,
                        char        *text)
{
  g_return_if_fail (self->rows->len > 0);

  lectern_grid_replace_cell (self, self->rows->len - 1, column, text);
}

void
lectern_grid_replace_cell (LecternGrid *self,
                           guint        row,
                           guint        column,
                           char        *text)
{
  GPtrArray *cells = get_row (self, row)->cells;

  g_return_if_fail (column < LECTERN_GRID_COLUMNS_MAX);

  if (column >= cells->len)
    g_ptr_array_set_size (cells, (int) column + 1);
  g_free (cells->pdata[column]);
  cells->pdata[column] = text;
}

void
lectern_grid_trim (LecternGrid *self)
{
  for (guint i = 0; i < self->rows->len;)
    {
      if (trim_row (&g_array_index (self->rows, GridRow, i)))
        i++;
      else
        g_array_remove_index (self->rows, i);
    }
}

guint
lectern_grid_get_n_rows (const LecternGrid *self)
{
  return self->rows->len;
}

guint
lectern_grid_get_row_number (const LecternGrid *self,
                             guint              row)
{
  return get_row (self, row)->number;
}

guint
lectern_grid_get_n_cells (const LecternGrid *self,
                          guint              row)
{
  return get_row (self, row)->cells->len;
}

const char *
lectern_grid_get_cell (const LecternGrid *self,
                       guint              row,
                       guint              column)
{
  GPtrArray *cells = get_row (self, row)->cells;

  if (column >= cells->len || cells->pdata[column] == NULL)
    return "";
  return cells->pdata[column];
}

char *
lectern_grid_abbreviate (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SENTENCE_MAX)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, SENTENCE_MAX);

  return g_strconcat (start, "…", NULL);
}
