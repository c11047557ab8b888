/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A table beside the contest: before anything is taken in, somebody sees each cell that would change. The cells
 * are the records' own columns, so none can change unseen. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-import-line.h"

static void
cell_free (gpointer data)
{
  LecternImportCell *cell = data;

  g_free (cell->before);
  g_free (cell->after);
  g_free (cell);
}

static void
line_free (gpointer data)
{
  LecternImportLine *line = data;

  g_free (line->name);
  g_free (line->unit);
  g_ptr_array_unref (line->cells);
  g_free (line);
}

/* As people read it; NULL when there is nothing. */
static char *
read_column (gconstpointer record,
             guint         column)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  if (table->columns[column].type == LECTERN_COLUMN_TEXT)
    {
      const char *text = lectern_record_get_text (record, column);

      return text == NULL || *text == '\0' ? NULL : g_strdup (text);
    }
  if (lectern_record_get_integer (record, column) == LECTERN_NULL)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, lectern_record_get_integer (record, column));
}

/* The contest's own numbers, and what no table says. */
static gboolean
is_told (const LecternTable *table,
         guint               column)
{
  static const char *const untold[] = { "withdrawn", "withdrawn_reason", "name", "unit", NULL };

  return !table->columns[column].key && !g_strv_contains (untold, table->columns[column].name);
}

static GPtrArray *
list_cells (gconstpointer before,
            gconstpointer after)
{
  const LecternTable *table = ((const LecternRecord *) after)->table;
  GPtrArray          *cells = g_ptr_array_new_with_free_func (cell_free);

  for (guint c = 0; c < table->n_columns; c++)
    {
      g_autofree char   *was = before != NULL ? read_column (before, c) : NULL;
      g_autofree char   *is = read_column (after, c);
      LecternImportCell *cell;

      if (!is_told (table, c) || g_strcmp0 (was, is) == 0)
        continue;
      cell = g_new0 (LecternImportCell, 1);
      cell->column = table->columns[c].name;
      cell->before = g_steal_pointer (&was);
      cell->after = g_steal_pointer (&is);
      g_ptr_array_add (cells, cell);
    }
  return cells;
}

static LecternImportLine *
line_new (const LecternNominee *before,
          const LecternNominee *after,
          LecternContest       *contest)
{
  LecternImportLine *line = g_new0 (LecternImportLine, 1);
  const LecternUnit *unit = lectern_contest_get_unit (contest, after->unit);

  line->kind = before == NULL ? LECTERN_IMPORT_LINE_NEW : LECTERN_IMPORT_LINE_CHANGED;
  line->name = g_strdup (after->name);
  line->unit = unit != NULL ? g_strdup (unit->name) : NULL;
  line->cells = list_cells (before, after);
  return line;
}

GPtrArray *
lectern_import_list_lines (const LecternImport *import,
                           LecternContest      *contest)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  g_return_val_if_fail (import != NULL && LECTERN_IS_CONTEST (contest), lines);

  for (guint i = 0; i < import->records->len; i++)
    {
      const LecternNominee *nominee = import->records->pdata[i];
      const LecternNominee *before;

      if (nominee->record.table != &lectern_table_nominee)
        continue;
      before = nominee->id > 0 ? lectern_contest_get_nominee (contest, nominee->id) : NULL;
      g_ptr_array_add (lines, line_new (before, nominee, contest));
    }
  return lines;
}
