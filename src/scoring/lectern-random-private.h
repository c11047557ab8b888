/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LECTERN_RANDOM_BLOCK_WORDS 8

/* The stream of random words that belongs to a seed. Block b is the SHA-256 of the bytes of
 * "<seed>:<b>" with b in decimal from 0; each block gives eight words of 32 bits, big-endian. */
typedef struct
{
  const char *seed; /* borrowed */
  guint64     block;
  guint32     words[LECTERN_RANDOM_BLOCK_WORDS];
  guint       used;
} LecternRandom;

void    lectern_random_init (LecternRandom *random,
                             const char    *seed);
guint32 lectern_random_word (LecternRandom *random);
/* A number from 0 to @bound - 1, each equally likely; @bound > 0. A bound of 1 takes no word. */
guint32 lectern_random_below (LecternRandom *random,
                              guint32        bound);

G_END_DECLS
