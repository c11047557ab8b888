/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The empty statistics table as a workbook, to be filled in by the units. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-annex-workbook.h"

#include "lectern-annex-table.h"
#include "lectern-workbook-form-private.h"

#define ROWS 500
#define PAPER_A3 8
#define PAPER_A4 9
#define COLUMNS_ON_A4 12
#define NUMBER_MOST 99999999999.0
#define choose lectern_workbook_form_choose

/* What goes into a column, in the contest's language. */
static const char *
explain (const LecternWorkbookForm *self,
         const LecternAnnexColumn  *column)
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
add_table (LecternWorkbookForm    *self,
           const LecternAnnexForm *form,
           const char             *language)
{
  lxw_worksheet *sheet = lectern_workbook_form_add_table (self, choose (self, "统计表", "table"), TRUE, form->columns->len > COLUMNS_ON_A4 ? PAPER_A3 : PAPER_A4);

  for (guint i = 0; i < form->columns->len; i++)
    {
      const LecternAnnexColumn *column = form->columns->pdata[i];
      g_autofree char          *header = lectern_annex_table_get_header (column, language);
      gboolean                  wide = column->type == LECTERN_ANNEX_UNIT || column->type == LECTERN_ANNEX_TEXT;
      gboolean                  number = column->type == LECTERN_ANNEX_NUMBER;
      lxw_data_validation       rule = { .validate = LXW_VALIDATION_TYPE_ANY, .input_message = (char *) explain (self, column) };

      if (number)
        {
          rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
          rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
          rule.maximum_number = NUMBER_MOST;
        }
      lectern_workbook_form_add_column (self, sheet, i, header, wide ? 18 : 12, number, column->required, column->type == LECTERN_ANNEX_UNIT, ROWS, &rule);
    }
}

static void
add_guidance (LecternWorkbookForm    *self,
              const LecternAnnexForm *form,
              const char             *language)
{
  lxw_worksheet *sheet = lectern_workbook_form_add_guidance (self);
  lxw_row_t      row = 0;

  lectern_workbook_form_add_line (sheet, &row, choose (self, "表名", "table"), lectern_annex_form_get_title (form, language), self->wrapped);
  lectern_workbook_form_add_line (sheet, &row, choose (self, "填写", "filling in"), choose (self, "从第2行起，每行一条；不要改动第1行的栏目名称，不要合并单元格，不要加合计行。橙色栏目必须填写。", "From row 2 on, one entry a row; leave the headers of row 1 as they are, merge no cells, add no totals. Orange columns are required."), self->wrapped);
  lectern_workbook_form_add_line (sheet, &row, choose (self, "交回", "handing in"), choose (self, "以 .xlsx 保存后交回；有误的单元格会连同行号、栏目一并指出。再交一次，以后一次为准。", "Save as .xlsx and send it back; cells that are wrong are named by row and column. Sent again, the later one holds."), self->wrapped);
  row++;
  lectern_workbook_form_add_line (sheet, &row, choose (self, "栏目", "column"), choose (self, "要求", "what goes in"), self->head);
  for (guint i = 0; i < form->columns->len; i++)
    {
      g_autofree char *header = lectern_annex_table_get_header (form->columns->pdata[i], language);

      lectern_workbook_form_add_line (sheet, &row, header, explain (self, form->columns->pdata[i]), self->wrapped);
    }
}

gboolean
lectern_annex_workbook_write (LecternContest  *contest,
                              LecternAnnexKind kind,
                              const char      *path,
                              gint64           created_us,
                              GError         **error)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_shown_annex_form (contest, kind);
  const char         *language = lectern_contest_get_record (contest)->language;
  LecternWorkbookForm self;

  if (!lectern_workbook_form_begin (&self, contest, FALSE, path, error))
    return FALSE;
  add_table (&self, form, language);
  add_guidance (&self, form, language);
  return lectern_workbook_form_end (&self, choose (&self, "单位", "unit"), path, created_us, error);
}
