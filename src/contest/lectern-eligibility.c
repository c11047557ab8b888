/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who may speak. The city's notice asks for a party member or probationary member, with lecturing
 * experience at the grassroots, who uses multimedia courseware; each contest's rules say which of
 * these count. Every reason is given, not only the first. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-contest.h"

#include <glib/gi18n-lib.h>

#include "lectern-rounds.h"

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
check_required (const LecternNominee *nominee,
                GPtrArray            *problems)
{
  if (is_empty (nominee->name))
    g_ptr_array_add (problems, lectern_problem_new (0, "name", "%s", _ ("The name is missing. Write it in.")));
  if (is_empty (nominee->title))
    g_ptr_array_add (problems, lectern_problem_new (0, "title", "%s", _ ("The lecture has no title. Write it in.")));
}

/* Where heats divide the units among them, one may have been forgotten. */
static gboolean
has_round (LecternContest    *contest,
           const LecternUnit *unit)
{
  GPtrArray *rounds = lectern_contest_get_rounds (contest);

  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];
      g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (contest, round);

      if (feeders->len == 0 && lectern_rounds_takes_unit (round, unit->key))
        return TRUE;
    }
  return rounds->len == 0;
}

static void
check_unit (LecternContest       *contest,
            const LecternNominee *nominee,
            GPtrArray            *problems)
{
  const LecternUnit *unit = lectern_contest_get_unit (contest, nominee->unit);

  if (unit == NULL)
    g_ptr_array_add (problems, lectern_problem_new (0, "unit", "%s", _ ("The nominating unit is missing or not one of this contest. Choose one of its units.")));
  else if (unit->active != 1)
    g_ptr_array_add (problems, lectern_problem_new (0, "unit", _ ("%s does not nominate in this contest. Switch the unit on, or choose another."), unit->name));
  else if (!has_round (contest, unit))
    g_ptr_array_add (problems, lectern_problem_new (0, "unit", _ ("%s speaks in no round. Name it among a round’s units in the rules."), unit->name));
}

static void
check_conditions (const LecternRules   *rules,
                  const LecternNominee *nominee,
                  GPtrArray            *problems)
{
  gint64 lectures = nominee->lectures == LECTERN_NULL ? 0 : nominee->lectures;

  if (rules->need_party_member && g_strcmp0 (nominee->party, "member") != 0 && g_strcmp0 (nominee->party, "probationary") != 0)
    g_ptr_array_add (problems, lectern_problem_new (0, "party", "%s", _ ("Not a party member or probationary member. Ask the unit to nominate somebody else, or correct the entry.")));
  if (rules->need_courseware && is_empty (nominee->courseware))
    g_ptr_array_add (problems, lectern_problem_new (0, "courseware", "%s", _ ("There is no multimedia courseware. Ask the unit for it.")));
  if (lectures < (gint64) rules->lectures_at_least)
    g_ptr_array_add (problems, lectern_problem_new (0, "lectures", ngettext ("At least %u lecture must have been given before. Ask the unit for the number.", "At least %u lectures must have been given before. Ask the unit for the number.", rules->lectures_at_least), rules->lectures_at_least));
}

GPtrArray *
lectern_contest_check_eligibility (LecternContest       *self,
                                   const LecternNominee *nominee)
{
  GPtrArray          *problems = lectern_problems_new ();
  const LecternRules *rules;

  g_return_val_if_fail (LECTERN_IS_CONTEST (self), problems);
  g_return_val_if_fail (nominee != NULL, problems);

  rules = lectern_contest_get_rules (self);
  if (nominee->withdrawn == 1)
    g_ptr_array_add (problems, lectern_problem_new (0, NULL, _ ("Withdrawn: %s"), is_empty (nominee->withdrawn_reason) ? "—" : nominee->withdrawn_reason));
  check_required (nominee, problems);
  check_unit (self, nominee, problems);
  if (rules != NULL)
    check_conditions (rules, nominee, problems);
  return problems;
}
