/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One entry on stage: introduction, and the talk with its clock. The clock counts up; it is calm
 * until the first warning, amber from there, and over the limit the disc turns to paper with red
 * figures that count the overtime. Shape and words change with the colour, so nobody depends on
 * telling red from gold.
 *
 * Rule: the limit is reached at exactly 6:00, not a frame later; running out closes nothing. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-contest.h"
#include "lectern-deduction.h"
#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#include <math.h>

static char *
get_on_deck (LecternStageCanvas *canvas,
             const LecternScene *scene)
{
  if (scene->next_lot <= 0 || scene->next_name == NULL)
    return NULL;
  return lectern_stage_phrase_on_deck (canvas->language, scene->next_lot, scene->next_name, scene->next_unit);
}

/* "第 12 号" on gold. */
static void
draw_lot_pill (LecternStageCanvas *canvas,
               const LecternScene *scene,
               double              x,
               double              middle)
{
  g_autofree char  *lot = lectern_stage_phrase_lot (canvas->language, scene->lot);
  LecternStageStyle style = {
    LECTERN_STAGE_FACE_BOLD, 38, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = canvas->theme->on_gold
  };
  LecternStageText text = lectern_stage_text_fit (canvas, lot, &style, 400);
  LecternStageBox  box = { x - text.width / 2 - 34, middle - 32, text.width + 68, 64 };
  lectern_stage_trace_rounded (canvas, box, 32);
  lectern_stage_fill_gold (canvas, box);
  lectern_stage_text_draw (canvas, &text, x, middle - text.height / 2);
}

void
lectern_scene_paint_introduction (LecternStageCanvas *canvas,
                                  const LecternScene *scene)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   inner = lectern_stage_canvas_get_inner_width (canvas) - 40;
  double                   middle = canvas->width / 2;
  g_autofree char         *title = lectern_stage_phrase_title (canvas->language, scene->title);
  g_autofree char         *deck = get_on_deck (canvas, scene);
  LecternStageStyle        big = { LECTERN_STAGE_FACE_NAME, 138, 66, 3, 0.05, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_LEAD, 0, 1, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        employer = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, 0, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        talk = { LECTERN_STAGE_FACE_NAME, 52, 38, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->gold };
  const LecternStageStep   steps[] = { { scene->name, &big, 0 }, { scene->unit, &unit, 26 }, { scene->employer, &employer, 16 } };

  lectern_stage_draw_header (canvas, scene, NULL);
  draw_lot_pill (canvas, scene, middle, 150);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), (LecternStageBox){ middle - inner / 2, 196, inner, 290 });
  if (title != NULL)
    {
      lectern_stage_draw_rule (canvas, middle - 220, 504, 440, 2);
      lectern_stage_put_middle (canvas, title, &talk, middle, 574, inner);
    }
  lectern_stage_draw_footer (canvas, deck, NULL);
}

static double
get_clock_radius (const LecternStageCanvas *canvas)
{
  return lectern_stage_canvas_is_narrow (canvas) ? 186 : 216;
}

LecternStageBox
lectern_scene_get_clock_box (const LecternStageCanvas *canvas)
{
  double reach = get_clock_radius (canvas) + 14;
  double middle_x = canvas->width - canvas->margin - reach - (lectern_stage_canvas_is_narrow (canvas) ? 0 : 24);
  double middle_y = 366;
  return (LecternStageBox){ middle_x - reach, middle_y - reach, 2 * reach, 2 * reach };
}

void
lectern_scene_paint_talk (LecternStageCanvas *canvas,
                          const LecternScene *scene)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          clock = lectern_scene_get_clock_box (canvas);
  double                   left = canvas->margin + 20;
  g_autofree char         *lot = lectern_stage_phrase_lot (canvas->language, scene->lot);
  g_autofree char         *title = lectern_stage_phrase_title (canvas->language, scene->title);
  g_autofree char         *deck = get_on_deck (canvas, scene);
  LecternStageStyle        number = { LECTERN_STAGE_FACE_SANS, 36, .colour = theme->gold };
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, 116, 56, 4, 0.03, LECTERN_STAGE_ALIGN_START, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, 36, .lines = 2, .colour = theme->text };
  LecternStageStyle        talk = { LECTERN_STAGE_FACE_NAME, 48, 36, 4, 0, LECTERN_STAGE_ALIGN_START, theme->gold };
  const LecternStageStep   steps[] = {
      { lot, &number, 0 },
      { scene->name, &name, 24 },
      { scene->unit, &unit, 34 },
      { title, &talk, 38 },
  };

  lectern_stage_draw_header (canvas, scene, NULL);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps),
                            (LecternStageBox){ left, 112, clock.x - left - 30, 510 });
  lectern_stage_draw_footer (canvas, deck, NULL);
}

typedef enum
{
  CLOCK_CALM,
  CLOCK_WARNED,
  CLOCK_OVER,
} ClockMood;

static ClockMood
get_mood (const LecternScene *scene,
          gint64              elapsed_ms)
{
  if (scene->limit_ms > 0 && elapsed_ms >= scene->limit_ms)
    return CLOCK_OVER;
  if (scene->warn_ms != LECTERN_NONE && elapsed_ms >= scene->warn_ms)
    return CLOCK_WARNED;
  return CLOCK_CALM;
}

static void
draw_ring (LecternStageCanvas *canvas,
           double              x,
           double              y,
           double              radius,
           double              part,
           double              line_width,
           LecternStageColour  colour)
{
  cairo_save (canvas->cr);
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, radius, -G_PI_2, -G_PI_2 + 2 * G_PI * CLAMP (part, 0, 1));
  cairo_set_line_width (canvas->cr, line_width);
  cairo_set_line_cap (canvas->cr, part >= 1 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  lectern_stage_set_colour (canvas, colour);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

static void
draw_notch (LecternStageCanvas *canvas,
            double              x,
            double              y,
            double              radius,
            double              part)
{
  double angle = -G_PI_2 + 2 * G_PI * part;
  cairo_move_to (canvas->cr, x + (radius - 14) * cos (angle), y + (radius - 14) * sin (angle));
  cairo_line_to (canvas->cr, x + (radius + 14) * cos (angle), y + (radius + 14) * sin (angle));
  cairo_set_line_width (canvas->cr, 6);
  lectern_stage_set_colour (canvas, canvas->theme->text);
  cairo_stroke (canvas->cr);
}

/* Overtime runs a round of its own: to the moment the talk is stopped, or a minute. */
static double
get_ring_part (const LecternScene *scene,
               ClockMood           mood,
               gint64              elapsed_ms)
{
  gint64 second = elapsed_ms / 1000 * 1000;
  if (scene->limit_ms <= 0)
    return 0;
  if (mood != CLOCK_OVER)
    return (double) second / (double) scene->limit_ms;
  gint64 span = scene->stop_ms > scene->limit_ms ? scene->stop_ms - scene->limit_ms : 60000;
  return MIN (1.0, (double) (second - scene->limit_ms) / (double) span);
}

static void
draw_disc (LecternStageCanvas *canvas,
           const LecternScene *scene,
           ClockMood           mood,
           double              x,
           double              y,
           gint64              elapsed_ms)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   radius = get_clock_radius (canvas);
  LecternStageColour       track = theme->panel, ring = theme->ring;
  const LecternStageColour fills[] = {
    [CLOCK_CALM] = theme->well, [CLOCK_WARNED] = theme->amber, [CLOCK_OVER] = theme->paper
  };
  track.alpha = 0.22;
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, mood == CLOCK_CALM ? radius - 9 : radius - 17, 0, 2 * G_PI);
  lectern_stage_set_colour (canvas, fills[mood]);
  cairo_fill (canvas->cr);
  if (mood == CLOCK_OVER)
    {
      track = theme->paper;
      ring = theme->red;
    }
  else if (mood == CLOCK_WARNED)
    ring = theme->amber;
  draw_ring (canvas, x, y, radius, 1, 18, track);
  draw_ring (canvas, x, y, radius, get_ring_part (scene, mood, elapsed_ms), mood == CLOCK_OVER ? 12 : 18, ring);
  if (mood == CLOCK_CALM && scene->warn_ms > 0 && scene->warn_ms < scene->limit_ms)
    draw_notch (canvas, x, y, radius, (double) scene->warn_ms / (double) scene->limit_ms);
}

static const char *
get_mood_word (LecternStageCanvas *canvas,
               const LecternScene *scene,
               ClockMood           mood,
               gint64              elapsed_ms)
{
  if (mood == CLOCK_OVER && scene->stop_ms != LECTERN_NONE && elapsed_ms >= scene->stop_ms)
    return lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_STOP);
  if (mood == CLOCK_OVER)
    return lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_OVER);
  if (mood == CLOCK_WARNED)
    return lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_NEARLY_UP);
  return NULL;
}

static char *
format_figure (const LecternScene *scene,
               ClockMood           mood,
               gint64              elapsed_ms)
{
  if (mood != CLOCK_OVER)
    return lectern_clock_format (elapsed_ms, FALSE);
  g_autofree char *over = lectern_clock_format (elapsed_ms - scene->limit_ms, FALSE);
  return g_strdup_printf ("+%s", over);
}

void
lectern_scene_paint_clock (LecternStageCanvas *canvas,
                           const LecternScene *scene,
                           gint64              elapsed_ms)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = lectern_scene_get_clock_box (canvas);
  double                   x = box.x + box.width / 2, y = box.y + box.height / 2;
  double                   inside = get_clock_radius (canvas) * 1.5;
  ClockMood                mood = get_mood (scene, elapsed_ms);
  const LecternStageColour inks[] = {
    [CLOCK_CALM] = theme->text, [CLOCK_WARNED] = theme->on_amber, [CLOCK_OVER] = theme->red
  };
  LecternStageStyle figure = { LECTERN_STAGE_FACE_BOLD, 160, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = inks[mood] };
  LecternStageStyle small = { LECTERN_STAGE_FACE_SANS, 33, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = mood == CLOCK_CALM ? theme->gold : inks[mood] };
  LecternStageStyle word = { LECTERN_STAGE_FACE_BOLD, 36, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = inks[mood] };
  g_autofree char  *time = format_figure (scene, mood, elapsed_ms);
  g_autofree char  *below = NULL;
  if (mood == CLOCK_OVER)
    below = lectern_stage_phrase_time (canvas->language, elapsed_ms);
  else if (scene->limit_ms > 0)
    below = lectern_stage_phrase_limit (canvas->language, scene->limit_ms);

  draw_disc (canvas, scene, mood, x, y, elapsed_ms);
  lectern_stage_put_middle (canvas, get_mood_word (canvas, scene, mood, elapsed_ms), &word, x, y - 112, inside * 0.8);
  lectern_stage_put_middle (canvas, time, &figure, x, y, inside);
  lectern_stage_put_middle (canvas, below, &small, x, y + 114, inside * 0.8);
}
