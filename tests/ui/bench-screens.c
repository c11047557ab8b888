/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a screen of 1920 × 1080 costs the laptop by software rendering: one that stands still, and the
 * speaker's clock while a talk runs. The bare counterpart is painting the whole scene once a second
 * into a picture, which is what a screen without any cleverness would do at the least. An
 * argument is the seconds of each measurement. */

#define G_LOG_DOMAIN "lectern-bench"

#include "hall-fixture.h"
#include "lectern-scene-painter.h"
#include "lectern-side-window.h"
#include "window-test.h"

#include <sys/resource.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_PAINTED 20

typedef struct
{
  gint64  begun_us;
  GArray *frames_us;
} Frames;

static gint64
get_cpu_us (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

static double
measure_painting_ms (LecternScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  lectern_scene_paint (scene, NULL, cr, WIDTH, HEIGHT, 0);
  gint64 before = get_cpu_us ();
  for (guint i = 0; i < N_PAINTED; i++)
    lectern_scene_paint (scene, NULL, cr, WIDTH, HEIGHT, i * 1000);
  gint64 spent = get_cpu_us () - before;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return (double) spent / 1000.0 / N_PAINTED;
}

static void
on_before_paint_cb (GdkFrameClock *clock,
                    Frames        *frames)
{
  frames->begun_us = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   Frames        *frames)
{
  gint64 took = g_get_monotonic_time () - frames->begun_us;
  g_array_append_val (frames->frames_us, took);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 *one = a, *other = b;
  return (*one > *other) - (*one < *other);
}

static double
get_p99_ms (GArray *frames_us)
{
  if (frames_us->len == 0)
    return 0;
  g_array_sort (frames_us, compare);
  return (double) g_array_index (frames_us, gint64, (frames_us->len * 99 + 99) / 100 - 1) / 1000.0;
}

/* The share of a core has a budget; how long a frame took also says what else the machine did. */
static void
report (const char *name,
        double      value,
        double      bare,
        const char *budget)
{
  g_print ("{\"name\": \"%s\", \"unit\": \"ms\", \"value\": %.3f, \"bare\": %.3f%s}\n", name, value, bare, budget);
}

static void
measure (const char                *what,
         HallFixture               *hall,
         const LecternScreenChoice *choice,
         guint                      seconds)
{
  Frames            frames = { 0, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  GtkWidget        *window = lectern_side_window_new (hall->follower, choice);
  LecternSceneView *view = lectern_side_window_get_view (LECTERN_SIDE_WINDOW (window));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  window_test_wait (1500);
  g_assert_cmpint (gtk_widget_get_width (window), ==, WIDTH);
  double         bare_ms = measure_painting_ms (lectern_scene_view_get_scene (view));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong         before_id = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), &frames);
  gulong         after_id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &frames);
  gint64         cpu_us = get_cpu_us ();
  window_test_wait (seconds * 1000);
  cpu_us = get_cpu_us () - cpu_us;
  g_signal_handler_disconnect (clock, before_id);
  g_signal_handler_disconnect (clock, after_id);
  g_autofree char *cpu_name = g_strdup_printf ("screen-%s-cpu-ms-a-second", what);
  g_autofree char *frame_name = g_strdup_printf ("screen-%s-frame-p99", what);
  report (cpu_name, (double) cpu_us / 1000.0 / seconds, bare_ms, ", \"budget\": 2.0");
  report (frame_name, get_p99_ms (frames.frames_us), bare_ms, "");
  g_printerr ("%s: %u frames, %u clocks and %u scenes painted in %u s\n", what, frames.frames_us->len,
              lectern_scene_view_get_n_clocks_painted (view), lectern_scene_view_get_n_scenes_painted (view), seconds);
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_wait (100);
  g_array_unref (frames.frames_us);
}

int
main (int    argc,
      char **argv)
{
  static const LecternScreenChoice still = { .role = LECTERN_SCREEN_AUDIENCE, .scene = LECTERN_SCENE_ORDER };
  static const LecternScreenChoice clock = { .role = LECTERN_SCREEN_CLOCK };
  HallFixture                      hall;
  guint                            seconds = 10;
  if (argc > 1)
    seconds = (guint) CLAMP (g_ascii_strtoll (argv[1], NULL, 10), 1, 3600);
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  hall_fixture_init (&hall);
  hall_fixture_do_lot (&hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (&hall, LECTERN_ACTION_START_CLOCK);
  measure ("still", &hall, &still, seconds);
  measure ("clock", &hall, &clock, seconds);
  hall_fixture_clear (&hall);
  return 0;
}
