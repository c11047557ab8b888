/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-judge-client.h"
#include "lectern-own-sheet.h"

G_BEGIN_DECLS

/* The last look at a sheet before it is submitted: every mark large, the total larger.
 * Signals: ::confirmed (), ::cancelled (). */
#define LECTERN_TYPE_CONFIRM_SHEET (lectern_confirm_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LecternConfirmSheet, lectern_confirm_sheet, LECTERN, CONFIRM_SHEET, AdwBin)

/* @rubric: LecternJudgeCriterion, as many as @sheet has marks, all marked. */
void lectern_confirm_sheet_show (LecternConfirmSheet *self,
                                 GPtrArray           *rubric,
                                 LecternOwnSheet     *sheet);

G_END_DECLS
