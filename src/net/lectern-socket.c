/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Sockets as this protocol needs them. libsoup's own listen with a backlog of 10, so forty panels
 * that come back at once wait over a second; and nobody notices a link that went dead without a
 * word. Options set on a listening socket are inherited by what it accepts. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-socket.h"

#include "lectern-net-error.h"
#include "lectern-venue.h"

#include <glib/gi18n-lib.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#define BACKLOG 1024
#define USER_TIMEOUT_MS 10000
/* Bounds what the kernel holds for a reader that stopped (it doubles what it is told). */
#define SEND_BUFFER 32768

/* An interface is listened on at every address, for it may get another: who comes is looked at then. */
static GSocketAddress *
make_address (const char *bind,
              guint16     port)
{
  g_autoptr (GInetAddress) address = NULL;

  address = bind && !lectern_venue_is_interface (bind) ? g_inet_address_new_from_string (bind) : g_inet_address_new_any (G_SOCKET_FAMILY_IPV4);
  if (!address && g_ascii_strcasecmp (bind, "localhost") == 0)
    address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  return address ? g_inet_socket_address_new (address, port) : NULL;
}

GSocket *
lectern_socket_listen (const char *bind,
                       guint16     port,
                       GError    **error)
{
  g_autoptr (GSocketAddress) address = make_address (bind, port);
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) reason = NULL;

  if (!address)
    {
      g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_LISTEN,
                   _ ("“%s” is no address of this laptop"), bind);
      return NULL;
    }
  socket = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM,
                         G_SOCKET_PROTOCOL_TCP, &reason);
  if (socket)
    {
      g_socket_set_listen_backlog (socket, BACKLOG);
      g_socket_set_option (socket, SOL_SOCKET, SO_SNDBUF, SEND_BUFFER, NULL);
      lectern_socket_tune (socket);
      if (g_socket_bind (socket, address, TRUE, &reason) && g_socket_listen (socket, &reason))
        return g_steal_pointer (&socket);
    }
  g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_LISTEN,
               _ ("Judges cannot be listened for on port %u: %s"), port, reason->message);
  return NULL;
}

void
lectern_socket_tune (GSocket *socket)
{
  /* Refusals leave the defaults, which work, only slower. */
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_USER_TIMEOUT, USER_TIMEOUT_MS, NULL);
}

GSocket *
lectern_socket_find (GIOStream *stream)
{
  while (stream && !G_IS_SOCKET_CONNECTION (stream))
    {
      const char *name = G_IS_TLS_CONNECTION (stream) ? "base-io-stream" : "base-iostream";
      GIOStream  *inner = NULL;

      if (!g_object_class_find_property (G_OBJECT_GET_CLASS (stream), name))
        return NULL;
      g_object_get (stream, name, &inner, NULL);
      if (inner)
        g_object_unref (inner); /* the outer one holds it */
      stream = inner;
    }
  return stream ? g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream)) : NULL;
}

gsize
lectern_socket_get_unsent (GSocket *socket)
{
  int n_bytes = 0;

  if (ioctl (g_socket_get_fd (socket), SIOCOUTQ, &n_bytes) < 0)
    return 0;
  return n_bytes;
}
