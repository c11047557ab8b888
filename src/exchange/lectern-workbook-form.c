/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What every workbook has that units fill in. Rule: what the table reader will ask of a cell is asked in the sheet already, by
 * lists to choose from and a hint beside it, so that few rows come back wrong; the reader still checks every one. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-workbook-form-private.h"

#include "lectern-words.h"
#include "lectern-workbook-file-private.h"

#define HEAD_COLOUR 0xF2F2F2
#define REQUIRED_COLOUR 0xFCE4D6

const char *
lectern_workbook_form_choose (const LecternWorkbookForm *self,
                              const char                *zh,
                              const char                *en)
{
  return self->chinese ? zh : en;
}

static const char *
get_choices_name (const LecternWorkbookForm *self)
{
  return lectern_workbook_form_choose (self, "选项", "choices");
}

static lxw_format *
add_head_format (LecternWorkbookForm *self,
                 lxw_color_t          colour)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_bg_color (format, colour);
  return format;
}

static gboolean
can_be_chosen (const LecternWorkbookForm *self,
               const LecternUnit         *unit)
{
  return !self->active_only || unit->active == 1;
}

gboolean
lectern_workbook_form_begin (LecternWorkbookForm *self,
                             LecternContest      *contest,
                             gboolean             active_only,
                             const char          *path,
                             GError             **error)
{
  GPtrArray *units = lectern_contest_get_units (contest);

  *self = (LecternWorkbookForm){ .contest = contest, .active_only = active_only };
  self->workbook = lectern_workbook_file_begin (path, &self->beside, error);
  if (self->workbook == NULL)
    return FALSE;
  self->chinese = lectern_words_is_chinese (lectern_contest_get_record (contest)->language);
  for (guint i = 0; i < units->len; i++)
    self->n_units += can_be_chosen (self, units->pdata[i]);
  self->head = add_head_format (self, HEAD_COLOUR);
  self->required = add_head_format (self, REQUIRED_COLOUR);
  self->text = workbook_add_format (self->workbook);
  format_set_num_format (self->text, "@");
  self->wrapped = workbook_add_format (self->workbook);
  format_set_text_wrap (self->wrapped);
  format_set_align (self->wrapped, LXW_ALIGN_VERTICAL_TOP);
  return TRUE;
}

lxw_worksheet *
lectern_workbook_form_add_table (LecternWorkbookForm *self,
                                 const char          *name,
                                 gboolean             first_column,
                                 guint8               paper)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, name);

  worksheet_freeze_panes (sheet, 1, first_column ? 1 : 0);
  worksheet_set_paper (sheet, paper);
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  return sheet;
}

void
lectern_workbook_form_add_column (LecternWorkbookForm *self,
                                  lxw_worksheet       *sheet,
                                  guint                place,
                                  const char          *header,
                                  double               width,
                                  gboolean             number,
                                  gboolean             required,
                                  gboolean             units,
                                  guint                n_rows,
                                  lxw_data_validation *rule)
{
  lxw_col_t        column = (lxw_col_t) place;
  g_autofree char *formula = g_strdup_printf ("='%s'!$A$2:$A$%u", get_choices_name (self), self->n_units + 1);

  worksheet_set_column (sheet, column, column, width, number ? NULL : self->text);
  worksheet_write_string (sheet, 0, column, header, required ? self->required : self->head);
  if (units && self->n_units > 0)
    {
      rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule->value_formula = formula;
    }
  worksheet_data_validation_range (sheet, 1, column, n_rows, column, rule);
}

lxw_worksheet *
lectern_workbook_form_add_guidance (LecternWorkbookForm *self)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, lectern_workbook_form_choose (self, "填表说明", "how to fill in"));

  worksheet_set_column (sheet, 0, 0, 24, NULL);
  worksheet_set_column (sheet, 1, 1, 80, NULL);
  worksheet_fit_to_pages (sheet, 1, 0);
  return sheet;
}

void
lectern_workbook_form_add_line (lxw_worksheet *sheet,
                                lxw_row_t     *row,
                                const char    *what,
                                const char    *text,
                                lxw_format    *format)
{
  worksheet_write_string (sheet, *row, 0, what, format);
  worksheet_write_string (sheet, *row, 1, text, format);
  (*row)++;
}

gboolean
lectern_workbook_form_end (LecternWorkbookForm *self,
                           const char          *heading,
                           const char          *path,
                           gint64               created_us,
                           GError             **error)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, get_choices_name (self));
  GPtrArray     *units = lectern_contest_get_units (self->contest);
  lxw_row_t      row = 1;

  worksheet_set_column (sheet, 0, 0, 30, NULL);
  worksheet_write_string (sheet, 0, 0, heading, self->head);
  for (guint i = 0; i < units->len; i++)
    if (can_be_chosen (self, units->pdata[i]))
      worksheet_write_string (sheet, row++, 0, ((LecternUnit *) units->pdata[i])->name, self->text);
  return lectern_workbook_file_end (self->workbook, self->beside, path, created_us, error);
}
