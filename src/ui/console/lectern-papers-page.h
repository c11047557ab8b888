/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-paper-job.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PAPERS_PAGE (lectern_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternPapersPage, lectern_papers_page, LECTERN, PAPERS_PAGE, LecternConsolePart)

/* Chooses a paper of the list; the preview follows. */
void lectern_papers_page_select (LecternPapersPage *self,
                                 LecternPaperKind   kind);
/* The paper that is chosen, with its options as they stand. */
LecternPaperOrder *lectern_papers_page_get_order (LecternPapersPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* Selects the certificates of @award (its key), when the page has been shown. */
void lectern_papers_page_select_award (LecternPapersPage *self,
                                       const char        *award);

G_END_DECLS
