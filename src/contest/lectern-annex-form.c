/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The columns of a statistics table as JSON and back. Rule: what a person wrote is refused with the
 * path of every fault; the same columns give the same text. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-annex.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-annexes-resource.h"
#include "lectern-json-reader-private.h"
#include "lectern-json-text.h"
#include "lectern-json-writer-private.h"
#include "lectern-words.h"

#define RESOURCE_PREFIX "/io/github/lectern/Lectern/annexes/"
#define FORM_VERSION 1
#define KEY_MOST 30
#define HEADING_MOST 80

static const char *const type_names[LECTERN_ANNEX_N_TYPES + 1] = { "text", "name", "number", "date", "unit", NULL };

static void
column_free (gpointer data)
{
  LecternAnnexColumn *self = data;

  g_free (self->key);
  g_free (self->zh);
  g_free (self->en);
  g_free (self->group_zh);
  g_free (self->group_en);
  g_free (self);
}

static LecternAnnexForm *
form_new (void)
{
  LecternAnnexForm *self = g_new0 (LecternAnnexForm, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);

  return self;
}

void
lectern_annex_form_free (LecternAnnexForm *self)
{
  g_free (self->title_zh);
  g_free (self->title_en);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

const char *
lectern_annex_type_get_name (LecternAnnexType type)
{
  g_return_val_if_fail (type < LECTERN_ANNEX_N_TYPES, NULL);

  return type_names[type];
}

LecternAnnexColumn *
lectern_annex_column_new (const LecternAnnexForm *form)
{
  LecternAnnexColumn *self = g_new0 (LecternAnnexColumn, 1);
  guint               n = 0;

  do
    {
      g_free (self->key);
      self->key = g_strdup_printf ("column_%u", ++n);
    }
  while (lectern_annex_form_find (form, self->key) != NULL);
  self->zh = g_strdup ("");
  self->en = g_strdup ("");

  return self;
}

/* Reading ------------------------------------------------------------------------------------- */

static char *
read_heading (LecternJsonReader *reader,
              const char        *key)
{
  const char *text = lectern_json_reader_get_text (reader, key, NULL);

  if (lectern_json_reader_has (reader, key) && *text == '\0')
    lectern_json_reader_report (reader, key, _ ("It needs a heading."));
  if (g_utf8_strlen (text, -1) > HEADING_MOST)
    lectern_json_reader_report (reader, key, _ ("A heading has at most 80 characters."));

  return g_strdup (text);
}

static void
read_both (LecternJsonReader *parent,
           const char        *key,
           char             **zh,
           char             **en)
{
  static const char *const keys[] = { "zh", "en", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, key);

  lectern_json_reader_allow (reader, keys);
  *zh = read_heading (reader, "zh");
  *en = read_heading (reader, "en");
}

static gboolean
is_key (const char *text)
{
  return *text != '\0' && strlen (text) <= KEY_MOST && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (text);
}

static gboolean
is_null (LecternJsonReader *reader,
         const char        *key)
{
  return !lectern_json_reader_has (reader, key) || JSON_NODE_HOLDS_NULL (json_object_get_member (reader->object, key));
}

static void
read_type (LecternJsonReader  *reader,
           LecternAnnexColumn *column)
{
  const char *type = lectern_json_reader_get_text (reader, "type", NULL);

  while (column->type < LECTERN_ANNEX_N_TYPES && !g_str_equal (type_names[column->type], type))
    column->type++;
  if (column->type < LECTERN_ANNEX_N_TYPES)
    return;
  column->type = LECTERN_ANNEX_TEXT;
  lectern_json_reader_report (reader, "type", _ ("One of these belongs here: text, name, number, date, unit."));
}

static void
read_column (LecternJsonReader *reader,
             LecternAnnexForm  *self)
{
  static const char *const keys[] = { "key", "zh", "en", "type", "sum", "required", "private", "shown", "width", "group", NULL };
  LecternAnnexColumn      *column = g_new0 (LecternAnnexColumn, 1);

  lectern_json_reader_allow (reader, keys);
  column->key = g_strdup (lectern_json_reader_get_text (reader, "key", NULL));
  if (!is_key (column->key))
    lectern_json_reader_report (reader, "key", _ ("A key is made of small letters, figures and “_”, at most 30 of them."));
  else if (lectern_annex_form_find (self, column->key) != NULL)
    lectern_json_reader_report (reader, "key", _ ("Another column has this key already."));
  column->zh = read_heading (reader, "zh");
  column->en = read_heading (reader, "en");
  read_type (reader, column);
  column->sum = lectern_json_reader_get_boolean (reader, "sum", FALSE);
  column->required = lectern_json_reader_get_boolean (reader, "required", FALSE);
  column->private = lectern_json_reader_get_boolean (reader, "private", FALSE);
  column->hidden = !lectern_json_reader_get_boolean (reader, "shown", TRUE);
  column->width = lectern_json_reader_has (reader, "width") ? lectern_json_reader_get_integer_or_null (reader, "width", LECTERN_ANNEX_WIDTH_LEAST, LECTERN_ANNEX_WIDTH_MOST, 0) : 0;
  if (column->hidden && (column->required || column->type == LECTERN_ANNEX_UNIT))
    lectern_json_reader_report (reader, "shown", _ ("Units, and what has to be filled in, are always shown."));
  if (column->sum && column->type != LECTERN_ANNEX_NUMBER)
    lectern_json_reader_report (reader, "sum", _ ("Only numbers are added up."));
  if (column->type == LECTERN_ANNEX_UNIT && lectern_annex_form_find_unit (self) != NULL)
    lectern_json_reader_report (reader, "type", _ ("One column of units is enough: rows belong to a single unit."));
  if (!is_null (reader, "group"))
    read_both (reader, "group", &column->group_zh, &column->group_en);
  g_ptr_array_add (self->columns, column);
}

static void
read_form (LecternJsonReader *reader,
           LecternAnnexForm  *self)
{
  static const char *const keys[] = { "lectern_annex", "title", "at_least_per_unit", "columns", NULL };
  JsonArray               *columns = lectern_json_reader_get_array (reader, "columns");
  guint                    n = columns != NULL ? json_array_get_length (columns) : 0;
  gboolean                 shown = FALSE;

  lectern_json_reader_allow (reader, keys);
  if (!lectern_json_reader_has (reader, "lectern_annex"))
    lectern_json_reader_report (reader, "lectern_annex", _ ("This setting is missing."));
  lectern_json_reader_get_integer (reader, "lectern_annex", 1, FORM_VERSION, FORM_VERSION);
  read_both (reader, "title", &self->title_zh, &self->title_en);
  self->at_least = lectern_json_reader_get_integer_or_null (reader, "at_least_per_unit", 1, LECTERN_ANNEX_ROWS_MOST, 0);
  if (n == 0 || n > LECTERN_ANNEX_COLUMNS_MOST)
    {
      lectern_json_reader_report (reader, "columns", _ ("A table has from 1 to 40 columns."));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternJsonReader) element = lectern_json_reader_enter_element (reader, "columns", i);

      read_column (element, self);
      shown |= !((LecternAnnexColumn *) self->columns->pdata[i])->hidden;
    }
  if (!shown)
    lectern_json_reader_report (reader, "columns", _ ("At least one column is shown."));
}

LecternAnnexForm *
lectern_annex_form_parse (const char *json,
                          GPtrArray  *problems,
                          GError    **error)
{
  g_autoptr (LecternAnnexForm) self = form_new ();
  g_autoptr (GPtrArray) faults = problems != NULL ? g_ptr_array_ref (problems) : lectern_problems_new ();
  g_autoptr (JsonNode) node = lectern_json_text_parse (json, NULL);
  g_autoptr (LecternJsonReader) reader = NULL;
  const LecternProblem *first;
  guint                 before = faults->len;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("These are no columns of a statistics table: it must be JSON, a group in braces."));
      return NULL;
    }
  reader = lectern_json_reader_new (json_node_get_object (node), "", faults);
  read_form (reader, self);
  if (faults->len == before)
    return g_steal_pointer (&self);

  first = faults->pdata[before];
  /* Translators: the path of a setting, what is wrong with it. */
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("The columns of the statistics table are not right at %s: %s"), first->column, first->message);
  return NULL;
}

LecternAnnexForm *
lectern_annex_form_new (LecternAnnexKind kind)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, lectern_annex_kind_get_name (kind), ".json", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lectern_annexes_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char  *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  LecternAnnexForm *self = lectern_annex_form_parse (text, NULL, NULL);

  g_assert (self != NULL);

  return self;
}

/* Writing ------------------------------------------------------------------------------------- */

static void
write_both (JsonBuilder *builder,
            const char  *key,
            const char  *zh,
            const char  *en)
{
  lectern_json_begin_object (builder, key);
  lectern_json_add_text (builder, "zh", zh);
  lectern_json_add_text (builder, "en", en);
  json_builder_end_object (builder);
}

static void
write_column (JsonBuilder              *builder,
              const LecternAnnexColumn *column)
{
  json_builder_begin_object (builder);
  lectern_json_add_text (builder, "key", column->key);
  lectern_json_add_text (builder, "zh", column->zh);
  lectern_json_add_text (builder, "en", column->en);
  lectern_json_add_text (builder, "type", type_names[column->type]);
  lectern_json_add_boolean (builder, "sum", column->sum);
  lectern_json_add_boolean (builder, "required", column->required);
  lectern_json_add_boolean (builder, "private", column->private);
  lectern_json_add_boolean (builder, "shown", !column->hidden);
  lectern_json_add_integer (builder, "width", column->width, 0);
  if (column->group_zh != NULL)
    write_both (builder, "group", column->group_zh, column->group_en);
  else
    lectern_json_add_text (builder, "group", NULL);
  json_builder_end_object (builder);
}

char *
lectern_annex_form_write (const LecternAnnexForm *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  lectern_json_add_integer (builder, "lectern_annex", FORM_VERSION, -1);
  write_both (builder, "title", self->title_zh, self->title_en);
  lectern_json_add_integer (builder, "at_least_per_unit", self->at_least, 0);
  lectern_json_begin_array (builder, "columns");
  for (guint i = 0; i < self->columns->len; i++)
    write_column (builder, self->columns->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}

/* Looking up ---------------------------------------------------------------------------------- */

const LecternAnnexColumn *
lectern_annex_form_find (const LecternAnnexForm *self,
                         const char             *key)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (((LecternAnnexColumn *) self->columns->pdata[i])->key, key))
      return self->columns->pdata[i];

  return NULL;
}

const LecternAnnexColumn *
lectern_annex_form_find_unit (const LecternAnnexForm *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((LecternAnnexColumn *) self->columns->pdata[i])->type == LECTERN_ANNEX_UNIT)
      return self->columns->pdata[i];

  return NULL;
}

const char *
lectern_annex_form_get_title (const LecternAnnexForm *self,
                              const char             *language)
{
  return lectern_words_is_chinese (language) ? self->title_zh : self->title_en;
}

const char *
lectern_annex_column_get_heading (const LecternAnnexColumn *self,
                                  const char               *language)
{
  return lectern_words_is_chinese (language) ? self->zh : self->en;
}

const char *
lectern_annex_column_get_group (const LecternAnnexColumn *self,
                                const char               *language)
{
  return lectern_words_is_chinese (language) ? self->group_zh : self->group_en;
}
