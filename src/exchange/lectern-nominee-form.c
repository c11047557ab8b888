/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The workbook in which units nominate. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-nominee-form.h"

#include "lectern-workbook-form-private.h"

#define ROWS_MIN 20
#define ROWS_MAX 5000
#define PAPER_A4 9
#define LECTURES_MAX 100000
#define choose lectern_workbook_form_choose

typedef enum
{
  FIELD_PLAIN,
  FIELD_UNIT,
  FIELD_PARTY,
  FIELD_COURSEWARE,
  FIELD_COUNT,
} FieldKind;

typedef struct
{
  const char *zh, *en; /* the header; one the table reader knows */
  FieldKind   kind;
  gboolean    required;
  guint       width;
  const char *zh_hint, *en_hint;
} Field;

/* clang-format off */
static const Field fields[] = {
  { "推荐单位", "unit", FIELD_UNIT, TRUE, 22, "从列表中选择。", "Choose from the list." },
  { "姓名", "name", FIELD_PLAIN, TRUE, 16, "按身份证填写，最多50个字；少数民族姓名中间用“·”。", "As on the identity card, at most 50 characters; “·” inside minority names." },
  { "性别", "gender", FIELD_PLAIN, FALSE, 8, "男或女。", "Optional." },
  { "民族", "ethnicity", FIELD_PLAIN, FALSE, 10, "如：汉族。", "Optional." },
  { "出生年月", "born", FIELD_PLAIN, FALSE, 12, "如：1986-03。", "1986-03, say." },
  { "政治面貌", "party", FIELD_PARTY, TRUE, 16, "从列表中选择。", "Choose from the list." },
  { "入党时间", "joined", FIELD_PLAIN, FALSE, 12, "如：2008-06。", "2008-06, say." },
  { "学历", "education", FIELD_PLAIN, FALSE, 10, "如：本科。", "Optional." },
  { "工作单位及职务", "employer", FIELD_PLAIN, FALSE, 36, "写全称。", "In full." },
  { "党课题目", "title", FIELD_PLAIN, TRUE, 36, "与课件上的题目一致，最多200个字。", "As on the courseware, at most 200 characters." },
  { "宣讲场次", "lectures", FIELD_COUNT, TRUE, 10, "基层宣讲的次数，填整数。", "How many lectures were given; a whole number." },
  { "课件", "courseware", FIELD_COURSEWARE, TRUE, 24, "选择“有”或“无”，或填写课件文件名。", "Choose yes or no, or write the file’s name." },
  { "联系电话", "phone", FIELD_PLAIN, FALSE, 16, "只供联系用，不公布。", "To be reached at; it is not published." },
};
static const char *const parties_zh[] = { "中共党员", "中共预备党员", "群众", NULL };
static const char *const parties_en[] = { "member", "probationary", "none", NULL };
static const char *const courseware_zh[] = { "有", "无", NULL };
static const char *const courseware_en[] = { "yes", "no", NULL };
/* clang-format on */

static void
set_list (const LecternWorkbookForm *self,
          const Field               *field,
          lxw_data_validation       *rule)
{
  if (field->kind == FIELD_PARTY)
    {
      rule->validate = LXW_VALIDATION_TYPE_LIST;
      rule->value_list = (char **) (gpointer) (self->chinese ? parties_zh : parties_en);
    }
  else if (field->kind == FIELD_COURSEWARE)
    {
      rule->validate = LXW_VALIDATION_TYPE_LIST;
      rule->value_list = (char **) (gpointer) (self->chinese ? courseware_zh : courseware_en);
      /* A file's name is right, too. */
      rule->error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
    }
  else if (field->kind == FIELD_COUNT)
    {
      rule->validate = LXW_VALIDATION_TYPE_INTEGER;
      rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule->minimum_number = 0;
      rule->maximum_number = LECTURES_MAX;
    }
  else
    rule->validate = LXW_VALIDATION_TYPE_ANY;
}

static void
add_table (LecternWorkbookForm *self)
{
  lxw_worksheet *sheet = lectern_workbook_form_add_table (self, choose (self, "推荐表", "nominees"), FALSE, PAPER_A4);
  guint          n_rows = CLAMP (self->n_units * lectern_contest_get_rules (self->contest)->quota_per_unit, ROWS_MIN, ROWS_MAX);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const Field        *field = &fields[i];
      lxw_data_validation rule = { .input_message = (char *) choose (self, field->zh_hint, field->en_hint) };

      set_list (self, field, &rule);
      lectern_workbook_form_add_column (self, sheet, i, choose (self, field->zh, field->en), field->width, field->kind == FIELD_COUNT, field->required, field->kind == FIELD_UNIT, n_rows, &rule);
    }
}

/* What to know before filling it in: the contest, the quota, each column. */
static void
add_guidance (LecternWorkbookForm *self)
{
  lxw_worksheet      *sheet = lectern_workbook_form_add_guidance (self);
  const LecternRules *rules = lectern_contest_get_rules (self->contest);
  g_autofree char    *quota = self->chinese ? g_strdup_printf ("每个单位推荐不超过 %u 人。", rules->quota_per_unit) : g_strdup_printf ("Each unit nominates at most %u.", rules->quota_per_unit);
  lxw_row_t           row = 0;

  lectern_workbook_form_add_line (sheet, &row, choose (self, "赛事", "contest"), lectern_contest_get_record (self->contest)->title, self->wrapped);
  lectern_workbook_form_add_line (sheet, &row, choose (self, "名额", "quota"), quota, self->wrapped);
  lectern_workbook_form_add_line (sheet, &row, choose (self, "填写", "filling in"), choose (self, "每人一行，从第2行起；不要改动第1行的栏目名称，不要合并单元格。橙色栏目必须填写。", "A row for each, from row 2 on; leave the headers of row 1 as they are and merge no cells. Orange columns are required."), self->wrapped);
  lectern_workbook_form_add_line (sheet, &row, choose (self, "交回", "handing in"), choose (self, "以 .xlsx 保存后交回；有误的行会连同行号、栏目一并指出。", "Save as .xlsx and send it back; rows that are wrong are named by row and column."), self->wrapped);
  row++;
  lectern_workbook_form_add_line (sheet, &row, choose (self, "栏目", "column"), choose (self, "要求", "what goes in"), self->head);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    lectern_workbook_form_add_line (sheet, &row, choose (self, fields[i].zh, fields[i].en), choose (self, fields[i].zh_hint, fields[i].en_hint), self->wrapped);
}

gboolean
lectern_nominee_form_write (LecternContest *contest,
                            const char     *path,
                            gint64          created_us,
                            GError        **error)
{
  LecternWorkbookForm self;

  if (!lectern_workbook_form_begin (&self, contest, TRUE, path, error))
    return FALSE;
  add_table (&self);
  add_guidance (&self);
  return lectern_workbook_form_end (&self, choose (&self, "推荐单位", "unit"), path, created_us, error);
}
