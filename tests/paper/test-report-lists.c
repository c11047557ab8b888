/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The entry list and the statistics tables in full: who stands where, what the public does not read, sums,
 * figures flush right, heads on every page, no page with the sums alone, and the sheet that is chosen. */

#include "paper-fixture.h"
#include "paper-tools.h"

#include "lectern-annex.h"

#include <math.h>
#include <string.h>

#define PRINTED_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)

static LecternDocument *
make (LecternContest  *contest,
      LecternPaperKind kind,
      LecternNameOrder order,
      gboolean         office)
{
  const LecternPaperOptions options = { .ordered = order != LECTERN_NAME_ORDER_N_ORDERS, .order = order, .office = office };
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_paper_report_with (contest, kind, &options, PRINTED_US, &error);

  g_assert_no_error (error);

  return document;
}

static LecternDocument *
make_usual (LecternContest  *contest,
            LecternPaperKind kind,
            gboolean         office)
{
  return make (contest, kind, LECTERN_NAME_ORDER_N_ORDERS, office);
}

static gboolean
is_printed (LecternDocument *document,
            const char      *text)
{
  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    if (paper_find_text (document, p, text) != NULL)
      return TRUE;

  return FALSE;
}

static void
edit_nominee (LecternContest *contest,
              gint64          id,
              const char     *name,
              const char     *party)
{
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, id));
  g_autoptr (LecternChange) change = lectern_change_new ();

  lectern_record_take_string (&nominee->name, name);
  lectern_record_take_string (&nominee->party, party);
  lectern_record_take_string (&nominee->phone, "13839101234");
  lectern_record_take_string (&nominee->born, "1986-03");
  lectern_change_put (change, nominee);
  lectern_contest_apply (contest, change);
}

/* Names as they stand from the top down, of those in @wanted. */
static char *
list_names (LecternDocument   *document,
            const char *const *wanted)
{
  GString *names = g_string_new (NULL);

  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    {
      guint                  n;
      const LecternPageItem *items = lectern_page_get_items (lectern_document_get_page (document, p), &n);

      for (guint i = 0; i < n; i++)
        if (items[i].kind == LECTERN_ITEM_TEXT && g_strv_contains (wanted, items[i].text.string))
          g_string_append_printf (names, "%s ", items[i].text.string);
    }

  return g_string_free (names, FALSE);
}

/* Officials' order: by strokes of the surname, a given name of one character first; by sound, surnames
 * read as surnames (单 Shan, 曾 Zeng, 仇 Qiu, 解 Xie, 区 Ou, 查 Zha). */
static void
test_orders (void)
{
  static const char *const people[] = { "孔一一", "尹一一", "方一一", "毛一一", "韦一一", "王一一", "田大雨", "田禾", "单一一", "曾一一", "仇一一", "解一一", "区一一", "查一一", NULL };
  static const struct
  {
    LecternNameOrder order;
    const char      *names;
  } cases[] = {
    { LECTERN_NAME_ORDER_N_ORDERS, "王一一 韦一一 区一一 毛一一 仇一一 方一一 尹一一 孔一一 田禾 田大雨 单一一 查一一 曾一一 解一一 " },
    { LECTERN_NAME_ORDER_STROKES, "王一一 韦一一 区一一 毛一一 仇一一 方一一 尹一一 孔一一 田禾 田大雨 单一一 查一一 曾一一 解一一 " },
    { LECTERN_NAME_ORDER_PINYIN, "方一一 孔一一 毛一一 区一一 仇一一 单一一 田禾 田大雨 王一一 韦一一 解一一 尹一一 曾一一 查一一 " },
    { LECTERN_NAME_ORDER_LOT, "孔一一 尹一一 方一一 毛一一 韦一一 王一一 田大雨 田禾 单一一 曾一一 仇一一 解一一 区一一 查一一 " },
    /* Two of each unit, registered in this order. */
    { LECTERN_NAME_ORDER_UNIT, "尹一一 孔一一 毛一一 方一一 王一一 韦一一 田禾 田大雨 单一一 曾一一 仇一一 解一一 区一一 查一一 " },
  };
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);

  for (guint i = 0; people[i] != NULL; i++)
    edit_nominee (contest, i + 1, people[i], "member");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternDocument) document = make (contest, LECTERN_PAPER_ENTRY_LIST, cases[i].order, FALSE);
      g_autofree char *names = list_names (document, people);

      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

/* The summary in the order that was asked for, awards or not; usually as ranked. */
static void
test_summary (void)
{
  static const char *const people[] = { "孔一一", "尹一一", "方一一", "毛一一", "韦一一", "王一一", NULL };
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 7, FALSE, FALSE);
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (LecternDocument) usual = NULL;
  g_autoptr (LecternDocument) by_strokes = NULL;
  g_autofree char *ranked = NULL;
  g_autofree char *stroked = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; people[i] != NULL; i++)
    edit_nominee (contest, i + 1, people[i], "member");
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  for (guint i = 0; i < ranking->n_rows; i++)
    if (g_strv_contains (people, ranking->rows[i].nominee->name))
      g_string_append_printf (wanted, "%s ", ranking->rows[i].nominee->name);
  usual = make_usual (contest, LECTERN_PAPER_SUMMARY, FALSE);
  by_strokes = make (contest, LECTERN_PAPER_SUMMARY, LECTERN_NAME_ORDER_STROKES, FALSE);
  g_assert_nonnull (paper_find_text (usual, 0, "限时6分钟；每超10秒扣0.1分（不足10秒按10秒计）")); /* figures without blanks */
  ranked = list_names (usual, people);
  stroked = list_names (by_strokes, people);
  g_assert_cmpstr (ranked, ==, wanted->str);
  g_assert_cmpstr (stroked, ==, "王一一 韦一一 毛一一 方一一 尹一一 孔一一 ");
}

/* The public reads neither telephone numbers nor birth dates, nor why somebody is not eligible. */
static void
test_entry_list (void)
{
  for (guint office = 0; office < 2; office++)
    {
      g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
      g_autoptr (LecternDocument) document = NULL;

      edit_nominee (contest, 3, "王韦", "none");
      document = make_usual (contest, LECTERN_PAPER_ENTRY_LIST, office);
      g_assert_cmpint (is_printed (document, "13839101234"), ==, office);
      g_assert_cmpint (is_printed (document, "1986-03"), ==, office);
      g_assert_cmpint (is_printed (document, "非党员"), ==, office);
      g_assert_cmpint (is_printed (document, "未通过"), ==, !office);
      g_assert_true (is_printed (document, "共28人，来自14个单位（按姓氏笔画为序）"));
      for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
        {
          g_assert_nonnull (paper_find_text (document, p, "推荐单位"));
          g_assert_cmpint (paper_find_text (document, p, "内部资料") != NULL, ==, office);
        }
    }
}

/* Of a round that was not drawn yet everybody is on the list. */
static void
test_undrawn (void)
{
  const LecternPaperOptions options = { .round = "final" };
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  paper_contest_set_back (contest, FALSE);
  entries = lectern_contest_list_entries (contest, NULL);
  for (guint i = 0; i < entries->len; i++)
    lectern_change_remove (change, lectern_record_ref (entries->pdata[i]));
  lectern_contest_apply (contest, change);
  document = lectern_paper_report_with (contest, LECTERN_PAPER_ENTRY_LIST, &options, PRINTED_US, &error);
  g_assert_no_error (error);
  g_assert_true (is_printed (document, "共28人"));
}

static void
test_nobody (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  const LecternPaperKind kinds[] = { LECTERN_PAPER_ACTIVITY, LECTERN_PAPER_POOL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_paper_report (contest, kinds[i], NULL, PRINTED_US, &error));
      g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
    }
}

static void
test_activity (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternAnnexForm) form = lectern_annex_form_new (LECTERN_ANNEX_ACTIVITY);
  g_autoptr (GPtrArray) rows = NULL;
  guint64 total = 0;

  paper_contest_fill_annexes (contest, 20);
  rows = lectern_contest_list_annex_rows (contest, LECTERN_ANNEX_ACTIVITY);
  document = make_usual (contest, LECTERN_PAPER_ACTIVITY, FALSE);
  g_assert_cmpuint (lectern_document_get_n_pages (document), ==, 1);
  /* 24 columns go on A3 turned. */
  g_assert_cmpfloat (lectern_page_get_width (lectern_document_get_page (document, 0)), ==, 420);
  g_assert_true (is_printed (document, "微型党课系列活动统计表"));
  g_assert_true (is_printed (document, "送课场次"));
  g_assert_true (is_printed (document, "合计"));
  g_assert_true (is_printed (document, "填表人："));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[i]);

      total += g_ascii_strtoull (g_hash_table_lookup (cells, "audience"), NULL, 10);
    }
  {
    g_autofree char *sum = g_strdup_printf ("%" G_GUINT64_FORMAT, total);

    g_assert_true (is_printed (document, sum));
  }
}

/* The numbers under a head end at one line, on the right. */
static void
test_flush_right (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  double edge = -1;

  paper_contest_fill_annexes (contest, 20);
  rows = lectern_contest_list_annex_rows (contest, LECTERN_ANNEX_ACTIVITY);
  document = make_usual (contest, LECTERN_PAPER_ACTIVITY, FALSE);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[i]);
      const LecternPageItem *item = paper_find_text (document, 0, g_hash_table_lookup (cells, "audience"));
      double                 box[4];

      paper_measure_text (document, item, box);
      g_assert_true (edge < 0 || fabs (box[2] - edge) < 0.05);
      edge = box[2];
    }
}

/* Whatever their number, rows fill pages: heads on each, on the last at least two rows, the sums and the
 * lines to sign. */
static void
test_pages (void)
{
  for (guint n = 18; n < 50; n++)
    {
      g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
      g_autoptr (LecternDocument) document = NULL;
      g_autofree char *last = g_strdup_printf ("%u", n);
      g_autofree char *before = g_strdup_printf ("%u", n - 1);
      guint            n_pages;

      paper_contest_fill_annexes (contest, n);
      document = make_usual (contest, LECTERN_PAPER_POOL, TRUE);
      n_pages = lectern_document_get_n_pages (document);
      for (guint p = 0; p < n_pages; p++)
        g_assert_nonnull (paper_find_text (document, p, "宣讲题目"));
      g_assert_nonnull (paper_find_text (document, n_pages - 1, "合计"));
      g_assert_nonnull (paper_find_text (document, n_pages - 1, "填表人"));
      g_assert_nonnull (paper_find_text (document, n_pages - 1, last));
      g_assert_nonnull (paper_find_text (document, n_pages - 1, before));
    }
}

static void
test_private (void)
{
  for (guint office = 0; office < 2; office++)
    {
      g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
      g_autoptr (LecternDocument) document = NULL;

      paper_contest_fill_annexes (contest, 20);
      document = make_usual (contest, LECTERN_PAPER_POOL, office);
      g_assert_cmpint (is_printed (document, "13839101234"), ==, office);
      g_assert_cmpint (is_printed (document, "电话"), ==, office);
      g_assert_true (is_printed (document, "授课"));
    }
}

static void
put_table (LecternContest *contest,
           const char     *columns,
           const char     *cells)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternAnnexFormRow *form = lectern_record_new (&lectern_table_annex_form);
  LecternAnnexRow     *row = lectern_record_new (&lectern_table_annex_row);

  form->kind = g_strdup ("activity");
  form->form = g_strdup_printf ("{\"lectern_annex\":1,\"title\":{\"zh\":\"表\",\"en\":\"T\"},\"columns\":[%s]}", columns);
  row->kind = g_strdup ("activity");
  row->number = 1;
  row->cells = g_strdup (cells);
  lectern_change_put (change, form);
  lectern_change_put (change, row);
  lectern_contest_apply (contest, change);
}

/* A column is as wide as somebody said, to the hair, and one that is switched off is not there; a table of nothing else
 * stands in the middle of its page. */
static void
test_said_width (void)
{
#define NUMBER(key, more) "{\"key\":\"" key "\",\"zh\":\"栏\",\"en\":\"C\",\"type\":\"number\"" more "}"
  static const struct
  {
    const char *columns;
    gboolean    centred;
  } cases[] = {
    { "{\"key\":\"t\",\"zh\":\"文\",\"en\":\"T\",\"type\":\"text\"}," NUMBER ("a", ",\"width\":30") "," NUMBER ("b", ",\"width\":44") "," NUMBER ("c", ",\"shown\":false"), FALSE },
    { NUMBER ("a", ",\"width\":30") "," NUMBER ("b", ",\"width\":44") "," NUMBER ("c", ",\"shown\":false"), TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
      g_autoptr (LecternDocument) document = NULL;
      double left[4], right[4];

      put_table (contest, cases[i].columns, "{\"t\":\"文字\",\"a\":\"7111\",\"b\":\"7222\",\"c\":\"7333\"}");
      document = make_usual (contest, LECTERN_PAPER_ACTIVITY, FALSE);
      g_assert_false (is_printed (document, "7333"));
      paper_measure_text (document, paper_find_text (document, 0, "7111"), left);
      paper_measure_text (document, paper_find_text (document, 0, "7222"), right);
      g_assert_cmpfloat_with_epsilon (right[2] - left[2], 44, 0.01);
      if (cases[i].centred)
        g_assert_cmpfloat_with_epsilon (right[2], 297 / 2.0 + 41, 3); /* half of 8 + 30 + 44 from the middle */
      else
        g_assert_cmpfloat_with_epsilon (right[2], 297 - 20, 3); /* all of the page */
    }
#undef NUMBER
}

/* The draw and the list of who may take part are signed, on the last page and beside its rows. */
static void
test_signed (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  static const struct
  {
    LecternPaperKind kind;
    gboolean         office;
    const char      *sign;
  } cases[] = {
    { LECTERN_PAPER_RUNNING_ORDER, FALSE, "抽签主持人：" },
    { LECTERN_PAPER_RUNNING_ORDER, FALSE, "监督员：" },
    { LECTERN_PAPER_ENTRY_LIST, FALSE, "审核人：" },
    { LECTERN_PAPER_ENTRY_LIST, TRUE, "审核人：" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternDocument) document = make_usual (contest, cases[i].kind, cases[i].office);
      guint                  n = lectern_document_get_n_pages (document);
      const LecternPageItem *item = paper_find_text (document, n - 1, cases[i].sign);
      double                 box[4];

      g_assert_nonnull (item);
      paper_measure_text (document, item, box);
      g_assert_cmpfloat (box[3], <, lectern_page_get_height (lectern_document_get_page (document, n - 1)) - (cases[i].office ? 15 : 35) + 0.1);
      for (guint p = 0; p + 1 < n; p++)
        g_assert_null (paper_find_text (document, p, cases[i].sign));
    }
}

/* Forty columns of long words fit on no sheet, and that is said. */
static void
test_too_wide (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (GString) form = g_string_new ("{\"lectern_annex\":1,\"title\":{\"zh\":\"表\",\"en\":\"T\"},\"columns\":[");
  g_autoptr (GString) cells = g_string_new ("{");
  g_autoptr (GError) error = NULL;
  LecternAnnexFormRow *columns = lectern_record_new (&lectern_table_annex_form);
  LecternAnnexRow     *row = lectern_record_new (&lectern_table_annex_row);

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (form, "%s{\"key\":\"k%u\",\"zh\":\"栏\",\"en\":\"C\",\"type\":\"number\"}", i > 0 ? "," : "", i);
      g_string_append_printf (cells, "%s\"k%u\":\"12345678901.123\"", i > 0 ? "," : "", i);
    }
  columns->kind = g_strdup ("activity");
  columns->form = g_strconcat (form->str, "]}", NULL);
  row->kind = g_strdup ("activity");
  row->number = 1;
  row->cells = g_strconcat (cells->str, "}", NULL);
  lectern_change_put (change, columns);
  lectern_change_put (change, row);
  lectern_contest_apply (contest, change);
  g_assert_null (lectern_paper_report (contest, LECTERN_PAPER_ACTIVITY, NULL, PRINTED_US, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/lists/orders", test_orders);
  g_test_add_func ("/paper/lists/summary", test_summary);
  g_test_add_func ("/paper/lists/entry-list", test_entry_list);
  g_test_add_func ("/paper/lists/undrawn", test_undrawn);
  g_test_add_func ("/paper/lists/nobody", test_nobody);
  g_test_add_func ("/paper/lists/activity", test_activity);
  g_test_add_func ("/paper/lists/flush-right", test_flush_right);
  g_test_add_func ("/paper/lists/pages", test_pages);
  g_test_add_func ("/paper/lists/private", test_private);
  g_test_add_func ("/paper/lists/said-width", test_said_width);
  g_test_add_func ("/paper/lists/signed", test_signed);
  g_test_add_func ("/paper/lists/too-wide", test_too_wide);

  return g_test_run ();
}
