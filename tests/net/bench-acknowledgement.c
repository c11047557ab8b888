/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From a judge's submit to the acknowledgement, over TLS on this machine, with the contest on the
 * disk of the temporary folder (TMPDIR): the built-in template, 28 entries, 9 judges who submit one
 * after the other, each sheet eight times. Beside it, in turns and so under the same load: what the
 * disk alone takes to make a page of a preallocated file durable, and what a bare TCP connection
 * takes for the way there and back. Budget: 3 times the one and 2 times the other, all at the 99th
 * percentile. */

#define G_LOG_DOMAIN "lectern-bench"

#include "evening.h"
#include "lectern-judge-client.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#define N_JUDGES 9
#define N_LOTS 28
#define N_CRITERIA 5
#define ROUNDS 8 /* a lot; each judge submits in each */
#define PAGE 4096
#define FILE_PAGES 1024
#define MESSAGE 200

typedef struct
{
  Evening            *evening;
  LecternJudgeClient *clients[N_JUDGES];
  guint               n_acknowledged;
  int                 file;
  int                 near_end; /* of the bare connection */
  GArray             *ours;     /* of gint64 microseconds */
  GArray             *syncs;
  GArray             *trips;
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
on_acknowledged_cb (LecternJudgeClient *client,
                    const char         *id,
                    gint64              lot,
                    gint64              version,
                    const char         *state,
                    gint64              total,
                    gpointer            user_data)
{
  Bench *bench = user_data;

  bench->n_acknowledged++;
}

static void
on_refused_cb (LecternJudgeClient *client,
               const char         *id,
               const char         *code,
               const char         *message,
               gpointer            user_data)
{
  g_error ("refused: %s", code);
}

static void
on_paired_cb (GObject      *client,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_assert_true (lectern_judge_client_pair_finish (LECTERN_JUDGE_CLIENT (client), result, NULL));
  lectern_judge_client_start (LECTERN_JUDGE_CLIENT (client));
}

static void
add_judge (Bench *bench,
           guint  i)
{
  g_autofree char *address = evening_make_uri (bench->evening, "");
  g_autofree char *code = evening_make_code (bench->evening, i + 1);

  bench->clients[i] = i > 0 ? lectern_judge_client_new_beside (bench->clients[0])
                            : lectern_judge_client_new (address, lectern_server_get_fingerprint (bench->evening->server));
  g_signal_connect (bench->clients[i], "acknowledged", G_CALLBACK (on_acknowledged_cb), bench);
  g_signal_connect (bench->clients[i], "refused", G_CALLBACK (on_refused_cb), bench);
  lectern_judge_client_pair_async (bench->clients[i], code, "bench", NULL, on_paired_cb, NULL);
  WAIT_UNTIL (lectern_judge_client_get_connected (bench->clients[i]));
}

static gboolean
shows (LecternJudgeClient *client,
       gint64              lot,
       gint64              version)
{
  LecternJudgeState *state = lectern_judge_client_get_state (client);

  for (guint i = 0; i < state->sheets->len; i++)
    {
      const LecternJudgeSheet *sheet = g_ptr_array_index (state->sheets, i);

      if (sheet->lot == lot)
        return sheet->version == version;
    }
  return FALSE;
}

static void
submit_once (Bench *bench,
             guint  judge,
             gint64 lot,
             guint  turn)
{
  const gint64 marks[N_CRITERIA] = { 30000 + 100 * (gint64) turn, 20000 + 100 * (gint64) lot, 12000, 9000, 8500 };
  guint        wanted = bench->n_acknowledged + 1;
  gint64       since = now_us ();

  lectern_judge_client_send_sheet (bench->clients[judge], lot, marks, N_CRITERIA, TRUE);
  while (bench->n_acknowledged < wanted)
    g_main_context_iteration (NULL, TRUE);
  add_since (bench->ours, since);
  /* The state that follows is not the acknowledgement, nor should it be in the way of the next. */
  while (!shows (bench->clients[judge], lot, turn + 1))
    g_main_context_iteration (NULL, TRUE);
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
print_figures (Bench *bench)
{
  double p50 = percentile (bench->ours, 50);
  double p99 = percentile (bench->ours, 99);
  double sync = percentile (bench->syncs, 99);
  double trip = percentile (bench->trips, 99);
  double budget = 3 * sync + 2 * trip;

  g_print ("{\"name\":\"acknowledgement\",\"unit\":\"ms, p99\",\"value\":%.3f,\"bare\":%.3f,\"budget\":1,"
           "\"n\":%u,\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"bare_fdatasync_p50_ms\":%.3f,\"bare_fdatasync_p99_ms\":%.3f,"
           "\"bare_round_trip_p99_ms\":%.3f,\"budget_ms\":%.3f,\"ok\":%s}\n",
           p99, budget, bench->ours->len, p50, p99, percentile (bench->syncs, 50), sync, trip, budget,
           p99 <= budget ? "true" : "false");
}

int
main (int    argc,
      char **argv)
{
  Bench            bench = { 0 };
  GThread         *echo;
  g_autofree char *rules = NULL;

  g_assert_true (g_file_get_contents (TEMPLATE_PATH, &rules, NULL, NULL));
  bench.evening = evening_new_from (rules, N_JUDGES);
  bench.file = make_file (bench.evening->folder);
  bench.near_end = make_connection (&echo);
  bench.ours = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.syncs = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench.trips = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < N_JUDGES; i++)
    add_judge (&bench, i);
  for (gint64 lot = 1; lot <= N_LOTS; lot++)
    run_lot (&bench, lot);
  print_figures (&bench);

  for (guint i = 0; i < N_JUDGES; i++)
    lectern_judge_client_stop (bench.clients[i]);
  evening_run_for (50);
  for (guint i = 0; i < N_JUDGES; i++)
    g_object_unref (bench.clients[i]);
  shutdown (bench.near_end, SHUT_RDWR);
  close (bench.near_end);
  g_thread_join (echo);
  close (bench.file);
  evening_free (bench.evening);
  g_array_unref (bench.ours);
  g_array_unref (bench.syncs);
  g_array_unref (bench.trips);
  return 0;
}
