/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rules being edited, as a tree of JSON over the one the contest goes by. Rule: what was edited is
 * never lost by what the contest does meanwhile, and nothing but what was edited is handed on. It
 * judges nothing itself: each state of it goes through the reader of rules files. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-path-private.h"

#include <string.h>

#include "lectern-json-text.h"
#include "lectern-mark.h"
#include "lectern-rules-file.h"

struct _LecternRulesDraft
{
  GObject     parent_instance;
  char       *base_text;
  JsonNode   *base;
  JsonNode   *tree;
  GPtrArray  *own;      /* LecternProblem: what the reader of rules files finds */
  GPtrArray  *problems; /* those, or what the engine refused it for */
  GPtrArray  *changes;
  GHashTable *made; /* keys made here: "rubric.criterion" */
  char      **closed;
};

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternRulesDraft, lectern_rules_draft, G_TYPE_OBJECT)

/* Lists whose things have keys, and what a thing is called by when its name has no Latin letters. */
static const struct
{
  const char *list;
  const char *stem;
} keyed[] = {
  { "rubric", "criterion" },
  { "rounds", "round" },
  { "awards", "award" },
};

static const char *
find_stem (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (keyed); i++)
    if (g_str_equal (keyed[i].list, list))
      return keyed[i].stem;
  return NULL;
}

/* The state ---------------------------------------------------------------------------------- */

static char *
write_canonical (LecternRulesDraft *self,
                 GPtrArray         *problems)
{
  g_autofree char *text = json_to_string (self->tree, FALSE);
  g_autoptr (LecternTemplate) rules = lectern_template_parse (text, problems, NULL);

  return rules != NULL ? lectern_rules_file_write (rules) : NULL;
}

static void
update (LecternRulesDraft *self)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->own = lectern_problems_new ();
  self->problems = g_ptr_array_ref (self->own);
  text = write_canonical (self, self->own);
  self->changes = text != NULL ? lectern_rules_file_compare (self->base_text, text) : g_ptr_array_new ();
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_tree (LecternRulesDraft *self,
          const char        *text)
{
  g_clear_pointer (&self->tree, json_node_unref);
  self->tree = lectern_json_text_parse (text, NULL);
}

/* A value that means the same as before may be written another way; then nothing was edited. */
static void
drop_if_same (LecternRulesDraft *self)
{
  if (self->own->len == 0 && self->changes->len == 0)
    set_tree (self, self->base_text);
}

/* Keys --------------------------------------------------------------------------------------- */

static char *
make_slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString         *slug = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && slug->len < 30; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

static char *
make_key (LecternRulesDraft *self,
          const char        *list,
          const char        *name)
{
  g_autofree char *slug = make_slug (name);
  const char      *stem = *slug != '\0' ? slug : find_stem (list);
  char            *key = g_strdup (stem);

  for (guint n = 2;; n++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%s", list, key);

      if (!lectern_rules_draft_has (self, path))
        {
          g_hash_table_add (self->made, g_steal_pointer (&path));
          return key;
        }
      g_free (key);
      key = g_strdup_printf ("%s-%u", stem, n);
    }
}

/* Who names a criterion or a round by its key goes on naming it. */
static void
rename_references (LecternRulesDraft *self,
                   const char        *list,
                   const char        *from,
                   const char        *to)
{
  gboolean         rubric = g_str_equal (list, "rubric");
  g_autofree char *old = g_strconcat (rubric ? "criterion:" : "", from, NULL);
  g_autofree char *new = g_strconcat (rubric ? "criterion:" : "", to, NULL);
  JsonNode  *things = lectern_rules_path_find (self->tree, rubric ? "ties" : list);
  JsonArray *array = things != NULL && JSON_NODE_HOLDS_ARRAY (things) ? json_node_get_array (things) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonNode *reference = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "into") : node;

      if (reference != NULL && json_node_get_value_type (reference) == G_TYPE_STRING && g_str_equal (json_node_get_string (reference), old))
        json_node_set_string (reference, new);
    }
}

/* After the name of @path was set: a key that was made from the old one follows. */
static void
follow_name (LecternRulesDraft *self,
             const char        *path,
             const char        *name)
{
  g_autofree char *list = g_strndup (path, strcspn (path, "[."));
  g_autofree char *thing = g_str_has_suffix (path, ".name") ? g_strndup (path, strlen (path) - strlen (".name")) : NULL;
  JsonNode        *node = thing != NULL && find_stem (list) != NULL ? lectern_rules_path_find (self->tree, thing) : NULL;
  g_autofree char *old = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), "key", "")) : NULL;
  g_autofree char *known = g_strdup_printf ("%s.%s", list, old != NULL ? old : "");
  g_autofree char *key = NULL;

  if (old == NULL || !g_hash_table_remove (self->made, known))
    return;
  json_object_set_string_member (json_node_get_object (node), "key", "");
  key = make_key (self, list, name);
  json_object_set_string_member (json_node_get_object (node), "key", key);
  rename_references (self, list, old, key);
}

/* Lists -------------------------------------------------------------------------------------- */

static JsonArray *
find_list (LecternRulesDraft *self,
           const char        *list)
{
  JsonNode *node = lectern_rules_path_find (self->tree, list);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The nodes of @list as an array of their own, which the caller changes and hands to put_list(). */
static GPtrArray *
take_list (LecternRulesDraft *self,
           const char        *list)
{
  JsonArray *array = find_list (self, list);
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (nodes, json_node_ref (json_array_get_element (array, i)));
  return nodes;
}

static void
put_list (LecternRulesDraft *self,
          const char        *list,
          GPtrArray         *nodes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    json_array_add_element (array, json_node_ref (nodes->pdata[i]));
  lectern_rules_path_set (self->tree, list, json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
  update (self);
}

/* The object --------------------------------------------------------------------------------- */

static void
lectern_rules_draft_finalize (GObject *object)
{
  LecternRulesDraft *self = LECTERN_RULES_DRAFT (object);

  g_free (self->base_text);
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->tree, json_node_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->closed, g_strfreev);
  G_OBJECT_CLASS (lectern_rules_draft_parent_class)->finalize (object);
}

static void
lectern_rules_draft_class_init (LecternRulesDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_rules_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", LECTERN_TYPE_RULES_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_rules_draft_init (LecternRulesDraft *self)
{
  self->base_text = g_strdup ("{}");
  self->base = lectern_json_text_parse (self->base_text, NULL);
  self->tree = lectern_json_text_parse (self->base_text, NULL);
  self->own = lectern_problems_new ();
  self->problems = g_ptr_array_ref (self->own);
  self->changes = g_ptr_array_new ();
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

LecternRulesDraft *
lectern_rules_draft_new (void)
{
  return g_object_new (LECTERN_TYPE_RULES_DRAFT, NULL);
}

void
lectern_rules_draft_set_base (LecternRulesDraft *self,
                              const char        *rules)
{
  g_autofree char *edits = NULL;
  g_autofree char *merged = NULL;

  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));
  g_return_if_fail (rules != NULL);

  if (g_str_equal (self->base_text, rules))
    return;
  edits = lectern_rules_draft_write_edits (self);
  merged = edits != NULL ? lectern_rules_file_merge (rules, edits, NULL) : NULL;
  g_free (self->base_text);
  self->base_text = g_strdup (rules);
  g_clear_pointer (&self->base, json_node_unref);
  self->base = lectern_json_text_parse (rules, NULL);
  set_tree (self, merged != NULL ? merged : rules);
  update (self);
  drop_if_same (self);
}

void
lectern_rules_draft_discard (LecternRulesDraft *self)
{
  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));

  set_tree (self, self->base_text);
  g_hash_table_remove_all (self->made);
  update (self);
}

gboolean
lectern_rules_draft_take_in (LecternRulesDraft *self,
                             const char        *json,
                             GError           **error)
{
  g_autofree char *own = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *text = NULL;
  g_autoptr (LecternTemplate) rules = NULL;

  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), FALSE);

  own = lectern_rules_draft_write (self);
  merged = lectern_rules_file_merge (own, json, error);
  rules = merged != NULL ? lectern_template_parse (merged, NULL, error) : NULL;
  if (rules == NULL)
    return FALSE;
  text = lectern_rules_file_write (rules);
  set_tree (self, text);
  update (self);
  return TRUE;
}

char *
lectern_rules_draft_get (LecternRulesDraft *self,
                         const char        *path,
                         LecternRuleKind    kind)
{
  JsonNode *node;

  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), NULL);

  node = lectern_rules_path_find (self->tree, path);
  return node != NULL ? lectern_rules_value_write (kind, node) : NULL;
}

gboolean
lectern_rules_draft_says (LecternRulesDraft *self,
                          const char        *path,
                          LecternRuleKind    kind,
                          const char        *text)
{
  g_autoptr (JsonNode) typed = lectern_rules_value_read (kind, text);
  JsonNode *node;

  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), FALSE);

  node = lectern_rules_path_find (self->tree, path);
  return node != NULL && json_node_equal (node, typed);
}

void
lectern_rules_draft_set (LecternRulesDraft *self,
                         const char        *path,
                         LecternRuleKind    kind,
                         const char        *text)
{
  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));
  g_return_if_fail (text != NULL);

  if (lectern_rules_draft_says (self, path, kind, text) ||
      !lectern_rules_path_set (self->tree, path, lectern_rules_value_read (kind, text)))
    return;
  follow_name (self, path, text);
  update (self);
}

gboolean
lectern_rules_draft_has (LecternRulesDraft *self,
                         const char        *path)
{
  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), FALSE);

  return lectern_rules_path_find (self->tree, path) != NULL;
}

guint
lectern_rules_draft_count (LecternRulesDraft *self,
                           const char        *list)
{
  JsonArray *array;

  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), 0);

  array = find_list (self, list);
  return array != NULL ? json_array_get_length (array) : 0;
}

void
lectern_rules_draft_add (LecternRulesDraft *self,
                         const char        *list,
                         const char        *json)
{
  g_autoptr (GPtrArray) nodes = NULL;
  JsonNode *node = lectern_json_text_parse (json, NULL);

  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));
  g_return_if_fail (node != NULL);

  nodes = take_list (self, list);
  if (JSON_NODE_HOLDS_OBJECT (node) && find_stem (list) != NULL)
    {
      g_autofree char *key = make_key (self, list, json_object_get_string_member_with_default (json_node_get_object (node), "name", ""));

      json_object_set_string_member (json_node_get_object (node), "key", key);
    }
  g_ptr_array_add (nodes, node);
  put_list (self, list, nodes);
}

void
lectern_rules_draft_remove (LecternRulesDraft *self,
                            const char        *list,
                            guint              index)
{
  g_autoptr (GPtrArray) nodes = NULL;

  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));

  nodes = take_list (self, list);
  if (index >= nodes->len)
    return;
  g_ptr_array_remove_index (nodes, index);
  put_list (self, list, nodes);
}

void
lectern_rules_draft_move (LecternRulesDraft *self,
                          const char        *list,
                          guint              from,
                          guint              to)
{
  g_autoptr (GPtrArray) nodes = NULL;

  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));

  nodes = take_list (self, list);
  if (from >= nodes->len || to >= nodes->len || from == to)
    return;
  g_ptr_array_insert (nodes, (int) to, g_ptr_array_steal_index (nodes, from));
  put_list (self, list, nodes);
}

gint64
lectern_rules_draft_sum_full_marks (LecternRulesDraft *self)
{
  guint  n = lectern_rules_draft_count (self, "rubric");
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("rubric[%u].max", i);
      g_autofree char *text = lectern_rules_draft_get (self, path, LECTERN_RULE_POINTS);
      gint64           max;

      if (text == NULL || !lectern_mark_parse (text, &max))
        return LECTERN_NONE;
      sum += max;
    }
  return sum;
}

gboolean
lectern_rules_draft_is_edited (LecternRulesDraft *self)
{
  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), FALSE);

  return self->changes->len > 0 || (self->own->len > 0 && !json_node_equal (self->base, self->tree));
}

char *
lectern_rules_draft_write (LecternRulesDraft *self)
{
  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), NULL);

  return json_to_string (self->tree, TRUE);
}

char *
lectern_rules_draft_write_edits (LecternRulesDraft *self)
{
  g_autoptr (JsonNode) edits = NULL;

  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), NULL);

  edits = lectern_rules_path_subtract (self->tree, self->base);
  return edits != NULL ? json_to_string (edits, FALSE) : NULL;
}

GPtrArray *
lectern_rules_draft_get_changes (LecternRulesDraft *self)
{
  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), NULL);
  return self->changes;
}

GPtrArray *
lectern_rules_draft_get_problems (LecternRulesDraft *self)
{
  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), NULL);
  return self->problems;
}

static gboolean
lies_at (const char *column,
         const char *path,
         gboolean    within)
{
  gsize length = strlen (path);

  if (column == NULL || strncmp (column, path, length) != 0)
    return FALSE;
  return column[length] == '\0' || (within && strchr (".[", column[length]) != NULL);
}

const char *
lectern_rules_draft_get_problem (LecternRulesDraft *self,
                                 const char        *path,
                                 gboolean           within)
{
  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      const LecternProblem *problem = self->problems->pdata[i];

      if (lies_at (problem->column, path, within))
        return problem->message;
    }
  return NULL;
}

const char *
lectern_rules_draft_get_complaint (LecternRulesDraft *self,
                                   const char        *path,
                                   LecternRuleKind    kind)
{
  JsonNode   *node;
  const char *problem, *complaint;

  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), NULL);

  node = lectern_rules_path_find (self->tree, path);
  problem = lectern_rules_draft_get_problem (self, path, kind == LECTERN_RULE_KEYS || kind == LECTERN_RULE_TIMES);
  complaint = problem != NULL && node != NULL ? lectern_rules_value_complain (kind, node) : NULL;
  return complaint != NULL ? complaint : problem;
}

void
lectern_rules_draft_refuse (LecternRulesDraft *self,
                            GPtrArray         *problems)
{
  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = lectern_problems_new ();
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const LecternProblem *problem = problems->pdata[i];
      g_autofree char      *path = problem->column != NULL ? lectern_rules_path_count (self->tree, problem->column) : NULL;

      g_ptr_array_add (self->problems, lectern_problem_new (problem->row, path, "%s", problem->message));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lectern_rules_draft_set_closed (LecternRulesDraft *self,
                                const char *const *closed)
{
  g_return_if_fail (LECTERN_IS_RULES_DRAFT (self));

  if (self->closed != NULL && g_strv_equal ((const char *const *) self->closed, closed))
    return;
  g_clear_pointer (&self->closed, g_strfreev);
  self->closed = g_strdupv ((char **) closed);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
lectern_rules_draft_is_open (LecternRulesDraft *self,
                             const char        *path)
{
  g_autofree char *key = g_strndup (path, strcspn (path, ".["));

  g_return_val_if_fail (LECTERN_IS_RULES_DRAFT (self), FALSE);

  return self->closed == NULL || (!g_strv_contains ((const char *const *) self->closed, key) && !g_strv_contains ((const char *const *) self->closed, path));
}
