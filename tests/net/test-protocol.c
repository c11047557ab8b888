/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the decoder takes and what it refuses, one row a message; what the encoders write, read
 * back by another parser. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-net-error.h"
#include "lectern-protocol.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#define ID "6f2b9d1e-6f0c-4b5c-9a51-1f2d3c4b5a69"
#define SHEET(lot, marks, submit) \
  "{\"type\":\"sheet\",\"id\":\"" ID "\",\"lot\":" lot ",\"marks\":" marks ",\"submit\":" submit "}"

typedef struct
{
  const char *name;
  const char *text;
  const char *code; /* NULL: taken */
} MessageCase;

/* clang-format off */
static const MessageCase message_cases[] = {
  { "hello",                    "{\"type\":\"hello\",\"token\":\"abc\"}", NULL },
  { "hello-practised",          "{\"type\":\"hello\",\"token\":\"abc\",\"practised\":true}", NULL },
  { "hello-practised-number",   "{\"type\":\"hello\",\"token\":\"abc\",\"practised\":1}", "bad-message" },
  { "practised",                "{\"type\":\"practised\"}", NULL },
  { "hello-unknown-field",      "{\"type\":\"hello\",\"token\":\"abc\",\"colour\":\"red\"}", NULL },
  { "ping-integer",             "{\"type\":\"ping\",\"t\":12}", NULL },
  { "ping-large",               "{\"type\":\"ping\",\"t\":-1e308}", NULL },
  { "ping-too-large",           "{\"type\":\"ping\",\"t\":1e999}", "bad-message" },
  { "pair-of-surrogates",       "{\"type\":\"ping\",\"t\":1,\"\\ud842\\udfb7\":\"\\u8bc4\\n\"}", NULL },
  { "half-a-surrogate",         "{\"type\":\"ping\",\"t\":1,\"\\ud842\":1}", "bad-message" },
  { "halves-apart",             "{\"type\":\"ping\",\"t\":1,\"x\":\"\\ud842-\\udfb7\"}", "bad-message" },
  { "second-half-first",        "{\"type\":\"ping\",\"t\":1,\"x\":\"\\udfb7\"}", "bad-message" },
  { "escaped-nul",              "{\"type\":\"ping\",\"t\":1,\"x\":\"a\\u0000b\"}", "bad-message" },
  { "unknown-escape",           "{\"type\":\"ping\",\"t\":1,\"x\":\"\\x41\"}", "bad-message" },
  { "short-escape",             "{\"type\":\"ping\",\"t\":1,\"x\":\"\\u12\"}", "bad-message" },
  { "line-break-in-string",     "{\"type\":\"ping\",\"t\":1,\"x\":\"a\nb\"}", "bad-message" },
  { "ping-fraction",            "{\"type\":\"ping\",\"t\":12.5}", NULL },
  { "sheet-draft",              SHEET ("7", "{\"content\":\"36.5\"}", "false"), NULL },
  { "sheet-empty-draft",        SHEET ("7", "{}", "false"), NULL },
  { "sheet-negative-mark",      SHEET ("7", "{\"content\":\"-1\"}", "true"), NULL },
  { "sheet-fine-mark",          SHEET ("7", "{\"content\":\"1.23456\"}", "true"), NULL },
  { "sheet-plain-hex-id",       "{\"type\":\"sheet\",\"id\":\"6f2b9d1e6f0c4b5c9a511f2d3c4b5a69\",\"lot\":1,\"marks\":{},\"submit\":true}", NULL },
  { "sheet-round",              SHEET ("7,\"round\":\"final\"", "{}", "true"), NULL },
  { "sheet-round-number",       SHEET ("7,\"round\":1", "{}", "true"), "bad-message" },
  { "sheet-round-null",         SHEET ("7,\"round\":null", "{}", "true"), "bad-message" },
  { "flag-seen",                "{\"type\":\"flag-seen\",\"id\":\"" ID "\",\"lot\":7,\"judge\":5}", NULL },
  { "flag-seen-no-id",          "{\"type\":\"flag-seen\",\"lot\":7,\"judge\":5}", "bad-message" },
  { "flag-seen-no-lot",         "{\"type\":\"flag-seen\",\"id\":\"" ID "\",\"judge\":5}", "bad-message" },
  { "flag-seen-no-judge",       "{\"type\":\"flag-seen\",\"id\":\"" ID "\",\"lot\":7}", "bad-message" },
  { "flag-seen-judge-text",     "{\"type\":\"flag-seen\",\"id\":\"" ID "\",\"lot\":7,\"judge\":\"5\"}", "bad-message" },
  { "nothing",                  "", "bad-message" },
  { "no-object",                "[1]", "bad-message" },
  { "no-json",                  "hello", "bad-message" },
  { "half-json",                "{\"type\":\"hello\"", "bad-message" },
  { "open-string",              "{\"type\":\"hel", "bad-message" },
  { "comment",                  "{\"type\":\"hello\",/* */\"token\":\"abc\"}", "bad-message" },
  { "single-quotes",            "{'type':'hello','token':'abc'}", "bad-message" },
  { "invalid-utf8",             "{\"type\":\"hello\",\"token\":\"\xff\"}", "bad-message" },
  { "two-objects",              "{\"type\":\"ping\",\"t\":1}}{", "bad-message" },
  { "no-type",                  "{\"token\":\"abc\"}", "bad-message" },
  { "unknown-type",             "{\"type\":\"shout\"}", "bad-message" },
  { "type-number",              "{\"type\":7}", "bad-message" },
  { "hello-no-token",           "{\"type\":\"hello\"}", "bad-message" },
  { "hello-token-number",       "{\"type\":\"hello\",\"token\":7}", "bad-message" },
  { "ping-no-t",                "{\"type\":\"ping\"}", "bad-message" },
  { "ping-text",                "{\"type\":\"ping\",\"t\":\"1\"}", "bad-message" },
  { "sheet-no-id",              "{\"type\":\"sheet\",\"lot\":7,\"marks\":{},\"submit\":true}", "bad-message" },
  { "sheet-id-number",          "{\"type\":\"sheet\",\"id\":7,\"lot\":7,\"marks\":{},\"submit\":true}", "bad-message" },
  { "sheet-id-no-uuid",         "{\"type\":\"sheet\",\"id\":\"seven\",\"lot\":7,\"marks\":{},\"submit\":true}", "bad-message" },
  { "sheet-no-lot",             "{\"type\":\"sheet\",\"id\":\"" ID "\",\"marks\":{},\"submit\":true}", "bad-message" },
  { "sheet-lot-text",           SHEET ("\"7\"", "{}", "true"), "bad-message" },
  { "sheet-lot-fraction",       SHEET ("7.5", "{}", "true"), "bad-message" },
  { "sheet-lot-null",           SHEET ("null", "{}", "true"), "bad-message" },
  { "sheet-no-submit",          "{\"type\":\"sheet\",\"id\":\"" ID "\",\"lot\":7,\"marks\":{}}", "bad-message" },
  { "sheet-submit-number",      SHEET ("7", "{}", "1"), "bad-message" },
  { "sheet-no-marks",           "{\"type\":\"sheet\",\"id\":\"" ID "\",\"lot\":7,\"submit\":true}", "bad-message" },
  { "sheet-marks-array",        SHEET ("7", "[]", "true"), "bad-message" },
  { "sheet-mark-number",        SHEET ("7", "{\"content\":36.5}", "true"), "bad-message" },
  { "sheet-mark-null",          SHEET ("7", "{\"content\":null}", "true"), "bad-message" },
  { "sheet-mark-word",          SHEET ("7", "{\"content\":\"good\"}", "true"), "bad-message" },
  { "sheet-mark-empty",         SHEET ("7", "{\"content\":\"\"}", "true"), "bad-message" },
  { "sheet-mark-exponent",      SHEET ("7", "{\"content\":\"1e1\"}", "true"), "bad-message" },
  { "sheet-mark-comma",         SHEET ("7", "{\"content\":\"36,5\"}", "true"), "bad-message" },
  { "sheet-mark-space",         SHEET ("7", "{\"content\":\" 36\"}", "true"), "bad-message" },
  { "sheet-mark-bare-point",    SHEET ("7", "{\"content\":\"36.\"}", "true"), "bad-message" },
  { "sheet-mark-full-width",    SHEET ("7", "{\"content\":\"３６\"}", "true"), "bad-message" },
  { "sheet-mark-endless",       SHEET ("7", "{\"content\":\"11111111111111111111\"}", "true"), "bad-message" },
};
/* clang-format on */

static void
test_message (gconstpointer data)
{
  const MessageCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternMessage) message = NULL;

  message = lectern_protocol_decode (c->text, strlen (c->text), NULL, &error);
  if (c->code)
    {
      g_assert_null (message);
      g_assert_nonnull (error);
      g_assert_cmpstr (lectern_protocol_get_code (error), ==, c->code);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_nonnull (message);
    }
}

static void
test_sheet_fields (void)
{
  const char      *text = SHEET ("7", "{\"content\":\"36.5\",\"effect\":\"0\"}", "true");
  g_autofree char *id = NULL;
  g_autoptr (LecternMessage) message = lectern_protocol_decode (text, strlen (text), &id, NULL);
  const LecternMessageMark *mark;

  g_assert_nonnull (message);
  g_assert_cmpint (message->kind, ==, LECTERN_MESSAGE_SHEET);
  g_assert_cmpstr (message->id, ==, ID);
  g_assert_cmpstr (id, ==, ID);
  g_assert_cmpint (message->lot, ==, 7);
  g_assert_true (message->submit);
  g_assert_cmpuint (message->marks->len, ==, 2);
  mark = g_ptr_array_index (message->marks, 0);
  g_assert_cmpstr (mark->criterion, ==, "content");
  g_assert_cmpstr (mark->value, ==, "36.5");
}

/* A refusal names the message it is about as far as it can be known. */
static void
test_id_of_refused (void)
{
  const char      *text = SHEET ("null", "{}", "true");
  g_autofree char *id = NULL;
  g_autoptr (LecternMessage) message = lectern_protocol_decode (text, strlen (text), &id, NULL);

  g_assert_null (message);
  g_assert_cmpstr (id, ==, ID);
}

static void
test_too_large (void)
{
  g_autofree char *padding = g_strnfill (LECTERN_PROTOCOL_MESSAGE_MAX, ' ');
  g_autofree char *text = g_strconcat ("{\"type\":\"ping\",\"t\":1}", padding, NULL);
  gsize            length = strlen (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternMessage) message = NULL;

  message = lectern_protocol_decode (text, length, NULL, &error);
  g_assert_null (message);
  g_assert_cmpstr (lectern_protocol_get_code (error), ==, "too-large");
  g_clear_error (&error);
  message = lectern_protocol_decode (text, LECTERN_PROTOCOL_MESSAGE_MAX, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (message);
}

/* As many brackets as a message can hold: the parser behind recurses once for each. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternMessage) message = NULL;

  while (text->len < LECTERN_PROTOCOL_MESSAGE_MAX / 2)
    g_string_append_c (text, '[');
  while (text->len < LECTERN_PROTOCOL_MESSAGE_MAX - 16)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  message = lectern_protocol_decode (text->str, text->len, NULL, &error);
  g_assert_null (message);
  g_assert_cmpstr (lectern_protocol_get_code (error), ==, "bad-message");
}

/* Every message of the table with every byte changed in turn: taken or refused, never worse. */
static void
test_mutated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (message_cases); i++)
    for (gsize at = 0; at < strlen (message_cases[i].text); at++)
      for (const char *byte = "\"{}[]:,0\\\x01\xe4"; *byte; byte++)
        {
          g_autofree char *text = g_strdup (message_cases[i].text);
          g_autofree char *id = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (LecternMessage) message = NULL;

          text[at] = *byte;
          message = lectern_protocol_decode (text, strlen (text), &id, &error);
          g_assert_true ((message == NULL) == (error != NULL));
        }
}

typedef struct
{
  const char *name;
  const char *text;
  gboolean    taken;
} PairingCase;

/* clang-format off */
static const PairingCase pairing_cases[] = {
  { "plain",         "{\"code\":\"482913\",\"device\":\"评委三号电脑\"}", TRUE },
  { "no-device",     "{\"code\":\"482913\"}", TRUE },
  { "number",        "{\"code\":482913}", FALSE },
  { "no-code",       "{\"device\":\"x\"}", FALSE },
  { "device-number", "{\"code\":\"482913\",\"device\":3}", FALSE },
  { "empty",         "", FALSE },
  { "array",         "[\"482913\"]", FALSE },
  { "long-code",     "{\"code\":\"000000000000000000000000000000000\"}", FALSE },
};
/* clang-format on */

static void
test_pairing (gconstpointer data)
{
  const PairingCase *c = data;
  g_autofree char   *code = NULL;
  g_autofree char   *device = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (lectern_protocol_decode_pairing (c->text, strlen (c->text), &code, &device, &error), ==, c->taken);
  if (c->taken)
    g_assert_cmpstr (code, ==, "482913");
  else
    g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_BAD_MESSAGE);
}

/* Takes @text. */
static JsonObject *
read_back (char *text)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (owned, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  return json_object_ref (json_node_get_object (node));
}

static void
test_ack (void)
{
  g_autoptr (JsonObject) ack = read_back (lectern_protocol_encode_ack (ID, 7, 2, LECTERN_SHEET_SUBMITTED, 88500));

  g_assert_cmpstr (json_object_get_string_member (ack, "type"), ==, "ack");
  g_assert_cmpstr (json_object_get_string_member (ack, "id"), ==, ID);
  g_assert_cmpint (json_object_get_int_member (ack, "lot"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (ack, "version"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (ack, "state"), ==, "submitted");
  g_assert_cmpstr (json_object_get_string_member (ack, "total"), ==, "88.5");
}

static void
test_error (void)
{
  const char *sentence = "“内容”说：\"不行\"\\\n";
  g_autoptr (JsonObject) error = read_back (lectern_protocol_encode_error (NULL, "bad-message", sentence));

  g_assert_true (json_object_get_null_member (error, "id"));
  g_assert_cmpstr (json_object_get_string_member (error, "code"), ==, "bad-message");
  g_assert_cmpstr (json_object_get_string_member (error, "message"), ==, sentence);
}

static void
test_short_answers (void)
{
  g_autoptr (JsonObject) pong = read_back (lectern_protocol_encode_pong ("12.5", 99, LECTERN_CLOCK_PAUSED, 1500));
  g_autoptr (JsonObject) bye = read_back (lectern_protocol_encode_bye ("replaced"));
  g_autoptr (JsonObject) info = read_back (lectern_protocol_encode_info ("决赛", 99));
  g_autoptr (JsonObject) seat = read_back (lectern_protocol_encode_seat ("abc", 3, "张三"));

  g_assert_cmpfloat (json_object_get_double_member (pong, "t"), ==, 12.5);
  g_assert_cmpint (json_object_get_int_member (pong, "server_ms"), ==, 99);
  g_assert_cmpstr (json_object_get_string_member (bye, "reason"), ==, "replaced");
  g_assert_cmpstr (json_object_get_string_member (info, "name"), ==, "lectern");
  g_assert_cmpint (json_object_get_int_member (info, "protocol"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (info, "contest"), ==, "决赛");
  g_assert_cmpstr (json_object_get_string_member (seat, "token"), ==, "abc");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (seat, "judge"), "number"), ==, 3);
}

/* Every refusal of a sheet goes out under the name the protocol gives it. */
static void
test_codes (void)
{
  static const struct
  {
    int         code;
    const char *name;
  } rows[] = {
    { LECTERN_CONTEST_ERROR_BAD_INPUT, "bad-message" },
    { LECTERN_CONTEST_ERROR_UNAUTHORISED, "unauthorised" },
    { LECTERN_CONTEST_ERROR_GATE_CLOSED, "gate-closed" },
    { LECTERN_CONTEST_ERROR_WRONG_LOT, "wrong-lot" },
    { LECTERN_CONTEST_ERROR_RECUSED, "recused" },
    { LECTERN_CONTEST_ERROR_LOCKED, "locked" },
    { LECTERN_CONTEST_ERROR_UNKNOWN_CRITERION, "unknown-criterion" },
    { LECTERN_CONTEST_ERROR_MARK_MISSING, "mark-missing" },
    { LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE, "mark-out-of-range" },
    { LECTERN_CONTEST_ERROR_MARK_OFF_STEP, "mark-off-step" },
    { LECTERN_CONTEST_ERROR_WRONG_CODE, "wrong-code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (LECTERN_CONTEST_ERROR, rows[i].code, "no");

      g_assert_cmpstr (lectern_protocol_get_code (error), ==, rows[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (message_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/message/", message_cases[i].name, NULL);

      g_test_add_data_func (path, &message_cases[i], test_message);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pairing_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/pairing/", pairing_cases[i].name, NULL);

      g_test_add_data_func (path, &pairing_cases[i], test_pairing);
    }
  g_test_add_func ("/protocol/sheet-fields", test_sheet_fields);
  g_test_add_func ("/protocol/id-of-refused", test_id_of_refused);
  g_test_add_func ("/protocol/too-large", test_too_large);
  g_test_add_func ("/protocol/deep", test_deep);
  g_test_add_func ("/protocol/mutated", test_mutated);
  g_test_add_func ("/protocol/ack", test_ack);
  g_test_add_func ("/protocol/error", test_error);
  g_test_add_func ("/protocol/short-answers", test_short_answers);
  g_test_add_func ("/protocol/codes", test_codes);
  return g_test_run ();
}
