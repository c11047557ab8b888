/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-document.h"

G_BEGIN_DECLS

/* The judges' statistics (评委评分一致性分析) in words an official reads and with their figures; a figure
 * that is not there is a dash with its reason. They say on the paper itself that they change no
 * result. @round NULL: the current one. NOTHING while no sheet has been handed in. */
LecternDocument *lectern_report_agreement_new (LecternContest *contest,
                                               const char     *round,
                                               gint64          printed_us,
                                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
