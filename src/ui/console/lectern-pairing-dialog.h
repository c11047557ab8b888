/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* A judge's pairing code across the whole of a window, with its QR code: to be held before the camera of
 * the judge's laptop, or read out. A judge who has no code is given one. */
#define LECTERN_TYPE_PAIRING_DIALOG (lectern_pairing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternPairingDialog, lectern_pairing_dialog, LECTERN, PAIRING_DIALOG, AdwWindow)

GtkWindow *lectern_pairing_dialog_new (GtkWidget   *parent,
                                       LecternDesk *desk,
                                       gint64       judge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
