/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-certificate.h"
#include "lectern-document.h"
#include "lectern-paper-cairo.h"
#include "lectern-paper-error.h"
#include "lectern-paper-pdf.h"
#include "lectern-report-notice.h"

G_BEGIN_DECLS

/* The kinds of report, named as on the command line. */
typedef enum
{
  LECTERN_PAPER_RUNNING_ORDER,
  LECTERN_PAPER_SUMMARY,
  LECTERN_PAPER_SHEETS,
  LECTERN_PAPER_BLANK_SHEETS,
  LECTERN_PAPER_AGREEMENT,
  LECTERN_PAPER_NOTICE,
  LECTERN_PAPER_JOURNAL,
  LECTERN_PAPER_CARDS,
  LECTERN_PAPER_SCRIPT,
  LECTERN_PAPER_ENTRY_LIST,
  LECTERN_PAPER_ACTIVITY,
  LECTERN_PAPER_POOL,
  LECTERN_PAPER_OPERATOR,
  LECTERN_PAPER_N_KINDS,
} LecternPaperKind;

const char *lectern_paper_kind_get_name (LecternPaperKind kind);
/* FALSE when there is no kind of that name. */
gboolean lectern_paper_kind_from_name (const char       *name,
                                       LecternPaperKind *kind);

/* Whether an order of names can be asked of it, and which it has when none is. */
gboolean lectern_paper_kind_has_order (LecternPaperKind  kind,
                                       LecternNameOrder *usual);
/* Whether it has a variant for the office, with what is kept off public papers. */
gboolean lectern_paper_kind_has_office (LecternPaperKind kind);

/* What a report is about. All 0 is the whole of the current round, with a blank for the days. */
typedef struct
{
  const char        *round;       /* key; NULL: the current one */
  gint64             judge;       /* blank-sheets, sheets, cards: number of the only judge; 0: all */
  gint64             lot;         /* blank-sheets, sheets: the only lot; 0: all */
  gboolean           by_judge;    /* sheets: the pages of each judge, as with @judge */
  guint              days;        /* notice: for objections; 0: a blank to fill in */
  GPtrArray         *journal;     /* journal: LecternJournalLine, oldest first; borrowed */
  const char        *signing_key; /* summary, notice: the short fingerprint of this laptop's key; NULL: none */
  gboolean           ordered;     /* @order was asked for; else the usual one of the paper */
  LecternNameOrder   order;       /* entry-list, summary, notice: of the names (lectern-name-list.h) */
  gboolean           office;      /* entry-list, pool, activity: with what is kept off public papers */
  const char *const *addresses;   /* cards: of the judges' server, the likely one first */
  const char        *fingerprint; /* cards: of its certificate */
} LecternPaperOptions;

LecternDocument *lectern_paper_report_with (LecternContest            *contest,
                                            LecternPaperKind           kind,
                                            const LecternPaperOptions *options,
                                            gint64                     printed_us,
                                            GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
/* A whole report of @round (NULL: the current one), with LECTERN_NOTICE_DAYS for objections, printed at @printed_us (wall time, microseconds since
 * 1970 UTC). Errors are of LECTERN_PAPER_ERROR. */
LecternDocument *lectern_paper_report (LecternContest  *contest,
                                       LecternPaperKind kind,
                                       const char      *round,
                                       gint64           printed_us,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the whole document to @path; complete or not at all. */
gboolean lectern_document_write_pdf (LecternDocument *document,
                                     const char      *path,
                                     GError         **error);

G_END_DECLS
