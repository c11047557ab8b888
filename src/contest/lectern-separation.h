/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-ranking.h"

G_BEGIN_DECLS

/* Why @row of @ranking stands where it stands beside those it could be confused with, as a sentence
 * the MC can read out, in the contest's language: which tie rule put it below the one above it
 * although their finals are equal, that only the exact score separates them, whom it shares its
 * place with, that the jury is to decide. NULL where the finals as shown already say it. */
char *lectern_separation_describe (const LecternRanking    *ranking,
                                   LecternContest          *contest,
                                   const LecternRankingRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* The same seen from the one above: about whoever stands right below @row with the same final,
 * by place and name. NULL where there is nobody. */
char *lectern_separation_describe_next (const LecternRanking    *ranking,
                                        LecternContest          *contest,
                                        const LecternRankingRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* The two values that the tie rule went by which put @row below the one above it: "36.8比36.5",
 * "36.5 against 36.8". NULL where no rule did, or one without values such as the jury's decision. */
char *lectern_separation_describe_figures (const LecternRanking    *ranking,
                                           LecternContest          *contest,
                                           const LecternRankingRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
