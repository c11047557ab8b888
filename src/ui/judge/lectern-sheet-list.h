/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-judge-desk.h"

G_BEGIN_DECLS

/* The judge's earlier sheets with their totals, to stay consistent; what was not submitted says so. */
#define LECTERN_TYPE_SHEET_LIST (lectern_sheet_list_get_type ())
G_DECLARE_FINAL_TYPE (LecternSheetList, lectern_sheet_list, LECTERN, SHEET_LIST, AdwBin)

/* Once. */
void lectern_sheet_list_set_desk (LecternSheetList *self,
                                  LecternJudgeDesk *desk);

G_END_DECLS
