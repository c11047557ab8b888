/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-json-reader-private.h"
#include "lectern-rules.h"

G_BEGIN_DECLS

/* Reads the rules members of @top; problems go to the reader's list. */
LecternRules *lectern_rules_read (LecternJsonReader *top,
                                  GPtrArray         *criteria) G_GNUC_WARN_UNUSED_RESULT;
/* The value @node of the setting @pattern ("time.over.steps", "rounds.*.units") of @rules as people
 * say it; NULL: they say it as it is written. */
char *lectern_rules_words_say (const char *pattern,
                               JsonNode   *node,
                               JsonObject *rules) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
