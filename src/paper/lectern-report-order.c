/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The running order as it is printed after the draw and shown to everyone: an official paper, A4
 * with margins of 37, 35, 28 and 26 mm and 22 lines a page (GB/T 9704-2012). The seed stands on it, so
 * that anyone can replay the draw. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-order.h"

#include "lectern-report-flow.h"
#include "lectern-report-frame.h"

#include <glib/gi18n-lib.h>

#define WIDTH 210.0
#define HEIGHT 297.0
#define MARGIN_TOP 37.0
#define MARGIN_BOTTOM 35.0
#define MARGIN_LEFT 28.0
#define MARGIN_RIGHT 26.0
#define LINES 22
#define PITCH ((HEIGHT - MARGIN_TOP - MARGIN_BOTTOM) / LINES)
#define TEXT_WIDTH (WIDTH - MARGIN_LEFT - MARGIN_RIGHT)
/* From the lower edge of the text to the page number. */
#define NUMBER_DROP 10.0
/* Lines of the grid the parts take. */
#define TITLE_LINES 3
#define NOTE_LINES 4
/* From the note to the line that is signed on. */
#define SIGN_DROP 13.0
/* Fewer rows than these don't go on a page of their own. */
#define ROWS_MIN 3

typedef struct
{
  LecternReport       report;
  GPtrArray          *entries; /* LecternEntry with a lot */
  LecternReportColumn columns[4];
  LecternReportTable  table;
  guint               n_pages;
} Order;

static void
set_columns (Order *self)
{
  const char *language = self->report.language;

  self->columns[0] = (LecternReportColumn){ lectern_paper_word (language, LECTERN_WORD_LOT), 16, { LECTERN_FONT_HEADING, 14, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE };
  self->columns[1] = (LecternReportColumn){ lectern_paper_word (language, LECTERN_WORD_NAME), 34, { LECTERN_FONT_NAME, 15, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE };
  self->columns[2] = (LecternReportColumn){ lectern_paper_word (language, LECTERN_WORD_UNIT), 44, { lectern_report_get_text_role (&self->report), 12, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE };
  self->columns[3] = (LecternReportColumn){ lectern_paper_word (language, LECTERN_WORD_LECTURE), TEXT_WIDTH - 94, { lectern_report_get_text_role (&self->report), 12, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE };
  self->table = (LecternReportTable){ MARGIN_LEFT, self->columns, G_N_ELEMENTS (self->columns), 12 };
}

static GPtrArray *
list_drawn (LecternContest *contest,
            const char     *round)
{
  g_autoptr (GPtrArray) all = lectern_contest_list_entries (contest, round);
  GPtrArray *drawn = g_ptr_array_new_with_free_func (lectern_record_unref);

  for (guint i = 0; i < all->len; i++)
    {
      const LecternEntry *entry = g_ptr_array_index (all, i);

      if (entry->lot != LECTERN_NULL)
        g_ptr_array_add (drawn, lectern_record_ref (entry));
    }

  return drawn;
}

static double
add_title (Order       *self,
           LecternPage *page)
{
  const LecternReport        *report = &self->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title = { LECTERN_FONT_TITLE, 22, LECTERN_REPORT_INK, 0 };
  LecternType                 line = { lectern_report_get_text_role (&self->report), 12, LECTERN_REPORT_INK, 0 };
  gboolean                    english = g_str_equal (report->language, "en");
  g_autofree char            *second = g_strdup_printf (english ? "%s · %s" : "%s%s", report->round->name, lectern_paper_word (report->language, LECTERN_WORD_RUNNING_ORDER));
  g_autofree char            *date = lectern_paper_date_in_figures (report->language, record->date);
  g_autofree char            *where = g_strdup_printf ("%s　%s", date, record->place != NULL ? record->place : "");

  lectern_paper_place_fitted (page, report->fonts, &title, record->title, MARGIN_LEFT, MARGIN_TOP + PITCH / 2, TEXT_WIDTH, PITCH, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (page, report->fonts, &title, second, MARGIN_LEFT, MARGIN_TOP + 1.5 * PITCH, TEXT_WIDTH, PITCH, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (page, report->fonts, &line, g_strstrip (where), MARGIN_LEFT, MARGIN_TOP + 2.5 * PITCH, TEXT_WIDTH, PITCH, LECTERN_ALIGN_CENTRE);

  return MARGIN_TOP + TITLE_LINES * PITCH;
}

static char *
describe_draw (const Order *self)
{
  const LecternReport *report = &self->report;
  const LecternRules  *rules = lectern_contest_get_rules (report->contest);
  const char          *gap = lectern_paper_word (report->language, LECTERN_WORD_SENTENCE_GAP);
  const char          *stop = g_str_equal (report->language, "en") ? ". " : "。";
  gboolean             apart = rules != NULL && rules->keep_unit_apart;
  g_autofree char     *by_seed = NULL;

  if (report->round->drawn_by_hand == 1 || report->round->seed == NULL)
    return g_strconcat (lectern_paper_word (report->language, LECTERN_WORD_DRAWN_BY_HAND), stop, NULL);

  by_seed = lectern_paper_phrase (report->language, LECTERN_WORD_DRAWN_BY_SEED, report->round->seed, NULL);

  return g_strconcat (by_seed, apart ? gap : "", apart ? lectern_paper_word (report->language, LECTERN_WORD_DRAW_APART) : "", stop,
                      lectern_paper_word (report->language, LECTERN_WORD_DRAW_REPLAY), NULL);
}

static void
add_note (Order       *self,
          LecternPage *page,
          double       y)
{
  static const LecternWord signs[] = { LECTERN_WORD_DRAW_LED_BY, LECTERN_WORD_SUPERVISOR, LECTERN_WORD_DATE, LECTERN_N_WORDS };

  LecternType      type = { lectern_report_get_text_role (&self->report), 10, LECTERN_REPORT_INK, 0 };
  LecternType      small = { lectern_report_get_text_role (&self->report), 9, LECTERN_REPORT_GREY, 0 };
  g_autofree char *draw = describe_draw (self);
  g_autofree char *printed = lectern_report_describe_printing_and_state (&self->report);

  y = lectern_paper_place_paragraph (page, self->report.fonts, &type, draw, MARGIN_LEFT, y + 7, TEXT_WIDTH, 5.6, 0, LECTERN_ALIGN_LEFT);
  lectern_paper_place_line (page, self->report.fonts, &small, printed, MARGIN_LEFT, y + 6, TEXT_WIDTH, LECTERN_ALIGN_LEFT);
  lectern_report_add_signatures (&self->report, page, signs, NULL, MARGIN_LEFT, y + 6 + SIGN_DROP, TEXT_WIDTH);
}

static void
add_row (Order       *self,
         LecternPage *page,
         guint        index,
         double       y)
{
  const LecternEntry   *entry = g_ptr_array_index (self->entries, index);
  const LecternNominee *nominee = lectern_contest_get_nominee (self->report.contest, entry->nominee);
  const LecternUnit    *unit = lectern_contest_get_unit (self->report.contest, nominee->unit);
  g_autofree char      *lot = g_strdup_printf ("%" G_GINT64_FORMAT, entry->lot);
  const char           *cells[] = { lot, nominee->name, unit != NULL ? unit->name : "", nominee->title };

  lectern_report_table_add_row (&self->report, &self->table, page, cells, y, PITCH);
}

/* The page number stands 14 pt high with a dash on each side. */
static void
add_number (Order       *self,
            LecternPage *page,
            guint        number)
{
  LecternType      type = { lectern_report_get_text_role (&self->report), 12, LECTERN_REPORT_INK, 0 };
  g_autofree char *pages = lectern_report_describe_page (&self->report, number + 1, self->n_pages);
  g_autofree char *dashed = g_strdup_printf ("— %s —", pages);

  lectern_paper_place_line (page, self->report.fonts, &type, dashed, MARGIN_LEFT, HEIGHT - MARGIN_BOTTOM + NUMBER_DROP, TEXT_WIDTH, LECTERN_ALIGN_CENTRE);
}

static guint
add_page (Order *self,
          guint  number,
          guint  first,
          guint  n)
{
  LecternPage *page = lectern_report_add_page (&self->report, WIDTH, HEIGHT);
  double       top = number == 0 ? add_title (self, page) : MARGIN_TOP;
  double       y = top + PITCH;

  for (guint i = 0; i < self->table.n_columns; i++)
    lectern_report_table_add_head (&self->report, &self->table, page, i, top, PITCH);
  for (guint i = 0; i < n; i++, y += PITCH)
    add_row (self, page, first + i, y);
  lectern_report_table_add_frame (&self->table, page, top, y - top);
  if (number + 1 == self->n_pages)
    add_note (self, page, y);
  add_number (self, page, number);

  return first + n;
}

/* Title on the first page, note on the last, a head on each; pages are filled from the first on, but
 * the last one is not left with a row or two. */
static void
add_pages (Order *self)
{
  guint n = self->entries->len;
  guint done = 0;
  guint room = LINES - 1;

  self->n_pages = 1;
  while (n + TITLE_LINES + NOTE_LINES > self->n_pages * room)
    self->n_pages++;

  for (guint i = 0; i + 1 < self->n_pages; i++)
    {
      guint here = room - (i == 0 ? TITLE_LINES : 0);
      guint after = (self->n_pages - 1 - i) * ROWS_MIN;

      done = add_page (self, i, done, MIN (here, n - done > after ? n - done - after : 0));
    }
  add_page (self, self->n_pages - 1, done, n - done);
}

LecternDocument *
lectern_report_order_new (LecternContest *contest,
                          const char     *round,
                          gint64          printed_us,
                          GError        **error)
{
  Order                       self = { .n_pages = 0 };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_RUNNING_ORDER), NULL);
  LecternDocument            *document;

  if (!lectern_report_init (&self.report, contest, round, title, printed_us, error))
    return NULL;

  self.entries = list_drawn (contest, self.report.round->key);
  if (self.entries->len > 0)
    {
      set_columns (&self);
      add_pages (&self);
    }
  else
    g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING,
                 _ ("The running order has not been drawn yet."));

  document = lectern_report_finish (&self.report, self.entries->len > 0 ? error : NULL);
  if (self.entries->len == 0)
    g_clear_pointer (&document, lectern_document_unref);
  g_ptr_array_unref (self.entries);

  return document;
}
