/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The signed summary is the proof of a contest: every figure that led to the final score is on it,
 * with the highest and lowest that were dropped struck out, so it can be recomputed by hand. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-summary.h"

#include "lectern-mark.h"
#include "lectern-name-list.h"
#include "lectern-report-marks.h"
#include "lectern-report-rulings.h"
#include "lectern-separation.h"

#include <glib/gi18n-lib.h>

#define WIDTH 297.0
#define HEIGHT 210.0
#define MARGIN 16.0
#define TITLE_Y 22.0
#define LINE_Y 30.0
#define TABLE_Y 33.5
#define HEAD_HEIGHT 15.0
#define SPAN_HEIGHT 5.5
#define ROW_HEIGHT 8.4
#define ROW_HEIGHT_MAX 10.5
#define TABLE_END 175.0
#define RULES_SIZE 8.0
#define RULES_LEADING 4.1
#define SIGN_Y 194.0
#define FOOT_Y 203.5

#define JUDGE_WIDTH_MAX 11.5
#define REMARKS_WIDTH_MIN 22.0
#define REMARKS_WIDTH_MAX 42.0
#define JUDGES_LARGE 11
#define JUDGE_FIRST 4

enum
{
  COLUMN_POSITION,
  COLUMN_LOT,
  COLUMN_NAME,
  COLUMN_UNIT,
  /* the judges stand here */
};

/* Columns after the judges, counted from the last judge's. */
enum
{
  COLUMN_HIGHEST,
  COLUMN_LOWEST,
  COLUMN_TIME,
  COLUMN_DEDUCTION,
  COLUMN_FINAL,
  COLUMN_RANK,
  COLUMN_REMARKS,
  N_COLUMNS_AFTER,
};

typedef struct
{
  LecternReport         report;
  const LecternRanking *ranking;
  GPtrArray            *judges; /* active LecternJudge by number */
  GPtrArray            *rows;   /* LecternRankingRow, as they stand */
  GArray               *columns;
  LecternReportTable    table;
  guint                 n_pages;
  double                row_height;
  guint                 decimals; /* of the judges' totals */
} Summary;

static void
add_column (Summary        *self,
            LecternWord     word,
            double          width,
            LecternFontRole role,
            double          size,
            LecternAlign    align)
{
  LecternReportColumn column = { lectern_paper_word (self->report.language, word), width, { role, size, LECTERN_REPORT_INK, 0 }, align };

  g_array_append_val (self->columns, column);
}

static void
add_columns (Summary *self)
{
  const double fixed = 8 + 9 + 25 + 27 + 12 + 12 + 13 + 12 + 15 + 9;
  double       free_width = WIDTH - 2 * MARGIN - fixed;
  guint        n = MAX (self->judges->len, 1);
  double       judge_width = MIN (JUDGE_WIDTH_MAX, (free_width - REMARKS_WIDTH_MIN) / n);
  double       remarks = MIN (REMARKS_WIDTH_MAX, free_width - judge_width * self->judges->len);
  double       spare = free_width - judge_width * self->judges->len - remarks;

  add_column (self, LECTERN_WORD_POSITION, 8, LECTERN_FONT_FIGURES, 9, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_LOT, 9, LECTERN_FONT_FIGURES, 9, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_NAME, 25 + spare / 2, LECTERN_FONT_NAME, 11, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_UNIT, 27 + spare / 2, LECTERN_FONT_FIGURES, 9, LECTERN_ALIGN_CENTRE);
  for (guint i = 0; i < self->judges->len; i++)
    add_column (self, LECTERN_WORD_JUDGE, judge_width, LECTERN_FONT_FIGURES, n > JUDGES_LARGE ? 8 : 9, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_HIGHEST, 12, LECTERN_FONT_FIGURES, 9, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_LOWEST, 12, LECTERN_FONT_FIGURES, 9, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_TIME, 13, LECTERN_FONT_FIGURES, 9, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_DEDUCTION, 12, LECTERN_FONT_FIGURES, 9, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_FINAL, 15, LECTERN_FONT_HEADING, 10, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_RANK, 9, LECTERN_FONT_HEADING, 10, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_REMARKS, remarks, lectern_report_get_text_role (&self->report), 8, LECTERN_ALIGN_CENTRE);
  self->table = (LecternReportTable){ MARGIN, (const LecternReportColumn *) (gpointer) self->columns->data, self->columns->len, 9 };
}

static char *
describe_sheet (Summary                 *self,
                const LecternRankingRow *row,
                const LecternJudge      *judge)
{
  const LecternRankingSheet *sheet = lectern_report_find_sheet (row, judge->number);

  if (sheet != NULL)
    return lectern_mark_format_fixed (sheet->total, self->decimals);
  if (lectern_contest_came_later (self->report.contest, row->entry, judge->number))
    return g_strdup ("—");
  /* The English words don't fit among so many judges; the remarks have them. */
  if (self->judges->len > JUDGES_LARGE && g_str_equal (self->report.language, "en") && lectern_contest_is_recused (self->report.contest, row->entry, judge->number))
    return g_strdup ("—");
  if (row->entry->state != LECTERN_ENTRY_FORFEIT && lectern_contest_is_recused (self->report.contest, row->entry, judge->number))
    return g_strdup (lectern_paper_word (self->report.language, lectern_contest_is_absent (self->report.contest, row->entry, judge->number) ? LECTERN_WORD_ABSENT : LECTERN_WORD_RECUSED));

  return g_strdup ("");
}

static void
describe_extremes (const Summary           *self,
                   const LecternRankingRow *row,
                   char                   **highest,
                   char                   **lowest)
{
  gint64 high = 0;
  gint64 low = G_MAXINT64;

  for (guint i = 0; i < row->n_sheets; i++)
    {
      high = MAX (high, row->sheets[i].total);
      low = MIN (low, row->sheets[i].total);
    }
  *highest = row->n_sheets > 0 ? lectern_mark_format_fixed (high, self->decimals) : NULL;
  *lowest = row->n_sheets > 0 ? lectern_mark_format_fixed (low, self->decimals) : NULL;
}

/* Takes @remark. */
static void
add_remark (const Summary *self,
            GString       *remarks,
            char          *remark)
{
  if (remark != NULL && *remark != '\0')
    {
      if (remarks->len > 0)
        g_string_append (remarks, lectern_paper_word (self->report.language, LECTERN_WORD_SENTENCE_GAP));
      g_string_append (remarks, remark);
    }
  g_free (remark);
}

static char *
describe_forfeit (const Summary           *self,
                  const LecternRankingRow *row)
{
  const char *word = lectern_paper_word (self->report.language, LECTERN_WORD_FORFEIT);
  const char *reason = row->entry->forfeit_reason;

  return reason != NULL && *reason != '\0' ? g_strdup_printf ("%s: %s", word, reason) : g_strdup (word);
}

static char *
describe_remarks (const Summary *self,
                  guint          index)
{
  const LecternRankingRow *row = g_ptr_array_index (self->rows, index);
  const char              *language = self->report.language;
  GString                 *remarks = g_string_new (NULL);
  g_autofree char         *missing = g_strdup_printf ("%u", row->n_expected > row->n_sheets ? row->n_expected - row->n_sheets : 0);

  if (row->entry->state == LECTERN_ENTRY_FORFEIT)
    add_remark (self, remarks, describe_forfeit (self, row));
  else if (row->n_expected > row->n_sheets)
    add_remark (self, remarks, lectern_paper_phrase (language, LECTERN_WORD_SHEETS_MISSING, missing, NULL));
  add_remark (self, remarks, lectern_report_describe_prize (&self->report, row));
  if (row->entry->state != LECTERN_ENTRY_FORFEIT)
    add_remark (self, remarks, lectern_report_describe_denominator (&self->report, row));
  if (row->ranked.tied)
    add_remark (self, remarks, g_strdup (lectern_paper_word (language, LECTERN_WORD_OPEN_TIE)));
  if (row->separated_by != NULL || lectern_report_is_decided (self->ranking, index))
    {
      g_autofree char *rule = lectern_report_describe_tie_rule (&self->report, row->separated_by != NULL ? row->separated_by : "decision");
      g_autofree char *figures = lectern_separation_describe_figures (self->ranking, self->report.contest, row);
      g_autofree char *said = figures == NULL ? g_strdup (rule) : g_strdup_printf (g_str_equal (language, "en") ? "%s (%s)" : "%s（%s）", rule, figures);

      add_remark (self, remarks, lectern_paper_phrase (language, LECTERN_WORD_SEPARATED, said, NULL));
    }

  return g_string_free (remarks, FALSE);
}

static void
fill_figures (const Summary *self,
              guint          index,
              char         **cells)
{
  const LecternRankingRow *row = g_ptr_array_index (self->rows, index);
  gint64                   time_ms = row->entry->time_ms;

  describe_extremes (self, row, &cells[COLUMN_HIGHEST], &cells[COLUMN_LOWEST]);
  if (time_ms != LECTERN_NULL)
    cells[COLUMN_TIME] = lectern_clock_format (time_ms, time_ms % 1000 != 0);
  if (row->ranked.has_final)
    {
      cells[COLUMN_DEDUCTION] = row->ranked.deduction > 0 ? lectern_mark_format_fixed (row->ranked.deduction, MIN (self->ranking->decimals, 3)) : g_strdup ("—");
      cells[COLUMN_FINAL] = lectern_fraction_format (row->ranked.final, self->ranking->decimals);
    }
  if (row->ranked.rank > 0)
    cells[COLUMN_RANK] = g_strdup_printf ("%u", row->ranked.rank);
  cells[COLUMN_REMARKS] = describe_remarks (self, index);
}

static void
strike_out (Summary                 *self,
            LecternPage             *page,
            const LecternRankingRow *row,
            const char *const       *cells,
            double                   y)
{
  double x = MARGIN;

  for (guint i = 0; i < JUDGE_FIRST; i++)
    x += self->table.columns[i].width;
  for (guint i = 0; i < self->judges->len; i++)
    {
      const LecternReportColumn *column = &self->table.columns[JUDGE_FIRST + i];
      const LecternRankingSheet *sheet = lectern_report_find_sheet (row, ((LecternJudge *) g_ptr_array_index (self->judges, i))->number);

      if (sheet != NULL && sheet->fate != LECTERN_SHEET_COUNTED)
        lectern_report_add_strike (&self->report, page, &column->type, cells[JUDGE_FIRST + i], x + column->width / 2, y, column->width);
      x += column->width;
    }
}

static void
add_row (Summary     *self,
         LecternPage *page,
         guint        index,
         double       y)
{
  const LecternRankingRow *row = g_ptr_array_index (self->rows, index);
  g_auto (GStrv) cells = g_new0 (char *, self->table.n_columns + 1);
  guint n_judges = self->judges->len;

  cells[COLUMN_POSITION] = g_strdup_printf ("%u", index + 1);
  cells[COLUMN_LOT] = row->entry->lot != LECTERN_NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, row->entry->lot) : g_strdup ("");
  cells[COLUMN_NAME] = g_strdup (row->nominee->name);
  cells[COLUMN_UNIT] = g_strdup (row->unit != NULL ? row->unit->name : "");
  for (guint i = 0; i < n_judges; i++)
    cells[JUDGE_FIRST + i] = describe_sheet (self, row, g_ptr_array_index (self->judges, i));
  fill_figures (self, index, cells + JUDGE_FIRST + n_judges);

  lectern_report_table_add_row (&self->report, &self->table, page, (const char *const *) cells, y, self->row_height);
  strike_out (self, page, row, (const char *const *) cells, y + self->row_height / 2);
  for (guint i = 0; i < self->table.n_columns; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
}

static void
add_judge_head (Summary     *self,
                LecternPage *page,
                guint        index,
                double       x)
{
  const LecternJudge        *judge = g_ptr_array_index (self->judges, index);
  const LecternReportColumn *column = &self->table.columns[JUDGE_FIRST + index];
  g_autofree char           *number = g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  LecternType                number_type = { LECTERN_FONT_HEADING, 9, LECTERN_REPORT_INK, 0 };
  LecternType                name_type = { LECTERN_FONT_NAME, 7.5, LECTERN_REPORT_INK, 0 };
  double                     top = TABLE_Y + SPAN_HEIGHT;

  lectern_page_add_rectangle (page, 0xf2f2f2, 0, x, top, column->width, HEAD_HEIGHT - SPAN_HEIGHT);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.15, x, top, column->width, HEAD_HEIGHT - SPAN_HEIGHT);
  lectern_paper_place_fitted (page, self->report.fonts, &number_type, number, x, top + 2.9, column->width, 4, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (page, self->report.fonts, &name_type, judge->name, x + 0.3, top + 6.9, column->width - 0.6, 4, LECTERN_ALIGN_CENTRE);
}

static void
add_heads (Summary     *self,
           LecternPage *page)
{
  LecternType type = { LECTERN_FONT_HEADING, 9, LECTERN_REPORT_INK, 0 };
  double      x = MARGIN;
  double      span = 0;
  double      span_x = 0;
  guint       n = self->judges->len;

  for (guint i = 0; i < self->table.n_columns; i++)
    {
      if (i >= JUDGE_FIRST && i < JUDGE_FIRST + n)
        {
          span_x = i == JUDGE_FIRST ? x : span_x;
          span += self->table.columns[i].width;
          add_judge_head (self, page, i - JUDGE_FIRST, x);
        }
      else
        lectern_report_table_add_head (&self->report, &self->table, page, i, TABLE_Y, HEAD_HEIGHT);
      x += self->table.columns[i].width;
    }
  if (n == 0)
    return;

  lectern_page_add_rectangle (page, 0xf2f2f2, 0, span_x, TABLE_Y, span, SPAN_HEIGHT);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.15, span_x, TABLE_Y, span, SPAN_HEIGHT);
  lectern_paper_place_fitted (page, self->report.fonts, &type, lectern_paper_word (self->report.language, LECTERN_WORD_JUDGE), span_x, TABLE_Y + SPAN_HEIGHT / 2, span, SPAN_HEIGHT, LECTERN_ALIGN_CENTRE);
}

/* Round, date and place on the left, what the figures are worth on the right. */
static void
add_title (Summary     *self,
           LecternPage *page)
{
  const LecternReport        *report = &self->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title_type = { LECTERN_FONT_TITLE, 18, LECTERN_REPORT_INK, 0.03 };
  LecternType                 line_type = { lectern_report_get_text_role (report), 10, LECTERN_REPORT_INK, 0 };
  LecternType                 state_type = { LECTERN_FONT_HEADING, 10, LECTERN_REPORT_INK, 0 };
  const char                 *word = lectern_paper_word (report->language, LECTERN_WORD_SUMMARY);
  g_autofree char            *date = lectern_paper_date_in_figures (report->language, record->date);
  g_autofree char            *title = g_strdup_printf (g_str_equal (report->language, "en") ? "%s · %s" : "%s%s", record->title, word);
  g_autofree char            *line = g_strdup_printf ("%s　%s　%s", report->round->name, date, record->place != NULL ? record->place : "");
  g_autofree char            *state = lectern_report_describe_state (report);

  lectern_paper_place_fitted (page, report->fonts, &title_type, title, MARGIN, TITLE_Y - 2.3, WIDTH - 2 * MARGIN, 9, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_line (page, report->fonts, &line_type, line, MARGIN, LINE_Y, 180, LECTERN_ALIGN_LEFT);
  lectern_paper_place_line (page, report->fonts, &state_type, state, WIDTH - MARGIN - 80, LINE_Y, 80, LECTERN_ALIGN_RIGHT);
}

/* Who closed the round and who compared its sheets, as far as it is on record. */
static void
add_signatures (Summary     *self,
                LecternPage *page)
{
  static const LecternWord words[] = { LECTERN_WORD_SCORER, LECTERN_WORD_CHECKER, LECTERN_WORD_SUPERVISOR, LECTERN_WORD_HEAD_JUDGE, LECTERN_WORD_DATE, LECTERN_N_WORDS };
  const LecternReport     *report = &self->report;
  g_autofree char         *closed = lectern_report_describe_closing (report);
  g_autofree char         *checked = lectern_report_describe_recheck (report);
  const char              *notes[G_N_ELEMENTS (words)] = { closed, checked };

  lectern_report_add_signatures (report, page, words, notes, MARGIN, SIGN_Y, WIDTH - 2 * MARGIN);
}

static void
add_foot (Summary     *self,
          LecternPage *page,
          double       y)
{
  const LecternReport *report = &self->report;
  LecternType          type = { lectern_report_get_text_role (report), RULES_SIZE, LECTERN_REPORT_GREY, 0 };
  g_autofree char     *rules = lectern_report_describe_rules (report);
  g_autofree char     *text = g_strconcat (lectern_paper_word (report->language, LECTERN_WORD_RULES), rules, g_str_equal (report->language, "en") ? ". " : "。", lectern_paper_word (report->language, LECTERN_WORD_STRUCK), NULL);

  lectern_paper_place_paragraph (page, report->fonts, &type, text, MARGIN, y + 4, WIDTH - 2 * MARGIN, RULES_LEADING, 0, LECTERN_ALIGN_LEFT);
}

/* Only when all pages are there, the rulings' among them. */
static void
number_pages (Summary *self)
{
  const LecternReport *report = &self->report;
  LecternType          type = { lectern_report_get_text_role (report), RULES_SIZE, LECTERN_REPORT_GREY, 0 };
  LecternType          page_type = { lectern_report_get_text_role (report), 9, LECTERN_REPORT_INK, 0 };
  guint                n_pages = lectern_document_get_n_pages (report->document);
  g_autofree char     *printed = lectern_report_describe_printing (report);

  for (guint i = 0; i < n_pages; i++)
    {
      LecternPage     *page = lectern_document_get_page (report->document, i);
      g_autofree char *pages = lectern_report_describe_page (report, i + 1, n_pages);

      lectern_paper_place_line (page, report->fonts, &type, printed, MARGIN, FOOT_Y, WIDTH - 2 * MARGIN - 80, LECTERN_ALIGN_LEFT);
      lectern_paper_place_line (page, report->fonts, &page_type, pages, WIDTH - MARGIN - 80, FOOT_Y, 80, LECTERN_ALIGN_RIGHT);
    }
}

static void
add_page (Summary *self,
          guint    first,
          guint    n)
{
  LecternPage *page = lectern_report_add_page (&self->report, WIDTH, HEIGHT);
  double       y = TABLE_Y + HEAD_HEIGHT;

  add_title (self, page);
  add_heads (self, page);
  for (guint i = 0; i < n; i++, y += self->row_height)
    add_row (self, page, first + i, y);
  lectern_report_table_add_frame (&self->table, page, TABLE_Y, y - TABLE_Y);
  add_foot (self, page, y);
  add_signatures (self, page);
}

static void
add_pages (Summary *self)
{
  guint n = self->ranking->n_rows;
  guint per_page = (guint) ((TABLE_END - TABLE_Y - HEAD_HEIGHT) / ROW_HEIGHT);
  guint first = 0;

  self->n_pages = MAX (1, (n + per_page - 1) / per_page);
  self->row_height = MIN (ROW_HEIGHT_MAX, (TABLE_END - TABLE_Y - HEAD_HEIGHT) / MAX (1, lectern_report_share_rows (n, self->n_pages, 0)));
  for (guint i = 0; i < self->n_pages; i++)
    {
      guint share = lectern_report_share_rows (n, self->n_pages, i);

      add_page (self, first, share);
      first += share;
    }
}

static void
begin_rulings_cb (LecternReportFlow *flow,
                  gpointer           data)
{
  add_title (data, flow->page);
  flow->y = TABLE_Y;
}

static void
sign_rulings_cb (LecternReportFlow *flow,
                 gpointer           data)
{
  add_signatures (data, flow->page);
}

/* What was ruled during the round, on pages of their own after the figures. */
static void
add_rulings (Summary *self)
{
  LecternReportFlow   flow;
  LecternReportLayout layout = { .width = WIDTH, .height = HEIGHT, .left = MARGIN, .right = MARGIN, .bottom = HEIGHT - TABLE_END };

  if (!lectern_report_has_rulings (&self->report, self->ranking))
    return;

  lectern_report_flow_init (&flow, &self->report, layout, begin_rulings_cb, sign_rulings_cb, self);
  lectern_report_flow_add_rulings (&flow, self->ranking);
}

/* By rank the rows stand as they were ranked, open ties included. */
static GPtrArray *
list_rows (const LecternRanking *ranking,
           LecternNameOrder      order)
{
  GPtrArray *rows;

  if (order != LECTERN_NAME_ORDER_RANK)
    return lectern_name_list_all_rows (ranking, order);
  rows = g_ptr_array_new ();
  for (guint i = 0; i < ranking->n_rows; i++)
    g_ptr_array_add (rows, (gpointer) &ranking->rows[i]);

  return rows;
}

LecternDocument *
lectern_report_summary_new (LecternContest       *contest,
                            const LecternRanking *ranking,
                            LecternNameOrder      order,
                            const char           *signing_key,
                            gint64                printed_us,
                            GError              **error)
{
  Summary                     self = { .ranking = ranking };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_SUMMARY), NULL);

  /* A ranking of a round that is not there has no round. */
  if (!lectern_report_init (&self.report, contest, ranking->round != NULL ? ranking->round : "", title, printed_us, error))
    return NULL;
  if (ranking->n_rows == 0)
    return lectern_report_refuse (&self.report, error, _ ("The running order has not been drawn yet."));

  self.report.signing_key = signing_key;
  self.judges = lectern_report_list_judges (contest, ranking);
  self.rows = list_rows (ranking, order);
  self.columns = g_array_new (FALSE, FALSE, sizeof (LecternReportColumn));
  self.decimals = lectern_report_count_decimals (ranking);
  add_columns (&self);
  add_pages (&self);
  add_rulings (&self);
  number_pages (&self);
  g_array_unref (self.columns);
  g_ptr_array_unref (self.rows);
  g_ptr_array_unref (self.judges);

  return lectern_report_finish (&self.report, error);
}
