/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Values of a rules file as people say them: nobody should have to read braces to confirm a change
 * or to follow the journal. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A word of a rules file and what people say. */
typedef struct
{
  const char *key;
  const char *words;
} Word;

static const Word ties[] = {
  { "untrimmed-mean", N_ ("mean of all sheets") },
  { "median", N_ ("median of the totals") },
  { "highest-counted", N_ ("highest counted total") },
  { "smaller-spread", N_ ("smaller spread of the totals") },
  { "less-overtime", N_ ("less overtime") },
  { "head-judge", N_ ("head judge's total") },
  { "decision", N_ ("decision of the jury") },
  { NULL, NULL },
};

static const Word announcements[] = {
  { "at-once", N_ ("at once") },
  { "after-next", N_ ("after the next one has spoken") },
  { "at-end", N_ ("all at the end") },
  { NULL, NULL },
};

static const Word reveals[] = {
  { "together", N_ ("all marks together, then step by step") },
  { "judge-by-judge", N_ ("judge by judge, then step by step") },
  { "whole", N_ ("everything at one press") },
  { NULL, NULL },
};

static const Word draws[] = {
  { "all-at-once", N_ ("the whole list at once") },
  { "one-by-one", N_ ("lot by lot") },
  { NULL, NULL },
};

static const Word bases[] = {
  { "exact", N_ ("the exact score") },
  { "rounded", N_ ("the score as shown") },
  { NULL, NULL },
};

static const char *
get_text (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

static char *
say_word (const Word *words,
          JsonNode   *node)
{
  for (; words->key != NULL; words++)
    if (g_str_equal (words->key, get_text (node)))
      return g_strdup (_ (words->words));
  return g_strdup (get_text (node));
}

/* The name of the thing with @key in @list of @rules, else the key. */
static const char *
find_name (JsonObject *rules,
           const char *list,
           const char *key)
{
  JsonArray *things = json_object_get_array_member (rules, list);

  for (guint i = 0; things != NULL && i < json_array_get_length (things); i++)
    {
      JsonObject *thing = json_array_get_object_element (things, i);

      if (g_strcmp0 (json_object_get_string_member (thing, "key"), key) == 0)
        return json_object_get_string_member (thing, "name");
    }
  return key;
}

/* One element of a list or a single value, in @rules. */
static char *
say_tie (JsonNode   *node,
         JsonObject *rules)
{
  const char *text = get_text (node);

  if (!g_str_has_prefix (text, "criterion:"))
    return say_word (ties, node);
  return g_strdup_printf (_ ("mean of “%s”"), find_name (rules, "rubric", text + strlen ("criterion:")));
}

static char *
say_step (JsonNode   *node,
          JsonObject *rules)
{
  JsonObject *step = json_node_get_object (node);
  gboolean    every = json_object_has_member (step, "every");
  const char *points = json_object_get_string_member (step, "points");
  int         seconds = (int) json_object_get_int_member (step, every ? "every" : "beyond");

  if (every)
    /* Translators: points, seconds. */
    return g_strdup_printf (_ ("%s for each started %d s"), points, seconds);
  return g_strdup_printf (_ ("%s once beyond %d s"), points, seconds);
}

static char *
say_announcement (JsonNode   *node,
                  JsonObject *rules)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return say_word (announcements, node);
  return g_strdup_printf (_ ("the first %d together"), (int) json_object_get_int_member (json_node_get_object (node), "hold-first"));
}

static char *
say_reveal (JsonNode   *node,
            JsonObject *rules)
{
  return say_word (reveals, node);
}

static char *
say_draw (JsonNode   *node,
          JsonObject *rules)
{
  return say_word (draws, node);
}

static char *
say_basis (JsonNode   *node,
           JsonObject *rules)
{
  return say_word (bases, node);
}

static char *
say_round (JsonNode   *node,
           JsonObject *rules)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup (_ ("the next one in the list"));
  return g_strdup (find_name (rules, "rounds", get_text (node)));
}

static char *
say_unit (JsonNode   *node,
          JsonObject *rules)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup (C_ ("units", "all units"));
  return g_strdup (find_name (rules, "units", get_text (node)));
}

static char *
say_plain (JsonNode   *node,
           JsonObject *rules)
{
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : json_to_string (node, FALSE);
}

/* Settings whose values people say otherwise than the file writes them. */
static const struct
{
  const char *pattern;
  char *(*say) (JsonNode   *node,
                JsonObject *rules);
} settings[] = {
  { "organisers", say_plain },
  { "time.warn", say_plain },
  { "time.over.steps", say_step },
  { "score.rank_on", say_basis },
  { "ties", say_tie },
  { "announce", say_announcement },
  { "reveal", say_reveal },
  { "draw.show", say_draw },
  { "rounds.*.into", say_round },
  { "rounds.*.units", say_unit },
};

static char *
say_list (JsonArray  *list,
          JsonObject *rules,
          char *(*say) (JsonNode   *node,
                        JsonObject *rules))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *element = say (json_array_get_element (list, i), rules);

      /* Translators: between the things of a list. */
      g_string_append_printf (text, "%s%s", i > 0 ? C_ ("rule", ", ") : "", element);
    }
  if (text->len == 0)
    g_string_assign (text, C_ ("rule", "none"));
  return g_string_free (text, FALSE);
}

char *
lectern_rules_words_say (const char *pattern,
                         JsonNode   *node,
                         JsonObject *rules)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (!g_str_equal (settings[i].pattern, pattern))
        continue;
      if (JSON_NODE_HOLDS_ARRAY (node))
        return say_list (json_node_get_array (node), rules, settings[i].say);
      return settings[i].say (node, rules);
    }
  return NULL;
}
