/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* Shows what is in a signed bundle from another laptop and takes one of its rounds in, whole or not
 * at all, once somebody has compared its key. */
#define LECTERN_TYPE_HEAT_DIALOG (lectern_heat_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternHeatDialog, lectern_heat_dialog, LECTERN, HEAT_DIALOG, AdwWindow)

/* Lets a person choose the file, and presents the dialog with it. @round (a key) is what is looked for in
 * it first; NULL: any. */
void lectern_heat_dialog_choose (GtkWidget   *parent,
                                 LecternDesk *desk,
                                 const char  *round);
/* The dialog with the file at @path, which is read while it is shown. Floating; present it. */
GtkWindow *lectern_heat_dialog_new (GtkWidget   *parent,
                                    LecternDesk *desk,
                                    const char  *path,
                                    const char  *round);
/* What was refused, or NULL. */
const char *lectern_heat_dialog_get_refusal (LecternHeatDialog *self);

G_END_DECLS
