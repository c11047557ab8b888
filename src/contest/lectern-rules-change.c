/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* In what two rules files differ, setting by setting, with both values: what the journal says of
 * a change of the rules, and what the person who makes it is asked to confirm. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lectern-rules-private.h"

#define VALUE_MAX 80

/* What people call a setting. "*" stands for the thing of a list that it belongs to. */
static const struct
{
  const char *path;
  const char *words;
} names[] = {
  { "title", NC_ ("rule", "title") },
  { "theme", NC_ ("rule", "theme") },
  { "organisers", NC_ ("rule", "organisers") },
  { "date", NC_ ("rule", "date") },
  { "place", NC_ ("rule", "place") },
  { "language", NC_ ("rule", "language") },
  { "units.*", NC_ ("rule", "unit") },
  { "units.*.name", NC_ ("rule", "name") },
  { "units.*.full_name", NC_ ("rule", "full name") },
  { "units.*.name_en", NC_ ("rule", "English name") },
  { "units.*.optional", NC_ ("rule", "may be switched off") },
  { "units.*.active", NC_ ("rule", "nominates") },
  { "units", NC_ ("rule", "order of the units") },
  { "quota_per_unit", NC_ ("rule", "nominees of a unit") },
  { "eligibility.party_member", NC_ ("rule", "party members only") },
  { "eligibility.courseware", NC_ ("rule", "courseware required") },
  { "eligibility.lectures_at_least", NC_ ("rule", "lectures at least") },
  { "rubric.*", NC_ ("rule", "criterion") },
  { "rubric.*.name", NC_ ("rule", "name") },
  { "rubric.*.guide", NC_ ("rule", "guidance") },
  { "rubric.*.max", NC_ ("rule", "full marks") },
  { "rubric.*.step", NC_ ("rule", "step") },
  { "rubric", NC_ ("rule", "order of the criteria") },
  { "panel.trim_low", NC_ ("rule", "lowest totals struck out") },
  { "panel.trim_high", NC_ ("rule", "highest totals struck out") },
  { "panel.trim_from", NC_ ("rule", "struck out from this number of sheets") },
  { "panel.flag.mark", NC_ ("rule", "mark flagged from this difference") },
  { "panel.flag.total", NC_ ("rule", "total flagged from this difference") },
  { "time.limit", NC_ ("rule", "time limit in seconds") },
  { "time.warn", NC_ ("rule", "warnings at seconds") },
  { "time.stop", NC_ ("rule", "talk stopped at seconds") },
  { "time.over.grace", NC_ ("rule", "seconds over the limit that cost nothing") },
  { "time.over.steps", NC_ ("rule", "what overtime costs") },
  { "time.over.cap", NC_ ("rule", "most that overtime costs") },
  { "time.under.from", NC_ ("rule", "too short below seconds") },
  { "time.under.points", NC_ ("rule", "what too short costs") },
  { "time.timers", NC_ ("rule", "timers") },
  { "score.decimals", NC_ ("rule", "decimals shown") },
  { "score.rank_on", NC_ ("rule", "ranked on") },
  { "ties", NC_ ("rule", "tie rules") },
  { "announce", NC_ ("rule", "results announced") },
  { "announce.hold-first", NC_ ("rule", "results held back for the first") },
  { "reveal", NC_ ("rule", "results shown") },
  { "ceremony.by_hand_from", NC_ ("rule", "ceremony by hand from place") },
  { "ceremony.every", NC_ ("rule", "seconds between the ceremony’s automatic steps") },
  { "draw.show", NC_ ("rule", "running order shown") },
  { "draw.keep_unit_apart", NC_ ("rule", "a unit’s speakers kept apart") },
  { "rounds.*", NC_ ("rule", "round") },
  { "rounds.*.name", NC_ ("rule", "name") },
  { "rounds.*.advance", NC_ ("rule", "go on to the next round") },
  { "rounds.*.into", NC_ ("rule", "go on into") },
  { "rounds.*.units", NC_ ("rule", "units that speak") },
  { "rounds", NC_ ("rule", "order of the rounds") },
  { "awards.*", NC_ ("rule", "award") },
  { "awards.*.name", NC_ ("rule", "name") },
  { "awards.*.places", NC_ ("rule", "places") },
  { "awards.*.citation", NC_ ("rule", "citation") },
  { "awards", NC_ ("rule", "order of the awards") },
};

/* Two rules files and what was found to differ. */
typedef struct
{
  GPtrArray  *changes;
  JsonObject *from;
  JsonObject *to;
} Comparison;

static const char *const keyed_lists[] = { "units", "rubric", "rounds", "awards", NULL };

static void
change_free (gpointer data)
{
  LecternRulesChange *change = data;

  g_free (change->key);
  g_free (change->path);
  g_free (change->text);
  g_free (change);
}

/* @path is "rubric.*.max"; a setting without words of its own is called by its path. */
static const char *
name_setting (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].path, path))
      return g_dpgettext2 (GETTEXT_PACKAGE, "rule", names[i].words);
  return path;
}

static char *
shorten (const char *text)
{
  g_autofree char *head = NULL;

  if (g_utf8_strlen (text, -1) <= VALUE_MAX)
    return g_strdup (text);
  head = g_utf8_substring (text, 0, VALUE_MAX - 1);
  return g_strconcat (head, "…", NULL);
}

static char *
write_value (const char *pattern,
             JsonNode   *node,
             JsonObject *rules)
{
  g_autofree char *text = node != NULL ? lectern_rules_words_say (pattern, node, rules) : NULL;

  if (text != NULL)
    return shorten (text);
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup (C_ ("rule", "none"));
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return *json_node_get_string (node) != '\0' ? shorten (json_node_get_string (node)) : g_strdup (C_ ("rule", "none"));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? C_ ("rule", "yes") : C_ ("rule", "no"));
  text = json_to_string (node, FALSE);
  return shorten (text);
}

/* Takes @text. */
static void
add_change (GPtrArray  *changes,
            const char *path,
            char       *text)
{
  LecternRulesChange *change = g_new0 (LecternRulesChange, 1);
  const char         *point = strchr (path, '.');

  change->key = point != NULL ? g_strndup (path, (gsize) (point - path)) : g_strdup (path);
  change->path = g_strdup (path);
  change->text = text;
  g_ptr_array_add (changes, change);
}

/* @thing: "criterion “Content”, ", or "". */
static void
add_value_change (Comparison *comparison,
                  const char *path,
                  const char *pattern,
                  const char *thing,
                  JsonNode   *from,
                  JsonNode   *to)
{
  g_autofree char *old = write_value (pattern, from, comparison->from);
  g_autofree char *new = write_value (pattern, to, comparison->to);

  /* Translators: the thing a setting belongs to or nothing, the setting, its old and its new value. */
  add_change (comparison->changes, path, g_strdup_printf (C_ ("rule", "%s%s: %s → %s"), thing, name_setting (pattern), old, new));
}

static JsonObject *
find_keyed (JsonArray  *list,
            const char *key)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (g_strcmp0 (json_object_get_string_member (json_array_get_object_element (list, i), "key"), key) == 0)
      return json_array_get_object_element (list, i);
  return NULL;
}

static char *
name_thing (const char *list,
            JsonObject *thing)
{
  g_autofree char *pattern = g_strconcat (list, ".*", NULL);

  /* Translators: a kind of thing ("criterion"), its name. */
  return g_strdup_printf (C_ ("rule", "%s “%s”"), name_setting (pattern), json_object_get_string_member (thing, "name"));
}

static void
compare_thing (Comparison *comparison,
               const char *list,
               JsonObject *from,
               JsonObject *to)
{
  const char      *key = json_object_get_string_member (to, "key");
  g_autofree char *name = name_thing (list, from);
  /* Translators: the thing, before the name of its setting. */
  g_autofree char *thing = g_strdup_printf (C_ ("rule", "%s, "), name);
  g_autoptr (GList) members = json_object_get_members (to);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *path = g_strdup_printf ("%s.%s.%s", list, key, (const char *) l->data);
      g_autofree char *pattern = g_strdup_printf ("%s.*.%s", list, (const char *) l->data);
      JsonNode        *old = json_object_get_member (from, l->data);
      JsonNode *new = json_object_get_member (to, l->data);

      if (!json_node_equal (old, new))
        add_value_change (comparison, path, pattern, thing, old, new);
    }
}

/* Whether those of @from that are also in @to are there in the same order. */
static gboolean
same_order (JsonArray *from,
            JsonArray *to)
{
  guint next = 0;

  for (guint i = 0; i < json_array_get_length (to); i++)
    {
      JsonObject *thing = json_array_get_object_element (to, i);

      if (find_keyed (from, json_object_get_string_member (thing, "key")) == NULL)
        continue;
      while (find_keyed (to, json_object_get_string_member (json_array_get_object_element (from, next), "key")) == NULL)
        next++;
      if (g_strcmp0 (json_object_get_string_member (json_array_get_object_element (from, next++), "key"), json_object_get_string_member (thing, "key")) != 0)
        return FALSE;
    }
  return TRUE;
}

static char *
write_keys (JsonArray *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", json_object_get_string_member (json_array_get_object_element (list, i), "name"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
compare_keyed (Comparison *comparison,
               const char *list,
               JsonArray  *from,
               JsonArray  *to)
{
  for (guint i = 0; i < json_array_get_length (from) + json_array_get_length (to); i++)
    {
      gboolean         old = i < json_array_get_length (from);
      JsonObject      *thing = old ? json_array_get_object_element (from, i) : json_array_get_object_element (to, i - json_array_get_length (from));
      JsonObject      *other = find_keyed (old ? to : from, json_object_get_string_member (thing, "key"));
      g_autofree char *path = g_strdup_printf ("%s.%s", list, json_object_get_string_member (thing, "key"));
      g_autofree char *name = name_thing (list, thing);

      if (other != NULL && old)
        compare_thing (comparison, list, thing, other);
      else if (other == NULL)
        /* Translators: a thing, such as: criterion “Content”. */
        add_change (comparison->changes, path, g_strdup_printf (old ? C_ ("rule", "%s removed") : C_ ("rule", "%s added"), name));
    }
  if (!same_order (from, to))
    {
      g_autofree char *keys = write_keys (to);

      /* Translators: "order of the criteria", then their names in the new order. */
      add_change (comparison->changes, list, g_strdup_printf (C_ ("rule", "%s: %s"), name_setting (list), keys));
    }
}

static void
compare_members (Comparison *comparison,
                 const char *parent,
                 JsonObject *from,
                 JsonObject *to)
{
  g_autoptr (GList) members = json_object_get_members (to);

  for (GList *l = members; l != NULL; l = l->next)
    {
      const char      *key = l->data;
      g_autofree char *path = *parent != '\0' ? g_strdup_printf ("%s.%s", parent, key) : g_strdup (key);
      JsonNode        *old = json_object_get_member (from, key);
      JsonNode *new = json_object_get_member (to, key);

      if (old != NULL && json_node_equal (old, new))
        continue;
      if (old != NULL && JSON_NODE_HOLDS_OBJECT (old) && JSON_NODE_HOLDS_OBJECT (new))
        compare_members (comparison, path, json_node_get_object (old), json_node_get_object (new));
      else if (*parent == '\0' && g_strv_contains (keyed_lists, key))
        compare_keyed (comparison, key, json_node_get_array (old), json_node_get_array (new));
      else
        add_value_change (comparison, path, path, "", old, new);
    }
}

GPtrArray *
lectern_rules_file_compare (const char *from,
                            const char *to)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (JsonNode) old = NULL;
  g_autoptr (JsonNode) new = NULL;
  Comparison comparison = { .changes = changes };

  g_return_val_if_fail (from != NULL && to != NULL, changes);

  old = json_from_string (from, NULL);
  new = json_from_string (to, NULL);
  g_return_val_if_fail (old != NULL && new != NULL, changes);
  comparison.from = json_node_get_object (old);
  comparison.to = json_node_get_object (new);
  compare_members (&comparison, "", comparison.from, comparison.to);
  return changes;
}

char *
lectern_rules_file_describe_changes (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      if (i > 0)
        /* Translators: between two changes of the rules. */
        g_string_append (text, C_ ("rule", "; "));
      g_string_append (text, ((LecternRulesChange *) changes->pdata[i])->text);
    }
  return g_string_free (text, FALSE);
}

gboolean
lectern_rules_file_touches (GPtrArray         *changes,
                            const char *const *keys)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_strv_contains (keys, ((LecternRulesChange *) changes->pdata[i])->key))
      return TRUE;
  return FALSE;
}
