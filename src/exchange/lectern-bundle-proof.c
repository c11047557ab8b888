/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every figure of a bundle, computed again from its marks by the code that the evening is computed
 * by. A valid signature says who vouches for the file; this says that what he vouches for is true. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-bundle-private.h"

#include "lectern-exchange-error.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"
#include "lectern-results.h"
#include "lectern-rounds.h"

static gboolean
check_mark (LecternContest         *contest,
            const LecternSheet     *sheet,
            const LecternCriterion *criterion,
            gint64                 *total,
            GError                **error)
{
  gint64           mark = lectern_contest_get_mark (contest, sheet, criterion->key);
  g_autofree char *key = lectern_record_describe_key (sheet);

  if (mark == LECTERN_NULL || !lectern_mark_is_in_range (mark, criterion->max) || !lectern_mark_is_on_step (mark, criterion->step))
    /* Translators: a sheet, name of a criterion. */
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_UNPROVEN, _ ("%s: “%s” has no mark, or an impossible one."), key, criterion->name);
  *total += mark;
  return TRUE;
}

static gboolean
check_sheet (LecternContest     *contest,
             const LecternSheet *sheet,
             GError            **error)
{
  const LecternEntry *entry = lectern_contest_get_entry (contest, sheet->round, sheet->nominee);
  GPtrArray          *criteria = lectern_contest_get_criteria (contest);
  g_autofree char    *key = lectern_record_describe_key (sheet);
  g_autofree char    *recorded = lectern_mark_format (sheet->total);
  g_autofree char    *computed = NULL;
  gint64              total = 0;

  if (lectern_contest_get_counted_sheet (contest, entry, sheet->judge) != sheet)
    /* Translators: a sheet. */
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_UNPROVEN, _ ("%s: the judge does not mark this entry, so the sheet does not count."), key);
  for (guint i = 0; i < criteria->len; i++)
    if (!check_mark (contest, sheet, criteria->pdata[i], &total, error))
      return FALSE;
  computed = lectern_mark_format (total);
  if (total == sheet->total)
    return TRUE;
  /* Translators: a sheet, then two totals. */
  return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_UNPROVEN, _ ("%s: the total is recorded as %s and computed as %s."), key, recorded, computed);
}

/* Who speaks in a round that others feed was within their cuts. */
static gboolean
check_entrants (LecternContest     *contest,
                const LecternRound *round,
                GError            **error)
{
  g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (contest, round);
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (contest, round);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, round->key);

  for (guint i = 0; i < entries->len && feeders->len > 0; i++)
    {
      const LecternNominee *nominee = lectern_contest_get_nominee (contest, ((LecternEntry *) entries->pdata[i])->nominee);

      if (!g_ptr_array_find (entrants, nominee, NULL))
        /* Translators: name of a round, name of a nominee. */
        return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_UNPROVEN, _ ("“%s”: %s did not come through the rounds before it."), round->name, nominee->name);
    }
  return TRUE;
}

static gboolean
check_round (LecternContest     *contest,
             const LecternRound *round,
             GError            **error)
{
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GError) difference = NULL;

  if (!check_entrants (contest, round, error))
    return FALSE;
  if (round->state != LECTERN_ROUND_FINALISED)
    return TRUE;
  if (!lectern_results_check (contest, round, &difference))
    return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_UNPROVEN, "%s", difference->message);
  ranking = lectern_ranking_new (contest, round->key, FALSE);
  if (ranking->open_ties->len == 0)
    return TRUE;
  /* Translators: name of a round. */
  return lectern_bundle_refuse (error, LECTERN_EXCHANGE_ERROR_UNPROVEN, _ ("“%s” is finalised, but a tie in it is open."), round->name);
}

gboolean
lectern_bundle_prove (const LecternBundle *self,
                      GError             **error)
{
  g_autoptr (LecternContest) contest = lectern_bundle_make_contest (self);
  g_autoptr (GPtrArray) sheets = lectern_contest_list_rows (contest, &lectern_table_sheet);
  GPtrArray *rounds = lectern_contest_get_rounds (contest);

  for (guint i = 0; i < sheets->len; i++)
    if (!check_sheet (contest, sheets->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    if (!check_round (contest, rounds->pdata[i], error))
      return FALSE;
  return TRUE;
}
