/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The words the MC reads at @cue, in the contest's language, from the lines of the script
 * (lectern-script-line.h); may be empty. @blanks: as printed before the evening, with blanks to fill
 * in where figures will be; else nothing of a result that the hall has not seen. */
char *lectern_script_get_for_cue (LecternContest   *contest,
                                  const LecternCue *cue,
                                  gboolean          blanks) G_GNUC_WARN_UNUSED_RESULT;
/* The words at the cue or step on air; the welcome before the first. */
char *lectern_script_get_now (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;
/* The words at what LECTERN_ACTION_GO puts on air next, with blanks for whatever the hall is to learn
 * by it: who reads them aloud too early tells nothing. Empty when nothing follows. */
char *lectern_script_get_next (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
