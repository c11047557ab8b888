/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The front door: from a contest and the name of a report to a document, and from a document to a
 * file. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper.h"

#include "lectern-report-order.h"
#include "lectern-report-summary.h"

static const char *const kind_names[LECTERN_PAPER_N_KINDS] = {
  [LECTERN_PAPER_RUNNING_ORDER] = "running-order",
  [LECTERN_PAPER_SUMMARY] = "summary",
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

static LecternDocument *
make_summary (LecternContest *contest,
              const char     *round,
              gint64          printed_us,
              GError        **error)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, round, FALSE);

  return lectern_report_summary_new (contest, ranking, printed_us, error);
}

LecternDocument *
lectern_paper_report (LecternContest  *contest,
                      LecternPaperKind kind,
                      const char      *round,
                      gint64           printed_us,
                      GError         **error)
{
  switch (kind)
    {
    case LECTERN_PAPER_RUNNING_ORDER:
      return lectern_report_order_new (contest, round, printed_us, error);
    case LECTERN_PAPER_SUMMARY:
      return make_summary (contest, round, printed_us, error);
    case LECTERN_PAPER_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
lectern_document_write_pdf (LecternDocument *document,
                            const char      *path,
                            GError         **error)
{
  g_autoptr (LecternPdfWriter) writer = lectern_pdf_writer_new (document, error);

  return writer != NULL && lectern_pdf_writer_write (writer, 0, lectern_document_get_n_pages (document), path, error);
}
