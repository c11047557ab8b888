/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The head of a request, looked at before libsoup sees it. RFC 9112 lets a server be generous with
 * folded lines, bare line feeds, two lengths and absolute targets; each of these is how one request is
 * smuggled inside another, and no panel sends any of them. So only the plain form passes. A browser
 * says whose page makes it ask (Origin): only the page from here may. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-request-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define METHOD_MAX 16
#define HOST_MAX 255
#define LENGTH_DIGITS_MAX 9

/* A piece of the head. */
typedef struct
{
  const char *at;
  gsize       length;
} Piece;

/* What the fields of a head said, each at most once where twice would be ambiguous. */
typedef struct
{
  Piece    host;
  Piece    origin;
  Piece    content_length;
  Piece    upgrade;
  Piece    key;
  gboolean transfer_encoding;
  gboolean expect;
  gboolean get;
  gboolean post;
} Said;

gsize
lectern_request_find_end (const char *text,
                          gsize       length)
{
  const char *end = g_strstr_len (text, (gssize) length, "\r\n\r\n");

  return end ? (gsize) (end - text) + 4 : 0;
}

/* The characters of names: RFC 9110, token. */
static gboolean
is_token (Piece piece)
{
  for (gsize i = 0; i < piece.length; i++)
    if (!g_ascii_isalnum (piece.at[i]) && !(piece.at[i] && strchr ("!#$%&'*+-.^_`|~", piece.at[i])))
      return FALSE;
  return piece.length > 0;
}

static gboolean
is_visible (Piece piece)
{
  for (gsize i = 0; i < piece.length; i++)
    if (piece.at[i] <= ' ' || piece.at[i] >= 0x7f)
      return FALSE;
  return piece.length > 0;
}

/* Spaces, tabs and whatever is no control character; not even a NUL hides in it. */
static gboolean
is_value (Piece piece)
{
  for (gsize i = 0; i < piece.length; i++)
    if (((guchar) piece.at[i] < ' ' && piece.at[i] != '\t') || piece.at[i] == 0x7f)
      return FALSE;
  return TRUE;
}

static gboolean
is_host (Piece piece)
{
  for (gsize i = 0; i < piece.length; i++)
    if (!g_ascii_isalnum (piece.at[i]) && !(piece.at[i] && strchr (".-:[]_", piece.at[i])))
      return FALSE;
  return piece.length > 0 && piece.length <= HOST_MAX;
}

static gboolean
equals (Piece       piece,
        const char *text)
{
  return piece.length == strlen (text) && g_ascii_strncasecmp (piece.at, text, piece.length) == 0;
}

/* Takes what comes before the next @separator off the front of @rest. */
static gboolean
take_until (Piece *rest,
            char   separator,
            Piece *piece)
{
  const char *end = memchr (rest->at, separator, rest->length);

  if (!end)
    return FALSE;
  *piece = (Piece){ rest->at, (gsize) (end - rest->at) };
  rest->at += piece->length + 1;
  rest->length -= piece->length + 1;
  return TRUE;
}

/* A line without its CR LF; a CR or LF alone ends nothing and is refused with its line. */
static gboolean
take_line (Piece *rest,
           Piece *line)
{
  if (!take_until (rest, '\n', line) || line->length == 0 || line->at[line->length - 1] != '\r')
    return FALSE;
  line->length--;
  return memchr (line->at, '\r', line->length) == NULL;
}

static Piece
trim (Piece piece)
{
  while (piece.length > 0 && (*piece.at == ' ' || *piece.at == '\t'))
    {
      piece.at++;
      piece.length--;
    }
  while (piece.length > 0 && (piece.at[piece.length - 1] == ' ' || piece.at[piece.length - 1] == '\t'))
    piece.length--;
  return piece;
}

static guint
check_request_line (Piece line,
                    Said *said)
{
  Piece rest = line;
  Piece method;
  Piece target;

  if (!take_until (&rest, ' ', &method) || !is_token (method) || method.length > METHOD_MAX)
    return 400;
  if (!take_until (&rest, ' ', &target) || !is_visible (target) || *target.at != '/')
    return 400;
  if (target.length > LECTERN_REQUEST_TARGET_MAX)
    return 414;
  if (rest.length != strlen ("HTTP/1.1") || strncmp (rest.at, "HTTP/", 5) != 0)
    return 400;
  said->get = equals (method, "GET");
  said->post = equals (method, "POST");
  return strncmp (rest.at, "HTTP/1.1", rest.length) == 0 ? 0 : 505;
}

/* Keeps @value, the first of its name. */
static gboolean
keep_once (Piece *kept,
           Piece  value)
{
  if (kept->at)
    return FALSE;
  *kept = value;
  return TRUE;
}

static guint
check_field (Piece line,
             Said *said)
{
  Piece value = line;
  Piece name;

  if (!take_until (&value, ':', &name) || !is_token (name) || !is_value (value))
    return 400;
  value = trim (value);
  if (equals (name, "Host"))
    return keep_once (&said->host, value) && is_host (value) ? 0 : 400;
  if (equals (name, "Origin"))
    return keep_once (&said->origin, value) ? 0 : 400;
  if (equals (name, "Content-Length"))
    return keep_once (&said->content_length, value) ? 0 : 400;
  if (equals (name, "Upgrade"))
    return keep_once (&said->upgrade, value) ? 0 : 400;
  if (equals (name, "Sec-WebSocket-Key"))
    return keep_once (&said->key, value) ? 0 : 400;
  said->transfer_encoding |= equals (name, "Transfer-Encoding");
  said->expect |= equals (name, "Expect");
  return 0;
}

/* Digits alone: neither a sign nor a list. */
static gboolean
read_length (Piece  piece,
             gsize *length)
{
  gsize sum = 0;

  if (piece.length == 0 || piece.length > LENGTH_DIGITS_MAX)
    return FALSE;
  for (gsize i = 0; i < piece.length; i++)
    {
      if (!g_ascii_isdigit (piece.at[i]))
        return FALSE;
      sum = 10 * sum + (gsize) (piece.at[i] - '0');
    }
  *length = sum;
  return TRUE;
}

static guint
check_body (const Said     *said,
            LecternRequest *request)
{
  if (said->transfer_encoding && said->content_length.at)
    return 400;
  if (said->transfer_encoding)
    return 411;
  if (said->content_length.at && !read_length (said->content_length, &request->body))
    return 400;
  if (!said->post)
    return request->body > 0 ? 400 : 0;
  if (!said->content_length.at)
    return 411;
  return request->body > LECTERN_REQUEST_BODY_MAX ? 413 : 0;
}

/* A browser's Origin is "https://" and the Host it asks; other programs send none. */
static gboolean
is_own_origin (const Said *said)
{
  const char scheme[] = "https://";
  gsize      skip = strlen (scheme);

  if (!said->origin.at)
    return TRUE;
  return said->origin.length == skip + said->host.length &&
         g_ascii_strncasecmp (said->origin.at, scheme, skip) == 0 &&
         g_ascii_strncasecmp (said->origin.at + skip, said->host.at, said->host.length) == 0;
}

static guint
check_said (const Said     *said,
            LecternRequest *request)
{
  guint status = check_body (said, request);

  if (!said->host.at)
    return 400;
  if (status != 0)
    return status;
  if (said->expect)
    return 417;
  request->upgrade = said->upgrade.at != NULL;
  if (request->upgrade && (!equals (said->upgrade, "websocket") || !said->get || !said->key.at))
    return 400;
  return is_own_origin (said) ? 0 : 403;
}

guint
lectern_request_check (const char     *text,
                       gsize           length,
                       LecternRequest *request)
{
  Piece rest = { text, length };
  Piece line;
  Said  said = { 0 };
  guint status;

  g_return_val_if_fail (text != NULL, 400);
  g_return_val_if_fail (request != NULL, 400);

  *request = (LecternRequest){ 0 };
  if (length > LECTERN_REQUEST_HEAD_MAX)
    return 431;
  if (!take_line (&rest, &line))
    return 400;
  status = check_request_line (line, &said);
  for (guint n = 0; status == 0; n++)
    {
      if (!take_line (&rest, &line))
        return 400;
      if (line.length == 0)
        return rest.length == 0 ? check_said (&said, request) : 400;
      status = n < LECTERN_REQUEST_FIELDS_MAX ? check_field (line, &said) : 431;
    }
  return status;
}

const char *
lectern_request_get_code (guint status)
{
  switch (status)
    {
    case 403:
      return "foreign-origin";
    case 408:
      return "too-slow";
    case 411:
      return "length-required";
    case 413:
    case 414:
    case 431:
      return "too-large";
    case 505:
      return "wrong-version";
    default:
      return "bad-request";
    }
}

const char *
lectern_request_get_sentence (guint status)
{
  switch (status)
    {
    case 403:
      return _ ("A page from elsewhere may not ask here");
    case 408:
      return _ ("The request took too long");
    case 411:
      return _ ("The request must say how long its body is");
    case 413:
    case 414:
    case 431:
      return _ ("The request is too long");
    case 505:
      return _ ("Only HTTP/1.1 is spoken here");
    default:
      return _ ("The request is malformed");
    }
}
