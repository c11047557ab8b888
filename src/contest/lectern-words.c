/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The contest speaks one language, whatever the laptop's interface speaks. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-words.h"

#include "lectern-mark.h"

gboolean
lectern_words_is_chinese (const char *language)
{
  return g_strcmp0 (language, "en") != 0;
}

char *
lectern_words_describe_cut (const char *language,
                            const char *round)
{
  return g_strdup_printf (lectern_words_is_chinese (language) ? "晋级%s" : "On to: %s", round);
}

char *
lectern_words_describe_duration (const char *language,
                                 gint64      ms)
{
  int minutes = (int) (ms / 60000);
  int seconds = (int) (ms / 1000 % 60);

  if (lectern_words_is_chinese (language))
    {
      if (minutes == 0)
        return g_strdup_printf ("%d 秒", seconds);
      return seconds == 0 ? g_strdup_printf ("%d 分钟", minutes) : g_strdup_printf ("%d 分 %d 秒", minutes, seconds);
    }
  if (minutes == 0)
    return g_strdup_printf ("%d s", seconds);
  if (seconds == 0)
    return minutes == 1 ? g_strdup ("1 minute") : g_strdup_printf ("%d minutes", minutes);
  return g_strdup_printf ("%d min %d s", minutes, seconds);
}

static void
append_step (GString                   *text,
             gboolean                   chinese,
             const LecternOvertimeStep *step)
{
  g_autofree char *points = lectern_mark_format (step->points);
  int              seconds = (int) ((step->every_ms > 0 ? step->every_ms : step->beyond_ms) / 1000);

  if (text->len > 0)
    g_string_append (text, chinese ? "，" : ", ");
  if (step->every_ms > 0 && chinese)
    g_string_append_printf (text, "每超 %d 秒扣 %s 分（不足 %d 秒按 %d 秒计）", seconds, points, seconds, seconds);
  else if (step->every_ms > 0)
    g_string_append_printf (text, "%s off for each started %d s", points, seconds);
  else if (chinese)
    g_string_append_printf (text, "超过 %d 秒扣 %s 分", seconds, points);
  else
    g_string_append_printf (text, "%s off beyond %d s", points, seconds);
}

char *
lectern_words_describe_overtime (const char             *language,
                                 const LecternTimeRules *time)
{
  gboolean chinese = lectern_words_is_chinese (language);
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (time != NULL, NULL);

  for (guint i = 0; i < time->n_steps; i++)
    append_step (text, chinese, &time->steps[i]);
  if (text->len == 0)
    return NULL;
  if (time->cap != LECTERN_NONE)
    {
      g_autofree char *cap = lectern_mark_format (time->cap);

      g_string_append (text, chinese ? "，最多扣 " : ", at most ");
      g_string_append (text, cap);
      g_string_append (text, chinese ? " 分" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
