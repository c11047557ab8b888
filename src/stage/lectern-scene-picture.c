/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A picture over the whole screen, and a page of courseware, which others painted. Nothing of it
 * is cut off; what is left over is the ground. Words lie on a plate of their own, for nobody knows
 * what the picture is like: a caption, or who is speaking. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-image-private.h"
#include "lectern-stage-text-private.h"

#define SIDE 36.0
#define PAD 28.0

/* "马村区　《法槌声声为人民》", or either alone. */
static char *
join_unit_and_title (LecternStageCanvas *canvas,
                     const LecternScene *scene)
{
  g_autofree char *title = lectern_stage_phrase_title (canvas->language, scene->title);

  if (scene->unit != NULL && title != NULL)
    return g_strdup_printf ("%s　%s", scene->unit, title);
  return scene->unit != NULL ? g_strdup (scene->unit) : g_steal_pointer (&title);
}

static void
draw_lower_third (LecternStageCanvas *canvas,
                  const LecternScene *scene)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   room = canvas->width - 2 * SIDE - 2 * PAD - 10;
  g_autofree char         *below = join_unit_and_title (canvas, scene);
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, 56, 0, 2, 0.03, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, 0, 2, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  LecternStageText         upper = lectern_stage_text_fit (canvas, scene->name, &name, room);
  LecternStageText         lower = lectern_stage_text_fit (canvas, below, &unit, room);
  double                   gap = upper.layout != NULL && lower.layout != NULL ? 18 : 0;
  double                   height = upper.height + gap + lower.height + 2 * PAD - 6;
  LecternStageBox          plate = { SIDE, LECTERN_STAGE_HEIGHT - SIDE - height, MAX (upper.width, lower.width) + 2 * PAD + 10, height };

  if (upper.layout == NULL && lower.layout == NULL)
    return;
  lectern_stage_draw_plate (canvas, plate);
  lectern_stage_text_draw (canvas, &lower, plate.x + PAD + 10, plate.y + PAD - 3 + upper.height + gap);
  lectern_stage_text_draw (canvas, &upper, plate.x + PAD + 10, plate.y + PAD - 3);
}

static void
draw_caption (LecternStageCanvas *canvas,
              const LecternScene *scene)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, 34, 0, 2, 0, LECTERN_STAGE_ALIGN_START, canvas->theme->text };
  LecternStageText  text = lectern_stage_text_fit (canvas, scene->text, &style, canvas->width - 2 * SIDE - 2 * PAD - 10);
  double            height = text.height + 2 * PAD - 8;
  LecternStageBox   plate = { SIDE, LECTERN_STAGE_HEIGHT - SIDE - height, text.width + 2 * PAD + 10, height };

  if (text.layout == NULL)
    return;
  lectern_stage_draw_plate (canvas, plate);
  lectern_stage_text_draw (canvas, &text, plate.x + PAD + 10, plate.y + PAD - 4);
}

void
lectern_scene_paint_picture (LecternStageCanvas *canvas,
                             const LecternScene *scene)
{
  LecternStageBox all = { 0, 0, canvas->width, LECTERN_STAGE_HEIGHT };

  /* Without the picture there is still something that belongs to the day; without the cards' frame,
   * over which caption and clock would lie. */
  if (!lectern_stage_has_picture (canvas, scene->picture))
    {
      LecternStageStyle contest = { LECTERN_STAGE_FACE_SERIF, LECTERN_STAGE_SIZE_HEAD, 0, 2, 0.03, LECTERN_STAGE_ALIGN_CENTRE, canvas->theme->gold };

      lectern_stage_draw_silk (canvas);
      lectern_stage_put_middle (canvas, scene->contest, &contest, canvas->width / 2, 330, canvas->width - 240);
    }
  lectern_stage_draw_picture (canvas, scene->picture, all, LECTERN_STAGE_WHOLE, 0);
  if ((scene->overlay & LECTERN_SCENE_OVERLAY_NAME) != 0)
    draw_lower_third (canvas, scene);
  else
    draw_caption (canvas, scene);
}
