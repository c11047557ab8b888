/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The connection of a judge's client, and what comes over it. Being connected means one thing only:
 * a state has come through and something was heard within three seconds. A ping a second makes
 * silence noticeable and measures the way; what is silent is dropped and tried again, from 0.2 s up
 * to every 2 s, until stop(), or until the main laptop says that this seat is another's. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-link-private.h"

#include "lectern-judge-state-private.h"
#include "lectern-judge-words.h"
#include "lectern-socket.h"
#include "lectern-wire.h"

#include <glib/gi18n-lib.h>

#define HEARTBEAT_MS 1000
/* Noticed before three seconds are over. */
#define SILENCE_US (2800 * G_TIME_SPAN_MILLISECOND)
/* This laptop slept: its own clock stood still, and nobody there knows this connection any more. */
#define SLEPT_US (3 * G_USEC_PER_SEC)
#define BACKOFF_MAX_MS 2000
#define INCOMING_MAX (4 * 1024 * 1024) /* a state with a long rubric and every entry of a day */

static void
set_connected (LecternJudgeClient *self,
               gboolean            connected)
{
  if (self->connected == connected)
    return;
  self->connected = connected;
  g_object_notify (G_OBJECT (self), "connected");
}

void
lectern_judge_link_set_last_error (LecternJudgeClient *self,
                                   const char         *sentence)
{
  if (g_strcmp0 (self->last_error, sentence) == 0)
    return;
  g_free (self->last_error);
  self->last_error = g_strdup (sentence);
  g_object_notify (G_OBJECT (self), "last-error");
}

void
lectern_judge_link_learn_fingerprint (LecternJudgeClient *self)
{
  if (self->fingerprint)
    return;
  self->fingerprint = lectern_pin_get_fingerprint (self->pin);
  if (self->fingerprint)
    g_object_notify (G_OBJECT (self), "fingerprint");
}

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static GSource *
attach_timeout (LecternJudgeClient *self,
                guint               interval_ms,
                GSourceFunc         callback)
{
  GSource *source = g_timeout_source_new (interval_ms);

  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

/* Lets go of the connection there is, or of the attempt at one. */
static void
drop_connection (LecternJudgeClient *self)
{
  GSocket *socket;

  clear_source (&self->heartbeat);
  clear_source (&self->silence);
  if (self->attempt)
    g_cancellable_cancel (self->attempt);
  g_clear_object (&self->attempt);
  if (self->socket)
    {
      g_signal_handlers_disconnect_by_data (self->socket, self);
      /* A dead link would keep a polite close waiting. */
      socket = lectern_socket_find (soup_websocket_connection_get_io_stream (self->socket));
      if (socket)
        g_socket_shutdown (socket, TRUE, TRUE, NULL);
      g_clear_object (&self->socket);
    }
  set_connected (self, FALSE);
}

static gboolean
on_retry_cb (gpointer user_data)
{
  LecternJudgeClient *self = user_data;

  clear_source (&self->retry);
  lectern_judge_link_connect (self);
  return G_SOURCE_REMOVE;
}

static void
retry_later (LecternJudgeClient *self)
{
  guint wait_ms = self->backoff_ms + g_random_int_range (0, self->backoff_ms / 4 + 1);

  drop_connection (self);
  if (!self->running || self->retry)
    return;
  lectern_judge_follow_look (self);
  self->retry = attach_timeout (self, wait_ms, on_retry_cb);
  self->backoff_ms = MIN (self->backoff_ms * 2, BACKOFF_MAX_MS);
}

void
lectern_judge_link_send (LecternJudgeClient *self,
                         const char         *text)
{
  if (soup_websocket_connection_get_state (self->socket) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_text (self->socket, text);
}

static void
send_outbox (LecternJudgeClient *self)
{
  for (guint i = 0; i < lectern_judge_outbox_get_length (self->outbox); i++)
    {
      const char *message = lectern_judge_outbox_get_message (self->outbox, i, self->state);

      if (message)
        lectern_judge_link_send (self, message);
    }
}

static void
receive_state (LecternJudgeClient *self,
               JsonObject         *object,
               const char         *text)
{
  gboolean is_first = !self->connected;

  if (self->memory)
    lectern_judge_memory_keep (self->memory, self->token, text);
  self->remembered = FALSE;
  g_clear_pointer (&self->state, lectern_judge_state_unref);
  self->state = lectern_judge_state_parse (object, self->last_heard_us);
  lectern_judge_clock_take_state (&self->clock, g_str_equal (self->state->clock_phase, "running"),
                                  self->state->clock_elapsed_ms, self->last_heard_us);
  lectern_judge_outbox_drop_void (self->outbox, self->state);
  if (is_first)
    {
      self->backoff_ms = LECTERN_JUDGE_LINK_BACKOFF_MIN_MS;
      lectern_judge_link_set_last_error (self, NULL);
      send_outbox (self);
      lectern_judge_follow_rest (self);
      set_connected (self, TRUE);
    }
  g_signal_emit_by_name (self, "state-changed");
}

static void
receive_ack (LecternJudgeClient *self,
             JsonObject         *object)
{
  LecternJudgeAck ack = lectern_judge_words_read_ack (object);

  if (lectern_judge_outbox_settle (self->outbox, ack.id))
    g_signal_emit_by_name (self, "acknowledged", ack.id, ack.lot, ack.version, ack.state, ack.total);
}

/* The seat is no longer this client's: trying again would only disturb who has it now. */
static void
give_up (LecternJudgeClient *self,
         const char         *sentence)
{
  self->running = FALSE;
  clear_source (&self->retry);
  drop_connection (self);
  lectern_judge_link_set_last_error (self, sentence);
}

static void
receive_error (LecternJudgeClient *self,
               JsonObject         *object)
{
  LecternJudgeRefusal refusal = lectern_judge_words_read_error (object);

  /* A flag that is no longer there needs no words. */
  if (!lectern_judge_outbox_settle (self->outbox, refusal.id))
    return;
  if (g_str_equal (refusal.code, "unauthorised"))
    give_up (self, refusal.message);
  g_signal_emit_by_name (self, "refused", refusal.id, refusal.code, refusal.message);
}

static void
receive_bye (LecternJudgeClient *self,
             JsonObject         *object)
{
  const char *reason = lectern_judge_words_read_bye (object);

  if (g_strcmp0 (reason, "replaced") == 0)
    give_up (self, _ ("This seat was opened on another device"));
  else if (g_strcmp0 (reason, "revoked") == 0)
    give_up (self, _ ("This seat was taken back; pair again with a new code"));
  else
    {
      retry_later (self);
      lectern_judge_link_set_last_error (self, _ ("The main laptop is closing"));
    }
  g_signal_emit_by_name (self, "bye", reason);
}

static void
receive_pong (LecternJudgeClient *self,
              JsonObject         *object)
{
  LecternJudgePong pong = lectern_judge_words_read_pong (object);

  if (pong.phase && self->state && g_str_equal (pong.phase, self->state->clock_phase))
    lectern_judge_clock_take_pong (&self->clock, g_str_equal (pong.phase, "running"), pong.elapsed_ms, pong.sent_us, self->last_heard_us);
}

static void
receive (LecternJudgeClient *self,
         const char         *text,
         gsize               length)
{
  g_autoptr (JsonObject) object = lectern_wire_parse (text, length, NULL);
  const char *type = object ? lectern_wire_get_string (object, "type") : NULL;

  if (g_strcmp0 (type, "state") == 0)
    receive_state (self, object, text);
  else if (g_strcmp0 (type, "ack") == 0)
    receive_ack (self, object);
  else if (g_strcmp0 (type, "error") == 0)
    receive_error (self, object);
  else if (g_strcmp0 (type, "bye") == 0)
    receive_bye (self, object);
  else if (g_strcmp0 (type, "pong") == 0)
    receive_pong (self, object);
  /* what is unknown is of a later version */
}

static void
on_socket_message_cb (SoupWebsocketConnection *socket,
                      int                      kind,
                      GBytes                  *message,
                      gpointer                 user_data)
{
  g_autoptr (LecternJudgeClient) self = g_object_ref (user_data);
  gsize       length;
  const char *text = g_bytes_get_data (message, &length);

  self->last_heard_us = g_get_monotonic_time ();
  if (kind == SOUP_WEBSOCKET_DATA_TEXT && text)
    receive (self, text, length);
}

static void
on_socket_closed_cb (SoupWebsocketConnection *socket,
                     gpointer                 user_data)
{
  LecternJudgeClient *self = user_data;

  lectern_judge_link_set_last_error (self, _ ("The connection to the main laptop broke"));
  retry_later (self);
}

/* Time begins to count when this client's turn to connect has come. */
static void
on_network_event_cb (SoupMessage       *message,
                     GSocketClientEvent event,
                     GIOStream         *stream,
                     gpointer           user_data)
{
  LecternJudgeClient *self = user_data;

  self->queued = FALSE;
  self->last_heard_us = g_get_monotonic_time ();
}

static void
give_in_to_silence (LecternJudgeClient *self)
{
  lectern_judge_link_set_last_error (self, _ ("The main laptop does not answer"));
  retry_later (self);
}

static gboolean
on_silence_cb (gpointer user_data)
{
  LecternJudgeClient *self = user_data;

  clear_source (&self->silence);
  if (g_get_monotonic_time () - self->last_heard_us >= SILENCE_US)
    give_in_to_silence (self);
  return G_SOURCE_REMOVE;
}

/* A lid that was closed for a while: wall time went on, this laptop's own did not. */
static gboolean
has_slept (LecternJudgeClient *self,
           gint64              now_us)
{
  gint64   wall_us = g_get_real_time ();
  gboolean slept = self->beat_us > 0 && (wall_us - self->beat_wall_us) - (now_us - self->beat_us) > SLEPT_US;

  self->beat_us = now_us;
  self->beat_wall_us = wall_us;
  return slept;
}

static gboolean
on_heartbeat_cb (gpointer user_data)
{
  LecternJudgeClient *self = user_data;
  g_autofree char    *ping = NULL;
  gint64              now_us = g_get_monotonic_time ();
  gint64              patience_us = self->last_heard_us + SILENCE_US - now_us;
  gboolean            slept = has_slept (self, now_us);

  if (self->queued)
    return G_SOURCE_CONTINUE;
  if (patience_us <= 0 || slept)
    {
      give_in_to_silence (self);
      return G_SOURCE_REMOVE;
    }
  if (patience_us < HEARTBEAT_MS * 1000 && !self->silence)
    self->silence = attach_timeout (self, (guint) (patience_us / 1000) + 1, on_silence_cb);
  if (self->connected)
    {
      ping = g_strdup_printf ("{\"type\":\"ping\",\"t\":%" G_GINT64_FORMAT "}", now_us);
      lectern_judge_link_send (self, ping);
    }
  return G_SOURCE_CONTINUE;
}

static void
say_hello (LecternJudgeClient *self)
{
  g_autoptr (GString) hello = g_string_new ("{\"type\":\"hello\",\"token\":");

  lectern_wire_append_string (hello, self->token);
  g_string_append (hello, self->practised ? ",\"practised\":true}" : "}");
  lectern_judge_link_send (self, hello->str);
}

const char *
lectern_judge_link_describe_failure (LecternJudgeClient *self)
{
  if (!self->base)
    return _ ("The address of the main laptop is not an address");
  if (lectern_pin_get_refused (self->pin))
    return _ ("Another computer answers at this address than the one this seat was paired with");
  return _ ("The main laptop cannot be reached");
}

static void
on_connected_cb (GObject      *session,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LecternJudgeClient) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoupWebsocketConnection) socket = NULL;
  GSocket *base_socket;

  socket = soup_session_websocket_connect_finish (SOUP_SESSION (session), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->running)
    return;
  if (!socket)
    {
      lectern_judge_link_set_last_error (self, lectern_judge_link_describe_failure (self));
      retry_later (self);
      return;
    }
  lectern_judge_link_learn_fingerprint (self);
  g_clear_object (&self->attempt);
  self->socket = g_steal_pointer (&socket);
  base_socket = lectern_socket_find (soup_websocket_connection_get_io_stream (self->socket));
  if (base_socket)
    lectern_socket_tune (base_socket);
  soup_websocket_connection_set_max_incoming_payload_size (self->socket, INCOMING_MAX);
  g_signal_connect (self->socket, "message", G_CALLBACK (on_socket_message_cb), self);
  g_signal_connect (self->socket, "closed", G_CALLBACK (on_socket_closed_cb), self);
  self->last_heard_us = g_get_monotonic_time ();
  say_hello (self);
}

void
lectern_judge_link_connect (LecternJudgeClient *self)
{
  g_autofree char *uri = g_strconcat (self->base, "/api/v1/judge", NULL);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);

  self->attempt = g_cancellable_new ();
  self->queued = TRUE;
  g_signal_connect_object (message, "network-event", G_CALLBACK (on_network_event_cb), self, 0);
  self->heartbeat = attach_timeout (self, HEARTBEAT_MS, on_heartbeat_cb);
  soup_session_websocket_connect_async (self->session, message, NULL, NULL, G_PRIORITY_DEFAULT,
                                        self->attempt, on_connected_cb, g_object_ref (self));
}

void
lectern_judge_link_drop (LecternJudgeClient *self)
{
  clear_source (&self->retry);
  drop_connection (self);
}
