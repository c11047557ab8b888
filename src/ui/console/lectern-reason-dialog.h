/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a reason before something is done that the journal keeps one for. It answers
 * "confirm", which cannot be pressed without a reason, or "cancel". */
#define LECTERN_TYPE_REASON_DIALOG (lectern_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternReasonDialog, lectern_reason_dialog, LECTERN, REASON_DIALOG, AdwMessageDialog)

/* @parent: any widget of the window it belongs to. */
LecternReasonDialog *lectern_reason_dialog_new (GtkWidget  *parent,
                                                const char *heading,
                                                const char *body,
                                                const char *confirm);
const char          *lectern_reason_dialog_get_reason (LecternReasonDialog *self);
void                 lectern_reason_dialog_set_reason (LecternReasonDialog *self,
                                                       const char          *reason);

G_END_DECLS
