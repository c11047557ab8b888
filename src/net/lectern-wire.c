/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* JSON at the border: strict on what comes in, plain in what goes out. json-glib 1.6 takes
 * comments and single quotes, recurses once for each bracket, and makes of half a surrogate pair
 * bytes that are no UTF-8; so a look over the text comes before it: depth bounded, nothing outside
 * strings that JSON does not know, and in strings only escapes that stand for a character. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-wire.h"

#include "lectern-mark.h"
#include "lectern-net-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEPTH_MAX 16

/* The UTF-16 unit of “\uXXXX” at @text, or -1. */
static int
read_unit (const char *text,
           gsize       length)
{
  int unit = 0;

  if (length < 6 || text[0] != '\\' || text[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return -1;
      unit = unit << 4 | digit;
    }
  return unit;
}

/* The length of the escape at @text, 0 when it is none. A NUL would end the text for C, and half a
 * surrogate pair is no character. */
static gsize
measure_escape (const char *text,
                gsize       length)
{
  int unit = read_unit (text, length);
  int second;

  if (length >= 2 && text[1] && strchr ("\"\\/bfnrt", text[1]))
    return 2;
  if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return 0;
  if (unit < 0xd800 || unit > 0xdbff)
    return 6;
  second = read_unit (text + 6, length - 6);
  return second >= 0xdc00 && second <= 0xdfff ? 12 : 0;
}

/* Where the string that begins at @position ends: the index of its closing quote, or @length when it
 * does not, or not as JSON has it. */
static gsize
find_string_end (const char *text,
                 gsize       position,
                 gsize       length)
{
  gsize skip = 1;

  for (position++; position < length && text[position] != '"'; position += skip)
    {
      skip = text[position] == '\\' ? measure_escape (text + position, length - position) : 1;
      if (skip == 0 || (guchar) text[position] < ' ')
        return length;
    }
  return MIN (position, length);
}

static gboolean
looks_like_json (const char *text,
                 gsize       length)
{
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (c == '"')
        {
          i = find_string_end (text, i, length);
          if (i == length)
            return FALSE;
        }
      else if (c == '{' || c == '[')
        {
          if (++depth > DEPTH_MAX)
            return FALSE;
        }
      else if (c == '}' || c == ']')
        {
          if (--depth < 0)
            return FALSE;
        }
      else if (!g_ascii_isalnum (c) && !(c && strchr (" \t\r\n:,+-.", c)))
        return FALSE;
    }
  return depth == 0;
}

JsonObject *
lectern_wire_parse (const char *text,
                    gssize      length,
                    GError    **error)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;

  g_return_val_if_fail (text != NULL, NULL);

  if (length < 0)
    length = strlen (text);
  if (g_utf8_validate (text, length, NULL) && looks_like_json (text, length))
    {
      parser = json_parser_new_immutable ();
      root = json_parser_load_from_data (parser, text, length, NULL) ? json_parser_get_root (parser) : NULL;
      if (root && JSON_NODE_HOLDS_OBJECT (root))
        return json_object_ref (json_node_get_object (root));
    }
  g_set_error_literal (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_BAD_MESSAGE,
                       _ ("The message is not a JSON object"));
  return NULL;
}

static JsonNode *
find_value (JsonObject *object,
            const char *member,
            GType       type)
{
  JsonNode *node = json_object_get_member (object, member);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

const char *
lectern_wire_get_string (JsonObject *object,
                         const char *member)
{
  JsonNode *node = find_value (object, member, G_TYPE_STRING);

  return node ? json_node_get_string (node) : NULL;
}

JsonObject *
lectern_wire_get_object (JsonObject *object,
                         const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
lectern_wire_get_array (JsonObject *object,
                        const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

gint64
lectern_wire_get_integer (JsonObject *object,
                          const char *member,
                          gint64      fallback)
{
  JsonNode *node = find_value (object, member, G_TYPE_INT64);

  return node ? json_node_get_int (node) : fallback;
}

gboolean
lectern_wire_get_boolean (JsonObject *object,
                          const char *member,
                          gboolean    fallback)
{
  JsonNode *node = find_value (object, member, G_TYPE_BOOLEAN);

  return node ? json_node_get_boolean (node) : fallback;
}

gboolean
lectern_wire_has (JsonObject *object,
                  const char *member,
                  GType       type)
{
  return find_value (object, member, type) != NULL;
}

JsonObject *
lectern_wire_get_element (JsonArray *array,
                          guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

void
lectern_wire_append_string (GString    *json,
                            const char *text)
{
  if (!text)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (; *text; text++)
    if (*text == '"' || *text == '\\')
      {
        g_string_append_c (json, '\\');
        g_string_append_c (json, *text);
      }
    else if ((guchar) *text < 0x20 || *text == 0x7f)
      g_string_append_printf (json, "\\u%04x", (guint) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

void
lectern_wire_append_mark (GString *json,
                          gint64   mark)
{
  g_autofree char *text = lectern_mark_format (mark);

  lectern_wire_append_string (json, text);
}
