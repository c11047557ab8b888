/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* All that moves on a scene by itself: the talk's clock as a disc, alone for the speaker, and in a
 * corner of the courseware; and what is left of a break. The talk's clock counts up; it is calm
 * until the first warning, amber from there, and over the limit its ground turns and the figures
 * count the overtime. Shape and words change with the colour, so nobody depends on telling red
 * from gold. Each keeps within its box, for a view repaints that and nothing else.
 *
 * Rule: the limit is reached at exactly 6:00, not a frame later; running out closes nothing. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-contest.h"
#include "lectern-deduction.h"
#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#include <math.h>

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

static LecternStageColour
get_fill (const LecternStageTheme *theme,
          ClockMood                mood)
{
  const LecternStageColour fills[] = {
    [CLOCK_CALM] = theme->well, [CLOCK_WARNED] = theme->amber, [CLOCK_OVER] = theme->paper
  };

  return fills[mood];
}

static LecternStageColour
get_ink (const LecternStageTheme *theme,
         ClockMood                mood)
{
  const LecternStageColour inks[] = {
    [CLOCK_CALM] = theme->text, [CLOCK_WARNED] = theme->on_amber, [CLOCK_OVER] = theme->red
  };

  return inks[mood];
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
  track.alpha = 0.22;
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, mood == CLOCK_CALM ? radius - 9 : radius - 17, 0, 2 * G_PI);
  lectern_stage_set_colour (canvas, get_fill (theme, mood));
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
  LecternStageColour       ink = get_ink (theme, mood);
  LecternStageStyle        figure = { LECTERN_STAGE_FACE_BOLD, 160, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = ink };
  LecternStageStyle        small = { LECTERN_STAGE_FACE_SANS, 33, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = mood == CLOCK_CALM ? theme->gold : ink };
  LecternStageStyle        word = { LECTERN_STAGE_FACE_BOLD, 36, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = ink };
  g_autofree char         *time = format_figure (scene, mood, elapsed_ms);
  g_autofree char         *below = NULL;
  if (mood == CLOCK_OVER)
    below = lectern_stage_phrase_time (canvas->language, elapsed_ms);
  else if (scene->limit_ms > 0)
    below = lectern_stage_phrase_limit (canvas->language, scene->limit_ms);

  draw_disc (canvas, scene, mood, x, y, elapsed_ms);
  lectern_stage_put_middle (canvas, get_mood_word (canvas, scene, mood, elapsed_ms), &word, x, y - 112, inside * 0.8);
  lectern_stage_put_middle (canvas, time, &figure, x, y, inside);
  lectern_stage_put_middle (canvas, below, &small, x, y + 114, inside * 0.8);
}

/* Alone: as large as the picture allows, on a ground that turns as a whole. */
LecternStageBox
lectern_scene_get_stage_clock_box (const LecternStageCanvas *canvas)
{
  return (LecternStageBox){ canvas->margin, 110, lectern_stage_canvas_get_inner_width (canvas), 574 };
}

static void
draw_bar (LecternStageCanvas *canvas,
          const LecternScene *scene,
          ClockMood           mood,
          gint64              elapsed_ms,
          LecternStageBox     box)
{
  const LecternStageTheme *theme = canvas->theme;
  const LecternStageColour fills[] = {
    [CLOCK_CALM] = theme->ring, [CLOCK_WARNED] = theme->amber, [CLOCK_OVER] = theme->paper
  };
  LecternStageColour track = theme->text;
  double             part = get_ring_part (scene, mood, elapsed_ms);

  track.alpha = 0.2;
  lectern_stage_fill_rounded (canvas, box, box.height / 2, track);
  if (part > 0)
    lectern_stage_fill_rounded (canvas, (LecternStageBox){ box.x, box.y, MAX (box.width * part, box.height), box.height }, box.height / 2, fills[mood]);
  if (mood == CLOCK_CALM && scene->warn_ms > 0 && scene->warn_ms < scene->limit_ms)
    {
      double at = box.x + box.width * (double) scene->warn_ms / (double) scene->limit_ms;

      cairo_rectangle (canvas->cr, at - 3, box.y - 6, 6, box.height + 12);
      lectern_stage_set_colour (canvas, theme->text);
      cairo_fill (canvas->cr);
    }
}

void
lectern_scene_paint_stage_clock (LecternStageCanvas *canvas,
                                 const LecternScene *scene,
                                 gint64              elapsed_ms)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = lectern_scene_get_stage_clock_box (canvas);
  LecternStageBox          panel = { box.x, box.y, box.width, 510 }, bar = { box.x, box.y + 542, box.width, 20 };
  ClockMood                mood = get_mood (scene, elapsed_ms);
  double                   x = panel.x + panel.width / 2, y = panel.y + panel.height / 2;
  LecternStageColour       ink = get_ink (theme, mood);
  LecternStageStyle        figure = { LECTERN_STAGE_FACE_BOLD, 344, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = ink };
  LecternStageStyle        word = { LECTERN_STAGE_FACE_BOLD, 56, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = ink };
  g_autofree char         *time = format_figure (scene, mood, elapsed_ms);
  g_autofree char         *all = mood == CLOCK_OVER ? lectern_stage_phrase_time (canvas->language, elapsed_ms) : NULL;

  lectern_stage_fill_rounded (canvas, panel, 28, get_fill (theme, mood));
  lectern_stage_put_middle (canvas, get_mood_word (canvas, scene, mood, elapsed_ms), &word, x, panel.y + 62, panel.width - 80);
  lectern_stage_put_middle (canvas, time, &figure, x, y, panel.width - 60);
  lectern_stage_put_middle (canvas, all, &word, x, panel.y + panel.height - 62, panel.width - 80);
  draw_bar (canvas, scene, mood, elapsed_ms, bar);
}

/* In the upper right corner, on a ground of its own: nobody knows what is under it. */
LecternStageBox
lectern_scene_get_corner_clock_box (const LecternStageCanvas *canvas)
{
  return (LecternStageBox){ canvas->width - 24 - 212, 24, 212, 76 };
}

void
lectern_scene_paint_corner_clock (LecternStageCanvas *canvas,
                                  const LecternScene *scene,
                                  gint64              elapsed_ms)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = lectern_scene_get_corner_clock_box (canvas);
  LecternStageBox          pill = { box.x + 2, box.y + 2, box.width - 4, box.height - 4 };
  ClockMood                mood = get_mood (scene, elapsed_ms);
  LecternStageStyle        figure = { LECTERN_STAGE_FACE_BOLD, 48, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = get_ink (theme, mood) };
  g_autofree char         *time = format_figure (scene, mood, elapsed_ms);

  lectern_stage_fill_rounded (canvas, pill, pill.height / 2, mood == CLOCK_CALM ? theme->plate : get_fill (theme, mood));
  lectern_stage_stroke_rounded (canvas, pill, pill.height / 2, 2.5, theme->ornament);
  lectern_stage_put_middle (canvas, time, &figure, pill.x + pill.width / 2, pill.y + pill.height / 2, pill.width - 40);
}

/* On the break's card, below its words. */
LecternStageBox
lectern_scene_get_countdown_box (const LecternStageCanvas *canvas)
{
  double width = MIN (lectern_stage_canvas_get_inner_width (canvas) - 80, 900);

  return (LecternStageBox){ (canvas->width - width) / 2, 384, width, 164 };
}

/* @now_ms is the wall clock. Started seconds count: "0:01" is the last. */
void
lectern_scene_paint_countdown (LecternStageCanvas *canvas,
                               const LecternScene *scene,
                               gint64              now_ms)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = lectern_scene_get_countdown_box (canvas);
  double                   x = box.x + box.width / 2;
  gint64                   left_ms = scene->until_ms - now_ms;
  LecternStageStyle        label = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_BODY, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->gold };
  LecternStageStyle        figure = { LECTERN_STAGE_FACE_BOLD, 116, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->text };
  LecternStageStyle        now = { LECTERN_STAGE_FACE_BOLD, 52, .lines = 2, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->gold };
  g_autofree char         *left = left_ms > 0 ? lectern_clock_format ((left_ms + 999) / 1000 * 1000, FALSE) : NULL;

  if (left == NULL)
    {
      lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_GOES_ON_NOW), &now, x, box.y + 62, box.width);
      return;
    }
  lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_GOES_ON_IN), &label, x, box.y + 20, box.width);
  lectern_stage_put_middle (canvas, left, &figure, x, box.y + 104, box.width);
}
