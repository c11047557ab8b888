/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* Check-in on the day: who has come to the hall, by round, for a final may be on another day than the
 * heats. Where nobody has checked in for a round, check-in is not used there and nobody is missed. */

/* When @nominee checked in for @round (NULL: the current one), microseconds since 1970 UTC;
 * LECTERN_NULL: not yet. */
gint64 lectern_check_in_get_time (LecternContest *contest,
                                  const char     *round,
                                  gint64          nominee);
/* Who is expected in @round (NULL: the current one): its entries without forfeits once it is drawn,
 * before that who is nominated for it, eligible or not, and has not withdrawn. LecternNominee, borrowed
 * records; owned by the caller: g_ptr_array_unref(). */
GPtrArray *lectern_check_in_list_expected (LecternContest *contest,
                                           const char     *round) G_GNUC_WARN_UNUSED_RESULT;
/* How many are expected in the current round, and how many of them are here. */
void lectern_check_in_count (LecternContest *contest,
                             guint          *n_here,
                             guint          *n_expected);
/* Whether @nominee has not checked in for the current round although somebody has. */
gboolean lectern_check_in_is_missed (LecternContest *contest,
                                     gint64          nominee);

G_END_DECLS
