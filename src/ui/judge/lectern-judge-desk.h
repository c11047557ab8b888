/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-draft-store.h"
#include "lectern-judge-client.h"
#include "lectern-own-sheet.h"

G_BEGIN_DECLS

/* The judge's desk: his own sheets, the one to be marked now on top, between the client of the
 * protocol and the pages that show it. It knows no widget.
 * Signals: ::changed (), whenever anything it tells may be another;
 * ::left (LecternOwnSheet *), when the next speaker came and that sheet was not submitted. */
#define LECTERN_TYPE_JUDGE_DESK (lectern_judge_desk_get_type ())
G_DECLARE_FINAL_TYPE (LecternJudgeDesk, lectern_judge_desk, LECTERN, JUDGE_DESK, GObject)

/* Why the sheet on top cannot be marked now. */
typedef enum
{
  LECTERN_DESK_FREE,       /* it can */
  LECTERN_DESK_NOBODY,     /* nobody is on stage */
  LECTERN_DESK_RECUSED,    /* this judge does not mark this entry */
  LECTERN_DESK_LOCKED,     /* submitted, and the gate has closed */
  LECTERN_DESK_SUBMITTING, /* on its way */
} LecternDeskBar;

LecternJudgeDesk *lectern_judge_desk_new (LecternJudgeClient *client,
                                          LecternDraftStore  *drafts) G_GNUC_WARN_UNUSED_RESULT;

LecternJudgeClient *lectern_judge_desk_get_client (LecternJudgeDesk *self);
/* NULL before the first news. Borrowed. */
LecternJudgeState *lectern_judge_desk_get_state (LecternJudgeDesk *self);
gboolean           lectern_judge_desk_get_connected (LecternJudgeDesk *self);
/* Every own sheet, the latest lot first: LecternOwnSheet. Borrowed. */
GListModel *lectern_judge_desk_get_sheets (LecternJudgeDesk *self);
/* The sheet on top; NULL when nobody is on stage. Borrowed. */
LecternOwnSheet *lectern_judge_desk_get_current (LecternJudgeDesk *self);
LecternDeskBar   lectern_judge_desk_get_bar (LecternJudgeDesk *self);
/* Whether the gate is open for the sheet on top. */
gboolean lectern_judge_desk_get_gate_open (LecternJudgeDesk *self);
/* Whether submitting makes sense now: gate open, all marked, not yet received as it stands. */
gboolean lectern_judge_desk_can_submit (LecternJudgeDesk *self);
/* Why the main laptop refused the sheet on top, or the disk its draft; a sentence or NULL. */
const char *lectern_judge_desk_get_trouble (LecternJudgeDesk *self);

/* Only while lectern_judge_desk_get_bar() is LECTERN_DESK_FREE. */
void lectern_judge_desk_set_mark (LecternJudgeDesk *self,
                                  guint             index,
                                  gint64            mark);
void lectern_judge_desk_set_note (LecternJudgeDesk *self,
                                  const char       *note);
/* Only while lectern_judge_desk_can_submit(). */
void lectern_judge_desk_submit (LecternJudgeDesk *self);

G_END_DECLS
