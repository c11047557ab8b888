/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A heat that was run in another hall, on another laptop with a copy of this contest's file, comes
 * in as a finalised round. It must be the same contest by everything that makes a result: nominees,
 * units, rubric, rules, who speaks in the round. Then it comes in whole, or not at all. Who vouches
 * for it was checked before: the fingerprint of the other laptop's key goes on record. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-results.h"
#include "lectern-rounds.h"

static gpointer
find_record (LecternPlan        *plan,
             const LecternTable *table)
{
  GPtrArray *records = plan->action->records;

  for (guint i = 0; i < records->len; i++)
    if (((LecternRecord *) records->pdata[i])->table == table)
      return records->pdata[i];
  return NULL;
}

/* The same contest --------------------------------------------------------------------------- */

static gboolean
check_contest (LecternPlan *plan,
               GError     **error)
{
  const LecternContestRecord *mine = lectern_contest_get_record (plan->contest);
  const LecternContestRecord *theirs = find_record (plan, &lectern_table_contest);

  if (theirs == NULL || g_strcmp0 (theirs->title, mine->title) != 0)
    /* Translators: titles of two contests. */
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("The bundle is of “%s”, this contest is “%s”."), theirs != NULL ? theirs->title : "", mine->title);
  if ((theirs->rehearsal == 1) != (mine->rehearsal == 1))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", theirs->rehearsal == 1 ? _ ("The bundle is of a rehearsal.") : _ ("This contest is a rehearsal, the bundle is not."));
  if (!lectern_rules_are_same (theirs->rules, mine->rules))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("The heat was run by other rules. Compare the rules of the two laptops."));
  return TRUE;
}

static gboolean
check_rubric (LecternPlan *plan,
              GError     **error)
{
  GPtrArray *records = plan->action->records;
  guint      n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternCriterion *theirs = records->pdata[i];
      const LecternCriterion *mine = theirs->record.table == &lectern_table_criterion ? lectern_contest_find (plan->contest, theirs) : NULL;

      if (theirs->record.table != &lectern_table_criterion)
        continue;
      n++;
      if (mine == NULL || mine->max != theirs->max || mine->step != theirs->step || mine->position != theirs->position)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("The heat was marked by another rubric: “%s” is not the same here."), theirs->name);
    }
  if (n != lectern_contest_get_criteria (plan->contest)->len)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("The heat was marked by another rubric."));
  return TRUE;
}

static gboolean
check_nominee (LecternPlan          *plan,
               const LecternNominee *theirs,
               GError              **error)
{
  const LecternNominee *mine = lectern_contest_get_nominee (plan->contest, theirs->id);

  if (mine != NULL && g_strcmp0 (mine->name, theirs->name) == 0 && g_strcmp0 (mine->unit, theirs->unit) == 0)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("%s is not the same nominee here. The heat must be run from a copy of this contest’s file."), theirs->name);
}

/* Judges of both halls are in one list, so a number is one person. */
static gboolean
check_judge (LecternPlan        *plan,
             const LecternJudge *theirs,
             GError            **error)
{
  const LecternJudge *mine = lectern_contest_get_judge (plan->contest, theirs->number);

  if (mine == NULL || (g_strcmp0 (mine->name, theirs->name) == 0 && g_strcmp0 (mine->unit, theirs->unit) == 0))
    return TRUE;
  /* Translators: number of a judge, then the name here and the name there. */
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Judge %d is %s here and %s in the bundle, or of another unit. Judges of both halls need numbers of their own."), (int) theirs->number, mine->name, theirs->name);
}

static gboolean
check_entries (LecternPlan        *plan,
               const LecternRound *round,
               GError            **error)
{
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (plan->contest, round);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *records = plan->action->records;

  for (guint i = 0; i < records->len; i++)
    if (((LecternRecord *) records->pdata[i])->table == &lectern_table_entry)
      g_hash_table_add (ids, &((LecternEntry *) records->pdata[i])->nominee);
  for (guint i = 0; i < entrants->len; i++)
    {
      const LecternNominee *nominee = entrants->pdata[i];

      if (!g_hash_table_remove (ids, &nominee->id))
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("%s speaks in “%s” here, but is not in the bundle. Withdraw the nominee here too, if that is so."), nominee->name, round->name);
    }
  if (g_hash_table_size (ids) > 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Somebody in the bundle does not speak in “%s” here."), round->name);
  return TRUE;
}

/* The total of a sheet is that of its marks, and of each sheet there is one version, the first. */
static gboolean
check_sheet (LecternPlan        *plan,
             const LecternSheet *sheet,
             GError            **error)
{
  GPtrArray *records = plan->action->records;
  gint64     total = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternMark *mark = records->pdata[i];

      if (mark->record.table == &lectern_table_mark && mark->nominee == sheet->nominee && mark->judge == sheet->judge && mark->version == sheet->version)
        total += mark->value;
    }
  if (sheet->version == 1 && sheet->total == total)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("The total of a sheet of judge %d is not that of its marks."), (int) sheet->judge);
}

static gboolean
check_rows (LecternPlan *plan,
            GError     **error)
{
  GPtrArray *records = plan->action->records;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternTable *table = ((LecternRecord *) records->pdata[i])->table;

      if (table == &lectern_table_nominee && !check_nominee (plan, records->pdata[i], error))
        return FALSE;
      if (table == &lectern_table_judge && !check_judge (plan, records->pdata[i], error))
        return FALSE;
      if (table == &lectern_table_sheet && !check_sheet (plan, records->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* The same round, not begun here, whose entries are known. */
static const LecternRound *
check_round (LecternPlan        *plan,
             const LecternRound *theirs,
             GError            **error)
{
  const LecternRound *mine = theirs != NULL ? lectern_contest_get_round (plan->contest, theirs->key) : NULL;
  g_autoptr (GPtrArray) feeders = mine != NULL ? lectern_rounds_list_feeders (plan->contest, mine) : NULL;

  if (mine == NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no round “%s”."), theirs != NULL ? theirs->key : "");
  else if (theirs->state != LECTERN_ROUND_FINALISED)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("“%s” is not finalised in the bundle. Finalise it on the laptop it was run on."), mine->name);
  else if (mine->state != LECTERN_ROUND_SET_UP)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_ALREADY_DRAWN, _ ("“%s” was drawn on this laptop already, or taken before."), mine->name);
  else if (mine->advance != theirs->advance || g_strcmp0 (mine->into, theirs->into) != 0 || g_strcmp0 (mine->units, theirs->units) != 0)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("“%s” has other units, or another cut, in the bundle."), mine->name);
  else
    {
      for (guint i = 0; i < feeders->len; i++)
        if (((LecternRound *) feeders->pdata[i])->state != LECTERN_ROUND_FINALISED)
          {
            lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("“%s” begins when “%s” is finalised: only then it is known who speaks in it."), mine->name, ((LecternRound *) feeders->pdata[i])->name);
            return NULL;
          }
      return mine;
    }
  return NULL;
}

/* Taking it ---------------------------------------------------------------------------------- */

static gboolean
needs_judge (LecternPlan *plan,
             gint64       number)
{
  GPtrArray *records = plan->action->records;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternSheet   *sheet = records->pdata[i];
      const LecternRecusal *recusal = records->pdata[i];

      if ((sheet->record.table == &lectern_table_sheet && sheet->judge == number) || (recusal->record.table == &lectern_table_recusal && recusal->judge == number))
        return TRUE;
    }
  return FALSE;
}

/* A judge of the other hall has a name here for what he marked; the panel here stays as it is. */
static void
put_judge (LecternPlan        *plan,
           const LecternJudge *theirs)
{
  LecternJudge *judge;

  if (lectern_contest_get_judge (plan->contest, theirs->number) != NULL || !needs_judge (plan, theirs->number))
    return;
  judge = lectern_record_copy (theirs);
  judge->active = 0;
  judge->head = 0;
  judge->replaces = LECTERN_NULL;
  lectern_plan_put (plan, judge);
}

static gint64
get_next_ruling_id (LecternPlan *plan)
{
  g_autoptr (GPtrArray) rulings = lectern_contest_list_rows (plan->contest, &lectern_table_ruling);

  return rulings->len > 0 ? ((LecternRuling *) rulings->pdata[rulings->len - 1])->id + 1 : 1;
}

static void
put_ruling (LecternPlan         *plan,
            const LecternRuling *theirs)
{
  LecternRuling *ruling = lectern_record_copy (theirs);

  ruling->id = get_next_ruling_id (plan);
  if (ruling->judge != LECTERN_NULL && lectern_contest_get_judge (plan->contest, ruling->judge) == NULL)
    ruling->judge = LECTERN_NULL; /* the sentence names him */
  lectern_plan_put (plan, ruling);
}

static gboolean
put_round (LecternPlan        *plan,
           const LecternRound *mine,
           const LecternRound *theirs,
           GError            **error)
{
  static const LecternRoundState path[] = { LECTERN_ROUND_DRAWN, LECTERN_ROUND_RUNNING, LECTERN_ROUND_FINALISED };
  LecternRound                  *round = lectern_record_copy (mine);

  for (guint i = 0; i < G_N_ELEMENTS (path); i++)
    if (!lectern_machine_move (LECTERN_MACHINE_ROUND, &round->state, path[i], NULL, error))
      {
        lectern_record_unref (round);
        return FALSE;
      }
  round->revision = theirs->revision;
  round->drawn_by_hand = theirs->drawn_by_hand;
  lectern_record_take_string (&round->seed, theirs->seed);
  lectern_record_take_string (&round->closed_by, theirs->closed_by);
  lectern_record_take_string (&round->checked_by, theirs->checked_by);
  lectern_record_take_string (&round->origin, plan->action->text);
  lectern_plan_put (plan, round);
  return TRUE;
}

/* In the order of the bundle: rows come after those they refer to. */
static void
put_rows (LecternPlan *plan,
          guint       *n_entries,
          guint       *n_sheets)
{
  static const LecternTable *const own[] = { &lectern_table_entry, &lectern_table_recusal, &lectern_table_sheet, &lectern_table_mark, &lectern_table_decision, &lectern_table_result };
  GPtrArray                       *records = plan->action->records;

  *n_entries = *n_sheets = 0;
  for (guint i = 0; i < records->len; i++)
    {
      const LecternTable *table = ((LecternRecord *) records->pdata[i])->table;

      if (table == &lectern_table_judge)
        put_judge (plan, records->pdata[i]);
      if (table == &lectern_table_ruling)
        put_ruling (plan, records->pdata[i]);
      for (guint t = 0; t < G_N_ELEMENTS (own); t++)
        if (table == own[t])
          lectern_plan_put (plan, lectern_record_ref (records->pdata[i]));
      *n_entries += table == &lectern_table_entry;
      *n_sheets += table == &lectern_table_sheet;
    }
}

/* Only the round's own rows are written, whatever else was given. */
static gboolean
check_keys (LecternPlan *plan,
            const char  *key,
            GError     **error)
{
  GPtrArray *records = plan->action->records;

  for (guint i = 0; i < records->len; i++)
    {
      const LecternTable *table = ((LecternRecord *) records->pdata[i])->table;

      for (guint c = 0; c < table->n_columns; c++)
        if (g_str_equal (table->columns[c].name, "round") && g_strcmp0 (lectern_record_get_text (records->pdata[i], c), key) != 0)
          return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("A row of the bundle is of another round."));
    }
  return TRUE;
}

gboolean
lectern_conduct_take_round (LecternPlan *plan,
                            GError     **error)
{
  const LecternRound *theirs = find_record (plan, &lectern_table_round);
  const LecternRound *mine = check_round (plan, theirs, error);
  const LecternRound *taken;
  g_autoptr (GError) difference = NULL;
  guint n_entries, n_sheets;

  if (mine == NULL || !check_contest (plan, error) || !check_rubric (plan, error) || !check_keys (plan, theirs->key, error) || !check_rows (plan, error) || !check_entries (plan, mine, error))
    return FALSE;
  if (!put_round (plan, mine, theirs, error))
    return FALSE;
  put_rows (plan, &n_entries, &n_sheets);
  taken = lectern_contest_get_round (plan->contest, theirs->key);
  if (!lectern_results_check (plan->contest, taken, &difference))
    /* Translators: name of a round, then what differs. */
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("“%s” has another result by this contest’s rules and judges. %s"), taken->name, difference->message);
  /* Translators: name of a round, numbers of entries and sheets, fingerprint of the other laptop's key. */
  lectern_plan_say (plan, _ ("Took “%s” from another laptop: %u entries, %u sheets, key %s."), taken->name, n_entries, n_sheets, plan->action->text != NULL ? plan->action->text : "");
  return TRUE;
}
