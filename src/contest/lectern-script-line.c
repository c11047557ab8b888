/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The lines of the MC's script. They are spoken in the hall, so their words are in the contest's
 * language and not the interface's, from the two-language table below, unless the contest has its
 * own. A line that is read can't be taken back: whatever could not be put in is refused when the
 * words are written, never found out on stage. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-script-line.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "lectern-contest-error.h"
#include "lectern-rounds.h"
#include "lectern-words.h"

#define WORDS_MAX 500

typedef struct
{
  const char *key;
  const char *when;   /* for people, of the interface */
  const char *tokens; /* of its own; every line has those of everywhere */
  const char *zh, *en;
} Line;

#define EVERYWHERE "contest round next-round"

/* clang-format off */
static const Line lines[LECTERN_SCRIPT_N_LINES] = {
  [LECTERN_SCRIPT_WELCOME] = { "welcome", NC_ ("script", "At the opening"), "",
    "各位领导、各位评委、同志们，大家好！欢迎来到{contest}现场。",
    "Good evening, and welcome to {contest}." },
  [LECTERN_SCRIPT_RULES] = { "rules", NC_ ("script", "Before the rules"), "limit",
    "下面宣读比赛规则。每位选手宣讲时间不超过 {limit}，超时按规则扣分。",
    "These are the rules. Each talk lasts at most {limit}; going over it costs points." },
  [LECTERN_SCRIPT_ORDER] = { "order", NC_ ("script", "With the running order"), "",
    "下面公布出场顺序，出场顺序由抽签产生。",
    "This is the running order, as it was drawn." },
  [LECTERN_SCRIPT_INTRODUCE] = { "introduce", NC_ ("script", "Introducing an entry"), "lot name unit title",
    "下面有请 {lot} 号选手、来自{unit}的{name}，宣讲题目《{title}》。",
    "Please welcome number {lot}, {name} of {unit}, with “{title}”." },
  [LECTERN_SCRIPT_THANKS] = { "thanks", NC_ ("script", "After a talk"), "lot name unit title",
    "感谢 {lot} 号选手{name}的精彩宣讲，请各位评委打分。",
    "Thank you, number {lot}, {name}. Judges, please mark." },
  [LECTERN_SCRIPT_MARK] = { "mark", NC_ ("script", "While judges mark"), "lot name unit title",
    "请各位评委为 {lot} 号选手{name}打分。",
    "Judges, please mark number {lot}, {name}." },
  [LECTERN_SCRIPT_ON_DECK] = { "on-deck", NC_ ("script", "To the next on deck"), "next-lot next-name next-unit",
    "请 {next-lot} 号选手{next-name}做好准备。",
    "Number {next-lot}, {next-name}, please make ready." },
  [LECTERN_SCRIPT_NEXT_REVEAL] = { "next-reveal", NC_ ("script", "Before a reveal"), "next-lot next-name next-unit",
    "下面公布 {next-lot} 号选手{next-name}的得分……",
    "And now the marks of number {next-lot}, {next-name} …" },
  [LECTERN_SCRIPT_REVEAL] = { "reveal", NC_ ("script", "Reveal: whose result"), "lot name unit title",
    "{lot} 号选手{name}，",
    "Number {lot}, {name}:" },
  [LECTERN_SCRIPT_TRIMMED] = { "trimmed", NC_ ("script", "Reveal: what is struck out"), "high low",
    "去掉 {high} 个最高分，去掉 {low} 个最低分，",
    "with the highest {high} and the lowest {low} struck out," },
  [LECTERN_SCRIPT_DEDUCTION] = { "deduction", NC_ ("script", "Reveal: what is taken off"), "deduction",
    "因用时扣 {deduction} 分，",
    "{deduction} taken off for time," },
  [LECTERN_SCRIPT_FINAL] = { "final", NC_ ("script", "Reveal: the final score"), "final",
    "最后得分 {final} 分。",
    "the final score is {final}." },
  [LECTERN_SCRIPT_PLACE] = { "place", NC_ ("script", "Reveal: the provisional place"), "place",
    "暂列第 {place} 名。",
    "That is place {place} so far." },
  [LECTERN_SCRIPT_CERTAIN] = { "certain", NC_ ("script", "When an award is certain"), "lot name unit title border",
    "{name}已锁定“{border}”。",
    "{name} is certain of “{border}”." },
  [LECTERN_SCRIPT_CERTAIN_TO_GO_ON] = { "certain-to-go-on", NC_ ("script", "When going on is certain"), "lot name unit title border",
    "{name}已锁定“{border}”席位。",
    "{name} is certain to go on to “{border}”." },
  [LECTERN_SCRIPT_RANKING] = { "ranking", NC_ ("script", "With the ranking"), "",
    "请看目前的排名。",
    "Here is the ranking so far." },
  [LECTERN_SCRIPT_BREAK] = { "break", NC_ ("script", "Before a break"), "",
    "现在休息，请各位稍候。",
    "We take a short break." },
  [LECTERN_SCRIPT_TALLY] = { "tally", NC_ ("script", "After the last talk"), "",
    "全部选手宣讲完毕，请工作人员核对成绩，请专家点评。",
    "All have spoken. While the results are checked, our experts comment." },
  [LECTERN_SCRIPT_CEREMONY] = { "ceremony", NC_ ("script", "Opening the ceremony"), "",
    "下面公布比赛结果并颁奖。",
    "And now the results and the awards." },
  [LECTERN_SCRIPT_CUT] = { "cut", NC_ ("script", "Before who goes on is said"), "",
    "下面公布晋级{next-round}的选手名单。",
    "And now those who go on to: {next-round}." },
  [LECTERN_SCRIPT_END] = { "end", NC_ ("script", "At the end"), "",
    "{contest}到此结束，谢谢大家！",
    "This was {contest}. Thank you all." },
  [LECTERN_SCRIPT_END_OF_ROUND] = { "end-of-round", NC_ ("script", "At the end of a round"), "",
    "{round}到此结束，谢谢大家！",
    "This was {round}. Thank you all." },
  [LECTERN_SCRIPT_ANNOUNCE] = { "announce", NC_ ("script", "Step by step: whose result"), "lot name unit title",
    "下面公布 {lot} 号选手{name}的得分。",
    "And now the marks of number {lot}, {name}." },
  [LECTERN_SCRIPT_CORRECTED] = { "corrected", NC_ ("script", "When a result is corrected"), "lot name unit title",
    "现更正 {lot} 号选手{name}的得分。",
    "The result of number {lot}, {name}, is corrected." },
  [LECTERN_SCRIPT_MARKS] = { "marks", NC_ ("script", "Step by step: all marks"), "lot name unit title",
    "请看各位评委的打分。",
    "These are the judges’ marks." },
  [LECTERN_SCRIPT_MARK_OF_JUDGE] = { "mark-of-judge", NC_ ("script", "Step by step: a judge’s mark"), "judge total lot name unit title",
    "{judge}，{total} 分。",
    "{judge}: {total}." },
  [LECTERN_SCRIPT_MEAN] = { "mean", NC_ ("script", "Step by step: the mean"), "mean lot name unit title",
    "平均分 {mean} 分。",
    "The mean is {mean}." },
  [LECTERN_SCRIPT_SEED] = { "seed", NC_ ("script", "Draw: the seed"), "seed",
    "抽签种子为“{seed}”。",
    "The seed of the draw is “{seed}”." },
  [LECTERN_SCRIPT_LOT] = { "lot", NC_ ("script", "Draw: a lot"), "lot name unit title",
    "{lot} 号，来自{unit}的{name}。",
    "Number {lot}: {name} of {unit}." },
  [LECTERN_SCRIPT_WHOLE_ORDER] = { "whole-order", NC_ ("script", "Draw: the whole order"), "",
    "请看完整的出场顺序。",
    "Here is the whole running order." },
  [LECTERN_SCRIPT_AWARD] = { "award", NC_ ("script", "Ceremony: an award"), "award",
    "下面颁发“{award}”。",
    "The award “{award}” goes to …" },
  [LECTERN_SCRIPT_AWARD_CUT] = { "award-cut", NC_ ("script", "Ceremony: who goes on"), "award",
    "{award}的选手是……",
    "{award}: …" },
  [LECTERN_SCRIPT_RANK] = { "rank", NC_ ("script", "Ceremony: a place"), "place award",
    "第 {place} 名是……",
    "In place {place}: …" },
  [LECTERN_SCRIPT_WINNER] = { "winner", NC_ ("script", "Ceremony: a winner"), "name unit award",
    "来自{unit}的{name}，",
    "{name} of {unit}," },
  [LECTERN_SCRIPT_WINNER_TITLE] = { "winner-title", NC_ ("script", "Ceremony: the winner’s title"), "name unit title award",
    "宣讲题目《{title}》，",
    "with “{title}”," },
  [LECTERN_SCRIPT_GROUP] = { "group", NC_ ("script", "Ceremony: an award without places"), "award names",
    "获得“{award}”的选手有：{names}。",
    "“{award}” goes to {names}." },
  [LECTERN_SCRIPT_ALL] = { "all", NC_ ("script", "Ceremony: everybody together"), "",
    "请全体获奖选手上台合影。",
    "May all the winners come on stage for a picture." },
  [LECTERN_SCRIPT_ALL_CUT] = { "all-cut", NC_ ("script", "Ceremony: all who go on"), "",
    "请全体晋级选手上台合影。",
    "May all who go on come on stage for a picture." },
};
/* clang-format on */

const char *
lectern_script_line_get_key (LecternScriptLine line)
{
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, NULL);
  return lines[line].key;
}

gboolean
lectern_script_line_from_key (const char        *key,
                              LecternScriptLine *line)
{
  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    if (g_strcmp0 (lines[i].key, key) == 0)
      {
        *line = (LecternScriptLine) i;
        return TRUE;
      }
  return FALSE;
}

char *
lectern_script_line_describe (LecternScriptLine line)
{
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, NULL);
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "script", lines[line].when));
}

const char *
lectern_script_line_get_usual (LecternScriptLine line,
                               const char       *language)
{
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, NULL);
  return lectern_words_is_chinese (language) ? lines[line].zh : lines[line].en;
}

char **
lectern_script_line_list_tokens (LecternScriptLine line)
{
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, NULL);
  const char      *own = lines[line].tokens;
  g_autofree char *all = g_strconcat (own, *own ? " " : "", EVERYWHERE, NULL);
  return g_strsplit (all, " ", -1);
}

/* The contest's own words ------------------------------------------------------------------- */

/* An object, empty where there is none. */
static JsonObject *
read_script (const char *script)
{
  g_autoptr (JsonNode) node = script ? json_from_string (script, NULL) : NULL;
  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

static const char *
find_own (JsonObject       *script,
          LecternScriptLine line)
{
  JsonNode *node = json_object_get_member (script, lines[line].key);
  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

char *
lectern_script_line_get_words (LecternContest   *contest,
                               LecternScriptLine line)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, NULL);
  g_autoptr (JsonObject) script = read_script (record ? record->script : NULL);
  const char *own = find_own (script, line);
  return g_strdup (own ? own : lectern_script_line_get_usual (line, record ? record->language : NULL));
}

gboolean
lectern_script_line_is_own (LecternContest   *contest,
                            LecternScriptLine line)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, FALSE);
  g_autoptr (JsonObject) script = read_script (record ? record->script : NULL);
  return find_own (script, line) != NULL;
}

char *
lectern_script_find (const char       *script,
                     LecternScriptLine line)
{
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, NULL);
  g_autoptr (JsonObject) object = read_script (script);
  return g_strdup (find_own (object, line));
}

static gboolean
has_token (LecternScriptLine line,
           const char       *token)
{
  g_auto (GStrv) tokens = lectern_script_line_list_tokens (line);
  return g_strv_contains ((const char *const *) tokens, token);
}

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, message);
  return FALSE;
}

static gboolean
refuse_token (LecternScriptLine line,
              const char       *token,
              GError          **error)
{
  g_auto (GStrv) tokens = lectern_script_line_list_tokens (line);
  g_autofree char *known = g_strjoinv ("}, {", tokens);
  /* Translators: a word in braces as written in the MC's script, then those that may be. */
  return refuse (error, _ ("Nothing is known here that {%s} could stand for. These can be used: {%s}."), token, known);
}

gboolean
lectern_script_line_check (LecternScriptLine line,
                           const char       *words,
                           GError          **error)
{
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES && words != NULL, FALSE);
  if (!g_utf8_validate (words, -1, NULL) || g_utf8_strlen (words, -1) > WORDS_MAX)
    /* Translators: how many characters. */
    return refuse (error, _ ("The words of a line have at most %d characters."), WORDS_MAX);
  for (const char *at = strpbrk (words, "{}"); at; at = strpbrk (at, "{}"))
    {
      const char *close = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
      if (!close || *close == '{')
        return refuse (error, "%s", _ ("A brace stands alone. Write a name in braces like this: {name}."));
      g_autofree char *token = g_strndup (at + 1, (gsize) (close - at - 1));
      if (!has_token (line, token))
        return refuse_token (line, token, error);
      at = close + 1;
    }
  return TRUE;
}

char *
lectern_script_line_edit (const char       *script,
                          const char       *language,
                          LecternScriptLine line,
                          const char       *words)
{
  g_return_val_if_fail (line < LECTERN_SCRIPT_N_LINES, NULL);
  g_autoptr (JsonObject) object = read_script (script);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  if (!words || g_str_equal (words, lectern_script_line_get_usual (line, language)))
    json_object_remove_member (object, lines[line].key);
  else
    json_object_set_string_member (object, lines[line].key, words);
  if (json_object_get_size (object) == 0)
    return NULL;
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

static gboolean
check_member (const char *key,
              JsonNode   *value,
              GError    **error)
{
  LecternScriptLine line;
  if (!lectern_script_line_from_key (key, &line))
    return refuse (error, _ ("The script has no line “%s”."), key);
  if (json_node_get_value_type (value) != G_TYPE_STRING)
    return refuse (error, _ ("The words of the line “%s” must be text."), key);
  if (lectern_script_line_check (line, json_node_get_string (value), error))
    return TRUE;
  g_prefix_error (error, "%s: ", key);
  return FALSE;
}

gboolean
lectern_script_check (const char *script,
                      GError    **error)
{
  g_autoptr (JsonNode) node = script ? json_from_string (script, NULL) : NULL;
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;
  if (!script)
    return TRUE;
  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, "%s", _ ("The script is an object of lines and their words."));
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &value))
    if (!check_member (key, value, error))
      return FALSE;
  return TRUE;
}

void
lectern_script_expand (GString               *text,
                       const char            *words,
                       LecternScriptTokenFunc get_token,
                       gpointer               data)
{
  const char *at = words;
  for (const char *open = strchr (at, '{'); open; open = strchr (at, '{'))
    {
      const char *close = strchr (open, '}');
      if (!close)
        break;
      g_autofree char *token = g_strndup (open + 1, (gsize) (close - open - 1));
      g_autofree char *value = get_token (token, data);
      g_string_append_len (text, at, open - at);
      g_string_append (text, value ? value : "");
      at = close + 1;
    }
  g_string_append (text, at);
}

/* What is being read, and where its tokens come from. */
typedef struct
{
  LecternContest        *contest;
  LecternScriptTokenFunc get_token;
  gpointer               data;
} Reading;

static char *
get_token_of_all (const char *token,
                  gpointer    data)
{
  const Reading              *reading = data;
  const LecternContestRecord *record = lectern_contest_get_record (reading->contest);
  const LecternRound         *round = lectern_contest_get_current_round (reading->contest);
  const LecternRound         *next = round ? lectern_rounds_get_next (reading->contest, round) : NULL;
  if (g_str_equal (token, "contest"))
    return g_strdup (record ? record->title : NULL);
  if (g_str_equal (token, "round"))
    return g_strdup (round ? round->name : NULL);
  if (g_str_equal (token, "next-round"))
    return g_strdup (next ? next->name : NULL);
  return reading->get_token (token, reading->data);
}

void
lectern_script_say_words (GString               *text,
                          LecternContest        *contest,
                          const char            *words,
                          LecternScriptTokenFunc get_token,
                          gpointer               data)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  Reading                     reading = { contest, get_token, data };
  gsize                       before = text->len;
  lectern_script_expand (text, words, get_token_of_all, &reading);
  if (text->len > before && !lectern_words_is_chinese (record ? record->language : NULL))
    g_string_append_c (text, ' ');
}

void
lectern_script_say (GString               *text,
                    LecternContest        *contest,
                    LecternScriptLine      line,
                    LecternScriptTokenFunc get_token,
                    gpointer               data)
{
  g_autofree char *words = lectern_script_line_get_words (contest, line);
  lectern_script_say_words (text, contest, words, get_token, data);
}
