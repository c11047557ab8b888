/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every word the console has for a state stands here once, so that programme, judges' list and
 * tables never call the same thing by two names. Pure: contest in, words out. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-deduction.h"
#include "lectern-mark.h"
#include "lectern-rounds.h"
#include "lectern-rounds.h"

static const char *const scene_words[LECTERN_SCENE_N_KINDS] = {
  [LECTERN_SCENE_BLANK] = NC_ ("scene", "Black"),
  [LECTERN_SCENE_TITLE] = NC_ ("scene", "Title"),
  [LECTERN_SCENE_RULES] = NC_ ("scene", "Rules"),
  [LECTERN_SCENE_ORDER] = NC_ ("scene", "Running order"),
  [LECTERN_SCENE_INTRODUCTION] = NC_ ("scene", "Introduction"),
  [LECTERN_SCENE_TALK] = NC_ ("scene", "Talk with the clock"),
  [LECTERN_SCENE_MARKING] = NC_ ("scene", "Judges are marking"),
  [LECTERN_SCENE_REVEAL] = NC_ ("scene", "Reveal of the marks"),
  [LECTERN_SCENE_RANKING] = NC_ ("scene", "Ranking"),
  [LECTERN_SCENE_AWARD] = NC_ ("scene", "Award"),
  [LECTERN_SCENE_BREAK] = NC_ ("scene", "Break"),
  [LECTERN_SCENE_NOTICE] = NC_ ("scene", "Notice"),
  [LECTERN_SCENE_EMERGENCY] = NC_ ("scene", "Emergency"),
  [LECTERN_SCENE_END] = NC_ ("scene", "End"),
  [LECTERN_SCENE_GUESTS] = NC_ ("scene", "Guests and judges"),
  [LECTERN_SCENE_DRAW] = NC_ ("scene", "Draw"),
  [LECTERN_SCENE_DECK] = NC_ ("scene", "On deck"),
  [LECTERN_SCENE_CLOCK] = NC_ ("scene", "Clock"),
  [LECTERN_SCENE_AWARDS] = NC_ ("scene", "Awards so far"),
  [LECTERN_SCENE_PICTURE] = NC_ ("scene", "Picture"),
  [LECTERN_SCENE_COURSEWARE] = NC_ ("scene", "Courseware"),
};

static const char *const entry_words[LECTERN_ENTRY_N_STATES] = {
  [LECTERN_ENTRY_WAITING] = NC_ ("entry", "waiting"),
  [LECTERN_ENTRY_CALLED] = NC_ ("entry", "called"),
  [LECTERN_ENTRY_TALKING] = NC_ ("entry", "talking"),
  [LECTERN_ENTRY_MARKING] = NC_ ("entry", "being marked"),
  [LECTERN_ENTRY_DONE] = NC_ ("entry", "done"),
  [LECTERN_ENTRY_FORFEIT] = NC_ ("entry", "forfeit"),
};

static const char *const round_words[LECTERN_ROUND_N_STATES] = {
  [LECTERN_ROUND_SET_UP] = NC_ ("round", "being set up"),
  [LECTERN_ROUND_DRAWN] = NC_ ("round", "order drawn"),
  [LECTERN_ROUND_RUNNING] = NC_ ("round", "running"),
  [LECTERN_ROUND_FINALISED] = NC_ ("round", "final"),
};

const char *
lectern_wording_for_scene (LecternSceneKind kind)
{
  g_return_val_if_fail (kind < LECTERN_SCENE_N_KINDS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "scene", scene_words[kind]);
}

const char *
lectern_wording_for_entry_state (LecternEntryState state)
{
  g_return_val_if_fail (state < LECTERN_ENTRY_N_STATES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "entry", entry_words[state]);
}

const char *
lectern_wording_for_round_state (LecternRoundState state)
{
  g_return_val_if_fail (state < LECTERN_ROUND_N_STATES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "round", round_words[state]);
}

char *
lectern_wording_for_going_on (LecternContest     *contest,
                              const LecternRound *round)
{
  g_return_val_if_fail (round != NULL, NULL);
  const LecternRound *current = lectern_contest_get_current_round (contest);
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (contest, round);
  g_autoptr (GError) why_not = NULL;
  if (!lectern_rounds_check_open (contest, round->key, &why_not))
    return g_strdup (why_not->message);
  /* Translators: how many speak in a round, and the name of the round that is left for it. */
  return g_strdup_printf (ngettext ("%u speaks in it, with fresh sheets and a draw of its own. Sheets and results of “%s” stay as they are.",
                                    "%u speak in it, with fresh sheets and a draw of its own. Sheets and results of “%s” stay as they are.", entrants->len),
                          entrants->len, current ? current->name : "");
}

static char *
describe_draft (LecternContest     *contest,
                const LecternEntry *entry,
                gint64              judge)
{
  const LecternSheet *sheet = lectern_contest_get_latest_sheet (contest, entry, judge);
  GPtrArray          *criteria = lectern_contest_get_criteria (contest);
  int                 n_marked = 0;
  for (guint i = 0; sheet && i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      if (lectern_contest_get_mark (contest, sheet, criterion->key) != LECTERN_NULL)
        n_marked++;
    }
  /* Translators: a judge's unfinished sheet: criteria marked of all criteria. */
  return g_strdup_printf (_ ("draft %d/%u"), n_marked, criteria->len);
}

char *
lectern_wording_for_sheet (LecternContest     *contest,
                           const LecternEntry *entry,
                           gint64              judge)
{
  g_return_val_if_fail (entry != NULL, NULL);
  switch (lectern_contest_get_sheet_state (contest, entry, judge))
    {
    case LECTERN_SHEET_DRAFT:
      return describe_draft (contest, entry, judge);
    case LECTERN_SHEET_SUBMITTED:
      return g_strdup (C_ ("sheet", "submitted"));
    case LECTERN_SHEET_LOCKED:
      return g_strdup (C_ ("sheet", "locked"));
    case LECTERN_SHEET_RECUSED:
      return g_strdup (lectern_contest_is_absent (contest, entry, judge) ? C_ ("sheet", "absent") : C_ ("sheet", "recused"));
    case LECTERN_SHEET_VOID:
    case LECTERN_SHEET_NONE:
    case LECTERN_SHEET_N_STATES:
    default:
      return g_strdup (C_ ("sheet", "not marked"));
    }
}

static char *
describe_overtime (const LecternTimeRules *time,
                   gint64                  elapsed_ms)
{
  g_autofree char *over = lectern_clock_format (elapsed_ms - time->limit_ms, FALSE);
  gint64           points = lectern_deduction_for_time (time, elapsed_ms);
  if (points == 0)
    /* Translators: how long a talk has gone over its time. */
    return g_strdup_printf (_ ("over time by %s"), over);
  g_autofree char *deduction = lectern_mark_format (points);
  /* Translators: how long a talk has gone over its time, and the points it costs so far. */
  return g_strdup_printf (_ ("over time by %s · −%s points"), over, deduction);
}

char *
lectern_wording_for_clock (LecternContest *contest,
                           gint64          elapsed_ms)
{
  const LecternRules *rules = lectern_contest_get_rules (contest);
  if (!rules)
    return g_strdup ("");
  const LecternTimeRules *time = &rules->scoring.time;
  if (elapsed_ms > time->limit_ms)
    return describe_overtime (time, elapsed_ms);
  /* What is left is rounded up, so that it and the clock always add up to the limit. */
  g_autofree char *left = lectern_clock_format (time->limit_ms - elapsed_ms / 1000 * 1000, FALSE);
  g_autofree char *limit = lectern_clock_format (time->limit_ms, FALSE);
  if (rules->n_warn == 0)
    /* Translators: time left for the talk, and when it is over. */
    return g_strdup_printf (_ ("%s left · time is over at %s"), left, limit);
  g_autofree char *warn = lectern_clock_format (rules->warn_ms[0], FALSE);
  /* Translators: time left for the talk, when the warning is given, when time is over. */
  return g_strdup_printf (_ ("%s left · warning at %s · over at %s"), left, warn, limit);
}

char *
lectern_wording_for_stage (LecternContest *contest)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (contest);
  if (!entry)
    return g_strdup (_ ("Nobody is on stage"));
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  const char           *name = nominee ? nominee->name : "";
  int                   lot = entry->lot == LECTERN_NULL ? 0 : (int) entry->lot;
  switch ((LecternClockPhase) lectern_contest_get_clock (contest)->phase)
    {
    case LECTERN_CLOCK_RUNNING:
      /* Translators: running number and name of the contestant. */
      return g_strdup_printf (_ ("No. %d %s is speaking"), lot, name);
    case LECTERN_CLOCK_PAUSED:
      return g_strdup_printf (_ ("No. %d %s: the clock is paused"), lot, name);
    case LECTERN_CLOCK_STOPPED:
      return g_strdup_printf (_ ("No. %d %s has spoken"), lot, name);
    case LECTERN_CLOCK_IDLE:
    case LECTERN_CLOCK_N_PHASES:
    default:
      return g_strdup_printf (_ ("No. %d %s: the clock starts at the first word"), lot, name);
    }
}

const char *
lectern_wording_for_party (const char *party)
{
  if (g_strcmp0 (party, "member") == 0)
    return _ ("party member");
  if (g_strcmp0 (party, "probationary") == 0)
    return _ ("probationary member");
  return _ ("not a member");
}

char *
lectern_wording_for_time (gint64 time_ms)
{
  if (time_ms == LECTERN_NULL || time_ms < 0)
    return g_strdup ("–");
  return lectern_clock_format (time_ms, TRUE);
}

gboolean
lectern_wording_parse_time (const char *text,
                            gint64     *ms)
{
  g_return_val_if_fail (ms != NULL, FALSE);
  return text != NULL && lectern_clock_parse (text, ms);
}

static const struct
{
  const char *key;
  const char *words;
} column_words[] = {
  { "unit", NC_ ("column", "Unit") },
  { "name", NC_ ("column", "Name") },
  { "title", NC_ ("column", "Lecture") },
  { "party", NC_ ("column", "Party") },
  { "lectures", NC_ ("column", "Lectures") },
  { "courseware", NC_ ("column", "Courseware") },
  { "gender", NC_ ("column", "Gender") },
  { "ethnicity", NC_ ("column", "Ethnicity") },
  { "born", NC_ ("column", "Born") },
  { "joined", NC_ ("column", "Joined") },
  { "education", NC_ ("column", "Education") },
  { "employer", NC_ ("column", "Employer") },
  { "phone", NC_ ("column", "Telephone") },
  { "number", NC_ ("column", "Number") },
  { "head", NC_ ("column", "Head") },
  { "lot", NC_ ("column", "No.") },
  { "judge", NC_ ("column", "Judge") },
  { "seconds", NC_ ("column", "Time") },
};

const char *
lectern_wording_for_column (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (column_words); i++)
    if (strcmp (key, column_words[i].key) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "column", column_words[i].words);
  return key;
}

static const struct
{
  const char *rule;
  const char *words;
} tie_words[] = {
  { "untrimmed-mean", N_ ("mean of all sheets") },
  { "median", N_ ("median of the totals") },
  { "highest-counted", N_ ("highest counted total") },
  { "smaller-spread", N_ ("smaller spread of the totals") },
  { "less-overtime", N_ ("less overtime") },
  { "head-judge", N_ ("head judge's total") },
  { "decision", N_ ("decision of the jury") },
};

char *
lectern_wording_for_tie (LecternContest *contest,
                         const char     *rule)
{
  if (!rule)
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (tie_words); i++)
    if (strcmp (rule, tie_words[i].rule) == 0)
      return g_strdup (_ (tie_words[i].words));
  const char *key = g_str_has_prefix (rule, "criterion:") ? rule + strlen ("criterion:") : rule;
  GPtrArray  *criteria = lectern_contest_get_criteria (contest);
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      if (strcmp (criterion->key, key) == 0)
        /* Translators: finals are equal, the mean of this criterion decides. */
        return g_strdup_printf (_ ("mean of “%s”"), criterion->name);
    }
  return g_strdup (rule);
}

char *
lectern_wording_for_outlook (const LecternStanding *standing,
                             gint64                 nominee)
{
  const LecternBorder *certain = lectern_standing_find_certain (standing, nominee);
  if (certain && certain->cut)
    /* Translators: an entry is sure to be among those who go on to that round. */
    return g_strdup_printf (_ ("certain to go on to “%s”"), certain->name);
  if (certain)
    /* Translators: an award, or the next round, that an entry can't lose any more. */
    return g_strdup_printf (_ ("certain of “%s”"), certain->name);
  if (!lectern_standing_is_out (standing, nominee))
    return NULL;
  return g_strdup (((const LecternBorder *) g_ptr_array_index (lectern_standing_get_borders (standing), 0))->cut
                     ? _ ("can’t go on any more")
                     : _ ("out of reach of every award"));
}

char *
lectern_wording_for_prize (LecternContest          *contest,
                           const LecternRanking    *ranking,
                           const LecternRankingRow *row)
{
  const LecternRound *next = row->advances ? lectern_rounds_get_next (contest, lectern_contest_get_round (contest, ranking->round)) : NULL;
  GPtrArray          *awards = lectern_contest_get_awards (contest);
  if (next)
    /* Translators: an entry is among those who go on to that round. */
    return g_strdup_printf (_ ("goes on to “%s”"), next->name);
  for (guint i = 0; row->award && i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);
      if (g_strcmp0 (award->key, row->award) == 0)
        return g_strdup (award->name);
    }
  return NULL;
}

char *
lectern_wording_for_ties (LecternContest        *contest,
                          const LecternRanking  *ranking,
                          const LecternStanding *standing)
{
  GPtrArray *possible = lectern_standing_get_ties (standing);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < possible->len; i++)
    g_ptr_array_add (lines, lectern_possible_tie_describe (g_ptr_array_index (possible, i)));
  if (possible->len == 0 && ranking->complete && ranking->open_ties->len > 0)
    {
      g_autoptr (GPtrArray) blockers = lectern_ranking_list_blockers (contest, ranking->round);
      for (guint i = 0; i < blockers->len; i++)
        {
          const LecternProblem *problem = g_ptr_array_index (blockers, i);
          if (g_strcmp0 (problem->column, "tie") == 0)
            g_ptr_array_add (lines, g_strdup (problem->message));
        }
    }
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
