/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who is here. The count is over who is expected and no one else: somebody who came and then withdrew is
 * neither here nor missing. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-check-in.h"

#include "lectern-rounds.h"

static const LecternRound *
find_round (LecternContest *contest,
            const char     *key)
{
  return key != NULL ? lectern_contest_get_round (contest, key) : lectern_contest_get_current_round (contest);
}

gint64
lectern_check_in_get_time (LecternContest *contest,
                           const char     *round,
                           gint64          nominee)
{
  const LecternRound   *of = find_round (contest, round);
  const LecternCheckIn  wanted = { .record.table = &lectern_table_check_in, .round = of != NULL ? of->key : NULL, .nominee = nominee };
  const LecternCheckIn *row = of != NULL ? lectern_contest_find (contest, &wanted) : NULL;

  return row != NULL ? row->wall_us : LECTERN_NULL;
}

/* Those nominated for a round that nothing feeds. */
static GPtrArray *
list_nominated (LecternContest     *contest,
                const LecternRound *round)
{
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  GPtrArray *expected = g_ptr_array_new ();

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      if (nominee->withdrawn != 1 && lectern_rounds_takes_unit (round, nominee->unit))
        g_ptr_array_add (expected, (gpointer) nominee);
    }
  return expected;
}

static GPtrArray *
list_drawn (LecternContest     *contest,
            const LecternRound *round)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, round->key);
  GPtrArray *expected = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = entries->pdata[i];

      if (entry->state != LECTERN_ENTRY_FORFEIT)
        g_ptr_array_add (expected, (gpointer) lectern_contest_get_nominee (contest, entry->nominee));
    }
  return expected;
}

GPtrArray *
lectern_check_in_list_expected (LecternContest *contest,
                                const char     *round)
{
  const LecternRound *of = find_round (contest, round);
  g_autoptr (GPtrArray) feeders = NULL;

  if (of == NULL)
    return g_ptr_array_new ();
  if (of->state != LECTERN_ROUND_SET_UP)
    return list_drawn (contest, of);
  feeders = lectern_rounds_list_feeders (contest, of);
  return feeders->len > 0 ? lectern_rounds_list_entrants (contest, of) : list_nominated (contest, of);
}

void
lectern_check_in_count (LecternContest *contest,
                        guint          *n_here,
                        guint          *n_expected)
{
  g_autoptr (GPtrArray) expected = lectern_check_in_list_expected (contest, NULL);

  *n_here = 0;
  *n_expected = expected->len;
  for (guint i = 0; i < expected->len; i++)
    *n_here += lectern_check_in_get_time (contest, NULL, ((LecternNominee *) expected->pdata[i])->id) != LECTERN_NULL;
}

gboolean
lectern_check_in_is_missed (LecternContest *contest,
                            gint64          nominee)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  g_autoptr (GPtrArray) rows = NULL;

  if (round == NULL || lectern_check_in_get_time (contest, round->key, nominee) != LECTERN_NULL)
    return FALSE;
  rows = lectern_contest_list_rows (contest, &lectern_table_check_in);
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((LecternCheckIn *) rows->pdata[i])->round, round->key) == 0)
      return TRUE;
  return FALSE;
}
