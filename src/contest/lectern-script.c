/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The words the MC reads at each cue, in the contest's language. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-programme.h"
#include "lectern-scene.h"
#include "lectern-words.h"

static char *
script_introduce (gboolean            chinese,
                  const LecternScene *scene)
{
  if (chinese)
    return scene->next_lot > 0
             ? g_strdup_printf ("下面请 %d 号选手、%s %s 上场，宣讲题目《%s》。请 %d 号选手 %s 做好准备。", (int) scene->lot, scene->unit, scene->name, scene->title, (int) scene->next_lot, scene->next_name)
             : g_strdup_printf ("下面请 %d 号选手、%s %s 上场，宣讲题目《%s》。", (int) scene->lot, scene->unit, scene->name, scene->title);
  return scene->next_lot > 0
           ? g_strdup_printf ("Please welcome No. %d, %s of %s, with “%s”. No. %d, %s, please make ready.", (int) scene->lot, scene->name, scene->unit, scene->title, (int) scene->next_lot, scene->next_name)
           : g_strdup_printf ("Please welcome No. %d, %s of %s, with “%s”.", (int) scene->lot, scene->name, scene->unit, scene->title);
}

static char *
script_reveal (gboolean            chinese,
               const LecternScene *scene)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (chinese)
    {
      g_string_append_printf (text, "%d 号选手 %s：", (int) scene->lot, scene->name);
      if (scene->n_dropped_high + scene->n_dropped_low > 0)
        g_string_append_printf (text, "去掉 %u 个最高分、%u 个最低分，", scene->n_dropped_high, scene->n_dropped_low);
      g_string_append_printf (text, "平均分 %s 分，", scene->mean);
      if (scene->deduction != NULL)
        g_string_append_printf (text, "超时扣 %s 分，", scene->deduction);
      g_string_append_printf (text, "最后得分 %s 分。", scene->final);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_string_append_printf (text, "No. %d, %s: ", (int) scene->lot, scene->name);
  if (scene->n_dropped_high + scene->n_dropped_low > 0)
    g_string_append_printf (text, "%u highest and %u lowest struck out, ", scene->n_dropped_high, scene->n_dropped_low);
  g_string_append_printf (text, "mean %s, ", scene->mean);
  if (scene->deduction != NULL)
    g_string_append_printf (text, "%s off for time, ", scene->deduction);
  g_string_append_printf (text, "final score %s.", scene->final);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
script_plain (gboolean            chinese,
              const LecternScene *scene)
{
  switch (scene->kind)
    {
    case LECTERN_SCENE_TITLE:
      return g_strdup_printf (chinese ? "各位领导、各位来宾，欢迎来到%s现场。" : "Ladies and gentlemen, welcome to %s.", scene->contest);
    case LECTERN_SCENE_RULES:
      return g_strdup (chinese ? "下面宣读比赛规则和评分标准。" : "These are the rules and the rubric.");
    case LECTERN_SCENE_ORDER:
      return g_strdup (chinese ? "经抽签，出场顺序如屏幕所示。" : "The running order, as drawn, is on the screen.");
    case LECTERN_SCENE_RANKING:
      return g_strdup (chinese ? "现在的名次如屏幕所示。" : "The places are on the screen.");
    case LECTERN_SCENE_AWARD:
      return g_strdup_printf (chinese ? "下面颁发%s。" : "And now the award: %s.", scene->text != NULL ? scene->text : "");
    case LECTERN_SCENE_BREAK:
      return g_strdup (chinese ? "现在休息片刻。" : "We take a short break.");
    case LECTERN_SCENE_END:
      return g_strdup (chinese ? "比赛到此结束，谢谢大家。" : "The contest is over. Thank you all.");
    default:
      return g_strdup ("");
    }
}

char *
lectern_programme_get_script (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  g_autoptr (LecternScene) scene = on_air != NULL && on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  gboolean chinese;

  if (scene == NULL)
    return g_strdup ("");
  chinese = lectern_words_is_chinese (scene->language);
  switch (scene->kind)
    {
    case LECTERN_SCENE_INTRODUCTION:
      return script_introduce (chinese, scene);
    case LECTERN_SCENE_TALK:
      return g_strdup_printf (chinese ? "%d 号选手 %s 正在宣讲。" : "No. %d, %s, is speaking.", (int) scene->lot, scene->name);
    case LECTERN_SCENE_MARKING:
      return g_strdup_printf (chinese ? "感谢 %d 号选手 %s 的精彩宣讲，请各位评委打分。" : "Thank you, No. %d, %s. Judges, please mark.", (int) scene->lot, scene->name);
    case LECTERN_SCENE_REVEAL:
      return script_reveal (chinese, scene);
    default:
      return script_plain (chinese, scene);
    }
}
