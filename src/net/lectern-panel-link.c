/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One panel as the main laptop sees it. libsoup never notices that no pong comes back, so when anything was heard
 * is watched here, and how much the guard and the kernel still hold for the other end: a panel that has not read
 * is told nothing that can wait. Who cannot wait any more the guard cuts off. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-panel-link.h"

#include "lectern-frame-check.h"
#include "lectern-guard-stream.h"
#include "lectern-protocol.h"

#define KEEPALIVE_SECONDS 2
#define UNSENT_LITTLE (16 * 1024)
/* A frame's head and what TLS puts around each record of it. */
#define WRAPPING 512

struct _LecternPanelLink
{
  GObject parent_instance;

  SoupWebsocketConnection *connection;
  LecternGuardStream      *stream;
  LecternSeat             *seat;
  char                    *address;
  gint64                   opened_us;
  gint64                   last_heard_us;
  char                    *own;
  gboolean                 waiting;
  gboolean                 practised;
};

enum
{
  MESSAGE,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternPanelLink, lectern_panel_link, G_TYPE_OBJECT)

static void
on_message_cb (SoupWebsocketConnection *connection,
               int                      kind,
               GBytes                  *message,
               gpointer                 user_data)
{
  g_autoptr (LecternPanelLink) self = g_object_ref (user_data);
  gsize            length;
  const char      *data = g_bytes_get_data (message, &length);
  g_autofree char *text = NULL;

  self->last_heard_us = g_get_monotonic_time ();
  /* Bytes are no text: an empty one is refused like any other nonsense. */
  text = kind == SOUP_WEBSOCKET_DATA_TEXT && data ? g_strndup (data, length) : g_strdup ("");
  g_signal_emit (self, signals[MESSAGE], 0, text, (guint64) length);
}

static void
on_pong_cb (SoupWebsocketConnection *connection,
            GBytes                  *message,
            gpointer                 user_data)
{
  LecternPanelLink *self = user_data;

  self->last_heard_us = g_get_monotonic_time ();
}

static void
on_closed_cb (SoupWebsocketConnection *connection,
              gpointer                 user_data)
{
  g_autoptr (LecternPanelLink) self = g_object_ref (user_data);

  g_signal_emit (self, signals[CLOSED], 0);
}

static void
lectern_panel_link_dispose (GObject *object)
{
  LecternPanelLink *self = LECTERN_PANEL_LINK (object);

  if (self->connection)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_clear_object (&self->connection);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->seat, lectern_record_unref);
  g_clear_pointer (&self->own, g_free);
  g_clear_pointer (&self->address, g_free);
  G_OBJECT_CLASS (lectern_panel_link_parent_class)->dispose (object);
}

static void
lectern_panel_link_class_init (LecternPanelLinkClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_panel_link_dispose;
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT64);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
lectern_panel_link_init (LecternPanelLink *self)
{
  self->opened_us = g_get_monotonic_time ();
  self->last_heard_us = self->opened_us;
}

LecternPanelLink *
lectern_panel_link_new (SoupWebsocketConnection *connection,
                        const char              *address)
{
  LecternPanelLink *self = g_object_new (LECTERN_TYPE_PANEL_LINK, NULL);
  GIOStream        *stream = soup_websocket_connection_get_io_stream (connection);

  self->connection = g_object_ref (connection);
  self->address = g_strdup (address);
  g_set_object (&self->stream, lectern_guard_stream_find (stream));
  /* The guard has bounded frames and messages before libsoup sees them. */
  soup_websocket_connection_set_max_incoming_payload_size (connection, LECTERN_FRAME_MESSAGE_MAX);
  soup_websocket_connection_set_keepalive_interval (connection, KEEPALIVE_SECONDS);
  g_signal_connect (connection, "message", G_CALLBACK (on_message_cb), self);
  g_signal_connect (connection, "pong", G_CALLBACK (on_pong_cb), self);
  g_signal_connect (connection, "closed", G_CALLBACK (on_closed_cb), self);
  return self;
}

const char *
lectern_panel_link_get_address (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), NULL);

  return self->address;
}

const LecternSeat *
lectern_panel_link_get_seat (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), NULL);

  return self->seat;
}

void
lectern_panel_link_set_seat (LecternPanelLink  *self,
                             const LecternSeat *seat)
{
  g_return_if_fail (LECTERN_IS_PANEL_LINK (self));

  g_clear_pointer (&self->seat, lectern_record_unref);
  self->seat = lectern_record_ref (seat);
  if (self->stream)
    lectern_guard_stream_seat (self->stream);
}

gboolean
lectern_panel_link_get_practised (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), FALSE);

  return self->practised;
}

void
lectern_panel_link_set_practised (LecternPanelLink *self,
                                  gboolean          practised)
{
  g_return_if_fail (LECTERN_IS_PANEL_LINK (self));

  self->practised = practised;
}

gboolean
lectern_panel_link_get_waiting (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), FALSE);

  return self->waiting;
}

void
lectern_panel_link_set_waiting (LecternPanelLink *self,
                                gboolean          waiting)
{
  g_return_if_fail (LECTERN_IS_PANEL_LINK (self));

  self->waiting = waiting;
}

const char *
lectern_panel_link_get_own (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), NULL);

  return self->own;
}

void
lectern_panel_link_take_own (LecternPanelLink *self,
                             char             *own)
{
  g_return_if_fail (LECTERN_IS_PANEL_LINK (self));

  g_free (self->own);
  self->own = own;
}

gboolean
lectern_panel_link_is_open (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), FALSE);

  return soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN;
}

gboolean
lectern_panel_link_is_behind (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), FALSE);

  return self->stream && lectern_guard_stream_get_unsent (self->stream) > UNSENT_LITTLE;
}

gboolean
lectern_panel_link_has_room (LecternPanelLink *self,
                             gsize             length)
{
  gsize unsent;

  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), FALSE);

  unsent = self->stream ? lectern_guard_stream_get_unsent (self->stream) : 0;
  return unsent == 0 || unsent + length + WRAPPING <= LECTERN_GUARD_UNSENT_MAX;
}

gint64
lectern_panel_link_get_silence_us (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), 0);

  return g_get_monotonic_time () - self->last_heard_us;
}

gint64
lectern_panel_link_get_age_us (LecternPanelLink *self)
{
  g_return_val_if_fail (LECTERN_IS_PANEL_LINK (self), 0);

  return g_get_monotonic_time () - self->opened_us;
}

void
lectern_panel_link_send (LecternPanelLink *self,
                         char             *text)
{
  g_autofree char *owned = text;

  g_return_if_fail (LECTERN_IS_PANEL_LINK (self));

  if (!lectern_panel_link_is_open (self))
    return;
  soup_websocket_connection_send_text (self->connection, owned);
}

void
lectern_panel_link_close (LecternPanelLink *self,
                          gushort           code)
{
  g_return_if_fail (LECTERN_IS_PANEL_LINK (self));

  if (lectern_panel_link_is_open (self))
    soup_websocket_connection_close (self->connection, code, NULL);
}

void
lectern_panel_link_drop (LecternPanelLink *self)
{
  g_return_if_fail (LECTERN_IS_PANEL_LINK (self));

  /* libsoup reads the end of the stream and closes; ::closed follows. */
  if (self->stream)
    lectern_guard_stream_cut (self->stream);
}
