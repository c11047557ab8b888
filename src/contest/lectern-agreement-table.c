/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From the ranking of a round to the matrix of the judges' statistics, and these as JSON. A matrix
 * has no holes: an entry that one of the judges did not mark, as he was recused, is left out. The
 * figures are numbers in JSON and written here digit by digit, for a generator would pass them
 * through binary floating point. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-agreement-table.h"

#include <json-glib/json-glib.h>

#include "lectern-ranking.h"

#define MEAN_DECIMALS 6
#define FIGURE_DECIMALS 9

static const LecternRankingSheet *
find_sheet (const LecternRankingRow *row,
            gint64                   judge)
{
  for (guint i = 0; i < row->n_sheets; i++)
    if (row->sheets[i].judge == judge)
      return &row->sheets[i];
  return NULL;
}

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  const LecternRankingRow *left = *(const LecternRankingRow *const *) a, *right = *(const LecternRankingRow *const *) b;

  return (left->entry->lot > right->entry->lot) - (left->entry->lot < right->entry->lot);
}

/* The rows that have a result to describe, by lot. */
static GPtrArray *
list_rows (const LecternRanking *ranking)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < ranking->n_rows; i++)
    if (ranking->rows[i].entry->state != LECTERN_ENTRY_FORFEIT && ranking->rows[i].n_sheets > 0)
      g_ptr_array_add (rows, &ranking->rows[i]);
  g_ptr_array_sort (rows, compare_lots);
  return rows;
}

static void
list_judges (LecternAgreementTable *self,
             LecternContest        *contest,
             GPtrArray             *rows)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);

  for (guint j = 0; j < judges->len; j++)
    {
      const LecternJudge *judge = judges->pdata[j];
      guint               i = 0;

      while (i < rows->len && find_sheet (rows->pdata[i], judge->number) == NULL)
        i++;
      if (i < rows->len)
        g_ptr_array_add (self->judges, lectern_record_ref (judge));
    }
}

/* Every sheet is of a listed judge, so that as many sheets as judges are one of each. */
static gboolean
is_marked_by_all (const LecternAgreementTable *self,
                  const LecternRankingRow     *row)
{
  return row->n_sheets == self->judges->len;
}

static void
count_dropped (GPtrArray *rows,
               gint64     judge,
               guint     *high,
               guint     *low)
{
  *high = 0;
  *low = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRankingSheet *sheet = find_sheet (rows->pdata[i], judge);

      if (sheet == NULL)
        continue;
      *high += sheet->fate == LECTERN_SHEET_DROPPED_HIGH;
      *low += sheet->fate == LECTERN_SHEET_DROPPED_LOW;
    }
}

/* Sorts the rows into those of the matrix and the others. */
static GArray *
make_matrix (LecternAgreementTable *self,
             GPtrArray             *rows)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternRankingRow *row = rows->pdata[i];
      gboolean                 in = is_marked_by_all (self, row);

      g_ptr_array_add (in ? self->entries : self->left_out, lectern_record_ref (row->entry));
      for (guint j = 0; in && j < row->n_sheets; j++) /* by judge number, as the judges are */
        g_array_append_val (totals, row->sheets[j].total);
    }
  return totals;
}

static LecternAgreement *
compute (LecternAgreementTable *self,
         GPtrArray             *rows)
{
  guint             k = self->judges->len;
  g_autofree int   *numbers = g_new (int, k);
  g_autofree guint *high = g_new (guint, k);
  g_autofree guint *low = g_new (guint, k);
  g_autoptr (GArray) totals = make_matrix (self, rows);

  for (guint j = 0; j < k; j++)
    {
      numbers[j] = (int) ((const LecternJudge *) self->judges->pdata[j])->number;
      count_dropped (rows, numbers[j], &high[j], &low[j]);
    }
  return lectern_agreement_new ((const gint64 *) (gpointer) totals->data, self->entries->len, numbers, k, high, low);
}

LecternAgreementTable *
lectern_agreement_table_new (LecternContest *contest,
                             const char     *round)
{
  LecternAgreementTable *self = g_new0 (LecternAgreementTable, 1);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, round, FALSE);
  g_autoptr (GPtrArray) rows = list_rows (ranking);

  self->round = g_strdup (ranking->round);
  self->complete = ranking->complete;
  self->provisional = ranking->provisional;
  self->judges = g_ptr_array_new_with_free_func (lectern_record_unref);
  self->entries = g_ptr_array_new_with_free_func (lectern_record_unref);
  self->left_out = g_ptr_array_new_with_free_func (lectern_record_unref);
  list_judges (self, contest, rows);
  self->figures = compute (self, rows);
  return self;
}

void
lectern_agreement_table_free (LecternAgreementTable *self)
{
  g_ptr_array_unref (self->judges);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->left_out);
  lectern_agreement_free (self->figures);
  g_free (self->round);
  g_free (self);
}

static char *
quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);

  if (text == NULL)
    return g_strdup ("null");
  json_node_set_string (node, text);
  return json_to_string (node, FALSE);
}

static void
add_figure (GString      *json,
            const char   *indent,
            const char   *key,
            LecternFigure figure)
{
  g_autofree char *number = lectern_figure_format (figure, FIGURE_DECIMALS);

  g_string_append_printf (json, ",\n%s\"%s\" : %s", indent, key, number != NULL ? number : "null");
}

static void
add_lots (GString    *json,
          const char *key,
          GPtrArray  *entries)
{
  const char *separator = "";

  g_string_append_printf (json, ",\n  \"%s\" : [", key);
  for (guint i = 0; i < entries->len; i++, separator = ", ")
    {
      const LecternEntry *entry = entries->pdata[i];

      if (entry->lot == LECTERN_NULL)
        g_string_append_printf (json, "%snull", separator);
      else
        g_string_append_printf (json, "%s%" G_GINT64_FORMAT, separator, entry->lot);
    }
  g_string_append_c (json, ']');
}

static void
add_judge (GString                     *json,
           const LecternAgreementJudge *figures,
           const LecternJudge          *judge)
{
  g_autofree char *name = quote (judge->name);
  g_autofree char *mean = lectern_figure_format (figures->mean, MEAN_DECIMALS);
  g_autofree char *quoted = quote (mean);

  g_string_append_printf (json, "\n    {\n      \"judge\" : %d,\n      \"name\" : %s,\n      \"mean\" : %s", figures->judge, name, quoted);
  add_figure (json, "      ", "severity", figures->severity);
  add_figure (json, "      ", "spread", figures->spread);
  add_figure (json, "      ", "consistency", figures->consistency);
  g_string_append_printf (json, ",\n      \"dropped_high\" : %u,\n      \"dropped_low\" : %u\n    }", figures->dropped_high, figures->dropped_low);
}

static void
add_judges (GString                     *json,
            const LecternAgreementTable *self)
{
  g_string_append (json, ",\n  \"judges\" : [");
  for (guint j = 0; j < self->judges->len; j++)
    {
      g_string_append (json, j > 0 ? "," : "");
      add_judge (json, &self->figures->judges[j], self->judges->pdata[j]);
    }
  g_string_append (json, self->judges->len > 0 ? "\n  ]" : "]");
}

char *
lectern_agreement_table_to_json (const LecternAgreementTable *self)
{
  const LecternAgreement *figures;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autofree char *round = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  figures = self->figures;
  round = quote (self->round);
  g_string_append_printf (json, "{\n  \"round\" : %s,\n  \"complete\" : %s,\n  \"provisional\" : %s,\n  \"entries\" : %u",
                          round, self->complete ? "true" : "false", self->provisional ? "true" : "false", figures->n_entries);
  add_lots (json, "lots", self->entries);
  add_lots (json, "left_out", self->left_out);
  add_figure (json, "  ", "kendall_w", figures->kendall_w);
  add_figure (json, "  ", "chi_square", figures->chi_square);
  if (figures->chi_square.state == LECTERN_FIGURE_KNOWN)
    g_string_append_printf (json, ",\n  \"df\" : %u", figures->df);
  else
    g_string_append (json, ",\n  \"df\" : null");
  add_figure (json, "  ", "icc2_1", figures->icc2_1);
  add_figure (json, "  ", "icc2_k", figures->icc2_k);
  add_figure (json, "  ", "alpha", figures->alpha);
  add_judges (json, self);
  g_string_append (json, "\n}");
  return g_string_free (g_steal_pointer (&json), FALSE);
}
