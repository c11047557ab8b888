/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Any table a unit may send, into a grid. Rule: what a file is, its first bytes say, never its
 * name: pictures renamed .csv and old workbooks are told apart and named, so that the person at
 * the desk knows what to ask for. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-table-reader.h"

#include "lectern-csv.h"
#include "lectern-exchange-error.h"
#include "lectern-workbook.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define ZIP_MAGIC "PK\x03\x04"
#define BLOCK (64 * 1024)

static const struct
{
  const char *magic;
  gsize       length;
  const char *message;
} strangers[] = {
  { "\x89PNG", 4, N_ ("The file is a picture, not a table.") },
  { "\xFF\xD8\xFF", 3, N_ ("The file is a picture, not a table.") },
  { "GIF8", 4, N_ ("The file is a picture, not a table.") },
  { "%PDF", 4, N_ ("The file is a PDF document, not a table. Ask for the table it was made from.") },
  { "\xD0\xCF\x11\xE0", 4, N_ ("The file is a workbook of an old kind. Open it in a spreadsheet program and save it as .xlsx.") },
  { "\xFF\xFE", 2, N_ ("The table is in UTF-16. Save it again as CSV in UTF-8.") },
  { "\xFE\xFF", 2, N_ ("The table is in UTF-16. Save it again as CSV in UTF-8.") },
};

static gboolean
starts_with (const char *bytes,
             gsize       length,
             const char *magic,
             gsize       magic_length)
{
  return length >= magic_length && memcmp (bytes, magic, magic_length) == 0;
}

/* Text of a table has no NUL; everything else that is not text has. */
static gboolean
refuse_strangers (const char *bytes,
                  gsize       length,
                  GError    **error)
{
  const char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (strangers) && message == NULL; i++)
    if (starts_with (bytes, length, strangers[i].magic, strangers[i].length))
      message = strangers[i].message;
  if (message == NULL && length > 0 && memchr (bytes, '\0', length) != NULL)
    message = N_ ("The file is neither text nor a workbook. Save the table as CSV in UTF-8 or as .xlsx.");
  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE, _ (message));
  return FALSE;
}

static void
set_too_large (GError **error)
{
  g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("The file is larger than %d MB: no table of a contest is."), LECTERN_TABLE_SIZE_MAX / 1024 / 1024);
}

static GBytes *
read_stream (GInputStream *stream,
             GError      **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize             n;

  while ((n = g_input_stream_read (stream, block, BLOCK, NULL, error)) > 0)
    {
      g_byte_array_append (content, block, (guint) n);
      if (content->len > LECTERN_TABLE_SIZE_MAX)
        {
          set_too_large (error);
          return NULL;
        }
    }
  if (n < 0)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

LecternGrid *
lectern_table_reader_read_bytes (GBytes    *bytes,
                                 GPtrArray *problems,
                                 GError   **error)
{
  g_autoptr (LecternGrid) grid = NULL;
  gsize       length;
  const char *start;

  g_return_val_if_fail (bytes != NULL, NULL);

  start = g_bytes_get_data (bytes, &length);
  if (length > LECTERN_TABLE_SIZE_MAX)
    {
      set_too_large (error);
      return NULL;
    }
  if (starts_with (start, length, ZIP_MAGIC, strlen (ZIP_MAGIC)))
    grid = lectern_workbook_parse (bytes, problems, error);
  else if (refuse_strangers (start, length, error))
    grid = lectern_csv_parse (start, length, problems, error);
  if (grid == NULL)
    return NULL;
  if (lectern_grid_get_n_rows (grid) > 0)
    return g_steal_pointer (&grid);

  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_EMPTY, _ ("The table is empty."));
  return NULL;
}

LecternGrid *
lectern_table_reader_read_file (const char *path,
                                GPtrArray  *problems,
                                GError    **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  bytes = read_stream (G_INPUT_STREAM (stream), error);
  if (bytes == NULL)
    return NULL;

  return lectern_table_reader_read_bytes (bytes, problems, error);
}
