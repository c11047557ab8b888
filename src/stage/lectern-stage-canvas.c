/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The canvas every scene is painted on, and the furniture all scenes share: ground, header,
 * footer, panels, gold. Everything is in units of 1/720 of the height, so a scene looks the same
 * on an old 800 × 600 projector and on a 4K screen; only the width in units follows the shape.
 *
 * Rule: a rehearsal says so in a banner over every scene, the emergency card and black included.
 * The scene below it is laid out anew in what is left, nothing is covered. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-canvas-private.h"
#include "lectern-stage-image-private.h"
#include "lectern-stage-text-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define GLOW_STEPS 1024
#define BANNER_HEIGHT 44.0 /* of 720, of the whole picture */
#define MIN_WIDTH 960.0
#define FLOOR 30.0 /* the smallest text is this part of the height */
#define MAX_WIDTH 1728.0
#define MOST_MARGIN 25.0 /* percent */

void
lectern_stage_mark_free (LecternStageMark *mark)
{
  g_free (mark->text);
  g_free (mark);
}

void
lectern_stage_note_shape (LecternStageCanvas *canvas,
                          const char         *name,
                          LecternStageBox     box)
{
  LecternStageMark *mark;

  if (canvas->marks == NULL)
    return;
  mark = g_new0 (LecternStageMark, 1);
  mark->text = g_strdup (name);
  mark->shape = TRUE;
  mark->x = box.x;
  mark->y = box.y;
  mark->width = box.width;
  mark->height = box.height;
  cairo_user_to_device (canvas->cr, &mark->x, &mark->y);
  cairo_user_to_device_distance (canvas->cr, &mark->width, &mark->height);
  g_ptr_array_add (canvas->marks, mark);
}

/* Scaled layouts stay proportional only without hinting and rounding to pixels. */
static PangoContext *
create_pango (cairo_t *cr)
{
  PangoContext         *pango = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango, options);
  cairo_font_options_destroy (options);
  pango_context_set_language (pango, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (pango, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (pango, FALSE);
  return pango;
}

static const LecternStageTheme *
get_theme (const LecternScene        *scene,
           const LecternSceneSetting *setting)
{
  const LecternStageTheme *theme = lectern_stage_theme_find (setting != NULL && setting->theme != NULL ? setting->theme : scene->scene_theme);

  return theme != NULL ? theme : lectern_stage_theme_get_default ();
}

static void
init_bare (LecternStageCanvas        *canvas,
           cairo_t                   *cr,
           const LecternScene        *scene,
           const LecternSceneSetting *setting,
           GPtrArray                 *marks)
{
  *canvas = (LecternStageCanvas){
    .cr = cr,
    .theme = get_theme (scene, setting),
    .pictures = setting != NULL ? setting->pictures : NULL,
    .language = lectern_stage_language_from_name (scene->language),
    .marks = marks,
    .progress = LECTERN_STAGE_AT_REST,
  };
  cairo_save (cr);
}

/* What the projector shows of @width × @height pixels. */
static LecternStageBox
get_shown (const LecternSceneSetting *setting,
           int                        width,
           int                        height)
{
  LecternStageBox box = { 0, 0, width, height };

  if (setting == NULL)
    return box;
  box.x = round (width * CLAMP (setting->left, 0, MOST_MARGIN) / 100);
  box.y = round (height * CLAMP (setting->top, 0, MOST_MARGIN) / 100);
  box.width = width - box.x - round (width * CLAMP (setting->right, 0, MOST_MARGIN) / 100);
  box.height = height - box.y - round (height * CLAMP (setting->bottom, 0, MOST_MARGIN) / 100);
  return box;
}

/* Puts the pixels of @box, the last of @height there are for a scene, into units. */
static void
scale_to_units (LecternStageCanvas *canvas,
                LecternStageBox     box,
                double              height)
{
  canvas->scale = MIN (box.height / LECTERN_STAGE_HEIGHT, box.width / MIN_WIDTH);
  canvas->width = MIN (box.width / canvas->scale, MAX_WIDTH);
  canvas->margin = canvas->width < 1150 ? 44 : 60;
  canvas->floor = height / canvas->scale / FLOOR;
  cairo_translate (canvas->cr,
                   box.x + (box.width - canvas->width * canvas->scale) / 2,
                   box.y + (box.height - LECTERN_STAGE_HEIGHT * canvas->scale) / 2);
  cairo_scale (canvas->cr, canvas->scale, canvas->scale);
  canvas->pango = create_pango (canvas->cr);
}

static double
get_banner_height (const LecternScene *scene,
                   double              height)
{
  return scene->rehearsal ? ceil (height * BANNER_HEIGHT / LECTERN_STAGE_HEIGHT) : 0;
}

void
lectern_stage_canvas_init (LecternStageCanvas        *canvas,
                           cairo_t                   *cr,
                           const LecternScene        *scene,
                           const LecternSceneSetting *setting,
                           int                        width,
                           int                        height,
                           GPtrArray                 *marks)
{
  LecternStageBox shown = get_shown (setting, width, height);
  double          all = shown.height, banner = get_banner_height (scene, all);

  shown.y += banner;
  shown.height -= banner;
  init_bare (canvas, cr, scene, setting, marks);
  scale_to_units (canvas, shown, all);
}

void
lectern_stage_canvas_clear (LecternStageCanvas *canvas)
{
  g_clear_object (&canvas->pango);
  cairo_restore (canvas->cr);
}

double
lectern_stage_canvas_get_inner_width (const LecternStageCanvas *canvas)
{
  return canvas->width - 2 * canvas->margin;
}

gboolean
lectern_stage_canvas_is_narrow (const LecternStageCanvas *canvas)
{
  return canvas->width < 1150;
}

void
lectern_stage_set_colour (LecternStageCanvas *canvas,
                          LecternStageColour  colour)
{
  cairo_set_source_rgba (canvas->cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
add_stop (cairo_pattern_t   *pattern,
          double             offset,
          LecternStageColour colour,
          double             alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, offset, colour.red, colour.green, colour.blue,
                                     colour.alpha * alpha);
}

/* The colours from the first to the last, 8.8 fixed point: what is below a step is dithered. */
static void
fill_glow_table (guint16                   table[GLOW_STEPS][3],
                 const LecternStageColour *colours)
{
  for (guint i = 0; i < GLOW_STEPS; i++)
    {
      double                    at = 2.0 * i / (GLOW_STEPS - 1);
      const LecternStageColour *from = at < 1 ? &colours[0] : &colours[1];
      double                    part = at < 1 ? at : at - 1;
      table[i][0] = (guint16) (255 * 256 * (from[0].red + (from[1].red - from[0].red) * part));
      table[i][1] = (guint16) (255 * 256 * (from[0].green + (from[1].green - from[0].green) * part));
      table[i][2] = (guint16) (255 * 256 * (from[0].blue + (from[1].blue - from[0].blue) * part));
    }
}

/* A glow that falls from @colours[0] near the upper middle to @colours[2] in the corners. cairo's
 * own radial gradient takes seven times as long and leaves rings on a large screen: this one is
 * dithered (Bayer, 4 × 4). */
static void
paint_glow (cairo_t                  *cr,
            const LecternStageColour *colours,
            int                       width,
            int                       height)
{
  static const guint8 bayer[4][4] = { { 0, 128, 32, 160 }, { 192, 64, 224, 96 }, { 48, 176, 16, 144 }, { 240, 112, 208, 80 } };
  guint16             table[GLOW_STEPS][3];
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8             *pixels = cairo_image_surface_get_data (surface);
  int                 stride = cairo_image_surface_get_stride (surface);
  float               centre_x = (float) width * 0.5f, centre_y = (float) height * 0.2f;
  float               steps = (GLOW_STEPS - 1) / hypotf ((float) width * 0.5f, (float) height * 0.8f);
  fill_glow_table (table, colours);
  for (int y = 0; y < height && pixels != NULL; y++)
    {
      guint32 *row = (guint32 *) (pixels + (gsize) y * (gsize) stride);
      float    down = ((float) y - centre_y) * ((float) y - centre_y);
      for (int x = 0; x < width; x++)
        {
          float          across = (float) x - centre_x;
          const guint16 *colour = table[MIN ((int) (sqrtf (across * across + down) * steps), GLOW_STEPS - 1)];
          guint          noise = bayer[y & 3][x & 3];
          row[x] = (colour[0] + noise) >> 8 << 16 | (colour[1] + noise) >> 8 << 8 | (colour[2] + noise) >> 8;
        }
    }
  cairo_surface_mark_dirty (surface);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_surface_destroy (surface);
}

/* The organisers' picture is behind the cards only: behind figures it would be noise. */
static cairo_surface_t *
get_background (const LecternScene        *scene,
                const LecternSceneSetting *setting)
{
  switch (scene->kind)
    {
    case LECTERN_SCENE_TITLE:
    case LECTERN_SCENE_AWARD:
    case LECTERN_SCENE_BREAK:
    case LECTERN_SCENE_END:
      return setting != NULL ? lectern_stage_pictures_get (setting->pictures, scene->background) : NULL;
    default:
      return NULL;
    }
}

static void
paint_background (cairo_t                 *cr,
                  const LecternStageTheme *theme,
                  cairo_surface_t         *picture,
                  int                      width,
                  int                      height)
{
  LecternStageColour veil = lectern_stage_theme_get_veil (theme);

  cairo_rectangle (cr, 0, 0, width, height);
  lectern_stage_cover_with (cr, picture, (LecternStageBox){ 0, 0, width, height });
  cairo_set_source_rgba (cr, veil.red, veil.green, veil.blue, veil.alpha);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

void
lectern_stage_paint_ground (cairo_t                   *cr,
                            const LecternScene        *scene,
                            const LecternSceneSetting *setting,
                            int                        width,
                            int                        height)
{
  const LecternStageTheme *theme = get_theme (scene, setting);
  const LecternStageColour glow[] = { theme->light, theme->ground, theme->deep };
  cairo_surface_t         *background = get_background (scene, setting);
  const LecternStageColour dim[] = { theme->alarm, lectern_stage_colour_mix (theme->alarm, (LecternStageColour){ theme->alarm_deep.red, theme->alarm_deep.green, theme->alarm_deep.blue, 0.5 }), theme->alarm_deep };
  if (scene->kind == LECTERN_SCENE_BLANK)
    {
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_paint (cr);
    }
  else if (background != NULL)
    paint_background (cr, theme, background, width, height);
  else
    paint_glow (cr, scene->kind == LECTERN_SCENE_EMERGENCY ? dim : glow, width, height);
}

/* Slanted black and amber, as on a barrier: seen from the corner of an eye. */
static void
draw_hazard (LecternStageCanvas *canvas,
             double              x,
             double              width)
{
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, x, 0, width, BANNER_HEIGHT);
  cairo_clip (canvas->cr);
  cairo_set_source_rgb (canvas->cr, 0.10, 0.04, 0.02);
  for (double at = x - BANNER_HEIGHT; at < x + width; at += 48)
    {
      cairo_move_to (canvas->cr, at, BANNER_HEIGHT);
      cairo_rel_line_to (canvas->cr, BANNER_HEIGHT, -BANNER_HEIGHT);
      cairo_rel_line_to (canvas->cr, 24, 0);
      cairo_rel_line_to (canvas->cr, -BANNER_HEIGHT, BANNER_HEIGHT);
      cairo_close_path (canvas->cr);
    }
  cairo_fill (canvas->cr);
  cairo_restore (canvas->cr);
}

void
lectern_stage_paint_rehearsal (cairo_t                   *cr,
                               const LecternScene        *scene,
                               const LecternSceneSetting *setting,
                               int                        width,
                               int                        height,
                               GPtrArray                 *marks)
{
  LecternStageCanvas canvas;
  LecternStageBox    shown = get_shown (setting, width, height);
  double             banner = get_banner_height (scene, shown.height);

  if (banner == 0)
    return;
  init_bare (&canvas, cr, scene, setting, marks);
  canvas.scale = banner / BANNER_HEIGHT;
  canvas.floor = LECTERN_STAGE_SIZE_CAPTION;
  canvas.width = shown.width / canvas.scale;
  cairo_translate (cr, shown.x, shown.y);
  cairo_scale (cr, canvas.scale, canvas.scale);
  canvas.pango = create_pango (cr);
  lectern_stage_set_colour (&canvas, canvas.theme->amber);
  cairo_rectangle (cr, 0, 0, canvas.width, BANNER_HEIGHT);
  cairo_fill (cr);

  LecternStageStyle style = {
    LECTERN_STAGE_FACE_BOLD, 32, .spacing = 0.12, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = canvas.theme->on_amber
  };
  const char     *text = canvas.language == LECTERN_STAGE_CHINESE ? "彩排　REHEARSAL" : "REHEARSAL";
  LecternStageBox box = lectern_stage_put_middle (&canvas, text, &style, canvas.width / 2,
                                                  BANNER_HEIGHT / 2, canvas.width * 0.7);
  double          side = (canvas.width - box.width) / 2 - 32;
  draw_hazard (&canvas, 0, side);
  draw_hazard (&canvas, canvas.width - side, side);
  lectern_stage_canvas_clear (&canvas);
}

void
lectern_stage_trace_rounded (LecternStageCanvas *canvas,
                             LecternStageBox     box,
                             double              radius)
{
  cairo_t *cr = canvas->cr;
  double   right = box.x + box.width, bottom = box.y + box.height;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
lectern_stage_fill_rounded (LecternStageCanvas *canvas,
                            LecternStageBox     box,
                            double              radius,
                            LecternStageColour  colour)
{
  lectern_stage_trace_rounded (canvas, box, radius);
  lectern_stage_set_colour (canvas, colour);
  cairo_fill (canvas->cr);
}

void
lectern_stage_stroke_rounded (LecternStageCanvas *canvas,
                              LecternStageBox     box,
                              double              radius,
                              double              line_width,
                              LecternStageColour  colour)
{
  lectern_stage_trace_rounded (canvas, box, radius);
  cairo_set_line_width (canvas->cr, line_width);
  lectern_stage_set_colour (canvas, colour);
  cairo_stroke (canvas->cr);
}

/* @from is the part of the left half it fades in over. */
static void
draw_fading_rule (LecternStageCanvas *canvas,
                  LecternStageBox     box,
                  double              from)
{
  cairo_pattern_t *gold = cairo_pattern_create_linear (box.x, 0, box.x + box.width, 0);

  add_stop (gold, 0, canvas->theme->ornament, 1 - from);
  add_stop (gold, 0.5 * from, canvas->theme->ornament_light, 1);
  add_stop (gold, 1, canvas->theme->ornament, 0);
  cairo_set_source (canvas->cr, gold);
  cairo_pattern_destroy (gold);
  cairo_rectangle (canvas->cr, box.x, box.y, box.width, box.height);
  cairo_fill (canvas->cr);
}

void
lectern_stage_draw_rule (LecternStageCanvas *canvas,
                         double              x,
                         double              y,
                         double              width,
                         double              thickness)
{
  draw_fading_rule (canvas, (LecternStageBox){ x, y - thickness / 2, width, thickness }, 1);
}

void
lectern_stage_draw_half_rule (LecternStageCanvas *canvas,
                              double              x,
                              double              y,
                              double              width,
                              double              thickness)
{
  draw_fading_rule (canvas, (LecternStageBox){ x, y - thickness / 2, width, thickness }, 0);
}

void
lectern_stage_fill_gold (LecternStageCanvas *canvas,
                         LecternStageBox     box)
{
  cairo_pattern_t *gold = cairo_pattern_create_linear (box.x, box.y, box.x + box.width * 0.4, box.y + box.height);
  add_stop (gold, 0, canvas->theme->gold_light, 1);
  add_stop (gold, 0.45, canvas->theme->ring, 1);
  add_stop (gold, 1, canvas->theme->gold_dark, 1);
  cairo_set_source (canvas->cr, gold);
  cairo_pattern_destroy (gold);
  cairo_fill (canvas->cr);
}

void
lectern_stage_draw_tick (LecternStageCanvas *canvas,
                         double              x,
                         double              y,
                         double              size,
                         LecternStageColour  colour)
{
  cairo_save (canvas->cr);
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (canvas->cr, size * 0.16);
  lectern_stage_set_colour (canvas, colour);
  cairo_move_to (canvas->cr, x - size * 0.38, y + size * 0.02);
  cairo_line_to (canvas->cr, x - size * 0.10, y + size * 0.32);
  cairo_line_to (canvas->cr, x + size * 0.40, y - size * 0.32);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
  lectern_stage_note_shape (canvas, "(tick)", (LecternStageBox){ x - size * 0.46, y - size * 0.4, size * 0.94, size * 0.8 });
}

/* A rectangle whose corners are cut by quarter circles, as on old certificates. */
static void
trace_notched (cairo_t        *cr,
               LecternStageBox box,
               double          notch)
{
  double right = box.x + box.width, bottom = box.y + box.height;
  cairo_new_sub_path (cr);
  cairo_arc_negative (cr, right, box.y, notch, G_PI, G_PI_2);
  cairo_arc_negative (cr, right, bottom, notch, 3 * G_PI_2, G_PI);
  cairo_arc_negative (cr, box.x, bottom, notch, 0, -G_PI_2);
  cairo_arc_negative (cr, box.x, box.y, notch, G_PI_2, 0);
  cairo_close_path (cr);
}

void
lectern_stage_draw_frame (LecternStageCanvas *canvas)
{
  cairo_pattern_t *gold = cairo_pattern_create_linear (0, 0, canvas->width, LECTERN_STAGE_HEIGHT);
  add_stop (gold, 0, canvas->theme->ornament_light, 1);
  add_stop (gold, 0.3, canvas->theme->ornament, 1);
  add_stop (gold, 0.5, canvas->theme->ornament_light, 1);
  add_stop (gold, 0.7, canvas->theme->ornament, 1);
  add_stop (gold, 1, canvas->theme->ornament_light, 1);
  cairo_set_source (canvas->cr, gold);
  cairo_pattern_destroy (gold);
  for (int i = 0; i < 2; i++)
    {
      double inset = i == 0 ? 22 : 32;
      trace_notched (canvas->cr, (LecternStageBox){ inset, inset, canvas->width - 2 * inset, LECTERN_STAGE_HEIGHT - 2 * inset }, i == 0 ? 30 : 28);
      cairo_set_line_width (canvas->cr, i == 0 ? 3.0 : 1.0);
      cairo_stroke (canvas->cr);
    }
}

/* One fold of silk from the left edge to the right, darker than what it lies on: the ground stays
 * as dark as the theme's contrast asks for. */
static void
draw_fold (LecternStageCanvas *canvas,
           double              left,
           double              dip,
           double              rise,
           double              right,
           double              alpha)
{
  cairo_t         *cr = canvas->cr;
  double           width = canvas->width, bottom = LECTERN_STAGE_HEIGHT;
  cairo_pattern_t *shade = cairo_pattern_create_linear (0, left, width * 0.2, bottom);
  add_stop (shade, 0, canvas->theme->deep, alpha);
  add_stop (shade, 0.5, canvas->theme->deep, alpha * 0.25);
  add_stop (shade, 1, canvas->theme->deep, alpha);
  cairo_move_to (cr, 0, left);
  cairo_curve_to (cr, width * 0.30, dip, width * 0.62, rise, width, right);
  cairo_line_to (cr, width, bottom);
  cairo_line_to (cr, 0, bottom);
  cairo_close_path (cr);
  cairo_set_source (cr, shade);
  cairo_pattern_destroy (shade);
  cairo_fill (cr);

  cairo_pattern_t *edge = cairo_pattern_create_linear (0, 0, width, 0);
  add_stop (edge, 0, canvas->theme->ornament, 0.15);
  add_stop (edge, 0.4, canvas->theme->ornament, 0.75);
  add_stop (edge, 0.8, canvas->theme->ornament_light, 0.9);
  add_stop (edge, 1, canvas->theme->ornament, 0.2);
  cairo_set_source (cr, edge);
  cairo_pattern_destroy (edge);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, 0, left);
  cairo_curve_to (cr, width * 0.30, dip, width * 0.62, rise, width, right);
  cairo_stroke (cr);
}

void
lectern_stage_draw_silk (LecternStageCanvas *canvas)
{
  draw_fold (canvas, 624, 720, 600, 652, 0.75);
  draw_fold (canvas, 650, 738, 624, 690, 0.8);
  draw_fold (canvas, 690, 734, 668, 712, 0.9);
}

void
lectern_stage_draw_star (LecternStageCanvas *canvas,
                         double              x,
                         double              y,
                         double              radius)
{
  for (int i = 0; i < 10; i++)
    {
      double reach = i % 2 == 0 ? radius : radius * 0.382;
      double angle = -G_PI_2 + i * G_PI / 5;
      cairo_line_to (canvas->cr, x + reach * cos (angle), y + reach * sin (angle));
    }
  cairo_close_path (canvas->cr);
  lectern_stage_fill_gold (canvas, (LecternStageBox){ x - radius, y - radius, 2 * radius, 2 * radius });
}

void
lectern_stage_draw_header (LecternStageCanvas *canvas,
                           const LecternScene *scene,
                           const char         *caption)
{
  double            inner = lectern_stage_canvas_get_inner_width (canvas);
  double            middle = 54;
  LecternStageStyle style = {
    LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_CAPTION, .align = LECTERN_STAGE_ALIGN_END, .colour = canvas->theme->gold
  };
  LecternStageBox right = lectern_stage_put_middle (canvas, caption != NULL ? caption : scene->round, &style,
                                                    canvas->width - canvas->margin, middle, inner * 0.5);
  double          logo = lectern_stage_draw_logo (canvas, scene, canvas->margin, middle - 2, 46, FALSE);
  double          left = logo > 0 ? logo + 16 : 0;
  style.align = LECTERN_STAGE_ALIGN_START;
  lectern_stage_put_middle (canvas, scene->contest, &style, canvas->margin + left, middle, inner - left - right.width - 40);
  lectern_stage_draw_rule (canvas, canvas->margin, LECTERN_STAGE_RULE_Y, inner, 1.6);
}

void
lectern_stage_draw_footer (LecternStageCanvas *canvas,
                           const char         *left,
                           const char         *right)
{
  double            inner = lectern_stage_canvas_get_inner_width (canvas);
  LecternStageStyle style = {
    LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_CAPTION, .align = LECTERN_STAGE_ALIGN_END, .colour = canvas->theme->gold
  };
  LecternStageBox box = lectern_stage_put (canvas, right, &style, canvas->width - canvas->margin,
                                           LECTERN_STAGE_FOOTER_Y, inner * 0.5);
  style.align = LECTERN_STAGE_ALIGN_START;
  lectern_stage_put (canvas, left, &style, canvas->margin, LECTERN_STAGE_FOOTER_Y, inner - box.width - 40);
}
