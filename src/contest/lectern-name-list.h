/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-name-order.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

/* The nominees of @contest (borrowed records, all of them) in @order; LOT and RANK are those of the
 * current round, who has none comes last. Equals keep the order they were registered in. Owned by
 * the caller. */
GPtrArray *lectern_name_list_nominees (LecternContest  *contest,
                                       LecternNameOrder order) G_GNUC_WARN_UNUSED_RESULT;
/* The rows of @ranking (borrowed) in @order. By RANK: as ranked, those of one rank by strokes. Else
 * who has the same award stays together, in the order of the awards, and inside an award @order
 * decides; those without one come last. Owned by the caller. */
GPtrArray *lectern_name_list_rows (const LecternRanking *ranking,
                                   LecternNameOrder      order) G_GNUC_WARN_UNUSED_RESULT;
/* The same in one list, whatever award anybody has. */
GPtrArray *lectern_name_list_all_rows (const LecternRanking *ranking,
                                       LecternNameOrder      order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
