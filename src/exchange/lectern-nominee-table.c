/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The table in which units nominate. Every row is judged as it would be on the nominees page: known
 * unit, quota counted over those registered and the rows above, and the contest's conditions of
 * eligibility. A row that may not speak is refused here, with what to do about it, rather than
 * found out on the day. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-nominee-table.h"

#include "lectern-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LECTURES_MAX 100000

enum
{
  COLUMN_UNIT,
  COLUMN_NAME,
  COLUMN_TITLE,
  COLUMN_PARTY,
  COLUMN_LECTURES,
  COLUMN_COURSEWARE,
  COLUMN_GENDER,
  COLUMN_ETHNICITY,
  COLUMN_BORN,
  COLUMN_JOINED,
  COLUMN_EDUCATION,
  COLUMN_EMPLOYER,
  COLUMN_PHONE,
  N_COLUMNS,
};

static const LecternColumnSpec column_specs[N_COLUMNS] = {
  [COLUMN_UNIT] = { "unit", TRUE, { "推荐单位", "选送单位", "单位", "nominating unit" } },
  [COLUMN_NAME] = { "name", TRUE, { "姓名", "选手姓名" } },
  [COLUMN_TITLE] = { "title", TRUE, { "党课题目", "宣讲题目", "题目", "lecture", "lecture title" } },
  [COLUMN_PARTY] = { "party", FALSE, { "政治面貌", "party status" } },
  [COLUMN_LECTURES] = { "lectures", FALSE, { "宣讲场次", "授课次数" } },
  [COLUMN_COURSEWARE] = { "courseware", FALSE, { "课件", "课件名称", "多媒体课件" } },
  [COLUMN_GENDER] = { "gender", FALSE, { "性别" } },
  [COLUMN_ETHNICITY] = { "ethnicity", FALSE, { "民族" } },
  [COLUMN_BORN] = { "born", FALSE, { "出生年月", "出生日期", "date of birth" } },
  [COLUMN_JOINED] = { "joined", FALSE, { "入党时间", "入党年月" } },
  [COLUMN_EDUCATION] = { "education", FALSE, { "学历" } },
  [COLUMN_EMPLOYER] = { "employer", FALSE, { "工作单位及职务", "单位及职务", "工作单位" } },
  [COLUMN_PHONE] = { "phone", FALSE, { "联系电话", "电话", "手机" } },
};

static const struct
{
  const char *word;
  const char *party;
} party_words[] = {
  { "中共党员", "member" },
  { "党员", "member" },
  { "正式党员", "member" },
  { "中共正式党员", "member" },
  { "member", "member" },
  { "中共预备党员", "probationary" },
  { "预备党员", "probationary" },
  { "probationary", "probationary" },
  { "probationary member", "probationary" },
  { "群众", "none" },
  { "团员", "none" },
  { "共青团员", "none" },
  { "民主党派", "none" },
  { "无党派", "none" },
  { "无党派人士", "none" },
  { "无", "none" },
  { "none", "none" },
};

static const char *const courseware_there[] = { "有", "是", "yes", "y", "true", "√", NULL };
static const char *const courseware_missing[] = { "无", "没有", "否", "no", "n", "none", "false", "×", "-", "—", NULL };

typedef struct
{
  LecternContest       *contest;
  const LecternRules   *rules;
  const LecternColumns *columns;
  LecternImport        *import;
  LecternImportFlags    flags;
  GHashTable           *counts; /* unit's key to how many it nominates */
} NomineeTable;

static void
count_registered (NomineeTable *table)
{
  GPtrArray *nominees = lectern_contest_get_nominees (table->contest);

  table->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];
      guint                 n = GPOINTER_TO_UINT (g_hash_table_lookup (table->counts, nominee->unit));

      if (nominee->withdrawn != 1)
        g_hash_table_insert (table->counts, g_strdup (nominee->unit), GUINT_TO_POINTER (n + 1));
    }
}

static void
read_unit (NomineeTable   *table,
           guint           row,
           LecternNominee *nominee)
{
  const LecternUnit *unit = lectern_columns_read_unit (table->columns, row, COLUMN_UNIT, table->contest);

  if (unit == NULL)
    {
      if (*lectern_columns_get (table->columns, row, COLUMN_UNIT) == '\0')
        lectern_columns_add_problem (table->columns, row, COLUMN_UNIT, "%s", _ ("The nominating unit is missing. Write it in."));
      return;
    }
  nominee->unit = g_strdup (unit->key);
}

/* One more of the unit, and whether it may. */
static void
count_nominee (NomineeTable         *table,
               guint                 row,
               const LecternNominee *nominee)
{
  const LecternUnit *unit = nominee->unit != NULL ? lectern_contest_get_unit (table->contest, nominee->unit) : NULL;
  guint              n;

  if (unit == NULL)
    return;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (table->counts, unit->key)) + 1;
  g_hash_table_insert (table->counts, g_strdup (unit->key), GUINT_TO_POINTER (n));
  if (table->rules != NULL && n > table->rules->quota_per_unit)
    /* Translators: the unit, how many it may nominate, which number this one is. */
    lectern_columns_add_problem (table->columns, row, COLUMN_UNIT, _ ("%s may nominate %u, and this is number %u. Take the row out, or withdraw another nominee first."), unit->name, table->rules->quota_per_unit, n);
}

static void
read_party (NomineeTable   *table,
            guint           row,
            LecternNominee *nominee)
{
  const char      *text = lectern_columns_get (table->columns, row, COLUMN_PARTY);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *quoted = lectern_grid_abbreviate (text);

  for (guint i = 0; i < G_N_ELEMENTS (party_words); i++)
    if (g_str_equal (folded, party_words[i].word))
      {
        nominee->party = g_strdup (party_words[i].party);
        return;
      }
  nominee->party = g_strdup ("none");
  if (*text != '\0')
    lectern_columns_add_problem (table->columns, row, COLUMN_PARTY, _ ("“%s” is no party status that is known. Write 中共党员, 中共预备党员 or 群众 (member, probationary or none)."), quoted);
}

static void
read_lectures (NomineeTable   *table,
               guint           row,
               LecternNominee *nominee)
{
  nominee->lectures = 0;
  if (*lectern_columns_get (table->columns, row, COLUMN_LECTURES) != '\0')
    lectern_columns_read_integer (table->columns, row, COLUMN_LECTURES, 0, LECTURES_MAX, &nominee->lectures);
}

static void
read_courseware (NomineeTable   *table,
                 guint           row,
                 LecternNominee *nominee)
{
  g_autofree char *text = lectern_columns_read_text (table->columns, row, COLUMN_COURSEWARE);
  g_autofree char *folded = g_utf8_casefold (text == NULL ? "" : text, -1);

  if (text == NULL || g_strv_contains (courseware_missing, folded))
    nominee->courseware = g_strdup ("");
  else if (g_strv_contains (courseware_there, folded))
    nominee->courseware = g_strdup ("yes");
  else
    nominee->courseware = g_steal_pointer (&text);
}

/* What the contest's own check says, where the cell has no problem yet. */
static void
check_eligibility (NomineeTable         *table,
                   guint                 row,
                   const LecternNominee *nominee)
{
  g_autoptr (GPtrArray) reasons = lectern_contest_check_eligibility (table->contest, nominee);
  guint number = lectern_grid_get_row_number (table->columns->grid, row);

  for (guint i = 0; i < reasons->len; i++)
    {
      const LecternProblem *reason = reasons->pdata[i];

      if (!lectern_columns_has_problem (table->columns, row, reason->column))
        g_ptr_array_add (table->import->problems, lectern_problem_new (number, reason->column, "%s", reason->message));
    }
}

static gboolean
is_same_nominee (const LecternNominee *a,
                 const LecternNominee *b)
{
  return g_strcmp0 (a->unit, b->unit) == 0 && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->title, b->title) == 0;
}

static void
check_repetition (NomineeTable         *table,
                  guint                 row,
                  const LecternNominee *nominee)
{
  GPtrArray *registered = lectern_contest_get_nominees (table->contest);

  for (guint i = 0; i < registered->len; i++)
    if (is_same_nominee (nominee, registered->pdata[i]) && ((LecternNominee *) registered->pdata[i])->withdrawn != 1)
      lectern_columns_add_problem (table->columns, row, COLUMN_NAME, _ ("%s is registered already with this lecture. Take the row out."), nominee->name);
  for (guint i = 0; i < table->import->records->len; i++)
    if (is_same_nominee (nominee, table->import->records->pdata[i]))
      lectern_columns_add_problem (table->columns, row, COLUMN_NAME, _ ("%s is in the table already with this lecture. Take one of the rows out."), nominee->name);
}

/* Who of the same unit has the same name; of several the one with the same lecture. NULL: nobody, or one can't tell. */
static const LecternNominee *
find_registered (NomineeTable         *table,
                 guint                 row,
                 const LecternNominee *nominee)
{
  GPtrArray            *registered = lectern_contest_get_nominees (table->contest);
  const LecternNominee *found = NULL;
  guint                 n = 0;

  for (guint i = 0; i < registered->len; i++)
    {
      const LecternNominee *other = registered->pdata[i];

      if (other->withdrawn == 1 || g_strcmp0 (nominee->unit, other->unit) != 0 || g_strcmp0 (nominee->name, other->name) != 0)
        continue;
      if (g_strcmp0 (nominee->title, other->title) == 0)
        return other;
      found = other;
      n++;
    }
  if (n > 1)
    lectern_columns_add_problem (table->columns, row, COLUMN_NAME, _ ("%s is registered %u times by this unit with other lectures. Change it on the nominees’ page."), nominee->name, n);
  return n == 1 ? found : NULL;
}

/* A column the table does not have leaves what is there. */
static void
keep_untold (NomineeTable         *table,
             LecternNominee       *nominee,
             const LecternNominee *before)
{
  const LecternTable *columns = &lectern_table_nominee;

  for (guint i = 0; i < N_COLUMNS; i++)
    for (guint c = 0; c < columns->n_columns; c++)
      {
        if (table->columns->places[i] >= 0 || !g_str_equal (columns->columns[c].name, column_specs[i].key))
          continue;
        if (columns->columns[c].type == LECTERN_COLUMN_TEXT)
          lectern_record_set_text (nominee, c, lectern_record_get_text (before, c));
        else
          lectern_record_set_integer (nominee, c, lectern_record_get_integer (before, c));
      }
  nominee->id = before->id;
}

static gboolean
is_unchanged (const LecternNominee *nominee,
              const LecternNominee *before)
{
  for (guint c = 0; c < lectern_table_nominee.n_columns; c++)
    {
      gboolean    is_text = lectern_table_nominee.columns[c].type == LECTERN_COLUMN_TEXT;
      const char *is = is_text ? lectern_record_get_text (nominee, c) : NULL;
      const char *was = is_text ? lectern_record_get_text (before, c) : NULL;

      if (is_text ? g_strcmp0 (is == NULL ? "" : is, was == NULL ? "" : was) != 0 : lectern_record_get_integer (nominee, c) != lectern_record_get_integer (before, c))
        return FALSE;
    }
  return TRUE;
}

static LecternNominee *
read_cells (NomineeTable *table,
            guint         row)
{
  LecternNominee       *nominee = lectern_record_new (&lectern_table_nominee);
  const LecternColumns *columns = table->columns;

  read_unit (table, row, nominee);
  nominee->name = lectern_columns_read_name (columns, row, COLUMN_NAME);
  nominee->title = lectern_columns_read_text (columns, row, COLUMN_TITLE);
  read_party (table, row, nominee);
  read_lectures (table, row, nominee);
  read_courseware (table, row, nominee);
  nominee->gender = lectern_columns_read_text (columns, row, COLUMN_GENDER);
  nominee->ethnicity = lectern_columns_read_text (columns, row, COLUMN_ETHNICITY);
  nominee->born = lectern_columns_read_text (columns, row, COLUMN_BORN);
  nominee->joined = lectern_columns_read_text (columns, row, COLUMN_JOINED);
  nominee->education = lectern_columns_read_text (columns, row, COLUMN_EDUCATION);
  nominee->employer = lectern_columns_read_text (columns, row, COLUMN_EMPLOYER);
  nominee->phone = lectern_columns_read_text (columns, row, COLUMN_PHONE);
  nominee->withdrawn = 0;
  return nominee;
}

static gboolean
is_in_table (NomineeTable *table,
             gint64        id)
{
  for (guint i = 0; i < table->import->records->len; i++)
    if (((LecternNominee *) table->import->records->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static void
read_row (NomineeTable *table,
          guint         row)
{
  LecternNominee       *nominee = read_cells (table, row);
  const LecternNominee *before = (table->flags & LECTERN_IMPORT_UPDATE) != 0 ? find_registered (table, row, nominee) : NULL;

  if (before != NULL)
    keep_untold (table, nominee, before);
  else
    count_nominee (table, row, nominee);
  check_eligibility (table, row, nominee);
  if (before != NULL && is_in_table (table, before->id))
    lectern_columns_add_problem (table->columns, row, COLUMN_NAME, _ ("%s is in the table twice. Take one of the rows out."), nominee->name);
  else if (before == NULL && !lectern_columns_has_problem (table->columns, row, NULL))
    check_repetition (table, row, nominee);
  if (before == NULL || !is_unchanged (nominee, before))
    {
      g_ptr_array_add (table->import->records, nominee);
      return;
    }
  table->import->n_unchanged++;
  lectern_record_unref (nominee);
}

void
lectern_nominee_table_read (const LecternGrid *grid,
                            LecternContest    *contest,
                            LecternImportFlags flags,
                            LecternImport     *import)
{
  const LecternRules *rules = lectern_contest_get_rules (contest);
  LecternColumnSpec   specs[N_COLUMNS];
  g_autoptr (LecternColumns) columns = NULL;
  NomineeTable table = { .contest = contest, .rules = rules, .import = import, .flags = flags };

  memcpy (specs, column_specs, sizeof specs);
  specs[COLUMN_PARTY].required = rules != NULL && rules->need_party_member;
  specs[COLUMN_LECTURES].required = rules != NULL && rules->lectures_at_least > 0;
  specs[COLUMN_COURSEWARE].required = rules != NULL && rules->need_courseware;
  columns = lectern_columns_map (grid, specs, N_COLUMNS, import);
  if (columns == NULL)
    return;

  table.columns = columns;
  count_registered (&table);
  for (guint row = columns->header + 1; row < lectern_grid_get_n_rows (grid); row++)
    read_row (&table, row);
  g_hash_table_unref (table.counts);
}
