/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules in force as one sentence, so that whoever signs a summary can recompute it from what is
 * on the sheet. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-frame.h"

#include "lectern-mark.h"
#include "lectern-words.h"

static const struct
{
  const char *name;
  LecternWord word;
} tie_words[] = {
  { "untrimmed-mean", LECTERN_WORD_TIE_MEAN },
  { "median", LECTERN_WORD_TIE_MEDIAN },
  { "highest-counted", LECTERN_WORD_TIE_HIGHEST },
  { "smaller-spread", LECTERN_WORD_TIE_SPREAD },
  { "less-overtime", LECTERN_WORD_TIE_OVERTIME },
  { "head-judge", LECTERN_WORD_TIE_HEAD },
  { "decision", LECTERN_WORD_TIE_DECISION },
};

/* Takes @sentence. */
static void
add_sentence (const LecternReport *report,
              GString             *text,
              char                *sentence)
{
  if (sentence == NULL)
    return;

  if (text->len > 0)
    g_string_append (text, lectern_paper_word (report->language, LECTERN_WORD_SENTENCE_GAP));
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
describe_trim (const LecternReport       *report,
               const LecternScoringRules *rules)
{
  g_autofree char *high = g_strdup_printf ("%u", rules->trim_high);
  g_autofree char *low = g_strdup_printf ("%u", rules->trim_low);
  g_autofree char *from = g_strdup_printf ("%u", rules->trim_from);

  if (rules->trim_high + rules->trim_low == 0)
    return g_strdup (lectern_paper_word (report->language, LECTERN_WORD_RULE_NO_TRIM));

  return lectern_paper_phrase (report->language, LECTERN_WORD_RULE_TRIM, high, low, from, NULL);
}

static char *
describe_under (const LecternReport    *report,
                const LecternTimeRules *time)
{
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, time->under_from_ms / 1000);
  g_autofree char *points = lectern_mark_format (time->under_points);

  if (time->under_from_ms == LECTERN_NONE || time->under_points == 0)
    return NULL;

  return lectern_paper_phrase (report->language, LECTERN_WORD_RULE_UNDER, seconds, points, NULL);
}

static char *
describe_ties (const LecternReport *report,
               const LecternRules  *rules)
{
  GString         *list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < rules->scoring.n_ties; i++)
    {
      g_autofree char *rule = lectern_report_describe_tie_rule (report, rules->tie_names[i]);

      if (i > 0)
        g_string_append (list, lectern_paper_word (report->language, LECTERN_WORD_LIST_COMMA));
      g_string_append (list, rule);
    }
  text = g_string_free (list, FALSE);

  return *text != '\0' ? lectern_paper_phrase (report->language, LECTERN_WORD_RULE_TIES, text, NULL) : NULL;
}

char *
lectern_report_describe_tie_rule (const LecternReport *report,
                                  const char          *rule)
{
  GPtrArray *criteria = lectern_contest_get_criteria (report->contest);

  for (guint i = 0; i < criteria->len && g_str_has_prefix (rule, "criterion:"); i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);

      if (g_str_equal (criterion->key, rule + strlen ("criterion:")))
        return g_strdup (criterion->name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tie_words); i++)
    if (g_str_equal (rule, tie_words[i].name))
      return g_strdup (lectern_paper_word (report->language, tie_words[i].word));

  return g_strdup (rule);
}

/* On official papers no blank stands between figures and Chinese characters; elsewhere, on the projector, it does. Takes
 * @text. */
static char *
set_solid (const LecternReport *report,
           char                *text)
{
  g_autofree char *blanks = text;
  GString         *solid = g_string_new (NULL);

  if (g_str_equal (report->language, "en"))
    return g_string_free (g_string_append (solid, text), FALSE);
  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ' || p == text || !((g_ascii_isdigit (p[-1]) && (guchar) p[1] >= 0x80) || ((guchar) p[-1] >= 0x80 && g_ascii_isdigit (p[1]))))
      g_string_append_c (solid, *p);

  return g_string_free (solid, FALSE);
}

char *
lectern_report_describe_rules (const LecternReport *report)
{
  const LecternRules *rules = lectern_contest_get_rules (report->contest);
  GString            *text = g_string_new (NULL);
  g_autofree char    *limit = NULL;
  g_autofree char    *decimals = NULL;

  if (rules == NULL)
    return g_string_free (text, FALSE);

  limit = lectern_words_describe_duration (report->language, rules->scoring.time.limit_ms);
  decimals = g_strdup_printf ("%u", rules->scoring.decimals);
  add_sentence (report, text, describe_trim (report, &rules->scoring));
  add_sentence (report, text, lectern_paper_phrase (report->language, LECTERN_WORD_RULE_LIMIT, limit, NULL));
  add_sentence (report, text, lectern_words_describe_overtime (report->language, &rules->scoring.time));
  add_sentence (report, text, describe_under (report, &rules->scoring.time));
  add_sentence (report, text, lectern_paper_phrase (report->language, LECTERN_WORD_RULE_DECIMALS, decimals, NULL));
  add_sentence (report, text, g_strdup (lectern_paper_word (report->language, rules->scoring.rank_on_rounded ? LECTERN_WORD_RULE_RANK_ROUNDED : LECTERN_WORD_RULE_RANK_EXACT)));
  add_sentence (report, text, describe_ties (report, rules));

  return set_solid (report, g_string_free (text, FALSE));
}
