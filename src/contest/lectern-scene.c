/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A scene as a value: its lifetime and its form in the file. Every field is described once, in
 * the tables below; writing, reading and freeing walk the same description, so a field cannot be
 * kept by one and forgotten by another. Fields that have their usual value are left out of the
 * JSON, unknown members are passed over: an older program shows what it knows of a newer scene.
 *
 * Rule: a scene is never changed once it is handed out, and holds text only; taking one from the
 * contest is the business of lectern_scene_freeze(). */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene.h"

#include "lectern-deduction.h"
#include "lectern-json-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef enum
{
  FIELD_TEXT,    /* char * */
  FIELD_INTEGER, /* gint64, usually 0 */
  FIELD_TIME,    /* gint64, usually LECTERN_NONE */
  FIELD_COUNT,   /* guint */
  FIELD_FLAG,    /* gboolean */
  FIELD_TEXTS,   /* char ** */
  FIELD_LIST,    /* GPtrArray of structs described by @fields */
} FieldType;

typedef struct _Field Field;

struct _Field
{
  const char  *name;
  FieldType    type;
  gsize        offset;
  const Field *fields;
  gsize        size;
};

/* clang-format off */
#define FIELD(Type, member, type) { #member, type, G_STRUCT_OFFSET (Type, member), NULL, 0 }
#define LIST(member, Item, fields) \
  { #member, FIELD_LIST, G_STRUCT_OFFSET (LecternScene, member), fields, sizeof (Item) }

static const Field judge_fields[] = {
  FIELD (LecternSceneJudge, number, FIELD_INTEGER),
  FIELD (LecternSceneJudge, name, FIELD_TEXT),
  FIELD (LecternSceneJudge, recused, FIELD_FLAG),
  FIELD (LecternSceneJudge, absent, FIELD_FLAG),
  FIELD (LecternSceneJudge, submitted, FIELD_FLAG),
  FIELD (LecternSceneJudge, total, FIELD_TEXT),
  FIELD (LecternSceneJudge, high, FIELD_FLAG),
  FIELD (LecternSceneJudge, low, FIELD_FLAG),
  { NULL }
};

static const Field person_fields[] = {
  FIELD (LecternScenePerson, name, FIELD_TEXT),
  FIELD (LecternScenePerson, office, FIELD_TEXT),
  FIELD (LecternScenePerson, head, FIELD_FLAG),
  FIELD (LecternScenePerson, page, FIELD_COUNT),
  FIELD (LecternScenePerson, lines, FIELD_COUNT),
  { NULL }
};

static const Field row_fields[] = {
  FIELD (LecternSceneRow, lot, FIELD_INTEGER),
  FIELD (LecternSceneRow, rank, FIELD_INTEGER),
  FIELD (LecternSceneRow, tied, FIELD_FLAG),
  FIELD (LecternSceneRow, name, FIELD_TEXT),
  FIELD (LecternSceneRow, unit, FIELD_TEXT),
  FIELD (LecternSceneRow, title, FIELD_TEXT),
  FIELD (LecternSceneRow, photo, FIELD_TEXT),
  FIELD (LecternSceneRow, final, FIELD_TEXT),
  FIELD (LecternSceneRow, award, FIELD_TEXT),
  FIELD (LecternSceneRow, citation, FIELD_TEXT),
  FIELD (LecternSceneRow, fresh, FIELD_FLAG),
  FIELD (LecternSceneRow, done, FIELD_FLAG),
  FIELD (LecternSceneRow, on_stage, FIELD_FLAG),
  FIELD (LecternSceneRow, forfeit, FIELD_FLAG),
  FIELD (LecternSceneRow, certain, FIELD_FLAG),
  FIELD (LecternSceneRow, certain_of, FIELD_TEXT),
  FIELD (LecternSceneRow, page, FIELD_COUNT),
  FIELD (LecternSceneRow, lines, FIELD_COUNT),
  FIELD (LecternSceneRow, moved, FIELD_INTEGER),
  FIELD (LecternSceneRow, was, FIELD_COUNT),
  { NULL }
};

static const Field criterion_fields[] = {
  FIELD (LecternSceneCriterion, name, FIELD_TEXT),
  FIELD (LecternSceneCriterion, guide, FIELD_TEXT),
  FIELD (LecternSceneCriterion, max, FIELD_TEXT),
  { NULL }
};

static const Field scene_fields[] = {
  FIELD (LecternScene, language, FIELD_TEXT),
  FIELD (LecternScene, rehearsal, FIELD_FLAG),
  FIELD (LecternScene, contest, FIELD_TEXT),
  FIELD (LecternScene, theme, FIELD_TEXT),
  FIELD (LecternScene, round, FIELD_TEXT),
  FIELD (LecternScene, date, FIELD_TEXT),
  FIELD (LecternScene, place, FIELD_TEXT),
  FIELD (LecternScene, organisers, FIELD_TEXTS),
  FIELD (LecternScene, scene_theme, FIELD_TEXT),
  FIELD (LecternScene, background, FIELD_TEXT),
  FIELD (LecternScene, logo, FIELD_TEXT),
  FIELD (LecternScene, photo, FIELD_TEXT),
  FIELD (LecternScene, picture, FIELD_TEXT),
  FIELD (LecternScene, step, FIELD_COUNT),
  FIELD (LecternScene, n_steps, FIELD_COUNT),
  FIELD (LecternScene, overlay, FIELD_COUNT),
  FIELD (LecternScene, lot, FIELD_INTEGER),
  FIELD (LecternScene, name, FIELD_TEXT),
  FIELD (LecternScene, unit, FIELD_TEXT),
  FIELD (LecternScene, employer, FIELD_TEXT),
  FIELD (LecternScene, title, FIELD_TEXT),
  FIELD (LecternScene, citation, FIELD_TEXT),
  FIELD (LecternScene, next_lot, FIELD_INTEGER),
  FIELD (LecternScene, next_name, FIELD_TEXT),
  FIELD (LecternScene, next_unit, FIELD_TEXT),
  FIELD (LecternScene, limit_ms, FIELD_INTEGER),
  FIELD (LecternScene, warn_ms, FIELD_TIME),
  FIELD (LecternScene, stop_ms, FIELD_TIME),
  FIELD (LecternScene, time_ms, FIELD_TIME),
  LIST (judges, LecternSceneJudge, judge_fields),
  FIELD (LecternScene, n_submitted, FIELD_COUNT),
  FIELD (LecternScene, n_expected, FIELD_COUNT),
  FIELD (LecternScene, n_counted, FIELD_COUNT),
  FIELD (LecternScene, n_dropped_high, FIELD_COUNT),
  FIELD (LecternScene, n_dropped_low, FIELD_COUNT),
  FIELD (LecternScene, mean, FIELD_TEXT),
  FIELD (LecternScene, deduction, FIELD_TEXT),
  FIELD (LecternScene, final, FIELD_TEXT),
  FIELD (LecternScene, rank, FIELD_INTEGER),
  FIELD (LecternScene, tied, FIELD_FLAG),
  FIELD (LecternScene, n_ranked, FIELD_COUNT),
  FIELD (LecternScene, certain_of, FIELD_TEXT),
  FIELD (LecternScene, certain_to_go, FIELD_FLAG),
  FIELD (LecternScene, corrected, FIELD_FLAG),
  LIST (rows, LecternSceneRow, row_fields),
  FIELD (LecternScene, n_done, FIELD_COUNT),
  FIELD (LecternScene, n_entries, FIELD_COUNT),
  FIELD (LecternScene, is_final, FIELD_FLAG),
  FIELD (LecternScene, page, FIELD_COUNT),
  FIELD (LecternScene, n_pages, FIELD_COUNT),
  LIST (criteria, LecternSceneCriterion, criterion_fields),
  FIELD (LecternScene, trim_low, FIELD_COUNT),
  FIELD (LecternScene, trim_high, FIELD_COUNT),
  FIELD (LecternScene, trim_from, FIELD_COUNT),
  FIELD (LecternScene, overtime, FIELD_TEXT),
  FIELD (LecternScene, text, FIELD_TEXT),
  FIELD (LecternScene, until_ms, FIELD_TIME),
  FIELD (LecternScene, seed, FIELD_TEXT),
  LIST (guests, LecternScenePerson, person_fields),
  LIST (panel, LecternScenePerson, person_fields),
  LIST (seen, LecternSceneRow, row_fields),
  FIELD (LecternScene, seen_round, FIELD_TEXT),
  { NULL }
};
/* clang-format on */

#undef FIELD
#undef LIST

static const char *const kind_names[LECTERN_SCENE_N_KINDS] = {
  [LECTERN_SCENE_BLANK] = "blank",
  [LECTERN_SCENE_TITLE] = "title",
  [LECTERN_SCENE_RULES] = "rules",
  [LECTERN_SCENE_ORDER] = "order",
  [LECTERN_SCENE_INTRODUCTION] = "introduction",
  [LECTERN_SCENE_TALK] = "talk",
  [LECTERN_SCENE_MARKING] = "marking",
  [LECTERN_SCENE_REVEAL] = "reveal",
  [LECTERN_SCENE_RANKING] = "ranking",
  [LECTERN_SCENE_AWARD] = "award",
  [LECTERN_SCENE_BREAK] = "break",
  [LECTERN_SCENE_NOTICE] = "notice",
  [LECTERN_SCENE_EMERGENCY] = "emergency",
  [LECTERN_SCENE_END] = "end",
  [LECTERN_SCENE_GUESTS] = "guests",
  [LECTERN_SCENE_DRAW] = "draw",
  [LECTERN_SCENE_DECK] = "deck",
  [LECTERN_SCENE_CLOCK] = "clock",
  [LECTERN_SCENE_AWARDS] = "awards",
  [LECTERN_SCENE_PICTURE] = "picture",
  [LECTERN_SCENE_COURSEWARE] = "courseware",
};

#define MEMBER(Type, base, field) (*(Type *) ((char *) (base) + (field)->offset))
#define CONST_MEMBER(Type, base, field) (*(Type const *) ((const char *) (base) + (field)->offset))

static void
clear_fields (gpointer     base,
              const Field *fields)
{
  for (const Field *field = fields; field->name != NULL; field++)
    switch (field->type)
      {
      case FIELD_TEXT:
        g_free (MEMBER (char *, base, field));
        break;
      case FIELD_TEXTS:
        g_strfreev (MEMBER (char **, base, field));
        break;
      case FIELD_LIST:
        g_ptr_array_unref (MEMBER (GPtrArray *, base, field));
        break;
      default:
        break;
      }
}

static void
free_judge (gpointer judge)
{
  clear_fields (judge, judge_fields);
  g_free (judge);
}

static void
free_person (gpointer person)
{
  clear_fields (person, person_fields);
  g_free (person);
}

static void
free_row (gpointer row)
{
  clear_fields (row, row_fields);
  g_free (row);
}

static void
free_criterion (gpointer criterion)
{
  clear_fields (criterion, criterion_fields);
  g_free (criterion);
}

static void
free_scene (gpointer scene)
{
  clear_fields (scene, scene_fields);
}

static void write_fields (JsonBuilder  *builder,
                          gconstpointer base,
                          const Field  *fields);

static void
write_texts (JsonBuilder *builder,
             const char  *name,
             char       **texts)
{
  if (texts == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (char **text = texts; *text != NULL; text++)
    json_builder_add_string_value (builder, *text);
  json_builder_end_array (builder);
}

static void
write_list (JsonBuilder *builder,
            const Field *field,
            GPtrArray   *list)
{
  if (list->len == 0)
    return;
  json_builder_set_member_name (builder, field->name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      json_builder_begin_object (builder);
      write_fields (builder, g_ptr_array_index (list, i), field->fields);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_integer (JsonBuilder *builder,
               const char  *name,
               gint64       value,
               gint64       usual)
{
  if (value == usual)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
write_field (JsonBuilder  *builder,
             gconstpointer base,
             const Field  *field)
{
  switch (field->type)
    {
    case FIELD_TEXT:
      if (CONST_MEMBER (char *, base, field) == NULL)
        break;
      json_builder_set_member_name (builder, field->name);
      json_builder_add_string_value (builder, CONST_MEMBER (char *, base, field));
      break;
    case FIELD_INTEGER:
      write_integer (builder, field->name, CONST_MEMBER (gint64, base, field), 0);
      break;
    case FIELD_TIME:
      write_integer (builder, field->name, CONST_MEMBER (gint64, base, field), LECTERN_NONE);
      break;
    case FIELD_COUNT:
      write_integer (builder, field->name, CONST_MEMBER (guint, base, field), 0);
      break;
    case FIELD_FLAG:
      if (!CONST_MEMBER (gboolean, base, field))
        break;
      json_builder_set_member_name (builder, field->name);
      json_builder_add_boolean_value (builder, TRUE);
      break;
    case FIELD_TEXTS:
      write_texts (builder, field->name, CONST_MEMBER (char **, base, field));
      break;
    case FIELD_LIST:
      write_list (builder, field, CONST_MEMBER (GPtrArray *, base, field));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_fields (JsonBuilder  *builder,
              gconstpointer base,
              const Field  *fields)
{
  for (const Field *field = fields; field->name != NULL; field++)
    write_field (builder, base, field);
}

static gboolean read_fields (gpointer     base,
                             const Field *fields,
                             JsonObject  *object,
                             GError     **error);

static gboolean
refuse_member (const Field *field,
               GError     **error)
{
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT,
               _ ("The scene's member “%s” is of the wrong type."), field->name);
  return FALSE;
}

static gboolean
read_texts (gpointer     base,
            const Field *field,
            JsonNode    *node,
            GError     **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_member (field, error);
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return refuse_member (field, error);
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  g_strfreev (MEMBER (char **, base, field));
  MEMBER (char **, base, field) = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_list (gpointer     base,
           const Field *field,
           JsonNode    *node,
           GError     **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_member (field, error);
  JsonArray *array = json_node_get_array (node);
  GPtrArray *list = MEMBER (GPtrArray *, base, field);
  g_ptr_array_set_size (list, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse_member (field, error);
      gpointer item = g_malloc0 (field->size);
      g_ptr_array_add (list, item);
      if (!read_fields (item, field->fields, json_node_get_object (element), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_field (gpointer     base,
            const Field *field,
            JsonNode    *node,
            GError     **error)
{
  GType type = json_node_get_value_type (node);
  switch (field->type)
    {
    case FIELD_TEXT:
      if (type != G_TYPE_STRING)
        return refuse_member (field, error);
      g_free (MEMBER (char *, base, field));
      MEMBER (char *, base, field) = json_node_dup_string (node);
      return TRUE;
    case FIELD_INTEGER:
    case FIELD_TIME:
      if (type != G_TYPE_INT64)
        return refuse_member (field, error);
      MEMBER (gint64, base, field) = json_node_get_int (node);
      return TRUE;
    case FIELD_COUNT:
      if (type != G_TYPE_INT64 || json_node_get_int (node) < 0 || json_node_get_int (node) > G_MAXINT)
        return refuse_member (field, error);
      MEMBER (guint, base, field) = (guint) json_node_get_int (node);
      return TRUE;
    case FIELD_FLAG:
      if (type != G_TYPE_BOOLEAN)
        return refuse_member (field, error);
      MEMBER (gboolean, base, field) = json_node_get_boolean (node);
      return TRUE;
    case FIELD_TEXTS:
      return read_texts (base, field, node, error);
    case FIELD_LIST:
      return read_list (base, field, node, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_fields (gpointer     base,
             const Field *fields,
             JsonObject  *object,
             GError     **error)
{
  for (const Field *field = fields; field->name != NULL; field++)
    {
      JsonNode *node = json_object_get_member (object, field->name);
      if (node != NULL && !JSON_NODE_HOLDS_NULL (node) && !read_field (base, field, node, error))
        return FALSE;
    }
  return TRUE;
}

const char *
lectern_scene_kind_get_name (LecternSceneKind kind)
{
  g_return_val_if_fail (kind < LECTERN_SCENE_N_KINDS, NULL);
  return kind_names[kind];
}

gboolean
lectern_scene_kind_from_name (const char       *name,
                              LecternSceneKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);
  for (guint i = 0; i < LECTERN_SCENE_N_KINDS; i++)
    if (strcmp (kind_names[i], name) == 0)
      {
        if (kind != NULL)
          *kind = (LecternSceneKind) i;
        return TRUE;
      }
  return FALSE;
}

LecternSceneTime
lectern_scene_get_time (const LecternScene *self)
{
  g_return_val_if_fail (self != NULL, LECTERN_SCENE_TIME_NONE);
  if (self->kind == LECTERN_SCENE_TALK || self->kind == LECTERN_SCENE_CLOCK)
    return LECTERN_SCENE_TIME_TALK;
  if (self->kind == LECTERN_SCENE_BREAK && self->until_ms != LECTERN_NONE)
    return LECTERN_SCENE_TIME_WALL;
  if ((self->overlay & LECTERN_SCENE_OVERLAY_CLOCK) != 0 && (self->kind == LECTERN_SCENE_PICTURE || self->kind == LECTERN_SCENE_COURSEWARE))
    return LECTERN_SCENE_TIME_TALK;
  return LECTERN_SCENE_TIME_NONE;
}

LecternScene *
lectern_scene_new (LecternSceneKind kind)
{
  g_return_val_if_fail (kind < LECTERN_SCENE_N_KINDS, NULL);
  LecternScene *self = g_atomic_rc_box_new0 (LecternScene);
  self->kind = kind;
  self->warn_ms = LECTERN_NONE;
  self->stop_ms = LECTERN_NONE;
  self->time_ms = LECTERN_NONE;
  self->until_ms = LECTERN_NONE;
  self->guests = g_ptr_array_new_with_free_func (free_person);
  self->panel = g_ptr_array_new_with_free_func (free_person);
  self->judges = g_ptr_array_new_with_free_func (free_judge);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->seen = g_ptr_array_new_with_free_func (free_row);
  self->criteria = g_ptr_array_new_with_free_func (free_criterion);
  return self;
}

LecternScene *
lectern_scene_ref (LecternScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

void
lectern_scene_unref (LecternScene *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, free_scene);
}

char *
lectern_scene_to_json (const LecternScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind_names[self->kind]);
  write_fields (builder, self, scene_fields);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

LecternScene *
lectern_scene_from_json (const char *json,
                         GError    **error)
{
  g_return_val_if_fail (json != NULL, NULL);
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (JsonNode) root = lectern_json_text_parse (json, &parse_error);
  if (parse_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parse_error));
      return NULL;
    }
  const char *name = NULL;
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    name = json_object_get_string_member_with_default (json_node_get_object (root), "kind", NULL);
  LecternSceneKind kind;
  if (name == NULL || !lectern_scene_kind_from_name (name, &kind))
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT,
                   _ ("“%s” is no scene."), name != NULL ? name : json);
      return NULL;
    }
  g_autoptr (LecternScene) self = lectern_scene_new (kind);
  if (!read_fields (self, scene_fields, json_node_get_object (root), error))
    return NULL;
  return g_steal_pointer (&self);
}
