/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What stands around the sheet in an XLSX workbook (ECMA-376 part 1, 18.2, 18.4, 18.8): which
 * sheet comes first, the strings its cells share, and which styles show numbers as dates. Names
 * are compared without their prefix, since writers other than Excel choose prefixes of their own. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-workbook-private.h"

#include "lectern-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Workbooks nest less than twenty deep. */
#define DEPTH_MAX 64
/* A table of 20 000 rows and 20 columns has 1.3 million elements at most. */
#define ELEMENTS_MAX 2000000
#define STRINGS_MAX 500000
#define UTF8_BOM "\xEF\xBB\xBF"

typedef struct
{
  LecternWorkbookParts *parts;
  char                 *sheet_id; /* the relationship of the first sheet */
} WorkbookState;

typedef struct
{
  GString   *text; /* NULL outside a string */
  gboolean   in_text;
  gboolean   in_phonetic;
  GPtrArray *strings;
} StringsState;

typedef struct
{
  GHashTable *codes; /* number of a format to its code */
  gboolean    in_cell_formats;
  GArray     *formats;
} StylesState;

const char *
lectern_workbook_local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon == NULL ? name : colon + 1;
}

const char *
lectern_workbook_get_attribute (const char **names,
                                const char **values,
                                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (lectern_workbook_local_name (names[i]), name))
      return values[i];

  return NULL;
}

/* Between the parser of XML and what reads a part: keeps its depth and its size in bounds, for
 * GMarkup keeps every open element, and readers keep what they are told. */
typedef struct
{
  const GMarkupParser *parser;
  gpointer             data;
  guint                depth;
  guint                n_elements;
} Guard;

static void
on_guarded_start_cb (GMarkupParseContext *context,
                     const char          *element,
                     const char         **names,
                     const char         **values,
                     gpointer             data,
                     GError             **error)
{
  Guard *guard = data;

  if (guard->depth == 0 && guard->n_elements > 0)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "two roots");
  else if (++guard->depth > DEPTH_MAX)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "too deep");
  else if (++guard->n_elements > ELEMENTS_MAX)
    g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("The workbook has far more cells than a table of a contest."));
  else
    guard->parser->start_element (context, element, names, values, guard->data, error);
}

static void
on_guarded_end_cb (GMarkupParseContext *context,
                   const char          *element,
                   gpointer             data,
                   GError             **error)
{
  Guard *guard = data;

  guard->depth--;
  if (guard->parser->end_element != NULL)
    guard->parser->end_element (context, element, guard->data, error);
}

static void
on_guarded_text_cb (GMarkupParseContext *context,
                    const char          *text,
                    gsize                length,
                    gpointer             data,
                    GError             **error)
{
  Guard *guard = data;

  if (guard->parser->text != NULL)
    guard->parser->text (context, text, length, guard->data, error);
}

static const GMarkupParser guard_parser = {
  .start_element = on_guarded_start_cb,
  .end_element = on_guarded_end_cb,
  .text = on_guarded_text_cb,
};

gboolean
lectern_workbook_parse_part (GBytes              *part,
                             const GMarkupParser *parser,
                             gpointer             data,
                             GError             **error)
{
  Guard guard = { parser, data, 0, 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&guard_parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &guard, NULL);
  g_autoptr (GError) cause = NULL;
  gsize       length;
  const char *text = g_bytes_get_data (part, &length);

  if (length >= strlen (UTF8_BOM) && memcmp (text, UTF8_BOM, strlen (UTF8_BOM)) == 0)
    {
      text += strlen (UTF8_BOM);
      length -= strlen (UTF8_BOM);
    }
  /* GMarkup takes a zero byte inside a name for a letter. */
  if (length == 0 || memchr (text, '\0', length) != NULL)
    g_set_error_literal (&cause, G_MARKUP_ERROR, G_MARKUP_ERROR_EMPTY, length == 0 ? "empty" : "zero byte");
  else if (g_markup_parse_context_parse (context, text, (gssize) length, &cause) &&
           g_markup_parse_context_end_parse (context, &cause))
    return TRUE;

  if (cause->domain == LECTERN_EXCHANGE_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_WORKBOOK, _ ("The workbook is damaged (%s). Open it in a spreadsheet program and save it again as .xlsx."), cause->message);
  return FALSE;
}

static void
on_workbook_start_cb (GMarkupParseContext *context,
                      const char          *element,
                      const char         **names,
                      const char         **values,
                      gpointer             data,
                      GError             **error)
{
  WorkbookState *state = data;
  const char    *name = lectern_workbook_local_name (element);
  const char    *value;

  if (g_str_equal (name, "sheet") && state->sheet_id == NULL)
    {
      for (guint i = 0; names[i] != NULL; i++)
        if (g_str_has_suffix (names[i], ":id"))
          state->sheet_id = g_strdup (values[i]);
    }
  else if (g_str_equal (name, "workbookPr"))
    {
      value = lectern_workbook_get_attribute (names, values, "date1904");
      state->parts->date_1904 = value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
    }
}

/* Targets are relative to xl/, or absolute in the archive. */
static char *
resolve_target (const char *target)
{
  return *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static void
on_relationship_start_cb (GMarkupParseContext *context,
                          const char          *element,
                          const char         **names,
                          const char         **values,
                          gpointer             data,
                          GError             **error)
{
  WorkbookState *state = data;
  const char    *id = lectern_workbook_get_attribute (names, values, "Id");
  const char    *type = lectern_workbook_get_attribute (names, values, "Type");
  const char    *target = lectern_workbook_get_attribute (names, values, "Target");
  char         **path = NULL;

  if (id == NULL || type == NULL || target == NULL)
    return;
  if (g_str_has_suffix (type, "/worksheet") && g_strcmp0 (id, state->sheet_id) == 0)
    path = &state->parts->sheet_path;
  else if (g_str_has_suffix (type, "/sharedStrings"))
    path = &state->parts->strings_path;
  else if (g_str_has_suffix (type, "/styles"))
    path = &state->parts->styles_path;
  if (path == NULL)
    return;
  g_free (*path);
  *path = resolve_target (target);
}

static void
on_strings_start_cb (GMarkupParseContext *context,
                     const char          *element,
                     const char         **names,
                     const char         **values,
                     gpointer             data,
                     GError             **error)
{
  StringsState *state = data;
  const char   *name = lectern_workbook_local_name (element);

  if (g_str_equal (name, "si") && state->strings->len == STRINGS_MAX)
    g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("The workbook has far more cells than a table of a contest."));
  else if (g_str_equal (name, "si") && state->text == NULL)
    state->text = g_string_new (NULL);
  else if (g_str_equal (name, "t"))
    state->in_text = TRUE;
  else if (g_str_equal (name, "rPh"))
    state->in_phonetic = TRUE;
}

static void
on_strings_end_cb (GMarkupParseContext *context,
                   const char          *element,
                   gpointer             data,
                   GError             **error)
{
  StringsState *state = data;
  const char   *name = lectern_workbook_local_name (element);

  if (g_str_equal (name, "si") && state->text != NULL)
    g_ptr_array_add (state->strings, g_string_free (g_steal_pointer (&state->text), FALSE));
  else if (g_str_equal (name, "t"))
    state->in_text = FALSE;
  else if (g_str_equal (name, "rPh"))
    state->in_phonetic = FALSE;
}

static void
on_strings_text_cb (GMarkupParseContext *context,
                    const char          *text,
                    gsize                length,
                    gpointer             data,
                    GError             **error)
{
  StringsState *state = data;

  if (state->text != NULL && state->in_text && !state->in_phonetic)
    g_string_append_len (state->text, text, (gssize) length);
}

static guint
parse_number (const char *text)
{
  guint64 number = 0;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT16, &number, NULL))
    return (guint) number;
  return 0;
}

static void
on_styles_start_cb (GMarkupParseContext *context,
                    const char          *element,
                    const char         **names,
                    const char         **values,
                    gpointer             data,
                    GError             **error)
{
  StylesState *state = data;
  const char  *name = lectern_workbook_local_name (element);
  const char  *code = lectern_workbook_get_attribute (names, values, "formatCode");
  guint        id = parse_number (lectern_workbook_get_attribute (names, values, "numFmtId"));

  if (g_str_equal (name, "cellXfs"))
    state->in_cell_formats = TRUE;
  else if (g_str_equal (name, "numFmt") && code != NULL)
    g_hash_table_insert (state->codes, GUINT_TO_POINTER (id), g_strdup (code));
  else if (g_str_equal (name, "xf") && state->in_cell_formats)
    {
      LecternCellFormat format = lectern_cell_format_find (id, g_hash_table_lookup (state->codes, GUINT_TO_POINTER (id)));

      g_array_append_val (state->formats, format);
    }
}

static void
on_styles_end_cb (GMarkupParseContext *context,
                  const char          *element,
                  gpointer             data,
                  GError             **error)
{
  StylesState *state = data;

  if (g_str_equal (lectern_workbook_local_name (element), "cellXfs"))
    state->in_cell_formats = FALSE;
}

static const GMarkupParser workbook_parser = { .start_element = on_workbook_start_cb };
static const GMarkupParser relationship_parser = { .start_element = on_relationship_start_cb };
static const GMarkupParser strings_parser = {
  .start_element = on_strings_start_cb,
  .end_element = on_strings_end_cb,
  .text = on_strings_text_cb,
};
static const GMarkupParser styles_parser = {
  .start_element = on_styles_start_cb,
  .end_element = on_styles_end_cb,
};

static gboolean
read_workbook (LecternWorkbookParts *self,
               GHashTable           *archive,
               GError              **error)
{
  GBytes       *workbook = g_hash_table_lookup (archive, "xl/workbook.xml");
  GBytes       *relationships = g_hash_table_lookup (archive, "xl/_rels/workbook.xml.rels");
  WorkbookState state = { .parts = self };
  gboolean      ok;

  if (workbook == NULL || relationships == NULL)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, _ ("The file is an archive, but no .xlsx workbook."));
      return FALSE;
    }
  ok = lectern_workbook_parse_part (workbook, &workbook_parser, &state, error) &&
       lectern_workbook_parse_part (relationships, &relationship_parser, &state, error);
  g_free (state.sheet_id);

  return ok;
}

static gboolean
read_strings (LecternWorkbookParts *self,
              GBytes               *part,
              GError              **error)
{
  StringsState state = { .strings = self->strings };
  gboolean     ok = lectern_workbook_parse_part (part, &strings_parser, &state, error);

  if (state.text != NULL)
    g_string_free (state.text, TRUE);

  return ok;
}

static gboolean
read_styles (LecternWorkbookParts *self,
             GBytes               *part,
             GError              **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  StylesState state = { .codes = codes, .formats = self->formats };

  return lectern_workbook_parse_part (part, &styles_parser, &state, error);
}

LecternWorkbookParts *
lectern_workbook_parts_read (GHashTable *archive,
                             GError    **error)
{
  g_autoptr (LecternWorkbookParts) self = g_new0 (LecternWorkbookParts, 1);
  GBytes *part;

  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (LecternCellFormat));
  if (!read_workbook (self, archive, error))
    return NULL;
  part = self->strings_path == NULL ? NULL : g_hash_table_lookup (archive, self->strings_path);
  if (part != NULL && !read_strings (self, part, error))
    return NULL;
  part = self->styles_path == NULL ? NULL : g_hash_table_lookup (archive, self->styles_path);
  if (part != NULL && !read_styles (self, part, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
lectern_workbook_parts_free (LecternWorkbookParts *self)
{
  g_free (self->sheet_path);
  g_free (self->strings_path);
  g_free (self->styles_path);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->formats);
  g_free (self);
}
