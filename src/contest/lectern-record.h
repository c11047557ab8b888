/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A record is one row of the contest file as a value: a plain struct that begins with
 * LecternRecord and is described, column by column, by its LecternTable. The description is the
 * only place that says which field is which column: the store writes and reads through it, the
 * contest keys by it, `verify` compares by it.
 *
 * Records are shared between threads: reference counted atomically and never changed once they
 * are in a change. To change one, copy it, change the copy, put the copy in a change. */

typedef enum
{
  LECTERN_COLUMN_INTEGER, /* gint64 */
  LECTERN_COLUMN_TEXT,    /* char *, NULL is SQL NULL */
} LecternColumnType;

/* In INTEGER columns that may be NULL, NULL is kept as this. */
#define LECTERN_NULL G_MININT64

typedef struct
{
  const char       *name;
  LecternColumnType type;
  gsize             offset;
  gboolean          key;
} LecternColumn;

typedef struct
{
  const char          *name;
  gsize                size;
  const LecternColumn *columns;
  guint                n_columns;
} LecternTable;

typedef struct
{
  const LecternTable *table;
} LecternRecord;

/* A record with every text NULL and every integer LECTERN_NULL. Owned by the caller. */
gpointer lectern_record_new (const LecternTable *table) G_GNUC_WARN_UNUSED_RESULT;
gpointer lectern_record_copy (gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;
gpointer lectern_record_ref (gconstpointer record);
void     lectern_record_unref (gpointer record);

gint64      lectern_record_get_integer (gconstpointer record,
                                        guint         column);
const char *lectern_record_get_text (gconstpointer record,
                                     guint         column);
void        lectern_record_set_integer (gpointer record,
                                        guint    column,
                                        gint64   value);
void        lectern_record_set_text (gpointer    record,
                                     guint       column,
                                     const char *value);

/* The same, by field: frees what was there. */
void lectern_record_take_string (char      **field,
                                 const char *value);

/* Whether two records of one table have the same values in every column, or in the key. */
gboolean lectern_record_equal (gconstpointer a,
                               gconstpointer b);
guint    lectern_record_key_hash (gconstpointer record);
gboolean lectern_record_key_equal (gconstpointer a,
                                   gconstpointer b);
/* The key as people read it in messages: "sheet (final, 7, 3, 1)". */
char *lectern_record_describe_key (gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;

/* What one commit did to the rows: immutable once handed out, shared by all followers. */
typedef struct _LecternChange LecternChange;

typedef struct
{
  gpointer record; /* after the change; for a removal the row that went */
  gboolean removed;
} LecternRowChange;

LecternChange *lectern_change_new (void) G_GNUC_WARN_UNUSED_RESULT;
LecternChange *lectern_change_ref (LecternChange *change);
void           lectern_change_unref (LecternChange *change);
/* Takes @record. */
void                    lectern_change_put (LecternChange *change,
                                            gpointer       record);
void                    lectern_change_remove (LecternChange *change,
                                               gpointer       record);
guint                   lectern_change_get_n_rows (const LecternChange *change);
const LecternRowChange *lectern_change_get_row (const LecternChange *change,
                                                guint                index);
gboolean                lectern_change_touches (const LecternChange *change,
                                                const LecternTable  *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternChange, lectern_change_unref)

G_END_DECLS
