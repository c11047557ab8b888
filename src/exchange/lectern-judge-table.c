/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The table of judges: a number each, one head at most, and the unit whose people a judge does not
 * mark. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-judge-table.h"

#include "lectern-columns.h"

#include <glib/gi18n-lib.h>

#define NUMBER_MAX 999

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_EMPLOYER,
  COLUMN_UNIT,
  COLUMN_HEAD,
  N_COLUMNS,
};

static const LecternColumnSpec column_specs[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "number", TRUE, { "编号", "评委编号", "序号", "no", "no." } },
  [COLUMN_NAME] = { "name", TRUE, { "姓名", "评委姓名", "评委" } },
  [COLUMN_EMPLOYER] = { "employer", FALSE, { "工作单位", "工作单位及职务", "单位及职务" } },
  [COLUMN_UNIT] = { "unit", FALSE, { "所属单位", "推荐单位", "回避单位" } },
  [COLUMN_HEAD] = { "head", FALSE, { "组长", "评委组长", "head judge" } },
};

static const char *const yes_words[] = { "是", "yes", "y", "true", "√", "1", NULL };
static const char *const no_words[] = { "否", "no", "n", "false", "", "0", "-", NULL };

typedef struct
{
  LecternContest       *contest;
  const LecternColumns *columns;
  LecternImport        *import;
} JudgeTable;

static void
read_number (JudgeTable   *table,
             guint         row,
             LecternJudge *judge)
{
  if (!lectern_columns_read_integer (table->columns, row, COLUMN_NUMBER, 1, NUMBER_MAX, &judge->number))
    return;
  if (lectern_contest_get_judge (table->contest, judge->number) != NULL)
    lectern_columns_add_problem (table->columns, row, COLUMN_NUMBER, _ ("There is a judge %d already. Give this one another number."), (int) judge->number);
  for (guint i = 0; i < table->import->records->len; i++)
    if (((LecternJudge *) table->import->records->pdata[i])->number == judge->number)
      lectern_columns_add_problem (table->columns, row, COLUMN_NUMBER, _ ("The number %d is in the table already. Give each judge a number of his own."), (int) judge->number);
}

static gboolean
has_head (GPtrArray *judges)
{
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->head == 1 && judge->active == 1)
        return TRUE;
    }

  return FALSE;
}

static void
read_head (JudgeTable   *table,
           guint         row,
           LecternJudge *judge)
{
  const char      *text = lectern_columns_get (table->columns, row, COLUMN_HEAD);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *quoted = lectern_grid_abbreviate (text);

  judge->head = g_strv_contains (yes_words, folded);
  if (judge->head != 1 && !g_strv_contains (no_words, folded))
    lectern_columns_add_problem (table->columns, row, COLUMN_HEAD, _ ("“%s” says neither yes nor no. Write 是 or 否 (yes or no)."), quoted);
  if (judge->head == 1 && (has_head (lectern_contest_get_judges (table->contest)) || has_head (table->import->records)))
    lectern_columns_add_problem (table->columns, row, COLUMN_HEAD, "%s", _ ("There is a head judge already. Only one can be."));
}

static void
read_row (JudgeTable *table,
          guint       row)
{
  LecternJudge      *judge = lectern_record_new (&lectern_table_judge);
  const LecternUnit *unit;

  judge->active = 1;
  read_number (table, row, judge);
  judge->name = lectern_columns_read_name (table->columns, row, COLUMN_NAME);
  judge->employer = lectern_columns_read_text (table->columns, row, COLUMN_EMPLOYER);
  unit = lectern_columns_read_unit (table->columns, row, COLUMN_UNIT, table->contest);
  judge->unit = g_strdup (unit == NULL ? NULL : unit->key);
  read_head (table, row, judge);
  g_ptr_array_add (table->import->records, judge);
}

void
lectern_judge_table_read (const LecternGrid *grid,
                          LecternContest    *contest,
                          LecternImport     *import)
{
  g_autoptr (LecternColumns) columns = lectern_columns_map (grid, column_specs, N_COLUMNS, import);
  JudgeTable table = { .contest = contest, .columns = columns, .import = import };

  if (columns == NULL)
    return;
  for (guint row = columns->header + 1; row < lectern_grid_get_n_rows (grid); row++)
    read_row (&table, row);
}
