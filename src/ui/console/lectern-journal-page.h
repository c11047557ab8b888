/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The journal, newest line on top. */
#define LECTERN_TYPE_JOURNAL_PAGE (lectern_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternJournalPage, lectern_journal_page, LECTERN, JOURNAL_PAGE, LecternConsolePart)

/* The lines, LecternTableLine by number. Borrowed. */
GListModel *lectern_journal_page_get_lines (LecternJournalPage *self);

G_END_DECLS
