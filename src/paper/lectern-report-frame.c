/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What reports have in common: pages, tables whose heads are repeated, and the lines that say which
 * contest, round and revision this is, when it was printed and which page of how many. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-frame.h"

#include "lectern-paper-banner.h"
#include "lectern-recheck.h"

#include <glib/gi18n-lib.h>

#define RULE_STROKE 0.15
#define FRAME_STROKE 0.4
#define CELL_PADDING 0.6
#define HEAD_FILL 0xf2f2f2
/* Of a head, what the one over its group takes. */
#define GROUP_SHARE 0.42
#define HEAD_LEADING 1.25
#define HEAD_MIDDLE_EM 0.36

gboolean
lectern_report_init (LecternReport  *report,
                     LecternContest *contest,
                     const char     *round,
                     const char     *title,
                     gint64          printed_us,
                     GError        **error)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const LecternRound         *found = round != NULL ? lectern_contest_get_round (contest, round) : lectern_contest_get_current_round (contest);
  g_autofree char            *author = NULL;

  if (record == NULL || found == NULL)
    {
      g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING,
                   _ ("The contest has no such round to report on."));
      return FALSE;
    }

  author = g_strjoinv ("、", (char **) lectern_contest_get_organisers (contest));
  *report = (LecternReport){
    .contest = contest,
    .round = found,
    .language = record->language,
    .fonts = lectern_paper_fonts_new_for (contest),
    .printed_us = printed_us,
  };
  report->document = lectern_document_new (report->fonts, record->language);
  lectern_document_set_title (report->document, title);
  lectern_document_set_author (report->document, author);
  lectern_document_set_created_us (report->document, printed_us);

  return TRUE;
}

LecternDocument *
lectern_report_finish (LecternReport *report,
                       GError       **error)
{
  if (!lectern_document_check (report->document, error))
    g_clear_pointer (&report->document, lectern_document_unref);
  g_clear_pointer (&report->fonts, lectern_paper_fonts_unref);

  return g_steal_pointer (&report->document);
}

LecternDocument *
lectern_report_refuse (LecternReport *report,
                       GError       **error,
                       const char    *message)
{
  g_set_error_literal (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING, message);
  g_clear_pointer (&report->document, lectern_document_unref);
  g_clear_pointer (&report->fonts, lectern_paper_fonts_unref);

  return NULL;
}

LecternPage *
lectern_report_add_page (LecternReport *report,
                         double         width,
                         double         height)
{
  LecternPage *page = lectern_page_new (width, height);

  if (lectern_contest_get_record (report->contest)->rehearsal == 1)
    lectern_page_add_rehearsal (page, report->fonts, report->language);
  lectern_document_take_page (report->document, page);

  return page;
}

guint
lectern_report_share_rows (guint n,
                           guint n_pages,
                           guint page)
{
  return n / n_pages + (page < n % n_pages);
}

double
lectern_report_table_get_width (const LecternReportTable *table)
{
  double width = 0;

  for (guint i = 0; i < table->n_columns; i++)
    width += table->columns[i].width;

  return width;
}

static double
get_left (const LecternReportTable *table,
          guint                     column)
{
  double x = table->x;

  for (guint i = 0; i < column; i++)
    x += table->columns[i].width;

  return x;
}

static double
measure_widest_word (const LecternReport *report,
                     const LecternType   *type,
                     const char          *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  double widest = 0;

  for (guint i = 0; words[i] != NULL && words[1] != NULL; i++)
    widest = MAX (widest, lectern_paper_fonts_measure (report->fonts, type->role, type->size, 0, words[i]));

  return MAX (widest, type->size * LECTERN_MM_PER_POINT);
}

/* @text in as few lines as @width takes, about equally long: 出生 over 年月, not 出生年 over 月. */
static char **
break_evenly (const LecternReport *report,
              const LecternType   *type,
              const char          *text,
              double               width)
{
  char **lines = lectern_paper_break (report->fonts, type, text, width, 0);
  guint  n = g_strv_length (lines);
  double least = measure_widest_word (report, type, text);

  while (n > 1)
    {
      char   **narrower;
      gboolean same;

      width -= type->size * LECTERN_MM_PER_POINT / 4;
      narrower = lectern_paper_break (report->fonts, type, text, width, 0);
      same = g_strv_length (narrower) == n && width >= least;
      g_strfreev (same ? lines : narrower);
      if (!same)
        break;
      lines = narrower;
    }

  return lines;
}

/* FALSE when it takes more than @height. */
static gboolean
place_broken (const LecternReport *report,
              LecternPage         *page,
              const LecternType   *type,
              const char          *text,
              double               x,
              double               middle,
              double               width,
              double               height)
{
  g_auto (GStrv) lines = break_evenly (report, type, text, width);
  guint  n = g_strv_length (lines);
  double leading = type->size * LECTERN_MM_PER_POINT * HEAD_LEADING;
  double y = middle + HEAD_MIDDLE_EM * type->size * LECTERN_MM_PER_POINT - (n - 1) * leading / 2;

  if (n * leading > height)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (lectern_paper_fonts_measure (report->fonts, type->role, type->size, 0, lines[i]) > width)
      return FALSE;
  for (guint i = 0; i < n; i++, y += leading)
    lectern_paper_place_line (page, report->fonts, type, lines[i], x, y, width, LECTERN_ALIGN_CENTRE);

  return TRUE;
}

static void
add_head (const LecternReport      *report,
          const LecternReportTable *table,
          LecternPage              *page,
          const char               *text,
          double                    x,
          double                    y,
          double                    width,
          double                    height)
{
  LecternType type = { LECTERN_FONT_HEADING, table->head_size, LECTERN_REPORT_INK, 0 };

  lectern_page_add_rectangle (page, HEAD_FILL, 0, x, y, width, height);
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, RULE_STROKE, x, y, width, height);
  if (table->broken_heads && place_broken (report, page, &type, text, x + CELL_PADDING, y + height / 2, width - 2 * CELL_PADDING, height - 2 * CELL_PADDING))
    return;
  lectern_paper_place_fitted (page, report->fonts, &type, text, x + CELL_PADDING, y + height / 2, width - 2 * CELL_PADDING, height - 2 * CELL_PADDING, LECTERN_ALIGN_CENTRE);
}

/* The head over a group stands once, with the first of its columns. */
static void
add_group_head (const LecternReport      *report,
                const LecternReportTable *table,
                LecternPage              *page,
                guint                     column,
                double                    y,
                double                    height)
{
  const char *group = table->columns[column].group;
  double      width = 0;

  if (column > 0 && g_strcmp0 (table->columns[column - 1].group, group) == 0)
    return;
  for (guint i = column; i < table->n_columns && g_strcmp0 (table->columns[i].group, group) == 0; i++)
    width += table->columns[i].width;
  add_head (report, table, page, group, get_left (table, column), y, width, height);
}

void
lectern_report_table_add_head (const LecternReport      *report,
                               const LecternReportTable *table,
                               LecternPage              *page,
                               guint                     column,
                               double                    y,
                               double                    height)
{
  const LecternReportColumn *head = &table->columns[column];
  double                     over = head->group != NULL ? height * GROUP_SHARE : 0;

  if (head->group != NULL)
    add_group_head (report, table, page, column, y, over);
  add_head (report, table, page, head->head, get_left (table, column), y + over, head->width, height - over);
}

void
lectern_report_table_add_row (const LecternReport      *report,
                              const LecternReportTable *table,
                              LecternPage              *page,
                              const char *const        *cells,
                              double                    y,
                              double                    height)
{
  double x = table->x;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const LecternReportColumn *column = &table->columns[i];
      LecternType                type = column->type;

      lectern_page_add_rectangle (page, LECTERN_REPORT_INK, RULE_STROKE, x, y, column->width, height);
      if (cells[i] != NULL && *cells[i] != '\0')
        {
          if (type.role == LECTERN_FONT_NAME && !g_str_equal (report->language, "en"))
            type.spacing = lectern_paper_get_name_spread (cells[i]);
          lectern_paper_place_fitted (page, report->fonts, &type, cells[i], x + CELL_PADDING, y + height / 2, column->width - 2 * CELL_PADDING, height - 2 * CELL_PADDING, column->align);
        }
      x += column->width;
    }
}

void
lectern_report_table_add_frame (const LecternReportTable *table,
                                LecternPage              *page,
                                double                    y,
                                double                    height)
{
  lectern_page_add_rectangle (page, LECTERN_REPORT_INK, FRAME_STROKE, table->x, y, lectern_report_table_get_width (table), height);
}

LecternFontRole
lectern_report_get_text_role (const LecternReport *report)
{
  return g_str_equal (report->language, "en") ? LECTERN_FONT_LATIN : LECTERN_FONT_FIGURES;
}

char *
lectern_report_describe_page (const LecternReport *report,
                              guint                page,
                              guint                n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *total = g_strdup_printf ("%u", n_pages);

  return lectern_paper_phrase (report->language, LECTERN_WORD_PAGE, number, total, NULL);
}

static char *
format_printing (const LecternReport *report,
                 const char          *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (report->printed_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, format);
}

char *
lectern_report_describe_printing (const LecternReport *report)
{
  g_autofree char *text = format_printing (report, "%Y-%m-%d %H:%M");
  g_autofree char *printed = lectern_paper_phrase (report->language, LECTERN_WORD_PRINTED, text, NULL);
  g_autofree char *key = report->signing_key != NULL ? lectern_paper_phrase (report->language, LECTERN_WORD_SIGNING_KEY, report->signing_key, NULL) : NULL;

  return g_strjoin ("　", printed, key, NULL);
}

char *
lectern_report_describe_printing_date (const LecternReport *report)
{
  return format_printing (report, "%Y-%m-%d");
}

char *
lectern_report_describe_printing_and_state (const LecternReport *report)
{
  g_autofree char *printed = lectern_report_describe_printing (report);
  g_autofree char *state = report->round->revision > 0 ? lectern_report_describe_state (report) : NULL;

  return g_strjoin ("　", printed, state, NULL);
}

char *
lectern_report_describe_state (const LecternReport *report)
{
  gint64           done = MAX (report->round->revision, 0);
  gboolean         final = report->round->state == LECTERN_ROUND_FINALISED;
  g_autofree char *revision = g_strdup_printf ("%" G_GINT64_FORMAT, final ? MAX (done, 1) : done + 1);

  if (final)
    return lectern_paper_phrase (report->language, LECTERN_WORD_FINAL_REVISION, revision, NULL);
  if (done > 0)
    return lectern_paper_phrase (report->language, LECTERN_WORD_BEFORE_REVISION, revision, NULL);

  return g_strdup (lectern_paper_word (report->language, LECTERN_WORD_PROVISIONAL));
}

char *
lectern_report_describe_closing (const LecternReport *report)
{
  const char *who = report->round->closed_by;

  if (report->round->state != LECTERN_ROUND_FINALISED || who == NULL || *who == '\0')
    return NULL;

  return lectern_paper_phrase (report->language, LECTERN_WORD_CLOSED_BY, who, NULL);
}

char *
lectern_report_describe_recheck (const LecternReport *report)
{
  g_autofree char *who = g_strdup (report->round->checked_by);

  if (report->round->state != LECTERN_ROUND_FINALISED)
    {
      g_autoptr (GPtrArray) open = lectern_recheck_list_open (report->contest, report->round->key);

      g_free (who);
      who = open->len == 0 ? lectern_recheck_list_checkers (report->contest, report->round->key) : NULL;
    }
  if (who == NULL || *who == '\0')
    return g_strdup (lectern_paper_word (report->language, LECTERN_WORD_NOT_RECHECKED));

  return lectern_paper_phrase (report->language, LECTERN_WORD_RECHECKED_BY, who, NULL);
}
