/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Panels that do not read what they are sent: they are let go, and nobody else notices. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-guard-stream.h"
#include "outsider.h"

#include <string.h>
#include <sys/socket.h>

static gboolean
on_accept_any_cb (GTlsConnection      *tls,
                  GTlsCertificate     *certificate,
                  GTlsCertificateFlags flags,
                  gpointer             user_data)
{
  return TRUE;
}

/* Connects, says hello, and never reads again: no libsoup here, for that would read. Its own kernel takes in little. */
static GIOStream *
make_stalled_panel (Outsider   *fixture,
                    const char *token)
{
  static const char handshake[] = "GET /api/v1/judge HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  GSocketConnection *connection;
  GIOStream         *stream;
  g_autofree char   *hello = g_strdup_printf ("{\"type\":\"hello\",\"token\":\"%s\"}", token);
  const guint8       head[] = { 0x81, 0x80 | (guint8) strlen (hello), 0, 0, 0, 0 };
  char               answer[4096];

  connection = g_socket_client_connect_to_host (client, "127.0.0.1", fixture->evening->port, NULL, NULL);
  g_assert_nonnull (connection);
  g_socket_set_option (g_socket_connection_get_socket (connection), SOL_SOCKET, SO_RCVBUF, 4096, NULL);
  stream = g_tls_client_connection_new (G_IO_STREAM (connection), NULL, NULL);
  g_signal_connect (stream, "accept-certificate", G_CALLBACK (on_accept_any_cb), NULL);
  g_object_unref (connection);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), handshake, strlen (handshake), NULL, NULL, NULL));
  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (stream), answer, sizeof answer, NULL, NULL), >, 0);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 101"));
  g_assert_cmpuint (strlen (hello), <, 126);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), head, sizeof head, NULL, NULL, NULL));
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), hello, strlen (hello), NULL, NULL, NULL));
  return stream;
}

/* It changes nothing for the others, and is let go within a few seconds of silence. */
static void
test_stalled (Outsider     *fixture,
              gconstpointer data)
{
  Evening         *evening = fixture->evening;
  g_autofree char *token = outsider_take_seat (fixture, 2);
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autoptr (GIOStream) stalled = make_stalled_panel (fixture, token);
  gint64 since;

  WAIT_UNTIL (outsider_sees_connected (fixture, 2));
  since = g_get_monotonic_time ();
  evening_act (evening, LECTERN_ACTION_CALL, 1);
  evening_act (evening, LECTERN_ACTION_START_CLOCK, 0);
  for (guint i = 0; i < 300; i++)
    {
      evening_act (evening, i % 2 ? LECTERN_ACTION_RESUME_CLOCK : LECTERN_ACTION_PAUSE_CLOCK, 0);
      if (i % 50 == 0)
        {
          g_autofree char *id = panel_sheet (panel, NULL, 1, "{\"content\":\"30\"}", FALSE);

          panel_expect_ack (panel, id, 1, "draft", "30");
        }
    }
  WAIT_UNTIL (outsider_sees_connected (fixture, 1));
  g_assert_cmpint (g_get_monotonic_time () - since, <, 9 * G_USEC_PER_SEC);
  g_assert_false (panel->closed);
}

/* A frame of text, masked with nothing. FALSE when the other end is gone. */
static gboolean
send_frame (GIOStream  *stream,
            const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GString) frame = g_string_new (NULL);
  const guint8 head[] = { 0x81, 0x80 | 126, (guint8) (length >> 8), (guint8) length, 0, 0, 0, 0 };

  g_assert_cmpuint (length, >=, 126);
  g_string_append_len (frame, (const char *) head, sizeof head);
  g_string_append_len (frame, text, (gssize) length);
  return g_output_stream_write_all (g_io_stream_get_output_stream (stream), frame->str, frame->len, NULL, NULL, NULL);
}

/* It never falls silent, so silence cannot be what ends it: what is unread does, and soon. */
static void
test_speaks_and_does_not_read (Outsider     *fixture,
                               gconstpointer data)
{
  g_autofree char *token = outsider_take_seat (fixture, 2);
  g_autoptr (Panel) other = outsider_seat_panel (fixture, 3);
  g_autoptr (GIOStream) deaf = make_stalled_panel (fixture, token);
  g_autofree char *number = g_strnfill (300, '1');
  g_autofree char *ping = g_strdup_printf ("{\"type\":\"ping\",\"t\":%s}", number);
  gint64           since;
  guint            n_sent = 0;

  WAIT_UNTIL (outsider_sees_connected (fixture, 2));
  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  evening_act (fixture->evening, LECTERN_ACTION_START_CLOCK, 0);
  since = g_get_monotonic_time ();
  while (outsider_sees_connected (fixture, 2) && g_get_monotonic_time () - since < 10 * G_USEC_PER_SEC)
    {
      n_sent += send_frame (deaf, ping);
      evening_act (fixture->evening, n_sent % 2 ? LECTERN_ACTION_PAUSE_CLOCK : LECTERN_ACTION_RESUME_CLOCK, 0);
      evening_run_for (5);
    }
  g_test_message ("%u pings in %.1f s", n_sent, (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC);
  g_assert_true (outsider_sees_connected (fixture, 1));
  g_assert_cmpint (g_get_monotonic_time () - since, <, 10 * G_USEC_PER_SEC);
  g_assert_false (other->closed);
}

#define ADD(name, test) g_test_add ("/unread/" name, Outsider, NULL, outsider_set_up, test, outsider_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("stalled", test_stalled);
  ADD ("speaks-and-does-not-read", test_speaks_and_does_not_read);
  return g_test_run ();
}
