/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The flags of the current round that the head judge's panel is told of (lectern-flags.h): of an
 * entry whose gate is closed, or whose panel has handed in to the last sheet. */

/* As the member "flags" of the head judge's state: a JSON array, owned by the caller. It names
 * sheets and criteria, never a mark or a total. */
char *lectern_told_flags_encode (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the flag of @judge's sheet for @lot is told; @seen (may be NULL): whether somebody has
 * looked at it. */
gboolean lectern_told_flags_has (LecternContest *contest,
                                 gint64          lot,
                                 gint64          judge,
                                 gboolean       *seen);
/* Whether a change of @table can make a flag come or go. */
gboolean lectern_told_flags_depend_on (const LecternTable *table);

G_END_DECLS
