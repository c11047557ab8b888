/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Tables that go out, before they are a workbook or a CSV file. Rule: nothing that a person typed
 * may run as a formula on the computer of whoever opens the table (CWE-1236). In a workbook it
 * can't, since cells are told to be texts; in a CSV file an apostrophe keeps it a text. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-tabulation.h"

#include <string.h>

#define UTF8_BOM "\xEF\xBB\xBF"

static void
clear_cell (gpointer data)
{
  g_free (((LecternCell *) data)->text);
}

static void
clear_column (gpointer data)
{
  g_free (((LecternTabulationColumn *) data)->title);
}

LecternTabulation *
lectern_tabulation_new (const char *key,
                        const char *name)
{
  LecternTabulation *self = g_new0 (LecternTabulation, 1);

  self->key = key;
  self->name = g_strdup (name);
  self->columns = g_array_new (FALSE, FALSE, sizeof (LecternTabulationColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

void
lectern_tabulation_free (LecternTabulation *self)
{
  g_free (self->name);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
lectern_tabulation_add_column (LecternTabulation *self,
                               const char        *title,
                               guint              width)
{
  LecternTabulationColumn column = { g_strdup (title), width };

  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

void
lectern_tabulation_add_row (LecternTabulation *self)
{
  GArray *row = g_array_sized_new (FALSE, TRUE, sizeof (LecternCell), self->columns->len);

  g_array_set_clear_func (row, clear_cell);
  g_ptr_array_add (self->rows, row);
}

/* Takes @text. */
static LecternCell *
put_cell (LecternTabulation *self,
          char              *text,
          gboolean           is_figure)
{
  GArray     *row = g_ptr_array_index (self->rows, self->rows->len - 1);
  LecternCell cell = { text, is_figure, FALSE };

  g_assert (row->len < self->columns->len);
  g_array_append_val (row, cell);

  return &g_array_index (row, LecternCell, row->len - 1);
}

void
lectern_tabulation_put_text (LecternTabulation *self,
                             const char        *text)
{
  put_cell (self, g_strdup (text), FALSE);
}

LecternCell *
lectern_tabulation_take_figure (LecternTabulation *self,
                                char              *figure)
{
  return put_cell (self, figure, TRUE);
}

void
lectern_tabulation_put_integer (LecternTabulation *self,
                                gint64             value)
{
  put_cell (self, g_strdup_printf ("%" G_GINT64_FORMAT, value), TRUE);
}

gboolean
lectern_tabulation_is_formula (const char *text)
{
  static const gunichar first[] = { '=', '+', '-', '@', '\t', '\r', '\n', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20 };
  gunichar              code = g_utf8_get_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (code == first[i])
      return TRUE;

  return FALSE;
}

static void
append_csv (GString    *csv,
            const char *text,
            gboolean    is_figure)
{
  gboolean         defused = !is_figure && text != NULL && lectern_tabulation_is_formula (text);
  g_autofree char *whole = g_strconcat (defused ? "'" : "", text != NULL ? text : "", NULL);
  gboolean         quoted = strpbrk (whole, ",;\t\"\r\n") != NULL;

  if (!quoted)
    {
      g_string_append (csv, whole);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = whole; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_row (const LecternTabulation *self,
            GString                 *csv,
            GArray                  *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      if (i < row->len)
        append_csv (csv, g_array_index (row, LecternCell, i).text, g_array_index (row, LecternCell, i).is_figure);
    }
  g_string_append (csv, "\r\n");
}

GBytes *
lectern_tabulation_to_csv (const LecternTabulation *self,
                           LecternCsvEncoding       encoding)
{
  g_autoptr (GString) csv = g_string_new (encoding == LECTERN_CSV_UTF8 ? UTF8_BOM : "");
  char *converted;
  gsize length;

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_csv (csv, g_array_index (self->columns, LecternTabulationColumn, i).title, FALSE);
    }
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, csv, g_ptr_array_index (self->rows, i));
  if (encoding == LECTERN_CSV_UTF8)
    return g_string_free_to_bytes (g_steal_pointer (&csv));

  /* GB18030 has every character of Unicode. */
  converted = g_convert (csv->str, (gssize) csv->len, "GB18030", "UTF-8", NULL, &length, NULL);
  g_assert (converted != NULL);

  return g_bytes_new_take (converted, length);
}
