/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a screen of 1920 × 1080 costs the laptop by software rendering: one that stands still, the
 * speaker's clock while a talk runs, and a ranking of fourteen on its way to new places, again and
 * again, in the time from frame to frame. The bare counterpart is painting the whole scene once a
 * second into a picture, which is what a screen without any cleverness would do at the least. Then
 * the program as it is run: console and projector, with a still scene and with the clock. An argument
 * is the seconds of each measurement. */

#define G_LOG_DOMAIN "lectern-bench"

#include "hall-fixture.h"
#include "lectern-scene-painter.h"
#include "lectern-side-window.h"
#include "window-test.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_PAINTED 20
#define N_ROWS 14

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

/* Everybody goes a place down, and the last comes up to the first; @n_done tells two apart. */
static LecternScene *
make_ranking (guint n_done)
{
  LecternScene *scene = lectern_scene_new (LECTERN_SCENE_RANKING);
  scene->language = g_strdup ("zh");
  scene->contest = g_strdup ("焦作市2018年度微型党课比赛");
  scene->round = g_strdup ("决赛");
  scene->n_done = n_done;
  for (guint i = 0; i < N_ROWS; i++)
    {
      LecternSceneRow *row = g_new0 (LecternSceneRow, 1);
      row->lot = row->rank = i + 1;
      row->was = i == 0 ? N_ROWS : i;
      row->moved = (gint64) row->was - row->rank;
      row->name = g_strdup ("阿卜杜拉·买买提");
      row->unit = g_strdup ("城乡一体化示范区");
      row->final = g_strdup ("91.77");
      g_ptr_array_add (scene->rows, row);
    }
  return scene;
}

/* Frames of a motion as they came: what the hall notices is the time from one to the next. */
typedef struct
{
  gint64  last_us; /* 0: none before it in this motion */
  gint64  refresh_us;
  guint   n_late;       /* later than two frames after the one before */
  guint   n_dropped;    /* refreshes of the screen that brought nothing new */
  GArray *intervals_us; /* of gint64 */
} Motion;

/* By the frame clock's own record of the frame: its time, which moves by whole refreshes, and the
 * screen's refresh interval where the window system tells it, else 60 a second. */
static void
on_moved_cb (GdkFrameClock *clock,
             Motion        *motion)
{
  GdkFrameTimings *timings = gdk_frame_clock_get_current_timings (clock);
  gint64           now_us = timings ? gdk_frame_timings_get_frame_time (timings) : gdk_frame_clock_get_frame_time (clock);
  gint64           refresh_us = timings ? gdk_frame_timings_get_refresh_interval (timings) : 0;
  motion->refresh_us = refresh_us > 0 ? refresh_us : G_USEC_PER_SEC / 60;
  if (motion->last_us > 0)
    {
      gint64 interval_us = now_us - motion->last_us;
      gint64 n_refreshes = (interval_us + motion->refresh_us / 2) / motion->refresh_us;
      g_array_append_val (motion->intervals_us, interval_us);
      motion->n_late += n_refreshes > 2;
      motion->n_dropped += n_refreshes > 1 ? (guint) n_refreshes - 1 : 0;
    }
  motion->last_us = now_us;
}

static void
report_motion (Motion *motion,
               guint   n_played)
{
  double frame_ms = (double) motion->refresh_us / 1000.0;
  guint  n = motion->intervals_us->len;
  report ("screen-moves-interval-p99", get_p99_ms (motion->intervals_us), frame_ms, "");
  report ("screen-moves-interval-p50", n > 0 ? (double) g_array_index (motion->intervals_us, gint64, n / 2) / 1000.0 : 0, frame_ms, "");
  g_print ("{\"name\": \"screen-moves-late\", \"unit\": \"of %u frames\", \"value\": %u, \"bare\": 0}\n", n, motion->n_late);
  g_printerr ("moves: %u rankings, %u frames, %u later than two frames, %u refreshes of %.1f ms dropped\n", n_played, n,
              motion->n_late, motion->n_dropped, frame_ms);
}

static void
measure_moves (guint seconds)
{
  Motion            motion = { .intervals_us = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  GtkWidget        *window = gtk_window_new ();
  LecternSceneView *view = LECTERN_SCENE_VIEW (lectern_scene_view_new ());
  g_autoptr (LecternScene) title = lectern_scene_new (LECTERN_SCENE_BLANK);
  guint n_played = 0;
  lectern_scene_view_set_plays_moves (view, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  lectern_scene_view_set_scene (view, title);
  window_test_wait (1500);
  g_object_set (gtk_widget_get_settings (window), "gtk-enable-animations", TRUE, NULL);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64         cpu_us = get_cpu_us (), until_us = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  while (g_get_monotonic_time () < until_us)
    {
      g_autoptr (LecternScene) ranking = make_ranking (++n_played);
      lectern_scene_view_set_scene (view, ranking);
      window_test_wait (400); /* the first frame, which makes the pictures, and those that stand are not counted */
      motion.last_us = 0;
      gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_moved_cb), &motion);
      WINDOW_TEST_UNTIL (!lectern_scene_view_is_playing (view));
      g_signal_handler_disconnect (clock, id);
    }
  cpu_us = get_cpu_us () - cpu_us;
  guint n_moments = lectern_scene_view_get_n_moments_painted (view);
  report_motion (&motion, n_played);
  report ("screen-moves-cpu-ms-a-frame", (double) cpu_us / 1000.0 / n_moments, 1000.0 / 60, ", \"budget\": 1.0");
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (motion.intervals_us);
}

/* The program ------------------------------------------------------------------------------- */

/* The time a process has had so far, of user and system, from /proc (proc_pid_stat(5)). */
static gint64
get_process_cpu_us (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) pid);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  guint64 user = 0, system = 0;
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  /* The name in brackets may hold anything; the times are fields 14 and 15. */
  g_assert_cmpint (sscanf (strrchr (content, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &user, &system), ==, 2);
  return (gint64) ((user + system) * G_USEC_PER_SEC / (guint64) sysconf (_SC_CLK_TCK));
}

static void
run_ctl (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status = 0;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* A contest with the sample's people, drawn; with its first talk under way when @talking. */
static void
make_contest (const char *ctl,
              const char *path,
              gboolean    talking)
{
  run_ctl ((const char *[]){ ctl, "new", path, NULL });
  run_ctl ((const char *[]){ ctl, "import", path, "nominees", SOURCE_ROOT "/data/sample/roster-2018.csv", NULL });
  run_ctl ((const char *[]){ ctl, "import", path, "judges", SOURCE_ROOT "/data/sample/judges-2018.csv", NULL });
  run_ctl ((const char *[]){ ctl, "draw", path, "--seed", "bench", NULL });
  g_autofree char *serve = g_strdup_printf ("printf '%s\\nquit\\n' | '%s' serve '%s' --port 0 --bind 127.0.0.1", talking ? "call 1\\nclock start" : "go", ctl, path);
  run_ctl ((const char *[]){ "/bin/sh", "-c", serve, NULL });
}

/* The whole process, console and projector in a window, whose start is not counted. */
static void
measure_program (const char *what,
                 gboolean    talking,
                 guint       seconds)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "contest.lectern", NULL);
  g_autofree char *screens = g_build_filename (folder, "lectern", "screens.ini", NULL);
  g_autofree char *settings = g_path_get_dirname (screens);
  const char      *program[] = { BUILD_ROOT "/src/ui/lectern", path, "--port", "0", "--bind", "127.0.0.1", NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  GPid pid = 0;
  g_assert_cmpint (g_mkdir_with_parents (settings, 0700), ==, 0);
  g_file_set_contents (screens, "[operator]\nwindow=true\n", -1, &error);
  g_assert_no_error (error);
  make_contest (BUILD_ROOT "/src/cli/lecternctl", path, talking);
  environment = g_environ_setenv (environment, "XDG_CONFIG_HOME", folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", folder, TRUE);
  g_spawn_async (NULL, (char **) program, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_usleep (8 * G_USEC_PER_SEC);
  gint64 before_us = get_process_cpu_us (pid);
  g_usleep (seconds * G_USEC_PER_SEC);
  gint64 spent_us = get_process_cpu_us (pid) - before_us;
  g_assert_cmpint (waitpid (pid, NULL, WNOHANG), ==, 0); /* it has run all the time */
  g_autofree char *name = g_strdup_printf ("program-%s-cpu-ms-a-second", what);
  report (name, (double) spent_us / 1000.0 / seconds, 0, "");
  g_printerr ("program, %s: %.1f %% of a core\n", what, (double) spent_us / 10000.0 / seconds);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  run_ctl ((const char *[]){ "/bin/rm", "-r", folder, NULL });
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
  measure_moves (seconds);
  measure_program ("still", FALSE, seconds);
  measure_program ("clock", TRUE, seconds);
  hall_fixture_clear (&hall);
  return 0;
}
