/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-stage-canvas-private.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_STAGE_WHOLE, /* all of the picture, with room left over at two sides */
  LECTERN_STAGE_COVER, /* all of the box, with two sides of the picture cut off */
} LecternStageFill;

/* Paints a picture that covers @box, in whatever units @cr has. */
void lectern_stage_cover_with (cairo_t         *cr,
                               cairo_surface_t *picture,
                               LecternStageBox  box);
/* These look the picture up by its key and paint nothing without it. */
LecternStageBox lectern_stage_draw_picture (LecternStageCanvas *canvas,
                                            const char         *key,
                                            LecternStageBox     box,
                                            LecternStageFill    fill,
                                            double              radius);
gboolean        lectern_stage_has_picture (const LecternStageCanvas *canvas,
                                           const char               *key);
/* A photograph in a golden frame that fills @box. */
void lectern_stage_draw_photo (LecternStageCanvas *canvas,
                               const char         *key,
                               LecternStageBox     box);
/* The organisers' logo, @height high with its plate, its left edge at @x or, with @centred, its
 * middle. Returns the plate's width; 0 without a logo. */
double lectern_stage_draw_logo (LecternStageCanvas *canvas,
                                const LecternScene *scene,
                                double              x,
                                double              middle,
                                double              height,
                                gboolean            centred);
/* A plate with a golden edge at the left, under words on a picture. */
void lectern_stage_draw_plate (LecternStageCanvas *canvas,
                               LecternStageBox     box);

G_END_DECLS
