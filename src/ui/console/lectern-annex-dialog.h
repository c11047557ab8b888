/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-annex.h"
#include "lectern-desk.h"

G_BEGIN_DECLS

/* What a statistics table is made of: its title, how many rows a unit should have, its columns. Saved as a whole. */
#define LECTERN_TYPE_ANNEX_DIALOG (lectern_annex_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternAnnexDialog, lectern_annex_dialog, LECTERN, ANNEX_DIALOG, AdwWindow)

GtkWindow *lectern_annex_dialog_new (GtkWidget       *parent,
                                     LecternDesk     *desk,
                                     LecternAnnexKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
