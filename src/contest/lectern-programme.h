/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The evening as a list of cues, made when the running order is drawn: title, rules, order; for
 * each entry introduce, talk, mark and - where the announcing rule puts it - reveal; breaks;
 * tally, ranking, ceremony, end. */

/* Cues for @entries (LecternEntry by lot). A GPtrArray of LecternCue, owned by the caller. */
GPtrArray *lectern_programme_build (const LecternRules *rules,
                                    GPtrArray          *entries) G_GNUC_WARN_UNUSED_RESULT;

/* What LECTERN_ACTION_GO will do now, in the language of the interface: a title for the large
 * button ("Stop the clock, open marking") and a line of detail. FALSE when there is nothing left.
 * @detail also says why not, when the engine would refuse. */
gboolean lectern_programme_describe_next (LecternContest *contest,
                                          char          **title,
                                          char          **detail);
/* The cue in a list, in the language of the interface: "Talk", "Reveal No. 11". */
char *lectern_programme_describe_cue (LecternContest   *contest,
                                      const LecternCue *cue) G_GNUC_WARN_UNUSED_RESULT;
/* Numbers of judges whose sheet for the entry at the gate is still missing; empty when none or
 * the gate is closed. A GArray of gint64, owned by the caller. */
GArray *lectern_programme_list_missing (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
