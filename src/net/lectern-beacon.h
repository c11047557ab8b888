/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a main laptop is found by panels on the same network (docs/protocol.md §7): it answers a
 * question on UDP, and is announced by Avahi where that runs. Neither needs a name server or the
 * internet, and without both an address can still be typed. */
typedef struct _LecternBeacon LecternBeacon;

#define LECTERN_BEACON_PORT 8443
#define LECTERN_BEACON_SERVICE "_lectern._tcp"
/* A question is as long as the longest answer, so that nobody can make others' packets grow here. */
#define LECTERN_BEACON_QUESTION "lectern?1"
#define LECTERN_BEACON_LENGTH 512

/* Lives in the thread-default context: answers on UDP @udp_port (0: on none) that "contest" @title
 * is at TCP @port. What cannot be had, a port that is taken or no Avahi, is done without. */
LecternBeacon *lectern_beacon_new (const char *title,
                                   guint16     port,
                                   const char *fingerprint,
                                   guint16     udp_port) G_GNUC_WARN_UNUSED_RESULT;
void           lectern_beacon_free (LecternBeacon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternBeacon, lectern_beacon_free)

G_END_DECLS
