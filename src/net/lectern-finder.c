/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A question to everybody on the subnet every few seconds, and Avahi's own list where it runs. What
 * answers is somebody's word: it is shown for a person to choose, and trusted by the pairing code
 * and the pinned certificate like an address that was typed. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-finder.h"

#include "lectern-beacon.h"
#include "lectern-judge-words.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <string.h>

#define ASK_SECONDS 3
#define AVAHI "org.freedesktop.Avahi"
#define AVAHI_SERVER AVAHI ".Server"
#define AVAHI_BROWSER AVAHI ".ServiceBrowser"
#define ANY_INTERFACE (-1)
#define IPV4 0
#define CONTEST_LENGTH_MAX 200

struct _LecternFinder
{
  GObject parent_instance;

  GMainContext    *context;
  guint16          udp_port;
  GSocket         *socket;
  GSource         *answers;
  GSource         *timer;
  GCancellable    *cancellable;
  GDBusConnection *bus;
  guint            watch;
  guint            items;
};

enum
{
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternFinder, lectern_finder, G_TYPE_OBJECT)

static void
tell (LecternFinder *self,
      const char    *host,
      guint          port,
      const char    *contest,
      const char    *fingerprint)
{
  g_autofree char *address = g_strdup_printf ("%s:%u", host, port);
  g_autofree char *title = g_utf8_substring (contest, 0, MIN (g_utf8_strlen (contest, -1), CONTEST_LENGTH_MAX));

  g_signal_emit (self, signals[FOUND], 0, address, title, fingerprint);
}

/* --- UDP ----------------------------------------------------------------------------------- */

static void
read_answer (LecternFinder  *self,
             const char     *text,
             gsize           length,
             GSocketAddress *from)
{
  g_auto (LecternFound) found = { 0 };
  g_autofree char *host = NULL;

  if (!lectern_judge_words_read_found (text, length, &found))
    return;
  host = g_inet_address_to_string (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (from)));
  tell (self, host, found.port, found.contest, found.fingerprint);
}

static gboolean
on_answer_cb (GSocket     *socket,
              GIOCondition condition,
              gpointer     user_data)
{
  g_autoptr (LecternFinder) self = g_object_ref (user_data);
  char text[2 * LECTERN_BEACON_LENGTH];
  g_autoptr (GSocketAddress) from = NULL;
  gssize length = g_socket_receive_from (socket, &from, text, sizeof text, NULL, NULL);

  if (length > 0 && G_IS_INET_SOCKET_ADDRESS (from))
    read_answer (self, text, (gsize) length, from);
  return G_SOURCE_CONTINUE;
}

static void
ask_at (LecternFinder *self,
        const char    *host)
{
  char question[LECTERN_BEACON_LENGTH] = LECTERN_BEACON_QUESTION;
  g_autoptr (GSocketAddress) to = g_inet_socket_address_new_from_string (host, self->udp_port);

  if (to)
    g_socket_send_to (self->socket, to, question, sizeof question, NULL, NULL);
}

/* Everybody on each subnet this laptop is on; and this laptop itself. */
static void
ask (LecternFinder *self)
{
  struct ifaddrs *all = NULL;

  ask_at (self, "127.0.0.1");
  ask_at (self, "255.255.255.255");
  if (getifaddrs (&all) != 0)
    return;
  for (const struct ifaddrs *one = all; one; one = one->ifa_next)
    {
      char host[INET_ADDRSTRLEN];

      if (one->ifa_addr && one->ifa_addr->sa_family == AF_INET && (one->ifa_flags & IFF_BROADCAST) && one->ifa_broadaddr &&
          inet_ntop (AF_INET, &((const struct sockaddr_in *) (const void *) one->ifa_broadaddr)->sin_addr, host, sizeof host))
        ask_at (self, host);
    }
  freeifaddrs (all);
}

static gboolean
on_ask_cb (gpointer user_data)
{
  ask (user_data);
  return G_SOURCE_CONTINUE;
}

static void
open_socket (LecternFinder *self)
{
  self->socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, NULL);
  if (!self->socket)
    return;
  g_socket_set_broadcast (self->socket, TRUE);
  g_socket_set_blocking (self->socket, FALSE);
  self->answers = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (self->answers, G_SOURCE_FUNC (on_answer_cb), self, NULL);
  g_source_attach (self->answers, self->context);
  self->timer = g_timeout_source_new_seconds (ASK_SECONDS);
  g_source_set_callback (self->timer, on_ask_cb, self, NULL);
  g_source_attach (self->timer, self->context);
  ask (self);
}

/* --- Avahi --------------------------------------------------------------------------------- */

/* "key=value" of the texts of a service; NULL when there is none, owned by the caller. */
static char *
find_text (GVariant   *texts,
           const char *key)
{
  for (gsize i = 0; i < g_variant_n_children (texts); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (texts, i);
      gsize            length;
      const char      *bytes = g_variant_get_fixed_array (child, &length, 1);
      g_autofree char *text = g_strndup (bytes ? bytes : "", length);

      if (g_str_has_prefix (text, key) && text[strlen (key)] == '=' && g_utf8_validate (text, -1, NULL))
        return g_strdup (text + strlen (key) + 1);
    }
  return NULL;
}

static void
on_resolved_cb (GObject      *bus,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LecternFinder) self = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);
  g_autoptr (GVariant) texts = NULL;
  g_autofree char *contest = NULL;
  g_autofree char *fingerprint = NULL;
  const char      *name;
  const char      *host;
  guint16          port;

  if (!answer || !self->cancellable || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("(iissssisqaayu)")))
    return;
  g_variant_get (answer, "(ii&s&s&s&si&sq@aayu)", NULL, NULL, &name, NULL, NULL, NULL, NULL, &host, &port, &texts, NULL);
  contest = find_text (texts, "contest");
  fingerprint = find_text (texts, "fingerprint");
  tell (self, host, port, contest ? contest : name, fingerprint ? fingerprint : "");
}

static void
on_item_cb (GDBusConnection *bus,
            const char      *sender,
            const char      *path,
            const char      *interface,
            const char      *signal,
            GVariant        *parameters,
            gpointer         user_data)
{
  LecternFinder *self = user_data;
  gint32         at;
  gint32         protocol;
  const char    *name;
  const char    *type;
  const char    *domain;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(iisssu)")))
    return;
  g_variant_get (parameters, "(ii&s&s&su)", &at, &protocol, &name, &type, &domain, NULL);
  if (!g_str_equal (type, LECTERN_BEACON_SERVICE))
    return;
  g_dbus_connection_call (bus, AVAHI, "/", AVAHI_SERVER, "ResolveService",
                          g_variant_new ("(iisssiu)", at, protocol, name, type, domain, IPV4, 0), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, on_resolved_cb, g_object_ref (self));
}

static void
on_avahi_appeared_cb (GDBusConnection *bus,
                      const char      *name,
                      const char      *owner,
                      gpointer         user_data)
{
  g_dbus_connection_call (bus, AVAHI, "/", AVAHI_SERVER, "ServiceBrowserNew",
                          g_variant_new ("(iissu)", ANY_INTERFACE, IPV4, LECTERN_BEACON_SERVICE, "", 0), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

static void
on_bus_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LecternFinder) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (!bus || !self->cancellable)
    return;
  self->bus = g_steal_pointer (&bus);
  /* Before the list is asked for: what is known already comes at once. */
  self->items = g_dbus_connection_signal_subscribe (self->bus, AVAHI, AVAHI_BROWSER, "ItemNew", NULL, NULL,
                                                    G_DBUS_SIGNAL_FLAGS_NONE, on_item_cb, self, NULL);
  self->watch = g_bus_watch_name_on_connection (self->bus, AVAHI, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                on_avahi_appeared_cb, NULL, self, NULL);
}

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
lectern_finder_dispose (GObject *object)
{
  LecternFinder *self = LECTERN_FINDER (object);

  lectern_finder_stop (self);
  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (lectern_finder_parent_class)->dispose (object);
}

static void
lectern_finder_class_init (LecternFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_finder_dispose;
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
lectern_finder_init (LecternFinder *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->udp_port = LECTERN_BEACON_PORT;
}

LecternFinder *
lectern_finder_new (void)
{
  return g_object_new (LECTERN_TYPE_FINDER, NULL);
}

void
lectern_finder_set_udp_port (LecternFinder *self,
                             guint16        port)
{
  g_return_if_fail (LECTERN_IS_FINDER (self));

  self->udp_port = port;
}

void
lectern_finder_start (LecternFinder *self)
{
  g_return_if_fail (LECTERN_IS_FINDER (self));

  if (self->cancellable)
    return;
  self->cancellable = g_cancellable_new ();
  open_socket (self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_bus_cb, g_object_ref (self));
}

void
lectern_finder_stop (LecternFinder *self)
{
  g_return_if_fail (LECTERN_IS_FINDER (self));

  clear_source (&self->answers);
  clear_source (&self->timer);
  g_clear_object (&self->socket);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->watch)
    g_bus_unwatch_name (self->watch);
  self->watch = 0;
  if (self->items)
    g_dbus_connection_signal_unsubscribe (self->bus, self->items);
  self->items = 0;
  g_clear_object (&self->bus);
}
