/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* The form of one nomination. */
#define LECTERN_TYPE_NOMINEE_DIALOG (lectern_nominee_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternNomineeDialog, lectern_nominee_dialog, LECTERN, NOMINEE_DIALOG, AdwWindow)

/* @nominee NULL: a new one, of unit @unit (key, may be NULL). @parent is any widget of the window
 * it belongs to. */
GtkWindow *lectern_nominee_dialog_new (GtkWidget            *parent,
                                       LecternDesk          *desk,
                                       const LecternNominee *nominee,
                                       const char           *unit);
/* Who stands in for @nominee, who is withdrawn by the same act, with the reason that stands in the form. */
GtkWindow *lectern_nominee_dialog_new_substitute (GtkWidget            *parent,
                                                  LecternDesk          *desk,
                                                  const LecternNominee *nominee);
/* Submits what stands in the form; closes when it is taken. */
void lectern_nominee_dialog_save (LecternNomineeDialog *self);

G_END_DECLS
