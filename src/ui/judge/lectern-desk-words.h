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
typedef enum
{
  LECTERN_DESK_QUIET,
  LECTERN_DESK_GOOD,
  LECTERN_DESK_WARNING, /* something is to be done, or waited for */
  LECTERN_DESK_TROUBLE,
} LecternDeskTone;

/* The sentence beside the button, of the sheet on top: what hinders and what to do about it, else
 * what was reached; may be empty. */
char *lectern_desk_words_for_message (LecternJudgeDesk *desk,
                                      LecternDeskTone  *tone) G_GNUC_WARN_UNUSED_RESULT;
/* Why the main laptop refused a sheet, in this laptop's language; @message, its own words, for a cause
 * that is not known here. */
char *lectern_desk_words_for_refusal (const char *code,
                                      const char *message) G_GNUC_WARN_UNUSED_RESULT;
/* What is still to be marked, else the total's place among the judge's own. */
char *lectern_desk_words_for_missing (LecternJudgeDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* What the button beneath the marks says. */
char *lectern_desk_words_for_submit (LecternJudgeDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
