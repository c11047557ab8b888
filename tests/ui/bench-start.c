/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From starting the program on the sample contest to the console's first frame, and the memory it
 * holds a second later, beside an empty libadwaita window, in turn. Needs a (virtual) screen. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define RUNS 7

typedef struct
{
  double ms;
  double mb;
  double own_mb;
} Start;

/* A row of the process's share of memory: "\nPss:" is all of it, with its part of the libraries and
 * fonts that are mapped; "\nPss_Anon:" what it filled itself. */
static double
read_memory_mb (GSubprocess *process,
                const char  *row)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/smaps_rollup", g_subprocess_get_identifier (process));
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, row)) == NULL)
    return 0;
  return (double) strtol (line + strlen (row), NULL, 10) / 1024;
}

static Start
measure (const char *program,
         const char *argument)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  Start  start = { 0, 0, 0 };
  gint64 began = g_get_monotonic_time ();

  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "lectern-ui", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, argument, NULL);
  if (process == NULL)
    g_error ("%s", error->message);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        g_error ("%s ended before its first frame", program);
      if (strstr (line, "first frame") != NULL)
        break;
    }
  start.ms = (double) (g_get_monotonic_time () - began) / 1000;
  g_usleep (G_USEC_PER_SEC);
  start.mb = read_memory_mb (process, "\nPss:");
  start.own_mb = read_memory_mb (process, "\nPss_Anon:");
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
  return start;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double values[RUNS])
{
  qsort (values, RUNS, sizeof (double), compare);
  return values[RUNS / 2];
}

static void
run (const char *program,
     ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  va_list     args;
  const char *word;

  g_ptr_array_add (words, (gpointer) program);
  va_start (args, program);
  while ((word = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata, G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
    g_error ("%s failed", program);
}

static char *
make_contest (const char *build,
              const char *folder)
{
  g_autofree char *ctl = g_build_filename (build, "src", "cli", "lecternctl", NULL);
  g_autofree char *nominees = g_build_filename (SOURCE_ROOT, "data", "sample", "roster-2018.csv", NULL);
  g_autofree char *judges = g_build_filename (SOURCE_ROOT, "data", "sample", "judges-2018.csv", NULL);
  char            *path = g_build_filename (folder, "contest.lectern", NULL);

  run (ctl, "new", path, NULL);
  run (ctl, "import", path, "nominees", nominees, NULL);
  run (ctl, "import", path, "judges", judges, NULL);
  run (ctl, "draw", path, NULL);
  return path;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *build = g_build_filename (here, "..", "..", NULL);
  g_autofree char *program = g_build_filename (build, "src", "ui", "lectern", NULL);
  g_autofree char *empty = g_build_filename (here, "empty-window", NULL);
  g_autofree char *folder = g_dir_make_tmp ("lectern-start-XXXXXX", NULL);
  g_autofree char *contest = NULL;
  double           ours[RUNS], bare[RUNS], ours_mb[RUNS], bare_mb[RUNS], ours_own[RUNS], bare_own[RUNS];
  double           a, b, mb, own;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  contest = make_contest (build, folder);
  measure (program, contest); /* warms the caches, and makes the certificate */
  measure (empty, NULL);
  for (int i = 0; i < RUNS; i++)
    {
      Start start = measure (program, contest);
      Start other = measure (empty, NULL);

      ours[i] = start.ms;
      ours_mb[i] = start.mb;
      ours_own[i] = start.own_mb;
      bare[i] = other.ms;
      bare_mb[i] = other.mb;
      bare_own[i] = other.own_mb;
    }
  a = median (ours);
  b = median (bare);
  mb = median (ours_mb) - median (bare_mb);
  own = median (ours_own) - median (bare_own);
  g_print ("{\"name\":\"start-to-first-frame\",\"unit\":\"ms\",\"value\":%.1f,\"bare\":%.1f,\"ratio\":%.2f,\"budget\":1.5,\"ok\":%s}\n", a, b, a / b, a / b <= 1.5 ? "true" : "false");
  g_print ("{\"name\":\"memory-above-empty-window\",\"unit\":\"MB\",\"value\":%.1f,\"bare\":40,\"ratio\":%.2f,\"budget\":1,\"ok\":%s}\n", mb, mb / 40, mb <= 40 ? "true" : "false");
  g_print ("{\"name\":\"memory-of-its-own-above-empty-window\",\"unit\":\"MB\",\"value\":%.1f,\"bare\":40,\"ratio\":%.2f,\"budget\":1,\"ok\":%s}\n", own, own / 40, own <= 40 ? "true" : "false");
  run ("rm", "-rf", folder, NULL);
  return EXIT_SUCCESS;
}
