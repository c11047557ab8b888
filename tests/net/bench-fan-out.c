/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From a commit to the last of 50, 500 and 999 panels (a contest has no more judges) that shows it, over TLS on this machine: the clock is paused and
 * resumed, every panel gets the whole state. Beside it, by turns, a bare server: an epoll loop that writes one record of TLS
 * as long as a state to each of as many connections. Half of the changes come while every tenth panel is stalled. The panels are processes of
 * their own, so what this one's memory grows by, divided, is what a panel takes here. */

#define G_LOG_DOMAIN "lectern-bench"

#include "evening.h"
#include "lectern-host-key.h"
#include "lectern-tls-end.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#define CHANGES 40 /* in each of the two states */
#define BLOCKS 8
#define WARM_UP 4
#define SETTLE_US 600000
#define PAUSE_US 20000

/* --- the bare server ----------------------------------------------------------------------- */

typedef struct
{
  GSocket       *listener;
  LecternTlsKey *key;
  GPtrArray     *ends;    /* LecternTlsEnd, shaken */
  GPtrArray     *sockets; /* GSocket */
  GThread       *thread;
  gsize          bytes;
  guint16        port;
  int            epoll;
  int            wake;
  gint           stop;
} Bare;

static void
bare_accept (Bare *bare)
{
  GSocket           *socket = g_socket_accept (bare->listener, NULL, NULL);
  struct epoll_event event = { .events = EPOLLIN };
  LecternTlsEnd     *end;

  g_assert_nonnull (socket);
  end = lectern_tls_end_new (bare->key, socket);
  event.data.ptr = end;
  g_ptr_array_add (bare->sockets, socket);
  g_ptr_array_add (bare->ends, end);
  epoll_ctl (bare->epoll, EPOLL_CTL_ADD, g_socket_get_fd (socket), &event);
}

static void
bare_broadcast (Bare *bare)
{
  g_autofree char *message = g_malloc0 (bare->bytes);
  guint64          count;

  g_assert_cmpint (read (bare->wake, &count, sizeof count), ==, sizeof count);
  for (guint i = 0; i < bare->ends->len; i++)
    lectern_tls_end_write (g_ptr_array_index (bare->ends, i), message, bare->bytes);
}

static gpointer
bare_thread (gpointer data)
{
  Bare              *bare = data;
  struct epoll_event events[256];

  while (!g_atomic_int_get (&bare->stop))
    {
      int n = epoll_wait (bare->epoll, events, G_N_ELEMENTS (events), 100);

      for (int i = 0; i < n; i++)
        if (events[i].data.ptr == bare)
          bare_accept (bare);
        else if (events[i].data.ptr == NULL)
          bare_broadcast (bare);
        else
          lectern_tls_end_shake_hands (events[i].data.ptr);
    }
  return NULL;
}

static void
bare_start (Bare       *bare,
            const char *key_folder)
{
  g_autoptr (GTlsCertificate) certificate = lectern_host_key_open (key_folder, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) own = NULL;
  struct epoll_event event = { .events = EPOLLIN, .data.ptr = bare };

  bare->key = lectern_tls_key_new (certificate, FALSE, NULL);
  bare->ends = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_tls_end_free);
  bare->sockets = g_ptr_array_new_with_free_func (g_object_unref);
  bare->listener = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_socket_set_listen_backlog (bare->listener, 1024);
  g_assert_true (g_socket_bind (bare->listener, any_port, TRUE, NULL) && g_socket_listen (bare->listener, NULL));
  own = g_socket_get_local_address (bare->listener, NULL);
  bare->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (own));
  bare->epoll = epoll_create1 (EPOLL_CLOEXEC);
  bare->wake = eventfd (0, EFD_CLOEXEC);
  epoll_ctl (bare->epoll, EPOLL_CTL_ADD, g_socket_get_fd (bare->listener), &event);
  event.data.ptr = NULL;
  epoll_ctl (bare->epoll, EPOLL_CTL_ADD, bare->wake, &event);
  bare->thread = g_thread_new ("bare", bare_thread, bare);
}

static void
bare_stop (Bare *bare)
{
  g_atomic_int_set (&bare->stop, 1);
  g_thread_join (bare->thread);
  g_ptr_array_unref (bare->ends);
  g_ptr_array_unref (bare->sockets);
  g_object_unref (bare->listener);
  lectern_tls_key_unref (bare->key);
  close (bare->epoll);
  close (bare->wake);
}

/* --- the panels ---------------------------------------------------------------------------- */

typedef struct
{
  GSubprocess      *process;
  GDataInputStream *answers;
} Panels;

static void
panels_say (Panels     *panels,
            const char *line)
{
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (panels->process), line, strlen (line), NULL, NULL, NULL));
}

static void
panels_expect (Panels     *panels,
               const char *answer)
{
  g_autofree char *line = g_data_input_stream_read_line (panels->answers, NULL, NULL, NULL);

  g_assert_cmpstr (line, ==, answer);
}

/* @tokens NULL: connections to the bare server. */
static void
panels_start (Panels    *panels,
              guint16    port,
              guint      n_panels,
              GPtrArray *tokens)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (own);
  g_autofree char *program = g_build_filename (folder, "fan-out-panels", NULL);
  g_autofree char *line = NULL;

  panels->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, NULL);
  g_assert_nonnull (panels->process);
  panels->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (panels->process));
  line = g_strdup_printf ("connect %u %u %d\n", port, n_panels, tokens == NULL);
  panels_say (panels, line);
  for (guint i = 0; tokens && i < n_panels; i++)
    {
      g_autofree char *token = g_strconcat (g_ptr_array_index (tokens, i), "\n", NULL);

      panels_say (panels, token);
    }
  panels_expect (panels, "ready");
}

static void
panels_stop (Panels *panels)
{
  panels_say (panels, "quit\n");
  g_subprocess_wait (panels->process, NULL, NULL);
  g_clear_object (&panels->answers);
  g_clear_object (&panels->process);
}

/* When the last had it; how many bytes it was. */
static gint64
panels_wait (Panels *panels,
             gsize  *bytes)
{
  g_autofree char *line = g_data_input_stream_read_line (panels->answers, NULL, NULL, NULL);
  gint64           at_us;

  g_assert_nonnull (line);
  g_assert_cmpint (sscanf (line, "done %" G_GINT64_FORMAT " %zu", &at_us, bytes), ==, 2);
  return at_us;
}

/* --- the measure --------------------------------------------------------------------------- */

typedef struct
{
  Evening   *evening;
  GPtrArray *tokens;
  Bare       bare;
  gint64     committed_us; /* written on the engine's thread, read after the answer of the panels */
} Bench;

typedef struct
{
  double ours_ms;
  double stalled_ms;
  double bare_ms;
  double memory_kb; /* a panel */
  gsize  bytes;
} Figures;

static void
on_committed_cb (LecternEngine *engine,
                 LecternChange *change,
                 gint64         seq,
                 gint64         wall_us,
                 gpointer       user_data)
{
  Bench *bench = user_data;

  bench->committed_us = g_get_monotonic_time ();
}

static double
read_memory_kb (void)
{
  g_autofree char *status = NULL;
  const char      *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmRSS:");
  return g_ascii_strtod (line + strlen ("VmRSS:"), NULL);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* What a quarter of the changes stayed below: the other three may have met with something else that this
 * machine did. The same for both servers. */
static double
quartile (double *values,
          guint   n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 4];
}

static double
change_once (Bench  *bench,
             Panels *panels,
             guint   i,
             gsize  *bytes)
{
  gint64 at_us;

  panels_say (panels, "go\n");
  panels_expect (panels, "set");
  evening_act (bench->evening, i % 2 ? LECTERN_ACTION_RESUME_CLOCK : LECTERN_ACTION_PAUSE_CLOCK, 0);
  at_us = panels_wait (panels, bytes);
  return (double) (at_us - bench->committed_us) / 1000;
}

static double
broadcast_once (Bench  *bench,
                Panels *panels,
                gsize   bytes)
{
  g_autofree char *line = g_strdup_printf ("go %zu\n", bytes);
  const guint64    one = 1;
  gint64           since_us;

  bench->bare.bytes = bytes;
  panels_say (panels, line);
  panels_expect (panels, "set");
  since_us = g_get_monotonic_time ();
  g_assert_cmpint (write (bench->bare.wake, &one, sizeof one), ==, sizeof one);
  return (double) (panels_wait (panels, &bytes) - since_us) / 1000;
}

/* Quiet and with a tenth stalled by turns, each change followed by the bare server's. */
static void
run_blocks (Bench   *bench,
            Panels  *ours,
            Panels  *bare,
            Figures *figures)
{
  double ours_ms[2][CHANGES];
  double bare_ms[2 * CHANGES];
  guint  n = 0;

  for (guint block = 0; block < BLOCKS; block++)
    {
      guint stalled = block % 2;

      panels_say (ours, stalled ? "stall 1\n" : "stall 0\n");
      g_usleep (SETTLE_US);
      for (guint i = 0; i < 2 * CHANGES / BLOCKS; i++, n++)
        {
          ours_ms[stalled][block / 2 * (2 * CHANGES / BLOCKS) + i] = change_once (bench, ours, n, &figures->bytes);
          bare_ms[n] = broadcast_once (bench, bare, figures->bytes);
          g_usleep (PAUSE_US);
        }
    }
  figures->ours_ms = quartile (ours_ms[0], CHANGES);
  figures->stalled_ms = quartile (ours_ms[1], CHANGES);
  figures->bare_ms = quartile (bare_ms, 2 * CHANGES);
}

static Figures
measure (Bench *bench,
         guint  n_panels)
{
  Panels  ours = { 0 };
  Panels  bare = { 0 };
  double  before_kb = read_memory_kb ();
  Figures figures = { 0 };

  panels_start (&ours, bench->evening->port, n_panels, bench->tokens);
  figures.memory_kb = (read_memory_kb () - before_kb) / n_panels;
  bare_start (&bench->bare, bench->evening->folder);
  panels_start (&bare, bench->bare.port, n_panels, NULL);
  for (guint i = 0; i < WARM_UP; i++)
    change_once (bench, &ours, i, &figures.bytes);
  run_blocks (bench, &ours, &bare, &figures);
  panels_stop (&ours);
  panels_stop (&bare);
  bare_stop (&bench->bare);
  return figures;
}

/* Seats made as the reception makes them, without its door. */
static char *
make_seat (Bench *bench,
           guint  judge)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_PAIR, "judge");
  char          *token = g_strdup_printf ("%064x", judge);

  action->text = evening_make_code (bench->evening, judge);
  action->key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
  action->device = g_strdup ("bench");
  action->address = g_strdup ("127.0.0.1");
  g_free (evening_do (bench->evening, action));
  return token;
}

static void
run (guint n_panels)
{
  Bench   bench = { .tokens = g_ptr_array_new_with_free_func (g_free) };
  Figures figures;

  bench.evening = evening_new (n_panels);
  for (guint i = 1; i <= n_panels; i++)
    g_ptr_array_add (bench.tokens, make_seat (&bench, i));
  evening_act (bench.evening, LECTERN_ACTION_CALL, 1);
  evening_act (bench.evening, LECTERN_ACTION_START_CLOCK, 0);
  g_signal_connect (bench.evening->engine, "committed", G_CALLBACK (on_committed_cb), &bench);
  figures = measure (&bench, n_panels);
  g_signal_handlers_disconnect_by_data (bench.evening->engine, &bench);
  g_print ("{\"name\":\"fan-out-%u\",\"unit\":\"ms\",\"value\":%.3f,\"bare\":%.3f,\"budget\":2,\"bytes\":%zu,\"memory_kb\":%.1f}\n",
           n_panels, figures.ours_ms, figures.bare_ms, figures.bytes, figures.memory_kb);
  g_print ("{\"name\":\"fan-out-%u-stalled\",\"unit\":\"ms\",\"value\":%.3f,\"bare\":%.3f,\"budget\":1.2}\n",
           n_panels, figures.stalled_ms, figures.ours_ms);
  evening_free (bench.evening);
  g_ptr_array_unref (bench.tokens);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 50, 500, 999 };
  struct rlimit      files;

  getrlimit (RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit (RLIMIT_NOFILE, &files);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || (guint) atoi (argv[1]) == sizes[i])
      run (sizes[i]);
  return 0;
}
