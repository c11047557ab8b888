/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words papers add by themselves, in the contest's language: not the interface's, so not
 * gettext. */
typedef enum
{
  LECTERN_WORD_REHEARSAL,
  LECTERN_WORD_REHEARSAL_NOTE,
  LECTERN_WORD_SUMMARY,
  LECTERN_WORD_RUNNING_ORDER,
  LECTERN_WORD_POSITION,
  LECTERN_WORD_LOT,
  LECTERN_WORD_NAME,
  LECTERN_WORD_UNIT,
  LECTERN_WORD_LECTURE,
  LECTERN_WORD_JUDGE,
  LECTERN_WORD_HIGHEST,
  LECTERN_WORD_LOWEST,
  LECTERN_WORD_TIME,
  LECTERN_WORD_DEDUCTION,
  LECTERN_WORD_FINAL,
  LECTERN_WORD_RANK,
  LECTERN_WORD_REMARKS,
  LECTERN_WORD_RECUSED,
  LECTERN_WORD_FORFEIT,
  LECTERN_WORD_SCORER,
  LECTERN_WORD_CHECKER,
  LECTERN_WORD_SUPERVISOR,
  LECTERN_WORD_HEAD_JUDGE,
  LECTERN_WORD_DATE,
  LECTERN_WORD_DATE_BLANK,
  LECTERN_WORD_PLACE,
  LECTERN_WORD_PROVISIONAL,
  LECTERN_WORD_FINAL_REVISION, /* %s: the revision */
  LECTERN_WORD_PAGE,           /* %s: page, %s: pages */
  LECTERN_WORD_PRINTED,        /* %s: time */
  LECTERN_WORD_SHEETS_MISSING, /* %s: how many */
  LECTERN_WORD_SEPARATED,      /* %s: tie rule */
  LECTERN_WORD_OPEN_TIE,
  LECTERN_WORD_STRUCK,
  LECTERN_WORD_RULES,
  LECTERN_WORD_RULE_TRIM, /* %s: highest, %s: lowest, %s: from */
  LECTERN_WORD_RULE_NO_TRIM,
  LECTERN_WORD_RULE_LIMIT,    /* %s: time */
  LECTERN_WORD_RULE_UNDER,    /* %s: seconds, %s: points */
  LECTERN_WORD_RULE_DECIMALS, /* %s: decimals */
  LECTERN_WORD_RULE_RANK_EXACT,
  LECTERN_WORD_RULE_RANK_ROUNDED,
  LECTERN_WORD_RULE_TIES, /* %s: the rules */
  LECTERN_WORD_TIE_MEAN,
  LECTERN_WORD_TIE_MEDIAN,
  LECTERN_WORD_TIE_HIGHEST,
  LECTERN_WORD_TIE_SPREAD,
  LECTERN_WORD_TIE_OVERTIME,
  LECTERN_WORD_TIE_HEAD,
  LECTERN_WORD_TIE_DECISION,
  LECTERN_WORD_LIST_COMMA,
  LECTERN_WORD_SENTENCE_GAP,
  LECTERN_WORD_DRAWN_BY_SEED, /* %s: seed */
  LECTERN_WORD_DRAWN_BY_HAND,
  LECTERN_WORD_DRAW_APART,
  LECTERN_WORD_DRAW_REPLAY,
  LECTERN_N_WORDS,
} LecternWord;

/* @language "en" gives English, everything else Chinese. */
const char *lectern_paper_word (const char *language,
                                LecternWord word);
/* The word with its %s replaced by the strings that follow, up to NULL. */
char *lectern_paper_phrase (const char *language,
                            LecternWord word,
                            ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

/* "二〇一八年九月" or "14 September 2018" from "2018-09-14": the date of a certificate. NULL when
 * @date is no date. */
char *lectern_paper_date_in_words (const char *language,
                                   const char *date) G_GNUC_WARN_UNUSED_RESULT;
/* "2018年9月14日" or "14 September 2018": the date of a report, in Arabic figures without leading
 * zeros (GB/T 9704). @date itself when it is no date. */
char *lectern_paper_date_in_figures (const char *language,
                                     const char *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
