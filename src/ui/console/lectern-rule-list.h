/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rule-row.h"

G_BEGIN_DECLS

/* A list of the rules, one row a thing: fields unfold below it, buttons move it or take it out, and
 * one adds another. Properties: "draft"; "path", one that lectern_rule_lists_find() knows. */
#define LECTERN_TYPE_RULE_LIST (lectern_rule_list_get_type ())
G_DECLARE_FINAL_TYPE (LecternRuleList, lectern_rule_list, LECTERN, RULE_LIST, AdwPreferencesGroup)

/* The row of the thing at @index, or NULL. */
GtkWidget *lectern_rule_list_get_row (LecternRuleList *self,
                                      guint            index);

/* What is nearest to @path of all rows and lists below @root, or NULL. */
GtkWidget *lectern_rule_list_find (GtkWidget  *root,
                                   const char *path);
/* What a person calls what lectern_rule_list_find() found: "主题内容 › Full marks". */
char *lectern_rule_list_name (GtkWidget *found) G_GNUC_WARN_UNUSED_RESULT;
/* Unfolds whatever @found lies in, shows the page of the stack it lies on, gives it the keys. */
void lectern_rule_list_go_to (GtkWidget *found);

G_END_DECLS
