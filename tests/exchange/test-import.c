/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Tables against a contest: what a good one becomes, and how each bad row is named. A contest of
 * the default template, with the sample's nominees and judges where lots and marks are read. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-annex.h"
#include "lectern-exchange-error.h"
#include "lectern-import-line.h"
#include "lectern-templates.h"

#include <string.h>

#define NOMINEE_HEADER "推荐单位,姓名,政治面貌,党课题目,宣讲场次,课件\n"

static void
put_rows (LecternChange *change,
          GPtrArray     *rows)
{
  for (guint i = 0; i < rows->len; i++)
    lectern_change_put (change, lectern_record_ref (rows->pdata[i]));
}

static LecternContest *
make_contest (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_templates_load (name, NULL, &error);
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternContest *contest = lectern_contest_new ();
  LecternOnAir   *on_air = lectern_record_new (&lectern_table_on_air);

  g_assert_no_error (error);
  lectern_change_put (change, lectern_record_ref (template->contest));
  put_rows (change, template->units);
  put_rows (change, template->criteria);
  put_rows (change, template->rounds);
  put_rows (change, template->awards);
  on_air->id = 1;
  on_air->round = g_strdup ("final");
  on_air->blank = 0;
  lectern_change_put (change, on_air);
  lectern_contest_apply (contest, change);

  return contest;
}

static LecternImport *
read_text (LecternImportKind  kind,
           const char        *text,
           LecternContest    *contest,
           LecternImportFlags flags)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lectern_import_read_bytes (kind, bytes, contest, flags);
}

/* Registers the sample's nominees, numbered as they stand, and its judges. */
static void
register_sample (LecternContest *contest)
{
  g_autoptr (GBytes) roster = lectern_templates_get_sample (LECTERN_IMPORT_NOMINEES);
  g_autoptr (GBytes) panel = lectern_templates_get_sample (LECTERN_IMPORT_JUDGES);
  g_autoptr (LecternImport) nominees = lectern_import_read_bytes (LECTERN_IMPORT_NOMINEES, roster, contest, LECTERN_IMPORT_PLAIN);
  g_autoptr (LecternImport) judges = lectern_import_read_bytes (LECTERN_IMPORT_JUDGES, panel, contest, LECTERN_IMPORT_PLAIN);
  g_autoptr (LecternChange) change = lectern_change_new ();

  g_assert_no_error (nominees->error);
  g_assert_no_error (judges->error);
  for (guint i = 0; i < nominees->records->len; i++)
    ((LecternNominee *) nominees->records->pdata[i])->id = i + 1;
  put_rows (change, nominees->records);
  put_rows (change, judges->records);
  lectern_contest_apply (contest, change);
}

/* The first @n nominees drew their own numbers as lots. */
static void
draw_sample (LecternContest *contest,
             guint           n)
{
  g_autoptr (LecternChange) change = lectern_change_new ();

  for (guint i = 1; i <= n; i++)
    {
      LecternEntry *entry = lectern_record_new (&lectern_table_entry);

      entry->round = g_strdup ("final");
      entry->nominee = i;
      entry->lot = i;
      entry->state = i == 4 ? LECTERN_ENTRY_FORFEIT : LECTERN_ENTRY_WAITING;
      entry->forfeit_reason = i == 4 ? g_strdup ("late") : NULL;
      entry->revealed = 0;
      lectern_change_put (change, entry);
    }
  lectern_contest_apply (contest, change);
}

/* "3 unit; 5 party": where problems are. */
static char *
describe (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = problems->pdata[i];

      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_cmpuint (strlen (problem->message), >, 12);
      g_string_append_printf (text, "%s%u %s", i == 0 ? "" : "; ", problem->row, problem->column == NULL ? "-" : problem->column);
    }

  return g_string_free (text, FALSE);
}

static void
test_sample (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (GBytes) roster = lectern_templates_get_sample (LECTERN_IMPORT_NOMINEES);
  g_autoptr (LecternImport) import = lectern_import_read_bytes (LECTERN_IMPORT_NOMINEES, roster, contest, LECTERN_IMPORT_PLAIN);
  const LecternNominee *nominee;

  g_assert_no_error (import->error);
  g_assert_cmpuint (import->problems->len, ==, 0);
  g_assert_cmpuint (import->notices->len, ==, 0);
  g_assert_cmpuint (import->n_rows, ==, 28);
  g_assert_cmpuint (import->records->len, ==, 28);
  nominee = import->records->pdata[6];
  g_assert_cmpstr (nominee->unit, ==, "shanyang");
  g_assert_cmpstr (nominee->name, ==, "欧阳静怡");
  g_assert_cmpstr (nominee->party, ==, "probationary");
  g_assert_cmpstr (nominee->title, ==, "我在网格当\"管家\"");
  g_assert_cmpint (nominee->lectures, ==, 7);
  g_assert_cmpstr (nominee->courseware, ==, "欧阳静怡-课件.pptx");
  g_assert_cmpstr (nominee->gender, ==, "女");
  g_assert_cmpstr (nominee->born, ==, "1993-01");
  g_assert_cmpstr (nominee->joined, ==, "2017-12");
  g_assert_cmpstr (nominee->phone, ==, "0391-5550007");
  g_assert_cmpint (nominee->withdrawn, ==, 0);
  nominee = import->records->pdata[20];
  g_assert_cmpstr (nominee->name, ==, "阿卜杜拉·买买提");
}

static void
test_sample_judges (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (GBytes) panel = lectern_templates_get_sample (LECTERN_IMPORT_JUDGES);
  g_autoptr (LecternImport) import = lectern_import_read_bytes (LECTERN_IMPORT_JUDGES, panel, contest, LECTERN_IMPORT_PLAIN);
  const LecternJudge *judge;

  g_assert_no_error (import->error);
  g_assert_cmpuint (import->records->len, ==, 9);
  judge = import->records->pdata[0];
  g_assert_cmpint (judge->number, ==, 1);
  g_assert_cmpint (judge->head, ==, 1);
  g_assert_null (judge->unit);
  judge = import->records->pdata[3];
  g_assert_cmpstr (judge->unit, ==, "education");
  g_assert_cmpint (judge->head, ==, 0);
  g_assert_cmpint (judge->active, ==, 1);
}

/* English headers, any order, a title row above, units by key and full name, words of all kinds. */
static void
test_forms (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (LecternImport) import = read_text (LECTERN_IMPORT_NOMINEES,
                                                "焦作市微型党课比赛推荐表;;;;;;\n"
                                                "Name *;Shoe size;LECTURES;party;unit;Courseware;title(题目)\n"
                                                "张　三;42;３;Member;wenxian;有;一粒麦种\n"
                                                "阿卜杜拉・买买提;43;4;预备党员;焦作市解放区;a.pptx;\"石榴籽\n在焦作\"\n"
                                                "John  Smith;44;5;党员;市教育局;YES;Talk\n",
                                                contest,
                                                LECTERN_IMPORT_PLAIN);
  const LecternNominee *nominee;
  g_autofree char      *notices = NULL;

  g_assert_no_error (import->error);
  nominee = import->records->pdata[0];
  g_assert_cmpstr (nominee->name, ==, "张三");
  g_assert_cmpstr (nominee->unit, ==, "wenxian");
  g_assert_cmpint (nominee->lectures, ==, 3);
  g_assert_cmpstr (nominee->courseware, ==, "yes");
  g_assert_null (nominee->gender);
  nominee = import->records->pdata[1];
  g_assert_cmpstr (nominee->name, ==, "阿卜杜拉·买买提");
  g_assert_cmpstr (nominee->unit, ==, "jiefang");
  g_assert_cmpstr (nominee->title, ==, "石榴籽 在焦作");
  nominee = import->records->pdata[2];
  g_assert_cmpstr (nominee->name, ==, "John Smith");
  notices = describe (import->notices);
  g_assert_cmpstr (notices, ==, "2 Shoe size; 3 name; 4 name; 5 name");
}

static const struct
{
  const char       *name;
  LecternImportKind kind;
  const char       *text;
  const char       *problems;
} bad_rows[] = {
  { "wrong header", LECTERN_IMPORT_NOMINEES, "a,b,c\n1,2,3\n", "1 unit; 1 name; 1 title; 1 party; 1 lectures; 1 courseware" },
  { "missing column", LECTERN_IMPORT_NOMINEES, "推荐单位,姓名,政治面貌,党课题目,宣讲场次\n解放区,甲,党员,题,1\n", "1 courseware" },
  { "column twice", LECTERN_IMPORT_NOMINEES, "推荐单位,姓名,政治面貌,党课题目,宣讲场次,课件,name\n解放区,甲,党员,题,1,有,乙\n", "1 name" },
  { "header alone", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER, "1 -" },
  { "missing unit", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER ",甲,党员,题,1,有\n", "2 unit" },
  { "unknown unit", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放,甲,党员,题,1,有\n郑州市,乙,党员,题,1,有\n", "2 unit; 3 unit" },
  { "missing name", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,,党员,题,1,有\n", "2 name" },
  { "missing title", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,党员,,1,有\n", "2 title" },
  { "third nominee", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,党员,题,1,有\n温县,丁,党员,题,1,有\n解放区,乙,党员,题,1,有\njiefang,丙,党员,题,1,有\n", "5 unit" },
  { "no party member", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,群众,题,1,有\n温县,乙,,题,1,有\n", "2 party; 3 party" },
  { "unknown party word", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,老党员,题,1,有\n", "2 party" },
  { "no courseware", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,党员,题,1,无\n温县,乙,党员,题,1,\n", "2 courseware; 3 courseware" },
  { "lectures", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,党员,题,many,有\n解放区,乙,党员,题,,有\n温县,丙,党员,题,0,有\n温县,丁,党员,题,-1,有\n修武县,戊,党员,题,1.5,有\n", "2 lectures; 3 lectures; 4 lectures; 5 lectures; 6 lectures" },
  { "several in a row", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,党员,题,1,有\n,,群众,,0,无\n", "3 unit; 3 name; 3 title; 3 party; 3 courseware; 3 lectures" },
  { "control character", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲\x07乙,党员,题,1,有\n温县,丙,党员,题\x1b,1,有\n", "2 name; 3 title" },
  { "line break in a name", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,\"甲\n乙\",党员,题,1,有\n", "2 name" },
  { "invisible character", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲\u200b乙,党员,题,1,有\n", "2 name" },
  { "private use", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲\uE863,党员,题,1,有\n温县,乙\U000F0000,党员,题,1,有\n", "2 name; 3 name" },
  { "replacement", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲\uFFFD,党员,题,1,有\n", "2 name" },
  { "twice in the table", LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,甲,党员,题,1,有\n解放区,甲,党员,题,1,有\n", "3 name" },
  { "judge's number", LECTERN_IMPORT_JUDGES, "编号,姓名\n0,甲\nx,乙\n1,丙\n1,丁\n,戊\n", "2 number; 3 number; 5 number; 6 number" },
  { "judge's name and unit", LECTERN_IMPORT_JUDGES, "number,name,unit\n1,,\n2,乙,北京市\n", "2 name; 3 unit" },
  { "two heads", LECTERN_IMPORT_JUDGES, "number,name,head\n1,甲,是\n2,乙,yes\n3,丙,maybe\n", "3 head; 4 head" },
};

static void
test_bad (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (LecternImport) import = read_text (bad_rows[i].kind, bad_rows[i].text, contest, LECTERN_IMPORT_PLAIN);
  g_autofree char *found = describe (import->problems);

  g_assert_error (import->error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_ROWS);
  g_assert_cmpuint (import->records->len, ==, 0);
  g_assert_cmpstr (found, ==, bad_rows[i].problems);
}

static void
test_long_name (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  const guint lengths[] = { 50, 51, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GString) text = g_string_new (NOMINEE_HEADER "解放区,");
      g_autoptr (LecternImport) import = NULL;

      for (guint j = 0; j < lengths[i]; j++)
        g_string_append (text, "𬱖");
      g_string_append (text, ",党员,题,1,有\n");
      import = read_text (LECTERN_IMPORT_NOMINEES, text->str, contest, LECTERN_IMPORT_PLAIN);
      g_assert_cmpuint (import->problems->len, ==, lengths[i] > 50);
      if (lengths[i] > 50)
        g_assert_cmpstr (((LecternProblem *) import->problems->pdata[0])->column, ==, "name");
    }
}

/* Complaints repeat what stands in a cell, cut between characters and not within one. */
static void
test_long_values (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (GString) text = g_string_new (NOMINEE_HEADER);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *found = NULL;
  g_autoptr (LecternImport) import = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (value, "长");
  g_string_append_printf (text, "%s,甲,%s,题,%s,有\n", value->str, value->str, value->str);
  import = read_text (LECTERN_IMPORT_NOMINEES, text->str, contest, LECTERN_IMPORT_PLAIN);
  found = describe (import->problems);
  g_assert_cmpstr (found, ==, "2 unit; 2 party; 2 lectures");
  for (guint i = 0; i < import->problems->len; i++)
    g_assert_nonnull (strstr (((LecternProblem *) import->problems->pdata[i])->message, "长长…"));
}

/* What is registered already counts: quota, the same nominee again, judges' numbers, the head. */
static void
test_registered (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (LecternImport) nominees = NULL;
  g_autoptr (LecternImport) judges = NULL;
  g_autofree char *bad_nominees = NULL;
  g_autofree char *bad_judges = NULL;

  register_sample (contest);
  nominees = read_text (LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,新,党员,题,1,有\n", contest, LECTERN_IMPORT_PLAIN);
  bad_nominees = describe (nominees->problems);
  g_assert_cmpstr (bad_nominees, ==, "2 unit");
  judges = read_text (LECTERN_IMPORT_JUDGES, "编号,姓名,组长\n9,新,否\n10,另,是\n11,好,否\n", contest, LECTERN_IMPORT_PLAIN);
  bad_judges = describe (judges->problems);
  g_assert_cmpstr (bad_judges, ==, "2 number; 3 head");
}

static void
test_near_units (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (LecternContest) blank = make_contest ("blank");
  g_autoptr (LecternImport) import = read_text (LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "焦作教育局,甲,党员,题,1,有\n火星,乙,党员,题,1,有\n", contest, LECTERN_IMPORT_PLAIN);
  g_autoptr (LecternImport) none = read_text (LECTERN_IMPORT_NOMINEES, "unit,name,title\n温县,甲,题\n", blank, LECTERN_IMPORT_PLAIN);

  g_assert_nonnull (strstr (((LecternProblem *) import->problems->pdata[0])->message, "市教育局"));
  g_assert_null (strstr (((LecternProblem *) import->problems->pdata[0])->message, "温县"));
  g_assert_nonnull (strstr (((LecternProblem *) import->problems->pdata[1])->message, "温县"));
  g_assert_cmpuint (none->problems->len, ==, 1);
}

static LecternContest *
make_drawn_contest (void)
{
  LecternContest *contest = make_contest ("jiaozuo-2018");

  register_sample (contest);
  draw_sample (contest, 28);

  return contest;
}

static void
test_times (void)
{
  g_autoptr (LecternContest) contest = make_drawn_contest ();
  g_autoptr (LecternImport) import = read_text (LECTERN_IMPORT_TIMES, "抽签号,用时\n1,361.5\n2,6:01.5\n3,0:06:01\n5,６：０２\n", contest, LECTERN_IMPORT_PLAIN);
  g_autoptr (LecternImport) bad = read_text (LECTERN_IMPORT_TIMES, "lot,seconds\n1,6:60\n2,-5\n3,abc\n4,300\n5,\n29,300\n6,300\n6,301\n7,0\n8,9000\n9,1.2345\n", contest, LECTERN_IMPORT_PLAIN);
  const gint64     expected[] = { 361500, 361500, 361000, 362000 };
  g_autofree char *found = describe (bad->problems);

  g_assert_no_error (import->error);
  g_assert_cmpuint (import->records->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((LecternEntry *) import->records->pdata[i])->time_ms, ==, expected[i]);
  g_assert_cmpint (((LecternEntry *) import->records->pdata[3])->nominee, ==, 5);
  g_assert_cmpstr (found, ==, "2 seconds; 3 seconds; 4 seconds; 5 lot; 6 seconds; 7 lot; 9 lot; 10 seconds; 11 seconds; 12 seconds");
}

#define MARKS_HEADER "lot,judge,content,语言表达,courseware,bearing,effect\n"

static void
test_marks (void)
{
  g_autoptr (LecternContest) contest = make_drawn_contest ();
  g_autoptr (LecternImport) import = read_text (LECTERN_IMPORT_MARKS, MARKS_HEADER "1,1,36.5,22,13.1,9,８.５\n1,2,0,0,0,0,0\n", contest, LECTERN_IMPORT_PLAIN);
  const LecternSheet *sheet;
  const LecternMark  *mark;

  g_assert_no_error (import->error);
  g_assert_cmpuint (import->records->len, ==, 12);
  sheet = import->records->pdata[0];
  g_assert_true (sheet->record.table == &lectern_table_sheet);
  g_assert_cmpint (sheet->total, ==, 89100);
  g_assert_cmpint (sheet->state, ==, LECTERN_SHEET_SUBMITTED);
  mark = import->records->pdata[5];
  g_assert_cmpstr (mark->criterion, ==, "effect");
  g_assert_cmpint (mark->value, ==, 8500);
}

static void
test_bad_marks (void)
{
  g_autoptr (LecternContest) contest = make_drawn_contest ();
  g_autoptr (LecternImport) import = read_text (LECTERN_IMPORT_MARKS,
                                                MARKS_HEADER
                                                "1,1,40.1,22,13,9,8\n"  /* above full marks */
                                                "1,2,36.55,22,13,9,8\n" /* off the step */
                                                "1,3,,22,13,9,8\n"      /* missing */
                                                "1,10,36,22,13,9,8\n"   /* no such judge */
                                                "29,1,36,22,13,9,8\n"   /* no such lot */
                                                "4,1,36,22,13,9,8\n"    /* forfeit */
                                                "25,4,36,22,13,9,8\n"   /* recused: both of 市教育局 */
                                                "2,1,36,22,13,9,8\n"
                                                "2,1,36,22,13,9,8\n" /* again */
                                                "99,99,x,22,13,9,-1\n",
                                                contest,
                                                LECTERN_IMPORT_PLAIN);
  g_autofree char *found = describe (import->problems);

  g_assert_cmpstr (found, ==, "2 content; 3 content; 4 content; 5 judge; 6 lot; 7 lot; 8 judge; 10 judge; 11 lot; 11 judge; 11 content; 11 effect");
}

/* A sheet that is there is replaced only where amending was asked for. */
static void
test_amend (void)
{
  g_autoptr (LecternContest) contest = make_drawn_contest ();
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternSheet *sheet = lectern_record_new (&lectern_table_sheet);
  const char   *text = MARKS_HEADER "1,1,36.5,22,13.1,9,8\n";
  g_autoptr (LecternImport) plain = NULL;
  g_autoptr (LecternImport) amending = NULL;
  g_autofree char *found = NULL;

  sheet->round = g_strdup ("final");
  sheet->nominee = 1;
  sheet->judge = 1;
  sheet->version = 1;
  sheet->state = LECTERN_SHEET_LOCKED;
  sheet->total = 0;
  sheet->wall_us = 0;
  lectern_change_put (change, sheet);
  lectern_contest_apply (contest, change);

  plain = read_text (LECTERN_IMPORT_MARKS, text, contest, LECTERN_IMPORT_PLAIN);
  found = describe (plain->problems);
  g_assert_cmpstr (found, ==, "2 judge");
  amending = read_text (LECTERN_IMPORT_MARKS, text, contest, LECTERN_IMPORT_AMEND);
  g_assert_no_error (amending->error);
}

static void
test_lots (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (GString) text = g_string_new ("抽签号,姓名,推荐单位\n");
  g_autoptr (LecternImport) import = NULL;
  GPtrArray *nominees;

  register_sample (contest);
  nominees = lectern_contest_get_nominees (contest);
  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      g_string_append_printf (text, "%u,%s,%s\n", nominees->len - i, nominee->name, nominee->unit);
    }
  import = read_text (LECTERN_IMPORT_LOTS, text->str, contest, LECTERN_IMPORT_PLAIN);
  g_assert_no_error (import->error);
  g_assert_cmpuint (import->records->len, ==, 28);
  g_assert_cmpint (((LecternEntry *) import->records->pdata[0])->lot, ==, 28);
  g_assert_cmpstr (((LecternEntry *) import->records->pdata[0])->round, ==, "final");
}

static void
test_bad_lots (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (LecternImport) rows = NULL;
  g_autoptr (LecternImport) incomplete = NULL;
  g_autofree char *found = NULL;

  register_sample (contest);
  rows = read_text (LECTERN_IMPORT_LOTS, "name,unit,lot\n王韦,解放区,1\n王韦,解放区,2\n单晓燕,解放区,1\n无名,解放区,3\n田富,,4\n李秀英,中站区,29\n,温县,5\n", contest, LECTERN_IMPORT_PLAIN);
  found = describe (rows->problems);
  g_assert_cmpstr (found, ==, "3 name; 4 lot; 5 name; 6 unit; 7 lot; 8 name");
  incomplete = read_text (LECTERN_IMPORT_LOTS, "name,unit,lot\n王韦,解放区,1\n", contest, LECTERN_IMPORT_PLAIN);
  g_assert_cmpuint (incomplete->problems->len, ==, 27);
  g_assert_cmpuint (((LecternProblem *) incomplete->problems->pdata[0])->row, ==, 0);
}

/* A file that is no table refuses through the same door. */
static void
test_no_table (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (LecternImport) picture = read_text (LECTERN_IMPORT_NOMINEES, "\x89PNG\r\n", contest, LECTERN_IMPORT_PLAIN);
  g_autoptr (LecternImport) quoting = read_text (LECTERN_IMPORT_NOMINEES, NOMINEE_HEADER "解放区,\"甲,党员,题,1,有\n", contest, LECTERN_IMPORT_PLAIN);
  g_autofree char *found = describe (quoting->problems);

  g_assert_error (picture->error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_A_TABLE);
  g_assert_error (quoting->error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_QUOTING);
  g_assert_cmpstr (found, ==, "2 -");
}

/* A table that comes back: who is there already is changed in the columns it has, whoever is new is added, and what says the
 * same is left alone. */
static void
test_update (void)
{
  g_autoptr (LecternContest) contest = make_contest ("jiaozuo-2018");
  g_autoptr (LecternImport) import = NULL;
  g_autoptr (LecternImport) twice = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GPtrArray               *nominees;
  const LecternNominee    *first, *second, *changed;
  const LecternUnit       *unit;
  g_autofree char         *text = NULL;
  g_autofree char         *again = NULL;
  const LecternImportCell *cell;

  register_sample (contest);
  nominees = lectern_contest_get_nominees (contest);
  first = nominees->pdata[0];
  second = nominees->pdata[1];
  unit = lectern_contest_get_unit (contest, first->unit);
  text = g_strdup_printf (NOMINEE_HEADER "%s,%s,中共党员,另一个题目,%d,%s\n%s,%s,%s,%s,%d,%s\n", unit->name, first->name, (int) first->lectures, first->courseware,
                          lectern_contest_get_unit (contest, second->unit)->name, second->name,
                          g_str_equal (second->party, "member") ? "中共党员" : "中共预备党员", second->title, (int) second->lectures, second->courseware);
  import = read_text (LECTERN_IMPORT_NOMINEES, text, contest, LECTERN_IMPORT_UPDATE);
  g_assert_no_error (import->error);
  g_assert_cmpuint (import->n_rows, ==, 2);
  g_assert_cmpuint (import->n_unchanged, ==, 1);
  g_assert_cmpuint (import->records->len, ==, 1);
  changed = import->records->pdata[0];
  g_assert_cmpint (changed->id, ==, first->id);
  g_assert_cmpstr (changed->title, ==, "另一个题目");
  g_assert_cmpstr (changed->phone, ==, first->phone); /* no such column */
  g_assert_cmpstr (changed->employer, ==, first->employer);

  lines = lectern_import_list_lines (import, contest);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((LecternImportLine *) lines->pdata[0])->kind, ==, LECTERN_IMPORT_LINE_CHANGED);
  g_assert_cmpstr (((LecternImportLine *) lines->pdata[0])->unit, ==, unit->name);
  g_assert_cmpuint (((LecternImportLine *) lines->pdata[0])->cells->len, ==, 1);
  cell = ((LecternImportLine *) lines->pdata[0])->cells->pdata[0];
  g_assert_cmpstr (cell->column, ==, "title");
  g_assert_cmpstr (cell->before, ==, first->title);
  g_assert_cmpstr (cell->after, ==, "另一个题目");

  again = g_strdup_printf (NOMINEE_HEADER "%s,%s,中共党员,甲,1,有\n%s,%s,中共党员,乙,1,有\n%s,新人,中共党员,丙,1,有\n", unit->name, first->name, unit->name, first->name, unit->name);
  twice = read_text (LECTERN_IMPORT_NOMINEES, again, contest, LECTERN_IMPORT_UPDATE);
  g_autofree char *where = describe (twice->problems);
  g_assert_cmpstr (where, ==, "3 name; 4 unit"); /* one person twice; and the unit has its two already */
  g_assert_cmpuint (twice->records->len, ==, 0);
}

/* A pool with three people of two units; remarks are kept though the column is not shown. */
static LecternContest *
make_pool (void)
{
  static const char *const rows[] = {
    "{\"unit\":\"%s\",\"name\":\"王韦\",\"phone\":\"1\",\"remark\":\"旧\"}",
    "{\"unit\":\"%s\",\"name\":\"毛方\",\"phone\":\"2\"}",
    "{\"unit\":\"%s\",\"name\":\"尹孔\",\"phone\":\"3\"}",
  };
  LecternContest      *contest = make_contest ("jiaozuo-2018");
  LecternAnnexFormRow *form = lectern_record_new (&lectern_table_annex_form);
  g_autoptr (LecternChange) change = lectern_change_new ();

  form->kind = g_strdup ("pool");
  form->form = g_strdup ("{\"lectern_annex\":1,\"title\":{\"zh\":\"库\",\"en\":\"Pool\"},\"columns\":["
                         "{\"key\":\"unit\",\"zh\":\"单位\",\"en\":\"Unit\",\"type\":\"unit\",\"required\":true},"
                         "{\"key\":\"name\",\"zh\":\"姓名\",\"en\":\"Name\",\"type\":\"name\",\"required\":true},"
                         "{\"key\":\"phone\",\"zh\":\"电话\",\"en\":\"Phone\",\"type\":\"text\"},"
                         "{\"key\":\"remark\",\"zh\":\"备注\",\"en\":\"Remark\",\"type\":\"text\",\"shown\":false}]}");
  lectern_change_put (change, form);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LecternAnnexRow   *row = lectern_record_new (&lectern_table_annex_row);
      const LecternUnit *unit = lectern_contest_get_units (contest)->pdata[i / 2];
      g_auto (GStrv) parts = g_strsplit (rows[i], "%s", 2);

      row->kind = g_strdup ("pool");
      row->number = i + 1;
      row->cells = g_strjoinv (unit->key, parts);
      lectern_change_put (change, row);
    }
  lectern_contest_apply (contest, change);
  return contest;
}

static void
assert_line (GPtrArray            *lines,
             guint                 at,
             LecternImportLineKind kind,
             const char           *name,
             guint                 n_cells)
{
  const LecternImportLine *line = lines->pdata[at];

  g_assert_cmpint (line->kind, ==, kind);
  g_assert_cmpstr (line->name, ==, name);
  g_assert_cmpuint (line->cells->len, ==, n_cells);
}

/* A table that comes back from a unit: what changes stands beside what was, who is not in it any more goes, other
 * units' people stay, and what was not asked for is kept. */
static void
test_annex_lines (void)
{
  g_autoptr (LecternContest) contest = make_pool ();
  g_autoptr (LecternImport) import = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) kept = NULL;
  const LecternUnit       *unit = lectern_contest_get_units (contest)->pdata[0];
  const LecternImportCell *cell;
  g_autofree char         *text = g_strdup_printf ("单位,姓名,电话\n%s,孔王,9\n%s,王韦,7\n", unit->name, unit->name);

  import = read_text (LECTERN_IMPORT_POOL, text, contest, LECTERN_IMPORT_PLAIN);
  g_assert_no_error (import->error);
  lines = lectern_import_list_lines (import, contest);
  g_assert_cmpuint (lines->len, ==, 3);
  assert_line (lines, 0, LECTERN_IMPORT_LINE_NEW, "孔王", 2);
  assert_line (lines, 1, LECTERN_IMPORT_LINE_CHANGED, "王韦", 1);
  assert_line (lines, 2, LECTERN_IMPORT_LINE_GONE, "毛方", 2);
  g_assert_cmpstr (((LecternImportLine *) lines->pdata[2])->unit, ==, unit->name);
  cell = ((LecternImportLine *) lines->pdata[1])->cells->pdata[0];
  g_assert_cmpstr (cell->heading, ==, "电话");
  g_assert_cmpstr (cell->before, ==, "1");
  g_assert_cmpstr (cell->after, ==, "7");
  kept = lectern_annex_row_read (import->records->pdata[1]);
  g_assert_cmpstr (g_hash_table_lookup (kept, "remark"), ==, "旧");
}

/* Two people of one name in a unit are two; and a table without a column changes nothing in it. */
static void
test_annex_same (void)
{
  g_autoptr (LecternContest) contest = make_pool ();
  g_autoptr (LecternImport) twice = NULL;
  g_autoptr (LecternImport) same = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const LecternUnit *unit = lectern_contest_get_units (contest)->pdata[0];
  g_autofree char   *text = g_strdup_printf ("单位,姓名,电话\n%s,王韦,1\n%s,毛方,2\n%s,王韦,5\n", unit->name, unit->name, unit->name);
  g_autofree char   *again = g_strdup_printf ("单位,姓名\n%s,毛方\n%s,王韦\n", unit->name, unit->name);

  twice = read_text (LECTERN_IMPORT_POOL, text, contest, LECTERN_IMPORT_PLAIN);
  two = lectern_import_list_lines (twice, contest);
  g_assert_cmpuint (two->len, ==, 1);
  assert_line (two, 0, LECTERN_IMPORT_LINE_NEW, "王韦", 2);
  same = read_text (LECTERN_IMPORT_POOL, again, contest, LECTERN_IMPORT_PLAIN);
  none = lectern_import_list_lines (same, contest);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/import/sample", test_sample);
  g_test_add_func ("/exchange/import/sample-judges", test_sample_judges);
  g_test_add_func ("/exchange/import/forms", test_forms);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/import/bad/%s", bad_rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/exchange/import/long-name", test_long_name);
  g_test_add_func ("/exchange/import/long-values", test_long_values);
  g_test_add_func ("/exchange/import/registered", test_registered);
  g_test_add_func ("/exchange/import/update", test_update);
  g_test_add_func ("/exchange/import/annex-lines", test_annex_lines);
  g_test_add_func ("/exchange/import/annex-same", test_annex_same);
  g_test_add_func ("/exchange/import/near-units", test_near_units);
  g_test_add_func ("/exchange/import/times", test_times);
  g_test_add_func ("/exchange/import/marks", test_marks);
  g_test_add_func ("/exchange/import/bad-marks", test_bad_marks);
  g_test_add_func ("/exchange/import/amend", test_amend);
  g_test_add_func ("/exchange/import/lots", test_lots);
  g_test_add_func ("/exchange/import/bad-lots", test_bad_lots);
  g_test_add_func ("/exchange/import/no-table", test_no_table);

  return g_test_run ();
}
