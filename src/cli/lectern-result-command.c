/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Results: rank, agreement, decide, finalise, verify. The ranking and the judges' statistics are
 * those every window and paper shows; nothing is computed here. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-agreement-table.h"
#include "lectern-commands.h"
#include "lectern-ranking.h"
#include "lectern-separation.h"
#include "lectern-standing.h"
#include "lectern-store.h"

#include <glib/gi18n-lib.h>

/* What is certain or out, and why equals stand in this order. */
static char *
describe_remarks (LecternContest          *contest,
                  const LecternRanking    *ranking,
                  const LecternStanding   *standing,
                  const LecternRankingRow *row)
{
  const LecternBorder *certain = lectern_standing_find_certain (standing, row->entry->nominee);
  g_autofree char     *separation = lectern_separation_describe (ranking, contest, row);
  g_autofree char     *outlook = NULL;

  if (certain != NULL)
    /* Translators: an award, or the next round, that an entry can't lose any more. */
    outlook = g_strdup_printf (_ ("certain of “%s”"), certain->name);
  else if (lectern_standing_is_out (standing, row->entry->nominee))
    outlook = g_strdup (_ ("out of reach of every award"));
  if (outlook == NULL || separation == NULL)
    return g_strdup (outlook != NULL ? outlook : separation != NULL ? separation
                                                                    : "");
  return g_strjoin ("; ", outlook, separation, NULL);
}

static void
print_row (LecternInvocation       *invocation,
           LecternContest          *contest,
           const LecternRanking    *ranking,
           const LecternStanding   *standing,
           const LecternRankingRow *row)
{
  g_autofree char *rank = row->ranked.rank == 0 ? g_strdup ("–") : g_strdup_printf ("%u%s", row->ranked.rank, row->ranked.tied ? "=" : "");
  g_autofree char *final = row->ranked.has_final ? lectern_fraction_format (row->ranked.final, ranking->decimals) : g_strdup ("–");
  g_autofree char *remarks = describe_remarks (contest, ranking, standing, row);

  lectern_invocation_print (invocation, "%s\t%d\t%s\t%s\t%s\t%s", rank, (int) row->entry->lot, row->nominee->name, row->unit->name, final, remarks);
}

static void
say_ties (LecternInvocation     *invocation,
          const LecternRanking  *ranking,
          const LecternStanding *standing)
{
  GPtrArray *possible = lectern_standing_get_ties (standing);

  for (guint i = 0; i < possible->len; i++)
    {
      g_autofree char *tie = lectern_possible_tie_describe (possible->pdata[i]);

      lectern_invocation_say (invocation, _ ("Possible tie: %s"), tie);
    }
  if (possible->len == 0 && ranking->open_ties->len > 0)
    lectern_invocation_say (invocation, ngettext ("%u tie is open: the jury must decide it.", "%u ties are open: the jury must decide them.", ranking->open_ties->len), ranking->open_ties->len);
}

static void
print_ranking (LecternInvocation    *invocation,
               LecternContest       *contest,
               const LecternRanking *ranking)
{
  g_autoptr (LecternStanding) standing = lectern_standing_new (contest, ranking->round, LECTERN_BASIS_KNOWN);

  lectern_invocation_print (invocation, "%s\t%s\t%s\t%s\t%s\t%s", _ ("Rank"), _ ("Lot"), _ ("Name"), _ ("Unit"), _ ("Final score"), _ ("Remarks"));
  for (guint i = 0; i < ranking->n_rows; i++)
    print_row (invocation, contest, ranking, standing, &ranking->rows[i]);
  say_ties (invocation, ranking, standing);
  if (ranking->provisional)
    lectern_invocation_say (invocation, "%s", ranking->complete ? _ ("Everything is in; the round is not finalised yet.") : _ ("Provisional: not everything is in."));
}

/* The contest at @path, which has a round @round; NULL stands for the current one. */
static LecternContest *
read_round (const char *path,
            const char *round,
            GError    **error)
{
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, error);

  if (contest == NULL)
    return NULL;
  if (round != NULL && lectern_contest_get_round (contest, round) == NULL)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no round “%s”."), round);
      return NULL;
    }
  return g_steal_pointer (&contest);
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
  contest = read_round (argv[1], round, &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  ranking = lectern_ranking_new (contest, round, FALSE);
  if (!invocation->json)
    print_ranking (invocation, contest, ranking);
  else
    {
      json = lectern_ranking_to_json (ranking, contest);
      g_print ("%s\n", json);
    }

  return LECTERN_EXIT_DONE;
}

/* For the eye: three places, or why there is nothing. */
static char *
describe_figure (LecternFigure figure)
{
  switch (figure.state)
    {
    case LECTERN_FIGURE_KNOWN:
      return lectern_figure_format (figure, 3);
    case LECTERN_FIGURE_TOO_FEW_ENTRIES:
      return g_strdup (_ ("– (too few entries)"));
    case LECTERN_FIGURE_TOO_FEW_JUDGES:
      return g_strdup (_ ("– (too few judges)"));
    case LECTERN_FIGURE_NO_VARIATION:
      return g_strdup (_ ("– (the marks do not differ enough)"));
    case LECTERN_FIGURE_OUT_OF_RANGE:
    default:
      return g_strdup (_ ("– (out of range)"));
    }
}

static void
print_figure (LecternInvocation *invocation,
              const char        *name,
              LecternFigure      figure)
{
  g_autofree char *text = describe_figure (figure);

  lectern_invocation_print (invocation, "%s\t%s", name, text);
}

static void
print_judge (LecternInvocation           *invocation,
             const LecternAgreementJudge *figures,
             const LecternJudge          *judge)
{
  g_autofree char *mean = describe_figure (figures->mean);
  g_autofree char *severity = describe_figure (figures->severity);
  g_autofree char *spread = describe_figure (figures->spread);
  g_autofree char *consistency = describe_figure (figures->consistency);

  lectern_invocation_print (invocation, "%d\t%s\t%s\t%s\t%s\t%s\t%u\t%u", figures->judge, judge->name, mean, severity, spread, consistency, figures->dropped_high, figures->dropped_low);
}

static void
say_what_it_is_over (LecternInvocation           *invocation,
                     const LecternAgreementTable *table)
{
  if (table->left_out->len > 0)
    lectern_invocation_say (invocation, ngettext ("%u entry is left out: not every judge marked it.", "%u entries are left out: not every judge marked them.", table->left_out->len), table->left_out->len);
  if (!table->complete)
    lectern_invocation_say (invocation, "%s", _ ("Provisional: not everything is in."));
  lectern_invocation_say (invocation, "%s", _ ("These figures describe how the judges marked. They never change a result."));
}

static void
print_agreement (LecternInvocation           *invocation,
                 const LecternAgreementTable *table)
{
  const LecternAgreement *figures = table->figures;

  lectern_invocation_print (invocation, "%s\t%u", _ ("Entries that every judge marked"), figures->n_entries);
  lectern_invocation_print (invocation, "%s\t%u", _ ("Judges"), figures->n_judges);
  print_figure (invocation, _ ("How alike the judges' orders are, 0 to 1 (Kendall's W)"), figures->kendall_w);
  print_figure (invocation, _ ("The same as chi-square"), figures->chi_square);
  if (figures->chi_square.state == LECTERN_FIGURE_KNOWN)
    lectern_invocation_print (invocation, "%s\t%u", _ ("with degrees of freedom"), figures->df);
  print_figure (invocation, _ ("How far one judge's points can be relied on (ICC(2,1))"), figures->icc2_1);
  print_figure (invocation, _ ("How far the mean of all judges can be relied on (ICC(2,k))"), figures->icc2_k);
  print_figure (invocation, _ ("The same with strictness left aside (Cronbach's alpha)"), figures->alpha);
  lectern_invocation_print (invocation, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s", C_ ("agreement", "Judge"), _ ("Name"), C_ ("agreement", "Mean"), _ ("Above the others"), C_ ("agreement", "Spread"), C_ ("agreement", "Consistency"), _ ("Struck out as highest"), _ ("Struck out as lowest"));
  for (guint j = 0; j < figures->n_judges; j++)
    print_judge (invocation, &figures->judges[j], table->judges->pdata[j]);
  say_what_it_is_over (invocation, table);
}

LecternExit
lectern_command_agreement (LecternInvocation *invocation,
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
  g_autoptr (LecternAgreementTable) table = NULL;
  g_autofree char *json = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  contest = read_round (argv[1], round, &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  table = lectern_agreement_table_new (contest, round);
  if (!invocation->json)
    print_agreement (invocation, table);
  else
    {
      json = lectern_agreement_table_to_json (table);
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
  gint64             n_lines = 0;
  g_autofree char   *fingerprint = NULL;
  const GOptionEntry entries[] = {
    { "key", 'k', 0, G_OPTION_ARG_STRING, &fingerprint, N_ ("The fingerprint the bundle's key must have"), N_ ("sha256:…") },
    { NULL },
  };

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (lectern_command_is_bundle (argv[1]))
    return lectern_command_verify_bundle (invocation, argv[1], fingerprint);
  if (fingerprint != NULL)
    return lectern_invocation_misused (invocation, _ ("--key is for a bundle of results."));
  if (!lectern_store_verify (argv[1], &n_lines, &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  lectern_invocation_say (invocation, ngettext ("%d line of the journal proves the contest: nothing was changed beside it, and every result is what the marks give.", "%d lines of the journal prove the contest: nothing was changed beside them, and every result is what the marks give.", (gulong) n_lines), (int) n_lines);
  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "verified", TRUE);
  lectern_answer_integer (answer, "journal", n_lines);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}
