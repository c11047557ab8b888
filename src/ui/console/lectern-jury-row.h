/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* One judge in the set-up: who, the pairing code large, the laptops on the seat. */
#define LECTERN_TYPE_JURY_ROW (lectern_jury_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternJuryRow, lectern_jury_row, LECTERN, JURY_ROW, AdwExpanderRow)

GtkWidget *lectern_jury_row_new (LecternDesk *desk,
                                 gint64       judge) G_GNUC_WARN_UNUSED_RESULT;
gint64     lectern_jury_row_get_judge (LecternJuryRow *self);
void       lectern_jury_row_refresh (LecternJuryRow *self);

G_END_DECLS
