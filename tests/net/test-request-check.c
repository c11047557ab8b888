/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Heads of requests, one a row, with the status each is refused with: what panels and browsers
 * really send passes, and every known way of hiding one request in another does not. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-request-check.h"

#include <string.h>

#define GET "GET / HTTP/1.1\r\nHost: 10.0.0.5:8443\r\n"
#define POST "POST /api/v1/pair HTTP/1.1\r\nHost: 10.0.0.5:8443\r\n"
#define WEBSOCKET "GET /api/v1/judge HTTP/1.1\r\nHost: 10.0.0.5:8443\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
#define KEY "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"

static const struct
{
  const char *name;
  const char *head;
  guint       status;
  gsize       body;
} rows[] = {
  /* clang-format off */
  { "plain",                 GET "\r\n", 0, 0 },
  { "a browser's",           GET "User-Agent: Mozilla/5.0 (X11) \xe6\xb5\x8f\r\nAccept: text/html,*/*;q=0.8\r\nDNT: 1\r\n\r\n", 0, 0 },
  { "tab in a value",        GET "Accept:\t*/*\t\r\n\r\n", 0, 0 },
  { "a body",                POST "Content-Length: 19\r\n\r\n", 0, 19 },
  { "an empty body",         POST "Content-Length: 0\r\n\r\n", 0, 0 },
  { "GET, no body",          GET "Content-Length: 0\r\n\r\n", 0, 0 },
  { "WebSocket",             WEBSOCKET KEY "\r\n", 0, 0 },
  { "WebSocket, own origin", WEBSOCKET KEY "Origin: https://10.0.0.5:8443\r\n\r\n", 0, 0 },
  { "own origin, letters",   WEBSOCKET KEY "Origin: HTTPS://10.0.0.5:8443\r\n\r\n", 0, 0 },
  { "deflate is offered",    WEBSOCKET KEY "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n", 0, 0 },
  { "other methods pass",    "DELETE / HTTP/1.1\r\nHost: h\r\n\r\n", 0, 0 },

  { "another origin",        WEBSOCKET KEY "Origin: https://evil.example\r\n\r\n", 403, 0 },
  { "another port",          WEBSOCKET KEY "Origin: https://10.0.0.5\r\n\r\n", 403, 0 },
  { "longer origin",         WEBSOCKET KEY "Origin: https://10.0.0.5:8443.evil\r\n\r\n", 403, 0 },
  { "not encrypted",         WEBSOCKET KEY "Origin: http://10.0.0.5:8443\r\n\r\n", 403, 0 },
  { "null origin",           WEBSOCKET KEY "Origin: null\r\n\r\n", 403, 0 },
  { "a form elsewhere",      POST "Content-Length: 2\r\nOrigin: https://evil.example\r\n\r\n", 403, 0 },
  { "two origins",           WEBSOCKET KEY "Origin: https://10.0.0.5:8443\r\nOrigin: https://evil\r\n\r\n", 400, 0 },

  { "both lengths",          POST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400, 0 },
  { "both, other order",     POST "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", 400, 0 },
  { "chunked",               POST "Transfer-Encoding: chunked\r\n\r\n", 411, 0 },
  { "chunked, hidden",       POST "Transfer-Encoding:\tchunked\r\n\r\n", 411, 0 },
  { "chunked, unknown",      POST "Transfer-Encoding: xchunked\r\n\r\n", 411, 0 },
  { "chunked GET",           GET "Transfer-Encoding: chunked\r\n\r\n", 411, 0 },
  { "no length",             POST "\r\n", 411, 0 },
  { "two lengths",           POST "Content-Length: 5\r\nContent-Length: 6\r\n\r\n", 400, 0 },
  { "the same twice",        POST "Content-Length: 5\r\nContent-Length: 5\r\n\r\n", 400, 0 },
  { "a list",                POST "Content-Length: 5, 5\r\n\r\n", 400, 0 },
  { "plus",                  POST "Content-Length: +5\r\n\r\n", 400, 0 },
  { "minus",                 POST "Content-Length: -5\r\n\r\n", 400, 0 },
  { "hexadecimal",           POST "Content-Length: 0x5\r\n\r\n", 400, 0 },
  { "endless digits",        POST "Content-Length: 18446744073709551621\r\n\r\n", 400, 0 },
  { "empty length",          POST "Content-Length:\r\n\r\n", 400, 0 },
  { "GET with a body",       GET "Content-Length: 5\r\n\r\n", 400, 0 },
  { "too long",              POST "Content-Length: 4097\r\n\r\n", 413, 0 },
  { "just not too long",     POST "Content-Length: 4096\r\n\r\n", 0, 4096 },
  { "wait for me",           POST "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n", 417, 0 },

  { "folded",                GET "X: a\r\n b\r\n\r\n", 400, 0 },
  { "folded length",         POST "Content-Length:\r\n 5\r\n\r\n", 400, 0 },
  { "space before colon",    POST "Content-Length : 5\r\n\r\n", 400, 0 },
  { "space first",           "GET / HTTP/1.1\r\n Host: h\r\n\r\n", 400, 0 },
  { "bare line feed",        GET "X: a\nContent-Length: 5\r\n\r\n", 400, 0 },
  { "bare return",           GET "X: a\rContent-Length: 5\r\n\r\n", 400, 0 },
  { "no colon",              GET "nonsense\r\n\r\n", 400, 0 },
  { "no name",               GET ": a\r\n\r\n", 400, 0 },
  { "control character",     GET "X: a\001b\r\n\r\n", 400, 0 },
  { "no host",               "GET / HTTP/1.1\r\n\r\n", 400, 0 },
  { "two hosts",             GET "Host: other\r\n\r\n", 400, 0 },
  { "a path in the host",    "GET / HTTP/1.1\r\nHost: h/x\r\n\r\n", 400, 0 },
  { "somebody at the host",  "GET / HTTP/1.1\r\nHost: a@h\r\n\r\n", 400, 0 },
  { "two spaces",            "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "a tab",                 "GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "whole address",         "GET https://h/ HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "a proxy's",             "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "all of it",             "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "a line first",          "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "odd method",            "G(T / HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "long method",           "GETGETGETGETGETGET / HTTP/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "no version",            "GET /\r\nHost: h\r\n\r\n", 400, 0 },
  { "old version",           "GET / HTTP/1.0\r\nHost: h\r\n\r\n", 505, 0 },
  { "new version",           "GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505, 0 },
  { "letters as version",    "GET / http/1.1\r\nHost: h\r\n\r\n", 400, 0 },
  { "another upgrade",       GET "Upgrade: h2c\r\n\r\n", 400, 0 },
  { "WebSocket, no key",     WEBSOCKET "\r\n", 400, 0 },
  { "WebSocket, two keys",   WEBSOCKET KEY KEY "\r\n", 400, 0 },
  { "WebSocket by POST",     POST "Upgrade: websocket\r\nContent-Length: 0\r\n" KEY "\r\n", 400, 0 },
  /* clang-format on */
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LecternRequest request;
      gsize          length = strlen (rows[i].head);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpuint (lectern_request_check (rows[i].head, length, &request), ==, rows[i].status);
      if (rows[i].status != 0)
        continue;
      g_assert_cmpuint (lectern_request_find_end (rows[i].head, length), ==, length);
      g_assert_cmpuint (request.body, ==, rows[i].body);
      g_assert_cmpint (request.upgrade, ==, strstr (rows[i].head, "Upgrade") != NULL);
    }
}

static void
test_bounds (void)
{
  g_autoptr (GString) long_target = g_string_new ("GET /");
  g_autoptr (GString) many_fields = g_string_new (GET);
  g_autoptr (GString) long_field = g_string_new (GET "X: ");
  LecternRequest request;

  for (guint i = 0; i < LECTERN_REQUEST_TARGET_MAX; i++)
    g_string_append_c (long_target, 'x');
  g_string_append (long_target, " HTTP/1.1\r\nHost: h\r\n\r\n");
  g_assert_cmpuint (lectern_request_check (long_target->str, long_target->len, &request), ==, 414);
  for (guint i = 0; i < LECTERN_REQUEST_FIELDS_MAX; i++)
    g_string_append (many_fields, "X: y\r\n");
  g_string_append (many_fields, "\r\n");
  g_assert_cmpuint (lectern_request_check (many_fields->str, many_fields->len, &request), ==, 431);
  for (guint i = 0; i < LECTERN_REQUEST_HEAD_MAX; i++)
    g_string_append_c (long_field, 'x');
  g_string_append (long_field, "\r\n\r\n");
  g_assert_cmpuint (lectern_request_check (long_field->str, long_field->len, &request), ==, 431);
}

/* A NUL ends a text for one reader and nothing for another. */
static void
test_nul (void)
{
  static const char in_value[] = GET "X: a\0b\r\n\r\n";
  static const char in_name[] = GET "X\0: a\r\n\r\n";
  static const char in_target[] = "GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n";
  static const char in_host[] = "GET / HTTP/1.1\r\nHost: h\0\r\n\r\n";
  LecternRequest    request;

  g_assert_cmpuint (lectern_request_check (in_value, sizeof in_value - 1, &request), ==, 400);
  g_assert_cmpuint (lectern_request_check (in_name, sizeof in_name - 1, &request), ==, 400);
  g_assert_cmpuint (lectern_request_check (in_target, sizeof in_target - 1, &request), ==, 400);
  g_assert_cmpuint (lectern_request_check (in_host, sizeof in_host - 1, &request), ==, 400);
}

/* Where it ends, and that no beginning of a good head is one by itself. */
static void
test_cut_short (void)
{
  static const char head[] = WEBSOCKET KEY "\r\n";
  LecternRequest                       request;

  for (gsize length = 0; length < strlen (head); length++)
    {
      g_assert_cmpuint (lectern_request_find_end (head, length), ==, 0);
      g_assert_cmpuint (lectern_request_check (head, length, &request), ==, 400);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request-check/rows", test_rows);
  g_test_add_func ("/request-check/bounds", test_bounds);
  g_test_add_func ("/request-check/nul", test_nul);
  g_test_add_func ("/request-check/cut-short", test_cut_short);
  return g_test_run ();
}
