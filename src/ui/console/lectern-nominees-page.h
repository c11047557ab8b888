/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The register: units with their places, nominees with what speaks against them; add, edit,
 * withdraw, restore, import. */
#define LECTERN_TYPE_NOMINEES_PAGE (lectern_nominees_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternNomineesPage, lectern_nominees_page, LECTERN, NOMINEES_PAGE, LecternConsolePart)

/* The lines of the table, LecternTableLine by nominee id, as filtered. Borrowed. */
GListModel *lectern_nominees_page_get_lines (LecternNomineesPage *self);
/* Selects the nominee's line, for what the buttons do. */
void lectern_nominees_page_select (LecternNomineesPage *self,
                                   gint64               nominee);

G_END_DECLS
