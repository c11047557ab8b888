/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The ranking with all its figures, what keeps the round open, ties to decide, and the end. */
#define LECTERN_TYPE_RESULTS_PAGE (lectern_results_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternResultsPage, lectern_results_page, LECTERN, RESULTS_PAGE, LecternConsolePart)

/* The lines of the table, LecternTableLine by nominee. Borrowed. */
GListModel *lectern_results_page_get_lines (LecternResultsPage *self);

G_END_DECLS
