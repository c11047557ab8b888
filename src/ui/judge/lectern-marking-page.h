/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-judge-desk.h"

G_BEGIN_DECLS

/* Who is on stage, the clock, one row a criterion, the running total, submitting; beside it the
 * judge's earlier sheets, his note and where his sheet stands. */
#define LECTERN_TYPE_MARKING_PAGE (lectern_marking_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternMarkingPage, lectern_marking_page, LECTERN, MARKING_PAGE, AdwBin)

GtkWidget *lectern_marking_page_new (LecternJudgeDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* @button shows and hides what stands beside the sheet. */
void lectern_marking_page_bind_side (LecternMarkingPage *self,
                                     GtkToggleButton    *button);

G_END_DECLS
