/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What judges mark on when laptops fail. A sheet names its judge and its entry, so that none can be
 * handed in for another; where a judge does not mark there is no sheet. All that sheets have in
 * common is a form, kept once in the file. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-blank.h"

#include "lectern-mark.h"
#include "lectern-paper-banner.h"
#include "lectern-report-flow.h"
#include "lectern-report-marks.h"
#include "lectern-rounds.h"

#include <glib/gi18n-lib.h>

#define WIDTH 210.0
#define HEIGHT 297.0
#define LEFT 16.0
#define TEXT_WIDTH (WIDTH - 2 * LEFT)
/* From the upper edge of a sheet; the rehearsal's band is 8 mm high. */
#define TITLE_Y 13.5
#define LINE_Y 20.8
#define WHO_Y 25.0
#define WHO_HEIGHT 10.0
#define TITLE_ROW_HEIGHT 7.5
#define TABLE_GAP 2.5
#define HEAD_HEIGHT 7.0
#define ROW_HEIGHT_MAX 12.0
#define ROW_HEIGHT_MAX_WHOLE 16.0
#define TOTAL_HEIGHT 10.0
/* From the lower edge. */
#define RULES_UP 24.0
#define SIGN_UP 12.5
#define FOOT_UP 6.0
#define RULES_SIZE 8.0
#define RULES_LEADING 4.0
#define LABEL_WIDTH 16.0
#define LOT_WIDTH 18.0
/* More criteria than these take a page to themselves. */
#define CRITERIA_HALF 7
#define CUT_COLOUR 0x999999
#define CUT_DASH 2.0
#define COVER_ROW 9.0

typedef struct
{
  const LecternJudge   *judge;
  const LecternNominee *nominee;
  const LecternEntry   *entry; /* NULL before the draw */
} Sheet;

typedef struct
{
  LecternReport report;
  GPtrArray    *judges;   /* borrowed LecternJudge */
  GPtrArray    *nominees; /* borrowed LecternNominee, by lot where there are lots */
  GPtrArray    *criteria;
  gint64        lot; /* the only one, or 0 */
  gboolean      drawn;
  double        sheet_height;
  LecternPage  *forms[2]; /* of one sheet, of two */
  guint         n_sheets;
  guint         n_pages;
} Blank;

/* The form ----------------------------------------------------------------------------------- */

static void
add_box (Blank       *self,
         LecternPage *page,
         const char  *label,
         double       x,
         double       y,
         double       width,
         double       height)
{
  LecternType type = { LECTERN_FONT_HEADING, 10, LECTERN_REPORT_INK, 0 };

  lectern_page_add_rectangle (page, 0xf2f2f2, 0, x, y, LABEL_WIDTH, height);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.15, x, y, LABEL_WIDTH, height);
  lectern_paper_place_fitted (page, self->report.fonts, &type, label, x + 0.6, y + height / 2, LABEL_WIDTH - 1.2, height - 1, LECTERN_ALIGN_CENTRE);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.15, x + LABEL_WIDTH, y, width - LABEL_WIDTH, height);
}

static double
get_name_x (void)
{
  return LEFT + LABEL_WIDTH + LOT_WIDTH;
}

static double
get_unit_x (void)
{
  return get_name_x () + (TEXT_WIDTH - LABEL_WIDTH - LOT_WIDTH) / 2;
}

static void
add_who_boxes (Blank       *self,
               LecternPage *page,
               double       top)
{
  const char *language = self->report.language;
  double      half = (TEXT_WIDTH - LABEL_WIDTH - LOT_WIDTH) / 2;

  add_box (self, page, lectern_paper_word (language, LECTERN_WORD_LOT), LEFT, top + WHO_Y, LABEL_WIDTH + LOT_WIDTH, WHO_HEIGHT);
  add_box (self, page, lectern_paper_word (language, LECTERN_WORD_NAME), get_name_x (), top + WHO_Y, half, WHO_HEIGHT);
  add_box (self, page, lectern_paper_word (language, LECTERN_WORD_UNIT), get_unit_x (), top + WHO_Y, half, WHO_HEIGHT);
  add_box (self, page, lectern_paper_word (language, LECTERN_WORD_LECTURE), LEFT, top + WHO_Y + WHO_HEIGHT, TEXT_WIDTH, TITLE_ROW_HEIGHT);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.4, LEFT, top + WHO_Y, TEXT_WIDTH, WHO_HEIGHT + TITLE_ROW_HEIGHT);
}

static double
get_table_y (void)
{
  return WHO_Y + WHO_HEIGHT + TITLE_ROW_HEIGHT + TABLE_GAP;
}

static gint64
sum_full_marks (Blank *self)
{
  gint64 full = 0;

  for (guint i = 0; i < self->criteria->len; i++)
    full += ((LecternCriterion *) self->criteria->pdata[i])->max;

  return full;
}

static void
add_total_row (Blank                    *self,
               LecternPage              *page,
               const LecternReportTable *table,
               double                    y)
{
  g_autofree char *full = lectern_mark_format (sum_full_marks (self));
  LecternType      type = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0.05 };
  double           before = table->columns[0].width + table->columns[1].width;

  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.15, LEFT, y, before, TOTAL_HEIGHT);
  lectern_paper_place_fitted (page, self->report.fonts, &type, lectern_paper_word (self->report.language, LECTERN_WORD_TOTAL), LEFT, y + TOTAL_HEIGHT / 2, before, TOTAL_HEIGHT, LECTERN_ALIGN_CENTRE);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.15, LEFT + before, y, table->columns[2].width + table->columns[3].width, TOTAL_HEIGHT);
  lectern_paper_place_fitted (page, self->report.fonts, &type, full, LEFT + before, y + TOTAL_HEIGHT / 2, table->columns[2].width, TOTAL_HEIGHT, LECTERN_ALIGN_CENTRE);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, 0.6, LEFT + before + table->columns[2].width + table->columns[3].width, y, table->columns[4].width, TOTAL_HEIGHT);
}

static void
add_criteria (Blank       *self,
              LecternPage *page,
              double       top)
{
  const char         *language = self->report.language;
  LecternFontRole     role = lectern_report_get_text_role (&self->report);
  LecternReportColumn columns[] = {
    { lectern_paper_word (language, LECTERN_WORD_CRITERION), 38, { LECTERN_FONT_HEADING, 11, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_GUIDANCE), 72, { role, 9, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
    { lectern_paper_word (language, LECTERN_WORD_FULL_MARKS), 16, { LECTERN_FONT_FIGURES, 11, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_STEP), 16, { LECTERN_FONT_FIGURES, 10, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_MARK), TEXT_WIDTH - 142, { LECTERN_FONT_FIGURES, 12, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
  };
  LecternReportTable table = { LEFT, columns, G_N_ELEMENTS (columns), 10 };
  double             y = top + get_table_y ();
  double             room = self->sheet_height - RULES_UP - 3.5 - get_table_y () - HEAD_HEIGHT - TOTAL_HEIGHT;
  double             row_height = MIN (self->sheet_height < HEIGHT ? ROW_HEIGHT_MAX : ROW_HEIGHT_MAX_WHOLE, room / MAX (self->criteria->len, 1));
  double             height = HEAD_HEIGHT + row_height * self->criteria->len + TOTAL_HEIGHT;

  for (guint i = 0; i < table.n_columns; i++)
    lectern_report_table_add_head (&self->report, &table, page, i, y, HEAD_HEIGHT);
  y += HEAD_HEIGHT;
  for (guint i = 0; i < self->criteria->len; i++, y += row_height)
    {
      const LecternCriterion *criterion = self->criteria->pdata[i];
      g_autofree char        *max = lectern_mark_format (criterion->max);
      g_autofree char        *step = lectern_mark_format (criterion->step);
      const char             *cells[] = { criterion->name, criterion->guide, max, step, NULL };

      lectern_report_table_add_row (&self->report, &table, page, cells, y, row_height);
    }
  add_total_row (self, page, &table, y);
  lectern_report_table_add_frame (&table, page, top + get_table_y (), height);
}

static void
add_static (Blank       *self,
            LecternPage *page,
            double       top)
{
  static const LecternWord    words[] = { LECTERN_WORD_JUDGE_SIGNATURE, LECTERN_WORD_DATE, LECTERN_N_WORDS };
  const LecternReport        *report = &self->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title_type = { LECTERN_FONT_TITLE, 16, LECTERN_REPORT_INK, 0.02 };
  LecternType                 line_type = { lectern_report_get_text_role (report), 10, LECTERN_REPORT_INK, 0 };
  LecternType                 rules_type = { lectern_report_get_text_role (report), RULES_SIZE, LECTERN_REPORT_INK, 0 };
  const char                 *word = lectern_paper_word (report->language, LECTERN_WORD_BLANK_SHEETS);
  g_autofree char            *title = g_strdup_printf (g_str_equal (report->language, "en") ? "%s · %s" : "%s%s", record->title, word);
  g_autofree char            *date = lectern_paper_date_in_figures (report->language, record->date);
  g_autofree char            *line = g_strdup_printf ("%s　%s", report->round->name, date);

  lectern_paper_place_fitted (page, report->fonts, &title_type, title, LEFT, top + TITLE_Y, TEXT_WIDTH, 8, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (page, report->fonts, &line_type, line, LEFT, top + LINE_Y, TEXT_WIDTH / 2, 5, LECTERN_ALIGN_LEFT);
  add_who_boxes (self, page, top);
  add_criteria (self, page, top);
  lectern_paper_place_paragraph (page, report->fonts, &rules_type, lectern_paper_word (report->language, LECTERN_WORD_SHEET_RULES), LEFT, top + self->sheet_height - RULES_UP, TEXT_WIDTH, RULES_LEADING, 0, LECTERN_ALIGN_LEFT);
  lectern_report_add_signatures (report, page, words, NULL, LEFT, top + self->sheet_height - SIGN_UP, TEXT_WIDTH);
}

static void
add_cut (Blank       *self,
         LecternPage *page)
{
  LecternType type = { lectern_report_get_text_role (&self->report), 7, CUT_COLOUR, 0 };
  const char *word = lectern_paper_word (self->report.language, LECTERN_WORD_CUT);
  double      width = lectern_paper_fonts_measure (self->report.fonts, type.role, type.size, 0, word) + 3;
  double      y = HEIGHT / 2;

  for (double x = 5; x < WIDTH - 5; x += 2 * CUT_DASH)
    if (x + CUT_DASH < (WIDTH - width) / 2 || x > (WIDTH + width) / 2)
      lectern_page_add_line (page, CUT_COLOUR, 0.15, x, y, x + CUT_DASH, y);
  lectern_paper_place_fitted (page, self->report.fonts, &type, word, 0, y, WIDTH, 4, LECTERN_ALIGN_CENTRE);
}

static LecternPage *
get_form (Blank *self,
          guint  n)
{
  LecternPage *form = self->forms[n - 1];

  if (form != NULL)
    return form;

  form = lectern_page_new (WIDTH, HEIGHT);
  if (lectern_contest_get_record (self->report.contest)->rehearsal == 1)
    lectern_page_add_rehearsal (form, self->report.fonts, self->report.language);
  for (guint i = 0; i < n; i++)
    add_static (self, form, i * self->sheet_height);
  if (self->sheet_height < HEIGHT)
    add_cut (self, form);
  self->forms[n - 1] = form;

  return form;
}

/* A sheet's own ------------------------------------------------------------------------------- */

static void
add_value (Blank             *self,
           LecternPage       *page,
           const LecternType *type,
           const char        *text,
           double             x,
           double             y,
           double             width,
           double             height)
{
  LecternType set = *type;

  if (text == NULL || *text == '\0')
    return;
  if (set.role == LECTERN_FONT_NAME && !g_str_equal (self->report.language, "en"))
    set.spacing = lectern_paper_get_name_spread (text);
  lectern_paper_place_fitted (page, self->report.fonts, &set, text, x + LABEL_WIDTH + 1, y + height / 2, width - LABEL_WIDTH - 2, height - 1, LECTERN_ALIGN_CENTRE);
}

/* Which sheet this is, printed when; on a rehearsal's, cut off its page, that it is one. */
static void
add_foot (Blank       *self,
          LecternPage *page,
          const char  *lot,
          const Sheet *sheet,
          double       top)
{
  const LecternReport *report = &self->report;
  gboolean             rehearsal = lectern_contest_get_record (report->contest)->rehearsal == 1;
  LecternType          type = { lectern_report_get_text_role (report), 7.5, LECTERN_REPORT_GREY, 0 };
  g_autofree char     *printed = lectern_report_describe_printing_and_state (report);
  g_autofree char     *text = g_strjoin ("　", printed, rehearsal ? lectern_paper_word (report->language, LECTERN_WORD_REHEARSAL_NOTE) : NULL, NULL);
  g_autofree char     *code = g_strdup_printf ("%" G_GINT64_FORMAT "–%s", sheet->judge->number, *lot != '\0' ? lot : "（　）");

  lectern_paper_place_line (page, report->fonts, &type, text, LEFT, top + self->sheet_height - FOOT_UP, TEXT_WIDTH - 30, LECTERN_ALIGN_LEFT);
  lectern_paper_place_line (page, report->fonts, &type, code, WIDTH - LEFT - 30, top + self->sheet_height - FOOT_UP, 30, LECTERN_ALIGN_RIGHT);
}

static void
add_sheet (Blank       *self,
           LecternPage *page,
           const Sheet *sheet,
           double       top)
{
  const LecternReport *report = &self->report;
  const LecternUnit   *unit = lectern_contest_get_unit (report->contest, sheet->nominee->unit);
  LecternType          big = { LECTERN_FONT_HEADING, 16, LECTERN_REPORT_INK, 0 };
  LecternType          name = { LECTERN_FONT_NAME, 15, LECTERN_REPORT_INK, 0 };
  LecternType          text = { lectern_report_get_text_role (report), 11, LECTERN_REPORT_INK, 0 };
  LecternType          bold = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };
  double               half = (TEXT_WIDTH - LABEL_WIDTH - LOT_WIDTH) / 2;
  g_autofree char     *lot = sheet->entry != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, sheet->entry->lot) : g_strdup ("");
  g_autofree char     *number = g_strdup_printf ("%" G_GINT64_FORMAT, sheet->judge->number);
  g_autofree char     *judge = lectern_paper_phrase (report->language, LECTERN_WORD_JUDGE_LINE, number, sheet->judge->name, NULL);

  lectern_paper_place_fitted (page, report->fonts, &bold, judge, LEFT + TEXT_WIDTH / 2, top + LINE_Y - 0.3, TEXT_WIDTH / 2, 6, LECTERN_ALIGN_RIGHT);
  add_value (self, page, &big, lot, LEFT, top + WHO_Y, LABEL_WIDTH + LOT_WIDTH, WHO_HEIGHT);
  add_value (self, page, &name, sheet->nominee->name, get_name_x (), top + WHO_Y, half, WHO_HEIGHT);
  add_value (self, page, &text, unit != NULL ? unit->name : "", get_unit_x (), top + WHO_Y, half, WHO_HEIGHT);
  add_value (self, page, &text, sheet->nominee->title, LEFT, top + WHO_Y + WHO_HEIGHT, TEXT_WIDTH, TITLE_ROW_HEIGHT);
  add_foot (self, page, lot, sheet, top);
}

/* Who marks whom ------------------------------------------------------------------------------ */

static const LecternEntry *
find_entry (const Blank          *self,
            const LecternNominee *nominee)
{
  const LecternEntry *entry = lectern_contest_get_entry (self->report.contest, self->report.round->key, nominee->id);

  return entry != NULL && entry->lot != LECTERN_NULL ? entry : NULL;
}

/* Before the draw only the unit is known to keep a judge away. */
static char *
describe_left_out (const Blank          *self,
                   const LecternJudge   *judge,
                   const LecternNominee *nominee)
{
  const LecternEntry *entry = find_entry (self, nominee);
  LecternEntry        undrawn = { .record.table = &lectern_table_entry, .round = self->report.round->key, .nominee = nominee->id, .lot = LECTERN_NULL };

  return lectern_report_describe_recusal (&self->report, entry != NULL ? entry : &undrawn, judge->number);
}

/* Sheets of @judge in turn. */
static GArray *
list_sheets (const Blank        *self,
             const LecternJudge *judge)
{
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));

  for (guint i = 0; i < self->nominees->len; i++)
    {
      Sheet            sheet = { judge, self->nominees->pdata[i], find_entry (self, self->nominees->pdata[i]) };
      g_autofree char *left_out = describe_left_out (self, judge, sheet.nominee);

      if (left_out == NULL)
        g_array_append_val (sheets, sheet);
    }

  return sheets;
}

/* "3号 张䶮（回避：…）、…" */
static char *
list_left_out (const Blank        *self,
               const LecternJudge *judge)
{
  const char *language = self->report.language;
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < self->nominees->len; i++)
    {
      const LecternNominee *nominee = self->nominees->pdata[i];
      const LecternEntry   *entry = find_entry (self, nominee);
      g_autofree char      *why = describe_left_out (self, judge, nominee);
      g_autofree char      *digits = entry != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->lot) : NULL;
      g_autofree char      *lot = entry != NULL ? lectern_paper_phrase (language, LECTERN_WORD_NUMBERED_LOT, digits, NULL) : NULL;
      g_autofree char      *who = lot != NULL ? g_strdup_printf ("%s %s", lot, nominee->name) : g_strdup (nominee->name);

      if (why != NULL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? lectern_paper_word (language, LECTERN_WORD_SENTENCE_GAP) : "", who, why);
    }
  if (text->len == 0)
    g_string_append (text, lectern_paper_word (language, LECTERN_WORD_LEFT_OUT_NONE));

  return g_string_free (text, FALSE);
}

/* Pages --------------------------------------------------------------------------------------- */

static guint
get_per_page (const Blank *self)
{
  return self->sheet_height < HEIGHT ? 2 : 1;
}

/* Every judge begins a page, so that what is his can be handed to him uncut. */
static void
add_judge (Blank              *self,
           const LecternJudge *judge)
{
  g_autoptr (GArray) sheets = list_sheets (self, judge);
  guint per_page = get_per_page (self);

  for (guint i = 0; i < sheets->len; i += per_page)
    {
      guint        n = MIN (per_page, sheets->len - i);
      LecternPage *page = lectern_page_new (WIDTH, HEIGHT);

      lectern_page_set_form (page, get_form (self, n));
      for (guint k = 0; k < n; k++)
        add_sheet (self, page, &g_array_index (sheets, Sheet, i + k), k * self->sheet_height);
      lectern_document_take_page (self->report.document, page);
    }
}

static void
count_sheets (Blank *self)
{
  guint per_page = get_per_page (self);

  for (guint i = 0; i < self->judges->len; i++)
    {
      g_autoptr (GArray) sheets = list_sheets (self, self->judges->pdata[i]);

      self->n_sheets += sheets->len;
      self->n_pages += (sheets->len + per_page - 1) / per_page;
    }
}

static void
add_cover_row (Blank              *self,
               LecternReportFlow  *flow,
               const LecternJudge *judge)
{
  g_autoptr (GArray) sheets = list_sheets (self, judge);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  g_autofree char *n = g_strdup_printf ("%u", sheets->len);
  g_autofree char *left_out = list_left_out (self, judge);
  const char      *cells[] = { number, judge->name, n, left_out, NULL };

  lectern_report_flow_add_row (flow, cells, COVER_ROW);
}

/* What is handed to whom, who gets none for whom, and a place to sign for it. */
static void
add_cover (Blank *self)
{
  LecternReport      *report = &self->report;
  const char         *language = report->language;
  LecternFontRole     role = lectern_report_get_text_role (report);
  LecternReportFlow   flow;
  LecternType         type = { role, 10.5, LECTERN_REPORT_INK, 0 };
  g_autofree char    *sheets = g_strdup_printf ("%u", self->n_sheets);
  g_autofree char    *pages = g_strdup_printf ("%u", self->n_pages);
  g_autofree char    *each = g_strdup_printf ("%u", get_per_page (self));
  g_autofree char    *whole = lectern_paper_phrase (language, LECTERN_WORD_COVER_TOTAL, sheets, pages, each, NULL);
  LecternReportColumn columns[] = {
    { lectern_paper_word (language, LECTERN_WORD_NUMBER), 12, { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_JUDGE), 30, { LECTERN_FONT_NAME, 13, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_N_SHEETS), 16, { LECTERN_FONT_FIGURES, 12, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_LEFT_OUT), 68, { role, 9.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
    { lectern_paper_word (language, LECTERN_WORD_RECEIVED), 30, { role, 9.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
  };
  LecternReportTable table = { 28, columns, G_N_ELEMENTS (columns), 11 };

  lectern_report_flow_init (&flow, report, lectern_report_layout_official (), NULL, NULL, NULL);
  lectern_report_flow_add_title (&flow, lectern_paper_word (language, LECTERN_WORD_BLANK_COVER), FALSE);
  lectern_report_flow_begin_table (&flow, &table, COVER_ROW);
  for (guint i = 0; i < self->judges->len; i++)
    add_cover_row (self, &flow, self->judges->pdata[i]);
  lectern_report_flow_end_table (&flow);
  lectern_report_flow_add_gap (&flow, 3);
  lectern_report_flow_add_paragraph (&flow, &type, whole, 6, 0, LECTERN_ALIGN_LEFT);
  lectern_report_flow_add_paragraph (&flow, &type, lectern_paper_word (language, LECTERN_WORD_COVER_NOTE), 6, 0, LECTERN_ALIGN_LEFT);
  if (!self->drawn)
    lectern_report_flow_add_paragraph (&flow, &type, lectern_paper_word (language, LECTERN_WORD_COVER_UNDRAWN), 6, 0, LECTERN_ALIGN_LEFT);
  lectern_report_flow_end (&flow);
}

/* Who is to be marked ------------------------------------------------------------------------- */

static gboolean
is_settled (const Blank *self)
{
  g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (self->report.contest, self->report.round);

  for (guint i = 0; i < feeders->len; i++)
    if (((LecternRound *) feeders->pdata[i])->state != LECTERN_ROUND_FINALISED)
      return FALSE;

  return TRUE;
}

/* Before the draw, all who are to speak, once that is settled. */
static void
list_undrawn (Blank *self)
{
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (self->report.contest, self->report.round);

  if (self->lot != 0 || !is_settled (self))
    return;
  for (guint i = 0; i < entrants->len; i++)
    g_ptr_array_add (self->nominees, (gpointer) lectern_contest_get_nominee (self->report.contest, ((LecternNominee *) entrants->pdata[i])->id));
}

static void
list_nominees (Blank *self)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (self->report.contest, self->report.round->key);

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = entries->pdata[i];

      if (entry->lot == LECTERN_NULL)
        continue;
      self->drawn = TRUE;
      if (entry->state != LECTERN_ENTRY_FORFEIT && (self->lot == 0 || self->lot == entry->lot))
        g_ptr_array_add (self->nominees, (gpointer) lectern_contest_get_nominee (self->report.contest, entry->nominee));
    }
  if (!self->drawn)
    list_undrawn (self);
}

static void
list_judges (Blank *self,
             gint64 number)
{
  GPtrArray *all = lectern_contest_get_judges (self->report.contest);

  for (guint i = 0; i < all->len; i++)
    {
      const LecternJudge *judge = all->pdata[i];

      if (judge->active == 1 && (number == 0 || number == judge->number))
        g_ptr_array_add (self->judges, (gpointer) judge);
    }
}

static LecternDocument *
make_document (Blank   *self,
               gboolean single,
               GError **error)
{
  self->criteria = lectern_contest_get_criteria (self->report.contest);
  self->sheet_height = self->criteria->len > CRITERIA_HALF ? HEIGHT : HEIGHT / 2;
  count_sheets (self);
  if (self->n_sheets == 0)
    return lectern_report_refuse (&self->report, error, _ ("There is no sheet to print: nobody to mark, no judge, or a recusal."));

  if (!single)
    add_cover (self);
  for (guint i = 0; i < self->judges->len; i++)
    add_judge (self, self->judges->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->forms); i++)
    g_clear_pointer (&self->forms[i], lectern_page_unref);

  return lectern_report_finish (&self->report, error);
}

LecternDocument *
lectern_report_blank_new (LecternContest *contest,
                          const char     *round,
                          gint64          judge,
                          gint64          lot,
                          gint64          printed_us,
                          GError        **error)
{
  Blank                       self = { .lot = lot };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_BLANK_SHEETS), NULL);
  g_autoptr (GPtrArray) judges = g_ptr_array_new ();
  g_autoptr (GPtrArray) nominees = g_ptr_array_new ();

  if (!lectern_report_init (&self.report, contest, round, title, printed_us, error))
    return NULL;

  self.judges = judges;
  self.nominees = nominees;
  list_judges (&self, judge);
  list_nominees (&self);

  return make_document (&self, judge != 0 && lot != 0, error);
}
