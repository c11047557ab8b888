/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-report-frame.h"

G_BEGIN_DECLS

/* The sheet a report is laid out on, in millimetres. @foot is kept free above the lower margin, for
 * lines to sign. */
/* mm */
#define LECTERN_REPORT_SIGN_HEIGHT 15.0

typedef struct
{
  double width;
  double height;
  double top;
  double bottom;
  double left;
  double right;
  double foot;
} LecternReportLayout;

/* The grid of GB/T 9704-2012, A4 upright with margins of 37, 35, 28 and 26 mm, and the narrower one
 * of tables, upright or (@landscape) turned. */
LecternReportLayout lectern_report_layout_official (void);
LecternReportLayout lectern_report_layout_table (gboolean landscape);

typedef struct _LecternReportFlow LecternReportFlow;

/* What is repeated on every page: its head, placed from flow->y down, or its foot. */
typedef void (*LecternReportFlowFunc) (LecternReportFlow *flow,
                                       gpointer           data);

/* Things placed one below the other over as many pages as it takes. A table that goes on has its
 * heads again; pages are numbered when all are there. Borrowed for the making. */
struct _LecternReportFlow
{
  LecternReport            *report;
  LecternReportLayout       layout;
  LecternReportFlowFunc     head;
  LecternReportFlowFunc     foot;
  gpointer                  data;
  LecternPage              *page;
  double                    y; /* where the next thing begins */
  double                    first_y;
  const LecternReportTable *table; /* the one that is open */
  double                    head_height;
  gboolean                  has_heads; /* placed with the first row, so that they are never alone */
  double                    table_y;
  double                    row_height; /* of the row placed last */
};

/* Begins the first page. @head and @foot may be NULL. */
void lectern_report_flow_init (LecternReportFlow    *flow,
                               LecternReport        *report,
                               LecternReportLayout   layout,
                               LecternReportFlowFunc head,
                               LecternReportFlowFunc foot,
                               gpointer              data);
/* Numbers the pages and says when they were printed. */
void   lectern_report_flow_end (LecternReportFlow *flow);
double lectern_report_flow_get_width (const LecternReportFlow *flow);
/* How much is left on this page. */
double lectern_report_flow_get_room (const LecternReportFlow *flow);
void   lectern_report_flow_break (LecternReportFlow *flow);
/* A new page unless @height is left on this one. */
void lectern_report_flow_reserve (LecternReportFlow *flow,
                                  double             height);
/* Free space, none at the top of a page. */
void lectern_report_flow_add_gap (LecternReportFlow *flow,
                                  double             height);
/* The contest's title and @word under it, 22 pt on the grid; then round, date and place, and with
 * @state what the figures are worth. */
void lectern_report_flow_add_title (LecternReportFlow *flow,
                                    const char        *word,
                                    gboolean           state);
/* The same in two lines of a table's page. */
void lectern_report_flow_add_small_title (LecternReportFlow *flow,
                                          const char        *word);
/* @text in lines @leading mm apart, over pages where it must. */
void lectern_report_flow_add_paragraph (LecternReportFlow *flow,
                                        const LecternType *type,
                                        const char        *text,
                                        double             leading,
                                        double             indent,
                                        LecternAlign       align);
void lectern_report_flow_begin_table (LecternReportFlow        *flow,
                                      const LecternReportTable *table,
                                      double                    head_height);
/* How high lectern_report_flow_add_row() makes this row of the open table. */
double lectern_report_flow_measure_row (const LecternReportFlow *flow,
                                        const char *const       *cells,
                                        double                   height);
/* A row at least @height high, and as high as the lines its texts take; the heads again when it
 * begins a page. */
void lectern_report_flow_add_row (LecternReportFlow *flow,
                                  const char *const *cells,
                                  double             height);
void lectern_report_flow_end_table (LecternReportFlow *flow);
/* Lines to sign across the page, together with nothing else; LECTERN_REPORT_SIGN_HEIGHT high. @words end in LECTERN_N_WORDS. */
void lectern_report_flow_add_signatures (LecternReportFlow *flow,
                                         const LecternWord *words);

/* Lines to sign, abreast within @x .. @x + @width. Words ending in LECTERN_N_WORDS; under each line
 * stands what of @notes is not NULL (@notes NULL: nothing). */
void lectern_report_add_signatures (const LecternReport *report,
                                    LecternPage         *page,
                                    const LecternWord   *words,
                                    const char *const   *notes,
                                    double               x,
                                    double               y,
                                    double               width);

G_END_DECLS
