/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The talks' times of a contest kept on paper: seconds ("361.5") or minutes and seconds
 * ("6:01.5"), to the thousandth of a second at most. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-time-table.h"

#include "lectern-columns.h"

#include <glib/gi18n-lib.h>

/* Longer than any talk: a slip of the pen, or a time of day. */
#define TIME_MAX_MS ((gint64) 2 * 3600 * 1000)

enum
{
  COLUMN_LOT,
  COLUMN_SECONDS,
  COLUMN_SECOND_TIMER,
  N_COLUMNS,
};

static const LecternColumnSpec column_specs[N_COLUMNS] = {
  [COLUMN_LOT] = { "lot", TRUE, { "抽签号", "签号", "出场顺序", "出场序号" } },
  [COLUMN_SECONDS] = { "seconds", TRUE, { "用时", "时间", "time" } },
  [COLUMN_SECOND_TIMER] = { "seconds2", FALSE, { "第二用时", "第二计时", "用时2" } },
};

/* Seconds or minutes and seconds; left alone where nothing is written in a column that may be empty. */
static void
read_time (const LecternColumns *columns,
           guint                 row,
           guint                 column,
           gint64               *time_ms)
{
  const char      *text = lectern_columns_get (columns, row, column);
  g_autofree char *quoted = lectern_grid_abbreviate (text);

  if (*text == '\0' && column == COLUMN_SECOND_TIMER)
    return;
  if (!lectern_clock_parse (text, time_ms) || *time_ms == 0 || *time_ms > TIME_MAX_MS)
    lectern_columns_add_problem (columns, row, column, _ ("“%s” is no time of a talk. Write seconds (361.5) or minutes and seconds (6:01.5)."), quoted);
}

static void
read_row (const LecternColumns *columns,
          LecternContest       *contest,
          guint                 row)
{
  LecternEntry       *record = lectern_record_new (&lectern_table_entry);
  const LecternEntry *entry = lectern_columns_read_lot (columns, row, COLUMN_LOT, contest);

  read_time (columns, row, COLUMN_SECONDS, &record->time_ms);
  read_time (columns, row, COLUMN_SECOND_TIMER, &record->timer2_ms);
  if (record->timer2_ms != LECTERN_NULL && !lectern_contest_get_rules (contest)->two_timers)
    lectern_columns_add_problem (columns, row, COLUMN_SECOND_TIMER, _ ("The rules of this contest have one timer. Set two in the rules first."));
  if (entry != NULL)
    {
      record->round = g_strdup (entry->round);
      record->nominee = entry->nominee;
      if (entry->state == LECTERN_ENTRY_FORFEIT)
        lectern_columns_add_problem (columns, row, COLUMN_LOT, _ ("Lot %d is forfeit and has no time. Take the row out."), (int) entry->lot);
      for (guint i = 0; i < columns->import->records->len; i++)
        if (((LecternEntry *) columns->import->records->pdata[i])->nominee == entry->nominee)
          lectern_columns_add_problem (columns, row, COLUMN_LOT, _ ("Lot %d has a time already, in a row above. Take one of the rows out."), (int) entry->lot);
    }
  g_ptr_array_add (columns->import->records, record);
}

void
lectern_time_table_read (const LecternGrid *grid,
                         LecternContest    *contest,
                         LecternImport     *import)
{
  g_autoptr (LecternColumns) columns = lectern_columns_map (grid, column_specs, N_COLUMNS, import);

  if (columns == NULL)
    return;
  for (guint row = columns->header + 1; row < lectern_grid_get_n_rows (grid); row++)
    read_row (columns, contest, row);
}
