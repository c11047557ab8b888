/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-document.h"

G_BEGIN_DECLS

/* Sheets to mark on with a pen (评分表): for every active judge and every entry he marks a sheet of
 * A5, two on a page of A4 (one on a page when the criteria are many), after a page that says how many
 * each judge gets and whom he does not mark. Before the draw the box for the lot is empty. @judge and
 * @lot 0: all; one sheet alone comes without that page. @round NULL: the current one. */
LecternDocument *lectern_report_blank_new (LecternContest *contest,
                                           const char     *round,
                                           gint64          judge,
                                           gint64          lot,
                                           gint64          printed_us,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
