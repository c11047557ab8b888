/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What is posted on the wall: an official paper on the grid of GB/T 9704-2012. Whoever reads it
 * learns ranks and scores and where to object, and nothing else about anybody. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-notice.h"

#include "lectern-name-list.h"
#include "lectern-report-flow.h"
#include "lectern-report-marks.h"

#include <glib/gi18n-lib.h>

#define PITCH ((297.0 - 37 - 35) / 22)
#define HEAD_HEIGHT 9.0
#define ROW_HEIGHT 8.6
#define SIGN_WIDTH 110.0

typedef struct
{
  LecternReport         report;
  LecternReportFlow     flow;
  const LecternRanking *ranking;
  LecternNameOrder      order;
  guint                 days;
} Notice;

static gboolean
is_english (const Notice *self)
{
  return g_str_equal (self->report.language, "en");
}

static void
add_text (Notice     *self,
          const char *text)
{
  LecternType type = { is_english (self) ? LECTERN_FONT_LATIN : LECTERN_FONT_BODY, is_english (self) ? 13 : 16, LECTERN_REPORT_INK, 0 };

  lectern_report_flow_add_paragraph (&self->flow, &type, text, is_english (self) ? 7.5 : PITCH, is_english (self) ? 0 : 2, is_english (self) ? LECTERN_ALIGN_LEFT : LECTERN_ALIGN_JUSTIFY);
}

static void
add_title (Notice *self)
{
  const LecternReport        *report = &self->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title_type = { LECTERN_FONT_TITLE, 22, LECTERN_REPORT_INK, 0 };
  LecternType                 state_type = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };
  g_autofree char            *title = lectern_paper_phrase (report->language, LECTERN_WORD_NOTICE, record->title, NULL);
  g_autofree char            *state = lectern_report_describe_state (report);
  const char                 *gap = lectern_paper_word (report->language, LECTERN_WORD_SENTENCE_GAP);
  g_autofree char            *draft = g_strconcat (lectern_paper_word (report->language, LECTERN_WORD_NOTICE_DRAFT), gap, state, NULL);

  lectern_paper_place_fitted (self->flow.page, report->fonts, &title_type, title, self->flow.layout.left, self->flow.y + PITCH / 2, lectern_report_flow_get_width (&self->flow), PITCH, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (self->flow.page, report->fonts, &title_type, lectern_paper_word (report->language, LECTERN_WORD_NOTICE_LINE), self->flow.layout.left, self->flow.y + 1.5 * PITCH, lectern_report_flow_get_width (&self->flow), PITCH, LECTERN_ALIGN_CENTRE);
  self->flow.y += 2 * PITCH + 1;
  lectern_report_flow_add_paragraph (&self->flow, &state_type, self->ranking->provisional ? draft : state, 8, 0, LECTERN_ALIGN_CENTRE);
  lectern_report_flow_add_gap (&self->flow, PITCH / 2);
}

static void
add_opening (Notice *self)
{
  const LecternReport        *report = &self->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  gboolean                    placed = record->place != NULL && *record->place != '\0';
  g_autofree char            *figures = lectern_paper_date_in_figures (report->language, record->date);
  g_autofree char            *date = *figures != '\0' ? lectern_paper_phrase (report->language, LECTERN_WORD_NOTICE_ON, figures, NULL) : g_strdup ("");
  g_autofree char            *place = placed ? lectern_paper_phrase (report->language, LECTERN_WORD_NOTICE_AT, record->place, NULL) : g_strdup ("");
  g_autofree char            *held = lectern_paper_phrase (report->language, LECTERN_WORD_NOTICE_HELD, record->title, report->round->name, date, place, NULL);

  add_text (self, held);
}

static void
add_row (Notice                  *self,
         const LecternRankingRow *row)
{
  g_autofree char *rank = g_strdup_printf ("%u", row->ranked.rank);
  g_autofree char *final = lectern_fraction_format (row->ranked.final, self->ranking->decimals);
  g_autofree char *prize = lectern_report_describe_prize (&self->report, row);
  const char      *cells[] = { rank, row->nominee->name, row->unit != NULL ? row->unit->name : "", row->nominee->title, final, prize };

  lectern_report_flow_add_row (&self->flow, cells, ROW_HEIGHT);
}

static void
add_results (Notice *self)
{
  const char         *language = self->report.language;
  LecternFontRole     role = lectern_report_get_text_role (&self->report);
  LecternReportColumn columns[] = {
    { lectern_paper_word (language, LECTERN_WORD_RANK), 13, { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_NAME), 29, { LECTERN_FONT_NAME, 14, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_UNIT), 33, { role, 10.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_LECTURE), 37, { role, 10, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_FINAL), 19, { LECTERN_FONT_FIGURES, 12, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, self->ranking->feeds ? LECTERN_WORD_GAIN : LECTERN_WORD_AWARD), 25, { role, 10.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
  };
  g_autoptr (GPtrArray) rows = lectern_name_list_rows (self->ranking, self->order);
  LecternReportTable table = { self->flow.layout.left, columns, G_N_ELEMENTS (columns), 11 };

  lectern_report_flow_add_gap (&self->flow, 2);
  lectern_report_flow_begin_table (&self->flow, &table, HEAD_HEIGHT);
  for (guint i = 0; i < rows->len; i++)
    if (((const LecternRankingRow *) rows->pdata[i])->ranked.has_final)
      add_row (self, rows->pdata[i]);
  lectern_report_flow_end_table (&self->flow);
  lectern_report_flow_add_gap (&self->flow, 3);
}

/* Organisers by rank and the day of printing, lower right, kept together with the last lines before them. */
static void
add_issuers (Notice *self)
{
  const LecternReport *report = &self->report;
  const char *const   *organisers = lectern_contest_get_organisers (report->contest);
  guint                n = g_strv_length ((char **) organisers);
  LecternType          type = { is_english (self) ? LECTERN_FONT_LATIN : LECTERN_FONT_BODY, is_english (self) ? 13 : 15, LECTERN_REPORT_INK, 0 };
  double               x = self->flow.layout.width - self->flow.layout.right - SIGN_WIDTH;
  g_autofree char     *printed = lectern_report_describe_printing_date (report);
  g_autofree char     *date = lectern_paper_date_in_figures (report->language, printed);

  lectern_report_flow_add_gap (&self->flow, PITCH / 2);
  lectern_report_flow_reserve (&self->flow, (n + 1) * 8.5);
  for (guint i = 0; i < n; i++, self->flow.y += 8.5)
    lectern_paper_place_fitted (self->flow.page, report->fonts, &type, organisers[i], x, self->flow.y + 4.2, SIGN_WIDTH, 8, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (self->flow.page, report->fonts, &type, date, x, self->flow.y + 4.2, SIGN_WIDTH, 8, LECTERN_ALIGN_CENTRE);
  self->flow.y += 8.5;
}

static void
add_objections (Notice *self)
{
  g_autofree char *days = self->days > 0 ? g_strdup_printf ("%u", self->days) : g_strdup (is_english (self) ? "____" : "　　");
  g_autofree char *text = lectern_paper_phrase (self->report.language, LECTERN_WORD_NOTICE_DAYS, days, NULL);

  add_text (self, text);
  add_text (self, lectern_paper_word (self->report.language, LECTERN_WORD_NOTICE_OBJECT));
  add_text (self, lectern_paper_word (self->report.language, LECTERN_WORD_NOTICE_CONTACT));
}

static gboolean
has_finals (const LecternRanking *ranking)
{
  for (guint i = 0; i < ranking->n_rows; i++)
    if (ranking->rows[i].ranked.has_final)
      return TRUE;

  return FALSE;
}

LecternDocument *
lectern_report_notice_new (LecternContest       *contest,
                           const LecternRanking *ranking,
                           LecternNameOrder      order,
                           guint                 days,
                           const char           *signing_key,
                           gint64                printed_us,
                           GError              **error)
{
  Notice                      self = { .ranking = ranking, .order = order, .days = days };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_NOTICE_LINE), NULL);

  if (!lectern_report_init (&self.report, contest, ranking->round != NULL ? ranking->round : "", title, printed_us, error))
    return NULL;
  self.report.signing_key = signing_key;
  if (!has_finals (ranking))
    return lectern_report_refuse (&self.report, error, _ ("Nobody has a final score yet."));

  lectern_report_flow_init (&self.flow, &self.report, lectern_report_layout_official (), NULL, NULL, NULL);
  add_title (&self);
  add_opening (&self);
  add_results (&self);
  add_objections (&self);
  add_issuers (&self);
  lectern_report_flow_end (&self.flow);

  return lectern_report_finish (&self.report, error);
}
