/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who may come in, and for how long without a seat. A hall's network is anybody's: what somebody without a
 * pairing code can take from this laptop is bounded here, address by address and over all, and never
 * comes out of what a judge with a seat needs. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-guard.h"

#include "lectern-door-count.h"

#include <string.h>

#define TICK_MS 250
#define ACCEPTED_A_TURN 32
/* Nothing can be accepted while this program has no file descriptors left. */
#define PAUSE_MS 100
#define NAME_KEY "lectern-door-name"

const LecternGuardLimits lectern_guard_limits = {
  .strangers = 256,
  .strangers_per_address = 64,
  .connections = 4096,
  .arrivals = 200,
  .arrivals_per_address = 100,
  .patience.us = {
    [LECTERN_GUARD_HANDSHAKE] = 5 * G_USEC_PER_SEC,
    [LECTERN_GUARD_HEAD] = 5 * G_USEC_PER_SEC,
    [LECTERN_GUARD_ANSWER] = 20 * G_USEC_PER_SEC,
    [LECTERN_GUARD_FAREWELL] = 5 * G_USEC_PER_SEC,
  },
};

struct _LecternGuard
{
  GObject parent_instance;

  GSocket           *socket;
  LecternTlsKey     *key;
  LecternGuardLimits limits;
  GMainContext      *context;
  GSource           *door;
  GSource           *tick;
  GPtrArray         *streams;   /* all, and the references that keep them */
  GQueue             strangers; /* who waits longest first; borrowed */
  LecternDoorCount  *count;
  GStrv              addresses;
  gint64             since_us; /* when arrivals were reckoned last */
  double             allowed;  /* arrivals */
  LecternRefusals   *refusals;
  gboolean           reached;
};

enum
{
  ADMITTED,
  REACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternGuard, lectern_guard, G_TYPE_OBJECT)

static void open_door (LecternGuard *self,
                       guint         delay_ms);

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* --- refusals ------------------------------------------------------------------------------ */

static void
count_refusal (LecternGuard *self,
               const char   *name)
{
  lectern_refusals_count (self->refusals, LECTERN_REFUSAL_CONNECTION, name, g_get_monotonic_time ());
}

/* --- coming and going ---------------------------------------------------------------------- */

static GInetAddress *
get_inet_address (GSocketAddress *address)
{
  return G_IS_INET_SOCKET_ADDRESS (address) ? g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)) : NULL;
}

/* A stranger got a seat or went. */
static void
forget_stranger (LecternGuard       *self,
                 LecternGuardStream *stream)
{
  if (g_queue_remove (&self->strangers, stream))
    lectern_door_count_leave (self->count, g_object_get_data (G_OBJECT (stream), NAME_KEY));
}

static void
on_stream_gone_cb (LecternGuardStream *stream,
                   gpointer            user_data)
{
  LecternGuard *self = user_data;

  g_signal_handlers_disconnect_by_data (stream, self);
  forget_stranger (self, stream);
  g_ptr_array_remove_fast (self->streams, stream);
}

static void
on_stream_seated_cb (LecternGuardStream *stream,
                     gpointer            user_data)
{
  forget_stranger (user_data, stream);
}

static void
on_stream_refused_cb (LecternGuardStream *stream,
                      guint               status,
                      gpointer            user_data)
{
  count_refusal (user_data, g_object_get_data (G_OBJECT (stream), NAME_KEY));
}

/* Whether the other end is another machine: neither loopback nor an address of this one. */
static gboolean
is_from_elsewhere (GSocket *socket)
{
  g_autoptr (GSocketAddress) remote = g_socket_get_remote_address (socket, NULL);
  g_autoptr (GSocketAddress) local = g_socket_get_local_address (socket, NULL);
  GInetAddress *theirs = get_inet_address (remote);
  GInetAddress *ours = get_inet_address (local);

  return theirs && ours && !g_inet_address_get_is_loopback (theirs) && !g_inet_address_equal (theirs, ours);
}

static void
on_stream_admitted_cb (LecternGuardStream *stream,
                       gpointer            user_data)
{
  LecternGuard *self = user_data;

  if (!self->reached && is_from_elsewhere (lectern_guard_stream_get_socket (stream)))
    {
      self->reached = TRUE;
      g_signal_emit (self, signals[REACHED], 0);
    }
  g_signal_emit (self, signals[ADMITTED], 0, stream);
}

/* Whether it came to an address that is listened on. */
static gboolean
is_at_right_address (LecternGuard *self,
                     GSocket      *socket)
{
  g_autoptr (GSocketAddress) local = g_socket_get_local_address (socket, NULL);
  GInetAddress    *address = get_inet_address (local);
  g_autofree char *name = address ? g_inet_address_to_string (address) : NULL;

  if (!self->addresses)
    return TRUE;
  return address && (g_inet_address_get_is_loopback (address) ||
                     g_strv_contains ((const char *const *) self->addresses, name));
}

static char *
find_name (GSocket *socket)
{
  g_autoptr (GSocketAddress) remote = g_socket_get_remote_address (socket, NULL);
  GInetAddress *address = get_inet_address (remote);

  return address ? lectern_door_count_name (address) : NULL;
}

/* Who waited longest without a seat makes room. */
static void
make_room (LecternGuard *self)
{
  while (self->strangers.length >= self->limits.strangers)
    {
      LecternGuardStream *oldest = g_queue_peek_head (&self->strangers);

      count_refusal (self, g_object_get_data (G_OBJECT (oldest), NAME_KEY));
      lectern_guard_stream_cut (oldest);
    }
}

static void
take_in (LecternGuard *self,
         GSocket      *socket)
{
  g_autofree char    *name = find_name (socket);
  LecternGuardStream *stream;

  if (!name || self->streams->len >= self->limits.connections || !is_at_right_address (self, socket) ||
      !lectern_door_count_enter (self->count, name, g_get_monotonic_time ()))
    {
      count_refusal (self, name ? name : "nowhere");
      return;
    }
  make_room (self);
  self->allowed -= 1;
  stream = lectern_guard_stream_new (socket, self->key);
  g_object_set_data_full (G_OBJECT (stream), NAME_KEY, g_steal_pointer (&name), g_free);
  g_signal_connect (stream, "admitted", G_CALLBACK (on_stream_admitted_cb), self);
  g_signal_connect (stream, "refused", G_CALLBACK (on_stream_refused_cb), self);
  g_signal_connect (stream, "seated", G_CALLBACK (on_stream_seated_cb), self);
  g_signal_connect (stream, "gone", G_CALLBACK (on_stream_gone_cb), self);
  g_ptr_array_add (self->streams, stream);
  g_queue_push_tail (&self->strangers, stream);
}

/* Milliseconds until the next arrival is looked at; 0: now. */
static guint
get_wait_ms (LecternGuard *self)
{
  gint64 now_us = g_get_monotonic_time ();
  double seconds = (double) (now_us - self->since_us) / G_USEC_PER_SEC;

  self->since_us = now_us;
  self->allowed = MIN (self->allowed + seconds * self->limits.arrivals, 2.0 * self->limits.arrivals);
  return self->allowed >= 1 ? 0 : (guint) ((1 - self->allowed) * 1000 / self->limits.arrivals) + 1;
}

static gboolean
on_arrival_cb (GSocket     *socket,
               GIOCondition condition,
               gpointer     user_data)
{
  g_autoptr (LecternGuard) self = g_object_ref (user_data);
  guint wait_ms = 0;

  for (guint i = 0; i < ACCEPTED_A_TURN && wait_ms == 0; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSocket) arrival = NULL;

      wait_ms = get_wait_ms (self);
      if (wait_ms > 0)
        break;
      arrival = g_socket_accept (self->socket, NULL, &error);
      if (arrival)
        take_in (self, arrival);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        return G_SOURCE_CONTINUE;
      else
        wait_ms = PAUSE_MS;
    }
  if (wait_ms == 0)
    return G_SOURCE_CONTINUE;
  open_door (self, wait_ms);
  return G_SOURCE_REMOVE;
}

static gboolean
on_delay_over_cb (gpointer user_data)
{
  open_door (user_data, 0);
  return G_SOURCE_REMOVE;
}

static void
open_door (LecternGuard *self,
           guint         delay_ms)
{
  clear_source (&self->door);
  if (delay_ms > 0)
    {
      self->door = g_timeout_source_new (delay_ms);
      g_source_set_callback (self->door, on_delay_over_cb, self, NULL);
    }
  else
    {
      self->door = g_socket_create_source (self->socket, G_IO_IN, NULL);
      g_source_set_callback (self->door, G_SOURCE_FUNC (on_arrival_cb), self, NULL);
    }
  g_source_attach (self->door, self->context);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  g_autoptr (LecternGuard) self = g_object_ref (user_data);
  gint64 now_us = g_get_monotonic_time ();

  for (guint i = self->streams->len; i > 0; i--)
    if (i <= self->streams->len)
      lectern_guard_stream_tick (g_ptr_array_index (self->streams, i - 1), now_us, &self->limits.patience);
  lectern_door_count_tidy (self->count, now_us);
  lectern_refusals_tick (self->refusals, now_us);
  return G_SOURCE_CONTINUE;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
lectern_guard_dispose (GObject *object)
{
  LecternGuard *self = LECTERN_GUARD (object);

  if (self->streams)
    lectern_guard_shut (self);
  g_clear_pointer (&self->streams, g_ptr_array_unref);
  g_clear_object (&self->socket);
  G_OBJECT_CLASS (lectern_guard_parent_class)->dispose (object);
}

static void
lectern_guard_finalize (GObject *object)
{
  LecternGuard *self = LECTERN_GUARD (object);

  g_clear_pointer (&self->key, lectern_tls_key_unref);
  g_clear_pointer (&self->count, lectern_door_count_free);
  g_clear_pointer (&self->addresses, g_strfreev);
  g_clear_pointer (&self->refusals, lectern_refusals_unref);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (lectern_guard_parent_class)->finalize (object);
}

static void
lectern_guard_class_init (LecternGuardClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_guard_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_guard_finalize;
  signals[ADMITTED] = g_signal_new ("admitted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, LECTERN_TYPE_GUARD_STREAM);
  signals[REACHED] = g_signal_new ("reached", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_guard_init (LecternGuard *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->streams = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->strangers);
  self->refusals = lectern_refusals_new ();
}

LecternGuard *
lectern_guard_new (GSocket                  *socket,
                   LecternTlsKey            *key,
                   const LecternGuardLimits *limits)
{
  LecternGuard *self = g_object_new (LECTERN_TYPE_GUARD, NULL);

  self->limits = limits ? *limits : lectern_guard_limits;
  self->socket = g_object_ref (socket);
  g_socket_set_blocking (socket, FALSE);
  self->key = lectern_tls_key_ref (key);
  self->count = lectern_door_count_new (self->limits.strangers_per_address, self->limits.arrivals_per_address);
  self->since_us = g_get_monotonic_time ();
  self->allowed = 2.0 * self->limits.arrivals;
  self->tick = g_timeout_source_new (TICK_MS);
  g_source_set_callback (self->tick, on_tick_cb, self, NULL);
  g_source_attach (self->tick, self->context);
  open_door (self, 0);
  return self;
}

void
lectern_guard_set_addresses (LecternGuard      *self,
                             const char *const *addresses)
{
  g_return_if_fail (LECTERN_IS_GUARD (self));

  g_strfreev (self->addresses);
  self->addresses = g_strdupv ((GStrv) addresses);
}

void
lectern_guard_set_key (LecternGuard  *self,
                       LecternTlsKey *key)
{
  g_return_if_fail (LECTERN_IS_GUARD (self));

  lectern_tls_key_ref (key);
  lectern_tls_key_unref (self->key);
  self->key = key;
}

void
lectern_guard_close_door (LecternGuard *self)
{
  g_return_if_fail (LECTERN_IS_GUARD (self));

  clear_source (&self->door);
  g_socket_close (self->socket, NULL);
}

void
lectern_guard_shut (LecternGuard *self)
{
  g_return_if_fail (LECTERN_IS_GUARD (self));

  lectern_guard_close_door (self);
  clear_source (&self->tick);
  while (self->streams->len > 0)
    lectern_guard_stream_cut (g_ptr_array_index (self->streams, self->streams->len - 1));
}

guint
lectern_guard_count_strangers (LecternGuard *self)
{
  g_return_val_if_fail (LECTERN_IS_GUARD (self), 0);

  return self->strangers.length;
}

guint
lectern_guard_count_connections (LecternGuard *self)
{
  g_return_val_if_fail (LECTERN_IS_GUARD (self), 0);

  return self->streams->len;
}

guint64
lectern_guard_count_refusals (LecternGuard *self)
{
  g_return_val_if_fail (LECTERN_IS_GUARD (self), 0);

  return lectern_refusals_get (self->refusals, LECTERN_REFUSAL_CONNECTION);
}

LecternRefusals *
lectern_guard_get_refusals (LecternGuard *self)
{
  g_return_val_if_fail (LECTERN_IS_GUARD (self), NULL);

  return self->refusals;
}
