/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges on stage: while they mark (who has handed in, never what) and in the reveal (every
 * mark, the struck-out ones marked as such, mean, deduction, final score and place). Up to nine
 * stand in one row, up to fifteen in two; at 4 : 3, where nine marks would run together, up to seven. A judge who is recused or absent keeps the seat and is
 * named so: the denominators follow, and the hall should see why.
 *
 * Rule: a reveal fills up by steps, so every figure has its place before it is there: an empty card,
 * a label with an empty field. Nothing moves when a figure comes. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-deduction.h"
#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#define ONE_ROW 9
#define ONE_ROW_NARROW 7 /* of cards with figures */

typedef struct
{
  guint  n_rows, n_columns;
  double x, y, width, pitch_x, pitch_y;
} Grid;

static Grid
lay_out_judges (guint           n_judges,
                gboolean        two_rows,
                LecternStageBox box,
                double          max_pitch)
{
  Grid grid = { .n_rows = two_rows ? 2 : 1 };
  grid.n_columns = (MAX (n_judges, 1) + grid.n_rows - 1) / grid.n_rows;
  grid.pitch_x = MIN (box.width / grid.n_columns, max_pitch);
  grid.pitch_y = box.height / grid.n_rows;
  grid.width = grid.pitch_x * grid.n_columns;
  grid.x = box.x + (box.width - grid.width) / 2;
  grid.y = box.y;
  return grid;
}

static LecternStageBox
get_cell (const Grid *grid,
          guint       index,
          guint       n_judges)
{
  guint  row = index / grid->n_columns, column = index % grid->n_columns;
  guint  in_row = row + 1 < grid->n_rows ? grid->n_columns : n_judges - row * grid->n_columns;
  double indent = (grid->n_columns - in_row) * grid->pitch_x / 2;
  return (LecternStageBox){ grid->x + indent + column * grid->pitch_x, grid->y + row * grid->pitch_y,
                            grid->pitch_x, grid->pitch_y };
}

/* Why a judge who keeps the seat does not mark. */
static const char *
get_why_not (LecternStageCanvas      *canvas,
             const LecternSceneJudge *judge)
{
  return lectern_stage_word (canvas->language, judge->absent ? LECTERN_STAGE_WORD_ABSENT : LECTERN_STAGE_WORD_RECUSED);
}

static void
draw_badge (LecternStageCanvas      *canvas,
            const LecternSceneJudge *judge,
            double                   x,
            double                   y,
            double                   radius)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = { x - radius, y - radius, 2 * radius, 2 * radius };
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, radius - (judge->submitted ? 0 : 1.5), 0, 2 * G_PI);
  if (judge->submitted && !judge->recused)
    {
      lectern_stage_fill_gold (canvas, box);
      lectern_stage_draw_tick (canvas, x, y, radius, theme->on_gold);
      return;
    }
  lectern_stage_set_colour (canvas, theme->well);
  cairo_fill_preserve (canvas->cr);
  LecternStageColour line = theme->muted;
  line.alpha = 0.45;
  lectern_stage_set_colour (canvas, line);
  cairo_set_line_width (canvas->cr, 3);
  cairo_stroke (canvas->cr);
  LecternStageStyle style = { LECTERN_STAGE_FACE_BOLD, 34, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->muted };
  g_autofree char  *number = judge->recused ? g_strdup ("—") : g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  lectern_stage_put_middle (canvas, number, &style, x, y, 2 * radius - 12);
}

static void
draw_marking_judge (LecternStageCanvas      *canvas,
                    const LecternSceneJudge *judge,
                    LecternStageBox          cell,
                    double                   radius)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   x = cell.x + cell.width / 2;
  double                   y = cell.y + radius;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_SANS, 27, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->text };
  LecternStageStyle        word = { LECTERN_STAGE_FACE_SANS, 26, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->muted };
  g_autofree char         *spread = lectern_stage_spread_name (judge->name);
  draw_badge (canvas, judge, x, y, radius);
  name.lines = judge->recused ? 1 : 2;
  LecternStageBox below = lectern_stage_put (canvas, spread, &name, x, y + radius + 12, cell.width - 8);
  if (judge->recused)
    lectern_stage_put (canvas, get_why_not (canvas, judge), &word, x,
                       below.y + below.height + 5, cell.width - 6);
}

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
  guint                    n_judges = scene->judges->len;
  gboolean                 two_rows = n_judges > ONE_ROW;
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
                            (LecternStageBox){ middle - inner / 2, 106, inner, two_rows ? 236 : 270 });
  LecternStageBox box = { canvas->margin, two_rows ? 364 : 414, inner, two_rows ? 284 : 200 };
  Grid            grid = lay_out_judges (n_judges, two_rows, box, 150);
  for (guint i = 0; i < n_judges; i++)
    draw_marking_judge (canvas, g_ptr_array_index (scene->judges, i), get_cell (&grid, i, n_judges),
                        MIN (two_rows ? 30 : 38, grid.pitch_x * 0.4));
  lectern_stage_draw_footer (canvas, submitted, time);
}

static void
strike_out (LecternStageCanvas *canvas,
            double              x,
            double              y,
            double              width)
{
  lectern_stage_set_colour (canvas, canvas->theme->muted);
  cairo_rectangle (canvas->cr, x - width / 2 - 4, y - 1.5, width + 8, 3.5);
  cairo_fill (canvas->cr);
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

/* What stands in the middle of a judge's card; NULL: nothing yet. */
static const char *
get_card_word (LecternStageCanvas      *canvas,
               const LecternSceneJudge *judge)
{
  if (judge->recused)
    return get_why_not (canvas, judge);
  if (judge->total != NULL)
    return judge->total;
  return judge->submitted ? NULL : "—";
}

static void
draw_mark_card (LecternStageCanvas      *canvas,
                const LecternSceneJudge *judge,
                LecternStageBox          card)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 dropped = judge->high || judge->low;
  gboolean                 counts = !dropped && !judge->recused && judge->total != NULL;
  gboolean                 tall = card.height > 140;
  double                   x = card.x + card.width / 2, inner = card.width - 10;
  double                   figure_y = card.y + card.height * (tall ? 0.60 : 0.62), word_y = card.y + card.height - (tall ? 24 : 16);
  LecternStageStyle        name = { LECTERN_STAGE_FACE_SANS, 27, .lines = 2, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = dropped || judge->recused ? theme->muted : theme->gold };
  LecternStageStyle        total = { LECTERN_STAGE_FACE_BOLD, tall ? (counts ? 46 : 42) : 38, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = counts ? theme->text : theme->muted };
  LecternStageStyle        word = { LECTERN_STAGE_FACE_SANS, 26, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->muted };
  g_autofree char         *spread = lectern_stage_spread_name (judge->name);
  LecternStageBox          figure;

  lectern_stage_fill_rounded (canvas, card, 10, counts ? theme->panel : theme->well);
  lectern_stage_put (canvas, spread, &name, x, card.y + (tall ? 11 : 7), card.width - 2);
  figure = lectern_stage_put_middle (canvas, get_card_word (canvas, judge), judge->recused ? &word : &total, x, figure_y, inner);
  if (!dropped)
    return;
  strike_out (canvas, x, figure_y, MIN (figure.width, inner - 8));
  lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, judge->high ? LECTERN_STAGE_WORD_HIGHEST : LECTERN_STAGE_WORD_LOWEST), &word, x, word_y, inner);
}

static gboolean
has_two_rows (const LecternStageCanvas *canvas,
              const LecternScene       *scene)
{
  return scene->judges->len > (lectern_stage_canvas_is_narrow (canvas) ? ONE_ROW_NARROW : ONE_ROW);
}

static double
draw_cards (LecternStageCanvas *canvas,
            const LecternScene *scene,
            double              top)
{
  guint           n_judges = scene->judges->len;
  gboolean        two_rows = has_two_rows (canvas, scene);
  double          gap = lectern_stage_canvas_is_narrow (canvas) ? 6 : 10, height = two_rows ? 132 : 158;
  LecternStageBox box = {
    canvas->margin - gap / 2 + 4, top, lectern_stage_canvas_get_inner_width (canvas) + gap - 8, (height + gap) * (two_rows ? 2 : 1)
  };
  if (n_judges == 0)
    return top;
  Grid grid = lay_out_judges (n_judges, two_rows, box, 170);
  grid.x = box.x + (two_rows || grid.width > box.width * 0.9 ? (box.width - grid.width) / 2 : 0);
  for (guint i = 0; i < n_judges; i++)
    {
      LecternStageBox cell = get_cell (&grid, i, n_judges);
      draw_mark_card (canvas, g_ptr_array_index (scene->judges, i),
                      (LecternStageBox){ cell.x + gap / 2, cell.y, cell.width - gap, height });
    }
  return top + box.height - gap;
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
  gboolean         two_rows = has_two_rows (canvas, scene);
  double           cards_y = two_rows ? 214 : 272;
  g_autofree char *trimmed = scene->n_counted > 0 ? lectern_stage_phrase_trimmed (canvas->language, scene->n_dropped_high, scene->n_dropped_low, scene->n_counted) : NULL;

  lectern_stage_draw_header (canvas, scene, NULL);
  draw_revealed (canvas, scene, cards_y - 10);
  double below = draw_cards (canvas, scene, cards_y) + (two_rows ? 12 : 18);
  draw_sum (canvas, scene, below, LECTERN_STAGE_BOTTOM_Y - 4);
  draw_result (canvas, scene, below, LECTERN_STAGE_BOTTOM_Y - 4);
  lectern_stage_draw_footer (canvas, trimmed, NULL);
}
