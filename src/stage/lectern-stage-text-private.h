/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-stage-canvas-private.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_STAGE_FACE_SANS,
  LECTERN_STAGE_FACE_BOLD,
  LECTERN_STAGE_FACE_NAME,  /* written, for people's names and the titles of talks */
  LECTERN_STAGE_FACE_SERIF, /* for the contest and its awards */
} LecternStageFace;

typedef enum
{
  LECTERN_STAGE_ALIGN_START,
  LECTERN_STAGE_ALIGN_CENTRE,
  LECTERN_STAGE_ALIGN_END,
} LecternStageAlign;

/* How a text stands: it keeps @size while it fits the width it is given, shrinks to @floor (0:
 * the smallest there may be), then wraps to @lines (0: one), then shrinks to the smallest there
 * may be, and ends in an ellipsis when even that is too long. */
typedef struct
{
  LecternStageFace   face;
  double             size;
  double             floor;
  guint              lines;
  double             spacing; /* between characters, in parts of the size */
  LecternStageAlign  align;
  LecternStageColour colour;
} LecternStageStyle;

/* A text laid out. Its block is what readers see as its height: from the top of the first line's
 * characters to the bottom of the last line's, without the leading fonts add. */
typedef struct
{
  PangoLayout      *layout; /* NULL: nothing to say */
  LecternStageStyle style;  /* with the size it came to */
  double            width, height;
} LecternStageText;

LecternStageText lectern_stage_text_fit (LecternStageCanvas      *canvas,
                                         const char              *string,
                                         const LecternStageStyle *style,
                                         double                   width) G_GNUC_WARN_UNUSED_RESULT;
/* For texts of several paragraphs: shrinks and wraps until it fits the height too. */
LecternStageText lectern_stage_text_fit_block (LecternStageCanvas      *canvas,
                                               const char              *string,
                                               const LecternStageStyle *style,
                                               double                   width,
                                               double                   height) G_GNUC_WARN_UNUSED_RESULT;
/* Paints it with its block's top at @y; @x is its left edge, middle or right edge as its style
 * aligns it. Frees it. */
void lectern_stage_text_draw (LecternStageCanvas *canvas,
                              LecternStageText   *text,
                              double              x,
                              double              y);
void lectern_stage_text_clear (LecternStageText *text);

/* Fit and draw in one; gives the block's size. */
LecternStageBox lectern_stage_put (LecternStageCanvas      *canvas,
                                   const char              *string,
                                   const LecternStageStyle *style,
                                   double                   x,
                                   double                   y,
                                   double                   width);
/* With the block's middle at @y. */
LecternStageBox lectern_stage_put_middle (LecternStageCanvas      *canvas,
                                          const char              *string,
                                          const LecternStageStyle *style,
                                          double                   x,
                                          double                   y,
                                          double                   width);

/* A word with a tick in a golden outline, ending at @right and at most @room wide: a quiet mark.
 * Gives its box; no wider than 0 where there is no room. */
LecternStageBox lectern_stage_put_ticked (LecternStageCanvas *canvas,
                                          const char         *word,
                                          double              size,
                                          double              right,
                                          double              middle,
                                          double              room);

/* A text as a step of a column: one below the other, each with the gap before it. */
typedef struct
{
  const char              *string;
  const LecternStageStyle *style;
  double                   gap;
} LecternStageStep;

/* Draws the steps that have something to say as a column in @box, centred on its height. All
 * shrink a little when they are too high together. */
void lectern_stage_put_column (LecternStageCanvas     *canvas,
                               const LecternStageStep *steps,
                               guint                   n_steps,
                               LecternStageBox         box);

G_END_DECLS
