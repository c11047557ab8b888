/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The one way a bundle is written. The signature is over these bytes and a bundle that is read is
 * written again and compared, so there is exactly one text for every content: members in the order
 * of the form, no spaces, a row a line, strings with no escape that is not needed. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-bundle-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lectern-mark.h"

static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

static void
append_node (GString  *json,
             JsonNode *node);

static void
append_object (GString    *json,
               JsonObject *object)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;
  gboolean       first = TRUE;

  g_string_append_c (json, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!first)
        g_string_append_c (json, ',');
      first = FALSE;
      append_string (json, name);
      g_string_append_c (json, ':');
      append_node (json, node);
    }
  g_string_append_c (json, '}');
}

static void
append_array (GString   *json,
              JsonArray *array)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_node (json, json_array_get_element (array, i));
    }
  g_string_append_c (json, ']');
}

static void
append_value (GString  *json,
              JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      append_string (json, json_node_get_string (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (json, json_node_get_boolean (node) ? "true" : "false");
      break;
    case G_TYPE_DOUBLE:
      g_string_append (json, g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
      break;
    default:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    }
}

static void
append_node (GString  *json,
             JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (json, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (json, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_VALUE (node))
    append_value (json, node);
  else
    g_string_append (json, "null");
}

static void
append_json (GString    *json,
             const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  if (node != NULL)
    append_node (json, node);
  else
    g_string_append (json, "null");
}

static void
append_field (GString            *json,
              const LecternField *field,
              gconstpointer       record)
{
  guint            column = lectern_field_find_column (field, ((const LecternRecord *) record)->table);
  g_autofree char *points = NULL;

  append_string (json, field->column);
  g_string_append_c (json, ':');
  switch (field->kind)
    {
    case LECTERN_FIELD_TEXT:
      append_string (json, lectern_record_get_text (record, column));
      break;
    case LECTERN_FIELD_JSON:
      append_json (json, lectern_record_get_text (record, column));
      break;
    case LECTERN_FIELD_INTEGER:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, lectern_record_get_integer (record, column));
      break;
    case LECTERN_FIELD_POINTS:
      points = lectern_mark_format (lectern_record_get_integer (record, column));
      append_string (json, points);
      break;
    case LECTERN_FIELD_FLAG:
      g_string_append (json, lectern_record_get_integer (record, column) == 1 ? "true" : "false");
      break;
    case LECTERN_FIELD_NAME:
      append_string (json, field->names ((guint) lectern_record_get_integer (record, column)));
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_field (const LecternField *field,
           gconstpointer       record)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;
  guint               column = lectern_field_find_column (field, table);

  if (table->columns[column].type == LECTERN_COLUMN_TEXT)
    return lectern_record_get_text (record, column) != NULL;
  return lectern_record_get_integer (record, column) != LECTERN_NULL;
}

/* The marks that follow their sheet among the records. */
static void
append_marks (GString             *json,
              const LecternBundle *self,
              guint                sheet)
{
  g_string_append (json, ",\"marks\":{");
  for (guint i = sheet + 1; i < self->records->len; i++)
    {
      const LecternMark *mark = self->records->pdata[i];
      g_autofree char   *value = NULL;

      if (mark->record.table != &lectern_table_mark)
        break;
      value = lectern_mark_format (mark->value);
      if (i > sheet + 1)
        g_string_append_c (json, ',');
      append_string (json, mark->criterion);
      g_string_append_c (json, ':');
      append_string (json, value);
    }
  g_string_append_c (json, '}');
}

static void
append_row (GString              *json,
            const LecternBundle  *self,
            const LecternSection *section,
            guint                 i)
{
  gboolean first = TRUE;

  g_string_append_c (json, '{');
  for (const LecternField *field = section->fields; field->column != NULL; field++)
    {
      if (!has_field (field, self->records->pdata[i]))
        continue;
      if (!first)
        g_string_append_c (json, ',');
      first = FALSE;
      append_field (json, field, self->records->pdata[i]);
    }
  if (section->table == &lectern_table_sheet)
    append_marks (json, self, i);
  g_string_append_c (json, '}');
}

static void
append_section (GString              *json,
                const LecternBundle  *self,
                const LecternSection *section)
{
  gboolean first = TRUE;

  g_string_append (json, ",\n");
  append_string (json, section->member);
  g_string_append (json, ":[");
  for (guint i = 0; i < self->records->len; i++)
    {
      if (((LecternRecord *) self->records->pdata[i])->table != section->table)
        continue;
      g_string_append (json, first ? "\n" : ",\n");
      first = FALSE;
      append_row (json, self, section, i);
    }
  g_string_append_c (json, ']');
}

char *
lectern_bundle_write (const LecternBundle *self,
                      const char          *signature)
{
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"lectern_bundle\":%d", LECTERN_BUNDLE_VERSION);
  for (const LecternSection *section = lectern_bundle_sections; section->member != NULL; section++)
    append_section (json, self, section);
  g_string_append_printf (json, ",\n\"journal\":{\"seq\":%" G_GINT64_FORMAT ",\"hash\":", self->seq);
  append_string (json, self->hash);
  g_string_append (json, "},\n\"key\":");
  append_string (json, self->key);
  g_string_append (json, ",\n\"signature\":");
  append_string (json, signature);
  g_string_append (json, "}\n");
  return g_string_free (json, FALSE);
}
