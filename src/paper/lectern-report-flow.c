/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Reports whose length is not known beforehand: what is placed goes down the page and on to the
 * next one, no table is without its heads and no heading without what it heads. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-flow.h"

#define A4_SHORT 210.0
#define A4_LONG 297.0
#define OFFICIAL_LINES 22
#define OFFICIAL_TITLE 22.0
/* From the lower edge of the text to the page number, and on to the time of printing. */
#define NUMBER_DROP 8.0
#define PRINTED_DROP 13.5
#define CELL_PADDING 0.8
#define CELL_LEADING 1.3
/* Names wider than so many cells. */
#define LONG_NAME 1.5
#define MIDDLE_EM 0.36
#define RULE_STROKE 0.15
#define FRAME_STROKE 0.4

LecternReportLayout
lectern_report_layout_official (void)
{
  return (LecternReportLayout){ .width = A4_SHORT, .height = A4_LONG, .top = 37, .bottom = 35, .left = 28, .right = 26 };
}

LecternReportLayout
lectern_report_layout_table (gboolean landscape)
{
  if (landscape)
    return (LecternReportLayout){ .width = A4_LONG, .height = A4_SHORT, .top = 18, .bottom = 20, .left = 16, .right = 16 };

  return (LecternReportLayout){ .width = A4_SHORT, .height = A4_LONG, .top = 22, .bottom = 24, .left = 20, .right = 20 };
}

static double
get_end (const LecternReportFlow *flow)
{
  return flow->layout.height - flow->layout.bottom - flow->layout.foot;
}

double
lectern_report_flow_get_width (const LecternReportFlow *flow)
{
  return flow->layout.width - flow->layout.left - flow->layout.right;
}

double
lectern_report_flow_get_room (const LecternReportFlow *flow)
{
  return get_end (flow) - flow->y;
}

static void
begin_page (LecternReportFlow *flow)
{
  flow->page = lectern_report_add_page (flow->report, flow->layout.width, flow->layout.height);
  flow->y = flow->layout.top;
  if (flow->head != NULL)
    flow->head (flow, flow->data);
  if (flow->foot != NULL)
    flow->foot (flow, flow->data);
  flow->first_y = flow->y;
}

void
lectern_report_flow_init (LecternReportFlow    *flow,
                          LecternReport        *report,
                          LecternReportLayout   layout,
                          LecternReportFlowFunc head,
                          LecternReportFlowFunc foot,
                          gpointer              data)
{
  *flow = (LecternReportFlow){ .report = report, .layout = layout, .head = head, .foot = foot, .data = data };
  begin_page (flow);
}

/* The page number stands between dashes, the time of printing below it. */
void
lectern_report_flow_end (LecternReportFlow *flow)
{
  const LecternReport *report = flow->report;
  LecternType          type = { lectern_report_get_text_role (report), 12, LECTERN_REPORT_INK, 0 };
  LecternType          small = { lectern_report_get_text_role (report), 8, LECTERN_REPORT_GREY, 0 };
  guint                n_pages = lectern_document_get_n_pages (report->document);
  double               y = flow->layout.height - flow->layout.bottom;
  g_autofree char     *printed = lectern_report_describe_printing (report);

  for (guint i = 0; i < n_pages; i++)
    {
      LecternPage     *page = lectern_document_get_page (report->document, i);
      g_autofree char *pages = lectern_report_describe_page (report, i + 1, n_pages);
      g_autofree char *dashed = g_strdup_printf ("— %s —", pages);

      lectern_paper_place_line (page, report->fonts, &type, dashed, flow->layout.left, y + NUMBER_DROP, lectern_report_flow_get_width (flow), LECTERN_ALIGN_CENTRE);
      lectern_paper_place_line (page, report->fonts, &small, printed, flow->layout.left, y + PRINTED_DROP, lectern_report_flow_get_width (flow), LECTERN_ALIGN_CENTRE);
    }
}

static void
close_frame (LecternReportFlow *flow)
{
  if (flow->table != NULL && flow->has_heads)
    lectern_page_add_rectangle (flow->page, LECTERN_REPORT_INK, FRAME_STROKE, flow->table->x, flow->table_y, lectern_report_table_get_width (flow->table), flow->y - flow->table_y);
}

static void
add_heads (LecternReportFlow *flow)
{
  for (guint i = 0; i < flow->table->n_columns; i++)
    lectern_report_table_add_head (flow->report, flow->table, flow->page, i, flow->y, flow->head_height);
  flow->table_y = flow->y;
  flow->y += flow->head_height;
  flow->has_heads = TRUE;
}

void
lectern_report_flow_break (LecternReportFlow *flow)
{
  gboolean goes_on = flow->table != NULL && flow->has_heads;

  close_frame (flow);
  begin_page (flow);
  if (goes_on)
    add_heads (flow);
}

void
lectern_report_flow_reserve (LecternReportFlow *flow,
                             double             height)
{
  if (flow->y + height > get_end (flow) + 0.01 && flow->y > flow->first_y)
    lectern_report_flow_break (flow);
}

void
lectern_report_flow_add_gap (LecternReportFlow *flow,
                             double             height)
{
  if (flow->y > flow->first_y)
    flow->y += height;
}

static char *
describe_where (const LecternReport *report)
{
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  g_autofree char            *date = lectern_paper_date_in_figures (report->language, record->date);
  char                       *where = g_strdup_printf ("%s　%s　%s", report->round->name, date, record->place != NULL ? record->place : "");

  return g_strstrip (where);
}

void
lectern_report_flow_add_title (LecternReportFlow *flow,
                               const char        *word,
                               gboolean           state)
{
  const LecternReport        *report = flow->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title = { LECTERN_FONT_TITLE, OFFICIAL_TITLE, LECTERN_REPORT_INK, 0 };
  LecternType                 line = { lectern_report_get_text_role (report), 12, LECTERN_REPORT_INK, 0 };
  LecternType                 bold = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };
  double                      pitch = (A4_LONG - 37 - 35) / OFFICIAL_LINES;
  double                      left = flow->layout.left;
  double                      width = lectern_report_flow_get_width (flow);
  g_autofree char            *where = describe_where (report);
  g_autofree char            *worth = lectern_report_describe_state (report);

  lectern_paper_place_fitted (flow->page, report->fonts, &title, record->title, left, flow->y + pitch / 2, width, pitch, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (flow->page, report->fonts, &title, word, left, flow->y + 1.5 * pitch, width, pitch, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (flow->page, report->fonts, &line, where, left, flow->y + 2.5 * pitch, width, pitch, LECTERN_ALIGN_CENTRE);
  flow->y += 3 * pitch;
  if (!state)
    return;

  lectern_paper_place_fitted (flow->page, report->fonts, &bold, worth, left, flow->y + pitch / 3, width, pitch, LECTERN_ALIGN_CENTRE);
  flow->y += 0.8 * pitch;
}

void
lectern_report_flow_add_small_title (LecternReportFlow *flow,
                                     const char        *word)
{
  const LecternReport        *report = flow->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title = { LECTERN_FONT_TITLE, 16, LECTERN_REPORT_INK, 0.02 };
  LecternType                 line = { lectern_report_get_text_role (report), 10, LECTERN_REPORT_INK, 0 };
  LecternType                 bold = { LECTERN_FONT_HEADING, 10, LECTERN_REPORT_INK, 0 };
  double                      left = flow->layout.left;
  double                      width = lectern_report_flow_get_width (flow);
  g_autofree char            *whole = g_strdup_printf (g_str_equal (report->language, "en") ? "%s · %s" : "%s%s", record->title, word);
  g_autofree char            *where = describe_where (report);
  g_autofree char            *worth = lectern_report_describe_state (report);
  double                      worth_width = lectern_paper_fonts_measure (report->fonts, bold.role, bold.size, 0, worth);

  lectern_paper_place_fitted (flow->page, report->fonts, &title, whole, left, flow->y + 3, width, 8, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (flow->page, report->fonts, &line, where, left, flow->y + 10.5, width - worth_width - 4, 5, LECTERN_ALIGN_LEFT);
  lectern_paper_place_fitted (flow->page, report->fonts, &bold, worth, left + width - worth_width - 2, flow->y + 10.5, worth_width + 2, 5, LECTERN_ALIGN_RIGHT);
  flow->y += 14;
}

void
lectern_report_flow_add_paragraph (LecternReportFlow *flow,
                                   const LecternType *type,
                                   const char        *text,
                                   double             leading,
                                   double             indent,
                                   LecternAlign       align)
{
  LecternPaperFonts *fonts = flow->report->fonts;
  double             width = lectern_report_flow_get_width (flow);
  g_auto (GStrv) lines = lectern_paper_break (fonts, type, text, width, indent);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double       start = i == 0 ? indent * type->size * LECTERN_MM_PER_POINT : 0;
      LecternAlign how = align == LECTERN_ALIGN_JUSTIFY && lines[i + 1] == NULL ? LECTERN_ALIGN_LEFT : align;

      lectern_report_flow_reserve (flow, leading);
      lectern_paper_place_line (flow->page, fonts, type, lines[i], flow->layout.left + start, flow->y + leading / 2 + MIDDLE_EM * type->size * LECTERN_MM_PER_POINT, width - start, how);
      flow->y += leading;
    }
}

/* Tables ----------------------------------------------------------------------------------- */

void
lectern_report_flow_begin_table (LecternReportFlow        *flow,
                                 const LecternReportTable *table,
                                 double                    head_height)
{
  g_return_if_fail (flow->table == NULL);

  flow->table = table;
  flow->head_height = head_height;
  flow->has_heads = FALSE;
}

static LecternType
get_cell_type (const LecternReport       *report,
               const LecternReportColumn *column,
               const char                *text)
{
  LecternType type = column->type;

  if (type.role == LECTERN_FONT_NAME && !g_str_equal (report->language, "en"))
    type.spacing = lectern_paper_get_name_spread (text);

  return type;
}

static char **
break_cell (const LecternReportFlow *flow,
            guint                    column,
            const char              *text)
{
  const LecternReportColumn *set = &flow->table->columns[column];
  LecternType                type = get_cell_type (flow->report, set, text);

  return lectern_paper_break (flow->report->fonts, &type, text, set->width - 2 * CELL_PADDING, 0);
}

static double
get_cell_leading (const LecternReportFlow *flow,
                  guint                    column)
{
  return flow->table->columns[column].type.size * LECTERN_MM_PER_POINT * CELL_LEADING;
}

/* Names are shrunk before the row grows, and it grows for the longest alone. */
static double
measure_name (const LecternReportFlow *flow,
              guint                    column,
              const char              *text)
{
  const LecternReportColumn *set = &flow->table->columns[column];
  double                     width = lectern_paper_fonts_measure (flow->report->fonts, set->type.role, set->type.size, 0, text);

  return width > LONG_NAME * set->width ? 2.4 * get_cell_leading (flow, column) : 0;
}

double
lectern_report_flow_measure_row (const LecternReportFlow *flow,
                                 const char *const       *cells,
                                 double                   height)
{
  for (guint i = 0; i < flow->table->n_columns; i++)
    {
      gboolean name = flow->table->columns[i].type.role == LECTERN_FONT_NAME;
      g_auto (GStrv) lines = cells[i] != NULL && *cells[i] != '\0' && !name ? break_cell (flow, i, cells[i]) : NULL;

      if (name && cells[i] != NULL)
        height = MAX (height, measure_name (flow, i, cells[i]));
      if (lines != NULL && lines[0] != NULL && lines[1] != NULL)
        height = MAX (height, g_strv_length (lines) * get_cell_leading (flow, i) + 2 * CELL_PADDING + 0.6);
    }

  return height;
}

static void
add_cell (LecternReportFlow *flow,
          guint              column,
          const char        *text,
          double             x,
          double             height)
{
  const LecternReportColumn *set = &flow->table->columns[column];
  LecternType                type = get_cell_type (flow->report, set, text);
  double                     leading = get_cell_leading (flow, column);
  g_auto (GStrv) lines = NULL;
  double y;

  if (type.role == LECTERN_FONT_NAME)
    {
      lectern_paper_place_fitted (flow->page, flow->report->fonts, &type, text, x + CELL_PADDING, flow->y + height / 2, set->width - 2 * CELL_PADDING, height - 2 * CELL_PADDING, set->align);
      return;
    }
  lines = break_cell (flow, column, text);
  y = flow->y + height / 2 + MIDDLE_EM * type.size * LECTERN_MM_PER_POINT - (g_strv_length (lines) - 1) * leading / 2;

  for (guint i = 0; lines[i] != NULL; i++, y += leading)
    lectern_paper_place_line (flow->page, flow->report->fonts, &type, lines[i], x + CELL_PADDING, y, set->width - 2 * CELL_PADDING, set->align);
}

void
lectern_report_flow_add_row (LecternReportFlow *flow,
                             const char *const *cells,
                             double             height)
{
  double tall = lectern_report_flow_measure_row (flow, cells, height);
  double x = flow->table->x;

  if (!flow->has_heads)
    {
      lectern_report_flow_reserve (flow, flow->head_height + tall);
      add_heads (flow);
    }
  else if (flow->y + tall > get_end (flow) + 0.01 && flow->y > flow->first_y + flow->head_height)
    lectern_report_flow_break (flow);
  for (guint i = 0; i < flow->table->n_columns; i++)
    {
      lectern_page_add_rectangle (flow->page, LECTERN_REPORT_INK, RULE_STROKE, x, flow->y, flow->table->columns[i].width, tall);
      if (cells[i] != NULL && *cells[i] != '\0')
        add_cell (flow, i, cells[i], x, tall);
      x += flow->table->columns[i].width;
    }
  flow->y += tall;
  flow->row_height = tall;
}

void
lectern_report_flow_end_table (LecternReportFlow *flow)
{
  if (!flow->has_heads)
    add_heads (flow);
  close_frame (flow);
  flow->table = NULL;
}

/* Signatures -------------------------------------------------------------------------------- */

static void
add_signature (const LecternReport *report,
               LecternPage         *page,
               LecternWord          word,
               const char          *note,
               double               x,
               double               y,
               double               width)
{
  gboolean         english = g_str_equal (report->language, "en");
  LecternType      type = { LECTERN_FONT_HEADING, 10.5, LECTERN_REPORT_INK, 0 };
  LecternType      small = { lectern_report_get_text_role (report), 8, LECTERN_REPORT_INK, 0 };
  g_autofree char *label = g_strconcat (lectern_paper_word (report->language, word), english ? ": " : "：", NULL);
  const char      *blank = word == LECTERN_WORD_DATE ? lectern_paper_word (report->language, LECTERN_WORD_DATE_BLANK) : "";
  double           after;

  while (type.size > 7 && lectern_paper_fonts_measure (report->fonts, type.role, type.size, 0, label) > width * 0.6)
    type.size -= 0.5;
  after = x + lectern_paper_fonts_measure (report->fonts, type.role, type.size, 0, label);
  lectern_paper_place_line (page, report->fonts, &type, label, x, y, width, LECTERN_ALIGN_LEFT);
  if (*blank != '\0')
    lectern_paper_place_fitted (page, report->fonts, &type, blank, after, y - MIDDLE_EM * type.size * LECTERN_MM_PER_POINT, x + width - after, 5, LECTERN_ALIGN_LEFT);
  else
    lectern_page_add_line (page, LECTERN_REPORT_INK, 0.2, after, y + 1, x + width - 5, y + 1);
  if (note != NULL)
    lectern_paper_place_fitted (page, report->fonts, &small, note, x, y + 3.6, width - 4, 4, LECTERN_ALIGN_LEFT);
}

void
lectern_report_add_signatures (const LecternReport *report,
                               LecternPage         *page,
                               const LecternWord   *words,
                               const char *const   *notes,
                               double               x,
                               double               y,
                               double               width)
{
  guint n = 0;

  while (words[n] != LECTERN_N_WORDS)
    n++;
  for (guint i = 0; i < n; i++)
    add_signature (report, page, words[i], notes != NULL ? notes[i] : NULL, x + i * width / n, y, width / n);
}

void
lectern_report_flow_add_signatures (LecternReportFlow *flow,
                                    const LecternWord *words)
{
  lectern_report_flow_reserve (flow, LECTERN_REPORT_SIGN_HEIGHT);
  lectern_report_add_signatures (flow->report, flow->page, words, NULL, flow->layout.left, flow->y + LECTERN_REPORT_SIGN_HEIGHT - 3, lectern_report_flow_get_width (flow));
}
