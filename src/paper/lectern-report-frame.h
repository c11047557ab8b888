/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"
#include "lectern-paper-layout.h"
#include "lectern-paper-words.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

/* What every report is made from and carries. Borrowed for the making. */
typedef struct
{
  LecternContest     *contest;
  const LecternRound *round;
  const char         *language;
  LecternPaperFonts  *fonts;
  LecternDocument    *document;
  gint64              printed_us;
  const char         *signing_key; /* short fingerprint, or NULL */
} LecternReport;

/* A column of a table: its head and how its cells are set. */
typedef struct
{
  const char  *head;
  double       width; /* mm */
  LecternType  type;
  LecternAlign align;
  const char  *group; /* a head over this one and its neighbours of the same group; NULL: none */
} LecternReportColumn;

typedef struct
{
  double                     x;
  const LecternReportColumn *columns;
  guint                      n_columns;
  double                     head_size;    /* points */
  gboolean                   broken_heads; /* heads are broken into even lines before they are shrunk */
} LecternReportTable;

/* Sets up @report for @round (NULL: the current one). NOTHING when the contest has no such round. */
gboolean lectern_report_init (LecternReport  *report,
                              LecternContest *contest,
                              const char     *round,
                              const char     *title,
                              gint64          printed_us,
                              GError        **error);
/* Ends the making: the document, or NULL when a text can't be set. Frees what init made. */
LecternDocument *lectern_report_finish (LecternReport *report,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the making with NOTHING and @message; always NULL. */
LecternDocument *lectern_report_refuse (LecternReport *report,
                                        GError       **error,
                                        const char    *message) G_GNUC_WARN_UNUSED_RESULT;
/* A new page with the rehearsal's marks where they belong. Owned by the document. */
LecternPage *lectern_report_add_page (LecternReport *report,
                                      double         width,
                                      double         height);

/* How many of @n rows go on page @page of @n_pages, so that no page is left with a few. */
guint  lectern_report_share_rows (guint n,
                                  guint n_pages,
                                  guint page);
double lectern_report_table_get_width (const LecternReportTable *table);
/* The heads of the columns from @first to @last, and the frame around them. */
void lectern_report_table_add_head (const LecternReport      *report,
                                    const LecternReportTable *table,
                                    LecternPage              *page,
                                    guint                     column,
                                    double                    y,
                                    double                    height);
/* One row of cells, NULL or empty where there is nothing, with its rules. */
void lectern_report_table_add_row (const LecternReport      *report,
                                   const LecternReportTable *table,
                                   LecternPage              *page,
                                   const char *const        *cells,
                                   double                    y,
                                   double                    height);
/* The heavy frame around a table. */
void lectern_report_table_add_frame (const LecternReportTable *table,
                                     LecternPage              *page,
                                     double                    y,
                                     double                    height);

/* "第1页 共2页"; "打印时间：2018-09-14 17:32", with the signing key where one was given; the same for papers that bear no figures, with the state
 * once there was a revision; "正式成绩（第1稿）", "暂定成绩（尚未定稿）", or of a round that was opened
 * again "第2稿前，暂定"; and the day of printing, YYYY-MM-DD. */
char *lectern_report_describe_page (const LecternReport *report,
                                    guint                page,
                                    guint                n_pages) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_report_describe_printing (const LecternReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_report_describe_printing_and_state (const LecternReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_report_describe_printing_date (const LecternReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_report_describe_state (const LecternReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* "定稿：…" and "已复核：…" or "未经复核": who closed the round (NULL: not on record) and who compared
 * its sheets, at the last closing, or of an open round as it is now. */
char *lectern_report_describe_closing (const LecternReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_report_describe_recheck (const LecternReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* The role that running text of a report has in its language. */
LecternFontRole lectern_report_get_text_role (const LecternReport *report);
/* The rules in force, in a sentence. */
char *lectern_report_describe_rules (const LecternReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* A tie rule as written in the rules ("criterion:content") in words. */
char *lectern_report_describe_tie_rule (const LecternReport *report,
                                        const char          *rule) G_GNUC_WARN_UNUSED_RESULT;

#define LECTERN_REPORT_INK 0x1a1a1a
#define LECTERN_REPORT_GREY 0x666666

G_END_DECLS
