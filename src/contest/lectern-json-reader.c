/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A rules file is written by a person, so whatever is wrong in it is said with its path, and all
 * of it at once. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-json-reader-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"

LecternJsonReader *
lectern_json_reader_new (JsonObject *object,
                         const char *path,
                         GPtrArray  *problems)
{
  LecternJsonReader *self = g_new0 (LecternJsonReader, 1);

  self->object = object;
  self->path = g_strdup (path);
  self->problems = problems;
  return self;
}

void
lectern_json_reader_free (LecternJsonReader *self)
{
  g_free (self->path);
  g_free (self);
}

static char *
reader_get_path (LecternJsonReader *self,
                 const char        *key)
{
  return *self->path != '\0' ? g_strdup_printf ("%s.%s", self->path, key) : g_strdup (key);
}

void
lectern_json_reader_report (LecternJsonReader *self,
                            const char        *key,
                            const char        *message)
{
  g_autofree char *path = reader_get_path (self, key);

  g_ptr_array_add (self->problems, lectern_problem_new (0, path, "%s", message));
}

void
lectern_json_reader_allow (LecternJsonReader *self,
                           const char *const *keys)
{
  g_autoptr (GList) members = self->object != NULL ? json_object_get_members (self->object) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (keys, l->data))
      lectern_json_reader_report (self, l->data, _ ("This setting is not known. Check its spelling or take it out."));
}

gboolean
lectern_json_reader_has (LecternJsonReader *self,
                         const char        *key)
{
  return self->object != NULL && json_object_has_member (self->object, key);
}

static JsonNode *
reader_get_node (LecternJsonReader *self,
                 const char        *key)
{
  return lectern_json_reader_has (self, key) ? json_object_get_member (self->object, key) : NULL;
}

static void
reader_report_missing (LecternJsonReader *self,
                       const char        *key)
{
  if (self->object != NULL)
    lectern_json_reader_report (self, key, _ ("This setting is missing."));
}

const char *
lectern_json_reader_get_text (LecternJsonReader *self,
                              const char        *key,
                              const char        *fallback)
{
  JsonNode *node = reader_get_node (self, key);

  if (node == NULL)
    {
      if (fallback == NULL)
        reader_report_missing (self, key);
      return fallback ?: "";
    }
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      lectern_json_reader_report (self, key, _ ("A text in quotation marks belongs here."));
      return fallback ?: "";
    }
  return json_node_get_string (node);
}

static gint64
reader_check_integer (LecternJsonReader *self,
                      const char        *key,
                      JsonNode          *node,
                      gint64             min,
                      gint64             max,
                      gint64             fallback)
{
  g_autofree char *message = NULL;

  if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= min && json_node_get_int (node) <= max)
    return json_node_get_int (node);
  message = g_strdup_printf (_ ("A whole number from %d to %d belongs here."), (int) min, (int) max);
  lectern_json_reader_report (self, key, message);
  return fallback;
}

gint64
lectern_json_reader_get_integer (LecternJsonReader *self,
                                 const char        *key,
                                 gint64             min,
                                 gint64             max,
                                 gint64             fallback)
{
  JsonNode *node = reader_get_node (self, key);

  return node == NULL ? fallback : reader_check_integer (self, key, node, min, max, fallback);
}

gint64
lectern_json_reader_get_integer_or_null (LecternJsonReader *self,
                                         const char        *key,
                                         gint64             min,
                                         gint64             max,
                                         gint64             when_null)
{
  JsonNode *node = reader_get_node (self, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return when_null;
  return reader_check_integer (self, key, node, min, max, when_null);
}

double
lectern_json_reader_get_number (LecternJsonReader *self,
                                const char        *key,
                                double             min,
                                double             max,
                                double             fallback)
{
  JsonNode        *node = reader_get_node (self, key);
  GType            type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;
  g_autofree char *message = NULL;

  if (node == NULL)
    return fallback;
  if ((type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) && json_node_get_double (node) >= min && json_node_get_double (node) <= max)
    return json_node_get_double (node);
  message = g_strdup_printf (_ ("A number from %g to %g belongs here."), min, max);
  lectern_json_reader_report (self, key, message);
  return fallback;
}

gboolean
lectern_json_reader_get_boolean (LecternJsonReader *self,
                                 const char        *key,
                                 gboolean           fallback)
{
  JsonNode *node = reader_get_node (self, key);

  if (node == NULL)
    return fallback;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  lectern_json_reader_report (self, key, _ ("true or false belongs here."));
  return fallback;
}

gint64
lectern_json_reader_get_points (LecternJsonReader *self,
                                const char        *key,
                                const char        *fallback)
{
  JsonNode   *node = reader_get_node (self, key);
  const char *text = lectern_json_reader_get_text (self, key, fallback);
  gint64      points = 0;

  /* What is missing or no text has been reported already. */
  if (!lectern_mark_parse (text, &points) && node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    lectern_json_reader_report (self, key, _ ("Points are written in quotation marks with at most three decimals, like \"0.1\"."));
  return points;
}

gint64
lectern_json_reader_get_points_or_null (LecternJsonReader *self,
                                        const char        *key,
                                        gint64             when_null)
{
  JsonNode *node = reader_get_node (self, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return when_null;
  return lectern_json_reader_get_points (self, key, NULL);
}

JsonArray *
lectern_json_reader_get_array (LecternJsonReader *self,
                               const char        *key)
{
  JsonNode *node = reader_get_node (self, key);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  lectern_json_reader_report (self, key, _ ("A list in square brackets belongs here."));
  return NULL;
}

LecternJsonReader *
lectern_json_reader_enter (LecternJsonReader *self,
                           const char        *key)
{
  g_autofree char *path = reader_get_path (self, key);
  JsonNode        *node = reader_get_node (self, key);

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    lectern_json_reader_report (self, key, _ ("A group in braces belongs here."));
  return lectern_json_reader_new (node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, path, self->problems);
}

LecternJsonReader *
lectern_json_reader_enter_element (LecternJsonReader *self,
                                   const char        *key,
                                   guint              index)
{
  JsonArray       *array = json_object_get_array_member (self->object, key);
  JsonNode        *node = json_array_get_element (array, index);
  g_autofree char *path = reader_get_path (self, key);
  g_autofree char *element = g_strdup_printf ("%s[%u]", path, index);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    g_ptr_array_add (self->problems, lectern_problem_new (0, element, "%s", _ ("A group in braces belongs here.")));
  return lectern_json_reader_new (JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, element, self->problems);
}
