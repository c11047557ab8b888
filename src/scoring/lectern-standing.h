/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rank.h"

G_BEGIN_DECLS

/* A ranking kept up to date: after one entry changed it is what lectern_rank() would say, bit for
 * bit, without starting over. docs/benchmarks.md says from what size on that pays. Other rules,
 * one entry more or one less: make a new one. */
typedef struct LecternStanding LecternStanding;

/* Copies @rules and @entries (@n_entries of them), but borrows the entries' sheets: they have to
 * stay as they are until the entry is updated or the standing is freed. */
LecternStanding *lectern_standing_new (const LecternScoringRules *rules,
                                       const LecternScoredEntry  *entries,
                                       guint                      n_entries) G_GNUC_WARN_UNUSED_RESULT;
void             lectern_standing_free (LecternStanding *self);

guint lectern_standing_get_n_entries (const LecternStanding *self);
/* The entry at @place of the order from 0, as element @place of lectern_rank()'s result. Owned by
 * the standing, valid until the next update. */
const LecternRankedEntry *lectern_standing_get_place (const LecternStanding *self,
                                                      guint                  place);
/* The same by the entry's @index in the input. */
const LecternRankedEntry *lectern_standing_get_entry (const LecternStanding *self,
                                                      guint                  index);

/* Entry @index of the input is now @entry. Makes its figures anew, moves it, takes only the groups
 * of equals that it left and joined through the tie rules, and shifts the ranks in between. */
void lectern_standing_update (LecternStanding          *self,
                              guint                     index,
                              const LecternScoredEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternStanding, lectern_standing_free)

G_END_DECLS
