/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The phrases of papers in the two languages a contest may have. Certificates write dates in Chinese
 * numerals with 〇 (U+3007), reports in Arabic figures. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper-words.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
static const char *const words[LECTERN_N_WORDS][2] = {
  [LECTERN_WORD_REHEARSAL] = { "彩排", "REHEARSAL" },
  [LECTERN_WORD_REHEARSAL_NOTE] = { "彩排用 · 成绩与名单均为演练数据，无效", "Rehearsal · practice figures, not valid" },
  [LECTERN_WORD_SUMMARY] = { "成绩汇总表", "Summary of Results" },
  [LECTERN_WORD_RUNNING_ORDER] = { "出场顺序", "Running Order" },
  [LECTERN_WORD_POSITION] = { "序号", "No." },
  [LECTERN_WORD_LOT] = { "抽签号", "Lot" },
  [LECTERN_WORD_NAME] = { "姓名", "Name" },
  [LECTERN_WORD_UNIT] = { "单位", "Unit" },
  [LECTERN_WORD_LECTURE] = { "党课题目", "Talk" },
  [LECTERN_WORD_JUDGE] = { "评委", "Judge" },
  [LECTERN_WORD_HIGHEST] = { "最高分", "Highest" },
  [LECTERN_WORD_LOWEST] = { "最低分", "Lowest" },
  [LECTERN_WORD_TIME] = { "用时", "Time" },
  [LECTERN_WORD_DEDUCTION] = { "超时扣分", "Deduction" },
  [LECTERN_WORD_FINAL] = { "最后得分", "Final score" },
  [LECTERN_WORD_RANK] = { "名次", "Rank" },
  [LECTERN_WORD_REMARKS] = { "备注", "Remarks" },
  [LECTERN_WORD_RECUSED] = { "回避", "recused" },
  [LECTERN_WORD_FORFEIT] = { "弃权", "forfeit" },
  [LECTERN_WORD_SCORER] = { "计分员", "Scorer" },
  [LECTERN_WORD_CHECKER] = { "复核", "Checked by" },
  [LECTERN_WORD_SUPERVISOR] = { "监督员", "Supervisor" },
  [LECTERN_WORD_HEAD_JUDGE] = { "评委组长", "Head of jury" },
  [LECTERN_WORD_DATE] = { "日期", "Date" },
  [LECTERN_WORD_DATE_BLANK] = { "　　　年　　月　　日", "" },
  [LECTERN_WORD_PLACE] = { "地点", "Place" },
  [LECTERN_WORD_PROVISIONAL] = { "暂定成绩（尚未定稿）", "provisional, not finalised" },
  [LECTERN_WORD_FINAL_REVISION] = { "正式成绩（第%s稿）", "final, revision %s" },
  [LECTERN_WORD_PAGE] = { "第%s页 共%s页", "Page %s of %s" },
  [LECTERN_WORD_PRINTED] = { "打印时间：%s", "Printed %s" },
  [LECTERN_WORD_SHEETS_MISSING] = { "缺%s张评分表", "%s sheets missing" },
  [LECTERN_WORD_SEPARATED] = { "同分按%s", "tie: %s" },
  [LECTERN_WORD_OPEN_TIE] = { "并列", "tied" },
  [LECTERN_WORD_STRUCK] = { "划去的分数为去掉的最高分、最低分。", "Totals struck out are the highest and lowest that do not count." },
  [LECTERN_WORD_RULES] = { "计分规则：", "Rules: " },
  [LECTERN_WORD_RULE_TRIM] = { "去掉%s个最高分和%s个最低分（有效评分表不少于%s张时），其余取平均分", "mean of the sheets without the %s highest and %s lowest (from %s valid sheets on)" },
  [LECTERN_WORD_RULE_NO_TRIM] = { "全部有效评分表取平均分", "mean of all valid sheets" },
  [LECTERN_WORD_RULE_LIMIT] = { "限时%s", "time limit %s" },
  [LECTERN_WORD_RULE_UNDER] = { "不足%s秒扣%s分", "%2$s points when under %1$s s" },
  [LECTERN_WORD_RULE_DECIMALS] = { "最后得分四舍五入保留%s位小数", "final scores rounded half up to %s decimals" },
  [LECTERN_WORD_RULE_RANK_EXACT] = { "按未舍入的精确分值排名", "ranked on exact values" },
  [LECTERN_WORD_RULE_RANK_ROUNDED] = { "按保留小数后的分值排名", "ranked on rounded values" },
  [LECTERN_WORD_RULE_TIES] = { "同分依次比较：%s", "ties go by %s" },
  [LECTERN_WORD_TIE_MEAN] = { "全部评委平均分", "mean of all sheets" },
  [LECTERN_WORD_TIE_MEDIAN] = { "中位数", "median" },
  [LECTERN_WORD_TIE_HIGHEST] = { "有效分高者", "highest counted totals" },
  [LECTERN_WORD_TIE_SPREAD] = { "评分离散小者", "smaller spread" },
  [LECTERN_WORD_TIE_OVERTIME] = { "超时少者", "less overtime" },
  [LECTERN_WORD_TIE_HEAD] = { "评委组长评分", "head judge’s total" },
  [LECTERN_WORD_TIE_DECISION] = { "评委会裁定", "jury’s decision" },
  [LECTERN_WORD_LIST_COMMA] = { "、", ", " },
  [LECTERN_WORD_SENTENCE_GAP] = { "；", "; " },
  [LECTERN_WORD_DRAWN_BY_SEED] = { "抽签方式：计算机随机抽签，种子“%s”", "Drawn by computer with the seed “%s”" },
  [LECTERN_WORD_DRAWN_BY_HAND] = { "抽签方式：现场抽签，结果人工录入", "Drawn by hand and recorded" },
  [LECTERN_WORD_DRAW_APART] = { "同一单位的选手不相邻", "no two of one unit next to each other" },
  [LECTERN_WORD_DRAW_REPLAY] = { "任何人用同一名单和种子都可重演本次抽签（SHA-256 计数器模式）。", "Anyone can replay the draw from the same list and seed (SHA-256 in counter mode)." },
};
/* clang-format on */

static gboolean
is_english (const char *language)
{
  return g_strcmp0 (language, "en") == 0;
}

const char *
lectern_paper_word (const char *language,
                    LecternWord word)
{
  g_return_val_if_fail (word < LECTERN_N_WORDS, "");

  return words[word][is_english (language)];
}

char *
lectern_paper_phrase (const char *language,
                      LecternWord word,
                      ...)
{
  const char *arguments[4] = { "", "", "", "" };
  const char *cursor = lectern_paper_word (language, word);
  GString    *phrase = g_string_new (NULL);
  guint       next = 0;
  va_list     args;

  va_start (args, word);
  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    {
      const char *argument = va_arg (args, const char *);

      if (argument == NULL)
        break;
      arguments[i] = argument;
    }
  va_end (args);

  while (*cursor != '\0')
    {
      if (g_str_has_prefix (cursor, "%s"))
        {
          g_string_append (phrase, arguments[next++ % G_N_ELEMENTS (arguments)]);
          cursor += 2;
        }
      else if (*cursor == '%' && g_ascii_isdigit (cursor[1]) && cursor[2] == '$')
        {
          g_string_append (phrase, arguments[(cursor[1] - '1') & 3]);
          cursor += 4;
        }
      else
        g_string_append_c (phrase, *cursor++);
    }

  return g_string_free (phrase, FALSE);
}

static gboolean
parse_date (const char *date,
            int        *year,
            int        *month,
            int        *day)
{
  return date != NULL && sscanf (date, "%4d-%2d-%2d", year, month, day) == 3 && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

static char *
date_in_english (int year,
                 int month,
                 int day)
{
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };

  return g_strdup_printf ("%d %s %d", day, months[month - 1], year);
}

char *
lectern_paper_date_in_words (const char *language,
                             const char *date)
{
  static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };
  GString                 *text;
  int                      year;
  int                      month;
  int                      day;

  if (!parse_date (date, &year, &month, &day))
    return NULL;
  if (is_english (language))
    return date_in_english (year, month, day);

  text = g_string_new (NULL);
  for (int place = 1000; place > 0; place /= 10)
    g_string_append (text, digits[year / place % 10]);
  g_string_append_printf (text, "年%s月", digits[month]);

  return g_string_free (text, FALSE);
}

char *
lectern_paper_date_in_figures (const char *language,
                               const char *date)
{
  int year;
  int month;
  int day;

  if (!parse_date (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");
  if (is_english (language))
    return date_in_english (year, month, day);

  return g_strdup_printf ("%d年%d月%d日", year, month, day);
}
