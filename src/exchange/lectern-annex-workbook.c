/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The empty statistics table as a workbook. Rule: what import will ask of a cell is asked in the sheet
 * already; dates and telephone numbers are texts, or spreadsheet programs turn 1986-03 into a day. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-annex-workbook.h"

#include "lectern-annex-table.h"
#include "lectern-words.h"
#include "lectern-workbook-file-private.h"

#define ROWS 500
#define HEAD_COLOUR 0xF2F2F2
#define REQUIRED_COLOUR 0xFCE4D6
#define PAPER_A3 8
#define PAPER_A4 9
#define COLUMNS_ON_A4 12
#define NUMBER_MOST 99999999999.0

typedef struct
{
  LecternContest   *contest;
  LecternAnnexForm *form;
  const char       *language;
  gboolean          chinese;
  lxw_workbook     *workbook;
  lxw_format       *head;
  lxw_format       *required;
  lxw_format       *text;
  lxw_format       *wrapped;
  const char       *choices; /* name of the sheet with the units */
  guint             n_units;
} Form;

static const char *
choose (const Form *self,
        const char *zh,
        const char *en)
{
  return self->chinese ? zh : en;
}

static void
make_formats (Form *self)
{
  self->head = workbook_add_format (self->workbook);
  format_set_bold (self->head);
  format_set_text_wrap (self->head);
  format_set_align (self->head, LXW_ALIGN_CENTER);
  format_set_bg_color (self->head, HEAD_COLOUR);
  self->required = workbook_add_format (self->workbook);
  format_set_bold (self->required);
  format_set_text_wrap (self->required);
  format_set_align (self->required, LXW_ALIGN_CENTER);
  format_set_bg_color (self->required, REQUIRED_COLOUR);
  self->text = workbook_add_format (self->workbook);
  format_set_num_format (self->text, "@");
  self->wrapped = workbook_add_format (self->workbook);
  format_set_text_wrap (self->wrapped);
  format_set_align (self->wrapped, LXW_ALIGN_VERTICAL_TOP);
}

/* What goes into a column, in the contest's language. */
static const char *
explain (const Form               *self,
         const LecternAnnexColumn *column)
{
  switch (column->type)
    {
    case LECTERN_ANNEX_NUMBER:
      return choose (self, "只填数字，最多三位小数。", "Figures only, at most three decimals.");
    case LECTERN_ANNEX_DATE:
      return choose (self, "年月，如：1986-03。", "Year and month, 1986-03, say.");
    case LECTERN_ANNEX_UNIT:
      return choose (self, "从列表中选择。", "Choose from the list.");
    case LECTERN_ANNEX_NAME:
      return choose (self, "按身份证填写，最多50个字；少数民族姓名中间用“·”。", "As on the identity card, at most 50 characters; “·” inside minority names.");
    case LECTERN_ANNEX_TEXT:
    case LECTERN_ANNEX_N_TYPES:
    default:
      return choose (self, "文字，最多200个字。", "Text, at most 200 characters.");
    }
}

static void
add_rule (const Form               *self,
          lxw_worksheet            *sheet,
          const LecternAnnexColumn *column,
          lxw_col_t                 place)
{
  lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_ANY, .input_message = (char *) explain (self, column) };
  g_autofree char    *units = g_strdup_printf ("='%s'!$A$2:$A$%u", self->choices, self->n_units + 1);

  if (column->type == LECTERN_ANNEX_NUMBER)
    {
      rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
      rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule.maximum_number = NUMBER_MOST;
    }
  else if (column->type == LECTERN_ANNEX_UNIT && self->n_units > 0)
    {
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = units;
    }
  worksheet_data_validation_range (sheet, 1, place, ROWS, place, &rule);
}

static void
add_table (Form *self)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, choose (self, "统计表", "table"));

  for (guint i = 0; i < self->form->columns->len; i++)
    {
      const LecternAnnexColumn *column = self->form->columns->pdata[i];
      g_autofree char          *header = lectern_annex_table_get_header (column, self->language);
      gboolean                  wide = column->type == LECTERN_ANNEX_UNIT || column->type == LECTERN_ANNEX_TEXT;

      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, wide ? 18 : 12, column->type == LECTERN_ANNEX_NUMBER ? NULL : self->text);
      worksheet_write_string (sheet, 0, (lxw_col_t) i, header, column->required ? self->required : self->head);
      add_rule (self, sheet, column, (lxw_col_t) i);
    }
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_set_paper (sheet, self->form->columns->len > COLUMNS_ON_A4 ? PAPER_A3 : PAPER_A4);
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
}

static void
add_line (lxw_worksheet *sheet,
          lxw_row_t      row,
          const char    *what,
          const char    *text,
          lxw_format    *format)
{
  worksheet_write_string (sheet, row, 0, what, format);
  worksheet_write_string (sheet, row, 1, text, format);
}

static void
add_guidance (Form *self)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, choose (self, "填表说明", "how to fill in"));
  lxw_row_t      row = 0;

  worksheet_set_column (sheet, 0, 0, 24, NULL);
  worksheet_set_column (sheet, 1, 1, 80, NULL);
  worksheet_fit_to_pages (sheet, 1, 0);
  add_line (sheet, row++, choose (self, "表名", "table"), lectern_annex_form_get_title (self->form, self->language), self->wrapped);
  add_line (sheet, row++, choose (self, "填写", "filling in"), choose (self, "从第2行起，每行一条；不要改动第1行的栏目名称，不要合并单元格，不要加合计行。橙色栏目必须填写。", "From row 2 on, one entry a row; leave the headers of row 1 as they are, merge no cells, add no totals. Orange columns are required."), self->wrapped);
  add_line (sheet, row++, choose (self, "交回", "handing in"), choose (self, "以 .xlsx 保存后交回；有误的单元格会连同行号、栏目一并指出。再交一次，以后一次为准。", "Save as .xlsx and send it back; cells that are wrong are named by row and column. Sent again, the later one holds."), self->wrapped);
  row++;
  add_line (sheet, row++, choose (self, "栏目", "column"), choose (self, "要求", "what goes in"), self->head);
  for (guint i = 0; i < self->form->columns->len; i++)
    {
      g_autofree char *header = lectern_annex_table_get_header (self->form->columns->pdata[i], self->language);

      add_line (sheet, row++, header, explain (self, self->form->columns->pdata[i]), self->wrapped);
    }
}

static void
add_choices (Form *self)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, self->choices);
  GPtrArray     *units = lectern_contest_get_units (self->contest);
  lxw_row_t      row = 1;

  worksheet_set_column (sheet, 0, 0, 30, NULL);
  worksheet_write_string (sheet, 0, 0, choose (self, "单位", "unit"), self->head);
  for (guint i = 0; i < units->len; i++)
    worksheet_write_string (sheet, row++, 0, ((LecternUnit *) units->pdata[i])->name, self->text);
}

gboolean
lectern_annex_workbook_write (LecternContest  *contest,
                              LecternAnnexKind kind,
                              const char      *path,
                              gint64           created_us,
                              GError         **error)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (contest, kind);
  const char *language = lectern_contest_get_record (contest)->language;
  char       *beside;
  Form        self = { .contest = contest, .form = form, .language = language, .workbook = lectern_workbook_file_begin (path, &beside, error) };

  if (self.workbook == NULL)
    return FALSE;
  self.chinese = lectern_words_is_chinese (language);
  self.choices = choose (&self, "选项", "choices");
  self.n_units = lectern_contest_get_units (contest)->len;
  make_formats (&self);
  add_table (&self);
  add_guidance (&self);
  add_choices (&self);

  return lectern_workbook_file_end (self.workbook, beside, path, created_us, error);
}
