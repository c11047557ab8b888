/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How people write the settings of a rules file, kind by kind. Nothing is judged here but whether
 * it can be read: what is allowed, the reader of rules files alone says. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-path-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-contest.h"
#include "lectern-json-text.h"
#include "lectern-mark.h"

#define COUNT_MAX 1000000

/* Figures typed with a Chinese input method are often full-width. */
static char *
tidy (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return g_strstrip (g_strdup (narrow != NULL ? narrow : text));
}

static JsonNode *
new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_null (void)
{
  return json_node_init_null (json_node_alloc ());
}

/* Reading ------------------------------------------------------------------------------------ */

static JsonNode *
read_text (const char *text)
{
  return new_text (text);
}

static JsonNode *
read_count (const char *text)
{
  g_autofree char *tidied = tidy (text);
  guint64          count;

  if (!g_ascii_string_to_unsigned (tidied, 10, 0, COUNT_MAX, &count, NULL))
    return new_text (text);
  return json_node_init_int (json_node_alloc (), (gint64) count);
}

static JsonNode *
read_time (const char *text)
{
  g_autofree char *tidied = tidy (text);
  char            *colon = strchr (tidied, ':');
  guint64          minutes = 0, seconds;

  if (colon != NULL)
    *colon = '\0';
  if ((colon != NULL && !g_ascii_string_to_unsigned (tidied, 10, 0, COUNT_MAX / 60, &minutes, NULL)) ||
      !g_ascii_string_to_unsigned (colon != NULL ? colon + 1 : tidied, 10, 0, colon != NULL ? 59 : COUNT_MAX, &seconds, NULL))
    return new_text (text);
  return json_node_init_int (json_node_alloc (), (gint64) (minutes * 60 + seconds));
}

static JsonNode *
read_points (const char *text)
{
  g_autofree char *tidied = tidy (text);

  return new_text (tidied);
}

/* Each part that has something in it, by @read. */
static JsonNode *
read_list (const char *text,
           JsonNode *(*read) (const char *part))
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,，、;；\\s]+", text, 0, 0);
  JsonArray *list = json_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      json_array_add_element (list, read (parts[i]));
  return json_node_init_array (json_node_alloc (), list);
}

static JsonNode *
read_times (const char *text)
{
  return read_list (text, read_time);
}

static JsonNode *
read_keys (const char *text)
{
  return read_list (text, read_text);
}

static JsonNode *
read_value (const char *text)
{
  JsonNode *node = lectern_json_text_parse (text, NULL);

  return node != NULL ? node : new_text (text);
}

/* Writing ------------------------------------------------------------------------------------ */

static char *
write_plain (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return json_to_string (node, FALSE);
}

static char *
write_time (JsonNode *node)
{
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return write_plain (node);
  return lectern_clock_format (json_node_get_int (node) * 1000, FALSE);
}

static char *
write_list (JsonNode *node,
            char *(*write) (JsonNode *part))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *part = write (json_array_get_element (json_node_get_array (node), i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", part);
    }
  return g_string_free (text, FALSE);
}

static char *
write_times (JsonNode *node)
{
  return write_list (node, write_time);
}

static char *
write_keys (JsonNode *node)
{
  return write_list (node, write_plain);
}

static char *
write_value (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

/* Complaining -------------------------------------------------------------------------------- */

static gboolean
is_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
has_text (JsonNode *node)
{
  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    if (is_text (json_array_get_element (json_node_get_array (node), i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_no_points (JsonNode *node)
{
  gint64 points;

  return is_text (node) && !lectern_mark_parse (json_node_get_string (node), &points);
}

#define TIME_WRITTEN N_ ("Write minutes and seconds, like 6:00.")
#define POINTS_WRITTEN N_ ("Write points with at most three decimals, like 0.1.")

static const struct
{
  JsonNode *(*read) (const char *text);
  char *(*write) (JsonNode *node);
  gboolean empty_is_null;
  gboolean (*is_wrong) (JsonNode *node);
  const char *complaint;
} kinds[] = {
  [LECTERN_RULE_TEXT] = { read_text, write_plain, FALSE, NULL, NULL },
  [LECTERN_RULE_COUNT] = { read_count, write_plain, FALSE, NULL, NULL },
  [LECTERN_RULE_COUNT_OR_NONE] = { read_count, write_plain, TRUE, NULL, NULL },
  [LECTERN_RULE_TIME] = { read_time, write_time, FALSE, is_text, TIME_WRITTEN },
  [LECTERN_RULE_TIME_OR_NONE] = { read_time, write_time, TRUE, is_text, TIME_WRITTEN },
  [LECTERN_RULE_TIMES] = { read_times, write_times, FALSE, has_text, N_ ("Write minutes and seconds with a comma between two times, like 4:00, 5:00.") },
  [LECTERN_RULE_POINTS] = { read_points, write_plain, FALSE, is_no_points, POINTS_WRITTEN },
  [LECTERN_RULE_POINTS_OR_NONE] = { read_points, write_plain, TRUE, is_no_points, POINTS_WRITTEN },
  [LECTERN_RULE_KEYS] = { read_keys, write_keys, TRUE, NULL, NULL },
  [LECTERN_RULE_VALUE] = { read_value, write_value, TRUE, NULL, NULL },
};

JsonNode *
lectern_rules_value_read (LecternRuleKind kind,
                          const char     *text)
{
  g_autofree char *tidied = tidy (text);

  if (kinds[kind].empty_is_null && *tidied == '\0')
    return new_null ();
  return kinds[kind].read (text);
}

char *
lectern_rules_value_write (LecternRuleKind kind,
                           JsonNode       *node)
{
  return kinds[kind].write (node);
}

const char *
lectern_rules_value_complain (LecternRuleKind kind,
                              JsonNode       *node)
{
  if (kinds[kind].is_wrong == NULL || !kinds[kind].is_wrong (node))
    return NULL;
  return _ (kinds[kind].complaint);
}

GType
lectern_rule_kind_get_type (void)
{
  static const GEnumValue values[] = {
    { LECTERN_RULE_TEXT, "LECTERN_RULE_TEXT", "text" },
    { LECTERN_RULE_COUNT, "LECTERN_RULE_COUNT", "count" },
    { LECTERN_RULE_COUNT_OR_NONE, "LECTERN_RULE_COUNT_OR_NONE", "count-or-none" },
    { LECTERN_RULE_TIME, "LECTERN_RULE_TIME", "time" },
    { LECTERN_RULE_TIME_OR_NONE, "LECTERN_RULE_TIME_OR_NONE", "time-or-none" },
    { LECTERN_RULE_TIMES, "LECTERN_RULE_TIMES", "times" },
    { LECTERN_RULE_POINTS, "LECTERN_RULE_POINTS", "points" },
    { LECTERN_RULE_POINTS_OR_NONE, "LECTERN_RULE_POINTS_OR_NONE", "points-or-none" },
    { LECTERN_RULE_KEYS, "LECTERN_RULE_KEYS", "keys" },
    { LECTERN_RULE_VALUE, "LECTERN_RULE_VALUE", "value" },
    { 0, NULL, NULL },
  };
  static gsize type_id = 0;

  if (g_once_init_enter (&type_id))
    g_once_init_leave (&type_id, g_enum_register_static ("LecternRuleKind", values));
  return type_id;
}
