/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How a command hears and answers. Rules: sentences for people go to standard error; with --json
 * standard output is one JSON object, also when refused; the exit status says whose turn it is:
 * the rules said no, the command was wrong, or the machine is in trouble. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-invocation.h"

#include "lectern-exchange-error.h"
#include "lectern-paper-error.h"
#include "lectern-stage-pictures.h"
#include "lectern-store.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* A table, a rules file or a contest that says no is not the machine's fault. */
static LecternExit
get_exit (const GError *error)
{
  if (error->domain == LECTERN_CONTEST_ERROR || error->domain == LECTERN_EXCHANGE_ERROR || error->domain == LECTERN_STAGE_ERROR)
    return LECTERN_EXIT_REFUSED;
  if (error->domain == LECTERN_STORE_ERROR)
    return error->code == LECTERN_STORE_ERROR_EXISTS || error->code == LECTERN_STORE_ERROR_UNPROVEN || error->code == LECTERN_STORE_ERROR_CONSTRAINT ? LECTERN_EXIT_REFUSED : LECTERN_EXIT_TROUBLE;
  if (error->domain == LECTERN_PAPER_ERROR)
    return error->code == LECTERN_PAPER_ERROR_FONT_MISSING || error->code == LECTERN_PAPER_ERROR_FONT_BROKEN || error->code == LECTERN_PAPER_ERROR_WRITE ? LECTERN_EXIT_TROUBLE : LECTERN_EXIT_REFUSED;
  if (error->domain == G_OPTION_ERROR)
    return LECTERN_EXIT_USAGE;

  return LECTERN_EXIT_TROUBLE;
}

/* Blockers of a round name their entry in the sentence; elsewhere the place in the table comes
 * first. */
static void
print_problem (const LecternProblem *problem,
               gboolean              is_blocker)
{
  if (is_blocker)
    g_printerr ("  %s\n", problem->message);
  else if (problem->row > 0 && problem->column != NULL)
    /* Translators: where something is wrong, and what: row, column, sentence. */
    g_printerr (_ ("  row %u, %s: %s\n"), problem->row, problem->column, problem->message);
  else if (problem->row > 0)
    g_printerr (_ ("  row %u: %s\n"), problem->row, problem->message);
  else if (problem->column != NULL)
    g_printerr ("  %s: %s\n", problem->column, problem->message);
  else
    g_printerr ("  %s\n", problem->message);
}

static void
print_json (JsonBuilder *answer)
{
  g_autofree char *text = lectern_answer_to_string (answer, TRUE);

  g_print ("%s\n", text);
}

LecternExit
lectern_invocation_refuse (LecternInvocation *self,
                           const GError      *error,
                           GPtrArray         *problems)
{
  g_printerr ("lecternctl: %s\n", error->message);
  for (guint i = 0; problems != NULL && i < problems->len && !self->json; i++)
    print_problem (problems->pdata[i], g_error_matches (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BLOCKED));
  if (self->json)
    {
      g_autoptr (JsonBuilder) answer = json_builder_new ();

      json_builder_begin_object (answer);
      lectern_answer_error (answer, error, problems);
      json_builder_end_object (answer);
      print_json (answer);
    }

  return get_exit (error);
}

LecternExit
lectern_invocation_misused (LecternInvocation *self,
                            const char        *format,
                            ...)
{
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, format);
  error = g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, args);
  va_end (args);

  return lectern_invocation_refuse (self, error, NULL);
}

static void
check_count (LecternInvocation *self,
             int                n,
             int                min,
             int                max,
             GError           **error)
{
  if (n < min || n > max)
    /* Translators: how a command is written. */
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Write: lecternctl %s %s"), self->command, self->arguments);
}

gboolean
lectern_invocation_parse (LecternInvocation  *self,
                          int                *argc,
                          char             ***argv,
                          const GOptionEntry *entries,
                          int                 min,
                          int                 max)
{
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Answer with one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (self->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("lecternctl %s", self->command);

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (self->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    check_count (self, *argc - 1, min, max, &error);
  if (error == NULL)
    return TRUE;

  lectern_invocation_refuse (self, error, NULL);
  return FALSE;
}

void
lectern_invocation_say (LecternInvocation *self,
                        const char        *format,
                        ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", text);
}

void
lectern_invocation_print (LecternInvocation *self,
                          const char        *format,
                          ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  if (self->json)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_print ("%s\n", text);
}

void
lectern_invocation_print_notices (LecternInvocation *self,
                                  GPtrArray         *notices)
{
  for (guint i = 0; i < notices->len && !self->json; i++)
    print_problem (notices->pdata[i], FALSE);
}

LecternExit
lectern_invocation_finish (LecternInvocation *self,
                           JsonBuilder       *answer)
{
  if (self->json)
    print_json (answer);

  return LECTERN_EXIT_DONE;
}

LecternContest *
lectern_invocation_read_contest (const char *path,
                                 GError    **error)
{
  g_autoptr (LecternStore) store = lectern_store_open_read_only (path, error);
  g_autoptr (LecternChange) rows = NULL;
  LecternContest *contest;

  if (store == NULL)
    return NULL;
  rows = lectern_store_load (store, error);
  if (rows == NULL)
    return NULL;
  contest = lectern_contest_new ();
  lectern_contest_apply (contest, rows);

  return contest;
}

LecternAction *
lectern_invocation_new_action (LecternActionKind kind)
{
  LecternAction *action = lectern_action_new (kind, "lecternctl");

  lectern_record_take_string (&action->device, g_get_host_name ());

  return action;
}

LecternOutcome *
lectern_invocation_perform (LecternInvocation *self,
                            const char        *path,
                            LecternAction     *action,
                            LecternExit       *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEngine) engine = lectern_engine_open (path, &error);
  g_autoptr (GPtrArray) problems = NULL;
  LecternOutcome *outcome = NULL;

  if (engine == NULL)
    lectern_action_free (action);
  else
    {
      outcome = lectern_engine_perform (engine, action, &problems, &error);
      lectern_engine_close (engine);
    }
  if (outcome == NULL)
    *exit = lectern_invocation_refuse (self, error, problems);

  return outcome;
}

gboolean
lectern_invocation_parse_number (const char *text,
                                 gint64      max,
                                 gint64     *number)
{
  return g_ascii_string_to_signed (text, 10, 1, max, number, NULL);
}

LecternExit
lectern_invocation_finish_with_file (LecternInvocation *invocation,
                                     const char        *path,
                                     const char        *count_key,
                                     gint64             count)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  lectern_invocation_say (invocation, _ ("Wrote “%s”."), path);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "file", path);
  if (count_key != NULL)
    lectern_answer_integer (answer, count_key, count);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}
