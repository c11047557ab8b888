/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-annex.h"
#include "lectern-document.h"

G_BEGIN_DECLS

/* A statistics table of the contest, on A4 turned, on A3 turned when its columns need it; @office: with the
 * columns that are kept off public papers. NOTHING when it has no rows or its columns fit on no page. */
LecternDocument *lectern_report_annex_new (LecternContest  *contest,
                                           LecternAnnexKind kind,
                                           gboolean         office,
                                           gint64           printed_us,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
