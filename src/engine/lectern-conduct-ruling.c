/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The jury's rulings on a talk: it starts again after an equipment failure, where it stood, from
 * the first word, or at the end of the order; and the second timer's time. What was marked of a
 * talk that starts again is void, not gone. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

/* The second timer -------------------------------------------------------------------------- */

static gboolean
check_second_time (LecternPlan        *plan,
                   const LecternEntry *entry,
                   GError            **error)
{
  gint64 ms = plan->action->number;

  if (!lectern_contest_get_rules (plan->contest)->two_timers)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("The rules of this contest have one timer. Set two in the rules first."));
  if (ms == LECTERN_NULL || ms < 0 || ms > 36000 * 1000)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A time is from 0 seconds to 10 hours."));
  if (entry->state != LECTERN_ENTRY_TALKING && entry->state != LECTERN_ENTRY_MARKING && entry->state != LECTERN_ENTRY_DONE)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("No. %d has not spoken yet."), (int) entry->lot);
  return entry->timer2_ms == LECTERN_NULL || lectern_plan_require_reason (plan, error);
}

gboolean
lectern_conduct_second_time (LecternPlan *plan,
                             GError     **error)
{
  LecternEntry    *entry;
  g_autofree char *who = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *counted = NULL;

  if (!lectern_plan_require_open_round (plan, error) || (entry = lectern_plan_edit_entry (plan, plan->action->lot, error)) == NULL)
    return FALSE;
  if (!check_second_time (plan, entry, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  who = lectern_plan_name_entry (plan, entry);
  lectern_entry_set_timers (entry, lectern_contest_get_rules (plan->contest), entry->timer1_ms, plan->action->number);
  shown = lectern_clock_format (plan->action->number, TRUE);
  counted = lectern_clock_format (entry->time_ms, TRUE);
  lectern_plan_put (plan, lectern_record_ref (entry));
  /* Translators: lot and name, then two times. */
  lectern_plan_say (plan, _ ("The second timer has %2$s for %1$s; %3$s counts."), who, shown, counted);
  lectern_plan_rule (plan, LECTERN_RULING_TIME, entry, LECTERN_NULL);
  lectern_record_unref (entry);
  return TRUE;
}

/* Starting again ---------------------------------------------------------------------------- */

static gboolean
void_sheets (LecternPlan        *plan,
             const LecternEntry *entry,
             GError            **error)
{
  g_autoptr (GPtrArray) sheets = lectern_contest_list_rows (plan->contest, &lectern_table_sheet);

  for (guint i = 0; i < sheets->len; i++)
    {
      const LecternSheet *sheet = sheets->pdata[i];
      LecternSheet       *copy;

      if (sheet->nominee != entry->nominee || g_strcmp0 (sheet->round, entry->round) != 0 || sheet->state == LECTERN_SHEET_VOID)
        continue;
      copy = lectern_record_copy (sheet);
      lectern_record_take_string (&copy->reason, plan->action->reason);
      if (!lectern_machine_move (LECTERN_MACHINE_SHEET, &copy->state, LECTERN_SHEET_VOID, plan->action->reason, error))
        {
          lectern_record_unref (copy);
          return FALSE;
        }
      lectern_plan_put (plan, copy);
    }
  return TRUE;
}

static gboolean
is_of_entry (const LecternCue   *cue,
             const LecternEntry *entry)
{
  return cue->nominee == entry->nominee;
}

static void
put_cue_at (LecternPlan      *plan,
            const LecternCue *cue,
            gint64            position)
{
  LecternCue *copy = lectern_record_copy (cue);

  copy->position = position;
  lectern_plan_put (plan, copy);
}

/* The cues after the last that belongs to any entry: tally, ranking, ceremony. */
static guint
find_tail (GPtrArray *cues)
{
  guint tail = cues->len;

  while (tail > 0 && ((LecternCue *) cues->pdata[tail - 1])->nominee == LECTERN_NULL)
    tail--;
  return tail;
}

/* The entry's cues go behind everybody else's; the rest of the evening makes room. */
static void
move_cues_to_end (LecternPlan        *plan,
                  const LecternEntry *entry)
{
  g_autoptr (GPtrArray) cues = lectern_contest_list_rows (plan->contest, &lectern_table_cue);
  guint  tail = find_tail (cues);
  gint64 position = cues->len > 0 ? ((LecternCue *) cues->pdata[cues->len - 1])->position : 0;

  /* Behind every position there is, so that no cue is in the way of another. */
  for (guint i = 0; i < cues->len; i++)
    if (i >= tail || is_of_entry (cues->pdata[i], entry))
      lectern_plan_remove (plan, cues->pdata[i]);
  for (guint i = 0; i < tail; i++)
    if (is_of_entry (cues->pdata[i], entry))
      put_cue_at (plan, cues->pdata[i], position += 10);
  for (guint i = tail; i < cues->len; i++)
    put_cue_at (plan, cues->pdata[i], position += 10);
}

static gboolean
set_back_clock (LecternPlan *plan,
                gint64       base_ms,
                GError     **error)
{
  LecternClockRecord *clock = lectern_record_copy (lectern_contest_get_clock (plan->contest));

  if (clock->phase != LECTERN_CLOCK_IDLE)
    return lectern_stage_move_clock (plan, clock, LECTERN_CLOCK_IDLE, base_ms, plan->action->reason, error);
  clock->base_ms = base_ms;
  lectern_plan_put (plan, clock);
  return TRUE;
}

static gboolean
close_its_gate (LecternPlan        *plan,
                const LecternEntry *entry,
                GError            **error)
{
  const LecternEntry *gate = lectern_contest_get_entry_at_gate (plan->contest);

  return gate == NULL || gate->nominee != entry->nominee || lectern_stage_shut_gate (plan, error);
}

static gboolean
check_restart (LecternPlan        *plan,
               const LecternEntry *entry,
               GError            **error)
{
  gint64   given = plan->action->number;
  gboolean on_stage = lectern_contest_get_entry_on_stage (plan->contest) != NULL && lectern_contest_get_entry_on_stage (plan->contest)->nominee == entry->nominee;

  if (entry->state == LECTERN_ENTRY_WAITING || entry->state == LECTERN_ENTRY_DONE)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Only a talk that has been called and is not done can start again."));
  if (given != LECTERN_NULL && (given < 0 || given > 36000 * 1000))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A time is from 0 seconds to 10 hours."));
  if (plan->action->on && given != LECTERN_NULL && given != 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A talk that moves to the end starts from the first word."));
  if (!plan->action->on && !on_stage)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("This entry is not on stage: it can start again at the end of the order."));
  return TRUE;
}

/* Back to called, and for the end of the order on to waiting. */
static gboolean
set_back_entry (LecternPlan  *plan,
                LecternEntry *entry,
                GError      **error)
{
  const char *reason = plan->action->reason;

  if (entry->state == LECTERN_ENTRY_FORFEIT)
    {
      if (!lectern_machine_move (LECTERN_MACHINE_ENTRY, &entry->state, LECTERN_ENTRY_WAITING, reason, error))
        return FALSE;
      lectern_record_take_string (&entry->forfeit_reason, NULL);
    }
  else if (entry->state != LECTERN_ENTRY_CALLED && !lectern_machine_move (LECTERN_MACHINE_ENTRY, &entry->state, LECTERN_ENTRY_CALLED, reason, error))
    return FALSE;
  if (plan->action->on && entry->state == LECTERN_ENTRY_CALLED && !lectern_machine_move (LECTERN_MACHINE_ENTRY, &entry->state, LECTERN_ENTRY_WAITING, reason, error))
    return FALSE;
  entry->time_ms = LECTERN_NULL;
  entry->timer1_ms = LECTERN_NULL;
  entry->timer2_ms = LECTERN_NULL;
  return TRUE;
}

static gboolean
restart_at_end (LecternPlan        *plan,
                const LecternEntry *entry,
                const char         *who,
                GError            **error)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (plan->contest);

  move_cues_to_end (plan, entry);
  if (on_stage != NULL && on_stage->nominee == entry->nominee)
    {
      lectern_stage_put_on (plan, LECTERN_NULL);
      if (!set_back_clock (plan, 0, error) || !lectern_plan_show (plan, LECTERN_SCENE_TITLE, NULL, NULL, error))
        return FALSE;
    }
  lectern_plan_say (plan, _ ("%s speaks again, at the end of the order."), who);
  return TRUE;
}

static gboolean
restart_here (LecternPlan        *plan,
              const LecternEntry *entry,
              const char         *who,
              GError            **error)
{
  gint64           given = plan->action->number != LECTERN_NULL ? plan->action->number : 0;
  g_autofree char *shown = lectern_clock_format (given, TRUE);

  lectern_plan_point_cue (plan, LECTERN_CUE_INTRODUCE, entry->nominee);
  /* Translators: lot and name, then what the clock shows. */
  lectern_plan_say (plan, _ ("%s starts again at %s."), who, shown);
  return set_back_clock (plan, given, error) && lectern_plan_show (plan, LECTERN_SCENE_INTRODUCTION, entry, NULL, error);
}

gboolean
lectern_conduct_restart (LecternPlan *plan,
                         GError     **error)
{
  g_autofree char *who = NULL;
  LecternEntry    *entry;
  gboolean         ruled;

  if (!lectern_plan_require_open_round (plan, error) || !lectern_plan_require_reason (plan, error) || !lectern_plan_require_second (plan, error) || (entry = lectern_plan_edit_entry (plan, plan->action->lot, error)) == NULL)
    return FALSE;
  who = lectern_plan_name_entry (plan, entry);
  if (!check_restart (plan, entry, error) || !close_its_gate (plan, entry, error) || !void_sheets (plan, entry, error) || !set_back_entry (plan, entry, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  lectern_plan_put (plan, lectern_record_ref (entry));
  ruled = plan->action->on ? restart_at_end (plan, entry, who, error) : restart_here (plan, entry, who, error);
  if (ruled)
    lectern_plan_rule (plan, LECTERN_RULING_RESTART, entry, LECTERN_NULL);
  lectern_record_unref (entry);
  return ruled;
}
