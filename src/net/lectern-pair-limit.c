/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A code has six digits; at five guesses a minute somebody needs months for one of nine. Only the
 * times of the last five wrong codes of an address are kept, and addresses are forgotten after a minute. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-pair-limit.h"

#define WRONG_MAX 5
#define WINDOW_US (60 * G_USEC_PER_SEC)

struct _LecternPairLimit
{
  GHashTable *wrong; /* address → GArray of gint64, oldest first */
};

static void
array_unref (gpointer data)
{
  g_array_unref (data);
}

LecternPairLimit *
lectern_pair_limit_new (void)
{
  LecternPairLimit *self = g_new0 (LecternPairLimit, 1);

  self->wrong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, array_unref);
  return self;
}

void
lectern_pair_limit_free (LecternPairLimit *self)
{
  g_hash_table_unref (self->wrong);
  g_free (self);
}

static void
forget_old (LecternPairLimit *self,
            gint64            now_us)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->wrong);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *times = value;

      while (times->len > 0 && g_array_index (times, gint64, 0) <= now_us - WINDOW_US)
        g_array_remove_index (times, 0);
      if (times->len == 0)
        g_hash_table_iter_remove (&iter);
    }
}

guint
lectern_pair_limit_check (LecternPairLimit *self,
                          const char       *address,
                          gint64            now_us)
{
  GArray *times;

  forget_old (self, now_us);
  times = g_hash_table_lookup (self->wrong, address);
  if (!times || times->len < WRONG_MAX)
    return 0;
  return (g_array_index (times, gint64, 0) + WINDOW_US - now_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

void
lectern_pair_limit_count_wrong (LecternPairLimit *self,
                                const char       *address,
                                gint64            now_us)
{
  GArray *times = g_hash_table_lookup (self->wrong, address);

  if (!times)
    {
      times = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->wrong, g_strdup (address), times);
    }
  g_array_append_val (times, now_us);
}
