/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rank.h"
#include "lectern-wide-private.h"

G_BEGIN_DECLS

/* One place in the order. The key is larger for the better entry; below 0: without a final. */
typedef struct
{
  gint64 key;
  int    lot;
  guint  index; /* of the entry in the input */
} LecternPlace;

/* One place while a tie rule splits its group. */
typedef struct
{
  LecternWide  value;
  LecternPlace place;
} LecternTiePlace;

/* What the first tie rule says of an entry. */
typedef struct
{
  LecternWide value;
  gboolean    has_value;
} LecternFirstTie;

/* A ranking while it is made. Rules and entries are borrowed. */
typedef struct
{
  const LecternScoringRules *rules;
  const LecternScoredEntry  *entries;
  LecternRankedEntry        *scored; /* in the order of the input */
  LecternPlace              *places; /* in the order of the ranking */
  LecternFirstTie           *first;  /* in the order of the input; NULL: asked when needed */
  LecternTiePlace           *split;  /* room for one group, made at the first tie */
  guint                      n;
} LecternOrder;

/* What decides before any tie rule, as one integer: larger for the better final, the same for
 * equal ones (on what the contest ranks on), below 0 for an entry without a final. */
gint64 lectern_order_make_key (const LecternScoringRules *rules,
                               const LecternScoredEntry  *entry,
                               const LecternRankedEntry  *scored);
/* Ranks @n (> 0) entries; release with lectern_order_clear(). */
void lectern_order_init (LecternOrder              *order,
                         const LecternScoringRules *rules,
                         const LecternScoredEntry  *entries,
                         guint                      n);
void lectern_order_clear (LecternOrder *order);

G_END_DECLS
