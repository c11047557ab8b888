/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the MC reads aloud, cue by cue and in both languages: the plain cues, one entry's way over
 * the stage, the figures of a reveal, and nothing of a result before the hall has seen it. */

#include "contest-fixture.h"

#include "lectern-programme.h"
#include "lectern-script.h"

static void
set_language (LecternContest *contest,
              const char     *language)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->language, language);
  fixture_put (contest, record);
}

/* The cue of @kind about @nominee (LECTERN_NULL: the only one of its kind) goes on air. */
static void
put_on_air (LecternContest *contest,
            LecternCueKind  kind,
            gint64          nominee)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));
  GPtrArray    *cues = lectern_contest_get_cues (contest);

  on_air->cue = LECTERN_NULL;
  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = cues->pdata[i];

      if (cue->kind == kind && cue->nominee == nominee)
        on_air->cue = cue->position;
    }
  g_assert_cmpint (on_air->cue, !=, LECTERN_NULL);
  fixture_put (contest, on_air);
}

static void
assert_script (LecternContest *contest,
               const char     *zh,
               const char     *en)
{
  g_autofree char *chinese = NULL;
  g_autofree char *english = NULL;

  set_language (contest, "zh");
  chinese = lectern_script_get_now (contest);
  set_language (contest, "en");
  english = lectern_script_get_now (contest);
  g_assert_cmpstr (chinese, ==, zh);
  g_assert_cmpstr (english, ==, en);
}

static void
add_cue (LecternContest *contest,
         LecternCueKind  kind)
{
  LecternCue *cue = lectern_record_new (&lectern_table_cue);

  cue->position = 5;
  cue->kind = kind;
  fixture_put (contest, cue);
}

static void
make_first_of_two (LecternContest *contest)
{
  LecternRound *next = lectern_record_new (&lectern_table_round);
  LecternRound *first = lectern_record_copy (lectern_contest_get_round (contest, "final"));

  lectern_record_take_string (&first->name, "复赛");
  first->advance = 1;
  fixture_put (contest, first);
  next->key = g_strdup ("next");
  next->name = g_strdup ("决赛");
  next->position = 2;
  next->state = LECTERN_ROUND_SET_UP;
  fixture_put (contest, next);
}

static void
test_plain (void)
{
  static const struct
  {
    LecternCueKind kind;
    gboolean       before_last;
    const char    *zh, *en;
  } cases[] = {
    { LECTERN_CUE_TITLE, FALSE, "各位领导、各位评委、同志们，大家好！欢迎来到试验赛现场。", "Good evening, and welcome to 试验赛." },
    { LECTERN_CUE_RULES, FALSE, "下面宣读比赛规则。每位选手宣讲时间不超过 6 分 30 秒，超时按规则扣分。", "These are the rules. Each talk lasts at most 6 min 30 s; going over it costs points." },
    { LECTERN_CUE_ORDER, FALSE, "下面公布出场顺序，出场顺序由抽签产生。", "This is the running order, as it was drawn." },
    { LECTERN_CUE_RANKING, TRUE, "请看目前的排名。", "Here is the ranking so far." },
    { LECTERN_CUE_BREAK, FALSE, "现在休息，请各位稍候。", "We take a short break." },
    { LECTERN_CUE_TALLY, TRUE, "全部选手宣讲完毕，请工作人员核对成绩，请专家点评。", "All have spoken. While the results are checked, our experts comment." },
    { LECTERN_CUE_CEREMONY, FALSE, "下面公布比赛结果并颁奖。", "And now the results and the awards." },
    { LECTERN_CUE_CEREMONY, TRUE, "下面公布晋级决赛的选手名单。", "And now those who go on to: 决赛." },
    { LECTERN_CUE_END, FALSE, "试验赛到此结束，谢谢大家！", "This was 试验赛. Thank you all." },
    { LECTERN_CUE_END, TRUE, "复赛到此结束，谢谢大家！", "This was 复赛. Thank you all." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (",\"time\":{\"limit\":390}", 1, 1);

      if (cases[i].kind == LECTERN_CUE_BREAK)
        add_cue (contest, LECTERN_CUE_BREAK);
      if (cases[i].before_last)
        make_first_of_two (contest);
      put_on_air (contest, cases[i].kind, LECTERN_NULL);
      assert_script (contest, cases[i].zh, cases[i].en);
    }
}

/* Before anything is on air the MC welcomes; of a contest not set up there is nothing to say. */
static void
test_beginning (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 1);
  g_autoptr (LecternContest) empty = lectern_contest_new ();
  g_autofree char *nothing = lectern_script_get_now (empty);

  assert_script (contest, "各位领导、各位评委、同志们，大家好！欢迎来到试验赛现场。", "Good evening, and welcome to 试验赛.");
  g_assert_cmpstr (nothing, ==, "");
}

/* One entry's way: who comes after is asked to make ready, and before a reveal it is announced. */
static void
test_stage (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"announce\":\"after-next\"", 3, 3);

  put_on_air (contest, LECTERN_CUE_INTRODUCE, 2);
  assert_script (contest, "下面有请 2 号选手、来自单位二的选手2，宣讲题目《题目2》。", "Please welcome number 2, 选手2 of 单位二, with “题目2”.");
  put_on_air (contest, LECTERN_CUE_TALK, 2);
  assert_script (contest, "感谢 2 号选手选手2的精彩宣讲，请各位评委打分。请 3 号选手选手3做好准备。",
                 "Thank you, number 2, 选手2. Judges, please mark. Number 3, 选手3, please make ready.");
  put_on_air (contest, LECTERN_CUE_MARK, 2);
  assert_script (contest, "请各位评委为 2 号选手选手2打分。请 3 号选手选手3做好准备。下面公布 1 号选手选手1的得分……",
                 "Judges, please mark number 2, 选手2. Number 3, 选手3, please make ready. And now the marks of number 1, 选手1 …");
  put_on_air (contest, LECTERN_CUE_MARK, 1);
  assert_script (contest, "请各位评委为 1 号选手选手1打分。请 2 号选手选手2做好准备。",
                 "Judges, please mark number 1, 选手1. Number 2, 选手2, please make ready.");
  put_on_air (contest, LECTERN_CUE_TALK, 3);
  assert_script (contest, "感谢 3 号选手选手3的精彩宣讲，请各位评委打分。", "Thank you, number 3, 选手3. Judges, please mark.");
}

/* A nominee of a unit that is not on the list, and one whose entry was taken out: the first is
 * named by what is known of him, of the second nothing is said. */
static void
test_odd_rows (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 1);
  g_autoptr (LecternChange) removal = lectern_change_new ();
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, 1));
  LecternEntry   *undrawn = lectern_record_copy (lectern_contest_get_entry (contest, NULL, 2));

  lectern_record_take_string (&nominee->unit, "某单位");
  lectern_record_take_string (&nominee->title, NULL);
  fixture_put (contest, nominee);
  put_on_air (contest, LECTERN_CUE_INTRODUCE, 1);
  assert_script (contest, "下面有请 1 号选手、来自某单位的选手1，宣讲题目《》。", "Please welcome number 1, 选手1 of 某单位, with “”.");
  undrawn->lot = LECTERN_NULL;
  fixture_put (contest, undrawn);
  put_on_air (contest, LECTERN_CUE_TALK, 1);
  assert_script (contest, "感谢 1 号选手选手1的精彩宣讲，请各位评委打分。", "Thank you, number 1, 选手1. Judges, please mark.");
  lectern_change_remove (removal, lectern_record_ref (lectern_contest_get_entry (contest, NULL, 1)));
  lectern_contest_apply (contest, removal);
  put_on_air (contest, LECTERN_CUE_INTRODUCE, 1);
  assert_script (contest, "", "");
  put_on_air (contest, LECTERN_CUE_TALK, 1);
  assert_script (contest, "", "");
  put_on_air (contest, LECTERN_CUE_REVEAL, 1);
  assert_script (contest, "", "");
}

static void
finish (LecternContest *contest,
        gint64          n,
        gint64          seconds,
        gboolean        revealed)
{
  for (gint64 j = 1; j <= 5; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, 40000 + 1000 * (j - n));
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, seconds * 1000, revealed);
}

#define RULES ",\"panel\":{\"trim_low\":1,\"trim_high\":1,\"trim_from\":5},\"time\":{\"limit\":360,\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}]}}"

static void
test_reveal (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (RULES, 5, 5);
  LecternRound *round;

  finish (contest, 1, 385, FALSE);
  put_on_air (contest, LECTERN_CUE_REVEAL, 1);
  assert_script (contest, "", ""); /* not before the hall has seen it */
  fixture_set_entry (contest, 1, LECTERN_ENTRY_DONE, 385000, TRUE);
  assert_script (contest, "1 号选手选手1，去掉 1 个最高分，去掉 1 个最低分，因用时扣 0.3 分，最后得分 71.70 分。暂列第 1 名。",
                 "Number 1, 选手1: with the highest 1 and the lowest 1 struck out, 0.3 taken off for time, the final score is 71.70. That is place 1 so far.");
  /* Being marked again is not what the hall has seen. */
  fixture_set_entry (contest, 1, LECTERN_ENTRY_MARKING, 385000, TRUE);
  assert_script (contest, "", "");
  finish (contest, 1, 350, TRUE);
  finish (contest, 2, 350, TRUE);
  for (gint64 n = 3; n <= 5; n++)
    fixture_set_entry (contest, n, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  put_on_air (contest, LECTERN_CUE_REVEAL, 2);
  assert_script (contest, "2 号选手选手2，去掉 1 个最高分，去掉 1 个最低分，最后得分 71.00 分。暂列第 2 名。选手2已锁定“二等奖”。",
                 "Number 2, 选手2: with the highest 1 and the lowest 1 struck out, the final score is 71.00. That is place 2 so far. 选手2 is certain of “二等奖”.");
  /* Once the round is finalised it is no longer news. */
  round = lectern_record_copy (lectern_contest_get_round (contest, "final"));
  round->state = LECTERN_ROUND_FINALISED;
  fixture_put (contest, round);
  assert_script (contest, "2 号选手选手2，去掉 1 个最高分，去掉 1 个最低分，最后得分 71.00 分。暂列第 2 名。",
                 "Number 2, 选手2: with the highest 1 and the lowest 1 struck out, the final score is 71.00. That is place 2 so far.");
}

/* What comes next is said with blanks for what the hall is to learn by it; after the last nothing. */
static void
test_next (void)
{
  static const struct
  {
    LecternCueKind kind;
    gint64         nominee;
    const char    *next;
  } cases[] = {
    { LECTERN_CUE_TITLE, LECTERN_NULL, "下面宣读比赛规则。每位选手宣讲时间不超过 6 分钟，超时按规则扣分。" },
    { LECTERN_CUE_ORDER, LECTERN_NULL, "下面有请 1 号选手、来自单位一的选手1，宣讲题目《题目1》。" },
    { LECTERN_CUE_MARK, 1, "1 号选手选手1，去掉 1 个最高分，去掉 1 个最低分，因用时扣 ＿＿＿ 分，最后得分 ＿＿＿ 分。暂列第 ＿＿＿ 名。" },
    { LECTERN_CUE_END, LECTERN_NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (RULES ",\"announce\":\"at-once\",\"reveal\":\"whole\"", 5, 5);
      g_autofree char *words = NULL;

      if (cases[i].nominee != LECTERN_NULL)
        finish (contest, 1, 385, FALSE);
      put_on_air (contest, cases[i].kind, cases[i].nominee);
      words = lectern_script_get_next (contest);
      g_assert_cmpstr (words, ==, cases[i].next);
    }
}

/* In a round before the last one is certain to go on. */
static void
test_going_on (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"panel\":{\"trim_low\":0,\"trim_high\":0}", 2, 5);

  make_first_of_two (contest);
  finish (contest, 1, 350, TRUE);
  finish (contest, 2, 350, TRUE);
  put_on_air (contest, LECTERN_CUE_REVEAL, 1);
  assert_script (contest, "1 号选手选手1，最后得分 72.00 分。暂列第 1 名。选手1已锁定“决赛”席位。",
                 "Number 1, 选手1: the final score is 72.00. That is place 1 so far. 选手1 is certain to go on to “决赛”.");
}

/* Nobody marked it: there is no score to read out. */
static void
test_no_final (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 1);

  fixture_set_entry (contest, 1, LECTERN_ENTRY_DONE, 350000, TRUE);
  put_on_air (contest, LECTERN_CUE_REVEAL, 1);
  assert_script (contest, "", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/script/plain", test_plain);
  g_test_add_func ("/contest/script/beginning", test_beginning);
  g_test_add_func ("/contest/script/stage", test_stage);
  g_test_add_func ("/contest/script/odd-rows", test_odd_rows);
  g_test_add_func ("/contest/script/reveal", test_reveal);
  g_test_add_func ("/contest/script/next", test_next);
  g_test_add_func ("/contest/script/going-on", test_going_on);
  g_test_add_func ("/contest/script/no-final", test_no_final);
  return g_test_run ();
}
