/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The server here is no server of ours, so that a mistake of the real one cannot hide one of the client. */

#define G_LOG_DOMAIN "lectern-test"

#include "client-fixture.h"

#include "lectern-host-key.h"

#include <glib/gstdio.h>
#include <string.h>

void
client_fixture_send (Fixture    *fixture,
                     const char *text)
{
  soup_websocket_connection_send_text (fixture->socket, text);
}

/* The value of a string member, by hand: "\"id\":\"…\"". */
char *
client_fixture_cut_member (const char *text,
                           const char *member)
{
  g_autofree char *key = g_strdup_printf ("\"%s\":\"", member);
  const char      *from = strstr (text, key);

  g_assert_nonnull (from);
  from += strlen (key);
  return g_strndup (from, strcspn (from, "\""));
}

static void
on_server_message_cb (SoupWebsocketConnection *socket,
                      int                      kind,
                      GBytes                  *message,
                      gpointer                 user_data)
{
  Fixture    *fixture = user_data;
  const char *text = g_bytes_get_data (message, NULL);

  if (strstr (text, "\"ping\""))
    {
      if (!fixture->silent)
        client_fixture_send (fixture, "{\"type\":\"pong\",\"t\":1,\"server_ms\":1}");
      return;
    }
  g_ptr_array_add (fixture->received, g_strdup (text));
  if (strstr (text, "\"hello\"") && !fixture->silent)
    client_fixture_send (fixture, fixture->state ? fixture->state : STATE);
  if (strstr (text, "\"sheet\"") && fixture->acknowledge)
    {
      g_autofree char *id = client_fixture_cut_member (text, "id");
      g_autofree char *ack = g_strdup_printf ("{\"type\":\"ack\",\"id\":\"%s\",\"lot\":7,\"version\":1,"
                                              "\"state\":\"submitted\",\"total\":\"36.5\"}",
                                              id);

      client_fixture_send (fixture, ack);
    }
}

static void
on_server_socket_cb (SoupServer              *server,
                     SoupServerMessage       *message,
                     const char              *path,
                     SoupWebsocketConnection *socket,
                     gpointer                 user_data)
{
  Fixture *fixture = user_data;

  fixture->n_connections++;
  g_set_object (&fixture->socket, socket);
  g_signal_connect (socket, "message", G_CALLBACK (on_server_message_cb), fixture);
}

static void
on_server_pair_cb (SoupServer        *server,
                   SoupServerMessage *message,
                   const char        *path,
                   GHashTable        *query,
                   gpointer           user_data)
{
  Fixture    *fixture = user_data;
  const char *body = fixture->pair_status == 200
                       ? "{\"token\":\"abc\",\"judge\":{\"number\":3,\"name\":\"王老师\"}}"
                       : "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}";

  soup_server_message_set_status (message, fixture->pair_status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, body, strlen (body));
}

void
client_fixture_start_server (Fixture *fixture,
                             guint    port)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  fixture->server = soup_server_new ("tls-certificate", fixture->certificate, NULL);
  soup_server_add_handler (fixture->server, "/api/v1/pair", on_server_pair_cb, fixture, NULL);
  soup_server_add_websocket_handler (fixture->server, "/api/v1/judge", NULL, NULL, on_server_socket_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, port, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  g_free (fixture->address);
  fixture->address = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

void
client_fixture_set_up (Fixture      *fixture,
                       gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lectern-client-XXXXXX", NULL);
  fixture->certificate = lectern_host_key_open (fixture->folder, NULL);
  fixture->fingerprint = lectern_host_key_fingerprint (fixture->certificate);
  fixture->received = g_ptr_array_new_with_free_func (g_free);
  fixture->events = g_ptr_array_new_with_free_func (g_free);
  fixture->pair_status = 200;
  client_fixture_start_server (fixture, 0);
}

void
client_fixture_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
client_fixture_tear_down (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "host-key.pem", NULL);

  if (fixture->client)
    {
      lectern_judge_client_stop (fixture->client);
      client_fixture_drain ();
      g_assert_finalize_object (fixture->client);
    }
  g_clear_object (&fixture->socket);
  soup_server_disconnect (fixture->server);
  client_fixture_drain ();
  g_clear_object (&fixture->server);
  g_clear_object (&fixture->certificate);
  g_ptr_array_unref (fixture->received);
  g_ptr_array_unref (fixture->events);
  g_remove (path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->fingerprint);
  g_free (fixture->address);
}

gboolean
client_fixture_deadline_cb_ (gpointer user_data)
{
  g_error ("what the test waits for did not come");
  return G_SOURCE_REMOVE;
}

static gboolean
on_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
client_fixture_run_for (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, on_passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_acknowledged_cb (LecternJudgeClient *client,
                    const char         *id,
                    gint64              lot,
                    gint64              version,
                    const char         *state,
                    gint64              total,
                    gpointer            user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->events, g_strdup_printf ("ack %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT, id, lot, version, state, total));
}

static void
on_refused_cb (LecternJudgeClient *client,
               const char         *id,
               const char         *code,
               const char         *message,
               gpointer            user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->events, g_strdup_printf ("refused %s %s %s", id ? id : "-", code, message));
}

static void
on_bye_cb (LecternJudgeClient *client,
           const char         *reason,
           gpointer            user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->events, g_strdup_printf ("bye %s", reason));
}

void
client_fixture_make_client (Fixture    *fixture,
                            const char *fingerprint)
{
  fixture->client = lectern_judge_client_new (fixture->address, fingerprint);
  g_signal_connect (fixture->client, "acknowledged", G_CALLBACK (on_acknowledged_cb), fixture);
  g_signal_connect (fixture->client, "refused", G_CALLBACK (on_refused_cb), fixture);
  g_signal_connect (fixture->client, "bye", G_CALLBACK (on_bye_cb), fixture);
}

void
client_fixture_connect (Fixture *fixture)
{
  client_fixture_make_client (fixture, fixture->fingerprint);
  lectern_judge_client_set_token (fixture->client, "abc");
  lectern_judge_client_start (fixture->client);
  WAIT_UNTIL (lectern_judge_client_get_connected (fixture->client));
}

/* How many of the messages that came hold @text. */
guint
client_fixture_count_received (Fixture    *fixture,
                               const char *text)
{
  guint n = 0;

  for (guint i = 0; i < fixture->received->len; i++)
    n += strstr (g_ptr_array_index (fixture->received, i), text) != NULL;
  return n;
}

char *
client_fixture_get_last_error (Fixture *fixture)
{
  char *sentence;

  g_object_get (fixture->client, "last-error", &sentence, NULL);
  return sentence;
}
