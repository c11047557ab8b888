/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

/* What was marked (评分明细表): for each entry by lot the grid of judges and criteria, what is struck
 * out, who did not mark and why, and how the final score comes from it; several entries a page where
 * they fit. @lot 0: all that have a sheet or forfeited. NOTHING while there is none. */
LecternDocument *lectern_report_sheets_new (LecternContest       *contest,
                                            const LecternRanking *ranking,
                                            gint64                lot,
                                            gint64                printed_us,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same by judge: all sheets of one on a page or more, with a line for his name. @judge 0: all
 * judges. */
LecternDocument *lectern_report_judge_sheets_new (LecternContest       *contest,
                                                  const LecternRanking *ranking,
                                                  gint64                judge,
                                                  gint64                printed_us,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
