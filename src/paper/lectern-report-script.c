/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's script on paper, in large type: it is read standing, under stage light. A figure that is
 * not known yet is a blank to write in, whatever is known by now, so that the paper can be printed
 * before the evening and nothing on it can be read too early. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-script.h"

#include "lectern-report-flow.h"
#include "lectern-script.h"

#include <glib/gi18n-lib.h>

#define HEAD_HEIGHT 9.0
#define ROW_HEIGHT 10.0

static const LecternWord cue_words[LECTERN_CUE_N_KINDS] = {
  [LECTERN_CUE_TITLE] = LECTERN_WORD_CUE_TITLE,
  [LECTERN_CUE_RULES] = LECTERN_WORD_CUE_RULES,
  [LECTERN_CUE_ORDER] = LECTERN_WORD_CUE_ORDER,
  [LECTERN_CUE_INTRODUCE] = LECTERN_WORD_CUE_INTRODUCE,
  [LECTERN_CUE_TALK] = LECTERN_WORD_CUE_TALK,
  [LECTERN_CUE_MARK] = LECTERN_WORD_CUE_MARK,
  [LECTERN_CUE_REVEAL] = LECTERN_WORD_CUE_REVEAL,
  [LECTERN_CUE_RANKING] = LECTERN_WORD_CUE_RANKING,
  [LECTERN_CUE_BREAK] = LECTERN_WORD_CUE_BREAK,
  [LECTERN_CUE_TALLY] = LECTERN_WORD_CUE_TALLY,
  [LECTERN_CUE_CEREMONY] = LECTERN_WORD_CUE_CEREMONY,
  [LECTERN_CUE_END] = LECTERN_WORD_CUE_END,
};

static void
begin_page_cb (LecternReportFlow *flow,
               gpointer           data)
{
  lectern_report_flow_add_small_title (flow, lectern_paper_word (flow->report->language, LECTERN_WORD_SCRIPT));
}

static char *
name_cue (const LecternReport *report,
          const LecternCue    *cue)
{
  const LecternEntry *entry = cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (report->contest, NULL, cue->nominee) : NULL;
  const char         *kind = lectern_paper_word (report->language, cue_words[cue->kind]);
  g_autofree char    *lot = entry != NULL && entry->lot != LECTERN_NULL ? g_strdup_printf ("%d", (int) entry->lot) : NULL;

  return lot != NULL ? lectern_paper_phrase (report->language, LECTERN_WORD_CUE_OF_LOT, lot, kind, NULL) : g_strdup (kind);
}

static void
add_cues (LecternReport *report,
          GPtrArray     *cues)
{
  LecternFontRole     role = lectern_report_get_text_role (report);
  LecternReportLayout layout = lectern_report_layout_table (FALSE);
  LecternReportFlow   flow;
  LecternReportColumn columns[] = {
    { lectern_paper_word (report->language, LECTERN_WORD_POSITION), 12, { LECTERN_FONT_FIGURES, 10, LECTERN_REPORT_GREY, 0 }, LECTERN_ALIGN_CENTRE },
    { lectern_paper_word (report->language, LECTERN_WORD_CUE), 32, { LECTERN_FONT_HEADING, 11, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
    { lectern_paper_word (report->language, LECTERN_WORD_SCRIPT), 0, { role, 15, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
  };
  LecternReportTable table = { layout.left, columns, G_N_ELEMENTS (columns), 10 };
  guint              n = 0;

  columns[2].width = layout.width - layout.left - layout.right - columns[0].width - columns[1].width;
  lectern_report_flow_init (&flow, report, layout, begin_page_cb, NULL, NULL);
  lectern_report_flow_begin_table (&flow, &table, HEAD_HEIGHT);
  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = cues->pdata[i];
      g_autofree char  *words = lectern_script_get_for_cue (report->contest, cue, TRUE);
      g_autofree char  *what = name_cue (report, cue);
      g_autofree char  *number = NULL;

      if (*words == '\0')
        continue;
      number = g_strdup_printf ("%u", ++n);
      lectern_report_flow_add_row (&flow, (const char *[]){ number, what, words }, ROW_HEIGHT);
    }
  lectern_report_flow_end_table (&flow);
  lectern_report_flow_end (&flow);
}

LecternDocument *
lectern_report_script_new (LecternContest *contest,
                           const char     *round,
                           gint64          printed_us,
                           GError        **error)
{
  LecternReport               report;
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_SCRIPT), NULL);
  GPtrArray                  *cues = lectern_contest_get_cues (contest);

  if (!lectern_report_init (&report, contest, round, title, printed_us, error))
    return NULL;
  if (report.round != lectern_contest_get_current_round (contest))
    return lectern_report_refuse (&report, error, _ ("The script is that of the round that is on now. Choose that one."));
  if (cues->len == 0)
    return lectern_report_refuse (&report, error, _ ("The draw makes the programme, and the script follows it. Draw the running order first."));
  add_cues (&report, cues);

  return lectern_report_finish (&report, error);
}
