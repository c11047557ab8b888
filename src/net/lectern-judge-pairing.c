/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Plain requests: a code for a seat (docs/protocol.md §2), and a photo. What is wrong with the answer is said in
 * the words of this laptop, for the judge sits here. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-pairing.h"

#include "lectern-judge-words.h"
#include "lectern-net-error.h"
#include "lectern-wire.h"

#include <glib/gi18n-lib.h>

#define STATUS_TOO_MANY_REQUESTS 429 /* libsoup 3.2 has no name for it */

static void
return_answer (GTask       *task,
               SoupMessage *message,
               GBytes      *body)
{
  gsize            length;
  const char      *text = g_bytes_get_data (body, &length);
  g_autofree char *token = lectern_judge_words_read_seat (text, length);
  guint            status = soup_message_get_status (message);

  if (status == SOUP_STATUS_OK && token)
    g_task_return_pointer (task, g_steal_pointer (&token), g_free);
  else if (status == SOUP_STATUS_FORBIDDEN)
    g_task_return_new_error (task, LECTERN_NET_ERROR, LECTERN_NET_ERROR_WRONG_CODE,
                             _ ("The code is wrong or was used already; ask for a new one"));
  else if (status == STATUS_TOO_MANY_REQUESTS)
    g_task_return_new_error (task, LECTERN_NET_ERROR, LECTERN_NET_ERROR_TOO_MANY,
                             _ ("Too many wrong codes; wait a minute and try again"));
  else
    g_task_return_new_error (task, LECTERN_NET_ERROR, LECTERN_NET_ERROR_OTHER_SERVER,
                             _ ("What answers at this address is no Lectern of this version"));
}

static void
on_answered_cb (GObject      *session,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) body = soup_session_send_and_read_finish (SOUP_SESSION (session), result, &error);

  if (body)
    return_answer (task, g_task_get_task_data (task), body);
  else
    g_task_return_error (task, error);
}

void
lectern_judge_pairing_ask_async (SoupSession        *session,
                                 const char         *base,
                                 const char         *code,
                                 const char         *device,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask           *task = g_task_new (session, cancellable, callback, user_data);
  g_autofree char *uri = g_strconcat (base, "/api/v1/pair", NULL);
  g_autoptr (GString) json = g_string_new ("{\"code\":");
  g_autoptr (GBytes) body = NULL;
  SoupMessage *message = soup_message_new (SOUP_METHOD_POST, uri);

  lectern_wire_append_string (json, code);
  g_string_append (json, ",\"device\":");
  lectern_wire_append_string (json, device ? device : "");
  g_string_append_c (json, '}');
  body = g_bytes_new (json->str, json->len);
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  g_task_set_task_data (task, message, g_object_unref);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, cancellable, on_answered_cb, task);
}

char *
lectern_judge_pairing_ask_finish (GAsyncResult *result,
                                  GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A photo ------------------------------------------------------------------------------------- */

/* More than this was never asked for, whatever answers. */
#define PHOTO_BYTES_MAX (8 << 20)

static void
on_photo_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) body = soup_session_send_and_read_finish (SOUP_SESSION (session), result, &error);
  SoupMessage     *message = g_task_get_task_data (task);
  const char      *wanted = g_object_get_data (G_OBJECT (message), "sha256");
  g_autofree char *found = body ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body) : NULL;

  if (!body)
    g_task_return_error (task, error);
  else if (soup_message_get_status (message) != SOUP_STATUS_OK || g_bytes_get_size (body) > PHOTO_BYTES_MAX || g_strcmp0 (found, wanted) != 0)
    g_task_return_new_error (task, LECTERN_NET_ERROR, LECTERN_NET_ERROR_OTHER_SERVER, _ ("The main laptop has no such photo"));
  else
    g_task_return_pointer (task, g_steal_pointer (&body), (GDestroyNotify) g_bytes_unref);
}

void
lectern_judge_photo_ask_async (SoupSession        *session,
                               const char         *base,
                               const char         *token,
                               const char         *sha256,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask           *task = g_task_new (session, cancellable, callback, user_data);
  g_autofree char *uri = g_strconcat (base, "/api/v1/photo/", sha256, NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);
  SoupMessage     *message = soup_message_new (SOUP_METHOD_GET, uri);

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", bearer);
  g_object_set_data_full (G_OBJECT (message), "sha256", g_strdup (sha256), g_free);
  g_task_set_task_data (task, message, g_object_unref);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, cancellable, on_photo_cb, task);
}

GBytes *
lectern_judge_photo_ask_finish (GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
