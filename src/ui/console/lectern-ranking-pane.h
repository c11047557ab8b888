/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-round-part.h"

G_BEGIN_DECLS

/* The ranking of a round with the reason for every place, who is certain or out, and the ties at
 * a border that are open or can arise. For the operator alone: it knows what is not revealed. */
#define LECTERN_TYPE_RANKING_PANE (lectern_ranking_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternRankingPane, lectern_ranking_pane, LECTERN, RANKING_PANE, LecternRoundPart)

/* The lines of the table, LecternTableLine by nominee. Borrowed. */
GListModel *lectern_ranking_pane_get_lines (LecternRankingPane *self);

G_END_DECLS
