/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A code has six digits; at five guesses a minute somebody needs weeks for one of nine. Who has many addresses
 * gets thirty a minute with all of them: with nine codes open, one chance in sixty an hour. Only the times of
 * wrong codes of the last minute are kept. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-pair-limit.h"

#define WRONG_MAX 5
#define WRONG_MAX_OF_ALL 30
#define WINDOW_US (60 * G_USEC_PER_SEC)

struct _LecternPairLimit
{
  GHashTable *wrong;  /* address → GArray of gint64, oldest first */
  GArray     *of_all; /* of gint64, oldest first */
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
  self->of_all = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
lectern_pair_limit_free (LecternPairLimit *self)
{
  g_hash_table_unref (self->wrong);
  g_array_unref (self->of_all);
  g_free (self);
}

static void
drop_old (GArray *times,
          gint64  now_us)
{
  while (times->len > 0 && g_array_index (times, gint64, 0) <= now_us - WINDOW_US)
    g_array_remove_index (times, 0);
}

/* Whole seconds until fewer than @max of @times are within the minute. */
static guint
get_wait (GArray *times,
          guint   max,
          gint64  now_us)
{
  gint64 until_us;

  if (!times || times->len < max)
    return 0;
  until_us = g_array_index (times, gint64, times->len - max) + WINDOW_US;
  return (guint) ((until_us - now_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

static void
forget_old (LecternPairLimit *self,
            gint64            now_us)
{
  GHashTableIter iter;
  gpointer       value;

  drop_old (self->of_all, now_us);
  g_hash_table_iter_init (&iter, self->wrong);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *times = value;

      drop_old (times, now_us);
      if (times->len == 0)
        g_hash_table_iter_remove (&iter);
    }
}

guint
lectern_pair_limit_check (LecternPairLimit *self,
                          const char       *address,
                          gint64            now_us)
{
  forget_old (self, now_us);
  return MAX (get_wait (g_hash_table_lookup (self->wrong, address), WRONG_MAX, now_us),
              get_wait (self->of_all, WRONG_MAX_OF_ALL, now_us));
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
  g_array_append_val (self->of_all, now_us);
}
