/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the papers of an evening say, read back from the PDF by another program: what was struck out,
 * who did not mark and what that makes of the denominator, what was amended and by whose word, which
 * revision it is, and that nothing private is on what is posted. */

#include "paper-fixture.h"
#include "paper-tools.h"

#include <locale.h>
#include <string.h>

#define PRINTED_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)
#define STRIKE_COLOUR 0xb01e2b

static LecternDocument *
make (LecternContest            *contest,
      LecternPaperKind           kind,
      const LecternPaperOptions *options)
{
  const LecternPaperOptions plain = { .days = LECTERN_NOTICE_DAYS };
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_paper_report_with (contest, kind, options != NULL ? options : &plain, PRINTED_US, &error);

  g_assert_no_error (error);

  return document;
}

/* The whole text of the document, without white space; NULL when there is nothing to read it with. */
static char *
read_document (LecternDocument *document)
{
  char            *folder = paper_folder_new ();
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *checked = NULL;
  g_autoptr (GError) error = NULL;

  if (paper_need_tool ("pdftotext") && paper_need_tool ("qpdf"))
    {
      lectern_document_write_pdf (document, path, &error);
      g_assert_no_error (error);
      checked = paper_run ("qpdf", "--check", path, NULL);
      text = paper_run ("pdftotext", "-raw", path, "-", NULL);
    }
  paper_folder_remove (folder);

  return text != NULL ? paper_squeeze (text) : NULL;
}

static char *
read_report (LecternContest            *contest,
             LecternPaperKind           kind,
             const LecternPaperOptions *options)
{
  g_autoptr (LecternDocument) document = make (contest, kind, options);

  return read_document (document);
}

static void
assert_says (const char *text,
             const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("“%s” is not on the paper: %s", wanted, text);
}

static void
assert_silent (const char *text,
               const char *unwanted)
{
  if (strstr (text, unwanted) != NULL)
    g_error ("“%s” is on the paper: %s", unwanted, text);
}

static guint
count (const char *text,
       const char *wanted)
{
  guint n = 0;

  for (const char *p = strstr (text, wanted); p != NULL; p = strstr (p + strlen (wanted), wanted))
    n++;

  return n;
}

static guint
count_strikes (LecternDocument *document)
{
  guint n_strikes = 0;

  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    {
      guint                  n;
      const LecternPageItem *items = lectern_page_get_items (lectern_document_get_page (document, p), &n);

      for (guint i = 0; i < n; i++)
        n_strikes += items[i].kind == LECTERN_ITEM_LINE && items[i].colour == STRIKE_COLOUR;
    }

  return n_strikes;
}

/* What was marked ---------------------------------------------------------------------------- */

static void
test_sheets (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autoptr (LecternDocument) document = make (contest, LECTERN_PAPER_SHEETS, NULL);
  g_autofree char *text = read_document (document);

  if (text == NULL)
    return;
  /* In words and by a line, each of the 27 who spoke. */
  g_assert_cmpuint (count (text, "去掉最高分"), ==, 27);
  g_assert_cmpuint (count (text, "去掉最低分"), ==, 27);
  g_assert_cmpuint (count_strikes (document), ==, 2 * 27);
  /* 5 entries have a judge of their own unit, judge 6's second one forfeited. */
  g_assert_cmpuint (count (text, "有效评分9份，去掉1个最高分和1个最低分，按7份平均"), ==, 22);
  g_assert_cmpuint (count (text, "有效评分8份，去掉1个最高分和1个最低分，按6份平均"), ==, 5);
  g_assert_cmpuint (count (text, "回避（同单位）"), ==, 5);
  assert_says (text, "28号尹红梅");
  assert_says (text, "弃权：抽签未到场");
  assert_says (text, "暂定成绩（尚未定稿）");
}

/* Figures of one entry, from the rows of the contest. */
static void
test_one_lot (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  const LecternRankingRow  *row = lectern_ranking_find (ranking, 9);
  const LecternPaperOptions options = { .lot = 9 };
  g_autofree char          *text = read_report (contest, LECTERN_PAPER_SHEETS, &options);
  g_autofree char          *mean = lectern_fraction_format (row->ranked.mean, 6);
  g_autofree char          *final = lectern_fraction_format (row->ranked.final, 2);

  if (text == NULL)
    return;
  assert_says (text, "9号赵云台");
  assert_silent (text, "10号");
  assert_says (text, mean);
  assert_says (text, final);
  for (guint i = 0; i < row->n_sheets; i++)
    {
      g_autofree char *total = g_strdup_printf ("%d.%d", (int) (row->sheets[i].total / 1000), (int) (row->sheets[i].total % 1000 / 100));

      assert_says (text, total);
    }
}

static void
test_trouble (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autofree char *text = NULL;

  paper_contest_trouble (contest);
  text = read_report (contest, LECTERN_PAPER_SHEETS, NULL);
  if (text == NULL)
    return;
  assert_says (text, "缺席：身体不适");
  assert_says (text, "回避：选手是其学生");
  g_assert_cmpuint (count (text, "有效评分8份"), ==, 8);
  assert_says (text, "改分·评委1孙启明：主题内容34→36；合计88.7→90.7。理由：评委笔误。同意人：孙启明。时间：2018-09-14");
  assert_says (text, "作废·评委5郑爱华");
  assert_says (text, "理由：投影仪故障，重新开始。");
  assert_says (text, "纸质两人录入");
  assert_says (text, "纸质表格导入");
  assert_says (text, "6:04.8（计时一6:06.2，计时二6:04.8）");
  g_assert_cmpuint (count (text, "未交"), ==, 1);
  assert_says (text, "缺1张评分表");
}

static void
test_judge_sheets (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  const LecternPaperOptions one = { .judge = 2 };
  const LecternPaperOptions all = { .by_judge = TRUE };
  g_autofree char          *text = NULL;
  g_autoptr (LecternDocument) document = NULL;

  paper_contest_trouble (contest);
  document = make (contest, LECTERN_PAPER_SHEETS, &all);
  g_assert_cmpuint (lectern_document_get_n_pages (document), ==, 9);
  text = read_report (contest, LECTERN_PAPER_SHEETS, &one);
  if (text == NULL)
    return;
  assert_says (text, "第2号评委钱树人");
  assert_silent (text, "孙启明");
  assert_says (text, "缺席：身体不适");
  assert_says (text, "评委签名：");
  for (guint i = 0; i < G_N_ELEMENTS (paper_nominees); i++)
    {
      g_autofree char *name = paper_squeeze (paper_nominees[i].name);

      assert_says (text, name);
    }
}

/* The summary --------------------------------------------------------------------------------- */

static void
test_summary_trouble (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autofree char *quiet = read_report (contest, LECTERN_PAPER_SUMMARY, NULL);
  g_autofree char *text = NULL;

  paper_contest_trouble (contest);
  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 2, "李操作", "王复核");
  text = read_report (contest, LECTERN_PAPER_SUMMARY, NULL);
  if (text == NULL)
    return;
  assert_says (text, "评委2缺席，8份取6份");
  assert_says (text, "评委3回避，8份取6份");
  assert_says (text, "正式成绩（第2稿）");
  assert_says (text, "定稿：李操作");
  assert_says (text, "已复核：王复核");
  assert_silent (text, "未经复核");
  assert_says (text, "裁定记录");
  assert_says (text, "更正用时");
  assert_says (text, "由6:12.0更正为6:04.0");
  assert_says (text, "重新开始");
  assert_says (text, "退回重评");
  assert_silent (quiet, "裁定记录");
  assert_silent (quiet, "缺席");
  assert_says (quiet, "未经复核");
}

/* Who came onto the panel later is not said to have been away, and changes no denominator. */
static void
test_came_later (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  const LecternPaperOptions newcomer = { .judge = 10 };
  g_autofree char          *summary = NULL;
  g_autofree char          *sheets = NULL;
  g_autofree char          *own = NULL;

  paper_contest_add_judge (contest);
  summary = read_report (contest, LECTERN_PAPER_SUMMARY, NULL);
  sheets = read_report (contest, LECTERN_PAPER_SHEETS, NULL);
  own = read_report (contest, LECTERN_PAPER_SHEETS, &newcomer);
  if (summary == NULL)
    return;
  assert_says (summary, "评委2缺席，8份取6份");
  g_assert_cmpuint (count (summary, "缺席"), ==, 2); /* in the cell and in the remark */
  assert_silent (summary, "评委10缺席");
  g_assert_cmpuint (count (sheets, "缺席：身体不适"), ==, 1);
  g_assert_cmpuint (count (sheets, "夏后来"), ==, 1); /* where he marked */
  assert_says (own, "当时尚未加入评委组");
  assert_silent (own, "缺席");
}

static void
test_decided_tie (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *open = NULL;

  paper_contest_tie (contest, 1, 2, FALSE);
  open = read_report (contest, LECTERN_PAPER_SUMMARY, NULL);
  paper_contest_tie (contest, 1, 2, TRUE);
  text = read_report (contest, LECTERN_PAPER_SUMMARY, NULL);
  if (text == NULL)
    return;
  g_assert_cmpuint (count (open, "并列"), ==, 2);
  assert_silent (open, "裁定顺序");
  assert_silent (text, "并列");
  g_assert_cmpuint (count (text, "同分按评委会裁定"), ==, 2);
  assert_says (text, "裁定顺序：2、1");
  assert_says (text, "评委会投票7比2");
}

/* Judge 1 gives lot 2 half a point more for the content and less for the language. */
static void
prefer_content (LecternContest *contest)
{
  static const char *const criteria[] = { "content", "language" };
  const LecternSheet      *sheet = lectern_contest_get_counted_sheet (contest, lectern_contest_get_entry_by_lot (contest, 2), 1);
  g_autoptr (LecternChange) change = lectern_change_new ();

  for (guint i = 0; i < 2; i++)
    {
      LecternMark *mark = lectern_record_new (&lectern_table_mark);

      mark->round = g_strdup ("final");
      mark->nominee = sheet->nominee;
      mark->judge = 1;
      mark->version = sheet->version;
      mark->criterion = g_strdup (criteria[i]);
      mark->value = lectern_contest_get_mark (contest, sheet, criteria[i]) + (i == 0 ? 500 : -500);
      lectern_change_put (change, mark);
    }
  lectern_contest_apply (contest, change);
}

static char *
get_content_mean (LecternContest *contest,
                  gint64          lot)
{
  gint64 sum = 0;

  for (gint64 judge = 1; judge <= 9; judge++)
    sum += lectern_contest_get_mark (contest, lectern_contest_get_counted_sheet (contest, lectern_contest_get_entry_by_lot (contest, lot), judge), "content");
  return lectern_fraction_format (lectern_fraction_new (sum, 9), 2);
}

/* The remark names what separated two equals, with both values. */
static guint
count_separated (LecternContest *contest)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  guint n = 0;

  for (guint i = 0; i < ranking->n_rows; i++)
    n += ranking->rows[i].separated_by != NULL;
  return n;
}

static void
test_separated (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autofree char *text = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *expected = NULL;

  paper_contest_tie (contest, 1, 2, FALSE);
  prefer_content (contest);
  upper = get_content_mean (contest, 2);
  lower = get_content_mean (contest, 1);
  expected = g_strdup_printf ("同分按主题内容（%s比%s）", upper, lower);
  text = read_report (contest, LECTERN_PAPER_SUMMARY, NULL);
  if (text == NULL)
    return;
  assert_says (text, expected);
  g_assert_cmpuint (count (text, "同分按"), ==, count_separated (contest));
}

/* Which revision: on every kind that bears figures, and on the others once there was one. */
static void
test_revision (gconstpointer data)
{
  LecternPaperKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (GPtrArray) journal = paper_journal_new ();
  const LecternPaperOptions options = { .judge = kind == LECTERN_PAPER_BLANK_SHEETS ? 1 : 0, .journal = journal };
  g_autofree char          *reopened = NULL;
  g_autofree char          *final = NULL;

  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 2, NULL, NULL);
  final = read_report (contest, kind, &options);
  paper_contest_set_round (contest, LECTERN_ROUND_RUNNING, 1, NULL, NULL);
  reopened = read_report (contest, kind, &options);
  if (final == NULL)
    return;
  assert_says (final, "正式成绩（第2稿）");
  assert_says (reopened, "第2稿前，暂定");
  assert_silent (reopened, "正式成绩");
}

/* Blank sheets -------------------------------------------------------------------------------- */

static void
test_blank (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (LecternDocument) document = NULL;
  g_autofree char *text = NULL;

  paper_contest_set_back (contest, TRUE);
  document = make (contest, LECTERN_PAPER_BLANK_SHEETS, NULL);
  /* Of 9 judges three are kept from two each: 6 × 14 + 3 × 13 pages and the one in front. */
  g_assert_cmpuint (lectern_document_get_n_pages (document), ==, 1 + 6 * 14 + 3 * 13);
  text = read_document (document);
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "评委签名："), ==, 9 * 28 - 6);
  g_assert_cmpuint (count (text, "主题与导向15，内容与事例15，结构与逻辑10"), ==, 9 * 28 - 6);
  assert_says (text, "25号林致远回避（同单位）；26号马晓𬱖回避（同单位）");
  assert_says (text, "共246份，A4纸123页，每页2份。");
  assert_says (text, "在原分数上划一横线");
  assert_silent (text, "尚未抽签");
}

static void
test_blank_one (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  const LecternPaperOptions one = { .judge = 4, .lot = 12 };
  const LecternPaperOptions recused = { .judge = 4, .lot = 25 };
  const LecternPaperOptions lot = { .lot = 25 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternDocument) of_lot = NULL;
  g_autofree char *text = NULL;

  document = make (contest, LECTERN_PAPER_BLANK_SHEETS, &one);
  g_assert_cmpuint (lectern_document_get_n_pages (document), ==, 1);
  of_lot = make (contest, LECTERN_PAPER_BLANK_SHEETS, &lot);
  g_assert_cmpuint (lectern_document_get_n_pages (of_lot), ==, 1 + 8);
  g_assert_null (lectern_paper_report_with (contest, LECTERN_PAPER_BLANK_SHEETS, &recused, PRINTED_US, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
  text = read_document (document);
  if (text == NULL)
    return;
  assert_says (text, "第4号评委周建国");
  assert_says (text, "曾庆华");
  assert_says (text, "把路修到山那边");
  assert_says (text, "4–12");
}

/* Before the draw there are sheets already, with an empty box for the lot. */
static void
test_blank_undrawn (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  const LecternPaperOptions one = { .judge = 4 };
  g_autofree char          *text = NULL;

  paper_contest_set_back (contest, FALSE);
  text = read_report (contest, LECTERN_PAPER_BLANK_SHEETS, &one);
  if (text == NULL)
    return;
  assert_says (text, "尚未抽签");
  assert_says (text, "4–（）");
  g_assert_cmpuint (count (text, "评委签名："), ==, 26);
}

/* Statistics, notice, journal ------------------------------------------------------------------ */

static void
test_agreement (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autofree char *text = read_report (contest, LECTERN_PAPER_AGREEMENT, NULL);

  if (text == NULL)
    return;
  assert_says (text, "任何一项都不改变成绩、名次和奖项");
  assert_says (text, "9名评委都评过的22名选手");
  assert_says (text, "23、24、25、26、27");
  assert_says (text, "肯德尔W");
  assert_says (text, "克龙巴赫α");
  assert_says (text, "自由度21");
  assert_says (text, "用词由本软件自行规定：肯德尔W达到0.7为高度一致");
  assert_says (text, "计分员：");
  assert_says (text, "监督员：");
}

/* A single judge: there is nothing to agree with, and the paper says so instead of a figure. */
static void
test_agreement_unknown (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 1, FALSE, FALSE);
  g_autofree char *text = read_report (contest, LECTERN_PAPER_AGREEMENT, NULL);

  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "—评委太少，无法计算"), ==, 5);
}

static void
set_private_data (LecternContest *contest)
{
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, 3));
  g_autoptr (LecternChange) change = lectern_change_new ();

  lectern_record_take_string (&nominee->phone, "13839100000");
  lectern_record_take_string (&nominee->born, "1985-06");
  lectern_record_take_string (&nominee->employer, "某某单位");
  lectern_change_put (change, nominee);
  lectern_contest_apply (contest, change);
}

static void
test_notice (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  const LecternPaperOptions blank = { .days = 0 };
  g_autofree char          *draft = read_report (contest, LECTERN_PAPER_NOTICE, &blank);
  g_autofree char          *text = NULL;

  set_private_data (contest);
  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 1, NULL, NULL);
  text = read_report (contest, LECTERN_PAPER_NOTICE, NULL);
  if (text == NULL)
    return;
  assert_says (draft, "草稿：成绩尚未定稿，不得张贴");
  assert_says (draft, "公示期个工作日");
  assert_silent (text, "草稿");
  assert_says (text, "公示期5个工作日");
  assert_says (text, "中共焦作市委宣传部");
  assert_says (text, "2018年9月14日");
  assert_says (text, "92.97十佳宣讲员");
  g_assert_cmpuint (count (text, "优秀奖"), ==, 17);
  assert_silent (text, "13839100000");
  assert_silent (text, "1985");
  assert_silent (text, "某某单位");
  /* Who forfeited has no result and is not named. */
  assert_silent (text, "尹红梅");
  assert_silent (text, "孙启明");
}

/* Before the final nobody has an award: the best go on, and the papers say where to. */
static void
test_semi_final (void)
{
  static const LecternPaperKind kinds[] = { LECTERN_PAPER_SUMMARY, LECTERN_PAPER_NOTICE, LECTERN_PAPER_SHEETS };
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);

  paper_contest_add_final (contest, 13);
  paper_contest_set_round (contest, LECTERN_ROUND_FINALISED, 1, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = read_report (contest, kinds[i], NULL);

      if (text == NULL)
        return;
      g_assert_cmpuint (count (text, "晋级决赛"), ==, 13);
      assert_silent (text, "优秀奖");
      assert_says (text, "复赛");
    }
}

/* The key's short fingerprint stands on what is signed and on what is posted, and nowhere else. */
static void
test_signing_key (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  const LecternPaperOptions options = { .days = LECTERN_NOTICE_DAYS, .signing_key = "21fe 31df a154 a261" };

  for (LecternPaperKind kind = 0; kind < LECTERN_PAPER_JOURNAL; kind++)
    {
      gboolean         wanted = kind == LECTERN_PAPER_SUMMARY || kind == LECTERN_PAPER_NOTICE;
      g_autofree char *without = read_report (contest, kind, NULL);
      g_autofree char *with = read_report (contest, kind, &options);

      if (with == NULL)
        return;
      assert_silent (without, "签名密钥");
      g_assert_cmpint (strstr (with, "签名密钥：21fe31dfa154a261") != NULL, ==, wanted);
    }
}

static void
test_journal (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (GPtrArray) journal = paper_journal_new ();
  const LecternPaperOptions options = { .journal = journal };
  g_autofree char          *text = read_report (contest, LECTERN_PAPER_JOURNAL, &options);

  if (text == NULL)
    return;
  assert_says (text, "由监督员在场核对纸质记录后重新开放。");
  assert_says (text, "评委笔误，把36写成34，当场发现");
  assert_says (text, "姓名[U+E000]登记");
  assert_says (text, "评委平板-3");
  assert_says (text, "共60条");
  assert_says (text, "3c3c3c3c3c3c3c3c");
}

/* A contest that has not begun has nothing of these. */
static void
test_nothing (void)
{
  static const LecternPaperKind kinds[] = { LECTERN_PAPER_SHEETS, LECTERN_PAPER_AGREEMENT, LECTERN_PAPER_NOTICE, LECTERN_PAPER_JOURNAL };
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);

  paper_contest_set_back (contest, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_paper_report (contest, kinds[i], NULL, PRINTED_US, &error));
      g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
    }
  for (guint i = 0; i < LECTERN_PAPER_N_KINDS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == LECTERN_PAPER_JOURNAL)
        continue;
      g_assert_null (lectern_paper_report (contest, i, "semi", PRINTED_US, &error));
      g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
    }
}

/* Nor a summary of nobody. */
static void
test_nobody (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (GError) error = NULL;

  paper_contest_set_back (contest, FALSE);
  g_assert_null (lectern_paper_report (contest, LECTERN_PAPER_SUMMARY, NULL, PRINTED_US, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, ""); /* what is missing is said in Chinese */
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/marks/sheets", test_sheets);
  g_test_add_func ("/paper/marks/one-lot", test_one_lot);
  g_test_add_func ("/paper/marks/trouble", test_trouble);
  g_test_add_func ("/paper/marks/by-judge", test_judge_sheets);
  g_test_add_func ("/paper/marks/summary", test_summary_trouble);
  g_test_add_func ("/paper/marks/came-later", test_came_later);
  g_test_add_func ("/paper/marks/decided-tie", test_decided_tie);
  g_test_add_func ("/paper/marks/separated", test_separated);
  for (guint i = 0; i < LECTERN_PAPER_N_KINDS; i++)
    {
      g_autofree char *path = g_strconcat ("/paper/marks/revision/", lectern_paper_kind_get_name (i), NULL);

      if (i == LECTERN_PAPER_CARDS || i >= LECTERN_PAPER_SCRIPT)
        continue; /* they bear no result */

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_revision);
    }
  g_test_add_func ("/paper/marks/blank", test_blank);
  g_test_add_func ("/paper/marks/blank-one", test_blank_one);
  g_test_add_func ("/paper/marks/blank-undrawn", test_blank_undrawn);
  g_test_add_func ("/paper/marks/semi-final", test_semi_final);
  g_test_add_func ("/paper/marks/signing-key", test_signing_key);
  g_test_add_func ("/paper/marks/agreement", test_agreement);
  g_test_add_func ("/paper/marks/agreement-unknown", test_agreement_unknown);
  g_test_add_func ("/paper/marks/notice", test_notice);
  g_test_add_func ("/paper/marks/journal", test_journal);
  g_test_add_func ("/paper/marks/nothing", test_nothing);
  g_test_add_func ("/paper/marks/nobody", test_nobody);

  return g_test_run ();
}
