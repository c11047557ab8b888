/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the MC can read out about equals: one row a tie rule, then shared places, the border of an
 * award, scores that look alike, and the MC's words after a reveal. */

#include "contest-fixture.h"

#include <string.h>

#include "lectern-programme.h"
#include "lectern-separation.h"

#define N_JUDGES_MAX 5

/* Entries 1 and 2: the same final by the totals, separated by one rule. */
typedef struct
{
  const char *rule;
  gint64      content[2];
  gint64      totals[2][N_JUDGES_MAX]; /* 0: no such judge */
  gint64      seconds[2];
  gint64      upper; /* the entry that ends above */
  const char *zh, *en;
} RuleCase;

/* clang-format off */
static const RuleCase rule_cases[] = {
  { "criterion:content", { 30, 40 }, { { 90, 80, 70 }, { 90, 80, 70 } }, { 350, 350 }, 2,
    "与第1名最后得分相同，按内容平均分高低排定（40比30）。",
    "The final score equals that of place 1; placed below by the mean of “内容” (30 against 40)." },
  { "untrimmed-mean", { 30, 30 }, { { 70, 80, 80, 80, 80 }, { 80, 80, 80, 80, 80 } }, { 350, 350 }, 2,
    "与第1名最后得分相同，按全部有效评分（不去最高最低分）的平均分高低排定（80比78）。",
    "The final score equals that of place 1; placed below by the mean of all valid sheets, none struck out (78 against 80)." },
  { "median", { 30, 30 }, { { 90, 80, 70 }, { 85, 85, 70 } }, { 350, 350 }, 2,
    "与第1名最后得分相同，按评委总分的中位数高低排定（85比80）。",
    "The final score equals that of place 1; placed below by the median of the judges’ totals (80 against 85)." },
  { "highest-counted", { 30, 30 }, { { 90, 80, 70 }, { 85, 85, 70 } }, { 350, 350 }, 1,
    "与第1名最后得分相同，按计入平均分的最高分逐个比较排定（90比85）。",
    "The final score equals that of place 1; placed below by the highest counted total, then the next (85 against 90)." },
  { "smaller-spread", { 30, 30 }, { { 90, 80, 70 }, { 85, 85, 70 } }, { 350, 350 }, 2,
    "与第1名最后得分相同，按评委打分离散程度（方差）由小到大排定（50.00比66.67）。",
    "The final score equals that of place 1; placed below by the smaller variance of the judges’ totals (66.67 against 50.00)." },
  { "less-overtime", { 30, 30 }, { { 80, 80, 80 }, { 80, 80, 80 } }, { 375, 365 }, 2,
    "与第1名最后得分相同，按超时时间由短到长排定（0:05.0比0:15.0）。",
    "The final score equals that of place 1; placed below by less overtime (0:15.0 against 0:05.0)." },
  { "head-judge", { 30, 30 }, { { 90, 80, 70 }, { 85, 85, 70 } }, { 350, 350 }, 1,
    "与第1名最后得分相同，按评委组长的打分高低排定（90比85）。",
    "The final score equals that of place 1; placed below by the head judge’s total (85 against 90)." },
  { "decision", { 30, 30 }, { { 80, 80, 80 }, { 80, 80, 80 } }, { 350, 350 }, 2,
    "与第1名最后得分相同，按评委会的裁定排定。",
    "The final score equals that of place 1; placed below by the decision of the jury." },
};
/* clang-format on */

static void
set_language (LecternContest *contest,
              const char     *language)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->language, language);
  fixture_put (contest, record);
}

static void
put_decision (LecternContest *contest,
              gint64          nominee,
              gint64          place)
{
  LecternDecision *decision = lectern_record_new (&lectern_table_decision);

  decision->round = g_strdup ("final");
  decision->nominee = nominee;
  decision->place = place;
  decision->reason = g_strdup ("合议");
  fixture_put (contest, decision);
}

static LecternContest *
make (const RuleCase *c)
{
  g_autofree char *extra = g_strdup_printf (",\"ties\":[\"%s\"],\"time\":{\"limit\":360,\"over\":{\"steps\":[]}}", c->rule);
  guint            n = c->totals[0][3] == 0 ? 3 : 5;
  LecternContest  *contest = fixture_contest_new (extra, 2, n);

  for (guint e = 0; e < 2; e++)
    {
      for (guint j = 0; j < n; j++)
        fixture_put_sheet (contest, e + 1, j + 1, 1, LECTERN_SHEET_LOCKED, c->content[e] * 1000, (c->totals[e][j] - c->content[e]) * 1000);
      fixture_set_entry (contest, e + 1, LECTERN_ENTRY_DONE, c->seconds[e] * 1000, TRUE);
    }
  if (g_str_equal (c->rule, "decision"))
    for (guint e = 0; e < 2; e++)
      put_decision (contest, e + 1, e + 1 == c->upper ? 0 : 1);
  return contest;
}

static void
assert_sentence (LecternContest *contest,
                 gint64          nominee,
                 const char     *zh,
                 const char     *en)
{
  const char *languages[] = { "zh", "en" };

  for (guint l = 0; l < 2; l++)
    {
      g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
      g_autofree char *text = NULL;

      set_language (contest, languages[l]);
      text = lectern_separation_describe (ranking, contest, lectern_ranking_find (ranking, nominee));
      g_assert_cmpstr (text, ==, l == 0 ? zh : en);
    }
}

static void
test_rule (gconstpointer data)
{
  const RuleCase *c = data;
  g_autoptr (LecternContest) contest = make (c);

  assert_sentence (contest, c->upper, NULL, NULL);
  assert_sentence (contest, 3 - c->upper, c->zh, c->en);
}

/* Every rule that rules files may name has its row above. */
static void
test_all_rules (void)
{
  for (LecternTieKind kind = LECTERN_TIE_CRITERION; kind <= LECTERN_TIE_DECISION; kind++)
    {
      g_autoptr (LecternContest) contest = make (&rule_cases[kind]);

      g_assert_cmpint (lectern_contest_get_rules (contest)->scoring.ties[0].kind, ==, kind);
    }
  g_assert_cmpint (G_N_ELEMENTS (rule_cases), ==, LECTERN_TIE_DECISION + 1);
}

static void
finish (LecternContest *contest,
        gint64          n,
        gint64          content,
        gint64          language)
{
  for (gint64 j = 1; j <= 3; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, content, language);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, TRUE);
}

/* Places 1, 2, 2, 4, 4, 6 with awards of 1 and 2 places: a shared place inside an award and one
 * that only looks like the border's, then one across it. */
static void
test_shared (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[\"criterion:content\"]", 6, 3);

  finish (contest, 1, 30000, 60000);
  finish (contest, 2, 30000, 50000);
  finish (contest, 3, 30000, 50000);
  finish (contest, 4, 30000, 40000);
  finish (contest, 5, 30000, 40000);
  finish (contest, 6, 20000, 50000);
  assert_sentence (contest, 1, NULL, NULL);
  assert_sentence (contest, 2, "与3号并列第2名，各项规则均未能区分。", "Shares place 2 with No. 3: no rule of the contest separates them.");
  assert_sentence (contest, 5, "与4号并列第4名，各项规则均未能区分。", "Shares place 4 with No. 4: no rule of the contest separates them.");
  assert_sentence (contest, 6, "与第4名最后得分相同，按内容平均分高低排定（30比20）。", "The final score equals that of place 4; placed below by the mean of “内容” (20 against 30).");
}

static void
test_border (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[\"criterion:content\"]", 5, 3);

  finish (contest, 1, 30000, 60000);
  finish (contest, 2, 31000, 50000);
  finish (contest, 3, 30000, 51000);
  finish (contest, 4, 30000, 51000);
  finish (contest, 5, 30000, 51000);
  assert_sentence (contest, 4,
                   "与第2名最后得分相同，按内容平均分高低排定（31比30）。与3号、5号并列第3名，处在“二等奖”名额的边界上，由评委会裁定。",
                   "The final score equals that of place 2; placed below by the mean of “内容” (30 against 31). Shares place 3 with Nos. 3, 5: the border of “二等奖” runs through them, and the jury decides.");
  /* As long as somebody is to come it is nobody's to decide. */
  fixture_set_entry (contest, 1, LECTERN_ENTRY_MARKING, 350000, FALSE);
  assert_sentence (contest, 4,
                   "与第2名最后得分相同，按内容平均分高低排定（31比30）。与3号、5号并列第3名，各项规则均未能区分。",
                   "The final score equals that of place 2; placed below by the mean of “内容” (30 against 31). Shares place 3 with Nos. 3, 5: no rule of the contest separates them.");
}

/* 240.1 / 3 is shown as 80.0 like 240 / 3. */
static void
test_exact (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"score\":{\"decimals\":1,\"rank_on\":\"exact\"}", 2, 3);

  finish (contest, 1, 30000, 50000);
  finish (contest, 2, 30000, 50000);
  fixture_put_sheet (contest, 2, 1, 1, LECTERN_SHEET_LOCKED, 30100, 50000);
  assert_sentence (contest, 2, NULL, NULL);
  assert_sentence (contest, 1,
                   "与第1名四舍五入后同为80.0分，按未舍入的得分排定（80.033333比80.000000）。",
                   "Rounded to 80.0 like place 1; placed below by the exact score (80.000000 against 80.033333).");
}

/* Values that look alike get as many places as it takes; what both end with is left out. */
static void
test_figures (void)
{
  static const struct
  {
    gint64      content[2]; /* of the first judge's sheet; the others give 30 */
    const char *zh, *en;
  } cases[] = {
    { { 36500, 30000 }, "32.17比30.00", "30.00 against 32.17" },
    { { 30100, 30000 }, "30.03比30.00", "30.00 against 30.03" },
    { { 30600, 30300 }, "30.2比30.1", "30.1 against 30.2" },
    { { 30001, 30000 }, "30.0003比30.0000", "30.0000 against 30.0003" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[\"criterion:content\"]", 2, 3);
      g_autoptr (LecternRanking) ranking = NULL;
      g_autofree char *zh = NULL;
      g_autofree char *upper = NULL;
      g_autofree char *en = NULL;

      for (gint64 n = 1; n <= 2; n++)
        {
          finish (contest, n, 30000, 50000);
          fixture_put_sheet (contest, n, 1, 1, LECTERN_SHEET_LOCKED, cases[i].content[n - 1], 80000 - cases[i].content[n - 1]);
        }
      ranking = lectern_ranking_new (contest, NULL, FALSE);
      zh = lectern_separation_describe_figures (ranking, contest, lectern_ranking_find (ranking, 2));
      upper = lectern_separation_describe_figures (ranking, contest, lectern_ranking_find (ranking, 1));
      set_language (contest, "en");
      en = lectern_separation_describe_figures (ranking, contest, lectern_ranking_find (ranking, 2));
      g_assert_cmpstr (zh, ==, cases[i].zh);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_null (upper);
    }
}

/* Equal in their highest total: the next ones are compared, and named. */
static void
test_next_highest (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[\"highest-counted\"]", 2, 3);
  static const gint64 totals[2][3] = { { 90, 80, 70 }, { 90, 79, 71 } };

  for (gint64 n = 1; n <= 2; n++)
    {
      for (gint64 j = 1; j <= 3; j++)
        fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, totals[n - 1][j - 1] * 1000 - 30000);
      fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, TRUE);
    }
  assert_sentence (contest, 2,
                   "与第1名最后得分相同，按计入平均分的最高分逐个比较排定（80比79）。",
                   "The final score equals that of place 1; placed below by the highest counted total, then the next (79 against 80).");
}

/* The border of those who go on, and equals of whom one is to stand below. */
static void
test_cut (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[\"criterion:content\"]", 3, 3);
  LecternRound *first = lectern_record_copy (lectern_contest_get_round (contest, "final"));
  LecternRound *next = lectern_record_new (&lectern_table_round);

  first->advance = 1;
  fixture_put (contest, first);
  next->key = g_strdup ("next");
  next->name = g_strdup ("决赛");
  next->position = 2;
  next->state = LECTERN_ROUND_SET_UP;
  fixture_put (contest, next);
  finish (contest, 1, 30000, 50000);
  finish (contest, 2, 30000, 50000);
  finish (contest, 3, 30000, 40000);
  assert_sentence (contest, 2,
                   "与1号并列第1名，处在晋级名额的边界上，由评委会裁定。",
                   "Shares place 1 with No. 1: the border of those who go on runs through them, and the jury decides.");
  assert_sentence (contest, 3, NULL, NULL);
}

/* The MC's words when the one on top of two equals is revealed last. */
static void
test_script (void)
{
  g_autoptr (LecternContest) contest = make (&rule_cases[0]);
  LecternOnAir    *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));
  GPtrArray       *cues = lectern_contest_get_cues (contest);
  g_autofree char *zh = NULL;
  g_autofree char *en = NULL;

  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = cues->pdata[i];

      if (cue->kind == LECTERN_CUE_REVEAL && cue->nominee == 2)
        on_air->cue = cue->position;
    }
  fixture_put (contest, on_air);
  zh = lectern_programme_get_script (contest);
  g_assert_nonnull (strstr (zh, "最后得分 80.00 分。暂列第 1 名。第2名选手1与第1名最后得分相同，按内容平均分高低排定（40比30）。选手2已锁定“一等奖”。"));
  set_language (contest, "en");
  en = lectern_programme_get_script (contest);
  g_assert_nonnull (strstr (en, "That is place 1 so far. Place 2, 选手1: The final score equals that of place 1; placed below by the mean of “内容” (30 against 40). 选手2 is certain of “一等奖”."));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rule_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contest/separation/%s", rule_cases[i].rule);

      g_test_add_data_func (path, &rule_cases[i], test_rule);
    }
  g_test_add_func ("/contest/separation/all-rules", test_all_rules);
  g_test_add_func ("/contest/separation/shared", test_shared);
  g_test_add_func ("/contest/separation/border", test_border);
  g_test_add_func ("/contest/separation/exact", test_exact);
  g_test_add_func ("/contest/separation/figures", test_figures);
  g_test_add_func ("/contest/separation/next-highest", test_next_highest);
  g_test_add_func ("/contest/separation/cut", test_cut);
  g_test_add_func ("/contest/separation/script", test_script);
  return g_test_run ();
}
