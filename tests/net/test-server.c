/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The server as docs/protocol.md says it is, from outside: over TLS, with messages written by hand
 * and nothing of the program's own client. The engine and the file behind it are the real ones. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-attach.h"
#include "lectern-host-key.h"
#include "lectern-pin.h"
#include "outsider.h"

#include <string.h>

static void
test_info (Outsider     *fixture,
           gconstpointer data)
{
  g_auto (Answer) answer = outsider_request (fixture, "GET", "/api/v1/info", NULL);
  g_autoptr (JsonObject) info = read_object (answer.body);
  gint64 now_ms = g_get_real_time () / 1000;

  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (json_object_get_string_member (info, "name"), ==, "lectern");
  g_assert_cmpint (json_object_get_int_member (info, "protocol"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (info, "contest"), ==, "决赛之夜");
  g_assert_cmpint (ABS (json_object_get_int_member (info, "server_ms") - now_ms), <, 5000);
}

static void
test_page (Outsider     *fixture,
           gconstpointer data)
{
  g_auto (Answer) answer = outsider_request (fixture, "GET", "/", NULL);

  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (answer.type, ==, "text/html; charset=utf-8");
  g_assert_nonnull (strstr (answer.body, "评委评分端"));
  g_assert_null (strstr (answer.body, "http")); /* nothing from elsewhere */
}

static void
test_nothing_else (Outsider     *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *method;
    const char *path;
    guint       status;
  } rows[] = {
    { "GET", "/index.html", 404 },
    { "GET", "/api", 404 },
    { "GET", "/api/v1/", 404 },
    { "GET", "/api/v1/info/x", 404 },
    { "GET", "/../etc/passwd", 404 },
    { "GET", "/%2e%2e/etc/passwd", 404 },
    { "GET", "/api/v1/judge", 426 }, /* no WebSocket */
    { "POST", "/api/v1/judge", 405 },
    { "GET", "/api/v1/judge/x", 404 },
    { "POST", "/api/v1/info", 405 },
    { "GET", "/api/v1/pair", 405 },
    { "DELETE", "/", 405 },
    { "HEAD", "/", 405 },
    { "OPTIONS", "/", 405 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Answer) answer = outsider_request (fixture, rows[i].method, rows[i].path, NULL);

      g_test_message ("%s %s", rows[i].method, rows[i].path);
      g_assert_cmpuint (answer.status, ==, rows[i].status);
    }
}

static guint
ask_photo (Outsider   *fixture,
           const char *sha256,
           const char *token,
           char      **body,
           char      **type)
{
  g_autofree char *path = g_strconcat ("/api/v1/photo/", sha256, NULL);
  g_autofree char *uri = evening_make_uri (fixture->evening, path);
  g_autofree char *bearer = token ? g_strconcat ("Bearer ", token, NULL) : NULL;
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (bearer)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", bearer);
  bytes = soup_session_send_and_read (fixture->session, message, NULL, &error);
  g_assert_no_error (error);
  *body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  *type = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Type"));
  return soup_message_get_status (message);
}

static char *
attach (Outsider   *fixture,
        LecternRole role,
        gint64      owner,
        const char *media_type,
        const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LecternAttachment *record = lectern_attach_new_record (role, owner, "a.png");
  char              *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  lectern_record_take_string (&record->media_type, media_type);
  g_free (evening_do (fixture->evening, lectern_attach_new_action (fixture->evening->path, record, NULL, bytes, "test", NULL, NULL)));
  return sha256;
}

/* The photo of who is on stage, for a seat and nobody else; never another file. */
static void
test_photo (Outsider     *fixture,
            gconstpointer data)
{
  g_autofree char *photo = attach (fixture, LECTERN_ROLE_PHOTO, 1, "image/png", "face");
  g_autofree char *strange = attach (fixture, LECTERN_ROLE_PHOTO, 2, "text/html", "<script>");
  g_autofree char *courseware = attach (fixture, LECTERN_ROLE_COURSEWARE, 1, "application/pdf", "slides");
  g_autofree char *token = outsider_take_seat (fixture, 2);
  const struct
  {
    const char *sha256, *token;
    guint       status;
  } rows[] = {
    { photo, token, 200 },
    { photo, token, 200 }, /* kept */
    { photo, NULL, 401 },
    { photo, "0000", 401 },
    { courseware, token, 404 },
    { strange, token, 404 },
    { "0000", token, 404 },
    { "", token, 404 },
    { "0000", NULL, 401 }, /* nobody else learns what there is */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *body = NULL;
      g_autofree char *type = NULL;
      guint            status = ask_photo (fixture, rows[i].sha256, rows[i].token, &body, &type);

      g_test_message ("%s", rows[i].sha256);
      g_assert_cmpuint (status, ==, rows[i].status);
      g_assert_cmpstr (type, ==, status == 200 ? "image/png" : "application/json");
      if (status == 200)
        g_assert_cmpstr (body, ==, "face");
    }
}

/* The state names the photo of who is on stage, and of nobody else. */
static void
test_photo_named (Outsider     *fixture,
                  gconstpointer data)
{
  g_autoptr (Panel) panel = NULL;
  g_autoptr (JsonObject) state = NULL;
  g_autofree char *photo = NULL;

  photo = attach (fixture, LECTERN_ROLE_PHOTO, 1, "image/png", "face");
  panel = outsider_seat_panel (fixture, 2);
  for (gint64 lot = 1; lot <= 6; lot++)
    {
      JsonObject *entry;

      evening_act (fixture->evening, LECTERN_ACTION_CALL, lot);
      g_clear_pointer (&state, json_object_unref);
      state = panel_settle (panel);
      entry = json_object_get_object_member (state, "entry");
      g_assert_cmpint (json_object_get_int_member (entry, "lot"), ==, lot);
      if (json_object_has_member (entry, "photo"))
        g_assert_cmpstr (json_object_get_string_member (entry, "photo"), ==, photo);
      g_assert_true (json_object_has_member (entry, "photo") == g_str_equal (json_object_get_string_member (entry, "name"), "选手1"));
    }
}

static const char *
get_photo (JsonObject *state)
{
  return json_object_get_string_member_with_default (json_object_get_object_member (state, "entry"), "photo", "none");
}

/* One that is attached or replaced while its owner is on stage comes to the panels at once, another's never, nor what is no photo. */
static void
test_photo_comes_late (Outsider     *fixture,
                       gconstpointer data)
{
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 2);
  static const struct
  {
    LecternRole role;
    gboolean    of_other;
    const char *text;
    gboolean    told;
  } rows[] = {
    { LECTERN_ROLE_PHOTO, TRUE, "another's face", FALSE },
    { LECTERN_ROLE_PHOTO, FALSE, "face", TRUE },
    { LECTERN_ROLE_COURSEWARE, FALSE, "slides", FALSE },
    { LECTERN_ROLE_PHOTO, FALSE, "a better face", TRUE },
  };
  g_autoptr (JsonObject) called = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  const char *shown = "none";
  gint64      nominee;

  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  called = panel_settle (panel);
  nominee = g_ascii_strtoll (json_object_get_string_member (json_object_get_object_member (called, "entry"), "name") + strlen ("选手"), NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonObject) before = panel_settle (panel);
      guint messages = panel->received->len;
      char *sha256 = attach (fixture, rows[i].role, rows[i].of_other ? nominee % 6 + 1 : nominee, "image/png", rows[i].text);
      g_autoptr (JsonObject) after = panel_settle (panel);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (get_photo (before), ==, shown);
      g_ptr_array_add (kept, sha256);
      if (rows[i].told)
        shown = sha256;
      g_assert_cmpstr (get_photo (after), ==, shown);
      g_assert_cmpuint (panel->received->len, ==, messages + (rows[i].told ? 1 : 0));
    }
}

static void
test_pair_once (Outsider     *fixture,
                gconstpointer data)
{
  g_autofree char *code = evening_make_code (fixture->evening, 3);
  g_autofree char *spaced = g_strdup_printf ("%.3s %s", code, code + 3);
  g_auto (Answer) first = outsider_pair (fixture, spaced);
  g_auto (Answer) again = outsider_pair (fixture, code);
  g_autoptr (JsonObject) seat = read_object (first.body);
  g_autoptr (JsonObject) refusal = read_object (again.body);
  const char *token = json_object_get_string_member (seat, "token");

  g_assert_cmpuint (first.status, ==, 200);
  g_assert_cmpuint (strlen (token), ==, 64);
  g_assert_cmpuint (strspn (token, "0123456789abcdef"), ==, 64);
  g_assert_cmpuint (again.status, ==, 403);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (refusal, "error"), "code"), ==, "wrong-code");
}

static void
test_pair_limited (Outsider     *fixture,
                   gconstpointer data)
{
  g_autofree char *code = evening_make_code (fixture->evening, 3);

  for (guint i = 0; i < 5; i++)
    {
      g_auto (Answer) wrong = outsider_pair (fixture, "no");

      g_assert_cmpuint (wrong.status, ==, 403);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Answer) limited = outsider_pair (fixture, i ? code : "no");

      g_assert_cmpuint (limited.status, ==, 429);
      g_assert_nonnull (limited.retry_after);
      g_assert_cmpint (atoi (limited.retry_after), >, 0);
      g_assert_cmpint (atoi (limited.retry_after), <=, 60);
    }
}

static void
test_pair_bad (Outsider     *fixture,
               gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *endless = g_strnfill (4 * 1024 * 1024, 'x');
  g_auto (Answer) bad = outsider_request (fixture, "POST", "/api/v1/pair", "{\"code\":482913}");
  g_auto (Answer) too_long = outsider_request (fixture, "POST", "/api/v1/pair", long_text);
  g_auto (Answer) longer = outsider_request (fixture, "POST", "/api/v1/pair", endless);
  g_auto (Answer) after = outsider_request (fixture, "GET", "/api/v1/info", NULL);

  g_assert_cmpuint (bad.status, ==, 400);
  g_assert_cmpuint (too_long.status, ==, 413);
  g_assert_cmpuint (longer.status, ==, 413);
  g_assert_cmpuint (after.status, ==, 200);
}

static void
test_hello (Outsider     *fixture,
            gconstpointer data)
{
  g_autofree char *token = outsider_take_seat (fixture, 3);
  g_autoptr (Panel) panel = panel_new (fixture);
  g_autoptr (JsonObject) state = NULL;
  JsonObject *judge;
  JsonArray  *rubric;

  panel_hello (panel, token);
  state = panel_expect (panel, "state");
  judge = json_object_get_object_member (state, "judge");
  rubric = json_object_get_array_member (state, "rubric");
  g_assert_cmpstr (json_object_get_string_member (state, "contest"), ==, "决赛之夜");
  g_assert_cmpint (json_object_get_int_member (judge, "number"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (judge, "name"), ==, "评委3");
  g_assert_cmpuint (json_array_get_length (rubric), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (rubric, 1), "step"), ==, "0.5");
  g_assert_false (json_object_get_boolean_member (json_object_get_object_member (state, "gate"), "open"));
  g_assert_true (json_object_get_null_member (state, "entry"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (state, "clock"), "phase"), ==, "idle");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (state, "clock"), "limit_ms"), ==, 360000);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (state, "sheets")), ==, 0);
}

static void
test_unauthorised (Outsider     *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *code;
  } rows[] = {
    { "{\"type\":\"hello\",\"token\":\"0000000000000000000000000000000000000000000000000000000000000000\"}", "unauthorised" },
    { "{\"type\":\"hello\",\"token\":\"\"}", "unauthorised" },
    { "{\"type\":\"ping\",\"t\":1}", "unauthorised" },
    { "{\"type\":\"sheet\",\"id\":\"6f2b9d1e-6f0c-4b5c-9a51-1f2d3c4b5a69\",\"lot\":1,\"marks\":{},\"submit\":false}", "unauthorised" },
    { "hello", "bad-message" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Panel) panel = panel_new (fixture);

      panel_send (panel, rows[i].text);
      panel_expect_error (panel, rows[i].code);
      WAIT_UNTIL (panel->closed);
    }
}

static void
test_takeover (Outsider     *fixture,
               gconstpointer data)
{
  g_autofree char *token = outsider_take_seat (fixture, 3);
  g_autoptr (Panel) first = panel_new (fixture);
  g_autoptr (Panel) second = panel_new (fixture);
  g_autoptr (JsonObject) state = NULL;
  g_autoptr (JsonObject) others = NULL;
  g_autoptr (GArray) connected = NULL;

  panel_hello (first, token);
  state = panel_expect (first, "state");
  panel_hello (second, token);
  panel_expect_bye (first, "replaced");
  others = panel_expect (second, "state");
  evening_run_for (100);
  g_assert_false (second->closed);
  connected = lectern_server_list_connected (fixture->evening->server);
  g_assert_cmpuint (connected->len, ==, 1);
}

static void
test_revoked (Outsider     *fixture,
              gconstpointer data)
{
  g_autofree char *token = outsider_take_seat (fixture, 3);
  g_autoptr (Panel) panel = panel_new (fixture);
  g_autoptr (Panel) late = panel_new (fixture);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_REVOKE_SEAT, "console");
  g_autoptr (JsonObject) state = NULL;

  panel_hello (panel, token);
  state = panel_expect (panel, "state");
  action->key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
  g_free (evening_do (fixture->evening, action));
  panel_expect_bye (panel, "revoked");
  panel_hello (late, token);
  panel_expect_error (late, "unauthorised");
}

/* A new code takes the judge's seat to another laptop. */
static void
test_new_code_revokes (Outsider     *fixture,
                       gconstpointer data)
{
  g_autoptr (Panel) old = outsider_seat_panel (fixture, 3);
  g_autofree char *code = evening_make_code (fixture->evening, 3);
  g_autoptr (Panel) moved = NULL;

  evening_run_for (100);
  g_assert_false (old->closed); /* only its use revokes */
  moved = outsider_seat_panel (fixture, 3);
  panel_expect_bye (old, "revoked");
}

static void
test_ping (Outsider     *fixture,
           gconstpointer data)
{
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autoptr (JsonObject) pong = NULL;

  panel_send (panel, "{\"type\":\"ping\",\"t\":12345.5}");
  pong = panel_expect (panel, "pong");
  g_assert_cmpfloat (json_object_get_double_member (pong, "t"), ==, 12345.5);
  g_assert_cmpint (json_object_get_int_member (pong, "server_ms"), >, 0);
}

static void
test_bad_messages (Outsider     *fixture,
                   gconstpointer data)
{
  static const char *const texts[] = {
    "", "{", "[]", "7", "{\"type\":\"shout\"}", "{\"type\":\"hello\",\"token\":\"x\"}", "{\"type\":\"ping\"}",
    "{\"type\":\"sheet\",\"id\":\"6f2b9d1e-6f0c-4b5c-9a51-1f2d3c4b5a69\",\"lot\":1,\"marks\":{\"content\":36.5},\"submit\":false}"
  };
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autoptr (JsonObject) pong = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      panel_send (panel, texts[i]);
      panel_expect_error (panel, "bad-message");
    }
  soup_websocket_connection_send_binary (panel->socket, "{\"type\":\"ping\",\"t\":1}", 21);
  panel_expect_error (panel, "bad-message");
  panel_send (panel, "{\"type\":\"ping\",\"t\":1}");
  pong = panel_expect (panel, "pong"); /* it is still there */
}

static void
test_oversize (Outsider     *fixture,
               gconstpointer data)
{
  static const gsize sizes[] = { 65537, 120000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
      g_autofree char *text = g_strnfill (sizes[i], ' ');

      panel_send (panel, text);
      if (sizes[i] <= 131072)
        panel_expect_error (panel, "too-large");
      WAIT_UNTIL (panel->closed);
    }
}

/* --- coming and going ---------------------------------------------------------------------- */

static void
on_connections_changed_cb (LecternServer *server,
                           gpointer       user_data)
{
  GThread **thread = user_data;

  *thread = g_thread_self ();
}

static void
test_connections (Outsider     *fixture,
                  gconstpointer data)
{
  GThread *thread = NULL;
  Panel   *first;
  g_autoptr (Panel) second = NULL;
  g_autoptr (GArray) connected = NULL;

  g_signal_connect (fixture->evening->server, "connections-changed", G_CALLBACK (on_connections_changed_cb), &thread);
  first = outsider_seat_panel (fixture, 4);
  second = outsider_seat_panel (fixture, 2);
  WAIT_UNTIL (outsider_sees_connected (fixture, 2) && thread);
  g_assert_true (thread == g_thread_self ());
  connected = lectern_server_list_connected (fixture->evening->server);
  g_assert_cmpint (g_array_index (connected, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (connected, gint64, 1), ==, 4);
  thread = NULL;
  panel_free (first);
  WAIT_UNTIL (outsider_sees_connected (fixture, 1) && thread);
  g_signal_handlers_disconnect_by_data (fixture->evening->server, &thread);
}

static gboolean
has_practised (Outsider *fixture,
               gint64    judge)
{
  g_autoptr (GArray) practised = lectern_server_list_practised (fixture->evening->server);

  for (guint i = 0; i < practised->len; i++)
    if (g_array_index (practised, gint64, i) == judge)
      return TRUE;
  return FALSE;
}

static const LecternPresence *
find_presence (GPtrArray *presences,
               gint64     judge)
{
  for (guint i = 0; i < presences->len; i++)
    if (((const LecternPresence *) presences->pdata[i])->judge == judge)
      return presences->pdata[i];
  return NULL;
}

/* Who was here is remembered, with when he was heard last; the newer connection of a seat is the one that
 * counts, whenever the older one is found closed. */
static void
test_presences (Outsider     *fixture,
                gconstpointer data)
{
  gint64           begun_us = g_get_real_time ();
  g_autofree char *token = outsider_take_seat (fixture, 3);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
  g_autoptr (GPtrArray) before = lectern_server_list_presences (fixture->evening->server);
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  Panel *first = panel_new (fixture);
  Panel *second = panel_new (fixture);
  Panel *other = outsider_seat_panel (fixture, 1);

  g_assert_cmpuint (before->len, ==, 0);
  panel_hello (first, token);
  json_object_unref (panel_expect (first, "state"));
  panel_hello (second, token);
  panel_expect_bye (first, "replaced");
  json_object_unref (panel_expect (second, "state"));
  panel_free (first);
  evening_run_for (200);
  here = lectern_server_list_presences (fixture->evening->server);
  g_assert_cmpuint (here->len, ==, 2);
  g_assert_cmpint (((const LecternPresence *) here->pdata[0])->judge, ==, 1);
  g_assert_true (find_presence (here, 3)->connected);
  g_assert_cmpstr (find_presence (here, 3)->token, ==, hash);
  g_assert_cmpstr (find_presence (here, 3)->address, ==, "127.0.0.1");
  g_assert_cmpint (find_presence (here, 3)->since_us, >=, begun_us);
  g_assert_cmpint (g_get_real_time () - find_presence (here, 3)->seen_us, <, G_USEC_PER_SEC);
  panel_free (second);
  WAIT_UNTIL (outsider_sees_connected (fixture, 1));
  evening_run_for (1100);
  gone = lectern_server_list_presences (fixture->evening->server);
  g_assert_false (find_presence (gone, 3)->connected);
  g_assert_true (find_presence (gone, 1)->connected);
  g_assert_cmpint (g_get_real_time () - find_presence (gone, 3)->seen_us, >, G_USEC_PER_SEC);
  g_assert_cmpint (find_presence (gone, 3)->seen_us, >=, begun_us);
  panel_free (other);
}

static void
on_certificate_changed_cb (LecternServer *server,
                           gpointer       user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Forty frames at once and two hundred a second: whoever sends more is read later, so that nobody waits for him; and all of it is
 * answered. */
static void
test_burst (Outsider     *fixture,
            gconstpointer data)
{
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  gint64 since_us = g_get_monotonic_time ();

  for (guint i = 0; i < 240; i++)
    panel_send (panel, "{\"type\":\"ping\",\"t\":1}");
  for (guint i = 0; i < 240; i++)
    json_object_unref (panel_expect (panel, "pong"));
  g_assert_cmpint (g_get_monotonic_time () - since_us, >, 600000);
}

/* Everybody is sent away and may come back; the next handshake shows the new one. */
static void
test_renewed (Outsider     *fixture,
              gconstpointer data)
{
  LecternServer   *server = fixture->evening->server;
  const char      *old = lectern_server_get_fingerprint (server);
  g_autofree char *token = outsider_take_seat (fixture, 3);
  g_autoptr (Panel) panel = panel_new (fixture);
  g_autoptr (Panel) again = NULL;
  g_autoptr (LecternPin) pin = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) kept = NULL;
  g_autofree char *fingerprint = NULL;
  gboolean         told = FALSE;

  g_signal_connect (server, "certificate-changed", G_CALLBACK (on_certificate_changed_cb), &told);
  panel_hello (panel, token);
  json_object_unref (panel_expect (panel, "state"));
  g_assert_true (lectern_server_renew_certificate (server, &error));
  g_assert_no_error (error);
  panel_expect_bye (panel, "closing");
  WAIT_UNTIL (told);
  kept = lectern_host_key_open (fixture->evening->folder, &error);
  fingerprint = lectern_host_key_fingerprint (kept);
  g_assert_cmpstr (lectern_server_get_fingerprint (server), !=, old);
  g_assert_cmpstr (lectern_server_get_fingerprint (server), ==, fingerprint);
  /* The seat is as good as before: it was the certificate that changed, not who sits there. */
  pin = lectern_pin_new (fingerprint);
  soup_session_set_tls_database (fixture->session, G_TLS_DATABASE (pin));
  again = panel_new (fixture);
  panel_hello (again, token);
  json_object_unref (panel_expect (again, "state"));
  g_signal_handlers_disconnect_by_data (server, &told);
}

/* Said while connected, or with the next hello; nobody else is meant. */
static void
test_practised (Outsider     *fixture,
                gconstpointer data)
{
  g_autoptr (Panel) other = outsider_seat_panel (fixture, 2);
  g_autofree char *token = outsider_take_seat (fixture, 3);
  g_autofree char *hello = g_strdup_printf ("{\"type\":\"hello\",\"token\":\"%s\",\"practised\":true}", token);
  Panel           *panel = panel_new (fixture);

  panel_hello (panel, token);
  WAIT_UNTIL (outsider_sees_connected (fixture, 2));
  g_assert_false (has_practised (fixture, 3));
  panel_send (panel, "{\"type\":\"practised\"}");
  WAIT_UNTIL (has_practised (fixture, 3));
  panel_free (panel);
  WAIT_UNTIL (!has_practised (fixture, 3));
  panel = panel_new (fixture);
  panel_send (panel, hello);
  WAIT_UNTIL (has_practised (fixture, 3));
  g_assert_false (has_practised (fixture, 2));
  panel_free (panel);
}

static void
test_closing (Outsider     *fixture,
              gconstpointer data)
{
  g_autofree char *token = outsider_take_seat (fixture, 3);
  g_autoptr (Panel) panel = panel_new (fixture);
  g_autoptr (Panel) again = NULL;
  g_autoptr (JsonObject) state = NULL;
  g_autoptr (JsonObject) same = NULL;

  panel_hello (panel, token);
  state = panel_expect (panel, "state");
  evening_close (fixture->evening);
  panel_expect_bye (panel, "closing");
  evening_open (fixture->evening);
  again = panel_new (fixture);
  panel_hello (again, token);
  same = panel_expect (again, "state");
}

static void
test_address (Outsider     *fixture,
              gconstpointer data)
{
  g_autofree char *bound = lectern_server_get_address (fixture->evening->server);
  g_autofree char *expected = evening_make_uri (fixture->evening, "");
  g_autofree char *open = NULL;
  g_autoptr (LecternServer) everywhere = NULL;
  g_autoptr (LecternServer) taken = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bound, ==, expected);
  everywhere = lectern_server_start (fixture->evening->engine, NULL, 0, fixture->evening->folder, &error);
  g_assert_no_error (error);
  open = lectern_server_get_address (everywhere);
  g_assert_true (g_str_has_prefix (open, "https://"));
  g_assert_null (strstr (open, "0.0.0.0"));
  g_assert_cmpstr (lectern_server_get_fingerprint (everywhere), ==, lectern_server_get_fingerprint (fixture->evening->server));
  taken = lectern_server_start (fixture->evening->engine, "127.0.0.1", fixture->evening->port, fixture->evening->folder, &error);
  g_assert_null (taken);
  g_assert_error (error, g_quark_from_string ("lectern-net-error"), 1);
}

/* --- who never says hello ------------------------------------------------------------------- */

/* It answers every ping and never says who it is: ten seconds, and the seated see nothing of it. */
static void
test_no_hello (Outsider     *fixture,
               gconstpointer data)
{
  g_autofree char *token = outsider_take_seat (fixture, 2);
  g_autoptr (Panel) seated = outsider_seat_panel (fixture, 3);
  g_autoptr (Panel) stranger = panel_new (fixture);
  gint64 since = g_get_monotonic_time ();

  while (!stranger->closed && g_get_monotonic_time () - since < 20 * G_USEC_PER_SEC)
    evening_run_for (100);
  g_assert_true (stranger->closed);
  g_assert_cmpint (g_get_monotonic_time () - since, >=, 9 * G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - since, <, 13 * G_USEC_PER_SEC);
  g_assert_false (seated->closed);
}

#define ADD(name, test) g_test_add ("/server/" name, Outsider, NULL, outsider_set_up, test, outsider_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("info", test_info);
  ADD ("page", test_page);
  ADD ("nothing-else", test_nothing_else);
  ADD ("photo", test_photo);
  ADD ("photo-named", test_photo_named);
  ADD ("photo-comes-late", test_photo_comes_late);
  ADD ("pair-once", test_pair_once);
  ADD ("pair-limited", test_pair_limited);
  ADD ("pair-bad", test_pair_bad);
  ADD ("hello", test_hello);
  ADD ("unauthorised", test_unauthorised);
  ADD ("takeover", test_takeover);
  ADD ("revoked", test_revoked);
  ADD ("new-code-revokes", test_new_code_revokes);
  ADD ("ping", test_ping);
  ADD ("bad-messages", test_bad_messages);
  ADD ("oversize", test_oversize);
  ADD ("connections", test_connections);
  ADD ("presences", test_presences);
  ADD ("practised", test_practised);
  ADD ("burst", test_burst);
  ADD ("renewed", test_renewed);
  ADD ("closing", test_closing);
  ADD ("address", test_address);
  ADD ("no-hello", test_no_hello);
  return g_test_run ();
}
