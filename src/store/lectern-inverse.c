/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What would take a journal line back: its changeset inverted by the session extension and turned
 * into rows. A changeset knows of a changed row only the columns that changed; the others are as
 * the contest has them now. A row that is no longer as the line left it stands in the way. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-store-private.h"

#include <string.h>

/* One row of an inverted changeset. */
typedef struct
{
  const LecternTable     *table;
  sqlite3_changeset_iter *iter;
  int                     n_columns; /* an older program's table had fewer */
  int                     op;
} Row;

static void
set_column (gpointer       record,
            guint          column,
            sqlite3_value *value)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  if (table->columns[column].type == LECTERN_COLUMN_INTEGER)
    lectern_record_set_integer (record, column, sqlite3_value_type (value) == SQLITE_NULL ? LECTERN_NULL : sqlite3_value_int64 (value));
  else
    lectern_record_set_text (record, column, (const char *) sqlite3_value_text (value));
}

/* The values that @read gives, over @record. FALSE: a value can't be read. */
static gboolean
take_values (const Row *row,
             gpointer   record,
             int (*read) (sqlite3_changeset_iter *, int, sqlite3_value **))
{
  for (int c = 0; c < row->n_columns; c++)
    {
      sqlite3_value *value = NULL;

      if (read (row->iter, c, &value) != SQLITE_OK)
        return FALSE;
      if (value != NULL)
        set_column (record, (guint) c, value);
    }
  return TRUE;
}

/* Whether @now is what the line left: the same in every column the line knows of. */
static gboolean
is_as_left (const Row    *row,
            gconstpointer now)
{
  gpointer left = lectern_record_copy (now);
  gboolean same;

  /* A row that was put in whole has no column that the line did not know. */
  for (guint c = (guint) row->n_columns; row->op == SQLITE_DELETE && c < row->table->n_columns; c++)
    if (row->table->columns[c].type == LECTERN_COLUMN_INTEGER)
      lectern_record_set_integer (left, c, LECTERN_NULL);
    else
      lectern_record_set_text (left, c, NULL);
  same = take_values (row, left, sqlite3changeset_old) && lectern_record_equal (left, now);
  lectern_record_unref (left);
  return same;
}

static gpointer
read_key (const Row *row)
{
  gpointer record = lectern_record_new (row->table);

  take_values (row, record, row->op == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old);
  return record;
}

/* Adds @row to @change; the record that stands in the way instead, or NULL. */
static gpointer
add_row (const Row      *row,
         LecternContest *contest,
         LecternChange  *change)
{
  gpointer      key = read_key (row);
  gconstpointer now = contest != NULL ? lectern_contest_find (contest, key) : NULL;
  gpointer      record;

  if (contest == NULL)
    {
      if (row->op == SQLITE_DELETE)
        lectern_change_remove (change, key);
      else
        lectern_change_put (change, key);
      return NULL;
    }
  if (row->op == SQLITE_INSERT)
    {
      if (now != NULL)
        return key;
      lectern_change_put (change, key);
      return NULL;
    }
  if (now == NULL || !is_as_left (row, now))
    return key;
  lectern_record_unref (key);
  if (row->op == SQLITE_DELETE)
    {
      lectern_change_remove (change, lectern_record_ref (now));
      return NULL;
    }
  record = lectern_record_copy (now);
  take_values (row, record, sqlite3changeset_new);
  lectern_change_put (change, record);
  return NULL;
}

static const LecternTable *
find_table (const char               *name,
            const LecternTable *const skip[])
{
  for (guint i = 0; skip != NULL && skip[i] != NULL; i++)
    if (g_str_equal (skip[i]->name, name))
      return NULL;
  for (guint i = 0; lectern_tables[i] != NULL; i++)
    if (g_str_equal (lectern_tables[i]->name, name))
      return lectern_tables[i];
  return NULL;
}

/* Children go before their parents and come after them. */
static LecternChange *
put_in_order (const LecternChange *change)
{
  LecternChange *ordered = lectern_change_new ();
  guint          n_tables = 0;

  while (lectern_tables[n_tables] != NULL)
    n_tables++;
  for (guint pass = 0; pass < 2; pass++)
    for (guint t = 0; t < n_tables; t++)
      for (guint i = 0; i < lectern_change_get_n_rows (change); i++)
        {
          const LecternRowChange *row = lectern_change_get_row (change, i);

          if (row->removed != (pass == 0) || ((LecternRecord *) row->record)->table != lectern_tables[pass == 0 ? n_tables - 1 - t : t])
            continue;
          if (row->removed)
            lectern_change_remove (ordered, lectern_record_ref (row->record));
          else
            lectern_change_put (ordered, lectern_record_ref (row->record));
        }
  return ordered;
}

/* Reads all rows of @iter, which it ends. */
static int
read_rows (sqlite3_changeset_iter   *iter,
           LecternContest           *contest,
           const LecternTable *const skip[],
           LecternChange            *change,
           gpointer                 *changed)
{
  int code = SQLITE_ROW;

  while (*changed == NULL && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *name = NULL;
      Row         row = { .iter = iter };

      code = sqlite3changeset_op (iter, &name, &row.n_columns, &row.op, NULL);
      if (code != SQLITE_OK)
        break;
      row.table = find_table (name, skip);
      if (row.table != NULL && row.n_columns <= (int) row.table->n_columns)
        *changed = add_row (&row, contest, change);
    }
  sqlite3changeset_finalize (iter);
  return *changed != NULL ? SQLITE_DONE : code;
}

LecternChange *
lectern_store_invert_line (LecternStore             *self,
                           const LecternJournalLine *line,
                           LecternContest           *contest,
                           const LecternTable *const skip[],
                           gpointer                 *changed,
                           GError                  **error)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  sqlite3_changeset_iter *iter = NULL;
  gsize                   size;
  gconstpointer           bytes;
  void                   *inverse = NULL;
  int                     n_inverse = 0;
  int                     code;

  g_return_val_if_fail (self != NULL && line != NULL && changed != NULL, NULL);

  *changed = NULL;
  bytes = g_bytes_get_data (line->changeset, &size);
  if (size == 0)
    return g_steal_pointer (&change);
  code = sqlite3changeset_invert ((int) size, bytes, &n_inverse, &inverse);
  if (code == SQLITE_OK)
    code = sqlite3changeset_start (&iter, n_inverse, inverse);
  if (code == SQLITE_OK)
    code = read_rows (iter, contest, skip, change, changed);
  sqlite3_free (inverse);
  if (code == SQLITE_DONE)
    return *changed == NULL ? put_in_order (change) : NULL;
  lectern_store_set_error (NULL, code, self->path, error);
  return NULL;
}
