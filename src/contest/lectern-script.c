/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's words, cue by cue. They are spoken in the hall, so they are in the contest's language
 * and not the interface's, from the two-language table below. What is not yet revealed is never
 * in them: the MC reads aloud what stands here. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-programme.h"

#include <string.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-rounds.h"
#include "lectern-separation.h"
#include "lectern-sequence.h"
#include "lectern-standing.h"
#include "lectern-words.h"

typedef enum
{
  WORDS_WELCOME,
  WORDS_RULES,
  WORDS_ORDER,
  WORDS_INTRODUCE,
  WORDS_THANKS,
  WORDS_MARK,
  WORDS_ON_DECK,
  WORDS_NEXT_REVEAL,
  WORDS_REVEAL,
  WORDS_TRIMMED,
  WORDS_FINAL,
  WORDS_DEDUCTION,
  WORDS_PLACE,
  WORDS_CERTAIN,
  WORDS_CERTAIN_TO_GO_ON,
  WORDS_RANKING,
  WORDS_BREAK,
  WORDS_TALLY,
  WORDS_CEREMONY,
  WORDS_CUT,
  WORDS_END,
  WORDS_END_OF_ROUND,
  WORDS_N,
} Words;

/* clang-format off */
static const struct { const char *zh, *en; } table[WORDS_N] = {
  [WORDS_WELCOME] = { "各位领导、各位评委、同志们，大家好！欢迎来到{contest}现场。",
                      "Good evening, and welcome to {contest}. " },
  [WORDS_RULES] = { "下面宣读比赛规则。每位选手宣讲时间不超过 {limit}，超时按规则扣分。",
                    "These are the rules. Each talk lasts at most {limit}; going over it costs points. " },
  [WORDS_ORDER] = { "下面公布出场顺序，出场顺序由抽签产生。",
                    "This is the running order, as it was drawn. " },
  [WORDS_INTRODUCE] = { "下面有请 {lot} 号选手、来自{unit}的{name}，宣讲题目《{title}》。",
                        "Please welcome number {lot}, {name} of {unit}, with “{title}”. " },
  [WORDS_THANKS] = { "感谢 {lot} 号选手{name}的精彩宣讲，请各位评委打分。",
                     "Thank you, number {lot}, {name}. Judges, please mark. " },
  [WORDS_MARK] = { "请各位评委为 {lot} 号选手{name}打分。",
                   "Judges, please mark number {lot}, {name}. " },
  [WORDS_ON_DECK] = { "请 {next-lot} 号选手{next-name}做好准备。",
                      "Number {next-lot}, {next-name}, please make ready. " },
  [WORDS_NEXT_REVEAL] = { "下面公布 {next-lot} 号选手{next-name}的得分……",
                          "And now the marks of number {next-lot}, {next-name} … " },
  [WORDS_REVEAL] = { "{lot} 号选手{name}，",
                     "Number {lot}, {name}: " },
  [WORDS_TRIMMED] = { "去掉 {high} 个最高分，去掉 {low} 个最低分，",
                      "with the highest {high} and the lowest {low} struck out, " },
  [WORDS_FINAL] = { "最后得分 {final} 分。",
                    "the final score is {final}. " },
  [WORDS_DEDUCTION] = { "因用时扣 {deduction} 分，",
                        "{deduction} taken off for time, " },
  [WORDS_PLACE] = { "暂列第 {place} 名。",
                    "That is place {place} so far. " },
  [WORDS_CERTAIN] = { "{name}已锁定“{border}”。", "{name} is certain of “{border}”. " },
  [WORDS_CERTAIN_TO_GO_ON] = { "{name}已锁定“{border}”席位。", "{name} is certain to go on to “{border}”. " },
  [WORDS_RANKING] = { "请看目前的排名。", "Here is the ranking so far. " },
  [WORDS_BREAK] = { "现在休息，请各位稍候。", "We take a short break. " },
  [WORDS_TALLY] = { "全部选手宣讲完毕，请工作人员核对成绩，请专家点评。",
                    "All have spoken. While the results are checked, our experts comment. " },
  [WORDS_CEREMONY] = { "下面公布比赛结果并颁奖。", "And now the results and the awards. " },
  [WORDS_CUT] = { "下面公布晋级{next-round}的选手名单。", "And now those who go on to: {next-round}. " },
  [WORDS_END_OF_ROUND] = { "{round}到此结束，谢谢大家！", "This was {round}. Thank you all. " },
  [WORDS_END] = { "{contest}到此结束，谢谢大家！", "This was {contest}. Thank you all. " },
};
/* clang-format on */

typedef struct
{
  LecternContest *contest;
  GString        *text;
  GHashTable     *tokens; /* name → words */
  gboolean        english;
} Script;

static void
set_token (Script     *script,
           const char *token,
           const char *value)
{
  g_hash_table_insert (script->tokens, g_strdup (token), g_strdup (value ? value : ""));
}

static void
set_number (Script     *script,
            const char *token,
            gint64      value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  set_token (script, token, text);
}

static void
say (Script *script,
     Words   words)
{
  const char *at = script->english ? table[words].en : table[words].zh;
  const char *open;
  while ((open = strchr (at, '{')))
    {
      const char      *close = strchr (open, '}');
      g_autofree char *token = g_strndup (open + 1, (gsize) (close - open - 1));
      const char      *value = g_hash_table_lookup (script->tokens, token);
      g_assert (value != NULL);
      g_string_append_len (script->text, at, open - at);
      g_string_append (script->text, value);
      at = close + 1;
    }
  g_string_append (script->text, at);
}

static const LecternEntry *
set_entry (Script *script,
           gint64  nominee_id)
{
  const LecternEntry *entry = lectern_contest_get_entry (script->contest, NULL, nominee_id);
  if (!entry)
    return NULL;
  const LecternNominee *nominee = lectern_contest_get_nominee (script->contest, nominee_id);
  const LecternUnit    *unit = lectern_contest_get_unit (script->contest, nominee->unit);
  set_number (script, "lot", entry->lot);
  set_token (script, "name", nominee->name);
  set_token (script, "title", nominee->title);
  set_token (script, "unit", unit ? unit->name : nominee->unit);
  return entry;
}

/* The first cue of @kind after @from that is of another entry. */
static const LecternCue *
find_cue_after (Script           *script,
                const LecternCue *from,
                LecternCueKind    kind)
{
  GPtrArray *cues = lectern_contest_get_cues (script->contest);
  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = g_ptr_array_index (cues, i);
      if (cue->position > from->position && cue->kind == kind && cue->nominee != from->nominee)
        return cue;
    }
  return NULL;
}

static gboolean
set_next (Script           *script,
          const LecternCue *cue)
{
  const LecternEntry *entry = cue ? lectern_contest_get_entry (script->contest, NULL, cue->nominee) : NULL;
  if (!entry || entry->lot == LECTERN_NULL)
    return FALSE;
  const LecternNominee *nominee = lectern_contest_get_nominee (script->contest, cue->nominee);
  set_number (script, "next-lot", entry->lot);
  set_token (script, "next-name", nominee->name);
  return TRUE;
}

static void
say_on_deck (Script           *script,
             const LecternCue *cue)
{
  if (set_next (script, find_cue_after (script, cue, LECTERN_CUE_INTRODUCE)))
    say (script, WORDS_ON_DECK);
}

static void
say_marking (Script           *script,
             const LecternCue *cue)
{
  if (!set_entry (script, cue->nominee))
    return;
  say (script, cue->kind == LECTERN_CUE_TALK ? WORDS_THANKS : WORDS_MARK);
  say_on_deck (script, cue);
  const LecternCue *next = lectern_contest_get_next_cue (script->contest);
  if (cue->kind == LECTERN_CUE_MARK && next && next->kind == LECTERN_CUE_REVEAL && set_next (script, next))
    say (script, WORDS_NEXT_REVEAL);
}

static guint
count_fate (const LecternRankingRow *row,
            LecternSheetFate         fate)
{
  guint n = 0;
  for (guint i = 0; i < row->n_sheets; i++)
    n += row->sheets[i].fate == fate;
  return n;
}

static void
say_figures (Script                  *script,
             const LecternRanking    *ranking,
             const LecternRankingRow *row)
{
  g_autofree char *final = lectern_fraction_format (row->ranked.final, ranking->decimals);
  g_autofree char *deduction = lectern_mark_format (row->ranked.deduction);
  set_number (script, "high", count_fate (row, LECTERN_SHEET_DROPPED_HIGH));
  set_number (script, "low", count_fate (row, LECTERN_SHEET_DROPPED_LOW));
  set_token (script, "final", final);
  set_token (script, "deduction", deduction);
  set_number (script, "place", row->ranked.rank);
  say (script, WORDS_REVEAL);
  if (count_fate (row, LECTERN_SHEET_COUNTED) < row->n_sheets)
    say (script, WORDS_TRIMMED);
  if (row->ranked.deduction > 0)
    say (script, WORDS_DEDUCTION);
  say (script, WORDS_FINAL);
  say (script, WORDS_PLACE);
}

static void
say_sentence (Script     *script,
              const char *sentence)
{
  if (sentence == NULL)
    return;
  g_string_append (script->text, sentence);
  if (script->english)
    g_string_append_c (script->text, ' ');
}

/* Why the place is this one, where the score alone does not say it. */
static void
say_separation (Script                  *script,
                const LecternRanking    *ranking,
                const LecternRankingRow *row)
{
  g_autofree char *own = lectern_separation_describe (ranking, script->contest, row);
  g_autofree char *next = lectern_separation_describe_next (ranking, script->contest, row);

  say_sentence (script, own);
  say_sentence (script, next);
}

/* As the hall can work it out itself. */
static void
say_certain (Script             *script,
             const LecternEntry *entry)
{
  const LecternRound *round = lectern_contest_get_current_round (script->contest);
  g_autoptr (LecternStanding) standing = lectern_standing_new (script->contest, NULL, LECTERN_BASIS_SEEN);
  const LecternBorder *certain = lectern_standing_find_certain (standing, entry->nominee);

  if (certain == NULL || round->state == LECTERN_ROUND_FINALISED)
    return;
  set_token (script, "border", certain->name);
  say (script, certain->cut ? WORDS_CERTAIN_TO_GO_ON : WORDS_CERTAIN);
}

static void
say_reveal (Script           *script,
            const LecternCue *cue)
{
  const LecternEntry *entry = set_entry (script, cue->nominee);
  if (!entry || !entry->revealed)
    return;
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (script->contest, NULL, TRUE);
  const LecternRankingRow *row = lectern_ranking_find (ranking, entry->nominee);
  if (!row || !row->ranked.has_final)
    return;
  say_figures (script, ranking, row);
  say_separation (script, ranking, row);
  say_certain (script, entry);
}

/* Whether the best of the current round go on to another. */
static gboolean
set_rounds (Script *script)
{
  const LecternRound *round = lectern_contest_get_current_round (script->contest);
  const LecternRound *next = round ? lectern_rounds_get_next (script->contest, round) : NULL;
  set_token (script, "round", round ? round->name : "");
  set_token (script, "next-round", next ? next->name : "");
  return next != NULL;
}

static void
say_cue (Script           *script,
         const LecternCue *cue)
{
  static const Words plain[LECTERN_CUE_N_KINDS] = {
    [LECTERN_CUE_TITLE] = WORDS_WELCOME,
    [LECTERN_CUE_RULES] = WORDS_RULES,
    [LECTERN_CUE_ORDER] = WORDS_ORDER,
    [LECTERN_CUE_RANKING] = WORDS_RANKING,
    [LECTERN_CUE_BREAK] = WORDS_BREAK,
    [LECTERN_CUE_TALLY] = WORDS_TALLY,
    [LECTERN_CUE_CEREMONY] = WORDS_CEREMONY,
    [LECTERN_CUE_END] = WORDS_END,
  };
  static const Words before_the_last[LECTERN_CUE_N_KINDS] = {
    [LECTERN_CUE_CEREMONY] = WORDS_CUT,
    [LECTERN_CUE_END] = WORDS_END_OF_ROUND,
  };
  switch ((LecternCueKind) cue->kind)
    {
    case LECTERN_CUE_INTRODUCE:
      if (set_entry (script, cue->nominee))
        say (script, WORDS_INTRODUCE);
      break;
    case LECTERN_CUE_TALK:
    case LECTERN_CUE_MARK:
      say_marking (script, cue);
      break;
    case LECTERN_CUE_REVEAL:
      say_reveal (script, cue);
      break;
    default:
      if (set_rounds (script) && before_the_last[cue->kind] != 0)
        say (script, before_the_last[cue->kind]);
      else
        say (script, plain[cue->kind]);
    }
}

/* What is said at the step on air; NULL when what is on air has none. A result shown in one step is
 * said as a whole by say_reveal(). */
static char *
get_step_script (LecternContest *contest)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);

  if (held == NULL || !on_air || (lectern_sequence_get_n_steps (held) == 1 && !lectern_sequence_is_corrected (held)))
    return NULL;
  return lectern_sequence_get_script (held, step);
}

char *
lectern_programme_get_script (LecternContest *contest)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternRules         *rules = lectern_contest_get_rules (contest);
  const LecternCue           *cue = lectern_contest_get_cue_on_air (contest);
  if (!record)
    return g_strdup ("");
  char *words = get_step_script (contest);
  if (words)
    return words;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Script           script = { contest, text, tokens, !lectern_words_is_chinese (record->language) };
  g_autofree char *limit = lectern_words_describe_duration (record->language, rules ? rules->scoring.time.limit_ms : 0);
  set_token (&script, "contest", record->title);
  set_token (&script, "limit", limit);
  if (cue)
    say_cue (&script, cue);
  else
    say (&script, WORDS_WELCOME);
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}
