/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-judge-desk.h"

G_BEGIN_DECLS

/* What the desk knows, in the judge's words. All owned by the caller. */

/* Where the sheet on top is kept and whether it counts. */
char *lectern_desk_words_for_sheet (LecternJudgeDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* Whether marking is open. */
char *lectern_desk_words_for_gate (LecternJudgeDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* What is still to be marked; empty when nothing is. */
char *lectern_desk_words_for_missing (LecternJudgeDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* What the button beneath the marks says. */
char *lectern_desk_words_for_submit (LecternJudgeDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
