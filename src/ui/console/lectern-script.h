/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* What the MC may say at the cue on air, as Pango markup with the names in bold, in the contest's
 * own language. Never NULL; empty where there is nothing to say. Owned by the caller. */
char *lectern_script_write (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
