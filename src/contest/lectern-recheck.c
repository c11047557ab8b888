/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who has to be re-checked, and what is on record of it. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-recheck.h"

#include <glib/gi18n-lib.h>

static const LecternAward *
find_award (LecternContest *contest,
            const char     *key)
{
  const LecternAward award = { .record.table = &lectern_table_award, .key = (char *) key };

  return key != NULL ? lectern_contest_find (contest, &award) : NULL;
}

gboolean
lectern_recheck_is_due (LecternContest          *contest,
                        const LecternRanking    *ranking,
                        const LecternRankingRow *row)
{
  const LecternAward *award = find_award (contest, row->award);

  if (!row->ranked.has_final)
    return FALSE;
  if (award != NULL && award->places != LECTERN_NULL)
    return TRUE;
  return ranking->feeds && row->advances;
}

const LecternRecheck *
lectern_recheck_find (LecternContest     *contest,
                      const LecternEntry *entry,
                      gint64              judge)
{
  const LecternSheet  *sheet = lectern_contest_get_counted_sheet (contest, entry, judge);
  const LecternRecheck key = { .record.table = &lectern_table_recheck, .round = entry->round, .nominee = entry->nominee, .judge = judge, .version = sheet != NULL ? sheet->version : 0 };

  return sheet != NULL ? lectern_contest_find (contest, &key) : NULL;
}

void
lectern_recheck_count (LecternContest          *contest,
                       const LecternRankingRow *row,
                       guint                   *n_sheets,
                       guint                   *n_checked)
{
  *n_sheets = row->n_sheets;
  *n_checked = 0;
  for (guint i = 0; i < row->n_sheets; i++)
    *n_checked += lectern_recheck_find (contest, row->entry, row->sheets[i].judge) != NULL;
}

GPtrArray *
lectern_recheck_list_open (LecternContest *contest,
                           const char     *round)
{
  GPtrArray *open = lectern_problems_new ();
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, round, FALSE);

  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];
      guint                    n_sheets, n_checked;

      if (!lectern_recheck_is_due (contest, ranking, row))
        continue;
      lectern_recheck_count (contest, row, &n_sheets, &n_checked);
      if (n_checked < n_sheets)
        /* Translators: lot and name of an entry, then how many of its sheets. */
        g_ptr_array_add (open, lectern_problem_new ((guint) row->entry->lot, "recheck", _ ("No. %d %s: %u of %u sheets have been compared by a second person."), (int) row->entry->lot, row->nominee->name, n_checked, n_sheets));
    }
  return open;
}

static gboolean
has_name (GPtrArray  *names,
          const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

char *
lectern_recheck_list_checkers (LecternContest *contest,
                               const char     *round)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, round, FALSE);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < ranking->n_rows; i++)
    for (guint s = 0; s < ranking->rows[i].n_sheets; s++)
      {
        const LecternRecheck *check = lectern_recheck_find (contest, ranking->rows[i].entry, ranking->rows[i].sheets[s].judge);

        if (check != NULL && !has_name (names, check->checker))
          g_ptr_array_add (names, check->checker);
      }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("、", (char **) names->pdata);
}
