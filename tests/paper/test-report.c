/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The summary and the running order: every figure on them is the ranking's, heads and signature
 * lines are on every page, nothing leaves the sheet. */

#include "paper-fixture.h"
#include "paper-tools.h"

#include <string.h>

#define PRINTED_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)
#define STRIKE_COLOUR 0xb01e2b

typedef struct
{
  const char      *name;
  const char      *language;
  LecternPaperKind kind;
  guint            n_judges;
  double           margin;
} Case;

static const Case cases[] = {
  { "summary-zh", "zh", LECTERN_PAPER_SUMMARY, 9, 15 },
  { "summary-en", "en", LECTERN_PAPER_SUMMARY, 9, 15 },
  { "summary-3-judges", "zh", LECTERN_PAPER_SUMMARY, 3, 15 },
  { "summary-15-judges", "zh", LECTERN_PAPER_SUMMARY, 15, 15 },
  { "summary-15-judges-en", "en", LECTERN_PAPER_SUMMARY, 15, 15 },
  { "summary-no-judges", "zh", LECTERN_PAPER_SUMMARY, 0, 15 },
  { "order-zh", "zh", LECTERN_PAPER_RUNNING_ORDER, 9, 25 },
  { "order-en", "en", LECTERN_PAPER_RUNNING_ORDER, 9, 25 },
};

static LecternDocument *
make (LecternContest  *contest,
      LecternPaperKind kind)
{
  g_autoptr (GError) error = NULL;
  LecternDocument *document = lectern_paper_report (contest, kind, NULL, PRINTED_US, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_inside (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (LecternContest) contest = paper_contest_new (one->language, one->n_judges, FALSE, TRUE);
  g_autoptr (LecternDocument) document = make (contest, one->kind);

  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    {
      const LecternPage     *page = lectern_document_get_page (document, p);
      guint                  n;
      const LecternPageItem *items = lectern_page_get_items (page, &n);

      for (guint i = 0; i < n; i++)
        {
          double box[4];

          if (items[i].kind != LECTERN_ITEM_TEXT)
            continue;
          paper_measure_text (document, &items[i], box);
          g_assert_cmpfloat (box[0], >=, one->margin);
          g_assert_cmpfloat (box[2], <=, lectern_page_get_width (page) - one->margin);
          g_assert_cmpfloat (box[1], >=, 10);
          g_assert_cmpfloat (box[3], <=, lectern_page_get_height (page) - 5);
        }
    }
}

/* No two texts of a page lie over each other. */
static void
test_apart (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (LecternContest) contest = paper_contest_new (one->language, one->n_judges, FALSE, TRUE);
  g_autoptr (LecternDocument) document = make (contest, one->kind);
  guint                  n;
  const LecternPageItem *items = lectern_page_get_items (lectern_document_get_page (document, 0), &n);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        double a[4];
        double b[4];

        if (items[i].kind != LECTERN_ITEM_TEXT || items[k].kind != LECTERN_ITEM_TEXT)
          continue;
        paper_measure_text (document, &items[i], a);
        paper_measure_text (document, &items[k], b);
        if (a[2] > b[0] + 0.3 && b[2] > a[0] + 0.3 && a[3] > b[1] + 0.6 && b[3] > a[1] + 0.6)
          g_error ("“%s” lies over “%s”", items[i].text.string, items[k].text.string);
      }
}

static guint
count_strikes (LecternDocument *document)
{
  guint count = 0;

  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    {
      guint                  n;
      const LecternPageItem *items = lectern_page_get_items (lectern_document_get_page (document, p), &n);

      for (guint i = 0; i < n; i++)
        count += items[i].kind == LECTERN_ITEM_LINE && items[i].colour == STRIKE_COLOUR;
    }

  return count;
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
test_summary (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, TRUE);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (LecternDocument) document = make (contest, LECTERN_PAPER_SUMMARY);

  g_assert_cmpuint (lectern_document_get_n_pages (document), ==, 2);
  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];

      g_assert_true (is_printed (document, row->nominee->name));
      if (row->ranked.has_final)
        {
          g_autofree char *final = lectern_fraction_format (row->ranked.final, 2);

          g_assert_true (is_printed (document, final));
        }
    }
  /* One highest and one lowest of each of the 27 who spoke. */
  g_assert_cmpuint (count_strikes (document), ==, 2 * 27);
  g_assert_true (is_printed (document, "回避"));
  g_assert_true (is_printed (document, "弃权: 抽签未到场"));
  g_assert_true (is_printed (document, "优秀奖"));
  for (guint p = 0; p < 2; p++)
    {
      static const char *const on_each[] = { "抽签号", "最后得分", "孙启明", "计分员：", "复核：", "监督员：", "评委组长：", "日期：", "暂定成绩", "决赛", "2018年9月14日", "计分规则：", "共2页", "打印时间：2018-09-14" };

      for (guint i = 0; i < G_N_ELEMENTS (on_each); i++)
        g_assert_nonnull (paper_find_text (document, p, on_each[i]));
    }
}

/* Below five sheets nothing is dropped, so nothing is struck out. */
static void
test_summary_untrimmed (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  g_autoptr (LecternDocument) document = make (contest, LECTERN_PAPER_SUMMARY);

  g_assert_cmpuint (count_strikes (document), ==, 0);
}

static void
set_round (LecternContest *contest,
           int             state,
           const char     *seed,
           gboolean        by_hand)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_current_round (contest));
  g_autoptr (LecternChange) change = lectern_change_new ();

  round->state = state;
  round->revision = 2;
  round->drawn_by_hand = by_hand;
  lectern_record_take_string (&round->seed, seed);
  lectern_change_put (change, round);
  lectern_contest_apply (contest, change);
}

static void
test_summary_final (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, TRUE, FALSE);
  g_autoptr (LecternDocument) document = NULL;

  set_round (contest, LECTERN_ROUND_FINALISED, "x", FALSE);
  document = make (contest, LECTERN_PAPER_SUMMARY);
  g_assert_true (is_printed (document, "正式成绩（第2稿）"));
  g_assert_false (is_printed (document, "暂定"));
  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    g_assert_nonnull (paper_find_text (document, p, "彩排"));
}

static void
test_order (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (LecternDocument) seeded = make (contest, LECTERN_PAPER_RUNNING_ORDER);
  g_autoptr (LecternDocument) by_hand = NULL;

  g_assert_cmpuint (lectern_document_get_n_pages (seeded), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (paper_nominees); i++)
    {
      g_assert_true (is_printed (seeded, paper_nominees[i].name));
      g_assert_true (is_printed (seeded, paper_nominees[i].title));
    }
  g_assert_nonnull (paper_find_text (seeded, 1, "抽签号"));
  g_assert_true (is_printed (seeded, "种子“焦作2018-09-14”"));

  set_round (contest, LECTERN_ROUND_DRAWN, NULL, TRUE);
  by_hand = make (contest, LECTERN_PAPER_RUNNING_ORDER);
  g_assert_true (is_printed (by_hand, "现场抽签"));
  g_assert_false (is_printed (by_hand, "种子"));
}

static void
test_not_drawn (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < entries->len; i++)
    lectern_change_remove (change, lectern_record_ref (g_ptr_array_index (entries, i)));
  lectern_contest_apply (contest, change);

  g_assert_null (lectern_paper_report (contest, LECTERN_PAPER_RUNNING_ORDER, NULL, PRINTED_US, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (lectern_paper_report (contest, LECTERN_PAPER_RUNNING_ORDER, "semi", PRINTED_US, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (lectern_paper_report (contest, LECTERN_PAPER_SUMMARY, "semi", PRINTED_US, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
}

static void
test_kinds (void)
{
  LecternPaperKind kind;

  for (guint i = 0; i < LECTERN_PAPER_N_KINDS; i++)
    {
      g_assert_true (lectern_paper_kind_from_name (lectern_paper_kind_get_name (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (lectern_paper_kind_from_name ("minutes", &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *inside = g_strconcat ("/paper/report/inside/", cases[i].name, NULL);
      g_autofree char *apart = g_strconcat ("/paper/report/apart/", cases[i].name, NULL);

      g_test_add_data_func (inside, &cases[i], test_inside);
      g_test_add_data_func (apart, &cases[i], test_apart);
    }
  g_test_add_func ("/paper/report/summary", test_summary);
  g_test_add_func ("/paper/report/summary-untrimmed", test_summary_untrimmed);
  g_test_add_func ("/paper/report/summary-final", test_summary_final);
  g_test_add_func ("/paper/report/order", test_order);
  g_test_add_func ("/paper/report/not-drawn", test_not_drawn);
  g_test_add_func ("/paper/report/kinds", test_kinds);

  return g_test_run ();
}
