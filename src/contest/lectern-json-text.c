/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* JSON from outside. json-glib 1.6 makes of half a surrogate pair (“\ud800” before an ordinary letter) bytes that are no UTF-8, which Pango,
 * SQLite and every reader of what we write would then have to do with; and it recurses once for each bracket. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-json-text.h"

#include "lectern-contest-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A bundle has five levels and the rules a few more; thousands would break whoever goes down them. */
#define NESTING_MAX 64

gboolean
lectern_json_text_is_shallow (const char *text,
                              gsize       length)
{
  guint    depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    if (quoted && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (!quoted && (text[i] == '{' || text[i] == '[') && ++depth > NESTING_MAX)
      return FALSE;
    else if (!quoted && (text[i] == '}' || text[i] == ']') && depth > 0)
      depth--;
  return TRUE;
}

static gboolean
is_whole_object (JsonObject *object)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_utf8_validate (name, -1, NULL) || !lectern_json_text_is_whole (node))
      return FALSE;
  return TRUE;
}

gboolean
lectern_json_text_is_whole (JsonNode *node)
{
  JsonArray *array;

  g_return_val_if_fail (node != NULL, FALSE);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return is_whole_object (json_node_get_object (node));
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) != G_TYPE_STRING || g_utf8_validate (json_node_get_string (node), -1, NULL);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!lectern_json_text_is_whole (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

JsonNode *
lectern_json_text_parse (const char *text,
                         GError    **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!lectern_json_text_is_shallow (text, strlen (text)))
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("It is nested too deep."));
      return NULL;
    }
  node = json_from_string (text, error);
  if (node == NULL || lectern_json_text_is_whole (node))
    return g_steal_pointer (&node);
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("There is half a character in it, as “\\ud800” alone is."));
  return NULL;
}
