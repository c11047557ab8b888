/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-page-part.h"
#include "lectern-paper-job.h"

G_BEGIN_DECLS

/* A paper as it will be printed, a page at a time, or a sentence on why there is none. "settled" is emitted when what was
 * asked for last is shown, "turned" when another page or paper is in sight. */
#define LECTERN_TYPE_PAPER_PREVIEW (lectern_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (LecternPaperPreview, lectern_paper_preview, LECTERN, PAPER_PREVIEW, AdwBin)

/* Lays @order out on a thread of its own, from the contest as it is when its turn comes, and shows it; the page stays where it
 * was, as far as there is one. One at a time: of what is asked for meanwhile the last follows, once. */
void lectern_paper_preview_show (LecternPaperPreview     *self,
                                 LecternDesk             *desk,
                                 const LecternPaperOrder *order);
/* The next paper begins with its first page. */
void lectern_paper_preview_rewind (LecternPaperPreview *self);
/* What is shown, or NULL. */
LecternDocument *lectern_paper_preview_get_document (LecternPaperPreview *self);
/* The page in sight, from 0. */
guint lectern_paper_preview_get_page (LecternPaperPreview *self);
/* What the page is drawn on, for gestures. */
GtkWidget *lectern_paper_preview_get_area (LecternPaperPreview *self);
/* Where a point of that is on the page, in mm. FALSE: there is no page. */
gboolean lectern_paper_preview_get_point (LecternPaperPreview *self,
                                          double               area_x,
                                          double               area_y,
                                          double              *x,
                                          double              *y);
/* A frame that is drawn over the page; NULL: none. */
void lectern_paper_preview_set_mark (LecternPaperPreview *self,
                                     const LecternFrame  *mark);
/* The sentence, or NULL. */
const char *lectern_paper_preview_get_refusal (LecternPaperPreview *self);

G_END_DECLS
