/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-annex.h"

G_BEGIN_DECLS

/* The columns of a statistics table, one row each: whether it is shown, what it is called, how wide it is, what goes
 * into it; moved, added and taken out.
 *
 * ::edited () when a person changed something. */
#define LECTERN_TYPE_ANNEX_COLUMNS (lectern_annex_columns_get_type ())
G_DECLARE_FINAL_TYPE (LecternAnnexColumns, lectern_annex_columns, LECTERN, ANNEX_COLUMNS, AdwBin)

/* Shows @form and changes it; borrowed, and outlives this. @language: "zh" or "en", by which columns are called here. */
void lectern_annex_columns_edit (LecternAnnexColumns *self,
                                 LecternAnnexForm    *form,
                                 const char          *language);
/* Says each LecternProblem at its column, "columns[2].zh", and nothing at the others. */
void lectern_annex_columns_show_problems (LecternAnnexColumns *self,
                                          GPtrArray           *problems);
/* The row of the column at @index from above; NULL: there is none. */
GtkWidget *lectern_annex_columns_get_row (LecternAnnexColumns *self,
                                          guint                index);

G_END_DECLS
