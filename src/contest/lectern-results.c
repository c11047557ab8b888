/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Results that were finalised against the ranking computed now. The journal's proof, a signed
 * bundle's proof and the rule that a finalised round stays as it is are all this one comparison. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-results.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-ranking.h"

static gboolean
differs (GError    **error,
         const char *format,
         ...) G_GNUC_PRINTF (2, 3);

static gboolean
differs (GError    **error,
         const char *format,
         ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, message);
  return FALSE;
}

static gboolean
check_figures (const LecternResult     *result,
               const LecternRanking    *ranking,
               const LecternRankingRow *row,
               GError                 **error)
{
  g_autofree char *key = lectern_record_describe_key (result);
  g_autofree char *final = row->ranked.has_final ? lectern_fraction_format (row->ranked.final, ranking->decimals) : NULL;
  g_autofree char *mean = row->ranked.has_final ? lectern_fraction_format (row->ranked.mean, 6) : NULL;
  g_autofree char *deduction = lectern_mark_format (row->ranked.deduction);

  if (g_strcmp0 (final, result->final) != 0 || g_strcmp0 (mean, result->mean) != 0 || g_strcmp0 (deduction, result->deduction) != 0)
    return differs (error, _ ("%s: the final score is recorded as %s and computed as %s."), key, result->final ?: "—", final ?: "—");
  if ((row->ranked.has_final ? (gint64) row->ranked.rank : LECTERN_NULL) != result->rank || g_strcmp0 (row->award, result->award) != 0)
    return differs (error, _ ("%s: the rank or the award differs from what is computed."), key);
  return TRUE;
}

gboolean
lectern_results_check (LecternContest     *contest,
                       const LecternRound *round,
                       GError            **error)
{
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GPtrArray) results = NULL;
  guint n_found = 0;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), FALSE);
  g_return_val_if_fail (round != NULL && round->state == LECTERN_ROUND_FINALISED, FALSE);

  ranking = lectern_ranking_new (contest, round->key, FALSE);
  results = lectern_contest_list_rows (contest, &lectern_table_result);
  for (guint i = 0; i < results->len; i++)
    {
      const LecternResult     *result = results->pdata[i];
      const LecternRankingRow *row;
      g_autofree char         *key = lectern_record_describe_key (result);

      if (!g_str_equal (result->round, round->key) || result->revision != round->revision)
        continue;
      n_found++;
      row = lectern_ranking_find (ranking, result->nominee);
      if (row == NULL)
        return differs (error, _ ("%s: there is no such entry."), key);
      if (!check_figures (result, ranking, row, error))
        return FALSE;
    }
  if (n_found == ranking->n_rows)
    return TRUE;
  /* Translators: name of a round, how many results there are, how many entries. */
  return differs (error, _ ("“%s”: %u results are on record for %u entries."), round->name, n_found, ranking->n_rows);
}
