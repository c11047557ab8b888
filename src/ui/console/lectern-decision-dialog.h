/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* The jury's decision on a tie: the order of those who share a place, and why. */
#define LECTERN_TYPE_DECISION_DIALOG (lectern_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternDecisionDialog, lectern_decision_dialog, LECTERN, DECISION_DIALOG, AdwWindow)

/* @lots: the entries that share the place. */
GtkWindow *lectern_decision_dialog_new (GtkWidget   *parent,
                                        LecternDesk *desk,
                                        GArray      *lots);
/* Moves the entry at @place one up. */
void lectern_decision_dialog_raise (LecternDecisionDialog *self,
                                    guint                  place);
void lectern_decision_dialog_save (LecternDecisionDialog *self);

G_END_DECLS
