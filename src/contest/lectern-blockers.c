/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What keeps a round from being finalised. Each blocker is a sentence that says what to do; the
 * list is complete, so the operator sees all of it at once. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-ranking.h"

#include <glib/gi18n-lib.h>

#include "lectern-flags.h"
#include "lectern-keyings.h"

static char *
list_missing_judges (LecternContest     *contest,
                     const LecternEntry *entry)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  GString   *text = g_string_new (NULL);

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->active != 1 || lectern_contest_is_recused (contest, entry, judge->number) || lectern_contest_get_counted_sheet (contest, entry, judge->number) != NULL)
        continue;
      g_string_append_printf (text, "%s%d %s", text->len > 0 ? ", " : "", (int) judge->number, judge->name);
    }
  return g_string_free (text, FALSE);
}

static void
check_row (LecternContest          *contest,
           const LecternRankingRow *row,
           GPtrArray               *blockers)
{
  int         lot = (int) row->entry->lot;
  const char *name = row->nominee->name;

  if (row->entry->state == LECTERN_ENTRY_FORFEIT)
    return;
  if (row->entry->state != LECTERN_ENTRY_DONE)
    /* Translators: lot and name of an entry. */
    g_ptr_array_add (blockers, lectern_problem_new ((guint) lot, "state", _ ("No. %d %s is not done yet. Finish the entry, or record a forfeit."), lot, name));
  if (row->entry->state < LECTERN_ENTRY_MARKING) /* that its sheets are missing goes without saying */
    return;
  if (row->n_sheets < row->n_expected)
    {
      g_autofree char *missing = list_missing_judges (contest, row->entry);

      /* Translators: lot and name of an entry, then numbers and names of judges. */
      g_ptr_array_add (blockers, lectern_problem_new ((guint) lot, "sheets", _ ("No. %d %s: sheets are missing from judges %s. Have them handed in, or record recusals."), lot, name, missing));
    }
  else if (row->n_sheets == 0)
    g_ptr_array_add (blockers, lectern_problem_new ((guint) lot, "sheets", _ ("No. %d %s: every judge is recused or was absent, so nobody marks it. Lift a recusal or add a judge."), lot, name));
  if (row->entry->state == LECTERN_ENTRY_DONE && row->entry->time_ms == LECTERN_NULL)
    g_ptr_array_add (blockers, lectern_problem_new ((guint) lot, "time", _ ("No. %d %s has no time on record. Enter it with a reason."), lot, name));
}

/* The head judge has to have looked; whose sheet it is goes without saying here. */
static void
check_flags (LecternContest          *contest,
             const LecternRankingRow *row,
             GPtrArray               *blockers)
{
  guint n = lectern_flags_count_unseen (contest, row->entry);

  if (n > 0 && row->entry->state != LECTERN_ENTRY_FORFEIT)
    /* Translators: lot and name of an entry, then how many flagged sheets. */
    g_ptr_array_add (blockers, lectern_problem_new ((guint) row->entry->lot, "flag", ngettext ("No. %d %s: %u sheet lies far from the others and the head judge has not looked at it.", "No. %d %s: %u sheets lie far from the others and the head judge has not looked at them.", n), (int) row->entry->lot, row->nominee->name, n));
}

static void
check_keyings (LecternContest     *contest,
               const LecternRound *round,
               GPtrArray          *blockers)
{
  g_autoptr (GPtrArray) keyings = lectern_contest_list_rows (contest, &lectern_table_keying);

  for (guint i = 0; i < keyings->len; i++)
    {
      const LecternKeying *keying = keyings->pdata[i];
      const LecternEntry  *entry = lectern_contest_get_entry (contest, keying->round, keying->nominee);

      if (g_strcmp0 (keying->round, round->key) != 0 || (keying->pass == 2 && lectern_keyings_find (contest, entry, keying->judge, 1) != NULL))
        continue;
      g_ptr_array_add (blockers, lectern_problem_new ((guint) entry->lot, "keying", _ ("No. %d: the paper sheet of judge %d was not keyed alike by two people yet. Key it again."), (int) entry->lot, (int) keying->judge));
    }
}

static void
check_tie (const LecternOpenTie *tie,
           GPtrArray            *blockers)
{
  g_autoptr (GString) lots = g_string_new (NULL);

  for (guint i = 0; i < tie->lots->len; i++)
    g_string_append_printf (lots, "%s%d", i > 0 ? ", " : "", (int) g_array_index (tie->lots, gint64, i));
  if (tie->advance)
    /* Translators: a rank, then lots. */
    g_ptr_array_add (blockers, lectern_problem_new (0, "tie", _ ("Nos. %2$s are equal at rank %1$u, across the cut to the next round. The jury must record its decision."), tie->rank, lots->str));
  else
    /* Translators: a rank, then lots. */
    g_ptr_array_add (blockers, lectern_problem_new (0, "tie", _ ("Nos. %2$s are equal at rank %1$u, across the border of an award. The jury must record its decision."), tie->rank, lots->str));
}

GPtrArray *
lectern_ranking_list_blockers (LecternContest *contest,
                               const char     *round_key)
{
  GPtrArray                *blockers = lectern_problems_new ();
  const LecternRound       *round = lectern_contest_get_round (contest, round_key);
  const LecternClockRecord *clock = lectern_contest_get_clock (contest);
  const LecternEntry       *gate = lectern_contest_get_entry_at_gate (contest);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, round_key, FALSE);

  if (round == NULL || round->state == LECTERN_ROUND_SET_UP)
    {
      g_ptr_array_add (blockers, lectern_problem_new (0, "draw", "%s", _ ("The running order has not been drawn.")));
      return blockers;
    }
  if (gate != NULL)
    g_ptr_array_add (blockers, lectern_problem_new ((guint) gate->lot, "gate", _ ("Marking is still open for No. %d. Close it."), (int) gate->lot));
  if (clock != NULL && (clock->phase == LECTERN_CLOCK_RUNNING || clock->phase == LECTERN_CLOCK_PAUSED))
    g_ptr_array_add (blockers, lectern_problem_new (0, "clock", "%s", _ ("The clock has not been stopped. Stop it.")));
  for (guint i = 0; i < ranking->n_rows; i++)
    {
      check_row (contest, &ranking->rows[i], blockers);
      check_flags (contest, &ranking->rows[i], blockers);
    }
  check_keyings (contest, round, blockers);
  for (guint i = 0; i < ranking->open_ties->len; i++)
    check_tie (ranking->open_ties->pdata[i], blockers);
  return blockers;
}
