/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Who on the panel does not mark: recused from an entry, not there for it, gone for good, or
 * replaced. The denominators and the trimming threshold follow by themselves, because only valid
 * sheets are counted (docs/rules-file.md). What was handed in stays and is never anybody else's. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

static const LecternJudge *
find_judge (LecternPlan *plan,
            GError     **error)
{
  const LecternJudge *judge = lectern_contest_get_judge (plan->contest, plan->action->judge);

  if (judge == NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such judge."));
  return judge;
}

/* @entry of the action and its judge; both borrowed from the contest. */
static const LecternEntry *
find_entry (LecternPlan *plan,
            GError     **error)
{
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (plan->contest, plan->action->lot);

  if (entry == NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no entry with lot %d in this round."), plan->action->lot == LECTERN_NULL ? 0 : (int) plan->action->lot);
  return entry;
}

static void
put_recusal (LecternPlan        *plan,
             const LecternEntry *entry,
             gint64              judge,
             LecternRecusalKind  kind,
             gint64              later,
             const char         *reason)
{
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  recusal->round = g_strdup (entry->round);
  recusal->nominee = entry->nominee;
  recusal->judge = judge;
  recusal->reason = g_strdup (reason != NULL ? reason : "");
  recusal->kind = kind;
  recusal->later = later;
  lectern_plan_put (plan, recusal);
}

/* A judge who has handed in was there; that his sheet shall not count is a recusal. */
static gboolean
check_absence (LecternPlan        *plan,
               const LecternEntry *entry,
               GError            **error)
{
  g_autofree char *who = lectern_plan_name_entry (plan, entry);

  if (lectern_contest_get_counted_sheet (plan->contest, entry, plan->action->judge) == NULL)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("Judge %d has handed in a sheet for %s and so was there. If it must not count, record a recusal."), (int) plan->action->judge, who);
}

gboolean
lectern_conduct_recuse (LecternPlan *plan,
                        GError     **error)
{
  gboolean            absent = plan->action->number == LECTERN_RECUSAL_ABSENT;
  const LecternJudge *judge;
  const LecternEntry *entry;
  g_autofree char    *who = NULL;

  if (!lectern_plan_require_open_round (plan, error) || (judge = find_judge (plan, error)) == NULL || (entry = find_entry (plan, error)) == NULL)
    return FALSE;
  if (absent && !check_absence (plan, entry, error))
    return FALSE;
  who = lectern_plan_name_entry (plan, entry);
  put_recusal (plan, entry, judge->number, absent ? LECTERN_RECUSAL_ABSENT : LECTERN_RECUSAL_RECUSED, LECTERN_NULL, plan->action->reason);
  if (absent)
    /* Translators: number and name of the judge, then lot and name of the entry. */
    lectern_plan_say (plan, _ ("Judge %d %s was not there for %s."), (int) judge->number, judge->name, who);
  else
    /* Translators: number and name of the judge, then lot and name of the entry. */
    lectern_plan_say (plan, _ ("Judge %d %s does not mark %s."), (int) judge->number, judge->name, who);
  lectern_plan_rule (plan, absent ? LECTERN_RULING_ABSENCE : LECTERN_RULING_RECUSAL, entry, judge->number);
  lectern_sheet_settle_entry (plan, entry->nominee);
  return lectern_plan_refresh_marking (plan, error);
}

gboolean
lectern_conduct_lift_recusal (LecternPlan *plan,
                              GError     **error)
{
  const LecternJudge *judge;
  const LecternEntry *entry;
  LecternRecusal      key = { .record.table = &lectern_table_recusal };
  g_autofree char    *who = NULL;

  if (!lectern_plan_require_open_round (plan, error) || !lectern_plan_require_reason (plan, error) || (judge = find_judge (plan, error)) == NULL || (entry = find_entry (plan, error)) == NULL)
    return FALSE;
  key.round = entry->round;
  key.nominee = entry->nominee;
  key.judge = judge->number;
  who = lectern_plan_name_entry (plan, entry);
  if (lectern_contest_find (plan->contest, &key) == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("No recusal of judge %d from %s was recorded by hand."), (int) judge->number, who);
  lectern_plan_remove (plan, lectern_contest_find (plan->contest, &key));
  lectern_plan_say (plan, _ ("Judge %d %s marks %s after all."), (int) judge->number, judge->name, who);
  lectern_plan_rule (plan, LECTERN_RULING_RECUSAL, entry, judge->number);
  return lectern_plan_refresh_marking (plan, error);
}

void
lectern_panel_excuse_from_done (LecternPlan *plan,
                                gint64       judge,
                                const char  *reason)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (plan->contest, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = entries->pdata[i];

      if (entry->state == LECTERN_ENTRY_DONE && !lectern_contest_is_recused (plan->contest, entry, judge) && lectern_contest_get_counted_sheet (plan->contest, entry, judge) == NULL)
        put_recusal (plan, entry, judge, LECTERN_RECUSAL_ABSENT, 1, reason);
    }
}

/* His laptop writes no more; his name stays for what he handed in. */
static void
put_off_panel (LecternPlan        *plan,
               const LecternJudge *judge)
{
  LecternJudge *copy = lectern_record_copy (judge);

  copy->active = 0;
  copy->head = 0;
  lectern_record_take_string (&copy->left_reason, plan->action->reason);
  lectern_plan_put (plan, copy);
  lectern_seat_revoke_all (plan, judge->number);
}

static const LecternJudge *
find_leaving_judge (LecternPlan *plan,
                    GError     **error)
{
  const LecternRound *round = lectern_contest_get_current_round (plan->contest);
  const LecternJudge *judge = find_judge (plan, error);

  if (judge == NULL || !lectern_plan_require_reason (plan, error))
    return NULL;
  if (judge->active != 1)
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("Judge %d %s has left the panel already."), (int) judge->number, judge->name);
      return NULL;
    }
  if (round->state == LECTERN_ROUND_FINALISED)
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_FINALISED, "%s", _ ("The round is finalised. Reopen it with a reason to change anything."));
      return NULL;
    }
  return judge;
}

/* Entries that waited for nobody but him. */
static void
settle_all (LecternPlan *plan)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (plan->contest, NULL);

  for (guint i = 0; i < entries->len; i++)
    lectern_sheet_settle_entry (plan, ((LecternEntry *) entries->pdata[i])->nominee);
}

gboolean
lectern_conduct_remove_judge (LecternPlan *plan,
                              GError     **error)
{
  const LecternJudge *judge = find_leaving_judge (plan, error);
  g_autofree char    *name = NULL;

  if (judge == NULL)
    return FALSE;
  name = g_strdup (judge->name);
  put_off_panel (plan, judge);
  settle_all (plan);
  lectern_plan_say (plan, _ ("Judge %d %s left the panel."), (int) plan->action->judge, name);
  lectern_plan_rule (plan, LECTERN_RULING_PANEL, NULL, plan->action->judge);
  return lectern_plan_refresh_marking (plan, error);
}

static const LecternJudge *
find_newcomer (LecternPlan *plan,
               GError     **error)
{
  const LecternJudge *judge = plan->action->records->len == 1 ? plan->action->records->pdata[0] : NULL;

  if (judge == NULL || judge->record.table != &lectern_table_judge)
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("Say who takes over."));
      return NULL;
    }
  if (lectern_contest_get_judge (plan->contest, judge->number) != NULL)
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("There is a judge %d already."), (int) judge->number);
      return NULL;
    }
  return judge;
}

gboolean
lectern_conduct_replace_judge (LecternPlan *plan,
                               GError     **error)
{
  const LecternJudge *old = find_leaving_judge (plan, error);
  const LecternJudge *wanted = old != NULL ? find_newcomer (plan, error) : NULL;
  g_autofree char    *name = NULL;
  LecternJudge       *newcomer;
  gint64              head;

  if (wanted == NULL)
    return FALSE;
  name = g_strdup (old->name);
  head = old->head;
  put_off_panel (plan, old);
  newcomer = lectern_record_copy (wanted);
  newcomer->head = head == 1 || newcomer->head == 1;
  newcomer->active = 1;
  newcomer->replaces = plan->action->judge;
  if (!lectern_panel_check_judge (plan, newcomer, error))
    {
      lectern_record_unref (newcomer);
      return FALSE;
    }
  lectern_plan_put (plan, newcomer);
  lectern_panel_excuse_from_done (plan, wanted->number, plan->action->reason);
  /* Translators: number and name of who leaves, then of who takes over. */
  lectern_plan_say (plan, _ ("Judge %d %s was replaced by judge %d %s."), (int) plan->action->judge, name, (int) wanted->number, wanted->name);
  lectern_plan_rule (plan, LECTERN_RULING_PANEL, NULL, plan->action->judge);
  return lectern_plan_refresh_marking (plan, error);
}
