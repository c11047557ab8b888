/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a frame of the talk costs by software at 1920 × 1080: the clock painted into a picture of
 * its own and laid over the kept scene, as the view does it; beside it, as the bare counterpart,
 * copying the same pixels. And what a change of scene costs, which happens once. Prints a line of
 * JSON a figure; milliseconds. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painter.h"
#include "scene-samples.h"

#include <stdlib.h>
#include <time.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_FRAMES 600 /* ten minutes of talk */
#define N_MOTION_FRAMES 300

typedef struct
{
  double median, p99;
} Figures;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;
  return (one > two) - (one < two);
}

static Figures
summarise (GArray *times)
{
  g_array_sort (times, compare_doubles);
  return (Figures){
    g_array_index (times, double, times->len / 2),
    g_array_index (times, double, times->len * 99 / 100),
  };
}

/* Lays the moving part over the screen, as GTK does with the view's node. */
static void
paint_clock_frame (LecternScene                *scene,
                   cairo_surface_t             *still,
                   cairo_surface_t             *screen,
                   const cairo_rectangle_int_t *area,
                   gint64                       elapsed_ms,
                   gboolean                     bare)
{
  cairo_surface_t *clock = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width, area->height);
  cairo_t         *cr = cairo_create (clock);
  cairo_translate (cr, -area->x, -area->y);
  if (!bare)
    lectern_scene_paint_moving (scene, NULL, cr, WIDTH, HEIGHT, elapsed_ms);
  cairo_destroy (cr);
  cr = cairo_create (screen);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  cairo_set_source_surface (cr, still, 0, 0);
  cairo_paint (cr);
  cairo_set_source_surface (cr, clock, area->x, area->y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (screen);
  cairo_surface_destroy (clock);
}

static Figures
measure_clock (gboolean bare)
{
  g_autoptr (LecternScene) scene = scene_sample_new (LECTERN_SCENE_TALK, "zh");
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t      *still = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_surface_t      *screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t              *cr = cairo_create (still);
  cairo_rectangle_int_t area;
  lectern_scene_paint_still (scene, NULL, cr, WIDTH, HEIGHT);
  cairo_destroy (cr);
  if (!lectern_scene_get_moving_area (scene, NULL, WIDTH, HEIGHT, &area))
    g_assert_not_reached ();
  for (gint64 second = 0; second < N_FRAMES; second++)
    {
      gint64 began_us = g_get_monotonic_time ();
      paint_clock_frame (scene, still, screen, &area, second * 1000, bare);
      double ms = (double) (g_get_monotonic_time () - began_us) / 1000;
      if (second > 0) /* the first one opens the fonts */
        g_array_append_val (times, ms);
    }
  cairo_surface_destroy (still);
  cairo_surface_destroy (screen);
  return summarise (times);
}

static Figures
measure_scene (LecternSceneKind kind)
{
  g_autoptr (LecternScene) scene = scene_sample_new (kind, "zh");
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t *screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  for (guint i = 0; i < 60; i++)
    {
      gint64   began_us = g_get_monotonic_time ();
      cairo_t *cr = cairo_create (screen);
      lectern_scene_paint_still (scene, NULL, cr, WIDTH, HEIGHT);
      cairo_destroy (cr);
      double ms = (double) (g_get_monotonic_time () - began_us) / 1000;
      if (i > 0)
        g_array_append_val (times, ms);
    }
  cairo_surface_destroy (screen);
  return summarise (times);
}

/* What this thread has had of the processor: other programs do not count. */
static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* A ranking of ten on the way to its new places: each frame is painted whole. */
static Figures
measure_motion (void)
{
  g_autoptr (LecternScene) scene = scene_sample_new_moves ("zh", 10);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t *screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  for (int frame = 0; frame <= N_MOTION_FRAMES; frame++)
    {
      double   began_ms = get_cpu_ms ();
      cairo_t *cr = cairo_create (screen);

      lectern_scene_paint_between (scene, NULL, cr, WIDTH, HEIGHT, frame % 60 * 1000 / 60);
      cairo_destroy (cr);
      double ms = get_cpu_ms () - began_ms;
      if (frame > 0) /* the first one opens the fonts */
        g_array_append_val (times, ms);
    }
  cairo_surface_destroy (screen);
  return summarise (times);
}

static void
print_figure (const char *name,
              double      value)
{
  g_print ("{\"name\":\"%s\",\"unit\":\"ms\",\"value\":%.3f}\n", name, value);
}

int
main (int    argc,
      char **argv)
{
  const double budget = 8, frame_budget = 1000.0 / 60;
  Figures      clock = measure_clock (FALSE), bare = measure_clock (TRUE);
  print_figure ("talk clock, a frame at 1920x1080, median", clock.median);
  g_print ("{\"name\":\"talk clock, a frame at 1920x1080, p99\",\"unit\":\"ms\",\"value\":%.3f,"
           "\"p99_ms\":%.3f,\"budget\":%g,\"ok\":%s}\n",
           clock.p99, clock.p99, budget, clock.p99 <= budget ? "true" : "false");
  print_figure ("the same without painting, p99", bare.p99);
  Figures motion = measure_motion ();
  print_figure ("ranking in motion, a frame at 1920x1080, processor time, median", motion.median);
  g_print ("{\"name\":\"ranking in motion, a frame at 1920x1080, processor time, p99\",\"unit\":\"ms\",\"value\":%.3f,"
           "\"p99_ms\":%.3f,\"budget\":%g,\"ok\":%s}\n",
           motion.p99, motion.p99, frame_budget, motion.p99 <= frame_budget ? "true" : "false");
  print_figure ("a new reveal scene at 1920x1080, median", measure_scene (LECTERN_SCENE_REVEAL).median);
  print_figure ("a new ranking scene at 1920x1080, median", measure_scene (LECTERN_SCENE_RANKING).median);
  return EXIT_SUCCESS;
}
