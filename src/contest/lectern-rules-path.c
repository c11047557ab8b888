/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Finding a setting in a rules file by its path: members after points, places of a list in
 * brackets. A thing of a list is also found by its key, which is how the engine names it. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-path-private.h"

#include <string.h>

static guint
find_key (JsonArray  *list,
          const char *key)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_OBJECT (node) && g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (node), "key", NULL), key) == 0)
        return i;
    }
  return G_MAXUINT;
}

/* One step from @node to the member or key @name. */
static JsonNode *
step_to_name (JsonNode   *node,
              const char *name,
              GString    *counted)
{
  guint index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_string_append_printf (counted, "%s%s", counted->len > 0 ? "." : "", name);
      return json_object_get_member (json_node_get_object (node), name);
    }
  index = JSON_NODE_HOLDS_ARRAY (node) ? find_key (json_node_get_array (node), name) : G_MAXUINT;
  if (index == G_MAXUINT)
    return NULL;
  g_string_append_printf (counted, "[%u]", index);
  return json_array_get_element (json_node_get_array (node), index);
}

static JsonNode *
step_to_index (JsonNode *node,
               guint64   index,
               GString  *counted)
{
  if (!JSON_NODE_HOLDS_ARRAY (node) || index >= json_array_get_length (json_node_get_array (node)))
    return NULL;
  g_string_append_printf (counted, "[%u]", (guint) index);
  return json_array_get_element (json_node_get_array (node), (guint) index);
}

static JsonNode *
walk (JsonNode   *root,
      const char *path,
      GString    *counted)
{
  JsonNode *node = root;

  while (node != NULL && *path != '\0')
    {
      if (*path == '[')
        {
          node = step_to_index (node, g_ascii_strtoull (path + 1, NULL, 10), counted);
          path += strcspn (path, "]");
          path += *path == ']';
        }
      else
        {
          g_autofree char *name = NULL;

          path += *path == '.';
          name = g_strndup (path, strcspn (path, ".["));
          path += strlen (name);
          node = step_to_name (node, name, counted);
        }
    }
  return node;
}

JsonNode *
lectern_rules_path_find (JsonNode   *root,
                         const char *path)
{
  g_autoptr (GString) counted = g_string_new (NULL);

  return walk (root, path, counted);
}

char *
lectern_rules_path_count (JsonNode   *root,
                          const char *path)
{
  g_autoptr (GString) counted = g_string_new (NULL);

  if (walk (root, path, counted) == NULL)
    return g_strdup (path);
  return g_string_free (g_steal_pointer (&counted), FALSE);
}

gboolean
lectern_rules_path_set (JsonNode   *root,
                        const char *path,
                        JsonNode   *value)
{
  g_autoptr (JsonNode) taken = value;
  const char      *point = strrchr (path, '.');
  g_autofree char *parent = point != NULL ? g_strndup (path, (gsize) (point - path)) : g_strdup ("");
  JsonNode        *group = lectern_rules_path_find (root, parent);

  if (group == NULL || !JSON_NODE_HOLDS_OBJECT (group))
    return FALSE;
  json_object_set_member (json_node_get_object (group), point != NULL ? point + 1 : path, g_steal_pointer (&taken));
  return TRUE;
}

JsonNode *
lectern_rules_path_subtract (JsonNode *to,
                             JsonNode *from)
{
  g_autoptr (JsonObject) rest = json_object_new ();
  g_autoptr (GList) members = NULL;

  if (from != NULL && json_node_equal (from, to))
    return NULL;
  if (from == NULL || !JSON_NODE_HOLDS_OBJECT (from) || !JSON_NODE_HOLDS_OBJECT (to))
    return json_node_copy (to);
  members = json_object_get_members (json_node_get_object (to));
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *part = lectern_rules_path_subtract (json_object_get_member (json_node_get_object (to), l->data),
                                                    json_object_get_member (json_node_get_object (from), l->data));

      if (part != NULL)
        json_object_set_member (rest, l->data, part);
    }
  return json_node_init_object (json_node_alloc (), rest);
}
