/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A socket that listens on @bind (NULL or an interface's name: every IPv4 address) and @port (0: any), with a backlog for
 * a whole jury at once. LECTERN_NET_ERROR_LISTEN. Owned by the caller. */
GSocket *lectern_socket_listen (const char *bind,
                                guint16     port,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* What both ends set: no delay, and an end after 10 s in which nothing sent was received. */
void lectern_socket_tune (GSocket *socket);
/* The socket under a stream of TLS and other layers, or NULL. Borrowed. */
GSocket *lectern_socket_find (GIOStream *stream);
/* Bytes sent that the other end has not received yet. */
gsize lectern_socket_get_unsent (GSocket *socket);

G_END_DECLS
