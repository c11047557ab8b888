/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* How the rounds of a contest follow each other: a semi-final and a final, or heats in several
 * halls and a common final. Every list is owned by the caller: g_ptr_array_unref(). */

/* The round that the best of @round go on to: its `into`, or the next by position. NULL: nobody
 * goes on from it. Borrowed. */
const LecternRound *lectern_rounds_get_next (LecternContest     *contest,
                                             const LecternRound *round);
/* The rounds (LecternRound) whose best go on to @round, by position. */
GPtrArray *lectern_rounds_list_feeders (LecternContest     *contest,
                                        const LecternRound *round) G_GNUC_WARN_UNUSED_RESULT;
/* Whether those nominated by the unit with key @unit speak in @round, which nothing feeds. */
gboolean lectern_rounds_takes_unit (const LecternRound *round,
                                    const char         *unit);
/* Whether a nominee of @unit (NULL: of any) can still come into the contest: some round that nothing
 * feeds and that takes the unit is not drawn yet. */
gboolean lectern_rounds_is_open_for (LecternContest *contest,
                                     const char     *unit);
/* Who speaks in @round (LecternNominee), by unit and then as registered, whatever the places were:
 * all eligible nominees of the round's units when nothing feeds it, otherwise those of every feeding
 * round whose rank is within its `advance`, as it stands now; never one who withdrew. */
GPtrArray *lectern_rounds_list_entrants (LecternContest     *contest,
                                         const LecternRound *round) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the contest can go on to the round @key now. FALSE says why: NOT_FOUND, or WRONG_STATE
 * when it is the current one, when a round that feeds it is not finalised, when something of the
 * current round is under way. */
gboolean lectern_rounds_check_open (LecternContest *contest,
                                    const char     *key,
                                    GError        **error);
/* Whether the result of @round may still change: not once the round after it is drawn. */
gboolean lectern_rounds_check_reopen (LecternContest     *contest,
                                      const LecternRound *round,
                                      GError            **error);

G_END_DECLS
