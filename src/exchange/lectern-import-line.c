/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A table beside the contest: before anything is taken in, somebody sees each cell that would change. The cells
 * are the records' own columns, so none can change unseen. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-import-line.h"

#include "lectern-annex.h"

static void
cell_free (gpointer data)
{
  LecternImportCell *cell = data;

  g_free (cell->column);
  g_free (cell->heading);
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
      cell->column = g_strdup (table->columns[c].name);
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

static void
add_nominee_lines (GPtrArray           *lines,
                   const LecternImport *import,
                   LecternContest      *contest)
{
  for (guint i = 0; i < import->records->len; i++)
    {
      const LecternNominee *nominee = import->records->pdata[i];
      const LecternNominee *before = nominee->id > 0 ? lectern_contest_get_nominee (contest, nominee->id) : NULL;

      g_ptr_array_add (lines, line_new (before, nominee, contest));
    }
}

/* Statistics tables --------------------------------------------------------------------------- */

/* What a cell says; NULL when there is nothing, or no row. */
static char *
read_annex_cell (LecternContest           *contest,
                 const LecternAnnexColumn *column,
                 GHashTable               *cells)
{
  g_autofree char *text = cells != NULL ? lectern_annex_describe_cell (contest, column, cells) : NULL;

  return text == NULL || *text == '\0' ? NULL : g_steal_pointer (&text);
}

static GPtrArray *
list_annex_cells (LecternContest         *contest,
                  const LecternAnnexForm *form,
                  GHashTable             *before,
                  GHashTable             *after)
{
  const char *language = lectern_contest_get_record (contest)->language;
  GPtrArray  *cells = g_ptr_array_new_with_free_func (cell_free);

  for (guint i = 0; i < form->columns->len; i++)
    {
      const LecternAnnexColumn *column = form->columns->pdata[i];
      g_autofree char          *was = read_annex_cell (contest, column, before);
      g_autofree char          *is = read_annex_cell (contest, column, after);
      LecternImportCell        *cell;

      if (column->type == LECTERN_ANNEX_UNIT || g_strcmp0 (was, is) == 0)
        continue;
      cell = g_new0 (LecternImportCell, 1);
      cell->column = g_strdup (column->key);
      cell->heading = g_strdup (lectern_annex_column_get_heading (column, language));
      cell->before = g_steal_pointer (&was);
      cell->after = g_steal_pointer (&is);
      g_ptr_array_add (cells, cell);
    }

  return cells;
}

/* The row of @before becomes that of @after; one of them may be NULL. */
static LecternImportLine *
annex_line_new (LecternContest         *contest,
                const LecternAnnexForm *form,
                GHashTable             *before,
                GHashTable             *after)
{
  LecternImportLine        *line = g_new0 (LecternImportLine, 1);
  const LecternAnnexColumn *unit = lectern_annex_form_find_unit (form);
  GHashTable               *cells = after != NULL ? after : before;

  line->kind = before == NULL ? LECTERN_IMPORT_LINE_NEW : (after == NULL ? LECTERN_IMPORT_LINE_GONE : LECTERN_IMPORT_LINE_CHANGED);
  line->unit = unit != NULL ? read_annex_cell (contest, unit, cells) : NULL;
  line->cells = list_annex_cells (contest, form, before, after);
  for (guint i = 0; i < form->columns->len && line->name == NULL; i++)
    if (((LecternAnnexColumn *) form->columns->pdata[i])->type == LECTERN_ANNEX_NAME)
      line->name = read_annex_cell (contest, form->columns->pdata[i], cells);

  return line;
}

/* The rows of the table's units that no row of the table is about. */
static void
add_gone_lines (GPtrArray              *lines,
                LecternContest         *contest,
                const LecternAnnexForm *form,
                GPtrArray              *rows,
                GHashTable             *taken,
                GHashTable             *units)
{
  const LecternAnnexColumn *unit = lectern_annex_form_find_unit (form);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GHashTable) there = lectern_annex_row_read (rows->pdata[i]);
      const char *key = unit != NULL ? g_hash_table_lookup (there, unit->key) : NULL;

      if (g_hash_table_contains (taken, rows->pdata[i]) || (unit != NULL && (key == NULL || !g_hash_table_contains (units, key))))
        continue;
      g_ptr_array_add (lines, annex_line_new (contest, form, there, NULL));
    }
}

static void
add_annex_lines (GPtrArray           *lines,
                 const LecternImport *import,
                 LecternContest      *contest,
                 LecternAnnexKind     kind)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_shown_annex_form (contest, kind);
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (contest, kind);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const LecternAnnexColumn *unit = lectern_annex_form_find_unit (form);

  for (guint i = 0; i < import->records->len; i++)
    {
      g_autoptr (GHashTable) after = lectern_annex_row_read (import->records->pdata[i]);
      const LecternAnnexRow *same = lectern_annex_find_same (rows, form, kind, after, taken);
      g_autoptr (GHashTable) before = same != NULL ? lectern_annex_row_read (same) : NULL;
      LecternImportLine *line = annex_line_new (contest, form, before, after);

      if (unit != NULL && g_hash_table_contains (after, unit->key))
        g_hash_table_add (units, g_strdup (g_hash_table_lookup (after, unit->key)));
      if (line->kind == LECTERN_IMPORT_LINE_CHANGED && line->cells->len == 0)
        line_free (line);
      else
        g_ptr_array_add (lines, line);
    }
  if (import->records->len > 0)
    add_gone_lines (lines, contest, form, rows, taken, units);
}

GPtrArray *
lectern_import_list_lines (const LecternImport *import,
                           LecternContest      *contest)
{
  GPtrArray       *lines = g_ptr_array_new_with_free_func (line_free);
  LecternAnnexKind kind;

  g_return_val_if_fail (import != NULL && LECTERN_IS_CONTEST (contest), lines);

  if (import->kind == LECTERN_IMPORT_NOMINEES)
    add_nominee_lines (lines, import, contest);
  else if (lectern_annex_kind_from_name (lectern_import_kind_get_name (import->kind), &kind))
    add_annex_lines (lines, import, contest, kind);

  return lines;
}
