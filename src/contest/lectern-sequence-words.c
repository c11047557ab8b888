/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The words of a step: what the operator's next press does, in the language of the interface, and
 * what the MC says at it, in the contest's, from the two-language table below. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-sequence-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-words.h"

/* For the operator -------------------------------------------------------------------------- */

static char *
list_names (const LecternSequence *self,
            const LecternStep     *at,
            const char            *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = at->first; i < at->first + at->n; i++)
    g_string_append_printf (text, "%s%s", i > at->first ? between : "", ((LecternSceneRow *) self->whole->rows->pdata[i])->name);
  return g_string_free (text, FALSE);
}

static char *
describe_marks (const LecternSequence *self,
                const LecternStep     *at)
{
  const LecternSceneJudge *judge = at->n > 0 ? self->whole->judges->pdata[at->n - 1] : NULL;

  if (judge == NULL || at->first + 1 != at->n || (at->first == 0 && self->whole->judges->len == 1))
    return g_strdup (_ ("Show all marks"));
  /* Translators: number and name of a judge. */
  return g_strdup_printf (_ ("Show the mark of judge %d %s"), (int) judge->number, judge->name);
}

static char *
describe_reveal (const LecternSequence *self,
                 const LecternStep     *at)
{
  switch (at->kind)
    {
    case LECTERN_STEP_NAME:
      /* Translators: lot and name. */
      return g_strdup_printf (_ ("Announce the result of No. %d %s"), (int) self->lot, self->whole->name);
    case LECTERN_STEP_MARKS:
      return describe_marks (self, at);
    case LECTERN_STEP_STRUCK:
      return g_strdup (_ ("Strike out the highest and the lowest"));
    case LECTERN_STEP_MEAN:
      return g_strdup (_ ("Show the mean"));
    case LECTERN_STEP_DEDUCTION:
      return g_strdup (_ ("Show the deduction"));
    case LECTERN_STEP_FINAL:
      return g_strdup (_ ("Show the final score"));
    case LECTERN_STEP_PLACE:
      return g_strdup (_ ("Show the place"));
    default:
      return g_strdup_printf (_ ("Reveal No. %d %s"), (int) self->lot, self->whole->name);
    }
}

static char *
describe_ceremony (const LecternSequence *self,
                   const LecternStep     *at)
{
  const LecternSceneRow *row = at->first < self->whole->rows->len ? self->whole->rows->pdata[at->first] : NULL;
  const char            *award = row != NULL ? row->award : "";
  g_autofree char       *names = list_names (self, at, ", ");

  switch (at->kind)
    {
    case LECTERN_STEP_OPEN:
      return g_strdup (self->cut ? _ ("Open the announcement of who goes on") : _ ("Open the award ceremony"));
    case LECTERN_STEP_AWARD:
      /* Translators: name of an award. */
      return g_strdup_printf (_ ("Announce “%s”"), award);
    case LECTERN_STEP_RANK:
      /* Translators: a place, then the name of an award. */
      return g_strdup_printf (_ ("Announce place %d of “%s”, no name yet"), row != NULL ? (int) row->rank : 0, award);
    case LECTERN_STEP_WINNERS:
      /* Translators: one or several names. */
      return g_strdup_printf (_ ("Show the name: %s"), names);
    case LECTERN_STEP_FIGURES:
      return g_strdup_printf (_ ("Show score and photo: %s"), names);
    case LECTERN_STEP_CITATION:
      return g_strdup_printf (_ ("Show the citation: %s"), names);
    case LECTERN_STEP_GROUP:
      /* Translators: how many names, then the name of an award. */
      return g_strdup_printf (ngettext ("Show %u name of “%s”", "Show %u names of “%s”", at->n), at->n, award);
    default:
      return g_strdup (_ ("Show everybody together"));
    }
}

static char *
describe_draw (const LecternSequence *self,
               const LecternStep     *at)
{
  const LecternSceneRow *row = at->n > 0 ? self->whole->rows->pdata[at->n - 1] : NULL;

  if (at->kind == LECTERN_STEP_OPEN)
    return g_strdup (_ ("Open the draw"));
  if (at->kind == LECTERN_STEP_LOTS && row != NULL)
    /* Translators: lot and name. */
    return g_strdup_printf (_ ("Show lot %d: %s"), (int) row->lot, row->name);
  return g_strdup (_ ("Show the whole running order"));
}

char *
lectern_sequence_describe_step (const LecternSequence *self,
                                guint                  step)
{
  const LecternStep *at;

  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  at = &g_array_index (self->steps, LecternStep, step);
  if (self->kind == LECTERN_SEQUENCE_REVEAL)
    return describe_reveal (self, at);
  return self->kind == LECTERN_SEQUENCE_CEREMONY ? describe_ceremony (self, at) : describe_draw (self, at);
}

/* For the MC -------------------------------------------------------------------------------- */

typedef enum
{
  WORDS_CORRECTED,
  WORDS_NAME,
  WORDS_MARKS,
  WORDS_MARK,
  WORDS_STRUCK,
  WORDS_MEAN,
  WORDS_DEDUCTION,
  WORDS_FINAL,
  WORDS_PLACE,
  WORDS_CERTAIN,
  WORDS_CERTAIN_TO_GO_ON,
  WORDS_CEREMONY,
  WORDS_CUT,
  WORDS_AWARD,
  WORDS_AWARD_CUT,
  WORDS_RANK,
  WORDS_WINNER,
  WORDS_WINNER_TITLE,
  WORDS_GROUP,
  WORDS_ALL,
  WORDS_ALL_CUT,
  WORDS_DRAW,
  WORDS_SEED,
  WORDS_LOT,
  WORDS_ORDER,
  WORDS_N,
} Words;

/* clang-format off */
static const struct { const char *zh, *en; } table[WORDS_N] = {
  [WORDS_CORRECTED] = { "现更正{lot} 号选手{name}的得分。", "The result of number {lot}, {name}, is corrected. " },
  [WORDS_NAME] = { "下面公布 {lot} 号选手{name}的得分。", "And now the marks of number {lot}, {name}. " },
  [WORDS_MARKS] = { "请看各位评委的打分。", "These are the judges’ marks. " },
  [WORDS_MARK] = { "{judge}，{total} 分。", "{judge}: {total}. " },
  [WORDS_STRUCK] = { "去掉 {high} 个最高分，去掉 {low} 个最低分。", "The highest {high} and the lowest {low} are struck out. " },
  [WORDS_MEAN] = { "平均分 {mean} 分。", "The mean is {mean}. " },
  [WORDS_DEDUCTION] = { "因用时扣 {deduction} 分。", "{deduction} is taken off for time. " },
  [WORDS_FINAL] = { "最后得分 {final} 分。", "The final score is {final}. " },
  [WORDS_PLACE] = { "暂列第 {place} 名。", "That is place {place} so far. " },
  [WORDS_CERTAIN] = { "{name}已锁定“{border}”。", "{name} is certain of “{border}”. " },
  [WORDS_CERTAIN_TO_GO_ON] = { "{name}已锁定“{border}”席位。", "{name} is certain to go on to “{border}”. " },
  [WORDS_CEREMONY] = { "下面公布比赛结果并颁奖。", "And now the results and the awards. " },
  [WORDS_CUT] = { "下面公布晋级的选手名单。", "And now those who go on. " },
  [WORDS_AWARD] = { "下面颁发“{award}”。", "The award “{award}” goes to … " },
  [WORDS_AWARD_CUT] = { "{award}的选手是……", "{award}: … " },
  [WORDS_RANK] = { "第 {place} 名是……", "In place {place}: … " },
  [WORDS_WINNER] = { "来自{unit}的{name}，", "{name} of {unit}, " },
  [WORDS_WINNER_TITLE] = { "宣讲题目《{title}》，", "with “{title}”, " },
  [WORDS_GROUP] = { "获得“{award}”的选手有：{names}。", "“{award}” goes to {names}. " },
  [WORDS_ALL] = { "请全体获奖选手上台合影。", "May all the winners come on stage for a picture. " },
  [WORDS_ALL_CUT] = { "请全体晋级选手上台合影。", "May all who go on come on stage for a picture. " },
  [WORDS_DRAW] = { "下面公布出场顺序，出场顺序由抽签产生。", "This is the running order, as it was drawn. " },
  [WORDS_SEED] = { "抽签种子为“{seed}”。", "The seed of the draw is “{seed}”. " },
  [WORDS_LOT] = { "{lot} 号，来自{unit}的{name}。", "Number {lot}: {name} of {unit}. " },
  [WORDS_ORDER] = { "请看完整的出场顺序。", "Here is the whole running order. " },
};
/* clang-format on */

typedef struct
{
  const LecternSequence *self;
  const LecternStep     *at;
  gboolean               english;
  GString               *text;
} Script;

static char *
get_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* What stands for @token in a step about @row or @judge. */
static char *
get_value (Script                  *script,
           const LecternSceneRow   *row,
           const LecternSceneJudge *judge,
           const char              *token)
{
  const LecternScene *whole = script->self->whole;
  const struct
  {
    const char *token;
    const char *text;
  } texts[] = {
    { "name", row != NULL ? row->name : whole->name },
    { "unit", row != NULL ? row->unit : whole->unit },
    { "title", row != NULL ? row->title : whole->title },
    { "award", row != NULL ? row->award : NULL },
    { "judge", judge != NULL ? judge->name : NULL },
    { "total", judge != NULL ? judge->total : NULL },
    { "mean", whole->mean },
    { "deduction", whole->deduction },
    { "final", row != NULL ? row->final : whole->final },
    { "border", whole->certain_of },
    { "seed", script->self->base->seed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].token, token))
      return g_strdup (texts[i].text != NULL ? texts[i].text : "");
  if (g_str_equal (token, "names"))
    return list_names (script->self, script->at, script->english ? ", " : "、");
  if (g_str_equal (token, "lot"))
    return get_number (row != NULL ? row->lot : whole->lot);
  if (g_str_equal (token, "place"))
    return get_number (row != NULL ? row->rank : whole->rank);
  if (g_str_equal (token, "high"))
    return get_number (whole->n_dropped_high);
  return get_number (whole->n_dropped_low);
}

static void
say_of (Script                  *script,
        Words                    words,
        const LecternSceneRow   *row,
        const LecternSceneJudge *judge)
{
  const char *at = script->english ? table[words].en : table[words].zh;

  while (*at != '\0')
    {
      const char      *open = strchr (at, '{');
      const char      *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *token = NULL;
      g_autofree char *value = NULL;

      if (close == NULL)
        break;
      g_string_append_len (script->text, at, open - at);
      token = g_strndup (open + 1, (gsize) (close - open - 1));
      value = get_value (script, row, judge, token);
      g_string_append (script->text, value);
      at = close + 1;
    }
  g_string_append (script->text, at);
}

static void
say (Script *script,
     Words   words)
{
  say_of (script, words, NULL, NULL);
}

static void
say_place (Script *script)
{
  const LecternScene *whole = script->self->whole;

  if (whole->rank > 0)
    say (script, WORDS_PLACE);
  if (script->self->remark != NULL)
    g_string_append_printf (script->text, "%s%s", script->self->remark, script->english ? " " : "");
  if (whole->certain_of != NULL)
    say (script, whole->certain_to_go ? WORDS_CERTAIN_TO_GO_ON : WORDS_CERTAIN);
}

static void
say_whole (Script *script)
{
  const LecternScene *whole = script->self->whole;

  say (script, script->self->corrected ? WORDS_CORRECTED : WORDS_NAME);
  if (whole->n_dropped_high + whole->n_dropped_low > 0)
    say (script, WORDS_STRUCK);
  if (whole->deduction != NULL)
    say (script, WORDS_DEDUCTION);
  say (script, WORDS_FINAL);
  say_place (script);
}

static void
say_marks (Script *script)
{
  const LecternStep *at = script->at;

  if (at->n > 0 && at->first + 1 == at->n)
    say_of (script, WORDS_MARK, NULL, script->self->whole->judges->pdata[at->n - 1]);
  else
    say (script, WORDS_MARKS);
}

static void
say_reveal (Script *script)
{
  switch (script->at->kind)
    {
    case LECTERN_STEP_NAME:
      say (script, script->self->corrected ? WORDS_CORRECTED : WORDS_NAME);
      break;
    case LECTERN_STEP_MARKS:
      say_marks (script);
      break;
    case LECTERN_STEP_STRUCK:
      say (script, WORDS_STRUCK);
      break;
    case LECTERN_STEP_MEAN:
      say (script, WORDS_MEAN);
      break;
    case LECTERN_STEP_DEDUCTION:
      say (script, WORDS_DEDUCTION);
      break;
    case LECTERN_STEP_FINAL:
      say (script, WORDS_FINAL);
      break;
    case LECTERN_STEP_PLACE:
      say_place (script);
      break;
    default:
      say_whole (script);
    }
}

/* A list of half sentences ends as one sentence. */
static void
end_sentence (Script *script)
{
  const char *ends[] = { "，", ", " };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (script->text->str, ends[i]))
      {
        g_string_truncate (script->text, script->text->len - strlen (ends[i]));
        g_string_append (script->text, script->english ? ". " : "。");
        return;
      }
}

static void
say_rows (Script *script)
{
  for (guint i = script->at->first; i < script->at->first + script->at->n; i++)
    {
      const LecternSceneRow *row = script->self->whole->rows->pdata[i];

      if (script->at->kind == LECTERN_STEP_FIGURES)
        {
          if (i == script->at->first)
            say_of (script, WORDS_FINAL, row, NULL);
          continue;
        }
      say_of (script, WORDS_WINNER, row, NULL);
      if (row->title != NULL && *row->title != '\0')
        say_of (script, WORDS_WINNER_TITLE, row, NULL);
      end_sentence (script);
    }
}

static void
say_ceremony (Script *script)
{
  const LecternSequence *self = script->self;
  const LecternSceneRow *row = script->at->first < self->whole->rows->len ? self->whole->rows->pdata[script->at->first] : NULL;

  switch (script->at->kind)
    {
    case LECTERN_STEP_OPEN:
      say (script, self->cut ? WORDS_CUT : WORDS_CEREMONY);
      break;
    case LECTERN_STEP_AWARD:
      say_of (script, self->cut ? WORDS_AWARD_CUT : WORDS_AWARD, row, NULL);
      break;
    case LECTERN_STEP_RANK:
      say_of (script, WORDS_RANK, row, NULL);
      break;
    case LECTERN_STEP_CITATION:
      g_string_append (script->text, row != NULL && row->citation != NULL ? row->citation : "");
      break;
    case LECTERN_STEP_GROUP:
      say_of (script, WORDS_GROUP, row, NULL);
      break;
    case LECTERN_STEP_ALL:
      say (script, self->cut ? WORDS_ALL_CUT : WORDS_ALL);
      break;
    default:
      say_rows (script);
    }
}

static void
say_draw (Script *script)
{
  const LecternSequence *self = script->self;

  if (script->at->kind == LECTERN_STEP_LOTS && script->at->n > 0)
    {
      say_of (script, WORDS_LOT, self->whole->rows->pdata[script->at->n - 1], NULL);
      return;
    }
  say (script, script->at->kind == LECTERN_STEP_OPEN || self->steps->len == 1 ? WORDS_DRAW : WORDS_ORDER);
  if (script->at->kind == LECTERN_STEP_OPEN && self->base->seed != NULL)
    say (script, WORDS_SEED);
}

char *
lectern_sequence_get_script (const LecternSequence *self,
                             guint                  step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Script script = { .self = self, .text = text };

  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  script.at = &g_array_index (self->steps, LecternStep, step);
  script.english = !lectern_words_is_chinese (self->base->language);
  if (self->kind == LECTERN_SEQUENCE_REVEAL)
    say_reveal (&script);
  else if (self->kind == LECTERN_SEQUENCE_CEREMONY)
    say_ceremony (&script);
  else
    say_draw (&script);
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}
