/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* In what the contest's own row differs, for its line of the journal, in the language of the interface:
 * "title, colours of the scenes, the MC’s words “At the end”". The rules are not looked at. NULL when
 * it differs in nothing. Owned by the caller. */
char *lectern_contest_change_describe (const LecternContestRecord *before,
                                       const LecternContestRecord *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
