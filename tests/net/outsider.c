/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Requests and panels written by hand, with nothing of the program's own client. */

#define G_LOG_DOMAIN "lectern-test"

#include "outsider.h"

#include "lectern-pin.h"

#include <string.h>

void
outsider_set_up (Outsider     *self,
                 gconstpointer data)
{
  g_autoptr (LecternPin) pin = NULL;

  self->evening = evening_new_with (data ? data : "", 4);
  pin = lectern_pin_new (lectern_server_get_fingerprint (self->evening->server));
  self->session = soup_session_new ();
  soup_session_set_tls_database (self->session, G_TLS_DATABASE (pin));
}

void
outsider_tear_down (Outsider     *self,
                    gconstpointer data)
{
  g_clear_object (&self->session);
  evening_free (self->evening);
}

/* --- requests ------------------------------------------------------------------------------ */

void
answer_clear (Answer *answer)
{
  g_free (answer->body);
  g_free (answer->retry_after);
  g_free (answer->type);
}

static void
on_answered_cb (GObject      *session,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

Answer
outsider_request (Outsider   *self,
                  const char *method,
                  const char *path,
                  const char *body)
{
  g_autofree char *uri = evening_make_uri (self->evening, path);
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Answer answer = { 0 };

  if (body)
    {
      g_autoptr (GBytes) out = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", out);
    }
  soup_session_send_and_read_async (self->session, message, G_PRIORITY_DEFAULT, NULL, on_answered_cb, &result);
  WAIT_UNTIL (result);
  bytes = soup_session_send_and_read_finish (self->session, result, NULL);
  g_assert_nonnull (bytes);
  answer.status = soup_message_get_status (message);
  answer.body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  answer.retry_after = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After"));
  answer.type = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Type"));
  return answer;
}

Answer
outsider_pair (Outsider   *self,
               const char *code)
{
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\",\"device\":\"测试\"}", code);

  return outsider_request (self, "POST", "/api/v1/pair", body);
}

JsonObject *
read_object (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  return json_object_ref (json_node_get_object (node));
}

/* A seat for @judge: its token. */
char *
outsider_take_seat (Outsider *self,
                    gint64    judge)
{
  g_autofree char *code = evening_make_code (self->evening, judge);
  g_auto (Answer) answer = outsider_pair (self, code);
  g_autoptr (JsonObject) seat = NULL;

  g_assert_cmpuint (answer.status, ==, 200);
  seat = read_object (answer.body);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (seat, "judge"), "number"), ==, judge);
  return g_strdup (json_object_get_string_member (seat, "token"));
}

/* --- panels -------------------------------------------------------------------------------- */

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

Panel *
panel_new (Outsider *self)
{
  Panel           *panel = g_new0 (Panel, 1);
  g_autofree char *uri = evening_make_uri (self->evening, "/api/v1/judge");
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  panel->received = g_ptr_array_new_with_free_func (g_free);
  soup_session_websocket_connect_async (self->session, message, NULL, NULL, G_PRIORITY_DEFAULT, NULL, on_answered_cb, &result);
  WAIT_UNTIL (result);
  panel->socket = soup_session_websocket_connect_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_signal_connect (panel->socket, "message", G_CALLBACK (on_panel_message_cb), panel);
  g_signal_connect (panel->socket, "closed", G_CALLBACK (on_panel_closed_cb), panel);
  return panel;
}

void
panel_free (Panel *panel)
{
  g_signal_handlers_disconnect_by_data (panel->socket, panel);
  if (soup_websocket_connection_get_state (panel->socket) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_close (panel->socket, 1000, NULL);
  g_object_unref (panel->socket);
  g_ptr_array_unref (panel->received);
  g_free (panel);
}

void
panel_send (Panel      *panel,
            const char *text)
{
  soup_websocket_connection_send_text (panel->socket, text);
}

void
panel_hello (Panel      *panel,
             const char *token)
{
  g_autofree char *text = g_strdup_printf ("{\"type\":\"hello\",\"token\":\"%s\"}", token);

  panel_send (panel, text);
}

/* The next message of @type, waited for; what comes before it is passed over. */
JsonObject *
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

void
panel_expect_error (Panel      *panel,
                    const char *code)
{
  g_autoptr (JsonObject) error = panel_expect (panel, "error");

  g_assert_cmpstr (json_object_get_string_member (error, "code"), ==, code);
  g_assert_cmpstr (json_object_get_string_member (error, "message"), !=, "");
}

void
panel_expect_bye (Panel      *panel,
                  const char *reason)
{
  g_autoptr (JsonObject) bye = panel_expect (panel, "bye");

  g_assert_cmpstr (json_object_get_string_member (bye, "reason"), ==, reason);
  WAIT_UNTIL (panel->closed);
}

/* The newest state, once nothing more comes. */
JsonObject *
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
char *
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

void
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

Panel *
outsider_seat_panel (Outsider *self,
                     gint64    judge)
{
  g_autofree char *token = outsider_take_seat (self, judge);
  Panel           *panel = panel_new (self);
  g_autoptr (JsonObject) state = NULL;

  panel_hello (panel, token);
  state = panel_expect (panel, "state");
  return panel;
}

gboolean
outsider_sees_connected (Outsider *self,
                         guint     n)
{
  g_autoptr (GArray) connected = lectern_server_list_connected (self->evening->server);

  return connected->len == n;
}
