/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rows as values. Every generic thing done to a row - copying, comparing, hashing its key,
 * writing it to the file - goes through the table's description, so a column is named once. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-record.h"

#include <string.h>

#define FIELD(record, column, type) ((type *) (void *) ((char *) (record) + (column)->offset))

static const LecternTable *
table_of (gconstpointer record)
{
  return ((const LecternRecord *) record)->table;
}

static const LecternColumn *
column_of (gconstpointer record,
           guint         column)
{
  const LecternTable *table = table_of (record);

  g_assert (column < table->n_columns);
  return &table->columns[column];
}

gpointer
lectern_record_new (const LecternTable *table)
{
  gpointer record;

  g_return_val_if_fail (table != NULL, NULL);

  record = g_atomic_rc_box_alloc0 (table->size);
  ((LecternRecord *) record)->table = table;
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == LECTERN_COLUMN_INTEGER)
      *FIELD (record, &table->columns[i], gint64) = LECTERN_NULL;
  return record;
}

gpointer
lectern_record_copy (gconstpointer record)
{
  const LecternTable *table = table_of (record);
  gpointer            copy = lectern_record_new (table);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == LECTERN_COLUMN_INTEGER)
      lectern_record_set_integer (copy, i, lectern_record_get_integer (record, i));
    else
      lectern_record_set_text (copy, i, lectern_record_get_text (record, i));
  return copy;
}

gpointer
lectern_record_ref (gconstpointer record)
{
  return g_atomic_rc_box_acquire ((gpointer) record);
}

static void
record_clear (gpointer record)
{
  const LecternTable *table = table_of (record);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == LECTERN_COLUMN_TEXT)
      g_free (*FIELD (record, &table->columns[i], char *));
}

void
lectern_record_unref (gpointer record)
{
  if (record != NULL)
    g_atomic_rc_box_release_full (record, record_clear);
}

gint64
lectern_record_get_integer (gconstpointer record,
                            guint         column)
{
  return *FIELD (record, column_of (record, column), const gint64);
}

const char *
lectern_record_get_text (gconstpointer record,
                         guint         column)
{
  return *FIELD (record, column_of (record, column), const char *const);
}

void
lectern_record_set_integer (gpointer record,
                            guint    column,
                            gint64   value)
{
  *FIELD (record, column_of (record, column), gint64) = value;
}

void
lectern_record_set_text (gpointer    record,
                         guint       column,
                         const char *value)
{
  lectern_record_take_string (FIELD (record, column_of (record, column), char *), value);
}

void
lectern_record_take_string (char      **field,
                            const char *value)
{
  char *old = *field;

  *field = g_strdup (value);
  g_free (old);
}

static gboolean
columns_equal (gconstpointer a,
               gconstpointer b,
               guint         i)
{
  if (column_of (a, i)->type == LECTERN_COLUMN_INTEGER)
    return lectern_record_get_integer (a, i) == lectern_record_get_integer (b, i);
  return g_strcmp0 (lectern_record_get_text (a, i), lectern_record_get_text (b, i)) == 0;
}

gboolean
lectern_record_equal (gconstpointer a,
                      gconstpointer b)
{
  if (table_of (a) != table_of (b))
    return FALSE;
  for (guint i = 0; i < table_of (a)->n_columns; i++)
    if (!columns_equal (a, b, i))
      return FALSE;
  return TRUE;
}

/* Keys are small integers in rows next to each other, so every bit of the sum must move: the
 * multiplier is 2^64 divided by the golden ratio. */
static guint64
hash_mix (guint64 hash,
          guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

guint
lectern_record_key_hash (gconstpointer record)
{
  const LecternTable *table = table_of (record);
  guint64             hash = GPOINTER_TO_SIZE (table);

  for (guint i = 0; i < table->n_columns && table->columns[i].key; i++)
    if (table->columns[i].type == LECTERN_COLUMN_INTEGER)
      hash = hash_mix (hash, (guint64) *FIELD (record, &table->columns[i], const gint64));
    else
      hash = hash_mix (hash, g_str_hash (*FIELD (record, &table->columns[i], const char *const) ?: ""));
  return (guint) (hash >> 16);
}

gboolean
lectern_record_key_equal (gconstpointer a,
                          gconstpointer b)
{
  const LecternTable *table = table_of (a);

  if (table != table_of (b))
    return FALSE;
  for (guint i = 0; i < table->n_columns && table->columns[i].key; i++)
    if (!columns_equal (a, b, i))
      return FALSE;
  return TRUE;
}

char *
lectern_record_describe_key (gconstpointer record)
{
  const LecternTable *table = table_of (record);
  GString            *text = g_string_new (table->name);

  for (guint i = 0; i < table->n_columns && table->columns[i].key; i++)
    {
      g_string_append (text, i == 0 ? " (" : ", ");
      if (table->columns[i].type == LECTERN_COLUMN_INTEGER)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, lectern_record_get_integer (record, i));
      else
        g_string_append (text, lectern_record_get_text (record, i) ?: "");
    }
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}
