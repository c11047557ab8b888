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
 * ::left (LecternOwnSheet *), when the next speaker came and that sheet was not submitted;
 * ::practised (), when the sheet of a practice desk was handed in. */
#define LECTERN_TYPE_JUDGE_DESK (lectern_judge_desk_get_type ())
G_DECLARE_FINAL_TYPE (LecternJudgeDesk, lectern_judge_desk, LECTERN, JUDGE_DESK, GObject)

/* Why the sheet on top cannot be marked now. */
typedef enum
{
  LECTERN_DESK_FREE,       /* it can */
  LECTERN_DESK_NOBODY,     /* nobody is on stage */
  LECTERN_DESK_RECUSED,    /* this judge does not mark this entry */
  LECTERN_DESK_ABSENT,     /* the same, for he was not there */
  LECTERN_DESK_EARLIER,    /* it is not the one to be marked now, he looks at it */
  LECTERN_DESK_LOCKED,     /* submitted, and the gate has closed */
  LECTERN_DESK_SUBMITTING, /* on its way */
} LecternDeskBar;

LecternJudgeDesk *lectern_judge_desk_new (LecternJudgeClient *client,
                                          LecternDraftStore  *drafts) G_GNUC_WARN_UNUSED_RESULT;

/* A desk with an invented entry on it, lectern-practice.h: what is marked there goes nowhere. */
LecternJudgeDesk *lectern_judge_desk_new_practice (LecternJudgeClient *client) G_GNUC_WARN_UNUSED_RESULT;
gboolean          lectern_judge_desk_is_practice (LecternJudgeDesk *self);

LecternJudgeClient *lectern_judge_desk_get_client (LecternJudgeDesk *self);
/* NULL before the first news. Borrowed. */
LecternJudgeState *lectern_judge_desk_get_state (LecternJudgeDesk *self);
gboolean           lectern_judge_desk_get_connected (LecternJudgeDesk *self);
/* Whether all of this is from before the panel was opened again, and the main laptop has not answered yet. */
gboolean lectern_judge_desk_is_last_known (LecternJudgeDesk *self);
/* The talk's clock now. */
gint64 lectern_judge_desk_get_elapsed_ms (LecternJudgeDesk *self);
/* Every own sheet, the latest lot first: LecternOwnSheet. Borrowed. */
GListModel *lectern_judge_desk_get_sheets (LecternJudgeDesk *self);
/* The sheet on top; NULL when nobody is on stage. Borrowed. */
LecternOwnSheet *lectern_judge_desk_get_current (LecternJudgeDesk *self);
/* The sheet that is to be marked now. Another one than the current while the judge looks at an
 * earlier sheet, or holds the current one. Borrowed. */
LecternOwnSheet *lectern_judge_desk_get_due (LecternJudgeDesk *self);
/* While @held the sheet on top stays there, whatever happens: the judge is writing on it. */
void lectern_judge_desk_set_held (LecternJudgeDesk *self,
                                  gboolean          held);
/* Puts an earlier sheet on top, to be looked at; NULL puts it away again. */
void lectern_judge_desk_look_at (LecternJudgeDesk *self,
                                 LecternOwnSheet  *sheet);
/* Whether an earlier sheet is on top to be looked at. */
gboolean lectern_judge_desk_is_looking (LecternJudgeDesk *self);
/* Whether marking was open for the sheet on top, and closed before it was submitted. */
gboolean lectern_judge_desk_is_missed (LecternJudgeDesk *self);
/* How many own sheets have a place, lectern_own_sheet_get_place(). */
guint          lectern_judge_desk_count_places (LecternJudgeDesk *self);
LecternDeskBar lectern_judge_desk_get_bar (LecternJudgeDesk *self);
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
