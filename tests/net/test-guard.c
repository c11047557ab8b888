/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The guard alone: no engine, no libsoup behind it. Clients are threads with a plain socket and GnuTLS, from
 * several addresses of 127.0.0.0/8; the guard runs on the test's own loop. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-guard.h"
#include "lectern-host-key.h"
#include "lectern-socket.h"
#include "lectern-venue.h"

#include <arpa/inet.h>
#include <glib/gstdio.h>
#include <gnutls/gnutls.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define NEW_TLS "NORMAL:-VERS-ALL:+VERS-TLS1.3"
#define OLD_TLS "NORMAL:-VERS-ALL:+VERS-TLS1.2"
#define OLDER_TLS "NORMAL:-VERS-ALL:+VERS-TLS1.1:+VERS-TLS1.0"
#define GET "GET / HTTP/1.1\r\nHost: h\r\n\r\n"
#define ANSWER "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"
#define SECOND_MS 1000

typedef struct
{
  char            *folder;
  GTlsCertificate *certificate;
  LecternGuard    *guard;
  guint16          port;
  GPtrArray       *admitted; /* LecternGuardStream */
} Fixture;

static void
on_admitted_cb (LecternGuard       *guard,
                LecternGuardStream *stream,
                gpointer            user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->admitted, g_object_ref (stream));
}

static void
open_guard (Fixture                  *fixture,
            const char               *bind,
            const LecternGuardLimits *limits,
            gboolean                  old)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocket) socket = lectern_socket_listen (bind, 0, &error);
  g_autoptr (LecternTlsKey) key = NULL;
  g_autoptr (GSocketAddress) address = NULL;

  g_assert_no_error (error);
  key = lectern_tls_key_new (fixture->certificate, old, &error);
  g_assert_no_error (error);
  address = g_socket_get_local_address (socket, NULL);
  fixture->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  fixture->guard = lectern_guard_new (socket, key, limits);
  g_signal_connect (fixture->guard, "admitted", G_CALLBACK (on_admitted_cb), fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lectern-guard-XXXXXX", NULL);
  fixture->certificate = lectern_host_key_open (fixture->folder, &error);
  g_assert_no_error (error);
  fixture->admitted = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "host-key.pem", NULL);

  g_ptr_array_unref (fixture->admitted);
  if (fixture->guard)
    lectern_guard_shut (fixture->guard);
  if (fixture->guard)
    g_assert_cmpuint (lectern_guard_count_connections (fixture->guard), ==, 0);
  g_clear_object (&fixture->guard);
  g_object_unref (fixture->certificate);
  g_remove (path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* --- clients ------------------------------------------------------------------------------- */

static int
connect_from (Fixture    *fixture,
              const char *from,
              const char *to)
{
  struct sockaddr_in source = { .sin_family = AF_INET };
  struct sockaddr_in target = { .sin_family = AF_INET, .sin_port = htons (fixture->port) };
  int                fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  inet_pton (AF_INET, from, &source.sin_addr);
  inet_pton (AF_INET, to, &target.sin_addr);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &source, sizeof source), ==, 0);
  g_assert_cmpint (connect (fd, (struct sockaddr *) &target, sizeof target), ==, 0);
  return fd;
}

static gboolean
on_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the loop for @ms at most, until @condition. */
#define RUN_UNTIL(condition, ms)                               \
  G_STMT_START                                                 \
  {                                                            \
    gboolean passed_ = FALSE;                                  \
    guint    id_ = g_timeout_add (ms, on_passed_cb, &passed_); \
    while (!(condition) && !passed_)                           \
      g_main_context_iteration (NULL, TRUE);                   \
    if (!passed_)                                              \
      g_source_remove (id_);                                   \
  }                                                            \
  G_STMT_END

/* Whether the other end has closed @fd. */
static gboolean
is_closed (int fd)
{
  char    byte;
  ssize_t n = recv (fd, &byte, 1, MSG_DONTWAIT | MSG_PEEK);

  return n == 0 || (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

/* What a client with TLS does, on a thread of its own. */
typedef struct
{
  int         fd;
  const char *priority;
  const char *request;
  gboolean    shaken;
  char        answer[4096];
  gsize       length;
  gint        done;
} Client;

static gpointer
client_thread (gpointer data)
{
  Client                          *client = data;
  gnutls_session_t                 session;
  gnutls_certificate_credentials_t credentials;
  ssize_t                          n = 1;

  gnutls_certificate_allocate_credentials (&credentials);
  gnutls_init (&session, GNUTLS_CLIENT);
  gnutls_priority_set_direct (session, client->priority, NULL);
  gnutls_credentials_set (session, GNUTLS_CRD_CERTIFICATE, credentials);
  gnutls_transport_set_int (session, client->fd);
  client->shaken = gnutls_handshake (session) == 0;
  if (client->shaken)
    gnutls_record_send (session, client->request, strlen (client->request));
  while (client->shaken && n > 0 && client->length < sizeof client->answer - 1)
    {
      n = gnutls_record_recv (session, client->answer + client->length, sizeof client->answer - 1 - client->length);
      client->length += n > 0 ? (gsize) n : 0;
    }
  gnutls_deinit (session);
  gnutls_certificate_free_credentials (credentials);
  g_atomic_int_set (&client->done, 1);
  g_main_context_wakeup (NULL);
  return NULL;
}

/* One request, and what came back until the end. */
static void
run_client (Fixture    *fixture,
            Client     *client,
            const char *priority,
            const char *request)
{
  GThread *thread;

  client->fd = connect_from (fixture, "127.0.0.2", "127.0.0.1");
  client->priority = priority;
  client->request = request;
  thread = g_thread_new ("client", client_thread, client);
  RUN_UNTIL (g_atomic_int_get (&client->done), 10 * SECOND_MS);
  g_assert_true (g_atomic_int_get (&client->done));
  g_thread_join (thread);
  close (client->fd);
}

/* --- tests --------------------------------------------------------------------------------- */

static void
on_admitted_answer_cb (LecternGuard       *guard,
                       LecternGuardStream *stream,
                       gpointer            user_data)
{
  GString *read = user_data;
  char     buffer[100];
  gssize   n;

  while ((n = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (stream)), buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (read, buffer, n);
  g_assert_cmpint (g_output_stream_write (g_io_stream_get_output_stream (G_IO_STREAM (stream)), ANSWER, strlen (ANSWER), NULL, NULL),
                   ==, strlen (ANSWER));
  g_assert_true (g_io_stream_close (G_IO_STREAM (stream), NULL, NULL));
}

/* What is behind the guard reads the request and nothing else, and what it writes arrives. */
static void
test_admits (Fixture      *fixture,
             gconstpointer data)
{
  Client client = { 0 };
  g_autoptr (GString) read = g_string_new (NULL);

  open_guard (fixture, "127.0.0.1", NULL, FALSE);
  g_signal_connect (fixture->guard, "admitted", G_CALLBACK (on_admitted_answer_cb), read);
  run_client (fixture, &client, NEW_TLS, GET);
  g_assert_cmpstr (read->str, ==, GET);
  g_assert_cmpstr (client.answer, ==, ANSWER);
  RUN_UNTIL (lectern_guard_count_connections (fixture->guard) == 0, SECOND_MS);
  g_assert_cmpuint (lectern_guard_count_connections (fixture->guard), ==, 0);
  g_assert_cmpuint (lectern_guard_count_refusals (fixture->guard), ==, 0);
}

static void
test_refuses (Fixture      *fixture,
              gconstpointer data)
{
  Client client = { 0 };

  open_guard (fixture, "127.0.0.1", NULL, FALSE);
  run_client (fixture, &client, NEW_TLS, GET GET);
  g_assert_true (g_str_has_prefix (client.answer, "HTTP/1.1 400 "));
  g_assert_nonnull (strstr (client.answer, "\"bad-request\""));
  g_assert_cmpuint (fixture->admitted->len, ==, 0);
  g_assert_cmpuint (lectern_guard_count_refusals (fixture->guard), ==, 1);
}

/* Which TLS is spoken is this server's own setting, whatever the process's is. */
static void
test_tls (Fixture      *fixture,
          gconstpointer data)
{
  static const struct
  {
    const char *priority;
    gboolean    old;
    gboolean    shaken;
  } rows[] = {
    { NEW_TLS, FALSE, TRUE },
    { OLD_TLS, FALSE, FALSE },
    { NEW_TLS, TRUE, TRUE },
    { OLD_TLS, TRUE, TRUE },
    { OLDER_TLS, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Client client = { 0 };

      g_test_message ("row %u", i);
      open_guard (fixture, "127.0.0.1", NULL, rows[i].old);
      run_client (fixture, &client, rows[i].priority, "x\r\n\r\n");
      g_assert_cmpint (client.shaken, ==, rows[i].shaken);
      g_assert_cmpint (g_str_has_prefix (client.answer, "HTTP/1.1 400 "), ==, rows[i].shaken);
      lectern_guard_shut (fixture->guard);
      g_clear_object (&fixture->guard);
    }
}

/* Silence from the beginning, and silence in the middle of a head. */
static void
test_patience (Fixture      *fixture,
               gconstpointer data)
{
  LecternGuardLimits limits = lectern_guard_limits;
  Client             client = { 0 };
  int                fd;

  limits.patience.us[LECTERN_GUARD_HANDSHAKE] = G_USEC_PER_SEC / 5;
  limits.patience.us[LECTERN_GUARD_HEAD] = G_USEC_PER_SEC / 5;
  open_guard (fixture, "127.0.0.1", &limits, FALSE);
  fd = connect_from (fixture, "127.0.0.2", "127.0.0.1");
  RUN_UNTIL (is_closed (fd), 2 * SECOND_MS);
  g_assert_true (is_closed (fd));
  close (fd);
  run_client (fixture, &client, NEW_TLS, "GET / HTTP/1.1\r\nHost:");
  g_assert_true (g_str_has_prefix (client.answer, "HTTP/1.1 408 "));
  g_assert_cmpuint (lectern_guard_count_refusals (fixture->guard), ==, 2);
}

static void
test_each_address (Fixture      *fixture,
                   gconstpointer data)
{
  LecternGuardLimits limits = lectern_guard_limits;
  int                fds[6];
  guint              n_open = 0;

  limits.strangers_per_address = 3;
  open_guard (fixture, "127.0.0.1", &limits, FALSE);
  for (guint i = 0; i < 5; i++)
    fds[i] = connect_from (fixture, "127.0.0.2", "127.0.0.1");
  fds[5] = connect_from (fixture, "127.0.0.3", "127.0.0.1");
  RUN_UNTIL (lectern_guard_count_refusals (fixture->guard) == 2, 2 * SECOND_MS);
  RUN_UNTIL (FALSE, 100);
  for (guint i = 0; i < 5; i++)
    n_open += !is_closed (fds[i]);
  g_assert_cmpuint (n_open, ==, 3);
  g_assert_false (is_closed (fds[5]));
  for (guint i = 0; i < 6; i++)
    close (fds[i]);
}

/* Many addresses at once: who waited longest makes room, so somebody new always comes in. */
static void
test_over_all (Fixture      *fixture,
               gconstpointer data)
{
  LecternGuardLimits limits = lectern_guard_limits;
  int                fds[10];

  limits.strangers = 4;
  open_guard (fixture, "127.0.0.1", &limits, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      g_autofree char *from = g_strdup_printf ("127.0.0.%u", 10 + i);

      fds[i] = connect_from (fixture, from, "127.0.0.1");
      RUN_UNTIL (FALSE, 20);
      g_assert_cmpuint (lectern_guard_count_strangers (fixture->guard), ==, MIN (i + 1, 4));
    }
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      g_assert_cmpint (is_closed (fds[i]), ==, i < 6);
      close (fds[i]);
    }
}

/* A judge with a seat is no stranger: however many of those come, the seat stays connected. */
static void
test_seats_stay (Fixture      *fixture,
                 gconstpointer data)
{
  LecternGuardLimits limits = lectern_guard_limits;
  Client             client = { .priority = NEW_TLS, .request = GET };
  GThread           *thread;
  int                fds[8];

  limits.strangers = 4;
  open_guard (fixture, "127.0.0.1", &limits, FALSE);
  client.fd = connect_from (fixture, "127.0.0.2", "127.0.0.1");
  thread = g_thread_new ("judge", client_thread, &client);
  RUN_UNTIL (fixture->admitted->len == 1, 2 * SECOND_MS);
  g_assert_cmpuint (lectern_guard_count_strangers (fixture->guard), ==, 1);
  lectern_guard_stream_seat (g_ptr_array_index (fixture->admitted, 0));
  g_assert_cmpuint (lectern_guard_count_strangers (fixture->guard), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      fds[i] = connect_from (fixture, "127.0.0.3", "127.0.0.1");
      RUN_UNTIL (FALSE, 20);
    }
  g_assert_cmpuint (lectern_guard_count_strangers (fixture->guard), ==, 4);
  g_assert_false (is_closed (client.fd));
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    close (fds[i]);
  lectern_guard_stream_cut (g_ptr_array_index (fixture->admitted, 0));
  g_assert_cmpint (lectern_guard_stream_get_phase (g_ptr_array_index (fixture->admitted, 0)), ==, LECTERN_GUARD_GONE);
  g_thread_join (thread);
  close (client.fd);
}

#define UPGRADE "GET /api/v1/judge HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" \
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
#define SWITCHING "HTTP/1.1 101 Switching Protocols\r\n\r\n"

/* Writes frames of @length bytes until that is no use any more: how much was unread at most, and how much when
 * the last one that was taken had been written. */
static gsize
fill (LecternGuardStream *stream,
      gsize               length)
{
  g_autofree char *frame = g_strnfill (length, 'x');
  GOutputStream   *output = g_io_stream_get_output_stream (G_IO_STREAM (stream));
  gsize            most = 0;

  for (guint i = 0; i < 1000 && lectern_guard_stream_get_phase (stream) == LECTERN_GUARD_PANEL; i++)
    {
      g_assert_cmpint (g_output_stream_write (output, frame, length, NULL, NULL), ==, (gssize) length);
      most = MAX (most, lectern_guard_stream_get_unsent (stream));
    }
  g_assert_cmpint (lectern_guard_stream_get_phase (stream), ==, LECTERN_GUARD_GONE);
  return most;
}

/* What a panel that stopped reading makes this laptop hold: 64 KiB, or one larger frame and 16 KiB; then it is let go. */
static void
test_unread (Fixture      *fixture,
             gconstpointer data)
{
  static const gsize rows[] = { 0, 200000 }; /* written first */
  const int          little = 4096;

  open_guard (fixture, "127.0.0.1", NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Client              client = { .priority = NEW_TLS, .request = UPGRADE };
      GThread            *thread;
      LecternGuardStream *stream;
      g_autofree char    *large = g_strnfill (rows[i], 'x');
      gsize               most, allowed = rows[i] > 0 ? rows[i] + 20 * 1024 : LECTERN_GUARD_UNSENT_MAX;

      client.fd = connect_from (fixture, "127.0.0.2", "127.0.0.1");
      setsockopt (client.fd, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
      thread = g_thread_new ("panel", client_thread, &client);
      RUN_UNTIL (fixture->admitted->len == i + 1, 2 * SECOND_MS);
      stream = g_ptr_array_index (fixture->admitted, i);
      g_output_stream_write (g_io_stream_get_output_stream (G_IO_STREAM (stream)), SWITCHING, strlen (SWITCHING), NULL, NULL);
      g_assert_cmpint (lectern_guard_stream_get_phase (stream), ==, LECTERN_GUARD_PANEL);
      RUN_UNTIL (lectern_guard_stream_get_unsent (stream) == 0, 2 * SECOND_MS);
      if (rows[i] > 0)
        g_assert_cmpint (g_output_stream_write (g_io_stream_get_output_stream (G_IO_STREAM (stream)), large, rows[i], NULL, NULL), ==, (gssize) rows[i]);
      g_assert_cmpint (lectern_guard_stream_get_phase (stream), ==, LECTERN_GUARD_PANEL);
      most = fill (stream, 3000);
      g_test_message ("%zu bytes unread at most", most);
      g_assert_cmpuint (most, <=, allowed);
      g_assert_cmpuint (most, >, rows[i] > 0 ? rows[i] / 2 : LECTERN_GUARD_UNSENT_MAX - 8000);
      g_thread_join (thread);
      close (client.fd);
    }
}

/* Nobody is noticed to be gone without it. */
static void
test_options (Fixture      *fixture,
              gconstpointer data)
{
  Client   client = { .priority = NEW_TLS, .request = GET };
  GThread *thread;
  int      value = 0;

  open_guard (fixture, "127.0.0.1", NULL, FALSE);
  client.fd = connect_from (fixture, "127.0.0.2", "127.0.0.1");
  thread = g_thread_new ("judge", client_thread, &client);
  RUN_UNTIL (fixture->admitted->len == 1, 2 * SECOND_MS);
  for (guint i = 0; i < fixture->admitted->len; i++)
    {
      GSocket *socket = lectern_guard_stream_get_socket (g_ptr_array_index (fixture->admitted, i));

      g_assert_true (g_socket_get_option (socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &value, NULL));
      g_assert_cmpint (value, ==, 10000);
      g_assert_true (g_socket_get_option (socket, IPPROTO_TCP, TCP_NODELAY, &value, NULL));
      g_assert_cmpint (value, ==, 1);
      g_assert_true (g_socket_get_option (socket, SOL_SOCKET, SO_SNDBUF, &value, NULL));
      g_assert_cmpint (value, <=, 65536);
      lectern_guard_stream_cut (g_ptr_array_index (fixture->admitted, i));
    }
  g_assert_cmpint (value, >, 1);
  g_thread_join (thread);
  close (client.fd);
}

/* Bound to one interface, who comes in at another stays outside; and this machine is not another. */
static void
test_addresses (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) addresses = lectern_venue_list_addresses ();
  const char *const elsewhere[] = { "192.0.2.1", NULL };
  const char       *own[] = { NULL, NULL };
  int               refused;
  int               taken;

  if (addresses->len == 0 || strchr (((LecternVenueAddress *) g_ptr_array_index (addresses, 0))->address, ':'))
    {
      g_test_skip ("this machine is in no IPv4 network");
      return;
    }
  own[0] = ((LecternVenueAddress *) g_ptr_array_index (addresses, 0))->address;
  open_guard (fixture, NULL, NULL, FALSE);
  lectern_guard_set_addresses (fixture->guard, elsewhere);
  refused = connect_from (fixture, own[0], own[0]);
  RUN_UNTIL (is_closed (refused), 2 * SECOND_MS);
  g_assert_true (is_closed (refused));
  lectern_guard_set_addresses (fixture->guard, own);
  taken = connect_from (fixture, own[0], own[0]);
  RUN_UNTIL (lectern_guard_count_strangers (fixture->guard) == 1, 2 * SECOND_MS);
  g_assert_false (is_closed (taken));
  close (refused);
  close (taken);
}

#define ADD(name, test) g_test_add ("/guard/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("admits", test_admits);
  ADD ("refuses", test_refuses);
  ADD ("tls", test_tls);
  ADD ("patience", test_patience);
  ADD ("each-address", test_each_address);
  ADD ("over-all", test_over_all);
  ADD ("seats-stay", test_seats_stay);
  ADD ("unread", test_unread);
  ADD ("options", test_options);
  ADD ("addresses", test_addresses);
  return g_test_run ();
}
