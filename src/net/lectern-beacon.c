/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Being found is a convenience and nothing depends on it: no failure here reaches anybody. What is
 * told is what GET /api/v1/info tells everybody too, and the fingerprint; that a found laptop is the
 * right one says the pairing code alone. Avahi may come later, or come again: it is told whenever
 * its name appears on the system bus. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-beacon.h"

#include "lectern-wire.h"

#include <string.h>

#define AVAHI "org.freedesktop.Avahi"
#define AVAHI_SERVER AVAHI ".Server"
#define AVAHI_GROUP AVAHI ".EntryGroup"
#define ANY (-1) /* interface, protocol */
#define NAME_LENGTH_MAX 56
#define NAMES_MAX 9
#define ANSWERS_PER_SECOND 20

struct _LecternBeacon
{
  char   *title;
  guint16 port;
  char   *fingerprint;

  GSocket *socket;
  GSource *source;
  char    *answer;
  gint64   second; /* the one in which @n_answers went out */
  guint    n_answers;

  GCancellable    *cancellable;
  GDBusConnection *bus;
  guint            watch;
  char            *group; /* path of our entries at Avahi */
  guint            n_names;
};

/* At most @length bytes of @text, whole characters. */
static char *
cut (const char *text,
     gsize       length)
{
  const char *end = text;

  while (*end != '\0' && (gsize) (g_utf8_next_char (end) - text) <= length)
    end = g_utf8_next_char (end);
  return g_strndup (text, (gsize) (end - text));
}

/* --- UDP ----------------------------------------------------------------------------------- */

static char *
write_answer (LecternBeacon *self)
{
  GString         *json = g_string_new ("{\"lectern\":1,\"contest\":");
  g_autofree char *title = cut (self->title, LECTERN_BEACON_LENGTH / 4);

  lectern_wire_append_string (json, title);
  g_string_append_printf (json, ",\"port\":%u,\"fingerprint\":", self->port);
  lectern_wire_append_string (json, self->fingerprint);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
may_answer (LecternBeacon *self)
{
  gint64 second = g_get_monotonic_time () / G_USEC_PER_SEC;

  if (second != self->second)
    self->n_answers = 0;
  self->second = second;
  return self->n_answers++ < ANSWERS_PER_SECOND;
}

static gboolean
on_question_cb (GSocket     *socket,
                GIOCondition condition,
                gpointer     user_data)
{
  LecternBeacon *self = user_data;
  char           question[2 * LECTERN_BEACON_LENGTH];
  g_autoptr (GSocketAddress) from = NULL;
  gssize length = g_socket_receive_from (socket, &from, question, sizeof question, NULL, NULL);

  if (length == LECTERN_BEACON_LENGTH && from != NULL &&
      memcmp (question, LECTERN_BEACON_QUESTION, strlen (LECTERN_BEACON_QUESTION)) == 0 && may_answer (self))
    g_socket_send_to (socket, from, self->answer, strlen (self->answer), NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static void
open_socket (LecternBeacon *self,
             guint16        udp_port)
{
  g_autoptr (GInetAddress) any = g_inet_address_new_any (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (any, udp_port);
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, NULL);
  g_autoptr (GError) error = NULL;

  if (socket == NULL || !g_socket_bind (socket, address, FALSE, &error))
    {
      g_info ("nobody is answered who looks for this laptop: %s", error != NULL ? error->message : "no socket");
      return;
    }
  g_socket_set_blocking (socket, FALSE);
  self->answer = write_answer (self);
  self->socket = g_steal_pointer (&socket);
  self->source = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (self->source, G_SOURCE_FUNC (on_question_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
}

/* --- Avahi --------------------------------------------------------------------------------- */

static void
call (LecternBeacon      *self,
      const char         *path,
      const char         *interface,
      const char         *method,
      GVariant           *parameters,
      GAsyncReadyCallback callback)
{
  g_dbus_connection_call (self->bus, AVAHI, path, interface, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, callback, self);
}

static GVariant *
make_text (LecternBeacon *self)
{
  g_autofree char *fingerprint = g_strconcat ("fingerprint=", self->fingerprint, NULL);
  g_autofree char *title = cut (self->title, 200);
  g_autofree char *contest = g_strconcat ("contest=", title, NULL);
  GVariantBuilder  builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aay"));
  g_variant_builder_add_value (&builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, contest, strlen (contest), 1));
  g_variant_builder_add_value (&builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, fingerprint, strlen (fingerprint), 1));
  return g_variant_builder_end (&builder);
}

/* The answer to a call, NULL when there is none; @self is not there any more when it was cancelled. */
static GVariant *
finish_call (GObject      *bus,
             GAsyncResult *result,
             GError      **error)
{
  return g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, error);
}

static void add_service (LecternBeacon *self);

static void
on_committed_cb (GObject      *bus,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GVariant) answer = finish_call (bus, result, NULL);
}

static void
on_added_cb (GObject      *bus,
             GAsyncResult *result,
             gpointer      user_data)
{
  LecternBeacon *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = finish_call (bus, result, &error);
  g_autofree char *name = NULL;

  if (answer != NULL)
    {
      call (self, self->group, AVAHI_GROUP, "Commit", NULL, on_committed_cb);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  name = g_dbus_error_get_remote_error (error);
  /* Another contest of the same title on this network. */
  if (g_strcmp0 (name, AVAHI ".CollisionError") == 0 && self->n_names < NAMES_MAX)
    add_service (self);
}

static void
add_service (LecternBeacon *self)
{
  g_autofree char *title = cut (self->title, NAME_LENGTH_MAX);
  g_autofree char *name = NULL;

  self->n_names++;
  name = self->n_names > 1 ? g_strdup_printf ("%s %u", title, self->n_names) : g_strdup (title);
  call (self, self->group, AVAHI_GROUP, "AddService",
        g_variant_new ("(iiussssq@aay)", ANY, ANY, 0, name, LECTERN_BEACON_SERVICE, "", "", self->port, make_text (self)),
        on_added_cb);
}

static void
on_group_cb (GObject      *bus,
             GAsyncResult *result,
             gpointer      user_data)
{
  LecternBeacon *self = user_data;
  g_autoptr (GVariant) answer = finish_call (bus, result, NULL);

  if (answer == NULL || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("(o)")))
    return;
  g_free (self->group);
  g_variant_get (answer, "(o)", &self->group);
  self->n_names = 0;
  add_service (self);
}

static void
on_avahi_appeared_cb (GDBusConnection *bus,
                      const char      *name,
                      const char      *owner,
                      gpointer         user_data)
{
  LecternBeacon *self = user_data;

  call (self, "/", AVAHI_SERVER, "EntryGroupNew", NULL, on_group_cb);
}

static void
on_bus_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  LecternBeacon *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    return; /* no bus, or nobody here any more */
  self->bus = g_steal_pointer (&bus);
  self->watch = g_bus_watch_name_on_connection (self->bus, AVAHI, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                on_avahi_appeared_cb, NULL, self, NULL);
}

LecternBeacon *
lectern_beacon_new (const char *title,
                    guint16     port,
                    const char *fingerprint,
                    guint16     udp_port)
{
  LecternBeacon *self = g_new0 (LecternBeacon, 1);

  self->title = g_strdup (title);
  self->port = port;
  self->fingerprint = g_strdup (fingerprint);
  self->cancellable = g_cancellable_new ();
  if (udp_port > 0)
    open_socket (self, udp_port);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_bus_cb, self);
  return self;
}

void
lectern_beacon_free (LecternBeacon *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->watch != 0)
    g_bus_unwatch_name (self->watch);
  if (self->group != NULL)
    g_dbus_connection_call (self->bus, AVAHI, self->group, AVAHI_GROUP, "Free", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  g_clear_object (&self->bus);
  g_clear_object (&self->cancellable);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_object (&self->socket);
  g_free (self->group);
  g_free (self->answer);
  g_free (self->title);
  g_free (self->fingerprint);
  g_free (self);
}
