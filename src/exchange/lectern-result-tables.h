/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-ranking.h"
#include "lectern-tabulation.h"

G_BEGIN_DECLS

/* The results of @ranking's round as tables (LecternTabulation, in this order, in the contest's
 * language): "ranking" with separations, "sheets" as a grid of totals with those struck out, "marks"
 * as a table that can be imported again, "times", "nominees", "about". Figures are those of the papers,
 * rounded the same. Birth dates and telephone numbers are in none of them. @made_us is told in
 * "about". Owned by the caller. */
GPtrArray *lectern_result_tables_new (LecternContest       *contest,
                                      const LecternRanking *ranking,
                                      gint64                made_us) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
