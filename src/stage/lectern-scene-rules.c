/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules as they are read out: the rubric as a table, and below it how marks become a score:
 * the limit, what overtime costs, what is struck out. All taken from the contest's own rules. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#define ONE_COLUMN 10 /* criteria; there may be LECTERN_CRITERIA_MAX */
#define NAME_SIZE 29  /* in low rows */
#define MARKS_SIZE 32
#define TWO_LINES 54 /* units of height that two of the smallest lines take */

/* The columns of names and of marks. In low rows, where a guide has one line, no wider than they have to be. */
typedef struct
{
  gboolean tall;
  double   name, marks;
} Columns;

static double
measure (LecternStageCanvas *canvas,
         const char         *string,
         double              size,
         double              most)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_BOLD, size };
  LecternStageText  text = lectern_stage_text_fit (canvas, string, &style, most);
  double            width = text.layout != NULL ? text.width : 0;

  lectern_stage_text_clear (&text);
  return MIN (width + 1, most);
}

static Columns
lay_out_columns (LecternStageCanvas *canvas,
                 const LecternScene *scene,
                 double              width,
                 double              height)
{
  Columns most = { height >= 66, width * (lectern_stage_canvas_is_narrow (canvas) ? 0.30 : 0.26), 130 };
  Columns columns = { most.tall };

  if (most.tall)
    return most;
  for (guint i = 0; i < scene->criteria->len; i++)
    {
      const LecternSceneCriterion *criterion = scene->criteria->pdata[i];
      g_autofree char             *marks = lectern_stage_phrase_marks (canvas->language, criterion->max);

      columns.name = MAX (columns.name, measure (canvas, criterion->name, NAME_SIZE, most.name));
      columns.marks = MAX (columns.marks, measure (canvas, marks, MARKS_SIZE, most.marks));
    }
  return columns;
}

static void
draw_criterion (LecternStageCanvas          *canvas,
                const LecternSceneCriterion *criterion,
                const Columns               *columns,
                LecternStageBox              box)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   middle = box.y + box.height / 2, right = box.x + box.width - 24;
  double                   guide_x = box.x + 24 + columns->name + 24;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_BOLD, columns->tall ? 34 : NAME_SIZE, .colour = theme->text, .lines = columns->tall ? 2 : 1 };
  LecternStageStyle        guide = { LECTERN_STAGE_FACE_SANS, 27, .colour = theme->text, .lines = box.height >= TWO_LINES ? 2 : 1 };
  LecternStageStyle        max = { LECTERN_STAGE_FACE_BOLD, columns->tall ? 38 : MARKS_SIZE, .colour = theme->gold, .align = LECTERN_STAGE_ALIGN_END };
  g_autofree char         *marks = lectern_stage_phrase_marks (canvas->language, criterion->max);

  lectern_stage_fill_rounded (canvas, box, 10, theme->panel);
  lectern_stage_put_middle (canvas, criterion->name, &name, box.x + 24, middle, columns->name);
  lectern_stage_put_middle (canvas, criterion->guide, &guide, guide_x, middle, right - columns->marks - 16 - guide_x);
  lectern_stage_put_middle (canvas, marks, &max, right, middle, columns->marks);
}

/* Without the guide, in one of two columns. */
static void
draw_short_criterion (LecternStageCanvas          *canvas,
                      const LecternSceneCriterion *criterion,
                      LecternStageBox              box)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   middle = box.y + box.height / 2;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_BOLD, NAME_SIZE, .colour = theme->text, .lines = box.height >= TWO_LINES ? 2 : 1 };
  LecternStageStyle        max = { LECTERN_STAGE_FACE_BOLD, MARKS_SIZE, .colour = theme->gold, .align = LECTERN_STAGE_ALIGN_END };
  g_autofree char         *marks = lectern_stage_phrase_marks (canvas->language, criterion->max);
  LecternStageBox          figure;

  lectern_stage_fill_rounded (canvas, box, 10, theme->panel);
  figure = lectern_stage_put_middle (canvas, marks, &max, box.x + box.width - 20, middle, 130);
  lectern_stage_put_middle (canvas, criterion->name, &name, box.x + 20, middle, box.width - 56 - figure.width);
}

/* One below the other with what each asks for; more than ten in two columns. */
static void
draw_criteria (LecternStageCanvas *canvas,
               const LecternScene *scene,
               double              top,
               double              bottom)
{
  double   inner = lectern_stage_canvas_get_inner_width (canvas);
  gboolean one_column = scene->criteria->len <= ONE_COLUMN;
  guint    n_rows = one_column ? scene->criteria->len : (scene->criteria->len + 1) / 2;
  double   pitch = n_rows > 0 ? MIN ((bottom - top) / n_rows, 98) : 0;
  double   gap = pitch > 60 ? 10 : 5, column = (inner - 12) / 2;
  Columns  columns = lay_out_columns (canvas, scene, inner, pitch - gap);

  for (guint i = 0; i < scene->criteria->len; i++)
    {
      const LecternSceneCriterion *criterion = scene->criteria->pdata[i];
      double                       y = top + i % n_rows * pitch;

      if (one_column)
        draw_criterion (canvas, criterion, &columns, (LecternStageBox){ canvas->margin, y, inner, pitch - gap });
      else
        draw_short_criterion (canvas, criterion, (LecternStageBox){ canvas->margin + i / n_rows * (column + 12), y, column, pitch - gap });
    }
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
  double           foot = measure_sentence (canvas, time) + measure_sentence (canvas, trimming);
  double           top = LECTERN_STAGE_CONTENT_Y + 4, bottom = LECTERN_STAGE_HEIGHT - 34 - foot;

  lectern_stage_draw_header (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_RUBRIC));
  draw_criteria (canvas, scene, top, bottom - 12);
  double y = draw_sentence (canvas, time, bottom + 4);
  draw_sentence (canvas, trimming, y);
}
