/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Results: rank, decide, finalise, verify. The ranking is the one every window and paper shows;
 * nothing is computed here. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-ranking.h"
#include "lectern-store.h"

#include <glib/gi18n-lib.h>

static void
print_row (LecternInvocation       *invocation,
           const LecternRanking    *ranking,
           const LecternRankingRow *row)
{
  g_autofree char *rank = row->ranked.rank == 0 ? g_strdup ("–") : g_strdup_printf ("%u%s", row->ranked.rank, row->ranked.tied ? "=" : "");
  g_autofree char *final = row->ranked.has_final ? lectern_fraction_format (row->ranked.final, ranking->decimals) : g_strdup ("–");

  lectern_invocation_print (invocation, "%s\t%d\t%s\t%s\t%s", rank, (int) row->entry->lot, row->nominee->name, row->unit->name, final);
}

static void
print_ranking (LecternInvocation    *invocation,
               const LecternRanking *ranking)
{
  lectern_invocation_print (invocation, "%s\t%s\t%s\t%s\t%s", _ ("Rank"), _ ("Lot"), _ ("Name"), _ ("Unit"), _ ("Final score"));
  for (guint i = 0; i < ranking->n_rows; i++)
    print_row (invocation, ranking, &ranking->rows[i]);
  if (ranking->open_ties->len > 0)
    lectern_invocation_say (invocation, ngettext ("%u tie is open: the jury must decide it.", "%u ties are open: the jury must decide them.", ranking->open_ties->len), ranking->open_ties->len);
  if (ranking->provisional)
    lectern_invocation_say (invocation, "%s", ranking->complete ? _ ("Everything is in; the round is not finalised yet.") : _ ("Provisional: not everything is in."));
}

LecternExit
lectern_command_rank (LecternInvocation *invocation,
                      int                argc,
                      char             **argv)
{
  g_autofree char   *round = NULL;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_STRING, &round, N_ ("The round's key; without it the current one"), N_ ("KEY") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternRanking) ranking = NULL;
  g_autofree char *json = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  if (round != NULL && lectern_contest_get_round (contest, round) == NULL)
    {
      g_set_error (&error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no round “%s”."), round);
      return lectern_invocation_refuse (invocation, error, NULL);
    }
  ranking = lectern_ranking_new (contest, round, FALSE);
  if (!invocation->json)
    print_ranking (invocation, ranking);
  else
    {
      json = lectern_ranking_to_json (ranking, contest);
      g_print ("%s\n", json);
    }

  return LECTERN_EXIT_DONE;
}

/* The nominee who has @lot, for a decision in the current round of the contest at @path. */
static gboolean
add_decisions (LecternAction  *action,
               LecternContest *contest,
               const char     *order,
               const char     *reason,
               GError        **error)
{
  g_auto (GStrv) lots = g_strsplit (order, ",", -1);

  for (guint i = 0; lots[i] != NULL; i++)
    {
      gint64              lot = 0;
      const LecternEntry *entry = NULL;
      LecternDecision    *decision;

      if (lectern_invocation_parse_number (g_strstrip (lots[i]), G_MAXINT16, &lot))
        entry = lectern_contest_get_entry_by_lot (contest, lot);
      if (entry == NULL)
        {
          g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no lot “%s” in the running order."), lots[i]);
          return FALSE;
        }
      decision = lectern_record_new (&lectern_table_decision);
      decision->round = g_strdup (entry->round);
      decision->nominee = entry->nominee;
      decision->place = i;
      decision->reason = g_strdup (reason);
      lectern_action_add_record (action, decision);
    }

  return TRUE;
}

LecternExit
lectern_command_decide (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  g_autofree char   *order = NULL;
  g_autofree char   *reason = NULL;
  const GOptionEntry entries[] = {
    { "order", 0, 0, G_OPTION_ARG_STRING, &order, N_ ("The lots of the tie, best first"), N_ ("LOT,LOT,…") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("What the jury decided by"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (LecternAction) action = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  LecternExit exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (order == NULL || reason == NULL)
    return lectern_invocation_misused (invocation, _ ("--order and --reason are both needed."));
  contest = lectern_invocation_read_contest (argv[1], &error);
  action = lectern_invocation_new_action (LECTERN_ACTION_DECIDE);
  lectern_record_take_string (&action->reason, reason);
  if (contest == NULL || !add_decisions (action, contest, order, reason, &error))
    return lectern_invocation_refuse (invocation, error, NULL);
  outcome = lectern_invocation_perform (invocation, argv[1], g_steal_pointer (&action), &exit);
  if (outcome == NULL)
    return exit;

  lectern_invocation_say (invocation, _ ("The decision is recorded."));
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "order", order);
  lectern_answer_text (answer, "reason", reason);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_finalise (LecternInvocation *invocation,
                          int                argc,
                          char             **argv)
{
  g_autofree char   *closer = NULL;
  gboolean           need_recheck = FALSE;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &closer, N_ ("Who closes the round"), N_ ("NAME") },
    { "require-recheck", 0, 0, G_OPTION_ARG_NONE, &need_recheck, N_ ("Refuse while the winners’ sheets have not all been compared by a second person"), NULL },
    { NULL },
  };
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  const LecternRound *round;
  LecternAction      *action;
  LecternExit         exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  action = lectern_invocation_new_action (LECTERN_ACTION_FINALISE);
  action->on = !need_recheck;
  action->text = g_strdup (closer);
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  if (outcome == NULL)
    return exit;

  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  round = lectern_contest_get_current_round (contest);
  lectern_invocation_say (invocation, _ ("The round “%s” is finalised."), round->name);
  if (round->checked_by == NULL)
    lectern_invocation_say (invocation, _ ("No complete re-check by a second person is on record; “recheck” records one."));
  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "finalised", TRUE);
  lectern_answer_text (answer, "round", round->key);
  lectern_answer_integer (answer, "revision", round->revision);
  lectern_answer_text (answer, "rechecked_by", round->checked_by);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_verify (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  gint64 n_lines = 0;

  if (!lectern_invocation_parse (invocation, &argc, &argv, NULL, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (!lectern_store_verify (argv[1], &n_lines, &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  lectern_invocation_say (invocation, ngettext ("%d line of the journal proves the contest: nothing was changed beside it, and every result is what the marks give.", "%d lines of the journal prove the contest: nothing was changed beside them, and every result is what the marks give.", (gulong) n_lines), (int) n_lines);
  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "verified", TRUE);
  lectern_answer_integer (answer, "journal", n_lines);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}
