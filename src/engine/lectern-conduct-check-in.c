/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Check-in on the day: somebody is here, or was marked so by mistake. It decides nothing; the evening
 * only says who has not come. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-check-in.h"

static gboolean
is_expected (LecternPlan *plan,
             gint64       nominee)
{
  g_autoptr (GPtrArray) expected = lectern_check_in_list_expected (plan->contest, NULL);

  for (guint i = 0; i < expected->len; i++)
    if (((LecternNominee *) expected->pdata[i])->id == nominee)
      return TRUE;
  return FALSE;
}

static void
put_check_in (LecternPlan          *plan,
              const LecternRound   *round,
              const LecternNominee *nominee)
{
  LecternCheckIn *row = lectern_record_new (&lectern_table_check_in);

  row->round = g_strdup (round->key);
  row->nominee = nominee->id;
  row->wall_us = plan->wall_us;
  lectern_plan_put (plan, row);
  lectern_plan_say (plan, _ ("%s has checked in."), nominee->name);
}

static void
remove_check_in (LecternPlan          *plan,
                 const LecternRound   *round,
                 const LecternNominee *nominee)
{
  const LecternCheckIn key = { .record.table = &lectern_table_check_in, .round = round->key, .nominee = nominee->id };

  lectern_plan_remove (plan, lectern_contest_find (plan->contest, &key));
  lectern_plan_say (plan, _ ("%s has not checked in after all."), nominee->name);
}

gboolean
lectern_conduct_check_in (LecternPlan *plan,
                          GError     **error)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (plan->contest, plan->action->nominee);
  const LecternRound   *round = lectern_contest_get_current_round (plan->contest);
  gboolean              here;

  if (nominee == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such nominee."));
  if (round == NULL || round->state == LECTERN_ROUND_FINALISED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_FINALISED, "%s", _ ("The round is finalised, so nobody checks in for it any more."));
  if (plan->action->on && !is_expected (plan, nominee->id))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s is not expected in this round: withdrawn, forfeited, or not among its speakers."), nominee->name);
  here = lectern_check_in_get_time (plan->contest, round->key, nominee->id) != LECTERN_NULL;
  plan->repeated = here == plan->action->on;
  if (plan->repeated)
    return TRUE;
  if (plan->action->on)
    put_check_in (plan, round, nominee);
  else
    remove_check_in (plan, round, nominee);
  return TRUE;
}
