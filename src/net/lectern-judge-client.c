/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge's end of the protocol. Being connected means one thing only: a state has come through
 * and something was heard within three seconds. A ping a second makes silence noticeable; what is
 * silent is dropped and tried again, from 0.2 s up to every 2 s, until stop(), or until the main
 * laptop says that this seat is another's. Unacknowledged sheets wait in the outbox. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-client.h"

#include "lectern-judge-outbox.h"
#include "lectern-judge-pairing.h"
#include "lectern-judge-state-private.h"
#include "lectern-mark.h"
#include "lectern-net-error.h"
#include "lectern-pin.h"
#include "lectern-protocol.h"
#include "lectern-socket.h"
#include "lectern-wire.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define HEARTBEAT_MS 1000
#define SILENCE_US (3 * G_USEC_PER_SEC)
#define BACKOFF_MIN_MS 200
#define BACKOFF_MAX_MS 2000
/* libsoup counts a connection until it is a WebSocket. GLib starts with ten threads for handshakes,
 * and in a rehearsal the main laptop's ends need some of them too. */
#define HANDSHAKES_MAX 4
#define CONNECTIONS_MAX 4096
#define INCOMING_MAX (4 * 1024 * 1024) /* a state with a long rubric and every entry of a day */

struct _LecternJudgeClient
{
  GObject parent_instance;

  char                    *base; /* "https://10.0.0.5:8443", NULL: no address */
  char                    *token;
  char                    *fingerprint;
  char                    *last_error;
  char                    *last_id;
  GMainContext            *context;
  LecternPin              *pin;
  SoupSession             *session;
  SoupWebsocketConnection *socket;
  GCancellable            *attempt;
  GSource                 *retry;
  GSource                 *heartbeat;
  LecternJudgeState       *state;
  LecternJudgeOutbox      *outbox;
  gint64                   last_heard_us; /* or when something last went on in connecting */
  guint                    backoff_ms;
  gboolean                 running;
  gboolean                 connected;
  gboolean                 queued; /* others connect first */
};

enum
{
  PROP_CONNECTED = 1,
  PROP_PAIRED,
  PROP_LAST_ERROR,
  PROP_FINGERPRINT,
  N_PROPS,
};

enum
{
  STATE_CHANGED,
  ACKNOWLEDGED,
  REFUSED,
  BYE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternJudgeClient, lectern_judge_client, G_TYPE_OBJECT)

static void connect_now (LecternJudgeClient *self);

static void
set_connected (LecternJudgeClient *self,
               gboolean            connected)
{
  if (self->connected == connected)
    return;
  self->connected = connected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTED]);
}

static void
set_last_error (LecternJudgeClient *self,
                const char         *sentence)
{
  if (g_strcmp0 (self->last_error, sentence) == 0)
    return;
  g_free (self->last_error);
  self->last_error = g_strdup (sentence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_ERROR]);
}

/* The first certificate seen is known to the pin alone until here. */
static void
learn_fingerprint (LecternJudgeClient *self)
{
  if (self->fingerprint)
    return;
  self->fingerprint = lectern_pin_get_fingerprint (self->pin);
  if (self->fingerprint)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINGERPRINT]);
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
  connect_now (self);
  return G_SOURCE_REMOVE;
}

static void
retry_later (LecternJudgeClient *self)
{
  guint wait_ms = self->backoff_ms + g_random_int_range (0, self->backoff_ms / 4 + 1);

  drop_connection (self);
  if (!self->running || self->retry)
    return;
  self->retry = attach_timeout (self, wait_ms, on_retry_cb);
  self->backoff_ms = MIN (self->backoff_ms * 2, BACKOFF_MAX_MS);
}

/* A connection that is ending takes nothing more; what matters waits in the outbox. */
static void
send_text (LecternJudgeClient *self,
           const char         *text)
{
  if (soup_websocket_connection_get_state (self->socket) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_text (self->socket, text);
}

static void
send_outbox (LecternJudgeClient *self)
{
  for (guint i = 0; i < lectern_judge_outbox_get_length (self->outbox); i++)
    send_text (self, lectern_judge_outbox_get_message (self->outbox, i));
}

static void
receive_state (LecternJudgeClient *self,
               JsonObject         *object)
{
  gboolean is_first = !self->connected;

  g_clear_pointer (&self->state, lectern_judge_state_unref);
  self->state = lectern_judge_state_parse (object, self->last_heard_us);
  if (is_first)
    {
      self->backoff_ms = BACKOFF_MIN_MS;
      set_last_error (self, NULL);
      send_outbox (self);
      set_connected (self, TRUE);
    }
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
receive_ack (LecternJudgeClient *self,
             JsonObject         *object)
{
  const char *id = lectern_wire_get_string (object, "id");
  const char *total_text = lectern_wire_get_string (object, "total");
  gint64      total = 0;

  if (total_text && !lectern_mark_parse (total_text, &total))
    total = 0;
  if (!lectern_judge_outbox_settle (self->outbox, id))
    return;
  g_signal_emit (self, signals[ACKNOWLEDGED], 0, id,
                 lectern_wire_get_integer (object, "lot", 0),
                 lectern_wire_get_integer (object, "version", 0),
                 lectern_wire_get_string (object, "state"), total);
}

/* The seat is no longer this client's: trying again would only disturb who has it now. */
static void
give_up (LecternJudgeClient *self,
         const char         *sentence)
{
  self->running = FALSE;
  clear_source (&self->retry);
  drop_connection (self);
  set_last_error (self, sentence);
}

static void
receive_error (LecternJudgeClient *self,
               JsonObject         *object)
{
  const char *id = lectern_wire_get_string (object, "id");
  const char *code = lectern_wire_get_string (object, "code");
  const char *message = lectern_wire_get_string (object, "message");

  /* A flag that is no longer there needs no words. */
  if (!lectern_judge_outbox_settle (self->outbox, id))
    return;
  if (g_strcmp0 (code, "unauthorised") == 0)
    give_up (self, message);
  g_signal_emit (self, signals[REFUSED], 0, id, code ? code : "", message ? message : "");
}

static void
receive_bye (LecternJudgeClient *self,
             JsonObject         *object)
{
  const char *reason = lectern_wire_get_string (object, "reason");

  if (g_strcmp0 (reason, "replaced") == 0)
    give_up (self, _ ("This seat was opened on another device"));
  else if (g_strcmp0 (reason, "revoked") == 0)
    give_up (self, _ ("This seat was taken back; pair again with a new code"));
  else
    {
      retry_later (self);
      set_last_error (self, _ ("The main laptop is closing"));
    }
  g_signal_emit (self, signals[BYE], 0, reason ? reason : "");
}

static void
receive (LecternJudgeClient *self,
         const char         *text,
         gsize               length)
{
  g_autoptr (JsonObject) object = lectern_wire_parse (text, length, NULL);
  const char *type = object ? lectern_wire_get_string (object, "type") : NULL;

  if (g_strcmp0 (type, "state") == 0)
    receive_state (self, object);
  else if (g_strcmp0 (type, "ack") == 0)
    receive_ack (self, object);
  else if (g_strcmp0 (type, "error") == 0)
    receive_error (self, object);
  else if (g_strcmp0 (type, "bye") == 0)
    receive_bye (self, object);
  /* a pong says only that somebody is there; what is unknown is of a later version */
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

  set_last_error (self, _ ("The connection to the main laptop broke"));
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

static gboolean
on_heartbeat_cb (gpointer user_data)
{
  LecternJudgeClient *self = user_data;
  g_autofree char    *ping = NULL;
  gint64              now_us = g_get_monotonic_time ();

  if (self->queued)
    return G_SOURCE_CONTINUE;
  if (now_us - self->last_heard_us > SILENCE_US)
    {
      set_last_error (self, _ ("The main laptop does not answer"));
      retry_later (self);
      return G_SOURCE_REMOVE;
    }
  if (self->connected)
    {
      ping = g_strdup_printf ("{\"type\":\"ping\",\"t\":%" G_GINT64_FORMAT "}", now_us / 1000);
      send_text (self, ping);
    }
  return G_SOURCE_CONTINUE;
}

static void
say_hello (LecternJudgeClient *self)
{
  g_autoptr (GString) hello = g_string_new ("{\"type\":\"hello\",\"token\":");

  lectern_wire_append_string (hello, self->token);
  g_string_append_c (hello, '}');
  send_text (self, hello->str);
}

/* A sentence for what kept a request from getting through. */
static const char *
describe_failure (LecternJudgeClient *self)
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
      set_last_error (self, describe_failure (self));
      retry_later (self);
      return;
    }
  learn_fingerprint (self);
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

static void
connect_now (LecternJudgeClient *self)
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

static void
on_pair_answered_cb (GObject      *session,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LecternJudgeClient *self = g_task_get_source_object (task);
  GError             *error = NULL;
  g_autofree char    *token = lectern_judge_pairing_ask_finish (result, &error);

  if (token)
    {
      lectern_judge_client_set_token (self, token);
      learn_fingerprint (self);
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (error->domain != LECTERN_NET_ERROR && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gboolean refused = lectern_pin_get_refused (self->pin);

      g_clear_error (&error);
      error = g_error_new_literal (LECTERN_NET_ERROR,
                                   refused ? LECTERN_NET_ERROR_OTHER_SERVER : LECTERN_NET_ERROR_UNREACHABLE,
                                   describe_failure (self));
    }
  g_task_return_error (task, error);
}

/* "10.0.0.5:8443", "https://10.0.0.5:8443/" or a bare name to "https://HOST:PORT"; else NULL. */
static char *
normalise_address (const char *address)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (address ? address : ""));
  g_autofree char *text = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *host;
  int         port;

  text = strstr (trimmed, "://") ? g_strdup (trimmed) : g_strconcat ("https://", trimmed, NULL);
  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  host = uri ? g_uri_get_host (uri) : NULL;
  if (!host || !*host || strchr (host, ' ') || g_strcmp0 (g_uri_get_scheme (uri), "https") != 0)
    return NULL;
  port = g_uri_get_port (uri) > 0 ? g_uri_get_port (uri) : LECTERN_PROTOCOL_PORT;
  return g_uri_join (G_URI_FLAGS_NONE, "https", NULL, host, port, "", NULL, NULL);
}

static void
lectern_judge_client_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LecternJudgeClient *self = LECTERN_JUDGE_CLIENT (object);

  switch (property_id)
    {
    case PROP_CONNECTED:
      g_value_set_boolean (value, self->connected);
      break;
    case PROP_PAIRED:
      g_value_set_boolean (value, self->token != NULL);
      break;
    case PROP_LAST_ERROR:
      g_value_set_string (value, self->last_error);
      break;
    case PROP_FINGERPRINT:
      g_value_set_string (value, self->fingerprint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lectern_judge_client_dispose (GObject *object)
{
  LecternJudgeClient *self = LECTERN_JUDGE_CLIENT (object);

  lectern_judge_client_stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lectern_judge_client_parent_class)->dispose (object);
}

static void
lectern_judge_client_finalize (GObject *object)
{
  LecternJudgeClient *self = LECTERN_JUDGE_CLIENT (object);

  g_clear_pointer (&self->state, lectern_judge_state_unref);
  g_clear_pointer (&self->outbox, lectern_judge_outbox_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->pin);
  g_free (self->base);
  g_free (self->token);
  g_free (self->fingerprint);
  g_free (self->last_error);
  g_free (self->last_id);
  G_OBJECT_CLASS (lectern_judge_client_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACKNOWLEDGED] = g_signal_new ("acknowledged", type, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 5, G_TYPE_STRING,
                                        G_TYPE_INT64, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_INT64);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                   G_TYPE_STRING, G_TYPE_STRING);
  signals[BYE] = g_signal_new ("bye", type, G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_judge_client_class_init (LecternJudgeClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lectern_judge_client_get_property;
  object_class->dispose = lectern_judge_client_dispose;
  object_class->finalize = lectern_judge_client_finalize;
  properties[PROP_CONNECTED] = g_param_spec_boolean ("connected", NULL, NULL, FALSE, flags);
  properties[PROP_PAIRED] = g_param_spec_boolean ("paired", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_ERROR] = g_param_spec_string ("last-error", NULL, NULL, NULL, flags);
  properties[PROP_FINGERPRINT] = g_param_spec_string ("fingerprint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static void
lectern_judge_client_init (LecternJudgeClient *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->outbox = lectern_judge_outbox_new ();
  self->backoff_ms = BACKOFF_MIN_MS;
}

static SoupSession *
make_session (LecternPin *pin)
{
  SoupSession *session = soup_session_new_with_options ("max-conns", CONNECTIONS_MAX,
                                                        "max-conns-per-host", HANDSHAKES_MAX, NULL);

  soup_session_set_user_agent (session, "lectern");
  soup_session_set_tls_database (session, G_TLS_DATABASE (pin));
  /* The main laptop is on the same network: no proxy of the judge's desktop stands between. */
  soup_session_set_proxy_resolver (session, NULL);
  return session;
}

LecternJudgeClient *
lectern_judge_client_new (const char *address,
                          const char *fingerprint)
{
  LecternJudgeClient *self = g_object_new (LECTERN_TYPE_JUDGE_CLIENT, NULL);

  self->base = normalise_address (address);
  self->fingerprint = g_strdup (fingerprint);
  self->pin = lectern_pin_new (fingerprint);
  self->session = make_session (self->pin);
  return self;
}

LecternJudgeClient *
lectern_judge_client_new_beside (LecternJudgeClient *other)
{
  LecternJudgeClient *self;

  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (other), NULL);

  self = g_object_new (LECTERN_TYPE_JUDGE_CLIENT, NULL);
  g_return_val_if_fail (self->context == other->context, self);
  self->base = g_strdup (other->base);
  self->fingerprint = g_strdup (other->fingerprint);
  self->pin = g_object_ref (other->pin);
  self->session = g_object_ref (other->session);
  return self;
}

void
lectern_judge_client_set_token (LecternJudgeClient *self,
                                const char         *token)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));

  if (g_strcmp0 (self->token, token) == 0)
    return;
  g_free (self->token);
  self->token = g_strdup (token);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAIRED]);
}

const char *
lectern_judge_client_get_token (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), NULL);

  return self->token;
}

const char *
lectern_judge_client_get_fingerprint (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), NULL);

  return self->fingerprint;
}

void
lectern_judge_client_pair_async (LecternJudgeClient *self,
                                 const char         *code,
                                 const char         *device,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (code != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  if (self->base)
    {
      lectern_judge_pairing_ask_async (self->session, self->base, code, device, cancellable, on_pair_answered_cb, task);
      return;
    }
  g_task_return_new_error (task, LECTERN_NET_ERROR, LECTERN_NET_ERROR_ADDRESS, "%s", describe_failure (self));
  g_object_unref (task);
}

gboolean
lectern_judge_client_pair_finish (LecternJudgeClient *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lectern_judge_client_start (LecternJudgeClient *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (self->token != NULL);

  if (self->running)
    return;
  if (!self->base)
    {
      set_last_error (self, describe_failure (self));
      return;
    }
  self->running = TRUE;
  self->backoff_ms = BACKOFF_MIN_MS;
  connect_now (self);
}

void
lectern_judge_client_stop (LecternJudgeClient *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));

  self->running = FALSE;
  clear_source (&self->retry);
  drop_connection (self);
}

gboolean
lectern_judge_client_get_connected (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), FALSE);

  return self->connected;
}

LecternJudgeState *
lectern_judge_client_get_state (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), NULL);

  return self->state;
}

gint64
lectern_judge_client_get_elapsed_ms (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), 0);

  return self->state ? lectern_judge_state_get_elapsed_ms (self->state, g_get_monotonic_time ()) : 0;
}

const char *
lectern_judge_client_send_sheet (LecternJudgeClient *self,
                                 gint64              lot,
                                 const gint64       *marks,
                                 guint               n_marks,
                                 gboolean            submit)
{
  const char *message;

  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), NULL);
  g_return_val_if_fail (self->state != NULL, NULL);
  g_return_val_if_fail (n_marks <= self->state->rubric->len, NULL);

  g_clear_pointer (&self->last_id, g_free);
  message = lectern_judge_outbox_add (self->outbox, self->state, lot, marks, n_marks, submit, &self->last_id);
  if (self->connected)
    send_text (self, message);
  return self->last_id;
}

void
lectern_judge_client_see_flag (LecternJudgeClient *self,
                               gint64              lot,
                               gint64              judge)
{
  const char *message;

  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));

  message = lectern_judge_outbox_add_flag_seen (self->outbox, lot, judge);
  if (self->connected)
    send_text (self, message);
}
