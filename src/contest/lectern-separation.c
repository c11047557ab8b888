/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A hall that sees two equal scores one above the other asks why, so every separation has its
 * sentence. They are read aloud and stand in the contest's language, in the table below. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-separation.h"

#include <string.h>

#include "lectern-ranking-private.h"
#include "lectern-words.h"

/* clang-format off */
static const struct { const char *rule, *zh, *en; } rules[] = {
  { "untrimmed-mean",  "按全部有效评分（不去最高最低分）的平均分高低排定", "by the mean of all valid sheets, none struck out" },
  { "median",          "按评委总分的中位数高低排定",                     "by the median of the judges’ totals" },
  { "highest-counted", "按计入平均分的最高分逐个比较排定",               "by the highest counted total, then the next" },
  { "smaller-spread",  "按评委打分离散程度（方差）由小到大排定",         "by the smaller variance of the judges’ totals" },
  { "less-overtime",   "按超时时间由短到长排定",                         "by less overtime" },
  { "head-judge",      "按评委组长的打分高低排定",                       "by the head judge’s total" },
  { "decision",        "按评委会的裁定排定",                             "by the decision of the jury" },
};
/* clang-format on */

#define CRITERION "criterion:"

/* Places of an exact score that are read out where the shown ones are equal. */
#define EXACT_DECIMALS 6

static gboolean
speaks_chinese (LecternContest *contest)
{
  return lectern_words_is_chinese (lectern_contest_get_record (contest)->language);
}

static char *
describe_rule (LecternContest *contest,
               const char     *rule)
{
  gboolean                chinese = speaks_chinese (contest);
  const char             *key = g_str_has_prefix (rule, CRITERION) ? rule + strlen (CRITERION) : "";
  const LecternCriterion  wanted = { .record.table = &lectern_table_criterion, .key = (char *) key };
  const LecternCriterion *criterion = lectern_contest_find (contest, &wanted);

  if (criterion != NULL)
    return g_strdup_printf (chinese ? "按%s平均分高低排定" : "by the mean of “%s”", criterion->name);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].rule, rule))
      return g_strdup (chinese ? rules[i].zh : rules[i].en);
  return g_strdup (rule);
}

/* The row that ends the group above @row's, or NULL. */
static const LecternRankingRow *
find_above (const LecternRanking    *ranking,
            const LecternRankingRow *row)
{
  const LecternRankingRow *above = row;

  while (above > ranking->rows && above->ranked.rank == row->ranked.rank)
    above--;
  return above->ranked.rank < row->ranked.rank ? above : NULL;
}

/* What tie rule number @tie says of the entry of @row at @stage. */
static gboolean
get_figure (LecternContest          *contest,
            const LecternRankingRow *row,
            guint                    tie,
            guint                    stage,
            LecternFraction         *figure)
{
  const LecternScoringRules *scoring = &lectern_contest_get_rules (contest)->scoring;
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (LecternScoredSheet));
  LecternScoredEntry entry = { .time_ms = row->entry->time_ms != LECTERN_NULL ? row->entry->time_ms : LECTERN_NONE };

  for (guint i = 0; i < row->n_sheets; i++)
    lectern_ranking_add_sheet (sheets, contest, row->entry, row->sheets[i].judge);
  entry.n_sheets = sheets->len;
  entry.sheets = &g_array_index (sheets, LecternScoredSheet, 0);
  return lectern_rank_get_figure (scoring, &scoring->ties[tie], stage, &entry, figure);
}

static char *
last (char *text)
{
  return text + strlen (text) - 1;
}

/* Both with as many places as the scores are shown with, and more only where that hides the
 * difference; noughts that both end with say nothing. */
static void
format_figures (LecternFraction upper,
                LecternFraction lower,
                guint           decimals,
                char          **upper_text,
                char          **lower_text)
{
  *upper_text = lectern_fraction_format (upper, decimals);
  *lower_text = lectern_fraction_format (lower, decimals);
  for (guint more = decimals + 1; more <= EXACT_DECIMALS && g_str_equal (*upper_text, *lower_text); more++)
    {
      g_free (*upper_text);
      g_free (*lower_text);
      *upper_text = lectern_fraction_format (upper, more);
      *lower_text = lectern_fraction_format (lower, more);
    }
  while (strchr (*upper_text, '.') != NULL && strchr ("0.", *last (*upper_text)) != NULL && *last (*upper_text) == *last (*lower_text))
    *last (*upper_text) = *last (*lower_text) = '\0';
}

static char *
describe_figures (const LecternRanking    *ranking,
                  LecternContest          *contest,
                  const LecternRankingRow *above,
                  const LecternRankingRow *row)
{
  guint            tie = (guint) row->ranked.separated_by;
  gboolean         overtime = lectern_contest_get_rules (contest)->scoring.ties[tie].kind == LECTERN_TIE_LESS_OVERTIME;
  LecternFraction  upper, lower;
  g_autofree char *upper_text = NULL;
  g_autofree char *lower_text = NULL;
  guint            stage = 0;

  do
    if (!get_figure (contest, above, tie, stage, &upper) || !get_figure (contest, row, tie, stage, &lower))
      return NULL;
  while (stage++ < LECTERN_JUDGES_MAX && lectern_fraction_compare (upper, lower) == 0);
  if (overtime)
    {
      upper_text = lectern_clock_format (upper.numerator, TRUE);
      lower_text = lectern_clock_format (lower.numerator, TRUE);
    }
  else
    format_figures (upper, lower, ranking->decimals, &upper_text, &lower_text);
  if (speaks_chinese (contest))
    return g_strdup_printf ("%s比%s", upper_text, lower_text);
  return g_strdup_printf ("%s against %s", lower_text, upper_text);
}

static char *
describe_by_rule (const LecternRanking    *ranking,
                  LecternContest          *contest,
                  const LecternRankingRow *above,
                  const LecternRankingRow *row)
{
  g_autofree char *rule = describe_rule (contest, row->separated_by);
  g_autofree char *figures = describe_figures (ranking, contest, above, row);
  gboolean         chinese = speaks_chinese (contest);
  g_autofree char *said = figures != NULL ? g_strdup_printf (chinese ? "（%s）" : " (%s)", figures) : g_strdup ("");

  if (chinese)
    return g_strdup_printf ("与第%u名最后得分相同，%s%s。", above->ranked.rank, rule, said);
  return g_strdup_printf ("The final score equals that of place %u; placed below %s%s.", above->ranked.rank, rule, said);
}

/* Finals that look alike and differ behind the last place shown. */
static char *
describe_exact (const LecternRanking    *ranking,
                LecternContest          *contest,
                const LecternRankingRow *above,
                const LecternRankingRow *row)
{
  g_autofree char *shown = lectern_fraction_format (row->ranked.final, ranking->decimals);
  g_autofree char *shown_above = lectern_fraction_format (above->ranked.final, ranking->decimals);
  g_autofree char *exact = lectern_fraction_format (row->ranked.final, EXACT_DECIMALS);
  g_autofree char *exact_above = lectern_fraction_format (above->ranked.final, EXACT_DECIMALS);

  if (!g_str_equal (shown, shown_above))
    return NULL;
  if (speaks_chinese (contest))
    return g_strdup_printf ("与第%u名四舍五入后同为%s分，按未舍入的得分排定（%s比%s）。", above->ranked.rank, shown, exact_above, exact);
  return g_strdup_printf ("Rounded to %s like place %u; placed below by the exact score (%s against %s).", shown, above->ranked.rank, exact, exact_above);
}

/* Of the tie at the border of an award or of the cut that @row is in and that is the jury's to
 * decide: not before everybody is in the ranking. */
static const LecternOpenTie *
find_open_tie (const LecternRanking    *ranking,
               LecternContest          *contest,
               const LecternRankingRow *row)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, ranking->round);

  for (guint i = 0; ranking->complete && entries->len == ranking->n_rows && i < ranking->open_ties->len; i++)
    if (((LecternOpenTie *) ranking->open_ties->pdata[i])->rank == row->ranked.rank)
      return ranking->open_ties->pdata[i];
  return NULL;
}

static const char *
get_award_name (LecternContest *contest,
                const char     *key)
{
  const LecternAward  wanted = { .record.table = &lectern_table_award, .key = (char *) key };
  const LecternAward *award = lectern_contest_find (contest, &wanted);

  return award != NULL ? award->name : key;
}

static char *
describe_end_of_shared (const LecternRanking    *ranking,
                        LecternContest          *contest,
                        const LecternRankingRow *row)
{
  const LecternOpenTie *tie = find_open_tie (ranking, contest, row);
  gboolean              chinese = speaks_chinese (contest);

  if (tie == NULL)
    return g_strdup (chinese ? "各项规则均未能区分" : "no rule of the contest separates them");
  if (tie->award == NULL)
    return g_strdup (chinese ? "处在晋级名额的边界上，由评委会裁定" : "the border of those who go on runs through them, and the jury decides");
  return g_strdup_printf (chinese ? "处在“%s”名额的边界上，由评委会裁定" : "the border of “%s” runs through them, and the jury decides", get_award_name (contest, tie->award));
}

static char *
list_sharers (const LecternRanking    *ranking,
              const LecternRankingRow *row,
              gboolean                 chinese,
              guint                   *n)
{
  GString *lots = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *other = &ranking->rows[i];

      if (other == row || other->ranked.rank != row->ranked.rank)
        continue;
      g_string_append_printf (lots, chinese ? "%s%d号" : "%s%d", *n == 0 ? "" : (chinese ? "、" : ", "), (int) other->entry->lot);
      *n += 1;
    }
  return g_string_free (lots, FALSE);
}

static char *
describe_shared (const LecternRanking    *ranking,
                 LecternContest          *contest,
                 const LecternRankingRow *row)
{
  gboolean         chinese = speaks_chinese (contest);
  guint            n;
  g_autofree char *sharers = list_sharers (ranking, row, chinese, &n);
  g_autofree char *end = describe_end_of_shared (ranking, contest, row);

  if (chinese)
    return g_strdup_printf ("与%s并列第%u名，%s。", sharers, row->ranked.rank, end);
  return g_strdup_printf ("Shares place %u with %s %s: %s.", row->ranked.rank, n == 1 ? "No." : "Nos.", sharers, end);
}

char *
lectern_separation_describe (const LecternRanking    *ranking,
                             LecternContest          *contest,
                             const LecternRankingRow *row)
{
  const LecternRankingRow *above;
  g_autofree char         *separation = NULL;
  g_autofree char         *shared = NULL;

  g_return_val_if_fail (ranking != NULL && LECTERN_IS_CONTEST (contest) && row != NULL, NULL);

  if (!row->ranked.has_final)
    return NULL;
  above = find_above (ranking, row);
  if (above != NULL && row->separated_by != NULL)
    separation = describe_by_rule (ranking, contest, above, row);
  else if (above != NULL)
    separation = describe_exact (ranking, contest, above, row);
  if (!row->ranked.tied)
    return g_steal_pointer (&separation);
  shared = describe_shared (ranking, contest, row);
  if (separation == NULL)
    return g_steal_pointer (&shared);
  return g_strconcat (separation, speaks_chinese (contest) ? "" : " ", shared, NULL);
}

char *
lectern_separation_describe_next (const LecternRanking    *ranking,
                                  LecternContest          *contest,
                                  const LecternRankingRow *row)
{
  const LecternRankingRow *next = row;
  const LecternRankingRow *end;
  g_autofree char         *separation = NULL;

  g_return_val_if_fail (ranking != NULL && LECTERN_IS_CONTEST (contest) && row != NULL, NULL);

  end = ranking->rows + ranking->n_rows;
  while (next < end && next->ranked.rank == row->ranked.rank)
    next++;
  if (!row->ranked.has_final || next == end || !next->ranked.has_final)
    return NULL;
  if (next->separated_by != NULL)
    separation = describe_by_rule (ranking, contest, row, next);
  else
    separation = describe_exact (ranking, contest, row, next);
  if (separation == NULL)
    return NULL;
  if (speaks_chinese (contest))
    return g_strdup_printf ("第%u名%s%s", next->ranked.rank, next->nominee->name, separation);
  return g_strdup_printf ("Place %u, %s: %s", next->ranked.rank, next->nominee->name, separation);
}

char *
lectern_separation_describe_figures (const LecternRanking    *ranking,
                                     LecternContest          *contest,
                                     const LecternRankingRow *row)
{
  const LecternRankingRow *above;

  g_return_val_if_fail (ranking != NULL && LECTERN_IS_CONTEST (contest) && row != NULL, NULL);

  above = find_above (ranking, row);
  return above != NULL && row->separated_by != NULL ? describe_figures (ranking, contest, above, row) : NULL;
}
