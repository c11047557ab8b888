/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rows to records and back, for every table alike, from its description. The only statements that
 * read or write contest rows. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-store-private.h"

static guint
count_tables (void)
{
  guint n = 0;

  while (lectern_tables[n] != NULL)
    n++;
  return n;
}

static void
append_columns (GString            *sql,
                const LecternTable *table,
                const char         *separator,
                const char         *format,
                gboolean            keys,
                gboolean            others)
{
  gboolean first = TRUE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_auto (GStrv) parts = NULL;

      if (table->columns[i].key ? !keys : !others)
        continue;
      parts = g_strsplit (format, "%", -1);
      g_string_append (sql, first ? "" : separator);
      g_string_append (sql, parts[0]);
      for (guint p = 1; parts[p] != NULL; p++)
        g_string_append_printf (sql, "\"%s\"%s", table->columns[i].name, parts[p]);
      first = FALSE;
    }
}

static char *
make_put (const LecternTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", table->name);
  append_columns (sql, table, ", ", "%", TRUE, TRUE);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  g_string_append (sql, ") ON CONFLICT (");
  append_columns (sql, table, ", ", "%", TRUE, FALSE);
  g_string_append (sql, ") DO UPDATE SET ");
  append_columns (sql, table, ", ", "% = excluded.%", FALSE, TRUE);
  return g_string_free (sql, FALSE);
}

static char *
make_remove (const LecternTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE ", table->name);
  append_columns (sql, table, " AND ", "% = ?", TRUE, FALSE);
  return g_string_free (sql, FALSE);
}

static gboolean
prepare (LecternStore  *self,
         const char    *sql,
         sqlite3_stmt **statement,
         GError       **error)
{
  int code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  lectern_store_set_error (self->db, code, self->path, error);
  return FALSE;
}

gboolean
lectern_rows_prepare (LecternStore *self,
                      GError      **error)
{
  self->tables = g_new0 (LecternTableStatements, count_tables ());
  for (guint i = 0; lectern_tables[i] != NULL; i++)
    {
      g_autofree char *put = make_put (lectern_tables[i]);
      g_autofree char *removal = make_remove (lectern_tables[i]);

      if (!prepare (self, put, &self->tables[i].put, error) || !prepare (self, removal, &self->tables[i].remove, error))
        return FALSE;
    }
  return TRUE;
}

void
lectern_rows_finalize (LecternStore *self)
{
  for (guint i = 0; self->tables != NULL && lectern_tables[i] != NULL; i++)
    {
      sqlite3_finalize (self->tables[i].put);
      sqlite3_finalize (self->tables[i].remove);
    }
  g_clear_pointer (&self->tables, g_free);
}

static void
bind_column (sqlite3_stmt *statement,
             int           parameter,
             gconstpointer record,
             guint         column)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  if (table->columns[column].type == LECTERN_COLUMN_TEXT)
    sqlite3_bind_text (statement, parameter, lectern_record_get_text (record, column), -1, SQLITE_STATIC);
  else if (lectern_record_get_integer (record, column) == LECTERN_NULL)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, lectern_record_get_integer (record, column));
}

gboolean
lectern_rows_write (LecternStore           *self,
                    const LecternRowChange *row,
                    GError                **error)
{
  const LecternTable *table = ((const LecternRecord *) row->record)->table;
  sqlite3_stmt       *statement;
  guint               i = 0;
  int                 parameter = 1;
  int                 code;

  while (lectern_tables[i] != table)
    i++;
  statement = row->removed ? self->tables[i].remove : self->tables[i].put;
  for (guint c = 0; c < table->n_columns; c++)
    if (!row->removed || table->columns[c].key)
      bind_column (statement, parameter++, row->record, c);
  sqlite3_step (statement);
  code = sqlite3_reset (statement);
  if (code == SQLITE_OK)
    return TRUE;
  lectern_store_set_error (self->db, code, self->path, error);
  return FALSE;
}

static gpointer
read_row (sqlite3_stmt       *statement,
          const LecternTable *table)
{
  gpointer record = lectern_record_new (table);

  for (guint c = 0; c < table->n_columns; c++)
    {
      if (sqlite3_column_type (statement, (int) c) == SQLITE_NULL)
        continue;
      if (table->columns[c].type == LECTERN_COLUMN_INTEGER)
        lectern_record_set_integer (record, c, sqlite3_column_int64 (statement, (int) c));
      else
        lectern_record_set_text (record, c, (const char *) sqlite3_column_text (statement, (int) c));
    }
  return record;
}

static gboolean
load_table (sqlite3            *db,
            const LecternTable *table,
            LecternChange      *change,
            const char         *path,
            GError            **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  sqlite3_stmt *statement = NULL;
  int           code;

  append_columns (sql, table, ", ", "%", TRUE, TRUE);
  g_string_append_printf (sql, " FROM \"%s\"", table->name);
  code = sqlite3_prepare_v2 (db, sql->str, -1, &statement, NULL);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        lectern_change_put (change, read_row (statement, table));
    }
  sqlite3_finalize (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  lectern_store_set_error (db, code, path, error);
  return FALSE;
}

/* The rules of the schema were kept when the rows were written, in the order of the action. A
 * changeset has forgotten that order, so rules that look at other rows (two lots exchanged, a
 * draft's marks changed and then submitted) would refuse what was right. */
static char *
make_replay_table (const LecternTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\" (", table->name);
  append_columns (sql, table, ", ", "%", TRUE, TRUE);
  g_string_append (sql, ", PRIMARY KEY (");
  append_columns (sql, table, ", ", "%", TRUE, FALSE);
  g_string_append (sql, "))");
  return g_string_free (sql, FALSE);
}

sqlite3 *
lectern_rows_open_replay (GError **error)
{
  sqlite3 *db = NULL;
  int      code = sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  for (guint i = 0; code == SQLITE_OK && lectern_tables[i] != NULL; i++)
    {
      g_autofree char *sql = make_replay_table (lectern_tables[i]);

      code = sqlite3_exec (db, sql, NULL, NULL, NULL);
    }
  if (code == SQLITE_OK)
    return db;
  lectern_store_set_error (db, code, NULL, error);
  sqlite3_close (db);
  return NULL;
}

LecternChange *
lectern_rows_load (sqlite3    *db,
                   const char *path,
                   GError    **error)
{
  g_autoptr (LecternChange) change = lectern_change_new ();

  for (guint i = 0; lectern_tables[i] != NULL; i++)
    if (!load_table (db, lectern_tables[i], change, path, error))
      return NULL;
  return g_steal_pointer (&change);
}
