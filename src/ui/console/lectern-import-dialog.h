/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"
#include "lectern-import.h"

G_BEGIN_DECLS

/* What a table would bring in, or everything that is wrong with it, by row and column. */
#define LECTERN_TYPE_IMPORT_DIALOG (lectern_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternImportDialog, lectern_import_dialog, LECTERN, IMPORT_DIALOG, AdwWindow)

/* Lets a person choose a file, then shows the dialog for it. */
void lectern_import_dialog_choose (GtkWidget        *parent,
                                   LecternDesk      *desk,
                                   LecternImportKind kind);
/* The dialog for the file at @path, read already. */
GtkWindow *lectern_import_dialog_new (GtkWidget        *parent,
                                      LecternDesk      *desk,
                                      LecternImportKind kind,
                                      const char       *path);
/* Whether there is anything to take in, and nothing wrong. */
gboolean lectern_import_dialog_is_ready (LecternImportDialog *self);
/* Submits the rows; closes when they are taken. */
void lectern_import_dialog_take (LecternImportDialog *self);

G_END_DECLS
