/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-rules-draft.h"

G_BEGIN_DECLS

/* What applying the draft would change, what is still wrong with it - press one to go there - and,
 * where one is needed, the reason. Properties: "draft"; "fields": the widget that has the fields of
 * the rules somewhere below it.
 *
 * ::reason-changed as somebody types it. */
#define LECTERN_TYPE_RULE_CHANGES (lectern_rule_changes_get_type ())
G_DECLARE_FINAL_TYPE (LecternRuleChanges, lectern_rule_changes, LECTERN, RULE_CHANGES, AdwBin)

/* What a change does to what was marked already; NULL: nothing was, and no reason is asked for. */
void lectern_rule_changes_set_ruling (LecternRuleChanges *self,
                                      const char         *sentence);
/* Without spaces around it; NULL when there is none. */
char *lectern_rule_changes_get_reason (LecternRuleChanges *self) G_GNUC_WARN_UNUSED_RESULT;
void  lectern_rule_changes_clear_reason (LecternRuleChanges *self);
/* Goes to what is wrong first. */
void lectern_rule_changes_go_to_first (LecternRuleChanges *self);

G_END_DECLS
