/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-document.h"
#include "lectern-name-order.h"

G_BEGIN_DECLS

/* Everybody nominated, in @order; with @round, once it was drawn, only those who speak in it. @office adds what does not go
 * on a public paper: birth dates, telephone numbers, why somebody is not eligible. NOTHING when nobody is
 * registered. */
LecternDocument *lectern_report_entries_new (LecternContest  *contest,
                                             const char      *round,
                                             LecternNameOrder order,
                                             gboolean         office,
                                             gint64           printed_us,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
