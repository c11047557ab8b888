/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's end against a server that does what each case needs: answers, is silent, breaks off,
 * is somebody else. The server here is a few lines over libsoup, so that a mistake of the real one
 * cannot hide one of the client. */

#define G_LOG_DOMAIN "lectern-test"

#include "client-fixture.h"
#include "lectern-host-key.h"
#include "lectern-net-error.h"
#include "lectern-record.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- pairing ------------------------------------------------------------------------------- */

static void
on_paired_cb (GObject      *client,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
pair (Fixture *fixture,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lectern_judge_client_pair_async (fixture->client, "482913", "测试", NULL, on_paired_cb, &result);
  WAIT_UNTIL (result != NULL);
  return lectern_judge_client_pair_finish (fixture->client, result, error);
}

static void
test_pair (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_make_client (fixture, fixture->fingerprint);
  g_assert_true (pair (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lectern_judge_client_get_token (fixture->client), ==, "abc");
}

/* Photos ------------------------------------------------------------------------------------- */

static void
on_photo_asked_cb (SoupServer        *server,
                   SoupServerMessage *message,
                   const char        *path,
                   GHashTable        *query,
                   gpointer           user_data)
{
  const char *bearer = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");

  soup_server_message_set_status (message, g_strcmp0 (bearer, "Bearer abc") == 0 ? 200 : 401, NULL);
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, "face", 4);
}

static void
on_photo_cb (GObject      *client,
             GAsyncResult *result,
             gpointer      user_data)
{
  GBytes **bytes = user_data;

  *bytes = lectern_judge_client_load_photo_finish (LECTERN_JUDGE_CLIENT (client), result, NULL);
  if (!*bytes)
    *bytes = g_bytes_new_static ("none", 4);
}

static void
assert_photo (Fixture    *fixture,
              const char *sha256,
              const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  lectern_judge_client_load_photo_async (fixture->client, sha256, NULL, on_photo_cb, &bytes);
  WAIT_UNTIL (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, 4);
}

/* What comes must have the hash that was asked for: a photo is nothing to be talked into. */
static void
test_photo (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *right = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "face", 4);
  g_autofree char *wrong = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "another", -1);
  g_autoptr (GError) error = NULL;

  soup_server_add_handler (fixture->server, "/api/v1/photo", on_photo_asked_cb, fixture, NULL);
  client_fixture_make_client (fixture, fixture->fingerprint);
  assert_photo (fixture, right, "none"); /* no seat yet */
  g_assert_true (pair (fixture, &error));
  assert_photo (fixture, right, "face");
  assert_photo (fixture, wrong, "none");
}

static void
test_pair_refused (Fixture      *fixture,
                   gconstpointer data)
{
  static const struct
  {
    guint status;
    int   code;
  } rows[] = {
    { 403, LECTERN_NET_ERROR_WRONG_CODE },
    { 429, LECTERN_NET_ERROR_TOO_MANY },
    { 404, LECTERN_NET_ERROR_OTHER_SERVER },
    { 500, LECTERN_NET_ERROR_OTHER_SERVER },
  };

  client_fixture_make_client (fixture, fixture->fingerprint);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->pair_status = rows[i].status;
      g_assert_false (pair (fixture, &error));
      g_assert_error (error, LECTERN_NET_ERROR, rows[i].code);
      g_assert_null (lectern_judge_client_get_token (fixture->client));
    }
}

static void
test_pair_nobody_there (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  soup_server_disconnect (fixture->server);
  client_fixture_make_client (fixture, NULL);
  g_assert_false (pair (fixture, &error));
  g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_UNREACHABLE);
}

static void
test_pair_no_address (Fixture      *fixture,
                      gconstpointer data)
{
  static const char *const addresses[] = { "", "http://127.0.0.1", "https://", "a b", NULL };

  for (guint i = 0; addresses[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      g_free (fixture->address);
      fixture->address = g_strdup (addresses[i]);
      client_fixture_make_client (fixture, NULL);
      g_assert_false (pair (fixture, &error));
      g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_ADDRESS);
      g_clear_object (&fixture->client);
    }
}

/* A laptop that only says it is the main one gets neither the code nor the token. */
static void
test_other_certificate (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_strdup (fixture->fingerprint);
  g_autofree char *sentence = NULL;

  other[strlen (other) - 1] ^= 1;
  client_fixture_make_client (fixture, other);
  g_assert_false (pair (fixture, &error));
  g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_OTHER_SERVER);
  lectern_judge_client_set_token (fixture->client, "abc");
  lectern_judge_client_start (fixture->client);
  WAIT_UNTIL ((sentence = client_fixture_get_last_error (fixture)) != NULL);
  g_assert_false (lectern_judge_client_get_connected (fixture->client));
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

static void
test_first_certificate_is_kept (Fixture      *fixture,
                                gconstpointer data)
{
  client_fixture_make_client (fixture, NULL);
  g_assert_null (lectern_judge_client_get_fingerprint (fixture->client));
  g_assert_true (pair (fixture, NULL));
  g_assert_cmpstr (lectern_judge_client_get_fingerprint (fixture->client), ==, fixture->fingerprint);
}

/* --- the connection ------------------------------------------------------------------------ */

static void
test_state (Fixture      *fixture,
            gconstpointer data)
{
  LecternJudgeState           *state;
  const LecternJudgeCriterion *criterion;
  const LecternJudgeSheet     *sheet;
  const LecternJudgeFlag      *flag;
  gint64                       elapsed;

  client_fixture_connect (fixture);
  g_assert_cmpuint (client_fixture_count_received (fixture, "\"token\":\"abc\""), ==, 1);
  state = lectern_judge_client_get_state (fixture->client);
  g_assert_cmpint (state->seq, ==, 5);
  g_assert_cmpstr (state->contest, ==, "决赛之夜");
  g_assert_cmpstr (state->round, ==, "决赛");
  g_assert_true (state->rehearsal);
  g_assert_cmpint (state->judge_number, ==, 3);
  g_assert_cmpuint (state->rubric->len, ==, 2);
  criterion = g_ptr_array_index (state->rubric, 1);
  g_assert_cmpstr (criterion->key, ==, "effect");
  g_assert_cmpint (criterion->step, ==, 500);
  g_assert_true (state->gate_open);
  g_assert_cmpint (state->gate_lot, ==, 7);
  g_assert_cmpstr (state->name, ==, "张三");
  g_assert_cmpuint (state->sheets->len, ==, 1);
  sheet = g_ptr_array_index (state->sheets, 0);
  g_assert_cmpint (sheet->total, ==, 36500);
  g_assert_cmpint (sheet->marks[0], ==, 36500);
  g_assert_cmpint (sheet->marks[1], ==, LECTERN_NULL); /* not marked is not 0 */
  g_assert_cmpuint (state->recused->len, ==, 2);
  g_assert_cmpint (g_array_index (state->recused, gint64, 1), ==, 9);
  g_assert_true (state->head);
  g_assert_cmpuint (state->flags->len, ==, 2);
  flag = g_ptr_array_index (state->flags, 0);
  g_assert_cmpint (flag->judge, ==, 5);
  g_assert_cmpstr (flag->criterion, ==, "content");
  g_assert_true (flag->seen);
  flag = g_ptr_array_index (state->flags, 1);
  g_assert_null (flag->criterion);
  g_assert_cmpstr (state->entry_state, ==, "marking");
  g_assert_cmpstr (sheet->reopened, ==, "slip");
  g_assert_true (sheet->amended);
  g_assert_cmpuint (state->absent->len, ==, 1);
  g_assert_cmpint (g_array_index (state->absent, gint64, 0), ==, 9);
  g_assert_cmpuint (state->voided->len, ==, 1);
  g_assert_cmpint (g_array_index (state->voided, LecternJudgeVoid, 0).lot, ==, 4);
  g_assert_cmpint (g_array_index (state->voided, LecternJudgeVoid, 0).version, ==, 3);
  client_fixture_run_for (300);
  elapsed = lectern_judge_client_get_elapsed_ms (fixture->client);
  g_assert_cmpint (elapsed, >=, 61300);
  g_assert_cmpint (elapsed, <, 63000);
}

static void
test_acknowledged (Fixture      *fixture,
                   gconstpointer data)
{
  const gint64     marks[] = { 36500, LECTERN_NULL };
  g_autofree char *id = NULL;
  g_autofree char *expected = NULL;

  fixture->acknowledge = TRUE;
  client_fixture_connect (fixture);
  id = g_strdup (lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, TRUE));
  WAIT_UNTIL (fixture->events->len == 1);
  expected = g_strdup_printf ("ack %s 7 1 submitted 36500", id);
  g_assert_cmpstr (g_ptr_array_index (fixture->events, 0), ==, expected);
  g_assert_cmpuint (client_fixture_count_received (fixture, "\"round\":\"final\",\"lot\":7,\"marks\":{\"content\":\"36.5\"},\"submit\":true"), ==, 1);

  /* What was acknowledged is not sent again. */
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (fixture->n_connections == 2 && lectern_judge_client_get_connected (fixture->client));
  client_fixture_run_for (100);
  g_assert_cmpuint (client_fixture_count_received (fixture, id), ==, 1);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  const gint64     marks[] = { 36500, 10000 };
  const char      *id;
  g_autofree char *refusal = NULL;
  g_autofree char *expected = NULL;

  client_fixture_connect (fixture);
  id = lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, TRUE);
  refusal = g_strdup_printf ("{\"type\":\"error\",\"id\":\"%s\",\"code\":\"locked\",\"message\":\"no\"}", id);
  expected = g_strdup_printf ("refused %s locked no", id);
  client_fixture_send (fixture, refusal);
  WAIT_UNTIL (fixture->events->len == 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->events, 0), ==, expected);
  g_assert_true (lectern_judge_client_get_connected (fixture->client));
}

static void
on_unsent_cb (const char   *id,
              gint64        lot,
              const gint64 *marks,
              gboolean      submit,
              gpointer      user_data)
{
  g_ptr_array_add (user_data, g_strdup_printf ("%s %d %d %d %d", id, (int) lot, (int) marks[0], (int) marks[1], submit));
}

static void
start_with_file (Fixture    *fixture,
                 const char *path)
{
  client_fixture_make_client (fixture, fixture->fingerprint);
  lectern_judge_client_keep_outbox (fixture->client, path);
  lectern_judge_client_set_token (fixture->client, "abc");
  lectern_judge_client_start (fixture->client);
  WAIT_UNTIL (lectern_judge_client_get_connected (fixture->client));
}

/* The program ends without a word and another run takes over: what was not acknowledged goes out
 * with the id it had, and is known to the panel meanwhile; once acknowledged it is forgotten. */
static void
test_kept_outbox (Fixture      *fixture,
                  gconstpointer data)
{
  const gint64     marks[] = { 36500, LECTERN_NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "unsent", NULL);
  g_autofree char *id = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) unsent = g_ptr_array_new_with_free_func (g_free);

  start_with_file (fixture, path);
  id = g_strdup (lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, TRUE));
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL)); /* before anything else */
  g_assert_nonnull (strstr (kept, id));
  g_signal_handlers_disconnect_by_data (fixture->client, fixture);
  lectern_judge_client_stop (fixture->client);
  client_fixture_drain ();
  g_clear_object (&fixture->client);
  g_ptr_array_set_size (fixture->received, 0);

  start_with_file (fixture, path);
  lectern_judge_client_list_unsent (fixture->client, on_unsent_cb, unsent);
  expected = g_strdup_printf ("%s 7 36500 %d 1", id, (int) LECTERN_NULL);
  g_assert_cmpuint (unsent->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (unsent, 0), ==, expected);
  WAIT_UNTIL (client_fixture_count_received (fixture, id) == 1);
  g_clear_pointer (&expected, g_free);
  expected = g_strdup_printf ("{\"type\":\"ack\",\"id\":\"%s\",\"lot\":7,\"version\":1,\"state\":\"submitted\",\"total\":\"36.5\"}", id);
  client_fixture_send (fixture, expected);
  WAIT_UNTIL (fixture->events->len == 1);
  g_clear_pointer (&kept, g_free);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_null (strstr (kept, id));
  g_unlink (path);
}

/* Another contest, round, judge or a rehearsal is no place for it; back in the right one it goes. */
static void
test_kept_for_its_contest (Fixture      *fixture,
                           gconstpointer data)
{
  const gint64     marks[] = { 36500, 10000 };
  g_autofree char *path = g_build_filename (fixture->folder, "unsent", NULL);
  g_autofree char *id = NULL;
  g_autoptr (GString) other = g_string_new (STATE);

  start_with_file (fixture, path);
  id = g_strdup (lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, TRUE));
  WAIT_UNTIL (client_fixture_count_received (fixture, id) == 1);
  g_string_replace (other, "决赛之夜", "别的比赛", 1);
  fixture->state = other->str;
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (fixture->n_connections == 2 && lectern_judge_client_get_connected (fixture->client));
  client_fixture_run_for (200);
  g_assert_cmpuint (client_fixture_count_received (fixture, id), ==, 1);
  fixture->state = NULL;
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (client_fixture_count_received (fixture, id) == 2);
  g_unlink (path);
}

/* The talk was ruled to start again while the sheet was on its way: it is not handed in for the
 * second talk. What was written since is. */
static void
test_void_is_not_sent (Fixture      *fixture,
                       gconstpointer data)
{
  const gint64     marks[] = { 36500, 10000 };
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (GString) voided = g_string_new (STATE);

  client_fixture_connect (fixture);
  old = g_strdup (lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, TRUE));
  WAIT_UNTIL (client_fixture_count_received (fixture, old) == 1);
  g_string_replace (voided, "\"lot\":4,\"version\":3", "\"lot\":7,\"version\":1", 1);
  fixture->state = voided->str;
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (fixture->n_connections == 2 && lectern_judge_client_get_connected (fixture->client));
  new = g_strdup (lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, TRUE));
  WAIT_UNTIL (client_fixture_count_received (fixture, new) == 1);
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (client_fixture_count_received (fixture, new) == 2);
  g_assert_cmpuint (client_fixture_count_received (fixture, old), ==, 1);
}

static void
test_practised (Fixture      *fixture,
                gconstpointer data)
{
  client_fixture_connect (fixture);
  g_assert_cmpuint (client_fixture_count_received (fixture, "practised"), ==, 0);
  lectern_judge_client_set_practised (fixture->client, TRUE);
  lectern_judge_client_set_practised (fixture->client, TRUE);
  WAIT_UNTIL (client_fixture_count_received (fixture, "{\"type\":\"practised\"}") == 1);
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (client_fixture_count_received (fixture, "\"practised\":true") == 1);
  client_fixture_run_for (100);
  g_assert_cmpuint (client_fixture_count_received (fixture, "{\"type\":\"practised\"}"), ==, 1);
}

/* As an input method writes an address. */
static void
test_addresses (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *address;
  } rows[] = {
    { "10.0.0.5:9443", "10.0.0.5:9443" },
    { " https://10.0.0.5/ ", "10.0.0.5:8443" },
    { "１９２．１６８．１．５：９４４３", "192.168.1.5:9443" },
    { "192。168。1。5：9443", "192.168.1.5:9443" },
    { "192｡168｡1｡5", "192.168.1.5:8443" },
    { "\u3000lectern.local\u3000", "lectern.local:8443" },
    { "[fe80::1]:9443", "[fe80::1]:9443" },
    { "", NULL },
    { "10.0.0.5:99999", NULL },
    { "ftp://10.0.0.5", NULL },
    { "\xff\xfe", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternJudgeClient) client = lectern_judge_client_new (rows[i].typed, NULL);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (lectern_judge_client_get_address (client), ==, rows[i].address);
    }
}

/* A flag looked at goes again after a break, until it is acknowledged; refused, it is done with, and
 * the seat with it is not. Neither is told as a sheet's. */
static void
test_flag_seen (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const answers[] = {
    "\"type\":\"ack\",\"lot\":6,\"judge\":2,\"state\":\"seen\"",
    "\"type\":\"error\",\"code\":\"unauthorised\",\"message\":\"no\"",
  };

  client_fixture_connect (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *answer = NULL;

      g_ptr_array_set_size (fixture->received, 0);
      lectern_judge_client_see_flag (fixture->client, 6, 2);
      WAIT_UNTIL (client_fixture_count_received (fixture, "\"lot\":6,\"judge\":2") == 1);
      id = client_fixture_cut_member (g_ptr_array_index (fixture->received, 0), "id");
      fixture->n_connections = 0;
      soup_websocket_connection_close (fixture->socket, 1001, NULL);
      WAIT_UNTIL (client_fixture_count_received (fixture, id) == 2);
      answer = g_strdup_printf ("{\"id\":\"%s\",%s}", id, answers[i]);
      client_fixture_send (fixture, answer);
      client_fixture_run_for (100);
      soup_websocket_connection_close (fixture->socket, 1001, NULL);
      WAIT_UNTIL (fixture->n_connections == 2 && lectern_judge_client_get_connected (fixture->client));
      client_fixture_run_for (100);
      g_assert_cmpuint (client_fixture_count_received (fixture, id), ==, 2);
    }
  g_assert_cmpuint (fixture->events->len, ==, 0);
}

/* Sheets without an acknowledgement go again, with the ids they had and in their order; of drafts
 * of one entry only the last. */
static void
test_sent_again (Fixture      *fixture,
                 gconstpointer data)
{
  const gint64     marks[] = { 36500, 10000 };
  g_autofree char *draft = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *sheet = NULL;

  client_fixture_connect (fixture);
  sheet = g_strdup (lectern_judge_client_send_sheet (fixture->client, 6, marks, 2, TRUE));
  draft = g_strdup (lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, FALSE));
  WAIT_UNTIL (client_fixture_count_received (fixture, draft) == 1);
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (!lectern_judge_client_get_connected (fixture->client));
  newer = g_strdup (lectern_judge_client_send_sheet (fixture->client, 7, marks, 2, FALSE));
  fixture->acknowledge = TRUE;
  WAIT_UNTIL (fixture->events->len == 2);
  g_assert_cmpuint (client_fixture_count_received (fixture, sheet), ==, 2);
  g_assert_cmpuint (client_fixture_count_received (fixture, newer), ==, 1);
  g_assert_cmpuint (client_fixture_count_received (fixture, draft), ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->events, 0), sheet));
}

static void
test_comes_back (Fixture      *fixture,
                 gconstpointer data)
{
  guint            port;
  g_autofree char *sentence = NULL;

  client_fixture_connect (fixture);
  port = g_ascii_strtoull (strchr (fixture->address, ':') + 1, NULL, 10);
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
  soup_websocket_connection_close (fixture->socket, 1001, NULL);
  WAIT_UNTIL (!lectern_judge_client_get_connected (fixture->client));
  client_fixture_run_for (1200);
  sentence = client_fixture_get_last_error (fixture);
  g_assert_nonnull (sentence);
  client_fixture_start_server (fixture, port);
  WAIT_UNTIL (lectern_judge_client_get_connected (fixture->client));
  g_assert_null (client_fixture_get_last_error (fixture));
}

/* A link that is dead without a word is noticed before three seconds are over. */
static void
test_silence (Fixture      *fixture,
              gconstpointer data)
{
  gint64 silent_since;

  client_fixture_connect (fixture);
  fixture->silent = TRUE;
  silent_since = g_get_monotonic_time ();
  WAIT_UNTIL (!lectern_judge_client_get_connected (fixture->client));
  g_assert_cmpint (g_get_monotonic_time () - silent_since, >, 1 * G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - silent_since, <, 3 * G_USEC_PER_SEC);
  fixture->silent = FALSE;
  WAIT_UNTIL (lectern_judge_client_get_connected (fixture->client));
}

static void
test_bye (Fixture      *fixture,
          gconstpointer reason)
{
  g_autofree char *bye = g_strdup_printf ("{\"type\":\"bye\",\"reason\":\"%s\"}", (const char *) reason);
  g_autofree char *expected = g_strdup_printf ("bye %s", (const char *) reason);
  gboolean         comes_back = g_str_equal (reason, "closing");

  client_fixture_connect (fixture);
  client_fixture_send (fixture, bye);
  WAIT_UNTIL (!lectern_judge_client_get_connected (fixture->client));
  g_assert_cmpuint (fixture->events->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->events, 0), ==, expected);
  if (comes_back)
    WAIT_UNTIL (lectern_judge_client_get_connected (fixture->client));
  else
    client_fixture_run_for (1000);
  g_assert_cmpuint (fixture->n_connections, ==, comes_back ? 2 : 1);
}

static void
test_unauthorised (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *sentence = NULL;

  fixture->silent = TRUE;
  client_fixture_make_client (fixture, fixture->fingerprint);
  lectern_judge_client_set_token (fixture->client, "abc");
  lectern_judge_client_start (fixture->client);
  WAIT_UNTIL (fixture->received->len == 1);
  client_fixture_send (fixture, "{\"type\":\"error\",\"id\":null,\"code\":\"unauthorised\",\"message\":\"no seat\"}");
  WAIT_UNTIL (fixture->events->len == 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->events, 0), ==, "refused - unauthorised no seat");
  client_fixture_run_for (1000);
  g_assert_cmpuint (fixture->n_connections, ==, 1);
  sentence = client_fixture_get_last_error (fixture);
  g_assert_cmpstr (sentence, ==, "no seat");
}

/* Whatever a server says, nothing worse happens than that it is not understood. */
static void
test_nonsense (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const texts[] = {
    "", "{", "[]", "{}", "{\"type\":7}", "{\"type\":\"state\"}", "{\"type\":\"ack\"}", "{\"type\":\"error\"}",
    "{\"type\":\"state\",\"rubric\":[1,null,{}],\"sheets\":[{},{\"marks\":[]},7],\"recused\":[\"x\",{},null]}",
    "{\"type\":\"state\",\"gate\":7,\"entry\":[],\"clock\":\"x\",\"judge\":null,\"round\":[],\"seq\":\"five\"}",
    "{\"type\":\"ack\",\"id\":7,\"lot\":\"x\",\"total\":\"x\",\"state\":null}",
    "{\"type\":\"state\",\"absent\":[{}],\"void\":[7,null,{\"lot\":\"x\"}],\"flags\":[7,{}],\"sheets\":[{\"marks\":{},\"reopened\":7}]}",
    "{\"type\":\"pong\",\"t\":\"x\",\"clock\":7}", "{\"type\":\"pong\",\"clock\":{\"phase\":\"running\"}}", NULL
  };

  client_fixture_connect (fixture);
  for (guint i = 0; texts[i]; i++)
    client_fixture_send (fixture, texts[i]);
  client_fixture_send (fixture, STATE);
  client_fixture_run_for (200);
  g_assert_true (lectern_judge_client_get_connected (fixture->client));
  g_assert_cmpint (lectern_judge_client_get_state (fixture->client)->seq, ==, 5);
}

#define ADD(name, data, test) g_test_add ("/judge-client/" name, Fixture, data, client_fixture_set_up, test, client_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pair", NULL, test_pair);
  ADD ("photo", NULL, test_photo);
  ADD ("pair-refused", NULL, test_pair_refused);
  ADD ("pair-nobody-there", NULL, test_pair_nobody_there);
  ADD ("pair-no-address", NULL, test_pair_no_address);
  ADD ("other-certificate", NULL, test_other_certificate);
  ADD ("first-certificate-is-kept", NULL, test_first_certificate_is_kept);
  ADD ("state", NULL, test_state);
  ADD ("acknowledged", NULL, test_acknowledged);
  ADD ("refused", NULL, test_refused);
  ADD ("sent-again", NULL, test_sent_again);
  ADD ("flag-seen", NULL, test_flag_seen);
  ADD ("kept-outbox", NULL, test_kept_outbox);
  ADD ("kept-for-its-contest", NULL, test_kept_for_its_contest);
  ADD ("void-is-not-sent", NULL, test_void_is_not_sent);
  ADD ("practised", NULL, test_practised);
  ADD ("addresses", NULL, test_addresses);
  ADD ("comes-back", NULL, test_comes_back);
  ADD ("silence", NULL, test_silence);
  ADD ("bye-replaced", "replaced", test_bye);
  ADD ("bye-revoked", "revoked", test_bye);
  ADD ("bye-closing", "closing", test_bye);
  ADD ("unauthorised", NULL, test_unauthorised);
  ADD ("nonsense", NULL, test_nonsense);
  return g_test_run ();
}
