/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A design of certificates as JSON and back. Rule: what a person wrote is refused with the path of
 * every fault; what the program writes has every member, in one order, lengths to a hundredth of a
 * millimetre, so that designs that mean the same are the same text. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-certificate-design-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "lectern-json-reader-private.h"
#include "lectern-json-text.h"

/* clang-format off */
#define NUMBER(type, member, min, max) { #member, G_STRUCT_OFFSET (type, member), min, max }
#define NAMED(key, type, member, min, max) { key, G_STRUCT_OFFSET (type, member), min, max }

const LecternCertificateNumber lectern_certificate_sheet_numbers[] = {
  NUMBER (LecternCertificateDesign, width, 90, 900),
  NUMBER (LecternCertificateDesign, height, 90, 900),
  { NULL },
};

const LecternCertificateNumber lectern_certificate_margin_numbers[] = {
  NAMED ("top", LecternCertificateDesign, margin_top, 0, 200),
  NAMED ("right", LecternCertificateDesign, margin_right, 0, 200),
  NAMED ("bottom", LecternCertificateDesign, margin_bottom, 0, 200),
  NAMED ("left", LecternCertificateDesign, margin_left, 0, 200),
  { NULL },
};

const LecternCertificateNumber lectern_certificate_seal_numbers[] = {
  NAMED ("x", LecternCertificateDesign, seal_x, 0, 900),
  NAMED ("y", LecternCertificateDesign, seal_y, 0, 900),
  { NULL },
};

const LecternCertificateNumber lectern_certificate_shift_numbers[] = {
  NAMED ("x", LecternCertificateDesign, shift_x, -LECTERN_CERTIFICATE_SHIFT_MOST, LECTERN_CERTIFICATE_SHIFT_MOST),
  NAMED ("y", LecternCertificateDesign, shift_y, -LECTERN_CERTIFICATE_SHIFT_MOST, LECTERN_CERTIFICATE_SHIFT_MOST),
  { NULL },
};

const LecternCertificateNumber lectern_certificate_field_numbers[] = {
  NUMBER (LecternCertificateField, size, 4, 200),
  NUMBER (LecternCertificateField, spacing, 0, 3),
  NUMBER (LecternCertificateField, x, 0, 900),
  NUMBER (LecternCertificateField, y, 0, 900),
  NUMBER (LecternCertificateField, width, 10, 900),
  NUMBER (LecternCertificateField, leading, 0, 100),
  NUMBER (LecternCertificateField, indent, 0, 10),
  { NULL },
};

const LecternCertificateNumber lectern_certificate_box_numbers[] = {
  NUMBER (LecternCertificateBox, x, 0, 900),
  NUMBER (LecternCertificateBox, y, 0, 900),
  NUMBER (LecternCertificateBox, width, 5, 400),
  { NULL },
};
/* clang-format on */

const char *const lectern_certificate_font_names[] = { "title", "heading", "body", "name", "figures", "latin", NULL };
const char *const lectern_certificate_align_names[] = { "left", "centre", "right", "justify", NULL };
const char *const lectern_certificate_border_names[] = { "none", "braid", "lines", "bars", NULL };

/* Reading ------------------------------------------------------------------------------------- */

static void
read_numbers (LecternJsonReader              *reader,
              gpointer                        base,
              const LecternCertificateNumber *numbers)
{
  for (; numbers->key != NULL; numbers++)
    {
      double *value = (double *) (gpointer) ((char *) base + numbers->offset);

      if (!lectern_json_reader_has (reader, numbers->key))
        {
          if (reader->object != NULL)
            lectern_json_reader_report (reader, numbers->key, _ ("This setting is missing."));
          continue;
        }
      *value = round (lectern_json_reader_get_number (reader, numbers->key, numbers->min, numbers->max, numbers->min) * 100) / 100;
    }
}

static guint
read_choice (LecternJsonReader *reader,
             const char        *key,
             const char *const *names)
{
  const char      *text = lectern_json_reader_get_text (reader, key, NULL);
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], text))
      return i;

  list = g_strjoinv (", ", (char **) names);
  /* Translators: words of a file, like "left, centre, right". */
  message = g_strdup_printf (_ ("One of these belongs here: %s."), list);
  if (*text != '\0')
    lectern_json_reader_report (reader, key, message);
  return 0;
}

static guint32
read_colour (LecternJsonReader *reader,
             const char        *key)
{
  const char *text = lectern_json_reader_get_text (reader, key, NULL);

  if (strlen (text) == 7 && text[0] == '#' && strspn (text + 1, "0123456789abcdefABCDEF") == 6)
    return (guint32) g_ascii_strtoull (text + 1, NULL, 16);
  if (*text != '\0')
    lectern_json_reader_report (reader, key, _ ("A colour like \"#b01e2b\" belongs here."));
  return 0;
}

static void
read_field (LecternJsonReader       *parent,
            const char              *key,
            LecternCertificateField *field)
{
  static const char *const keys[] = { "shown", "overprinted", "font", "size", "colour", "spacing", "x", "y", "width", "leading", "indent", "align", "wording", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, key);

  if (!lectern_json_reader_has (parent, key) && parent->object != NULL)
    lectern_json_reader_report (parent, key, _ ("This setting is missing."));
  lectern_json_reader_allow (reader, keys);
  field->shown = lectern_json_reader_get_boolean (reader, "shown", TRUE);
  field->overprinted = lectern_json_reader_get_boolean (reader, "overprinted", TRUE);
  field->font = read_choice (reader, "font", lectern_certificate_font_names);
  field->colour = read_colour (reader, "colour");
  read_numbers (reader, field, lectern_certificate_field_numbers);
  field->align = read_choice (reader, "align", lectern_certificate_align_names);
  field->wording = g_strdup (lectern_json_reader_get_text (reader, "wording", NULL));
}

static void
read_box (LecternJsonReader     *parent,
          const char            *key,
          LecternCertificateBox *box)
{
  static const char *const keys[] = { "shown", "overprinted", "x", "y", "width", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, key);

  lectern_json_reader_allow (reader, keys);
  box->shown = lectern_json_reader_get_boolean (reader, "shown", FALSE);
  box->overprinted = lectern_json_reader_get_boolean (reader, "overprinted", TRUE);
  read_numbers (reader, box, lectern_certificate_box_numbers);
}

/* A group of numbers and nothing else. */
static void
read_group (LecternJsonReader              *parent,
            const char                     *key,
            LecternCertificateDesign       *self,
            const LecternCertificateNumber *numbers)
{
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, key);
  const char *keys[8] = { NULL };

  for (guint i = 0; numbers[i].key != NULL; i++)
    keys[i] = numbers[i].key;
  lectern_json_reader_allow (reader, keys);
  read_numbers (reader, self, numbers);
}

static void
read_border (LecternJsonReader        *parent,
             LecternCertificateDesign *self)
{
  static const char *const keys[] = { "kind", "colour", "accent", "rule", NULL };
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, "border");

  lectern_json_reader_allow (reader, keys);
  self->border = read_choice (reader, "kind", lectern_certificate_border_names);
  self->border_colour = read_colour (reader, "colour");
  self->accent = read_colour (reader, "accent");
  self->rule = lectern_json_reader_get_boolean (reader, "rule", FALSE);
}

static void
read_rest (LecternJsonReader        *parent,
           LecternCertificateDesign *self)
{
  static const char *const background_keys[] = { "picture", "printed", NULL };
  static const char *const serial_keys[] = { "first", "digits", NULL };
  g_autoptr (LecternJsonReader) background = lectern_json_reader_enter (parent, "background");
  g_autoptr (LecternJsonReader) serial = lectern_json_reader_enter (parent, "serial");

  lectern_json_reader_allow (background, background_keys);
  self->background = lectern_json_reader_get_integer_or_null (background, "picture", 1, 9999, 0);
  self->background_printed = lectern_json_reader_get_boolean (background, "printed", TRUE);
  lectern_json_reader_allow (serial, serial_keys);
  self->serial_first = lectern_json_reader_get_integer_or_null (serial, "first", 1, 999999, 0);
  self->serial_digits = lectern_json_reader_get_integer (serial, "digits", 1, 6, 3);
}

static void
read_fields (LecternJsonReader        *parent,
             LecternCertificateDesign *self)
{
  g_autoptr (LecternJsonReader) reader = lectern_json_reader_enter (parent, "fields");
  const char *keys[LECTERN_CERTIFICATE_N_FIELDS + 1] = { NULL };

  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    keys[i] = lectern_certificate_field_get_key (i);
  lectern_json_reader_allow (reader, keys);
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    read_field (reader, keys[i], &self->fields[i]);
}

static void
read_design (LecternJsonReader        *reader,
             LecternCertificateDesign *self)
{
  static const char *const keys[] = { "lectern_certificate", "name", "width", "height", "margins", "border", "background", "logo", "code", "seal", "shift", "spread_names", "serial", "body_without_theme", "fields", NULL };

  lectern_json_reader_allow (reader, keys);
  if (lectern_json_reader_get_integer (reader, "lectern_certificate", 1, LECTERN_CERTIFICATE_VERSION, 0) != LECTERN_CERTIFICATE_VERSION && !lectern_json_reader_has (reader, "lectern_certificate"))
    lectern_json_reader_report (reader, "lectern_certificate", _ ("This setting is missing."));
  self->name = g_strdup (lectern_json_reader_get_text (reader, "name", ""));
  read_numbers (reader, self, lectern_certificate_sheet_numbers);
  read_group (reader, "margins", self, lectern_certificate_margin_numbers);
  read_border (reader, self);
  read_rest (reader, self);
  read_box (reader, "logo", &self->logo);
  read_box (reader, "code", &self->code);
  read_group (reader, "seal", self, lectern_certificate_seal_numbers);
  read_group (reader, "shift", self, lectern_certificate_shift_numbers);
  self->spread_names = lectern_json_reader_get_boolean (reader, "spread_names", FALSE);
  self->body_without_theme = g_strdup (lectern_json_reader_get_text (reader, "body_without_theme", ""));
  read_fields (reader, self);
}

LecternCertificateDesign *
lectern_certificate_design_parse (const char *json,
                                  GPtrArray  *problems,
                                  GError    **error)
{
  g_autoptr (LecternCertificateDesign) self = g_new0 (LecternCertificateDesign, 1);
  g_autoptr (GPtrArray) faults = problems != NULL ? g_ptr_array_ref (problems) : lectern_problems_new ();
  g_autoptr (JsonNode) node = lectern_json_text_parse (json, NULL);
  g_autoptr (LecternJsonReader) reader = NULL;
  guint before = faults->len;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("This is no design of certificates: it must be JSON, a group in braces."));
      return NULL;
    }
  reader = lectern_json_reader_new (json_node_get_object (node), "", faults);
  read_design (reader, self);
  if (faults->len == before)
    lectern_certificate_design_find_faults (self, faults);
  if (faults->len == before)
    return g_steal_pointer (&self);

  {
    const LecternProblem *first = faults->pdata[before];

    /* Translators: the path of a setting, what is wrong with it. */
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("The design of the certificates is not right at %s: %s"), first->column, first->message);
  }
  return NULL;
}

/* Writing ------------------------------------------------------------------------------------- */

static void
begin (GString    *out,
       const char *key,
       guint       depth)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
  g_string_append_printf (out, "\"%s\": ", key);
}

static void
end_group (GString *out,
           guint    depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
  g_string_append_c (out, '}');
}

static void
write_text (GString    *out,
            const char *key,
            guint       depth,
            const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text != NULL ? text : "");
  g_autofree char *quoted = json_to_string (node, FALSE);

  begin (out, key, depth);
  g_string_append (out, quoted);
}

static void
write_boolean (GString    *out,
               const char *key,
               guint       depth,
               gboolean    value)
{
  begin (out, key, depth);
  g_string_append (out, value ? "true" : "false");
}

static void
write_integer (GString    *out,
               const char *key,
               guint       depth,
               gint64      value,
               gint64      none)
{
  begin (out, key, depth);
  if (value == none)
    g_string_append (out, "null");
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

static void
write_colour (GString    *out,
              const char *key,
              guint       depth,
              guint32     colour)
{
  begin (out, key, depth);
  g_string_append_printf (out, "\"#%06x\"", colour);
}

/* To a hundredth, without noughts at the end, and never with a locale's comma. */
static void
write_numbers (GString                        *out,
               gconstpointer                   base,
               const LecternCertificateNumber *numbers,
               guint                           depth)
{
  for (; numbers->key != NULL; numbers++)
    {
      gint64 hundredths = llround (*(const double *) (gconstpointer) ((const char *) base + numbers->offset) * 100);

      begin (out, numbers->key, depth);
      g_string_append_printf (out, "%s%" G_GINT64_FORMAT, hundredths < 0 ? "-" : "", ABS (hundredths) / 100);
      if (hundredths % 100 != 0)
        g_string_append_printf (out, ".%02d", (int) (ABS (hundredths) % 100));
      if (hundredths % 100 != 0 && hundredths % 10 == 0)
        g_string_truncate (out, out->len - 1);
    }
}

static void
write_group (GString                        *out,
             const char                     *key,
             gconstpointer                   base,
             const LecternCertificateNumber *numbers)
{
  begin (out, key, 1);
  g_string_append_c (out, '{');
  write_numbers (out, base, numbers, 2);
  end_group (out, 1);
}

static void
write_box (GString                     *out,
           const char                  *key,
           const LecternCertificateBox *box)
{
  begin (out, key, 1);
  g_string_append_c (out, '{');
  write_boolean (out, "shown", 2, box->shown);
  write_boolean (out, "overprinted", 2, box->overprinted);
  write_numbers (out, box, lectern_certificate_box_numbers, 2);
  end_group (out, 1);
}

static void
write_field (GString                       *out,
             const char                    *key,
             const LecternCertificateField *field)
{
  begin (out, key, 2);
  g_string_append_c (out, '{');
  write_boolean (out, "shown", 3, field->shown);
  write_boolean (out, "overprinted", 3, field->overprinted);
  write_text (out, "wording", 3, field->wording);
  write_text (out, "font", 3, lectern_certificate_font_names[field->font]);
  write_colour (out, "colour", 3, field->colour);
  write_text (out, "align", 3, lectern_certificate_align_names[field->align]);
  write_numbers (out, field, lectern_certificate_field_numbers, 3);
  end_group (out, 2);
}

static void
write_sheet (GString                        *out,
             const LecternCertificateDesign *self)
{
  write_integer (out, "lectern_certificate", 1, LECTERN_CERTIFICATE_VERSION, 0);
  write_text (out, "name", 1, self->name);
  write_numbers (out, self, lectern_certificate_sheet_numbers, 1);
  write_group (out, "margins", self, lectern_certificate_margin_numbers);
  begin (out, "border", 1);
  g_string_append_c (out, '{');
  write_text (out, "kind", 2, lectern_certificate_border_names[self->border]);
  write_colour (out, "colour", 2, self->border_colour);
  write_colour (out, "accent", 2, self->accent);
  write_boolean (out, "rule", 2, self->rule);
  end_group (out, 1);
  begin (out, "background", 1);
  g_string_append_c (out, '{');
  write_integer (out, "picture", 2, self->background, 0);
  write_boolean (out, "printed", 2, self->background_printed);
  end_group (out, 1);
}

char *
lectern_certificate_design_write (const LecternCertificateDesign *self)
{
  GString *out = g_string_new ("{");

  write_sheet (out, self);
  write_box (out, "logo", &self->logo);
  write_box (out, "code", &self->code);
  write_group (out, "seal", self, lectern_certificate_seal_numbers);
  write_group (out, "shift", self, lectern_certificate_shift_numbers);
  write_boolean (out, "spread_names", 1, self->spread_names);
  begin (out, "serial", 1);
  g_string_append_c (out, '{');
  write_integer (out, "first", 2, self->serial_first, 0);
  write_integer (out, "digits", 2, self->serial_digits, 0);
  end_group (out, 1);
  write_text (out, "body_without_theme", 1, self->body_without_theme);
  begin (out, "fields", 1);
  g_string_append_c (out, '{');
  for (guint i = 0; i < LECTERN_CERTIFICATE_N_FIELDS; i++)
    write_field (out, lectern_certificate_field_get_key (i), &self->fields[i]);
  end_group (out, 1);
  end_group (out, 0);
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
