/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges' server as others hold it: a handle that may be made, asked and stopped on any
 * thread, while everything behind it lives on the engine's, so that neither a window nor anybody's
 * slow network is between a judge's sheet and the disk. TLS below 1.2 is kept out by
 * lectern_server_prepare_process(), for the setting is the whole process's. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-server.h"

#include "lectern-beacon.h"
#include "lectern-host-key.h"
#include "lectern-jury.h"
#include "lectern-net-error.h"
#include "lectern-reception.h"
#include "lectern-socket.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#define JUDGE_PATH "/api/v1/judge"
/* How long those who are told goodbye may take to hang up. */
#define FAREWELL_MS 500

struct _LecternServer
{
  GObject parent_instance;

  LecternEngine   *engine;
  GMainContext    *home; /* where it was started: ::connections-changed goes there */
  GTlsCertificate *certificate;
  char            *fingerprint;
  char            *host;
  guint16          port;
  gboolean         reachable; /* from other machines */

  /* On the engine's thread. */
  SoupServer    *soup;
  LecternJury   *jury;
  LecternBeacon *beacon;
  GSource       *farewell;

  GMutex   lock;
  GCond    condition;
  GArray  *connected; /* under the lock */
  GArray  *practised; /* under the lock */
  gboolean stopped;   /* under the lock */
};

enum
{
  CONNECTIONS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternServer, lectern_server, G_TYPE_OBJECT)

/* --- on the engine's thread ---------------------------------------------------------------- */

static gboolean
on_home_connections_changed_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[CONNECTIONS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
on_jury_connections_changed_cb (LecternJury *jury,
                                gpointer     user_data)
{
  LecternServer *self = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->connected, g_array_unref);
  self->connected = lectern_jury_list_connected (jury);
  g_clear_pointer (&self->practised, g_array_unref);
  self->practised = lectern_jury_list_practised (jury);
  g_mutex_unlock (&self->lock);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_home_connections_changed_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->home);
}

static void
on_panel_connected_cb (SoupServer              *soup,
                       SoupServerMessage       *message,
                       const char              *path,
                       SoupWebsocketConnection *connection,
                       gpointer                 user_data)
{
  LecternServer *self = user_data;

  if (self->jury && g_str_equal (path, JUDGE_PATH))
    lectern_jury_admit (self->jury, connection);
  else
    soup_websocket_connection_close (connection, SOUP_WEBSOCKET_CLOSE_GOING_AWAY, NULL);
}

/* Who listens for this machine alone need not be found. */
static void
light_beacon (LecternServer *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (lectern_engine_get_contest (self->engine));
  GMainContext               *context = lectern_engine_get_context (self->engine);

  if (!self->reachable)
    return;
  g_main_context_push_thread_default (context);
  self->beacon = lectern_beacon_new (record ? record->title : "", self->port, self->fingerprint, LECTERN_BEACON_PORT);
  g_main_context_pop_thread_default (context);
}

static gboolean
open_doors (LecternServer *self,
            GSocket       *socket,
            GError       **error)
{
  g_autoptr (GError) reason = NULL;

  self->soup = soup_server_new ("tls-certificate", self->certificate, NULL);
  soup_server_remove_websocket_extension (self->soup, SOUP_TYPE_WEBSOCKET_EXTENSION_DEFLATE);
  lectern_reception_open (self->engine, self->soup);
  soup_server_add_websocket_handler (self->soup, JUDGE_PATH, NULL, NULL, on_panel_connected_cb, self, NULL);
  self->jury = lectern_jury_new (self->engine);
  g_signal_connect (self->jury, "connections-changed", G_CALLBACK (on_jury_connections_changed_cb), self);
  if (soup_server_listen_socket (self->soup, socket, SOUP_SERVER_LISTEN_HTTPS, &reason))
    {
      light_beacon (self);
      return TRUE;
    }
  g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_LISTEN,
               _ ("Judges cannot be listened for on port %u: %s"), self->port, reason->message);
  return FALSE;
}

static void
finish_stop (LecternServer *self)
{
  if (self->farewell)
    g_source_destroy (self->farewell);
  g_clear_pointer (&self->farewell, g_source_unref);
  g_clear_pointer (&self->beacon, lectern_beacon_free);
  if (self->jury)
    {
      g_signal_handlers_disconnect_by_data (self->jury, self);
      lectern_jury_shut (self->jury);
    }
  g_clear_object (&self->jury);
  if (self->soup)
    soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_mutex_lock (&self->lock);
  g_array_set_size (self->connected, 0);
  g_array_set_size (self->practised, 0);
  self->stopped = TRUE;
  g_cond_broadcast (&self->condition);
  g_mutex_unlock (&self->lock);
}

static gboolean
on_farewell_cb (gpointer user_data)
{
  finish_stop (user_data);
  return G_SOURCE_REMOVE;
}

static void
on_jury_emptied_cb (LecternJury *jury,
                    gpointer     user_data)
{
  LecternServer *self = user_data;

  /* Not at once: the jury is in the middle of a connection's end. */
  if (self->farewell)
    g_source_set_ready_time (self->farewell, 0);
}

static void
begin_stop (LecternServer *self)
{
  soup_server_disconnect (self->soup);
  if (!lectern_jury_dismiss (self->jury))
    {
      finish_stop (self);
      return;
    }
  self->farewell = g_timeout_source_new (FAREWELL_MS);
  g_source_set_callback (self->farewell, on_farewell_cb, self, NULL);
  g_source_attach (self->farewell, lectern_engine_get_context (self->engine));
  g_signal_connect (self->jury, "emptied", G_CALLBACK (on_jury_emptied_cb), self);
}

/* --- from anywhere ------------------------------------------------------------------------- */

typedef struct
{
  LecternServer *server;
  GSocket       *socket;
  GError        *error;
  gboolean       opened;
  gboolean       done;
} Opening;

static gboolean
on_open_cb (gpointer user_data)
{
  Opening       *opening = user_data;
  LecternServer *self = opening->server;

  opening->opened = open_doors (self, opening->socket, &opening->error);
  g_mutex_lock (&self->lock);
  opening->done = TRUE;
  g_cond_broadcast (&self->condition);
  g_mutex_unlock (&self->lock);
  return G_SOURCE_REMOVE;
}

static gboolean
on_begin_stop_cb (gpointer user_data)
{
  begin_stop (user_data);
  return G_SOURCE_REMOVE;
}

static void
call_engine_thread (LecternServer *self,
                    GSourceFunc    callback,
                    gpointer       data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, lectern_engine_get_context (self->engine));
}

static gboolean
is_engine_thread (LecternServer *self)
{
  return g_main_context_is_owner (lectern_engine_get_context (self->engine));
}

static gboolean
open_and_wait (LecternServer *self,
               GSocket       *socket,
               GError       **error)
{
  Opening opening = { .server = self, .socket = socket };

  if (is_engine_thread (self))
    return open_doors (self, socket, error);
  call_engine_thread (self, on_open_cb, &opening);
  g_mutex_lock (&self->lock);
  while (!opening.done)
    g_cond_wait (&self->condition, &self->lock);
  g_mutex_unlock (&self->lock);
  if (opening.error)
    g_propagate_error (error, opening.error);
  return opening.opened;
}

static void
lectern_server_dispose (GObject *object)
{
  LecternServer *self = LECTERN_SERVER (object);

  lectern_server_stop (self);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (lectern_server_parent_class)->dispose (object);
}

static void
lectern_server_finalize (GObject *object)
{
  LecternServer *self = LECTERN_SERVER (object);

  g_clear_pointer (&self->home, g_main_context_unref);
  g_clear_object (&self->certificate);
  g_clear_pointer (&self->connected, g_array_unref);
  g_clear_pointer (&self->practised, g_array_unref);
  g_free (self->fingerprint);
  g_free (self->host);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->condition);
  G_OBJECT_CLASS (lectern_server_parent_class)->finalize (object);
}

static void
lectern_server_class_init (LecternServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_server_dispose;
  object_class->finalize = lectern_server_finalize;
  signals[CONNECTIONS_CHANGED] = g_signal_new ("connections-changed", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_server_init (LecternServer *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->condition);
  self->connected = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->practised = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stopped = TRUE;
}

static guint16
find_port (GSocket *socket)
{
  g_autoptr (GSocketAddress) address = g_socket_get_local_address (socket, NULL);

  return address ? g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)) : 0;
}

/* @bind NULL and the any-addresses are told to others as an address they can reach. */
static char *
choose_host (const char *bind)
{
  g_autoptr (GInetAddress) address = bind ? g_inet_address_new_from_string (bind) : NULL;

  if (!bind || (address && g_inet_address_get_is_any (address)))
    return lectern_socket_find_own_address ();
  return g_strdup (bind);
}

static gboolean
is_reachable (const char *bind)
{
  g_autoptr (GInetAddress) address = bind ? g_inet_address_new_from_string (bind) : NULL;

  return !address || !g_inet_address_get_is_loopback (address);
}

void
lectern_server_prepare_process (void)
{
  g_setenv ("G_TLS_GNUTLS_PRIORITY", "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2", FALSE);
}

LecternServer *
lectern_server_start (LecternEngine *engine,
                      const char    *bind,
                      guint16        port,
                      const char    *key_folder,
                      GError       **error)
{
  g_autoptr (LecternServer) self = NULL;
  g_autoptr (GSocket) socket = NULL;

  g_return_val_if_fail (LECTERN_IS_ENGINE (engine), NULL);

  self = g_object_new (LECTERN_TYPE_SERVER, NULL);
  self->engine = g_object_ref (engine);
  self->home = g_main_context_ref_thread_default ();
  self->host = choose_host (bind);
  self->reachable = is_reachable (bind);
  self->certificate = lectern_host_key_open (key_folder, error);
  if (!self->certificate)
    return NULL;
  self->fingerprint = lectern_host_key_fingerprint (self->certificate);
  socket = lectern_socket_listen (bind, port, error);
  if (!socket)
    return NULL;
  self->port = find_port (socket);
  self->stopped = FALSE;
  return open_and_wait (self, socket, error) ? g_steal_pointer (&self) : NULL;
}

void
lectern_server_stop (LecternServer *self)
{
  g_return_if_fail (LECTERN_IS_SERVER (self));

  g_mutex_lock (&self->lock);
  if (self->stopped)
    {
      g_mutex_unlock (&self->lock);
      return;
    }
  g_mutex_unlock (&self->lock);
  if (is_engine_thread (self))
    {
      /* Nobody can be waited for here. */
      lectern_jury_dismiss (self->jury);
      finish_stop (self);
      return;
    }
  call_engine_thread (self, on_begin_stop_cb, self);
  g_mutex_lock (&self->lock);
  while (!self->stopped)
    g_cond_wait (&self->condition, &self->lock);
  g_mutex_unlock (&self->lock);
}

guint16
lectern_server_get_port (LecternServer *self)
{
  g_return_val_if_fail (LECTERN_IS_SERVER (self), 0);

  return self->port;
}

char *
lectern_server_get_address (LecternServer *self)
{
  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  return g_strdup_printf (strchr (self->host, ':') ? "https://[%s]:%u" : "https://%s:%u", self->host, self->port);
}

const char *
lectern_server_get_fingerprint (LecternServer *self)
{
  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  return self->fingerprint;
}

GArray *
lectern_server_list_connected (LecternServer *self)
{
  GArray *copy;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  g_mutex_lock (&self->lock);
  copy = g_array_copy (self->connected);
  g_mutex_unlock (&self->lock);
  return copy;
}

GArray *
lectern_server_list_practised (LecternServer *self)
{
  GArray *copy;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  g_mutex_lock (&self->lock);
  copy = g_array_copy (self->practised);
  g_mutex_unlock (&self->lock);
  return copy;
}
