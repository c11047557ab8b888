/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The words of every step: what the operator's press does, and what the MC says at it, in both
 * languages of a contest. And one that is kept in the file: what the next press does with it, when
 * it is frozen anew, and what is no sequence. */

#include "contest-fixture.h"

#include <string.h>

#include "lectern-sequence.h"

#define OVER ",\"time\":{\"limit\":360,\"over\":{\"grace\":0,\"steps\":[{\"every\":10,\"points\":\"0.1\"}],\"cap\":null}}"
#define BY_JUDGE ",\"reveal\":\"judge-by-judge\""

static void
set_language (LecternContest *contest,
              const char     *language)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->language, language);
  fixture_put (contest, record);
}

static void
finish (LecternContest *contest,
        gint64          n,
        guint           n_judges,
        gint64          time_ms)
{
  for (guint j = 1; j <= n_judges; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, (50 + j - n) * 1000);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, time_ms, FALSE);
}

static void
set_round (LecternContest   *contest,
           LecternRoundState state)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_current_round (contest));

  round->state = state;
  round->revision = state == LECTERN_ROUND_FINALISED ? 1 : 0;
  lectern_record_take_string (&round->seed, "种子");
  fixture_put (contest, round);
}

/* The best go on to a round of their own. */
static void
make_first_of_two (LecternContest *contest,
                   gint64          advance)
{
  LecternRound *next = lectern_record_new (&lectern_table_round);
  LecternRound *first = lectern_record_copy (lectern_contest_get_current_round (contest));

  first->advance = advance;
  fixture_put (contest, first);
  next->key = g_strdup ("next");
  next->name = g_strdup ("总决赛");
  next->position = 2;
  next->state = LECTERN_ROUND_SET_UP;
  fixture_put (contest, next);
}

static void
assert_words (LecternContest *contest,
              LecternSequence *(*freeze) (LecternContest *contest),
              const char *operator_words,
              const char *zh,
              const char *en)
{
  const char *languages[] = { "zh", "en" };

  for (guint l = 0; l < 2; l++)
    {
      g_autoptr (LecternSequence) sequence = NULL;
      g_autoptr (GString) said = g_string_new (NULL);
      g_autoptr (GString) script = g_string_new (NULL);

      set_language (contest, languages[l]);
      sequence = freeze (contest);
      g_assert_nonnull (sequence);
      for (guint i = 0; i < lectern_sequence_get_n_steps (sequence); i++)
        {
          g_autofree char *step = lectern_sequence_describe_step (sequence, i);
          g_autofree char *words = lectern_sequence_get_script (sequence, contest, i, FALSE);

          g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "", step);
          g_string_append_printf (script, "%s%s", i > 0 ? "\n" : "", words);
        }
      if (l == 0)
        g_assert_cmpstr (said->str, ==, operator_words);
      g_assert_cmpstr (script->str, ==, l == 0 ? zh : en);
    }
}

static LecternSequence *
freeze_first (LecternContest *contest)
{
  return lectern_sequence_freeze_reveal (contest, lectern_contest_get_entry (contest, NULL, 1), FALSE, NULL);
}

static LecternSequence *
freeze_first_whole (LecternContest *contest)
{
  return lectern_sequence_freeze_reveal (contest, lectern_contest_get_entry (contest, NULL, 1), TRUE, NULL);
}

static LecternSequence *
freeze_ceremony (LecternContest *contest)
{
  return lectern_sequence_freeze_ceremony (contest, NULL);
}

static LecternSequence *
freeze_draw (LecternContest *contest)
{
  return lectern_sequence_freeze_draw (contest, TRUE, NULL);
}

static LecternSequence *
freeze_draw_at_once (LecternContest *contest)
{
  return lectern_sequence_freeze_draw (contest, FALSE, NULL);
}

static void
test_reveal (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (OVER, 9, 5);

  finish (contest, 1, 5, 385000);
  assert_words (contest, freeze_first,
                "Announce the result of No. 1 选手1\n"
                "Show all marks\n"
                "Strike out the highest and the lowest\n"
                "Show the mean\n"
                "Show the deduction\n"
                "Show the final score\n"
                "Show the place",
                "下面公布 1 号选手选手1的得分。\n"
                "请看各位评委的打分。\n"
                "去掉 1 个最高分，去掉 1 个最低分。\n"
                "平均分 82.00 分。\n"
                "因用时扣 0.30 分。\n"
                "最后得分 81.70 分。\n"
                "暂列第 1 名。",
                "And now the marks of number 1, 选手1.\n"
                "These are the judges’ marks.\n"
                "With the highest 1 and the lowest 1 struck out.\n"
                "The mean is 82.00.\n"
                "0.30 taken off for time.\n"
                "The final score is 81.70.\n"
                "That is place 1 so far.");
}

static void
test_reveal_by_judge (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (BY_JUDGE, 1, 2);

  finish (contest, 1, 2, 300000);
  assert_words (contest, freeze_first,
                "Announce the result of No. 1 选手1\n"
                "Show the mark of judge 1 评委1\n"
                "Show the mark of judge 2 评委2\n"
                "Show the mean\n"
                "Show the final score\n"
                "Show the place",
                "下面公布 1 号选手选手1的得分。\n"
                "评委1，80 分。\n"
                "评委2，81 分。\n"
                "平均分 80.50 分。\n"
                "最后得分 80.50 分。\n"
                "暂列第 1 名。选手1已锁定“一等奖”。",
                "And now the marks of number 1, 选手1.\n"
                "评委1: 80.\n"
                "评委2: 81.\n"
                "The mean is 80.50.\n"
                "The final score is 80.50.\n"
                "That is place 1 so far. 选手1 is certain of “一等奖”.");
}

/* All in one step, of an entry that is certain of an award, then to go on. */
static void
test_whole (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (OVER, 2, 5);

  finish (contest, 1, 5, 385000);
  assert_words (contest, freeze_first_whole,
                "Reveal No. 1 选手1",
                "1 号选手选手1，去掉 1 个最高分，去掉 1 个最低分，因用时扣 0.30 分，最后得分 81.70 分。暂列第 1 名。选手1已锁定“二等奖”。",
                "Number 1, 选手1: with the highest 1 and the lowest 1 struck out, 0.30 taken off for time, the final score is 81.70. That is place 1 so far. 选手1 is certain of “二等奖”.");
  make_first_of_two (contest, 2);
  assert_words (contest, freeze_first_whole,
                "Reveal No. 1 选手1",
                "1 号选手选手1，去掉 1 个最高分，去掉 1 个最低分，因用时扣 0.30 分，最后得分 81.70 分。暂列第 1 名。选手1已锁定“总决赛”席位。",
                "Number 1, 选手1: with the highest 1 and the lowest 1 struck out, 0.30 taken off for time, the final score is 81.70. That is place 1 so far. 选手1 is certain to go on to “总决赛”.");
}

/* An award of places with a citation, one of two places, and names without places. */
static void
test_ceremony (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 5, 3);
  LecternAward   *first = lectern_record_copy (lectern_contest_get_awards (contest)->pdata[0]);
  LecternNominee *untitled = lectern_record_copy (lectern_contest_get_nominee (contest, 2));

  lectern_record_take_string (&first->citation, "讲得好。");
  fixture_put (contest, first);
  lectern_record_take_string (&untitled->title, "");
  fixture_put (contest, untitled);
  for (gint64 n = 1; n <= 5; n++)
    finish (contest, n, 3, 300000);
  set_round (contest, LECTERN_ROUND_FINALISED);
  assert_words (contest, freeze_ceremony,
                "Open the award ceremony\n"
                "Announce “优秀奖”\n"
                "Show 2 names of “优秀奖”\n"
                "Announce “二等奖”\n"
                "Announce place 3 of “二等奖”, no name yet\n"
                "Show the name: 选手3\n"
                "Show score and photo: 选手3\n"
                "Announce place 2 of “二等奖”, no name yet\n"
                "Show the name: 选手2\n"
                "Show score and photo: 选手2\n"
                "Announce “一等奖”\n"
                "Show the name: 选手1\n"
                "Show score and photo: 选手1\n"
                "Show the citation: 选手1\n"
                "Show everybody together",
                "下面公布比赛结果并颁奖。\n"
                "下面颁发“优秀奖”。\n"
                "获得“优秀奖”的选手有：选手4、选手5。\n"
                "下面颁发“二等奖”。\n"
                "第 3 名是……\n"
                "来自单位一的选手3，宣讲题目《题目3》。\n"
                "最后得分 79.00 分。\n"
                "第 2 名是……\n"
                "来自单位二的选手2。\n"
                "最后得分 80.00 分。\n"
                "下面颁发“一等奖”。\n"
                "来自单位一的选手1，宣讲题目《题目1》。\n"
                "最后得分 81.00 分。\n"
                "讲得好。\n"
                "请全体获奖选手上台合影。",
                "And now the results and the awards.\n"
                "The award “优秀奖” goes to …\n"
                "“优秀奖” goes to 选手4, 选手5.\n"
                "The award “二等奖” goes to …\n"
                "In place 3: …\n"
                "选手3 of 单位一, with “题目3”.\n"
                "The final score is 79.00.\n"
                "In place 2: …\n"
                "选手2 of 单位二.\n"
                "The final score is 80.00.\n"
                "The award “一等奖” goes to …\n"
                "选手1 of 单位一, with “题目1”.\n"
                "The final score is 81.00.\n"
                "讲得好。\n"
                "May all the winners come on stage for a picture.");
}

static void
test_cut (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 3);

  make_first_of_two (contest, 2);
  for (gint64 n = 1; n <= 3; n++)
    finish (contest, n, 3, 300000);
  set_round (contest, LECTERN_ROUND_FINALISED);
  assert_words (contest, freeze_ceremony,
                "Open the announcement of who goes on\n"
                "Announce “晋级总决赛”\n"
                "Announce place 2 of “晋级总决赛”, no name yet\n"
                "Show the name: 选手2\n"
                "Show score and photo: 选手2\n"
                "Announce place 1 of “晋级总决赛”, no name yet\n"
                "Show the name: 选手1\n"
                "Show score and photo: 选手1\n"
                "Show everybody together",
                "下面公布晋级总决赛的选手名单。\n"
                "晋级总决赛的选手是……\n"
                "第 2 名是……\n"
                "来自单位二的选手2，宣讲题目《题目2》。\n"
                "最后得分 80.00 分。\n"
                "第 1 名是……\n"
                "来自单位一的选手1，宣讲题目《题目1》。\n"
                "最后得分 81.00 分。\n"
                "请全体晋级选手上台合影。",
                "And now those who go on to: 总决赛.\n"
                "On to: 总决赛: …\n"
                "In place 2: …\n"
                "选手2 of 单位二, with “题目2”.\n"
                "The final score is 80.00.\n"
                "In place 1: …\n"
                "选手1 of 单位一, with “题目1”.\n"
                "The final score is 81.00.\n"
                "May all who go on come on stage for a picture.");
}

static void
test_draw (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);

  set_round (contest, LECTERN_ROUND_DRAWN);
  assert_words (contest, freeze_draw,
                "Open the draw\n"
                "Show lot 1: 选手1\n"
                "Show lot 2: 选手2\n"
                "Show the whole running order",
                "下面公布出场顺序，出场顺序由抽签产生。抽签种子为“种子”。\n"
                "1 号，来自单位一的选手1。\n"
                "2 号，来自单位二的选手2。\n"
                "请看完整的出场顺序。",
                "This is the running order, as it was drawn. The seed of the draw is “种子”.\n"
                "Number 1: 选手1 of 单位一.\n"
                "Number 2: 选手2 of 单位二.\n"
                "Here is the whole running order.");
  assert_words (contest, freeze_draw_at_once,
                "Show the whole running order",
                "下面公布出场顺序，出场顺序由抽签产生。",
                "This is the running order, as it was drawn.");
}

/* A result the hall has seen and that is another one now is announced as corrected. */
static void
test_corrected (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 2);
  g_autoptr (LecternSequence) first = NULL;
  LecternSequenceRecord *record = lectern_record_new (&lectern_table_sequence);

  finish (contest, 1, 2, 300000);
  first = freeze_first_whole (contest);
  record->id = 1;
  record->kind = LECTERN_SEQUENCE_REVEAL;
  record->round = g_strdup ("final");
  record->lot = 1;
  record->content = lectern_sequence_to_json (first);
  record->step = 0;
  fixture_put (contest, record);
  g_assert_false (lectern_sequence_is_outdated (first, contest));
  fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_LOCKED, 30000, 60000);
  g_assert_true (lectern_sequence_is_outdated (first, contest));
  assert_words (contest, freeze_first_whole, "Reveal No. 1 选手1",
                "现更正 1 号选手选手1的得分。最后得分 85.50 分。暂列第 1 名。选手1已锁定“二等奖”。",
                "The result of number 1, 选手1, is corrected. The final score is 85.50. That is place 1 so far. 选手1 is certain of “二等奖”.");
}

/* The contest's own words are said at steps too, and of what it left alone the usual ones. */
static void
test_own (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 2);
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));
  g_autoptr (LecternSequence) draw = NULL;
  g_autofree char *lot = NULL;
  g_autofree char *order = NULL;

  lectern_record_take_string (&record->script, "{\"lot\":\"{round}{lot}号{name}，\",\"seed\":\"\"}");
  fixture_put (contest, record);
  set_round (contest, LECTERN_ROUND_DRAWN);
  draw = freeze_draw (contest);
  order = lectern_sequence_get_script (draw, contest, 0, FALSE);
  lot = lectern_sequence_get_script (draw, contest, 2, FALSE);
  g_assert_cmpstr (order, ==, "下面公布出场顺序，出场顺序由抽签产生。");
  g_assert_cmpstr (lot, ==, "决赛2号选手2。");
}

static void
assert_ahead (LecternContest        *contest,
              const LecternSequence *sequence,
              const char            *wanted)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < lectern_sequence_get_n_steps (sequence); i++)
    {
      g_autofree char *words = lectern_sequence_get_script (sequence, contest, i, TRUE);

      g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "", words);
    }
  g_assert_cmpstr (said->str, ==, wanted);
}

/* Read ahead, the words tell nothing that the hall learns by the step: no figure of a result, nobody
 * who is drawn or awarded, not even that two share a place. */
static void
test_ahead (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (OVER BY_JUDGE, 2, 5);
  g_autoptr (LecternContest) tied = fixture_contest_new ("", 2, 1);
  g_autoptr (LecternSequence) reveal = NULL;
  g_autoptr (LecternSequence) draw = NULL;
  g_autoptr (LecternSequence) ceremony = NULL;

  finish (contest, 1, 5, 385000);
  reveal = freeze_first (contest);
  assert_ahead (contest, reveal,
                "下面公布 1 号选手选手1的得分。\n"
                "评委1，＿＿＿ 分。\n评委2，＿＿＿ 分。\n评委3，＿＿＿ 分。\n评委4，＿＿＿ 分。\n评委5，＿＿＿ 分。\n"
                "去掉 1 个最高分，去掉 1 个最低分。\n"
                "平均分 ＿＿＿ 分。\n"
                "因用时扣 ＿＿＿ 分。\n"
                "最后得分 ＿＿＿ 分。\n"
                "暂列第 ＿＿＿ 名。");
  set_round (contest, LECTERN_ROUND_DRAWN);
  draw = freeze_draw (contest);
  assert_ahead (contest, draw,
                "下面公布出场顺序，出场顺序由抽签产生。抽签种子为“种子”。\n"
                "＿＿＿ 号，来自＿＿＿的＿＿＿。\n"
                "＿＿＿ 号，来自＿＿＿的＿＿＿。\n"
                "请看完整的出场顺序。");
  for (gint64 n = 1; n <= 2; n++)
    {
      fixture_put_sheet (tied, n, 1, 1, LECTERN_SHEET_LOCKED, 30000, 50000);
      fixture_set_entry (tied, n, LECTERN_ENTRY_DONE, 300000, FALSE);
    }
  set_round (tied, LECTERN_ROUND_FINALISED);
  ceremony = freeze_ceremony (tied);
  assert_ahead (tied, ceremony,
                "下面公布比赛结果并颁奖。\n"
                "下面颁发“一等奖”。\n"
                "来自＿＿＿的＿＿＿，宣讲题目《＿＿＿》。\n"
                "最后得分 ＿＿＿ 分。\n"
                "请全体获奖选手上台合影。");
}

/* What is kept in the file and changed there by hand is read or refused, never trusted. */
static void
test_read (void)
{
  static const struct
  {
    const char *from, *to; /* in the JSON of a reveal by two judges */
    gboolean    readable;
  } cases[] = {
    { "\"kind\":\"reveal\"", "\"kind\":\"parade\"", FALSE },
    { "\"kind\":\"reveal\"", "\"kind\":7", FALSE },
    { "\"round\":\"final\"", "\"from_the_future\":{}", TRUE },
    { "[\"marks\",0,2,false]", "7", FALSE },
    { "[\"marks\",0,2,false]", "[\"marks\",0,2]", FALSE },
    { "[\"marks\",0,2,false]", "[\"dance\",0,2,false]", FALSE },
    { "[\"marks\",0,2,false]", "[\"marks\",0,3,false]", FALSE },
    { "[\"marks\",0,2,false]", "[\"marks\",-1,2,false]", FALSE },
    { "[\"marks\",0,2,false]", "[\"marks\",0,-2,false]", FALSE },
    { "[\"marks\",0,2,false]", "[\"marks\",4294967296,2,false]", FALSE },
    { "[\"marks\",0,2,false]", "[\"marks\",0,4294967296,false]", FALSE },
    { "[\"marks\",0,2,false]", "[\"marks\",0,1,true]", TRUE },
    { "\"steps\":[", "\"steps\":7,\"x\":[", FALSE },
    { "\"steps\":[", "\"steps\":[],\"x\":[", FALSE },
    { "\"base\":{", "\"x\":{", FALSE },
    { "\"whole\":{", "\"x\":{", FALSE },
    { "\"round\":\"final\"", "\"told\":7", TRUE },
    { "\"round\":\"final\"", "\"told\":{\"1\":\"80\"}", TRUE },
    { "\"round\":\"final\"", "\"told\":{\"1\":null}", TRUE },
  };
  static const char *const texts[] = { NULL, "", "{", "[]", "{}", "null" };
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 2);
  g_autoptr (LecternSequence) sequence = NULL;
  g_autofree char *json = NULL;

  finish (contest, 1, 2, 300000);
  sequence = freeze_first (contest);
  json = lectern_sequence_to_json (sequence);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (json, cases[i].from, 2);
      g_autofree char *changed = g_strjoinv (cases[i].to, parts);
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternSequence) read = lectern_sequence_from_json (changed, &error);

      g_test_message ("%s", cases[i].to);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_cmpint (read != NULL, ==, cases[i].readable);
      if (!cases[i].readable)
        g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_sequence_from_json (texts[i], &error));
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
    }
}

/* Nothing is rehearsed or shown of what is not there. */
static void
test_refused (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 2);
  g_autoptr (LecternChange) no_awards = lectern_change_new ();
  g_autoptr (GPtrArray) awards = lectern_contest_list_rows (contest, &lectern_table_award);
  g_autoptr (GError) no_result = NULL;
  g_autoptr (GError) open = NULL;
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GError) undrawn = NULL;

  g_assert_null (lectern_sequence_freeze_reveal (contest, lectern_contest_get_entry (contest, NULL, 1), FALSE, &no_result));
  g_assert_error (no_result, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_assert_null (lectern_sequence_freeze_ceremony (contest, &open));
  g_assert_error (open, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  for (guint i = 0; i < awards->len; i++)
    lectern_change_remove (no_awards, lectern_record_ref (awards->pdata[i]));
  lectern_contest_apply (contest, no_awards);
  g_assert_null (lectern_sequence_rehearse_ceremony (contest, &nothing));
  g_assert_error (nothing, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  set_round (contest, LECTERN_ROUND_SET_UP);
  g_assert_null (lectern_sequence_freeze_draw (contest, FALSE, &undrawn));
  g_assert_error (undrawn, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_DRAWN);
}

/* A rehearsed announcement of who goes on, with invented names in the contest's language. */
static void
test_rehearsed_cut (void)
{
  static const struct
  {
    const char *language, *name, *unit;
  } cases[] = { { "zh", "彩排", "示例单位" }, { "en", "Rehearsal", "Sample unit" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, 3);
      g_autoptr (LecternSequence) sequence = NULL;
      g_autoptr (LecternScene) last = NULL;

      set_language (contest, cases[i].language);
      make_first_of_two (contest, 2);
      sequence = lectern_sequence_rehearse_ceremony (contest, NULL);
      g_assert_true (lectern_sequence_is_rehearsal (sequence));
      g_assert_false (lectern_sequence_is_outdated (sequence, contest));
      last = lectern_sequence_get_scene (sequence, lectern_sequence_get_n_steps (sequence) - 1);
      g_assert_cmpuint (last->rows->len, ==, 2);
      g_assert_true (g_str_has_prefix (((LecternSceneRow *) last->rows->pdata[0])->name, cases[i].name));
      g_assert_true (g_str_has_prefix (((LecternSceneRow *) last->rows->pdata[0])->unit, cases[i].unit));
    }
}

/* What the large button would put on air: the first step of the next cue's sequence, or its scene. */
static void
test_preview (void)
{
  static const struct
  {
    gint64           on_air; /* cue; of entry 1: introduce 40, talk 50, mark 60, reveal 70 */
    gboolean         marked;
    LecternSceneKind kind;
    gint64           lot;
  } cases[] = {
    { 10, FALSE, LECTERN_SCENE_RULES, 0 },
    { 20, FALSE, LECTERN_SCENE_ORDER, 0 },
    { 30, FALSE, LECTERN_SCENE_INTRODUCTION, 1 },
    { 60, TRUE, LECTERN_SCENE_REVEAL, 1 },
    { 60, FALSE, LECTERN_SCENE_N_KINDS, 0 }, /* no result yet */
    { 10000, FALSE, LECTERN_SCENE_N_KINDS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (",\"announce\":\"at-once\"", 2, 2);
      LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));
      g_autoptr (LecternScene) scene = NULL;

      if (cases[i].marked)
        finish (contest, 1, 2, 300000);
      on_air->cue = cases[i].on_air;
      fixture_put (contest, on_air);
      scene = lectern_sequence_preview_next (contest);
      g_assert_cmpint (scene != NULL, ==, cases[i].kind != LECTERN_SCENE_N_KINDS);
      if (scene != NULL)
        {
          g_assert_cmpint (scene->kind, ==, (int) cases[i].kind);
          g_assert_cmpint (scene->lot, ==, cases[i].lot);
        }
      g_assert_cmpint (lectern_sequence_get_wait_ms (contest), ==, LECTERN_NULL);
    }
}

static void
hold (LecternContest        *contest,
      const LecternSequence *sequence,
      guint                  step,
      gboolean               on_air,
      LecternCueKind         cue_kind)
{
  LecternSequenceRecord *record = lectern_record_new (&lectern_table_sequence);
  LecternOnAir          *now = lectern_record_copy (lectern_contest_get_on_air (contest));
  GPtrArray             *cues = lectern_contest_get_cues (contest);

  record->id = 1;
  record->kind = lectern_sequence_get_kind (sequence);
  record->round = g_strdup ("final");
  record->content = lectern_sequence_to_json (sequence);
  record->step = step;
  fixture_put (contest, record);
  now->step = on_air ? (gint64) step : LECTERN_NULL;
  for (guint i = 0; i < cues->len; i++)
    if (((LecternCue *) cues->pdata[i])->kind == cue_kind)
      now->cue = ((LecternCue *) cues->pdata[i])->position;
  fixture_put (contest, now);
}

/* What the next press does with a sequence, and the scene it brings: a reveal of five steps. */
static void
test_held (void)
{
  static const struct
  {
    guint               step;
    gboolean            on_air;
    LecternCueKind      cue;
    gboolean            changed; /* a mark, since it was frozen */
    LecternSequenceNext next;
    LecternSceneKind    kind;
    guint               shown; /* step of the scene, from 1 */
  } cases[] = {
    { 0, TRUE, LECTERN_CUE_REVEAL, FALSE, LECTERN_SEQUENCE_NEXT_STEP, LECTERN_SCENE_REVEAL, 2 },
    { 3, TRUE, LECTERN_CUE_REVEAL, FALSE, LECTERN_SEQUENCE_NEXT_STEP, LECTERN_SCENE_REVEAL, 5 },
    { 4, TRUE, LECTERN_CUE_REVEAL, FALSE, LECTERN_SEQUENCE_NEXT_CUE, LECTERN_SCENE_BREAK, 0 },
    { 2, FALSE, LECTERN_CUE_REVEAL, FALSE, LECTERN_SEQUENCE_NEXT_RESUME, LECTERN_SCENE_REVEAL, 3 },
    { 2, TRUE, LECTERN_CUE_REVEAL, TRUE, LECTERN_SEQUENCE_NEXT_RENEW, LECTERN_SCENE_REVEAL, 1 },
    { 2, FALSE, LECTERN_CUE_REVEAL, TRUE, LECTERN_SEQUENCE_NEXT_RENEW, LECTERN_SCENE_REVEAL, 1 },
    { 2, FALSE, LECTERN_CUE_TALLY, FALSE, LECTERN_SEQUENCE_NEXT_CUE, LECTERN_SCENE_RANKING, 0 }, /* the programme has gone on */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (",\"announce\":\"at-once\"", 1, 2);
      g_autoptr (LecternSequence) sequence = NULL;
      g_autoptr (LecternSequence) held = NULL;
      g_autoptr (LecternScene) scene = NULL;
      gboolean on_air;
      guint    step;

      finish (contest, 1, 2, 300000);
      sequence = freeze_first (contest);
      g_assert_cmpuint (lectern_sequence_get_n_steps (sequence), ==, 5);
      hold (contest, sequence, cases[i].step, cases[i].on_air, cases[i].cue);
      if (cases[i].changed)
        fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_LOCKED, 30000, 60000);
      held = lectern_sequence_get_held (contest, &step, &on_air);
      g_assert_cmpuint (step, ==, cases[i].step);
      g_assert_cmpint (on_air, ==, cases[i].on_air);
      g_assert_cmpint (lectern_sequence_get_next (held, contest, step, on_air), ==, (int) cases[i].next);
      scene = lectern_sequence_preview_next (contest);
      g_assert_cmpint (scene->kind, ==, (int) cases[i].kind);
      g_assert_cmpuint (scene->step, ==, cases[i].shown);
      g_assert_cmpint (lectern_sequence_get_wait_ms (contest), ==, LECTERN_NULL); /* a reveal waits for a press */
    }
}

/* One of another round, or one that somebody wrote into the file by hand, is not held. */
static void
test_not_held (void)
{
  static const struct
  {
    const char *round, *content;
  } cases[] = { { "other", NULL }, { "final", "{}" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 2);
      LecternSequenceRecord *record = lectern_record_new (&lectern_table_sequence);
      g_autoptr (LecternSequence) sequence = NULL;
      gboolean on_air;
      guint    step;

      finish (contest, 1, 2, 300000);
      sequence = freeze_first (contest);
      record->id = 1;
      record->kind = LECTERN_SEQUENCE_REVEAL;
      record->round = g_strdup (cases[i].round);
      record->content = cases[i].content != NULL ? g_strdup (cases[i].content) : lectern_sequence_to_json (sequence);
      record->step = 0;
      fixture_put (contest, record);
      g_assert_null (lectern_sequence_get_held (contest, &step, &on_air));
    }
}

/* Each kind is frozen again as it is now; an entry that is gone has nothing to show. */
static void
test_renewed (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 2);
  g_autoptr (LecternChange) removal = lectern_change_new ();
  g_autoptr (LecternSequence) draw = NULL;
  g_autoptr (LecternSequence) at_once = NULL;
  g_autoptr (LecternSequence) reveal = NULL;
  g_autoptr (LecternSequence) ceremony = NULL;
  g_autoptr (LecternSequence) again = NULL;
  g_autoptr (LecternSequence) again_at_once = NULL;
  g_autoptr (LecternSequence) awards = NULL;
  g_autoptr (GError) gone = NULL;

  draw = freeze_draw (contest);
  at_once = freeze_draw_at_once (contest);
  again = lectern_sequence_renew (draw, contest, NULL);
  again_at_once = lectern_sequence_renew (at_once, contest, NULL);
  g_assert_cmpint (lectern_sequence_get_kind (again), ==, LECTERN_SEQUENCE_DRAW);
  g_assert_cmpuint (lectern_sequence_get_n_steps (again), ==, lectern_sequence_get_n_steps (draw));
  g_assert_cmpuint (lectern_sequence_get_n_steps (again_at_once), ==, 1);
  for (gint64 n = 1; n <= 2; n++)
    finish (contest, n, 2, 300000);
  reveal = freeze_first (contest);
  set_round (contest, LECTERN_ROUND_FINALISED);
  ceremony = freeze_ceremony (contest);
  g_assert_false (lectern_sequence_is_outdated (ceremony, contest));
  awards = lectern_sequence_renew (ceremony, contest, NULL);
  g_assert_cmpint (lectern_sequence_get_kind (awards), ==, LECTERN_SEQUENCE_CEREMONY);
  set_round (contest, LECTERN_ROUND_RUNNING);
  g_assert_true (lectern_sequence_is_outdated (ceremony, contest));
  lectern_change_remove (removal, lectern_record_ref (lectern_contest_get_entry (contest, NULL, 1)));
  lectern_contest_apply (contest, removal);
  g_assert_true (lectern_sequence_is_outdated (reveal, contest));
  g_assert_null (lectern_sequence_renew (reveal, contest, &gone));
  g_assert_error (gone, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/sequence-words/reveal", test_reveal);
  g_test_add_func ("/contest/sequence-words/reveal-by-judge", test_reveal_by_judge);
  g_test_add_func ("/contest/sequence-words/whole", test_whole);
  g_test_add_func ("/contest/sequence-words/ceremony", test_ceremony);
  g_test_add_func ("/contest/sequence-words/cut", test_cut);
  g_test_add_func ("/contest/sequence-words/draw", test_draw);
  g_test_add_func ("/contest/sequence-words/corrected", test_corrected);
  g_test_add_func ("/contest/sequence-words/own", test_own);
  g_test_add_func ("/contest/sequence-words/ahead", test_ahead);
  g_test_add_func ("/contest/sequence-words/read", test_read);
  g_test_add_func ("/contest/sequence-words/refused", test_refused);
  g_test_add_func ("/contest/sequence-words/rehearsed-cut", test_rehearsed_cut);
  g_test_add_func ("/contest/sequence-words/preview", test_preview);
  g_test_add_func ("/contest/sequence-words/held", test_held);
  g_test_add_func ("/contest/sequence-words/not-held", test_not_held);
  g_test_add_func ("/contest/sequence-words/renewed", test_renewed);
  return g_test_run ();
}
