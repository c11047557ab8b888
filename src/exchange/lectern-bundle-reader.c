/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A bundle comes from somewhere else and may be anything. What is not exactly of the form is
 * refused with its place: unknown members, wrong types, numbers out of range. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-bundle-private.h"

#include "lectern-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "lectern-json-text.h"
#include "lectern-mark.h"

static gboolean
read_points (gpointer    record,
             guint       column,
             const char *text)
{
  gint64 points;

  if (text == NULL || !lectern_mark_parse (text, &points))
    return FALSE;
  lectern_record_set_integer (record, column, points);
  return TRUE;
}

static gboolean
read_name (gpointer          record,
           guint             column,
           LecternFieldNames names,
           const char       *text)
{
  for (guint i = 0; text != NULL && names (i) != NULL; i++)
    if (g_str_equal (names (i), text))
      {
        lectern_record_set_integer (record, column, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_json (gpointer  record,
           guint     column,
           JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  if (JSON_NODE_HOLDS_VALUE (node) || JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  lectern_record_set_text (record, column, text);
  return TRUE;
}

static gboolean
read_field (const LecternField *field,
            gpointer            record,
            JsonNode           *node)
{
  guint       column = lectern_field_find_column (field, ((LecternRecord *) record)->table);
  GType       type = json_node_get_value_type (node);
  const char *text = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  switch (field->kind)
    {
    case LECTERN_FIELD_TEXT:
      lectern_record_set_text (record, column, text);
      return text != NULL;
    case LECTERN_FIELD_INTEGER:
      lectern_record_set_integer (record, column, type == G_TYPE_INT64 ? json_node_get_int (node) : LECTERN_NULL);
      return type == G_TYPE_INT64 && json_node_get_int (node) >= 0 && json_node_get_int (node) <= field->max;
    case LECTERN_FIELD_POINTS:
      return read_points (record, column, text);
    case LECTERN_FIELD_FLAG:
      lectern_record_set_integer (record, column, type == G_TYPE_BOOLEAN && json_node_get_boolean (node));
      return type == G_TYPE_BOOLEAN;
    case LECTERN_FIELD_NAME:
      return read_name (record, column, field->names, text);
    case LECTERN_FIELD_JSON:
      return read_json (record, column, node);
    default:
      g_assert_not_reached ();
    }
}

/* The marks of @sheet, which is the last of the records. */
static gboolean
read_marks (LecternBundle      *self,
            const LecternSheet *sheet,
            JsonNode           *node)
{
  JsonObjectIter iter;
  const char    *criterion;
  JsonNode      *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &criterion, &value))
    {
      LecternMark *mark = lectern_record_new (&lectern_table_mark);

      g_ptr_array_add (self->records, mark);
      mark->round = g_strdup (sheet->round);
      mark->nominee = sheet->nominee;
      mark->judge = sheet->judge;
      mark->version = sheet->version;
      mark->criterion = g_strdup (criterion);
      if (json_node_get_value_type (value) != G_TYPE_STRING || !lectern_mark_parse (json_node_get_string (value), &mark->value))
        return FALSE;
    }
  return TRUE;
}

static const LecternField *
find_field (const LecternSection *section,
            const char           *member)
{
  for (const LecternField *field = section->fields; field->column != NULL; field++)
    if (g_str_equal (field->column, member))
      return field;
  return NULL;
}

/* The first member of @object that is wrong, NULL when none is. */
static const char *
find_bad_member (const LecternSection *section,
                 JsonObject           *object,
                 gpointer              record)
{
  JsonObjectIter iter;
  const char    *member;
  JsonNode      *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      const LecternField *field = find_field (section, member);

      if (field == NULL && section->table == &lectern_table_sheet && g_str_equal (member, "marks"))
        continue;
      if (field == NULL || !read_field (field, record, node))
        return member;
    }
  for (const LecternField *field = section->fields; field->column != NULL; field++)
    if (field->needed && !json_object_has_member (object, field->column))
      return field->column;
  return NULL;
}

static gboolean
read_row (LecternBundle        *self,
          const LecternSection *section,
          JsonNode             *node,
          guint                 i,
          GError              **error)
{
  gpointer    record = lectern_record_new (section->table);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *member;

  g_ptr_array_add (self->records, record);
  if (section->table == &lectern_table_contest)
    ((LecternContestRecord *) record)->id = 1;
  if (object == NULL)
    /* Translators: name of a list, number of the row in it. */
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, _ ("This is no bundle of results: %s[%u] is no group."), section->member, i);
  member = find_bad_member (section, object, record);
  if (member == NULL && section->table == &lectern_table_sheet && !read_marks (self, record, json_object_get_member (object, "marks")))
    member = "marks";
  if (member == NULL)
    return TRUE;
  /* Translators: name of a list, number of the row in it, name of a member. */
  return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, _ ("The bundle is damaged, or of a newer version: %s[%u].%s."), section->member, i, member);
}

static gboolean
read_section (LecternBundle        *self,
              const LecternSection *section,
              JsonObject           *top,
              GError              **error)
{
  JsonNode  *node = json_object_get_member (top, section->member);
  JsonArray *rows;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, _ ("This is no bundle of results: the list “%s” is missing."), section->member);
  rows = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!read_row (self, section, json_array_get_element (rows, i), i, error))
      return FALSE;
  return TRUE;
}

static char *
dup_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? g_strdup (json_node_get_string (node)) : g_strdup ("");
}

static gboolean
read_version (JsonObject *top,
              GError    **error)
{
  JsonNode *node = json_object_get_member (top, "lectern_bundle");

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, "%s", _ ("This is no bundle of results."));
  if (json_node_get_int (node) != LECTERN_BUNDLE_VERSION)
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, "%s", _ ("The bundle is of another version of the program. Use a newer one."));
  return TRUE;
}

static gboolean
read_top (LecternBundle *self,
          JsonObject    *top,
          GError       **error)
{
  JsonNode   *node = json_object_get_member (top, "journal");
  JsonObject *journal = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode   *seq = journal != NULL ? json_object_get_member (journal, "seq") : NULL;

  if (!read_version (top, error))
    return FALSE;
  for (const LecternSection *section = lectern_bundle_sections; section->member != NULL; section++)
    if (!read_section (self, section, top, error))
      return FALSE;
  self->seq = seq != NULL && json_node_get_value_type (seq) == G_TYPE_INT64 ? json_node_get_int (seq) : 0;
  self->hash = dup_text (journal, "hash");
  self->key = dup_text (top, "key");
  self->signature = dup_text (top, "signature");
  return lectern_bundle_check_rows (self, error);
}

static gboolean
is_json (JsonParser *parser,
         const char *text,
         gsize       length)
{
  return length <= LECTERN_BUNDLE_SIZE_MAX && memchr (text, '\0', length) == NULL && g_utf8_validate (text, (gssize) length, NULL) &&
         lectern_json_text_is_shallow (text, length) && json_parser_load_from_data (parser, text, (gssize) length, NULL) &&
         json_parser_get_root (parser) != NULL && lectern_json_text_is_whole (json_parser_get_root (parser));
}

LecternBundle *
lectern_bundle_parse (const char *text,
                      gsize       length,
                      GError    **error)
{
  g_autoptr (LecternBundle) self = g_new0 (LecternBundle, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  self->records = g_ptr_array_new_with_free_func (lectern_record_unref);
  if (!is_json (parser, text, length))
    {
      lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, "%s", _ ("This is no bundle of results: it is not JSON."));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, "%s", _ ("This is no bundle of results."));
      return NULL;
    }
  return read_top (self, json_node_get_object (root), error) ? g_steal_pointer (&self) : NULL;
}
