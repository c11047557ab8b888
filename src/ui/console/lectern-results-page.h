/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-round-part.h"

G_BEGIN_DECLS

/* The results of a round: the ranking, the sheets behind it, how it is checked and closed, how far
 * the judges agreed. Where there are several rounds, any of them can be looked at. */
#define LECTERN_TYPE_RESULTS_PAGE (lectern_results_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternResultsPage, lectern_results_page, LECTERN, RESULTS_PAGE, LecternRoundPart)

/* "ranking", "sheets", "closing" or "agreement". */
void lectern_results_page_show (LecternResultsPage *self,
                                const char         *name);
/* The lines of the ranking, LecternTableLine by nominee. Borrowed. */
GListModel *lectern_results_page_get_lines (LecternResultsPage *self);

G_END_DECLS
