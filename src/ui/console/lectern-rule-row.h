/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-rule-lists.h"

G_BEGIN_DECLS

/* One setting of the rules: what it is called, a line that explains it, what it is edited with,
 * and what is wrong with it. It is hidden as long as its path leads nowhere.
 *
 * Properties: "draft"; "path"; "kind"; "explanation"; "placeholder": what empty means; "measure":
 * a word behind the field; "words" (GListModel of strings) and "values" (the same as JSON, with |
 * between two): what is chosen from. */
#define LECTERN_TYPE_RULE_ROW (lectern_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternRuleRow, lectern_rule_row, LECTERN, RULE_ROW, AdwPreferencesRow)

/* A row for @field of the thing at @path. */
GtkWidget  *lectern_rule_row_new (LecternRulesDraft      *draft,
                                  const char             *path,
                                  const LecternRuleField *field) G_GNUC_WARN_UNUSED_RESULT;
const char *lectern_rule_row_get_path (LecternRuleRow *self);
/* What is shown as wrong, or NULL. */
const char *lectern_rule_row_get_complaint (LecternRuleRow *self);
/* What it is edited with: a GtkEntry, GtkSwitch, GtkDropDown or LecternUnitPicker. */
GtkWidget *lectern_rule_row_get_editor (LecternRuleRow *self);

G_END_DECLS
