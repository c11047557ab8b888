/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The lines the MC's script is made of: each has usual words in both languages, with tokens in
 * braces that stand for names and figures, and may have words of the contest's own instead. Those
 * are kept as a JSON object by key: {"welcome": "各位来宾，晚上好！"}. */
typedef enum
{
  LECTERN_SCRIPT_WELCOME,
  LECTERN_SCRIPT_RULES,
  LECTERN_SCRIPT_ORDER,
  LECTERN_SCRIPT_INTRODUCE,
  LECTERN_SCRIPT_THANKS,
  LECTERN_SCRIPT_MARK,
  LECTERN_SCRIPT_ON_DECK,
  LECTERN_SCRIPT_NEXT_REVEAL,
  LECTERN_SCRIPT_REVEAL,
  LECTERN_SCRIPT_TRIMMED,
  LECTERN_SCRIPT_DEDUCTION,
  LECTERN_SCRIPT_FINAL,
  LECTERN_SCRIPT_PLACE,
  LECTERN_SCRIPT_CERTAIN,
  LECTERN_SCRIPT_CERTAIN_TO_GO_ON,
  LECTERN_SCRIPT_RANKING,
  LECTERN_SCRIPT_BREAK,
  LECTERN_SCRIPT_TALLY,
  LECTERN_SCRIPT_CEREMONY,
  LECTERN_SCRIPT_CUT,
  LECTERN_SCRIPT_END,
  LECTERN_SCRIPT_END_OF_ROUND,
  /* said at a step of a reveal, a draw or a ceremony */
  LECTERN_SCRIPT_ANNOUNCE,
  LECTERN_SCRIPT_CORRECTED,
  LECTERN_SCRIPT_MARKS,
  LECTERN_SCRIPT_MARK_OF_JUDGE,
  LECTERN_SCRIPT_MEAN,
  LECTERN_SCRIPT_SEED,
  LECTERN_SCRIPT_LOT,
  LECTERN_SCRIPT_WHOLE_ORDER,
  LECTERN_SCRIPT_AWARD,
  LECTERN_SCRIPT_AWARD_CUT,
  LECTERN_SCRIPT_RANK,
  LECTERN_SCRIPT_WINNER,
  LECTERN_SCRIPT_WINNER_TITLE,
  LECTERN_SCRIPT_GROUP,
  LECTERN_SCRIPT_ALL,
  LECTERN_SCRIPT_ALL_CUT,
  LECTERN_SCRIPT_N_LINES,
} LecternScriptLine;

/* "welcome"; the key in the contest file and on the command line. */
const char *lectern_script_line_get_key (LecternScriptLine line);
/* FALSE when there is no line of that key. */
gboolean lectern_script_line_from_key (const char        *key,
                                       LecternScriptLine *line);
/* When it is read, in the language of the interface: "Before a talk". Owned by the caller. */
char *lectern_script_line_describe (LecternScriptLine line) G_GNUC_WARN_UNUSED_RESULT;
/* The usual words. @language is the contest's. */
const char *lectern_script_line_get_usual (LecternScriptLine line,
                                           const char       *language);
/* The tokens it may use, without their braces. Owned by the caller. */
char **lectern_script_line_list_tokens (LecternScriptLine line) G_GNUC_WARN_UNUSED_RESULT;
/* What is read at @line: the contest's own words, or the usual ones. Owned by the caller. */
char *lectern_script_line_get_words (LecternContest   *contest,
                                     LecternScriptLine line) G_GNUC_WARN_UNUSED_RESULT;
/* Whether those are the contest's own. */
gboolean lectern_script_line_is_own (LecternContest   *contest,
                                     LecternScriptLine line);
/* The words for @line in @script (JSON or NULL), NULL without any. Owned by the caller. */
char *lectern_script_find (const char       *script,
                           LecternScriptLine line) G_GNUC_WARN_UNUSED_RESULT;
/* BAD_INPUT, with what to write instead, when @words use a token the line has not, a brace without
 * its other, or are longer than 500 characters. Empty words are fine: nothing is read there. */
gboolean lectern_script_line_check (LecternScriptLine line,
                                    const char       *words,
                                    GError          **error);
/* @script (JSON or NULL) with @words for @line; @words NULL or the usual ones of @language: without. NULL
 * when nothing of its own is left. Owned by the caller. */
char *lectern_script_line_edit (const char       *script,
                                const char       *language,
                                LecternScriptLine line,
                                const char       *words) G_GNUC_WARN_UNUSED_RESULT;
/* Every line of @script (JSON or NULL) by lectern_script_line_check(); unknown keys are BAD_INPUT. */
gboolean lectern_script_check (const char *script,
                               GError    **error);

/* What is left open to be written or said later. */
#define LECTERN_SCRIPT_BLANK "＿＿＿"

/* The words for @token of a line that is being read, or NULL where there are none. */
typedef char *(*LecternScriptTokenFunc) (const char *token,
                                         gpointer    data);

/* Appends @words with every token put in. */
void lectern_script_expand (GString               *text,
                            const char            *words,
                            LecternScriptTokenFunc get_token,
                            gpointer               data);
/* Appends what is read at @line in @contest, and a blank after it in a language that parts sentences
 * so. Tokens every line has come from the contest, the others from @get_token. */
void lectern_script_say (GString               *text,
                         LecternContest        *contest,
                         LecternScriptLine      line,
                         LecternScriptTokenFunc get_token,
                         gpointer               data);
/* The same of @words, which need not be the contest's own yet. */
void lectern_script_say_words (GString               *text,
                               LecternContest        *contest,
                               const char            *words,
                               LecternScriptTokenFunc get_token,
                               gpointer               data);

G_END_DECLS
