/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl rules`: the rules a contest goes by as a rules file, and changing them from one. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-dry-run.h"
#include "lectern-rules-file.h"
#include "lectern-templates.h"

#include <glib/gi18n-lib.h>

/* What the command line asks for; strings are borrowed. */
typedef struct
{
  const char *file;
  const char *set; /* path of the rules file */
  const char *reason;
  gboolean    dry_run;
} RulesOrder;

static char *
read_rules (const char *path,
            GError    **error)
{
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, error);
  g_autoptr (LecternTemplate) rules = NULL;

  if (contest == NULL)
    return NULL;
  rules = lectern_rules_file_from_contest (contest);
  return lectern_rules_file_write (rules);
}

static void
answer_changes (JsonBuilder *answer,
                GPtrArray   *changes)
{
  lectern_answer_begin_array (answer, "changes");
  for (guint i = 0; i < changes->len; i++)
    {
      const LecternRulesChange *change = changes->pdata[i];

      json_builder_begin_object (answer);
      lectern_answer_text (answer, "path", change->path);
      lectern_answer_text (answer, "text", change->text);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static LecternExit
finish_rules (LecternInvocation    *invocation,
              const RulesOrder     *order,
              const LecternOutcome *outcome,
              const char           *before,
              const char           *after)
{
  g_autoptr (GPtrArray) changes = lectern_rules_file_compare (before, after);
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  for (guint i = 0; i < changes->len; i++)
    lectern_invocation_print (invocation, "%s", ((LecternRulesChange *) changes->pdata[i])->text);
  if (changes->len == 0)
    lectern_invocation_say (invocation, _ ("These are the rules the contest has; nothing was changed."));
  else if (order->dry_run)
    lectern_invocation_say (invocation, ngettext ("%u setting would change; nothing was changed.", "%u settings would change; nothing was changed.", changes->len), changes->len);
  else
    lectern_invocation_say (invocation, ngettext ("%u setting was changed.", "%u settings were changed.", changes->len), changes->len);
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "line", order->dry_run || outcome->seq == 0 ? LECTERN_NULL : outcome->seq);
  lectern_answer_boolean (answer, "dry_run", order->dry_run);
  answer_changes (answer, changes);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

/* @file: the contest or, for a dry run, its copy; the engine on it is closed. */
static LecternExit
set_with (LecternInvocation *invocation,
          const RulesOrder  *order,
          LecternEngine     *engine,
          const char        *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autofree char *text = lectern_templates_read_text (order->set, &error);
  g_autofree char *before = text != NULL ? read_rules (file, &error) : NULL;
  g_autofree char *after = NULL;
  LecternAction   *action;

  if (before != NULL)
    {
      action = lectern_invocation_new_action (LECTERN_ACTION_EDIT_RULES);
      action->text = g_steal_pointer (&text);
      action->reason = g_strdup (order->reason);
      outcome = lectern_engine_perform (engine, action, &problems, &error);
    }
  lectern_engine_close (engine);
  if (outcome != NULL)
    after = read_rules (file, &error);
  if (after == NULL)
    return lectern_invocation_refuse (invocation, error, problems);

  return finish_rules (invocation, order, outcome, before, after);
}

static LecternExit
set_rules (LecternInvocation *invocation,
           const RulesOrder  *order)
{
  g_autoptr (GError) error = NULL;
  char       *copy = NULL;
  LecternExit exit;
  g_autoptr (LecternEngine) engine = order->dry_run ? lectern_dry_run_open (order->file, &copy, &error) : lectern_engine_open (order->file, &error);

  if (engine != NULL)
    exit = set_with (invocation, order, engine, order->dry_run ? copy : order->file);
  else
    exit = lectern_invocation_refuse (invocation, error, NULL);
  lectern_dry_run_remove (copy);

  return exit;
}

LecternExit
lectern_command_rules (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  g_autofree char   *set = NULL;
  g_autofree char   *reason = NULL;
  gboolean           dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_FILENAME, &set, N_ ("Change the rules to those of this file; what it leaves out stays"), N_ ("RULES.json") },
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, once anything has been marked"), N_ ("TEXT") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what would change and change nothing"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *rules = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (set == NULL && (reason != NULL || dry_run))
    return lectern_invocation_misused (invocation, _ ("--reason and --dry-run go with --set."));
  if (set != NULL)
    return set_rules (invocation, &(RulesOrder){ argv[1], set, reason, dry_run });
  rules = read_rules (argv[1], &error);
  if (rules == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  g_print ("%s\n", rules);

  return LECTERN_EXIT_DONE;
}
