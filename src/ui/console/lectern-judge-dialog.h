/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* The form of one judge. */
#define LECTERN_TYPE_JUDGE_DIALOG (lectern_judge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternJudgeDialog, lectern_judge_dialog, LECTERN, JUDGE_DIALOG, AdwWindow)

/* @judge NULL: a new one, with the next free number. */
GtkWindow *lectern_judge_dialog_new (GtkWidget          *parent,
                                     LecternDesk        *desk,
                                     const LecternJudge *judge);
/* Submits what stands in the form; closes when it is taken. */
void lectern_judge_dialog_save (LecternJudgeDialog *self);

G_END_DECLS
