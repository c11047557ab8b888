/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every word the painters add to what a scene brings, in the contest's two languages. They follow
 * a setting of the contest, not the language of the computer, so they are no gettext messages.
 * The Chinese words are those crews use: 亮分, 候场, 暂列, 回避. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-words.h"

#include "lectern-contest.h"
#include "lectern-words.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
static const char *const words[LECTERN_STAGE_N_WORDS][2] = {
  [LECTERN_STAGE_WORD_REHEARSAL]          = { "彩排", "REHEARSAL" },
  [LECTERN_STAGE_WORD_RULES]              = { "比赛规则", "Rules" },
  [LECTERN_STAGE_WORD_RUBRIC]             = { "评分标准", "Marking criteria" },
  [LECTERN_STAGE_WORD_ORDER]              = { "出场顺序", "Running order" },
  [LECTERN_STAGE_WORD_INTRODUCTION]       = { "选手介绍", "Introduction" },
  [LECTERN_STAGE_WORD_TALK]               = { "宣讲", "Talk" },
  [LECTERN_STAGE_WORD_MARKING]            = { "打分", "Judges marking" },
  [LECTERN_STAGE_WORD_REVEAL]             = { "亮分", "Result" },
  [LECTERN_STAGE_WORD_RANKING]            = { "名次", "Ranking" },
  [LECTERN_STAGE_WORD_STANDING]           = { "暂列名次", "Provisional ranking" },
  [LECTERN_STAGE_WORD_FINAL_RANKING]      = { "最终名次", "Final ranking" },
  [LECTERN_STAGE_WORD_AWARD]              = { "颁奖", "Award" },
  [LECTERN_STAGE_WORD_BREAK]              = { "休息", "Break" },
  [LECTERN_STAGE_WORD_NOTICE]             = { "通知", "Notice" },
  [LECTERN_STAGE_WORD_EMERGENCY]          = { "请稍候", "One moment, please" },
  [LECTERN_STAGE_WORD_EMERGENCY_TEXT]     = { "比赛马上继续，请在座位上等候", "We shall go on shortly; please keep your seats" },
  [LECTERN_STAGE_WORD_BREAK_TEXT]         = { "比赛稍后继续", "We shall continue shortly" },
  [LECTERN_STAGE_WORD_END]                = { "比赛圆满结束", "Thank you" },
  [LECTERN_STAGE_WORD_END_TEXT]           = { "感谢各位选手、评委和观众", "to all speakers, judges and guests" },
  [LECTERN_STAGE_WORD_BLANK]              = { "黑屏", "Blank" },
  [LECTERN_STAGE_WORD_TITLE]              = { "标题", "Title" },
  [LECTERN_STAGE_WORD_ORGANISERS]         = { "主办", "Organised by" },
  [LECTERN_STAGE_WORD_ON_DECK]            = { "候场", "Next" },
  [LECTERN_STAGE_WORD_ON_STAGE]           = { "台上", "On stage" },
  [LECTERN_STAGE_WORD_SPOKEN]             = { "已讲", "Spoken" },
  [LECTERN_STAGE_WORD_FORFEIT]            = { "弃权", "Forfeit" },
  [LECTERN_STAGE_WORD_RECUSED]            = { "回避", "Recused" },
  [LECTERN_STAGE_WORD_CORRECTED]          = { "更正", "Corrected" },
  [LECTERN_STAGE_WORD_ABSENT]             = { "缺席", "Absent" },
  [LECTERN_STAGE_WORD_HIGHEST]            = { "最高", "highest" },
  [LECTERN_STAGE_WORD_LOWEST]             = { "最低", "lowest" },
  [LECTERN_STAGE_WORD_MEAN]               = { "平均分", "Mean" },
  [LECTERN_STAGE_WORD_TIME]               = { "用时", "Time" },
  [LECTERN_STAGE_WORD_OVERTIME_DEDUCTION] = { "超时扣分", "Overtime" },
  [LECTERN_STAGE_WORD_TIME_DEDUCTION]     = { "时间扣分", "Deduction" },
  [LECTERN_STAGE_WORD_FINAL_SCORE]        = { "最后得分", "Final score" },
  [LECTERN_STAGE_WORD_PROVISIONAL]        = { "暂列", "Provisionally" },
  [LECTERN_STAGE_WORD_PLACE]              = { "名次", "Place" },
  [LECTERN_STAGE_WORD_TIED]               = { "并列", "tied" },
  [LECTERN_STAGE_WORD_FRESH]              = { "新", "new" },
  [LECTERN_STAGE_WORD_CERTAIN]            = { "已锁定", "Certain" },
  [LECTERN_STAGE_WORD_JUDGES_MARKING]     = { "评委打分中", "The judges are marking" },
  [LECTERN_STAGE_WORD_NEARLY_UP]          = { "即将到时", "Nearly time" },
  [LECTERN_STAGE_WORD_OVER]               = { "已超时", "Over time" },
  [LECTERN_STAGE_WORD_STOP]               = { "请停止宣讲", "Please stop" },
  [LECTERN_STAGE_WORD_FULL_MARKS]         = { "满分", "Full marks" },
  [LECTERN_STAGE_WORD_DRAWN_BY_HAND]      = { "现场抽签", "Drawn by hand" },
  [LECTERN_STAGE_WORD_GUESTS]             = { "嘉宾评委", "Guests and judges" },
  [LECTERN_STAGE_WORD_GUESTS_HEADING]     = { "出席领导和嘉宾", "Guests" },
  [LECTERN_STAGE_WORD_JUDGES]             = { "评委", "Judges" },
  [LECTERN_STAGE_WORD_HEAD_JUDGE]         = { "评委组长", "Head judge" },
  [LECTERN_STAGE_WORD_DRAW]               = { "抽签", "Draw" },
  [LECTERN_STAGE_WORD_CLOCK]              = { "计时", "Clock" },
  [LECTERN_STAGE_WORD_AWARDS]             = { "获奖名单", "Awards" },
  [LECTERN_STAGE_WORD_PICTURE]            = { "图片", "Picture" },
  [LECTERN_STAGE_WORD_COURSEWARE]         = { "课件", "Courseware" },
  [LECTERN_STAGE_WORD_GET_READY]          = { "请做好准备", "Please get ready" },
  [LECTERN_STAGE_WORD_GOES_ON_IN]         = { "距离继续还有", "We continue in" },
  [LECTERN_STAGE_WORD_GOES_ON_NOW]        = { "比赛马上继续，请入座", "We continue now; please be seated" },
};
/* clang-format on */

LecternStageLanguage
lectern_stage_language_from_name (const char *name)
{
  return g_strcmp0 (name, "en") == 0 ? LECTERN_STAGE_ENGLISH : LECTERN_STAGE_CHINESE;
}

const char *
lectern_stage_word (LecternStageLanguage language,
                    LecternStageWord     word)
{
  g_return_val_if_fail (word < LECTERN_STAGE_N_WORDS, "");
  return words[word][language];
}

char *
lectern_stage_phrase_certain (LecternStageLanguage language,
                              const char          *of,
                              gboolean             to_go)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf (to_go ? "Certain to go on to “%s”" : "Certain of “%s”", of);
  return g_strdup_printf (to_go ? "已锁定“%s”席位" : "已锁定“%s”", of);
}

char *
lectern_stage_phrase_lot (LecternStageLanguage language,
                          gint64               lot)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf ("No. %" G_GINT64_FORMAT, lot);
  return g_strdup_printf ("第 %" G_GINT64_FORMAT " 号", lot);
}

static const char *
get_ordinal_suffix (gint64 rank)
{
  gint64 tens = rank % 100;
  if (tens >= 11 && tens <= 13)
    return "th";
  switch (rank % 10)
    {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
    }
}

char *
lectern_stage_phrase_place (LecternStageLanguage language,
                            gint64               rank,
                            gboolean             tied)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf (tied ? "tied %" G_GINT64_FORMAT "%s" : "%" G_GINT64_FORMAT "%s place",
                            rank, get_ordinal_suffix (rank));
  return g_strdup_printf (tied ? "并列第 %" G_GINT64_FORMAT " 名" : "第 %" G_GINT64_FORMAT " 名", rank);
}

char *
lectern_stage_phrase_title (LecternStageLanguage language,
                            const char          *title)
{
  if (title == NULL || *title == '\0')
    return NULL;
  if (g_str_has_prefix (title, "《") || g_str_has_prefix (title, "“"))
    return g_strdup (title);
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf ("“%s”", title);
  return g_strdup_printf ("《%s》", title);
}

char *
lectern_stage_phrase_limit (LecternStageLanguage language,
                            gint64               limit_ms)
{
  gboolean         english = language == LECTERN_STAGE_ENGLISH;
  g_autofree char *duration = lectern_words_describe_duration (english ? "en" : "zh", limit_ms);
  return g_strdup_printf (english ? "Limit %s" : "限时 %s", duration);
}

char *
lectern_stage_phrase_time (LecternStageLanguage language,
                           gint64               time_ms)
{
  g_autofree char *time = lectern_clock_format (time_ms, FALSE);
  return g_strdup_printf ("%s %s", lectern_stage_word (language, LECTERN_STAGE_WORD_TIME), time);
}

char *
lectern_stage_phrase_submitted (LecternStageLanguage language,
                                guint                n_submitted,
                                guint                n_expected)
{
  return g_strdup_printf ("%s %u / %u", language == LECTERN_STAGE_ENGLISH ? "Handed in" : "已提交",
                          n_submitted, n_expected);
}

char *
lectern_stage_phrase_done (LecternStageLanguage language,
                           guint                n_done,
                           guint                n_entries)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf ("%u of %u spoken", n_done, n_entries);
  return g_strdup_printf ("已赛 %u / %u", n_done, n_entries);
}

/* 一, 二, 三 up to ten; figures beyond. */
static char *
count_chinese (guint count)
{
  static const char *const figures[] = {
    "零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"
  };
  return count < G_N_ELEMENTS (figures) ? g_strdup (figures[count]) : g_strdup_printf (" %u ", count);
}

/* "一个最高分、一个最低分", "the highest and the lowest"; NULL when nothing is dropped. */
static char *
name_dropped (LecternStageLanguage language,
              guint                n_high,
              guint                n_low)
{
  if (n_high == 0 && n_low == 0)
    return NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *high = count_chinese (n_high);
  g_autofree char *low = count_chinese (n_low);
  gboolean         english = language == LECTERN_STAGE_ENGLISH;
  if (n_high == 1 && english)
    g_string_append (names, "the highest");
  else if (n_high > 0 && english)
    g_string_append_printf (names, "the %u highest", n_high);
  else if (n_high > 0)
    g_string_append_printf (names, "%s个最高分", high);
  if (n_high > 0 && n_low > 0)
    g_string_append (names, english ? " and " : "、");
  if (n_low == 1 && english)
    g_string_append (names, "the lowest");
  else if (n_low > 0 && english)
    g_string_append_printf (names, "the %u lowest", n_low);
  else if (n_low > 0)
    g_string_append_printf (names, "%s个最低分", low);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
lectern_stage_phrase_trimmed (LecternStageLanguage language,
                              guint                n_high,
                              guint                n_low,
                              guint                n_counted)
{
  g_autofree char *dropped = name_dropped (language, n_high, n_low);
  if (language == LECTERN_STAGE_ENGLISH)
    return dropped != NULL ? g_strdup_printf ("Without %s: the mean of the other %u", dropped, n_counted)
                           : g_strdup_printf ("The mean of %u judges", n_counted);
  return dropped != NULL ? g_strdup_printf ("去掉%s，取其余 %u 位评委的平均分", dropped, n_counted)
                         : g_strdup_printf ("取 %u 位评委的平均分", n_counted);
}

char *
lectern_stage_phrase_trimming (LecternStageLanguage language,
                               guint                n_high,
                               guint                n_low,
                               guint                from)
{
  g_autofree char *dropped = name_dropped (language, n_high, n_low);
  if (language == LECTERN_STAGE_ENGLISH)
    return dropped != NULL ? g_strdup_printf ("The mean without %s; all count with fewer than %u sheets", dropped, from)
                           : g_strdup ("The mean of all judges");
  return dropped != NULL ? g_strdup_printf ("去掉%s后取平均分；有效评分不足 %u 份时全部计入", dropped, from)
                         : g_strdup ("取全部评委的平均分");
}

char *
lectern_stage_phrase_page (LecternStageLanguage language,
                           guint                page,
                           guint                n_pages)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf ("Page %u of %u", page, n_pages);
  return g_strdup_printf ("第 %u 页，共 %u 页", page, n_pages);
}

char *
lectern_stage_phrase_first_places (LecternStageLanguage language,
                                   guint                n_shown,
                                   guint                n_rows)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf ("The first %u of %u", n_shown, n_rows);
  return g_strdup_printf ("前 %u 名，共 %u 名", n_shown, n_rows);
}

char *
lectern_stage_phrase_first_rows (LecternStageLanguage language,
                                 guint                n_shown,
                                 guint                n_rows)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf ("The first %u of %u", n_shown, n_rows);
  return g_strdup_printf ("前 %u 位，共 %u 位", n_shown, n_rows);
}

char *
lectern_stage_phrase_on_deck (LecternStageLanguage language,
                              gint64               lot,
                              const char          *name,
                              const char          *unit)
{
  if (language == LECTERN_STAGE_ENGLISH)
    return g_strdup_printf ("Next: No. %" G_GINT64_FORMAT "  %s   %s", lot, name, unit != NULL ? unit : "");
  return g_strdup_printf ("候场：%" G_GINT64_FORMAT " 号　%s　%s", lot, name, unit != NULL ? unit : "");
}

char *
lectern_stage_phrase_date (LecternStageLanguage language,
                           const char          *date)
{
  int year, month, day;
  if (date == NULL || *date == '\0')
    return NULL;
  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup (date);
  if (language == LECTERN_STAGE_CHINESE)
    return g_strdup_printf ("%d 年 %d 月 %d 日", year, month, day);
  static const char *const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"
  };
  return g_strdup_printf ("%d %s %d", day, months[month - 1], year);
}

char *
lectern_stage_phrase_seed (LecternStageLanguage language,
                           const char          *seed)
{
  if (seed == NULL)
    return g_strdup (lectern_stage_word (language, LECTERN_STAGE_WORD_DRAWN_BY_HAND));
  return g_strdup_printf (language == LECTERN_STAGE_ENGLISH ? "Seed of the draw: %s" : "抽签种子：%s", seed);
}

char *
lectern_stage_phrase_marks (LecternStageLanguage language,
                            const char          *marks)
{
  return g_strdup_printf (language == LECTERN_STAGE_ENGLISH ? "%s" : "%s 分", marks);
}

static gboolean
is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

char *
lectern_stage_spread_name (const char *name)
{
  if (name == NULL)
    return NULL;
  if (!g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) != 2)
    return g_strdup (name);
  const char *second = g_utf8_next_char (name);
  if (!is_han (g_utf8_get_char (name)) || !is_han (g_utf8_get_char (second)))
    return g_strdup (name);
  return g_strdup_printf ("%.*s　%s", (int) (second - name), name, second);
}
