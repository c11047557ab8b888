/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Tables as an XLSX workbook, by libxlsxwriter. It writes to a file beside the wanted one, which
 * takes its place when it is whole. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-workbook-writer.h"

#include "lectern-workbook-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define DECIMALS_MAX 6
#define HEAD_COLOUR 0xF2F2F2
#define PAPER_A4 9

typedef struct
{
  lxw_workbook *workbook;
  lxw_format   *head;
  lxw_format   *text;
  lxw_format   *figures[DECIMALS_MAX + 1][2]; /* by decimals, then whether struck out; NULL: not needed yet */
} Writer;

static gboolean
refuse (const char *path,
        const char *reason,
        GError    **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               /* Translators: a file, then the reason. */
               _ ("The table %s could not be written: %s."), path, reason);

  return FALSE;
}

lxw_workbook *
lectern_workbook_file_begin (const char *path,
                             char      **beside,
                             GError    **error)
{
  lxw_workbook *workbook;
  int           fd;

  *beside = g_strdup_printf ("%s.XXXXXX", path);
  fd = g_mkstemp_full (*beside, O_RDWR | O_CLOEXEC, 0644);
  if (fd < 0)
    {
      refuse (path, g_strerror (errno), error);
      g_clear_pointer (beside, g_free);
      return NULL;
    }
  close (fd);
  workbook = workbook_new (*beside);
  g_assert (workbook != NULL);

  return workbook;
}

gboolean
lectern_workbook_file_end (lxw_workbook *workbook,
                           char         *beside,
                           const char   *path,
                           gint64        created_us,
                           GError      **error)
{
  lxw_doc_properties properties = { .created = (time_t) (created_us / G_USEC_PER_SEC) };
  lxw_error          status;
  int                fd;
  gboolean           done;

  workbook_set_properties (workbook, &properties);
  status = workbook_close (workbook);
  fd = g_open (beside, O_RDWR | O_CLOEXEC, 0);
  if (status != LXW_NO_ERROR)
    done = refuse (path, lxw_strerror (status), error);
  else if (fd < 0 || fsync (fd) != 0 || g_rename (beside, path) != 0)
    done = refuse (path, g_strerror (errno), error);
  else
    done = TRUE;
  if (fd >= 0)
    close (fd);
  if (!done)
    g_unlink (beside);
  g_free (beside);

  return done;
}

static lxw_format *
ensure_figure_format (Writer  *self,
                      guint    decimals,
                      gboolean is_struck)
{
  static const char *const codes[DECIMALS_MAX + 1] = { "0", "0.0", "0.00", "0.000", "0.0000", "0.00000", "0.000000" };
  lxw_format             **format = &self->figures[decimals][is_struck];

  if (*format == NULL)
    {
      *format = workbook_add_format (self->workbook);
      format_set_num_format (*format, codes[decimals]);
      if (is_struck)
        format_set_font_strikeout (*format);
    }

  return *format;
}

static void
write_cell (Writer            *self,
            lxw_worksheet     *sheet,
            lxw_row_t          row,
            lxw_col_t          column,
            const LecternCell *cell)
{
  const char *point;
  guint       decimals;

  if (cell->text == NULL || *cell->text == '\0')
    return;
  if (!cell->is_figure)
    {
      worksheet_write_string (sheet, row, column, cell->text, self->text);
      return;
    }
  point = strchr (cell->text, '.');
  decimals = point != NULL ? (guint) strlen (point + 1) : 0;
  worksheet_write_number (sheet, row, column, g_ascii_strtod (cell->text, NULL), ensure_figure_format (self, MIN (decimals, DECIMALS_MAX), cell->is_struck));
}

static void
write_sheet (Writer                  *self,
             const LecternTabulation *table)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, table->name);

  g_assert (sheet != NULL);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const LecternTabulationColumn *column = &g_array_index (table->columns, LecternTabulationColumn, i);

      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, column->width, NULL);
      worksheet_write_string (sheet, 0, (lxw_col_t) i, column->title, self->head);
    }
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_set_paper (sheet, PAPER_A4);
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      GArray *row = g_ptr_array_index (table->rows, i);

      for (guint k = 0; k < row->len; k++)
        write_cell (self, sheet, i + 1, (lxw_col_t) k, &g_array_index (row, LecternCell, k));
    }
}

gboolean
lectern_workbook_write (GPtrArray  *tables,
                        const char *path,
                        gint64      created_us,
                        GError    **error)
{
  char         *beside;
  lxw_workbook *workbook = lectern_workbook_file_begin (path, &beside, error);
  Writer        self = { .workbook = workbook };

  if (workbook == NULL)
    return FALSE;
  self.head = workbook_add_format (workbook);
  format_set_bold (self.head);
  format_set_bg_color (self.head, HEAD_COLOUR);
  self.text = workbook_add_format (workbook);
  format_set_num_format (self.text, "@");
  for (guint i = 0; i < tables->len; i++)
    write_sheet (&self, g_ptr_array_index (tables, i));

  return lectern_workbook_file_end (workbook, beside, path, created_us, error);
}
