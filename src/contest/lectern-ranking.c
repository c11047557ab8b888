/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From the rows of a contest to the input of lectern_rank() and back: which sheets count, who has
 * which award, which ties are open at an award's border, what keeps a round from being closed.
 * All figures come from the scoring layer. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-ranking-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-rounds.h"

typedef struct
{
  GPtrArray          *entries; /* LecternEntry, those that take part */
  LecternScoredEntry *scored;
  GArray             *sheets; /* LecternScoredSheet of all entries in turn */
} Input;

gboolean
lectern_ranking_add_sheet (GArray             *sheets,
                           LecternContest     *contest,
                           const LecternEntry *entry,
                           gint64              judge)
{
  GPtrArray          *criteria = lectern_contest_get_criteria (contest);
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (contest, entry, judge);
  LecternScoredSheet  scored = { .judge = (int) judge };

  if (sheet == NULL)
    return FALSE;
  for (guint c = 0; c < criteria->len; c++)
    scored.marks[c] = lectern_contest_get_mark (contest, sheet, ((LecternCriterion *) criteria->pdata[c])->key);
  g_array_append_val (sheets, scored);
  return TRUE;
}

static void
input_add_sheets (Input              *input,
                  LecternContest     *contest,
                  const LecternEntry *entry,
                  guint              *n_sheets)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);

  *n_sheets = 0;
  for (guint j = 0; j < judges->len; j++)
    *n_sheets += lectern_ranking_add_sheet (input->sheets, contest, entry, ((LecternJudge *) judges->pdata[j])->number);
}

int
lectern_ranking_get_decision (LecternContest     *contest,
                              const LecternEntry *entry)
{
  const LecternDecision  key = { .record.table = &lectern_table_decision, .round = entry->round, .nominee = entry->nominee };
  const LecternDecision *decision = lectern_contest_find (contest, &key);

  return decision != NULL ? (int) decision->place : LECTERN_NONE;
}

static void
input_fill (Input          *input,
            LecternContest *contest)
{
  guint n = input->entries->len;
  guint next = 0;

  input->scored = g_new0 (LecternScoredEntry, n);
  for (guint i = 0; i < n; i++)
    {
      const LecternEntry *entry = input->entries->pdata[i];
      LecternScoredEntry *scored = &input->scored[i];

      scored->lot = (int) entry->lot;
      scored->forfeit = entry->state == LECTERN_ENTRY_FORFEIT;
      scored->time_ms = entry->time_ms != LECTERN_NULL ? entry->time_ms : LECTERN_NONE;
      scored->decision = lectern_ranking_get_decision (contest, entry);
      input_add_sheets (input, contest, entry, &scored->n_sheets);
    }
  for (guint i = 0; i < n; i++) /* only now, for the array has moved while it grew */
    {
      input->scored[i].sheets = &g_array_index (input->sheets, LecternScoredSheet, next);
      next += input->scored[i].n_sheets;
    }
}

static void
input_clear (Input *input)
{
  g_ptr_array_unref (input->entries);
  g_array_unref (input->sheets);
  g_free (input->scored);
}

static void
row_take_sheets (LecternRankingRow         *row,
                 const LecternScoringRules *rules,
                 const LecternScoredEntry  *scored)
{
  g_autofree int              *judges = g_new (int, scored->n_sheets + 1);
  g_autofree gint64           *totals = g_new (gint64, scored->n_sheets + 1);
  g_autofree LecternSheetFate *fates = g_new (LecternSheetFate, scored->n_sheets + 1);

  for (guint i = 0; i < scored->n_sheets; i++)
    {
      judges[i] = scored->sheets[i].judge;
      totals[i] = lectern_sheet_total (&scored->sheets[i], rules->n_criteria);
    }
  lectern_trim (rules, judges, totals, scored->n_sheets, fates);
  row->n_sheets = scored->n_sheets;
  row->sheets = g_new0 (LecternRankingSheet, scored->n_sheets + 1);
  for (guint i = 0; i < scored->n_sheets; i++)
    row->sheets[i] = (LecternRankingSheet){ judges[i], totals[i], fates[i] };
}

static void
row_fill (LecternRankingRow        *row,
          LecternContest           *contest,
          const LecternRules       *rules,
          const LecternEntry       *entry,
          const LecternScoredEntry *scored,
          const LecternRankedEntry *ranked,
          gboolean                  finalised)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  const LecternUnit    *unit = lectern_contest_get_unit (contest, nominee->unit);
  guint                 n_expected, n_submitted;

  row->entry = lectern_record_ref (entry);
  row->nominee = lectern_record_ref (nominee);
  row->unit = unit != NULL ? lectern_record_ref (unit) : NULL;
  row->ranked = *ranked;
  row_take_sheets (row, &rules->scoring, scored);
  /* The sheet of a judge who has left the panel since counts, and stands for nobody else's; whoever
   * joined it for a later round owes the finalised ones nothing. */
  lectern_contest_count_sheets (contest, entry, &n_expected, &n_submitted);
  row->n_expected = finalised ? row->n_sheets : row->n_sheets + n_expected - n_submitted;
  if (ranked->separated_by != LECTERN_NONE)
    row->separated_by = g_strdup (rules->tie_names[ranked->separated_by]);
}

/* An award goes to every rank within its places among those not yet given one above it. With
 * ranks that skip after ties, that is every rank up to the sum of places so far. */
static void
ranking_give_awards (LecternRanking *self,
                     LecternContest *contest)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);
  guint      given = 0;

  for (guint a = 0; !self->feeds && a < awards->len; a++)
    {
      const LecternAward *award = awards->pdata[a];
      guint               base = given;

      for (guint i = 0; i < self->n_rows; i++)
        {
          LecternRankingRow *row = &self->rows[i];

          if (!row->ranked.has_final || row->award != NULL)
            continue;
          if (award->places != LECTERN_NULL && row->ranked.rank > base + (guint) award->places)
            break;
          row->award = g_intern_string (award->key);
          given += 1;
        }
    }
}

/* The rounds before the last only choose who goes on. */
static void
ranking_make_cut (LecternRanking     *self,
                  const LecternRound *round)
{
  for (guint i = 0; self->feeds && i < self->n_rows; i++)
    self->rows[i].advances = self->rows[i].ranked.has_final && self->rows[i].ranked.rank <= (guint) round->advance;
}

static void
open_tie_free (gpointer data)
{
  LecternOpenTie *tie = data;

  g_array_unref (tie->lots);
  g_free (tie);
}

static LecternOpenTie *
open_tie_new (const LecternRanking *self,
              guint                 first,
              guint                 n,
              const char           *award,
              gboolean              advance)
{
  LecternOpenTie *tie = g_new0 (LecternOpenTie, 1);

  tie->rank = self->rows[first].ranked.rank;
  tie->award = award;
  tie->advance = advance;
  tie->lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = first; i < first + n; i++)
    g_array_append_val (tie->lots, self->rows[i].entry->lot);
  return tie;
}

static guint
count_awarded_above (const LecternRanking *self,
                     GPtrArray            *awards,
                     guint                 award)
{
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    for (guint a = 0; a < award && self->rows[i].award != NULL; a++)
      n += g_str_equal (self->rows[i].award, ((LecternAward *) awards->pdata[a])->key);
  return n;
}

/* The award whose last place lies inside the group of @n equals that begins at @rank. */
static const char *
find_border (const LecternRanking *self,
             LecternContest       *contest,
             guint                 rank,
             guint                 n)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);

  for (guint a = 0; !self->feeds && a < awards->len; a++)
    {
      const LecternAward *award = awards->pdata[a];
      gint64              base = count_awarded_above (self, awards, a);

      if (award->places != LECTERN_NULL && rank > base && rank <= base + award->places && rank + n - 1 > base + award->places)
        return g_intern_string (award->key);
    }
  return NULL;
}

/* The same for the places that go on to the next round. */
static gboolean
crosses_cut (const LecternRanking *self,
             const LecternRound   *round,
             guint                 rank,
             guint                 n)
{
  return self->feeds && round->advance >= (gint64) rank && round->advance < (gint64) (rank + n - 1);
}

static void
ranking_list_ties (LecternRanking     *self,
                   LecternContest     *contest,
                   const LecternRound *round)
{
  for (guint i = 0, n; i < self->n_rows && self->rows[i].ranked.has_final; i += n)
    {
      const char *award;
      gboolean    cut;

      for (n = 1; i + n < self->n_rows && self->rows[i + n].ranked.has_final && self->rows[i + n].ranked.rank == self->rows[i].ranked.rank;)
        n++;
      if (n == 1)
        continue;
      award = find_border (self, contest, self->rows[i].ranked.rank, n);
      cut = crosses_cut (self, round, self->rows[i].ranked.rank, n);
      if (award != NULL || cut)
        g_ptr_array_add (self->open_ties, open_tie_new (self, i, n, award, cut));
    }
}

static gboolean
ranking_is_complete (const LecternRanking *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const LecternRankingRow *row = &self->rows[i];

      if (row->entry->state == LECTERN_ENTRY_FORFEIT)
        continue;
      if (row->entry->state != LECTERN_ENTRY_DONE || row->n_sheets < row->n_expected || row->n_sheets == 0)
        return FALSE;
    }
  return self->n_rows > 0;
}

static GPtrArray *
list_ranked_entries (LecternContest *contest,
                     const char     *round,
                     gboolean        revealed_only)
{
  GPtrArray *entries = lectern_contest_list_entries (contest, round);

  for (guint i = entries->len; revealed_only && i > 0; i--)
    {
      const LecternEntry *entry = entries->pdata[i - 1];

      /* What is being marked again is not what the hall has seen. */
      if (entry->revealed != 1 || entry->state != LECTERN_ENTRY_DONE)
        g_ptr_array_remove_index (entries, i - 1);
    }
  return entries;
}

LecternRanking *
lectern_ranking_new (LecternContest *contest,
                     const char     *round_key,
                     gboolean        revealed_only)
{
  const LecternRound            *round;
  const LecternRules            *rules;
  LecternRanking                *self = g_new0 (LecternRanking, 1);
  Input                          input = { NULL };
  g_autofree LecternRankedEntry *ranked = NULL;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), self);

  self->open_ties = g_ptr_array_new_with_free_func (open_tie_free);
  round = lectern_contest_get_round (contest, round_key);
  rules = lectern_contest_get_rules (contest);
  if (round == NULL || rules == NULL)
    return self;
  self->round = g_strdup (round->key);
  self->decimals = rules->scoring.decimals;
  self->provisional = round->state != LECTERN_ROUND_FINALISED;
  self->feeds = lectern_rounds_get_next (contest, round) != NULL;
  input.entries = list_ranked_entries (contest, round->key, revealed_only);
  input.sheets = g_array_new (FALSE, FALSE, sizeof (LecternScoredSheet));
  input_fill (&input, contest);
  ranked = lectern_rank (&rules->scoring, input.scored, input.entries->len);
  self->n_rows = input.entries->len;
  self->rows = g_new0 (LecternRankingRow, self->n_rows + 1);
  for (guint i = 0; i < self->n_rows; i++)
    row_fill (&self->rows[i], contest, rules, input.entries->pdata[ranked[i].index], &input.scored[ranked[i].index], &ranked[i], !self->provisional);
  input_clear (&input);
  self->complete = ranking_is_complete (self);
  ranking_give_awards (self, contest);
  ranking_make_cut (self, round);
  ranking_list_ties (self, contest, round);
  return self;
}

void
lectern_ranking_free (LecternRanking *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      lectern_record_unref ((gpointer) self->rows[i].entry);
      lectern_record_unref ((gpointer) self->rows[i].nominee);
      lectern_record_unref ((gpointer) self->rows[i].unit);
      g_free (self->rows[i].sheets);
      g_free (self->rows[i].separated_by);
    }
  g_free (self->rows);
  g_free (self->round);
  g_ptr_array_unref (self->open_ties);
  g_free (self);
}

const LecternRankingRow *
lectern_ranking_find (const LecternRanking *self,
                      gint64                nominee)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i].entry->nominee == nominee)
      return &self->rows[i];
  return NULL;
}
