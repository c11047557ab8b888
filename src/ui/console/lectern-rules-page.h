/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-rules-draft.h"

G_BEGIN_DECLS

/* The editor of the rules: what is edited is a draft until it is applied, beside it a worked example
 * and what would change. Properties: "draft" and "edited", read-only. */
#define LECTERN_TYPE_RULES_PAGE (lectern_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternRulesPage, lectern_rules_page, LECTERN, RULES_PAGE, LecternConsolePart)

LecternRulesDraft *lectern_rules_page_get_draft (LecternRulesPage *self);
/* Whether something was edited and not applied. */
gboolean lectern_rules_page_get_edited (LecternRulesPage *self);
/* "rubric", "panel", "time", "score", "announce", "rounds", "awards", "eligibility". */
void lectern_rules_page_show_section (LecternRulesPage *self,
                                      const char       *name);
/* Takes a rules file in as edits, to be looked at and applied; writes what is on the page as one. */
gboolean lectern_rules_page_take_in_file (LecternRulesPage *self,
                                          GFile            *file,
                                          GError          **error);
gboolean lectern_rules_page_write_file (LecternRulesPage *self,
                                        GFile            *file,
                                        GError          **error);

G_END_DECLS
