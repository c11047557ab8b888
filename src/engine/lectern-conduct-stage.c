/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What happens on stage: the call, the clock, the gate, forfeits. Every state goes through the
 * tables of contest/lectern-states.c. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

static gboolean
move_entry (LecternPlan      *plan,
            LecternEntry     *entry,
            LecternEntryState to,
            GError          **error)
{
  return entry->state == (gint64) to || lectern_machine_move (LECTERN_MACHINE_ENTRY, &entry->state, to, plan->action->reason, error);
}

static LecternClockRecord *
edit_clock (LecternPlan *plan)
{
  return lectern_record_copy (lectern_contest_get_clock (plan->contest));
}

gboolean
lectern_stage_move_clock (LecternPlan        *plan,
                          LecternClockRecord *clock,
                          LecternClockPhase   to,
                          gint64              base_ms,
                          const char         *reason,
                          GError            **error)
{
  if (!lectern_machine_move (LECTERN_MACHINE_CLOCK, &clock->phase, to, reason, error))
    {
      lectern_record_unref (clock);
      return FALSE;
    }
  clock->base_ms = base_ms;
  clock->started_mono_us = to == LECTERN_CLOCK_RUNNING ? plan->mono_us : LECTERN_NULL;
  clock->started_wall_us = to == LECTERN_CLOCK_RUNNING ? plan->wall_us : LECTERN_NULL;
  lectern_record_take_string (&clock->boot, to == LECTERN_CLOCK_RUNNING ? plan->boot : NULL);
  lectern_plan_put (plan, clock);
  return TRUE;
}

static LecternEntry *
edit_entry_on_stage (LecternPlan *plan,
                     GError     **error)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (plan->contest);

  if (entry != NULL)
    return lectern_record_copy (entry);
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Nobody is on stage. Call an entry first."));
  return NULL;
}

/* The call ---------------------------------------------------------------------------------- */

static gboolean
require_free_stage (LecternPlan *plan,
                    GError     **error)
{
  const LecternEntry       *gate = lectern_contest_get_entry_at_gate (plan->contest);
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);

  if (gate != NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("Marking is open for No. %d. Close it first."), (int) gate->lot);
  if (clock->phase == LECTERN_CLOCK_RUNNING || clock->phase == LECTERN_CLOCK_PAUSED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The clock is running. Stop it first."));
  return TRUE;
}

/* Whoever was called by mistake waits again; whoever has spoken must be marked first. */
static gboolean
clear_stage (LecternPlan *plan,
             gint64       except,
             GError     **error)
{
  const LecternEntry *old = lectern_contest_get_entry_on_stage (plan->contest);
  LecternEntry       *copy;

  if (old == NULL || old->nominee == except || (old->state != LECTERN_ENTRY_CALLED && old->state != LECTERN_ENTRY_TALKING))
    return TRUE;
  if (old->state == LECTERN_ENTRY_TALKING)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("No. %d has spoken but was not marked. Open marking for it first."), (int) old->lot);
  copy = lectern_record_copy (old);
  if (!move_entry (plan, copy, LECTERN_ENTRY_WAITING, error))
    {
      lectern_record_unref (copy);
      return FALSE;
    }
  lectern_plan_put (plan, copy);
  return TRUE;
}

static gboolean
start_round (LecternPlan *plan,
             GError     **error)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_current_round (plan->contest));

  if (round->state == LECTERN_ROUND_DRAWN && lectern_machine_move (LECTERN_MACHINE_ROUND, &round->state, LECTERN_ROUND_RUNNING, NULL, error))
    lectern_plan_put (plan, round);
  else
    lectern_record_unref (round);
  return TRUE;
}

void
lectern_stage_put_on (LecternPlan *plan,
                      gint64       nominee)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));

  on_air->on_stage = nominee;
  lectern_plan_put (plan, on_air);
}

static gboolean
reset_clock (LecternPlan *plan,
             GError     **error)
{
  LecternClockRecord *clock = edit_clock (plan);

  if (clock->phase == LECTERN_CLOCK_IDLE && clock->base_ms == 0)
    {
      lectern_record_unref (clock);
      return TRUE;
    }
  if (clock->phase == LECTERN_CLOCK_IDLE) /* set by hand before it ever ran */
    {
      clock->base_ms = 0;
      lectern_plan_put (plan, clock);
      return TRUE;
    }
  return lectern_stage_move_clock (plan, clock, LECTERN_CLOCK_IDLE, 0, plan->action->reason, error);
}

gboolean
lectern_stage_call (LecternPlan *plan,
                    gint64       lot,
                    GError     **error)
{
  LecternEntry    *entry;
  g_autofree char *who = NULL;
  gint64           nominee;

  if (!lectern_plan_require_open_round (plan, error) || !require_free_stage (plan, error))
    return FALSE;
  entry = lectern_plan_edit_entry (plan, lot, error);
  if (entry == NULL)
    return FALSE;
  nominee = entry->nominee;
  who = lectern_plan_name_entry (plan, entry);
  if (!clear_stage (plan, nominee, error) || !move_entry (plan, entry, LECTERN_ENTRY_CALLED, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  entry->time_ms = LECTERN_NULL;
  entry->timer1_ms = LECTERN_NULL;
  entry->timer2_ms = LECTERN_NULL;
  lectern_plan_put (plan, entry);
  lectern_stage_put_on (plan, nominee);
  lectern_plan_point_cue (plan, LECTERN_CUE_INTRODUCE, nominee);
  /* Translators: lot and name. */
  lectern_plan_say (plan, _ ("Called %s."), who);
  return reset_clock (plan, error) && start_round (plan, error) && lectern_plan_show (plan, LECTERN_SCENE_INTRODUCTION, lectern_contest_get_entry_by_lot (plan->contest, lot), NULL, error);
}

gboolean
lectern_conduct_call (LecternPlan *plan,
                      GError     **error)
{
  return lectern_stage_call (plan, plan->action->lot, error);
}

/* The clock --------------------------------------------------------------------------------- */

gboolean
lectern_stage_start_clock (LecternPlan *plan,
                           GError     **error)
{
  LecternEntry    *entry;
  g_autofree char *who = NULL;
  gint64           lot;

  if (!lectern_plan_require_open_round (plan, error))
    return FALSE;
  entry = edit_entry_on_stage (plan, error);
  if (entry == NULL)
    return FALSE;
  lot = entry->lot;
  who = lectern_plan_name_entry (plan, entry);
  if (!move_entry (plan, entry, LECTERN_ENTRY_TALKING, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  lectern_plan_put (plan, entry);
  lectern_plan_point_cue (plan, LECTERN_CUE_TALK, entry->nominee);
  lectern_plan_say (plan, _ ("%s began to speak."), who);
  return lectern_stage_move_clock (plan, edit_clock (plan), LECTERN_CLOCK_RUNNING, lectern_plan_get_elapsed_ms (plan), plan->action->reason, error) && lectern_plan_show (plan, LECTERN_SCENE_TALK, lectern_contest_get_entry_by_lot (plan->contest, lot), NULL, error);
}

gboolean
lectern_conduct_start_clock (LecternPlan *plan,
                             GError     **error)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);

  if (clock->phase == LECTERN_CLOCK_PAUSED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The clock is paused. Resume it."));
  return lectern_stage_start_clock (plan, error);
}

gboolean
lectern_conduct_pause_clock (LecternPlan *plan,
                             GError     **error)
{
  g_autofree char *shown = lectern_clock_format (lectern_plan_get_elapsed_ms (plan), TRUE);

  /* Translators: what the clock shows, such as 4:28.3. */
  lectern_plan_say (plan, _ ("Paused the clock at %s."), shown);
  return lectern_stage_move_clock (plan, edit_clock (plan), LECTERN_CLOCK_PAUSED, lectern_plan_get_elapsed_ms (plan), plan->action->reason, error);
}

gboolean
lectern_conduct_resume_clock (LecternPlan *plan,
                              GError     **error)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);

  if (clock->phase != LECTERN_CLOCK_PAUSED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The clock is not paused."));
  lectern_plan_say (plan, _ ("The clock runs again."));
  return lectern_stage_move_clock (plan, edit_clock (plan), LECTERN_CLOCK_RUNNING, clock->base_ms, plan->action->reason, error);
}

gboolean
lectern_stage_stop_clock (LecternPlan *plan,
                          GError     **error)
{
  gint64           elapsed = lectern_plan_get_elapsed_ms (plan);
  LecternEntry    *entry = edit_entry_on_stage (plan, error);
  g_autofree char *who = NULL;
  g_autofree char *shown = lectern_clock_format (elapsed, TRUE);

  if (entry == NULL)
    return FALSE;
  who = lectern_plan_name_entry (plan, entry);
  if (!lectern_stage_move_clock (plan, edit_clock (plan), LECTERN_CLOCK_STOPPED, elapsed, plan->action->reason, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  lectern_entry_set_timers (entry, lectern_contest_get_rules (plan->contest), elapsed, entry->timer2_ms);
  lectern_plan_put (plan, entry);
  lectern_plan_say (plan, _ ("%s spoke for %s."), who, shown);
  return TRUE;
}

gboolean
lectern_conduct_stop_clock (LecternPlan *plan,
                            GError     **error)
{
  return lectern_plan_require_open_round (plan, error) && lectern_stage_stop_clock (plan, error);
}

static gboolean
set_entry_time (LecternPlan  *plan,
                LecternEntry *entry,
                gint64        ms)
{
  g_autofree char *who = lectern_plan_name_entry (plan, entry);
  g_autofree char *before = entry->time_ms != LECTERN_NULL ? lectern_clock_format (entry->time_ms, TRUE) : g_strdup ("—");
  g_autofree char *shown = lectern_clock_format (ms, TRUE);

  lectern_entry_set_timers (entry, lectern_contest_get_rules (plan->contest), ms, LECTERN_NULL);
  lectern_plan_put (plan, lectern_record_ref (entry));
  /* Translators: lot and name, then times. */
  lectern_plan_say (plan, _ ("Corrected the time of %s from %s to %s."), who, before, shown);
  lectern_plan_rule (plan, LECTERN_RULING_TIME, entry, LECTERN_NULL);
  lectern_record_unref (entry);
  return TRUE;
}

static gboolean
require_time (LecternPlan *plan,
              GError     **error)
{
  if (plan->action->number != LECTERN_NULL && plan->action->number >= 0 && plan->action->number <= 36000 * 1000)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A time is from 0 seconds to 10 hours."));
}

gboolean
lectern_conduct_set_clock (LecternPlan *plan,
                           GError     **error)
{
  LecternClockRecord *clock;
  g_autofree char    *shown = NULL;

  if (!lectern_plan_require_open_round (plan, error) || !lectern_plan_require_reason (plan, error) || !require_time (plan, error))
    return FALSE;
  clock = edit_clock (plan);
  clock->base_ms = plan->action->number;
  if (clock->phase == LECTERN_CLOCK_RUNNING)
    {
      clock->started_mono_us = plan->mono_us;
      clock->started_wall_us = plan->wall_us;
      lectern_record_take_string (&clock->boot, plan->boot);
    }
  lectern_plan_put (plan, clock);
  if (clock->phase == LECTERN_CLOCK_STOPPED && lectern_contest_get_entry_on_stage (plan->contest) != NULL)
    return set_entry_time (plan, edit_entry_on_stage (plan, NULL), plan->action->number);
  shown = lectern_clock_format (plan->action->number, TRUE);
  lectern_plan_say (plan, _ ("Set the clock to %s."), shown);
  return TRUE;
}

gboolean
lectern_conduct_correct_time (LecternPlan *plan,
                              GError     **error)
{
  LecternEntry *entry;

  if (!lectern_plan_require_open_round (plan, error) || !lectern_plan_require_reason (plan, error) || !require_time (plan, error))
    return FALSE;
  entry = lectern_plan_edit_entry (plan, plan->action->lot, error);
  return entry != NULL && set_entry_time (plan, entry, plan->action->number);
}

/* The gate ---------------------------------------------------------------------------------- */

static void
put_gate (LecternPlan        *plan,
          const LecternEntry *entry)
{
  LecternGate *gate = lectern_record_new (&lectern_table_gate);

  gate->id = 1;
  gate->round = entry != NULL ? g_strdup (entry->round) : NULL;
  gate->nominee = entry != NULL ? entry->nominee : LECTERN_NULL;
  lectern_plan_put (plan, gate);
}

static gboolean
move_gate (LecternPlan        *plan,
           const LecternEntry *entry,
           GError            **error)
{
  gint64 state = lectern_contest_get_entry_at_gate (plan->contest) != NULL ? LECTERN_GATE_OPEN : LECTERN_GATE_CLOSED;

  if (!lectern_machine_move (LECTERN_MACHINE_GATE, &state, entry != NULL ? LECTERN_GATE_OPEN : LECTERN_GATE_CLOSED, plan->action->reason, error))
    return FALSE;
  put_gate (plan, entry);
  return TRUE;
}

gboolean
lectern_stage_shut_gate (LecternPlan *plan,
                         GError     **error)
{
  return move_gate (plan, NULL, error);
}

/* Somebody else is on stage already: what the hall sees and what comes next are that entry's. */
static gboolean
is_beside_the_show (LecternPlan        *plan,
                    const LecternEntry *entry)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (plan->contest);

  return plan->action->kind == LECTERN_ACTION_REOPEN_SHEET && on_stage != NULL && on_stage->nominee != entry->nominee;
}

gboolean
lectern_stage_open_gate (LecternPlan *plan,
                         GError     **error)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);
  LecternEntry             *entry;
  g_autofree char          *who = NULL;
  gboolean                  beside;
  gint64                    lot;

  if (!lectern_plan_require_open_round (plan, error))
    return FALSE;
  if (clock->phase == LECTERN_CLOCK_RUNNING || clock->phase == LECTERN_CLOCK_PAUSED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The clock is running. Stop it before marking is opened."));
  entry = plan->action->lot != LECTERN_NULL ? lectern_plan_edit_entry (plan, plan->action->lot, error) : edit_entry_on_stage (plan, error);
  if (entry == NULL)
    return FALSE;
  lot = entry->lot;
  beside = is_beside_the_show (plan, entry);
  who = lectern_plan_name_entry (plan, entry);
  if (!move_entry (plan, entry, LECTERN_ENTRY_MARKING, error) || !move_gate (plan, entry, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  lectern_plan_put (plan, entry);
  if (beside)
    return TRUE;
  lectern_plan_point_cue (plan, LECTERN_CUE_MARK, entry->nominee);
  lectern_plan_say (plan, _ ("Opened marking for %s."), who);
  return lectern_plan_show (plan, LECTERN_SCENE_MARKING, lectern_contest_get_entry_by_lot (plan->contest, lot), NULL, error);
}

gboolean
lectern_conduct_open_gate (LecternPlan *plan,
                           GError     **error)
{
  return lectern_stage_open_gate (plan, error);
}

/* What was handed in can't be changed any more. */
static gboolean
lock_sheets (LecternPlan        *plan,
             const LecternEntry *entry,
             GError            **error)
{
  g_autoptr (GPtrArray) judges = lectern_contest_list_rows (plan->contest, &lectern_table_judge);

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];
      const LecternSheet *sheet = lectern_contest_get_counted_sheet (plan->contest, entry, judge->number);
      LecternSheet       *copy;

      if (sheet == NULL || sheet->state != LECTERN_SHEET_SUBMITTED)
        continue;
      copy = lectern_record_copy (sheet);
      if (!lectern_machine_move (LECTERN_MACHINE_SHEET, &copy->state, LECTERN_SHEET_LOCKED, NULL, error))
        {
          lectern_record_unref (copy);
          return FALSE;
        }
      lectern_plan_put (plan, copy);
    }
  return TRUE;
}

gboolean
lectern_stage_close_gate (LecternPlan *plan,
                          GError     **error)
{
  const LecternEntry *gate = lectern_contest_get_entry_at_gate (plan->contest);
  LecternEntry       *entry;
  g_autofree char    *who = NULL;
  guint               n_expected, n_submitted;

  if (gate == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_GATE_CLOSED, "%s", _ ("Marking is closed already."));
  entry = lectern_record_copy (gate);
  who = lectern_plan_name_entry (plan, entry);
  lectern_contest_count_sheets (plan->contest, entry, &n_expected, &n_submitted);
  if (!lock_sheets (plan, entry, error) || !move_entry (plan, entry, LECTERN_ENTRY_DONE, error) || !move_gate (plan, NULL, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  lectern_plan_put (plan, entry);
  /* Translators: lot and name; how many sheets came in of how many. */
  lectern_plan_say (plan, _ ("Closed marking for %s with %u of %u sheets."), who, n_submitted, n_expected);
  return TRUE;
}

gboolean
lectern_conduct_close_gate (LecternPlan *plan,
                            GError     **error)
{
  return lectern_stage_close_gate (plan, error);
}

/* Forfeit ----------------------------------------------------------------------------------- */

/* Takes the entry that is on stage off it: gate, clock and stage are free again. */
static gboolean
leave_stage (LecternPlan        *plan,
             const LecternEntry *entry,
             GError            **error)
{
  const LecternEntry       *gate = lectern_contest_get_entry_at_gate (plan->contest);
  const LecternEntry       *on_stage = lectern_contest_get_entry_on_stage (plan->contest);
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);

  if (gate != NULL && gate->nominee == entry->nominee && !move_gate (plan, NULL, error))
    return FALSE;
  if (on_stage == NULL || on_stage->nominee != entry->nominee)
    return TRUE;
  lectern_stage_put_on (plan, LECTERN_NULL);
  if (clock->phase == LECTERN_CLOCK_RUNNING || clock->phase == LECTERN_CLOCK_PAUSED)
    return lectern_stage_move_clock (plan, edit_clock (plan), LECTERN_CLOCK_STOPPED, lectern_plan_get_elapsed_ms (plan), plan->action->reason, error);
  return TRUE;
}

gboolean
lectern_conduct_forfeit (LecternPlan *plan,
                         GError     **error)
{
  LecternEntry    *entry;
  g_autofree char *who = NULL;

  if (!lectern_plan_require_open_round (plan, error))
    return FALSE;
  entry = lectern_plan_edit_entry (plan, plan->action->lot, error);
  if (entry == NULL)
    return FALSE;
  who = lectern_plan_name_entry (plan, entry);
  if (!move_entry (plan, entry, LECTERN_ENTRY_FORFEIT, error) || !leave_stage (plan, entry, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  lectern_record_take_string (&entry->forfeit_reason, plan->action->reason);
  lectern_plan_put (plan, entry);
  lectern_plan_say (plan, _ ("%s forfeits."), who);
  lectern_plan_rule (plan, LECTERN_RULING_FORFEIT, entry, LECTERN_NULL);
  return TRUE;
}
