/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How rounds follow each other. A comparable contest took 13 of its semi-final on to a final; others
 * hold heats in several halls and bring the best of each together. A round names where its best go
 * (`into`, or simply the next one), so a round knows its feeders by asking all the others. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rounds.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lectern-json-text.h"
#include "lectern-ranking.h"

const LecternRound *
lectern_rounds_get_next (LecternContest     *contest,
                         const LecternRound *round)
{
  GPtrArray *rounds;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);
  g_return_val_if_fail (round != NULL, NULL);

  if (round->advance == LECTERN_NULL)
    return NULL;
  if (round->into != NULL)
    return lectern_contest_get_round (contest, round->into);
  rounds = lectern_contest_get_rounds (contest);
  for (guint i = 0; i < rounds->len; i++)
    if (((LecternRound *) rounds->pdata[i])->position > round->position)
      return rounds->pdata[i];
  return NULL;
}

GPtrArray *
lectern_rounds_list_feeders (LecternContest     *contest,
                             const LecternRound *round)
{
  GPtrArray *feeders = g_ptr_array_new_with_free_func (lectern_record_unref);
  GPtrArray *rounds;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), feeders);
  g_return_val_if_fail (round != NULL, feeders);

  rounds = lectern_contest_get_rounds (contest);
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *next = lectern_rounds_get_next (contest, rounds->pdata[i]);

      if (next != NULL && g_str_equal (next->key, round->key))
        g_ptr_array_add (feeders, lectern_record_ref (rounds->pdata[i]));
    }
  return feeders;
}

gboolean
lectern_rounds_takes_unit (const LecternRound *round,
                           const char         *unit)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *units;

  g_return_val_if_fail (round != NULL, FALSE);

  if (round->units == NULL)
    return TRUE;
  node = lectern_json_text_parse (round->units, NULL);
  units = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; units != NULL && i < json_array_get_length (units); i++)
    if (g_strcmp0 (json_array_get_string_element (units, i), unit) == 0)
      return TRUE;
  return FALSE;
}

gboolean
lectern_rounds_is_open_for (LecternContest *contest,
                            const char     *unit)
{
  GPtrArray *rounds;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), FALSE);

  rounds = lectern_contest_get_rounds (contest);
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];
      g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (contest, round);

      if (round->state == LECTERN_ROUND_SET_UP && feeders->len == 0 && (unit == NULL || lectern_rounds_takes_unit (round, unit)))
        return TRUE;
    }
  return FALSE;
}

/* The ids of those within the cut of a feeding round. */
static void
add_best (GHashTable         *ids,
          LecternContest     *contest,
          const LecternRound *feeder)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, feeder->key, FALSE);

  for (guint i = 0; i < ranking->n_rows; i++)
    if (ranking->rows[i].advances)
      g_hash_table_add (ids, g_memdup2 (&ranking->rows[i].entry->nominee, sizeof (gint64)));
}

static gboolean
may_enter (LecternContest       *contest,
           const LecternRound   *round,
           const LecternNominee *nominee)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!lectern_rounds_takes_unit (round, nominee->unit))
    return FALSE;
  problems = lectern_contest_check_eligibility (contest, nominee);
  return problems->len == 0;
}

GPtrArray *
lectern_rounds_list_entrants (LecternContest     *contest,
                              const LecternRound *round)
{
  g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (contest, round);
  g_autoptr (GHashTable) best = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *entrants = g_ptr_array_new_with_free_func (lectern_record_unref);
  GPtrArray *nominees = lectern_contest_get_nominees (contest);

  for (guint i = 0; i < feeders->len; i++)
    add_best (best, contest, feeders->pdata[i]);
  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      if (feeders->len == 0 ? may_enter (contest, round, nominee) : nominee->withdrawn != 1 && g_hash_table_contains (best, &nominee->id))
        g_ptr_array_add (entrants, lectern_record_ref (nominee));
    }
  return entrants;
}

static gboolean
refuse (GError            **error,
        LecternContestError code,
        const char         *format,
        ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError            **error,
        LecternContestError code,
        const char         *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, (int) code, message);
  return FALSE;
}

/* Nothing of the current round may be left half done. */
static gboolean
check_quiet (LecternContest *contest,
             GError        **error)
{
  const LecternEntry       *gate = lectern_contest_get_entry_at_gate (contest);
  const LecternEntry       *on_stage = lectern_contest_get_entry_on_stage (contest);
  const LecternClockRecord *clock = lectern_contest_get_clock (contest);

  if (gate != NULL)
    return refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("Marking is open for No. %d. Close it first."), (int) gate->lot);
  if (clock != NULL && (clock->phase == LECTERN_CLOCK_RUNNING || clock->phase == LECTERN_CLOCK_PAUSED))
    return refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The clock is running. Stop it first."));
  if (on_stage != NULL && on_stage->state == LECTERN_ENTRY_TALKING)
    return refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("No. %d has spoken but was not marked. Open marking for it first."), (int) on_stage->lot);
  return TRUE;
}

gboolean
lectern_rounds_check_open (LecternContest *contest,
                           const char     *key,
                           GError        **error)
{
  const LecternRound *round;
  const LecternRound *current;
  g_autoptr (GPtrArray) feeders = NULL;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), FALSE);

  round = key != NULL ? lectern_contest_get_round (contest, key) : NULL;
  current = lectern_contest_get_current_round (contest);
  if (round == NULL)
    return refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no round “%s”."), key != NULL ? key : "");
  if (current != NULL && g_str_equal (current->key, round->key))
    return refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("“%s” is the current round already."), round->name);
  feeders = lectern_rounds_list_feeders (contest, round);
  for (guint i = 0; i < feeders->len; i++)
    {
      const LecternRound *feeder = feeders->pdata[i];

      if (feeder->state != LECTERN_ROUND_FINALISED)
        /* Translators: names of two rounds. */
        return refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("“%s” begins when “%s” is finalised: only then it is known who speaks in it."), round->name, feeder->name);
    }
  return check_quiet (contest, error);
}

gboolean
lectern_rounds_check_reopen (LecternContest     *contest,
                             const LecternRound *round,
                             GError            **error)
{
  const LecternRound *next = lectern_rounds_get_next (contest, round);

  if (next == NULL || next->state == LECTERN_ROUND_SET_UP)
    return TRUE;
  /* Translators: names of two rounds. */
  return refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("“%s” can’t be reopened any more: the order of “%s” has been drawn from its result."), round->name, next->name);
}
