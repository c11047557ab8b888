/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Paper sheets keyed in, for a whole contest or for the one judge whose laptop died. Two people key
 * each sheet; what both read alike becomes a locked sheet at once, what they read differently waits
 * until one of them keys it again. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-keyings.h"
#include "lectern-mark.h"

static gboolean
check_entry (LecternPlan        *plan,
             const LecternEntry *entry,
             GError            **error)
{
  const LecternJudge *judge = lectern_contest_get_judge (plan->contest, plan->action->judge);
  g_autofree char    *who = lectern_plan_name_entry (plan, entry);

  if (judge == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such judge."));
  if (entry->state == LECTERN_ENTRY_FORFEIT)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s forfeited and is not marked."), who);
  if (lectern_contest_is_recused (plan->contest, entry, judge->number))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_RECUSED, _ ("Judge %d does not mark %s."), (int) judge->number, who);
  if (lectern_contest_get_counted_sheet (plan->contest, entry, judge->number) != NULL && (plan->action->reason == NULL || *plan->action->reason == '\0'))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_LOCKED, _ ("Judge %d has handed in a sheet for %s already. To replace it, give a reason."), (int) judge->number, who);
  return TRUE;
}

static gboolean
check_clerk (LecternPlan         *plan,
             const LecternKeying *other,
             GError             **error)
{
  g_autofree char *clerk = g_strstrip (g_strdup (plan->action->text != NULL ? plan->action->text : ""));

  if (plan->action->number != 1 && plan->action->number != 2)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A sheet is keyed a first and a second time: 1 or 2 belongs here."));
  if (*clerk == '\0')
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("Say who keys this sheet in."));
  if (other != NULL && g_str_equal (other->clerk, clerk))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("%s keyed this sheet in already. Somebody else must key it the second time."), clerk);
  return TRUE;
}

/* The action's marks; they have been checked. */
static char *
pack_marks (const LecternAction *action)
{
  g_autofree const char **keys = g_new0 (const char *, action->marks->len + 1);
  g_autofree gint64      *values = g_new0 (gint64, action->marks->len + 1);

  for (guint i = 0; i < action->marks->len; i++)
    {
      const LecternActionMark *mark = action->marks->pdata[i];

      keys[i] = mark->criterion;
      lectern_mark_parse (mark->text, &values[i]);
    }
  return lectern_keying_pack (keys, values, action->marks->len);
}

static const LecternKeying *
put_keying (LecternPlan        *plan,
            const LecternEntry *entry)
{
  LecternKeying *keying = lectern_record_new (&lectern_table_keying);

  keying->round = g_strdup (entry->round);
  keying->nominee = entry->nominee;
  keying->judge = plan->action->judge;
  keying->pass = plan->action->number;
  keying->clerk = g_strstrip (g_strdup (plan->action->text));
  keying->marks = pack_marks (plan->action);
  keying->wall_us = plan->wall_us;
  lectern_plan_put (plan, keying);
  return keying;
}

/* Both read the same: the sheet is there, the keyings have done their work. */
static gboolean
agree (LecternPlan         *plan,
       const LecternEntry  *entry,
       const LecternKeying *keying,
       const LecternKeying *other,
       GError             **error)
{
  g_autofree char    *who = lectern_plan_name_entry (plan, entry);
  g_autofree char    *clerks = g_strdup_printf ("%s、%s", other->clerk, keying->clerk);
  g_autofree char    *shown = NULL;
  const LecternSheet *before = lectern_contest_get_counted_sheet (plan->contest, entry, keying->judge);
  g_autofree char    *changes = NULL;

  if (!lectern_sheet_put_from_paper (plan, entry, keying->judge, error))
    return FALSE;
  shown = lectern_mark_format (plan->outcome->total);
  changes = lectern_sheet_describe_amendment (plan, before, lectern_contest_get_counted_sheet (plan->contest, entry, keying->judge));
  if (before == NULL)
    /* Translators: the judge, the total, lot and name of the entry, names of two clerks. */
    lectern_plan_say (plan, _ ("The paper sheet of judge %d with %s for %s was keyed alike by %s."), (int) keying->judge, shown, who, clerks);
  else
    /* Translators: the judge, the total, lot and name of the entry, names of two clerks, then criteria with old and new marks. */
    lectern_plan_say (plan, _ ("The paper sheet of judge %d with %s for %s was keyed alike by %s, in place of the one before: %s."), (int) keying->judge, shown, who, clerks, changes);
  if (before != NULL)
    lectern_plan_rule (plan, LECTERN_RULING_AMEND_SHEET, entry, keying->judge);
  lectern_plan_remove (plan, other);
  lectern_plan_remove (plan, keying);
  lectern_sheet_settle_entry (plan, entry->nominee);
  return lectern_plan_refresh_marking (plan, error);
}

gboolean
lectern_conduct_key_sheet (LecternPlan *plan,
                           GError     **error)
{
  const LecternEntry  *entry;
  const LecternKeying *other;
  const LecternKeying *keying;
  g_autofree char     *differences = NULL;
  g_autofree char     *who = NULL;

  if (!lectern_plan_require_open_round (plan, error))
    return FALSE;
  entry = lectern_contest_get_entry_by_lot (plan->contest, plan->action->lot);
  if (entry == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no entry with lot %d in this round."), plan->action->lot == LECTERN_NULL ? 0 : (int) plan->action->lot);
  other = lectern_keyings_find (plan->contest, entry, plan->action->judge, plan->action->number == 1 ? 2 : 1);
  if (!check_entry (plan, entry, error) || !check_clerk (plan, other, error) || !lectern_sheet_check_marks (plan, TRUE, error))
    return FALSE;
  keying = put_keying (plan, entry);
  if (other != NULL)
    {
      differences = lectern_keyings_describe (plan->contest, keying, other);
      if (*differences == '\0')
        return agree (plan, entry, keying, other, error);
    }
  plan->outcome->lot = entry->lot;
  plan->outcome->judge = keying->judge;
  plan->outcome->text = g_strdup (differences);
  who = lectern_plan_name_entry (plan, entry);
  if (other == NULL)
    lectern_plan_say (plan, _ ("%s keyed in the paper sheet of judge %d for %s."), keying->clerk, (int) keying->judge, who);
  else
    /* Translators: clerk, judge, lot and name, then criteria with both marks. */
    lectern_plan_say (plan, _ ("%s keyed in the paper sheet of judge %d for %s; the two differ: %s."), keying->clerk, (int) keying->judge, who, differences);
  return TRUE;
}
