/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A unit in the register's side list, with the places it has taken of those it has. */
#define LECTERN_TYPE_UNIT_ROW (lectern_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternUnitRow, lectern_unit_row, LECTERN, UNIT_ROW, GtkListBoxRow)

GtkWidget *lectern_unit_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @key NULL stands for all units. */
void        lectern_unit_row_show (LecternUnitRow *self,
                                   const char     *key,
                                   const char     *name,
                                   guint           n_taken,
                                   guint           n_places);
const char *lectern_unit_row_get_key (LecternUnitRow *self);

G_END_DECLS
