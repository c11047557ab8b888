/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures on the canvas: photographs in their frame, the organisers' logo, pages that fill the
 * screen. A logo stands on a light plate of its own: logos are drawn for white paper, and on the
 * red of the scenes most would sink. Faces are in the upper part of a photograph, so what has to
 * be cut off is cut off below. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-image-private.h"

/* Of what is cut off a photograph's height, this part is above. */
#define CUT_ABOVE 0.25
#define FRAME 12.0
#define MOST_LOGO 4.0 /* times as wide as high */

static void
paint_scaled (cairo_t         *cr,
              cairo_surface_t *picture,
              double           x,
              double           y,
              double           scale)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
lectern_stage_cover_with (cairo_t         *cr,
                          cairo_surface_t *picture,
                          LecternStageBox  box)
{
  double width = cairo_image_surface_get_width (picture), height = cairo_image_surface_get_height (picture);
  double scale = MAX (box.width / width, box.height / height);

  paint_scaled (cr, picture,
                box.x - (width * scale - box.width) / 2,
                box.y - (height * scale - box.height) * CUT_ABOVE,
                scale);
}

gboolean
lectern_stage_has_picture (const LecternStageCanvas *canvas,
                           const char               *key)
{
  return lectern_stage_pictures_get (canvas->pictures, key) != NULL;
}

/* The part of @box the whole picture takes. */
static LecternStageBox
fit_whole (cairo_surface_t *picture,
           LecternStageBox  box)
{
  double width = cairo_image_surface_get_width (picture), height = cairo_image_surface_get_height (picture);
  double scale = MIN (box.width / width, box.height / height);

  return (LecternStageBox){ box.x + (box.width - width * scale) / 2, box.y + (box.height - height * scale) / 2, width * scale, height * scale };
}

LecternStageBox
lectern_stage_draw_picture (LecternStageCanvas *canvas,
                            const char         *key,
                            LecternStageBox     box,
                            LecternStageFill    fill,
                            double              radius)
{
  cairo_surface_t *picture = lectern_stage_pictures_get (canvas->pictures, key);

  if (picture == NULL)
    return (LecternStageBox){ box.x, box.y, 0, 0 };
  if (fill == LECTERN_STAGE_WHOLE)
    box = fit_whole (picture, box);
  lectern_stage_trace_rounded (canvas, box, radius);
  lectern_stage_cover_with (canvas->cr, picture, box);
  return box;
}

void
lectern_stage_draw_photo (LecternStageCanvas *canvas,
                          const char         *key,
                          LecternStageBox     box)
{
  LecternStageBox    inside = { box.x + FRAME, box.y + FRAME, box.width - 2 * FRAME, box.height - 2 * FRAME };
  LecternStageColour line = canvas->theme->on_gold;

  if (!lectern_stage_has_picture (canvas, key))
    return;
  lectern_stage_trace_rounded (canvas, box, 18);
  lectern_stage_fill_gold (canvas, box);
  lectern_stage_draw_picture (canvas, key, inside, LECTERN_STAGE_COVER, 8);
  line.alpha = 0.35;
  lectern_stage_stroke_rounded (canvas, inside, 8, 1.5, line);
  lectern_stage_note_shape (canvas, "(photograph)", box);
}

double
lectern_stage_draw_logo (LecternStageCanvas *canvas,
                         const LecternScene *scene,
                         double              x,
                         double              middle,
                         double              height,
                         gboolean            centred)
{
  cairo_surface_t *logo = lectern_stage_pictures_get (canvas->pictures, scene->logo);
  double           pad = height * 0.12, inner = height - 2 * pad;
  LecternStageBox  plate = { x, middle - height / 2, 0, height };
  LecternStageBox  box;

  if (logo == NULL)
    return 0;
  box = fit_whole (logo, (LecternStageBox){ 0, plate.y + pad, inner * MOST_LOGO, inner });
  plate.width = box.width + 2 * pad;
  plate.x = centred ? x - plate.width / 2 : x;
  box.x = plate.x + pad;
  lectern_stage_fill_rounded (canvas, plate, height * 0.16, (LecternStageColour){ 1, 0.992, 0.973, 1 });
  lectern_stage_draw_picture (canvas, scene->logo, box, LECTERN_STAGE_WHOLE, 0);
  lectern_stage_note_shape (canvas, "(logo)", plate);
  return plate.width;
}

void
lectern_stage_draw_plate (LecternStageCanvas *canvas,
                          LecternStageBox     box)
{
  LecternStageBox edge = { box.x, box.y, 10, box.height };

  lectern_stage_fill_rounded (canvas, box, 10, canvas->theme->plate);
  lectern_stage_trace_rounded (canvas, edge, 5);
  lectern_stage_fill_gold (canvas, edge);
}
