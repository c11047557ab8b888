/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The draw of the running order: by a seed anyone can replay, or by hand and recorded; then the
 * programme is made. And recusals, which depend on who takes part. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-draw.h"
#include "lectern-programme.h"
#include "lectern-rounds.h"

/* Those who may speak in the current round; none left is refused. Owned by the caller. */
static GPtrArray *
list_eligible (LecternPlan *plan,
               GError     **error)
{
  const LecternRound *round = lectern_contest_get_current_round (plan->contest);
  g_autoptr (GPtrArray) eligible = NULL;

  if (round == NULL)
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("The contest has no round."));
      return NULL;
    }
  eligible = lectern_rounds_list_entrants (plan->contest, round);
  if (eligible->len > 0)
    return g_steal_pointer (&eligible);
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_ELIGIBLE, "%s", _ ("No nominee may speak yet. Register nominees and look at what is missing."));
  return NULL;
}

static void
clear_draw (LecternPlan        *plan,
            const LecternRound *round)
{
  g_autoptr (GPtrArray) cues = lectern_contest_list_rows (plan->contest, &lectern_table_cue);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (plan->contest, round->key);
  g_autoptr (GPtrArray) recusals = lectern_contest_list_rows (plan->contest, &lectern_table_recusal);

  for (guint i = 0; i < cues->len; i++)
    lectern_plan_remove (plan, cues->pdata[i]);
  for (guint i = 0; i < recusals->len; i++)
    if (g_str_equal (((LecternRecusal *) recusals->pdata[i])->round, round->key))
      lectern_plan_remove (plan, recusals->pdata[i]);
  for (guint i = 0; i < entries->len; i++)
    lectern_plan_remove (plan, entries->pdata[i]);
}

/* Takes @round, and returns it. A draw by hand that was begun is given up only with a reason. */
static LecternRound *
drop_slips (LecternPlan  *plan,
            LecternRound *round,
            GError      **error)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (plan->contest, round->key);

  if (entries->len == 0)
    return round;
  if (plan->action->reason != NULL && *plan->action->reason != '\0')
    {
      clear_draw (plan, round);
      return round;
    }
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_ALREADY_DRAWN, "%s", _ ("A draw by hand has begun. To draw otherwise, give a reason."));
  lectern_record_unref (round);
  return NULL;
}

/* A copy of the current round, ready to be drawn: fresh, or drawn before and nobody called yet,
 * which needs a reason. */
static LecternRound *
prepare_round (LecternPlan *plan,
               GError     **error)
{
  const LecternRound *round = lectern_contest_get_current_round (plan->contest);
  LecternRound       *copy;

  copy = lectern_record_copy (round);
  if (copy->state == LECTERN_ROUND_SET_UP)
    return drop_slips (plan, copy, error);
  if (copy->state != LECTERN_ROUND_DRAWN)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_ALREADY_DRAWN, "%s", _ ("The round is under way; its running order can’t be drawn again."));
  else if (plan->action->reason == NULL || *plan->action->reason == '\0')
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_ALREADY_DRAWN, "%s", _ ("The running order is drawn already. To draw again, give a reason."));
  else if (lectern_machine_move (LECTERN_MACHINE_ROUND, &copy->state, LECTERN_ROUND_SET_UP, plan->action->reason, error))
    {
      clear_draw (plan, round);
      return copy;
    }
  lectern_record_unref (copy);
  return NULL;
}

void
lectern_draw_put_entry (LecternPlan        *plan,
                        const LecternRound *round,
                        gint64              nominee,
                        gint64              lot)
{
  LecternEntry *entry = lectern_record_new (&lectern_table_entry);

  entry->round = g_strdup (round->key);
  entry->nominee = nominee;
  entry->lot = lot;
  entry->state = LECTERN_ENTRY_WAITING;
  entry->revealed = 0;
  lectern_plan_put (plan, entry);
}

gboolean
lectern_draw_finish (LecternPlan  *plan,
                     LecternRound *round,
                     GError      **error)
{
  LecternOnAir *on_air;

  lectern_plan_put_programme (plan, round->key);
  if (!lectern_machine_move (LECTERN_MACHINE_ROUND, &round->state, LECTERN_ROUND_DRAWN, plan->action->reason, error))
    {
      lectern_record_unref (round);
      return FALSE;
    }
  lectern_plan_put (plan, round);
  on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));
  on_air->cue = LECTERN_NULL;
  on_air->on_stage = LECTERN_NULL;
  lectern_plan_put (plan, on_air);
  return TRUE;
}

static gboolean
draw_order (LecternPlan  *plan,
            LecternRound *round,
            GPtrArray    *eligible,
            const char   *seed,
            GError      **error)
{
  g_autofree const char **names = g_new0 (const char *, eligible->len);
  g_autofree const char **units = g_new0 (const char *, eligible->len);
  g_autofree guint       *order = g_new0 (guint, eligible->len);

  for (guint i = 0; i < eligible->len; i++)
    {
      names[i] = ((LecternNominee *) eligible->pdata[i])->name;
      units[i] = ((LecternNominee *) eligible->pdata[i])->unit;
    }
  if (!lectern_draw (seed, names, units, eligible->len, lectern_contest_get_rules (plan->contest)->keep_unit_apart, order))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_DRAW_IMPOSSIBLE, "%s", _ ("One unit has more than half of the entries, so two of it would speak next to each other. Change the rule, or record a draw by hand."));
  for (guint i = 0; i < eligible->len; i++)
    lectern_draw_put_entry (plan, round, ((LecternNominee *) eligible->pdata[order[i]])->id, i + 1);
  return TRUE;
}

gboolean
lectern_conduct_draw (LecternPlan *plan,
                      GError     **error)
{
  g_autoptr (GPtrArray) eligible = list_eligible (plan, error);
  g_autofree char *random = g_uuid_string_random ();
  const char      *text = plan->action->text;
  g_autofree char *seed = g_strdup (text != NULL && *text != '\0' ? text : random);
  LecternRound    *round = eligible != NULL ? prepare_round (plan, error) : NULL;

  if (round == NULL)
    return FALSE;
  if (!draw_order (plan, round, eligible, seed, error))
    {
      lectern_record_unref (round);
      return FALSE;
    }
  lectern_record_take_string (&round->seed, seed);
  round->drawn_by_hand = 0;
  plan->outcome->text = g_strdup (seed);
  /* Translators: number of entries, seed. */
  lectern_plan_say (plan, ngettext ("Drew the running order of %u entry with the seed “%s”.", "Drew the running order of %u entries with the seed “%s”.", eligible->len), eligible->len, seed);
  return lectern_draw_finish (plan, round, error);
}

static void
check_lots (LecternPlan *plan,
            GPtrArray   *eligible)
{
  g_autoptr (GHashTable) lots = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) nominees = g_hash_table_new (NULL, NULL);
  GPtrArray *records = plan->action->records;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternEntry *entry = records->pdata[i];

      if (entry->lot < 1 || entry->lot > (gint64) eligible->len)
        g_ptr_array_add (plan->problems, lectern_problem_new (i + 2, "lot", _ ("Lots go from 1 to %u."), eligible->len));
      else if (!g_hash_table_add (lots, GINT_TO_POINTER ((int) entry->lot)))
        g_ptr_array_add (plan->problems, lectern_problem_new (i + 2, "lot", _ ("Lot %d is there twice."), (int) entry->lot));
      if (!g_hash_table_add (nominees, GINT_TO_POINTER ((int) entry->nominee)))
        g_ptr_array_add (plan->problems, lectern_problem_new (i + 2, "name", "%s", _ ("This nominee is there twice.")));
    }
  for (guint i = 0; i < eligible->len; i++)
    {
      const LecternNominee *nominee = eligible->pdata[i];

      if (!g_hash_table_contains (nominees, GINT_TO_POINTER ((int) nominee->id)))
        g_ptr_array_add (plan->problems, lectern_problem_new (0, "name", _ ("%s has no lot."), nominee->name));
    }
  if (records->len > eligible->len)
    g_ptr_array_add (plan->problems, lectern_problem_new (0, "name", "%s", _ ("A nominee in the list may not speak.")));
}

gboolean
lectern_conduct_set_lots (LecternPlan *plan,
                          GError     **error)
{
  g_autoptr (GPtrArray) eligible = list_eligible (plan, error);
  LecternRound *round = eligible != NULL ? prepare_round (plan, error) : NULL;

  if (round == NULL)
    return FALSE;
  check_lots (plan, eligible);
  if (plan->problems->len > 0)
    {
      lectern_record_unref (round);
      return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", ((LecternProblem *) plan->problems->pdata[0])->message);
    }
  for (guint i = 0; i < plan->action->records->len; i++)
    {
      const LecternEntry *entry = plan->action->records->pdata[i];

      lectern_draw_put_entry (plan, round, entry->nominee, entry->lot);
    }
  lectern_record_take_string (&round->seed, NULL);
  round->drawn_by_hand = 1;
  lectern_plan_say (plan, ngettext ("Recorded the draw of %u entry by hand.", "Recorded the draw of %u entries by hand.", eligible->len), eligible->len);
  return lectern_draw_finish (plan, round, error);
}
