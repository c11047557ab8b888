/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Reading what panels say and writing the short answers (docs/protocol.md). Strict in what is
 * known, blind to what is not: a known field of the wrong type is refused, an unknown one is
 * passed over so that later versions may add some. Whether a well-formed sheet may be taken is
 * not decided here but by the engine, so every way in has the same rules. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-protocol.h"

#include "lectern-net-error.h"
#include "lectern-wire.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define TOKEN_LENGTH 64 /* 256 bits in hex */
#define MARKS_MAX 64
#define MARK_LENGTH_MAX 16
#define CODE_LENGTH_MAX 32
#define DEVICE_LENGTH_MAX 200

static void
set_bad_message (GError    **error,
                 const char *sentence)
{
  g_set_error_literal (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_BAD_MESSAGE, sentence);
}

static void
message_mark_free (gpointer data)
{
  LecternMessageMark *mark = data;

  g_free (mark->criterion);
  g_free (mark->value);
  g_free (mark);
}

void
lectern_message_free (LecternMessage *self)
{
  g_free (self->token);
  g_free (self->id);
  g_free (self->t);
  g_free (self->round);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self);
}

/* A UUID, with or without its hyphens. */
static gboolean
is_message_id (const char *text)
{
  if (!text)
    return FALSE;
  if (g_uuid_string_is_valid (text))
    return TRUE;
  return strlen (text) == 32 && strspn (text, "0123456789abcdefABCDEF") == 32;
}

/* "36.5", "-1" too: being out of range is another refusal than being no number. */
static gboolean
is_decimal (const char *text)
{
  const char *p = text + (*text == '-');
  gsize       whole = strspn (p, "0123456789");
  gsize       rest;

  if (whole == 0 || strlen (text) > MARK_LENGTH_MAX)
    return FALSE;
  p += whole;
  if (*p == '\0')
    return TRUE;
  rest = strspn (p + 1, "0123456789");
  return *p == '.' && rest > 0 && p[1 + rest] == '\0';
}

static gboolean
read_hello (LecternMessage *message,
            JsonObject     *object,
            GError        **error)
{
  const char *token = lectern_wire_get_string (object, "token");

  message->kind = LECTERN_MESSAGE_HELLO;
  if (!token || strlen (token) > 2 * TOKEN_LENGTH)
    {
      set_bad_message (error, _ ("“token” must be the text that pairing gave"));
      return FALSE;
    }
  if (json_object_has_member (object, "practised") && !lectern_wire_has (object, "practised", G_TYPE_BOOLEAN))
    {
      set_bad_message (error, _ ("“practised” must be true or false"));
      return FALSE;
    }
  message->token = g_strdup (token);
  message->practised = lectern_wire_get_boolean (object, "practised", FALSE);
  return TRUE;
}

static gboolean
read_marks (LecternMessage *message,
            JsonObject     *marks,
            GError        **error)
{
  JsonObjectIter iter;
  const char    *criterion;
  JsonNode      *node;

  if (!marks || json_object_get_size (marks) > MARKS_MAX)
    {
      set_bad_message (error, _ ("“marks” must be an object of decimals in quotes"));
      return FALSE;
    }
  message->marks = g_ptr_array_new_with_free_func (message_mark_free);
  json_object_iter_init_ordered (&iter, marks);
  while (json_object_iter_next_ordered (&iter, &criterion, &node))
    {
      const char         *value = lectern_wire_get_string (marks, criterion);
      LecternMessageMark *mark;

      if (!value || !is_decimal (value))
        {
          g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_BAD_MESSAGE,
                       _ ("The mark for “%s” must be a decimal in quotes, such as \"36.5\""), criterion);
          return FALSE;
        }
      mark = g_new0 (LecternMessageMark, 1);
      mark->criterion = g_strdup (criterion);
      mark->value = g_strdup (value);
      g_ptr_array_add (message->marks, mark);
    }
  return TRUE;
}

static gboolean
read_sheet (LecternMessage *message,
            JsonObject     *object,
            GError        **error)
{
  message->kind = LECTERN_MESSAGE_SHEET;
  message->id = g_strdup (lectern_wire_get_string (object, "id"));
  message->lot = lectern_wire_get_integer (object, "lot", 0);
  message->submit = lectern_wire_get_boolean (object, "submit", FALSE);
  message->round = g_strdup (lectern_wire_get_string (object, "round"));
  if (!is_message_id (message->id))
    set_bad_message (error, _ ("“id” must be a UUID"));
  else if (!lectern_wire_has (object, "lot", G_TYPE_INT64))
    set_bad_message (error, _ ("“lot” must be a whole number"));
  else if (!lectern_wire_has (object, "submit", G_TYPE_BOOLEAN))
    set_bad_message (error, _ ("“submit” must be true or false"));
  else if (json_object_has_member (object, "round") && message->round == NULL)
    set_bad_message (error, _ ("“round” must be the key of a round"));
  else
    return read_marks (message, lectern_wire_get_object (object, "marks"), error);
  return FALSE;
}

static gboolean
read_flag_seen (LecternMessage *message,
                JsonObject     *object,
                GError        **error)
{
  message->kind = LECTERN_MESSAGE_FLAG_SEEN;
  message->id = g_strdup (lectern_wire_get_string (object, "id"));
  message->lot = lectern_wire_get_integer (object, "lot", 0);
  message->judge = lectern_wire_get_integer (object, "judge", 0);
  if (!is_message_id (message->id))
    set_bad_message (error, _ ("“id” must be a UUID"));
  else if (!lectern_wire_has (object, "lot", G_TYPE_INT64))
    set_bad_message (error, _ ("“lot” must be a whole number"));
  else if (!lectern_wire_has (object, "judge", G_TYPE_INT64))
    set_bad_message (error, _ ("“judge” must be a whole number"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_ping (LecternMessage *message,
           JsonObject     *object,
           GError        **error)
{
  char   text[G_ASCII_DTOSTR_BUF_SIZE];
  double number;

  message->kind = LECTERN_MESSAGE_PING;
  if (lectern_wire_has (object, "t", G_TYPE_INT64))
    {
      message->t = g_strdup_printf ("%" G_GINT64_FORMAT, lectern_wire_get_integer (object, "t", 0));
      return TRUE;
    }
  number = lectern_wire_has (object, "t", G_TYPE_DOUBLE) ? json_object_get_double_member (object, "t") : NAN;
  if (isfinite (number))
    {
      /* json-glib would write 1e+20 as “1e+20.0”, which is no JSON. */
      message->t = g_strdup (g_ascii_dtostr (text, sizeof text, number));
      return TRUE;
    }
  set_bad_message (error, _ ("“t” must be a number"));
  return FALSE;
}

static gboolean
read_message (LecternMessage *message,
              JsonObject     *object,
              GError        **error)
{
  const char *type = lectern_wire_get_string (object, "type");

  if (g_strcmp0 (type, "hello") == 0)
    return read_hello (message, object, error);
  if (g_strcmp0 (type, "sheet") == 0)
    return read_sheet (message, object, error);
  if (g_strcmp0 (type, "flag-seen") == 0)
    return read_flag_seen (message, object, error);
  if (g_strcmp0 (type, "ping") == 0)
    return read_ping (message, object, error);
  message->kind = LECTERN_MESSAGE_PRACTISED;
  if (g_strcmp0 (type, "practised") == 0)
    return TRUE;
  set_bad_message (error, _ ("“type” must be hello, sheet, flag-seen, practised or ping"));
  return FALSE;
}

LecternMessage *
lectern_protocol_decode (const char *text,
                         gsize       length,
                         char      **id,
                         GError    **error)
{
  g_autoptr (LecternMessage) message = NULL;
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (id)
    *id = NULL;
  if (length > LECTERN_PROTOCOL_MESSAGE_MAX)
    {
      g_set_error_literal (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_TOO_LARGE,
                           _ ("The message is longer than 64 KiB"));
      return NULL;
    }
  object = lectern_wire_parse (text, length, error);
  if (!object)
    return NULL;
  if (id && is_message_id (lectern_wire_get_string (object, "id")))
    *id = g_strdup (lectern_wire_get_string (object, "id"));
  message = g_new0 (LecternMessage, 1);
  return read_message (message, object, error) ? g_steal_pointer (&message) : NULL;
}

gboolean
lectern_protocol_decode_pairing (const char *text,
                                 gsize       length,
                                 char      **code,
                                 char      **device,
                                 GError    **error)
{
  g_autoptr (JsonObject) object = lectern_wire_parse (text, length, error);
  const char *said_code;
  const char *said_device;

  if (!object)
    return FALSE;
  said_code = lectern_wire_get_string (object, "code");
  said_device = lectern_wire_get_string (object, "device");
  if (!said_code || strlen (said_code) > CODE_LENGTH_MAX)
    set_bad_message (error, _ ("“code” must be the pairing code in quotes"));
  else if (json_object_has_member (object, "device") && (!said_device || strlen (said_device) > DEVICE_LENGTH_MAX))
    set_bad_message (error, _ ("“device” must be the device's name in quotes"));
  else
    {
      *code = g_strdup (said_code);
      *device = g_strdup (said_device ? said_device : "");
      return TRUE;
    }
  return FALSE;
}

const char *
lectern_protocol_get_code (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == LECTERN_NET_ERROR && error->code == LECTERN_NET_ERROR_TOO_LARGE)
    return "too-large";
  if (error->domain == LECTERN_NET_ERROR && error->code == LECTERN_NET_ERROR_UNAUTHORISED)
    return "unauthorised";
  if (error->domain == LECTERN_NET_ERROR ||
      g_error_matches (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT))
    return "bad-message";
  if (error->domain == LECTERN_CONTEST_ERROR)
    return lectern_contest_error_get_name (error->code);
  return "failed"; /* the disk: the sheet is not taken, and may be sent again */
}

char *
lectern_protocol_encode_ack (const char *id,
                             gint64      lot,
                             gint64      version,
                             gint64      state,
                             gint64      total)
{
  GString *json = g_string_new ("{\"type\":\"ack\",\"id\":");

  lectern_wire_append_string (json, id);
  g_string_append_printf (json, ",\"lot\":%" G_GINT64_FORMAT ",\"version\":%" G_GINT64_FORMAT ",\"state\":",
                          lot, version);
  lectern_wire_append_string (json, lectern_machine_get_name (LECTERN_MACHINE_SHEET, state));
  g_string_append (json, ",\"total\":");
  lectern_wire_append_mark (json, total);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

char *
lectern_protocol_encode_flag_ack (const char *id,
                                  gint64      lot,
                                  gint64      judge)
{
  GString *json = g_string_new ("{\"type\":\"ack\",\"id\":");

  lectern_wire_append_string (json, id);
  g_string_append_printf (json, ",\"lot\":%" G_GINT64_FORMAT ",\"judge\":%" G_GINT64_FORMAT ",\"state\":\"seen\"}",
                          lot, judge);
  return g_string_free (json, FALSE);
}

char *
lectern_protocol_encode_error (const char *id,
                               const char *code,
                               const char *message)
{
  GString *json = g_string_new ("{\"type\":\"error\",\"id\":");

  lectern_wire_append_string (json, id);
  g_string_append (json, ",\"code\":");
  lectern_wire_append_string (json, code);
  g_string_append (json, ",\"message\":");
  lectern_wire_append_string (json, message);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

char *
lectern_protocol_encode_pong (const char *t,
                              gint64      server_ms,
                              gint64      phase,
                              gint64      elapsed_ms)
{
  return g_strdup_printf ("{\"type\":\"pong\",\"t\":%s,\"server_ms\":%" G_GINT64_FORMAT ",\"clock\":{\"phase\":\"%s\",\"elapsed_ms\":%" G_GINT64_FORMAT "}}",
                          t, server_ms, lectern_machine_get_name (LECTERN_MACHINE_CLOCK, phase), elapsed_ms);
}

char *
lectern_protocol_encode_bye (const char *reason)
{
  return g_strdup_printf ("{\"type\":\"bye\",\"reason\":\"%s\"}", reason);
}

char *
lectern_protocol_encode_info (const char *contest,
                              gint64      server_ms)
{
  GString *json = g_string_new (NULL);

  g_string_printf (json, "{\"name\":\"lectern\",\"protocol\":%d,\"contest\":", LECTERN_PROTOCOL_VERSION);
  lectern_wire_append_string (json, contest);
  g_string_append_printf (json, ",\"server_ms\":%" G_GINT64_FORMAT "}", server_ms);
  return g_string_free (json, FALSE);
}

char *
lectern_protocol_encode_seat (const char *token,
                              gint64      number,
                              const char *name)
{
  GString *json = g_string_new ("{\"token\":");

  lectern_wire_append_string (json, token);
  g_string_append_printf (json, ",\"judge\":{\"number\":%" G_GINT64_FORMAT ",\"name\":", number);
  lectern_wire_append_string (json, name);
  g_string_append (json, "}}");
  return g_string_free (json, FALSE);
}

char *
lectern_protocol_encode_refusal (const char *code,
                                 const char *message)
{
  GString *json = g_string_new ("{\"error\":{\"code\":");

  lectern_wire_append_string (json, code);
  g_string_append (json, ",\"message\":");
  lectern_wire_append_string (json, message);
  g_string_append (json, "}}");
  return g_string_free (json, FALSE);
}
