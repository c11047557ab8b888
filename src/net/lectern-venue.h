/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An address of this machine that others may reach: never a loopback or link-local one. */
typedef struct
{
  char *interface; /* "wlan0" */
  char *address;   /* "192.168.1.20" */
  int   rating;    /* higher is better: IPv4 before IPv6, with a carrier before without */
} LecternVenueAddress;

LecternVenueAddress *lectern_venue_address_new (const char *interface,
                                                const char *address,
                                                int         rating) G_GNUC_WARN_UNUSED_RESULT;
void                 lectern_venue_address_free (LecternVenueAddress *self);
/* All of them, the best first: LecternVenueAddress. Owned by the caller. */
GPtrArray *lectern_venue_list_addresses (void) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @bind names a network interface and no address. */
gboolean lectern_venue_is_interface (const char *bind);
/* Which of @addresses to tell others when @bind is listened on (NULL and any-addresses: all of them; an
 * address: itself; an interface: its addresses). NULL when there is none. Owned by the caller. */
char *lectern_venue_choose (GPtrArray  *addresses,
                            const char *bind) G_GNUC_WARN_UNUSED_RESULT;
/* "https://HOST:PORT", with an IPv6 address in brackets. Owned by the caller. */
char *lectern_venue_write_address (const char *host,
                                   guint16     port) G_GNUC_WARN_UNUSED_RESULT;
/* Every address a panel may use when @bind is listened on, the likely one first, as
 * lectern_venue_write_address() writes them. Empty in no network. Owned by the caller. */
GStrv lectern_venue_write_all (GPtrArray  *addresses,
                               const char *bind,
                               guint16     port) G_GNUC_WARN_UNUSED_RESULT;
/* The addresses of @interface. Owned by the caller. */
GStrv lectern_venue_list_of (GPtrArray  *addresses,
                             const char *interface) G_GNUC_WARN_UNUSED_RESULT;
/* A source that fires whenever addresses or links of this machine changed; its callback is a GSourceFunc.
 * NULL where the kernel does not tell. Owned by the caller. */
GSource *lectern_venue_watch_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternVenueAddress, lectern_venue_address_free)

G_END_DECLS
