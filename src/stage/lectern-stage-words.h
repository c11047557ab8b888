/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The contest's own languages; not the language of the interface. */
typedef enum
{
  LECTERN_STAGE_CHINESE,
  LECTERN_STAGE_ENGLISH,
} LecternStageLanguage;

typedef enum
{
  LECTERN_STAGE_WORD_REHEARSAL,
  LECTERN_STAGE_WORD_RULES,
  LECTERN_STAGE_WORD_RUBRIC,
  LECTERN_STAGE_WORD_ORDER,
  LECTERN_STAGE_WORD_INTRODUCTION,
  LECTERN_STAGE_WORD_TALK,
  LECTERN_STAGE_WORD_MARKING,
  LECTERN_STAGE_WORD_REVEAL,
  LECTERN_STAGE_WORD_RANKING,
  LECTERN_STAGE_WORD_STANDING, /* provisional ranking */
  LECTERN_STAGE_WORD_FINAL_RANKING,
  LECTERN_STAGE_WORD_AWARD,
  LECTERN_STAGE_WORD_BREAK,
  LECTERN_STAGE_WORD_NOTICE,
  LECTERN_STAGE_WORD_EMERGENCY,
  LECTERN_STAGE_WORD_EMERGENCY_TEXT,
  LECTERN_STAGE_WORD_BREAK_TEXT,
  LECTERN_STAGE_WORD_END,
  LECTERN_STAGE_WORD_END_TEXT,
  LECTERN_STAGE_WORD_BLANK,
  LECTERN_STAGE_WORD_TITLE,
  LECTERN_STAGE_WORD_ORGANISERS,
  LECTERN_STAGE_WORD_ON_DECK,
  LECTERN_STAGE_WORD_ON_STAGE,
  LECTERN_STAGE_WORD_SPOKEN,
  LECTERN_STAGE_WORD_FORFEIT,
  LECTERN_STAGE_WORD_RECUSED,
  LECTERN_STAGE_WORD_CORRECTED,
  LECTERN_STAGE_WORD_ABSENT,
  LECTERN_STAGE_WORD_HIGHEST,
  LECTERN_STAGE_WORD_LOWEST,
  LECTERN_STAGE_WORD_MEAN,
  LECTERN_STAGE_WORD_TIME,
  LECTERN_STAGE_WORD_OVERTIME_DEDUCTION,
  LECTERN_STAGE_WORD_TIME_DEDUCTION,
  LECTERN_STAGE_WORD_FINAL_SCORE,
  LECTERN_STAGE_WORD_PROVISIONAL, /* 暂列 */
  LECTERN_STAGE_WORD_PLACE,
  LECTERN_STAGE_WORD_TIED,
  LECTERN_STAGE_WORD_FRESH,
  LECTERN_STAGE_WORD_CERTAIN, /* 已锁定 */
  LECTERN_STAGE_WORD_JUDGES_MARKING,
  LECTERN_STAGE_WORD_NEARLY_UP,
  LECTERN_STAGE_WORD_OVER,
  LECTERN_STAGE_WORD_STOP,
  LECTERN_STAGE_WORD_FULL_MARKS,
  LECTERN_STAGE_WORD_DRAWN_BY_HAND,
  LECTERN_STAGE_WORD_GUESTS,
  LECTERN_STAGE_WORD_GUESTS_HEADING,
  LECTERN_STAGE_WORD_JUDGES,
  LECTERN_STAGE_WORD_HEAD_JUDGE,
  LECTERN_STAGE_WORD_DRAW,
  LECTERN_STAGE_WORD_CLOCK,
  LECTERN_STAGE_WORD_AWARDS,
  LECTERN_STAGE_WORD_PICTURE,
  LECTERN_STAGE_WORD_COURSEWARE,
  LECTERN_STAGE_WORD_GET_READY,
  LECTERN_STAGE_WORD_GOES_ON_IN,
  LECTERN_STAGE_WORD_GOES_ON_NOW,
  LECTERN_STAGE_N_WORDS,
} LecternStageWord;

/* "en" is English, all else Chinese. */
LecternStageLanguage lectern_stage_language_from_name (const char *name);
const char          *lectern_stage_word (LecternStageLanguage language,
                                         LecternStageWord     word);

/* Phrases with figures in them; owned by the caller. */

/* "已锁定“十佳宣讲员”", and of a round they go on to: "已锁定“决赛”席位". */
char *lectern_stage_phrase_certain (LecternStageLanguage language,
                                    const char          *of,
                                    gboolean             to_go) G_GNUC_WARN_UNUSED_RESULT;
/* "第 12 号", "No. 12". */
char *lectern_stage_phrase_lot (LecternStageLanguage language,
                                gint64               lot) G_GNUC_WARN_UNUSED_RESULT;
/* "第 5 名", "并列第 5 名"; "5th place", "tied 5th". */
char *lectern_stage_phrase_place (LecternStageLanguage language,
                                  gint64               rank,
                                  gboolean             tied) G_GNUC_WARN_UNUSED_RESULT;
/* "《把路修到山那边》"; quotation marks that are there already are kept. */
char *lectern_stage_phrase_title (LecternStageLanguage language,
                                  const char          *title) G_GNUC_WARN_UNUSED_RESULT;
/* "限时 6 分钟", "6 分 30 秒". */
char *lectern_stage_phrase_limit (LecternStageLanguage language,
                                  gint64               limit_ms) G_GNUC_WARN_UNUSED_RESULT;
/* "用时 6:13". */
char *lectern_stage_phrase_time (LecternStageLanguage language,
                                 gint64               time_ms) G_GNUC_WARN_UNUSED_RESULT;
/* "已提交 7 / 9". */
char *lectern_stage_phrase_submitted (LecternStageLanguage language,
                                      guint                n_submitted,
                                      guint                n_expected) G_GNUC_WARN_UNUSED_RESULT;
/* "已赛 20 / 28". */
char *lectern_stage_phrase_done (LecternStageLanguage language,
                                 guint                n_done,
                                 guint                n_entries) G_GNUC_WARN_UNUSED_RESULT;
/* What was done with the marks shown: "去掉一个最高分、一个最低分，取其余 7 位评委的平均分". */
char *lectern_stage_phrase_trimmed (LecternStageLanguage language,
                                    guint                n_high,
                                    guint                n_low,
                                    guint                n_counted) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a rule to come: "有效评分满 5 份时……". */
char *lectern_stage_phrase_trimming (LecternStageLanguage language,
                                     guint                n_high,
                                     guint                n_low,
                                     guint                from) G_GNUC_WARN_UNUSED_RESULT;
/* "前 10 名，共 28 名"; "前 42 位，共 60 位" for the order. */
/* "第 1 页，共 3 页". */
char *lectern_stage_phrase_page (LecternStageLanguage language,
                                 guint                page,
                                 guint                n_pages) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_stage_phrase_first_places (LecternStageLanguage language,
                                         guint                n_shown,
                                         guint                n_rows) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_stage_phrase_first_rows (LecternStageLanguage language,
                                       guint                n_shown,
                                       guint                n_rows) G_GNUC_WARN_UNUSED_RESULT;
/* "候场：13 号 区建华". */
char *lectern_stage_phrase_on_deck (LecternStageLanguage language,
                                    gint64               lot,
                                    const char          *name,
                                    const char          *unit) G_GNUC_WARN_UNUSED_RESULT;
/* "2018 年 9 月 14 日" of "2018-09-14"; what is no such date is given back as it is. */
char *lectern_stage_phrase_date (LecternStageLanguage language,
                                 const char          *date) G_GNUC_WARN_UNUSED_RESULT;
/* "抽签种子 2018". */
char *lectern_stage_phrase_seed (LecternStageLanguage language,
                                 const char          *seed) G_GNUC_WARN_UNUSED_RESULT;
/* "40 分", "40 marks". */
char *lectern_stage_phrase_marks (LecternStageLanguage language,
                                  const char          *marks) G_GNUC_WARN_UNUSED_RESULT;
/* "4:28", the one rounding of all views (lectern_clock_format()). */

/* Layout only: a Chinese name of two characters takes the room of three: "张　三". */
char *lectern_stage_spread_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
