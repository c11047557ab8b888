/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The painters' words in both languages: complete, and right around their figures. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-words.h"

#define ZH LECTERN_STAGE_CHINESE
#define EN LECTERN_STAGE_ENGLISH

static void
assert_phrase (char       *phrase,
               const char *expected)
{
  g_assert_cmpstr (phrase, ==, expected);
  g_free (phrase);
}

static void
test_complete (void)
{
  for (guint word = 0; word < LECTERN_STAGE_N_WORDS; word++)
    {
      const char *chinese = lectern_stage_word (ZH, word), *english = lectern_stage_word (EN, word);
      g_assert_nonnull (chinese);
      g_assert_nonnull (english);
      g_assert_cmpstr (chinese, !=, english);
      g_assert_true (g_str_is_ascii (english));
      g_assert_false (g_str_is_ascii (chinese));
    }
}

static void
test_language (void)
{
  g_assert_cmpint (lectern_stage_language_from_name ("en"), ==, EN);
  g_assert_cmpint (lectern_stage_language_from_name ("zh"), ==, ZH);
  g_assert_cmpint (lectern_stage_language_from_name (NULL), ==, ZH);
}

static void
test_spread_name (void)
{
  static const struct
  {
    const char *name, *spread;
  } cases[] = {
    { "张三", "张　三" },
    { "张䶮", "张　䶮" },
    { "刘𫖯", "刘　𫖯" },
    { "马晓𬱖", "马晓𬱖" },
    { "欧阳静怡", "欧阳静怡" },
    { "李", "李" },
    { "", "" },
    { "Al", "Al" },
    { "A张", "A张" },
    { "阿·", "阿·" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_phrase (lectern_stage_spread_name (cases[i].name), cases[i].spread);
  g_assert_null (lectern_stage_spread_name (NULL));
}

static void
test_places (void)
{
  static const struct
  {
    gint64      rank;
    gboolean    tied;
    const char *chinese, *english;
  } cases[] = {
    { 1, FALSE, "第 1 名", "1st place" },
    { 2, FALSE, "第 2 名", "2nd place" },
    { 3, TRUE, "并列第 3 名", "tied 3rd" },
    { 11, FALSE, "第 11 名", "11th place" },
    { 12, FALSE, "第 12 名", "12th place" },
    { 13, TRUE, "并列第 13 名", "tied 13th" },
    { 21, FALSE, "第 21 名", "21st place" },
    { 112, FALSE, "第 112 名", "112th place" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_phrase (lectern_stage_phrase_place (ZH, cases[i].rank, cases[i].tied), cases[i].chinese);
      assert_phrase (lectern_stage_phrase_place (EN, cases[i].rank, cases[i].tied), cases[i].english);
    }
}

static void
test_trimmed (void)
{
  static const struct
  {
    guint       n_high, n_low, n_counted;
    const char *chinese, *english;
  } cases[] = {
    { 1, 1, 7, "去掉一个最高分、一个最低分，取其余 7 位评委的平均分", "Without the highest and the lowest: the mean of the other 7" },
    { 2, 2, 11, "去掉两个最高分、两个最低分，取其余 11 位评委的平均分", "Without the 2 highest and the 2 lowest: the mean of the other 11" },
    { 1, 0, 4, "去掉一个最高分，取其余 4 位评委的平均分", "Without the highest: the mean of the other 4" },
    { 0, 1, 4, "去掉一个最低分，取其余 4 位评委的平均分", "Without the lowest: the mean of the other 4" },
    { 0, 0, 4, "取 4 位评委的平均分", "The mean of 4 judges" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_phrase (lectern_stage_phrase_trimmed (ZH, cases[i].n_high, cases[i].n_low, cases[i].n_counted), cases[i].chinese);
      assert_phrase (lectern_stage_phrase_trimmed (EN, cases[i].n_high, cases[i].n_low, cases[i].n_counted), cases[i].english);
    }
  assert_phrase (lectern_stage_phrase_trimming (ZH, 1, 1, 5), "去掉一个最高分、一个最低分后取平均分；有效评分不足 5 份时全部计入");
  assert_phrase (lectern_stage_phrase_trimming (EN, 0, 0, 5), "The mean of all judges");
}

static void
test_titles (void)
{
  assert_phrase (lectern_stage_phrase_title (ZH, "把路修到山那边"), "《把路修到山那边》");
  assert_phrase (lectern_stage_phrase_title (ZH, "《把路修到山那边》"), "《把路修到山那边》");
  assert_phrase (lectern_stage_phrase_title (EN, "A road"), "“A road”");
  g_assert_null (lectern_stage_phrase_title (ZH, ""));
  g_assert_null (lectern_stage_phrase_title (ZH, NULL));
}

static void
test_dates_and_times (void)
{
  assert_phrase (lectern_stage_phrase_date (ZH, "2018-09-14"), "2018 年 9 月 14 日");
  assert_phrase (lectern_stage_phrase_date (EN, "2018-09-14"), "14 September 2018");
  assert_phrase (lectern_stage_phrase_date (ZH, "2018-13-14"), "2018-13-14");
  assert_phrase (lectern_stage_phrase_date (ZH, "九月"), "九月");
  g_assert_null (lectern_stage_phrase_date (ZH, ""));
  assert_phrase (lectern_stage_phrase_time (ZH, 373400), "用时 6:13");
  assert_phrase (lectern_stage_phrase_limit (ZH, 360000), "限时 6 分钟");
  assert_phrase (lectern_stage_phrase_limit (ZH, 330000), "限时 5 分 30 秒");
  assert_phrase (lectern_stage_phrase_limit (EN, 360000), "Limit 6 minutes");
}

static void
test_certain (void)
{
  assert_phrase (lectern_stage_phrase_certain (ZH, "十佳宣讲员", FALSE), "已锁定“十佳宣讲员”");
  assert_phrase (lectern_stage_phrase_certain (EN, "Top Ten", FALSE), "Certain of “Top Ten”");
  assert_phrase (lectern_stage_phrase_certain (ZH, "决赛", TRUE), "已锁定“决赛”席位");
  assert_phrase (lectern_stage_phrase_certain (EN, "Final", TRUE), "Certain to go on to “Final”");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/words/complete", test_complete);
  g_test_add_func ("/stage/words/language", test_language);
  g_test_add_func ("/stage/words/spread-name", test_spread_name);
  g_test_add_func ("/stage/words/places", test_places);
  g_test_add_func ("/stage/words/trimmed", test_trimmed);
  g_test_add_func ("/stage/words/titles", test_titles);
  g_test_add_func ("/stage/words/certain", test_certain);
  g_test_add_func ("/stage/words/dates-and-times", test_dates_and_times);
  return g_test_run ();
}
