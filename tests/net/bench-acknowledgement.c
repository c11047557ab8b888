/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From a judge's submit to the acknowledgement, over TLS on this machine, with 9, 50, 500 and 2 000 panels connected and the
 * contest on the disk of the temporary folder (TMPDIR): the built-in template, 28 entries, nine of the judges hand in one after
 * the other, each sheet eight times. The judges' panels are a process of their own, which takes the time, and the other panels
 * another, as they are other laptops. Beside it, in turns and so under the same load: what the disk alone takes to make a page
 * of a preallocated file durable, and what a bare TCP connection takes for the way there and back. Budget: 3 times the one and
 * 2 times the other, all at the 99th percentile. An argument measures that number of panels alone. */

#define G_LOG_DOMAIN "lectern-bench"

#include "panel-room.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <unistd.h>

#define N_JUDGES 9
#define N_LOTS 28
#define N_CRITERIA 5
#define ROUNDS 8 /* a lot; each judge submits in each */
#define PAGE 4096
#define FILE_PAGES 1024
#define MESSAGE 200

/* What is left of one sheet is not in the way of the next: the state after it, for instance. */
#define PAUSE_US 3000

typedef struct
{
  Evening *evening;
  Panels   judges;   /* the nine */
  Panels   others;   /* what else is connected; no process when there is nothing */
  int      file;     /* of the bare counterpart */
  int      near_end; /* of the bare connection */
  GArray  *ours;     /* of gint64 microseconds */
  GArray  *syncs;
  GArray  *trips;
} Bench;

static gint64
now_us (void)
{
  return g_get_monotonic_time ();
}

static void
add_since (GArray *array,
           gint64  since_us)
{
  gint64 took = now_us () - since_us;

  g_array_append_val (array, took);
}

/* --- the bare counterparts ----------------------------------------------------------------- */

static int
make_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare", NULL);
  char             page[PAGE] = { 1 };
  int              file = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  for (guint i = 0; i < FILE_PAGES; i++)
    g_assert_cmpint (pwrite (file, page, PAGE, (off_t) i * PAGE), ==, PAGE);
  g_assert_cmpint (fsync (file), ==, 0);
  return file;
}

static void
sync_once (Bench *bench,
           guint  turn)
{
  char   page[PAGE];
  gint64 since = now_us ();

  memset (page, (int) turn, PAGE);
  g_assert_cmpint (pwrite (bench->file, page, PAGE, (off_t) (turn % FILE_PAGES) * PAGE), ==, PAGE);
  g_assert_cmpint (fdatasync (bench->file), ==, 0);
  add_since (bench->syncs, since);
}

/* Gives back whatever comes, until the end. */
static gpointer
echo_thread (gpointer data)
{
  int     end = GPOINTER_TO_INT (data);
  char    buffer[MESSAGE];
  ssize_t n;

  while ((n = read (end, buffer, sizeof buffer)) > 0)
    if (write (end, buffer, (size_t) n) != n)
      break;
  close (end);
  return NULL;
}

static int
make_connection (GThread **thread)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) near_end = NULL;
  g_autoptr (GSocketConnection) far_end = NULL;
  guint16  port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  GSocket *socket;

  near_end = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);
  far_end = g_socket_listener_accept (listener, NULL, NULL, NULL);
  g_assert_nonnull (near_end);
  g_assert_nonnull (far_end);
  socket = g_socket_connection_get_socket (far_end);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  fcntl (g_socket_get_fd (socket), F_SETFL, fcntl (g_socket_get_fd (socket), F_GETFL) & ~O_NONBLOCK);
  *thread = g_thread_new ("echo", echo_thread, GINT_TO_POINTER (dup (g_socket_get_fd (socket))));
  socket = g_socket_connection_get_socket (near_end);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  fcntl (g_socket_get_fd (socket), F_SETFL, fcntl (g_socket_get_fd (socket), F_GETFL) & ~O_NONBLOCK);
  return dup (g_socket_get_fd (socket));
}

static void
trip_once (Bench *bench)
{
  char   message[MESSAGE] = { 1 };
  gint64 since = now_us ();
  gsize  got = 0;

  g_assert_cmpint (write (bench->near_end, message, MESSAGE), ==, MESSAGE);
  while (got < MESSAGE)
    {
      ssize_t n = read (bench->near_end, message, MESSAGE - got);

      g_assert_cmpint (n, >, 0);
      got += (gsize) n;
    }
  add_since (bench->trips, since);
}

/* --- ours ---------------------------------------------------------------------------------- */

static void
submit_once (Bench *bench,
             guint  judge,
             gint64 lot,
             guint  turn)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *answer = NULL;
  g_autofree char *line = g_strdup_printf ("sheet %u {\"type\":\"sheet\",\"id\":\"%s\",\"lot\":%d,\"marks\":{\"content\":\"30.%u\","
                                           "\"language\":\"20.%u\",\"courseware\":\"12\",\"bearing\":\"9\",\"effect\":\"8.5\"},\"submit\":true}\n",
                                           judge, id, (int) lot, turn, judge);
  gint64           took_us;

  panels_say (&bench->judges, line);
  answer = g_data_input_stream_read_line (bench->judges.answers, NULL, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpint (sscanf (answer, "ack %" G_GINT64_FORMAT, &took_us), ==, 1);
  g_array_append_val (bench->ours, took_us);
  g_usleep (PAUSE_US);
}

static void
run_lot (Bench *bench,
         gint64 lot)
{
  evening_talk (bench->evening, lot);
  evening_act (bench->evening, LECTERN_ACTION_OPEN_GATE, lot);
  evening_run_for (50);
  for (guint turn = 0; turn < ROUNDS; turn++)
    for (guint judge = 0; judge < N_JUDGES; judge++)
      {
        submit_once (bench, judge, lot, turn);
        sync_once (bench, turn * N_JUDGES + judge);
        trip_once (bench);
      }
  evening_act (bench->evening, LECTERN_ACTION_CLOSE_GATE, 0);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* In milliseconds. */
static double
percentile (GArray *array,
            guint   percent)
{
  g_array_sort (array, compare);
  return (double) g_array_index (array, gint64, (array->len - 1) * percent / 100) / 1000;
}

static void
print_figures (Bench *bench,
               guint  n_panels)
{
  double p50 = percentile (bench->ours, 50);
  double p99 = percentile (bench->ours, 99);
  double sync = percentile (bench->syncs, 99);
  double trip = percentile (bench->trips, 99);
  double budget = 3 * sync + 2 * trip;

  g_print ("{\"name\":\"acknowledgement-%u\",\"unit\":\"ms, p99\",\"value\":%.3f,\"bare\":%.3f,\"budget\":1,"
           "\"n\":%u,\"p50_ms\":%.3f,\"bare_fdatasync_p50_ms\":%.3f,\"bare_fdatasync_p99_ms\":%.3f,"
           "\"bare_round_trip_p99_ms\":%.3f}\n",
           n_panels, p99, budget, bench->ours->len, p50, percentile (bench->syncs, 50), sync, trip);
}

static void
measure (Bench *bench,
         guint  n_panels)
{
  g_autoptr (GPtrArray) tokens = panel_room_make_seats (bench->evening, n_panels);

  panels_start (&bench->judges, bench->evening->port, 0, N_JUDGES, FALSE, tokens);
  if (n_panels > N_JUDGES)
    panels_start (&bench->others, bench->evening->port, N_JUDGES, n_panels - N_JUDGES, FALSE, tokens);
  for (gint64 lot = 1; lot <= N_LOTS; lot++)
    run_lot (bench, lot);
  panels_stop (&bench->judges);
  if (bench->others.process)
    panels_stop (&bench->others);
}

static void
run (guint       n_panels,
     const char *rules)
{
  Bench    bench = { 0 };
  GThread *echo;

  bench.evening = evening_new_from (rules, MIN (n_panels, JUDGES_MAX));
  bench.file = make_file (bench.evening->folder);
  bench.near_end = make_connection (&echo);
  bench.ours = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.syncs = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.trips = g_array_new (FALSE, FALSE, sizeof (gint64));
  measure (&bench, n_panels);
  print_figures (&bench, n_panels);

  shutdown (bench.near_end, SHUT_RDWR);
  close (bench.near_end);
  g_thread_join (echo);
  close (bench.file);
  evening_free (bench.evening);
  g_array_unref (bench.ours);
  g_array_unref (bench.syncs);
  g_array_unref (bench.trips);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { N_JUDGES, 50, 500, 2000 };
  g_autofree char   *rules = NULL;

  panel_room_allow_files ();
  g_assert_true (g_file_get_contents (TEMPLATE_PATH, &rules, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || (guint) atoi (argv[1]) == sizes[i])
      run (sizes[i], rules);
  return 0;
}
