/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Headers of a table matched to what the program knows. Units add a title above the header, stars
 * to what must be filled in, and columns of their own: none of that stops an import, but what is
 * left out is said. A required column that is missing is named once, not in every row. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A title and a line of notes may stand above the header. */
#define HEADER_ROWS_MAX 5

/* A header as it is compared: no spaces, no stars and colons, nothing in brackets. */
static char *
fold_header (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  g_autoptr (GString) header = g_string_new (NULL);

  for (const char *at = folded; *at != '\0' && *at != '('; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && strchr ("*:_-", (int) (c < 0x80 ? c : 'x')) == NULL)
        g_string_append_unichar (header, c);
    }

  return g_string_free (g_steal_pointer (&header), FALSE);
}

static gboolean
matches (const LecternColumnSpec *spec,
         const char              *header)
{
  g_autofree char *folded = fold_header (header);
  g_autofree char *key = fold_header (spec->key);

  if (*folded == '\0')
    return FALSE;
  if (g_str_equal (folded, key))
    return TRUE;
  for (guint i = 0; i < LECTERN_COLUMN_NAMES_MAX && spec->names[i] != NULL; i++)
    {
      g_autofree char *name = fold_header (spec->names[i]);

      if (g_str_equal (folded, name))
        return TRUE;
    }

  return FALSE;
}

static int
find_spec (const LecternColumnSpec *specs,
           guint                    n_specs,
           const char              *header)
{
  for (guint i = 0; i < n_specs; i++)
    if (matches (&specs[i], header))
      return (int) i;

  return -1;
}

static guint
count_known (const LecternGrid       *grid,
             guint                    row,
             const LecternColumnSpec *specs,
             guint                    n_specs)
{
  guint n = 0;

  for (guint i = 0; i < lectern_grid_get_n_cells (grid, row); i++)
    n += find_spec (specs, n_specs, lectern_grid_get_cell (grid, row, i)) >= 0;

  return n;
}

/* The first row that knows at least two columns; else the first row, whose faults are named. */
static guint
find_header (const LecternGrid       *grid,
             const LecternColumnSpec *specs,
             guint                    n_specs)
{
  for (guint i = 0; i < MIN (HEADER_ROWS_MAX, lectern_grid_get_n_rows (grid)); i++)
    if (count_known (grid, i, specs, n_specs) >= 2)
      return i;

  return 0;
}

static void
place_column (LecternColumns *self,
              guint           column,
              int             spec)
{
  g_autofree char *header = lectern_grid_abbreviate (lectern_grid_get_cell (self->grid, self->header, column));
  guint            number = lectern_grid_get_row_number (self->grid, self->header);

  if (*header == '\0')
    return;
  if (spec < 0)
    g_ptr_array_add (self->import->notices, lectern_problem_new (number, header, _ ("The column “%s” is not known and was left out."), header));
  else if (self->places[spec] >= 0)
    g_ptr_array_add (self->import->problems, lectern_problem_new (number, self->specs[spec].key, _ ("The column “%s” is there twice. Keep one."), header));
  else
    self->places[spec] = (int) column;
}

static gboolean
check_required (LecternColumns *self,
                guint           n_specs)
{
  guint    number = lectern_grid_get_row_number (self->grid, self->header);
  gboolean complete = TRUE;

  for (guint i = 0; i < n_specs; i++)
    {
      const LecternColumnSpec *spec = &self->specs[i];

      if (!spec->required || self->places[i] >= 0)
        continue;
      complete = FALSE;
      if (spec->names[0] == NULL)
        g_ptr_array_add (self->import->problems, lectern_problem_new (number, spec->key, _ ("The column “%s” is missing. Add it to the header."), spec->key));
      else
        g_ptr_array_add (self->import->problems, lectern_problem_new (number, spec->key, _ ("The column “%s” (%s) is missing. Add it to the header."), spec->key, spec->names[0]));
    }

  return complete;
}

LecternColumns *
lectern_columns_map (const LecternGrid       *grid,
                     const LecternColumnSpec *specs,
                     guint                    n_specs,
                     LecternImport           *import)
{
  g_autoptr (LecternColumns) self = g_new0 (LecternColumns, 1);
  guint n_rows = lectern_grid_get_n_rows (grid);

  g_return_val_if_fail (n_rows > 0, NULL);

  self->grid = grid;
  self->specs = specs;
  self->import = import;
  self->places = g_new (int, n_specs);
  memset (self->places, -1, n_specs * sizeof (int));
  self->header = find_header (grid, specs, n_specs);
  for (guint i = 0; i < lectern_grid_get_n_cells (grid, self->header); i++)
    place_column (self, i, find_spec (specs, n_specs, lectern_grid_get_cell (grid, self->header, i)));
  if (!check_required (self, n_specs))
    return NULL;

  import->n_rows = n_rows - self->header - 1;
  if (import->n_rows > 0)
    return g_steal_pointer (&self);
  g_ptr_array_add (import->problems, lectern_problem_new (lectern_grid_get_row_number (grid, self->header), NULL, "%s", _ ("There is nothing below the header. Fill in the rows.")));

  return NULL;
}

void
lectern_columns_free (LecternColumns *self)
{
  g_free (self->places);
  g_free (self);
}

const char *
lectern_columns_get (const LecternColumns *self,
                     guint                 row,
                     guint                 spec)
{
  if (self->places[spec] < 0)
    return "";
  return lectern_grid_get_cell (self->grid, row, (guint) self->places[spec]);
}

char *
lectern_columns_quote (const LecternColumns *self,
                       guint                 row,
                       guint                 spec)
{
  return lectern_grid_abbreviate (lectern_columns_get (self, row, spec));
}

static void
add_message (const LecternColumns *self,
             GPtrArray            *messages,
             guint                 row,
             guint                 spec,
             char                 *message)
{
  guint number = lectern_grid_get_row_number (self->grid, row);

  g_ptr_array_add (messages, lectern_problem_new (number, self->specs[spec].key, "%s", message));
  g_free (message);
}

void
lectern_columns_add_problem (const LecternColumns *self,
                             guint                 row,
                             guint                 spec,
                             const char           *format,
                             ...)
{
  va_list args;

  va_start (args, format);
  add_message (self, self->import->problems, row, spec, g_strdup_vprintf (format, args));
  va_end (args);
}

void
lectern_columns_add_notice (const LecternColumns *self,
                            guint                 row,
                            guint                 spec,
                            const char           *format,
                            ...)
{
  va_list args;

  va_start (args, format);
  add_message (self, self->import->notices, row, spec, g_strdup_vprintf (format, args));
  va_end (args);
}
