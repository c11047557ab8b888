/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The front door: from a contest and the name of a report to a document, and from a document to a
 * file. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper.h"

#include "lectern-report-agreement.h"
#include "lectern-report-annex.h"
#include "lectern-report-blank.h"
#include "lectern-report-cards.h"
#include "lectern-report-entries.h"
#include "lectern-report-journal.h"
#include "lectern-report-notice.h"
#include "lectern-report-operator.h"
#include "lectern-report-order.h"
#include "lectern-report-script.h"
#include "lectern-report-sheets.h"
#include "lectern-report-summary.h"

static const char *const kind_names[LECTERN_PAPER_N_KINDS] = {
  [LECTERN_PAPER_RUNNING_ORDER] = "running-order",
  [LECTERN_PAPER_SUMMARY] = "summary",
  [LECTERN_PAPER_SHEETS] = "sheets",
  [LECTERN_PAPER_BLANK_SHEETS] = "blank-sheets",
  [LECTERN_PAPER_AGREEMENT] = "agreement",
  [LECTERN_PAPER_NOTICE] = "notice",
  [LECTERN_PAPER_JOURNAL] = "journal",
  [LECTERN_PAPER_CARDS] = "cards",
  [LECTERN_PAPER_SCRIPT] = "script",
  [LECTERN_PAPER_ENTRY_LIST] = "entry-list",
  [LECTERN_PAPER_ACTIVITY] = "activity",
  [LECTERN_PAPER_POOL] = "pool",
  [LECTERN_PAPER_OPERATOR] = "operator-card",
};

const char *
lectern_paper_kind_get_name (LecternPaperKind kind)
{
  g_return_val_if_fail (kind < LECTERN_PAPER_N_KINDS, NULL);

  return kind_names[kind];
}

gboolean
lectern_paper_kind_from_name (const char       *name,
                              LecternPaperKind *kind)
{
  for (guint i = 0; i < LECTERN_PAPER_N_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
lectern_paper_kind_has_order (LecternPaperKind  kind,
                              LecternNameOrder *usual)
{
  *usual = kind == LECTERN_PAPER_ENTRY_LIST ? LECTERN_NAME_ORDER_STROKES : LECTERN_NAME_ORDER_RANK;

  return kind == LECTERN_PAPER_ENTRY_LIST || kind == LECTERN_PAPER_SUMMARY || kind == LECTERN_PAPER_NOTICE;
}

gboolean
lectern_paper_kind_has_office (LecternPaperKind kind)
{
  return kind == LECTERN_PAPER_ENTRY_LIST || kind == LECTERN_PAPER_ACTIVITY || kind == LECTERN_PAPER_POOL;
}

static LecternDocument *
make_sheets (LecternContest            *contest,
             const LecternRanking      *ranking,
             const LecternPaperOptions *options,
             gint64                     printed_us,
             GError                   **error)
{
  if (options->by_judge || options->judge != 0)
    return lectern_report_judge_sheets_new (contest, ranking, options->judge, printed_us, error);

  return lectern_report_sheets_new (contest, ranking, options->lot, printed_us, error);
}

LecternDocument *
lectern_paper_report_with (LecternContest            *contest,
                           LecternPaperKind           kind,
                           const LecternPaperOptions *options,
                           gint64                     printed_us,
                           GError                   **error)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, options->round, FALSE);
  LecternNameOrder order;

  if (lectern_paper_kind_has_order (kind, &order) && options->ordered)
    order = options->order;

  switch (kind)
    {
    case LECTERN_PAPER_RUNNING_ORDER:
      return lectern_report_order_new (contest, options->round, printed_us, error);
    case LECTERN_PAPER_SUMMARY:
      return lectern_report_summary_new (contest, ranking, order, options->signing_key, printed_us, error);
    case LECTERN_PAPER_SHEETS:
      return make_sheets (contest, ranking, options, printed_us, error);
    case LECTERN_PAPER_BLANK_SHEETS:
      return lectern_report_blank_new (contest, options->round, options->judge, options->lot, printed_us, error);
    case LECTERN_PAPER_AGREEMENT:
      return lectern_report_agreement_new (contest, options->round, printed_us, error);
    case LECTERN_PAPER_NOTICE:
      return lectern_report_notice_new (contest, ranking, order, options->days, options->signing_key, printed_us, error);
    case LECTERN_PAPER_JOURNAL:
      return lectern_report_journal_new (contest, options->journal, printed_us, error);
    case LECTERN_PAPER_CARDS:
      return lectern_report_cards_new (contest, options->judge, options->addresses, options->fingerprint, printed_us, error);
    case LECTERN_PAPER_SCRIPT:
      return lectern_report_script_new (contest, options->round, printed_us, error);
    case LECTERN_PAPER_ENTRY_LIST:
      return lectern_report_entries_new (contest, options->round, order, options->office, printed_us, error);
    case LECTERN_PAPER_ACTIVITY:
      return lectern_report_annex_new (contest, LECTERN_ANNEX_ACTIVITY, options->office, printed_us, error);
    case LECTERN_PAPER_POOL:
      return lectern_report_annex_new (contest, LECTERN_ANNEX_POOL, options->office, printed_us, error);
    case LECTERN_PAPER_OPERATOR:
      return lectern_report_operator_new (contest, options->round, printed_us, error);
    case LECTERN_PAPER_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

LecternDocument *
lectern_paper_report (LecternContest  *contest,
                      LecternPaperKind kind,
                      const char      *round,
                      gint64           printed_us,
                      GError         **error)
{
  const LecternPaperOptions options = { .round = round, .days = LECTERN_NOTICE_DAYS };

  return lectern_paper_report_with (contest, kind, &options, printed_us, error);
}

gboolean
lectern_document_write_pdf (LecternDocument *document,
                            const char      *path,
                            GError         **error)
{
  g_autoptr (LecternPdfWriter) writer = lectern_pdf_writer_new (document, error);

  return writer != NULL && lectern_pdf_writer_write (writer, 0, lectern_document_get_n_pages (document), path, error);
}
