/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges' server as others hold it: a handle that may be made, asked and stopped on any
 * thread, while everything behind it lives on the engine's, so that neither a window nor anybody's
 * slow network is between a judge's sheet and the disk. TLS below 1.3 (below 1.2
 * where a venue's browser needs that) is kept out by lectern_server_prepare_process(), for the setting
 * is the whole process's. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-server.h"

#include "lectern-beacon.h"
#include "lectern-guard.h"
#include "lectern-host-key.h"
#include "lectern-jury.h"
#include "lectern-net-error.h"
#include "lectern-reception.h"
#include "lectern-socket.h"
#include "lectern-tls-end.h"
#include "lectern-venue.h"
#include "lectern-web-panel.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#define OLD_TLS_VARIABLE "LECTERN_ALLOW_TLS12"
/* How long those who are told goodbye may take to hang up. */
#define FAREWELL_MS 500

struct _LecternServer
{
  GObject parent_instance;

  LecternEngine *engine;
  GMainContext  *home; /* where it was started: ::connections-changed goes there */
  char          *key_folder;
  gboolean       old_tls;
  guint16        port;
  gboolean       reachable; /* from other machines */

  /* On the engine's thread. */
  LecternTlsKey *key;
  SoupServer    *soup;
  LecternGuard  *guard;
  LecternJury   *jury;
  LecternBeacon *beacon;
  GSource       *farewell;
  GSource       *watch;

  GMutex      lock;
  GCond       condition;
  GPtrArray  *presences;   /* under the lock; LecternPresence */
  char       *bind;        /* under the lock */
  char       *host;        /* under the lock; NULL: in no network */
  char       *addresses;   /* under the lock; all there are, to notice changes */
  const char *fingerprint; /* under the lock; interned */
  gboolean    reached;     /* under the lock */
  gboolean    stopped;     /* under the lock */
};

enum
{
  CONNECTIONS_CHANGED,
  ADDRESS_CHANGED,
  REACHED,
  CERTIFICATE_CHANGED,
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

static gboolean
on_home_address_changed_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[ADDRESS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
on_home_reached_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[REACHED], 0);
  return G_SOURCE_REMOVE;
}

/* Runs @callback with @self where the server was started from. */
static void
call_home (LecternServer *self,
           GSourceFunc    callback)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, callback, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->home);
}

static void
on_jury_connections_changed_cb (LecternJury *jury,
                                gpointer     user_data)
{
  LecternServer *self = user_data;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->presences, g_ptr_array_unref);
  self->presences = lectern_jury_list_presences (jury);
  g_mutex_unlock (&self->lock);
  call_home (self, on_home_connections_changed_cb);
}

static void
on_guard_reached_cb (LecternGuard *guard,
                     gpointer      user_data)
{
  LecternServer *self = user_data;

  g_mutex_lock (&self->lock);
  self->reached = TRUE;
  g_mutex_unlock (&self->lock);
  call_home (self, on_home_reached_cb);
}

/* Looks where this laptop is now, and tells of it when that is elsewhere than before. */
static gboolean
on_network_changed_cb (gpointer user_data)
{
  LecternServer *self = user_data;
  g_autoptr (GPtrArray) addresses = lectern_venue_list_addresses ();
  g_autofree char *bind = lectern_server_get_bind (self);
  char            *host = lectern_venue_choose (addresses, bind);
  g_auto (GStrv) links = lectern_venue_write_all (addresses, bind, self->port);
  g_autofree char *all = g_strjoinv (" ", links);
  g_auto (GStrv) of_interface = lectern_venue_is_interface (bind) ? lectern_venue_list_of (addresses, bind) : NULL;
  gboolean changed;

  lectern_guard_set_addresses (self->guard, (const char *const *) of_interface);
  g_mutex_lock (&self->lock);
  changed = g_strcmp0 (host, self->host) != 0 || g_strcmp0 (all, self->addresses) != 0;
  g_free (self->host);
  g_free (self->addresses);
  self->host = host;
  self->addresses = g_steal_pointer (&all);
  g_mutex_unlock (&self->lock);
  if (changed)
    call_home (self, on_home_address_changed_cb);
  return G_SOURCE_CONTINUE;
}

/* A request that passed: libsoup reads it, and answers as the reception says. */
static void
on_guard_admitted_cb (LecternGuard       *guard,
                      LecternGuardStream *stream,
                      gpointer            user_data)
{
  LecternServer *self = user_data;
  GSocket       *socket = lectern_guard_stream_get_socket (stream);
  g_autoptr (GSocketAddress) local = g_socket_get_local_address (socket, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_get_remote_address (socket, NULL);

  if (!self->soup || !local || !remote ||
      !soup_server_accept_iostream (self->soup, G_IO_STREAM (stream), local, remote, NULL))
    lectern_guard_stream_cut (stream);
}

static void
on_panel_connected_cb (SoupServer              *soup,
                       SoupServerMessage       *message,
                       const char              *path,
                       SoupWebsocketConnection *connection,
                       gpointer                 user_data)
{
  LecternServer *self = user_data;

  if (self->jury)
    lectern_jury_admit (self->jury, connection, soup_server_message_get_remote_host (message));
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
  g_clear_pointer (&self->beacon, lectern_beacon_free);
  self->beacon = lectern_beacon_new (record ? record->title : "", self->port, lectern_server_get_fingerprint (self), LECTERN_BEACON_PORT);
  g_main_context_pop_thread_default (context);
}

/* The guard's sockets are never libsoup's: it neither listens nor knows of TLS. */
static void
open_doors (LecternServer *self,
            GSocket       *socket)
{
  self->soup = soup_server_new (NULL, NULL);
  soup_server_remove_websocket_extension (self->soup, SOUP_TYPE_WEBSOCKET_EXTENSION_DEFLATE);
  self->guard = lectern_guard_new (socket, self->key, NULL);
  lectern_reception_open (self->engine, self->soup, lectern_guard_get_refusals (self->guard), lectern_web_panel_find);
  soup_server_add_websocket_handler (self->soup, LECTERN_RECEPTION_JUDGE_PATH, NULL, NULL, on_panel_connected_cb, self, NULL);
  self->jury = lectern_jury_new (self->engine, lectern_guard_get_refusals (self->guard));
  g_signal_connect (self->jury, "connections-changed", G_CALLBACK (on_jury_connections_changed_cb), self);
  g_signal_connect (self->guard, "admitted", G_CALLBACK (on_guard_admitted_cb), self);
  g_signal_connect (self->guard, "reached", G_CALLBACK (on_guard_reached_cb), self);
  self->watch = lectern_venue_watch_new ();
  if (self->watch)
    {
      g_source_set_callback (self->watch, on_network_changed_cb, self, NULL);
      g_source_attach (self->watch, lectern_engine_get_context (self->engine));
    }
  on_network_changed_cb (self);
  light_beacon (self);
}

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
finish_stop (LecternServer *self)
{
  clear_source (&self->farewell);
  clear_source (&self->watch);
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
  if (self->guard)
    {
      g_signal_handlers_disconnect_by_data (self->guard, self);
      lectern_guard_shut (self->guard);
    }
  g_clear_object (&self->guard);
  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->presences, 0);
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
  lectern_guard_close_door (self->guard);
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
  gboolean       done;
} Opening;

static gboolean
on_open_cb (gpointer user_data)
{
  Opening       *opening = user_data;
  LecternServer *self = opening->server;

  open_doors (self, opening->socket);
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
call_engine_thread_holding (LecternServer *self,
                            GSourceFunc    callback,
                            gpointer       data,
                            GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, callback, data, destroy);
  g_source_attach (source, lectern_engine_get_context (self->engine));
}

static void
call_engine_thread (LecternServer *self,
                    GSourceFunc    callback,
                    gpointer       data)
{
  call_engine_thread_holding (self, callback, data, NULL);
}

static gboolean
is_engine_thread (LecternServer *self)
{
  return g_main_context_is_owner (lectern_engine_get_context (self->engine));
}

static void
open_and_wait (LecternServer *self,
               GSocket       *socket)
{
  Opening opening = { .server = self, .socket = socket };

  if (is_engine_thread (self))
    {
      open_doors (self, socket);
      return;
    }
  call_engine_thread (self, on_open_cb, &opening);
  g_mutex_lock (&self->lock);
  while (!opening.done)
    g_cond_wait (&self->condition, &self->lock);
  g_mutex_unlock (&self->lock);
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
  g_clear_pointer (&self->key, lectern_tls_key_unref);
  g_clear_pointer (&self->presences, g_ptr_array_unref);
  g_free (self->key_folder);
  g_free (self->bind);
  g_free (self->host);
  g_free (self->addresses);
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
  signals[ADDRESS_CHANGED] = g_signal_new ("address-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REACHED] = g_signal_new ("reached", G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CERTIFICATE_CHANGED] = g_signal_new ("certificate-changed", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_server_init (LecternServer *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->condition);
  self->presences = g_ptr_array_new ();
  self->stopped = TRUE;
}

static guint16
find_port (GSocket *socket)
{
  g_autoptr (GSocketAddress) address = g_socket_get_local_address (socket, NULL);

  return address ? g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)) : 0;
}

static gboolean
is_reachable (const char *bind)
{
  g_autoptr (GInetAddress) address = bind ? g_inet_address_new_from_string (bind) : NULL;

  return !address || !g_inet_address_get_is_loopback (address);
}

/* Whoever has asked for the old one may still hold it when there is another; there are never many. */
static const char *
intern_fingerprint (GTlsCertificate *certificate)
{
  g_autofree char *fingerprint = lectern_host_key_fingerprint (certificate);

  return g_intern_string (fingerprint);
}

void
lectern_server_prepare_process (void)
{
  /* For the clients in this program; the server has its own say. */
  g_setenv ("G_TLS_GNUTLS_PRIORITY", "NORMAL:-VERS-ALL:+VERS-TLS1.3", FALSE);
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
  g_autoptr (GTlsCertificate) certificate = NULL;

  g_return_val_if_fail (LECTERN_IS_ENGINE (engine), NULL);

  self = g_object_new (LECTERN_TYPE_SERVER, NULL);
  self->engine = g_object_ref (engine);
  self->home = g_main_context_ref_thread_default ();
  self->bind = g_strdup (bind);
  self->reachable = is_reachable (bind);
  self->key_folder = g_strdup (key_folder);
  self->old_tls = g_strcmp0 (g_getenv (OLD_TLS_VARIABLE), "1") == 0;
  certificate = lectern_host_key_open (key_folder, error);
  if (!certificate)
    return NULL;
  self->fingerprint = intern_fingerprint (certificate);
  self->key = lectern_tls_key_new (certificate, self->old_tls, error);
  if (!self->key)
    return NULL;
  socket = lectern_socket_listen (bind, port, error);
  if (!socket)
    return NULL;
  self->port = find_port (socket);
  self->stopped = FALSE;
  open_and_wait (self, socket);
  return g_steal_pointer (&self);
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
  g_autofree char *host = NULL;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  g_mutex_lock (&self->lock);
  host = g_strdup (self->host ? self->host : "127.0.0.1");
  g_mutex_unlock (&self->lock);
  return lectern_venue_write_address (host, self->port);
}

GStrv
lectern_server_list_addresses (LecternServer *self)
{
  g_autofree char *bind = NULL;
  g_autoptr (GPtrArray) addresses = NULL;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  bind = lectern_server_get_bind (self);
  addresses = lectern_venue_list_addresses ();
  return lectern_venue_write_all (addresses, bind, self->port);
}

char *
lectern_server_get_bind (LecternServer *self)
{
  char *bind;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  g_mutex_lock (&self->lock);
  bind = g_strdup (self->bind);
  g_mutex_unlock (&self->lock);
  return bind;
}

gboolean
lectern_server_can_choose_interface (LecternServer *self)
{
  g_autofree char *bind = lectern_server_get_bind (self);
  g_autoptr (GInetAddress) address = bind ? g_inet_address_new_from_string (bind) : NULL;

  return !bind || lectern_venue_is_interface (bind) || (address && g_inet_address_get_is_any (address));
}

static gboolean
on_interface_chosen_cb (gpointer user_data)
{
  LecternServer *self = user_data;

  if (self->guard)
    on_network_changed_cb (self);
  return G_SOURCE_REMOVE;
}

void
lectern_server_choose_interface (LecternServer *self,
                                 const char    *interface)
{
  g_return_if_fail (LECTERN_IS_SERVER (self));
  g_return_if_fail (lectern_server_can_choose_interface (self));

  g_mutex_lock (&self->lock);
  g_free (self->bind);
  self->bind = g_strdup (interface);
  g_mutex_unlock (&self->lock);
  call_engine_thread_holding (self, on_interface_chosen_cb, g_object_ref (self), g_object_unref);
}

/* A certificate on its way to the guard. */
typedef struct
{
  LecternServer *server;
  LecternTlsKey *key;
} Renewal;

static void
renewal_free (gpointer data)
{
  Renewal *renewal = data;

  lectern_tls_key_unref (renewal->key);
  g_object_unref (renewal->server);
  g_free (renewal);
}

static gboolean
on_home_certificate_changed_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[CERTIFICATE_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Whoever stayed connected would find out in the middle of a talk, at the next break of the network. */
static gboolean
on_renewed_cb (gpointer user_data)
{
  Renewal       *renewal = user_data;
  LecternServer *self = renewal->server;

  if (!self->guard || !self->jury)
    return G_SOURCE_REMOVE;
  lectern_guard_set_key (self->guard, renewal->key);
  lectern_jury_send_away (self->jury);
  light_beacon (self);
  call_home (self, on_home_certificate_changed_cb);
  return G_SOURCE_REMOVE;
}

gboolean
lectern_server_renew_certificate (LecternServer *self,
                                  GError       **error)
{
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (LecternTlsKey) key = NULL;
  Renewal *renewal;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), FALSE);

  certificate = lectern_host_key_renew (self->key_folder, error);
  key = certificate ? lectern_tls_key_new (certificate, self->old_tls, error) : NULL;
  if (!key)
    return FALSE;
  g_mutex_lock (&self->lock);
  self->fingerprint = intern_fingerprint (certificate);
  g_mutex_unlock (&self->lock);
  renewal = g_new0 (Renewal, 1);
  renewal->server = g_object_ref (self);
  renewal->key = g_steal_pointer (&key);
  call_engine_thread_holding (self, on_renewed_cb, renewal, renewal_free);
  return TRUE;
}

gboolean
lectern_server_has_network (LecternServer *self)
{
  gboolean has;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), FALSE);

  g_mutex_lock (&self->lock);
  has = self->host != NULL;
  g_mutex_unlock (&self->lock);
  return has;
}

gboolean
lectern_server_was_reached (LecternServer *self)
{
  gboolean reached;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), FALSE);

  g_mutex_lock (&self->lock);
  reached = self->reached;
  g_mutex_unlock (&self->lock);
  return reached;
}

char *
lectern_server_describe_firewall (LecternServer *self)
{
  g_autofree char *firewalld = g_find_program_in_path ("firewall-cmd");
  g_autofree char *ufw = g_find_program_in_path ("ufw");
  g_autofree char *command = NULL;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  if (firewalld)
    command = g_strdup_printf ("sudo firewall-cmd --add-port=%u/tcp --add-port=%u/udp", self->port, LECTERN_BEACON_PORT);
  else if (ufw)
    command = g_strdup_printf ("sudo ufw allow %u/tcp && sudo ufw allow %u/udp", self->port, LECTERN_BEACON_PORT);
  if (!command)
    /* Translators: two ports. */
    return g_strdup_printf (_ ("The judges’ laptops come in at TCP port %u, and ask at UDP port %u where this laptop is when its address has changed; a firewall on this laptop must let both through."), self->port, LECTERN_BEACON_PORT);
  /* Translators: two ports, and a command to type. */
  return g_strdup_printf (_ ("The judges’ laptops come in at TCP port %u, and ask at UDP port %u where this laptop is when its address has changed; the firewall of this laptop is opened for both with “%s”."),
                          self->port, LECTERN_BEACON_PORT, command);
}

const char *
lectern_server_get_fingerprint (LecternServer *self)
{
  const char *fingerprint;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  g_mutex_lock (&self->lock);
  fingerprint = self->fingerprint;
  g_mutex_unlock (&self->lock);
  return fingerprint;
}

static gpointer
copy_presence (gconstpointer presence,
               gpointer      user_data)
{
  LecternPresence *copy = lectern_presence_copy (presence);

  if (copy->connected)
    copy->seen_us = g_get_real_time ();
  return copy;
}

static void
presence_free (gpointer data)
{
  lectern_presence_free (data);
}

GPtrArray *
lectern_server_list_presences (LecternServer *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (LECTERN_IS_SERVER (self), NULL);

  g_mutex_lock (&self->lock);
  copy = g_ptr_array_copy (self->presences, copy_presence, NULL);
  g_mutex_unlock (&self->lock);
  g_ptr_array_set_free_func (copy, presence_free);
  return copy;
}

GArray *
lectern_server_list_connected (LecternServer *self)
{
  g_autoptr (GPtrArray) presences = lectern_server_list_presences (self);

  g_return_val_if_fail (presences != NULL, NULL);

  return lectern_presences_list_judges (presences, FALSE);
}

GArray *
lectern_server_list_practised (LecternServer *self)
{
  g_autoptr (GPtrArray) presences = lectern_server_list_presences (self);

  g_return_val_if_fail (presences != NULL, NULL);

  return lectern_presences_list_judges (presences, TRUE);
}
