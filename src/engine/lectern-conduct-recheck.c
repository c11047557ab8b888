/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The second pair of eyes: a flag the head judge has looked at, and the sheets of the winners
 * compared by somebody else before the round is closed. Neither changes a figure. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-flags.h"
#include "lectern-mark.h"
#include "lectern-recheck.h"

static const LecternEntry *
find_entry (LecternPlan *plan,
            GError     **error)
{
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (plan->contest, plan->action->lot);

  if (entry == NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no entry with lot %d in this round."), plan->action->lot == LECTERN_NULL ? 0 : (int) plan->action->lot);
  return entry;
}

gboolean
lectern_conduct_see_flag (LecternPlan *plan,
                          GError     **error)
{
  const LecternEntry *entry;
  LecternFlag         flag;
  LecternFlagSeen    *seen;
  g_autofree char    *who = NULL;

  if (!lectern_plan_require_open_round (plan, error) || (entry = find_entry (plan, error)) == NULL)
    return FALSE;
  who = lectern_plan_name_entry (plan, entry);
  if (!lectern_flags_find (plan->contest, entry, plan->action->judge, &flag))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("The sheet of judge %d for %s is not flagged."), plan->action->judge == LECTERN_NULL ? 0 : (int) plan->action->judge, who);
  seen = lectern_record_new (&lectern_table_flag_seen);
  seen->round = g_strdup (entry->round);
  seen->nominee = entry->nominee;
  seen->judge = flag.judge;
  seen->version = flag.version;
  seen->seen_by = g_strdup (plan->action->actor);
  seen->wall_us = plan->wall_us;
  lectern_plan_put (plan, seen);
  lectern_plan_say (plan, _ ("Looked at the flagged sheet of judge %d for %s."), (int) flag.judge, who);
  return TRUE;
}

/* The re-check -------------------------------------------------------------------------------- */

static void
put_recheck (LecternPlan        *plan,
             const LecternSheet *sheet,
             const char         *checker)
{
  LecternRecheck *recheck = lectern_record_new (&lectern_table_recheck);

  recheck->round = g_strdup (sheet->round);
  recheck->nominee = sheet->nominee;
  recheck->judge = sheet->judge;
  recheck->version = sheet->version;
  recheck->checker = g_strdup (checker);
  recheck->wall_us = plan->wall_us;
  lectern_plan_put (plan, recheck);
}

/* One sheet, or all that count for the entry; how many. */
static guint
put_rechecks (LecternPlan        *plan,
              const LecternEntry *entry,
              const char         *checker)
{
  g_autoptr (GPtrArray) judges = lectern_contest_list_rows (plan->contest, &lectern_table_judge);
  guint n = 0;

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];
      const LecternSheet *sheet = lectern_contest_get_counted_sheet (plan->contest, entry, judge->number);

      if (sheet == NULL || (plan->action->judge != LECTERN_NULL && plan->action->judge != judge->number))
        continue;
      put_recheck (plan, sheet, checker);
      n++;
    }
  return n;
}

gboolean
lectern_conduct_recheck (LecternPlan *plan,
                         GError     **error)
{
  g_autofree char    *checker = g_strstrip (g_strdup (plan->action->text != NULL ? plan->action->text : ""));
  const LecternEntry *entry;
  g_autofree char    *who = NULL;
  guint               n;

  if (!lectern_plan_require_open_round (plan, error) || (entry = find_entry (plan, error)) == NULL)
    return FALSE;
  if (*checker == '\0')
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("Say who compared the sheets."));
  who = lectern_plan_name_entry (plan, entry);
  if (entry->state != LECTERN_ENTRY_DONE)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("%s is not done yet, so there is nothing to compare."), who);
  n = put_rechecks (plan, entry, checker);
  if (n == 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no such sheet for %s."), who);
  /* Translators: who compared, how many sheets, lot and name of the entry. */
  lectern_plan_say (plan, ngettext ("%s compared %u sheet for %s and found it right.", "%s compared %u sheets for %s and found them right.", n), checker, n, who);
  return TRUE;
}

/* Closing the round ---------------------------------------------------------------------------- */

static gboolean
check_closer (LecternPlan *plan,
              const char  *closer,
              const char  *checkers,
              GError     **error)
{
  g_auto (GStrv) names = g_strsplit (checkers, "、", -1);

  if (closer == NULL || names[0] == NULL || !g_strv_contains ((const char *const *) names, closer) || names[1] != NULL)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("%s compared the sheets, so somebody else must close the round."), closer);
}

gboolean
lectern_recheck_sign (LecternPlan  *plan,
                      LecternRound *round,
                      GError      **error)
{
  g_autofree char *checkers = lectern_recheck_list_checkers (plan->contest, round->key);
  g_autofree char *closer = plan->action->text != NULL ? g_strstrip (g_strdup (plan->action->text)) : NULL;
  g_autoptr (GPtrArray) open = lectern_recheck_list_open (plan->contest, round->key);

  if (open->len > 0 && !plan->action->on)
    {
      g_ptr_array_extend_and_steal (plan->problems, g_steal_pointer (&open));
      return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BLOCKED, "%s", _ ("The winners’ sheets have not all been compared by a second person. Do the re-check first."));
    }
  if (!check_closer (plan, closer, checkers, error))
    return FALSE;
  lectern_record_take_string (&round->closed_by, closer != NULL && *closer != '\0' ? closer : NULL);
  lectern_record_take_string (&round->checked_by, open->len == 0 && *checkers != '\0' ? checkers : NULL);
  return TRUE;
}
