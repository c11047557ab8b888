/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "lectern-scene-painter.h"
#include "lectern-stage-theme.h"
#include "lectern-stage-words.h"

G_BEGIN_DECLS

/* What the painters paint on: a picture that is always LECTERN_STAGE_HEIGHT units high and as
 * wide as its shape makes it, 960 at 4:3, 1280 at 16:9. One unit is 1/720 of the height. */
#define LECTERN_STAGE_HEIGHT 720.0

/* The one type scale. Nothing shrinks below LecternStageCanvas.floor, 1/30 of the whole picture. */
#define LECTERN_STAGE_SIZE_CAPTION 26.0
#define LECTERN_STAGE_SIZE_BODY 31.0
#define LECTERN_STAGE_SIZE_LEAD 40.0
#define LECTERN_STAGE_SIZE_HEAD 56.0
#define LECTERN_STAGE_SIZE_NAME 96.0
#define LECTERN_STAGE_SIZE_FIGURE 150.0

#define LECTERN_STAGE_AT_REST 1000

/* The grid: the header's line, and the content between header and footer. */
#define LECTERN_STAGE_RULE_Y 84.0
#define LECTERN_STAGE_CONTENT_Y 104.0
#define LECTERN_STAGE_FOOTER_Y 660.0 /* top of the footer's text */
#define LECTERN_STAGE_BOTTOM_Y 640.0 /* of the content */

/* A text as it came onto the picture, for tests: in pixels of the picture. */
typedef struct
{
  char    *text;
  double   size;                /* of the font */
  double   x, y, width, height; /* its ink */
  gboolean cut;                 /* ends in an ellipsis */
  gboolean shape;               /* no text: a picture, a tick, or what texts stand on as a whole */
} LecternStageMark;

typedef struct
{
  cairo_t                    *cr; /* scaled to units, 0,0 the upper left corner */
  PangoContext               *pango;
  const LecternStageTheme    *theme;
  const LecternStagePictures *pictures; /* or NULL */
  LecternStageLanguage        language;
  double                      width;    /* units */
  double                      margin;   /* units at either side */
  double                      scale;    /* pixels a unit */
  double                      floor;    /* units: the smallest text there may be */
  GPtrArray                  *marks;    /* LecternStageMark, or NULL when nobody asks */
  int                         progress; /* of rows from their old places to the new, 0 to LECTERN_STAGE_AT_REST */
} LecternStageCanvas;

typedef struct
{
  double x, y, width, height;
} LecternStageBox;

void lectern_stage_mark_free (LecternStageMark *mark);
/* Notes a picture, a chip or a tick that covers @box, when somebody asks for marks. */
void lectern_stage_note_shape (LecternStageCanvas *canvas,
                               const char         *name,
                               LecternStageBox     box);

/* Prepares @canvas for @scene on a picture of @width × @height pixels; moves and scales @cr,
 * within the setting's margins and below the rehearsal banner if there is one.
 * lectern_stage_canvas_clear() undoes both. @setting may be NULL. */
void lectern_stage_canvas_init (LecternStageCanvas        *canvas,
                                cairo_t                   *cr,
                                const LecternScene        *scene,
                                const LecternSceneSetting *setting,
                                int                        width,
                                int                        height,
                                GPtrArray                 *marks);
void lectern_stage_canvas_clear (LecternStageCanvas *canvas);
/* Between the margins. */
double lectern_stage_canvas_get_inner_width (const LecternStageCanvas *canvas);
/* Whether it is narrower than 16:10. */
gboolean lectern_stage_canvas_is_narrow (const LecternStageCanvas *canvas);

void lectern_stage_set_colour (LecternStageCanvas *canvas,
                               LecternStageColour  colour);
/* What is under everything, and the banner over everything, on a picture of @width × @height;
 * both are called outside lectern_stage_canvas_init(). */
void lectern_stage_paint_ground (cairo_t                   *cr,
                                 const LecternScene        *scene,
                                 const LecternSceneSetting *setting,
                                 int                        width,
                                 int                        height);
void lectern_stage_paint_rehearsal (cairo_t                   *cr,
                                    const LecternScene        *scene,
                                    const LecternSceneSetting *setting,
                                    int                        width,
                                    int                        height,
                                    GPtrArray                 *marks);

void lectern_stage_trace_rounded (LecternStageCanvas *canvas,
                                  LecternStageBox     box,
                                  double              radius);
void lectern_stage_fill_rounded (LecternStageCanvas *canvas,
                                 LecternStageBox     box,
                                 double              radius,
                                 LecternStageColour  colour);
void lectern_stage_stroke_rounded (LecternStageCanvas *canvas,
                                   LecternStageBox     box,
                                   double              radius,
                                   double              line_width,
                                   LecternStageColour  colour);
/* A golden line that fades out at its ends. */
void lectern_stage_draw_rule (LecternStageCanvas *canvas,
                              double              x,
                              double              y,
                              double              width,
                              double              thickness);
/* One that begins at its left end and fades out at the right, under what is set flush left. */
void lectern_stage_draw_half_rule (LecternStageCanvas *canvas,
                                   double              x,
                                   double              y,
                                   double              width,
                                   double              thickness);
/* Gold from light to dark, as the fill of what is traced. */
void lectern_stage_fill_gold (LecternStageCanvas *canvas,
                              LecternStageBox     box);
void lectern_stage_draw_tick (LecternStageCanvas *canvas,
                              double              x,
                              double              y,
                              double              size,
                              LecternStageColour  colour);
/* The frame and silk of the cards: title, award, end, … */
void lectern_stage_draw_frame (LecternStageCanvas *canvas);
void lectern_stage_draw_silk (LecternStageCanvas *canvas);
/* A star of five points around @x, @y. */
void lectern_stage_draw_star (LecternStageCanvas *canvas,
                              double              x,
                              double              y,
                              double              radius);

/* Contest at the left, @caption (NULL: the round) at the right, and the golden line below. */
void lectern_stage_draw_header (LecternStageCanvas *canvas,
                                const LecternScene *scene,
                                const char         *caption);
/* Either may be NULL. */
void lectern_stage_draw_footer (LecternStageCanvas *canvas,
                                const char         *left,
                                const char         *right);

gboolean lectern_stage_write_png (cairo_surface_t *surface,
                                  const char      *path,
                                  GError         **error);

G_END_DECLS
