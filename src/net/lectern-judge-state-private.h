/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

#include "lectern-judge-client.h"

G_BEGIN_DECLS

/* Reads a `state` message received at @received_us. What is missing or of another type is empty. */
LecternJudgeState *lectern_judge_state_parse (JsonObject *object,
                                              gint64      received_us) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
