/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Something amiss before the evening is passed over, with a word of why. What is amiss nobody here
 * can see: whoever looked says how bad it was, and it counts for no worse. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-preflight.h"

gboolean
lectern_conduct_pass_check (LecternPlan *plan,
                            GError     **error)
{
  const LecternAction      *action = plan->action;
  const LecternPassedCheck  wanted = { .record.table = &lectern_table_passed_check, .kind = action->key };
  g_autofree char          *reason = action->reason != NULL ? g_strstrip (g_strdup (action->reason)) : NULL;
  const LecternPassedCheck *old;
  LecternPassedCheck       *row;
  LecternCheckKind          kind;

  if (!lectern_check_kind_from_name (action->key, &kind))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("Nothing called “%s” is looked at before the evening."), action->key != NULL ? action->key : "");
  if (action->number != LECTERN_CHECK_AMBER && action->number != LECTERN_CHECK_RED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("Only what is red or amber can be passed over."));
  if (reason == NULL || *reason == '\0')
    return lectern_plan_require_reason (plan, error) && lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_REASON_MISSING, "%s", _ ("This needs a reason, which goes into the journal."));
  old = lectern_contest_find (plan->contest, &wanted);
  plan->repeated = old != NULL && old->level == action->number && g_strcmp0 (old->reason, reason) == 0;
  if (plan->repeated)
    return TRUE;

  /* Translators: "Projector", of the list before the evening. */
  lectern_plan_say (plan, action->number == LECTERN_CHECK_RED ? _ ("Passed over before the evening, red: %s.") : _ ("Passed over before the evening, amber: %s."), lectern_check_kind_get_title (kind));
  row = lectern_record_new (&lectern_table_passed_check);
  row->kind = g_strdup (action->key);
  row->level = action->number;
  row->reason = g_steal_pointer (&reason);
  row->wall_us = plan->wall_us;
  lectern_plan_put (plan, row);
  return TRUE;
}
