/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* withdraw, substitute and restore: who goes, who comes in that place, by the unit's word. The unit sends the same
 * form for a substitute as for a nominee, so it is read as a table of one row, against the contest as it will be
 * when the place is free. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-import.h"

#include <glib/gi18n-lib.h>

#define NUMBER_MAX 100000

static gboolean
is_called (const LecternNominee *nominee,
           const char           *name,
           gboolean              withdrawn)
{
  return (nominee->withdrawn == 1) == withdrawn && g_strcmp0 (nominee->name, name) == 0;
}

/* By id, or by the name of one who is @withdrawn or is not. NULL: nobody, or several, are meant. */
static const LecternNominee *
find_nominee (LecternContest *contest,
              const char     *text,
              gboolean        withdrawn,
              GError        **error)
{
  GPtrArray            *nominees = lectern_contest_get_nominees (contest);
  const LecternNominee *found = NULL;
  gint64                id = LECTERN_NULL;
  guint                 n = 0;

  if (lectern_invocation_parse_number (text, NUMBER_MAX, &id))
    found = lectern_contest_get_nominee (contest, id);
  for (guint i = 0; id == LECTERN_NULL && i < nominees->len; i++)
    if (is_called (nominees->pdata[i], text, withdrawn))
      {
        found = nominees->pdata[i];
        n++;
      }
  if (n > 1)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("There are several nominees called %s: give the id that “show” tells."), text);
      return NULL;
    }
  if (found == NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no nominee called %s."), text);
  return found;
}

/* @contest is this command's own copy. */
static void
free_the_place (LecternContest       *contest,
                const LecternNominee *nominee)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternNominee *gone = lectern_record_copy (nominee);

  gone->withdrawn = 1;
  lectern_change_put (change, gone);
  lectern_contest_apply (contest, change);
}

/* The one row of the table, of the unit whose place is free. NULL, and what was wrong is told: @exit. */
static LecternRecord *
read_substitute (LecternInvocation    *invocation,
                 LecternContest       *contest,
                 const LecternNominee *nominee,
                 const char           *path,
                 LecternExit          *exit)
{
  const LecternUnit *unit = lectern_contest_get_unit (contest, nominee->unit);
  g_autoptr (LecternImport) import = lectern_import_read_file (LECTERN_IMPORT_NOMINEES, path, contest, LECTERN_IMPORT_PLAIN);
  g_autoptr (GError) error = NULL;

  if (import->error != NULL)
    {
      *exit = lectern_invocation_refuse (invocation, import->error, import->problems);
      return NULL;
    }
  lectern_invocation_print_notices (invocation, import->notices);
  if (import->records->len != 1)
    g_set_error (&error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, ngettext ("The table has %u row: a substitute is one.", "The table has %u rows: a substitute is one.", import->records->len), import->records->len);
  else if (g_strcmp0 (((const LecternNominee *) import->records->pdata[0])->unit, nominee->unit) != 0)
    /* Translators: a unit's name. */
    g_set_error (&error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("The place is that of %s, and the row is of another unit."), unit != NULL ? unit->name : nominee->unit);
  if (error == NULL)
    return lectern_record_ref (import->records->pdata[0]);
  *exit = lectern_invocation_refuse (invocation, error, NULL);
  return NULL;
}

static const LecternNominee *
find_last (LecternContest *contest)
{
  GPtrArray            *nominees = lectern_contest_get_nominees (contest);
  const LecternNominee *last = NULL;

  for (guint i = 0; i < nominees->len; i++)
    if (last == NULL || ((const LecternNominee *) nominees->pdata[i])->id > last->id)
      last = nominees->pdata[i];
  return last;
}

/* What stands in the file now. */
static LecternExit
finish (LecternInvocation *invocation,
        const char        *path,
        gint64             id,
        gboolean           substituted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, &error);
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  const LecternNominee *nominee = contest != NULL ? lectern_contest_get_nominee (contest, id) : NULL;
  const LecternNominee *substitute = substituted && nominee != NULL ? find_last (contest) : NULL;

  if (nominee == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  if (substitute != NULL)
    /* Translators: who goes, who comes. */
    lectern_invocation_say (invocation, _ ("%s was withdrawn; %s stands in."), nominee->name, substitute->name);
  else if (nominee->withdrawn == 1)
    lectern_invocation_say (invocation, _ ("%s was withdrawn."), nominee->name);
  else
    lectern_invocation_say (invocation, _ ("%s takes part again."), nominee->name);
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "nominee", nominee->id);
  lectern_answer_boolean (answer, "withdrawn", nominee->withdrawn == 1);
  lectern_answer_text (answer, "reason", nominee->withdrawn_reason);
  if (substitute != NULL)
    {
      lectern_answer_integer (answer, "substitute", substitute->id);
      lectern_answer_text (answer, "name", substitute->name);
    }
  json_builder_end_object (answer);
  return lectern_invocation_finish (invocation, answer);
}

/* withdraw FILE NOMINEE --reason TEXT, and with a TABLE behind the nominee: substitute. */
static LecternExit
run_withdrawal (LecternInvocation *invocation,
                char             **argv,
                const char        *table,
                const char        *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (argv[1], &error);
  g_autoptr (LecternAction) action = lectern_invocation_new_action (LECTERN_ACTION_WITHDRAW_NOMINEE);
  g_autoptr (LecternOutcome) outcome = NULL;
  const LecternNominee *nominee = contest != NULL ? find_nominee (contest, argv[2], FALSE, &error) : NULL;
  LecternExit           exit = LECTERN_EXIT_DONE;
  gint64                id;

  if (nominee == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  action->nominee = id = nominee->id;
  action->reason = g_strdup (reason);
  if (table != NULL)
    {
      LecternRecord *substitute;

      free_the_place (contest, nominee);
      substitute = read_substitute (invocation, contest, lectern_contest_get_nominee (contest, id), table, &exit);
      if (substitute == NULL)
        return exit;
      lectern_action_add_record (action, substitute);
    }
  outcome = lectern_invocation_perform (invocation, argv[1], g_steal_pointer (&action), &exit);
  return outcome != NULL ? finish (invocation, argv[1], id, table != NULL) : exit;
}

static LecternExit
run_with_reason (LecternInvocation *invocation,
                 int                argc,
                 char             **argv,
                 gboolean           substitute)
{
  g_autofree char   *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, as the unit says it"), N_ ("TEXT") },
    { NULL },
  };
  const int n = substitute ? 3 : 2;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, n, n))
    return LECTERN_EXIT_USAGE;
  return run_withdrawal (invocation, argv, substitute ? argv[3] : NULL, reason);
}

LecternExit
lectern_command_withdraw (LecternInvocation *invocation,
                          int                argc,
                          char             **argv)
{
  return run_with_reason (invocation, argc, argv, FALSE);
}

LecternExit
lectern_command_substitute (LecternInvocation *invocation,
                            int                argc,
                            char             **argv)
{
  return run_with_reason (invocation, argc, argv, TRUE);
}

LecternExit
lectern_command_restore (LecternInvocation *invocation,
                         int                argc,
                         char             **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  const LecternNominee *nominee;
  LecternAction        *action;
  LecternExit           exit;
  gint64                id;

  if (!lectern_invocation_parse (invocation, &argc, &argv, NULL, 2, 2))
    return LECTERN_EXIT_USAGE;
  contest = lectern_invocation_read_contest (argv[1], &error);
  nominee = contest != NULL ? find_nominee (contest, argv[2], TRUE, &error) : NULL;
  if (nominee == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  action = lectern_invocation_new_action (LECTERN_ACTION_RESTORE_NOMINEE);
  action->nominee = id = nominee->id;
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  return outcome != NULL ? finish (invocation, argv[1], id, FALSE) : exit;
}
