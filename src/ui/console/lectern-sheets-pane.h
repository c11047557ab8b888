/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-round-part.h"

G_BEGIN_DECLS

/* Every sheet of a round, entries by judges, and of the entry chosen every mark. */
#define LECTERN_TYPE_SHEETS_PANE (lectern_sheets_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternSheetsPane, lectern_sheets_pane, LECTERN, SHEETS_PANE, LecternRoundPart)

/* The lines of the grid, LecternTableLine by nominee, and of the marks of the entry chosen, by
 * judge. Borrowed. */
GListModel *lectern_sheets_pane_get_lines (LecternSheetsPane *self);
GListModel *lectern_sheets_pane_get_marks (LecternSheetsPane *self);
/* Chooses the entry in line @position of the grid. */
void lectern_sheets_pane_choose (LecternSheetsPane *self,
                                 guint              position);

G_END_DECLS
