/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* Whether the results on record of @round's last revision are exactly what its marks and the rules
 * give: mean, deduction, final score, rank and award of every entry. FALSE with WRONG_STATE names
 * the first difference. Only a finalised round can be asked about. */
gboolean lectern_results_check (LecternContest     *contest,
                                const LecternRound *round,
                                GError            **error);

G_END_DECLS
