/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The end of a round: the jury's decision on a tie, finalising, and reopening with a reason. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-rounds.h"

static gboolean
is_named_twice (GPtrArray *decisions,
                guint      i)
{
  gint64 nominee = ((LecternDecision *) decisions->pdata[i])->nominee;

  for (guint before = 0; before < i; before++)
    if (((LecternDecision *) decisions->pdata[before])->nominee == nominee)
      return TRUE;
  return FALSE;
}

/* A decision about a part of the equals would separate nobody: the rule has to have a value for all. */
static gboolean
check_whole_tie (LecternPlan          *plan,
                 const LecternRanking *ranking,
                 guint                 rank,
                 GError              **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];
      gboolean                 named = FALSE;

      if (!row->ranked.has_final || row->ranked.rank != rank)
        continue;
      for (guint r = 0; r < plan->action->records->len && !named; r++)
        named = ((LecternDecision *) plan->action->records->pdata[r])->nominee == row->entry->nominee;
      if (!named)
        g_string_append_printf (missing, "%s%d", missing->len > 0 ? ", " : "", (int) row->entry->lot);
    }
  if (missing->len == 0)
    return TRUE;
  /* Translators: lots. */
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Nos. %s are equal with these and missing in the order. Name all of them."), missing->str);
}

/* The decided entries must be equal on everything before the jury's decision. */
static gboolean
check_decided_tie (LecternPlan *plan,
                   GError     **error)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (plan->contest, NULL, FALSE);
  GPtrArray *records = plan->action->records;
  guint      rank = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternDecision   *decision = records->pdata[i];
      const LecternRankingRow *row = lectern_ranking_find (ranking, decision->nominee);

      if (row == NULL || !row->ranked.has_final)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("An entry in this decision has no final score."));
      if (is_named_twice (records, i))
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("This nominee is there twice."));
      if (i > 0 && row->ranked.rank != rank)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("These entries are not equal, so there is nothing to decide between them."));
      rank = row->ranked.rank;
    }
  return check_whole_tie (plan, ranking, rank, error);
}

gboolean
lectern_conduct_decide (LecternPlan *plan,
                        GError     **error)
{
  GPtrArray *records = plan->action->records;
  g_autoptr (GString) lots = g_string_new (NULL);

  if (!lectern_plan_require_open_round (plan, error) || !lectern_plan_require_reason (plan, error))
    return FALSE;
  if (records->len < 2)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A decision orders two entries or more."));
  /* An earlier decision about these does not count when the tie is looked at again. */
  for (guint i = 0; i < records->len; i++)
    if (lectern_contest_find (plan->contest, records->pdata[i]) != NULL)
      lectern_plan_remove (plan, records->pdata[i]);
  if (!check_decided_tie (plan, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      LecternDecision    *decision = lectern_record_copy (records->pdata[i]);
      const LecternEntry *entry = lectern_contest_get_entry (plan->contest, NULL, decision->nominee);

      lectern_record_take_string (&decision->round, entry->round);
      lectern_record_take_string (&decision->reason, plan->action->reason);
      decision->place = i;
      lectern_plan_put (plan, decision);
      g_string_append_printf (lots, "%s%d", i > 0 ? ", " : "", (int) entry->lot);
    }
  /* Translators: lots in their decided order. */
  lectern_plan_say (plan, _ ("The jury decided the tie in this order: Nos. %s."), lots->str);
  return TRUE;
}

static void
put_results (LecternPlan        *plan,
             const LecternRound *round)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (plan->contest, round->key, FALSE);

  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];
      LecternResult           *result = lectern_record_new (&lectern_table_result);

      result->round = g_strdup (round->key);
      result->nominee = row->entry->nominee;
      result->revision = round->revision;
      result->rank = row->ranked.has_final ? (gint64) row->ranked.rank : LECTERN_NULL;
      result->mean = row->ranked.has_final ? lectern_fraction_format (row->ranked.mean, 6) : NULL;
      result->deduction = lectern_mark_format (row->ranked.deduction);
      result->final = row->ranked.has_final ? lectern_fraction_format (row->ranked.final, ranking->decimals) : NULL;
      result->award = g_strdup (row->award);
      lectern_plan_put (plan, result);
    }
}

gboolean
lectern_conduct_finalise (LecternPlan *plan,
                          GError     **error)
{
  const LecternRound *current = lectern_contest_get_current_round (plan->contest);
  g_autoptr (GPtrArray) blockers = NULL;
  LecternRound *round;

  if (current != NULL && current->state == LECTERN_ROUND_FINALISED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_FINALISED, "%s", _ ("The round is finalised already."));
  blockers = lectern_ranking_list_blockers (plan->contest, NULL);
  if (blockers->len > 0)
    {
      g_ptr_array_extend_and_steal (plan->problems, g_steal_pointer (&blockers));
      return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BLOCKED, ngettext ("The round can’t be finalised: %u thing stands in the way.", "The round can’t be finalised: %u things stand in the way.", plan->problems->len), plan->problems->len);
    }
  round = lectern_record_copy (current);
  if (!lectern_recheck_sign (plan, round, error) || !lectern_machine_move (LECTERN_MACHINE_ROUND, &round->state, LECTERN_ROUND_FINALISED, NULL, error))
    {
      lectern_record_unref (round);
      return FALSE;
    }
  round->revision += 1;
  lectern_plan_put (plan, round);
  put_results (plan, round);
  if (round->checked_by != NULL)
    /* Translators: name of the round, revision, who compared the sheets. */
    lectern_plan_say (plan, _ ("Finalised “%s”, revision %d; re-checked by %s."), round->name, (int) round->revision, round->checked_by);
  else
    /* Translators: name of the round, revision. */
    lectern_plan_say (plan, _ ("Finalised “%s”, revision %d, without a re-check on record."), round->name, (int) round->revision);
  return TRUE;
}

gboolean
lectern_conduct_reopen_round (LecternPlan *plan,
                              GError     **error)
{
  LecternRound *round;

  if (lectern_contest_get_current_round (plan->contest)->state != LECTERN_ROUND_FINALISED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The round is not finalised, so there is nothing to reopen."));
  if (!lectern_rounds_check_reopen (plan->contest, lectern_contest_get_current_round (plan->contest), error))
    return FALSE;
  round = lectern_record_copy (lectern_contest_get_current_round (plan->contest));
  if (!lectern_machine_move (LECTERN_MACHINE_ROUND, &round->state, LECTERN_ROUND_RUNNING, plan->action->reason, error))
    {
      lectern_record_unref (round);
      return FALSE;
    }
  lectern_plan_put (plan, round);
  lectern_plan_say (plan, _ ("Reopened “%s”."), round->name);
  lectern_plan_rule (plan, LECTERN_RULING_REOPEN_ROUND, NULL, LECTERN_NULL);
  return TRUE;
}
