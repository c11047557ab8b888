/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A table on its way in. Rule: all rows or none, and every bad row is listed, not only the first;
 * a person mends a table once. Nothing here changes the contest: the records go to the engine as
 * one action. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-import.h"

#include "lectern-annex-table.h"
#include "lectern-exchange-error.h"
#include "lectern-judge-table.h"
#include "lectern-lot-table.h"
#include "lectern-mark-table.h"
#include "lectern-nominee-table.h"
#include "lectern-table-reader.h"
#include "lectern-time-table.h"

#include <glib/gi18n-lib.h>

static const char *const kind_names[LECTERN_IMPORT_N_KINDS] = {
  [LECTERN_IMPORT_NOMINEES] = "nominees",
  [LECTERN_IMPORT_JUDGES] = "judges",
  [LECTERN_IMPORT_LOTS] = "lots",
  [LECTERN_IMPORT_TIMES] = "times",
  [LECTERN_IMPORT_MARKS] = "marks",
  [LECTERN_IMPORT_ACTIVITY] = "activity",
  [LECTERN_IMPORT_POOL] = "pool",
};

static LecternImport *
import_new (LecternImportKind kind)
{
  LecternImport *self = g_new0 (LecternImport, 1);

  self->kind = kind;
  self->records = g_ptr_array_new_with_free_func (lectern_record_unref);
  self->problems = lectern_problems_new ();
  self->notices = lectern_problems_new ();

  return self;
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const LecternProblem *left = *(const LecternProblem *const *) a;
  const LecternProblem *right = *(const LecternProblem *const *) b;

  return left->row < right->row ? -1 : left->row > right->row;
}

static void
read_grid (LecternImport     *self,
           const LecternGrid *grid,
           LecternContest    *contest,
           LecternImportFlags flags)
{
  switch (self->kind)
    {
    case LECTERN_IMPORT_NOMINEES:
      lectern_nominee_table_read (grid, contest, flags, self);
      break;
    case LECTERN_IMPORT_JUDGES:
      lectern_judge_table_read (grid, contest, self);
      break;
    case LECTERN_IMPORT_LOTS:
      lectern_lot_table_read (grid, contest, self);
      break;
    case LECTERN_IMPORT_TIMES:
      lectern_time_table_read (grid, contest, self);
      break;
    case LECTERN_IMPORT_MARKS:
      lectern_mark_table_read (grid, contest, flags, self);
      break;
    case LECTERN_IMPORT_ACTIVITY:
      lectern_annex_table_read (grid, contest, LECTERN_ANNEX_ACTIVITY, self);
      break;
    case LECTERN_IMPORT_POOL:
      lectern_annex_table_read (grid, contest, LECTERN_ANNEX_POOL, self);
      break;
    case LECTERN_IMPORT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/* Takes @grid, NULL when the file was refused already. */
static LecternImport *
finish (LecternImport     *self,
        LecternGrid       *grid,
        LecternContest    *contest,
        LecternImportFlags flags)
{
  if (grid != NULL)
    read_grid (self, grid, contest, flags);
  g_clear_pointer (&grid, lectern_grid_free);
  if (self->problems->len > 0 && self->error == NULL)
    g_set_error (&self->error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_ROWS, ngettext ("%u thing in the table is wrong, so nothing was imported.", "%u things in the table are wrong, so nothing was imported.", self->problems->len), self->problems->len);
  if (self->error != NULL)
    g_ptr_array_set_size (self->records, 0);
  g_ptr_array_sort (self->problems, compare_problems);

  return self;
}

LecternImport *
lectern_import_read_file (LecternImportKind  kind,
                          const char        *path,
                          LecternContest    *contest,
                          LecternImportFlags flags)
{
  LecternImport *self;
  LecternGrid   *grid;

  g_return_val_if_fail (kind < LECTERN_IMPORT_N_KINDS, NULL);
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);

  self = import_new (kind);
  grid = lectern_table_reader_read_file (path, self->problems, &self->error);

  return finish (self, grid, contest, flags);
}

LecternImport *
lectern_import_read_bytes (LecternImportKind  kind,
                           GBytes            *bytes,
                           LecternContest    *contest,
                           LecternImportFlags flags)
{
  LecternImport *self;
  LecternGrid   *grid;

  g_return_val_if_fail (kind < LECTERN_IMPORT_N_KINDS, NULL);
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);

  self = import_new (kind);
  grid = lectern_table_reader_read_bytes (bytes, self->problems, &self->error);

  return finish (self, grid, contest, flags);
}

void
lectern_import_free (LecternImport *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notices);
  g_clear_error (&self->error);
  g_free (self);
}

const char *
lectern_import_kind_get_name (LecternImportKind kind)
{
  g_return_val_if_fail (kind < LECTERN_IMPORT_N_KINDS, NULL);

  return kind_names[kind];
}

gboolean
lectern_import_kind_from_name (const char        *name,
                               LecternImportKind *kind)
{
  for (guint i = 0; i < LECTERN_IMPORT_N_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (LecternImportKind) i;
        return TRUE;
      }

  return FALSE;
}
