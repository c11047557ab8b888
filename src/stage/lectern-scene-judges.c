/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges on stage: while they mark (who has handed in, never what) and in the reveal (every
 * mark, the struck-out ones marked as such, mean, deduction, final score and place). How they stand
 * is lectern-scene-panel.c. A judge who is recused or absent keeps the seat and is named so: the
 * denominators follow, and the hall should see why.
 *
 * Rule: a reveal fills up by steps, so every figure has its place before it is there: an empty card,
 * a label with an empty field. Nothing moves when a figure comes. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-deduction.h"
#include "lectern-scene-painters-private.h"
#include "lectern-scene-panel-private.h"
#include "lectern-stage-text-private.h"

/* "第 12 号　马村区", or either alone; before it that the result is a corrected one. */
static char *
name_lot_and_unit (LecternStageCanvas *canvas,
                   const LecternScene *scene)
{
  g_autofree char *lot = lectern_stage_phrase_lot (canvas->language, scene->lot);
  const char      *corrected = scene->corrected ? lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_CORRECTED) : "";
  return g_strdup_printf ("%s%s%s%s%s", corrected, scene->corrected ? "　" : "", lot, scene->unit != NULL ? "　" : "", scene->unit != NULL ? scene->unit : "");
}

void
lectern_scene_paint_marking (LecternStageCanvas *canvas,
                             const LecternScene *scene)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   inner = lectern_stage_canvas_get_inner_width (canvas);
  double                   middle = canvas->width / 2;
  gboolean                 one_row = lectern_scene_panel_is_one_row (canvas, scene, FALSE);
  g_autofree char         *lot = name_lot_and_unit (canvas, scene);
  g_autofree char         *submitted = lectern_stage_phrase_submitted (canvas->language, scene->n_submitted, scene->n_expected);
  g_autofree char         *time = scene->time_ms != LECTERN_NONE ? lectern_stage_phrase_time (canvas->language, scene->time_ms) : NULL;
  LecternStageStyle        small = { LECTERN_STAGE_FACE_SANS, 34, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->gold };
  LecternStageStyle        big = { LECTERN_STAGE_FACE_NAME, LECTERN_STAGE_SIZE_NAME, 48, 2, 0.04, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        word = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_LEAD, 0, 1, canvas->language == LECTERN_STAGE_CHINESE ? 0.08 : 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  const LecternStageStep   steps[] = {
      { lot, &small, 0 },
      { scene->name, &big, 18 },
      { lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_JUDGES_MARKING), &word, 26 },
  };

  lectern_stage_draw_header (canvas, scene, NULL);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps),
                            (LecternStageBox){ middle - inner / 2, 106, inner, one_row ? 270 : 236 });
  lectern_scene_panel_draw_badges (canvas, scene, (LecternStageBox){ canvas->margin, one_row ? 414 : 356, inner, one_row ? 200 : 284 });
  lectern_stage_draw_footer (canvas, submitted, time);
}

/* The ground of a figure that is still to come. */
static void
draw_field (LecternStageCanvas *canvas,
            double              right,
            double              middle,
            double              width,
            double              height)
{
  lectern_stage_fill_rounded (canvas, (LecternStageBox){ right - width, middle - height / 2, width, height }, MIN (height / 4, 14), canvas->theme->well);
}

/* A label and its figure, or its empty field, in the sum at the left. */
static void
draw_term (LecternStageCanvas *canvas,
           LecternStageWord    label,
           const char         *value,
           LecternStageColour  colour,
           double              y)
{
  LecternStageStyle name = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, .colour = canvas->theme->gold };
  LecternStageStyle figure = { LECTERN_STAGE_FACE_BOLD, 34, .align = LECTERN_STAGE_ALIGN_END, .colour = colour };
  double            x = canvas->margin + 4;

  lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, label), &name, x, y, 142);
  if (value != NULL)
    lectern_stage_put_middle (canvas, value, &figure, x + 258, y, 104);
  else
    draw_field (canvas, x + 258, y, 96, 30);
}

/* Mean, time and deduction, each on a line of its own that is there before the figure. A deduction
 * has a line only where there is one. */
static void
draw_sum (LecternStageCanvas *canvas,
          const LecternScene *scene,
          double              top,
          double              bottom)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 over = scene->time_ms == LECTERN_NONE || scene->time_ms > scene->limit_ms;
  g_autofree char         *time = scene->time_ms != LECTERN_NONE ? lectern_clock_format (scene->time_ms, FALSE) : NULL;
  g_autofree char         *minus = scene->deduction != NULL ? g_strdup_printf ("−%s", scene->deduction) : NULL;
  double                   pitch = MIN (52, (bottom - top) / 3);
  double                   y = bottom - 2.5 * pitch;

  draw_term (canvas, LECTERN_STAGE_WORD_MEAN, scene->mean, theme->text, y);
  if (time != NULL)
    draw_term (canvas, LECTERN_STAGE_WORD_TIME, time, theme->text, y + pitch);
  if (minus != NULL)
    draw_term (canvas, over ? LECTERN_STAGE_WORD_OVERTIME_DEDUCTION : LECTERN_STAGE_WORD_TIME_DEDUCTION, minus, theme->minus, y + 2 * pitch);
}

static void
draw_place (LecternStageCanvas *canvas,
            const LecternScene *scene,
            double              x,
            double              bottom)
{
  LecternStageStyle label = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, .align = LECTERN_STAGE_ALIGN_END, .colour = canvas->theme->gold };
  LecternStageStyle place = { LECTERN_STAGE_FACE_BOLD, 52, .align = LECTERN_STAGE_ALIGN_END, .colour = canvas->theme->text };
  LecternStageWord  word = scene->is_final ? LECTERN_STAGE_WORD_PLACE : LECTERN_STAGE_WORD_PROVISIONAL;
  double            room = x - (canvas->margin + 4 + 258 + 24);
  g_autofree char  *rank = lectern_stage_phrase_place (canvas->language, scene->rank, scene->tied);
  LecternStageBox   placed = lectern_stage_put_middle (canvas, rank, &place, x, bottom - 46, room);

  lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, word), &label, x, placed.y - 28, room);
}

static void
draw_result (LecternStageCanvas *canvas,
             const LecternScene *scene,
             double              top,
             double              bottom)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   right = canvas->width - canvas->margin - 4;
  double                   size = MIN (lectern_stage_canvas_is_narrow (canvas) ? 128 : 168, (bottom - top - 40) / 0.86);
  double                   figure_y = bottom - size * 0.44;
  double                   label_y = figure_y - size * 0.40 - 30;
  LecternStageStyle        label = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, .align = LECTERN_STAGE_ALIGN_END, .colour = theme->gold };
  LecternStageStyle        figure = { LECTERN_STAGE_FACE_BOLD, size, .align = LECTERN_STAGE_ALIGN_END, .colour = theme->gold };
  LecternStageBox          final;

  lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_FINAL_SCORE), &label, right, label_y, 320);
  final = lectern_stage_put_middle (canvas, scene->final, &figure, right, figure_y, 440);
  if (scene->final == NULL)
    draw_field (canvas, right, figure_y, size * 2.6, size * 0.84);
  if (scene->rank > 0)
    draw_place (canvas, scene, right - MAX (final.width, 150) - 44, bottom);
}

/* At the right of lot and unit, which leave it room whether it is there or not. */
static void
draw_certain (LecternStageCanvas *canvas,
              const LecternScene *scene,
              double              middle,
              double              room)
{
  double           right = canvas->width - canvas->margin - 4;
  g_autofree char *words = NULL;

  if (scene->certain_of == NULL)
    return;
  words = lectern_stage_phrase_certain (canvas->language, scene->certain_of, scene->certain_to_go);
  lectern_stage_put_ticked (canvas, words, lectern_stage_canvas_is_narrow (canvas) ? 31 : 36, right, middle, room);
}

/* Lot and unit, and below them the name, which has the whole width. */
static void
draw_revealed (LecternStageCanvas *canvas,
               const LecternScene *scene,
               double              bottom)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   inner = lectern_stage_canvas_get_inner_width (canvas) - 8, first = inner * (lectern_stage_canvas_is_narrow (canvas) ? 0.48 : 0.5);
  g_autofree char         *lot = name_lot_and_unit (canvas, scene);
  LecternStageStyle        small = { LECTERN_STAGE_FACE_SANS, 33, .colour = theme->gold };
  LecternStageStyle        big = { LECTERN_STAGE_FACE_NAME, 92, 42, 2, 0.04, LECTERN_STAGE_ALIGN_START, theme->text };
  const LecternStageStep   name = { scene->name, &big, 0 };

  lectern_stage_put_middle (canvas, lot, &small, canvas->margin + 4, 120, first - 24);
  draw_certain (canvas, scene, 120, inner - first);
  lectern_stage_put_column (canvas, &name, 1, (LecternStageBox){ canvas->margin + 4, 146, inner, bottom - 146 });
}

void
lectern_scene_paint_reveal (LecternStageCanvas *canvas,
                            const LecternScene *scene)
{
  gboolean         one_row = lectern_scene_panel_is_one_row (canvas, scene, TRUE);
  double           cards_y = one_row ? 272 : 214;
  g_autofree char *trimmed = scene->n_counted > 0 ? lectern_stage_phrase_trimmed (canvas->language, scene->n_dropped_high, scene->n_dropped_low, scene->n_counted) : NULL;

  lectern_stage_draw_header (canvas, scene, NULL);
  draw_revealed (canvas, scene, cards_y - 10);
  double below = lectern_scene_panel_draw_cards (canvas, scene, cards_y) + (one_row ? 18 : 12);
  draw_sum (canvas, scene, below, LECTERN_STAGE_BOTTOM_Y - 4);
  draw_result (canvas, scene, below, LECTERN_STAGE_BOTTOM_Y - 4);
  lectern_stage_draw_footer (canvas, trimmed, NULL);
}
