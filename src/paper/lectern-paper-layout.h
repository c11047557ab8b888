/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper-fonts.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_ALIGN_LEFT,
  LECTERN_ALIGN_CENTRE,
  LECTERN_ALIGN_RIGHT,
  LECTERN_ALIGN_JUSTIFY, /* full lines reach both edges, the last one is flush left */
} LecternAlign;

/* How a text is set: size in points, colour 0xRRGGBB, spacing between letters in ems. */
typedef struct
{
  LecternFontRole role;
  double          size;
  guint32         colour;
  double          spacing;
} LecternType;

/* @text cut into lines of at most @width mm, the first one @indent ems shorter. Chinese breaks
 * between any two characters, but never before closing or after opening punctuation; words of
 * letters and figures stay whole unless one alone is wider than a line. Free with g_strfreev(). */
char **lectern_paper_break (LecternPaperFonts *fonts,
                            const LecternType *type,
                            const char        *text,
                            double             width,
                            double             indent) G_GNUC_WARN_UNUSED_RESULT;

/* Sets one line with its baseline at @y inside @x .. @x + @width. Returns where it begins. */
double lectern_paper_place_line (LecternPage       *page,
                                 LecternPaperFonts *fonts,
                                 const LecternType *type,
                                 const char        *text,
                                 double             x,
                                 double             y,
                                 double             width,
                                 LecternAlign       align);
/* Sets @text in as many lines as it takes, the first baseline at @y, the next ones @leading mm
 * below. Returns the baseline of the last line. */
double lectern_paper_place_paragraph (LecternPage       *page,
                                      LecternPaperFonts *fonts,
                                      const LecternType *type,
                                      const char        *text,
                                      double             x,
                                      double             y,
                                      double             width,
                                      double             leading,
                                      double             indent,
                                      LecternAlign       align);
/* Sets @text around the height @middle so that it stays within @width and @height: in one line,
 * shrunk a little if need be, else in as many lines as let it be largest. Words are never cut for
 * it. */
void lectern_paper_place_fitted (LecternPage       *page,
                                 LecternPaperFonts *fonts,
                                 const LecternType *type,
                                 const char        *text,
                                 double             x,
                                 double             middle,
                                 double             width,
                                 double             height,
                                 LecternAlign       align);

/* The letter spacing in ems that spreads a name of two Chinese characters over the width of three,
 * as lists do; 0 for every other name. */
double lectern_paper_get_name_spread (const char *name);

G_END_DECLS
