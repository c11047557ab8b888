/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From round to round: open-round. Nothing of the round that is left is lost. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-rounds.h"

#include <glib/gi18n-lib.h>

LecternExit
lectern_command_open_round (LecternInvocation *invocation,
                            int                argc,
                            char             **argv)
{
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (GPtrArray) entrants = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  const LecternRound *round;
  LecternAction      *action;
  LecternExit         exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, NULL, 2, 2))
    return LECTERN_EXIT_USAGE;
  action = lectern_invocation_new_action (LECTERN_ACTION_OPEN_ROUND);
  lectern_record_take_string (&action->key, argv[2]);
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  if (outcome == NULL)
    return exit;
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);

  round = lectern_contest_get_round (contest, argv[2]);
  entrants = lectern_rounds_list_entrants (contest, round);
  /* Translators: name of a round, number of those who speak in it. */
  lectern_invocation_say (invocation, ngettext ("The current round is “%s”: %u nominee speaks in it.", "The current round is “%s”: %u nominees speak in it.", entrants->len), round->name, entrants->len);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "round", round->key);
  lectern_answer_integer (answer, "entrants", entrants->len);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}
