/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From what a contest says of itself to the words of a certificate:
 * 在焦作市“弘扬焦裕禄精神 争做出彩焦作人”微型党课比赛中成绩突出，被评为“焦作市2018年度微型党课十佳宣讲员”。 */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-certificate-wording.h"

#include "lectern-paper-words.h"

#include <string.h>

/* The last word of a title; those that are an occasion themselves are kept as such. The longest
 * stands first. */
static const struct
{
  const char *word;
  gboolean    occasion;
} endings[] = {
  { "评选活动", FALSE },
  { "评选", FALSE },
  { "总决赛", TRUE },
  { "选拔赛", TRUE },
  { "决赛", TRUE },
  { "大赛", TRUE },
  { "比赛", TRUE },
  { "竞赛", TRUE },
};

static const char default_occasion[] = "比赛";

/* Cuts @ending off @text in place. */
static gboolean
cut_suffix (char       *text,
            const char *ending)
{
  gsize length = strlen (text);
  gsize cut = strlen (ending);

  if (cut == 0 || cut >= length || !g_str_has_suffix (text, ending))
    return FALSE;

  text[length - cut] = '\0';
  g_strchomp (text);

  return TRUE;
}

static const char *
cut_ending (char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (cut_suffix (stem, endings[i].word))
      return endings[i].occasion ? endings[i].word : default_occasion;

  return default_occasion;
}

static void
cut_award (char      *stem,
           GPtrArray *awards)
{
  for (guint i = 0; i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);

      if (award->name != NULL && cut_suffix (stem, award->name))
        return;
    }
}

/* 焦作市 · 2018年度 · 微型党课. Without a year the whole stem is the event. */
static void
split_year (const char *stem,
            char      **city,
            char      **event)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(.*?)[0-9]{4}年度?(.*)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_regex_match (regex, stem, 0, &match))
    {
      *city = g_match_info_fetch (match, 1);
      *event = g_match_info_fetch (match, 2);
    }
  else
    {
      *city = g_strdup ("");
      *event = g_strdup (stem);
    }
}

static void
put (GHashTable *words,
     const char *field,
     char       *text)
{
  g_hash_table_insert (words, g_strdup (field), text != NULL ? text : g_strdup (""));
}

static void
put_contest (GHashTable                 *words,
             const LecternContestRecord *record)
{
  put (words, "contest", g_strdup (record->title));
  put (words, "theme", g_strdup (record->theme));
  put (words, "date", lectern_paper_date_in_words (record->language, record->date));
  put (words, "year", record->date != NULL ? g_strndup (record->date, 4) : NULL);
}

GHashTable *
lectern_certificate_words_new (LecternContest     *contest,
                               const LecternAward *award)
{
  GHashTable                 *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char *const          *organisers = lectern_contest_get_organisers (contest);
  g_autofree char            *stem = g_strdup (record->title != NULL ? record->title : "");
  g_autofree char            *city = NULL;
  g_autofree char            *event = NULL;

  put_contest (words, record);
  put (words, "occasion", g_strdup (cut_ending (stem)));
  cut_award (stem, lectern_contest_get_awards (contest));
  split_year (stem, &city, &event);
  put (words, "award", g_strdup (award->name));
  put (words, "honour", g_strconcat (stem, award->name, NULL));
  put (words, "verb", g_strdup (g_str_has_suffix (award->name, "奖") ? "荣获" : "被评为"));
  put (words, "issuers", organisers != NULL ? g_strjoinv ("\n", (char **) organisers) : NULL);
  put (words, "city", g_steal_pointer (&city));
  put (words, "event", g_steal_pointer (&event));
  put (words, "stem", g_steal_pointer (&stem));

  return words;
}

static const char *
look_up (const char *field,
         GHashTable *own,
         GHashTable *common)
{
  const char *text = own != NULL ? g_hash_table_lookup (own, field) : NULL;

  if (text == NULL && common != NULL)
    text = g_hash_table_lookup (common, field);

  return text != NULL ? text : "";
}

char *
lectern_certificate_fill (const char *wording,
                          GHashTable *own,
                          GHashTable *common)
{
  GString *text = g_string_new (NULL);

  while (*wording != '\0')
    {
      const char *end = *wording == '{' ? strchr (wording, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *field = g_strndup (wording + 1, (gsize) (end - wording - 1));

          g_string_append (text, look_up (field, own, common));
          wording = end + 1;
        }
      else
        g_string_append_c (text, *wording++);
    }

  return g_string_free (text, FALSE);
}

gboolean
lectern_certificate_uses (const char *wording,
                          GHashTable *own)
{
  GHashTableIter iter;
  gpointer       field;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    {
      g_autofree char *placeholder = g_strdup_printf ("{%s}", (const char *) field);

      if (strstr (wording, placeholder) != NULL)
        return TRUE;
    }

  return FALSE;
}
