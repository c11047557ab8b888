/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"
#include "lectern-name-order.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

/* The summary (成绩汇总表), A4 landscape: one row an entry in @order, every
 * judge's total with what is struck out, up to 15 judges abreast, the rules in force and lines to
 * sign on every page. @signing_key (may be NULL) is said beside the time of printing, @printed_us, which
 * is wall time. */
LecternDocument *lectern_report_summary_new (LecternContest       *contest,
                                             const LecternRanking *ranking,
                                             LecternNameOrder      order,
                                             const char           *signing_key,
                                             gint64                printed_us,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
