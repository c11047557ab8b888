/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every mark of every judge, entry by entry, so that a final score can be followed from the marks to
 * the rank with a pencil. Pages are filled with whole entries: none is cut. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-sheets.h"

#include "lectern-mark.h"
#include "lectern-report-flow.h"
#include "lectern-report-marks.h"

#include <glib/gi18n-lib.h>

#define SIGN_HEIGHT 13.0
#define HEADING_HEIGHT 7.5
#define HEAD_HEIGHT 10.0
#define ROW_HEIGHT_MIN 5.2
#define ROW_HEIGHT_MAX 7.0
#define BASIS_HEIGHT 5.6
#define STRIP_HEAD 5.6
#define STRIP_HEIGHT 7.4
#define NOTE_LEADING 4.3
#define BLOCK_GAP 7.0
#define NUMBER_WIDTH 8.0
#define JUDGE_WIDTH 24.0
#define TOTAL_WIDTH 16.0
#define REMARKS_WIDTH 36.0
#define FIRST_CRITERION 2
/* More criteria than these take the sheet turned. */
#define CRITERIA_UPRIGHT 8

typedef struct
{
  LecternReport         report;
  LecternReportFlow     flow;
  const LecternRanking *ranking;
  GPtrArray            *criteria; /* borrowed LecternCriterion */
  GPtrArray            *judges;
  GPtrArray            *rows; /* LecternRankingRow by lot */
  GArray               *columns;
  GPtrArray            *heads; /* texts of the columns */
  LecternReportTable    table;
  LecternReportColumn   strip[6];
  LecternReportTable    strip_table;
  double                row_height;
  guint                 decimals;
} Sheets;

static void
add_column (Sheets         *self,
            char           *head,
            double          width,
            LecternFontRole role,
            double          size,
            LecternAlign    align)
{
  LecternReportColumn column = { head, width, { role, size, LECTERN_REPORT_INK, 0 }, align };

  g_ptr_array_add (self->heads, head);
  g_array_append_val (self->columns, column);
}

static void
set_columns (Sheets *self)
{
  const char *language = self->report.language;
  double      width = lectern_report_flow_get_width (&self->flow);
  double      left = self->flow.layout.left;
  double      each = (width - NUMBER_WIDTH - JUDGE_WIDTH - TOTAL_WIDTH - REMARKS_WIDTH) / MAX (self->criteria->len, 1);

  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_NUMBER)), NUMBER_WIDTH, LECTERN_FONT_HEADING, 10, LECTERN_ALIGN_CENTRE);
  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_JUDGE)), JUDGE_WIDTH, LECTERN_FONT_NAME, 10.5, LECTERN_ALIGN_CENTRE);
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const LecternCriterion *criterion = self->criteria->pdata[i];
      g_autofree char        *max = lectern_mark_format (criterion->max);

      add_column (self, lectern_paper_phrase (language, LECTERN_WORD_MARKS_OF, criterion->name, max, NULL), each, LECTERN_FONT_FIGURES, 9.5, LECTERN_ALIGN_CENTRE);
    }
  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_TOTAL)), TOTAL_WIDTH, LECTERN_FONT_HEADING, 10, LECTERN_ALIGN_CENTRE);
  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_REMARKS)), REMARKS_WIDTH, lectern_report_get_text_role (&self->report), 8, LECTERN_ALIGN_CENTRE);
  self->table = (LecternReportTable){ left, (const LecternReportColumn *) (gpointer) self->columns->data, self->columns->len, 9 };
}

static void
set_strip (Sheets *self)
{
  static const LecternWord words[] = { LECTERN_WORD_MEAN, LECTERN_WORD_TIME, LECTERN_WORD_DEDUCTION, LECTERN_WORD_FINAL, LECTERN_WORD_RANK, LECTERN_WORD_REMARKS };
  static const double      parts[] = { 0.15, 0.29, 0.12, 0.14, 0.09, 0.21 };
  double                   width = lectern_report_flow_get_width (&self->flow);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean        bold = words[i] == LECTERN_WORD_FINAL || words[i] == LECTERN_WORD_RANK;
      LecternFontRole role = bold ? LECTERN_FONT_HEADING : lectern_report_get_text_role (&self->report);

      self->strip[i] = (LecternReportColumn){ lectern_paper_word (self->report.language, words[i]), parts[i] * width, { role, bold ? 11 : 9.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE };
    }
  self->strip_table = (LecternReportTable){ self->flow.layout.left, self->strip, G_N_ELEMENTS (words), 8.5 };
}

/* One entry -------------------------------------------------------------------------------- */

static void
add_heading (Sheets                  *self,
             const LecternRankingRow *row)
{
  LecternReport   *report = &self->report;
  LecternType      name_type = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };
  LecternType      line_type = { lectern_report_get_text_role (report), 10, LECTERN_REPORT_INK, 0 };
  double           width = lectern_report_flow_get_width (&self->flow);
  double           left = self->flow.layout.left;
  double           middle = self->flow.y + HEADING_HEIGHT / 2 - 0.6;
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, row->entry->lot);
  g_autofree char *lot = row->entry->lot != LECTERN_NULL ? lectern_paper_phrase (report->language, LECTERN_WORD_NUMBERED_LOT, digits, NULL) : g_strdup ("");
  g_autofree char *who = g_strdup_printf ("%s　%s", lot, row->nominee->name);
  g_autofree char *what = g_strdup_printf ("%s　%s", row->unit != NULL ? row->unit->name : "", row->nominee->title != NULL ? row->nominee->title : "");
  double           who_width = MIN (lectern_paper_fonts_measure (report->fonts, name_type.role, name_type.size, 0, who) + 4, width * 0.6);

  lectern_paper_place_fitted (self->flow.page, report->fonts, &name_type, who, left, middle, who_width, HEADING_HEIGHT - 1, LECTERN_ALIGN_LEFT);
  lectern_paper_place_fitted (self->flow.page, report->fonts, &line_type, what, left + who_width, middle, width - who_width, HEADING_HEIGHT - 1, LECTERN_ALIGN_LEFT);
  self->flow.y += HEADING_HEIGHT;
}

/* One cell over all marks, for a judge who gave none. */
static void
add_absence (Sheets     *self,
             const char *why,
             double      y)
{
  LecternReport *report = &self->report;
  LecternType    type = { lectern_report_get_text_role (report), 9, LECTERN_REPORT_INK, 0 };
  double         x = self->table.x + NUMBER_WIDTH + JUDGE_WIDTH;
  double         width = lectern_report_table_get_width (&self->table) - NUMBER_WIDTH - JUDGE_WIDTH;

  lectern_page_add_rectangle (self->flow.page, LECTERN_REPORT_INK, 0.15, x, y, width, self->row_height);
  lectern_paper_place_fitted (self->flow.page, report->fonts, &type, why, x + 2, y + self->row_height / 2, width - 4, self->row_height - 1, LECTERN_ALIGN_CENTRE);
}

static void
add_marks (Sheets                  *self,
           const LecternRankingRow *row,
           const LecternJudge      *judge,
           const char              *number)
{
  const LecternRankingSheet *ranked = lectern_report_find_sheet (row, judge->number);
  const LecternSheet        *sheet = lectern_contest_get_counted_sheet (self->report.contest, row->entry, judge->number);
  guint                      n = self->criteria->len;
  double                     x = self->table.x;
  g_auto (GStrv) cells = g_new0 (char *, FIRST_CRITERION + n + 3);

  cells[0] = g_strdup (number);
  cells[1] = g_strdup (judge->name);
  for (guint i = 0; i < n; i++)
    {
      gint64 mark = lectern_contest_get_mark (self->report.contest, sheet, ((LecternCriterion *) self->criteria->pdata[i])->key);

      cells[FIRST_CRITERION + i] = mark != LECTERN_NULL ? lectern_mark_format_fixed (mark, self->decimals) : g_strdup ("");
    }
  cells[FIRST_CRITERION + n] = lectern_mark_format_fixed (ranked->total, self->decimals);
  cells[FIRST_CRITERION + n + 1] = lectern_report_describe_sheet (&self->report, row, judge->number);
  lectern_report_table_add_row (&self->report, &self->table, self->flow.page, (const char *const *) cells, self->flow.y, self->row_height);
  if (ranked->fate == LECTERN_SHEET_COUNTED)
    return;

  for (guint i = 0; i < FIRST_CRITERION + n; i++)
    x += self->table.columns[i].width;
  lectern_report_add_strike (&self->report, self->flow.page, &self->table.columns[FIRST_CRITERION + n].type, cells[FIRST_CRITERION + n], x + TOTAL_WIDTH / 2, self->flow.y + self->row_height / 2, TOTAL_WIDTH);
}

static void
add_judge (Sheets                  *self,
           const LecternRankingRow *row,
           const LecternJudge      *judge)
{
  const LecternReportTable only_judge = { self->table.x, self->table.columns, FIRST_CRITERION, 9 };
  g_autofree char         *recusal = lectern_report_describe_recusal (&self->report, row->entry, judge->number);
  g_autofree char         *number = g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  const char              *cells[FIRST_CRITERION] = { number, judge->name };

  if (lectern_report_find_sheet (row, judge->number) != NULL)
    add_marks (self, row, judge, number);
  else
    {
      lectern_report_table_add_row (&self->report, &only_judge, self->flow.page, cells, self->flow.y, self->row_height);
      add_absence (self, recusal != NULL ? recusal : lectern_paper_word (self->report.language, LECTERN_WORD_NOT_HANDED_IN), self->flow.y);
    }
  self->flow.y += self->row_height;
}

/* A judge who came or left in the course of the round is listed where he marked. */
static gboolean
is_listed (const Sheets            *self,
           const LecternRankingRow *row,
           const LecternJudge      *judge)
{
  if (lectern_report_find_sheet (row, judge->number) != NULL)
    return TRUE;
  return judge->active == 1 && !lectern_contest_came_later (self->report.contest, row->entry, judge->number);
}

static void
add_grid (Sheets                  *self,
          const LecternRankingRow *row)
{
  double top = self->flow.y;

  for (guint i = 0; i < self->table.n_columns; i++)
    lectern_report_table_add_head (&self->report, &self->table, self->flow.page, i, top, HEAD_HEIGHT);
  self->flow.y += HEAD_HEIGHT;
  for (guint i = 0; i < self->judges->len; i++)
    if (is_listed (self, row, self->judges->pdata[i]))
      add_judge (self, row, self->judges->pdata[i]);
  lectern_report_table_add_frame (&self->table, self->flow.page, top, self->flow.y - top);
}

static char *
describe_standing (Sheets                  *self,
                   const LecternRankingRow *row)
{
  g_autofree char *prize = lectern_report_describe_prize (&self->report, row);
  GString         *text = g_string_new (prize);
  g_autofree char *missing = g_strdup_printf ("%u", row->n_expected > row->n_sheets ? row->n_expected - row->n_sheets : 0);
  g_autofree char *sentence = lectern_paper_phrase (self->report.language, LECTERN_WORD_SHEETS_MISSING, missing, NULL);

  if (row->n_expected > row->n_sheets)
    g_string_append_printf (text, "%s%s", text->len > 0 ? lectern_paper_word (self->report.language, LECTERN_WORD_SENTENCE_GAP) : "", sentence);
  if (row->ranked.tied)
    g_string_append_printf (text, "%s%s", text->len > 0 ? lectern_paper_word (self->report.language, LECTERN_WORD_SENTENCE_GAP) : "", lectern_paper_word (self->report.language, LECTERN_WORD_OPEN_TIE));

  return g_string_free (text, FALSE);
}

/* How the sheets become the final score, and what it is. A rank stands only on a closed round. */
static void
add_result (Sheets                  *self,
            const LecternRankingRow *row)
{
  LecternReport   *report = &self->report;
  LecternType      type = { lectern_report_get_text_role (report), 9, LECTERN_REPORT_INK, 0 };
  g_autofree char *basis = lectern_report_describe_basis (report, row);
  g_autofree char *mean = row->ranked.has_final ? lectern_fraction_format (row->ranked.mean, 6) : g_strdup ("");
  g_autofree char *time = lectern_report_describe_time (report, row->entry);
  g_autofree char *deduction = row->ranked.deduction > 0 ? lectern_mark_format_fixed (row->ranked.deduction, MIN (self->ranking->decimals, 3)) : g_strdup ("—");
  g_autofree char *final = row->ranked.has_final ? lectern_fraction_format (row->ranked.final, self->ranking->decimals) : g_strdup ("");
  g_autofree char *rank = row->ranked.rank > 0 && !self->ranking->provisional ? g_strdup_printf ("%u", row->ranked.rank) : g_strdup ("");
  g_autofree char *standing = describe_standing (self, row);
  const char      *cells[] = { mean, time, row->ranked.has_final ? deduction : "", final, rank, standing };
  double           top;

  lectern_paper_place_fitted (self->flow.page, report->fonts, &type, basis, self->flow.layout.left, self->flow.y + BASIS_HEIGHT / 2, lectern_report_flow_get_width (&self->flow), BASIS_HEIGHT, LECTERN_ALIGN_LEFT);
  self->flow.y += BASIS_HEIGHT;
  top = self->flow.y;
  for (guint i = 0; i < self->strip_table.n_columns; i++)
    lectern_report_table_add_head (report, &self->strip_table, self->flow.page, i, top, STRIP_HEAD);
  lectern_report_table_add_row (report, &self->strip_table, self->flow.page, cells, top + STRIP_HEAD, STRIP_HEIGHT);
  lectern_report_table_add_frame (&self->strip_table, self->flow.page, top, STRIP_HEAD + STRIP_HEIGHT);
  self->flow.y += STRIP_HEAD + STRIP_HEIGHT;
}

static LecternType
get_note_type (Sheets *self)
{
  return (LecternType){ lectern_report_get_text_role (&self->report), 8.5, LECTERN_REPORT_INK, 0 };
}

static double
measure_notes (Sheets    *self,
               GPtrArray *notes)
{
  LecternType type = get_note_type (self);
  double      height = notes->len > 0 ? 1.5 : 0;

  for (guint i = 0; i < notes->len; i++)
    {
      g_auto (GStrv) lines = lectern_paper_break (self->report.fonts, &type, notes->pdata[i], lectern_report_flow_get_width (&self->flow), 0);

      height += g_strv_length (lines) * NOTE_LEADING;
    }

  return height;
}

static guint
count_listed (Sheets                  *self,
              const LecternRankingRow *row)
{
  guint n = 0;

  for (guint i = 0; i < self->judges->len; i++)
    n += is_listed (self, row, self->judges->pdata[i]);

  return n;
}

static void
add_forfeit (Sheets                  *self,
             const LecternRankingRow *row)
{
  LecternType      type = { lectern_report_get_text_role (&self->report), 10, LECTERN_REPORT_INK, 0 };
  const char      *reason = row->entry->forfeit_reason;
  g_autofree char *text = g_strjoin (g_str_equal (self->report.language, "en") ? ": " : "：", lectern_paper_word (self->report.language, LECTERN_WORD_FORFEIT), reason != NULL && *reason != '\0' ? reason : NULL, NULL);

  lectern_report_flow_reserve (&self->flow, HEADING_HEIGHT + 6);
  add_heading (self, row);
  lectern_report_flow_add_paragraph (&self->flow, &type, text, 6, 0, LECTERN_ALIGN_LEFT);
  lectern_report_flow_add_gap (&self->flow, BLOCK_GAP);
}

static void
add_entry (Sheets                  *self,
           const LecternRankingRow *row)
{
  LecternType type = get_note_type (self);
  g_autoptr (GPtrArray) notes = lectern_report_list_amendments (&self->report, row->entry, LECTERN_NULL);
  double height = HEADING_HEIGHT + HEAD_HEIGHT + count_listed (self, row) * self->row_height + BASIS_HEIGHT + STRIP_HEAD + STRIP_HEIGHT;

  lectern_report_flow_reserve (&self->flow, height + measure_notes (self, notes));
  add_heading (self, row);
  add_grid (self, row);
  add_result (self, row);
  if (notes->len > 0)
    lectern_report_flow_add_gap (&self->flow, 1.5);
  for (guint i = 0; i < notes->len; i++)
    lectern_report_flow_add_paragraph (&self->flow, &type, notes->pdata[i], NOTE_LEADING, 0, LECTERN_ALIGN_LEFT);
  lectern_report_flow_add_gap (&self->flow, BLOCK_GAP);
}

/* The document ------------------------------------------------------------------------------ */

static void
begin_page_cb (LecternReportFlow *flow,
               gpointer           data)
{
  lectern_report_flow_add_small_title (flow, lectern_paper_word (flow->report->language, LECTERN_WORD_SHEETS));
}

static void
end_page_cb (LecternReportFlow *flow,
             gpointer           data)
{
  static const LecternWord words[] = { LECTERN_WORD_SCORER, LECTERN_WORD_CHECKER, LECTERN_WORD_SUPERVISOR, LECTERN_WORD_DATE, LECTERN_N_WORDS };
  g_autofree char         *closed = lectern_report_describe_closing (flow->report);
  g_autofree char         *checked = lectern_report_describe_recheck (flow->report);
  const char              *notes[G_N_ELEMENTS (words)] = { closed, checked };
  double                   y = flow->layout.height - flow->layout.bottom - 4;

  lectern_report_add_signatures (flow->report, flow->page, words, notes, flow->layout.left, y, lectern_report_flow_get_width (flow));
}

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  const LecternRankingRow *left = *(const LecternRankingRow *const *) a, *right = *(const LecternRankingRow *const *) b;

  return (left->entry->lot > right->entry->lot) - (left->entry->lot < right->entry->lot);
}

static GPtrArray *
list_rows (LecternContest       *contest,
           const LecternRanking *ranking,
           gint64                lot)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < ranking->n_rows; i++)
    {
      LecternRankingRow *row = &ranking->rows[i];

      if (lot != 0 && row->entry->lot != lot)
        continue;
      if (row->n_sheets > 0 || row->entry->state == LECTERN_ENTRY_FORFEIT)
        g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_lots);

  return rows;
}

/* As many entries to a page as fit with low rows; then rows as high as that leaves room for. */
static double
choose_row_height (Sheets *self)
{
  double room = lectern_report_flow_get_room (&self->flow) + BLOCK_GAP;
  double fixed = HEADING_HEIGHT + HEAD_HEIGHT + BASIS_HEIGHT + STRIP_HEAD + STRIP_HEIGHT + BLOCK_GAP;
  guint  n = MAX (self->judges->len, 1);
  guint  per_page = MAX (1, (guint) (room / (fixed + n * ROW_HEIGHT_MIN)));

  return CLAMP ((room / per_page - fixed) / n, ROW_HEIGHT_MIN, ROW_HEIGHT_MAX);
}

static void
add_entries (Sheets *self)
{
  LecternReportLayout layout = lectern_report_layout_table (self->criteria->len > CRITERIA_UPRIGHT);

  self->columns = g_array_new (FALSE, FALSE, sizeof (LecternReportColumn));
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->decimals = lectern_report_count_decimals (self->ranking);
  layout.foot = SIGN_HEIGHT;
  lectern_report_flow_init (&self->flow, &self->report, layout, begin_page_cb, end_page_cb, self);
  set_columns (self);
  set_strip (self);
  self->row_height = choose_row_height (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LecternRankingRow *row = self->rows->pdata[i];

      if (row->entry->state == LECTERN_ENTRY_FORFEIT)
        add_forfeit (self, row);
      else
        add_entry (self, row);
    }
  lectern_report_flow_end (&self->flow);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->heads);
}

LecternDocument *
lectern_report_sheets_new (LecternContest       *contest,
                           const LecternRanking *ranking,
                           gint64                lot,
                           gint64                printed_us,
                           GError              **error)
{
  Sheets                      self = { .ranking = ranking };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_SHEETS), NULL);
  g_autoptr (GPtrArray) rows = list_rows (contest, ranking, lot);
  g_autoptr (GPtrArray) judges = lectern_report_list_judges (contest, ranking);

  if (!lectern_report_init (&self.report, contest, ranking->round != NULL ? ranking->round : "", title, printed_us, error))
    return NULL;

  self.criteria = lectern_contest_get_criteria (contest);
  self.judges = judges;
  self.rows = rows;
  if (rows->len == 0)
    return lectern_report_refuse (&self.report, error, _ ("No sheet has been handed in yet."));
  add_entries (&self);

  return lectern_report_finish (&self.report, error);
}
