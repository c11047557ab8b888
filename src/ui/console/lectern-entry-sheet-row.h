/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* One judge's sheet for the entry that is being corrected: its state, and below it, once the row
 * is opened, what can be done about it. The total is shown only where figures are asked for. */
#define LECTERN_TYPE_ENTRY_SHEET_ROW (lectern_entry_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternEntrySheetRow, lectern_entry_sheet_row, LECTERN, ENTRY_SHEET_ROW, GtkListBoxRow)

GtkWidget *lectern_entry_sheet_row_new (LecternDesk *desk,
                                        gint64       lot,
                                        gint64       judge) G_GNUC_WARN_UNUSED_RESULT;
gint64     lectern_entry_sheet_row_get_lot (LecternEntrySheetRow *self);
gint64     lectern_entry_sheet_row_get_judge (LecternEntrySheetRow *self);
void       lectern_entry_sheet_row_refresh (LecternEntrySheetRow *self,
                                            gboolean              with_figures);
void       lectern_entry_sheet_row_set_open (LecternEntrySheetRow *self,
                                             gboolean              open);
gboolean   lectern_entry_sheet_row_get_open (LecternEntrySheetRow *self);

G_END_DECLS
