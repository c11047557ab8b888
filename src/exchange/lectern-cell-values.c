/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Values of cells: text, names, whole numbers. Rule: a name stands on a certificate as its owner
 * writes it. Look-alikes of the middle dot in minority names are mended and said; characters that
 * nobody can see or print are refused, never replaced by a guess. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_MAX_LENGTH 50
#define TEXT_MAX_LENGTH 200
#define MIDDLE_DOT 0x00B7
#define REPLACEMENT 0xFFFD

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* Whether a person could see, type or print @c. */
static gboolean
is_bad (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_SURROGATE || c == REPLACEMENT;
}

static gboolean
is_look_alike_dot (gunichar c)
{
  return c == 0x2022 || c == 0x2027 || c == 0x30FB;
}

static void
add_character_problem (const LecternColumns *columns,
                       guint                 row,
                       guint                 spec,
                       gunichar              c)
{
  if (c == REPLACEMENT)
    lectern_columns_add_problem (columns, row, spec, _ ("A character was lost when the table was saved (U+%04X). Type it again."), c);
  else if (g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    lectern_columns_add_problem (columns, row, spec, _ ("A character is one that only the sender's computer knows (U+%04X). Type it again, or ask which character is meant."), c);
  else
    lectern_columns_add_problem (columns, row, spec, _ ("An invisible character stands in the value (U+%04X). Type the value again."), c);
}

/* Checks the characters and the length of @text; one problem at most. */
static gboolean
check_text (const LecternColumns *columns,
            guint                 row,
            guint                 spec,
            const char           *text,
            guint                 max_length)
{
  glong length = g_utf8_strlen (text, -1);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_bad (g_utf8_get_char (at)))
      {
        add_character_problem (columns, row, spec, g_utf8_get_char (at));
        return FALSE;
      }
  if (length <= (glong) max_length)
    return TRUE;

  lectern_columns_add_problem (columns, row, spec, _ ("The value has %ld characters, at most %u are possible. Shorten it."), length, max_length);
  return FALSE;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* Spaces between Chinese characters are layout ("张　三") and go; runs of others become one. */
static char *
mend_name (const char *text)
{
  GString *name = g_string_new (NULL);
  gunichar before = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR)
        {
          gunichar after = g_utf8_get_char (g_utf8_next_char (at));

          if (g_unichar_type (after) == G_UNICODE_SPACE_SEPARATOR || (is_han (before) && is_han (after)))
            continue;
          c = ' ';
        }
      else if (is_look_alike_dot (c))
        c = MIDDLE_DOT;
      g_string_append_unichar (name, c);
      before = c;
    }

  return g_string_free (name, FALSE);
}

char *
lectern_columns_read_name (const LecternColumns *self,
                           guint                 row,
                           guint                 spec)
{
  const char      *text = lectern_columns_get (self, row, spec);
  g_autofree char *name = NULL;

  if (*text == '\0')
    {
      lectern_columns_add_problem (self, row, spec, "%s", _ ("The name is missing. Write it in."));
      return NULL;
    }
  if (!check_text (self, row, spec, text, NAME_MAX_LENGTH))
    return NULL;
  name = mend_name (text);
  if (!g_str_equal (name, text))
    lectern_columns_add_notice (self, row, spec, _ ("“%s” was taken as “%s”."), text, name);

  return g_steal_pointer (&name);
}

char *
lectern_columns_read_text (const LecternColumns *self,
                           guint                 row,
                           guint                 spec)
{
  const char *text = lectern_columns_get (self, row, spec);
  g_autoptr (GString) value = g_string_new (NULL);
  gboolean pending = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_line_break (c) || c == '\t')
        {
          pending = TRUE;
          continue;
        }
      if (pending)
        g_string_append_c (value, ' ');
      pending = FALSE;
      g_string_append_unichar (value, c);
    }
  if (value->len == 0 || !check_text (self, row, spec, value->str, TEXT_MAX_LENGTH))
    return NULL;

  return g_string_free (g_steal_pointer (&value), FALSE);
}

gboolean
lectern_columns_read_integer (const LecternColumns *self,
                              guint                 row,
                              guint                 spec,
                              int                   min,
                              int                   max,
                              gint64               *value)
{
  const char      *text = lectern_columns_get (self, row, spec);
  g_autofree char *digits = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *quoted = lectern_columns_quote (self, row, spec);

  if (digits != NULL && g_ascii_string_to_signed (digits, 10, min, max, value, NULL))
    return TRUE;
  if (*text == '\0')
    lectern_columns_add_problem (self, row, spec, _ ("The number is missing. Write in a whole number from %d to %d."), min, max);
  else
    lectern_columns_add_problem (self, row, spec, _ ("“%s” is not a whole number from %d to %d. Write one in."), quoted, min, max);

  return FALSE;
}
