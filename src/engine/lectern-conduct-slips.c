/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A draw by hand, slip by slip: each is durable as soon as it is read out, and the hall sees the
 * list fill up. With the last one the running order stands. A slip misread is returned, with a
 * reason that stays in the journal. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-rounds.h"

static const LecternRound *
require_round (LecternPlan *plan,
               GError     **error)
{
  const LecternRound *round = lectern_contest_get_current_round (plan->contest);

  if (round == NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("The contest has no round."));
  else if (round->state != LECTERN_ROUND_SET_UP)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_ALREADY_DRAWN, "%s", _ ("The running order is drawn already. To draw again, give a reason."));
  else
    return round;
  return NULL;
}

static gboolean
may_speak (GPtrArray *eligible,
           gint64     nominee)
{
  for (guint i = 0; i < eligible->len; i++)
    if (((LecternNominee *) eligible->pdata[i])->id == nominee)
      return TRUE;
  return FALSE;
}

static gboolean
check_slip (LecternPlan        *plan,
            const LecternRound *round,
            GPtrArray          *eligible,
            GError            **error)
{
  const LecternAction *action = plan->action;
  const LecternEntry  *same = lectern_contest_get_entry (plan->contest, round->key, action->nominee);
  const LecternEntry  *taken = lectern_contest_get_entry_by_lot (plan->contest, action->lot);

  if (!may_speak (eligible, action->nominee))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_ELIGIBLE, "%s", _ ("This nominee may not speak in the round."));
  if (action->lot < 1 || action->lot > (gint64) eligible->len)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Lots go from 1 to %u."), eligible->len);
  if (same != NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s has drawn lot %d already."), lectern_contest_get_nominee (plan->contest, action->nominee)->name, (int) same->lot);
  if (taken != NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("Lot %d was drawn by %s already."), (int) action->lot, lectern_contest_get_nominee (plan->contest, taken->nominee)->name);
  return TRUE;
}

/* The last slip: the order stands. Those who may not speak any more are not waited for. */
static gboolean
finish_when_full (LecternPlan        *plan,
                  const LecternRound *round,
                  GPtrArray          *eligible,
                  GError            **error)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (plan->contest, round->key);
  LecternRound *drawn;

  if (entries->len < eligible->len)
    return TRUE;
  drawn = lectern_record_copy (round);
  lectern_record_take_string (&drawn->seed, NULL);
  drawn->drawn_by_hand = 1;
  return lectern_draw_finish (plan, drawn, error);
}

gboolean
lectern_conduct_draw_slip (LecternPlan *plan,
                           GError     **error)
{
  const LecternRound *round = require_round (plan, error);
  g_autoptr (GPtrArray) eligible = round != NULL ? lectern_rounds_list_entrants (plan->contest, round) : NULL;

  if (round == NULL || !check_slip (plan, round, eligible, error))
    return FALSE;
  lectern_draw_put_entry (plan, round, plan->action->nominee, plan->action->lot);
  /* Translators: lot, name. */
  lectern_plan_say (plan, _ ("Slip read: lot %d, %s."), (int) plan->action->lot, lectern_contest_get_nominee (plan->contest, plan->action->nominee)->name);
  return lectern_plan_refresh_draw (plan, error) && finish_when_full (plan, round, eligible, error);
}

gboolean
lectern_conduct_return_slip (LecternPlan *plan,
                             GError     **error)
{
  const LecternRound *round = require_round (plan, error);
  const LecternEntry *entry = round != NULL ? lectern_contest_get_entry_by_lot (plan->contest, plan->action->lot) : NULL;

  if (round == NULL || !lectern_plan_require_reason (plan, error))
    return FALSE;
  if (entry == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("Lot %d has not been drawn."), plan->action->lot == LECTERN_NULL ? 0 : (int) plan->action->lot);
  lectern_plan_say (plan, _ ("Slip returned: lot %d, %s."), (int) entry->lot, lectern_contest_get_nominee (plan->contest, entry->nominee)->name);
  lectern_plan_remove (plan, entry);
  return lectern_plan_refresh_draw (plan, error);
}
