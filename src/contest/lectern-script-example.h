/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-script-line.h"

G_BEGIN_DECLS

/* @words as they would be read at @line in @contest: its own first entries, awards, judges and limits.
 * Figures of a result are invented, so that nobody's is told. @words must have passed
 * lectern_script_line_check(). Owned by the caller. */
char *lectern_script_example_make (LecternContest   *contest,
                                   LecternScriptLine line,
                                   const char       *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
