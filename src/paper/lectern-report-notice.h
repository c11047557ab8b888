/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"
#include "lectern-name-order.h"
#include "lectern-ranking.h"

G_BEGIN_DECLS

/* Working days for objections when nobody says otherwise. */
#define LECTERN_NOTICE_DAYS 5

/* The public notice of results (公示): rank, name, unit, talk, final score and award, nothing private;
 * names in @order as lectern_name_list_rows() has them;
 * @days for objections (0: a blank to fill in), the organisers and the date;
 * @signing_key as on the summary. Of a round that is not
 * finalised it is a draft and says so. NOTHING while nobody has a final score. */
LecternDocument *lectern_report_notice_new (LecternContest       *contest,
                                            const LecternRanking *ranking,
                                            LecternNameOrder      order,
                                            guint                 days,
                                            const char           *signing_key,
                                            gint64                printed_us,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
