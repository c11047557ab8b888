/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The re-check: a second person compares the sheets of everybody who wins something, one entry at a
 * time, with what is on paper. Enter says that they agree; a sheet that does not is reopened.
 * ::finished when everything is compared or the person leaves it. */
#define LECTERN_TYPE_RECHECK_PANE (lectern_recheck_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternRecheckPane, lectern_recheck_pane, LECTERN, RECHECK_PANE, LecternConsolePart)

/* Begins, or goes on, with the first entry that is not compared. */
void lectern_recheck_pane_begin (LecternRecheckPane *self,
                                 const char         *checker);
/* The lot in sight, LECTERN_NULL for none. */
gint64 lectern_recheck_pane_get_lot (LecternRecheckPane *self);
/* That the sheets in sight agree with what is on paper. FALSE, and nothing done, when the figure
 * typed differs or less than half a second has passed since they came into sight. */
gboolean lectern_recheck_pane_agree (LecternRecheckPane *self);

/* How many entries of the current round are to be compared, and how many are. */
void lectern_recheck_pane_count (LecternContest *contest,
                                 guint          *n_entries,
                                 guint          *n_compared);

G_END_DECLS
