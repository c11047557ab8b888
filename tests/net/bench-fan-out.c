/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From a commit to the last of 50, 500 and 2 000 panels that shows it, over TLS on this machine: the clock is paused and
 * resumed, every panel gets the whole state. Beside it, by turns, a bare server: an epoll loop that writes one record of TLS
 * as long as a state to each of as many connections. Half of the changes come while every tenth panel is stalled: it sends pings and reads
 * nothing. At last every tenth is stopped as by SIGSTOP, until the main laptop lets it go. The panels are processes of
 * their own, so what this one's memory grows by, divided, is what a panel takes here.
 *
 * A jury has 64 judges at most: see panel-room.h for the other seats. */

#define G_LOG_DOMAIN "lectern-bench"

#include "panel-room.h"
#include "lectern-host-key.h"
#include "lectern-tls-end.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define CHANGES 40 /* in each of the two states */
#define BLOCKS 8
#define WARM_UP 4
#define SETTLE_US 600000
#define PAUSE_US 20000
#define STOPPED_CHANGES 20
#define GONE_US (7 * G_USEC_PER_SEC) /* a silent panel is let go before */

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

/* Nine tenths of the panels, and those that will stall. */
typedef struct
{
  Panels steady;
  Panels weak;
} Audience;

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
  double stopped_ms;
  double stopped_bare_ms;
  double bare_ms;
  double memory_kb;  /* a panel */
  double stopped_kb; /* what one more takes that is stopped, at most */
  guint  let_go;     /* of those that were stopped */
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

static void
audience_start (Audience  *audience,
                guint16    port,
                guint      n_panels,
                GPtrArray *tokens)
{
  panels_start (&audience->steady, port, n_panels / 10, n_panels - n_panels / 10, FALSE, tokens);
  panels_start (&audience->weak, port, 0, n_panels / 10, TRUE, tokens);
}

static void
audience_ask (Audience   *audience,
              gboolean    all,
              const char *line)
{
  panels_say (&audience->steady, line);
  if (all)
    panels_say (&audience->weak, line);
  panels_expect (&audience->steady, "set");
  if (all)
    panels_expect (&audience->weak, "set");
}

static gint64
audience_wait (Audience *audience,
               gboolean  all,
               gsize    *bytes)
{
  gint64 at_us = panels_wait (&audience->steady, bytes);
  gint64 weak_us = all ? panels_wait (&audience->weak, bytes) : 0;

  return MAX (at_us, weak_us);
}

/* @all: the weak ones read, too. */
static double
change_once (Bench    *bench,
             Audience *audience,
             gboolean  all,
             guint     i,
             gsize    *bytes)
{
  gint64 at_us;

  audience_ask (audience, all, "go\n");
  evening_act (bench->evening, i % 2 ? LECTERN_ACTION_RESUME_CLOCK : LECTERN_ACTION_PAUSE_CLOCK, 0);
  at_us = audience_wait (audience, all, bytes);
  return (double) (at_us - bench->committed_us) / 1000;
}

static double
broadcast_once (Bench    *bench,
                Audience *audience,
                gsize     bytes)
{
  g_autofree char *line = g_strdup_printf ("go %zu\n", bytes);
  const guint64    one = 1;
  gint64           since_us;

  bench->bare.bytes = bytes;
  audience_ask (audience, TRUE, line);
  since_us = g_get_monotonic_time ();
  g_assert_cmpint (write (bench->bare.wake, &one, sizeof one), ==, sizeof one);
  return (double) (audience_wait (audience, TRUE, &bytes) - since_us) / 1000;
}

/* Quiet and with a tenth stalled by turns, each change followed by the bare server's. */
static void
run_blocks (Bench    *bench,
            Audience *ours,
            Audience *bare,
            Figures  *figures)
{
  double ours_ms[2][CHANGES];
  double bare_ms[2 * CHANGES];
  guint  n = 0;

  for (guint block = 0; block < BLOCKS; block++)
    {
      guint stalled = block % 2;

      panels_say (&ours->weak, stalled ? "stall 1\n" : "stall 0\n");
      g_usleep (SETTLE_US);
      for (guint i = 0; i < 2 * CHANGES / BLOCKS; i++, n++)
        {
          ours_ms[stalled][block / 2 * (2 * CHANGES / BLOCKS) + i] = change_once (bench, ours, !stalled, n, &figures->bytes);
          bare_ms[n] = broadcast_once (bench, bare, figures->bytes);
          g_usleep (PAUSE_US);
        }
    }
  figures->ours_ms = quartile (ours_ms[0], CHANGES);
  figures->stalled_ms = quartile (ours_ms[1], CHANGES);
  figures->bare_ms = quartile (bare_ms, 2 * CHANGES);
}

static guint
count_connected (Bench *bench)
{
  g_autoptr (GPtrArray) presences = lectern_server_list_presences (bench->evening->server);
  guint n = 0;

  for (guint i = 0; i < presences->len; i++)
    n += ((const LecternPresence *) g_ptr_array_index (presences, i))->connected;
  return n;
}

/* Every tenth panel is stopped in the middle of everything, and changes come until it is let go, and after. */
static void
run_stopped (Bench    *bench,
             Audience *ours,
             Audience *bare,
             guint     n_weak,
             Figures  *figures)
{
  double ours_ms[STOPPED_CHANGES];
  double bare_ms[STOPPED_CHANGES];
  double before_kb = read_memory_kb ();
  guint  connected = count_connected (bench);
  pid_t  pid = atoi (g_subprocess_get_identifier (ours->weak.process));

  g_assert_cmpint (kill (pid, SIGSTOP), ==, 0);
  for (guint i = 0; i < STOPPED_CHANGES; i++)
    {
      ours_ms[i] = change_once (bench, ours, FALSE, i, &figures->bytes);
      bare_ms[i] = broadcast_once (bench, bare, figures->bytes);
      figures->stopped_kb = MAX (figures->stopped_kb, (read_memory_kb () - before_kb) / n_weak);
      g_usleep (GONE_US / STOPPED_CHANGES);
    }
  figures->stopped_ms = quartile (ours_ms, STOPPED_CHANGES);
  figures->stopped_bare_ms = quartile (bare_ms, STOPPED_CHANGES);
  figures->let_go = connected - count_connected (bench);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
}

static Figures
measure (Bench *bench,
         guint  n_panels)
{
  Audience ours = { 0 };
  Audience bare = { 0 };
  double   before_kb = read_memory_kb ();
  Figures  figures = { 0 };

  audience_start (&ours, bench->evening->port, n_panels, bench->tokens);
  figures.memory_kb = (read_memory_kb () - before_kb) / n_panels;
  bare_start (&bench->bare, bench->evening->folder);
  audience_start (&bare, bench->bare.port, n_panels, NULL);
  g_usleep (SETTLE_US); /* the states of their hellos are not a change */
  for (guint i = 0; i < WARM_UP; i++)
    change_once (bench, &ours, TRUE, i, &figures.bytes);
  g_assert_cmpuint (count_connected (bench), ==, n_panels);
  run_blocks (bench, &ours, &bare, &figures);
  panels_say (&ours.weak, "stall 0\n");
  g_usleep (SETTLE_US);
  run_stopped (bench, &ours, &bare, n_panels / 10, &figures);
  panels_stop (&ours.steady);
  panels_stop (&bare.steady);
  panels_stop (&bare.weak);
  g_clear_object (&ours.weak.answers);
  g_clear_object (&ours.weak.process);
  bare_stop (&bench->bare);
  return figures;
}

static void
report (guint          n_panels,
        const Figures *figures)
{
  g_print ("{\"name\":\"fan-out-%u\",\"unit\":\"ms\",\"value\":%.3f,\"bare\":%.3f,\"budget\":2,\"bytes\":%zu,\"memory_kb\":%.1f}\n",
           n_panels, figures->ours_ms, figures->bare_ms, figures->bytes, figures->memory_kb);
  g_print ("{\"name\":\"fan-out-%u-stalled\",\"unit\":\"ms\",\"value\":%.3f,\"bare\":%.3f,\"budget\":1.2}\n",
           n_panels, figures->stalled_ms, figures->ours_ms);
  g_print ("{\"name\":\"fan-out-%u-stopped\",\"unit\":\"ms\",\"value\":%.3f,\"bare\":%.3f,\"budget\":2,\"let_go\":%u,\"memory_kb\":%.1f}\n",
           n_panels, figures->stopped_ms, figures->stopped_bare_ms, figures->let_go, figures->stopped_kb);
}

static void
run (guint n_panels)
{
  Bench   bench = { 0 };
  Figures figures;

  bench.evening = evening_new (MIN (n_panels, JUDGES_MAX));
  bench.tokens = panel_room_make_seats (bench.evening, n_panels);
  evening_act (bench.evening, LECTERN_ACTION_CALL, 1);
  evening_act (bench.evening, LECTERN_ACTION_START_CLOCK, 0);
  g_signal_connect (bench.evening->engine, "committed", G_CALLBACK (on_committed_cb), &bench);
  figures = measure (&bench, n_panels);
  g_signal_handlers_disconnect_by_data (bench.evening->engine, &bench);
  report (n_panels, &figures);
  evening_free (bench.evening);
  g_ptr_array_unref (bench.tokens);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 50, 500, 2000 };

  panel_room_allow_files ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || (guint) atoi (argv[1]) == sizes[i])
      run (sizes[i]);
  return 0;
}
