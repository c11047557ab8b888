/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A draw made by hand, written down: who drew which lot. Everybody who is to speak has exactly one
 * lot, and the lots are 1, 2, 3 and so on without a gap. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-lot-table.h"

#include "lectern-columns.h"
#include "lectern-rounds.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_LOT,
  N_COLUMNS,
};

static const LecternColumnSpec column_specs[N_COLUMNS] = {
  [COLUMN_NAME] = { "name", TRUE, { "姓名", "选手姓名" } },
  [COLUMN_UNIT] = { "unit", TRUE, { "推荐单位", "选送单位", "单位" } },
  [COLUMN_LOT] = { "lot", TRUE, { "抽签号", "签号", "出场顺序", "出场序号" } },
};

typedef struct
{
  LecternContest       *contest;
  const LecternColumns *columns;
  LecternImport        *import;
  GHashTable           *speakers; /* id of each who is to speak, to whether a lot was met */
  const char           *round;
} LotTable;

/* Who is to speak: the entries of the round, or before there are any those who come into it. */
static GHashTable *
list_speakers (LecternContest *contest)
{
  GHashTable *speakers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  g_autoptr (GPtrArray) entrants = NULL;
  const LecternRound *round = lectern_contest_get_current_round (contest);

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (speakers, g_memdup2 (&((LecternEntry *) entries->pdata[i])->nominee, sizeof (gint64)), NULL);
  if (entries->len == 0 && round != NULL)
    entrants = lectern_rounds_list_entrants (contest, round);
  for (guint i = 0; entrants != NULL && i < entrants->len; i++)
    g_hash_table_insert (speakers, g_memdup2 (&((LecternNominee *) entrants->pdata[i])->id, sizeof (gint64)), NULL);

  return speakers;
}

static const LecternNominee *
find_speaker (LotTable          *table,
              const char        *name,
              const LecternUnit *unit)
{
  GPtrArray *nominees = lectern_contest_get_nominees (table->contest);

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      if (g_str_equal (nominee->name, name) && g_strcmp0 (nominee->unit, unit->key) == 0 && g_hash_table_contains (table->speakers, &nominee->id))
        return nominee;
    }

  return NULL;
}

static const LecternNominee *
read_speaker (LotTable *table,
              guint     row)
{
  g_autofree char      *name = lectern_columns_read_name (table->columns, row, COLUMN_NAME);
  const LecternUnit    *unit = lectern_columns_read_unit (table->columns, row, COLUMN_UNIT, table->contest);
  const LecternNominee *nominee;

  if (unit == NULL && *lectern_columns_get (table->columns, row, COLUMN_UNIT) == '\0')
    lectern_columns_add_problem (table->columns, row, COLUMN_UNIT, "%s", _ ("The nominating unit is missing. Write it in."));
  if (name == NULL || unit == NULL)
    return NULL;
  nominee = find_speaker (table, name, unit);
  if (nominee == NULL)
    lectern_columns_add_problem (table->columns, row, COLUMN_NAME, _ ("%s of %s is not among those who are to speak. Look at the list of nominees."), name, unit->name);
  else if (g_hash_table_lookup (table->speakers, &nominee->id) != NULL)
    lectern_columns_add_problem (table->columns, row, COLUMN_NAME, _ ("%s has a lot already, in a row above. Take one of the rows out."), name);
  else
    g_hash_table_insert (table->speakers, g_memdup2 (&nominee->id, sizeof (gint64)), table);

  return nominee;
}

static void
read_row (LotTable *table,
          guint     row)
{
  const LecternNominee *nominee = read_speaker (table, row);
  LecternEntry         *entry = lectern_record_new (&lectern_table_entry);

  entry->round = g_strdup (table->round);
  entry->nominee = nominee == NULL ? LECTERN_NULL : nominee->id;
  if (lectern_columns_read_integer (table->columns, row, COLUMN_LOT, 1, (int) g_hash_table_size (table->speakers), &entry->lot))
    for (guint i = 0; i < table->import->records->len; i++)
      if (((LecternEntry *) table->import->records->pdata[i])->lot == entry->lot)
        lectern_columns_add_problem (table->columns, row, COLUMN_LOT, _ ("Lot %d is in a row above already. Look who drew it."), (int) entry->lot);
  g_ptr_array_add (table->import->records, entry);
}

static void
check_complete (LotTable *table)
{
  GHashTableIter iter;
  gpointer       id, met;

  g_hash_table_iter_init (&iter, table->speakers);
  while (g_hash_table_iter_next (&iter, &id, &met))
    {
      const LecternNominee *nominee = lectern_contest_get_nominee (table->contest, *(gint64 *) id);
      const LecternUnit    *unit = lectern_contest_get_unit (table->contest, nominee->unit);

      if (met == NULL)
        g_ptr_array_add (table->import->problems, lectern_problem_new (0, "name", _ ("%s of %s has no lot. Add the row, or withdraw the nominee."), nominee->name, unit->name));
    }
}

void
lectern_lot_table_read (const LecternGrid *grid,
                        LecternContest    *contest,
                        LecternImport     *import)
{
  g_autoptr (LecternColumns) columns = lectern_columns_map (grid, column_specs, N_COLUMNS, import);
  g_autoptr (GHashTable) speakers = list_speakers (contest);
  const LecternRound *round = lectern_contest_get_current_round (contest);
  LotTable            table = { .contest = contest, .columns = columns, .import = import, .speakers = speakers };

  if (columns == NULL)
    return;
  table.round = round == NULL ? NULL : round->key;
  for (guint row = columns->header + 1; row < lectern_grid_get_n_rows (grid); row++)
    read_row (&table, row);
  if (import->problems->len == 0)
    check_complete (&table);
}
