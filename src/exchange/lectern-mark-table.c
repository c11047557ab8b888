/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Sheets kept on paper, a row each: lot, judge, and a mark under each criterion. The rules are
 * those of a sheet sent by a judge's laptop: every criterion marked, within 0 and full marks, on
 * the step, from a judge who is not recused. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-mark-table.h"

#include "lectern-columns.h"
#include "lectern-mark.h"

#include <glib/gi18n-lib.h>

#define NUMBER_MAX 999

enum
{
  COLUMN_LOT,
  COLUMN_JUDGE,
  N_FIXED_COLUMNS, /* then the criteria, in their order */
};

static const LecternColumnSpec fixed_specs[N_FIXED_COLUMNS] = {
  [COLUMN_LOT] = { "lot", TRUE, { "抽签号", "签号", "出场顺序", "出场序号" } },
  [COLUMN_JUDGE] = { "judge", TRUE, { "评委", "评委编号" } },
};

typedef struct
{
  LecternContest       *contest;
  GPtrArray            *criteria;
  const LecternColumns *columns;
  LecternImport        *import;
  LecternImportFlags    flags;
  GHashTable           *seen; /* "lot/judge" of the rows above */
} MarkTable;

static const LecternJudge *
read_judge (MarkTable *table,
            guint      row)
{
  const LecternJudge *judge;
  gint64              number;

  if (!lectern_columns_read_integer (table->columns, row, COLUMN_JUDGE, 1, NUMBER_MAX, &number))
    return NULL;
  judge = lectern_contest_get_judge (table->contest, number);
  if (judge == NULL)
    lectern_columns_add_problem (table->columns, row, COLUMN_JUDGE, _ ("There is no judge %d in this contest. Look the number up."), (int) number);

  return judge;
}

static void
check_sheet (MarkTable          *table,
             guint               row,
             const LecternEntry *entry,
             const LecternJudge *judge)
{
  char *pair = g_strdup_printf ("%d/%d", (int) entry->lot, (int) judge->number);

  if (entry->state == LECTERN_ENTRY_FORFEIT)
    lectern_columns_add_problem (table->columns, row, COLUMN_LOT, _ ("Lot %d is forfeit and has no sheets. Take the row out."), (int) entry->lot);
  if (lectern_contest_is_recused (table->contest, entry, judge->number))
    lectern_columns_add_problem (table->columns, row, COLUMN_JUDGE, _ ("Judge %d is recused from lot %d. Take the row out."), (int) judge->number, (int) entry->lot);
  else if (!(table->flags & LECTERN_IMPORT_AMEND) && lectern_contest_get_counted_sheet (table->contest, entry, judge->number) != NULL)
    lectern_columns_add_problem (table->columns, row, COLUMN_JUDGE, _ ("There is a sheet of judge %d for lot %d already. Take the row out, or give a reason to amend it."), (int) judge->number, (int) entry->lot);
  if (!g_hash_table_add (table->seen, pair))
    lectern_columns_add_problem (table->columns, row, COLUMN_JUDGE, _ ("Judge %d's sheet for lot %d is in a row above already. Take one of the rows out."), (int) judge->number, (int) entry->lot);
}

static gboolean
read_mark (MarkTable              *table,
           guint                   row,
           guint                   spec,
           const LecternCriterion *criterion,
           gint64                 *value)
{
  const char      *text = lectern_columns_get (table->columns, row, spec);
  g_autofree char *quoted = lectern_grid_abbreviate (text);
  g_autofree char *max = lectern_mark_format (criterion->max);
  g_autofree char *step = lectern_mark_format (criterion->step);

  if (*text == '\0')
    lectern_columns_add_problem (table->columns, row, spec, _ ("The mark is missing. Write it in from the sheet; 0 is a mark too."));
  else if (!lectern_mark_parse (text, value) || !lectern_mark_is_in_range (*value, criterion->max))
    lectern_columns_add_problem (table->columns, row, spec, _ ("“%s” is no mark from 0 to %s. Look at the sheet."), quoted, max);
  else if (!lectern_mark_is_on_step (*value, criterion->step))
    lectern_columns_add_problem (table->columns, row, spec, _ ("“%s” is not on the step of %s. Ask the judge."), quoted, step);
  else
    return TRUE;

  return FALSE;
}

/* Adds the sheet and its marks; sheets of rows at fault are dropped with all others later. */
static void
add_records (MarkTable          *table,
             guint               row,
             const LecternEntry *entry,
             const LecternJudge *judge)
{
  LecternSheet *sheet = lectern_record_new (&lectern_table_sheet);

  sheet->round = g_strdup (entry->round);
  sheet->nominee = entry->nominee;
  sheet->judge = judge->number;
  sheet->state = LECTERN_SHEET_SUBMITTED;
  sheet->total = 0;
  g_ptr_array_add (table->import->records, sheet);
  for (guint i = 0; i < table->criteria->len; i++)
    {
      const LecternCriterion *criterion = table->criteria->pdata[i];
      LecternMark            *mark = lectern_record_new (&lectern_table_mark);

      mark->round = g_strdup (entry->round);
      mark->nominee = entry->nominee;
      mark->judge = judge->number;
      mark->criterion = g_strdup (criterion->key);
      if (read_mark (table, row, N_FIXED_COLUMNS + i, criterion, &mark->value))
        sheet->total += mark->value;
      g_ptr_array_add (table->import->records, mark);
    }
}

static void
check_marks (MarkTable *table,
             guint      row)
{
  for (guint i = 0; i < table->criteria->len; i++)
    {
      gint64 value;

      (void) read_mark (table, row, N_FIXED_COLUMNS + i, table->criteria->pdata[i], &value);
    }
}

static void
read_row (MarkTable *table,
          guint      row)
{
  const LecternEntry *entry = lectern_columns_read_lot (table->columns, row, COLUMN_LOT, table->contest);
  const LecternJudge *judge = read_judge (table, row);

  if (entry == NULL || judge == NULL)
    {
      check_marks (table, row);
      return;
    }
  check_sheet (table, row, entry, judge);
  add_records (table, row, entry, judge);
}

void
lectern_mark_table_read (const LecternGrid *grid,
                         LecternContest    *contest,
                         LecternImportFlags flags,
                         LecternImport     *import)
{
  GPtrArray                    *criteria = lectern_contest_get_criteria (contest);
  g_autofree LecternColumnSpec *specs = g_new0 (LecternColumnSpec, N_FIXED_COLUMNS + criteria->len);
  g_autoptr (LecternColumns) columns = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MarkTable table = { .contest = contest, .criteria = criteria, .import = import, .flags = flags, .seen = seen };

  for (guint i = 0; i < N_FIXED_COLUMNS; i++)
    specs[i] = fixed_specs[i];
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = criteria->pdata[i];

      specs[N_FIXED_COLUMNS + i] = (LecternColumnSpec){ criterion->key, TRUE, { criterion->name } };
    }
  columns = lectern_columns_map (grid, specs, N_FIXED_COLUMNS + criteria->len, import);
  if (columns == NULL)
    return;

  table.columns = columns;
  for (guint row = columns->header + 1; row < lectern_grid_get_n_rows (grid); row++)
    read_row (&table, row);
}
