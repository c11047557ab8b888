/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"
#include "lectern-preflight.h"

G_BEGIN_DECLS

/* One line of the list before the evening: how it stands, the way to its place, and passing it over. */
#define LECTERN_TYPE_PREFLIGHT_ROW (lectern_preflight_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternPreflightRow, lectern_preflight_row, LECTERN, PREFLIGHT_ROW, AdwPreferencesRow)

GtkWidget *lectern_preflight_row_new (LecternDesk     *desk,
                                      LecternCheckKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* What is being typed stays. */
void lectern_preflight_row_show (LecternPreflightRow    *self,
                                 const LecternCheckItem *item);
/* The icon of a level: a shape of its own, so that colour is never alone. */
const char *lectern_preflight_row_get_icon (LecternCheckLevel level);
/* The style class of a level. */
const char *lectern_preflight_row_get_style (LecternCheckLevel level);

G_END_DECLS
