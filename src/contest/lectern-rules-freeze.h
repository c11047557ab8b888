/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rules-file.h"

G_BEGIN_DECLS

/* How far the rules of a contest may still be changed: the editor asks it before, the engine when
 * it is done. */

/* Whether a sheet has been handed in: from then on a change of the rules needs a reason. */
gboolean lectern_rules_freeze_is_marked (LecternContest *contest);
/* Whether there is any sheet, drafts too: from then on no criterion comes or goes. */
gboolean lectern_rules_freeze_has_sheets (LecternContest *contest);
/* How many entries of the current round have a sheet that was handed in, and how many results the
 * hall has seen. */
void lectern_rules_freeze_count_entries (LecternContest *contest,
                                         guint          *n_marked,
                                         guint          *n_revealed);
/* Whether @key, a member at the top of a rules file, can't be changed any more: FINALISED when a
 * result rests on it, WRONG_STATE when the evening does. The message says what to do instead. */
gboolean lectern_rules_freeze_check (LecternContest *contest,
                                     const char     *key,
                                     GError        **error);
/* Whether one of @changes (LecternRulesChange) is of what the contest is judged by, rather than of
 * what it is called. */
gboolean lectern_rules_freeze_is_rules (GPtrArray *changes);
/* Whether one of @changes is of what final scores and ranks are computed by. */
gboolean lectern_rules_freeze_is_figures (GPtrArray *changes);

G_END_DECLS
