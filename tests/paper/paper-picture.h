/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper.h"

G_BEGIN_DECLS

/* A page in greys, 0 black: to measure what two painters made of it. */
typedef struct
{
  int     width;
  int     height;
  guint8 *grey;
} PaperPicture;

void paper_picture_clear (PaperPicture *picture);
/* By cairo, as large as @picture says. */
void paper_picture_paint (PaperPicture    *picture,
                          LecternDocument *document,
                          guint            index,
                          double           dpi);
/* A PGM file, as pdftoppm -gray writes it. */
void paper_picture_read (PaperPicture *picture,
                         const char   *path);
/* Page @index of the PDF at @path through poppler. */
void paper_picture_rasterise (PaperPicture *picture,
                              const char   *path,
                              guint         index,
                              guint         dpi);
/* Averages squares of @by dots. */
void paper_picture_shrink (PaperPicture *picture,
                           int           by);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PaperPicture, paper_picture_clear)

G_END_DECLS
