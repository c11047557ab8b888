/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* All marks of one judge, for his signature: he signs what the program has of him. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-sheets.h"

#include "lectern-mark.h"
#include "lectern-report-flow.h"
#include "lectern-report-marks.h"

#include <glib/gi18n-lib.h>

#define SIGN_HEIGHT 13.0
#define HEADING_HEIGHT 8.0
#define HEAD_HEIGHT 10.0
#define ROW_HEIGHT_MIN 5.8
#define ROW_HEIGHT_STEP 0.1
#define ROW_HEIGHT_MAX 8.0
#define NOTE_LEADING 4.3
#define NOTE_GAP 1.5
#define LOT_WIDTH 13.0
#define NAME_WIDTH 25.0
#define UNIT_WIDTH 28.0
#define TOTAL_WIDTH 16.0
#define REMARKS_WIDTH 29.0
#define CRITERIA_UPRIGHT 6
#define FIRST_CRITERION 3

typedef struct
{
  LecternReport         report;
  LecternReportFlow     flow;
  const LecternRanking *ranking;
  const LecternJudge   *judge; /* whose pages these are */
  GPtrArray            *criteria;
  GPtrArray            *entries; /* borrowed LecternEntry by lot */
  GArray               *columns;
  GPtrArray            *heads;
  LecternReportTable    table;
  double                row_height;
  guint                 decimals;
} Sheets;

static void
add_column (Sheets         *self,
            char           *head,
            double          width,
            LecternFontRole role,
            double          size)
{
  LecternReportColumn column = { head, width, { role, size, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE };

  g_ptr_array_add (self->heads, head);
  g_array_append_val (self->columns, column);
}

static void
set_columns (Sheets *self)
{
  const char     *language = self->report.language;
  LecternFontRole role = lectern_report_get_text_role (&self->report);
  double          each = (lectern_report_flow_get_width (&self->flow) - LOT_WIDTH - NAME_WIDTH - UNIT_WIDTH - TOTAL_WIDTH - REMARKS_WIDTH) / MAX (self->criteria->len, 1);

  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_LOT)), LOT_WIDTH, LECTERN_FONT_HEADING, 10);
  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_NAME)), NAME_WIDTH, LECTERN_FONT_NAME, 11);
  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_UNIT)), UNIT_WIDTH, role, 9);
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const LecternCriterion *criterion = self->criteria->pdata[i];
      g_autofree char        *max = lectern_mark_format (criterion->max);

      add_column (self, lectern_paper_phrase (language, LECTERN_WORD_MARKS_OF, criterion->name, max, NULL), each, LECTERN_FONT_FIGURES, 9.5);
    }
  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_TOTAL)), TOTAL_WIDTH, LECTERN_FONT_HEADING, 10);
  add_column (self, g_strdup (lectern_paper_word (language, LECTERN_WORD_REMARKS)), REMARKS_WIDTH, role, 8);
  self->table = (LecternReportTable){ self->flow.layout.left, (const LecternReportColumn *) (gpointer) self->columns->data, self->columns->len, 9 };
}

static void
begin_page_cb (LecternReportFlow *flow,
               gpointer           data)
{
  Sheets          *self = data;
  LecternReport   *report = flow->report;
  LecternType      type = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->judge->number);
  g_autofree char *who = lectern_paper_phrase (report->language, LECTERN_WORD_JUDGE_LINE, number, self->judge->name, NULL);
  g_autofree char *line = g_strjoin ("　", who, self->judge->head == 1 ? lectern_paper_word (report->language, LECTERN_WORD_HEAD_JUDGE) : NULL, NULL);

  lectern_report_flow_add_small_title (flow, lectern_paper_word (report->language, LECTERN_WORD_JUDGE_SHEETS));
  lectern_paper_place_fitted (flow->page, report->fonts, &type, line, flow->layout.left, flow->y + HEADING_HEIGHT / 2 - 0.5, lectern_report_flow_get_width (flow), HEADING_HEIGHT - 1, LECTERN_ALIGN_LEFT);
  flow->y += HEADING_HEIGHT;
}

static void
end_page_cb (LecternReportFlow *flow,
             gpointer           data)
{
  static const LecternWord words[] = { LECTERN_WORD_JUDGE_SIGNATURE, LECTERN_WORD_DATE, LECTERN_N_WORDS };

  lectern_report_add_signatures (flow->report, flow->page, words, NULL, flow->layout.left, flow->layout.height - flow->layout.bottom - 4, lectern_report_flow_get_width (flow));
}

static void
fill_marks (Sheets                  *self,
            const LecternRankingRow *row,
            char                   **cells)
{
  const LecternRankingSheet *ranked = lectern_report_find_sheet (row, self->judge->number);
  const LecternSheet        *sheet = lectern_contest_get_counted_sheet (self->report.contest, row->entry, self->judge->number);
  guint                      n = self->criteria->len;

  for (guint i = 0; i < n; i++)
    {
      gint64 mark = lectern_contest_get_mark (self->report.contest, sheet, ((LecternCriterion *) self->criteria->pdata[i])->key);

      cells[i] = mark != LECTERN_NULL ? lectern_mark_format_fixed (mark, self->decimals) : g_strdup ("");
    }
  cells[n] = lectern_mark_format_fixed (ranked->total, self->decimals);
  cells[n + 1] = lectern_report_describe_sheet (&self->report, row, self->judge->number);
}

static char *
describe_absence (Sheets                  *self,
                  const LecternRankingRow *row)
{
  char *recusal = lectern_report_describe_recusal (&self->report, row->entry, self->judge->number);

  if (row->entry->state == LECTERN_ENTRY_FORFEIT)
    {
      g_free (recusal);
      return g_strdup (lectern_paper_word (self->report.language, LECTERN_WORD_FORFEIT));
    }
  if (recusal != NULL)
    return recusal;
  if (self->judge->active != 1)
    return g_strdup (lectern_paper_word (self->report.language, LECTERN_WORD_LEFT_PANEL));

  return row->entry->state == LECTERN_ENTRY_WAITING ? g_strdup ("") : g_strdup (lectern_paper_word (self->report.language, LECTERN_WORD_NOT_HANDED_IN));
}

static char **
make_cells (Sheets                  *self,
            const LecternRankingRow *row)
{
  guint  total = FIRST_CRITERION + self->criteria->len;
  char **cells = g_new0 (char *, total + 3);

  cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, row->entry->lot);
  cells[1] = g_strdup (row->nominee->name);
  cells[2] = g_strdup (row->unit != NULL ? row->unit->name : "");
  if (lectern_report_find_sheet (row, self->judge->number) != NULL)
    {
      fill_marks (self, row, cells + FIRST_CRITERION);
      return cells;
    }
  for (guint i = FIRST_CRITERION; i <= total; i++)
    cells[i] = g_strdup ("—");
  cells[total + 1] = describe_absence (self, row);

  return cells;
}

static void
add_entry (Sheets                  *self,
           const LecternRankingRow *row,
           const char *const       *cells)
{
  const LecternRankingSheet *ranked = lectern_report_find_sheet (row, self->judge->number);
  guint                      total = FIRST_CRITERION + self->criteria->len;
  double                     x = self->table.x;

  lectern_report_flow_add_row (&self->flow, cells, self->row_height);
  if (ranked == NULL || ranked->fate == LECTERN_SHEET_COUNTED)
    return;

  for (guint i = 0; i < total; i++)
    x += self->table.columns[i].width;
  lectern_report_add_strike (&self->report, self->flow.page, &self->table.columns[total].type, cells[total], x + TOTAL_WIDTH / 2, self->flow.y - self->flow.row_height / 2, TOTAL_WIDTH);
}

/* What was amended and made void of the judge's, each with its lot. */
static GPtrArray *
list_notes (Sheets *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LecternEntry *entry = self->entries->pdata[i];
      g_autoptr (GPtrArray) notes = lectern_report_list_amendments (&self->report, entry, self->judge->number);
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, entry->lot);
      g_autofree char *lot = lectern_paper_phrase (self->report.language, LECTERN_WORD_NUMBERED_LOT, digits, NULL);

      for (guint k = 0; k < notes->len; k++)
        g_ptr_array_add (all, g_strdup_printf ("%s　%s", lot, (const char *) notes->pdata[k]));
    }

  return all;
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
  double      height = notes->len > 0 ? NOTE_GAP : 0;

  for (guint i = 0; i < notes->len; i++)
    {
      g_auto (GStrv) lines = lectern_paper_break (self->report.fonts, &type, notes->pdata[i], lectern_report_flow_get_width (&self->flow), 0);

      height += g_strv_length (lines) * NOTE_LEADING;
    }

  return height;
}

static void
add_notes (Sheets    *self,
           GPtrArray *notes)
{
  LecternType type = get_note_type (self);

  if (notes->len > 0)
    lectern_report_flow_add_gap (&self->flow, NOTE_GAP);
  for (guint i = 0; i < notes->len; i++)
    lectern_report_flow_add_paragraph (&self->flow, &type, notes->pdata[i], NOTE_LEADING, 0, LECTERN_ALIGN_LEFT);
}

static double
measure_rows (Sheets    *self,
              GPtrArray *rows, /* of cells */
              double     height)
{
  double whole = 0;

  for (guint i = 0; i < rows->len; i++)
    whole += lectern_report_flow_measure_row (&self->flow, rows->pdata[i], height);

  return whole;
}

/* Rows as high as the page has room for. Where they are too many, pages of about the same length. */
static guint
choose_pages (Sheets    *self,
              GPtrArray *rows,
              double     notes)
{
  double room = lectern_report_flow_get_room (&self->flow) - HEAD_HEIGHT - notes;

  for (self->row_height = ROW_HEIGHT_MAX; self->row_height >= ROW_HEIGHT_MIN; self->row_height -= ROW_HEIGHT_STEP)
    if (measure_rows (self, rows, self->row_height) <= room)
      return 1;
  self->row_height = ROW_HEIGHT_MAX;

  return (guint) (measure_rows (self, rows, self->row_height) / room) + 1;
}

/* On a page that has begun. */
static void
add_judge (Sheets *self)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) notes = list_notes (self);
  guint n_pages;
  guint done = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LecternRankingRow *row = lectern_ranking_find (self->ranking, ((LecternEntry *) self->entries->pdata[i])->nominee);

      if (row == NULL)
        continue;
      g_ptr_array_add (ranked, (gpointer) row);
      g_ptr_array_add (rows, make_cells (self, row));
    }
  lectern_report_flow_begin_table (&self->flow, &self->table, HEAD_HEIGHT);
  n_pages = choose_pages (self, rows, measure_notes (self, notes));
  for (guint p = 0; p < n_pages; p++)
    {
      guint share = lectern_report_share_rows (rows->len, n_pages, p);

      if (p > 0)
        lectern_report_flow_break (&self->flow);
      for (guint i = 0; i < share; i++, done++)
        add_entry (self, ranked->pdata[done], rows->pdata[done]);
    }
  lectern_report_flow_end_table (&self->flow);
  add_notes (self, notes);
}

static void
add_judges (Sheets    *self,
            GPtrArray *judges)
{
  LecternReportLayout layout = lectern_report_layout_table (self->criteria->len > CRITERIA_UPRIGHT);

  self->columns = g_array_new (FALSE, FALSE, sizeof (LecternReportColumn));
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->decimals = lectern_report_count_decimals (self->ranking);
  self->judge = judges->pdata[0];
  layout.foot = SIGN_HEIGHT;
  lectern_report_flow_init (&self->flow, &self->report, layout, begin_page_cb, end_page_cb, self);
  set_columns (self);
  for (guint i = 0; i < judges->len; i++)
    {
      self->judge = judges->pdata[i];
      if (i > 0)
        lectern_report_flow_break (&self->flow);
      add_judge (self);
    }
  lectern_report_flow_end (&self->flow);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->heads);
}

/* Those who have handed something in, or the one that was asked for. */
static GPtrArray *
choose_judges (LecternContest       *contest,
               const LecternRanking *ranking,
               gint64                judge)
{
  GPtrArray *all = lectern_contest_get_judges (contest);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const LecternJudge *one = all->pdata[i];
      gboolean            marked = FALSE;

      for (guint r = 0; r < ranking->n_rows && !marked; r++)
        marked = lectern_report_find_sheet (&ranking->rows[r], one->number) != NULL;
      if (marked && (judge == 0 || judge == one->number))
        g_ptr_array_add (chosen, (gpointer) one);
    }

  return chosen;
}

LecternDocument *
lectern_report_judge_sheets_new (LecternContest       *contest,
                                 const LecternRanking *ranking,
                                 gint64                judge,
                                 gint64                printed_us,
                                 GError              **error)
{
  Sheets                      self = { .ranking = ranking };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_JUDGE_SHEETS), NULL);
  g_autoptr (GPtrArray) judges = choose_judges (contest, ranking, judge);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, ranking->round);

  if (!lectern_report_init (&self.report, contest, ranking->round != NULL ? ranking->round : "", title, printed_us, error))
    return NULL;

  self.criteria = lectern_contest_get_criteria (contest);
  self.entries = entries;
  if (judges->len == 0)
    return lectern_report_refuse (&self.report, error, _ ("No sheet has been handed in yet."));
  add_judges (&self, judges);

  return lectern_report_finish (&self.report, error);
}
