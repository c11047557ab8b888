/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-programme-item.h"

G_BEGIN_DECLS

/* A line of the programme on the screen. */
#define LECTERN_TYPE_PROGRAMME_ROW (lectern_programme_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternProgrammeRow, lectern_programme_row, LECTERN, PROGRAMME_ROW, AdwBin)

GtkWidget *lectern_programme_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @item NULL: shows nothing. */
void lectern_programme_row_set_item (LecternProgrammeRow  *self,
                                     LecternProgrammeItem *item);

G_END_DECLS
