/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The journal on paper. Its sentences are printed as they were written, in the language of whoever's
 * interface wrote them: a record is not translated. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-journal.h"

#include "lectern-journal-line.h"
#include "lectern-report-flow.h"

#include <glib/gi18n-lib.h>

#define SIGN_HEIGHT 12.0
#define HEAD_HEIGHT 8.0
#define ROW_HEIGHT 5.6

static void
begin_page_cb (LecternReportFlow *flow,
               gpointer           data)
{
  lectern_report_flow_add_small_title (flow, lectern_paper_word (flow->report->language, LECTERN_WORD_JOURNAL));
}

static void
end_page_cb (LecternReportFlow *flow,
             gpointer           data)
{
  static const LecternWord words[] = { LECTERN_WORD_SCORER, LECTERN_WORD_CHECKER, LECTERN_WORD_SUPERVISOR, LECTERN_WORD_DATE, LECTERN_N_WORDS };

  lectern_report_add_signatures (flow->report, flow->page, words, NULL, flow->layout.left, flow->layout.height - flow->layout.bottom - 3, lectern_report_flow_get_width (flow));
}

static char *
format_moment (gint64 wall_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%m-%d %H:%M:%S");
}

/* What a person typed may hold line breaks and what no font prints; a record has to be printed all
 * the same, so these become spaces and boxes that name the character. */
static char *
make_printable (LecternReport *report,
                const char    *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString         *printable = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character))
        g_string_append_c (printable, ' ');
      else if (g_unichar_iscntrl (character) || lectern_paper_fonts_lookup (report->fonts, lectern_report_get_text_role (report), character) == NULL)
        g_string_append_printf (printable, "[U+%04X]", character);
      else
        g_string_append_unichar (printable, character);
    }

  return g_strstrip (g_string_free (printable, FALSE));
}

static void
add_line (LecternReportFlow        *flow,
          const LecternJournalLine *line)
{
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, line->seq);
  g_autofree char *when = format_moment (line->wall_us);
  gboolean         elsewhere = line->device != NULL && *line->device != '\0';
  g_autofree char *place = elsewhere ? g_strdup_printf ("%s @ %s", line->actor, line->device) : g_strdup (line->actor);
  g_autofree char *who = make_printable (flow->report, place);
  g_autofree char *what = make_printable (flow->report, line->sentence);
  g_autofree char *why = make_printable (flow->report, line->reason);
  const char      *cells[] = { seq, when, who, what, why };

  lectern_report_flow_add_row (flow, cells, ROW_HEIGHT);
}

static void
add_end (LecternReportFlow        *flow,
         guint                     n,
         const LecternJournalLine *last)
{
  LecternType      type = { lectern_report_get_text_role (flow->report), 9, LECTERN_REPORT_INK, 0 };
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autoptr (GString) hash = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (last->hash); i++)
    g_string_append_printf (hash, "%s%02x", i > 0 && i % 4 == 0 ? " " : "", last->hash[i]);
  text = lectern_paper_phrase (flow->report->language, LECTERN_WORD_JOURNAL_END, count, hash->str, NULL);
  lectern_report_flow_add_gap (flow, 2);
  lectern_report_flow_add_paragraph (flow, &type, text, 5, 0, LECTERN_ALIGN_LEFT);
}

static void
add_lines (LecternReport *report,
           GPtrArray     *lines)
{
  const char         *language = report->language;
  LecternFontRole     role = lectern_report_get_text_role (report);
  LecternReportLayout layout = lectern_report_layout_table (TRUE);
  LecternReportFlow   flow;
  LecternReportColumn columns[] = {
    { lectern_paper_word (language, LECTERN_WORD_POSITION), 13, { LECTERN_FONT_FIGURES, 8.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_WHEN), 28, { LECTERN_FONT_FIGURES, 8.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (language, LECTERN_WORD_ACTOR), 38, { role, 8.5, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
    { lectern_paper_word (language, LECTERN_WORD_DONE), 130, { role, 9, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
    { lectern_paper_word (language, LECTERN_WORD_WHY), 56, { role, 9, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
  };
  LecternReportTable table = { layout.left, columns, G_N_ELEMENTS (columns), 9.5 };

  layout.foot = SIGN_HEIGHT;
  lectern_report_flow_init (&flow, report, layout, begin_page_cb, end_page_cb, NULL);
  lectern_report_flow_begin_table (&flow, &table, HEAD_HEIGHT);
  for (guint i = 0; i < lines->len; i++)
    add_line (&flow, lines->pdata[i]);
  lectern_report_flow_end_table (&flow);
  add_end (&flow, lines->len, lines->pdata[lines->len - 1]);
  lectern_report_flow_end (&flow);
}

LecternDocument *
lectern_report_journal_new (LecternContest *contest,
                            GPtrArray      *lines,
                            gint64          printed_us,
                            GError        **error)
{
  LecternReport               report;
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_JOURNAL), NULL);

  if (!lectern_report_init (&report, contest, NULL, title, printed_us, error))
    return NULL;
  if (lines == NULL || lines->len == 0)
    return lectern_report_refuse (&report, error, _ ("The journal has no line yet."));
  add_lines (&report, lines);

  return lectern_report_finish (&report, error);
}
