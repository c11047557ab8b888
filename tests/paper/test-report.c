/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every kind of report stays on its sheet and no text of it lies over another; the summary and the
 * running order in full: every figure on them is the ranking's, heads and signature lines are on
 * every page. What the others say is in test-report-marks.c. */

#include "paper-fixture.h"
#include "paper-tools.h"

#include <string.h>

#define PRINTED_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)
#define FINGERPRINT "sha256:1a2b3c4d5e6f70819293a4b5c6d7e8f900112233445566778899aabbccddeeff"
#define STRIKE_COLOUR 0xb01e2b
#define PAGES_APART 7

typedef struct
{
  const char      *name;
  const char      *language;
  LecternPaperKind kind;
  guint            n_judges;
  double           margin;
  gboolean         office;
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
  { "sheets-zh", "zh", LECTERN_PAPER_SHEETS, 9, 19 },
  { "sheets-en", "en", LECTERN_PAPER_SHEETS, 9, 19 },
  { "sheets-3-judges", "zh", LECTERN_PAPER_SHEETS, 3, 19 },
  { "sheets-15-judges", "zh", LECTERN_PAPER_SHEETS, 15, 19 },
  { "blank-sheets-zh", "zh", LECTERN_PAPER_BLANK_SHEETS, 9, 15 },
  { "blank-sheets-en", "en", LECTERN_PAPER_BLANK_SHEETS, 3, 15 },
  { "blank-sheets-15-judges", "zh", LECTERN_PAPER_BLANK_SHEETS, 15, 15 },
  { "agreement-zh", "zh", LECTERN_PAPER_AGREEMENT, 9, 25 },
  { "agreement-en", "en", LECTERN_PAPER_AGREEMENT, 15, 25 },
  { "notice-zh", "zh", LECTERN_PAPER_NOTICE, 9, 25 },
  { "notice-en", "en", LECTERN_PAPER_NOTICE, 9, 25 },
  { "journal-zh", "zh", LECTERN_PAPER_JOURNAL, 9, 15 },
  { "journal-en", "en", LECTERN_PAPER_JOURNAL, 9, 15 },
  { "script-zh", "zh", LECTERN_PAPER_SCRIPT, 9, 15 },
  { "script-en", "en", LECTERN_PAPER_SCRIPT, 9, 15 },
  { "entry-list-zh", "zh", LECTERN_PAPER_ENTRY_LIST, 9, 25 },
  { "entry-list-en", "en", LECTERN_PAPER_ENTRY_LIST, 9, 25 },
  { "entry-list-office-zh", "zh", LECTERN_PAPER_ENTRY_LIST, 9, 15, TRUE },
  { "entry-list-office-en", "en", LECTERN_PAPER_ENTRY_LIST, 9, 15, TRUE },
  { "activity-zh", "zh", LECTERN_PAPER_ACTIVITY, 9, 19 },
  { "activity-en", "en", LECTERN_PAPER_ACTIVITY, 9, 19 },
  { "pool-zh", "zh", LECTERN_PAPER_POOL, 9, 19 },
  { "pool-en", "en", LECTERN_PAPER_POOL, 9, 19 },
  { "pool-office-zh", "zh", LECTERN_PAPER_POOL, 9, 19, TRUE },
  { "pool-office-en", "en", LECTERN_PAPER_POOL, 9, 19, TRUE },
  { "operator-zh", "zh", LECTERN_PAPER_OPERATOR, 9, 18 },
  { "operator-en", "en", LECTERN_PAPER_OPERATOR, 9, 18 },
  { "cards-zh", "zh", LECTERN_PAPER_CARDS, 9, 8 },
  { "cards-en", "en", LECTERN_PAPER_CARDS, 15, 8 },
};

static LecternDocument *
make_for (LecternContest  *contest,
          LecternPaperKind kind,
          gboolean         office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) journal = paper_journal_new ();
  const char *const         addresses[] = { "https://192.168.100.120:8443", "https://10.0.0.5:8443", "https://172.16.200.101:8443", NULL };
  const LecternPaperOptions options = { .days = LECTERN_NOTICE_DAYS, .journal = journal, .addresses = addresses, .fingerprint = FINGERPRINT, .office = office };
  LecternDocument          *document = lectern_paper_report_with (contest, kind, &options, PRINTED_US, &error);

  g_assert_no_error (error);

  return document;
}

static LecternDocument *
make (LecternContest  *contest,
      LecternPaperKind kind)
{
  return make_for (contest, kind, FALSE);
}

/* The evening with what went wrong, and the longest name there may be. */
static LecternContest *
make_contest (const Case *one)
{
  LecternContest *contest = paper_contest_new (one->language, one->n_judges, FALSE, TRUE);

  if (one->n_judges >= 9)
    paper_contest_trouble (contest);
  paper_contest_give_codes (contest, 3);
  paper_contest_fill_annexes (contest, 61);
  paper_contest_rename (contest, 21, "阿卜杜热合曼·吐尔逊买买提·阿卜杜拉江·努尔麦麦提·玉素甫江·艾合麦提·依明");

  return contest;
}

/* Texts of page @index and of its form. */
static GPtrArray *
list_texts (LecternDocument *document,
            guint            index)
{
  LecternPage *page = lectern_document_get_page (document, index);
  LecternPage *layers[] = { lectern_page_get_form (page), page };
  GPtrArray   *texts = g_ptr_array_new ();

  for (guint l = 0; l < G_N_ELEMENTS (layers); l++)
    {
      guint                  n = 0;
      const LecternPageItem *items = layers[l] != NULL ? lectern_page_get_items (layers[l], &n) : NULL;

      for (guint i = 0; i < n; i++)
        if (items[i].kind == LECTERN_ITEM_TEXT)
          g_ptr_array_add (texts, (gpointer) &items[i]);
    }

  return texts;
}

static void
test_inside (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (LecternContest) contest = make_contest (one);
  g_autoptr (LecternDocument) document = make_for (contest, one->kind, one->office);

  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    {
      const LecternPage *page = lectern_document_get_page (document, p);
      g_autoptr (GPtrArray) texts = list_texts (document, p);

      for (guint i = 0; i < texts->len; i++)
        {
          double box[4];

          paper_measure_text (document, texts->pdata[i], box);
          g_assert_cmpfloat (box[0], >=, one->margin);
          g_assert_cmpfloat (box[2], <=, lectern_page_get_width (page) - one->margin);
          g_assert_cmpfloat (box[1], >=, 10);
          g_assert_cmpfloat (box[3], <=, lectern_page_get_height (page) - 5);
        }
    }
}

/* No two texts of a page lie over each other; of the first pages, and the last. */
static void
test_apart (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (LecternContest) contest = make_contest (one);
  g_autoptr (LecternDocument) document = make_for (contest, one->kind, one->office);
  guint n_pages = lectern_document_get_n_pages (document);

  for (guint p = 0; p < n_pages; p++)
    {
      g_autoptr (GPtrArray) texts = p < PAGES_APART || p + 1 == n_pages ? list_texts (document, p) : g_ptr_array_new ();

      for (guint i = 0; i < texts->len; i++)
        for (guint k = i + 1; k < texts->len; k++)
          {
            double a[4];
            double b[4];

            paper_measure_text (document, texts->pdata[i], a);
            paper_measure_text (document, texts->pdata[k], b);
            if (a[2] > b[0] + 0.3 && b[2] > a[0] + 0.3 && a[3] > b[1] + 0.6 && b[3] > a[1] + 0.6)
              g_error ("“%s” lies over “%s”", ((LecternPageItem *) texts->pdata[i])->text.string, ((LecternPageItem *) texts->pdata[k])->text.string);
          }
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
