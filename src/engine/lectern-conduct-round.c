/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From one round to another. Going on takes nothing away: entries, sheets and results of the round
 * that is left stay as they are, and an action that would change the result of a finalised one is
 * refused, whichever it is. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-programme.h"
#include "lectern-results.h"
#include "lectern-rounds.h"

void
lectern_plan_clear_programme (LecternPlan *plan)
{
  g_autoptr (GPtrArray) old = lectern_contest_list_rows (plan->contest, &lectern_table_cue);

  for (guint i = 0; i < old->len; i++)
    lectern_plan_remove (plan, old->pdata[i]);
}

void
lectern_plan_put_programme (LecternPlan *plan,
                            const char  *round)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (plan->contest, round);
  g_autoptr (GPtrArray) cues = lectern_programme_build (lectern_contest_get_rules (plan->contest), entries);

  lectern_plan_clear_programme (plan);
  for (guint i = 0; i < cues->len && entries->len > 0; i++)
    lectern_plan_put (plan, lectern_record_ref (cues->pdata[i]));
}

/* Whoever was called but has not begun waits again. */
static gboolean
send_back (LecternPlan *plan,
           GError     **error)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (plan->contest);
  LecternEntry       *entry;

  if (on_stage == NULL || on_stage->state != LECTERN_ENTRY_CALLED)
    return TRUE;
  entry = lectern_record_copy (on_stage);
  if (!lectern_machine_move (LECTERN_MACHINE_ENTRY, &entry->state, LECTERN_ENTRY_WAITING, plan->action->reason, error))
    {
      lectern_record_unref (entry);
      return FALSE;
    }
  lectern_plan_put (plan, entry);
  return TRUE;
}

static gboolean
clear_clock (LecternPlan *plan,
             GError     **error)
{
  LecternClockRecord *clock = lectern_record_copy (lectern_contest_get_clock (plan->contest));

  if (clock->phase != LECTERN_CLOCK_IDLE && !lectern_machine_move (LECTERN_MACHINE_CLOCK, &clock->phase, LECTERN_CLOCK_IDLE, plan->action->reason, error))
    {
      lectern_record_unref (clock);
      return FALSE;
    }
  clock->base_ms = 0;
  clock->started_mono_us = LECTERN_NULL;
  clock->started_wall_us = LECTERN_NULL;
  lectern_record_take_string (&clock->boot, NULL);
  lectern_plan_put (plan, clock);
  return TRUE;
}

/* The hall goes on seeing what it sees, but that is about no entry of this round. */
static void
switch_round (LecternPlan *plan,
              const char  *key)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));

  lectern_record_take_string (&on_air->round, key);
  on_air->on_stage = LECTERN_NULL;
  on_air->cue = LECTERN_NULL;
  on_air->lot = LECTERN_NULL;
  on_air->step = LECTERN_NULL;
  lectern_plan_put (plan, on_air);
}

gboolean
lectern_conduct_open_round (LecternPlan *plan,
                            GError     **error)
{
  const char *key = plan->action->key;

  if (!lectern_rounds_check_open (plan->contest, key, error) || !send_back (plan, error) || !clear_clock (plan, error))
    return FALSE;
  switch_round (plan, key);
  if (lectern_contest_get_round (plan->contest, key)->state != LECTERN_ROUND_SET_UP)
    lectern_plan_put_programme (plan, key); /* of one that was drawn before; otherwise its draw makes it */
  else
    lectern_plan_clear_programme (plan);
  /* Translators: name of a round. */
  lectern_plan_say (plan, _ ("Went on to “%s”."), lectern_contest_get_round (plan->contest, key)->name);
  return TRUE;
}

/* Rows that every round's result is computed from. */
static gboolean
is_common (const LecternTable *table)
{
  static const LecternTable *const tables[] = { &lectern_table_contest, &lectern_table_unit, &lectern_table_criterion, &lectern_table_award, &lectern_table_nominee, &lectern_table_judge };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (table == tables[i])
      return TRUE;
  return FALSE;
}

/* The key of the round that a row is of; NULL when it is of none. */
static const char *
get_round_key (gconstpointer record)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, "round"))
      return lectern_record_get_text (record, i);
  return table == &lectern_table_round ? ((const LecternRound *) record)->key : NULL;
}

static gboolean
may_change_result (LecternPlan        *plan,
                   const LecternRound *round)
{
  for (guint i = 0; i < lectern_change_get_n_rows (plan->change); i++)
    {
      gconstpointer record = lectern_change_get_row (plan->change, i)->record;

      if (is_common (((const LecternRecord *) record)->table) || g_strcmp0 (get_round_key (record), round->key) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
lectern_plan_keeps_results (LecternPlan *plan,
                            GError     **error)
{
  GPtrArray *rounds = lectern_contest_get_rounds (plan->contest);

  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];
      g_autoptr (GError) difference = NULL;

      if (round->state == LECTERN_ROUND_FINALISED && may_change_result (plan, round) && !lectern_results_check (plan->contest, round, &difference))
        /* Translators: name of a round, then what would differ. */
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_FINALISED, _ ("This would change the result of “%s”, which is finalised. %s"), round->name, difference->message);
    }
  return TRUE;
}
