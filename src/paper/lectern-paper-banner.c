/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A rehearsal's paper must not be taken for a real one, on a desk or from across the room. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper-banner.h"

#include "lectern-paper-layout.h"
#include "lectern-paper-words.h"

#include <math.h>

#define BAND_HEIGHT 8.0
#define BAND_COLOUR 0xc01c28
#define BAND_TYPE 13.0
#define MARK_COLOUR 0xf7dcdc
#define MARK_ANGLE 28.0
/* The mark's part of the page's diagonal. */
#define MARK_LENGTH 0.6

void
lectern_page_add_rehearsal (LecternPage       *page,
                            LecternPaperFonts *fonts,
                            const char        *language)
{
  double      width = lectern_page_get_width (page);
  double      height = lectern_page_get_height (page);
  const char *mark = lectern_paper_word (language, LECTERN_WORD_REHEARSAL);
  LecternType type = { LECTERN_FONT_HEADING, BAND_TYPE, 0xffffff, 0.05 };
  double      angle = MARK_ANGLE * G_PI / 180;
  double      length = MARK_LENGTH * hypot (width, height);
  double      size = length / lectern_paper_fonts_measure (fonts, LECTERN_FONT_HEADING, 1, 0, mark);
  double      rise = 0.36 * size * LECTERN_MM_PER_POINT;

  lectern_page_add_turned_text (page, LECTERN_FONT_HEADING, size, MARK_COLOUR,
                                width / 2 - length / 2 * cos (angle) + rise * sin (angle),
                                height / 2 + length / 2 * sin (angle) + rise * cos (angle),
                                0, MARK_ANGLE, mark);
  lectern_page_add_rectangle (page, BAND_COLOUR, 0, 0, 0, width, BAND_HEIGHT);
  lectern_paper_place_fitted (page, fonts, &type, lectern_paper_word (language, LECTERN_WORD_REHEARSAL_NOTE), 5, BAND_HEIGHT / 2, width - 10, BAND_HEIGHT, LECTERN_ALIGN_CENTRE);
}
