/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge's laptop without a judge, for a network that misbehaves: the program's own client, which pairs at
 * ADDRESS with CODE and FINGERPRINT, hands in a new version of its sheet as long as the gate is open, connected or
 * not, and says what happens, one JSON object a line. The end of standard input ends it. */

#include "lectern-judge-client.h"

#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

#define HAND_IN_MS 250
/* Who is cut off goes on marking, though not for ever. */
#define WAITING_MAX 8

typedef struct
{
  GMainLoop          *loop;
  LecternJudgeClient *client;
  guint               n_waiting; /* handed in and not answered */
  guint               n_sent;
} Robot;

static void
on_connected_cb (Robot *self)
{
  g_print ("{\"event\":\"%s\",\"at\":\"%s\"}\n", lectern_judge_client_get_connected (self->client) ? "connected" : "gone",
           lectern_judge_client_get_address (self->client));
}

static void
on_acknowledged_cb (LecternJudgeClient *client,
                    const char         *id,
                    gint64              lot,
                    gint64              version,
                    const char         *state,
                    gint64              total,
                    Robot              *self)
{
  self->n_waiting -= self->n_waiting > 0;
  g_print ("{\"event\":\"ack\",\"id\":\"%s\",\"lot\":%d,\"version\":%d,\"total\":%d}\n", id, (int) lot, (int) version, (int) total);
}

static void
on_refused_cb (LecternJudgeClient *client,
               const char         *id,
               const char         *code,
               const char         *message,
               Robot              *self)
{
  self->n_waiting -= self->n_waiting > 0;
  g_print ("{\"event\":\"refused\",\"id\":\"%s\",\"code\":\"%s\"}\n", id, code);
}

/* Each version differs from the one before. */
static gboolean
on_hand_in_cb (gpointer user_data)
{
  Robot             *self = user_data;
  LecternJudgeState *state = lectern_judge_client_get_state (self->client);
  g_autofree gint64 *marks = NULL;
  const char        *id;
  gint64             total = 0;

  if (state == NULL || !state->gate_open || state->gate_lot == 0 || self->n_waiting >= WAITING_MAX)
    return G_SOURCE_CONTINUE;
  marks = g_new0 (gint64, state->rubric->len);
  self->n_sent++;
  for (guint i = 0; i < state->rubric->len; i++)
    {
      const LecternJudgeCriterion *criterion = g_ptr_array_index (state->rubric, i);
      gint64                       steps = criterion->max / criterion->step;

      marks[i] = criterion->step * (steps - (gint64) (self->n_sent * (i + 1)) % (steps / 2));
      total += marks[i];
    }
  id = lectern_judge_client_send_sheet (self->client, state->gate_lot, marks, state->rubric->len, TRUE);
  self->n_waiting++;
  g_print ("{\"event\":\"sent\",\"id\":\"%s\",\"lot\":%d,\"total\":%d}\n", id, (int) state->gate_lot, (int) total);
  return G_SOURCE_CONTINUE;
}

static void
on_paired_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Robot *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lectern_judge_client_pair_finish (self->client, result, &error))
    g_error ("%s", error->message);
  g_print ("{\"event\":\"paired\"}\n");
  lectern_judge_client_follow (self->client);
  lectern_judge_client_start (self->client);
  g_timeout_add (HAND_IN_MS, on_hand_in_cb, self);
}

static gboolean
on_input_cb (GObject *stream,
             gpointer user_data)
{
  Robot *self = user_data;
  char   word[64];

  if (g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (stream), word, sizeof word, NULL, NULL) > 0)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

int
main (int    argc,
      char **argv)
{
  Robot self = { 0 };
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GSource) source = g_pollable_input_stream_create_source (G_POLLABLE_INPUT_STREAM (input), NULL);

  if (argc != 4)
    g_error ("usage: panel-robot ADDRESS FINGERPRINT CODE");
  setvbuf (stdout, NULL, _IOLBF, 0);
  self.loop = g_main_loop_new (NULL, FALSE);
  self.client = lectern_judge_client_new (argv[1], argv[2]);
  g_signal_connect_swapped (self.client, "notify::connected", G_CALLBACK (on_connected_cb), &self);
  g_signal_connect (self.client, "acknowledged", G_CALLBACK (on_acknowledged_cb), &self);
  g_signal_connect (self.client, "refused", G_CALLBACK (on_refused_cb), &self);
  g_source_set_callback (source, G_SOURCE_FUNC (on_input_cb), &self, NULL);
  g_source_attach (source, NULL);
  lectern_judge_client_pair_async (self.client, argv[3], "robot", NULL, on_paired_cb, &self);
  g_main_loop_run (self.loop);
  lectern_judge_client_stop (self.client);
  g_object_unref (self.client);
  g_main_loop_unref (self.loop);
  return 0;
}
