/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A line of the script as it would be read, for the person who writes it: with the longest and the
 * rarest names a contest has, a sentence reads otherwise than with braces. Figures are the same
 * in every contest and nobody's. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-script-example.h"

#include <string.h>

#include "lectern-words.h"

#define N_NAMES 3

static const struct
{
  const char *token;
  const char *words;
} figures[] = {
  { "final", "91.77" },
  { "mean", "91.97" },
  { "deduction", "0.20" },
  { "total", "92.5" },
  { "place", "1" },
};

static gboolean
is_english (LecternContest *contest)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  return !lectern_words_is_chinese (record ? record->language : NULL);
}

/* The @index-th to speak, or before the draw the @index-th registered; NULL: not so many. */
static const LecternNominee *
find_nominee (LecternContest *contest,
              guint           index)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  if (index < entries->len)
    return lectern_contest_get_nominee (contest, ((const LecternEntry *) g_ptr_array_index (entries, index))->nominee);
  return entries->len == 0 && index < nominees->len ? g_ptr_array_index (nominees, index) : NULL;
}

static const char *
get_unit_name (LecternContest       *contest,
               const LecternNominee *nominee)
{
  const LecternUnit *unit = lectern_contest_get_unit (contest, nominee->unit);
  if (!unit)
    return nominee->unit;
  return is_english (contest) && unit->name_en && *unit->name_en ? unit->name_en : unit->name;
}

static char *
get_of_nominee (LecternContest *contest,
                guint           index,
                const char     *token)
{
  const LecternNominee *nominee = find_nominee (contest, index);
  if (g_str_equal (token, "lot"))
    return g_strdup_printf ("%u", index + 1);
  if (!nominee)
    return g_strdup (LECTERN_SCRIPT_BLANK);
  if (g_str_equal (token, "name"))
    return g_strdup (nominee->name);
  return g_strdup (g_str_equal (token, "unit") ? get_unit_name (contest, nominee) : nominee->title);
}

static char *
list_names (LecternContest *contest)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < N_NAMES; i++)
    {
      const LecternNominee *nominee = find_nominee (contest, i);
      if (nominee)
        g_string_append_printf (names, "%s%s", i == 0 ? "" : is_english (contest) ? ", "
                                                                                  : "、",
                                nominee->name);
    }
  return g_string_free (names, FALSE);
}

/* What the rules and the lists of the contest say. */
static char *
get_of_contest (LecternContest *contest,
                const char     *token)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternRules         *rules = lectern_contest_get_rules (contest);
  const LecternRound         *round = lectern_contest_get_current_round (contest);
  GPtrArray                  *awards = lectern_contest_get_awards (contest);
  GPtrArray                  *judges = lectern_contest_get_judges (contest);
  if (g_str_equal (token, "limit"))
    return lectern_words_describe_duration (record ? record->language : NULL, rules ? rules->scoring.time.limit_ms : 0);
  if (g_str_equal (token, "high") || g_str_equal (token, "low"))
    return g_strdup_printf ("%u", rules ? (guint) (*token == 'h' ? rules->scoring.trim_high : rules->scoring.trim_low) : 1);
  if (g_str_equal (token, "names"))
    return list_names (contest);
  if ((g_str_equal (token, "award") || g_str_equal (token, "border")) && awards->len > 0)
    return g_strdup (((const LecternAward *) g_ptr_array_index (awards, 0))->name);
  if (g_str_equal (token, "judge") && judges->len > 0)
    return g_strdup (((const LecternJudge *) g_ptr_array_index (judges, 0))->name);
  if (g_str_equal (token, "seed") && round && round->seed)
    return g_strdup (round->seed);
  return g_strdup (LECTERN_SCRIPT_BLANK);
}

static char *
get_token (const char *token,
           gpointer    data)
{
  LecternContest *contest = data;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].token, token))
      return g_strdup (figures[i].words);
  if (g_str_has_prefix (token, "next-"))
    return get_of_nominee (contest, 1, token + strlen ("next-"));
  if (g_str_equal (token, "lot") || g_str_equal (token, "name") || g_str_equal (token, "unit") || g_str_equal (token, "title"))
    return get_of_nominee (contest, 0, token);
  return get_of_contest (contest, token);
}

char *
lectern_script_example_make (LecternContest   *contest,
                             LecternScriptLine line,
                             const char       *words)
{
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest) && line < LECTERN_SCRIPT_N_LINES && words != NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  lectern_script_say_words (text, contest, words, get_token, contest);
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}
