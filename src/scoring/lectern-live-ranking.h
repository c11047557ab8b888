/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rank.h"

G_BEGIN_DECLS

/* A ranking kept up to date: after one entry changed it is what lectern_rank() would say, bit for
 * bit, without starting over. docs/benchmarks.md says from what size on that pays. Other rules,
 * one entry more or one less: make a new one. */
typedef struct LecternLiveRanking LecternLiveRanking;

/* Copies @rules and @entries (@n_entries of them), but borrows the entries' sheets: they have to
 * stay as they are until the entry is updated or the ranking is freed. */
LecternLiveRanking *lectern_live_ranking_new (const LecternScoringRules *rules,
                                              const LecternScoredEntry  *entries,
                                              guint                      n_entries) G_GNUC_WARN_UNUSED_RESULT;
void                lectern_live_ranking_free (LecternLiveRanking *self);

guint lectern_live_ranking_get_n_entries (const LecternLiveRanking *self);
/* The entry at @place of the order from 0, as element @place of lectern_rank()'s result. Owned by
 * the ranking, valid until the next update. */
const LecternRankedEntry *lectern_live_ranking_get_place (const LecternLiveRanking *self,
                                                          guint                     place);
/* The same by the entry's @index in the input. */
const LecternRankedEntry *lectern_live_ranking_get_entry (const LecternLiveRanking *self,
                                                          guint                     index);

/* Entry @index of the input is now @entry. Makes its figures anew, moves it, takes only the groups
 * of equals that it left and joined through the tie rules, and shifts the ranks in between. */
void lectern_live_ranking_update (LecternLiveRanking       *self,
                                  guint                     index,
                                  const LecternScoredEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternLiveRanking, lectern_live_ranking_free)

G_END_DECLS
