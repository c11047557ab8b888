/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The server as docs/protocol.md says it is, from outside: over TLS, with messages written by hand
 * and nothing of the program's own client. The engine and the file behind it are the real ones. */

#define G_LOG_DOMAIN "lectern-test"

#include "evening.h"
#include "lectern-pin.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

typedef struct
{
  Evening     *evening;
  SoupSession *session;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LecternPin) pin = NULL;

  fixture->evening = evening_new (4);
  pin = lectern_pin_new (lectern_server_get_fingerprint (fixture->evening->server));
  fixture->session = soup_session_new ();
  soup_session_set_tls_database (fixture->session, G_TLS_DATABASE (pin));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->session);
  evening_free (fixture->evening);
}

/* --- requests ------------------------------------------------------------------------------ */

typedef struct
{
  guint status;
  char *body;
  char *retry_after;
  char *type;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->body);
  g_free (answer->retry_after);
  g_free (answer->type);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
on_answered_cb (GObject      *session,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static Answer
request (Fixture    *fixture,
         const char *method,
         const char *path,
         const char *body)
{
  g_autofree char *uri = evening_make_uri (fixture->evening, path);
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Answer answer = { 0 };

  if (body)
    {
      g_autoptr (GBytes) out = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", out);
    }
  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL, on_answered_cb, &result);
  WAIT_UNTIL (result);
  bytes = soup_session_send_and_read_finish (fixture->session, result, NULL);
  g_assert_nonnull (bytes);
  answer.status = soup_message_get_status (message);
  answer.body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  answer.retry_after = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After"));
  answer.type = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Type"));
  return answer;
}

static Answer
pair (Fixture    *fixture,
      const char *code)
{
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\",\"device\":\"测试\"}", code);

  return request (fixture, "POST", "/api/v1/pair", body);
}

static JsonObject *
read_object (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  return json_object_ref (json_node_get_object (node));
}

/* A seat for @judge: its token. */
static char *
take_seat (Fixture *fixture,
           gint64   judge)
{
  g_autofree char *code = evening_make_code (fixture->evening, judge);
  g_auto (Answer) answer = pair (fixture, code);
  g_autoptr (JsonObject) seat = NULL;

  g_assert_cmpuint (answer.status, ==, 200);
  seat = read_object (answer.body);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (seat, "judge"), "number"), ==, judge);
  return g_strdup (json_object_get_string_member (seat, "token"));
}

static void
test_info (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (Answer) answer = request (fixture, "GET", "/api/v1/info", NULL);
  g_autoptr (JsonObject) info = read_object (answer.body);
  gint64 now_ms = g_get_real_time () / 1000;

  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (json_object_get_string_member (info, "name"), ==, "lectern");
  g_assert_cmpint (json_object_get_int_member (info, "protocol"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (info, "contest"), ==, "决赛之夜");
  g_assert_cmpint (ABS (json_object_get_int_member (info, "server_ms") - now_ms), <, 5000);
}

static void
test_page (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (Answer) answer = request (fixture, "GET", "/", NULL);

  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (answer.type, ==, "text/html; charset=utf-8");
  g_assert_nonnull (strstr (answer.body, "决赛之夜"));
  g_assert_null (strstr (answer.body, "http")); /* nothing from elsewhere */
}

static void
test_nothing_else (Fixture      *fixture,
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
    { "GET", "/api/v1/judge", 400 }, /* no WebSocket */
    { "GET", "/api/v1/judge/x", 400 },
    { "POST", "/api/v1/info", 405 },
    { "GET", "/api/v1/pair", 405 },
    { "DELETE", "/", 405 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Answer) answer = request (fixture, rows[i].method, rows[i].path, NULL);

      g_test_message ("%s %s", rows[i].method, rows[i].path);
      g_assert_cmpuint (answer.status, ==, rows[i].status);
    }
}

static void
test_pair_once (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *code = evening_make_code (fixture->evening, 3);
  g_autofree char *spaced = g_strdup_printf ("%.3s %s", code, code + 3);
  g_auto (Answer) first = pair (fixture, spaced);
  g_auto (Answer) again = pair (fixture, code);
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
test_pair_limited (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *code = evening_make_code (fixture->evening, 3);

  for (guint i = 0; i < 5; i++)
    {
      g_auto (Answer) wrong = pair (fixture, "no");

      g_assert_cmpuint (wrong.status, ==, 403);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Answer) limited = pair (fixture, i ? code : "no");

      g_assert_cmpuint (limited.status, ==, 429);
      g_assert_nonnull (limited.retry_after);
      g_assert_cmpint (atoi (limited.retry_after), >, 0);
      g_assert_cmpint (atoi (limited.retry_after), <=, 60);
    }
}

static void
test_pair_bad (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *endless = g_strnfill (4 * 1024 * 1024, 'x');
  g_auto (Answer) bad = request (fixture, "POST", "/api/v1/pair", "{\"code\":482913}");
  g_auto (Answer) too_long = request (fixture, "POST", "/api/v1/pair", long_text);
  g_auto (Answer) longer = request (fixture, "POST", "/api/v1/pair", endless);
  g_auto (Answer) after = request (fixture, "GET", "/api/v1/info", NULL);

  g_assert_cmpuint (bad.status, ==, 400);
  g_assert_cmpuint (too_long.status, ==, 413);
  g_assert_cmpuint (longer.status, ==, 413);
  g_assert_cmpuint (after.status, ==, 200);
}

/* --- panels -------------------------------------------------------------------------------- */

typedef struct
{
  SoupWebsocketConnection *socket;
  GPtrArray               *received; /* texts */
  guint                    read;     /* how many of them a test has looked at */
  gboolean                 closed;
} Panel;

static void
on_panel_message_cb (SoupWebsocketConnection *socket,
                     int                      kind,
                     GBytes                  *message,
                     gpointer                 user_data)
{
  Panel *panel = user_data;

  g_ptr_array_add (panel->received, g_strndup (g_bytes_get_data (message, NULL), g_bytes_get_size (message)));
}

static void
on_panel_closed_cb (SoupWebsocketConnection *socket,
                    gpointer                 user_data)
{
  Panel *panel = user_data;

  panel->closed = TRUE;
}

static Panel *
panel_new (Fixture *fixture)
{
  Panel           *panel = g_new0 (Panel, 1);
  g_autofree char *uri = evening_make_uri (fixture->evening, "/api/v1/judge");
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  panel->received = g_ptr_array_new_with_free_func (g_free);
  soup_session_websocket_connect_async (fixture->session, message, NULL, NULL, G_PRIORITY_DEFAULT, NULL, on_answered_cb, &result);
  WAIT_UNTIL (result);
  panel->socket = soup_session_websocket_connect_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_signal_connect (panel->socket, "message", G_CALLBACK (on_panel_message_cb), panel);
  g_signal_connect (panel->socket, "closed", G_CALLBACK (on_panel_closed_cb), panel);
  return panel;
}

static void
panel_free (Panel *panel)
{
  g_signal_handlers_disconnect_by_data (panel->socket, panel);
  if (soup_websocket_connection_get_state (panel->socket) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_close (panel->socket, 1000, NULL);
  g_object_unref (panel->socket);
  g_ptr_array_unref (panel->received);
  g_free (panel);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Panel, panel_free)

static void
panel_send (Panel      *panel,
            const char *text)
{
  soup_websocket_connection_send_text (panel->socket, text);
}

static void
panel_hello (Panel      *panel,
             const char *token)
{
  g_autofree char *text = g_strdup_printf ("{\"type\":\"hello\",\"token\":\"%s\"}", token);

  panel_send (panel, text);
}

/* The next message of @type, waited for; what comes before it is passed over. */
static JsonObject *
panel_expect (Panel      *panel,
              const char *type)
{
  for (;;)
    {
      g_autoptr (JsonObject) object = NULL;

      WAIT_UNTIL (panel->read < panel->received->len || panel->closed);
      g_assert_cmpuint (panel->read, <, panel->received->len);
      object = read_object (g_ptr_array_index (panel->received, panel->read++));
      if (g_str_equal (json_object_get_string_member (object, "type"), type))
        return g_steal_pointer (&object);
    }
}

static void
panel_expect_error (Panel      *panel,
                    const char *code)
{
  g_autoptr (JsonObject) error = panel_expect (panel, "error");

  g_assert_cmpstr (json_object_get_string_member (error, "code"), ==, code);
  g_assert_cmpstr (json_object_get_string_member (error, "message"), !=, "");
}

static void
panel_expect_bye (Panel      *panel,
                  const char *reason)
{
  g_autoptr (JsonObject) bye = panel_expect (panel, "bye");

  g_assert_cmpstr (json_object_get_string_member (bye, "reason"), ==, reason);
  WAIT_UNTIL (panel->closed);
}

/* The newest state, once nothing more comes. */
static JsonObject *
panel_settle (Panel *panel)
{
  evening_run_for (150);
  for (guint i = panel->received->len; i > 0; i--)
    {
      const char *text = g_ptr_array_index (panel->received, i - 1);

      if (strstr (text, "\"type\":\"state\""))
        return read_object (text);
    }
  g_assert_not_reached ();
}

/* Sends a sheet with a fresh id, or @id; returns the id. */
static char *
panel_sheet (Panel      *panel,
             const char *id,
             gint64      lot,
             const char *marks,
             gboolean    submit)
{
  char            *used = id ? g_strdup (id) : g_uuid_string_random ();
  g_autofree char *text = NULL;

  text = g_strdup_printf ("{\"type\":\"sheet\",\"id\":\"%s\",\"lot\":%d,\"marks\":%s,\"submit\":%s}",
                          used, (int) lot, marks, submit ? "true" : "false");
  panel_send (panel, text);
  return used;
}

static void
panel_expect_ack (Panel      *panel,
                  const char *id,
                  int         version,
                  const char *state,
                  const char *total)
{
  g_autoptr (JsonObject) ack = panel_expect (panel, "ack");

  g_assert_cmpstr (json_object_get_string_member (ack, "id"), ==, id);
  g_assert_cmpint (json_object_get_int_member (ack, "version"), ==, version);
  g_assert_cmpstr (json_object_get_string_member (ack, "state"), ==, state);
  g_assert_cmpstr (json_object_get_string_member (ack, "total"), ==, total);
}

static Panel *
seat_panel (Fixture *fixture,
            gint64   judge)
{
  g_autofree char *token = take_seat (fixture, judge);
  Panel           *panel = panel_new (fixture);
  g_autoptr (JsonObject) state = NULL;

  panel_hello (panel, token);
  state = panel_expect (panel, "state");
  return panel;
}

static void
test_hello (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *token = take_seat (fixture, 3);
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
test_unauthorised (Fixture      *fixture,
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
test_takeover (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *token = take_seat (fixture, 3);
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
test_revoked (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *token = take_seat (fixture, 3);
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
test_new_code_revokes (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (Panel) old = seat_panel (fixture, 3);
  g_autofree char *code = evening_make_code (fixture->evening, 3);
  g_autoptr (Panel) moved = NULL;

  evening_run_for (100);
  g_assert_false (old->closed); /* only its use revokes */
  moved = seat_panel (fixture, 3);
  panel_expect_bye (old, "revoked");
}

static void
test_ping (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
  g_autoptr (JsonObject) pong = NULL;

  panel_send (panel, "{\"type\":\"ping\",\"t\":12345.5}");
  pong = panel_expect (panel, "pong");
  g_assert_cmpfloat (json_object_get_double_member (pong, "t"), ==, 12345.5);
  g_assert_cmpint (json_object_get_int_member (pong, "server_ms"), >, 0);
}

static void
test_bad_messages (Fixture      *fixture,
                   gconstpointer data)
{
  static const char *const texts[] = {
    "", "{", "[]", "7", "{\"type\":\"shout\"}", "{\"type\":\"hello\",\"token\":\"x\"}", "{\"type\":\"ping\"}",
    "{\"type\":\"sheet\",\"id\":\"6f2b9d1e-6f0c-4b5c-9a51-1f2d3c4b5a69\",\"lot\":1,\"marks\":{\"content\":36.5},\"submit\":false}"
  };
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
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
test_oversize (Fixture      *fixture,
               gconstpointer data)
{
  static const gsize sizes[] = { 65537, 120000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Panel) panel = seat_panel (fixture, 3);
      g_autofree char *text = g_strnfill (sizes[i], ' ');

      panel_send (panel, text);
      if (sizes[i] <= 131072)
        panel_expect_error (panel, "too-large");
      WAIT_UNTIL (panel->closed);
    }
}

/* --- sheets -------------------------------------------------------------------------------- */

#define COMPLETE "{\"content\":\"36.5\",\"effect\":\"8\"}"

/* Every refusal of a sheet, and which comes first where several apply. */
static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    int         lot;
    const char *marks;
    gboolean    submit;
    const char *before; /* the gate still closed, 1 on stage */
    const char *open;   /* the gate open for 1 */
  } rows[] = {
    /* clang-format off */
    { 1,  COMPLETE,                                        TRUE,  "gate-closed",       "ack" },
    { 2,  COMPLETE,                                        TRUE,  "gate-closed",       "wrong-lot" },
    { 99, "{\"nonsense\":\"999\"}",                        TRUE,  "gate-closed",       "wrong-lot" },
    { 0,  "{}",                                            TRUE,  "gate-closed",       "wrong-lot" },
    { -1, "{}",                                            FALSE, "wrong-lot",         "wrong-lot" },
    { 2,  "{}",                                            FALSE, "wrong-lot",         "wrong-lot" },
    { 1,  "{}",                                            FALSE, "ack",               "ack" },
    { 1,  "{\"content\":\"1\"}",                           TRUE,  "gate-closed",       "mark-missing" },
    { 1,  "{\"nonsense\":\"1\"}",                          TRUE,  "gate-closed",       "unknown-criterion" },
    { 1,  "{\"nonsense\":\"1\"}",                          FALSE, "unknown-criterion", "unknown-criterion" },
    { 1,  "{\"content\":\"41\"}",                          TRUE,  "gate-closed",       "mark-missing" },
    { 1,  "{\"content\":\"40.1\",\"effect\":\"8\"}",       TRUE,  "gate-closed",       "mark-out-of-range" },
    { 1,  "{\"content\":\"-1\",\"effect\":\"8\"}",         TRUE,  "gate-closed",       "mark-out-of-range" },
    { 1,  "{\"content\":\"99999999999999\"}",              FALSE, "mark-out-of-range", "mark-out-of-range" },
    { 1,  "{\"content\":\"1.55\",\"effect\":\"10.5\"}",    TRUE,  "gate-closed",       "mark-out-of-range" },
    { 1,  "{\"content\":\"36.55\",\"effect\":\"8\"}",      TRUE,  "gate-closed",       "mark-off-step" },
    { 1,  "{\"content\":\"36.5\",\"effect\":\"8.1\"}",     TRUE,  "gate-closed",       "mark-off-step" },
    { 1,  "{\"content\":\"36.50001\",\"effect\":\"8\"}",   TRUE,  "gate-closed",       "mark-off-step" },
    { 1,  "{\"content\":\"36.50000\",\"effect\":\"8.0\"}", TRUE,  "gate-closed",       "ack" },
    { 1,  "{\"content\":\"0\",\"effect\":\"0\"}",          TRUE,  "gate-closed",       "ack" },
    /* clang-format on */
  };
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = seat_panel (fixture, 3);

  evening_talk (evening, 1);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          const char      *expected = pass ? rows[i].open : rows[i].before;
          g_autofree char *id = panel_sheet (panel, NULL, rows[i].lot, rows[i].marks, rows[i].submit);
          g_autoptr (JsonObject) answer = panel_expect (panel, g_str_equal (expected, "ack") ? "ack" : "error");

          g_test_message ("pass %u row %u: %s", pass, i, expected);
          g_assert_cmpstr (json_object_get_string_member (answer, "id"), ==, id);
          if (!g_str_equal (expected, "ack"))
            g_assert_cmpstr (json_object_get_string_member (answer, "code"), ==, expected);
        }
      if (pass == 0)
        evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
    }
}

static void
test_nobody_on_stage (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (Panel) panel = seat_panel (fixture, 3);

  g_free (panel_sheet (panel, NULL, 1, COMPLETE, FALSE));
  panel_expect_error (panel, "gate-closed");
}

static void
test_recused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_RECUSE, "console");
  g_autoptr (JsonObject) state = NULL;
  JsonArray *recused;

  action->judge = 3;
  action->lot = 1;
  action->reason = g_strdup ("related");
  g_free (evening_do (fixture->evening, action));
  evening_talk (fixture->evening, 1);
  g_free (panel_sheet (panel, NULL, 1, "{\"nonsense\":\"1\"}", FALSE));
  panel_expect_error (panel, "recused");
  state = panel_settle (panel);
  recused = json_object_get_array_member (state, "recused");
  g_assert_cmpuint (json_array_get_length (recused), ==, 1);
  g_assert_cmpint (json_array_get_int_element (recused, 0), ==, 1);
}

/* Draft, submit, submit again, locked: as the acknowledgements and the states tell it. */
static void
test_life_of_a_sheet (Fixture      *fixture,
                      gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
  g_autofree char *draft = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonObject) state = NULL;
  JsonObject *own;

  evening_act (evening, LECTERN_ACTION_CALL, 1);
  draft = panel_sheet (panel, NULL, 1, "{\"content\":\"30\"}", FALSE);
  panel_expect_ack (panel, draft, 1, "draft", "30");
  evening_act (evening, LECTERN_ACTION_START_CLOCK, 0);
  evening_act (evening, LECTERN_ACTION_STOP_CLOCK, 0);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  sheet = panel_sheet (panel, NULL, 1, COMPLETE, TRUE);
  panel_expect_ack (panel, sheet, 1, "submitted", "44.5");
  second = panel_sheet (panel, NULL, 1, "{\"content\":\"37\",\"effect\":\"8.5\"}", TRUE);
  panel_expect_ack (panel, second, 2, "submitted", "45.5");
  g_free (panel_sheet (panel, NULL, 1, "{\"content\":\"1\"}", FALSE)); /* a draft beside it counts for nothing */
  evening_run_for (100);
  evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
  state = panel_settle (panel);
  own = json_array_get_object_element (json_object_get_array_member (state, "sheets"), 0);
  g_assert_cmpint (json_object_get_int_member (own, "lot"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (own, "version"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (own, "state"), ==, "locked");
  g_assert_cmpstr (json_object_get_string_member (own, "total"), ==, "45.5");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (own, "marks"), "effect"), ==, "8.5");
  g_free (panel_sheet (panel, NULL, 1, COMPLETE, TRUE));
  panel_expect_error (panel, "gate-closed");
  g_free (panel_sheet (panel, NULL, 1, COMPLETE, FALSE)); /* still on stage, but settled */
  panel_expect_error (panel, "locked");
}

/* The same message twice, late, and after a newer one: acknowledged again, changing nothing. */
static void
test_same_id_again (Fixture      *fixture,
                    gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  JsonObject *own;

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  first = panel_sheet (panel, NULL, 1, COMPLETE, TRUE);
  g_free (panel_sheet (panel, first, 1, COMPLETE, TRUE)); /* doubled on the way */
  panel_expect_ack (panel, first, 1, "submitted", "44.5");
  panel_expect_ack (panel, first, 1, "submitted", "44.5");
  second = panel_sheet (panel, NULL, 1, "{\"content\":\"37\",\"effect\":\"8.5\"}", TRUE);
  panel_expect_ack (panel, second, 2, "submitted", "45.5");
  before = panel_settle (panel);
  g_free (panel_sheet (panel, first, 1, COMPLETE, TRUE));
  panel_expect_ack (panel, first, 1, "submitted", "44.5");
  evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
  g_free (panel_sheet (panel, second, 1, COMPLETE, TRUE)); /* even when the gate is closed by now */
  panel_expect_ack (panel, second, 2, "submitted", "45.5");
  after = panel_settle (panel);
  g_assert_cmpint (json_object_get_int_member (after, "seq"), ==, json_object_get_int_member (before, "seq") + 1);
  own = json_array_get_object_element (json_object_get_array_member (after, "sheets"), 0);
  g_assert_cmpstr (json_object_get_string_member (own, "total"), ==, "45.5");
}

/* An id belongs to whom it was first taken from. */
static void
test_anothers_id (Fixture      *fixture,
                  gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
  g_autoptr (Panel) other = seat_panel (fixture, 4);
  g_autofree char *id = NULL;

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  id = panel_sheet (panel, NULL, 1, COMPLETE, TRUE);
  panel_expect_ack (panel, id, 1, "submitted", "44.5");
  g_free (panel_sheet (other, id, 1, "{\"content\":\"1\",\"effect\":\"1\"}", TRUE));
  panel_expect_error (other, "bad-message");
  g_free (panel_sheet (panel, id, 1, COMPLETE, TRUE));
  panel_expect_ack (panel, id, 1, "submitted", "44.5");
}

/* Everything judge 4 receives while judge 3 marks: no mark, no total, not even that something came. */
static void
test_marks_stay_private (Fixture      *fixture,
                         gconstpointer data)
{
  static const char *const secrets[] = { "31.7", "9.5", "41.2", "32.8", "42.3", "评委3" };
  Evening                 *evening = fixture->evening;
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
  g_autoptr (Panel) other = seat_panel (fixture, 4);
  g_autofree char *draft = NULL;
  g_autofree char *sheet = NULL;
  guint            n_before;

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  evening_run_for (150);
  n_before = other->received->len;
  draft = panel_sheet (panel, NULL, 1, "{\"content\":\"31.7\",\"effect\":\"9.5\"}", FALSE);
  panel_expect_ack (panel, draft, 1, "draft", "41.2");
  evening_run_for (150);
  g_assert_cmpuint (other->received->len, ==, n_before);
  sheet = panel_sheet (panel, NULL, 1, "{\"content\":\"32.8\",\"effect\":\"9.5\"}", TRUE);
  panel_expect_ack (panel, sheet, 1, "submitted", "42.3");
  evening_run_for (500);
  g_assert_cmpuint (other->received->len, ==, n_before);
  evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
  g_free (panel_sheet (other, NULL, 1, COMPLETE, TRUE));
  panel_expect_error (other, "gate-closed");
  evening_run_for (150);
  g_assert_cmpuint (other->received->len, >, n_before);
  for (guint i = 0; i < other->received->len; i++)
    for (guint s = 0; s < G_N_ELEMENTS (secrets); s++)
      g_assert_null (strstr (g_ptr_array_index (other->received, i), secrets[s]));
}

/* --- coming and going ---------------------------------------------------------------------- */

static void
on_connections_changed_cb (LecternServer *server,
                           gpointer       user_data)
{
  GThread **thread = user_data;

  *thread = g_thread_self ();
}

static gboolean
is_connected (Fixture *fixture,
              guint    n)
{
  g_autoptr (GArray) connected = lectern_server_list_connected (fixture->evening->server);

  return connected->len == n;
}

static void
test_connections (Fixture      *fixture,
                  gconstpointer data)
{
  GThread *thread = NULL;
  Panel   *first;
  g_autoptr (Panel) second = NULL;
  g_autoptr (GArray) connected = NULL;

  g_signal_connect (fixture->evening->server, "connections-changed", G_CALLBACK (on_connections_changed_cb), &thread);
  first = seat_panel (fixture, 4);
  second = seat_panel (fixture, 2);
  WAIT_UNTIL (is_connected (fixture, 2) && thread);
  g_assert_true (thread == g_thread_self ());
  connected = lectern_server_list_connected (fixture->evening->server);
  g_assert_cmpint (g_array_index (connected, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (connected, gint64, 1), ==, 4);
  thread = NULL;
  panel_free (first);
  WAIT_UNTIL (is_connected (fixture, 1) && thread);
  g_signal_handlers_disconnect_by_data (fixture->evening->server, &thread);
}

static void
test_closing (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *token = take_seat (fixture, 3);
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
test_address (Fixture      *fixture,
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

/* --- a reader that stops ------------------------------------------------------------------- */

static gboolean
on_accept_any_cb (GTlsConnection      *tls,
                  GTlsCertificate     *certificate,
                  GTlsCertificateFlags flags,
                  gpointer             user_data)
{
  return TRUE;
}

/* Connects, says hello, and never reads again: no libsoup here, for that would read. */
static GIOStream *
make_stalled_panel (Fixture    *fixture,
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
test_stalled (Fixture      *fixture,
              gconstpointer data)
{
  Evening         *evening = fixture->evening;
  g_autofree char *token = take_seat (fixture, 2);
  g_autoptr (Panel) panel = seat_panel (fixture, 3);
  g_autoptr (GIOStream) stalled = make_stalled_panel (fixture, token);
  gint64 since;

  WAIT_UNTIL (is_connected (fixture, 2));
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
  WAIT_UNTIL (is_connected (fixture, 1));
  g_assert_cmpint (g_get_monotonic_time () - since, <, 9 * G_USEC_PER_SEC);
  g_assert_false (panel->closed);
}

#define ADD(name, test) g_test_add ("/server/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("info", test_info);
  ADD ("page", test_page);
  ADD ("nothing-else", test_nothing_else);
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
  ADD ("refusals", test_refusals);
  ADD ("nobody-on-stage", test_nobody_on_stage);
  ADD ("recused", test_recused);
  ADD ("life-of-a-sheet", test_life_of_a_sheet);
  ADD ("same-id-again", test_same_id_again);
  ADD ("anothers-id", test_anothers_id);
  ADD ("marks-stay-private", test_marks_stay_private);
  ADD ("connections", test_connections);
  ADD ("closing", test_closing);
  ADD ("address", test_address);
  ADD ("stalled", test_stalled);
  return g_test_run ();
}
