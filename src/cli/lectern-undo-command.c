/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl undo`: takes a line of the journal back; the line stays, and the undo can be taken
 * back itself. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"

#include <glib/gi18n-lib.h>

LecternExit
lectern_command_undo (LecternInvocation *invocation,
                      int                argc,
                      char             **argv)
{
  g_autofree char   *line = NULL;
  const GOptionEntry entries[] = {
    { "line", 'l', 0, G_OPTION_ARG_STRING, &line, N_ ("The line of the journal; without it the last that can be taken back"), N_ ("N") },
    { NULL },
  };
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (LecternAction) action = lectern_invocation_new_action (LECTERN_ACTION_UNDO);
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  LecternExit exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (line != NULL && !lectern_invocation_parse_number (line, G_MAXINT32, &action->number))
    return lectern_invocation_misused (invocation, _ ("A line of the journal is a whole number from 1."));
  outcome = lectern_invocation_perform (invocation, argv[1], g_steal_pointer (&action), &exit);
  if (outcome == NULL)
    return exit;

  /* Translators: number of a line of the journal, its sentence. */
  lectern_invocation_say (invocation, _ ("Took back line %d: “%s”"), (int) outcome->line, outcome->text);
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "line", outcome->seq);
  lectern_answer_integer (answer, "taken_back", outcome->line);
  lectern_answer_text (answer, "sentence", outcome->text);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}
