/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A forwarder on the loop of the test: what a bad cable, a sleeping access point or a laptop's
 * closed lid do to a connection, at the moment a test chooses. */

#define G_LOG_DOMAIN "lectern-test"

#include "bad-link.h"

#define PIECE 4096

struct _BadLink
{
  GSocketService *service;
  GSocketClient  *client;
  GPtrArray      *ends; /* GIOStream, both of each connection */
  guint16         port;
  guint16         to;
  gboolean        hole;
  guint           delay_ms;
};

typedef struct
{
  BadLink   *link;
  GIOStream *from;
  GIOStream *to;
  guint8     piece[PIECE];
  gsize      length;
} Direction;

static void read_next (Direction *direction);

static void
direction_end (Direction *direction)
{
  g_io_stream_close_async (direction->from, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  /* What falls into a hole is an end, too. */
  if (!direction->link->hole)
    g_io_stream_close_async (direction->to, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_object_unref (direction->from);
  g_object_unref (direction->to);
  g_free (direction);
}

static void
on_written_cb (GObject      *stream,
               GAsyncResult *result,
               gpointer      user_data)
{
  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, NULL))
    read_next (user_data);
  else
    direction_end (user_data);
}

static gboolean
on_delayed_cb (gpointer user_data)
{
  Direction *direction = user_data;

  g_output_stream_write_all_async (g_io_stream_get_output_stream (direction->to), direction->piece, direction->length,
                                   G_PRIORITY_DEFAULT, NULL, on_written_cb, direction);
  return G_SOURCE_REMOVE;
}

static void
on_read_cb (GObject      *stream,
            GAsyncResult *result,
            gpointer      user_data)
{
  Direction *direction = user_data;
  gssize     n = g_input_stream_read_finish (G_INPUT_STREAM (stream), result, NULL);

  if (n <= 0)
    direction_end (direction);
  else if (direction->link->hole)
    read_next (direction); /* gone, and nobody is told */
  else
    {
      direction->length = (gsize) n;
      if (direction->link->delay_ms > 0)
        g_timeout_add (direction->link->delay_ms, on_delayed_cb, direction);
      else
        on_delayed_cb (direction);
    }
}

static void
read_next (Direction *direction)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (direction->from), direction->piece, PIECE,
                             G_PRIORITY_DEFAULT, NULL, on_read_cb, direction);
}

static void
forward (BadLink   *self,
         GIOStream *from,
         GIOStream *to)
{
  Direction *direction = g_new0 (Direction, 1);

  direction->link = self;
  direction->from = g_object_ref (from);
  direction->to = g_object_ref (to);
  read_next (direction);
}

static gboolean
on_incoming_cb (GSocketService    *service,
                GSocketConnection *near_end,
                GObject           *source,
                gpointer           user_data)
{
  BadLink           *self = user_data;
  GSocketConnection *far_end = g_socket_client_connect_to_host (self->client, "127.0.0.1", self->to, NULL, NULL);

  if (!far_end)
    return TRUE;
  g_ptr_array_add (self->ends, g_object_ref (near_end));
  g_ptr_array_add (self->ends, far_end);
  forward (self, G_IO_STREAM (near_end), G_IO_STREAM (far_end));
  forward (self, G_IO_STREAM (far_end), G_IO_STREAM (near_end));
  return TRUE;
}

BadLink *
bad_link_new (guint16 port)
{
  BadLink *self = g_new0 (BadLink, 1);

  self->to = port;
  self->client = g_socket_client_new ();
  self->ends = g_ptr_array_new_with_free_func (g_object_unref);
  self->service = g_socket_service_new ();
  self->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, NULL);
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming_cb), self);
  g_socket_service_start (self->service);
  return self;
}

void
bad_link_cut (BadLink *self)
{
  for (guint i = 0; i < self->ends->len; i++)
    {
      GSocketConnection *end = g_ptr_array_index (self->ends, i);

      g_socket_shutdown (g_socket_connection_get_socket (end), TRUE, TRUE, NULL);
    }
  g_ptr_array_set_size (self->ends, 0);
}

void
bad_link_free (BadLink *self)
{
  bad_link_cut (self);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  while (g_main_context_iteration (NULL, FALSE))
    ; /* both directions of each connection find their end */
  g_object_unref (self->service);
  g_object_unref (self->client);
  g_ptr_array_unref (self->ends);
  g_free (self);
}

guint16
bad_link_get_port (BadLink *self)
{
  return self->port;
}

void
bad_link_set_delay (BadLink *self,
                    guint    ms)
{
  self->delay_ms = ms;
}

void
bad_link_set_hole (BadLink *self,
                   gboolean hole)
{
  self->hole = hole;
}
