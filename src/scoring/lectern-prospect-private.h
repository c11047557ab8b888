/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-prospect.h"

G_BEGIN_DECLS

/* One entry as the bounds on ranks see it: a settled one as it stands, an unsettled one at its
 * best: full marks from everybody expected, and untimed unless its time is known. */
typedef struct
{
  const LecternProspectEntry *entry;
  LecternScoredEntry          at_best;
  LecternRankedEntry          figures; /* of at_best */
  gint64                      key;     /* of at_best, below 0: no final whatever comes */
  gint64                      unit;    /* what every total of this entry is a multiple of */
} LecternHope;

/* How many of the @n settled entries of @group, which have one key and among them group[0], end
 * ahead of group[0] when up to all of @newcomers, unsettled entries that may get the same key,
 * join them: at worst those above it and its equals, at best only those above it. */
guint lectern_prospect_count_ahead (const LecternProspectField *field,
                                    const LecternHope *const   *group,
                                    guint                       n,
                                    const LecternHope *const   *newcomers,
                                    guint                       n_newcomers,
                                    gboolean                    worst);
/* Whether an unsettled entry may end with the very key of the settled @other, by what its sums
 * can be multiples of. Never FALSE wrongly. */
gboolean lectern_prospect_may_equal (const LecternProspectField *field,
                                     const LecternHope          *hope,
                                     const LecternHope          *other,
                                     gboolean                    untimed);

G_END_DECLS
