/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A judge's end of the protocol: who it is, whom it trusts, and what it has yet to get across. The
 * connection itself is lectern-judge-link.c. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-client.h"

#include "lectern-judge-link-private.h"
#include "lectern-judge-pairing.h"
#include "lectern-judge-state-private.h"
#include "lectern-net-error.h"
#include "lectern-protocol.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* libsoup counts a connection until it is a WebSocket. GLib starts with ten threads for handshakes,
 * and in a rehearsal the main laptop's ends need some of them too. */
#define HANDSHAKES_MAX 4
#define CONNECTIONS_MAX 4096

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
      lectern_judge_link_learn_fingerprint (self);
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (error->domain != LECTERN_NET_ERROR && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gboolean refused = lectern_pin_get_refused (self->pin);

      g_clear_error (&error);
      error = g_error_new_literal (LECTERN_NET_ERROR,
                                   refused ? LECTERN_NET_ERROR_OTHER_SERVER : LECTERN_NET_ERROR_UNREACHABLE,
                                   lectern_judge_link_describe_failure (self));
    }
  g_task_return_error (task, error);
}

/* As a Chinese keyboard writes it: full-width digits and colon, 。 for the point. */
static char *
read_typed (const char *typed)
{
  g_autofree char *narrow = typed ? g_utf8_normalize (typed, -1, G_NORMALIZE_ALL_COMPOSE) : NULL;
  GString         *text = g_string_new (NULL);

  for (const char *p = narrow ? narrow : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == 0x3002)
        g_string_append_c (text, '.');
      else
        g_string_append_unichar (text, letter);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/* "10.0.0.5:8443", "https://10.0.0.5:8443/" or a bare name to "https://HOST:PORT"; else NULL. */
static char *
normalise_address (const char *address)
{
  g_autofree char *trimmed = read_typed (address);
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
  g_clear_pointer (&self->memory, lectern_judge_memory_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->pin);
  g_free (self->base);
  g_free (self->home);
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
  self->backoff_ms = LECTERN_JUDGE_LINK_BACKOFF_MIN_MS;
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

const char *
lectern_judge_client_get_address (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), NULL);

  return self->base ? self->base + strlen ("https://") : NULL;
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

char *
lectern_judge_client_get_other_fingerprint (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), NULL);

  return lectern_pin_get_other (self->pin);
}

void
lectern_judge_client_trust (LecternJudgeClient *self,
                            const char         *fingerprint)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (fingerprint != NULL);

  lectern_pin_trust (self->pin, fingerprint);
  g_free (self->fingerprint);
  self->fingerprint = g_strdup (fingerprint);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINGERPRINT]);
  if (!self->running)
    return;
  self->backoff_ms = LECTERN_JUDGE_LINK_BACKOFF_MIN_MS;
  lectern_judge_link_drop (self);
  lectern_judge_link_connect (self);
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
  g_task_return_new_error (task, LECTERN_NET_ERROR, LECTERN_NET_ERROR_ADDRESS, "%s", lectern_judge_link_describe_failure (self));
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

static void
on_photo_answered_cb (GObject      *session,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = lectern_judge_photo_ask_finish (result, &error);

  if (bytes)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
lectern_judge_client_load_photo_async (LecternJudgeClient *self,
                                       const char         *sha256,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (sha256 != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  if (self->base && self->token)
    {
      lectern_judge_photo_ask_async (self->session, self->base, self->token, sha256, cancellable, on_photo_answered_cb, task);
      return;
    }
  g_task_return_new_error (task, LECTERN_NET_ERROR, LECTERN_NET_ERROR_ADDRESS, "%s", lectern_judge_link_describe_failure (self));
  g_object_unref (task);
}

GBytes *
lectern_judge_client_load_photo_finish (LecternJudgeClient *self,
                                        GAsyncResult       *result,
                                        GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
lectern_judge_client_keep_outbox (LecternJudgeClient *self,
                                  const char         *path)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (path != NULL && !self->running);

  lectern_judge_outbox_keep_in (self->outbox, path);
}

void
lectern_judge_client_keep_state (LecternJudgeClient *self,
                                 const char         *path)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (path != NULL && !self->running && !self->memory);

  self->memory = lectern_judge_memory_new (path, self->context);
}

gboolean
lectern_judge_client_is_state_remembered (LecternJudgeClient *self)
{
  g_return_val_if_fail (LECTERN_IS_JUDGE_CLIENT (self), FALSE);

  return self->remembered;
}

/* How long the clock has gone on since, nobody knows: it stands. */
static void
recall_state (LecternJudgeClient *self)
{
  g_autoptr (JsonObject) object = self->memory && !self->state ? lectern_judge_memory_recall (self->memory, self->token) : NULL;
  gint64 now_us = g_get_monotonic_time ();

  if (!object)
    return;
  self->state = lectern_judge_state_parse (object, now_us);
  self->remembered = TRUE;
  lectern_judge_clock_take_state (&self->clock, FALSE, self->state->clock_elapsed_ms, now_us);
}

void
lectern_judge_client_set_practised (LecternJudgeClient *self,
                                    gboolean            practised)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));

  if (practised && !self->practised && self->connected)
    lectern_judge_link_send (self, "{\"type\":\"practised\"}");
  self->practised = practised;
}

void
lectern_judge_client_start (LecternJudgeClient *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (self->token != NULL);

  if (self->running)
    return;
  recall_state (self);
  if (!self->base)
    {
      lectern_judge_link_set_last_error (self, lectern_judge_link_describe_failure (self));
      return;
    }
  self->running = TRUE;
  self->backoff_ms = LECTERN_JUDGE_LINK_BACKOFF_MIN_MS;
  lectern_judge_link_connect (self);
}

void
lectern_judge_client_stop (LecternJudgeClient *self)
{
  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));

  self->running = FALSE;
  lectern_judge_follow_rest (self);
  lectern_judge_link_drop (self);
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

  return lectern_judge_clock_get_elapsed_ms (&self->clock, g_get_monotonic_time ());
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
    lectern_judge_link_send (self, message);
  return self->last_id;
}

void
lectern_judge_client_see_flag (LecternJudgeClient *self,
                               gint64              lot,
                               gint64              judge)
{
  const char *message;

  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (self->state != NULL);

  message = lectern_judge_outbox_add_flag_seen (self->outbox, self->state, lot, judge);
  if (self->connected)
    lectern_judge_link_send (self, message);
}

void
lectern_judge_client_list_unsent (LecternJudgeClient    *self,
                                  LecternJudgeUnsentFunc func,
                                  gpointer               user_data)
{
  g_autofree gint64 *marks = NULL;

  g_return_if_fail (LECTERN_IS_JUDGE_CLIENT (self));
  g_return_if_fail (self->state != NULL);

  marks = g_new (gint64, self->state->rubric->len + 1);
  for (guint i = 0; i < lectern_judge_outbox_get_length (self->outbox); i++)
    {
      const char *id;
      gint64      lot;
      gboolean    submit;

      if (lectern_judge_outbox_read_sheet (self->outbox, i, self->state, &id, &lot, marks, &submit))
        func (id, lot, marks, submit, user_data);
    }
}
