/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-judge-client.h"

G_BEGIN_DECLS

/* What a judge wrote and the main laptop has not acknowledged yet, in the order of writing. */
typedef struct _LecternJudgeOutbox LecternJudgeOutbox;

LecternJudgeOutbox *lectern_judge_outbox_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                lectern_judge_outbox_free (LecternJudgeOutbox *self);
/* Keeps everything in the file at @path from now on, and takes what is there. */
void lectern_judge_outbox_keep_in (LecternJudgeOutbox *self,
                                   const char         *path);
/* Puts a sheet in, under a fresh id, and returns its message; both are borrowed until it is
 * settled. Drafts of @lot that still wait are dropped: this one says more. */
const char *lectern_judge_outbox_add (LecternJudgeOutbox      *self,
                                      const LecternJudgeState *state,
                                      gint64                   lot,
                                      const gint64            *marks,
                                      guint                    n_marks,
                                      gboolean                 submit,
                                      char                   **id);
/* Puts in that a flagged sheet was looked at; the message is borrowed. */
const char *lectern_judge_outbox_add_flag_seen (LecternJudgeOutbox      *self,
                                                const LecternJudgeState *state,
                                                gint64                   lot,
                                                gint64                   judge);
/* Takes @id out: it was acknowledged or refused. Whether it was a sheet. */
gboolean lectern_judge_outbox_settle (LecternJudgeOutbox *self,
                                      const char         *id);
/* Drops the sheets of talks that were ruled to start again since they were written. */
void  lectern_judge_outbox_drop_void (LecternJudgeOutbox      *self,
                                      const LecternJudgeState *state);
guint lectern_judge_outbox_get_length (LecternJudgeOutbox *self);
/* NULL: it was written for another contest, round or judge than @state's, and waits. */
const char *lectern_judge_outbox_get_message (LecternJudgeOutbox      *self,
                                              guint                    index,
                                              const LecternJudgeState *state);
/* What a sheet of @state's contest says; FALSE when it is none. @marks has room for the rubric. */
gboolean lectern_judge_outbox_read_sheet (LecternJudgeOutbox      *self,
                                          guint                    index,
                                          const LecternJudgeState *state,
                                          const char             **id,
                                          gint64                  *lot,
                                          gint64                  *marks,
                                          gboolean                *submit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternJudgeOutbox, lectern_judge_outbox_free)

G_END_DECLS
