/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-judge-client.h"

G_BEGIN_DECLS

/* An invented entry for a judge to try the panel on: the rubric and the judge of @model, somebody
 * on stage whom there is not, the gate open. Nothing of it is ever sent. */
LecternJudgeState *lectern_practice_make_state (const LecternJudgeState *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
