/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One judge on the evening page: who, whether connected, how far with the sheet, and behind a
 * press what may be needed in a hurry: another laptop, the sheet open again. */
#define LECTERN_TYPE_JUDGE_ROW (lectern_judge_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternJudgeRow, lectern_judge_row, LECTERN, JUDGE_ROW, GtkListBoxRow)

GtkWidget *lectern_judge_row_new (LecternDesk *desk,
                                  gint64       judge) G_GNUC_WARN_UNUSED_RESULT;
gint64     lectern_judge_row_get_judge (LecternJudgeRow *self);
void       lectern_judge_row_refresh (LecternJudgeRow *self);
/* Opens what stands behind the row. */
void lectern_judge_row_open (LecternJudgeRow *self);

G_END_DECLS
