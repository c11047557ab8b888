/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The generator behind the draw: SHA-256 in counter mode over the seed, so that anybody with
 * sha256sum can replay it (printf '%s' 'seed:0' | sha256sum). Numbers below a bound come from
 * whole words; a word from the incomplete last stretch of the bound is thrown away, because
 * taking the remainder of it would favour the small numbers. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-random-private.h"

#include <string.h>

void
lectern_random_init (LecternRandom *random,
                     const char    *seed)
{
  *random = (LecternRandom){ .seed = seed, .used = LECTERN_RANDOM_BLOCK_WORDS };
}

static void
fill_block (LecternRandom *random)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *suffix = g_strdup_printf (":%" G_GUINT64_FORMAT, random->block);
  guint8           digest[LECTERN_RANDOM_BLOCK_WORDS * sizeof (guint32)];
  gsize            length = sizeof digest;

  g_checksum_update (checksum, (const guint8 *) random->seed, (gssize) strlen (random->seed));
  g_checksum_update (checksum, (const guint8 *) suffix, (gssize) strlen (suffix));
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < LECTERN_RANDOM_BLOCK_WORDS; i++)
    {
      guint32 word;

      memcpy (&word, digest + i * sizeof word, sizeof word);
      random->words[i] = GUINT32_FROM_BE (word);
    }
  random->block++;
  random->used = 0;
}

guint32
lectern_random_word (LecternRandom *random)
{
  if (random->used == LECTERN_RANDOM_BLOCK_WORDS)
    fill_block (random);
  return random->words[random->used++];
}

guint32
lectern_random_below (LecternRandom *random,
                      guint32        bound)
{
  guint64 whole;
  guint32 word;

  g_assert (bound > 0);

  if (bound == 1)
    return 0;
  whole = (G_GUINT64_CONSTANT (1) << 32) / bound * bound;
  do
    word = lectern_random_word (random);
  while (word >= whole);
  return word % bound;
}
