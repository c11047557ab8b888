/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl serve`: the judges' server without a window. Standard input is the operator, a line
 * a command, each answered with one line of JSON once what it did is durable. The end of the
 * input, `quit`, SIGINT and SIGTERM close the contest in order; anything else may happen at any
 * moment and loses nothing that was answered. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-follower.h"
#include "lectern-pairing-link.h"
#include "lectern-serve-line.h"
#include "lectern-server.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  LecternEngine    *engine;
  LecternFollower  *follower;
  LecternServer    *server;
  GDataInputStream *input;
  GMainLoop        *loop;
} Service;

static void
print_line (JsonBuilder *answer)
{
  g_autofree char *text = lectern_answer_to_string (answer, FALSE);

  g_print ("%s\n", text);
  fflush (stdout);
}

static void
print_refusal (const GError *error,
               GPtrArray    *problems)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  json_builder_begin_object (answer);
  lectern_answer_error (answer, error, problems);
  json_builder_end_object (answer);
  print_line (answer);
}

/* The service's own copy is what the disk holds at @seq at least. */
static void
catch_up (Service *self,
          gint64   seq)
{
  while (lectern_follower_get_seq (self->follower) < seq)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_home_reached_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
on_engine_reached_cb (gpointer data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_home_reached_cb, data, NULL);
  g_source_attach (source, NULL);

  return G_SOURCE_REMOVE;
}

/* Whatever a judge was told before now is in the copy here: a question to the engine's thread and
 * its answer come after everything that was on its way. */
static void
settle (Service *self)
{
  gboolean done = FALSE;

  g_main_context_invoke (lectern_engine_get_context (self->engine), on_engine_reached_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
answer_codes (Service     *self,
              JsonBuilder *answer)
{
  LecternContest *contest = lectern_follower_get_contest (self->follower);
  g_autoptr (GPtrArray) pairings = lectern_contest_list_rows (contest, &lectern_table_pairing);

  lectern_answer_begin_array (answer, "codes");
  for (guint i = 0; i < pairings->len; i++)
    {
      const LecternPairing *pairing = pairings->pdata[i];

      if (pairing->used == 1)
        continue;
      json_builder_begin_object (answer);
      lectern_answer_integer (answer, "judge", pairing->judge);
      lectern_answer_text (answer, "code", pairing->code);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
answer_sheets (LecternContest     *contest,
               const LecternEntry *entry,
               JsonBuilder        *answer)
{
  guint n_expected, n_submitted;

  lectern_contest_count_sheets (contest, entry, &n_expected, &n_submitted);
  lectern_answer_integer (answer, "sheets", n_submitted);
  lectern_answer_integer (answer, "expected", n_expected);
}

static void
answer_entry (LecternContest     *contest,
              const LecternEntry *entry,
              JsonBuilder        *answer)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);

  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "lot", entry->lot);
  lectern_answer_text (answer, "name", nominee->name);
  lectern_answer_text (answer, "status", lectern_machine_get_name (LECTERN_MACHINE_ENTRY, (guint) entry->state));
  lectern_answer_integer (answer, "time_ms", entry->time_ms);
  lectern_answer_boolean (answer, "revealed", entry->revealed == 1);
  answer_sheets (contest, entry, answer);
  json_builder_end_object (answer);
}

static void
answer_stage (Service        *self,
              LecternContest *contest,
              JsonBuilder    *answer)
{
  const LecternEntry       *on_stage = lectern_contest_get_entry_on_stage (contest);
  const LecternEntry       *gate = lectern_contest_get_entry_at_gate (contest);
  const LecternClockRecord *clock = lectern_contest_get_clock (contest);

  json_builder_set_member_name (answer, "entry");
  if (on_stage == NULL)
    json_builder_add_null_value (answer);
  else
    answer_entry (contest, on_stage, answer);
  json_builder_set_member_name (answer, "gate");
  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "open", gate != NULL);
  lectern_answer_integer (answer, "lot", gate == NULL ? LECTERN_NULL : gate->lot);
  json_builder_end_object (answer);
  json_builder_set_member_name (answer, "clock");
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "phase", lectern_machine_get_name (LECTERN_MACHINE_CLOCK, (guint) clock->phase));
  lectern_answer_integer (answer, "elapsed_ms", lectern_engine_get_elapsed_ms (self->engine, clock));
  json_builder_end_object (answer);
}

/* Every laptop that was here, and when it was heard last. */
static void
answer_seats (Service     *self,
              JsonBuilder *answer)
{
  g_autoptr (GPtrArray) presences = lectern_server_list_presences (self->server);

  lectern_answer_begin_array (answer, "seats");
  for (guint i = 0; i < presences->len; i++)
    {
      const LecternPresence *presence = presences->pdata[i];

      json_builder_begin_object (answer);
      lectern_answer_integer (answer, "judge", presence->judge);
      lectern_answer_text (answer, "address", presence->address);
      lectern_answer_boolean (answer, "connected", presence->connected);
      lectern_answer_integer (answer, "seen_ms", presence->seen_us / 1000);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
answer_judges (JsonBuilder *answer,
               const char  *member,
               GArray      *judges)
{
  lectern_answer_begin_array (answer, member);
  for (guint i = 0; i < judges->len; i++)
    json_builder_add_int_value (answer, g_array_index (judges, gint64, i));
  json_builder_end_array (answer);
}

static void
answer_status (Service     *self,
               JsonBuilder *answer)
{
  LecternContest     *contest = lectern_follower_get_contest (self->follower);
  const LecternRound *round = lectern_contest_get_current_round (contest);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  g_autoptr (GArray) connected = lectern_server_list_connected (self->server);
  g_autoptr (GArray) practised = lectern_server_list_practised (self->server);
  g_autofree char *address = lectern_server_get_address (self->server);

  lectern_answer_text (answer, "round", round->key);
  lectern_answer_text (answer, "state", lectern_machine_get_name (LECTERN_MACHINE_ROUND, (guint) round->state));
  lectern_answer_integer (answer, "seq", lectern_follower_get_seq (self->follower));
  answer_stage (self, contest, answer);
  lectern_answer_text (answer, "listening", address);
  lectern_answer_boolean (answer, "network", lectern_server_has_network (self->server));
  lectern_answer_boolean (answer, "reached", lectern_server_was_reached (self->server));
  answer_judges (answer, "connected", connected);
  answer_judges (answer, "practised", practised);
  answer_seats (self, answer);
  lectern_answer_begin_array (answer, "entries");
  for (guint i = 0; i < entries->len; i++)
    answer_entry (contest, entries->pdata[i], answer);
  json_builder_end_array (answer);
}

/* FALSE when @line was refused, which has been said. */
static gboolean
perform_line (Service          *self,
              LecternServeLine *line,
              JsonBuilder      *answer)
{
  gint64 judge = line->action->judge;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (self->engine, g_steal_pointer (&line->action), &problems, &error);

  if (outcome == NULL)
    {
      print_refusal (error, problems);
      return FALSE;
    }
  catch_up (self, outcome->seq);
  lectern_answer_integer (answer, "seq", outcome->seq);
  if (outcome->line > 0)
    {
      lectern_answer_integer (answer, "taken_back", outcome->line);
      lectern_answer_text (answer, "sentence", outcome->text);
    }
  if (line->answer == LECTERN_SERVE_CODES)
    answer_codes (self, answer);
  if (line->answer == LECTERN_SERVE_CODE)
    {
      lectern_answer_integer (answer, "judge", judge);
      lectern_answer_text (answer, "code", outcome->text);
    }

  return TRUE;
}

static void
handle_line (Service    *self,
             const char *text)
{
  LecternServeLine line = { 0 };
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!lectern_serve_line_parse (text, &line, &error))
    {
      print_refusal (error, NULL);
      return;
    }
  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "ok", TRUE);
  if (line.action != NULL && !perform_line (self, &line, answer))
    return;
  if (line.answer == LECTERN_SERVE_STATUS)
    {
      settle (self);
      answer_status (self, answer);
    }
  json_builder_end_object (answer);
  if (line.answer == LECTERN_SERVE_QUIT)
    g_main_loop_quit (self->loop);
  print_line (answer);
}

static void read_next_line (Service *self);

static void
on_line_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Service *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (source), result, NULL, &error);

  if (error != NULL && error->domain == G_CONVERT_ERROR)
    print_refusal (error, NULL);
  else if (text == NULL)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  else if (*g_strstrip (text) != '\0')
    handle_line (self, text);
  if (g_main_loop_is_running (self->loop))
    read_next_line (self);
}

static void
read_next_line (Service *self)
{
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, on_line_read_cb, self);
}

static gboolean
on_signal_cb (gpointer data)
{
  g_main_loop_quit (data);

  return G_SOURCE_CONTINUE;
}

static void
print_greeting (Service *self)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autofree char *address = lectern_server_get_address (self->server);
  g_autofree char *short_form = lectern_pairing_shorten_fingerprint (lectern_server_get_fingerprint (self->server));

  json_builder_begin_object (answer);
  lectern_answer_text (answer, "listening", address);
  lectern_answer_text (answer, "fingerprint", lectern_server_get_fingerprint (self->server));
  lectern_answer_text (answer, "short", short_form);
  json_builder_end_object (answer);
  print_line (answer);
}

static void
run_service (Service *self)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  guint interrupt, terminate;

  self->input = g_data_input_stream_new (input);
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  self->loop = g_main_loop_new (NULL, FALSE);
  interrupt = g_unix_signal_add (SIGINT, on_signal_cb, self->loop);
  terminate = g_unix_signal_add (SIGTERM, on_signal_cb, self->loop);
  print_greeting (self);
  read_next_line (self);
  g_main_loop_run (self->loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  g_main_loop_unref (self->loop);
  g_object_unref (self->input);
}

LecternExit
lectern_command_serve (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  int                port = LECTERN_SERVE_PORT;
  g_autofree char   *address = NULL;
  const GOptionEntry entries[] = {
    { "port", 'p', 0, G_OPTION_ARG_INT, &port, N_ ("The port; 0 picks one"), N_ ("N") },
    { "bind", 'b', 0, G_OPTION_ARG_STRING, &address, N_ ("The address or network interface to listen on; without it every one"), N_ ("ADDR") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEngine) engine = NULL;
  g_autoptr (LecternFollower) follower = NULL;
  g_autoptr (LecternServer) server = NULL;
  Service service;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (port < 0 || port > G_MAXUINT16)
    return lectern_invocation_misused (invocation, _ ("A port is a number from 0 to 65535."));
  engine = lectern_engine_open (argv[1], &error);
  if (engine != NULL)
    server = lectern_server_start (engine, address, (guint16) port, NULL, &error);
  if (server == NULL)
    {
      if (engine != NULL)
        lectern_engine_close (engine);
      return lectern_invocation_refuse (invocation, error, NULL);
    }

  follower = lectern_follower_new (engine);
  service = (Service){ .engine = engine, .follower = follower, .server = server };
  run_service (&service);
  lectern_server_stop (server);
  lectern_engine_close (engine);

  return LECTERN_EXIT_DONE;
}
