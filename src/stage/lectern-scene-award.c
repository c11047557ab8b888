/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The award: one winner with a photograph or a medal, or all winners of one award together. The
 * award's name is that of the first row; the place is shown only where the scene gives one.
 *
 * Rule: the scene fills up by steps. Everything has its place from the first of them on, what is
 * not there yet leaves its place empty, and nothing moves when it comes. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-image-private.h"
#include "lectern-stage-text-private.h"

#include <math.h>

#define MOST_WINNERS 36

static void
draw_leaf (LecternStageCanvas *canvas,
           double              x,
           double              y,
           double              angle,
           double              length)
{
  cairo_t *cr = canvas->cr;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, 0);
  cairo_curve_to (cr, length * 0.3, -length * 0.30, length * 0.75, -length * 0.22, length, 0);
  cairo_curve_to (cr, length * 0.75, length * 0.22, length * 0.3, length * 0.16, 0, 0);
  cairo_close_path (cr);
  lectern_stage_fill_gold (canvas, (LecternStageBox){ 0, -length * 0.3, length, length * 0.6 });
  cairo_restore (cr);
}

/* Two branches of laurel, open at the top. */
static void
draw_laurel (LecternStageCanvas *canvas,
             double              x,
             double              y,
             double              radius)
{
  for (int side = -1; side <= 1; side += 2)
    for (int i = 0; i < 11; i++)
      {
        double angle = G_PI_2 - side * (0.16 + i * 0.235);
        double at_x = x + radius * cos (angle), at_y = y + radius * sin (angle);
        double along = angle - side * G_PI_2;
        double length = radius * (0.27 - i * 0.009);
        draw_leaf (canvas, at_x, at_y, along + side * 0.55, length);
        draw_leaf (canvas, at_x, at_y, along - side * 0.62, length * 0.92);
      }
}

static void
draw_medal (LecternStageCanvas *canvas,
            double              x,
            double              y,
            double              radius)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = { x - radius, y - radius, 2 * radius, 2 * radius };
  draw_laurel (canvas, x, y, radius * 1.16);
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, radius, 0, 2 * G_PI);
  lectern_stage_fill_gold (canvas, box);
  LecternStageColour line = theme->on_gold;
  line.alpha = 0.45;
  lectern_stage_set_colour (canvas, line);
  for (int i = 0; i < 2; i++)
    {
      cairo_arc (canvas->cr, x, y, radius - (i == 0 ? 10 : 17), 0, 2 * G_PI);
      cairo_set_line_width (canvas->cr, i == 0 ? 3 : 1.2);
      cairo_stroke (canvas->cr);
    }
  cairo_new_path (canvas->cr);
  for (int i = 0; i < 10; i++)
    {
      double reach = radius * (i % 2 == 0 ? 0.62 : 0.62 * 0.382), angle = -G_PI_2 + i * G_PI / 5;
      cairo_line_to (canvas->cr, x + reach * cos (angle), y + reach * sin (angle));
    }
  cairo_close_path (canvas->cr);
  lectern_stage_set_colour (canvas, theme->on_gold);
  cairo_fill (canvas->cr);
}

/* What is said in front of the name: the contest and the award, ending above the line. */
static void
draw_award_name (LecternStageCanvas *canvas,
                 const char         *contest,
                 const char         *award,
                 LecternStageBox     box)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageStyle        small = { LECTERN_STAGE_FACE_SERIF, LECTERN_STAGE_SIZE_BODY, 0, 2, 0.03, LECTERN_STAGE_ALIGN_START, theme->gold };
  LecternStageStyle        large = { LECTERN_STAGE_FACE_SERIF, 58, 40, 2, 0.02, LECTERN_STAGE_ALIGN_START, theme->gold };
  LecternStageText         name = lectern_stage_text_fit (canvas, award, &large, box.width);
  LecternStageText         above;

  small.lines = name.height > 80 ? 1 : 2;
  above = lectern_stage_text_fit (canvas, contest, &small, box.width);
  lectern_stage_text_draw (canvas, &above, box.x, box.y + box.height - name.height - 16 - above.height);
  lectern_stage_text_draw (canvas, &name, box.x, box.y + box.height - name.height);
  lectern_stage_draw_half_rule (canvas, box.x, box.y + box.height + 18, box.width, 2.5);
}

/* The place and the score, side by side on one line. */
static void
draw_place_and_score (LecternStageCanvas    *canvas,
                      const LecternSceneRow *winner,
                      double                 x,
                      double                 middle,
                      double                 room)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageStyle        place = { LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_LEAD, .align = LECTERN_STAGE_ALIGN_START, .colour = theme->text };
  LecternStageStyle        figure = { LECTERN_STAGE_FACE_BOLD, 66, .align = LECTERN_STAGE_ALIGN_START, .colour = theme->gold };
  g_autofree char         *words = winner->rank > 0 ? lectern_stage_phrase_place (canvas->language, winner->rank, winner->tied) : NULL;
  LecternStageBox          box = lectern_stage_put_middle (canvas, words, &place, x, middle + 7, room * 0.45);

  if (words != NULL)
    x += box.width + 32;
  lectern_stage_put_middle (canvas, winner->final, &figure, x, middle, room * 0.5);
}

/* Left the person, right who it is, below why. */
static void
paint_one_winner (LecternStageCanvas    *canvas,
                  const LecternScene    *scene,
                  const LecternSceneRow *winner)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 narrow = lectern_stage_canvas_is_narrow (canvas);
  LecternStageBox          photo = { canvas->margin + (narrow ? 10 : 30), 88, narrow ? 300 : 396, narrow ? 410 : 478 };
  double                   left = photo.x + photo.width + (narrow ? 32 : 60), right = canvas->width - canvas->margin - 16;
  double                   room = right - left;
  g_autofree char         *title = lectern_stage_phrase_title (canvas->language, winner->title);
  LecternStageStyle        big = { LECTERN_STAGE_FACE_NAME, narrow ? 104 : 124, 40, 3, 0.03, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, 34, 0, 2, 0, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        talk = { LECTERN_STAGE_FACE_NAME, 38, 0, narrow ? 3 : 2, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  LecternStageStyle        why = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, 0, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  const LecternStageStep   name = { winner->name, &big, 0 };
  LecternStageBox          below;

  lectern_stage_draw_frame (canvas);
  if (lectern_stage_has_picture (canvas, winner->photo))
    lectern_stage_draw_photo (canvas, winner->photo, photo);
  else
    draw_medal (canvas, photo.x + photo.width / 2, photo.y + photo.height / 2, photo.width * 0.385);
  draw_award_name (canvas, scene->contest, winner->award, (LecternStageBox){ left, 84, room, 138 });
  lectern_stage_put_column (canvas, &name, 1, (LecternStageBox){ left, narrow ? 256 : 262, room, narrow ? 104 : 124 });
  below = lectern_stage_put (canvas, winner->unit, &unit, left, narrow ? 370 : 398, room);
  lectern_stage_put (canvas, title, &talk, left, below.y + below.height + 12, room);
  draw_place_and_score (canvas, winner, left, 560, room);
  lectern_stage_put_middle (canvas, winner->citation != NULL ? winner->citation : scene->citation, &why, canvas->width / 2, 626, canvas->width - 2 * canvas->margin - 60);
}

static void
draw_winner (LecternStageCanvas    *canvas,
             const LecternSceneRow *winner,
             LecternStageBox        cell)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   middle = cell.y + cell.height / 2, x = cell.x + 20, width = cell.width - 40;
  gboolean                 stacked = cell.height >= 68;
  double                   size = stacked ? MIN (cell.height * 0.48, 52) : CLAMP (cell.height * 0.66, LECTERN_STAGE_SIZE_CAPTION, 38);
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, size, 0, 1, 0, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, 26, 0, 1, 0, LECTERN_STAGE_ALIGN_END, theme->gold };
  g_autofree char         *spread = lectern_stage_spread_name (winner->name);
  lectern_stage_fill_rounded (canvas, cell, 10, theme->panel);
  if (stacked)
    {
      LecternStageStyle figure = { LECTERN_STAGE_FACE_BOLD, 40, .align = LECTERN_STAGE_ALIGN_END, .colour = theme->gold };
      width -= lectern_stage_put_middle (canvas, winner->final, &figure, x + width, middle, 150).width + 16;
      unit.align = LECTERN_STAGE_ALIGN_START;
      lectern_stage_put_middle (canvas, spread, &name, x, middle - 18, width);
      lectern_stage_put_middle (canvas, winner->unit, &unit, x, middle + size / 2 + 2, width);
      return;
    }
  LecternStageBox box = lectern_stage_put_middle (canvas, spread, &name, x, middle, width * 0.5);
  lectern_stage_put_middle (canvas, winner->unit, &unit, cell.x + cell.width - 20, middle, width - box.width - 14);
}

/* Over the whole width, the name's lines and the unit's below. */
static void
draw_wide_winner (LecternStageCanvas    *canvas,
                  const LecternSceneRow *winner,
                  LecternStageBox        cell)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   size = CLAMP ((cell.height - 8) / winner->lines / 1.36, canvas->floor, 46), width = cell.width - 40;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, size, 0, winner->lines, 0, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, MIN (size, 28), 0, winner->lines, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  LecternStageStyle        figure = { LECTERN_STAGE_FACE_BOLD, 40, .align = LECTERN_STAGE_ALIGN_END, .colour = theme->gold };
  const LecternStageStep   steps[] = { { winner->name, &name, 0 }, { winner->unit, &unit, 10 } };

  lectern_stage_fill_rounded (canvas, cell, 10, theme->panel);
  width -= lectern_stage_put_middle (canvas, winner->final, &figure, cell.x + cell.width - 20, cell.y + cell.height / 2, 150).width + 16;
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), (LecternStageBox){ cell.x + 20, cell.y + 4, width, cell.height - 8 });
}

static void
draw_wide_winners (LecternStageCanvas *canvas,
                   GPtrArray          *rows,
                   LecternStageBox     box)
{
  guint  n_lines = 0;
  double line, y = box.y;

  for (guint i = 0; i < rows->len; i++)
    n_lines += ((LecternSceneRow *) rows->pdata[i])->lines;
  line = MIN ((box.height - 12.0 * (rows->len - 1)) / n_lines, 64);
  y += MAX (0, (box.height - line * n_lines - 12.0 * (rows->len - 1)) / 2);
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternSceneRow *row = rows->pdata[i];

      draw_wide_winner (canvas, row, (LecternStageBox){ box.x, y, box.width, line * row->lines });
      y += line * row->lines + 12;
    }
}

/* In up to three columns. */
static void
draw_winners (LecternStageCanvas *canvas,
              GPtrArray          *rows,
              LecternStageBox     box)
{
  guint  n_columns = rows->len <= 3 ? 1 : rows->len <= 24 ? 2
                                                          : 3;
  guint  n_lines = (rows->len + n_columns - 1) / n_columns;
  double gap = 12, width = (MIN (box.width, n_columns == 1 ? 760 : box.width) - gap * (n_columns - 1)) / n_columns;
  double pitch = MIN (box.height / n_lines, 112);
  double x = (canvas->width - width * n_columns - gap * (n_columns - 1)) / 2, y = box.y + MAX (0, (box.height - pitch * n_lines) / 2);

  for (guint i = 0; i < rows->len; i++)
    draw_winner (canvas, rows->pdata[i],
                 (LecternStageBox){ x + i % n_columns * (width + gap), y + i / n_columns * pitch, width, pitch - MIN (gap, pitch * 0.12) });
}

/* The contest and the award, clear of the logo at their left. */
static void
draw_winners_heading (LecternStageCanvas *canvas,
                      const LecternScene *scene,
                      const char         *award,
                      double              inner)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   logo = lectern_stage_draw_logo (canvas, scene, 66, 104, 64, FALSE);
  double                   left = logo > 0 ? 66 + logo + 20 : 0, room = MIN (inner, canvas->width - 2 * left);
  LecternStageStyle        contest = { LECTERN_STAGE_FACE_SERIF, 31, 0, 1, 0.02, LECTERN_STAGE_ALIGN_CENTRE, theme->gold };
  LecternStageStyle        name = { LECTERN_STAGE_FACE_SERIF, 68, 0, 1, 0.08, LECTERN_STAGE_ALIGN_CENTRE, theme->gold };

  lectern_stage_put_middle (canvas, scene->contest, &contest, canvas->width / 2, 78, room - 40);
  lectern_stage_put_middle (canvas, award != NULL ? award : lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_AWARD), &name, canvas->width / 2, 140, room);
  lectern_stage_draw_rule (canvas, canvas->width / 2 - 280, 190, 560, 2);
}

static void
paint_winners (LecternStageCanvas *canvas,
               const LecternScene *scene)
{
  double           left = canvas->margin + 24, inner = canvas->width - 2 * left, top = 214;
  LecternStageBox  box = { left, top, inner, 652 - top };
  g_autofree char *rest = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < scene->rows->len && (scene->n_pages > 0 || rows->len < MOST_WINNERS); i++)
    if (lectern_scene_is_on_page (scene, scene->rows->pdata[i]))
      g_ptr_array_add (rows, scene->rows->pdata[i]);
  lectern_stage_draw_frame (canvas);
  draw_winners_heading (canvas, scene, ((LecternSceneRow *) scene->rows->pdata[0])->award, inner);
  if (rows->len == 0)
    return;
  if (scene->n_pages > 1)
    rest = lectern_stage_phrase_page (canvas->language, scene->page, scene->n_pages);
  else if (rows->len < scene->rows->len)
    rest = lectern_stage_phrase_first_rows (canvas->language, rows->len, scene->rows->len);
  if (rest != NULL)
    {
      LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, 26, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = canvas->theme->text };

      box.height -= 24;
      lectern_stage_put_middle (canvas, rest, &style, canvas->width / 2, 652, inner);
    }
  if (((LecternSceneRow *) rows->pdata[0])->lines > 0)
    draw_wide_winners (canvas, rows, box);
  else
    draw_winners (canvas, rows, box);
}

void
lectern_scene_paint_award (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  if (scene->rows->len == 1)
    paint_one_winner (canvas, scene, g_ptr_array_index (scene->rows, 0));
  else if (scene->rows->len > 1)
    paint_winners (canvas, scene);
  else
    {
      const LecternSceneRow none = { .award = scene->text, .name = scene->name, .unit = scene->unit, .title = scene->title, .final = scene->final, .photo = scene->photo, .citation = scene->citation, .rank = scene->rank, .tied = scene->tied };
      paint_one_winner (canvas, scene, &none);
    }
}
