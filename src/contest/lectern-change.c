/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What one commit did to the rows. Built by one thread, then only read, by any number. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-record.h"

struct _LecternChange
{
  GArray *rows; /* LecternRowChange */
};

static void
row_change_clear (gpointer data)
{
  LecternRowChange *row = data;

  lectern_record_unref (row->record);
}

LecternChange *
lectern_change_new (void)
{
  LecternChange *self = g_atomic_rc_box_new0 (LecternChange);

  self->rows = g_array_new (FALSE, FALSE, sizeof (LecternRowChange));
  g_array_set_clear_func (self->rows, row_change_clear);
  return self;
}

LecternChange *
lectern_change_ref (LecternChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
change_clear (gpointer data)
{
  LecternChange *self = data;

  g_array_unref (self->rows);
}

void
lectern_change_unref (LecternChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}

static void
change_append (LecternChange *self,
               gpointer       record,
               gboolean       removed)
{
  LecternRowChange row = { record, removed };

  g_array_append_val (self->rows, row);
}

void
lectern_change_put (LecternChange *self,
                    gpointer       record)
{
  g_return_if_fail (self != NULL && record != NULL);
  change_append (self, record, FALSE);
}

void
lectern_change_remove (LecternChange *self,
                       gpointer       record)
{
  g_return_if_fail (self != NULL && record != NULL);
  change_append (self, record, TRUE);
}

guint
lectern_change_get_n_rows (const LecternChange *self)
{
  return self->rows->len;
}

const LecternRowChange *
lectern_change_get_row (const LecternChange *self,
                        guint                index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);
  return &g_array_index (self->rows, LecternRowChange, index);
}

gboolean
lectern_change_touches (const LecternChange *self,
                        const LecternTable  *table)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((LecternRecord *) lectern_change_get_row (self, i)->record)->table == table)
      return TRUE;
  return FALSE;
}
