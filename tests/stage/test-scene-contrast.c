/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Contrast as it is painted: of every text of every scene, in every theme, the pixels of its letters
 * against those around it, at least 7 : 1. What test-stage-theme.c works out from the colours holds only
 * for the pairs that are listed there; this looks at what came of them. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "scene-samples.h"

#include <locale.h>

#define WIDTH 1366
#define HEIGHT 768
#define AROUND 3     /* pixels beyond a text's ink */
#define WANTED 7.0   /* to 1 */
#define ROUNDING 0.1 /* eight bits a colour, and thin strokes that never fill a pixel */

typedef struct
{
  const guint8 *pixels;
  int           stride;
} Picture;

static LecternStageColour
get_colour (const Picture *picture,
            int            x,
            int            y)
{
  guint32 pixel = ((const guint32 *) (picture->pixels + CLAMP (y, 0, HEIGHT - 1) * picture->stride))[CLAMP (x, 0, WIDTH - 1)];

  return (LecternStageColour){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1 };
}

static int
compare_colours (gconstpointer a,
                 gconstpointer b)
{
  double first = lectern_stage_colour_get_luminance (*(const LecternStageColour *) a), second = lectern_stage_colour_get_luminance (*(const LecternStageColour *) b);

  return first < second ? -1 : first > second;
}

/* What a text stands on: the middle one of the colours on the frame around it. */
static LecternStageColour
find_ground (const Picture          *picture,
             const LecternStageMark *mark)
{
  int left = (int) mark->x - AROUND, right = (int) (mark->x + mark->width) + AROUND;
  int top = (int) mark->y - AROUND, bottom = (int) (mark->y + mark->height) + AROUND;
  g_autoptr (GArray) colours = g_array_new (FALSE, FALSE, sizeof (LecternStageColour));

  for (int x = left; x <= right; x++)
    for (guint end = 0; end < 2; end++)
      {
        LecternStageColour colour = get_colour (picture, x, end ? bottom : top);
        g_array_append_val (colours, colour);
      }
  for (int y = top; y <= bottom; y++)
    for (guint end = 0; end < 2; end++)
      {
        LecternStageColour colour = get_colour (picture, end ? right : left, y);
        g_array_append_val (colours, colour);
      }
  g_array_sort (colours, compare_colours);
  return g_array_index (colours, LecternStageColour, colours->len / 2);
}

/* The most that any pixel of its letters differs from that. */
static double
measure_contrast (const Picture          *picture,
                  const LecternStageMark *mark)
{
  LecternStageColour ground = find_ground (picture, mark);
  double             most = 1;

  for (int y = (int) mark->y; y < mark->y + mark->height; y++)
    for (int x = (int) mark->x; x < mark->x + mark->width; x++)
      most = MAX (most, lectern_stage_colour_get_contrast (get_colour (picture, x, y), ground));
  return most;
}

static void
check_scene (LecternScene              *scene,
             const LecternSceneSetting *setting,
             gint64                     time_ms)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, setting, cr, WIDTH, HEIGHT, time_ms);
  Picture picture;

  cairo_surface_flush (surface);
  picture = (Picture){ cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface) };
  for (guint i = 0; i < marks->len; i++)
    {
      const LecternStageMark *mark = marks->pdata[i];
      double                  contrast = mark->shape ? WANTED : measure_contrast (&picture, mark);

      if (contrast < WANTED - ROUNDING)
        g_error ("%s, %s: “%s” has a contrast of %.2f", setting->theme, lectern_scene_kind_get_name (scene->kind), mark->text, contrast);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Calm, warned, over the limit and past the stop: a clock's ground turns. */
static void
check_moments (LecternScene              *scene,
               const LecternSceneSetting *setting)
{
  static const gint64 moments[] = { 268000, 312000, 373400, 427000 };
  gboolean            ticks = scene->kind == LECTERN_SCENE_TALK || scene->kind == LECTERN_SCENE_CLOCK || scene->kind == LECTERN_SCENE_COURSEWARE;

  for (guint i = 0; i < (ticks ? G_N_ELEMENTS (moments) : 1); i++)
    check_scene (scene, setting, moments[i]);
}

/* As the sample has it, crowded, and dressed with the organisers' picture. */
static void
test_painted (gconstpointer data)
{
  const LecternStageTheme *theme = data;
  g_autoptr (LecternStagePictures) pictures = scene_sample_create_pictures ();
  LecternSceneSetting setting = { .pictures = pictures, .theme = theme->name };

  for (LecternSceneKind kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      g_autoptr (LecternScene) usual = scene_sample_new (kind, "zh"), crowded = scene_sample_new_crowded (kind, "en"), dressed = scene_sample_new (kind, "zh");

      scene_sample_dress (dressed);
      dressed->rehearsal = TRUE;
      check_moments (usual, &setting);
      check_moments (crowded, &setting);
      check_moments (dressed, &setting);
    }
}

/* What fills up by steps, moves or is final, and a jury that stands by its numbers. */
static void
test_states (gconstpointer data)
{
  const LecternStageTheme *theme = data;
  LecternSceneSetting      setting = { .theme = theme->name };
  LecternScene            *scenes[] = {
               scene_sample_new_reveal ("zh", 9, 0),
               scene_sample_new_reveal ("zh", 9, 2),
               scene_sample_new_award ("zh", 6),
               scene_sample_new_moves ("zh", 12),
               scene_sample_new_final ("zh"),
               scene_sample_new_judges (LECTERN_SCENE_REVEAL, "zh", 64, TRUE),
               scene_sample_new_judges (LECTERN_SCENE_MARKING, "zh", 64, TRUE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      check_scene (scenes[i], &setting, 0);
      lectern_scene_unref (scenes[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  guint                           n_themes;
  const LecternStageTheme *const *themes = lectern_stage_theme_list (&n_themes);

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_themes; i++)
    {
      g_autofree char *painted = g_strdup_printf ("/stage/scene-contrast/%s/painted", themes[i]->name);
      g_autofree char *states = g_strdup_printf ("/stage/scene-contrast/%s/states", themes[i]->name);

      g_test_add_data_func (painted, themes[i], test_painted);
      g_test_add_data_func (states, themes[i], test_states);
    }
  return g_test_run ();
}
