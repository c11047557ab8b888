/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-paper.h"

G_BEGIN_DECLS

/* A paper as it will be printed, a page at a time, or a sentence on why there is none. */
#define LECTERN_TYPE_PAPER_PREVIEW (lectern_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (LecternPaperPreview, lectern_paper_preview, LECTERN, PAPER_PREVIEW, AdwBin)

/* Shows @document; the page stays where it was, as far as there is one. */
void lectern_paper_preview_set_document (LecternPaperPreview *self,
                                         LecternDocument     *document);
/* Shows @sentence instead of a paper. */
void lectern_paper_preview_refuse (LecternPaperPreview *self,
                                   const char          *sentence);
/* The next paper begins with its first page. */
void lectern_paper_preview_rewind (LecternPaperPreview *self);
/* What is shown, or NULL. */
LecternDocument *lectern_paper_preview_get_document (LecternPaperPreview *self);
/* The sentence, or NULL. */
const char *lectern_paper_preview_get_refusal (LecternPaperPreview *self);

G_END_DECLS
