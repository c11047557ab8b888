/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Setting a contest up: the contest itself, its units, nominees and judges. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-contest-change.h"
#include "lectern-rounds.h"
#include "lectern-script-line.h"

static gpointer
action_get_record (const LecternAction *action,
                   const LecternTable  *table)
{
  for (guint i = 0; i < action->records->len; i++)
    if (((LecternRecord *) action->records->pdata[i])->table == table)
      return action->records->pdata[i];
  return NULL;
}

static void
put_singletons (LecternPlan        *plan,
                const LecternRound *first)
{
  LecternClockRecord *clock = lectern_record_new (&lectern_table_clock);
  LecternGate        *gate = lectern_record_new (&lectern_table_gate);
  LecternOnAir       *on_air = lectern_record_new (&lectern_table_on_air);

  clock->id = 1;
  clock->phase = LECTERN_CLOCK_IDLE;
  clock->base_ms = 0;
  lectern_plan_put (plan, clock);
  gate->id = 1;
  lectern_plan_put (plan, gate);
  on_air->id = 1;
  on_air->round = g_strdup (first->key);
  on_air->blank = 0;
  lectern_plan_put (plan, on_air);
}

gboolean
lectern_conduct_create (LecternPlan *plan,
                        GError     **error)
{
  const LecternContestRecord *contest = action_get_record (plan->action, &lectern_table_contest);
  const LecternRound         *first = action_get_record (plan->action, &lectern_table_round);

  if (contest == NULL || first == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A contest needs its own row and at least one round."));
  for (guint i = 0; i < plan->action->records->len; i++)
    lectern_plan_put (plan, lectern_record_ref (plan->action->records->pdata[i]));
  put_singletons (plan, first);
  /* Translators: the contest's title. */
  lectern_plan_say (plan, _ ("Created the contest “%s”."), contest->title);
  return TRUE;
}

gboolean
lectern_conduct_edit_contest (LecternPlan *plan,
                              GError     **error)
{
  const LecternContestRecord *wanted = action_get_record (plan->action, &lectern_table_contest);
  const LecternContestRecord *old = lectern_contest_get_record (plan->contest);
  LecternContestRecord       *contest;
  g_autofree char            *changed = NULL;

  if (wanted == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("Nothing was given to change."));
  if (!lectern_script_check (wanted->script, error))
    return FALSE;
  contest = lectern_record_copy (wanted);
  contest->id = 1;
  lectern_record_take_string (&contest->rules, old->rules); /* rules have an action of their own */
  contest->rehearsal = wanted->rehearsal != LECTERN_NULL ? wanted->rehearsal : old->rehearsal;
  lectern_plan_put (plan, contest);
  changed = lectern_contest_change_describe (old, contest);
  if (changed != NULL)
    /* Translators: what was changed: “title, guests”. */
    lectern_plan_say (plan, _ ("Changed of the contest: %s."), changed);
  else
    lectern_plan_say (plan, _ ("Saved the contest again; nothing was changed."));
  return TRUE;
}

gboolean
lectern_conduct_switch_unit (LecternPlan *plan,
                             GError     **error)
{
  const LecternUnit *old = lectern_contest_get_unit (plan->contest, plan->action->key);
  LecternUnit       *unit;

  if (old == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such unit."));
  unit = lectern_record_copy (old);
  unit->active = plan->action->on;
  lectern_plan_put (plan, unit);
  if (plan->action->on)
    lectern_plan_say (plan, _ ("%s nominates in this contest."), unit->name);
  else
    lectern_plan_say (plan, _ ("%s does not nominate in this contest."), unit->name);
  return TRUE;
}

/* Nominees ---------------------------------------------------------------------------------- */

/* Nominees of @unit (NULL: of any) come and go until the round they enter by is drawn. */
static gboolean
require_before_draw (LecternPlan *plan,
                     const char  *unit,
                     GError     **error)
{
  if (lectern_rounds_is_open_for (plan->contest, unit))
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_ALREADY_DRAWN, "%s", _ ("The running order is drawn, so nominees can’t be added or withdrawn any more. Record a forfeit, or draw again with a reason."));
}

static guint
count_nominees_of_unit (LecternPlan *plan,
                        const char  *unit,
                        gint64       except)
{
  GPtrArray *nominees = lectern_contest_get_nominees (plan->contest);
  guint      n = 0;

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      n += nominee->withdrawn != 1 && nominee->id != except && g_strcmp0 (nominee->unit, unit) == 0;
    }
  return n;
}

static gboolean
check_nominee (LecternPlan          *plan,
               const LecternNominee *nominee,
               guint                 row,
               GError              **error)
{
  const LecternUnit  *unit = lectern_contest_get_unit (plan->contest, nominee->unit);
  const LecternRules *rules = lectern_contest_get_rules (plan->contest);

  if (nominee->name == NULL || *nominee->name == '\0' || g_utf8_strlen (nominee->name, -1) > 50)
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "name", "%s", _ ("A name has 1 to 50 characters.")));
  if (nominee->title != NULL && g_utf8_strlen (nominee->title, -1) > 200)
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "title", "%s", _ ("A title has at most 200 characters.")));
  if (unit == NULL)
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "unit", "%s", _ ("There is no such unit in this contest. Choose one of its units.")));
  else if (nominee->withdrawn != 1 && count_nominees_of_unit (plan, nominee->unit, nominee->id) >= rules->quota_per_unit)
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "unit", ngettext ("%s has its %u nominee already. Withdraw that one first.", "%s has its %u nominees already. Withdraw one of them first.", rules->quota_per_unit), unit->name, rules->quota_per_unit));
  if (plan->problems->len == 0)
    return TRUE;
  return lectern_plan_refuse (error, unit != NULL && g_strcmp0 (((LecternProblem *) plan->problems->pdata[0])->column, "unit") == 0 ? LECTERN_CONTEST_ERROR_QUOTA : LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", ((LecternProblem *) plan->problems->pdata[0])->message);
}

static gint64
get_next_nominee_id (LecternPlan *plan)
{
  GPtrArray *nominees = lectern_contest_get_nominees (plan->contest);
  gint64     last = 0;

  for (guint i = 0; i < nominees->len; i++)
    last = MAX (last, ((LecternNominee *) nominees->pdata[i])->id);
  return last + 1;
}

/* What a form or a table may leave out. */
static void
nominee_fill_defaults (LecternNominee *nominee)
{
  if (nominee->party == NULL)
    nominee->party = g_strdup ("none");
  if (nominee->title == NULL)
    nominee->title = g_strdup ("");
  if (nominee->courseware == NULL)
    nominee->courseware = g_strdup ("");
  if (nominee->lectures == LECTERN_NULL)
    nominee->lectures = 0;
  if (nominee->withdrawn == LECTERN_NULL)
    nominee->withdrawn = 0;
}

static const LecternNominee *
find_nominee (LecternPlan *plan,
              gint64       id,
              GError     **error)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (plan->contest, id);

  if (nominee == NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such nominee."));
  return nominee;
}

/* @row of a table, 0: of a form. */
static gboolean
add_nominee (LecternPlan          *plan,
             const LecternNominee *wanted,
             guint                 row,
             GError              **error)
{
  LecternNominee *nominee = lectern_record_copy (wanted);

  nominee->id = get_next_nominee_id (plan);
  nominee_fill_defaults (nominee);
  if (require_before_draw (plan, NULL, error) && check_nominee (plan, nominee, row, error) && require_before_draw (plan, nominee->unit, error))
    {
      lectern_plan_put (plan, nominee);
      return TRUE;
    }
  lectern_record_unref (nominee);
  return FALSE;
}

static gboolean
change_nominee (LecternPlan          *plan,
                const LecternNominee *wanted,
                guint                 row,
                GError              **error)
{
  const LecternNominee *old = find_nominee (plan, wanted->id, error);
  LecternNominee       *nominee;

  if (old == NULL)
    return FALSE;
  if (g_strcmp0 (old->unit, wanted->unit) != 0 && !(require_before_draw (plan, old->unit, error) && require_before_draw (plan, wanted->unit, error)))
    return FALSE;
  nominee = lectern_record_copy (wanted);
  nominee_fill_defaults (nominee);
  nominee->withdrawn = old->withdrawn;
  lectern_record_take_string (&nominee->withdrawn_reason, old->withdrawn_reason);
  if (check_nominee (plan, nominee, row, error))
    {
      lectern_plan_put (plan, nominee);
      return TRUE;
    }
  lectern_record_unref (nominee);
  return FALSE;
}

static void
say_nominees (LecternPlan *plan,
              guint        n_added,
              guint        n_changed)
{
  const LecternNominee *first = plan->action->records->pdata[0];
  g_autofree char      *changed = NULL;

  if (n_added == 1 && n_changed == 0)
    lectern_plan_say (plan, _ ("Registered %s."), first->name);
  else if (n_changed == 1 && n_added == 0)
    lectern_plan_say (plan, _ ("Changed the entry form of %s."), first->name);
  else if (n_changed == 0)
    lectern_plan_say (plan, ngettext ("Registered %u nominee.", "Registered %u nominees.", n_added), n_added);
  else
    /* Translators: two numbers of nominees. */
    lectern_plan_say (plan, _ ("Registered nominees from a table: %u new, %u changed."), n_added, n_changed);
}

gboolean
lectern_conduct_add_nominees (LecternPlan *plan,
                              GError     **error)
{
  GPtrArray *records = plan->action->records;
  guint      n_changed = 0;

  if (records->len == 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("There is no nominee to add."));
  for (guint i = 0; i < records->len; i++)
    {
      const LecternNominee *wanted = records->pdata[i];
      guint                 row = records->len > 1 ? i + 2 : 0;

      if (wanted->id > 0 ? !change_nominee (plan, wanted, row, error) : !add_nominee (plan, wanted, row, error))
        return FALSE;
      n_changed += wanted->id > 0;
    }
  say_nominees (plan, records->len - n_changed, n_changed);
  return TRUE;
}

gboolean
lectern_conduct_edit_nominee (LecternPlan *plan,
                              GError     **error)
{
  const LecternNominee *wanted = action_get_record (plan->action, &lectern_table_nominee);

  if (wanted == NULL)
    return find_nominee (plan, 0, error) != NULL;
  if (!change_nominee (plan, wanted, 0, error))
    return FALSE;
  lectern_plan_say (plan, _ ("Changed the entry form of %s."), wanted->name);
  return TRUE;
}

/* Whether @nominee is in the running order of a round in one of these states. */
static gboolean
is_entered (LecternPlan          *plan,
            const LecternNominee *nominee,
            LecternRoundState     from,
            LecternRoundState     to)
{
  GPtrArray *rounds = lectern_contest_get_rounds (plan->contest);

  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];

      if (round->state >= (gint64) from && round->state <= (gint64) to && lectern_contest_get_entry (plan->contest, round->key, nominee->id) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Between two rounds: spoken in one that is over, and another is yet to be drawn. */
static gboolean
has_spoken (LecternPlan          *plan,
            const LecternNominee *nominee)
{
  GPtrArray *rounds = lectern_contest_get_rounds (plan->contest);

  for (guint i = 0; i < rounds->len; i++)
    if (((LecternRound *) rounds->pdata[i])->state == LECTERN_ROUND_SET_UP)
      return is_entered (plan, nominee, LECTERN_ROUND_FINALISED, LECTERN_ROUND_FINALISED);
  return FALSE;
}

/* Whoever is in a running order forfeits; whoever is before one, or between two rounds, withdraws. */
gboolean
lectern_setup_require_no_entry (LecternPlan          *plan,
                                const LecternNominee *nominee,
                                GError              **error)
{
  if (is_entered (plan, nominee, LECTERN_ROUND_DRAWN, LECTERN_ROUND_RUNNING))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_ALREADY_DRAWN, "%s", _ ("The running order is drawn, so nominees can’t be added or withdrawn any more. Record a forfeit, or draw again with a reason."));
  return has_spoken (plan, nominee) || require_before_draw (plan, nominee->unit, error);
}

/* In the place that became free, and of the same unit. */
static gboolean
add_substitute (LecternPlan          *plan,
                const LecternNominee *old,
                const LecternNominee *wanted,
                GError              **error)
{
  LecternNominee *substitute = lectern_record_copy (wanted);
  gboolean        added;

  substitute->withdrawn = 0;
  lectern_record_take_string (&substitute->unit, old->unit);
  added = add_nominee (plan, substitute, 0, error);
  lectern_record_unref (substitute);
  return added;
}

gboolean
lectern_conduct_withdraw_nominee (LecternPlan *plan,
                                  GError     **error)
{
  const LecternNominee *old = find_nominee (plan, plan->action->nominee, error);
  const LecternNominee *substitute = action_get_record (plan->action, &lectern_table_nominee);
  LecternNominee       *nominee;

  if (old == NULL || !lectern_setup_require_no_entry (plan, old, error) || !lectern_plan_require_reason (plan, error))
    return FALSE;
  if (substitute != NULL && old->withdrawn == 1)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s is withdrawn already. Add a nominee in the place that is free."), old->name);
  nominee = lectern_record_copy (old);
  nominee->withdrawn = 1;
  lectern_record_take_string (&nominee->withdrawn_reason, plan->action->reason);
  lectern_plan_put (plan, nominee);
  if (substitute == NULL)
    lectern_plan_say (plan, _ ("%s was withdrawn."), nominee->name);
  else
    /* Translators: who goes, who comes. */
    lectern_plan_say (plan, _ ("%s was withdrawn; %s stands in."), nominee->name, substitute->name);
  return substitute == NULL || add_substitute (plan, nominee, substitute, error);
}

gboolean
lectern_conduct_restore_nominee (LecternPlan *plan,
                                 GError     **error)
{
  const LecternNominee *old = find_nominee (plan, plan->action->nominee, error);
  LecternNominee       *nominee;

  if (old == NULL || !(has_spoken (plan, old) ? lectern_setup_require_no_entry (plan, old, error) : require_before_draw (plan, old->unit, error)))
    return FALSE;
  if (old->withdrawn != 1)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s takes part already."), old->name);
  nominee = lectern_record_copy (old);
  nominee->withdrawn = 0;
  lectern_record_take_string (&nominee->withdrawn_reason, NULL);
  if (!check_nominee (plan, nominee, 0, error))
    {
      lectern_record_unref (nominee);
      return FALSE;
    }
  lectern_plan_put (plan, nominee);
  lectern_plan_say (plan, _ ("%s takes part again."), nominee->name);
  return TRUE;
}

/* Judges ------------------------------------------------------------------------------------ */

gboolean
lectern_panel_check_judge (LecternPlan        *plan,
                           const LecternJudge *judge,
                           GError            **error)
{
  GPtrArray *judges = lectern_contest_get_judges (plan->contest);

  if (judge->number == LECTERN_NULL || judge->number < 1 || judge->number > 999)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A judge’s number is from 1 to 999."));
  if (judge->name == NULL || *judge->name == '\0' || g_utf8_strlen (judge->name, -1) > 50)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Judge %d: a name has 1 to 50 characters."), (int) judge->number);
  if (judge->unit != NULL && lectern_contest_get_unit (plan->contest, judge->unit) == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Judge %d: there is no such unit."), (int) judge->number);
  for (guint i = 0; judge->head == 1 && judge->active == 1 && i < judges->len; i++)
    {
      const LecternJudge *other = judges->pdata[i];

      if (other->head == 1 && other->active == 1 && other->number != judge->number)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Judge %d is the head judge already; there can be only one."), (int) other->number);
    }
  return TRUE;
}

static gboolean
put_judge (LecternPlan        *plan,
           const LecternJudge *wanted,
           GError            **error)
{
  LecternJudge *judge = lectern_record_copy (wanted);

  judge->head = judge->head == 1;
  judge->active = judge->active != 0;
  if (!lectern_panel_check_judge (plan, judge, error))
    {
      lectern_record_unref (judge);
      return FALSE;
    }
  lectern_plan_put (plan, judge);
  return TRUE;
}

/* An entry's score takes LECTERN_JURY_MAX sheets. */
static gboolean
require_seat (LecternPlan *plan,
              GError     **error)
{
  GPtrArray *judges = lectern_contest_get_judges (plan->contest);
  guint      n = 0;

  for (guint i = 0; i < judges->len; i++)
    n += ((LecternJudge *) judges->pdata[i])->active == 1;
  if (n < LECTERN_JURY_MAX)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("A jury has at most %d judges."), LECTERN_JURY_MAX);
}

gboolean
lectern_conduct_add_judges (LecternPlan *plan,
                            GError     **error)
{
  GPtrArray *records = plan->action->records;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternJudge *judge = records->pdata[i];

      if (lectern_contest_get_judge (plan->contest, judge->number) != NULL)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("There is a judge %d already."), (int) judge->number);
      if (!require_seat (plan, error) || !put_judge (plan, judge, error))
        return FALSE;
      lectern_panel_excuse_from_done (plan, judge->number, _ ("Came onto the panel later."));
    }
  lectern_plan_say (plan, ngettext ("Registered %u judge.", "Registered %u judges.", records->len), records->len);
  return TRUE;
}

gboolean
lectern_conduct_edit_judge (LecternPlan *plan,
                            GError     **error)
{
  const LecternJudge *judge = action_get_record (plan->action, &lectern_table_judge);
  const LecternJudge *old = judge != NULL ? lectern_contest_get_judge (plan->contest, judge->number) : NULL;
  gboolean            comes_back;

  if (old == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such judge."));
  comes_back = old->active != 1 && judge->active == 1;
  if ((comes_back && !require_seat (plan, error)) || !put_judge (plan, judge, error))
    return FALSE;
  if (comes_back)
    lectern_panel_excuse_from_done (plan, judge->number, _ ("Came onto the panel later."));
  lectern_plan_say (plan, _ ("Changed judge %d %s."), (int) judge->number, judge->name);
  return TRUE;
}
