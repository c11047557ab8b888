/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where in the venue's network this laptop is. It may have several addresses, get another one in the middle
 * of the evening, or be started before there is any; so the list is made anew whenever the kernel
 * says that something changed, and what is told to people is chosen from it. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-venue.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define IPV6 1
#define IPV4 2
#define IPV4_WITH_CARRIER 3

LecternVenueAddress *
lectern_venue_address_new (const char *interface,
                           const char *address,
                           int         rating)
{
  LecternVenueAddress *self = g_new0 (LecternVenueAddress, 1);

  self->interface = g_strdup (interface);
  self->address = g_strdup (address);
  self->rating = rating;
  return self;
}

void
lectern_venue_address_free (LecternVenueAddress *self)
{
  g_free (self->interface);
  g_free (self->address);
  g_free (self);
}

static void
address_free (gpointer data)
{
  lectern_venue_address_free (data);
}

/* How good an address is to tell others: 0 not at all. */
static int
rate (const struct ifaddrs *interface)
{
  const struct sockaddr_in6 *address;
  const struct sockaddr_in  *older;

  if (!interface->ifa_addr || !(interface->ifa_flags & IFF_UP) || (interface->ifa_flags & IFF_LOOPBACK))
    return 0;
  older = (const struct sockaddr_in *) interface->ifa_addr;
  if (interface->ifa_addr->sa_family == AF_INET && (ntohl (older->sin_addr.s_addr) >> 24) == IN_LOOPBACKNET)
    return 0;
  if (interface->ifa_addr->sa_family == AF_INET)
    return interface->ifa_flags & IFF_RUNNING ? IPV4_WITH_CARRIER : IPV4;
  if (interface->ifa_addr->sa_family != AF_INET6)
    return 0;
  address = (const struct sockaddr_in6 *) interface->ifa_addr;
  return IN6_IS_ADDR_LINKLOCAL (&address->sin6_addr) || IN6_IS_ADDR_LOOPBACK (&address->sin6_addr) ? 0 : IPV6;
}

static LecternVenueAddress *
make_address (const struct ifaddrs *interface,
              int                   rating)
{
  char text[INET6_ADDRSTRLEN] = "";

  if (interface->ifa_addr->sa_family == AF_INET)
    inet_ntop (AF_INET, &((const struct sockaddr_in *) interface->ifa_addr)->sin_addr, text, sizeof text);
  else
    inet_ntop (AF_INET6, &((const struct sockaddr_in6 *) interface->ifa_addr)->sin6_addr, text, sizeof text);
  return lectern_venue_address_new (interface->ifa_name, text, rating);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const LecternVenueAddress *x = *(LecternVenueAddress *const *) a;
  const LecternVenueAddress *y = *(LecternVenueAddress *const *) b;

  return y->rating - x->rating;
}

GPtrArray *
lectern_venue_list_addresses (void)
{
  GPtrArray      *addresses = g_ptr_array_new_with_free_func (address_free);
  struct ifaddrs *interfaces = NULL;

  if (getifaddrs (&interfaces) != 0)
    return addresses;
  for (const struct ifaddrs *i = interfaces; i; i = i->ifa_next)
    if (rate (i) > 0)
      g_ptr_array_add (addresses, make_address (i, rate (i)));
  freeifaddrs (interfaces);
  g_ptr_array_sort (addresses, compare); /* stable: the kernel's order among equals */
  return addresses;
}

gboolean
lectern_venue_is_interface (const char *bind)
{
  return bind && !g_hostname_is_ip_address (bind) && if_nametoindex (bind) != 0;
}

static gboolean
is_any (const char *bind)
{
  g_autoptr (GInetAddress) address = bind ? g_inet_address_new_from_string (bind) : NULL;

  return !bind || (address && g_inet_address_get_is_any (address));
}

char *
lectern_venue_choose (GPtrArray  *addresses,
                      const char *bind)
{
  if (bind && g_hostname_is_ip_address (bind) && !is_any (bind))
    return g_strdup (bind);
  if (bind && g_ascii_strcasecmp (bind, "localhost") == 0)
    return g_strdup ("127.0.0.1");
  for (guint i = 0; i < addresses->len; i++)
    {
      const LecternVenueAddress *address = g_ptr_array_index (addresses, i);

      if (is_any (bind) || g_strcmp0 (bind, address->interface) == 0)
        return g_strdup (address->address);
    }
  return NULL;
}

GStrv
lectern_venue_list_of (GPtrArray  *addresses,
                       const char *interface)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < addresses->len; i++)
    {
      const LecternVenueAddress *address = g_ptr_array_index (addresses, i);

      if (g_strcmp0 (interface, address->interface) == 0)
        g_strv_builder_add (list, address->address);
    }
  return g_strv_builder_end (list);
}

char *
lectern_venue_write_address (const char *host,
                             guint16     port)
{
  return g_strdup_printf (strchr (host, ':') ? "https://[%s]:%u" : "https://%s:%u", host, port);
}

GStrv
lectern_venue_write_all (GPtrArray  *addresses,
                         const char *bind,
                         guint16     port)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autofree char *likely = lectern_venue_choose (addresses, bind);
  g_autofree char *first = likely ? lectern_venue_write_address (likely, port) : NULL;

  if (first)
    g_strv_builder_add (list, first);
  for (guint i = 0; i < addresses->len; i++)
    {
      const LecternVenueAddress *address = g_ptr_array_index (addresses, i);
      g_autofree char           *text = lectern_venue_write_address (address->address, port);

      /* Every address, or every one of an interface, is listened on with IPv4. */
      if ((is_any (bind) || g_strcmp0 (bind, address->interface) == 0) && !strchr (address->address, ':') && g_strcmp0 (text, first) != 0)
        g_strv_builder_add (list, text);
    }
  return g_strv_builder_end (list);
}

/* --- changes ------------------------------------------------------------------------------- */

typedef struct
{
  GSource source;
  int     fd;
} Watch;

static gboolean
watch_dispatch (GSource    *source,
                GSourceFunc callback,
                gpointer    user_data)
{
  Watch *watch = (Watch *) source;
  char   news[8192];

  /* What exactly changed does not matter: the list is made anew. */
  while (recv (watch->fd, news, sizeof news, MSG_DONTWAIT) > 0)
    ;
  return callback ? callback (user_data) : G_SOURCE_CONTINUE;
}

static void
watch_finalize (GSource *source)
{
  close (((Watch *) source)->fd);
}

GSource *
lectern_venue_watch_new (void)
{
  static const GSourceFuncs funcs = { NULL, NULL, watch_dispatch, watch_finalize, NULL, NULL };
  const struct sockaddr_nl  groups = {
     .nl_family = AF_NETLINK,
     .nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR,
  };
  int      fd = socket (AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
  GSource *source;

  if (fd < 0)
    return NULL;
  if (bind (fd, (const struct sockaddr *) &groups, sizeof groups) < 0)
    {
      close (fd);
      return NULL;
    }
  source = g_source_new ((GSourceFuncs *) &funcs, sizeof (Watch));
  ((Watch *) source)->fd = fd;
  g_source_add_unix_fd (source, fd, G_IO_IN);
  return source;
}
