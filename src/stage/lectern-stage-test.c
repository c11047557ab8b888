/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The test picture. Each part answers one question a crew has the day before: is the whole picture
 * on the wall (corners, rulers with figures from the edges), is it undistorted (the circle and
 * squares), does the projector drown light or dark steps (the greys, numbered), are the theme's
 * colours told apart, can the last row read the smallest text, and which screen is this. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-test.h"

#include "lectern-stage-canvas-private.h"
#include "lectern-stage-text-private.h"

#include <math.h>

#define N_GREYS 12
#define TICK 9.0 /* units: 1/80 of the height */

static void
draw_line (LecternStageCanvas *canvas,
           double              x,
           double              y,
           double              to_x,
           double              to_y)
{
  cairo_move_to (canvas->cr, x, y);
  cairo_line_to (canvas->cr, to_x, to_y);
  cairo_stroke (canvas->cr);
}

/* A ruler along every edge, a longer tick every tenth part of the height. */
static void
draw_rulers (LecternStageCanvas *canvas)
{
  double width = canvas->width, height = LECTERN_STAGE_HEIGHT;

  lectern_stage_set_colour (canvas, canvas->theme->text);
  cairo_set_line_width (canvas->cr, 1.5);
  for (int i = 0; i * TICK <= width; i++)
    {
      double length = i % 8 == 0 ? 22 : i % 4 == 0 ? 14
                                                   : 7;

      draw_line (canvas, i * TICK, 0, i * TICK, length);
      draw_line (canvas, width - i * TICK, height, width - i * TICK, height - length);
      if (i * TICK > height)
        continue;
      draw_line (canvas, 0, i * TICK, length, i * TICK);
      draw_line (canvas, width, height - i * TICK, width - length, height - i * TICK);
    }
  cairo_set_line_width (canvas->cr, 3);
  cairo_rectangle (canvas->cr, 1.5, 1.5, width - 3, height - 3);
  cairo_stroke (canvas->cr);
}

static void
draw_inset (LecternStageCanvas *canvas,
            int                 percent,
            double              x,
            double              y)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, canvas->floor, .align = LECTERN_STAGE_ALIGN_START, .colour = canvas->theme->gold };
  g_autofree char  *words = g_strdup_printf ("%d %%", percent);

  lectern_stage_put (canvas, words, &style, x + 60, y + 6, 100);
  lectern_stage_set_colour (canvas, canvas->theme->gold);
}

/* Corners of gold, and the lines 5 and 10 percent from the edges that overscan cuts at. */
static void
draw_corners (LecternStageCanvas *canvas)
{
  double width = canvas->width, height = LECTERN_STAGE_HEIGHT;

  lectern_stage_set_colour (canvas, canvas->theme->gold);
  for (int corner = 0; corner < 4; corner++)
    {
      double x = corner % 2 == 0 ? 0 : width, y = corner < 2 ? 0 : height;
      double right = corner % 2 == 0 ? 1 : -1, down = corner < 2 ? 1 : -1;

      cairo_move_to (canvas->cr, x, y);
      cairo_line_to (canvas->cr, x + right * 70, y);
      cairo_line_to (canvas->cr, x, y + down * 70);
      cairo_close_path (canvas->cr);
      cairo_fill (canvas->cr);
    }
  cairo_set_line_width (canvas->cr, 1.5);
  for (int i = 1; i <= 2; i++)
    {
      double dash = 10, inset_x = width * 0.05 * i, inset_y = height * 0.05 * i;

      cairo_set_dash (canvas->cr, &dash, 1, 0);
      cairo_rectangle (canvas->cr, inset_x, inset_y, width - 2 * inset_x, height - 2 * inset_y);
      cairo_stroke (canvas->cr);
      cairo_set_dash (canvas->cr, NULL, 0, 0);
      draw_inset (canvas, 5 * i, inset_x, inset_y);
    }
}

static void
draw_circle (LecternStageCanvas *canvas)
{
  double x = canvas->width / 2, y = LECTERN_STAGE_HEIGHT / 2, radius = 272;

  lectern_stage_set_colour (canvas, canvas->theme->ring);
  cairo_set_line_width (canvas->cr, 2.5);
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (canvas->cr);
  draw_line (canvas, x - radius, y, x + radius, y);
  draw_line (canvas, x, y - radius, x, y + radius);
}

/* Greys from black to white, each with its part in percent: neighbours must be told apart. */
static void
draw_greys (LecternStageCanvas *canvas,
            LecternStageBox     box)
{
  double width = box.width / N_GREYS;

  for (int i = 0; i < N_GREYS; i++)
    {
      double             part = (double) i / (N_GREYS - 1);
      double             ink = part < 0.45 ? 1 : 0;
      LecternStageStyle  style = { LECTERN_STAGE_FACE_SANS, 24, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = { ink, ink, ink, 1 } };
      g_autofree char   *percent = g_strdup_printf ("%d", (int) lround (part * 100));
      LecternStageColour grey = { part, part, part, 1 };

      lectern_stage_set_colour (canvas, grey);
      cairo_rectangle (canvas->cr, box.x + i * width, box.y, width + 0.5, box.height);
      cairo_fill (canvas->cr);
      lectern_stage_put_middle (canvas, percent, &style, box.x + (i + 0.5) * width, box.y + box.height / 2, width);
    }
}

/* The colours projectors bend first, and the theme's own. */
static void
draw_colours (LecternStageCanvas *canvas,
              LecternStageBox     box)
{
  const LecternStageTheme *theme = canvas->theme;
  const LecternStageColour colours[] = {
    { 1, 0, 0, 1 }, { 1, 1, 0, 1 }, { 0, 1, 0, 1 }, { 0, 1, 1, 1 }, { 0, 0, 1, 1 }, { 1, 0, 1, 1 }, theme->light, theme->deep, theme->gold_light, theme->gold_dark, theme->amber, theme->paper
  };
  double width = box.width / G_N_ELEMENTS (colours);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      lectern_stage_set_colour (canvas, colours[i]);
      cairo_rectangle (canvas->cr, box.x + i * width, box.y, width + 0.5, box.height);
      cairo_fill (canvas->cr);
    }
}

/* Words on the bare ground, on a ground of their own, so that no line runs through them. */
static void
draw_words (LecternStageCanvas *canvas,
            const char         *screen_name,
            int                 width,
            int                 height)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 chinese = canvas->language == LECTERN_STAGE_CHINESE;
  double                   x = canvas->width / 2, room = 430;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_HEAD, 0, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        size = { LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_LEAD, 0, 1, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->gold };
  LecternStageStyle        smallest = { LECTERN_STAGE_FACE_SANS, canvas->floor, 0, 2, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageBox          ground = { x - room / 2 - 20, 196, room + 40, 190 };
  g_autofree char         *pixels = g_strdup_printf ("%d × %d", width, height);
  const LecternStageStep   steps[] = {
      { screen_name, &name, 0 },
      { pixels, &size, 20 },
      { chinese ? "最小的字 2018 𬱖𫖯䶮，末排应能看清" : "Smallest text 2018 𬱖𫖯䶮: clear in the last row?", &smallest, 26 },
  };

  lectern_stage_fill_rounded (canvas, ground, 12, theme->ground);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), (LecternStageBox){ x - room / 2, ground.y + 10, room, ground.height - 20 });
}

void
lectern_stage_paint_test (cairo_t                   *cr,
                          int                        width,
                          int                        height,
                          const LecternSceneSetting *setting,
                          const char                *language,
                          const char                *screen_name)
{
  g_autoptr (LecternScene) scene = lectern_scene_new (LECTERN_SCENE_TITLE);
  LecternStageCanvas canvas;

  g_return_if_fail (cr != NULL && width > 0 && height > 0);

  scene->language = g_strdup (language);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  lectern_stage_paint_ground (cr, scene, setting, width, height);
  lectern_stage_canvas_init (&canvas, cr, scene, setting, width, height, NULL);
  draw_rulers (&canvas);
  draw_corners (&canvas);
  draw_circle (&canvas);
  draw_words (&canvas, screen_name, width, height);
  draw_greys (&canvas, (LecternStageBox){ canvas.width * 0.12, 412, canvas.width * 0.76, 60 });
  draw_colours (&canvas, (LecternStageBox){ canvas.width * 0.12, 488, canvas.width * 0.76, 60 });
  lectern_stage_canvas_clear (&canvas);
  cairo_restore (cr);
}

gboolean
lectern_stage_write_test_png (const char                *path,
                              int                        width,
                              int                        height,
                              const LecternSceneSetting *setting,
                              const char                *language,
                              const char                *screen_name,
                              GError                   **error)
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  gboolean         written;

  g_return_val_if_fail (path != NULL && width > 0 && height > 0, FALSE);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  lectern_stage_paint_test (cr, width, height, setting, language, screen_name);
  cairo_destroy (cr);
  written = lectern_stage_write_png (surface, path, error);
  cairo_surface_destroy (surface);
  return written;
}
