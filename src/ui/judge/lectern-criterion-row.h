/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-judge-client.h"

G_BEGIN_DECLS

/* One criterion of a sheet: its name and guidance, and one mark that can be typed, stepped or slid.
 * Signals: ::marked (gint64 mark), thousandths or LECTERN_NULL, when the judge changed it;
 * ::finished (), when he pressed Enter on a mark that stands. */
#define LECTERN_TYPE_CRITERION_ROW (lectern_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternCriterionRow, lectern_criterion_row, LECTERN, CRITERION_ROW, AdwBin)

GtkWidget *lectern_criterion_row_new (const LecternJudgeCriterion *criterion) G_GNUC_WARN_UNUSED_RESULT;
/* The rows of one page begin their sliders on one line. */
void lectern_criterion_row_join (LecternCriterionRow *self,
                                 GtkSizeGroup        *group);

gint64 lectern_criterion_row_get_mark (LecternCriterionRow *self);
/* Shows @mark without emitting anything; what is being typed stays while it means the same. */
void lectern_criterion_row_set_mark (LecternCriterionRow *self,
                                     gint64               mark);
/* Whether marks can be changed; one that cannot is still read at full strength. */
void lectern_criterion_row_set_editable (LecternCriterionRow *self,
                                         gboolean             editable);
/* Forgets text that is no mark: another sheet is coming. */
void lectern_criterion_row_reset (LecternCriterionRow *self);
/* Why what was typed is no mark, a sentence; NULL when it is one or nothing was typed. */
const char *lectern_criterion_row_get_trouble (LecternCriterionRow *self);

G_END_DECLS
