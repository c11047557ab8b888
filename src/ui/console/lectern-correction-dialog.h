/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-correction.h"
#include "lectern-desk.h"

G_BEGIN_DECLS

/* A correction asked for in a window of its own, where there is no side sheet: on the pages that
 * are not the evening's. @parent: any widget of the window it belongs to. */
GtkWindow *lectern_correction_dialog_new (GtkWidget            *parent,
                                          LecternDesk          *desk,
                                          LecternCorrectionKind kind,
                                          gint64                lot,
                                          gint64                judge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
