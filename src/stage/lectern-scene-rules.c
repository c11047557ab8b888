/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules as they are read out: the rubric as a table, and below it how marks become a score:
 * the limit, what overtime costs, what is struck out. All taken from the contest's own rules. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#define MAX_CRITERIA 10

static void
draw_criterion (LecternStageCanvas          *canvas,
                const LecternSceneCriterion *criterion,
                LecternStageBox              box)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   middle = box.y + box.height / 2;
  double                   name_width = box.width * (lectern_stage_canvas_is_narrow (canvas) ? 0.30 : 0.26);
  double                   max_width = 130, guide_x = box.x + 24 + name_width + 24;
  gboolean                 tall = box.height >= 66;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_BOLD, tall ? 34 : 29, .colour = theme->text, .lines = tall ? 2 : 1 };
  LecternStageStyle        guide = { LECTERN_STAGE_FACE_SANS, 27, .colour = theme->text, .lines = tall ? 2 : 1 };
  LecternStageStyle        max = { LECTERN_STAGE_FACE_BOLD, tall ? 38 : 32, .colour = theme->gold, .align = LECTERN_STAGE_ALIGN_END };
  g_autofree char         *marks = lectern_stage_phrase_marks (canvas->language, criterion->max);

  lectern_stage_fill_rounded (canvas, box, 10, theme->panel);
  lectern_stage_put_middle (canvas, criterion->name, &name, box.x + 24, middle, name_width);
  lectern_stage_put_middle (canvas, criterion->guide, &guide, guide_x, middle,
                            box.x + box.width - 24 - max_width - 16 - guide_x);
  lectern_stage_put_middle (canvas, marks, &max, box.x + box.width - 24, middle, max_width);
}

static double
draw_sentence (LecternStageCanvas *canvas,
               const char         *sentence,
               double              y)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, 29, .colour = canvas->theme->text, .lines = 2 };
  double            x = canvas->margin + 24;
  if (sentence == NULL || *sentence == '\0')
    return y;
  LecternStageBox box = lectern_stage_put (canvas, sentence, &style, x + 30, y,
                                           lectern_stage_canvas_get_inner_width (canvas) - 54);
  lectern_stage_draw_star (canvas, x + 8, y + 15, 10);
  return y + box.height + 17;
}

/* How high the sentences will be: they keep their place at the foot of the scene. */
static double
measure_sentence (LecternStageCanvas *canvas,
                  const char         *sentence)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, 29, .lines = 2 };
  LecternStageText  text = lectern_stage_text_fit (canvas, sentence, &style,
                                                   lectern_stage_canvas_get_inner_width (canvas) - 54);
  double            height = text.layout != NULL ? text.height + 17 : 0;
  lectern_stage_text_clear (&text);
  return height;
}

void
lectern_scene_paint_rules (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  g_autofree char *limit = scene->limit_ms > 0 ? lectern_stage_phrase_limit (canvas->language, scene->limit_ms) : NULL;
  g_autofree char *time = limit != NULL && scene->overtime != NULL
                            ? g_strdup_printf (canvas->language == LECTERN_STAGE_ENGLISH ? "%s; %s" : "%s；%s", limit, scene->overtime)
                            : g_strdup (limit != NULL ? limit : scene->overtime);
  g_autofree char *trimming = lectern_stage_phrase_trimming (canvas->language, scene->trim_high, scene->trim_low, scene->trim_from);
  double           inner = lectern_stage_canvas_get_inner_width (canvas);
  double           foot = measure_sentence (canvas, time) + measure_sentence (canvas, trimming);
  double           top = LECTERN_STAGE_CONTENT_Y + 4, bottom = LECTERN_STAGE_HEIGHT - 34 - foot;
  guint            n_rows = MIN (scene->criteria->len, MAX_CRITERIA);

  lectern_stage_draw_header (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_RUBRIC));
  if (n_rows > 0)
    {
      double pitch = MIN ((bottom - 12 - top) / n_rows, 98);
      for (guint i = 0; i < n_rows; i++)
        draw_criterion (canvas, g_ptr_array_index (scene->criteria, i),
                        (LecternStageBox){ canvas->margin, top + i * pitch, inner, pitch - (pitch > 60 ? 10 : 5) });
    }
  double y = draw_sentence (canvas, time, bottom + 4);
  draw_sentence (canvas, trimming, y);
}
