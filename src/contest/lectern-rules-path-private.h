/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

#include "lectern-rules-draft.h"

G_BEGIN_DECLS

/* The node that @path leads to from @root; borrowed, or NULL. */
JsonNode *lectern_rules_path_find (JsonNode   *root,
                                   const char *path);
/* @path with every key in the place of an index: "rubric.content.max" is "rubric[0].max". */
char *lectern_rules_path_count (JsonNode   *root,
                                const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @value as the member that @path names; FALSE when nothing leads there. */
gboolean lectern_rules_path_set (JsonNode   *root,
                                 const char *path,
                                 JsonNode   *value);
/* What is in @to and not in @from, groups member by member; NULL: nothing. */
JsonNode *lectern_rules_path_subtract (JsonNode *to,
                                       JsonNode *from) G_GNUC_WARN_UNUSED_RESULT;

/* @text, read as @kind; what can't be read is a text. */
JsonNode *lectern_rules_value_read (LecternRuleKind kind,
                                    const char     *text) G_GNUC_WARN_UNUSED_RESULT;
char     *lectern_rules_value_write (LecternRuleKind kind,
                                     JsonNode       *node) G_GNUC_WARN_UNUSED_RESULT;
/* How to write a @kind, when @node was not written so; else NULL. */
const char *lectern_rules_value_complain (LecternRuleKind kind,
                                          JsonNode       *node);

G_END_DECLS
