/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Statistics tables in and out. Units fill in what was printed for them, so headings in two rows, one
 * over the other, are read as well as a single row, and a row of totals is not a unit. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-annex-table.h"

#include "lectern-columns.h"
#include "lectern-words.h"

#include <glib/gi18n-lib.h>

#define COLUMN_WIDTH_LEAST 10
#define COLUMN_WIDTH_MOST 40
#define HEADER_ROWS_MAX 5

typedef struct
{
  LecternContest    *contest;
  LecternAnnexKind   kind;
  LecternAnnexForm  *form;  /* what is asked for */
  LecternAnnexForm  *whole; /* with what is not shown */
  GPtrArray         *rows;  /* LecternAnnexRow: what stands in the contest */
  GHashTable        *taken; /* those of them that a row of the table is about */
  LecternColumnSpec *specs;
  GPtrArray         *headers; /* strings the specs borrow */
  LecternColumns    *columns;
  LecternImport     *import;
  GHashTable        *units; /* keys met */
} AnnexTable;

char *
lectern_annex_table_get_header (const LecternAnnexColumn *column,
                                const char               *language)
{
  const char *heading = lectern_annex_column_get_heading (column, language);
  const char *group = lectern_annex_column_get_group (column, language);

  if (group == NULL)
    return g_strdup (heading);

  return lectern_words_is_chinese (language) ? g_strdup_printf ("%s（%s）", heading, group) : g_strdup_printf ("%s (%s)", heading, group);
}

/* A column answers to its key, its headings, and its headings under the group's. */
static void
make_specs (AnnexTable *self)
{
  self->specs = g_new0 (LecternColumnSpec, self->form->columns->len);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->form->columns->len; i++)
    {
      const LecternAnnexColumn *column = self->form->columns->pdata[i];
      LecternColumnSpec        *spec = &self->specs[i];
      guint                     n = 0;

      spec->key = column->key;
      spec->required = column->required;
      spec->names[n++] = column->zh;
      spec->names[n++] = column->en;
      if (column->group_zh != NULL)
        {
          g_ptr_array_add (self->headers, g_strconcat (column->group_zh, column->zh, NULL));
          spec->names[n++] = self->headers->pdata[self->headers->len - 1];
          g_ptr_array_add (self->headers, g_strconcat (column->group_en, column->en, NULL));
          spec->names[n++] = self->headers->pdata[self->headers->len - 1];
        }
      if (column->type == LECTERN_ANNEX_UNIT)
        {
          spec->names[n++] = "推荐单位";
          spec->names[n++] = "单位";
          spec->names[n++] = "单位名称";
        }
    }
}

/* Two rows of headers ---------------------------------------------------------------------- */

static gboolean
is_group (const AnnexTable *self,
          const char       *text)
{
  for (guint i = 0; i < self->form->columns->len; i++)
    {
      const LecternAnnexColumn *column = self->form->columns->pdata[i];

      if (g_strcmp0 (column->group_zh, text) == 0 || g_strcmp0 (column->group_en, text) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_heading (const AnnexTable *self,
            const char       *text)
{
  for (guint i = 0; i < self->form->columns->len; i++)
    {
      const LecternAnnexColumn *column = self->form->columns->pdata[i];

      if (g_str_equal (column->zh, text) || g_str_equal (column->en, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_group (const AnnexTable  *self,
           const LecternGrid *grid,
           guint              row)
{
  for (guint i = 0; i < lectern_grid_get_n_cells (grid, row); i++)
    if (*lectern_grid_get_cell (grid, row, i) != '\0' && is_group (self, lectern_grid_get_cell (grid, row, i)))
      return TRUE;

  return FALSE;
}

/* Whether everything in @row is a heading. */
static gboolean
is_header (const AnnexTable  *self,
           const LecternGrid *grid,
           guint              row)
{
  guint n = 0;

  for (guint i = 0; i < lectern_grid_get_n_cells (grid, row); i++)
    {
      const char *text = lectern_grid_get_cell (grid, row, i);

      if (*text == '\0')
        continue;
      if (!is_heading (self, text))
        return FALSE;
      n++;
    }

  return n > 0;
}

/* The row of headers of which the one below says more; -1: there is none. */
static int
find_upper_header (const AnnexTable  *self,
                   const LecternGrid *grid)
{
  for (guint i = 0; i < HEADER_ROWS_MAX && i + 1 < lectern_grid_get_n_rows (grid); i++)
    if (has_group (self, grid, i) && is_header (self, grid, i + 1))
      return (int) i;

  return -1;
}

/* A copy of @grid with the two rows of headers as one. */
static LecternGrid *
join_headers (const LecternGrid *grid,
              guint              upper)
{
  LecternGrid *joined = lectern_grid_new ();

  for (guint row = 0; row < lectern_grid_get_n_rows (grid); row++)
    {
      guint below = row == upper ? row + 1 : row;
      guint n = MAX (lectern_grid_get_n_cells (grid, row), lectern_grid_get_n_cells (grid, below));

      if (row == upper + 1)
        continue;
      lectern_grid_add_row (joined, lectern_grid_get_row_number (grid, row));
      for (guint i = 0; i < n; i++)
        {
          const char *under = lectern_grid_get_cell (grid, below, i);

          lectern_grid_take_cell (joined, i, g_strdup (*under != '\0' ? under : lectern_grid_get_cell (grid, row, i)));
        }
    }

  return joined;
}

/* Rows -------------------------------------------------------------------------------------- */

/* "合计" and "总 计" under the units are no unit. */
static gboolean
is_total (const AnnexTable *self,
          guint             row)
{
  static const char *const words[] = { "合计", "总计", "小计", "全市合计", "total", NULL };

  for (guint i = 0; i < self->form->columns->len; i++)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *text = NULL;

      if (((LecternAnnexColumn *) self->form->columns->pdata[i])->type != LECTERN_ANNEX_UNIT)
        continue;
      parts = g_regex_split_simple ("[\\s　]+", lectern_columns_get (self->columns, row, i), 0, 0);
      text = g_strjoinv ("", parts);
      for (guint w = 0; words[w] != NULL; w++)
        if (g_ascii_strcasecmp (text, words[w]) == 0)
          return TRUE;
    }

  return FALSE;
}

static char *
read_unit (AnnexTable *self,
           guint       row,
           guint       spec)
{
  const LecternUnit *unit = lectern_columns_read_unit (self->columns, row, spec, self->contest);

  if (unit == NULL)
    return NULL;
  if (self->kind == LECTERN_ANNEX_ACTIVITY && !g_hash_table_add (self->units, g_strdup (unit->key)))
    lectern_columns_add_problem (self->columns, row, spec, _ ("%s has a row above already. There is one row a unit."), unit->name);

  return g_strdup (unit->key);
}

static char *
read_cell (AnnexTable *self,
           guint       row,
           guint       spec)
{
  const LecternAnnexColumn *column = self->form->columns->pdata[spec];
  const char               *text = lectern_columns_get (self->columns, row, spec);
  g_autofree char          *message = NULL;
  g_autofree char          *quoted = NULL;
  char                     *value;

  if (*text == '\0')
    {
      if (column->required)
        lectern_columns_add_problem (self->columns, row, spec, _ ("“%s” is missing. Write it in."), lectern_annex_column_get_heading (column, lectern_contest_get_record (self->contest)->language));
      return NULL;
    }
  if (column->type == LECTERN_ANNEX_UNIT)
    return read_unit (self, row, spec);
  if (column->type == LECTERN_ANNEX_NAME)
    return lectern_columns_read_name (self->columns, row, spec);
  if (column->type == LECTERN_ANNEX_TEXT)
    return lectern_columns_read_text (self->columns, row, spec);
  quoted = lectern_columns_quote (self->columns, row, spec);
  value = lectern_annex_column_read (column, self->contest, quoted, &message);
  if (value == NULL)
    lectern_columns_add_problem (self->columns, row, spec, "%s", message);

  return value;
}

/* Whether the table has the column: one that is not shown it must not have, and any other may lack. */
static gboolean
is_told (const AnnexTable *self,
         const char       *key)
{
  for (guint i = 0; i < self->form->columns->len; i++)
    if (g_str_equal (((LecternAnnexColumn *) self->form->columns->pdata[i])->key, key))
      return self->columns->places[i] >= 0;

  return FALSE;
}

/* What a row that is there already says in columns the table does not have stays as it is. */
static void
keep_untold (AnnexTable *self,
             GHashTable *cells)
{
  const LecternAnnexRow *same = lectern_annex_find_same (self->rows, self->whole, self->kind, cells, self->taken);
  g_autoptr (GHashTable) there = same != NULL ? lectern_annex_row_read (same) : NULL;

  for (guint i = 0; there != NULL && i < self->whole->columns->len; i++)
    {
      const char *key = ((LecternAnnexColumn *) self->whole->columns->pdata[i])->key;
      const char *text = g_hash_table_lookup (there, key);

      if (text != NULL && !is_told (self, key))
        g_hash_table_insert (cells, (gpointer) key, g_strdup (text));
    }
}

static void
read_row (AnnexTable *self,
          guint       row)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  LecternAnnexRow *record;

  if (is_total (self, row))
    {
      lectern_columns_add_notice (self->columns, row, 0, "%s", _ ("The row of totals was left out: totals are added up again."));
      self->import->n_rows--;
      return;
    }
  for (guint i = 0; i < self->form->columns->len; i++)
    {
      char *text = read_cell (self, row, i);

      if (text != NULL)
        g_hash_table_insert (cells, ((LecternAnnexColumn *) self->form->columns->pdata[i])->key, text);
    }
  keep_untold (self, cells);
  record = lectern_record_new (&lectern_table_annex_row);
  record->kind = g_strdup (lectern_annex_kind_get_name (self->kind));
  record->number = self->import->records->len + 1;
  lectern_annex_row_take_cells (record, self->whole, cells);
  g_ptr_array_add (self->import->records, record);
}

void
lectern_annex_table_read (const LecternGrid *grid,
                          LecternContest    *contest,
                          LecternAnnexKind   kind,
                          LecternImport     *import)
{
  AnnexTable self = { .contest = contest, .kind = kind, .import = import };
  g_autoptr (LecternGrid) joined = NULL;
  int upper;

  self.form = lectern_contest_get_shown_annex_form (contest, kind);
  self.whole = lectern_contest_get_annex_form (contest, kind);
  self.rows = lectern_contest_list_annex_rows (contest, kind);
  self.taken = g_hash_table_new (NULL, NULL);
  self.units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  make_specs (&self);
  upper = find_upper_header (&self, grid);
  if (upper >= 0)
    joined = join_headers (grid, (guint) upper);
  grid = joined != NULL ? joined : grid;
  self.columns = lectern_columns_map (grid, self.specs, self.form->columns->len, import);
  for (guint row = self.columns != NULL ? self.columns->header + 1 : 0; self.columns != NULL && row < lectern_grid_get_n_rows (grid); row++)
    read_row (&self, row);
  g_clear_pointer (&self.columns, lectern_columns_free);
  lectern_annex_form_free (self.form);
  lectern_annex_form_free (self.whole);
  g_ptr_array_unref (self.rows);
  g_hash_table_unref (self.taken);
  g_hash_table_unref (self.units);
  g_ptr_array_unref (self.headers);
  g_free (self.specs);
}

/* Going out --------------------------------------------------------------------------------- */

static guint
get_width (const char *header)
{
  guint width = 2;

  for (const char *p = header; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return CLAMP (width, COLUMN_WIDTH_LEAST, COLUMN_WIDTH_MOST);
}

LecternTabulation *
lectern_annex_table_new (LecternContest  *contest,
                         LecternAnnexKind kind,
                         gboolean         office)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_shown_annex_form (contest, kind);
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (contest, kind);
  const char        *language = lectern_contest_get_record (contest)->language;
  gboolean           chinese = lectern_words_is_chinese (language);
  const char        *name = kind == LECTERN_ANNEX_ACTIVITY ? (chinese ? "活动统计" : "activity") : (chinese ? "师资库" : "pool");
  LecternTabulation *table = lectern_tabulation_new (lectern_annex_kind_get_name (kind), name);

  for (guint i = 0; i < form->columns->len; i++)
    {
      g_autofree char *header = lectern_annex_table_get_header (form->columns->pdata[i], language);

      if (((LecternAnnexColumn *) form->columns->pdata[i])->private && !office)
        continue;
      lectern_tabulation_add_column (table, header, get_width (header));
    }
  for (guint r = 0; r < rows->len; r++)
    {
      g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[r]);

      lectern_tabulation_add_row (table);
      for (guint i = 0; i < form->columns->len; i++)
        {
          const LecternAnnexColumn *column = form->columns->pdata[i];
          g_autofree char          *text = lectern_annex_describe_cell (contest, column, cells);

          if (column->private && !office)
            continue;
          if (column->type == LECTERN_ANNEX_NUMBER && *text != '\0')
            lectern_tabulation_take_figure (table, g_steal_pointer (&text));
          else
            lectern_tabulation_put_text (table, text);
        }
    }

  return table;
}
