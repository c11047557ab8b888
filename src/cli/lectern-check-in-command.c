/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* check-in: who has come to the hall for the current round. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-check-in.h"
#include "lectern-commands.h"

#include <glib/gi18n-lib.h>

#define NUMBER_MAX 100000

/* By name, among those who have not withdrawn; two of one name are told apart by their ids alone. */
static gint64
find_by_name (LecternContest *contest,
              const char     *name,
              GError        **error)
{
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  gint64     found = LECTERN_NULL;

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      if (nominee->withdrawn == 1 || g_strcmp0 (nominee->name, name) != 0)
        continue;
      if (found != LECTERN_NULL)
        {
          g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("There are several nominees called %s: give the id that “show” tells."), name);
          return LECTERN_NULL;
        }
      found = nominee->id;
    }
  if (found == LECTERN_NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no nominee called %s."), name);
  return found;
}

static LecternExit
finish (LecternInvocation *invocation,
        const char        *path,
        gint64             nominee)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, &error);
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  guint n_here;
  guint n_expected;

  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  lectern_check_in_count (contest, &n_here, &n_expected);
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "nominee", nominee);
  lectern_answer_boolean (answer, "here", lectern_check_in_get_time (contest, NULL, nominee) != LECTERN_NULL);
  lectern_answer_integer (answer, "present", n_here);
  lectern_answer_integer (answer, "expected", n_expected);
  json_builder_end_object (answer);
  /* Translators: how many have checked in, of how many. */
  lectern_invocation_print (invocation, _ ("%u of %u are here."), n_here, n_expected);
  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_check_in (LecternInvocation *invocation,
                          int                argc,
                          char             **argv)
{
  gboolean           out = FALSE;
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_NONE, &out, N_ ("Was marked so by mistake"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  LecternAction *action;
  LecternExit    exit;
  gint64         nominee = LECTERN_NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 2))
    return LECTERN_EXIT_USAGE;
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest != NULL && !lectern_invocation_parse_number (argv[2], NUMBER_MAX, &nominee))
    nominee = find_by_name (contest, argv[2], &error);
  if (error != NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  action = lectern_invocation_new_action (LECTERN_ACTION_CHECK_IN);
  action->nominee = nominee;
  action->on = !out;
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  return outcome != NULL ? finish (invocation, argv[1], nominee) : exit;
}
