/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What people decided during a round, as the last page of its papers: whoever signs the figures
 * signs for these as well. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-rulings.h"

#include "lectern-report-marks.h"

#define HEADING_HEIGHT 9.0
#define HEAD_HEIGHT 8.0
#define ROW_HEIGHT 8.0
#define DECISION "decision"

enum
{
  COLUMN_WHEN,
  COLUMN_MATTER,
  COLUMN_WHO,
  COLUMN_RECORDED,
  COLUMN_WHY,
  COLUMN_AGREED,
  N_COLUMNS,
};

static const LecternWord kind_words[LECTERN_RULING_N_KINDS] = {
  [LECTERN_RULING_REOPEN_SHEET] = LECTERN_WORD_RULING_REOPEN_SHEET,
  [LECTERN_RULING_AMEND_SHEET] = LECTERN_WORD_RULING_AMEND_SHEET,
  [LECTERN_RULING_RESTART] = LECTERN_WORD_RULING_RESTART,
  [LECTERN_RULING_TIME] = LECTERN_WORD_RULING_TIME,
  [LECTERN_RULING_RECUSAL] = LECTERN_WORD_RULING_RECUSAL,
  [LECTERN_RULING_ABSENCE] = LECTERN_WORD_RULING_ABSENCE,
  [LECTERN_RULING_FORFEIT] = LECTERN_WORD_RULING_FORFEIT,
  [LECTERN_RULING_RULES] = LECTERN_WORD_RULING_RULES,
  [LECTERN_RULING_REOPEN_ROUND] = LECTERN_WORD_RULING_REOPEN_ROUND,
  [LECTERN_RULING_PANEL] = LECTERN_WORD_RULING_PANEL,
};

static gboolean
is_below_by_decision (const LecternRanking *ranking,
                      guint                 index)
{
  return index < ranking->n_rows && g_strcmp0 (ranking->rows[index].separated_by, DECISION) == 0;
}

gboolean
lectern_report_is_decided (const LecternRanking *ranking,
                           guint                 index)
{
  return is_below_by_decision (ranking, index) || is_below_by_decision (ranking, index + 1);
}

static gboolean
is_of_round (const LecternReport *report,
             const LecternRuling *ruling)
{
  return g_strcmp0 (ruling->round, report->round->key) == 0 && ruling->kind >= 0 && ruling->kind < LECTERN_RULING_N_KINDS;
}

gboolean
lectern_report_has_rulings (const LecternReport  *report,
                            const LecternRanking *ranking)
{
  g_autoptr (GPtrArray) rulings = lectern_contest_list_rows (report->contest, &lectern_table_ruling);

  for (guint i = 0; i < rulings->len; i++)
    if (is_of_round (report, rulings->pdata[i]))
      return TRUE;
  for (guint i = 0; i < ranking->n_rows; i++)
    if (is_below_by_decision (ranking, i))
      return TRUE;

  return FALSE;
}

static char *
name_entry (const LecternReport *report,
            gint64               nominee_id)
{
  const LecternEntry   *entry = lectern_contest_get_entry (report->contest, report->round->key, nominee_id);
  const LecternNominee *nominee = lectern_contest_get_nominee (report->contest, nominee_id);
  g_autofree char      *digits = NULL;
  g_autofree char      *lot = NULL;

  if (nominee == NULL)
    return g_strdup ("");
  if (entry == NULL || entry->lot == LECTERN_NULL)
    return g_strdup (nominee->name);
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, entry->lot);
  lot = lectern_paper_phrase (report->language, LECTERN_WORD_NUMBERED_LOT, digits, NULL);

  return g_strdup_printf ("%s %s", lot, nominee->name);
}

static char *
name_concerned (const LecternReport *report,
                const LecternRuling *ruling)
{
  const LecternJudge *judge = ruling->judge != LECTERN_NULL ? lectern_contest_get_judge (report->contest, ruling->judge) : NULL;
  g_autofree char    *entry = ruling->nominee != LECTERN_NULL ? name_entry (report, ruling->nominee) : g_strdup ("");
  g_autofree char    *digits = NULL;
  g_autofree char    *who = NULL;

  if (judge == NULL)
    return g_steal_pointer (&entry);
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  who = lectern_paper_phrase (report->language, LECTERN_WORD_JUDGE_NUMBERED, digits, NULL);

  return g_strdup_printf ("%s%s%s %s", entry, *entry != '\0' ? lectern_paper_word (report->language, LECTERN_WORD_SENTENCE_GAP) : "", who, judge->name);
}

static void
add_ruling (LecternReportFlow   *flow,
            const LecternRuling *ruling)
{
  g_autofree char *when = lectern_report_describe_moment (ruling->wall_us);
  g_autofree char *who = name_concerned (flow->report, ruling);
  const char      *cells[N_COLUMNS] = { when, lectern_paper_word (flow->report->language, kind_words[ruling->kind]), who, ruling->detail, ruling->reason, ruling->second };

  lectern_report_flow_add_row (flow, cells, ROW_HEIGHT);
}

/* The equals that were decided from row @first on. Returns how many. */
static guint
add_decision (LecternReportFlow    *flow,
              const LecternRanking *ranking,
              guint                 first)
{
  const LecternDecision  key = { .record.table = &lectern_table_decision, .round = flow->report->round->key, .nominee = ranking->rows[first].entry->nominee };
  const LecternDecision *decision = lectern_contest_find (flow->report->contest, &key);
  g_autoptr (GString) lots = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *order = NULL;
  const char      *comma = lectern_paper_word (flow->report->language, LECTERN_WORD_LIST_COMMA);
  guint            n = 0;

  do
    {
      const LecternRankingRow *row = &ranking->rows[first + n];
      g_autofree char         *name = name_entry (flow->report, row->entry->nominee);

      g_string_append_printf (lots, "%s%" G_GINT64_FORMAT, n > 0 ? comma : "", row->entry->lot);
      g_string_append_printf (names, "%s%s", n > 0 ? comma : "", name);
      n++;
    }
  while (is_below_by_decision (ranking, first + n));
  order = lectern_paper_phrase (flow->report->language, LECTERN_WORD_DECIDED_ORDER, lots->str, NULL);
  {
    const char *cells[N_COLUMNS] = { "", lectern_paper_word (flow->report->language, LECTERN_WORD_RULING_DECISION), names->str, order, decision != NULL ? decision->reason : "", "" };

    lectern_report_flow_add_row (flow, cells, ROW_HEIGHT);
  }

  return n;
}

static void
set_columns (const LecternReportFlow *flow,
             LecternReportColumn     *columns)
{
  static const LecternWord heads[N_COLUMNS] = { LECTERN_WORD_WHEN, LECTERN_WORD_MATTER, LECTERN_WORD_WHO_CONCERNED, LECTERN_WORD_RECORDED, LECTERN_WORD_WHY, LECTERN_WORD_AGREED };
  static const double      parts[N_COLUMNS] = { 0.12, 0.10, 0.17, 0.31, 0.2, 0.1 };
  LecternFontRole          role = lectern_report_get_text_role (flow->report);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      gboolean runs = i == COLUMN_RECORDED || i == COLUMN_WHY;

      columns[i] = (LecternReportColumn){ lectern_paper_word (flow->report->language, heads[i]), parts[i] * lectern_report_flow_get_width (flow), { i == COLUMN_AGREED ? LECTERN_FONT_NAME : role, i == COLUMN_AGREED ? 10 : 9, LECTERN_REPORT_INK, 0 }, runs ? LECTERN_ALIGN_LEFT : LECTERN_ALIGN_CENTRE };
    }
}

void
lectern_report_flow_add_rulings (LecternReportFlow    *flow,
                                 const LecternRanking *ranking)
{
  g_autoptr (GPtrArray) rulings = lectern_contest_list_rows (flow->report->contest, &lectern_table_ruling);
  LecternReportColumn columns[N_COLUMNS];
  LecternReportTable  table = { flow->layout.left, columns, N_COLUMNS, 9.5 };
  LecternType         heading = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };

  set_columns (flow, columns);
  lectern_report_flow_reserve (flow, HEADING_HEIGHT + HEAD_HEIGHT + 2 * ROW_HEIGHT);
  lectern_report_flow_add_paragraph (flow, &heading, lectern_paper_word (flow->report->language, LECTERN_WORD_RULINGS), HEADING_HEIGHT, 0, LECTERN_ALIGN_LEFT);
  lectern_report_flow_begin_table (flow, &table, HEAD_HEIGHT);
  for (guint i = 0; i < rulings->len; i++)
    if (is_of_round (flow->report, rulings->pdata[i]))
      add_ruling (flow, rulings->pdata[i]);
  for (guint i = 0; i < ranking->n_rows;)
    i += is_below_by_decision (ranking, i + 1) ? add_decision (flow, ranking, i) : 1;
  lectern_report_flow_end_table (flow);
}
