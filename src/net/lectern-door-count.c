/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One address must not take the places of all others. A whole jury may well come from one (a travel
 * router in front of them), so the bounds are a jury's, several times over. With IPv6 a machine has
 * as many addresses as it likes within its /64, so that is what counts. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-door-count.h"

#include <string.h>

/* Beyond it nobody new is let in; an address is forgotten within two seconds after its last. */
#define ADDRESSES_MAX 4096

struct _LecternDoorCount
{
  GHashTable *places; /* name → Place */
  guint       at_once;
  guint       a_second;
};

typedef struct
{
  guint  here;
  gint64 since_us;
  double allowed; /* arrivals */
} Place;

LecternDoorCount *
lectern_door_count_new (guint at_once,
                        guint a_second)
{
  LecternDoorCount *self = g_new0 (LecternDoorCount, 1);

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->at_once = at_once;
  self->a_second = a_second;
  return self;
}

void
lectern_door_count_free (LecternDoorCount *self)
{
  g_hash_table_unref (self->places);
  g_free (self);
}

char *
lectern_door_count_name (GInetAddress *address)
{
  guint8 bytes[16] = { 0 };
  g_autoptr (GInetAddress) network = NULL;

  if (g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV6)
    return g_inet_address_to_string (address);
  memcpy (bytes, g_inet_address_to_bytes (address), 8);
  network = g_inet_address_new_from_bytes (bytes, G_SOCKET_FAMILY_IPV6);
  return g_inet_address_to_string (network);
}

static void
reckon (LecternDoorCount *self,
        Place            *place,
        gint64            now_us)
{
  double seconds = (double) (now_us - place->since_us) / G_USEC_PER_SEC;

  place->since_us = now_us;
  place->allowed = MIN (place->allowed + seconds * self->a_second, 2.0 * self->a_second);
}

gboolean
lectern_door_count_enter (LecternDoorCount *self,
                          const char       *name,
                          gint64            now_us)
{
  Place *place = g_hash_table_lookup (self->places, name);

  if (!place)
    {
      if (g_hash_table_size (self->places) >= ADDRESSES_MAX)
        return FALSE;
      place = g_new0 (Place, 1);
      place->since_us = now_us;
      place->allowed = 2.0 * self->a_second;
      g_hash_table_insert (self->places, g_strdup (name), place);
    }
  reckon (self, place, now_us);
  if (place->here >= self->at_once || place->allowed < 1)
    return FALSE;
  place->here++;
  place->allowed -= 1;
  return TRUE;
}

void
lectern_door_count_leave (LecternDoorCount *self,
                          const char       *name)
{
  Place *place = g_hash_table_lookup (self->places, name);

  if (place && place->here > 0)
    place->here--;
}

void
lectern_door_count_tidy (LecternDoorCount *self,
                         gint64            now_us)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Place *place = value;

      if (place->here == 0 && now_us - place->since_us > 2 * G_USEC_PER_SEC)
        g_hash_table_iter_remove (&iter);
    }
}

guint
lectern_door_count_get_n_addresses (LecternDoorCount *self)
{
  return g_hash_table_size (self->places);
}
