/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a panel keeps of the last state it was told, in a file of mode 0600, for a start without the main laptop. */
typedef struct _LecternJudgeMemory LecternJudgeMemory;

/* Writes at most once a second, from timers of @context. */
LecternJudgeMemory *lectern_judge_memory_new (const char   *path,
                                              GMainContext *context) G_GNUC_WARN_UNUSED_RESULT;
/* Writes what is still to be written. */
void lectern_judge_memory_free (LecternJudgeMemory *self);
/* @state: the whole message; @token: the seat it was told to. */
void lectern_judge_memory_keep (LecternJudgeMemory *self,
                                const char         *token,
                                const char         *state);
/* The state that was kept last, when the seat of @token was told it; else NULL. Owned by the caller. */
JsonObject *lectern_judge_memory_recall (LecternJudgeMemory *self,
                                         const char         *token) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternJudgeMemory, lectern_judge_memory_free)

G_END_DECLS
